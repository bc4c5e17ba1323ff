package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const cldrVersion = "48"

// data is what is read from CLDR. Subdivision codes are in ISO form, "IN-OD".
type data struct {
	dir        string
	countries  []string            // alpha-2, sorted
	alpha3     map[string]string   // alpha-2 to alpha-3
	languages  map[string][]string // alpha-2 to its official languages
	english    map[string][]string // alpha-2 to its English names
	current    []string            // valid subdivisions
	withdrawn  []string            // deprecated subdivisions
	aliases    map[string]string   // deprecated subdivision to its only successor
	parents    map[string]string   // subdivision to the country or subdivision it lies in
	names      map[string]string   // subdivision to its English name
	translated map[string]map[string]string
}

type idFile struct {
	IDs []struct {
		Status string `xml:"idStatus,attr"`
		Text   string `xml:",chardata"`
	} `xml:"idValidity>id"`
}

type localeFile struct {
	Territories []struct {
		Type string `xml:"type,attr"`
		Alt  string `xml:"alt,attr"`
		Text string `xml:",chardata"`
	} `xml:"localeDisplayNames>territories>territory"`
	Subdivisions []struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	} `xml:"localeDisplayNames>subdivisions>subdivision"`
}

type supplementalFile struct {
	Territories []struct {
		Type      string `xml:"type,attr"`
		Languages []struct {
			Type   string `xml:"type,attr"`
			Status string `xml:"officialStatus,attr"`
		} `xml:"languagePopulation"`
	} `xml:"territoryInfo>territory"`
	Codes []struct {
		Type   string `xml:"type,attr"`
		Alpha3 string `xml:"alpha3,attr"`
	} `xml:"codeMappings>territoryCodes"`
	Groups []struct {
		Type     string `xml:"type,attr"`
		Contains string `xml:"contains,attr"`
	} `xml:"subdivisionContainment>subgroup"`
	Aliases []struct {
		Type        string `xml:"type,attr"`
		Replacement string `xml:"replacement,attr"`
	} `xml:"metadata>alias>subdivisionAlias"`
}

func load(dir string) (*data, error) {
	var regions, subs idFile
	var english, englishSubs localeFile
	var info, containment, metadata supplementalFile
	for name, into := range map[string]any{
		"validity/region.xml":                   &regions,
		"validity/subdivision.xml":              &subs,
		"main/en.xml":                           &english,
		"subdivisions/en.xml":                   &englishSubs,
		"supplemental/supplementalData.xml":     &info,
		"supplemental/subdivisions.xml":         &containment,
		"supplemental/supplementalMetadata.xml": &metadata,
	} {
		if err := readXML(filepath.Join(dir, name), into); err != nil {
			return nil, err
		}
	}
	d := &data{
		dir: dir, alpha3: map[string]string{}, languages: map[string][]string{}, english: map[string][]string{},
		aliases: map[string]string{}, parents: map[string]string{}, names: map[string]string{},
		translated: map[string]map[string]string{},
	}
	for _, id := range regions.IDs {
		for _, code := range expand(id.Text) {
			if id.Status == "regular" && len(code) == 2 && !exceptional[code] {
				d.countries = append(d.countries, code)
			}
		}
	}
	slices.Sort(d.countries)
	for _, c := range info.Codes {
		d.alpha3[c.Type] = c.Alpha3
	}
	for _, t := range info.Territories {
		for _, l := range t.Languages {
			if l.Status == "official" || l.Status == "de_facto_official" {
				d.languages[t.Type] = append(d.languages[t.Type], l.Type)
			}
		}
	}
	for _, t := range english.Territories {
		switch {
		case t.Alt == "short" && preferShort[t.Type]:
			d.english[t.Type] = slices.Insert(d.english[t.Type], 0, t.Text)
		default:
			d.english[t.Type] = append(d.english[t.Type], t.Text)
		}
	}
	d.loadSubdivisions(&subs, &englishSubs, &containment, &metadata)
	return d, nil
}

func (d *data) loadSubdivisions(subs *idFile, english *localeFile, containment, metadata *supplementalFile) {
	for _, g := range containment.Groups {
		for part := range strings.FieldsSeq(g.Contains) {
			d.parents[isoForm(part)] = isoForm(g.Type)
			if isoForm(g.Type) == g.Type {
				d.current = append(d.current, isoForm(part))
			}
		}
	}
	for _, id := range subs.IDs {
		for _, code := range expand(id.Text) {
			switch code := isoForm(code); id.Status {
			case "regular":
				d.current = append(d.current, code)
			case "deprecated":
				d.withdrawn = append(d.withdrawn, code)
			}
		}
	}
	slices.Sort(d.current)
	d.current = slices.Compact(d.current)
	// Parts that are countries in their own right, such as US-PR, are valid in
	// ISO 3166-2, while CLDR writes the country instead.
	d.withdrawn = slices.DeleteFunc(d.withdrawn, func(c string) bool { return slices.Contains(d.current, c) })
	for _, a := range metadata.Aliases {
		code := isoForm(a.Type)
		if strings.Contains(a.Replacement, " ") || len(a.Replacement) == 2 {
			continue // several successors, or a country: the code stays as it is
		}
		d.aliases[code] = isoForm(a.Replacement)
	}
	for _, s := range english.Subdivisions {
		d.names[isoForm(s.Type)] = strings.TrimRight(s.Text, "²³† ")
	}
	for code, target := range metadataCountries(metadata) {
		if d.names[code] == "" && len(d.english[target]) > 0 {
			d.names[code] = d.english[target][0]
		}
	}
}

func metadataCountries(f *supplementalFile) map[string]string {
	m := map[string]string{}
	for _, a := range f.Aliases {
		if len(a.Replacement) == 2 {
			m[isoForm(a.Type)] = a.Replacement
		}
	}
	return m
}

// translation returns the names of countries in a language, empty where CLDR
// has no file of it.
func (d *data) translation(language string) (map[string]string, error) {
	if m, ok := d.translated[language]; ok {
		return m, nil
	}
	var f localeFile
	err := readXML(filepath.Join(d.dir, "main", language+".xml"), &f)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// The joiners do not count when a name is looked up.
	joiners := strings.NewReplacer("\u200b", "", "\u200c", "", "\u200d", "")
	m := map[string]string{}
	for _, t := range f.Territories {
		if t.Alt == "" && t.Text != "↑↑↑" {
			m[t.Type] = joiners.Replace(t.Text)
		}
	}
	d.translated[language] = m
	return m, nil
}

func readXML(name string, into any) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := xml.NewDecoder(f).Decode(into); err != nil {
		return fmt.Errorf("read %s: %w", filepath.Base(name), err)
	}
	return nil
}

// isoForm turns CLDR's "inod" into "IN-OD" and leaves "IN" as it is.
func isoForm(id string) string {
	if len(id) == 2 {
		return id
	}
	id = strings.ToUpper(id)
	return id[:2] + "-" + id[2:]
}

// expand lists what CLDR abbreviates: "ad02~4" is ad02, ad03 and ad04.
func expand(text string) []string {
	var out []string
	for field := range strings.FieldsSeq(text) {
		from, to, ranged := strings.Cut(field, "~")
		if !ranged {
			out = append(out, from)
			continue
		}
		last := len(from) - 1
		for c := from[last]; c <= to[0]; c++ {
			out = append(out, from[:last]+string(c))
		}
	}
	return out
}

// entry is one line of the subdivision table.
type entry struct {
	code, mark string
	names      []string
}

func (d *data) subdivisions() ([]entry, error) {
	maps.Copy(d.aliases, successors)
	withdrawn := slices.Concat(d.withdrawn, slices.Collect(maps.Keys(withdrawnNames)))
	for old := range successors {
		withdrawn = append(withdrawn, old)
	}
	slices.Sort(withdrawn)
	withdrawn = slices.Compact(withdrawn)
	var out []entry
	for _, code := range d.current {
		e := entry{code: code, names: d.subdivisionNames(code)}
		if len(d.parents[code]) > 2 {
			e.mark = "."
		}
		if len(e.names) == 0 {
			return nil, fmt.Errorf("%s has no English name", code)
		}
		out = append(out, e)
	}
	for _, code := range withdrawn {
		if slices.Contains(d.current, code) {
			return nil, fmt.Errorf("%s is both current and withdrawn", code)
		}
		e := entry{code: code, mark: "!", names: d.subdivisionNames(code)}
		target := code
		for d.aliases[target] != "" {
			target = d.aliases[target]
		}
		if target != code {
			if !slices.Contains(d.current, target) && !slices.Contains(withdrawn, target) {
				return nil, fmt.Errorf("%s is replaced by %s, which is no code", code, target)
			}
			e.mark = ">" + target
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b entry) int { return strings.Compare(a.code, b.code) })
	return out, nil
}

func (d *data) subdivisionNames(code string) []string {
	names := slices.Concat(correctedNames[code], displayNames[code])
	if name := d.names[code]; name != "" && correctedNames[code] == nil {
		names = append(names, name)
	}
	if name := withdrawnNames[code]; name != "" {
		names = append(names, name)
	}
	return unique(append(names, subdivisionAliases[code]...))
}

func (d *data) countryNames(code string) ([]string, error) {
	names := slices.Concat(d.english[code], countryAliases[code])
	languages := d.languages[code]
	if slices.Contains(regionCountries, code) {
		languages = append(slices.Clone(languages), regionLanguages...)
	}
	for _, language := range languages {
		m, err := d.translation(language)
		if err != nil {
			return nil, err
		}
		if name := m[code]; name != "" && !ambiguous[name] {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no name", code)
	}
	return unique(names), nil
}

// unique drops what only differs in letter case from an earlier name.
func unique(names []string) []string {
	var out []string
	for _, n := range names {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, n) }) {
			out = append(out, n)
		}
	}
	return out
}
