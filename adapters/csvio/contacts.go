package csvio

import (
	"strings"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// contactsColumn has contacts as items of a list, each its kind, a colon and its value.
// An item without a kind has the one that it looks like.
var contactsColumn = column{
	"contacts", "/contacts", whole,
	func(b *builder, cell []byte) error {
		b.advisory.Contacts = nil
		for _, item := range splitList[string](string(cell)) {
			if item == "" {
				return &incident.SyntaxError{Code: incident.CodeFieldEmpty, Type: "contact", Reason: "an item of the list is empty: leave it out"}
			}
			b.advisory.Contacts = append(b.advisory.Contacts, readContact(item))
		}
		return nil
	},
	func(dst []byte, s *subject) []byte {
		items := make([]string, len(s.advisory.Contacts))
		for i, c := range s.advisory.Contacts {
			items[i] = string(c.Kind) + ":" + c.Value
		}
		return appendList(dst, items)
	},
}

// contactLabels are what may stand before the colon of a contact: the kinds, exactly, and
// what people print. They are read only.
var contactLabels = [...]struct {
	kind   advisory.ContactKind
	labels []string
}{
	{advisory.Phone, []string{"tel", "tel.", "telephone", "phone", "ph", "mobile", "hotline", "helpline", "call"}},
	{advisory.Email, []string{"email", "e-mail", "mail", "mailto"}},
	{advisory.URL, []string{"url", "web", "website", "site"}},
	{advisory.App, []string{"app", "whatsapp", "telegram", "viber", "line", "wechat", "messenger", "facebook", "signal", "zalo"}},
}

// readContact reads an item of a list of contacts. What has no kind and looks like none
// is taken for a telephone number, which it then visibly is not: so it is flagged, and
// not shown.
func readContact(item string) advisory.Contact {
	label, value, labelled := strings.Cut(item, ":")
	if kind := advisory.ContactKind(label); labelled {
		switch kind {
		case advisory.Phone, advisory.Email, advisory.URL, advisory.App:
			return advisory.Contact{Kind: kind, Value: value} // as the encoder writes it
		}
	}
	for _, l := range contactLabels {
		for _, printed := range l.labels {
			switch {
			case !labelled || !strings.EqualFold(strings.TrimSpace(label), printed):
			case l.kind == advisory.App:
				return advisory.Contact{Kind: l.kind, Value: item} // which messenger it is, is part of it
			default:
				return advisory.Contact{Kind: l.kind, Value: strings.TrimSpace(value)}
			}
		}
	}
	kind := advisory.Phone
	switch lower := strings.ToLower(item); {
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"), strings.HasPrefix(lower, "www."):
		kind = advisory.URL
	case strings.Contains(item, "@"):
		kind = advisory.Email
	case !strings.Contains(item, " ") && strings.Contains(item, ".") && strings.ContainsFunc(item, isLetter):
		kind = advisory.URL // "emigrate.gov.in"
	}
	return advisory.Contact{Kind: kind, Value: item}
}

func isLetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// splitContacts splits a cell of a table into contacts, which stand apart by semicolons,
// commas, bars and line ends, by a slash between blanks, or by a word.
func splitContacts(cell string) (items []string) {
	cell = strings.NewReplacer(" / ", ";", " or ", ";", " and ", ";", ",", ";", "|", ";", "\n", ";", "\r", ";").Replace(cell)
	for item := range strings.SplitSeq(cell, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}
