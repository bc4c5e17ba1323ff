package advisory

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// generated returns n made-up entries, the same each time: eight authorities,
// names of one to three of twenty thousand made-up words and common ones.
func generated(n int) iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		rng := rand.New(rand.NewPCG(1, 2))
		words := make([]string, 20_000)
		for i := range words {
			words[i] = madeUpWord(rng)
		}
		lists := [...]struct{ country, authority, licence string }{
			{"IN", "Ministry of External Affairs", "B-%04d/DEL/PER/100/5/%d/2022"},
			{"PH", "Department of Migrant Workers", "DMW-%03d-LB-09262023-UL%.0d"},
			{"NP", "Department of Foreign Employment", "%d/066/067%.0d"},
			{"LK", "Bureau of Foreign Employment", "%d%.0d"},
			{"BD", "Bureau of Manpower, Employment and Training", "RL-%04d%.0d"},
			{"ID", "Ministry for the Protection of Migrant Workers", "%d/MEN/2012%.0d"},
		}
		asOf, from, to := date("2024-03-01"), date("2022-01-01"), date("2027-01-01")
		common := [...]string{"Overseas", "Manpower", "International", "Recruitment Services", "Consultancy", "Placement"}
		legal := [...]string{"Pvt. Ltd.", "Private Limited", "Inc.", "", "(P) Ltd", "LLC"}
		for i := range n {
			l := lists[i*len(lists)/n]
			var name strings.Builder
			name.WriteString(words[rng.IntN(len(words))])
			for range rng.IntN(3) {
				name.WriteString(" " + words[rng.IntN(len(words))])
			}
			name.WriteString(" " + common[rng.IntN(len(common))] + " " + legal[rng.IntN(len(legal))])
			e := Entry{
				Authority: l.authority, Country: l.country, Name: name.String(), Licence: fmt.Sprintf(l.licence, i, i), Status: StatusValid,
				ValidFrom: from, ValidTo: to, AsOf: asOf, Source: incident.Source{Name: l.authority, URL: "https://example.org/list"},
			}
			if i%8 == 0 {
				e.AKA = []string{words[rng.IntN(len(words))] + " Jobs"}
			}
			if !yield(&e) {
				return
			}
		}
	}
}

func madeUpWord(rng *rand.Rand) string {
	b := make([]byte, 0, 12)
	for range 2 + rng.IntN(3) {
		b = append(b, "bdghjklmnprstv"[rng.IntN(14)], "aeiou"[rng.IntN(5)])
	}
	return string(b)
}

func date(s string) incident.Date {
	d, err := incident.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func BenchmarkNewRegister(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			entries := make([]*Entry, 0, n)
			for e := range generated(n) {
				entries = append(entries, e)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewRegister(each(entries), nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
		})
	}
}

func each(entries []*Entry) iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, e := range entries {
			if !yield(e) {
				return
			}
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	r, names := benchRegister(b, 1_000_000)
	on := date("2024-03-15")
	for _, q := range []struct {
		name  string
		query Query
	}{
		{"licence", Query{Country: "IN", Licence: "B-1794/DEL/PER/100/5/1794/2022"}},
		{"name", Query{Name: names[0]}},
		{"both", Query{Country: "IN", Licence: "B-0/DEL/PER/100/5/0/2022", Name: names[0]}},
		{"misspelt name", Query{Name: "x" + names[1]}},
		{"unknown name", Query{Name: "Nowhere To Be Found International"}},
		{"common words", Query{Name: "International Manpower"}},
		{"many words", Query{Name: names[2] + " " + names[3] + " " + names[4] + " " + names[5]}},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Lookup(q.query, on)
			}
		})
	}
}

// BenchmarkLookupFewWords asks a register whose names are made of so few words
// that each is in as many names as are looked at.
func BenchmarkLookupFewWords(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	words := make([]string, 2_000)
	for i := range words {
		words[i] = madeUpWord(rng)
	}
	entries := func(yield func(*Entry) bool) {
		for range 1_000_000 {
			e := Entry{Country: "IN", Name: words[rng.IntN(len(words))] + " " + words[rng.IntN(len(words))] + " " + words[rng.IntN(len(words))]}
			if !yield(&e) {
				return
			}
		}
	}
	r, err := NewRegister(entries, nil)
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		r.Lookup(Query{Name: words[i%2000] + " " + words[i*7%2000] + " " + words[i*13%2000]}, incident.Date{})
		i++
	}
}

func benchRegister(t testing.TB, n int) (*Register, []string) {
	t.Helper()
	r, err := NewRegister(generated(n), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for e := range r.All() {
		if names = append(names, e.Name); len(names) == 6 {
			break
		}
	}
	return r, names
}

// TestRegisterMemory bounds what an entry needs; a
// million may have 400 MB.
func TestRegisterMemory(t *testing.T) {
	const n, most = 50_000, 300
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	r, _ := benchRegister(t, n)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if per := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) / n; per > most {
		t.Errorf("%d bytes an entry, want at most %d", per, most)
	} else {
		t.Logf("%d bytes an entry", per)
	}
	runtime.KeepAlive(r)
}
