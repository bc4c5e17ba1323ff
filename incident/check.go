package incident

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// CheckOptions says how [Record.Check] judges. The zero value judges every
// record by itself, with the default limits and without a calendar.
type CheckOptions struct {
	AsOf   Date   // the day on which the records are judged; zero: no date is in the future
	Limits Limits // Limits.Errors bounds the findings kept
}

// Check returns what is wrong with r: the findings of [Record.CheckShape] and
// those of the rules between its members, in the order of the format's members,
// one for each path and code. A finding of severity [Error] is certain; where
// the record can be read so that it holds, it is a [Warning] or none. Past
// Limits.Errors the worst are kept, and a last finding with [CodeLimitErrors]
// says how many were left out.
//
// The rules are: a window ends after it starts ([CodeDateOrder]) and has the
// ends that its accrual needs ([CodeFigureWindow]); nothing happened after AsOf
// ([CodeDateFuture]); no two figures count the same thing
// ([CodeFigureDuplicate]); parts come to no more than their total, and to no
// less when the rest is among them ([CodeFigureParts]); nobody leaves a stage
// who did not enter it ([CodeFigureFlow]); a figure has a count or a text
// ([CodeFigureEmpty]); a share lies in 0 to 100 ([CodeShareRange]) and says of
// what ([CodeShareBase]).
//
// A nil o is the zero CheckOptions. Check changes nothing, opens nothing and
// keeps nothing: it is safe for concurrent use.
func (r *Record) Check(o *CheckOptions) Findings {
	if o == nil {
		o = &CheckOptions{}
	}
	c := checker{record: r}
	c.shape()
	c.dates(o.AsOf)
	c.figures()
	c.parts()
	c.flow()
	return c.result(o.Limits.WithDefaults().Errors)
}

// CheckShape returns what is wrong with the members of r taken one by one, in
// the order of the format's members: required members ([CodeFieldRequired]),
// empty items and texts that are too long ([CodeFieldEmpty],
// [CodeFieldLength]), codes ([CodeCodeUnknown], [CodeKindAdvisory]), dates that
// may be no interval ([CodeDateSyntax]), places ([CodePlaceCountry],
// [CodePlaceAdmin1], [CodePlaceCoordinates]), ages ([CodeGroupAge]), units
// ([CodeFigureUnit]), addresses and languages ([CodeSourceURL],
// [CodeSourceLang]) and characters that hide what a text says
// ([CodeTextInvalidUTF8], [CodeTextForbidden], [CodeTextMixedScript]). A record
// with a finding of severity [Error] here is one that readers reject.
//
// It keeps at most [DefaultErrors] findings and is safe for concurrent use.
func (r *Record) CheckShape() Findings {
	c := checker{record: r}
	c.shape()
	return c.result(DefaultErrors)
}

// checker gathers the findings of one record.
type checker struct {
	record *Record
	found  Findings
	bare   bool          // without suggestions, which take long to find
	counts []figureCount // of the figures; filled by resolve when a rule needs them
}

// add adds a finding about the member at path.
func (c *checker) add(code Code, severity Severity, path, message string, args ...Arg) {
	c.found = append(c.found, Finding{Code: code, Severity: severity, Path: path, Message: message, Args: args})
}

// addPair adds a finding that speaks of two places.
func (c *checker) addPair(code Code, severity Severity, path, also, message string, args ...Arg) {
	c.found = append(c.found, Finding{
		Code: code, Severity: severity, Path: path, Also: also, Message: message, Args: args,
	})
}

// figurePath is the path of a figure's member; member is empty for the figure.
func figurePath(i int, member string) string {
	p := "/figures/" + strconv.Itoa(i)
	if member != "" {
		p += "/" + member
	}
	return p
}

// result returns the findings in field order, one for each path and code, the
// worst of them, and at most most.
func (c *checker) result(most int) Findings {
	if len(c.found) == 0 {
		return nil
	}
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Severity, b.Severity))
	})
	found := slices.CompactFunc(c.found, func(a, b Finding) bool { return a.Path == b.Path && a.Code == b.Code })
	if len(found) <= most {
		return found
	}
	left := strconv.Itoa(len(found) - most)
	worst := slices.Clone(found)
	slices.SortStableFunc(worst, func(a, b Finding) int { return cmp.Compare(a.Severity, b.Severity) })
	worst = worst[:most]
	slices.SortStableFunc(worst, func(a, b Finding) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code))
	})
	return append(worst, Finding{
		Code: CodeLimitErrors, Severity: Note, Message: "there are more findings than are listed",
		Args: []Arg{{"left", left}},
	})
}

// comparePaths orders JSON Pointers as the format's page orders the members;
// numbers by value, a whole before its members.
func comparePaths(a, b string) int {
	if a == b {
		return 0
	}
	top := true
	for a != "" && b != "" {
		var x, y string
		x, a = cutStep(a)
		y, b = cutStep(b)
		if x != y {
			return cmp.Or(cmp.Compare(rank(x, top), rank(y, top)), strings.Compare(x, y))
		}
		top = false
	}
	return cmp.Compare(len(a), len(b))
}

// cutStep cuts the first step off a JSON Pointer.
func cutStep(path string) (step, rest string) {
	path = strings.TrimPrefix(path, "/")
	if i := strings.IndexByte(path, '/'); i >= 0 {
		return path[:i], path[i:]
	}
	return path, ""
}

// rank returns where a member stands among those of its object, or the number
// of an item.
func rank(step string, top bool) int {
	if n, err := strconv.Atoi(step); err == nil {
		return n
	}
	if top {
		return slices.Index(recordMembers[:], step)
	}
	return slices.Index(innerMembers[:], step)
}

// The members in the format's order. place, source, figure and group have no
// two names in opposite orders, so that one list serves the four.
var (
	recordMembers = [...]string{
		"kind", "id", "event", "published", "occurred", "place", "figures", "lure", "exploitation", "conditions",
		"agencies", "source", "derivedFrom", "supersedes", "retracts", "notes",
	}
	innerMembers = [...]string{
		"country", "measure", "count", "text", "accrual", "from", "to", "group", "nationality", "sex", "age",
		"admin1", "place", "by", "label", "beside", "unit", "name", "kind", "lat", "lon", "url", "lang", "grade",
	}
)
