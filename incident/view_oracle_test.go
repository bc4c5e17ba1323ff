package incident

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A step is one call that fills a View: Set, AddItem for an item of a list, or
// AddFigure.
type step struct {
	what Member // addFigure stands for AddFigure
	item bool
	text string
}

const addFigure = memberCount

// steps reads the program that a text is: calls that are separated by bars, each
// a letter for the member and then the text. It leaves out what no reader does: a
// member that is set twice, and one of a figure before there is any.
func steps(program string) (out []step) {
	var record, figure [memberCount]bool
	figures := 0
	for call := range strings.SplitSeq(program, "|") {
		if call == "" {
			continue
		}
		s := step{what: Member(call[0]-'A') % (memberCount + 7), text: call[1:]}
		if s.what > memberCount { // one of the six lists, by item
			lists := [...]Member{MemberExploitation, MemberConditions, MemberAgencies, MemberDerivedFrom, MemberSupersedes, MemberRetracts}
			s.what, s.item = lists[s.what-memberCount-1], true
		}
		switch set := &record; {
		case s.what == addFigure:
			figure = [memberCount]bool{}
			figures++
		case s.item:
		case s.what.OfFigure():
			set = &figure
			fallthrough
		default:
			if set[s.what] || s.what.OfFigure() && figures == 0 {
				continue
			}
			set[s.what] = true
		}
		out = append(out, s)
	}
	return out
}

// program is the text that steps reads.
func program(calls []step) string {
	lists := map[Member]byte{
		MemberExploitation: 1, MemberConditions: 2, MemberAgencies: 3, MemberDerivedFrom: 4, MemberSupersedes: 5, MemberRetracts: 6,
	}
	var texts []string
	for _, s := range calls {
		c := 'A' + byte(s.what)
		if s.item {
			c = 'A' + byte(memberCount) + lists[s.what]
		}
		texts = append(texts, string([]byte{c})+s.text)
	}
	return strings.Join(texts, "|")
}

// fill makes the calls as a reader does and reports whether the View holds the
// record then. The texts are in buffers of their own, with other bytes behind.
func fill(v *View, calls []step) (plain bool) {
	v.Reset()
	for _, s := range calls {
		text := []byte(s.text + "behind it")[:len(s.text)]
		ok := true
		switch {
		case s.what == addFigure:
			v.AddFigure()
		case s.item:
			ok = v.AddItem(s.what, text)
		default:
			ok = v.Set(s.what, text)
		}
		if !ok {
			return false
		}
	}
	return v.Plain()
}

// build makes the record of the same calls by the parsers of the values. It
// reports false when one of them refuses its text.
func build(calls []step) (r *Record, ok bool) {
	r, ok = new(Record), true
	check := func(err error) { ok = ok && err == nil }
	for _, s := range calls {
		if s.what == addFigure {
			r.Figures = append(r.Figures, Figure{})
			continue
		}
		f := new(Figure)
		if n := len(r.Figures); n > 0 {
			f = &r.Figures[n-1]
		}
		var err error
		switch s.what {
		case MemberKind:
			r.Kind = Kind(s.text)
		case MemberID:
			r.ID = s.text
		case MemberEvent:
			r.Event = s.text
		case MemberPublished:
			r.Published, err = ParseDate(s.text)
		case MemberOccurred:
			r.Occurred, err = ParseDate(s.text)
		case MemberCountry:
			r.Place.Country = s.text
		case MemberAdmin1:
			r.Place.Admin1 = inForce(s.text)
		case MemberPlace:
			r.Place.Name = s.text
		case MemberLat:
			r.Place.Lat, err = ParseDegrees(s.text)
		case MemberLon:
			r.Place.Lon, err = ParseDegrees(s.text)
		case MemberMeasure:
			f.Measure = Measure(s.text)
		case MemberCount:
			f.Count, err = ParseCount(s.text)
		case MemberText:
			f.Text = s.text
		case MemberAccrual:
			f.Accrual = Accrual(s.text)
		case MemberFrom:
			f.From, err = ParseDate(s.text)
		case MemberTo:
			f.To, err = ParseDate(s.text)
		case MemberNationality:
			f.Group.Nationality = s.text
		case MemberSex:
			f.Group.Sex = s.text
		case MemberAge:
			f.Group.Age = s.text
		case MemberGroupAdmin1:
			f.Group.Admin1 = inForce(s.text)
		case MemberGroupPlace:
			f.Group.Place = s.text
		case MemberGroupBy:
			f.Group.By, err = ParseBy(s.text)
		case MemberLabel:
			f.Label = s.text
		case MemberBeside:
			f.Beside = true
			ok = ok && s.text == "true"
		case MemberUnit:
			f.Unit = s.text
		case MemberLure:
			r.Lure = s.text
		case MemberExploitation:
			r.Exploitation = append(r.Exploitation, items(s)...)
		case MemberConditions:
			r.Conditions = append(r.Conditions, items(s)...)
		case MemberAgencies:
			r.Agencies = append(r.Agencies, items(s)...)
		case MemberSource:
			r.Source.Name = s.text
		case MemberSourceKind:
			r.Source.Kind = SourceKind(s.text)
		case MemberSourceURL:
			r.Source.URL = s.text
		case MemberSourceLang:
			r.Source.Lang = s.text
		case MemberGrade:
			r.Source.Grade = s.text
		case MemberDerivedFrom:
			r.DerivedFrom = append(r.DerivedFrom, items(s)...)
		case MemberSupersedes:
			r.Supersedes = append(r.Supersedes, items(s)...)
		case MemberRetracts:
			r.Retracts = append(r.Retracts, items(s)...)
		case MemberNotes:
			r.Notes = s.text
		}
		check(err)
	}
	return r, ok
}

// inForce is the code in force of a subdivision.
func inForce(text string) string {
	if code, ok := CanonicalSubdivision(text); ok {
		return code
	}
	return text
}

// items are those of a list that is one text, read in another way than Set does.
func items(s step) []string {
	if s.item {
		return []string{s.text}
	}
	list := strings.Split(strings.NewReplacer(`\\`, "\x00", `\;`, "\x01").Replace(s.text), ";")
	for i, item := range list {
		list[i] = strings.NewReplacer("\x00", `\`, "\x01", ";").Replace(item)
	}
	return list
}

// stringOf returns the text of a record's or the last figure's member that a
// View has a code for, empty when it is not stated.
func stringOf(r *Record, m Member) string {
	var f Figure
	if n := len(r.Figures); n > 0 {
		f = r.Figures[n-1]
	}
	return map[Member]string{
		MemberKind: string(r.Kind), MemberCountry: r.Place.Country, MemberAdmin1: r.Place.Admin1, MemberPlace: r.Place.Name,
		MemberMeasure: string(f.Measure), MemberAccrual: string(f.Accrual), MemberNationality: f.Group.Nationality,
		MemberSex: f.Group.Sex, MemberAge: f.Group.Age, MemberGroupAdmin1: f.Group.Admin1, MemberGroupPlace: f.Group.Place,
		MemberGroupBy: f.Group.By.String(), MemberLabel: f.Label, MemberUnit: f.Unit, MemberLure: r.Lure,
		MemberSource: r.Source.Name, MemberSourceKind: string(r.Source.Kind), MemberSourceLang: r.Source.Lang, MemberGrade: r.Source.Grade,
	}[m]
}

// sameRecord complains when two records differ, a nil list and an empty one among
// it.
func sameRecord(t *testing.T, what string, want, got *Record) {
	t.Helper()
	if !reflect.DeepEqual(want, got) {
		t.Errorf("%s: -want +got %s", what, cmp.Diff(want, got, cmp.Exporter(func(reflect.Type) bool { return true })))
	}
}
