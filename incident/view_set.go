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
	if m.OfFigure() {
		return v.setFigure(m, text)
	}
	switch r := &v.rec; m {
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
	case MemberKind:
		t := v.word(m, text)
		r.Kind = Kind(t.text)
		return t.fine
	case MemberCountry:
		t := v.word(m, text)
		r.Place.Country = t.text
		return t.fine
	case MemberAdmin1:
		t := v.word(m, text)
		r.Place.Admin1 = t.text
		return t.fine
	case MemberPlace:
		t := v.word(m, text)
		r.Place.Name = t.text
		return t.fine
	case MemberLure:
		t := v.word(m, text)
		r.Lure = t.text
		return t.fine
	case MemberSource:
		t := v.word(m, text)
		r.Source.Name = t.text
		return t.fine
	case MemberSourceKind:
		t := v.word(m, text)
		r.Source.Kind = SourceKind(t.text)
		return t.fine
	case MemberSourceLang:
		t := v.word(m, text)
		r.Source.Lang = t.text
		return t.fine
	case MemberGrade:
		t := v.word(m, text)
		r.Source.Grade = t.text
		return t.fine
	}
	return v.setList(m, text)
}

// word returns what is remembered of a member's value.
func (v *View) word(m Member, text []byte) *entry {
	t := v.words.find(m, text)
	v.codes[m] = t.code
	return t
}

// setFigure is Set for the members of the last figure.
func (v *View) setFigure(m Member, text []byte) (ok bool) {
	last := len(v.rec.Figures) - 1
	if last < 0 {
		return false
	}
	switch f := &v.rec.Figures[last]; m {
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
	case MemberGroupBy:
		t := v.word(m, text)
		f.Group.By = By{t.text}
		return t.fine
	case MemberMeasure:
		t := v.word(m, text)
		f.Measure = Measure(t.text)
		return t.fine
	case MemberAccrual:
		t := v.word(m, text)
		f.Accrual = Accrual(t.text)
		return t.fine
	case MemberNationality:
		t := v.word(m, text)
		f.Group.Nationality = t.text
		return t.fine
	case MemberSex:
		t := v.word(m, text)
		f.Group.Sex = t.text
		return t.fine
	case MemberAge:
		t := v.word(m, text)
		f.Group.Age = t.text
		return t.fine
	case MemberGroupAdmin1:
		t := v.word(m, text)
		f.Group.Admin1 = t.text
		return t.fine
	case MemberGroupPlace:
		t := v.word(m, text)
		f.Group.Place = t.text
		return t.fine
	case MemberLabel:
		t := v.word(m, text)
		f.Label = t.text
		return t.fine
	case MemberUnit:
		t := v.word(m, text)
		f.Unit = t.text
		return t.fine
	}
	return false
}

// setList adds the items of the list that a member is as CSV writes it: separated by semicolons,
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
