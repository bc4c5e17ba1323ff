package incident

import "bytes"

// Reset empties the View for the next record. What it remembers of values stays.
func (v *View) Reset() {
	v.rec = Record{Figures: v.rec.Figures[:0]}
	v.held = nil
	v.id, v.event, v.url, v.notes = nil, nil, nil, nil
	v.texts, v.refs = v.texts[:0], v.refs[:0]
	for i := range v.lists {
		v.lists[i] = v.lists[i][:0]
	}
	v.codes = [memberCount]uint32{}
}

// Hold empties the View and puts a record into it that was built because it is
// not plain. The View keeps the record itself, no copy.
func (v *View) Hold(r *Record) {
	v.Reset()
	v.held = r
}

// AddFigure begins a figure: the members of figures that are set next are its
// own.
func (v *View) AddFigure() {
	v.rec.Figures = append(v.rec.Figures, Figure{})
	v.texts = append(v.texts, nil)
}

// Set states a member, as the format writes it in CSV; the View may refer to text
// until the next Reset, and may read up to eight bytes of the array behind it, as
// far as its capacity goes, so that no other goroutine may write there. It reports
// whether the text is a value of which no rule has anything to say by itself; when
// it is not, the record cannot be a View. A member is to be set once, a figure's member behind
// [View.AddFigure]. Lists are added to item by item, see [View.AddItem]; here a
// list is one text, with semicolons.
func (v *View) Set(m Member, text []byte) (ok bool) {
	if len(text) == 0 || m >= memberCount {
		return false
	}
	r := &v.rec
	switch m {
	case MemberID:
		v.id = text
		return len(text) <= maxID && plainIdentifier(text)
	case MemberEvent:
		v.event = text
		return plainIdentifier(text)
	case MemberPublished:
		r.Published, ok = readDate(text)
		return ok && !r.Published.interval
	case MemberOccurred:
		r.Occurred, ok = readDate(text)
		return ok
	case MemberLat:
		r.Place.Lat, ok = readDegrees(text)
		return ok
	case MemberLon:
		r.Place.Lon, ok = readDegrees(text)
		return ok
	case MemberSourceURL:
		v.url = text
		return plainURL(text)
	case MemberNotes:
		v.notes = text
		return readable(text)
	case MemberExploitation, MemberConditions, MemberAgencies, MemberDerivedFrom, MemberSupersedes, MemberRetracts:
		return v.setList(m, text)
	}
	if m.OfFigure() {
		return v.setFigure(m, text)
	}
	t := v.words.find(m, text)
	v.codes[m] = t.code
	switch m {
	case MemberKind:
		r.Kind = Kind(t.text)
	case MemberCountry:
		r.Place.Country = t.text
	case MemberAdmin1:
		r.Place.Admin1 = t.text
	case MemberPlace:
		r.Place.Name = t.text
	case MemberLure:
		r.Lure = t.text
	case MemberSource:
		r.Source.Name = t.text
	case MemberSourceKind:
		r.Source.Kind = SourceKind(t.text)
	case MemberSourceLang:
		r.Source.Lang = t.text
	case MemberGrade:
		r.Source.Grade = t.text
	}
	return t.fine
}

// setFigure is Set for the members of the last figure.
func (v *View) setFigure(m Member, text []byte) (ok bool) {
	last := len(v.rec.Figures) - 1
	if last < 0 {
		return false
	}
	f := &v.rec.Figures[last]
	switch m {
	case MemberCount:
		f.Count, ok = readCount(text)
		return ok
	case MemberText:
		v.texts[last] = text
		return readable(text)
	case MemberFrom:
		f.From, ok = readDate(text)
		return ok && !f.From.interval
	case MemberTo:
		f.To, ok = readDate(text)
		return ok && !f.To.interval
	case MemberBeside:
		f.Beside = string(text) == "true"
		return f.Beside
	}
	t := v.words.find(m, text)
	v.codes[m] = t.code
	switch m {
	case MemberMeasure:
		f.Measure = Measure(t.text)
	case MemberAccrual:
		f.Accrual = Accrual(t.text)
	case MemberNationality:
		f.Group.Nationality = t.text
	case MemberSex:
		f.Group.Sex = t.text
	case MemberAge:
		f.Group.Age = t.text
	case MemberGroupAdmin1:
		f.Group.Admin1 = t.text
	case MemberGroupPlace:
		f.Group.Place = t.text
	case MemberGroupBy:
		f.Group.By = t.by
	case MemberLabel:
		f.Label = t.text
	case MemberUnit:
		f.Unit = t.text
	}
	return t.fine
}

// setList adds the items of a list as CSV writes it: separated by semicolons,
// with \ before a semicolon or backslash that is meant.
func (v *View) setList(m Member, text []byte) bool {
	if bytes.IndexByte(text, '\\') >= 0 {
		return v.setEscaped(m, text)
	}
	for {
		i := bytes.IndexByte(text, ';')
		if i < 0 {
			return v.AddItem(m, text)
		}
		if !v.AddItem(m, text[:i]) {
			return false
		}
		text = text[i+1:]
	}
}

// setEscaped is setList for a list with escapes. A reference, which would have to
// be kept until the next record, is left to others.
func (v *View) setEscaped(m Member, text []byte) bool {
	if m >= MemberDerivedFrom {
		return false
	}
	item := v.room[:0]
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && (text[i+1] == ';' || text[i+1] == '\\'):
			i++
			item = append(item, text[i])
		case c == ';':
			if !v.AddItem(m, item) {
				return false
			}
			item = item[:0]
		default:
			item = append(item, c)
		}
	}
	v.room = item
	return v.AddItem(m, item)
}

// AddItem adds an item to the list that a member is, and is otherwise like
// [View.Set].
func (v *View) AddItem(m Member, text []byte) (ok bool) {
	if len(text) == 0 {
		return false
	}
	var list *[]string
	switch m {
	case MemberExploitation:
		list = &v.lists[0]
	case MemberConditions:
		list = &v.lists[1]
	case MemberAgencies:
		list = &v.lists[2]
	case MemberDerivedFrom, MemberSupersedes, MemberRetracts:
		v.refs = append(v.refs, reference{m, text})
		return len(text) <= maxID && plainIdentifier(text)
	default:
		return false
	}
	t := v.words.find(m, text)
	*list = append(*list, t.text)
	return t.fine
}
