package incident

import (
	"iter"
	"slices"
)

// A Kind says what a record is about. The zero Kind is not stated.
type Kind string

// The kinds of records.
const (
	KindIncident Kind = "incident" // people said to be lured or held
	KindRescue   Kind = "rescue"   // people freed or brought home
	KindArrest   Kind = "arrest"   // suspects
	KindTally    Kind = "tally"    // a hotline's or registry's counts
)

// KindAdvisory marks an advisory, which is no [Record]: a reader of records
// refuses it with [CodeKindAdvisory].
const KindAdvisory Kind = "advisory"

var kinds = [...]Kind{KindIncident, KindRescue, KindArrest, KindTally}

// Kinds returns the kinds of records, in the format's order.
func Kinds() iter.Seq[Kind] { return slices.Values(kinds[:]) }

// A Measure says what a figure counts. The zero Measure is not stated.
type Measure string

// The measures. From Reported to Convicted they count persons, the others what
// their name says.
const (
	Reported     Measure = "reported"
	Held         Measure = "held"
	Freed        Measure = "freed"
	Escaped      Measure = "escaped"
	Identified   Measure = "identified"
	Sheltered    Measure = "sheltered"
	Awaiting     Measure = "awaiting"
	Returned     Measure = "returned"
	Retrafficked Measure = "retrafficked"
	Died         Measure = "died"
	Arrested     Measure = "arrested"
	Charged      Measure = "charged"
	Convicted    Measure = "convicted"
	Calls        Measure = "calls"
	Complaints   Measure = "complaints"
	Cases        Measure = "cases"
	Lost         Measure = "lost"  // money; the figure's unit is its ISO 4217 currency
	Share        Measure = "share" // percent; the figure's unit is what it is a share of
)

var measures = [...]Measure{
	Reported, Held, Freed, Escaped, Identified, Sheltered, Awaiting, Returned, Retrafficked, Died,
	Arrested, Charged, Convicted, Calls, Complaints, Cases, Lost, Share,
}

// Measures returns the measures, in the format's order.
func Measures() iter.Seq[Measure] { return slices.Values(measures[:]) }

// Persons reports whether m counts persons.
func (m Measure) Persons() bool {
	i := slices.Index(measures[:], m)
	return i >= 0 && i <= slices.Index(measures[:], Convicted)
}

// Accrual says over what time a figure was counted. The zero Accrual is not
// stated.
type Accrual string

// The accruals.
const (
	AccrualEvent      Accrual = "event"      // counted in this one event
	AccrualPeriod     Accrual = "period"     // counted between From and To
	AccrualCumulative Accrual = "cumulative" // a running total up to To, since From, which may be unknown
	AccrualStock      Accrual = "stock"      // how many there were at To
)

var accruals = [...]Accrual{AccrualEvent, AccrualPeriod, AccrualCumulative, AccrualStock}

// Accruals returns the accruals, in the format's order.
func Accruals() iter.Seq[Accrual] { return slices.Values(accruals[:]) }

// SourceKind says who speaks. The zero SourceKind is not stated.
type SourceKind string

// The kinds of sources.
const (
	Government SourceKind = "government"
	Police     SourceKind = "police"
	IGO        SourceKind = "igo" // intergovernmental organisation
	NGO        SourceKind = "ngo" // non-governmental organisation
	Media      SourceKind = "media"
)

var sourceKinds = [...]SourceKind{Government, Police, IGO, NGO, Media}

// SourceKinds returns the kinds of sources, in the format's order.
func SourceKinds() iter.Seq[SourceKind] { return slices.Values(sourceKinds[:]) }

// Conditions returns the codes of how people were held: the ILO's eleven
// indicators of forced labour (ILO, "ILO indicators of forced labour", 2012)
// and what scam compounds add.
func Conditions() iter.Seq[string] { return slices.Values(conditions[:]) }

var conditions = [...]string{
	"abuse-of-vulnerability", "deception", "restriction-of-movement", "isolation", "physical-violence",
	"sexual-violence", "threats", "document-retention", "withheld-wages", "debt-bondage", "deprivation",
	"excessive-overtime", "torture", "quotas", "ransom", "sold", "other",
}
