package stats

import (
	"encoding/binary"

	"github.com/rescuetally/rescuetally/incident"
)

// appendRecord writes what an account needs of a record: who said what of which
// event, when, in which words, and in which relation to other records. Words are
// read once, here, if they are not yet: what has no number stays unstated. Notes
// and addresses are left out. Equal records give equal bytes.
func appendRecord(b []byte, r *incident.Record, read bool) []byte {
	for _, s := range [...]string{
		string(r.Kind), r.ID, r.Event, r.Published.String(), r.Occurred.String(), r.Place.Country, r.Place.Admin1,
		r.Place.Name, r.Source.Name, string(r.Source.Kind), r.Source.Lang, r.Lure,
	} {
		b = appendText(b, s)
	}
	for _, list := range [...][]string{r.Agencies, r.DerivedFrom, r.Supersedes, r.Retracts} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, id := range list {
			b = appendText(b, id)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(r.Figures)))
	for i := range r.Figures {
		f := &r.Figures[i]
		count := f.Count
		if !read {
			count, _ = f.Resolve(r.Source.Lang)
		}
		for _, s := range [...]string{
			string(f.Measure), count.String(), string(f.Accrual), f.From.String(), f.To.String(),
			f.Group.Nationality, f.Group.Sex, f.Group.Age, f.Group.Admin1, f.Group.Place, f.Group.By.String(),
			f.Label, f.Unit, f.Text,
		} {
			b = appendText(b, s)
		}
		b = append(b, byte(boolBit(f.Beside)))
	}
	return b
}

// What appendRecord writes at least: a byte for each text and list.
const (
	leastRecord = 17
	leastFigure = 15
)

// readRecord reads what appendRecord wrote.
func readRecord(r *stateReader) *incident.Record {
	rec := &incident.Record{Kind: incident.Kind(r.text()), ID: r.text(), Event: r.text()}
	rec.Published, rec.Occurred = r.date(), r.date()
	rec.Place = incident.Place{Country: r.text(), Admin1: r.text(), Name: r.text()}
	rec.Source = incident.Source{Name: r.text(), Kind: incident.SourceKind(r.text()), Lang: r.text()}
	rec.Lure = r.text()
	for _, list := range [...]*[]string{&rec.Agencies, &rec.DerivedFrom, &rec.Supersedes, &rec.Retracts} {
		for range r.length() {
			*list = append(*list, r.text())
		}
	}
	n := r.lengthOf(leastFigure)
	if n > 0 {
		rec.Figures = make([]incident.Figure, n)
	}
	for i := range rec.Figures {
		f := &rec.Figures[i]
		f.Measure = incident.Measure(r.text())
		f.Count = r.count()
		f.Accrual, f.From, f.To = incident.Accrual(r.text()), r.date(), r.date()
		f.Group = incident.Group{Nationality: r.text(), Sex: r.text(), Age: r.text(), Admin1: r.text(), Place: r.text()}
		f.Group.By = r.by()
		f.Label, f.Unit, f.Text = r.text(), r.text(), r.text()
		switch r.byte() {
		case 0:
		case 1:
			f.Beside = true
		default:
			r.fail()
		}
	}
	return rec
}

func (r *stateReader) date() incident.Date { return readValue(r, incident.ParseDate) }

func (r *stateReader) count() incident.Count { return readValue(r, incident.ParseCount) }

func (r *stateReader) by() incident.By { return readValue(r, incident.ParseBy) }

// readValue reads a value from its text; the zero value has none.
func readValue[T any](r *stateReader, parse func(string) (T, error)) (value T) {
	text := r.text()
	if text == "" {
		return value
	}
	value, err := parse(text)
	if err != nil {
		r.fail()
	}
	return value
}
