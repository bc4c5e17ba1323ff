package incident

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

// The codes and names of subdivisions are those of ISO 3166-2 and of the
// Unicode CLDR; see the file NOTICE.

// IsSubdivision reports whether code is a code of ISO 3166-2 in upper case,
// such as "KH-18": one in use, or one that was in use and may stand in old
// records. [CanonicalSubdivision] tells what is written today.
func IsSubdivision(code string) bool {
	_, ok := subdivisionIndex().byCode[code]
	return ok
}

// CanonicalSubdivision returns the code that is written for code: the new one
// of a subdivision that was given a new code ("IN-OR" gives "IN-OD"), or else
// code itself. A withdrawn code whose subdivision was split or abolished has no
// successor and stays as it is, and a number that the standard used again (Iran,
// 2020) means what it means today. It returns false when code is not one that
// [IsSubdivision] accepts. The result of a result is that result.
func CanonicalSubdivision(code string) (canonical string, ok bool) {
	s, ok := subdivisionIndex().byCode[code]
	return s.canonical, ok
}

// SubdivisionName returns an English name of the subdivision, as in "Odisha"
// for "IN-OD". An old code has the name it was given for, or that of its
// successor. It returns false for what is no code, and for those withdrawn codes
// whose names are not known.
func SubdivisionName(code string) (string, bool) {
	index := subdivisionIndex()
	s, ok := index.byCode[code]
	if ok && s.names == "" {
		s = index.byCode[s.canonical]
	}
	name, _, _ := strings.Cut(s.names, "|")
	return name, name != ""
}

// Subdivisions returns the codes in use for the subdivisions of a country, given
// by its two-letter code, in ascending order: the first level and, where the
// standard has them, the parts of it. Countries without subdivisions and codes
// that are no country's give none.
func Subdivisions(country string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !IsCountry(country) {
			return
		}
		codes := subdivisionIndex().current
		start, _ := slices.BinarySearch(codes, country)
		for _, code := range codes[start:] {
			if code[:2] != country || !yield(code) {
				return
			}
		}
	}
}

// LookupSubdivision returns the code, as [CanonicalSubdivision] writes it, of
// the subdivision of that name in a country given by its two-letter code. It
// knows the English names, some other names (Orissa, Pondicherry, Rangoon,
// Saigon), and codes in any letter case; names are folded as by [LookupCountry].
// A word for the kind of subdivision may be added or left out ("Tak Province",
// "Tak") as long as that leaves one subdivision. Where a subdivision and a part
// of one have the same name, the larger is returned; a name that two others
// share is the name of none.
func LookupSubdivision(country, name string) (code string, ok bool) {
	key, ok := foldName(name)
	if !ok || !IsCountry(country) {
		return "", false
	}
	keys := subdivisionKeys()
	if code := keys[country+key]; code != "" {
		return code, true
	}
	if canonical, ok := CanonicalSubdivision(upperCode(name)); ok && canonical[:2] == country {
		return canonical, true
	}
	code = keys[country+cutKind(key)]
	return code, code != ""
}

// subdivision is what is known of one code.
type subdivision struct {
	canonical string
	mark      byte   // as in the table; 0 for a code of the first level
	names     string // separated by bars
}

type subdivisions struct {
	byCode  map[string]subdivision
	current []string // the codes in use, ascending
}

var subdivisionIndex = sync.OnceValue(func() subdivisions {
	index := subdivisions{byCode: make(map[string]subdivision, 6000), current: make([]string, 0, 5200)}
	for line := range strings.Lines(subdivisionTable) {
		code, names, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		s := subdivision{names: names}
		if i := strings.IndexAny(code, ".!>"); i > 0 {
			s.mark = code[i]
			code, s.canonical = code[:i], code[i+1:]
		}
		if s.canonical == "" {
			s.canonical = code
		}
		index.byCode[code] = s
		if s.mark == 0 || s.mark == '.' {
			index.current = append(index.current, code)
		}
	}
	return index
})

// subdivisionKeys has the code of each country and folded name; empty for names
// that stand for several. What comes first is not displaced by what comes later:
// subdivisions, parts of them, the same without the word for their kind, and the
// names of old codes.
var subdivisionKeys = sync.OnceValue(func() map[string]string {
	index := subdivisionIndex()
	keys := make(map[string]string, 6000)
	add := func(mark byte, cut bool) {
		added := make(map[string]string)
		for code, s := range index.byCode {
			if s.mark != mark || s.names == "" {
				continue
			}
			for name := range strings.SplitSeq(s.names, "|") {
				key, ok := foldName(name)
				if !ok {
					continue
				}
				if cut {
					key = cutKind(key)
				}
				key = code[:2] + key
				if _, taken := keys[key]; taken {
					continue
				}
				if other, twice := added[key]; twice && other != s.canonical {
					added[key] = ""
				} else {
					added[key] = s.canonical
				}
			}
		}
		maps.Copy(keys, added)
	}
	add(0, false)
	add('.', false)
	add('>', false)
	add('!', false)
	add(0, true)
	add('.', true)
	return keys
})

// cutKind takes the word for a kind of subdivision off a folded name.
func cutKind(key string) string {
	for _, kind := range [...]string{
		"province", "state", "region", "division", "district", "department", "governorate", "prefecture", "county",
		"oblast", "oblysy", "canton", "parish", "municipality", "territory", "emirate", "city",
	} {
		if rest, ok := strings.CutPrefix(key, kind+"of"); ok && rest != "" {
			return rest
		}
		if rest, ok := strings.CutSuffix(key, kind); ok && rest != "" {
			return rest
		}
	}
	return key
}
