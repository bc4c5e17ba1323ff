package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"maps"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files anew")

func call(t *testing.T, in string, args ...string) (out, log string, code int) {
	t.Helper()
	var o, l bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(in), &o, &l)
	return o.String(), l.String(), code
}

// result is -format json, read without the program's own types.
type result struct {
	AsOf      string
	Read      struct{ Records, Accepted, Rejected, Figures int }
	Totals    []row
	By        map[string][]row
	Conflicts []struct {
		Event, Measure, Code, Chosen, Why string
		Group                             map[string]any
		Claims                            []struct{ ID, Count string }
	}
	Running []struct {
		Publisher, Measure, Place, Accrual, From, To, ID string
		Best, Low, High                                  *int64
	}
	Excluded []struct{ ID, Path, Code string }
}

type row struct {
	Key, Measure     string
	Best, Low, High  *int64
	Events, Accounts int64
	Lost             []string
}

func reportOn(t *testing.T, in string, args ...string) (r result) {
	t.Helper()
	out, log, code := call(t, in, append([]string{"-format", "json"}, args...)...)
	if code != 0 || log != "" {
		t.Fatalf("sitrep %q: exit %d, %s", args, code, log)
	}
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// rawRecord is a record of the corpus, read without the library.
type rawRecord struct {
	ID, Event, Published string
	Place                struct{ Country string }
	Figures              []struct {
		Measure, Count, Accrual, Label string
		Group                          map[string]string
		Beside                         bool
	}
	Source struct{ Name, URL string }
}

func rawCorpus(t *testing.T) (all []rawRecord) {
	t.Helper()
	for line := range bytes.Lines(corpus) {
		var r rawRecord
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// sumOf adds up the exact counts of a record's parts by nationality.
func sumOf(r rawRecord, measure string) (sum int64) {
	for _, f := range r.Figures {
		if n, err := strconv.ParseInt(f.Count, 10, 64); err == nil && f.Measure == measure && f.Group["nationality"] != "" && f.Label == "" {
			sum += n
		}
	}
	return sum
}

func TestEmbedded(t *testing.T) {
	shared, err := os.ReadFile("../../../shared/corpus/reports.ndjson")
	if err != nil {
		t.Skip("the original of the corpus is not beside the repository")
	}
	if !bytes.Equal(shared, corpus) {
		t.Error("the embedded corpus is not the original")
	}
}

// TestRead: nothing is lost.
func TestRead(t *testing.T) {
	raw := rawCorpus(t)
	figures, last := 0, ""
	for _, r := range raw {
		figures += len(r.Figures)
		if len(r.Published) == len("2024-01-01") { // no month or year alone reaches as far as the last day
			last = max(last, r.Published)
		}
	}
	rep := reportOn(t, "")
	if rep.Read.Records != len(raw) || rep.Read.Accepted != 186 || rep.Read.Rejected != 0 || rep.Read.Figures != figures || figures != 565 {
		t.Errorf("read %+v; the file has %d records and %d figures", rep.Read, len(raw), figures)
	}
	if rep.AsOf != last {
		t.Errorf("as of %s, the last day of publication is %s", rep.AsOf, last)
	}
}

// TestBamban: one event, twelve reports, three lists. The lists are added up here.
func TestBamban(t *testing.T) {
	sums := map[string]int64{}
	for _, r := range rawCorpus(t) {
		sums[r.ID] = sumOf(r, "freed")
	}
	for id, want := range map[string]int64{"rpt-0011": 875, "rpt-0012": 408, "rpt-0015": 658, "rpt-0017": 658, "rpt-0021": 658} {
		if sums[id] != want {
			t.Fatalf("the parts of %s come to %d, want %d", id, sums[id], want)
		}
	}
	rep := reportOn(t, "")
	found := false
	for _, c := range rep.Conflicts {
		if c.Event != "ph-bamban-2024" || c.Measure != "freed" || len(c.Group) > 0 || c.Code != "account.disagree" {
			continue
		}
		found = true
		ids := map[string]bool{}
		for _, k := range c.Claims {
			ids[k.ID] = true
		}
		if c.Chosen != "rpt-0011" || c.Why != "parts-add-up" || c.Claims[0].Count != "875" {
			t.Errorf("taken: %s because of %s", c.Chosen, c.Why)
		}
		for _, id := range []string{"rpt-0012", "rpt-0015", "rpt-0017", "rpt-0021"} {
			if !ids[id] {
				t.Errorf("%s, whose list comes to %d, is not among the claims", id, sums[id])
			}
		}
		if ids["rpt-0016"] {
			t.Error("rpt-0016 says over 800, which 875 is")
		}
	}
	if !found {
		t.Error("no conflict on how many were freed")
	}
}

// TestIndia250: 250 came home; the 75 are a part of them in every wording.
func TestIndia250(t *testing.T) {
	var text strings.Builder
	for line := range bytes.Lines(corpus) {
		if bytes.Contains(line, []byte(`"event":"in-kh-250"`)) {
			text.WriteString(string(line))
		}
	}
	if n := strings.Count(text.String(), `"count":"75"`); n < 5 {
		t.Fatalf("the 75 stands %d times: this test needs them", n)
	}
	rep := reportOn(t, text.String(), "-in", "ndjson", "-")
	for _, total := range rep.Totals {
		if total.Measure == "returned" && (total.Best == nil || *total.Best != 250 || total.Events != 1 || total.Accounts != 6) {
			t.Errorf("returned: %+v, want 250", total)
		}
	}
	found := false
	for _, c := range rep.Conflicts {
		if c.Code == "account.definition" && c.Measure == "returned" {
			found = slices.ContainsFunc(c.Claims, func(k struct{ ID, Count string }) bool { return k.ID == "rpt-0005" })
		}
	}
	if !found {
		t.Error("the reading of rpt-0005 is not listed as differing")
	}
}

// TestRunning: figures that run on are in no sum. Without every figure of accrual cumulative or stock, the sums are the same.
func TestRunning(t *testing.T) {
	whole := reportOn(t, "")
	var b strings.Builder
	running := map[string]bool{}
	for line := range bytes.Lines(corpus) {
		var r map[string]any
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		var kept []any
		figures, _ := r["figures"].([]any)
		for _, f := range figures {
			switch a := f.(map[string]any)["accrual"]; a {
			case "cumulative", "stock":
				running[r["id"].(string)] = true
			default:
				kept = append(kept, f)
			}
		}
		if delete(r, "figures"); len(kept) > 0 {
			r["figures"] = kept
		}
		if err := json.NewEncoder(&b).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	without := reportOn(t, b.String(), "-in", "ndjson", "-")
	if d := cmp.Diff(whole.Totals, without.Totals); d != "" {
		t.Error("totals with and without running figures: -with +without", d)
	}
	if d := cmp.Diff(whole.By, without.By); d != "" {
		t.Error("lines with and without running figures: -with +without", d)
	}
	if len(without.Running) != 0 || len(whole.Running) == 0 {
		t.Errorf("%d running figures, %d without any", len(whole.Running), len(without.Running))
	}
	for _, r := range whole.Running {
		if !running[r.ID] || r.Accrual != "cumulative" && r.Accrual != "stock" {
			t.Errorf("%+v does not run on", r)
		}
	}
}

// TestLinesAddUp: what the lines of a dimension come to and the total can be true at once; the lines by month, of which an
// event has one or none, add up to it.
func TestLinesAddUp(t *testing.T) {
	rep := reportOn(t, "")
	for _, total := range rep.Totals {
		for by, lines := range rep.By {
			var low, high int64
			open := false
			for _, l := range lines {
				if l.Measure != total.Measure {
					continue
				}
				if l.Low != nil {
					low += *l.Low
				}
				if open = open || l.High == nil; !open {
					high += *l.High
				}
			}
			if total.Low == nil || total.High != nil && low > *total.High || !open && high < *total.Low {
				t.Errorf("%s by %s: the lines come to %d to %d (open: %v), the total to %+v", total.Measure, by, low, high, open, total)
			}
			if by == "month" && low != *total.Low {
				t.Errorf("%s by month: %d, the total %d", total.Measure, low, *total.Low)
			}
		}
		for _, lost := range total.Lost {
			if part := map[string]*int64{"best": total.Best, "low": total.Low, "high": total.High}[lost]; part != nil {
				t.Errorf("%s: %s is stated and lost", total.Measure, lost)
			}
		}
	}
	for by, lines := range rep.By {
		if !slices.IsSortedFunc(lines, func(a, b row) int { return strings.Compare(a.Key+"\x00"+a.Measure, b.Key+"\x00"+b.Measure) }) {
			t.Errorf("by %s is not in bytewise order", by)
		}
	}
}

// TestMembers: the members of the JSON and their order are a contract.
func TestMembers(t *testing.T) {
	out, _, _ := call(t, "", "-format", "json")
	for what, want := range map[string]string{
		"document":  `^\{"asOf":"[-0-9]{10}","read":\{"records":186,"accepted":186,"rejected":0,"figures":565\},"totals":\[\{.*\],"by":\{"country":\[.*\],"nationality":\[.*\],"month":\[.*\]\},"conflicts":\[.*\],"running":\[.*\],"excluded":\[.*\]\}\n$`,
		"total":     `\{"measure":"freed","best":(null|\d+),"low":\d+,"high":(null|\d+),"events":\d+,"accounts":\d+,"lost":\["best","high"\]\}`,
		"line":      `\{"key":"PH","measure":"freed","best":\d+,"low":\d+,"high":\d+,"events":\d+\}`,
		"null key":  `\{"key":null,"measure":"returned",`,
		"conflict":  `\{"event":"ph-bamban-2024","measure":"freed","group":\{\},"code":"account.disagree","claims":\[\{"id":"rpt-0011","count":"875"\},\{"id":"rpt-0012","count":">400"(,"parts":"408")?\}[^]]*\],"chosen":"rpt-0011","why":"parts-add-up","difference":\d+\}`,
		"running":   `\{"publisher":"[^"]+","measure":"returned","group":\{"nationality":"IN"\},"place":"KH","accrual":"cumulative","from":null,"to":"2024-03-30","best":250,"low":null,"high":250,"id":"rpt-0001"\}`,
		"exclusion": `\{"id":"rpt-\d+","path":"/figures/\d+","code":"account\.[a-z]+"\}`,
	} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("%s: nothing like %s", what, want)
		}
	}
}

// ownAdvisories are those that come with the programs.
const ownAdvisories = "../internal/cli/corpus/advisories.ndjson"

// TestOrder: the same report for any order of the records.
func TestOrder(t *testing.T) {
	lines := strings.SplitAfter(strings.TrimSuffix(string(corpus), "\n"), "\n")
	lines[len(lines)-1] += "\n"
	for _, format := range []string{"json", "text", "html"} {
		want, _, _ := call(t, "", "-format", format)
		for seed := range uint64(3) {
			rand.New(rand.NewPCG(seed, 9)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
			if got, _, _ := call(t, strings.Join(lines, ""), "-format", format, "-in", "ndjson", "-advisories", ownAdvisories, "-"); got != want {
				t.Errorf("%s, shuffled: %s", format, cmp.Diff(want, got))
			}
		}
	}
}

// TestAsOf: what was published later is not known.
func TestAsOf(t *testing.T) {
	raw := rawCorpus(t)
	later := 0
	for _, r := range raw {
		switch p := r.Published; len(p) {
		case len("2024"):
			later += bit(p+"-12-31" > "2024-03-13")
		case len("2024-03"):
			later += bit(p+"-31" > "2024-03-13")
		default:
			later += bit(p > "2024-03-13")
		}
	}
	rep := reportOn(t, "", "-as-of", "2024-03-13")
	if rep.AsOf != "2024-03-13" || rep.Read.Records != 186 {
		t.Errorf("as of %s, %+v", rep.AsOf, rep.Read)
	}
	for _, c := range rep.Conflicts {
		for _, k := range c.Claims {
			if slices.ContainsFunc(raw, func(r rawRecord) bool { return r.ID == k.ID && r.Published > "2024-03-13" }) {
				t.Errorf("%s was not published yet", k.ID)
			}
		}
	}
	text, _, _ := call(t, "", "-as-of", "2024-03-13")
	if want := strconv.Itoa(later) + " of them were published later"; !strings.Contains(text, want) {
		t.Errorf("no %q in %.400s", want, text)
	}
	month, _, _ := call(t, "", "-format", "json", "-as-of", "2024-03")
	if day, _, _ := call(t, "", "-format", "json", "-as-of", "2024-03-31"); month != day {
		t.Error("a month is not taken as its last day")
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestText: a terminal of 80 columns, the headline first, every conflict.
func TestText(t *testing.T) {
	out, _, code := call(t, "")
	for line := range strings.Lines(out) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	rep := reportOn(t, "")
	if code != 0 || !strings.HasPrefix(out, "SITUATION REPORT, as known on ") || strings.Count(out, " - ") < len(rep.Conflicts) {
		t.Errorf("exit %d, %.300s", code, out)
	}
	golden(t, "corpus.txt", out)
}

// TestPage reads the page as XML, which it is but for its first line, and asks it what a browser would not show.
func TestPage(t *testing.T) {
	out, log, code := call(t, "", "-format", "html")
	if code != 0 || log != "" {
		t.Fatalf("exit %d, %s", code, log)
	}
	for _, bad := range []string{"<script", "<iframe", "<object", "<embed", "<img", "<form", "javascript:", "@import", "url(", " style=", " onload", "ZgotmplZ", "<no value>", "%!"} {
		if strings.Contains(out, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	urls := map[string]string{}
	for _, r := range rawCorpus(t) {
		urls[plain(t, r.Source.URL)] = r.Source.Name
	}
	warnings, err := cli.PublicAdvisories(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range warnings {
		urls[plain(t, a.Source.URL)] = a.Issuer
	}
	d := xml.NewDecoder(strings.NewReader(out))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	ids, level, links, wanted := map[string]bool{}, 0, 0, map[string]bool{}
	var inside []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			at := map[string]string{}
			for _, a := range e.Attr {
				at[a.Name.Local] = a.Value
			}
			if id := at["id"]; id != "" {
				if ids[id] {
					t.Errorf("the id %s stands twice", id)
				}
				ids[id] = true
			}
			if name := e.Name.Local; len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
				if now := int(name[1] - '0'); now > level+1 {
					t.Errorf("%s comes after level %d", name, level)
				} else {
					level = now
				}
			}
			switch e.Name.Local {
			case "a":
				href := at["href"]
				if target, ok := strings.CutPrefix(href, "#"); ok {
					wanted[target] = true
					break
				}
				links++
				if _, known := urls[plain(t, href)]; !known || at["rel"] != "noopener noreferrer" || !strings.HasPrefix(href, "http") {
					t.Errorf("a link to %q with rel %q", href, at["rel"])
				}
			case "th":
				if at["scope"] == "" {
					t.Error("a header that does not say what it heads")
				}
			case "svg":
				if at["aria-hidden"] != "true" && (at["role"] != "img" || at["aria-labelledby"] == "") {
					t.Errorf("a drawing without a name: %v", at)
				}
			}
			inside = append(inside, e.Name.Local)
		case xml.EndElement:
			inside = inside[:len(inside)-1]
		}
	}
	for id := range maps.Keys(wanted) {
		if !ids[id] {
			t.Errorf("a link to #%s, which is not there", id)
		}
	}
	rep := reportOn(t, "")
	if links < len(rep.Conflicts) || strings.Count(out, "<caption>") != strings.Count(out, "<table") {
		t.Errorf("%d links, %d conflicts; %d tables, %d captions", links, len(rep.Conflicts), strings.Count(out, "<table"), strings.Count(out, "<caption>"))
	}
	for _, words := range []string{
		"where sources give no upper limit, possibly more", "These are never added", "What was left out, and why", `<html lang="en">`,
		"with parts that add up to <strong>408</strong>", "with parts that add up to <strong>658</strong>", "Cambodia", "as known on 25 February 2026",
	} {
		if !strings.Contains(out, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
}

// plain takes the percent signs out of an address, which the page writes for letters that are not ASCII.
func plain(t *testing.T, address string) string {
	t.Helper()
	s, err := url.PathUnescape(address)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPageHostile: what records say stays text.
func TestPageHostile(t *testing.T) {
	const evil = `<script>alert(1)</script>`
	in := `{"kind":"rescue","id":"a","event":"` + evil + `","published":"2024-01-01","place":{"country":"KH"},"figures":[{"measure":"freed","count":"5","accrual":"event","label":"\"><img src=x>"},{"measure":"freed","count":"7","accrual":"event","to":"2024-01-01"}],"source":{"name":"` + evil + `","kind":"media"}}
{"kind":"rescue","id":"b","event":"` + evil + `","figures":[{"measure":"freed","count":"9","accrual":"event","label":"\"><img src=x>"},{"measure":"held","count":"9","accrual":"stock","to":"2024"}],"source":{"name":"` + evil + `2","url":"https://example.org/?a='\"&b=<i>"}}
`
	for _, format := range []string{"html", "text", "json"} {
		out, log, code := call(t, in, "-format", format, "-in", "ndjson", "-")
		if code == 2 || format == "html" && (strings.Contains(out, "<script") || strings.Contains(out, "<img") || strings.Contains(out, "<i>")) {
			t.Errorf("%s: exit %d, %s%s", format, code, out, log)
		}
	}
}

// TestEmptyInput: a report on nothing is whole and says so.
func TestEmptyInput(t *testing.T) {
	for format, want := range map[string]string{
		"json": `{"asOf":null,"read":{"records":0,"accepted":0,"rejected":0,"figures":0},"totals":[],"by":{"country":[],"nationality":[],"month":[]},"conflicts":[],"running":[],"excluded":[],` +
			`"duplicates":null,"flow":{"stages":[],"passages":[],"exceeded":[]},"increments":[],"coverage":[],"portions":[],"advisories":[]}` + "\n",
		"text": "No figures to add up", "html": "No figures to add up",
	} {
		out, log, code := call(t, "", "-format", format, "-in", "ndjson", "-")
		if code != 0 || log != "" || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d, %s, %s", format, code, log, out)
		}
	}
}

func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	out, bad := filepath.Join(dir, "out.json"), filepath.Join(dir, "cut.json")
	if err := os.WriteFile(bad, []byte(`[{"kind":"rescue","id":"a"},{`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in   string
		args []string
		code int
	}{
		"the corpus":      {"", nil, 0},
		"a rejected one":  {`{"kind":"rescue","id":"a"}` + "\n{}\n", []string{"-in", "ndjson", "-"}, 1},
		"cut short":       {"", []string{"-o", out, bad}, 2},
		"no such file":    {"", []string{"nowhere.ndjson"}, 2},
		"unknown format":  {"", []string{"-format", "pdf"}, 2},
		"an interval":     {"", []string{"-as-of", "2024-01/2024-02"}, 2},
		"no date":         {"", []string{"-as-of", "yesterday"}, 2},
		"asked for usage": {"", []string{"-h"}, 0},
	} {
		got, log, code := call(t, c.in, c.args...)
		if code != c.code || code == 2 && (got != "" || log == "") || code == 1 && !strings.HasPrefix(log, "stdin:2:1: error: ") {
			t.Errorf("%s: exit %d, want %d; %s", name, code, c.code, log)
		}
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("a report was written of a file that was cut short: %v", err)
	}
	if got, _, code := call(t, "", "-format", "json", "-o", out); got != "" || code != 0 {
		t.Errorf("-o: exit %d and %q", code, got)
	}
	want, _, _ := call(t, "", "-format", "json")
	if got, _ := os.ReadFile(out); string(got) != want {
		t.Error("-o wrote another report")
	}
}

func TestGolden(t *testing.T) {
	out, _, _ := call(t, "", "-format", "json")
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(out), "", " "); err != nil {
		t.Fatal(err)
	}
	golden(t, "corpus.json", b.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s: -want +got, go test -update accepts it\n%s", name, d)
	}
}
