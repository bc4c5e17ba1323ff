package stats

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

func date(tb testing.TB, s string) incident.Date {
	tb.Helper()
	d, err := incident.ParseDate(s)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// said is a record of one source with figures that count the freed of one
// event; further figures are named by nationality.
func said(tb testing.TB, id, event, count string, parts ...string) *incident.Record {
	tb.Helper()
	r := &incident.Record{
		Kind: incident.KindRescue, ID: id, Event: event, Published: date(tb, "2024-03-15"), Occurred: date(tb, "2024-03-13"),
		Place:  incident.Place{Country: "KH"},
		Source: incident.Source{Name: "paper " + id, Kind: incident.Media, Lang: "en"},
	}
	add := func(nationality, count string) {
		c, err := incident.ParseCount(count)
		if err != nil {
			tb.Fatal(err)
		}
		r.Figures = append(r.Figures, incident.Figure{
			Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: c, Group: incident.Group{Nationality: nationality},
		})
	}
	if count != "" {
		add("", count)
	}
	for i := 0; i+1 < len(parts); i += 2 {
		add(parts[i], parts[i+1])
	}
	return r
}

// sumsOf returns all rows of a tally over what records come to, in words.
func sumsOf(tb testing.TB, records []*incident.Record, asOf incident.Date) string {
	tb.Helper()
	t := NewTally(By(Country, Nationality), Sum(incident.Freed, incident.Returned))
	for a := range reconcile(tb, records).Accounts(OfficialFirst, asOf) {
		if err := t.Add(a); err != nil {
			tb.Fatal(err)
		}
	}
	var out strings.Builder
	for row := range t.Rows() {
		fmt.Fprintln(&out, row.Key, row.Events, row.Sums)
	}
	return out.String()
}

// unlinked returns made records that speak for themselves.
func unlinked(seed uint64, n int) []*incident.Record {
	records := made(seed, n)
	for _, r := range records {
		r.DerivedFrom, r.Supersedes, r.Retracts = nil, nil, nil
	}
	return records
}

// lie is a record that would change the sums of its event if it were believed.
func lie(of *incident.Record, id string) *incident.Record {
	r := *of
	r.ID, r.Source.Kind = id, incident.Government
	r.Figures = []incident.Figure{
		{Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: incident.Exactly(99_999)},
		{Measure: incident.Freed, Accrual: incident.AccrualEvent, Count: incident.Exactly(99_999), Group: incident.Group{Nationality: "CN"}},
	}
	return &r
}

func TestRecordsThatDoNotSpeakChangeNoSum(t *testing.T) {
	lies := 0
	for seed := range uint64(30) {
		records := unlinked(seed, 40)
		rng := rand.New(rand.NewPCG(seed, 9))
		of := records[rng.IntN(len(records))]
		want := sumsOf(t, records, incident.Date{})

		believed := lie(of, "lie")
		if sumsOf(t, append(slices.Clip(records), believed), incident.Date{}) != want {
			lies++
		}
		copied := lie(of, "lie")
		copied.DerivedFrom = []string{of.ID}
		withdrawal := &incident.Record{Kind: incident.KindRescue, ID: "w", Event: of.Event, Retracts: []string{"lie"}}
		correction := *of
		correction.ID, correction.Supersedes = of.ID+"v2", []string{"lie"}
		for name, more := range map[string][]*incident.Record{
			"a copy":      {copied},
			"a retracted": {believed, withdrawal},
			"a copy of a copy": {copied, func() *incident.Record {
				r := lie(of, "lie2")
				r.DerivedFrom = []string{"lie"}
				return r
			}()},
		} {
			got := sumsOf(t, append(slices.Clip(records), more...), incident.Date{})
			base := want
			if name == "a retracted" {
				w := *withdrawal
				w.Retracts = nil
				base = sumsOf(t, append(slices.Clip(records), &w), incident.Date{})
			}
			if got != base {
				t.Errorf("seed %d: %s record changes the sums:\n%s\n%s", seed, name, got, base)
			}
		}
		got := sumsOf(t, append(slices.Clip(records), believed, &correction), incident.Date{})
		c := correction
		c.Supersedes = nil
		if base := sumsOf(t, append(slices.Clip(records), &c), incident.Date{}); got != base {
			t.Errorf("seed %d: a superseded record changes the sums:\n%s\n%s", seed, got, base)
		}
	}
	if lies < 20 {
		t.Errorf("only %d of 30 lies would be believed: the test says little", lies)
	}
}

// TestRetractionsOfRetractions retracts a record, the retraction, the
// retraction of that, and so on: the record speaks after every second one.
func TestRetractionsOfRetractions(t *testing.T) {
	for length := range 9 {
		records := []*incident.Record{said(t, "r0", "e", "30")}
		for i := range length {
			w := said(t, fmt.Sprintf("r%d", i+1), "e", "")
			w.Retracts = []string{fmt.Sprintf("r%d", i)}
			records = append(records, w)
		}
		for a := range reconcile(t, records).Accounts(OfficialFirst, incident.Date{}) {
			speaks := slices.ContainsFunc(a.Records, func(r *incident.Record) bool { return r.ID == "r0" })
			if speaks != (length%2 == 0) {
				t.Errorf("after %d retractions the record speaks: %v", length, speaks)
			}
		}
	}
}

// References that go round in a circle are a fault of the records: nobody is
// lost to them, and the account names them.
func TestCirclesWithdrawNobody(t *testing.T) {
	for length := 1; length <= 5; length++ {
		for _, relation := range []string{"retracts", "supersedes", "derivedFrom"} {
			records := []*incident.Record{said(t, "innocent", "e", "12")}
			for i := range length {
				r := said(t, fmt.Sprintf("r%d", i), "e", "777")
				to := []string{fmt.Sprintf("r%d", (i+1)%length)}
				switch relation {
				case "retracts":
					r.Retracts = to
				case "supersedes":
					r.Supersedes = to
				default:
					r.DerivedFrom = to
				}
				records = append(records, r)
			}
			for a := range reconcile(t, records).Accounts(OfficialFirst, incident.Date{}) {
				if len(a.Records) != length+1 || len(a.Excluded) != 0 {
					t.Errorf("%d records in a circle of %s: %d speak, %d are left out", length, relation, len(a.Records), len(a.Excluded))
				}
				i := slices.IndexFunc(a.Conflicts, func(c Conflict) bool { return c.Code == incident.CodeRecordCycle })
				if length == 1 { // a record's word about itself says nothing
					continue
				}
				if i < 0 || len(a.Conflicts[i].Claims) != length {
					t.Errorf("%d records in a circle of %s: conflicts %v", length, relation, a.Conflicts)
				}
			}
		}
	}
}

func TestExclusionsSayWhy(t *testing.T) {
	old, withdrawn, repeated := said(t, "old", "e", "10"), said(t, "withdrawn", "e", "20"), said(t, "copy", "e", "12")
	current := said(t, "current", "e", "12")
	current.Supersedes = []string{"old"}
	repeated.DerivedFrom = []string{"current"}
	w := said(t, "w", "e", "")
	w.Retracts = []string{"withdrawn"}
	for a := range reconcile(t, []*incident.Record{old, withdrawn, repeated, current, w}).Accounts(OfficialFirst, incident.Date{}) {
		got := map[string]incident.Code{}
		for _, x := range a.Excluded {
			got[x.Record.ID] = x.Code
		}
		want := map[string]incident.Code{
			"old": incident.CodeAccountSuperseded, "withdrawn": incident.CodeAccountRetracted, "copy": incident.CodeAccountCopy,
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%v, want %v", got, want)
		}
		if a.Figures[0].Count != incident.Exactly(12) || len(a.Figures[0].Claims) != 1 {
			t.Errorf("%v of %d claims", a.Figures[0].Count, len(a.Figures[0].Claims))
		}
	}
}

// TestReferencesMeanTheSamePublisherFirst has two publishers with one id.
func TestReferencesMeanTheSamePublisherFirst(t *testing.T) {
	ours, theirs := said(t, "1", "e", "10"), said(t, "1", "e", "11")
	ours.Source.Name, theirs.Source.Name = "ours", "theirs"
	w := said(t, "2", "e", "")
	w.Source.Name, w.Retracts = "ours", []string{"1"}
	for a := range reconcile(t, []*incident.Record{ours, theirs, w}).Accounts(OfficialFirst, incident.Date{}) {
		if len(a.Excluded) != 1 || a.Excluded[0].Record.Source.Name != "ours" {
			t.Errorf("left out: %v", a.Excluded)
		}
	}
}

// TestOneOfSeveralCopiesOfAnAbsentOriginalSpeaks has copies of a record that is
// not there.
func TestOneOfSeveralCopiesOfAnAbsentOriginalSpeaks(t *testing.T) {
	first, second := said(t, "b", "e", "10"), said(t, "a", "e", "10")
	first.Published = date(t, "2024-03-14")
	first.DerivedFrom, second.DerivedFrom = []string{"gone"}, []string{"gone"}
	for a := range reconcile(t, []*incident.Record{first, second}).Accounts(OfficialFirst, incident.Date{}) {
		if len(a.Records) != 1 || a.Records[0].ID != "b" {
			t.Errorf("%d speak", len(a.Records))
		}
	}
}

// TestAsOfIsWhatWasKnown adds records published later, which change nothing as
// of an earlier day: neither figures nor conflicts nor who is left out.
func TestAsOfIsWhatWasKnown(t *testing.T) {
	for seed := range uint64(20) {
		all := made(seed, 80)
		for _, asOf := range []string{"2024-03-11", "2024-03-12", "2024-03-20", "2024-03", "2024-04-30", "2024-12-31"} {
			day := date(t, asOf)
			last, _ := day.Latest()
			known := slices.DeleteFunc(slices.Clone(all), func(r *incident.Record) bool {
				published, ok := r.Published.Latest()
				return ok && published > last
			})
			words := func(records []*incident.Record, asOf incident.Date) []byte {
				var out []byte
				for a := range reconcile(t, records).Accounts(OfficialFirst, asOf) {
					out = fmt.Appendln(out, a.Event, len(a.Records))
					for _, f := range a.Figures {
						out = fmt.Appendln(out, f.Key, f.Count, f.Why, len(f.Claims))
					}
					for _, c := range a.Conflicts {
						out = fmt.Appendln(out, c.Code, c.Key, len(c.Claims))
					}
					for _, x := range a.Excluded {
						out = fmt.Appendln(out, x.Record.ID, x.Path, x.Code)
					}
				}
				return out
			}
			if !bytes.Equal(words(all, day), words(known, incident.Date{})) {
				t.Fatalf("seed %d: records published after %s change what was known", seed, asOf)
			}
		}
	}
}

func TestARecordIsKnownOnTheLastDayItMayHaveBeenPublished(t *testing.T) {
	for _, c := range []struct {
		published, asOf string
		known           bool
	}{
		{"2024-03-15", "2024-03-14", false},
		{"2024-03-15", "2024-03-15", true},
		{"2024-03", "2024-03-30", false},
		{"2024-03", "2024-03-31", true},
		{"2024-03-XX", "2024-03-30", false},
		{"2024", "2024-12-31", true},
		{"2024", "2024-12", true},
		{"2024-04-01", "2024-03", false},
		{"", "2024-03-14", true},
		{"2024-03-15", "", true},
	} {
		r := said(t, "r", "e", "1")
		r.Published = date(t, c.published)
		known := false
		for range reconcile(t, []*incident.Record{r}).Accounts(OfficialFirst, date(t, c.asOf)) {
			known = true
		}
		if known != c.known {
			t.Errorf("published %q, as of %q: known %v", c.published, c.asOf, known)
		}
	}
}
