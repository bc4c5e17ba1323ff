package csvio

import (
	"errors"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A mapRule is a compiled [Rule].
type mapRule struct {
	Rule
	values  map[string]string // keys folded with Fold
	layouts []*dateLayout
	known   map[string]string // what cells were turned into, of the commonest
}

// What a rule remembers of one table.
const (
	mostCells   = 1024
	longestCell = 64
)

// listed returns the value that the rule's table has for a cell.
func (r *mapRule) listed(cell string) (value string, ok bool) {
	if r.Fold {
		cell = strings.ToLower(cell)
	}
	value, ok = r.values[cell]
	return value, ok
}

// convert turns a cell that is not blank into our value's text, for a target
// of the kind given. The error is a [*incident.SyntaxError].
func (r *mapRule) convert(cell string, kind mapKind) (string, error) {
	if value, ok := r.listed(cell); ok {
		return value, nil
	}
	if !r.Countries && kind != mapDate {
		return r.work(cell, kind) // as quick as remembering
	}
	if value, ok := r.known[cell]; ok {
		return value, nil
	}
	value, err := r.work(cell, kind)
	if err == nil && len(r.known) < mostCells && len(cell) <= longestCell {
		if r.known == nil {
			r.known = map[string]string{}
		}
		r.known[cell] = value
	}
	return value, err
}

// work turns a cell that the rule's table does not list into our value's text.
func (r *mapRule) work(cell string, kind mapKind) (string, error) {
	switch {
	case r.Like != "" && !isLike(cell, r.Like):
		return "", mapFault(incident.CodeMappingValue, "value", "the cell is not like the mapping's pattern: correct it, or add it to the mapping's values")
	case r.Countries:
		if code, ok := incident.LookupCountry(cell); ok {
			return code, nil
		}
		return "", mapFault(incident.CodePlaceCountry, "country",
			"this is no country's name or code: correct it, or add it to the mapping's values")
	case r.Ages:
		return convertAge(cell)
	case kind == mapDate:
		d, err := readDate(cell, r.layouts)
		return d.String(), err
	case r.Grouping != "":
		return ungroup(cell, r.Grouping)
	case len(r.values) > 0 && kind != mapCount && r.Like == "" && r.Rest == "":
		return "", mapFault(incident.CodeMappingValue, "value",
			"the mapping's values do not list this cell: add it, or say what unlisted cells are")
	}
	return cell, nil
}

func mapFault(code incident.Code, what, reason string) *incident.SyntaxError {
	return &incident.SyntaxError{Code: code, Type: what, Reason: reason}
}

// convertAge reads "16" as 16-16 and "8 - 14", with any dash, as 8-14. The
// words child, adult and unknown are themselves.
func convertAge(cell string) (string, error) {
	switch cell {
	case "child", "adult", incident.Unknown:
		return cell, nil
	}
	low, high := cell, cell
	for _, dash := range [...]string{"-", "\u2013", "\u2014"} {
		if before, after, ok := strings.Cut(cell, dash); ok {
			low, high = strings.TrimSpace(before), strings.TrimSpace(after)
			break
		}
	}
	const oldest = 130
	from, errFrom := strconv.ParseUint(low, 10, 8)
	to, errTo := strconv.ParseUint(high, 10, 8)
	if errFrom != nil || errTo != nil || from > to || to > oldest {
		return "", mapFault(incident.CodeGroupAge, "age",
			"this is no age in years and no range of ages: correct it, or add it to the mapping's values")
	}
	return strconv.FormatUint(from, 10) + "-" + strconv.FormatUint(to, 10), nil
}

var errGrouping = errors.New("group digits by threes, or by twos before the last three, with the mapping's character")

// ungroup takes the character that groups digits out of every number of a
// count. What is no well-grouped number is refused, not mended.
func ungroup(cell, sep string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(cell); {
		if !isDigitByte(cell[i]) {
			if strings.HasPrefix(cell[i:], sep) && sep != "." {
				return "", mapFault(incident.CodeCountSyntax, "count", errGrouping.Error())
			}
			b.WriteByte(cell[i])
			i++
			continue
		}
		end := i
		for end < len(cell) {
			if isDigitByte(cell[end]) {
				end++
			} else if strings.HasPrefix(cell[end:], sep) && end+len(sep) < len(cell) && isDigitByte(cell[end+len(sep)]) {
				end += len(sep)
			} else {
				break
			}
		}
		number, ok := joinGroups(strings.Split(cell[i:end], sep))
		if !ok {
			return "", mapFault(incident.CodeCountSyntax, "count", errGrouping.Error())
		}
		b.WriteString(number)
		i = end
	}
	return b.String(), nil
}

// joinGroups joins the groups of a number: one alone, or one to three digits,
// twos or threes throughout, and three at the end.
func joinGroups(groups []string) (string, bool) {
	last := len(groups) - 1
	if last == 0 {
		return groups[0], true
	}
	first := len(groups[0])
	if first < 1 || first > 3 || len(groups[last]) != 3 {
		return "", false
	}
	for _, g := range groups[1:last] {
		if len(g) != len(groups[1]) || len(g) != 2 && len(g) != 3 || len(g) == 2 && first > 2 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
