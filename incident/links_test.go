package incident

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// linkRecord is a record of a publisher with references, each written
// "supersedes id", "retracts id" or "derivedFrom id".
func linkRecord(publisher, id string, references ...string) *Record {
	r := &Record{Kind: KindRescue, ID: id, Source: Source{Name: publisher}}
	for _, ref := range references {
		member, to, _ := strings.Cut(ref, " ")
		switch member {
		case "supersedes":
			r.Supersedes = append(r.Supersedes, to)
		case "retracts":
			r.Retracts = append(r.Retracts, to)
		default:
			r.DerivedFrom = append(r.DerivedFrom, to)
		}
	}
	return r
}

func TestCase35SimilarIDs(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"the same", "rpt-1", "rpt-1", "error /id record.duplicate-id"},
		{"case", "RPT-1", "rpt-1", "warning /id record.similar-id"},
		{"composition", "Jose\u0301", "José", "warning /id record.similar-id"},
		{"composition and case", "JOSE\u0301", "josé", "warning /id record.similar-id"},
		{"an invisible space", "INC-\u200b001", "INC-001", "warning /id record.similar-id"},
		{"a joiner", "INC\u200d001", "INC001", "warning /id record.similar-id"},
		{"a byte order mark", "\ufeffINC001", "INC001", "warning /id record.similar-id"},
		{"an override", "INC\u202e001", "INC001", "warning /id record.similar-id"},
		{"space around", " INC001", "INC001\u00a0", "warning /id record.similar-id"},
		{"long s", "caſe", "case", "warning /id record.similar-id"},
		{"sigma", "ΟΔΟΣ", "οδος", "warning /id record.similar-id"},
		{"another number", "rpt-1", "rpt-2", ""},
		{"another letter", "e", "é", ""},
		{"another script", "a", "а", ""},
		{"another digit", "1", "１", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, pair := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
				var l Links
				if found := l.Add(linkRecord("MEA", pair[0]), 7); found != nil {
					t.Fatalf("the first record: %v", found)
				}
				found := l.Add(linkRecord("MEA", pair[1]), 9)
				if got := strings.Join(brief(found), "\n"); got != tt.want {
					t.Fatalf("got %q, want %q", got, tt.want)
				}
				for _, f := range found {
					if diff := cmp.Diff([]Arg{{"first", "7"}}, f.Args); diff != "" {
						t.Errorf("-want +got\n%s", diff)
					}
				}
				if found := l.Add(linkRecord("PNP", pair[1]), 11); found != nil {
					t.Errorf("another publisher's: %v", found)
				}
			}
		})
	}
	var l Links
	for range 2 {
		if found := l.Add(linkRecord("MEA", ""), 1); found != nil {
			t.Errorf("no id: %v", found)
		}
	}
}

func TestLinksFinish(t *testing.T) {
	tests := []struct {
		name    string
		records []*Record // numbered from 1
		want    []string
	}{
		{"nothing", nil, nil},
		{"no references", []*Record{linkRecord("A", "1"), linkRecord("A", "2")}, nil},
		{"in a row", []*Record{linkRecord("A", "3", "supersedes 2"), linkRecord("A", "2", "supersedes 1"), linkRecord("A", "1")}, nil},
		{"to nothing", []*Record{linkRecord("A", "1", "supersedes 2", "derivedFrom 3", "retracts 4")}, []string{
			"1 warning /derivedFrom/0 record.dangling", "1 warning /supersedes/0 record.dangling", "1 warning /retracts/0 record.dangling",
		}},
		{"the second of two", []*Record{linkRecord("A", "1", "supersedes 2", "supersedes 3"), linkRecord("A", "2")}, []string{
			"1 warning /supersedes/1 record.dangling",
		}},
		{"to another publisher", []*Record{linkRecord("A", "1", "derivedFrom 2"), linkRecord("B", "2")}, nil},
		{"to oneself", []*Record{linkRecord("A", "1", "supersedes 1")}, []string{"1 error /supersedes/0 record.cycle to 1"}},
		{"to a namesake", []*Record{linkRecord("A", "1", "supersedes 1"), linkRecord("B", "1")}, []string{"1 error /supersedes/0 record.cycle to 1"}},
		{"two in a circle", []*Record{linkRecord("A", "1", "supersedes 2"), linkRecord("A", "2", "retracts 1")}, []string{
			"1 error /supersedes/0 record.cycle to 2", "2 error /retracts/0 record.cycle to 1",
		}},
		{"a circle of copies", []*Record{linkRecord("A", "1", "derivedFrom 2"), linkRecord("B", "2", "derivedFrom 1")}, []string{
			"1 error /derivedFrom/0 record.cycle to 2", "2 error /derivedFrom/0 record.cycle to 1",
		}},
		{"a copy that its source replaces", []*Record{linkRecord("A", "1", "derivedFrom 2"), linkRecord("A", "2", "supersedes 1")}, nil},
		{"a way into a circle and out", []*Record{
			linkRecord("A", "0", "supersedes 1"), linkRecord("A", "1", "supersedes 2"), linkRecord("A", "2", "supersedes 3", "supersedes 1"),
			linkRecord("A", "3"),
		}, []string{
			"2 error /supersedes/0 record.cycle to 3", "3 error /supersedes/1 record.cycle to 2",
		}},
		{"two circles with a bridge", []*Record{
			linkRecord("A", "1", "supersedes 2"), linkRecord("A", "2", "supersedes 1", "supersedes 3"),
			linkRecord("A", "3", "supersedes 4"), linkRecord("A", "4", "supersedes 3"),
		}, []string{
			"1 error /supersedes/0 record.cycle to 2", "2 error /supersedes/0 record.cycle to 1",
			"3 error /supersedes/0 record.cycle to 4", "4 error /supersedes/0 record.cycle to 3",
		}},
		{"by publisher and id", []*Record{linkRecord("B", "1", "supersedes x"), linkRecord("A", "2", "supersedes x"), linkRecord("A", "1", "supersedes x")}, []string{
			"3 warning /supersedes/0 record.dangling", "2 warning /supersedes/0 record.dangling", "1 warning /supersedes/0 record.dangling",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var l Links
			for i, r := range tt.records {
				l.Add(r, i+1)
			}
			var got []string
			for number, f := range l.Finish() {
				words := []string{strconv.Itoa(number), brief(Findings{f})[0]}
				for _, a := range f.Args {
					words = append(words, a.Name, a.Value)
				}
				got = append(got, strings.Join(words, " "))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestLinksAgreeWithReachability compares circles with a search from every
// record, over random references and in any order of the records.
func TestLinksAgreeWithReachability(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		const n = 9
		records := make([]*Record, n)
		var leads [n][n]bool
		for i := range records {
			var refs []string
			for range random.IntN(3) {
				to := random.IntN(n)
				leads[i][to] = true
				refs = append(refs, fmt.Sprint("supersedes ", to))
			}
			records[i] = linkRecord("A", fmt.Sprint(i), refs...)
		}
		direct := leads
		for k := range n { // Warshall
			for i := range n {
				for j := range n {
					leads[i][j] = leads[i][j] || leads[i][k] && leads[k][j]
				}
			}
		}
		var want []string
		for i, r := range records {
			for at, to := range r.Supersedes {
				j := int(to[0] - '0')
				if direct[i][j] && leads[j][i] {
					want = append(want, fmt.Sprintf("%d /supersedes/%d", i, at))
				}
			}
		}
		order := random.Perm(n)
		var l Links
		for _, i := range order {
			l.Add(records[i], i)
		}
		var got []string
		for number, f := range l.Finish() {
			got = append(got, fmt.Sprint(number, " ", f.Path))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("-want +got\n%s", diff)
		}
	}
}

func TestLinksIsLinear(t *testing.T) {
	const n = 50_000 // a chain this deep would overflow a stack or square the work
	var l Links
	for i := range n {
		l.Add(linkRecord("A", fmt.Sprint(i), fmt.Sprint("supersedes ", (i+1)%n)), i)
	}
	count := 0
	for range l.Finish() {
		count++
	}
	if count != n {
		t.Errorf("%d references in the circle, want %d", count, n)
	}
	for range l.Finish() {
		break // stops without a panic
	}
}

func TestFoldIDIsIdempotent(t *testing.T) {
	for _, id := range []string{"rpt-1", "Straße", "İstanbul", "ǅ", "Ωµ", "a\xffb", "\u1e9b\u0323", strings.Repeat("a\u0301", 50), ""} {
		once := foldID(id)
		if twice := foldID(once); twice != once {
			t.Errorf("%q folds to %q, that to %q", id, once, twice)
		}
		if upper := foldID(strings.ToUpper(id)); !slices.Contains([]string{"Straße", "İstanbul"}, id) && upper != once {
			t.Errorf("%q folds to %q, in capitals to %q", id, once, upper)
		}
	}
}
