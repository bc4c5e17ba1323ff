package advisory

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// An Entry is what one list of an authority says of one agent: that it is
// licensed, or was, or that people are warned of it.
//
// The zero value of every member means "not stated". An Entry is not safe for
// concurrent change; reading it from several goroutines is.
type Entry struct {
	Authority string          // required: whose list it is
	Country   string          // required, ISO 3166-1 alpha-2: where the authority licenses
	Name      string          // required: the legal name
	Licence   string          // the number as printed; ParseLicence reads it
	AKA       []string        // other names: trade names, former names
	Branches  []string        // offices as the list has them
	Status    EntryStatus     // what the list says; see StatusOn
	ValidFrom incident.Date   // the licence's first day; no interval
	ValidTo   incident.Date   // the licence's last day; no interval
	Capacity  incident.Count  // how many workers may be recruited; a Count, for lists print bands such as "1000+"
	AsOf      incident.Date   // when the list said so; no interval
	Source    incident.Source // where it can be read
}

// An EntryStatus is what a list says of an agent's licence. The zero EntryStatus is not
// stated.
type EntryStatus string

// The statuses of the interchange format. All but StatusValid speak against
// the agent; the last three are those of warning lists.
const (
	StatusValid        EntryStatus = "valid"
	StatusExpired      EntryStatus = "expired"
	StatusSuspended    EntryStatus = "suspended"
	StatusCancelled    EntryStatus = "cancelled"
	StatusBlacklisted  EntryStatus = "blacklisted"
	StatusUnregistered EntryStatus = "unregistered" // known to recruit without a licence
	StatusImpersonated EntryStatus = "impersonated" // others use its name or licence
)

var entryStatuses = [...]EntryStatus{
	StatusValid, StatusExpired, StatusSuspended, StatusCancelled, StatusBlacklisted, StatusUnregistered, StatusImpersonated,
}

// EntryStatuses returns the entryStatuses, in the format's order.
func EntryStatuses() iter.Seq[EntryStatus] { return slices.Values(entryStatuses[:]) }

// IsZero reports whether s is not stated.
func (s EntryStatus) IsZero() bool { return s == "" }

// String returns the code.
func (s EntryStatus) String() string { return string(s) }

// AppendText appends the code to b. It never fails.
func (s EntryStatus) AppendText(b []byte) ([]byte, error) { return append(b, s...), nil }

// MarshalText returns the code. It never fails.
func (s EntryStatus) MarshalText() ([]byte, error) { return []byte(s), nil }

// UnmarshalText reads one of the format's codes, or the empty text. The error
// is an [*incident.SyntaxError] with [incident.CodeCodeUnknown].
func (s *EntryStatus) UnmarshalText(text []byte) error {
	status := EntryStatus(text)
	if status != "" && !slices.Contains(entryStatuses[:], status) {
		return &incident.SyntaxError{Code: incident.CodeCodeUnknown, Type: "status", Reason: "use one of the format's codes"}
	}
	*s = status
	return nil
}

// warns reports whether s is a status of warning lists, which name agents that
// never had a licence to lose.
func (s EntryStatus) warns() bool {
	return s == StatusBlacklisted || s == StatusUnregistered || s == StatusImpersonated
}

// StatusOn returns the entry's status on a day: StatusValid only when the list
// says so and the day lies, with certainty, within the ends that are stated;
// StatusExpired when it certainly lies after ValidTo; the zero EntryStatus when it
// cannot be told, as before ValidFrom, for a day that may lie on either side
// of an end, and for an expired licence on a day on which it may have been
// valid. An end that is not stated does not limit. Statuses that warn or
// withdraw hold on every day: lists do not say since when.
func (e *Entry) StatusOn(on incident.Date) EntryStatus {
	switch e.Status {
	case StatusValid, StatusExpired, "":
	default:
		return e.Status
	}
	first, last, known := dayBounds(on)
	from, hasFrom := e.ValidFrom.Latest()
	to, hasTo := e.ValidTo.Earliest()
	end, ends := e.ValidTo.Latest()
	doubtful := e.ValidTo.Qualified() || e.ValidFrom.Qualified()
	switch {
	case known && ends && first > end && !e.ValidTo.Qualified():
		return StatusExpired
	case e.Status == StatusExpired && hasTo && known:
		return ""
	case e.Status != StatusValid:
		return e.Status
	case !known, doubtful, hasFrom && first < from, hasTo && last > to:
		return ""
	}
	return StatusValid
}

// dayBounds returns the first and the last day of a date that states both and
// no doubt.
func dayBounds(d incident.Date) (first, last incident.Day, ok bool) {
	first, okFirst := d.Earliest()
	last, okLast := d.Latest()
	return first, last, okFirst && okLast && !d.Qualified()
}

// Check returns what is wrong with e, in the order of the format's members, one
// finding for each path and code: required members that are missing
// ([incident.CodeFieldRequired]), blank texts and empty items
// ([incident.CodeFieldEmpty]), a status or kind of source that the format does
// not have ([incident.CodeCodeUnknown]), a country that is none
// ([incident.CodePlaceCountry]), intervals ([incident.CodeDateSyntax]) and a
// licence that ends before it starts ([incident.CodeDateOrder]), addresses and
// languages ([incident.CodeSourceURL], [incident.CodeSourceLang]) and
// characters that hide what a text says, as [incident.Record.CheckShape] has
// them.
//
// It keeps at most [incident.DefaultErrors] findings of texts, changes nothing,
// opens nothing and is safe for concurrent use. No finding holds a text of e.
func (e *Entry) Check() incident.Findings {
	var found incident.Findings
	add := func(code incident.Code, path, message string) {
		found = append(found, incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message})
	}
	required := [...]struct{ value, path string }{{e.Authority, "/authority"}, {e.Country, "/country"}, {e.Name, "/name"}}
	for _, r := range required {
		if r.value == "" {
			add(incident.CodeFieldRequired, r.path, "the member is required: state it")
		}
	}
	blanks := [...]struct{ value, path string }{{e.Authority, "/authority"}, {e.Name, "/name"}, {e.Licence, "/licence"}}
	for _, b := range blanks {
		if b.value != "" && strings.TrimSpace(b.value) == "" {
			add(incident.CodeFieldEmpty, b.path, "the text is blank: leave the member out or state it")
		}
	}
	if e.Status != "" && !slices.Contains(entryStatuses[:], e.Status) {
		add(incident.CodeCodeUnknown, "/status", "the format has no such status: use one of those it lists")
	}
	dates := [...]struct {
		value incident.Date
		path  string
	}{{e.ValidFrom, "/validFrom"}, {e.ValidTo, "/validTo"}, {e.AsOf, "/asOf"}}
	for _, d := range dates {
		if d.value.IsInterval() {
			add(incident.CodeDateSyntax, d.path, "this date may be no interval: state one day, month, year or season")
		}
	}
	if order, certain := e.ValidFrom.Compare(e.ValidTo); order > 0 && certain {
		add(incident.CodeDateOrder, "/validTo", "the licence ends before it starts: exchange or correct the dates")
		found[len(found)-1].Also = "/validFrom"
	}
	found = append(found, e.checkTexts()...)
	slices.SortStableFunc(found, func(a, b incident.Finding) int {
		return cmp.Or(cmp.Compare(entryRank(a.Path), entryRank(b.Path)), cmp.Compare(len(a.Path), len(b.Path)),
			strings.Compare(a.Path, b.Path), cmp.Compare(a.Code, b.Code))
	})
	return found
}

// checkTexts has a record's rules judge the members that records have too, so
// that one text is judged alike wherever it stands.
func (e *Entry) checkTexts() incident.Findings {
	r := incident.Record{
		Kind: incident.KindIncident, ID: "entry", Place: incident.Place{Country: e.Country, Name: e.Licence},
		Lure: e.Name, Notes: e.Authority, Agencies: e.AKA, Exploitation: e.Branches, Source: e.Source,
	}
	found := r.CheckShape()
	for i := range found {
		for _, m := range entryTexts {
			if rest, ok := strings.CutPrefix(found[i].Path, m.record); ok {
				found[i].Path = m.entry + rest
				break
			}
		}
	}
	return found
}

// entryTexts pairs the paths of a record with those of the members that stand
// there while checkTexts judges them. Paths that are the same are left out.
var entryTexts = [...]struct{ record, entry string }{
	{"/place/country", "/country"},
	{"/place/name", "/licence"},
	{"/lure", "/name"},
	{"/notes", "/authority"},
	{"/agencies", "/aka"},
	{"/exploitation", "/branches"},
}

// entryMembers are the members in the format's order.
var entryMembers = [...]string{
	"authority", "country", "name", "licence", "aka", "branches", "status", "validFrom", "validTo", "capacity", "asOf", "source",
}

func entryRank(path string) int {
	member, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return slices.Index(entryMembers[:], member)
}
