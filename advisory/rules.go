package advisory

import (
	"bytes"
	_ "embed" // the rules of the library
	"encoding/json"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/rescuetally/rescuetally/incident"
)

// Rules are what [Screen] looks for in an offer. They are data: a versioned JSON file,
// of which this library has one ([BuiltIn]) that an agency extends with one of its own
// ([Rules.Extend]). The zero Rules and the nil Rules find nothing.
//
// Rules never change once made and are safe for concurrent use.
type Rules struct {
	file     packFile
	rules    []Rule
	lists    map[string]int // of the phrase lists, by name
	index    phraseIndex
	roles    phraseIndex // of the phrases of kinds of jobs alone
	negation negation
	plain    map[string]bool // words of jobs that tell none from another
}

// A Rule is one thing to look for.
type Rule struct {
	ID        string            // of the rule, stable
	Group     string            // rules of one group speak of one thing: only the heaviest counts
	Weight    int               // 1 to 3; 0 for one that speaks in the offer's favour
	Favour    bool              // what it finds speaks in the offer's favour; it weighs nothing
	Abroad    bool              // it is asked only of work outside the person's own country
	Flags     []string          // ids of the published red flags that it stands for
	Publisher string            // the authority that published it
	Source    string            // where: a web address
	Texts     map[string]string // what it means, a text a language, for people; do not change it

	when []condition
}

// Text returns what the rule means in a language, or in English when it has no such
// text.
func (r *Rule) Text(lang string) string {
	if text := r.Texts[primary(lang)]; text != "" {
		return text
	}
	return r.Texts["en"]
}

// packFile is a file of rules.
type packFile struct {
	Pack    string              `json:"pack"`    // its name
	Version string              `json:"version"` // the day it was written
	Extends string              `json:"extends"` // the pack that it adds to
	WarnAt  int                 `json:"warnAt"`
	Off     []string            `json:"off"`     // ids of rules that are switched off
	Words   map[string][]string `json:"words"`   // of negation: before, after, through
	Phrases map[string][]string `json:"phrases"` // lists of phrases; "@name" puts another list in
	Roles   []string            `json:"roles"`   // lists of phrases that are kinds of jobs
	Rules   []ruleFile          `json:"rules"`
	Asks    []askFile           `json:"asks"`
	Caps    []feeCap            `json:"caps"`
	Norms   []payNorm           `json:"norms"`
	Rates   map[string]float64  `json:"rates"` // of a currency to the US dollar
	From    string              `json:"ratesFrom"`
	Homes   map[string]string   `json:"homes"` // whose country a currency of pay, or a language, is
}

type ruleFile struct {
	ID        string            `json:"id"`
	Group     string            `json:"group"`
	Weight    int               `json:"weight"`
	Favour    bool              `json:"favour"`
	Abroad    bool              `json:"abroad"`
	Flags     []string          `json:"flags"`
	Publisher string            `json:"publisher"`
	Source    string            `json:"source"`
	Text      map[string]string `json:"text"`
	When      []condition       `json:"when"`
}

type askFile struct {
	Member string            `json:"member"`
	When   []condition       `json:"when"`
	Text   map[string]string `json:"text"`
}

// A condition is one thing that a rule asks; all members that are stated have to hold.
type condition struct {
	Says        []string    `json:"says"`        // a phrase of one of the lists stands in the offer
	Denies      []string    `json:"denies"`      // the same, turned round: "no contract"
	In          []string    `json:"in"`          // of Says and Denies: the members looked at; none: all
	Alone       bool        `json:"alone"`       // of Says and Denies: nothing else stands in the member
	States      []string    `json:"states"`      // one of the members is stated
	Given       []string    `json:"given"`       // one of the members is, and was not read from the advert's text
	Lacks       []string    `json:"lacks"`       // none of the members is stated
	Destination []string    `json:"destination"` // one of the countries is a destination
	Nationality []string    `json:"nationality"` // the person addressed is of one of the countries
	Finds       string      `json:"finds"`       // a check of the library's own, see checks
	Any         []condition `json:"any"`         // one of them holds
	Not         []condition `json:"not"`         // none of them holds
}

//go:embed rules.json
var builtIn []byte // read only

var builtInRules = sync.OnceValue(func() *Rules {
	r, err := ParseRules(builtIn)
	if err != nil {
		panic("advisory: rules.json: " + err.Error()) // a test reads the file
	}
	return r
})

// BuiltIn returns the rules of the library: one for each of the red flags that
// authorities have published and that can be seen in an offer, with its source.
func BuiltIn() *Rules { return builtInRules() }

// Version returns the name of the pack and the day it was written, and those of what it
// extends.
func (r *Rules) Version() string {
	if r == nil {
		return ""
	}
	return r.file.Version
}

// WarnAt returns the weight from which on the verdict is [Warn].
func (r *Rules) WarnAt() int {
	if r == nil {
		return 0
	}
	return r.file.WarnAt
}

// All returns the rules, in the order of the file. They must not be changed.
func (r *Rules) All() iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		if r == nil {
			return
		}
		for i := range r.rules {
			if !yield(&r.rules[i]) {
				return
			}
		}
	}
}

// ParseRules reads a file of rules that stands by itself: a JSON object of
//
//	pack, version   its name, and the day it was written
//	warnAt          from which weight on the verdict is warn
//	words           the words that turn phrases round: before and after the phrase; through, which may stand
//	                between; reach, from anywhere in the clause; helps, before "not"; stop, where reach ends;
//	                fil, which do so in Filipino only; numbered, before "no" that is short for number; nots, behind
//	                "not" behind the phrase; nouns and joins, of what is paid; plain, that tell no job from another
//	phrases         lists of phrases by name: "tourist visa"; "work*" is any word that begins so, "..." up to three
//	                words; "@name" puts another list in. The list "mask" holds phrases whose words mean
//	                something else, "warning" and "solicits" those of texts that warn and of texts that offer
//	roles           the lists that are kinds of jobs
//	rules           id, group, weight (1 to 3), or favour, abroad, flags, publisher, source, text by language, and
//	                when: conditions that all have to hold
//	asks            member, text by language, and when
//	caps, norms     what may be asked of a worker, what such jobs earn, each with publisher and source
//	rates, homes    currencies to the US dollar; the country of a currency or language
//
// A condition is an object of says or denies (lists of phrases), in (members), alone (nothing else
// stands in the member); states, given (not
// read from the advert's text) or lacks (members); destination or nationality (countries); finds (agent-not-listed,
// agent-listed-against, agent-of-another-name, agent-listed, destination-in-advisory,
// role-in-advisory, fee-above-cap, fee-within-cap, fee-asked, fee-high, pay-above-norm); any or not
// (conditions). schema/rules.schema.json has it for other tools.
//
// The error is an
// [*incident.SyntaxError]: [incident.CodeJSONSyntax] when it is no JSON of this form,
// [incident.CodeFieldRequired] when a member is missing, [incident.CodeCodeUnknown] when
// it names a list, a member or a check that there is none of. It says where.
func ParseRules(data []byte) (*Rules, error) {
	file, err := parsePack(data)
	if err != nil {
		return nil, err
	}
	if file.Extends != "" || len(file.Off) > 0 {
		return nil, rulesError(incident.CodeFieldRequired, "the file extends another one: read it with Extend of that one's rules")
	}
	return file.compile()
}

// Extend returns the rules with those of an agency's file: its lists of phrases add to
// those of the same name, its rules and caps and norms replace those of the same id or
// come after the others, and the rules that it names as off are left out. Caps are told
// apart by nationality and destinations, norms by country. Its "extends" has to be the
// name of the pack extended. The errors are those of [ParseRules].
func (r *Rules) Extend(data []byte) (*Rules, error) {
	add, err := parsePack(data)
	if err != nil {
		return nil, err
	}
	if r == nil || add.Extends != r.file.Pack || add.Extends == "" {
		return nil, rulesError(incident.CodeCodeUnknown, `"extends" has to name the pack that these rules are of`)
	}
	out := r.file
	out.Pack, out.Version = add.Pack, add.Version+" on "+r.file.Version
	if add.WarnAt != 0 {
		out.WarnAt = add.WarnAt
	}
	out.Words, out.Phrases = appendLists(r.file.Words, add.Words), appendLists(r.file.Phrases, add.Phrases)
	out.Roles = slices.Compact(slices.Sorted(slices.Values(slices.Concat(r.file.Roles, add.Roles))))
	out.Rules = replace(r.file.Rules, add.Rules, func(f ruleFile) string { return f.ID })
	out.Asks = replace(r.file.Asks, add.Asks, func(f askFile) string { return f.Member })
	out.Caps = replace(r.file.Caps, add.Caps, feeCap.key)
	out.Norms = replace(r.file.Norms, add.Norms, func(n payNorm) string { return n.Country })
	out.Rates, out.Homes = merged(r.file.Rates, add.Rates), merged(r.file.Homes, add.Homes)
	for _, id := range add.Off {
		if !slices.ContainsFunc(out.Rules, func(f ruleFile) bool { return f.ID == id }) {
			return nil, rulesError(incident.CodeCodeUnknown, `"off" names a rule that there is none of`)
		}
	}
	out.Rules = slices.DeleteFunc(out.Rules, func(f ruleFile) bool { return slices.Contains(add.Off, f.ID) })
	return out.compile()
}

// merged returns what either has, as b has it when both do.
func merged[T any](a, b map[string]T) map[string]T {
	out := map[string]T{}
	maps.Copy(out, a)
	maps.Copy(out, b)
	return out
}

func appendLists(a, b map[string][]string) map[string][]string {
	out := merged(a, nil)
	for name, list := range b {
		out[name] = slices.Concat(a[name], list)
	}
	return out
}

// replace returns the elements of a, those that b has too as b has them, and then the
// others of b.
func replace[T any](a, b []T, key func(T) string) []T {
	out := slices.Clone(a)
	for _, element := range b {
		if i := slices.IndexFunc(out, func(other T) bool { return key(other) == key(element) }); i >= 0 {
			out[i] = element
		} else {
			out = append(out, element)
		}
	}
	return out
}

func parsePack(data []byte) (*packFile, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var file packFile
	if err := dec.Decode(&file); err != nil {
		return nil, rulesError(incident.CodeJSONSyntax, "the file is no JSON of this form, or has members that rules do not have")
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, rulesError(incident.CodeJSONTrailingData, "something follows the rules")
	}
	if file.Pack == "" || file.Version == "" {
		return nil, rulesError(incident.CodeFieldRequired, `a file of rules states "pack" and "version"`)
	}
	return &file, nil
}

func rulesError(code incident.Code, reason string) error {
	return &incident.SyntaxError{Code: code, Type: "rules", Reason: reason}
}

// where is a place in a file of rules, for errors.
func where(list string, i int, reason string) string {
	return at(list, i) + ": " + reason
}

// members are the names of the members of an offer that conditions may name.
var members = [...]string{
	"role", "employer", "agent", "licence", "pay", "currency", "payPeriod", "destinations", "nationality",
	"interview", "visa", "channel", "fee", "contract", "transfers", "promises", "received", "text",
} // read only

// memberOf returns the member that a path is of.
func memberOf(path incident.Path) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return name
}
