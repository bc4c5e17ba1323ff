package incident

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// planted are marks of a person's data, put into every text of a record.
var planted = []string{"Maria-Santos", "P1234567A", "+855012345678", "12-Mabini-Street"}

// plant returns a record that is wrong in as many ways as may be, with the mark
// in every text.
func plant(t *testing.T, mark string) *Record {
	bad := mark + "\u202e\n\x1b[31m%s%d{{.}}"
	r := &Record{
		Kind: Kind(mark), ID: bad, Event: bad, Published: date(t, "2024-01/2024-02"), Occurred: date(t, "2999"),
		Place: Place{Country: mark, Admin1: mark, Name: bad, Lat: MakeDegrees(120), Lon: MakeDegrees(15)},
		Lure:  bad, Exploitation: []string{bad, ""}, Conditions: []string{bad}, Agencies: []string{bad},
		Source:      Source{Name: bad, Kind: SourceKind(mark), URL: "https://" + mark + "@example.org/" + mark, Lang: mark, Grade: mark},
		DerivedFrom: []string{bad}, Supersedes: []string{bad}, Retracts: []string{bad}, Notes: bad + "\xff",
	}
	for range 3 {
		r.Figures = append(r.Figures, Figure{
			Measure: Measure(mark), Accrual: Accrual(mark), Text: bad, Label: bad, Unit: bad,
			Group: Group{Nationality: mark, Sex: mark, Age: mark, Admin1: mark, Place: bad, By: NewBy(map[string]string{mark: bad})},
		})
	}
	r.Figures = append(r.Figures, figures(t, "freed 5", "freed 9 n=IN", "share 101", "calls 5 accrual=period", "lost 5", "freed")...)
	for i := range r.Figures[3:] {
		r.Figures[3+i].Label = bad
	}
	return r
}

func TestCase33FindingsHoldNoTextOfTheRecord(t *testing.T) {
	for _, mark := range planted {
		r := plant(t, mark)
		found := r.Check(&CheckOptions{AsOf: date(t, "2025")})
		var l Links
		l.Add(r, 1)
		found = append(found, l.Add(r, 2)...)
		for _, f := range l.Finish() {
			found = append(found, f)
		}
		if len(found) < 50 {
			t.Fatalf("only %d findings", len(found))
		}
		var out bytes.Buffer
		log := slog.New(slog.NewJSONHandler(&out, nil))
		text := slog.New(slog.NewTextHandler(&out, nil))
		for _, f := range found {
			log.Info("found", "finding", f)
			text.Info("found", "finding", f, "all", found)
			fmt.Fprintf(&out, "%v %+v %#v %s\n", f, f, f, f)
		}
		fmt.Fprintln(&out, found.Err(), found.Error())
		if err := json.NewEncoder(&out).Encode(found); err != nil {
			t.Fatal(err)
		}
		for _, parse := range []func(string) error{
			func(s string) error { _, err := ParseCount(s); return err },
			func(s string) error { _, err := ParseDate(s); return err },
			func(s string) error { _, err := ParseBy(s); return err },
			func(s string) error { _, err := ParseDegrees(s); return err },
			func(s string) error { _, err := ReadPhrase(s, s); return err },
			func(s string) error { return new(Kind).UnmarshalText([]byte(s)) },
			func(s string) error { return new(Measure).UnmarshalText([]byte(s)) },
			func(s string) error { return new(Severity).UnmarshalText([]byte(s)) },
		} {
			err := parse(mark)
			if err == nil {
				continue // some marks hold a number
			}
			fmt.Fprintf(&out, "%v %+v %#v %s\n", err, err, err, err)
			log.Info("failed", "err", err)
		}
		if i := strings.Index(out.String(), mark); i >= 0 {
			t.Errorf("%s got out: …%s…", mark, out.String()[max(0, i-80):i+len(mark)])
		}
	}
}

func TestCase34FindingsAreOneLineEach(t *testing.T) {
	for _, f := range plant(t, "Maria").Check(nil) {
		if s := f.String(); strings.ContainsAny(s, "\n\r\x1b{}%\u202e") {
			t.Errorf("%q", s)
		}
	}
}
