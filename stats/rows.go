package stats

import (
	"maps"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A register that has a row for each figure gives a list in many records: those of
// one publication.

// samePublication reports whether two records of an event can be rows of one
// publication: they give one publisher, one day of publication and one time.
func samePublication(a, b *incident.Record) bool {
	return a.Source.Name == b.Source.Name && a.Source.Name != "" && a.Published == b.Published && a.Occurred == b.Occurred
}

// nameRests names, for "everyone else" in a row, the nationalities that the other
// rows of its publication name: see [Key].
func nameRests(claims []keyed) {
	type publication struct {
		name                string
		published, occurred incident.Date
		key                 Key
	}
	of := func(c *keyed) publication {
		k := c.key
		k.Group.Nationality, k.Rest = "", ""
		return publication{c.claim.Record.Source.Name, c.claim.Record.Published, c.claim.Record.Occurred, k}
	}
	rows := false
	for i := range claims {
		rows = rows || claims[i].claim.row && claims[i].claim.Record.Source.Name != ""
	}
	if !rows {
		return
	}
	named := map[publication][]string{}
	for i := range claims {
		if n := claims[i].key.Group.Nationality; n != "" && n != incident.Other {
			named[of(&claims[i])] = append(named[of(&claims[i])], n)
		}
	}
	rests := map[publication]string{}
	for p, names := range named {
		slices.Sort(names)
		rests[p] = strings.Join(slices.Compact(names), " ") + " "
	}
	for i := range claims {
		if c := &claims[i]; c.claim.row && c.claim.Record.Source.Name != "" {
			c.key.Rest = rests[of(c)]
		}
	}
}

// withRests returns the claims on one key, those put together that rows of one
// publication make on "everyone else" alone: they may be several others ("Albanian
// and Italian", "Chinese and unknown") or one repeated. There are at least as many
// as the largest of them says, and at most as many as they come to.
func withRests(k Key, claims []*Claim) []*Claim {
	if len(claims) < 2 || k.Group.Nationality != incident.Other {
		return claims
	}
	var out []*Claim
	for _, c := range claims {
		i := slices.IndexFunc(out, func(o *Claim) bool {
			return o.row && c.row && !o.Count.IsZero() && !c.Count.IsZero() && samePublication(o.Record, c.Record)
		})
		if i < 0 {
			out = append(out, c)
			continue
		}
		both := &Claim{Record: out[i].Record, row: true, Count: together(out[i].Count, c.Count, false)}
		if byID(c.Record, both.Record) < 0 {
			both.Record = c.Record
		}
		out[i] = both
	}
	return out
}

// rowsOf returns the parts of a portion along d that other rows of a claim's
// publication give. "Everyone else" is what the others leave of the portion, where
// that can be.
func (a *Account) rowsOf(c *Claim, p portion, d Dimension) []*incident.Figure {
	var parts []*incident.Figure
	var rest *incident.Figure
	var named sum
	unread := false                 // a row gives no number
	cells := map[string][]*Figure{} // by the members they state
	whole := incident.Figure{Group: p.group}
	for i := range a.Figures {
		f := &a.Figures[i]
		if unread = unread || f.Chosen == nil && f.isUnreadRow(c, p, d); !f.isRowOf(c, p) {
			continue
		}
		part := &incident.Figure{Group: f.Group, Count: f.Count}
		if along, ok := partDimension(part, &whole); !ok || along != d {
			if _, strict := f.Group.Narrower(p.group); strict && d.member(f.Group) != "" {
				cells[layout(f.Group)] = append(cells[layout(f.Group)], f)
			}
			continue
		}
		if parts = append(parts, part); d == Nationality && f.Group.Nationality == incident.Other {
			rest = part
		} else {
			named.add(f.Count)
		}
	}
	if rest != nil && !unread {
		if left, some := remainder(p.count, named.list()); some && width(left) < width(rest.Count) && left.Agrees(rest.Count) {
			rest.Count = left
		}
	}
	if len(parts) == 0 {
		return partsOfCells(cells, p, d)
	}
	return widest(parts, d)
}

// isUnreadRow reports whether f is a part of the portion along d of which no row of
// the claim's publication gives a number.
func (f *Figure) isUnreadRow(c *Claim, p portion, d Dimension) bool {
	whole := incident.Figure{Group: p.group}
	along, ok := partDimension(&incident.Figure{Group: f.Group}, &whole)
	return ok && along == d && f.Measure == p.figure.Measure && f.Label == "" && !f.Beside && samePublication(f.Claims[0].Record, c.Record)
}

// isRowOf reports whether f counts, in a claim's publication, what the portion
// counts of another group.
func (f *Figure) isRowOf(c *Claim, p portion) bool {
	return f.Chosen != nil && f.Measure == p.figure.Measure && f.Unit == p.figure.Unit && f.Accrual == p.figure.Accrual && f.From == p.figure.From &&
		f.To == p.figure.To && f.Country == p.figure.Country && f.Admin1 == p.figure.Admin1 && f.Label == "" && !f.Beside && samePublication(f.Chosen.Record, c.Record)
}

// partsOfCells returns the parts of a portion along d, added up from the cells of a
// table that has it among other members. A table of the portion comes to exactly
// its number; of several the one with the fewest members is taken.
func partsOfCells(cells map[string][]*Figure, p portion, d Dimension) []*incident.Figure {
	var taken []*Figure
	for _, name := range slices.Sorted(maps.Keys(cells)) {
		var s sum
		for _, f := range cells[name] {
			s.add(f.Count)
		}
		if c, _ := s.count(); c == p.count && width(c) == 0 && (taken == nil || members(cells[name][0].Group) < members(taken[0].Group)) {
			taken = cells[name]
		}
	}
	sums := map[string]*sum{}
	for _, f := range taken {
		value := d.member(f.Group)
		if sums[value] == nil {
			sums[value] = new(sum)
		}
		sums[value].add(f.Count)
	}
	var parts []*incident.Figure
	for _, value := range slices.Sorted(maps.Keys(sums)) {
		part := &incident.Figure{Group: d.with(p.group, value)}
		part.Count, _ = sums[value].count()
		parts = append(parts, part)
	}
	return parts
}

// layout names the members that a group states.
func layout(g incident.Group) string {
	b := []byte{shape(g)}
	for name := range g.By.All() {
		b = appendText(b, name)
	}
	return string(b)
}

// Unreconciled returns what the figures of a measure would come to if all of them
// were added, as a column of a table is: parts to their wholes, one report to another,
// running totals to events; but not those of records that were withdrawn, replaced or
// are copies. It is how far off that would be. figures is how many there are.
func (a *Account) Unreconciled(m incident.Measure) (count incident.Count, figures int) {
	var s sum
	for _, rec := range a.Records {
		for i := range rec.Figures {
			if f := &rec.Figures[i]; f.Measure == m && f.Unit == "" && m != incident.Share {
				s.add(f.Count)
				figures++
			}
		}
	}
	count, _ = s.count()
	return count, figures
}
