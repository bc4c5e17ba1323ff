package advisory_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

func TestBuiltInRules(t *testing.T) {
	languages := []string{"en", "hi", "fil"}
	for r := range advisory.BuiltIn().All() {
		if u, err := url.Parse(r.Source); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
			t.Errorf("%s: the source is no web address", r.ID)
		}
		said := map[string]bool{}
		for _, lang := range languages {
			if text := r.Texts[lang]; text == "" || said[text] {
				t.Errorf("%s: no text of its own in %s", r.ID, lang)
			} else {
				said[text] = true
			}
		}
		if r.Text("hi-Latn") != r.Texts["hi"] || r.Text("th") != r.Texts["en"] {
			t.Errorf("%s: a language that has no text gets %q", r.ID, r.Text("th"))
		}
		if (r.Weight == 0) != r.Favour {
			t.Errorf("%s: weight %d, favour %v", r.ID, r.Weight, r.Favour)
		}
	}
}

// TestEveryRedFlagHasARule reads the red flags that authorities have published.
func TestEveryRedFlagHasARule(t *testing.T) {
	f, err := os.Open("../../shared/corpus/redflags.csv")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the red flags are not beside the project")
	} else if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) < 30 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	flags := map[string]bool{}
	for _, row := range rows[1:] {
		flags[row[0]] = true
	}
	for r := range advisory.BuiltIn().All() {
		for _, id := range r.Flags {
			if _, known := flags[id]; !known {
				t.Errorf("%s: there is no red flag %s", r.ID, id)
			}
			flags[id] = false
		}
	}
	for id, missing := range flags {
		if missing {
			t.Errorf("no rule for red flag %s", id)
		}
	}
}

const smallRules = `{"pack":"small","version":"1","warnAt":2,"words":{"before":["no"],"after":[],"through":["any"]},
	"phrases":{"bad":["tourist visa","work*"],"all":["@bad","snake oil"]},"roles":["bad"],
	"rules":[{"id":"a","group":"g","weight":2,"publisher":"p","source":"https://example.org","text":{"en":"A."},"when":[{"says":["bad"]}]},
	         {"id":"b","group":"h","weight":1,"publisher":"p","source":"https://example.org","text":{"en":"B."},"when":[{"denies":["all"],"in":["visa"]}]}],
	"asks":[{"member":"licence","text":{"en":"The licence."}}],"caps":[],"norms":[],"rates":{"USD":1},"ratesFrom":""}`

func ids(flags []advisory.Flag) (out []string) {
	for _, f := range flags {
		out = append(out, f.Rule.ID)
	}
	return out
}

func TestExtend(t *testing.T) {
	small, err := advisory.ParseRules([]byte(smallRules))
	if err != nil {
		t.Fatal(err)
	}
	own, err := small.Extend([]byte(`{"pack":"own","version":"2","extends":"small","off":["b"],"phrases":{"bad":["magic beans"]},
		"rules":[{"id":"c","group":"g","weight":3,"publisher":"p","source":"https://example.org","text":{"en":"C."},"when":[{"states":["contract"]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	offer := &advisory.Offer{Visa: "no tourist visa", Promises: []string{"magic beans"}, Contract: "two years"}
	if got := ids(small.Screen(offer, nil, nil, day("2025-01-01")).Findings); !slices.Equal(got, []string{"b"}) {
		t.Errorf("the pack itself finds %v", got)
	}
	s := own.Screen(offer, nil, nil, day("2025-01-01"))
	if got := ids(s.Findings); !slices.Equal(got, []string{"c", "a"}) || s.Weight != 3 || !s.Findings[0].Counts || s.Findings[1].Counts {
		t.Errorf("the extended one finds %v of weight %d", got, s.Weight)
	}
	if own.Version() != "2 on 1" || small.Version() != "1" || own.WarnAt() != 2 {
		t.Errorf("versions %q and %q, warns at %d", own.Version(), small.Version(), own.WarnAt())
	}
	if len(s.Asks) != 1 || s.Asks[0].Member != "licence" || s.Asks[0].Text("hi") != "The licence." {
		t.Errorf("asks %v", s.Asks)
	}
}

// TestExtendOfLittle: rules without lists, rates or homes take those of another file, and
// no rules take none.
func TestExtendOfLittle(t *testing.T) {
	little, err := advisory.ParseRules([]byte(`{"pack":"little","version":"1","warnAt":1}`))
	if err != nil {
		t.Fatal(err)
	}
	if lower, err := little.Extend([]byte(`{"pack":"l","version":"2","extends":"little","warnAt":5}`)); err != nil {
		t.Fatal(err)
	} else if lowest, err := lower.Extend([]byte(`{"pack":"ll","version":"3","extends":"l","warnAt":2}`)); err != nil || lowest.WarnAt() != 2 || lower.WarnAt() != 5 {
		t.Errorf("warns at %d, %v", lowest.WarnAt(), err)
	}
	own := []byte(`{"pack":"own","version":"2","extends":"little","warnAt":2,"words":{"before":["no"]},"phrases":{"bad":["tourist visa"]},"rates":{"KES":0.01},"homes":{"KES":"KE"},
		"caps":[{"nationality":"KE","amount":50000,"currency":"KES","publisher":"Kenya","source":"https://example.org/1"},
		        {"nationality":"KE","destinations":["SA"],"amount":100,"currency":"KES","publisher":"Kenya","source":"https://example.org/2"}],
		"rules":[{"id":"cap","group":"fee","weight":2,"publisher":"p","source":"https://example.org","text":{"en":"C."},"when":[{"finds":"fee-above-cap"}]}]}`)
	rules, err := little.Extend(own)
	if err != nil || rules.WarnAt() != 2 {
		t.Fatalf("%v, warns at %d", err, rules.WarnAt())
	}
	for to, want := range map[string]bool{"SA": true, "QA": false} {
		s := rules.Screen(&advisory.Offer{Fee: "KES 40,000", Destinations: []string{to}}, nil, nil, day("2025-01-01"))
		if found := len(s.Findings) > 0; found != want {
			t.Errorf("to %s: %v", to, ids(s.Findings))
		}
	}
	// Caps are replaced one by one: that of the same nationality and destinations.
	less, err := rules.Extend([]byte(`{"pack":"less","version":"3","extends":"own","caps":[{"nationality":"KE","destinations":["SA"],"amount":45000,"currency":"KES","publisher":"Kenya","source":"https://example.org/3"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for fee, want := range map[string]bool{"KES 40,000": false, "KES 46,000": true} {
		s := less.Screen(&advisory.Offer{Fee: fee, Destinations: []string{"SA"}}, nil, nil, day("2025-01-01"))
		if found := len(s.Findings) > 0; found != want {
			t.Errorf("%s: %v", fee, ids(s.Findings))
		}
	}
	if s := less.Screen(&advisory.Offer{Fee: "KES 60,000", Destinations: []string{"QA"}}, nil, nil, day("2025-01-01")); len(s.Findings) == 0 {
		t.Error("the cap for all destinations is lost")
	}
	var none *advisory.Rules
	if _, err := none.Extend(own); err == nil || none.WarnAt() != 0 || len(slices.Collect(none.All())) != 0 {
		t.Error("no rules are extended")
	}
}

func TestRulesThatAreNone(t *testing.T) {
	small, err := advisory.ParseRules([]byte(smallRules))
	if err != nil {
		t.Fatal(err)
	}
	change := func(old, new string) string {
		if !strings.Contains(smallRules, old) {
			t.Fatalf("there is no %s", old)
		}
		return strings.Replace(smallRules, old, new, 1)
	}
	for name, c := range map[string]struct {
		text string
		code incident.Code
	}{
		"empty":                 {"", incident.CodeJSONSyntax},
		"cut short":             {smallRules[:300], incident.CodeJSONSyntax},
		"two of them":           {smallRules + smallRules, incident.CodeJSONTrailingData},
		"unknown member":        {change(`"caps"`, `"cups"`), incident.CodeJSONSyntax},
		"no version":            {change(`"version":"1"`, `"version":""`), incident.CodeFieldRequired},
		"no weight to warn at":  {change(`"warnAt":2`, `"warnAt":0`), incident.CodeFieldRequired},
		"too heavy":             {change(`"weight":2`, `"weight":4`), incident.CodeFieldRequired},
		"no weight":             {change(`"weight":2`, `"weight":0`), incident.CodeFieldRequired},
		"heavy favour":          {change(`"weight":2`, `"weight":2,"favour":true`), incident.CodeFieldRequired},
		"no source":             {change(`"source":"https://example.org"`, `"source":""`), incident.CodeFieldRequired},
		"twice":                 {change(`"id":"b"`, `"id":"a"`), incident.CodeRecordDuplicateID},
		"list":                  {change(`"says":["bad"]`, `"says":["good"]`), incident.CodeCodeUnknown},
		"list in a list":        {change(`"@bad"`, `"@good"`), incident.CodeCodeUnknown},
		"circle":                {change(`"@bad"`, `"@all"`), incident.CodeRecordCycle},
		"roles":                 {change(`"roles":["bad"]`, `"roles":["good"]`), incident.CodeCodeUnknown},
		"member":                {change(`"in":["visa"]`, `"in":["vise"]`), incident.CodeCodeUnknown},
		"check":                 {change(`"in":["visa"]`, `"finds":"a-check"`), incident.CodeCodeUnknown},
		"country":               {change(`"in":["visa"]`, `"any":[{"not":[{"destination":["Thailand"]}]}]`), incident.CodeCodeUnknown},
		"ask":                   {change(`"member":"licence"`, `"member":"name"`), incident.CodeFieldRequired},
		"always":                {change(`"in":["visa"]`, `"any":[{}]`), incident.CodeCodeUnknown},
		"rate":                  {change(`"USD":1`, `"USD":-1`), incident.CodeFieldRequired},
		"home":                  {change(`"caps"`, `"homes":{"hi":"India"},"caps"`), incident.CodeFieldRequired},
		"cap":                   {change(`"caps":[]`, `"caps":[{"nationality":"IN","amount":1,"currency":"INR","publisher":"p"}]`), incident.CodeFieldRequired},
		"cap of months and sum": {change(`"caps":[]`, `"caps":[{"nationality":"IN","amount":1,"currency":"INR","months":1,"publisher":"p","source":"s"}]`), incident.CodeFieldRequired},
		"norm":                  {change(`"norms":[]`, `"norms":[{"country":"IN","currency":"INR","publisher":"p","source":"s"}]`), incident.CodeFieldRequired},
		"off":                   {change(`"version":"1"`, `"version":"1","off":["a"]`), incident.CodeFieldRequired},
		"extends":               {change(`"version":"1"`, `"version":"1","extends":"other"`), incident.CodeFieldRequired},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := advisory.ParseRules([]byte(c.text))
			syntax, ok := errors.AsType[*incident.SyntaxError](err)
			if !ok || syntax.Code != c.code {
				t.Fatalf("got %v, want %s", err, c.code)
			}
		})
	}
	for name, text := range map[string]string{
		"another pack": `{"pack":"own","version":"2","extends":"big"}`,
		"off":          `{"pack":"own","version":"2","extends":"small","off":["z"]}`,
		"list":         `{"pack":"own","version":"2","extends":"small","roles":["good"]}`,
	} {
		if _, err := small.Extend([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzParseRules gives no panic, and rules that can be used.
func FuzzParseRules(f *testing.F) {
	f.Add([]byte(smallRules), "no tourist visa")
	f.Add([]byte(`{"pack":"p","version":"1","warnAt":1,"phrases":{"a":["* ... *","...","a*"]}}`), "a b")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		rules, err := advisory.ParseRules(data)
		if err != nil {
			if syntax, ok := errors.AsType[*incident.SyntaxError](err); !ok || syntax.Code == "" {
				t.Fatalf("the error has no code: %v", err)
			}
			return
		}
		s := rules.Screen(&advisory.Offer{Visa: text, Text: text}, nil, nil, day("2025-01-01"))
		if (s.Verdict == advisory.VerdictWarn) != (s.Weight >= rules.WarnAt()) {
			t.Fatalf("verdict %v at weight %d", s.Verdict, s.Weight)
		}
	})
}

// TestVerdictText reads what it writes.
func TestVerdictText(t *testing.T) {
	for _, v := range []advisory.Verdict{advisory.VerdictCannotTell, advisory.VerdictWarn} {
		text, err := json.Marshal(v)
		var back advisory.Verdict = 7
		if err == nil {
			err = json.Unmarshal(text, &back)
		}
		if err != nil || back != v {
			t.Errorf("%v: %s, %v, %v", v, text, back, err)
		}
	}
	var v advisory.Verdict
	if err := v.UnmarshalText([]byte("safe")); err == nil {
		t.Error("safe is a verdict")
	}
}
