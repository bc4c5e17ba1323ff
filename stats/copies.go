package stats

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/rescuetally/rescuetally/incident"
)

// Why records of one event are taken for copies of one another although none says
// so. They stay in the account: what they agree on is one claim anyway, and a copy
// may say more than what it copies.
const (
	WhySameFigures = "same-figures" // they give the same time and at least two numbers, three quarters of all that one gives
	WhySameAgency  = "same-agency"  // they give the same time and all numbers that one gives, and name the same news agency
	WhySameWords   = "same-words"   // they give the same time and all numbers that one gives, one of them in the same words
)

// likeness finds records of the event that copy one another. Those that are the
// same as the earliest of them are one conflict.
func (a *Account) likeness() {
	contents := a.contents()
	slices.SortStableFunc(contents, func(c, d *content) int { return earlier(c.rec, d.rec) })
	type saidOn struct {
		statement
		occurred incident.Date
	}
	originals := map[saidOn][]*content{} // those that copy no other, by what they say
	for place, c := range contents {
		var original *content
		for _, s := range c.said {
			for _, o := range originals[saidOn{s.statement, c.rec.Occurred}] {
				if original == nil || o.place < original.place {
					if _, why := o.sameAs(c); why != "" {
						original = o
					}
				}
			}
		}
		if original != nil {
			original.copies = append(original.copies, c)
			continue
		}
		c.place = place
		for _, s := range c.said {
			k := saidOn{s.statement, c.rec.Occurred}
			if list := originals[k]; len(list) < mostNeighbours {
				originals[k] = append(list, c)
			}
		}
	}
	for _, c := range contents {
		if len(c.copies) == 0 {
			continue
		}
		at, why := c.sameAs(c.copies[0])
		conflict := Conflict{Code: incident.CodeAccountCopy, Key: c.said[at].figure.Key, Claims: []*Claim{c.said[at].claim}, Why: why}
		for _, d := range c.copies {
			at, _ := c.sameAs(d)
			conflict.Claims = append(conflict.Claims, d.find(c.said[at].statement).claim)
		}
		a.Conflicts = append(a.Conflicts, conflict)
	}
}

// A content is what a record says of its event.
type content struct {
	rec      *incident.Record
	said     []stated
	agencies []string   // that its publisher's name names
	place    int        // among the contents
	copies   []*content // of it
}

// A statement is a number and what it counts. How a part is labelled is left out:
// translations say it in other words.
type statement struct {
	measure incident.Measure
	accrual incident.Accrual
	group   incident.Group
	part    bool
	number  number
}

type stated struct {
	statement
	figure *Figure
	claim  *Claim
}

// contents returns what the account's records say, those that give a number and a
// time that another gives, too.
func (a *Account) contents() []*content {
	days := make(map[incident.Date]int, len(a.Records))
	for _, rec := range a.Records {
		if !rec.Occurred.IsZero() {
			days[rec.Occurred]++
		}
	}
	byRecord := map[*incident.Record]*content{}
	var out []*content
	for i := range a.Figures {
		f := &a.Figures[i]
		for _, c := range f.Claims {
			if c.Count.IsZero() || c.Path == "" || days[c.Record.Occurred] < 2 {
				continue
			}
			r := byRecord[c.Record]
			if r == nil {
				r = &content{rec: c.Record, agencies: newsAgencies(c.Record.Source.Name)}
				byRecord[c.Record] = r
				out = append(out, r)
			}
			r.said = append(r.said, stated{statement{f.Measure, f.Accrual, f.Group, f.Label != "", c.number()}, f, c})
		}
	}
	return out
}

func (c *content) find(s statement) *stated {
	i := slices.IndexFunc(c.said, func(t stated) bool { return t.statement == s })
	if i < 0 {
		return nil
	}
	return &c.said[i]
}

// sameAs reports why two records are copies of one another, and a statement that
// both make; why is empty when they are not known to be.
func (c *content) sameAs(d *content) (at int, why string) {
	if c.rec.Source.Name == d.rec.Source.Name || c.rec.Occurred != d.rec.Occurred {
		return 0, ""
	}
	first, n, words := -1, 0, false
	for i := range c.said {
		other := d.find(c.said[i].statement)
		if other == nil {
			continue
		}
		if n++; first < 0 {
			first = i
		}
		words = words || sameWords(c.said[i].claim.Text(), other.claim.Text())
	}
	least := min(len(c.said), len(d.said))
	switch {
	case n >= 2 && 4*n >= 3*least:
		return first, WhySameFigures
	case n == 0 || n < least:
		return 0, ""
	case slices.ContainsFunc(c.agencies, func(name string) bool { return slices.Contains(d.agencies, name) }):
		return first, WhySameAgency
	case words:
		return first, WhySameWords
	}
	return 0, ""
}

// sameWords reports whether two texts are the same and more than a number.
func sameWords(a, b string) bool {
	return a == b && strings.ContainsFunc(a, unicode.IsLetter)
}

// newsAgencies returns the news agencies that a publisher's name names, as in
// "The Straits Times (AFP)".
func newsAgencies(name string) (found []string) {
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if i, ok := slices.BinarySearchFunc(agencyNames[:], word, cmp.Compare[string]); ok {
			found = append(found, agencyNames[i])
		}
	}
	return found
}

// agencyNames are the words by which other publishers credit news agencies, sorted
// bytewise. One that is not among them is only a copy that is not found. It is
// read only.
var agencyNames = [...]string{
	"AAP", "AFP", "ANI", "ANSA", "ANTARA", "AP", "APP", "Agerpres", "Anadolu", "Antara", "BSS", "Bernama", "CNA", "EFE", "IANS", "Interfax", "KPL", "Kyodo",
	"NAN", "OANA", "PNA", "PTI", "Reuters", "TASS", "UNI", "VNA", "Xinhua", "Yonhap", "dpa",
}
