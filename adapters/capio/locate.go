package capio

import (
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
)

// An advisoryLocator finds what members of an advisory were made of.
type advisoryLocator struct {
	loc   adapters.Locator
	alert *Alert
}

// Locate implements [adapters.Locator]. The field is the path of XML that a JSON Pointer
// stands for.
func (l *advisoryLocator) Locate(path string) (at adapters.Position, field string) {
	if !strings.HasPrefix(path, "/alert") {
		field = l.element(path)
		path = field
	}
	at, _ = l.loc.Locate(path)
	return at, field
}

// elements are what members of an advisory stand in, below /alert. They are read only.
var elements = [...]struct{ member, element string }{
	{"id", "identifier"},
	{"issued", "sent"},
	{"status", "status"},
	{"msgType", "msgType"},
	{"references", "references"},
	{"effective", "info[1]/effective"},
	{"expires", "info[1]/expires"},
	{"urgency", "info[1]/urgency"},
	{"severity", "info[1]/severity"},
	{"certainty", "info[1]/certainty"},
	{"categories", "info[1]/category[*]"},
	{"responseTypes", "info[1]/responseType[*]"},
	{"audience", "info[1]/audience"},
	{"contacts", "info[1]/contact"},
}

// element returns the path of the element that a member was made of, or of one around it.
func (l *advisoryLocator) element(path string) string {
	member, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	item, part, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(item)
	if err != nil || n < 0 {
		n = 0
	}
	switch member {
	case "issuer":
		for i := range l.alert.Infos {
			if l.alert.Infos[i].SenderName != "" {
				return at("/alert", "info", i) + "/senderName"
			}
		}
		return "/alert/sender"
	case "infos":
		return l.text(n, part)
	case "source":
		if rest == "url" {
			return "/alert/info[1]/web"
		}
		return "/alert/source"
	case "destinations", "places":
		return "/alert/info[1]/area[1]"
	}
	for _, e := range elements {
		if e.member == member {
			return "/alert/" + strings.Replace(e.element, "*", strconv.Itoa(n+1), 1)
		}
	}
	return "/alert"
}

// text returns the path of a part of the n-th text of the advisory, whose language may
// be that of several infos.
func (l *advisoryLocator) text(n int, part string) string {
	seen := map[string]bool{}
	for i := range l.alert.Infos {
		info := advisory.Info{Lang: l.alert.Infos[i].Language}
		fill(&info.Lang, DefaultLanguage)
		if tag := strings.ToLower(info.Lang); !seen[tag] {
			if seen[tag] = true; len(seen) == n+1 {
				if part == "lang" {
					part = "language"
				}
				return at("/alert", "info", i) + "/" + part
			}
		}
	}
	return "/alert"
}
