package capio_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

func parse(t *testing.T, file string) *capio.Alert {
	t.Helper()
	doc, err := os.ReadFile(filepath.Join(documents, file))
	if err != nil {
		t.Fatal(err)
	}
	a, err := capio.Parse(doc)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestAdvisoryOfAnAlert compares what is made of a message that states everything, and
// what is said to be lost, with what the package comment says.
func TestAdvisoryOfAnAlert(t *testing.T) {
	got, losses := parse(t, "ok-full.xml").Advisory()
	want := advisory.Advisory{
		ID: "MOL-2024-017", Issuer: "Ministry of Labour", Issued: date("2024-03-30"), Effective: date("2024-03-30"),
		Status: advisory.Actual, MsgType: advisory.Update, Urgency: advisory.UrgencyExpected, Severity: advisory.SeveritySevere,
		Certainty: advisory.CertaintyObserved, Categories: []advisory.Category{"Security", "Safety"}, ResponseTypes: []advisory.ResponseType{"Avoid", "Assess"},
		References: []string{"MOL-2024-009", "MOL-2024-002"}, Audience: "People offered work in call centres",
		Destinations: []string{"KH"}, Places: []string{"KH-18"},
		Infos: []advisory.Info{
			{Lang: "en", Headline: "Do not accept customer service jobs with free visa", Description: "Agents offer work & lodging; people are held.", Instruction: "Ask the embassy before you travel."},
			{Lang: "km", Headline: "កុំទទួលយកការងារនេះ"},
		},
		Contacts: []advisory.Contact{{Kind: advisory.Phone, Value: "+855 12 345 678"}},
		Source:   incident.Source{Name: "Migrant worker desk", URL: "https://labour.example/advisories/17"},
	}
	if d := cmp.Diff(want, got, values); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	var paths []string
	for _, l := range losses {
		if l.Reason == "" || strings.Contains(l.Reason, "\n") {
			t.Errorf("%s: the reason is %q", l.Path, l.Reason)
		}
		paths = append(paths, strings.TrimPrefix(l.Path, "/alert/"))
	}
	slices.Sort(paths)
	lost := []string{
		"code", "incidents", "info[1]/area[1]", "info[1]/area[1]/altitude", "info[1]/area[1]/areaDesc", "info[1]/effective", "info[1]/event",
		"info[1]/eventCode", "info[1]/expires", "info[1]/onset", "info[1]/parameter", "info[1]/resource", "info[2]/audience", "info[2]/effective",
		"info[2]/event", "info[2]/expires", "note", "references", "sender", "sent",
	}
	if d := cmp.Diff(lost, paths); d != "" {
		t.Errorf("lost: -want +got\n%s", d)
	}
}

// TestAdvisoryRules makes advisories of small messages.
func TestAdvisoryRules(t *testing.T) {
	area := func(desc, more string) string {
		return "<area><areaDesc>" + desc + "</areaDesc>" + more + "</area>"
	}
	code := func(list, value string) string {
		return "<geocode><valueName>" + list + "</valueName><value>" + value + "</value></geocode>"
	}
	for _, c := range []struct {
		name, more string
		of         func(advisory.Advisory) any
		want       string
	}{
		{"the sender where no name is", "", func(a advisory.Advisory) any { return a.Issuer }, "a@b.example"},
		{"the event where no headline is", info(""), func(a advisory.Advisory) any { return a.Infos }, "[{en-US e  }]"},
		{"texts of one language", info("<headline>a</headline><description>d</description>") + info("<headline>b</headline><description>d</description>"), func(a advisory.Advisory) any { return a.Infos }, "[{en-US a; b d }]"},
		{"the strongest", info("") + strings.NewReplacer("Past", "Immediate", "Minor", "Unknown", "Likely", "Observed").Replace(info("")), func(a advisory.Advisory) any { return fmt.Sprint(a.Urgency, a.Severity, a.Certainty) }, "ImmediateMinorObserved"},
		{"the last day, not the one after", info("<expires>2024-04-02T00:00:00+07:00</expires>"), func(a advisory.Advisory) any { return a.Expires }, "2024-04-01"},
		{"the last day", info("<expires>2024-04-02T00:00:01+07:00</expires>"), func(a advisory.Advisory) any { return a.Expires }, "2024-04-02"},
		{"no day before it is sent", info("<expires>2024-03-30T00:00:00+07:00</expires>"), func(a advisory.Advisory) any { return a.Expires }, "2024-03-30"},
		{"the latest end", info("<expires>2024-04-02T09:00:00+07:00</expires>") + info("<expires>2024-04-01T09:00:00+07:00</expires>"), func(a advisory.Advisory) any { return a.Expires }, "2024-04-02"},
		{"no end where one has none", info("<expires>2024-04-02T09:00:00+07:00</expires>") + info(""), func(a advisory.Advisory) any { return a.Expires.IsZero() }, "true"},
		{"no end where one has none, the other way round", info("") + info("<expires>2024-04-02T09:00:00+07:00</expires>"), func(a advisory.Advisory) any { return a.Expires.IsZero() }, "true"},
		{"the earliest beginning", info("<effective>2024-04-02T09:00:00+07:00</effective>") + info(""), func(a advisory.Advisory) any { return a.Effective }, "2024-03-30"},
		{"a country", info(area("Cambodia", code("ISO 3166-1", "KH"))), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[KH] []"},
		{"a country in other words", info(area("The Kingdom", code("iso3166-1", "KH"))), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[KH] [The Kingdom]"},
		{"a part of a country", info(area("Cambodia", "<circle>10,103 5</circle>"+code("ISO 3166-1", "KH"))), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[KH] [Cambodia]"},
		{"a code of another list", info(area("Cambodia", code("ISO 3166-1", "KH")+code("SAME", "1"))), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[KH] [Cambodia]"},
		{"a subdivision", info(area("Somewhere", code("ISO3166-2", "KH-18"))), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[] [KH-18]"},
		{"a name alone", info(area("Myawaddy", "")) + info(area("Myawaddy", "")), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[] [Myawaddy]"},
		{"a code that is none", info(area("Myawaddy", code("ISO 3166-1", "ZZ"))), func(a advisory.Advisory) any { return fmt.Sprint(a.Destinations, a.Places) }, "[] [Myawaddy]"},
		{"an address by mail", info("<contact>help@labour.example</contact>"), func(a advisory.Advisory) any { return a.Contacts }, "[{email help@labour.example}]"},
		{"a sentence", info("<contact>Call us at any time</contact>"), func(a advisory.Advisory) any { return a.Contacts }, "[]"},
		{"an address that does something", info("<web>javascript:alert(1)</web>"), func(a advisory.Advisory) any { return a.Source.URL == "" }, "true"},
		{"parameters of ours in a message that is not", info("<parameter><valueName>rescuetally:lure</valueName><value>x</value></parameter>"), func(a advisory.Advisory) any { return a.Lures }, "[]"},
		{"ours, changed by hand", "<code>" + capio.Profile + "</code>" + info("<parameter><valueName>rescuetally:issued</valueName><value>2023</value></parameter>"+
			"<parameter><valueName>rescuetally:unstated</valueName><value>urgency severity infos category x</value></parameter>"), func(a advisory.Advisory) any { return fmt.Sprint(a.Issued, a.Urgency, len(a.Infos), a.Categories) }, "2024-03-30Past0 [Met]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := capio.Parse([]byte(message(c.more)))
			if err != nil {
				t.Fatal(err)
			}
			adv, _ := a.Advisory()
			if got := fmt.Sprint(c.of(adv)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// TestUnfitAlerts: what is decoded can be written again, and what cannot is rejected with
// the place in the alert.
func TestUnfitAlerts(t *testing.T) {
	ours := func(name, value string) string {
		return "<code>" + capio.Profile + "</code>" + info("<parameter><valueName>rescuetally:"+name+"</valueName><value>"+value+"</value></parameter>")
	}
	for _, c := range []struct{ name, more, want string }{
		{"right", info(""), ""},
		{"it expires before it takes effect", info("<effective>2024-05-02T09:00:00+07:00</effective><expires>2024-05-01T09:00:00+07:00</expires>"), "date.order /expires"},
		{"it refers to itself", "<references>a@b.example,1,2024-03-30T00:00:00+07:00</references>" + info(""), "record.cycle /references/0"},
		{"a nationality that is none", ours("nationality", "zz"), "place.country /nationalities/0"},
		{"a contact without a kind", ours("contact", "123"), "code.unknown /contacts/0/kind"},
		{"a lure without words", ours("lure", ""), "field.empty /lures/0"},
	} {
		text := message(c.more)
		if c.name == "it refers to itself" {
			a, err := capio.Parse([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			text = strings.Replace(text, "a@b.example,1,", "a@b.example,"+a.Identifier+",", 1)
		}
		dec := capio.NewDecoder(strings.NewReader(text), &capio.DecodeOptions{Name: "x.cap"})
		var a advisory.Advisory
		_, err := dec.Decode(t.Context(), &a)
		if got := strings.Join(codes(t, err), ", "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if c.want == "" {
			continue
		}
		bad, _ := errors.AsType[*adapters.RecordError](err)
		if bad == nil || bad.Line == 0 || bad.Name != "x.cap" || bad.ID == "" || bad.Findings[0].At.Line == 0 || a.ID != "" || dec.Alert().Identifier != "" || dec.Losses() != nil {
			t.Errorf("%s: %+v, %+v", c.name, bad, a)
		}
	}
}

// TestPublicOnly: what is not for the public is rejected where that is asked for, and
// what follows is read.
func TestPublicOnly(t *testing.T) {
	public := message(info(""))
	restricted := strings.Replace(public, "<scope>Public</scope>", "<scope>Restricted</scope><restriction>x</restriction>", 1)
	private := strings.Replace(public, "<scope>Public</scope>", "<scope>Private</scope><addresses>x</addresses>", 1)
	for _, c := range []struct {
		name, text string
		public     bool
		want       string
	}{
		{"public", public, true, ""},
		{"restricted", restricted, true, "format.unexpected /alert/scope"},
		{"private", private, true, "format.unexpected /alert/scope"},
		{"restricted, not asked", restricted, false, ""},
		{"private, not asked", private, false, ""},
	} {
		o := &capio.DecodeOptions{Public: c.public}
		_, err := capio.NewDecoder(strings.NewReader(c.text), o).Decode(t.Context(), nothing())
		var a capio.Alert
		_, whole := capio.NewAlertDecoder(strings.NewReader(c.text), o).Decode(t.Context(), &a)
		if got, also := strings.Join(codes(t, err), ", "), strings.Join(codes(t, whole), ", "); got != c.want || also != c.want || (a.Identifier == "") != (c.want != "") {
			t.Errorf("%s: %s and %s, want %s", c.name, got, also, c.want)
		}
		if bad, ok := errors.AsType[*adapters.RecordError](err); ok && bad.Findings[0].At.Offset != int64(strings.Index(c.text, "<scope>")) {
			t.Errorf("%s: it is at %v", c.name, bad.Findings[0].At)
		}
	}
}

// TestOwnLosses: what others add to an alert of ours is said to be lost.
func TestOwnLosses(t *testing.T) {
	adv := advisory.Advisory{
		ID: "1", Issuer: "A", Issued: date("2024-01"), Expires: date("2024-05-01"), Lures: []string{"a", "b"}, Level: advisory.Level{Scheme: "x", Value: "2"},
		Contacts: []advisory.Contact{{Kind: advisory.Phone, Value: "+855 12 345 678"}},
		Infos:    []advisory.Info{{Lang: "en", Headline: "h"}, {Lang: "km", Headline: "k"}},
	}
	for _, c := range []struct {
		name   string
		change func(*capio.Alert)
		want   string
	}{
		{"nothing", func(*capio.Alert) {}, ""},
		{"a foreign parameter", func(a *capio.Alert) { add(a, 0, "HSAS", "orange") }, "/alert/info[1]/parameter[8]"},
		{"a parameter of another version", func(a *capio.Alert) { add(a, 0, "rescuetally:x", "y") }, "/alert/info[1]/parameter[8]"},
		{"a parameter of one info", func(a *capio.Alert) { add(a, 1, "rescuetally:lure", "c") }, "/alert/info[2]/parameter[8]"},
		{"a second level", func(a *capio.Alert) { add(a, 0, "rescuetally:level.value", "3") }, "/alert/info[1]/parameter[8]"},
		{"another date", func(a *capio.Alert) { add(a, 0, "rescuetally:effective", "2023") }, "/alert/info[1]/parameter[8]"},
		{"a contact", func(a *capio.Alert) { a.Infos[1].Contact = "x@y.example" }, "/alert/info[2]/contact"},
		{"a time of day", func(a *capio.Alert) { a.Sent = capio.TimeOf(a.Sent.Day(), 60) }, "/alert/sent"},
		{"a code", func(a *capio.Alert) { a.Codes = append(a.Codes, "x") }, "/alert/code"},
	} {
		a, err := capio.FromAdvisory(&adv, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Infos {
			a.Infos[i].Parameters = slices.Clone(a.Infos[i].Parameters)
		}
		c.change(&a)
		_, losses := a.Advisory()
		var paths []string
		for _, l := range losses {
			paths = append(paths, l.Path)
		}
		if got := strings.Join(paths, " "); got != c.want {
			t.Errorf("%s: lost %q, want %q", c.name, got, c.want)
		}
	}
}

func add(a *capio.Alert, info int, name, value string) {
	i := &a.Infos[info]
	i.Parameters = append(i.Parameters, capio.Value{Name: name, Value: value})
}

// TestReferences writes references to advisories that are known and to others.
func TestReferences(t *testing.T) {
	first := advisory.Advisory{ID: "a 1", Issuer: "Ministry, A", Issued: date("2024-01")}
	second := advisory.Advisory{ID: "a 2", Issuer: "Ministry, A", Issued: date("2024-02-03"), MsgType: advisory.Update, References: []string{"a 1", "a 0"}}
	o := &capio.ConvertOptions{
		Sender: func(issuer string) string { return map[string]string{"Ministry, A": "alerts@a.example"}[issuer] },
		Lookup: func(issuer, id string) *advisory.Advisory {
			if issuer == first.Issuer && id == first.ID {
				return &first
			}
			return nil
		},
		Event: "Job fraud",
	}
	a, err := capio.FromAdvisory(&second, o)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range a.References {
		got = append(got, r.String())
	}
	want := []string{"alerts@a.example,a%201,2024-01-01T00:00:00-00:00", "alerts@a.example,a%200," + capio.Never}
	if d := cmp.Diff(want, got); d != "" || a.Infos[0].Event != "Job fraud" || a.Sender != "alerts@a.example" {
		t.Errorf("sender %s: -want +got\n%s", a.Sender, d)
	}
	back, _ := a.Advisory()
	if d := cmp.Diff(second, back, values); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// TestUnwritable asks for what CAP cannot hold.
func TestUnwritable(t *testing.T) {
	good := advisory.Advisory{ID: "1", Issuer: "A", Issued: date("2024-01-15")}
	for _, c := range []struct {
		name   string
		change func(*advisory.Advisory)
		want   string
	}{
		{"nothing wrong", func(*advisory.Advisory) {}, ""},
		{"no id", func(a *advisory.Advisory) { a.ID = "" }, "field.required /id"},
		{"the year 0", func(a *advisory.Advisory) { a.Issued = date("0000-03") }, "date.syntax /alert/sent"},
		{"the winter after the last year", func(a *advisory.Advisory) { a.Expires = date("9999-24") }, "date.syntax /alert/info[1]/expires"},
		{"a language with an underscore", func(a *advisory.Advisory) { a.Infos = []advisory.Info{{Lang: "en_US"}} }, "source.lang /alert/info[1]/language"},
		{"a place without a name", func(a *advisory.Advisory) { a.Places = []string{""} }, "field.empty /places/0"},
		{"a character XML does not have", func(a *advisory.Advisory) { a.Level = advisory.Level{Scheme: "x", Value: "\x00"} }, "text.forbidden /level/value"},
		{"no UTF-8", func(a *advisory.Advisory) { a.Level = advisory.Level{Scheme: "x", Value: "\xff"} }, "text.invalid-utf8 /level/value"},
		{"a reference to nothing", func(a *advisory.Advisory) { a.References = []string{""} }, "field.empty /references/0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := good
			c.change(&a)
			var out bytes.Buffer
			enc := capio.NewEncoder(&out, nil)
			err := enc.Encode(t.Context(), &a)
			if got := strings.Join(codes(t, err), ", "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if err != nil && out.Len() > 0 {
				t.Errorf("%d bytes were written", out.Len())
			}
			if c.want == "" {
				return
			}
			if err := enc.Encode(t.Context(), &good); err != nil {
				t.Errorf("the next: %v", err)
			}
		})
	}
}

// TestDocumentForm: a document is one alert, no less and no more.
func TestDocumentForm(t *testing.T) {
	good := advisory.Advisory{ID: "1", Issuer: "A", Issued: date("2024-01-15")}
	var out bytes.Buffer
	enc := capio.NewEncoder(&out, nil)
	if err := enc.Close(); err == nil || errors.Is(err, adapters.ErrClosed) {
		t.Errorf("a document without an alert: %v", err)
	}
	enc = capio.NewEncoder(&out, nil)
	if err := enc.Encode(t.Context(), &good); err != nil {
		t.Fatal(err)
	}
	size := out.Len()
	if got := codes(t, enc.Encode(t.Context(), &good)); len(got) != 1 || got[0] != "limit.records " {
		t.Errorf("a second alert: %v", got)
	}
	if err := errors.Join(enc.Close(), enc.Close()); err != nil || out.Len() != size {
		t.Errorf("Close: %v, %d bytes more", err, out.Len()-size)
	}
	if err := enc.Encode(t.Context(), &good); !errors.Is(err, adapters.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

// TestLocate finds the elements that members were made of.
func TestLocate(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(documents, "ok-full.xml"))
	if err != nil {
		t.Fatal(err)
	}
	dec := capio.NewDecoder(bytes.NewReader(doc), &capio.DecodeOptions{Name: "x.cap"})
	loc, err := dec.Decode(t.Context(), nothing())
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(doc), "\n")
	for path, want := range map[string]string{
		"": "<alert ", "/id": "<identifier>", "/issuer": "<senderName>", "/issued": "<sent>", "/expires": "<expires>", "/categories/1": "<category>Safety",
		"/responseTypes/0": "<responseType>Avoid", "/infos/1/headline": "<headline>កុំ", "/infos/1/lang": "<language>km", "/infos/0/instruction": "<instruction>",
		"/source/url": "<web>", "/source/name": "<source>", "/destinations/0": "<area>", "/contacts/0/value": "<contact>", "/references/1": "<references>",
		"/alert/info[2]/area[1]/geocode[1]/value": "<value>KH<", "/alert/info[9]": "<alert ", "/lures/3": "<alert ", "/infos/x": "<info>",
	} {
		at, field := loc.Locate(path)
		if line := lines[at.Line-1]; !strings.HasPrefix(line[at.Column-1:], want) || at.Name != "x.cap" || at.Record != 1 || (field == "") != strings.HasPrefix(path, "/alert") {
			t.Errorf("%s is at %s (%s): %s", path, at, field, line)
		}
	}
	if _, err := dec.Decode(t.Context(), nothing()); err != io.EOF {
		t.Errorf("behind it: %v", err)
	}
	text := message(info("") + info("") + strings.Replace(info(""), "<category>", "<language>km</language><category>", 1))
	loc, err = capio.NewDecoder(strings.NewReader(text), nil).Decode(t.Context(), nothing())
	if err != nil {
		t.Fatal(err)
	}
	if at, field := loc.Locate("/infos/1/lang"); field != "/alert/info[3]/language" || at.Offset != int64(strings.Index(text, "<language>")) {
		t.Errorf("the second language is at %s (%s)", at, field)
	}
}
