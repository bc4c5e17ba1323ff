package capio

import (
	"net/url"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// address checks an address, and finds those that a browser should not be given. A
// page's is of the web; any other may be relative.
func (c *checker) address(path, s string, page bool) {
	if s == "" {
		return
	}
	if strings.Trim(s, blanks) != s || !isURI(s) {
		c.add(incident.CodeSourceURL, path, "this is no address: write one such as https://example.org/page, with %25 for %")
		return
	}
	scheme, _, has := strings.Cut(s, ":")
	if web := isWeb(s); has && !web && !strings.ContainsAny(scheme, "/?#") || page && !web {
		c.warn(incident.CodeSourceURL, path, "this is no address of the web, which begins with https:// or http://")
	}
}

// isWeb reports whether an address is of http or https.
func isWeb(s string) bool {
	scheme, _, has := strings.Cut(s, ":")
	return has && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// isURI reports whether s is an address by RFC 3986, once the characters that it does not
// have are escaped, as XML Schema part 2, section 3.2.17, wants it.
func isURI(s string) bool {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7f || strings.ContainsRune("<>\"{}|\\^`", r) {
			return '_'
		}
		return r
	}, s)
	u, err := url.Parse(s)
	if err != nil || strings.Count(s, "#") > 1 || strings.ContainsAny(strings.Replace(s, u.Host, "", 1), "[]") {
		return false
	}
	for i := range len(s) {
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			return false
		}
	}
	return true
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }
