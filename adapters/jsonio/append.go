package jsonio

import "github.com/rescuetally/rescuetally/incident"

// A writer appends JSON. Its methods leave unstated members out.
type writer struct {
	b     []byte
	first bool // no member was written since the object was opened
}

// appendRecord appends r on one line, without a line end.
func appendRecord(b []byte, r *incident.Record) []byte {
	w := writer{b: b}
	w.open()
	w.text(recordMembers[recordKind], string(r.Kind))
	w.text(recordMembers[recordID], r.ID)
	w.text(recordMembers[recordEvent], r.Event)
	w.date(recordMembers[recordPublished], r.Published)
	w.date(recordMembers[recordOccurred], r.Occurred)
	if !r.Place.IsZero() {
		w.place(&r.Place)
	}
	if len(r.Figures) > 0 {
		w.name(recordMembers[recordFigures])
		for i := range r.Figures {
			w.b = append(w.b, separator(i))
			w.figure(&r.Figures[i])
		}
		w.b = append(w.b, ']')
	}
	w.text(recordMembers[recordLure], r.Lure)
	w.list(recordMembers[recordExploitation], r.Exploitation)
	w.list(recordMembers[recordConditions], r.Conditions)
	w.list(recordMembers[recordAgencies], r.Agencies)
	if !r.Source.IsZero() {
		w.source(&r.Source)
	}
	w.list(recordMembers[recordDerivedFrom], r.DerivedFrom)
	w.list(recordMembers[recordSupersedes], r.Supersedes)
	w.list(recordMembers[recordRetracts], r.Retracts)
	w.text(recordMembers[recordNotes], r.Notes)
	w.close()
	return w.b
}

func (w *writer) place(p *incident.Place) {
	w.name(recordMembers[recordPlace])
	w.open()
	w.text(placeMembers[placeCountry], p.Country)
	w.text(placeMembers[placeAdmin1], canonical(p.Admin1))
	w.text(placeMembers[placeName], p.Name)
	w.degrees(placeMembers[placeLat], p.Lat)
	w.degrees(placeMembers[placeLon], p.Lon)
	w.close()
}

func (w *writer) figure(f *incident.Figure) {
	w.open()
	w.text(figureMembers[figureMeasure], string(f.Measure))
	w.count(figureMembers[figureCount], f.Count)
	w.text(figureMembers[figureText], f.Text)
	w.text(figureMembers[figureAccrual], string(f.Accrual))
	w.date(figureMembers[figureFrom], f.From)
	w.date(figureMembers[figureTo], f.To)
	if !f.Group.IsZero() {
		w.group(&f.Group)
	}
	w.text(figureMembers[figureLabel], f.Label)
	if f.Beside {
		w.name(figureMembers[figureBeside])
		w.b = append(w.b, "true"...)
	}
	w.text(figureMembers[figureUnit], f.Unit)
	w.close()
}

func (w *writer) group(g *incident.Group) {
	w.name(figureMembers[figureGroup])
	w.open()
	w.text(groupMembers[groupNationality], g.Nationality)
	w.text(groupMembers[groupSex], g.Sex)
	w.text(groupMembers[groupAge], g.Age)
	w.text(groupMembers[groupAdmin1], canonical(g.Admin1))
	w.text(groupMembers[groupPlace], g.Place)
	if !g.By.IsZero() {
		w.name(groupMembers[groupBy])
		w.open()
		for name, value := range g.By.All() {
			w.text(name, value)
		}
		w.close()
	}
	w.close()
}

func (w *writer) source(s *incident.Source) {
	w.name(recordMembers[recordSource])
	w.open()
	w.text(sourceMembers[sourceName], s.Name)
	w.text(sourceMembers[sourceKind], string(s.Kind))
	w.text(sourceMembers[sourceURL], s.URL)
	w.text(sourceMembers[sourceLang], s.Lang)
	w.text(sourceMembers[sourceGrade], s.Grade)
	w.close()
}

// canonical returns the new ISO 3166-2 code for an old one.
func canonical(code string) string {
	if c, ok := incident.CanonicalSubdivision(code); ok {
		return c
	}
	return code
}

func (w *writer) open() {
	w.b = append(w.b, '{')
	w.first = true
}

func (w *writer) close() {
	w.b = append(w.b, '}')
	w.first = false
}

func (w *writer) name(name string) {
	if !w.first {
		w.b = append(w.b, ',')
	}
	w.first = false
	w.b = append(appendText(w.b, name), ':')
}

func (w *writer) text(name, value string) {
	if value == "" {
		return
	}
	w.name(name)
	w.b = appendText(w.b, value)
}

// count and date write what needs no escapes and never fails.
func (w *writer) count(name string, c incident.Count) {
	if c.IsZero() {
		return
	}
	w.name(name)
	w.b, _ = c.AppendText(append(w.b, '"'))
	w.b = append(w.b, '"')
}

func (w *writer) date(name string, d incident.Date) {
	if d.IsZero() {
		return
	}
	w.name(name)
	w.b, _ = d.AppendText(append(w.b, '"'))
	w.b = append(w.b, '"')
}

func (w *writer) degrees(name string, d incident.Degrees) {
	if d.IsZero() {
		return
	}
	w.name(name)
	w.b, _ = d.AppendText(w.b)
}

func (w *writer) list(name string, items []string) {
	if len(items) == 0 {
		return
	}
	w.name(name)
	for i, s := range items {
		w.b = appendText(append(w.b, separator(i)), s)
	}
	w.b = append(w.b, ']')
}

// separator is what stands before item i of a list.
func separator(i int) byte {
	if i == 0 {
		return '['
	}
	return ','
}

// appendText appends s in double quotes, with only those characters escaped
// that RFC 8259 says must be.
func appendText(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(append(b, s[start:i]...), '\\')
		start = i + 1
		switch c {
		case '"', '\\':
			b = append(b, c)
		case '\b':
			b = append(b, 'b')
		case '\f':
			b = append(b, 'f')
		case '\n':
			b = append(b, 'n')
		case '\r':
			b = append(b, 'r')
		case '\t':
			b = append(b, 't')
		default:
			b = append(b, 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(b, s[start:]...), '"')
}
