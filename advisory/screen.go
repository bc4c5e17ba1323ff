package advisory

import (
	"iter"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// A Verdict is what a screening comes to. There is none that says "safe". The zero
// Verdict is VerdictCannotTell.
type Verdict uint8

// The verdicts.
const (
	VerdictCannotTell Verdict = iota // not enough speaks against the offer, which says nothing for it
	VerdictWarn                      // what speaks against it is enough to warn
)

// String returns "cannot-tell" or "warn".
func (v Verdict) String() string {
	if v == VerdictWarn {
		return "warn"
	}
	return "cannot-tell"
}

// AppendText appends the text of [Verdict.String] to b. It never fails.
func (v Verdict) AppendText(b []byte) ([]byte, error) { return append(b, v.String()...), nil }

// MarshalText returns the text of [Verdict.String]. It never fails.
func (v Verdict) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads what [Verdict.MarshalText] writes. The error is an
// [*incident.SyntaxError] with [incident.CodeCodeUnknown].
func (v *Verdict) UnmarshalText(text []byte) error {
	for _, known := range [...]Verdict{VerdictCannotTell, VerdictWarn} {
		if known.String() == string(text) {
			*v = known
			return nil
		}
	}
	return &incident.SyntaxError{Code: incident.CodeCodeUnknown, Type: "verdict", Reason: "write warn or cannot-tell"}
}

// A Screening is what [Screen] says of an offer.
type Screening struct {
	Verdict    Verdict
	Weight     int      // of the findings together, to be compared with WarnAt
	WarnAt     int      // from which Weight on the verdict is VerdictWarn
	Findings   []Flag   // what speaks against the offer, the heaviest first
	Favour     []Flag   // what it states in its favour, which may be a lie: it weighs nothing
	Register   Answer   // on the agent; Register.Reason is ReasonNothingAsked when neither agent nor licence is stated
	Advisories []Stands // those that hold and speak of the offer, the newest first
	Notice     bool     // the text warns of such offers and is none: its words are not counted
	Asks       []Ask    // what the offer does not state and would let more be told
	Rules      string   // the version of the rules
}

// A Flag is a rule that found something, and the words that it found.
type Flag struct {
	Rule       *Rule
	Counts     bool          // it is the heaviest of its group
	Path       incident.Path // of the member of the offer; empty when no single one is it
	Start, End int           // of Words in that member's text, in bytes
	Words      string        // the words of the offer
	Advisory   *Advisory     // that speaks of it, nil for none
	Entry      *Entry        // of the register that speaks against the agent, nil for none
	Compared   string        // what a fee or pay was compared with, empty for none

	limit limit
}

// Publisher returns the authority that speaks: that of the advisory, of the register's
// entry or of what money was compared with, or else that which published the rule's flag.
func (f *Flag) Publisher() string {
	switch {
	case f.Advisory != nil:
		return f.Advisory.Issuer
	case f.Entry != nil:
		return f.Entry.Authority
	case f.limit.publisher != "":
		return f.limit.publisher
	}
	return f.Rule.Publisher
}

// Source returns the web address where Publisher says so, "" when it is not stated.
func (f *Flag) Source() string {
	switch {
	case f.Advisory != nil:
		return f.Advisory.Source.URL
	case f.Entry != nil:
		return f.Entry.Source.URL
	case f.limit.source != "":
		return f.limit.source
	}
	return f.Rule.Source
}

// An Ask is something that the offer does not state.
type Ask struct {
	Member string // of the offer
	texts  map[string]string
}

// Text says in a language, or else in English, what stating the member would allow.
func (a Ask) Text(lang string) string {
	if text := a.texts[primary(lang)]; text != "" {
		return text
	}
	return a.texts["en"]
}

// Screen says whether an offer is to be warned of on a day, and why: which advisories in
// force speak of it, whether its agent is on a register, and which red flags it shows,
// by the rules of the library. See [Rules.Screen].
func Screen(o *Offer, register *Register, advisories iter.Seq[*Advisory], on incident.Date) Screening {
	return BuiltIn().Screen(o, register, advisories, on)
}

// Screen says whether an offer is to be warned of on a day, and why.
//
// What its Text states and its other members do not is read with [ReadOffer]. A rule
// looks for phrases in members of the offer, and not for what the same clause turns round
// ("no tourist visa") or a sentence warns of ("beware of fake agents"), or asks the register, the advisories, the caps
// of fees or the table of pay. The weights of what is found are added up, of each group
// of rules the heaviest alone, so that three words for one thing count once; from
// [Rules.WarnAt] on the verdict is [VerdictWarn]. What speaks in the offer's favour
// weighs nothing, since anybody can write it. Some flags are of what is missing, though:
// an agent without a licence number, free travel without an employment visa, a messenger
// without an office. Stating it takes the flag away; whether it is true, the register and
// the mission have to say. What advisories in force name weighs whatever the offer states
// of itself. Without enough to warn of, the verdict is [VerdictCannotTell], whatever the
// register says.
//
// A nil register and nil advisories say nothing. The day is an argument: nothing here
// opens a file, asks the network or a clock, and nothing of the offer is kept but in the
// Screening. It is safe for concurrent use.
func (r *Rules) Screen(o *Offer, register *Register, advisories iter.Seq[*Advisory], on incident.Date) Screening {
	if r == nil || len(r.rules) == 0 {
		return Screening{}
	}
	s := &screening{rules: r, offer: *o, on: on}
	s.readText()
	s.findPhrases()
	s.dropWarned()
	s.findRoles()
	s.askRegister(register)
	s.askAdvisories(advisories)
	out := Screening{WarnAt: r.file.WarnAt, Rules: r.file.Version, Register: s.answer, Advisories: s.advisories, Notice: s.notice}
	abroad := s.abroad()
	for i := range r.rules {
		rule := &r.rules[i]
		if rule.Abroad && !abroad {
			continue
		}
		if found, ok := s.all(rule.when); ok {
			if rule.Favour {
				out.Favour = append(out.Favour, s.flag(rule, found))
			} else {
				out.Findings = append(out.Findings, s.flag(rule, found))
			}
		}
	}
	slices.SortStableFunc(out.Findings, func(a, b Flag) int { return b.Rule.Weight - a.Rule.Weight })
	var groups []string
	for i := range out.Findings {
		f := &out.Findings[i]
		if f.Counts = !slices.Contains(groups, f.Rule.Group); f.Counts {
			groups = append(groups, f.Rule.Group)
			out.Weight += f.Rule.Weight
		}
	}
	if out.Weight >= out.WarnAt {
		out.Verdict = VerdictWarn
	}
	for _, ask := range r.file.Asks {
		if _, ok := s.all(ask.When); ok && !s.states(ask.Member) {
			out.Asks = append(out.Asks, Ask{ask.Member, ask.Text})
		}
	}
	return out
}

func (s *screening) flag(rule *Rule, found spot) Flag {
	f := Flag{Rule: rule, Advisory: found.advisory, Entry: found.entry, Compared: found.limit.text, limit: found.limit}
	if found.member == nil {
		return f
	}
	m := found.member
	f.Path, f.Start, f.End = m.path, m.lo, m.hi
	if found.end > found.first {
		f.Start, f.End = m.words[found.first].start, m.words[found.end-1].end
	}
	f.Words = m.text[f.Start:f.End]
	return f
}
