package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"
)

const corpus = "../sitrep/corpus/reports.ndjson"

func call(t *testing.T, in string, args ...string) (out, log string, code int) {
	t.Helper()
	var o, l bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(in), &o, &l)
	return o.String(), l.String(), code
}

// table runs the program and returns its rows by the first n cells.
func table(t *testing.T, in string, n int, args ...string) (header []string, rows map[string]map[string]string) {
	t.Helper()
	out, log, code := call(t, in, args...)
	all, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if code != 0 || err != nil {
		t.Fatalf("tally %q: exit %d, %v, %s", args, code, err, log)
	}
	rows = map[string]map[string]string{}
	for _, row := range all[1:] {
		cells := map[string]string{}
		for i, name := range all[0] {
			cells[name] = row[i]
		}
		rows[strings.Join(row[:n], "|")] = cells
	}
	return all[0], rows
}

// made is records that are easy to add up by hand: one figure each, of one group, an event each.
type made struct {
	country, month, source string
	best, low, high        int64 // −1: not stated
}

func makeRecords(n int) (ms []made, text string) {
	rnd := rand.New(rand.NewPCG(7, 7))
	var b strings.Builder
	for i := range n {
		m := made{[]string{"KH", "MM", "LA", ""}[rnd.IntN(4)], fmt.Sprintf("2024-%02d", 1+rnd.IntN(3)), fmt.Sprintf("p%d", rnd.IntN(5)), -1, -1, -1}
		k := rnd.Int64N(1000)
		var count string
		switch rnd.IntN(6) {
		case 0:
			count, m.best = fmt.Sprint("~", k), k
		case 1:
			count, m.low = fmt.Sprint(">", k), k+1
		case 2:
			count, m.best, m.high = fmt.Sprint("<=", k), k, k
		default:
			count, m.best, m.low, m.high = fmt.Sprint(k), k, k, k
		}
		place := ""
		if m.country != "" {
			place = `"place":{"country":"` + m.country + `"},`
		}
		fmt.Fprintf(&b, `{"kind":"rescue","id":"r%d","event":"e%d","occurred":"%s-05",%s"figures":[{"measure":"freed","count":"%s","accrual":"event"}],"source":{"name":"%s"}}`+"\n",
			i, i, m.month, place, count, m.source)
		ms = append(ms, m)
	}
	return ms, b.String()
}

// added adds up as the format's page says: a best or a high only when every term has one, a low when one has.
func added(ms []made) (best, low, high, lost string) {
	var b, l, h, nb, nl, nh int64
	for _, m := range ms {
		if m.best >= 0 {
			b, nb = b+m.best, nb+1
		}
		if m.low >= 0 {
			l, nl = l+m.low, nl+1
		}
		if m.high >= 0 {
			h, nh = h+m.high, nh+1
		}
	}
	var gone []string
	part := func(sum, have int64, whole bool, name string) string {
		if have == 0 || whole && have < int64(len(ms)) {
			if have > 0 {
				gone = append(gone, name)
			}
			return ""
		}
		return strconv.FormatInt(sum, 10)
	}
	best, low, high = part(b, nb, true, "best"), part(l, nl, false, "low"), part(h, nh, true, "high")
	return best, low, high, strings.Join(gone, ";")
}

// TestArithmetic compares every cell with sums made here, with and without reconciling: no two records are on one event.
func TestArithmetic(t *testing.T) {
	ms, text := makeRecords(400)
	groups := map[string][]made{}
	for _, m := range ms {
		key := m.country + "|" + m.month
		groups[key] = append(groups[key], m)
	}
	for _, flags := range [][]string{nil, {"-no-reconcile"}} {
		args := append([]string{"-by", "country,month", "-sum", "freed", "-top", "source=2", "-distinct", "source", "-quantiles", "0,0.5,1", "-in", "ndjson", "-"}, flags...)
		header, rows := table(t, text, 2, args...)
		want := []string{"country", "month", "freed_best", "freed_low", "freed_high", "freed_lost", "events", "records", "top_source", "distinct_source", "freed_p0", "freed_p50", "freed_p100"}
		if d := diff.Diff(want, header); d != "" {
			t.Fatal("header: -want +got", d)
		}
		if len(rows) != len(groups) {
			t.Errorf("%d rows, want %d", len(rows), len(groups))
		}
		for key, g := range groups {
			best, low, high, lost := added(g)
			sources := map[string]int{}
			var bests []int64
			for _, m := range g {
				sources[m.source]++
				if m.best >= 0 {
					bests = append(bests, m.best)
				}
			}
			names := slices.SortedFunc(maps.Keys(sources), func(a, b string) int {
				return cmp.Or(cmp.Compare(sources[b], sources[a]), cmp.Compare(a, b))
			})
			slices.Sort(bests)
			country, month, _ := strings.Cut(key, "|")
			n := strconv.Itoa(len(g))
			want := map[string]string{
				"country": country, "month": month, "freed_best": best, "freed_low": low, "freed_high": high, "freed_lost": lost,
				"events": n, "records": n, "distinct_source": strconv.Itoa(len(names)),
				"top_source": fmt.Sprintf("%s:%d;%s:%d", names[0], sources[names[0]], names[1], sources[names[1]]),
			}
			got := maps.Clone(rows[key])
			for q, b := range map[string]int64{"freed_p0": bests[0], "freed_p50": bests[(len(bests)+1)/2-1], "freed_p100": bests[len(bests)-1]} {
				// A quantile of large numbers is rounded down by less than 1 %.
				if n, err := strconv.ParseInt(got[q], 10, 64); err != nil || n > b || n*101 < b*100 {
					t.Errorf("%s: %s is %s, want %d", key, q, got[q], b)
				}
				delete(got, q)
			}
			if d := diff.Diff(want, got); d != "" {
				t.Errorf("%s: -want +got %s", key, d)
			}
		}
	}
}

// TestCase43OrderAndParts: the same bytes for any order of the records and any number of parts.
func TestCase43OrderAndParts(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimSuffix(string(data), "\n"), "\n")
	lines[len(lines)-1] += "\n"
	args := []string{"-by", "country,nationality,month", "-sum", "freed,returned,arrested,reported", "-top", "source=3", "-distinct", "event", "-quantiles", "0.5,0.95", "-in", "ndjson", "-"}
	for _, flags := range [][]string{nil, {"-no-reconcile"}} {
		want, wantLog, code := call(t, string(data), append(slices.Clone(args), append(flags, "-workers", "1")...)...)
		if code != 0 || !strings.Contains(wantLog, "[account.running]") {
			t.Fatalf("exit %d, %s", code, wantLog)
		}
		for seed := range uint64(3) {
			shuffled := slices.Clone(lines)
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			for _, n := range []string{"1", "2", "7", "64"} {
				got, log, _ := call(t, strings.Join(shuffled, ""), append(slices.Clone(args), append(flags, "-workers", n)...)...)
				if got != want || log != wantLog {
					t.Errorf("%v: shuffled, %s parts: %s", flags, n, diff.Diff(want+wantLog, got+log))
				}
			}
		}
	}
}

// TestMust has what the corpus has to come to. The parts of 875 and 408 are added up here.
func TestMust(t *testing.T) {
	data, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	parts := 0
	for line := range bytes.Lines(data) {
		var r struct {
			ID      string
			Figures []struct {
				Count string
				Group map[string]string
			}
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Figures {
			if n, err := strconv.Atoi(f.Count); r.ID == "rpt-0011" && f.Group["nationality"] != "" && err == nil {
				parts += n
			}
		}
	}
	_, rows := table(t, "", 1, "-by", "event", "-sum", "freed,returned", corpus)
	if got := rows["ph-bamban-2024"]; parts != 875 || got["freed_best"] != "875" || got["freed_low"] != "875" || got["freed_high"] != "875" || got["records"] != "12" {
		t.Errorf("ph-bamban-2024: %v; the parts come to %d", got, parts)
	}
	if got := rows["in-kh-250"]; got["returned_best"] != "250" || got["records"] != "6" {
		t.Errorf("in-kh-250: %v", got)
	}
	if len(rows) != 62 {
		t.Errorf("%d events, want 62", len(rows))
	}
}

// TestFormula: a publisher's name that a spreadsheet would run is written inert.
func TestFormula(t *testing.T) {
	in := `{"kind":"rescue","id":"a","figures":[{"measure":"freed","count":"3","accrual":"event"}],"source":{"name":"=1+1"}}` + "\n"
	out, _, code := call(t, in, "-by", "source", "-sum", "freed", "-in", "ndjson", "-")
	if want := "source,freed_best,freed_low,freed_high,freed_lost,events,records\n'=1+1,3,3,3,,1,1\n"; code != 0 || out != want {
		t.Errorf("exit %d, %q", code, out)
	}
}

// TestUnstated: an unstated number and an unstated key are empty cells, 0 is a
// number; that a text could not be read is said.
func TestUnstated(t *testing.T) {
	in := `{"kind":"rescue","id":"a","place":{"country":"KH"},"figures":[{"measure":"freed","count":"0","accrual":"event"}]}
{"kind":"rescue","id":"b","figures":[{"measure":"freed","text":"hundreds","accrual":"event"}],"source":{"lang":"en"}}
`
	out, log, code := call(t, in, "-by", "country", "-sum", "freed,returned", "-in", "ndjson", "-")
	want := "country,freed_best,freed_low,freed_high,freed_lost,returned_best,returned_low,returned_high,returned_lost,events,records\n" +
		",,,,,,,,,1,1\nKH,0,0,0,,,,,,1,1\n"
	unread := "tally: left out: 1: a figure's text has no number that can be read [figure.unread]\n"
	if code != 0 || out != want || log != unread {
		t.Errorf("exit %d, %s%s", code, out, log)
	}
}

func TestEmpty(t *testing.T) {
	out, log, code := call(t, "", "-by", "country", "-sum", "freed", "-in", "ndjson", "-")
	if want := "country,freed_best,freed_low,freed_high,freed_lost,events,records\n"; code != 0 || out != want || log != "" {
		t.Errorf("exit %d, %q, %s", code, out, log)
	}
}

func TestRejected(t *testing.T) {
	_, text := makeRecords(200)
	out, log, code := call(t, text+"{}\n", "-by", "country", "-sum", "freed", "-in", "ndjson", "-")
	want, _, _ := call(t, text, "-by", "country", "-sum", "freed", "-in", "ndjson", "-")
	if code != 1 || out != want || !strings.HasPrefix(log, "stdin:201:1: error: ") {
		t.Errorf("exit %d, %s", code, log)
	}
}

func TestCannot(t *testing.T) {
	dir := t.TempDir()
	cut := filepath.Join(dir, "cut.json")
	if err := os.WriteFile(cut, []byte(`[{"kind":"rescue","id":"a"},`), 0o600); err != nil {
		t.Fatal(err)
	}
	good := []string{"-by", "country", "-sum", "freed"}
	for name, args := range map[string][]string{
		"no file":           good,
		"no dimension":      {"-sum", "freed", corpus},
		"no measure":        {"-by", "country", corpus},
		"unknown dimension": {"-by", "planet", "-sum", "freed", corpus},
		"empty dimension":   {"-by", "", "-sum", "freed", corpus},
		"twice":             {"-by", "country,country", "-sum", "freed", corpus},
		"shares":            {"-by", "country", "-sum", "share", corpus},
		"unknown measure":   {"-by", "country", "-sum", "joy", corpus},
		"bad top":           append(good, "-top", "source", corpus),
		"unknown top":       append(good, "-top", "planet=2", corpus),
		"bad quantile":      append(good, "-quantiles", "2", corpus),
		"no workers":        append(good, "-workers", "0", corpus),
		"cut in the middle": append(good, cut),
		"unknown distinct":  append(good, "-distinct", "planet", corpus),
	} {
		if out, log, code := call(t, "", args...); code != 2 || out != "" || log == "" {
			t.Errorf("%s: exit %d, %q, %q", name, code, out, log)
		}
	}
}
