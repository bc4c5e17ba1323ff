package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func call(t *testing.T, in string, args ...string) (out, log string, code int) {
	t.Helper()
	var o, l bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(in), &o, &l)
	return o.String(), l.String(), code
}

// file writes a file of the test's own and returns its name.
func file(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func objects(t *testing.T, out string) (all []object) {
	t.Helper()
	for line := range strings.Lines(out) {
		var o object
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&o); err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	return all
}

const (
	offersTable   = "../../../shared/corpus/offers.csv"
	offersMapping = "../../adapters/csvio/testdata/offers.mapping.json"
)

// TestCorpus screens the offers of the corpus: at least nine in ten of those that were
// lures get a warning, with the advisories and without, and none of the marks of a
// legitimate one does; what those state in their favour is said.
func TestCorpus(t *testing.T) {
	f, err := os.Open(offersTable)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the offers are not beside the project")
	} else if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	status, rows := slices.Index(rows[0], "status"), rows[1:]
	none := file(t, "none.ndjson", "")
	for _, args := range [][]string{nil, {"-advisories", none}} {
		out, log, code := call(t, "", append([]string{"-json", "-on", "2026-02-28", "-map", offersMapping, offersTable}, args...)...)
		if code != 1 {
			t.Fatalf("exit %d, %s", code, log)
		}
		all := objects(t, out)
		if len(all) != len(rows) {
			t.Fatalf("%d answers to %d offers: %s", len(all), len(rows), log)
		}
		lures, warned := 0, 0
		for i, o := range all {
			id := rows[i][0]
			switch rows[i][status] {
			case "reported_fraudulent":
				lures++
				if o.Verdict.String() == "warn" {
					warned++
				} else if len(o.Asks) == 0 {
					t.Errorf("%s: no warning, and nothing that would have to be stated", id)
				}
			case "legitimate_pattern":
				if o.Verdict.String() != "cannot-tell" || len(o.Favour) == 0 {
					t.Errorf("%s: %v of weight %d: %+v; in its favour: %+v", id, o.Verdict, o.Weight, o.Findings, o.Favour)
				}
			default:
				t.Errorf("%s: neither", id)
			}
		}
		if warned*10 < lures*9 || lures < 15 {
			t.Errorf("%d of %d lures get a warning", warned, lures)
		}
		t.Logf("%d of %d lures get a warning, %v", warned, lures, args)
	}
}

const agents = `[{"authority":"Ministry","country":"IN","name":"Example Overseas Pvt. Ltd.","licence":"B-0001/PUN/PER/100/5/10001/2022","status":"valid","asOf":"2024-03-01"},
{"authority":"Ministry","country":"IN","name":"Sample Manpower","licence":"B-0002/DEL/COM/1000+/5/10002/2019","status":"suspended","asOf":"2024-03-01"}]`

func TestRegister(t *testing.T) {
	list := file(t, "agents.json", agents)
	warnings := file(t, "list.json", `[{"authority":"Police","country":"IN","name":"Bad Travels","status":"blacklisted","asOf":"2024-03-01"}]`)
	for name, c := range map[string]struct {
		offer, register, match, reason string
		code                           int
	}{
		"listed":         {`{"agent":"Example Overseas","licence":"B-0001/PUN/PER/100/5/10001/2022","nationality":"IN"}`, list, "yes", "listed", 0},
		"suspended":      {`{"agent":"Sample Manpower","nationality":"IN"}`, list, "no", "listed-against", 1},
		"another's":      {`{"agent":"Quite Another Consultancy","licence":"B-0001/PUN/PER/100/5/10001/2022"}`, list, "no", "another-name", 1},
		"not listed":     {`{"agent":"Nowhere Heard Of","nationality":"IN"}`, list, "no", "not-listed", 1},
		"a warning list": {`{"agent":"Nowhere Heard Of","nationality":"IN"}`, warnings, "cannot-tell", "incomplete", 0},
		"no agent":       {`{"role":"Nurse"}`, list, "cannot-tell", "nothing-asked", 0},
	} {
		t.Run(name, func(t *testing.T) {
			out, log, code := call(t, c.offer, "-json", "-on", "2024-03-10", "-register", c.register, "-in", "json", "-")
			all := objects(t, out)
			if len(all) != 1 || code != c.code || log != "" {
				t.Fatalf("exit %d, %s%s", code, out, log)
			}
			if r := all[0].Register; r.Match.String() != c.match || string(r.Reason) != c.reason {
				t.Errorf("the register says %v, %s", r.Match, r.Reason)
			}
		})
	}
	_, _, code := call(t, `{"agent":"Nowhere Heard Of","nationality":"IN"}`, "-on", "2024-03-10", "-partial", "-register", list, "-in", "json", "-")
	if code != 0 {
		t.Errorf("a partial register gives exit %d", code)
	}
	out, _, code := call(t, `{"agent":"Example Overseas","nationality":"IN"}`, "-json", "-on", "2025-03-10", "-register", list, "-in", "json", "-")
	if all := objects(t, out); code != 0 || !all[0].Register.Stale || all[0].Register.Match.String() != "cannot-tell" {
		t.Errorf("exit %d: a register of a year ago is not stale: %s", code, out)
	}
}

func TestText(t *testing.T) {
	advert := "Data entry job in Cambodia!\nTourist visa, free ticket. Registration fee ₹5,000 by UPI.\nWhatsApp only."
	out, log, code := call(t, "", "-on", "2026-02-28", "-text", file(t, "advert.txt", "\ufeff"+advert))
	if code != 1 || log != "" {
		t.Fatalf("exit %d, %s", code, log)
	}
	for _, want := range []string{"WARN", `"Tourist visa"`, "visa-tourist", "adv-", "https://"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	for lang, want := range map[string]string{"en": "tourist or visit visa", "hi": "विजिट वीज़ा", "fil": "Tourist o visit visa"} {
		if out, _, _ := call(t, advert, "-on", "2026-02-28", "-lang", lang, "-text", "-"); !strings.Contains(out, want) {
			t.Errorf("%s: no %s", lang, want)
		}
	}
	out, _, code = call(t, "Staff nurse, Germany. Licence B-0001/PUN/PER/100/5/10001/2022. Employment visa, contract attested. No fee.", "-on", "2026-02-28", "-text", "-")
	if code != 0 || !strings.Contains(out, "CANNOT TELL") || strings.Contains(strings.ToLower(strings.ReplaceAll(out, "does not make it safe", "")), "safe") {
		t.Errorf("exit %d:\n%s", code, out)
	}
}

// TestDay: the day is the one asked for, else the one when the offer was received.
func TestDay(t *testing.T) {
	for _, c := range []struct{ offer, on, want string }{
		{`{"role":"Nurse","received":"2023-05-06"}`, "", "2023-05-06"},
		{`{"role":"Nurse","received":"2023-05-06"}`, "2024-01-02", "2024-01-02"},
	} {
		args := []string{"-json", "-in", "json", "-"}
		if c.on != "" {
			args = append(args, "-on", c.on)
		}
		out, _, _ := call(t, c.offer, args...)
		if all := objects(t, out); *all[0].On != c.want {
			t.Errorf("screened for %s, want %s", *all[0].On, c.want)
		}
	}
	if out, _, _ := call(t, `{"role":"Nurse"}`, "-json", "-in", "json", "-"); len(*objects(t, out)[0].On) != len("2026-11-26") {
		t.Error("no day")
	}
}

// TestOwnRules extends the rules by an agency's own.
func TestOwnRules(t *testing.T) {
	rules := file(t, "own.json", `{"pack":"own","version":"2026-01-01","extends":"rescuetally","off":["visa-tourist"],"phrases":{"wonder":["wonder pills"]},
		"rules":[{"id":"own-wonder","group":"own","weight":3,"publisher":"Agency","source":"https://example.org/w","text":{"en":"Wonders are promised."},"when":[{"says":["wonder"]}]}]}`)
	out, log, code := call(t, `{"visa":"tourist visa","promises":["wonder pills"]}`, "-json", "-on", "2025-01-01", "-rules", rules, "-in", "json", "-")
	all := objects(t, out)
	if code != 1 || log != "" || len(all[0].Findings) != 1 || all[0].Findings[0].Rule != "own-wonder" || !strings.HasPrefix(all[0].Rules, "2026-01-01 on ") {
		t.Errorf("exit %d, %s%s", code, out, log)
	}
}

// TestFaults: what cannot be done is said, with the file and without a word of it.
func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		args []string
		code int
		want string
	}{
		"nothing":         {"", nil, 2, "name the offers"},
		"interval":        {"", []string{"-on", "2024/2025", "-"}, 2, "-on"},
		"no file":         {"", []string{"nowhere.json"}, 2, "nowhere.json"},
		"no format":       {"{}", []string{"-"}, 2, "-in"},
		"unknown member":  {`{"role":"SECRET","rate":"SECRET"}`, []string{"-in", "json", "-"}, 1, "field.unknown"},
		"bad currency":    {`{"role":"SECRET","currency":"SECRET"}`, []string{"-in", "json", "-"}, 1, "figure.unit"},
		"cut short":       {`{"role":"SECRET`, []string{"-in", "json", "-"}, 2, "json.unexpected-end"},
		"a record":        {`{"kind":"rescue","id":"SECRET"}`, []string{"-in", "json", "-"}, 1, "field.unknown"},
		"no UTF-8":        {"SECRET \xff", []string{"-text", "-"}, 2, "text.invalid-utf8"},
		"too long":        {strings.Repeat("SECRET ", 10_000), []string{"-text", "-"}, 2, "limit.record-bytes"},
		"no rules":        {"{}", []string{"-rules", file(t, "r.json", `{"SECRET":1}`), "-in", "json", "-"}, 2, "json.syntax"},
		"no register":     {"{}", []string{"-register", "nowhere.csv", "-in", "json", "-"}, 2, "nowhere.csv"},
		"broken register": {"{}", []string{"-register", file(t, "a.json", `[{"authority":"SECRET"}]`), "-in", "json", "-"}, 1, "field.required"},
	} {
		t.Run(name, func(t *testing.T) {
			_, log, code := call(t, c.in, c.args...)
			if code != c.code || !strings.Contains(log, c.want) || strings.Contains(log, "SECRET") {
				t.Errorf("exit %d, %s", code, log)
			}
		})
	}
}

// TestMany: a file of several offers gives a line each.
func TestMany(t *testing.T) {
	out, log, code := call(t, "{\"visa\":\"tourist\"}\n{\"role\":\"Nurse\"}\n{\"payPeriod\":\"SECRET\"}\n", "-json", "-in", "ndjson", "-")
	if all := objects(t, out); len(all) != 2 || code != 1 || all[0].Verdict.String() != "warn" || all[1].Verdict.String() != "cannot-tell" || !strings.Contains(log, "code.unknown") {
		t.Errorf("exit %d, %s%s", code, out, log)
	}
}

// TestMapAndText: a mapping says nothing of an advert as plain text.
func TestMapAndText(t *testing.T) {
	if out, log, code := call(t, "x", "-text", "-map", offersMapping, "-"); code != 2 || out != "" || !strings.Contains(log, "-map") {
		t.Errorf("exit %d, %s%s", code, out, log)
	}
}

// TestInAndRegister: the offer comes from the standard input, the register from its file.
func TestInAndRegister(t *testing.T) {
	register := file(t, "reg.csv", "authority,country,name,licence,status,asOf\nBureau,PH,Good Hands,L-1,valid,2026-02-01\n")
	out, log, code := call(t, `{"agent":"Good Hands","licence":"L-1","nationality":"PH"}`, "-json", "-on", "2026-02-10", "-in", "json", "-register", register, "-")
	if code == 2 || !strings.Contains(out, "Good Hands") {
		t.Errorf("exit %d, %s%s", code, out, log)
	}
}
