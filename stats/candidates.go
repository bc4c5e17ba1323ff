package stats

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// mostNeighbours is with how many others a record is compared for one key.
const mostNeighbours = 64

// keyDays is how long the stretches of time are that keys are made of. They overlap
// by half: dates that are less than half of one apart share one.
const keyDays = 60

// A pairKey is what records have to share to be compared.
type pairKey struct {
	kind   uint8
	text   string
	number int64 // of a stretch of time, or of people
}

const (
	keyPlace  uint8 = iota // a country, or none, and a time
	keyNation              // a nationality and a time: one of the two may not say where
	keyDay                 // of numbers on one day, whatever the place
	keyNumber              // a nationality and a number that is not small, and a country
	keyAgency              // the agencies, and a country
)

// candidates returns the pairs of records that share a key, some more than once.
func (g *grouping) candidates() iter.Seq[[2]int] {
	blocks := map[pairKey][]int{}
	for i, p := range g.profiles {
		for _, k := range p.keys() {
			blocks[k] = append(blocks[k], i)
		}
	}
	return func(yield func([2]int) bool) {
		for _, block := range blocks {
			slices.SortFunc(block, func(i, j int) int {
				a, b := g.profiles[i], g.profiles[j]
				return cmp.Or(
					cmp.Compare(a.when.first, b.when.first), cmp.Compare(a.rec.Place.Admin1, b.rec.Place.Admin1), cmp.Compare(a.said.first, b.said.first), i-j,
				)
			})
			for n, i := range block {
				for _, j := range block[n+1 : min(len(block), n+1+mostNeighbours)] {
					if !yield([2]int{i, j}) {
						return
					}
				}
			}
		}
	}
}

// keys returns the keys of a record.
func (p *profile) keys() (keys []pairKey) {
	country := p.rec.Place.Country
	if p.dated {
		for _, day := range [...]incident.Day{p.when.first, p.when.last} {
			for _, stretch := range [...]int64{2 * int64(day/keyDays), 2*int64((day+keyDays/2)/keyDays) + 1} {
				keys = append(keys, pairKey{keyPlace, country, stretch})
				for _, nationality := range p.nationalities {
					keys = append(keys, pairKey{keyNation, nationality, stretch})
				}
			}
		}
		if p.accruals == ofStocks {
			keys = append(keys, pairKey{keyDay, p.rec.Occurred.String(), 0})
		}
	}
	for _, nationality := range p.nationalities {
		for _, n := range p.numbers {
			keys = append(keys, pairKey{keyNumber, country + " " + nationality, n})
		}
	}
	if len(p.agencies) > 0 {
		keys = append(keys, pairKey{keyAgency, country + " " + strings.Join(p.agencies, " "), 0})
	}
	slices.SortFunc(keys, func(a, b pairKey) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.text, b.text), cmp.Compare(a.number, b.number))
	})
	return slices.Compact(keys)
}
