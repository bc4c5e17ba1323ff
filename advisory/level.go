package advisory

import "strings"

// A Level is how far a government advises against travelling, on its own scale. The
// zero Level is not stated.
type Level struct {
	Scheme Scheme
	Value  string // as the scheme numbers or words it
}

// IsZero reports whether no level is stated.
func (l Level) IsZero() bool { return l == Level{} }

// A Scheme is a scale of levels. Others than those below may be used; they have no
// place on the common scale.
type Scheme string

// The schemes that are known.
const (
	USState Scheme = "us-state" // 1 to 4: U.S. Department of State, "Travel Advisories", as laid down in 2018
	CAGAC   Scheme = "ca-gac"   // 0 to 3: Global Affairs Canada, "Travel advice and advisories", risk levels
	AUDFAT  Scheme = "au-dfat"  // 1 to 4: Australia, Smartraveller, "Travel advice explained"
	UKFCDO  Scheme = "uk-fcdo"  // words: UK, "About foreign travel advice": none, all-but-essential, all
)

// An Advice is a step of the common scale, to which the levels of all schemes are
// compared: what people are told, whatever the number before it. The zero Advice is
// none.
type Advice uint8

// The common scale.
const (
	Normal     Advice = iota + 1 // take normal precautions
	Caution                      // take more care than usual
	Reconsider                   // do not go unless you have to
	DoNotGo                      // do not go at all
)

var adviceWords = [...]string{"", "take normal precautions", "take more care than usual", "do not go unless you have to", "do not go at all"} // read only

// String returns the advice in words; it is empty for none.
func (a Advice) String() string {
	if int(a) < len(adviceWords) {
		return adviceWords[a]
	}
	return ""
}

// scale is the wording of a scheme, from Normal to DoNotGo; "" has no step there.
type scale struct {
	scheme Scheme
	values [4]string
	words  [4]string
	source string
}

// scales are read only.
var scales = [...]scale{
	{USState, [4]string{"1", "2", "3", "4"}, [4]string{"Exercise Normal Precautions", "Exercise Increased Caution", "Reconsider Travel", "Do Not Travel"}, "https://travel.state.gov/traveladvisories"},
	{CAGAC, [4]string{"0", "1", "2", "3"}, [4]string{"Take normal security precautions", "Exercise a high degree of caution", "Avoid non-essential travel", "Avoid all travel"}, "https://travel.gc.ca/travelling/advisories/faq"},
	{AUDFAT, [4]string{"1", "2", "3", "4"}, [4]string{"Exercise normal safety precautions", "Exercise a high degree of caution", "Reconsider your need to travel", "Do not travel"}, "https://www.smartraveller.gov.au/travel-advice-explained.html"},
	{UKFCDO, [4]string{"none", "", "all-but-essential", "all"}, [4]string{"", "", "advises against all but essential travel", "advises against all travel"}, "https://www.gov.uk/foreign-travel-advice-guide"},
}

func (s Scheme) scale() *scale {
	for i := range scales {
		if scales[i].scheme == s {
			return &scales[i]
		}
	}
	return nil
}

// Source returns the web address where the government explains its scale, "" for a
// scheme that is not known.
func (s Scheme) Source() string {
	if scale := s.scale(); scale != nil {
		return scale.source
	}
	return ""
}

// Advice returns where a level stands on the common scale; ok is false for a scheme
// or a value that is not known. "none" of the UK says that the office does not advise
// against going, not that there is nothing to take care of: it stands at Normal.
func (l Level) Advice() (a Advice, ok bool) {
	s := l.Scheme.scale()
	if s == nil {
		return 0, false
	}
	for i, value := range s.values {
		if value != "" && value == l.value() {
			return Advice(i + 1), true
		}
	}
	return 0, false
}

// value returns the value in the form that the scheme gives it.
func (l Level) value() string {
	value := strings.ToLower(strings.TrimSpace(l.Value))
	value = strings.TrimPrefix(value, "level ")
	if l.Scheme == UKFCDO {
		value = strings.TrimSuffix(strings.TrimPrefix(value, "advises against "), " travel")
		value = strings.ReplaceAll(value, " ", "-")
	}
	return value
}

// Words returns what the scheme itself says at a level, "" when it says nothing or is
// not known.
func (l Level) Words() string {
	a, ok := l.Advice()
	if !ok {
		return ""
	}
	return l.Scheme.scale().words[a-1]
}

// What is lost when a level is told on another scale.
const (
	LossNone  = ""
	LossStep  = "the scheme has no such step: the next lower one is given"                                 // UK: more care than usual
	LossScope = "the scheme says only whether the office advises against going, not how much care to take" // from the UK's none
	LossWords = "the wording differs: one government's advice is given in the words of another"
)

// In returns the level of another scheme that gives the same advice, and what that
// loses, [LossNone] when nothing is: of every change of scheme at least the wording is
// lost. ok is false when one of the two schemes, or the value, is not known.
//
// Levels of parts of a country, and what a level rests on (crime, war, health), are no
// matter of the number and are lost with every scheme.
func (l Level) In(scheme Scheme) (level Level, loss string, ok bool) {
	a, known := l.Advice()
	s := scheme.scale()
	if !known || s == nil {
		return Level{}, "", false
	}
	switch {
	case scheme == l.Scheme:
		return Level{scheme, s.values[a-1]}, LossNone, true
	case s.values[a-1] == "":
		return Level{scheme, s.values[a-2]}, LossStep, true
	case l.Scheme == UKFCDO && a == Normal:
		return Level{scheme, s.values[a-1]}, LossScope, true
	}
	return Level{scheme, s.values[a-1]}, LossWords, true
}
