package advisory

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rescuetally/rescuetally/incident"
)

var compareEntry = cmp.Options{
	cmpopts.EquateComparable(incident.Date{}, incident.Count{}), cmpopts.EquateEmpty(),
}

// ministry is a list of one authority on a day, with what may be said of agents.
func ministry() []*Entry {
	e := func(name, licence string, status EntryStatus, change ...func(*Entry)) *Entry {
		e := &Entry{
			Authority: "Ministry of External Affairs", Country: "IN", Name: name, Licence: licence, Status: status,
			ValidFrom: date("2022-06-01"), ValidTo: date("2027-05-31"), AsOf: date("2024-03-01"),
			Source: incident.Source{Name: "eMigrate", URL: "https://emigrate.gov.in/"},
		}
		for _, f := range change {
			f(e)
		}
		return e
	}
	bare := func(e *Entry) { e.ValidFrom, e.ValidTo = incident.Date{}, incident.Date{} }
	return []*Entry{
		e("Shiva Manpower", "B-1794/PUN/PER/100/5/10094/2022", StatusValid, func(e *Entry) { e.Capacity = incident.AtLeast(1000) }),
		e("Al Noor Overseas Pvt. Ltd.", "B-0211/DEL/PER/1000+/5/2591/1989", StatusValid, func(e *Entry) {
			e.AKA, e.Branches = []string{"Noor Jobs", "Nur International"}, []string{"Mumbai"}
		}),
		e("Vinayak Overseas Services", "B-3393/HP/PER/100/5/11399/2026", StatusSuspended),
		e("Trehan International", "B-0613/DEL/COM/1000+/5/5374/1999", StatusValid, func(e *Entry) { e.ValidTo = date("2024-03-10") }),
		e("Gulf Bridge Consultants", "B-0850/DEL/COM/1000+/5/9385/2018", StatusExpired, bare),
		e("Sunrise Overseas", "B-0900", "", bare),
		e("Twin Overseas", "B-0901", StatusValid),
		e("Twin Overseas", "B-0902", StatusCancelled),
		e("Shadow Placement", "", StatusUnregistered, bare),
		e("Famous Brand Manpower", "", StatusImpersonated, bare),
		e("Famous Brand Manpower", "B-0903", StatusValid),
		e("Lanka Link", "2888", StatusValid, func(e *Entry) { e.Authority, e.Country = "SLBFE", "LK" }),
		e("شركة الخليج", "B-0904", StatusValid),
		e("Renewed Overseas", "B-0905", StatusSuspended, func(e *Entry) { e.AsOf = date("2024-01-01") }),
		e("Renewed Overseas", "B-0905", StatusValid),
		e("Black Sheep Recruitment", "B-0906", StatusBlacklisted),
	}
}

func register(t testing.TB, o *RegisterOptions, entries ...*Entry) *Register {
	t.Helper()
	r, err := NewRegister(slices.Values(entries), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var allOfIndia = &RegisterOptions{Complete: []Coverage{{Country: "IN"}, {Country: "LK", Authority: "SLBFE"}}}

func TestLookup(t *testing.T) {
	r := register(t, allOfIndia, ministry()...)
	for _, c := range []struct {
		name   string
		query  Query
		on     string
		match  Match
		reason Reason
		status EntryStatus
	}{
		{"licence and name", Query{"IN", "", "B-1794/PUN/PER/100/5/10094/2022", "SHIVA MANPOWER"}, "", Yes, ReasonListed, StatusValid},
		{"licence and name without its common words", Query{"IN", "", "B 211", "Al-Noor"}, "", Yes, ReasonListed, StatusValid},
		{"licence and another name of the agent", Query{"IN", "", "B 211", "Noor Jobs"}, "", Yes, ReasonListed, StatusValid},
		{"licence and a name that resembles", Query{"IN", "", "B-1794", "Shiva Overseas"}, "", CannotTell, ReasonResembles, StatusValid},
		{"licence that belongs to another name", Query{"IN", "", "B-1794", "Dream Jobs Thailand"}, "", No, ReasonAnotherName, StatusValid},
		{"licence whose holder's name is in another script", Query{"IN", "", "B-904", "Gulf Company"}, "", CannotTell, ReasonScript, StatusValid},
		{"name in another script than the holder's", Query{"IN", "", "B-1794", "شركة الخليج"}, "", CannotTell, ReasonScript, StatusValid},
		{"licence of another year", Query{"IN", "", "B-1794/PUN/PER/100/5/10094/2021", "Shiva Manpower"}, "", CannotTell, ReasonLicenceDiffers, StatusValid},
		{"licence alone", Query{"IN", "", "B-1794", ""}, "", Yes, ReasonListed, StatusValid},
		{"licence without a country", Query{"", "", "B-1794", "Shiva Manpower"}, "", CannotTell, ReasonUnscoped, StatusValid},
		{"licence that tells its country", Query{"", "", "B-1794/PUN/PER/100/5/10094/2022", "Shiva Manpower"}, "", Yes, ReasonListed, StatusValid},
		{"name alone", Query{"IN", "", "", "shiva manpower pvt ltd"}, "", Yes, ReasonListed, StatusValid},
		{"name in Devanagari", Query{"IN", "", "", "शिवा मैनपावर"}, "", Yes, ReasonListed, StatusValid},
		{"name without a country", Query{"", "", "", "Shiva Manpower"}, "", Yes, ReasonListed, StatusValid},
		{"name that resembles", Query{"IN", "", "", "Shiva Overseas"}, "", CannotTell, ReasonResembles, StatusValid},
		{"name alone without its common words", Query{"IN", "", "", "Al Noor"}, "", CannotTell, ReasonResembles, StatusValid},
		{"misspelt name", Query{"IN", "", "", "Vinajak Overseas"}, "", CannotTell, ReasonResembles, StatusSuspended},
		{"suspended", Query{"IN", "", "B-3393", "Vinayak Overseas Services"}, "", No, ReasonListedAgainst, StatusSuspended},
		{"expired by the date", Query{"IN", "", "B-613", "Trehan International"}, "2024-03-11", No, ReasonListedAgainst, StatusExpired},
		{"on the last day", Query{"IN", "", "B-613", "Trehan International"}, "2024-03-10", Yes, ReasonListed, StatusValid},
		{"in the month of the last day", Query{"IN", "", "B-613", "Trehan International"}, "2024-03", CannotTell, ReasonStatus, ""},
		{"before the first day", Query{"IN", "", "B-613", "Trehan International"}, "2020-01-01", CannotTell, ReasonStatus, ""},
		{"expired by the list", Query{"IN", "", "B-850", "Gulf Bridge Consultants"}, "", No, ReasonListedAgainst, StatusExpired},
		{"status not stated", Query{"IN", "", "B-900", "Sunrise Overseas"}, "", CannotTell, ReasonStatus, ""},
		{"two of one name, one cancelled", Query{"IN", "", "", "Twin Overseas"}, "", CannotTell, ReasonSeveral, StatusCancelled},
		{"two of one name and a licence", Query{"IN", "", "B-901", "Twin Overseas"}, "", Yes, ReasonListed, StatusValid},
		{"unregistered", Query{"", "", "", "Shadow Placement Services"}, "", CannotTell, ReasonResembles, StatusUnregistered},
		{"unregistered, by its name", Query{"", "", "", "SHADOW PLACEMENTS"}, "", No, ReasonListedAgainst, StatusUnregistered},
		{"impersonated, with the true licence", Query{"IN", "", "B-903", "Famous Brand Manpower"}, "", No, ReasonListedAgainst, StatusImpersonated},
		{"blacklisted licence, whatever the name", Query{"IN", "", "B-906", "Dream Jobs"}, "", No, ReasonListedAgainst, StatusBlacklisted},
		{"blacklisted name with no licence", Query{"IN", "", "", "Black Sheep Recruitment"}, "", No, ReasonListedAgainst, StatusBlacklisted},
		{"name of a blacklisted agent with another's licence", Query{"IN", "", "B-1794", "Black Sheep Recruitment"}, "", No, ReasonAnotherName, StatusValid},
		{"the newer entry speaks", Query{"IN", "", "B-905", "Renewed Overseas"}, "", Yes, ReasonListed, StatusValid},
		{"licence not listed", Query{"IN", "", "B-7777", "Nobody At All"}, "", No, ReasonNotListed, ""},
		{"licence not listed, name is", Query{"IN", "", "B-7777", "Shiva Manpower"}, "", CannotTell, ReasonOtherLicence, StatusValid},
		{"name not listed", Query{"IN", "", "", "Nobody At All"}, "", No, ReasonNotListed, ""},
		{"name not listed, in another script", Query{"IN", "", "", "海外就业"}, "", CannotTell, ReasonScript, ""},
		{"name not listed, no country", Query{"", "", "", "Nobody At All"}, "", CannotTell, ReasonIncomplete, ""},
		{"name not listed, country not complete", Query{"NP", "", "", "Nobody At All"}, "", CannotTell, ReasonIncomplete, ""},
		{"country in which one authority is complete", Query{"LK", "", "", "Nobody At All"}, "", CannotTell, ReasonIncomplete, ""},
		{"authority that is complete", Query{"LK", "SLBFE", "", "Nobody At All"}, "", No, ReasonNotListed, ""},
		{"no such country", Query{"India", "", "B-1794", "Shiva Manpower"}, "", CannotTell, ReasonIncomplete, ""},
		{"nothing asked", Query{Country: "IN"}, "", CannotTell, ReasonNothingAsked, ""},
		{"licence without letters", Query{"IN", "", "---", "Shiva Manpower"}, "", CannotTell, ReasonUnreadable, ""},
		{"name without letters", Query{"IN", "", "B-1794", "---"}, "", CannotTell, ReasonUnreadable, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.on == "" {
				c.on = "2024-03-08"
			}
			a := r.Lookup(c.query, date(c.on))
			if a.Match != c.match || a.Reason != c.reason || a.Status != c.status {
				t.Errorf("got %s (%s), %q; want %s (%s), %q", a.Match, a.Reason, a.Status, c.match, c.reason, c.status)
			}
			if a.AnotherName != (c.reason == ReasonAnotherName) {
				t.Errorf("AnotherName = %t", a.AnotherName)
			}
			if a.Match != CannotTell && (a.Stale || a.AsOf != date("2024-03-01")) {
				t.Errorf("as of %s, stale %t", a.AsOf, a.Stale)
			}
		})
	}
}

func TestStaleRegister(t *testing.T) {
	r := register(t, allOfIndia, ministry()...)
	ask := func(licence, name, on string) Answer {
		return r.Lookup(Query{Country: "IN", Licence: licence, Name: name}, date(on))
	}
	for _, c := range []struct {
		name, licence, agent string
		match                Match
		reason               Reason
	}{
		{"valid", "B-1794", "Shiva Manpower", CannotTell, ReasonStale},
		{"expired by the date", "B-613", "Trehan International", CannotTell, ReasonStale},
		{"expired by the list", "B-850", "Gulf Bridge Consultants", No, ReasonListedAgainst},
		{"suspended", "B-3393", "Vinayak Overseas Services", No, ReasonListedAgainst},
		{"blacklisted", "B-906", "", No, ReasonListedAgainst},
		{"another's licence", "B-1794", "Dream Jobs Thailand", CannotTell, ReasonStale},
		{"not listed", "B-7777", "Nobody At All", CannotTell, ReasonStale},
	} {
		a := ask(c.licence, c.agent, "2025-03-01")
		if !a.Stale || a.Match != c.match || a.Reason != c.reason {
			t.Errorf("%s: %s (%s), stale %t; want %s (%s)", c.name, a.Match, a.Reason, a.Stale, c.match, c.reason)
		}
	}
	for on, stale := range map[string]bool{"2024-03-31": false, "2024-04-01": true, "2024-03": false, "2024-04": true, "2023-01-01": false, "": true, "2024-03/..": true} {
		if a := ask("B-1794", "", on); a.Stale != stale {
			t.Errorf("on %q: stale %t, want %t", on, a.Stale, stale)
		}
	}
	undated := ministry()[0]
	undated.AsOf = incident.Date{}
	if a := register(t, nil, undated).Lookup(Query{Country: "IN", Licence: "B-1794"}, date("2024-03-01")); !a.Stale || a.Match != CannotTell {
		t.Errorf("a register of no date: %+v", a)
	}
	if a := register(t, &RegisterOptions{MaxAge: 400}, ministry()...).Lookup(Query{Country: "IN", Licence: "B-1794"}, date("2025-03-01")); a.Stale || a.Match != Yes {
		t.Errorf("an older register allowed: %+v", a)
	}
	stated := &RegisterOptions{Complete: []Coverage{{Country: "IN", AsOf: date("2024-02-01")}, {Country: "IN", AsOf: date("2025-02-20")}}}
	if a := register(t, stated, ministry()...).Lookup(Query{Country: "IN", Name: "Nobody At All"}, date("2025-03-01")); a.Match != No || a.AsOf != date("2025-02-20") {
		t.Errorf("a coverage with a date of its own: %+v", a)
	}
}

// TestLaterRegister: what was known later says nothing of an earlier day, neither for an
// agent nor against one.
func TestLaterRegister(t *testing.T) {
	entry := func(licence, name string, status EntryStatus, asOf string) *Entry {
		return &Entry{Authority: "Ministry", Country: "IN", Name: name, Licence: licence, Status: status, AsOf: date(asOf)}
	}
	all := []*Entry{
		entry("B-1", "Shiva Manpower", StatusValid, "2026-02-01"),
		entry("B-2", "Trehan International", StatusSuspended, "2026-02-01"),
		entry("", "Gulf Bridge Consultants", StatusBlacklisted, "2026-02-01"),
		entry("B-4", "Vinayak Overseas", StatusValid, "2019-05-20"),
		entry("B-4", "Vinayak Overseas", StatusCancelled, "2026-02-01"),
		entry("B-5", "Lakshmi Placement", StatusValid, "2026"),
	}
	for _, c := range []struct {
		name, licence, agent, on string
		coverage                 []Coverage
		match                    Match
		reason                   Reason
		status                   EntryStatus
		asOf                     string
	}{
		{"valid", "B-1", "", "2019-06-01", nil, CannotTell, ReasonLater, "", "2026-02-01"},
		{"valid, on the day", "B-1", "", "2026-02-01", nil, Yes, ReasonListed, StatusValid, "2026-02-01"},
		{"the day before", "B-1", "", "2026-01-31", nil, CannotTell, ReasonLater, "", "2026-02-01"},
		{"perhaps not later", "B-1", "", "2026", nil, CannotTell, ReasonStale, StatusValid, "2026-02-01"},
		{"a year that has the day", "B-5", "", "2026-01-31", nil, Yes, ReasonListed, StatusValid, "2026"},
		{"suspended", "B-2", "", "2019-06-01", nil, CannotTell, ReasonLater, "", "2026-02-01"},
		{"suspended, by name", "", "Trehan International", "2019-06-01", nil, CannotTell, ReasonLater, "", "2026-02-01"},
		{"blacklisted", "", "Gulf Bridge Consultants", "2019-06-01", nil, CannotTell, ReasonLater, "", "2026-02-01"},
		{"blacklisted since", "", "Gulf Bridge Consultants", "2026-02-01", nil, No, ReasonListedAgainst, StatusBlacklisted, "2026-02-01"},
		{"another's licence", "B-1", "Dream Jobs Thailand", "2019-06-01", nil, CannotTell, ReasonLater, "", "2026-02-01"},
		{"an older list", "B-4", "", "2019-06-01", nil, Yes, ReasonListed, StatusValid, "2019-05-20"},
		{"the newer list", "B-4", "", "2026-02-02", nil, No, ReasonListedAgainst, StatusCancelled, "2026-02-01"},
		{"not listed", "B-7", "", "2019-06-01", []Coverage{{Country: "IN"}}, CannotTell, ReasonLater, "", "2026-02-01"},
		{"not listed then", "B-7", "", "2019-06-01", []Coverage{{Country: "IN", AsOf: date("2019-05-20")}, {Country: "IN"}}, No, ReasonNotListed, "", "2019-05-20"},
		{"listed later", "B-1", "", "2019-06-01", []Coverage{{Country: "IN", AsOf: date("2019-05-20")}}, CannotTell, ReasonLater, "", "2026-02-01"},
		{"resembles", "", "Trehan Internationals Travel", "2019-06-01", nil, CannotTell, ReasonResembles, "", "2026-02-01"},
	} {
		r := register(t, &RegisterOptions{Complete: c.coverage}, all...)
		a := r.Lookup(Query{Country: "IN", Licence: c.licence, Name: c.agent}, date(c.on))
		if a.Match != c.match || a.Reason != c.reason || a.Status != c.status || a.AsOf != date(c.asOf) || a.AnotherName {
			t.Errorf("%s: %s (%s), %q, as of %s, another name %t; want %s (%s), %q, as of %s", c.name, a.Match, a.Reason, a.Status, a.AsOf, a.AnotherName, c.match, c.reason, c.status, c.asOf)
		}
	}
}

// TestOrderOfFound has the likest first, and what matches by licence before all.
func TestOrderOfFound(t *testing.T) {
	names := func(a Answer) (names []string) {
		for _, f := range a.Found {
			names = append(names, f.Entry.Name)
		}
		return names
	}
	entries := []*Entry{
		{Country: "IN", Name: "Gulf Star Manpower", Licence: "B-1"},
		{Country: "IN", Name: "Gulf Star Overseas", Licence: "B-2"},
		{Country: "IN", Name: "Gulf Staar Overseas", Licence: "B-3"},
		{Country: "IN", Name: "Elsewhere", Licence: "B-4"},
	}
	r := register(t, nil, entries...)
	want := []string{"Gulf Star Overseas", "Gulf Staar Overseas", "Gulf Star Manpower"}
	if d := cmp.Diff(want, names(r.Lookup(Query{Country: "IN", Name: "Gulf Star Overseas"}, date("2024")))); d != "" {
		t.Error("-want +got", d)
	}
	want = append([]string{"Elsewhere"}, want...)
	if d := cmp.Diff(want, names(r.Lookup(Query{Country: "IN", Licence: "B-4", Name: "Gulf Star Overseas"}, date("2024")))); d != "" {
		t.Error("-want +got", d)
	}
}

// TestNewestOfOneLicence has one licence printed in two ways.
func TestNewestOfOneLicence(t *testing.T) {
	old, other := ministry()[0], ministry()[0]
	old.Licence, old.Status, old.AsOf = "B 1794", StatusSuspended, date("2023-01-01")
	other.Licence = "B-9999"
	other.AsOf = date("2024-03-02")
	r := register(t, nil, old, ministry()[0], other)
	for _, licence := range []string{"", "B-1794"} {
		a := r.Lookup(Query{Country: "IN", Licence: licence, Name: "Shiva Manpower"}, date("2024-03-08"))
		if a.Match != Yes || a.AsOf != date("2024-03-01") || len(a.Found) < 2 {
			t.Errorf("licence %q: %s (%s), as of %s", licence, a.Match, a.Reason, a.AsOf)
		}
	}
}

func TestEmptyRegister(t *testing.T) {
	var none *Register
	zero := &Register{}
	made := register(t, &RegisterOptions{Complete: []Coverage{{Country: "IN"}}}, nil, nil)
	for _, r := range []*Register{none, zero, made} {
		a := r.Lookup(Query{Country: "IN", Licence: "B-1", Name: "Shiva"}, date("2024"))
		if a.Match != CannotTell || a.Reason != ReasonEmpty || len(a.Found) != 0 || r.Len() != 0 {
			t.Errorf("an empty register says %+v", a)
		}
		for range r.All() {
			t.Error("an empty register has an entry")
		}
	}
	nameless := register(t, nil, &Entry{Country: "IN", Licence: "--"}, &Entry{Licence: strings.Repeat("x", 300), AKA: []string{"Found"}})
	if a := nameless.Lookup(Query{Name: "Found"}, date("2024")); len(a.Found) != 1 {
		t.Errorf("by its other name: %+v", a)
	}
}

func TestRegisterLimits(t *testing.T) {
	for _, c := range []struct {
		name string
		o    RegisterOptions
		code incident.Code
	}{
		{"entries", RegisterOptions{Entries: 3}, incident.CodeLimitRecords},
		{"bytes", RegisterOptions{EntryBytes: 60}, incident.CodeLimitRecordBytes},
	} {
		r, err := NewRegister(slices.Values(ministry()), &c.o)
		e, ok := errors.AsType[*incident.SyntaxError](err)
		if !ok || e.Code != c.code || r != nil || strings.Contains(err.Error(), "Shiva") {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
}

// TestRegisterKeeps takes every member in and out again.
func TestRegisterKeeps(t *testing.T) {
	want := slices.Concat(ministry(), slices.Collect(generated(recordsBlock+10)))
	want[3].Source = incident.Source{Name: "n", Kind: incident.Police, URL: "https://example.org/other", Lang: "en", Grade: "A1"}
	want[4].Source.URL = ""
	want[5].Capacity = incident.AtLeast(1000)
	want[6].Branches = []string{strings.Repeat("long ", 10_000)}
	r := register(t, nil, want...)
	if got := slices.Collect(r.All()); !cmp.Equal(want, got, compareEntry) {
		t.Error("-want +got", cmp.Diff(want[:20], got[:20], compareEntry))
	}
	if r.Len() != len(want) {
		t.Errorf("Len = %d, want %d", r.Len(), len(want))
	}
	odd := register(t, nil, &Entry{Name: "x", Status: "splendid"})
	for e := range odd.All() {
		if e.Status != "" {
			t.Error("a status that the format does not have is kept")
		}
	}
}

// TestOrderOfEntries asks the same of registers of the same entries.
func TestOrderOfEntries(t *testing.T) {
	entries := slices.Concat(ministry(), slices.Collect(generated(400)))
	for i := range 200 { // many of one name
		entries = append(entries, &Entry{
			Authority: "a", Country: "IN", Name: "Crowd Overseas", Licence: fmt.Sprint("X-", i), Status: StatusValid, AsOf: date("2024-03-01"),
		})
	}
	queries := []Query{{Name: "Crowd Overseas"}, {Name: "Crowd"}, {Country: "IN", Licence: "X-7", Name: "Crowd Overseas"}, {Name: "Overseas"}}
	for _, e := range entries[:100] {
		queries = append(queries, Query{Country: e.Country, Licence: e.Licence, Name: e.Name}, Query{Name: e.Name}, Query{Country: e.Country, Licence: e.Licence})
	}
	answers := func() (all []Answer) {
		r := register(t, allOfIndia, entries...)
		for _, q := range queries {
			all = append(all, r.Lookup(q, date("2024-03-08")))
		}
		return all
	}
	want := answers()
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		rng.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		for i, got := range answers() {
			if d := cmp.Diff(want[i], got, compareEntry); d != "" {
				t.Fatalf("query %d: -want +got %s", i, d)
			}
		}
	}
	if a := want[0]; a.Match != CannotTell || a.Reason != ReasonTooCommon || len(a.Found) != MaxFound {
		t.Errorf("200 of one name: %s (%s)", a.Match, a.Reason)
	}
}

// TestFoundByComparingAll looks for every entry, in variants of its name, and
// compares with what comparing with all names finds.
func TestFoundByComparingAll(t *testing.T) {
	entries := slices.Concat(ministry(), slices.Collect(generated(300)))
	for _, a := range agencies {
		entries = append(entries, &Entry{Country: "IN", Name: a, Status: StatusValid})
	}
	r := register(t, nil, entries...)
	missed, all := 0, 0
	for i := 0; i < len(entries); i += 3 {
		for name, f := range variants {
			query := f(entries[i].Name)
			var asked foldedName
			asked.fold(query)
			found, full, _ := r.byName(&asked, "")
			for n, e := range entries {
				score := CompareNames(query, e.Name)
				for _, aka := range e.AKA {
					score = max(score, CompareNames(query, aka))
				}
				if score < NameResembles {
					continue
				}
				all++
				switch at := slices.IndexFunc(found, func(f named) bool { return f.entry == uint32(n) }); {
				case at >= 0 && found[at].score != score:
					t.Fatalf("%s of %q: score %d, want %d", name, entries[i].Name, found[at].score, score)
				case at < 0 && score >= NameSame:
					t.Errorf("%s: %q is not found as %q (%d)", name, e.Name, query, score)
				case at < 0 && full:
					missed++
				}
			}
		}
	}
	if all < 1000 || missed*50 > all {
		t.Errorf("%d of %d that only resemble are missed, want at most 2 in 100", missed, all)
	}
	t.Logf("%d of %d missed", missed, all)
}

// TestBounds asks a register in which every word is in too many names.
func TestBounds(t *testing.T) {
	var entries []*Entry
	for i := range maxPostings + 100 {
		entries = append(entries, &Entry{Country: "IN", Name: "Gulf Star " + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + "x", Licence: "S-1", Status: StatusValid, AsOf: date("2024-03-01")})
	}
	entries = append(entries, &Entry{Country: "IN", Name: "Gulf Star", Status: StatusValid, AsOf: date("2024-03-01")})
	r := register(t, &RegisterOptions{Complete: []Coverage{{Country: "IN"}}}, entries...)
	on := date("2024-03-08")
	for _, c := range []struct {
		query  Query
		match  Match
		reason Reason
	}{
		{Query{Country: "IN", Name: "Gulf Star"}, Yes, ReasonListed},
		{Query{Country: "IN", Name: "Gulf Star Unseen"}, CannotTell, ReasonTooCommon},
		{Query{Country: "IN", Name: "Unseen Gulf Unheard Name"}, No, ReasonNotListed},
		{Query{Country: "IN", Licence: "S-1"}, CannotTell, ReasonTooCommon},
	} {
		if a := r.Lookup(c.query, on); a.Match != c.match || a.Reason != c.reason {
			t.Errorf("%+v: %s (%s), want %s (%s)", c.query, a.Match, a.Reason, c.match, c.reason)
		}
	}
	if a := r.Lookup(Query{Name: strings.Repeat("\U00010d7e", 500) + strings.Repeat("gulf ", 200)}, on); a.Match == Yes {
		t.Error("a name without sense is found")
	}
}

func TestConcurrentSafe(t *testing.T) {
	r := register(t, allOfIndia, ministry()...)
	query := Query{Country: "IN", Licence: "B-1794", Name: "Shiva Manpower"}
	want := r.Lookup(query, date("2024-03-08"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if d := cmp.Diff(want, r.Lookup(query, date("2024-03-08")), compareEntry); d != "" {
					t.Error(d)
				}
				r.Lookup(Query{Name: "Shwa Manpower"}, date("2024-03-08"))
			}
		})
	}
	wg.Wait()
}

func FuzzLookup(f *testing.F) {
	r := register(f, allOfIndia, ministry()...)
	f.Add("IN", "", "B-1794", "Shiva Manpower", "2024-03-08")
	f.Add("", "SLBFE", "2888", "लंका लिंक", "2024/..")
	f.Add("xx", "\xff", "\xff", "\xff", "2024-XX")
	f.Add("IN", "", "", "x x xxxxxxxxxxxxx", "")
	f.Fuzz(func(t *testing.T, country, authority, licence, name, on string) {
		day, err := incident.ParseDate(on)
		if err != nil {
			return
		}
		q := Query{country, authority, licence, name}
		a := r.Lookup(q, day)
		switch {
		case a.Match == Yes && (a.Status != StatusValid || a.Stale || a.AnotherName || len(a.Found) == 0):
			t.Errorf("yes, and %+v", a)
		case a.Match == Yes && name != "" && !slices.ContainsFunc(a.Found, func(f Found) bool { return f.Score >= NameFits }):
			t.Errorf("yes, and no name fits: %+v", a)
		case a.Match == No && a.Status == StatusValid && !a.AnotherName:
			t.Errorf("no, and valid: %+v", a)
		case a.Reason == "" || len(a.Found) > MaxFound:
			t.Errorf("%+v", a)
		}
		if d := cmp.Diff(a, r.Lookup(q, day), compareEntry); d != "" {
			t.Error("the second answer differs", d)
		}
	})
}
