package advisory

import (
	"net/netip"
	"strings"
)

// A Contact is how to reach an authority, as it is printed. Printed contacts are often
// misspelt, and a wrong number or a lapsed address can belong to anybody: show only
// those that are not [Contact.Broken], and the source beside them.
type Contact struct {
	Kind  ContactKind
	Value string
}

// A ContactKind says what a contact is. The zero ContactKind is not stated.
type ContactKind string

// The kinds of contacts.
const (
	Phone ContactKind = "phone"
	Email ContactKind = "email"
	URL   ContactKind = "url"
	App   ContactKind = "app" // a name in a messenger
)

// How many digits a telephone number that is dialled from abroad has: at most 15 with
// the country code (ITU-T E.164, section 6.2). The least is that of short national
// numbers with a country code; hotlines of three to five digits stand alone and are
// dialled within their country.
const (
	mostDigits  = 15
	leastDigits = 7
	mostHotline = 5
	leastOfAll  = 3
)

// Broken says what is visibly wrong with a contact, "" when nothing is. It finds what
// cannot work, such as an address without a domain; that a contact is not broken says
// nothing of whether it is the authority's.
func (c Contact) Broken() string {
	value := strings.TrimSpace(c.Value)
	if value == "" {
		return "it is empty"
	}
	switch c.Kind {
	case Phone:
		return brokenPhone(value)
	case Email:
		return brokenEmail(value)
	case URL:
		return brokenURL(value)
	}
	return ""
}

func brokenPhone(value string) string {
	digits, abroad := 0, false
	for i, r := range value {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '+' && strings.Trim(value[:i], " (\u00a0") == "":
			abroad = true
		case strings.ContainsRune(" ()-./\u00a0\u2011\u2013", r):
		case digits > 0 && (r == 'x' || r == 'X' || strings.HasPrefix(value[i:], "ext")):
			return brokenLength(digits, abroad) // an extension follows
		default:
			return "a character in it stands in no number"
		}
	}
	return brokenLength(digits, abroad)
}

// brokenLength judges how many digits a number has; abroad tells that it has a country
// code.
func brokenLength(digits int, abroad bool) string {
	switch {
	case digits < leastOfAll, digits < leastDigits && (abroad || digits > mostHotline):
		return "the number is too short"
	case digits > mostDigits:
		return "the number is too long"
	}
	return ""
}

func brokenEmail(value string) string {
	name, domain, ok := strings.Cut(value, "@")
	switch {
	case !ok:
		return "the address has no @"
	case name == "" || strings.ContainsAny(name, " \t,;:<>()[]\"*"):
		return "the name before the @ is none"
	case domain == "" || strings.Contains(domain, "@"):
		return "the address has no domain"
	}
	return brokenDomain(domain)
}

func brokenDomain(domain string) string {
	if !strings.Contains(domain, ".") {
		return "the address has no domain"
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' || strings.ContainsAny(label, " \t_,;:/*@") {
			return "the domain is none"
		}
	}
	if top := domain[strings.LastIndexByte(domain, '.')+1:]; len(top) < 2 || strings.Trim(top, "0123456789") == "" {
		return "the domain is none"
	}
	return ""
}

func brokenURL(value string) string {
	rest, web := strings.CutPrefix(value, "https://")
	if !web {
		rest, web = strings.CutPrefix(value, "http://")
	}
	if !web && strings.Contains(value, ":") && !strings.Contains(strings.SplitN(value, "/", 2)[0], ".") {
		return "it is no address of the web"
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, "?")
	if strings.Contains(host, "@") {
		return "the address carries a name and a password"
	}
	host, _, _ = strings.Cut(host, ":")
	if _, err := netip.ParseAddr(host); err == nil {
		return "it is the number of a machine, not its name"
	}
	return brokenDomain(host)
}

// Usable returns the contacts that are not broken, in their order.
func (a *Advisory) Usable() (contacts []Contact) {
	for _, c := range a.Contacts {
		if c.Broken() == "" && c.known() {
			contacts = append(contacts, c)
		}
	}
	return contacts
}

func (c Contact) known() bool {
	return c.Kind == Phone || c.Kind == Email || c.Kind == URL || c.Kind == App
}
