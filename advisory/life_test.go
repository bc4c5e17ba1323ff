package advisory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

func onDay(tb testing.TB, s string) incident.Date {
	tb.Helper()
	if s == "" {
		return incident.Date{}
	}
	d, err := incident.ParseDate(s)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// issued is an advisory of the ministry.
func issued(tb testing.TB, id, day string) *Advisory {
	tb.Helper()
	return &Advisory{ID: id, Issuer: "Ministry", Issued: onDay(tb, day)}
}

func TestInForce(t *testing.T) {
	for _, c := range []struct {
		issued, effective, expires, on string
		status                         Status
		msgType                        MsgType
		want                           Standing
	}{
		{"2024-03-10", "", "", "2024-03-09", "", "", NotYet},
		{"2024-03-10", "", "", "2024-03-10", "", "", OpenEnded},
		{"2024-03-10", "", "", "2034-03-10", "", "", OpenEnded},
		{"2024-03-10", "", "2024-04-10", "2024-04-10", "", "", InForce},
		{"2024-03-10", "", "2024-04-10", "2024-04-11", "", "", Expired},
		{"2024-03-10", "2024-03-20", "", "2024-03-19", "", "", NotYet},
		{"2024-03-10", "2024-03-20", "2024-03-20", "2024-03-20", "", "", InForce},
		{"2024-03-10", "2024-03-01", "", "2024-03-05", "", "", NotYet}, // nobody knew of it
		{"2024-03", "", "", "2024-03-15", "", "", Perhaps},
		{"2024-03", "", "", "2024-03-31", "", "", OpenEnded},
		{"2024-03-10", "", "2024-04", "2024-04-15", "", "", Perhaps},
		{"2024-03-10", "", "2024-04", "2024-05-01", "", "", Expired},
		{"2024-03-10", "", "", "", "", "", Unknown},
		{"", "", "", "2024-03-10", "", "", Unknown},
		{"2024-03-10", "", "", "2024-03-11", Exercise, "", NotActual},
		{"2024-03-10", "", "", "2024-03-11", Actual, Update, OpenEnded},
		{"2024-03-10", "", "", "2024-03-11", "", Cancel, NotActual},
		{"2024-03-10", "", "", "2024-03", "", "", OpenEnded}, // the last day of the month
	} {
		a := Advisory{Issued: onDay(t, c.issued), Effective: onDay(t, c.effective), Expires: onDay(t, c.expires), Status: c.status, MsgType: c.msgType}
		if got := a.InForce(onDay(t, c.on)); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
		if want := c.want == InForce || c.want == OpenEnded || c.want == Perhaps; c.want.Holds() != want {
			t.Errorf("%v holds: %v", c.want, !want)
		}
	}
}

// TestInForceEndsOnce: along the days an advisory comes into force once and leaves it
// once, whatever its dates.
func TestInForceEndsOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	start, _ := incident.MakeDay(2024, 1, 1)
	some := func() incident.Date {
		d := incident.DateOf(start + incident.Day(rng.IntN(400))).String()
		switch rng.IntN(4) {
		case 0:
			return incident.Date{}
		case 1:
			d = d[:len("2024-03")]
		case 2:
			d = d[:len("2024")]
		}
		return onDay(t, d)
	}
	order := []Standing{NotYet, Perhaps, InForce, OpenEnded, Perhaps, Expired}
	for range 500 {
		a := Advisory{Issued: some(), Effective: some(), Expires: some()}
		if a.Issued.IsZero() {
			continue
		}
		at := 0
		for day := start - 10; day < start+900; day++ {
			s := a.InForce(incident.DateOf(day))
			i := slices.Index(order[at:], s)
			if i < 0 {
				t.Fatalf("issued %v, effective %v, expires %v: %v on %v comes after %v", a.Issued, a.Effective, a.Expires, s, day, order[at])
			}
			at += i
		}
	}
}

// standings says what stands on a day.
func standings(t *testing.T, day string, all ...*Advisory) string {
	t.Helper()
	var out []string
	for _, s := range Current(slices.Values(all), onDay(t, day)) {
		text := s.Advisory.ID + " " + s.Standing.String()
		if s.By != nil {
			text += " by " + s.By.ID
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// refer makes an advisory of a type that refers to others.
func refer(a *Advisory, t MsgType, ids ...string) *Advisory {
	a.MsgType, a.References = t, ids
	return a
}

// from makes an advisory take effect on a day.
func from(day string, a *Advisory) *Advisory {
	a.Effective, _ = incident.ParseDate(day)
	return a
}

func TestCurrent(t *testing.T) {
	for name, c := range map[string]struct {
		all  []*Advisory
		day  string
		want string
	}{
		"an update": {
			[]*Advisory{issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Update, "a")},
			"2024-03-01",
			"a superseded by b, b in force, end not stated",
		},
		"before the update": {
			[]*Advisory{issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Update, "a")},
			"2024-01-15",
			"a in force, end not stated, b not yet",
		},
		"a cancelled update ends what it replaced": {
			[]*Advisory{issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Update, "a"), refer(issued(t, "c", "2024-03-01"), Cancel, "b")},
			"2024-04-01",
			"a cancelled by c, b cancelled by c, c not actual",
		},
		"a chain of updates": {
			[]*Advisory{issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Update, "a"), refer(issued(t, "c", "2024-03-01"), Update, "b")},
			"2024-04-01",
			"a superseded by b, b superseded by c, c in force, end not stated",
		},
		"an exercise replaces nothing": {
			[]*Advisory{issued(t, "a", "2024-01-01"), func() *Advisory { b := refer(issued(t, "b", "2024-02-01"), Update, "a"); b.Status = Exercise; return b }()},
			"2024-04-01",
			"a in force, end not stated, b not actual",
		},
		"an alert that refers to one replaces nothing": {
			[]*Advisory{issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Alert, "a")},
			"2024-04-01",
			"a in force, end not stated, b in force, end not stated",
		},
		"a circle": {
			[]*Advisory{refer(issued(t, "a", "2024-01-01"), Update, "b"), refer(issued(t, "b", "2024-01-01"), Update, "a")},
			"2024-04-01",
			"a in force, end not stated, b in force, end not stated",
		},
		"what comes later is not replaced": {
			[]*Advisory{refer(issued(t, "a", "2024-01-01"), Update, "b"), issued(t, "b", "2024-02-01")},
			"2024-04-01",
			"a in force, end not stated, b in force, end not stated",
		},
		"on one day, whatever the ids": {
			[]*Advisory{issued(t, "z", "2024-01-01"), refer(issued(t, "a", "2024-01-01"), Update, "z")},
			"2024-04-01",
			"a in force, end not stated, z superseded by a",
		},
		"an id says more than a year": {
			[]*Advisory{
				issued(t, "a", "2024"), refer(issued(t, "b", "2024-06-01"), Cancel, "a"),
				issued(t, "c", "2024"), refer(issued(t, "d", "2024-06"), Update, "c"),
			},
			"2025-01-01",
			"b not actual, d in force, end not stated, a cancelled by b, c superseded by d",
		},
		"a circle in a year": {
			[]*Advisory{refer(issued(t, "a", "2024"), Update, "c"), refer(issued(t, "b", "2024-05"), Update, "a"), refer(issued(t, "c", "2024-06-01"), Cancel, "b")},
			"2025-01-01",
			"b cancelled by c, c not actual, a in force, end not stated",
		},
		"a cancellation of which nobody knows whether it was issued": {
			[]*Advisory{issued(t, "a", "2024"), refer(issued(t, "b", "2024"), Cancel, "a"), refer(issued(t, "c", ""), Cancel, "a")},
			"2024-06-01",
			"c not actual, a perhaps, b not actual",
		},
		"an update that takes effect later": {
			[]*Advisory{issued(t, "a", "2024-01-01"), from("2024-07-01", refer(issued(t, "b", "2024-06-01"), Update, "a"))},
			"2024-06-30",
			"a in force, end not stated, b not yet",
		},
		"an update that has taken effect": {
			[]*Advisory{issued(t, "a", "2024-01-01"), from("2024-07-01", refer(issued(t, "b", "2024-06-01"), Update, "a"))},
			"2024-07-01",
			"a superseded by b, b in force, end not stated",
		},
		"an update that may have taken effect": {
			[]*Advisory{issued(t, "a", "2024-01-01"), from("2024-07", refer(issued(t, "b", "2024-06-01"), Update, "a"))},
			"2024-07-15",
			"a in force, end not stated, b perhaps",
		},
		"a cancellation that takes effect later": {
			[]*Advisory{issued(t, "a", "2024-01-01"), from("2024-07-01", refer(issued(t, "b", "2024-06-01"), Cancel, "a"))},
			"2024-06-30",
			"a in force, end not stated, b not actual",
		},
		"an earlier update stands until the later takes effect": {
			[]*Advisory{
				issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Update, "a"), from("2024-07-01", refer(issued(t, "c", "2024-06-01"), Update, "a", "b")),
			},
			"2024-06-15",
			"a superseded by b, b in force, end not stated, c not yet",
		},
		"an update ended before it takes effect": {
			[]*Advisory{
				issued(t, "a", "2024-01-01"), from("2024-07-01", refer(issued(t, "b", "2024-06-01"), Update, "a")), refer(issued(t, "c", "2024-06-10"), Cancel, "b"),
			},
			"2024-08-01",
			"a in force, end not stated, b cancelled by c, c not actual",
		},
		"an update replaced before it takes effect": {
			[]*Advisory{
				issued(t, "a", "2024-01-01"), from("2024-07-01", refer(issued(t, "b", "2024-06-01"), Update, "a")), refer(issued(t, "c", "2024-06-10"), Update, "b"),
			},
			"2024-06-15",
			"a superseded by b, b superseded by c, c in force, end not stated",
		},
		"a reference to nothing": {
			[]*Advisory{refer(issued(t, "a", "2024-01-01"), Update, "x")},
			"2024-04-01",
			"a in force, end not stated",
		},
	} {
		for range 3 {
			rand.Shuffle(len(c.all), func(i, j int) { c.all[i], c.all[j] = c.all[j], c.all[i] })
			if got := standings(t, c.day, c.all...); got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		}
	}
}

// TestReferencesAreOfTheIssuer: an id is that of the same issuer where there is one.
func TestReferencesAreOfTheIssuer(t *testing.T) {
	embassy := &Advisory{ID: "a", Issuer: "Embassy", Issued: onDay(t, "2024-01-01")}
	all := []*Advisory{issued(t, "a", "2024-01-01"), embassy, refer(issued(t, "b", "2024-02-01"), Cancel, "a")}
	for _, s := range Current(slices.Values(all), onDay(t, "2024-03-01")) {
		if s.Advisory == embassy && s.Standing != OpenEnded || s.Advisory == all[0] && s.Standing != Cancelled {
			t.Errorf("%s of %s: %v", s.Advisory.ID, s.Advisory.Issuer, s.Standing)
		}
	}
	for _, s := range Current(slices.Values(all[1:]), onDay(t, "2024-03-01")) {
		if s.Advisory == embassy && s.Standing != Cancelled {
			t.Errorf("the only one of that id: %v", s.Standing)
		}
	}
}

func TestChain(t *testing.T) {
	all := []*Advisory{
		issued(t, "a", "2024-01-01"), refer(issued(t, "b", "2024-02-01"), Update, "a"), refer(issued(t, "c", "2024-03-01"), Cancel, "b"), issued(t, "x", "2024-01-05"),
	}
	for id, want := range map[string]string{"a": "[a b c]", "b": "[a b c]", "c": "[a b c]", "x": "[x]", "none": "[]"} {
		slices.Reverse(all)
		var got []string
		for _, a := range Chain(slices.Values(all), "Ministry", id) {
			got = append(got, a.ID)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", id, got, want)
		}
	}
	if Standing(99).String() != "" || Unknown.String() != "unknown" {
		t.Error("names of standings")
	}
}

// TestNoGap: whenever updates take effect, and however vaguely that is said, somebody is
// warned from the first day on, and who is warned does not depend on the order.
func TestNoGap(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	start, _ := incident.MakeDay(2024, 1, 1)
	vague := func(day incident.Day) incident.Date {
		s := incident.DateOf(day).String()
		return onDay(t, s[:[]int{len("2024"), len("2024-01"), len(s), len(s)}[rng.IntN(4)]])
	}
	for range 300 {
		all := []*Advisory{issued(t, "0", "2024-01-01")}
		for i := range 5 {
			issued := start + incident.Day(1+rng.IntN(300))
			a := &Advisory{ID: fmt.Sprint(i + 1), Issuer: "Ministry", Issued: vague(issued), MsgType: Update, References: []string{fmt.Sprint(rng.IntN(i + 1))}}
			if rng.IntN(2) == 0 {
				a.Effective = vague(issued + incident.Day(rng.IntN(100)))
			}
			all = append(all, a)
		}
		for day := start; day < start+800; day += 9 {
			on := incident.DateOf(day).String()
			want := standings(t, on, all...)
			if !slices.ContainsFunc(Current(slices.Values(all), onDay(t, on)), func(s Stands) bool { return s.Standing.Holds() }) {
				t.Fatalf("nobody is warned on %s: %s", on, want)
			}
			other := slices.Clone(all)
			rng.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
			if got := standings(t, on, other...); got != want {
				t.Fatalf("another order on %s: %s, want %s", on, got, want)
			}
		}
	}
}

// TestLongChain: a thousand updates of one another take no time to speak of.
func TestLongChain(t *testing.T) {
	start, _ := incident.MakeDay(2020, 1, 1)
	var all []*Advisory
	for i := range 1000 {
		a := &Advisory{ID: fmt.Sprint(i), Issuer: "Ministry", Issued: incident.DateOf(start + incident.Day(i)), MsgType: Update}
		if i > 0 {
			a.References = []string{fmt.Sprint(i - 1)}
		}
		all = append(all, a)
	}
	inForce := 0
	for _, s := range Current(slices.Values(all), onDay(t, "2024-01-01")) {
		if s.Standing.Holds() {
			inForce++
		}
	}
	if n := len(Chain(slices.Values(all), "Ministry", "500")); n != 1000 || inForce != 1 {
		t.Errorf("%d in the chain, %d in force", n, inForce)
	}
}

// BenchmarkCurrent is of a thousand updates of one another, of known days and of one year.
func BenchmarkCurrent(b *testing.B) {
	start, _ := incident.MakeDay(2020, 1, 1)
	for _, vague := range []bool{false, true} {
		all := make([]*Advisory, 1000)
		for i := range all {
			all[i] = &Advisory{ID: fmt.Sprint(i), Issuer: "Ministry", Issued: incident.DateOf(start + incident.Day(i)), MsgType: Update, References: []string{fmt.Sprint(i - 1)}}
			if vague {
				all[i].Issued = onDay(b, "2020")
			}
		}
		on := onDay(b, "2024-01-01")
		b.Run(fmt.Sprintf("vague=%v", vague), func(b *testing.B) {
			for b.Loop() {
				Current(slices.Values(all), on)
			}
		})
	}
}
