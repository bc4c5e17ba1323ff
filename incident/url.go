package incident

import (
	"net/netip"
	"net/url"
	"strings"
)

// url checks an address. It is never opened.
func (c *checker) url(s, path string) {
	if s == "" || plainURL(s) {
		return
	}
	c.hidden(s, path, true)
	u, err := url.Parse(s)
	switch {
	case err == nil && u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		c.add(CodeSourceURL, Error, path, "the address is of another scheme than http and https: state a page's address")
	case err != nil || !satisfies(s, tagAddress) || u.Hostname() == "":
		c.add(CodeSourceURL, Error, path, "this is no full address: write one such as https://example.org/page")
	case u.User != nil:
		c.add(CodeSourceURL, Error, path, "the address holds a user name or password: leave it out")
	case !public(u.Hostname()):
		c.add(CodeSourceURL, Warning, path, "the address is of a private network or this machine: nobody else can read it")
	}
}

// plainURL reports whether s is an http or https address of a host name in
// ASCII and of characters that need no second look, so that the parsers that
// take microseconds need not be asked.
func plainURL[T string | []byte](s T) bool {
	const plain, secure = "http://", "https://"
	var rest T
	switch {
	case len(s) > len(secure) && string(s[:len(secure)]) == secure:
		rest = s[len(secure):]
	case len(s) > len(plain) && string(s[:len(plain)]) == plain:
		rest = s[len(plain):]
	default:
		return false
	}
	end := len(rest)
	letters, label := 0, 0 // in the host's last label, and where it starts
	for i := range len(rest) {
		c := rest[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			letters++
			continue
		}
		if c == '.' && (i > label || i == 0) {
			letters, label = 0, i+1
			continue
		}
		if c >= '0' && c <= '9' || c == '-' {
			continue
		}
		if c == '/' {
			end = i
			break
		}
		return false
	}
	if letters < 2 || label < 2 || rest[0] == '.' || rest[0] == '-' || !publicLabel(string(rest[label:end])) {
		return false
	}
	return plainPage(rest[end:])
}

// plainPage reports whether s is of characters that may stand in a path and a
// query as they are, and of whole %-escapes.
func plainPage[T string | []byte](s T) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 'A' && c <= 'Z':
		case c == '-', c == '/', c == '.', c == '_', c == '~', c == '=', c == '&', c == '+', c == ',', c == ':', c == '?':
		case c == '%':
			if i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
				return false
			}
			i += 2
		default:
			return false
		}
	}
	return true
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// public reports whether host may be one that everybody can reach. It refuses
// the literal addresses of private networks and of the machine itself, also as
// the plain numbers that browsers take, and the names that stand for them.
func public(host string) bool {
	host = strings.TrimSuffix(host, ".")
	if ip, err := netip.ParseAddr(host); err == nil {
		ip = ip.Unmap()
		return ip.IsGlobalUnicast() && !ip.IsPrivate()
	}
	return publicName(host)
}

// publicName is public for what is no IP address in its usual writing.
func publicName(host string) bool {
	return publicLabel(host[strings.LastIndexByte(host, '.')+1:])
}

// publicLabel reports whether a host's last label may be a public one's.
func publicLabel(last string) bool {
	if last == "" || last[0] >= '0' && last[0] <= '9' {
		return false // no top-level domain begins with a digit
	}
	switch {
	case len(last) < len("local"):
		return true
	case strings.EqualFold(last, "localhost"), strings.EqualFold(last, "local"), strings.EqualFold(last, "internal"):
		return false
	}
	return true
}
