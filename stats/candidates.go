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

// mostKeys is how many nationalities and how many numbers of a record make keys.
const mostKeys = 32

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
	keySeries              // a publisher, what it counts, and a country
)

// candidates returns the pairs of records that share a key, each once: of those that
// do, a record is paired with the nearest in time.
func (g *grouping) candidates() iter.Seq2[int, int] {
	blocks := map[pairKey][]int{}
	keys := make([][]pairKey, len(g.profiles))
	for i, p := range g.profiles {
		keys[i] = p.keys()
		for _, k := range keys[i] {
			blocks[k] = append(blocks[k], i)
		}
	}
	inBlock := make([][]place, len(g.profiles))
	for i := range inBlock {
		inBlock[i] = make([]place, 0, len(keys[i]))
	}
	for _, block := range blocks {
		if len(block) == 1 {
			continue
		}
		slices.SortFunc(block, func(i, j int) int {
			a, b := g.profiles[i], g.profiles[j]
			return cmp.Or(
				cmp.Compare(a.when.first, b.when.first), cmp.Compare(a.rec.Place.Admin1, b.rec.Place.Admin1), cmp.Compare(a.said.first, b.said.first), i-j,
			)
		})
		for n, i := range block {
			inBlock[i] = append(inBlock[i], place{block, n})
		}
	}
	return func(yield func(int, int) bool) {
		paired := make([]int, len(g.profiles)) // the last record, from 1, that each was paired with
		for i := range g.profiles {
			for _, p := range inBlock[i] {
				for _, j := range p.block[max(0, p.at-mostNeighbours):min(len(p.block), p.at+mostNeighbours+1)] {
					if j <= i || paired[j] == i+1 {
						continue
					}
					paired[j] = i + 1
					if !yield(i, j) {
						return
					}
				}
			}
		}
	}
}

// A place is where a record stands among those of one key.
type place struct {
	block []int
	at    int
}

// keys returns the keys of a record.
func (p *profile) keys() (keys []pairKey) {
	country := p.rec.Place.Country
	if p.dated {
		for _, day := range [...]incident.Day{p.when.first, p.when.last} {
			for _, stretch := range [...]int64{2 * int64(day/keyDays), 2*int64((day+keyDays/2)/keyDays) + 1} {
				keys = append(keys, pairKey{keyPlace, country, stretch})
				for _, nationality := range p.nationalities[:min(len(p.nationalities), mostKeys)] {
					keys = append(keys, pairKey{keyNation, nationality, stretch})
				}
			}
		}
		if p.accruals == ofStocks {
			keys = append(keys, pairKey{keyDay, p.rec.Occurred.String(), 0})
		}
	}
	for _, nationality := range p.nationalities[:min(len(p.nationalities), mostKeys)] {
		for _, n := range p.numbers[:min(len(p.numbers), mostKeys)] {
			keys = append(keys, pairKey{keyNumber, country + " " + nationality, n})
		}
	}
	if len(p.agencies) > 0 {
		keys = append(keys, pairKey{keyAgency, country + " " + strings.Join(p.agencies, " "), 0})
	}
	for _, run := range p.runs {
		if p.rec.Source.Name != "" {
			keys = append(keys, pairKey{keySeries, country + " " + run.group.Nationality + " " + string(run.measure) + " " + p.rec.Source.Name, 0})
		}
	}
	slices.SortFunc(keys, func(a, b pairKey) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.text, b.text), cmp.Compare(a.number, b.number))
	})
	return slices.Compact(keys)
}
