package capio_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// TestCheckOfMadeAlerts changes an alert that is right in one way each.
func TestCheckOfMadeAlerts(t *testing.T) {
	square := capio.Polygon{{Lat: "1", Lon: "1"}, {Lat: "1", Lon: "2"}, {Lat: "2", Lon: "2"}, {Lat: "1.0", Lon: "01"}}
	ds := []capio.NamespaceDecl{{Prefix: "ds", URI: "http://www.w3.org/2000/09/xmldsig#"}}
	signed := func(a *capio.Alert, raw string) { a.Namespaces, a.Signatures = ds, [][]byte{[]byte(raw)} }
	for _, c := range []struct {
		name   string
		change func(a *capio.Alert, i *capio.Info, area *capio.Area)
		want   string
	}{
		{"nothing", func(*capio.Alert, *capio.Info, *capio.Area) {}, ""},
		{"no sender", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Sender = "" }, "error field.required /alert/sender"},
		{"a sender with an ampersand", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Sender = "a&b" }, "error text.forbidden /alert/sender"},
		{"a status with a blank", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Status = "Actual " }, "error code.unknown /alert/status"},
		{"a restriction of what is public", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Restriction = "x" }, "warning field.unknown /alert/restriction"},
		{"an address with a quote", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Addresses = []string{`a"b`} }, "error text.forbidden /alert/addresses"},
		{"an empty incident", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Incidents = []string{"x", ""} }, "error text.forbidden /alert/incidents"},
		{"an empty code", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Codes = []string{"x", ""} }, "error field.empty /alert/code[2]"},
		{"a broken reference", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) {
			a.References = []capio.Reference{{Sender: "a,b", Identifier: "1"}}
		}, "error reference.syntax /alert/references"},
		{"UTC with a plus", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Sent = newTime(t, "2024-01-01T00:00:00+00:00") }, "warning date.syntax /alert/sent"},
		{"the year 0", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Onset = capio.TimeOf(5, 0) }, "error date.syntax /alert/info[1]/onset"},
		{"an end before the beginning", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) {
			i.Expires = newTime(t, "2020-01-01T00:00:00-00:00")
		}, "warning date.order /alert/info[1]/expires"},
		{"no category", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Categories = nil }, "error field.required /alert/info[1]/category"},
		{"a second category that is none", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Categories = append(i.Categories, "Weather") }, "error code.unknown /alert/info[1]/category[2]"},
		{"a response that is none", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) {
			i.ResponseTypes = []advisory.ResponseType{"Run"}
		}, "error code.unknown /alert/info[1]/responseType[1]"},
		{"a language that is none", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Language = "en_US" }, "error source.lang /alert/info[1]/language"},
		{"a parameter without a name", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Parameters = []capio.Value{{Value: "x"}} }, "error field.required /alert/info[1]/parameter[1]/valueName"},
		{"a page that does something", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Web = "javascript:alert(1)" }, "warning source.url /alert/info[1]/web"},
		{"a page with blanks around it", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Web = " https://a.example " }, "error source.url /alert/info[1]/web"},
		{"a file without a type", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) {
			i.Resources = []capio.Resource{{Desc: "x", URI: "x.png", Size: "-1"}}
		}, "error field.required /alert/info[1]/resource[1]/mimeType; error count.syntax /alert/info[1]/resource[1]/size"},
		{"an area without a name", func(_ *capio.Alert, _ *capio.Info, area *capio.Area) { area.Desc = "" }, "error field.required /alert/info[1]/area[1]/areaDesc"},
		{"a polygon of points that are none", func(_ *capio.Alert, _ *capio.Info, area *capio.Area) {
			area.Polygons = []capio.Polygon{square, {{}, {}, {}, {}}}
		}, "error place.coordinates /alert/info[1]/area[1]/polygon[2]"},
		{"a polygon of three points", func(_ *capio.Alert, _ *capio.Info, area *capio.Area) { area.Polygons = []capio.Polygon{square[:3]} }, "error place.area /alert/info[1]/area[1]/polygon[1]"},
		{"a circle without a radius", func(_ *capio.Alert, _ *capio.Info, area *capio.Area) {
			area.Circles = []capio.Circle{{Centre: square[0]}}
		}, "error place.area /alert/info[1]/area[1]/circle[1]"},
		{"a circle around nothing", func(_ *capio.Alert, _ *capio.Info, area *capio.Area) { area.Circles = []capio.Circle{{Radius: "5"}} }, "error place.coordinates /alert/info[1]/area[1]/circle[1]"},
		{"an altitude in words", func(_ *capio.Alert, _ *capio.Info, area *capio.Area) { area.Altitude = "high" }, "error place.coordinates /alert/info[1]/area[1]/altitude"},
		{"a text that is no UTF-8", func(_ *capio.Alert, i *capio.Info, _ *capio.Area) { i.Headline = "a\xffb" }, "error text.forbidden /alert/info[1]/headline"},
		{"a text with a character that XML has not", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Codes = []string{"a", "\ufffe"} }, "error text.forbidden /alert/code[2]"},
		{"a signature", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { signed(a, "<ds:Signature><x/></ds:Signature>") }, ""},
		{"a signature that is something else", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { signed(a, "<Signature/>") }, "error xml.syntax /alert/Signature"},
		{"a signature that breaks out", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) {
			signed(a, "<ds:Signature/></alert><alert><ds:Signature/>")
		}, "error xml.syntax /alert/Signature"},
		{"two in one", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { signed(a, "<ds:Signature/><ds:Signature/>") }, "error xml.syntax /alert/Signature"},
		{"a signature with a type", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { signed(a, "<!DOCTYPE x><ds:Signature/>") }, "error xml.syntax /alert/Signature"},
		{"a comment for a signature", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { signed(a, "<!-- -->") }, "error xml.syntax /alert/Signature"},
		{"a signature of no prefix that is known", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Signatures = [][]byte{[]byte("<ds:Signature/>")} }, "error xml.syntax /alert/Signature"},
		{"a prefix that breaks out", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) {
			a.Namespaces = []capio.NamespaceDecl{{Prefix: `a="b" c`, URI: "u"}}
		}, "error xml.syntax /alert"},
		{"a prefix twice", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) { a.Namespaces = append(ds[:1:1], ds...) }, "error xml.syntax /alert"},
		{"a prefix of no address", func(a *capio.Alert, _ *capio.Info, _ *capio.Area) {
			a.Namespaces = []capio.NamespaceDecl{{Prefix: "a"}}
		}, "error xml.syntax /alert"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := capio.Parse([]byte(message(info("<area><areaDesc>a</areaDesc></area>"))))
			if err != nil {
				t.Fatal(err)
			}
			c.change(a, &a.Infos[0], &a.Infos[0].Areas[0])
			var said []string
			for _, f := range a.Check() {
				said = append(said, fmt.Sprint(f.Severity, " ", f.Code, " ", f.Path))
			}
			if got := strings.Join(said, "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			before := []byte("before")
			out, err := a.AppendXML(before)
			if wrong := strings.Contains(c.want, "error"); (err != nil) != wrong || wrong && string(out) != "before" {
				t.Errorf("written: %v, %d bytes", err, len(out))
			}
			if err == nil {
				if _, err := capio.Parse(out[len(before):]); err != nil {
					t.Errorf("written, and not read: %v", err)
				}
			}
		})
	}
	if (&capio.Alert{}).Check().Err() == nil || !(&capio.Alert{}).Check().Has(incident.CodeFieldRequired) {
		t.Error("the zero Alert is right")
	}
}
