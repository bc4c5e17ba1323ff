package adapters_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/csvio"
	"github.com/rescuetally/rescuetally/adapters/jsonio"
	"github.com/rescuetally/rescuetally/incident"
)

// Marks of a person's data: a name, a passport, a phone, an address.
var marks = []string{"Dara-Sok-Marker", "N7654321X", "+855-12-987-654", "17-Street-371-Marker"}

// victim returns a record that says something in every member.
func victim() string {
	return `{"kind":"rescue","id":"r","event":"e","published":"2024-03-30","occurred":"2024-03","place":{"country":"KH","admin1":"KH-18","name":"p","lat":10.6,"lon":103.5},` +
		`"figures":[{"measure":"freed","count":"250","text":"t","accrual":"period","from":"2024-01","to":"2024-03","group":{"nationality":"IN","sex":"F","age":"18-24",` +
		`"admin1":"IN-OD","place":"MM","by":{"exploitation":"Labour"}},"label":"l","unit":"u"},{"measure":"freed","count":"9"},{"measure":"returned","count":"900"}],` +
		`"lure":"l","exploitation":["x"],"conditions":["deception"],"agencies":["A"],"source":{"name":"S","kind":"ngo","url":"https://example.org/a","lang":"en","grade":"B2"},` +
		`"derivedFrom":["d"],"supersedes":["s"],"retracts":["u"],"notes":"n"}`
}

// breakages are the marks, each alone and all of them in texts that are wrong in
// one way each.
func breakages() []string {
	mark := strings.Join(marks, " ")
	return append(slices.Clone(marks), mark, mark+"\u202e", mark+"\x01\n\x1b[31m%s%d{{.}}", "\xff"+mark, mark+"\xff", strings.Repeat(mark, 200), "="+mark,
		mark+";"+mark, "javascript:"+mark, "https://"+mark+":x@y/", "2024-"+mark, "250"+mark, " "+mark+" ")
}

// texts calls use with the document in which each text in turn is exchanged by
// another, and once each by a list, an object and two texts.
func texts(t *testing.T, doc, by string, use func(string)) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(doc))
	quoted, err := json.Marshal(by)
	if err != nil {
		t.Fatal(err)
	}
	raw := `"` + strings.ReplaceAll(strings.ReplaceAll(by, `\`, `\\`), `"`, `\"`) + `"`
	for n := 0; ; n++ {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if _, isText := tok.(string); !isText {
			continue
		}
		end := int(dec.InputOffset())
		if strings.HasPrefix(doc[end:], ":") {
			continue // a name
		}
		start := strings.LastIndexByte(doc[:end-1], '"')
		ways := []string{string(quoted), raw}
		if by == strings.Join(marks, " ") {
			ways = append(ways, "["+string(quoted)+"]", `{"x":`+string(quoted)+"}", string(quoted)+" "+string(quoted))
		}
		for _, with := range ways {
			use(doc[:start] + with + doc[end:])
		}
	}
}

// A spy gathers all that is said of inputs.
type spy struct {
	t        *testing.T
	out      bytes.Buffer
	logs     []*slog.Logger
	lines    []string // texts that are to be one line each
	accepted int
	rejected int
	ended    int
}

func (s *spy) tell(v any) {
	fmt.Fprintf(&s.out, "%v %+v %s %q\n", v, v, v, v)
	if s.logs == nil {
		s.logs = []*slog.Logger{slog.New(slog.NewJSONHandler(&s.out, nil)), slog.New(slog.NewTextHandler(&s.out, nil))}
	}
	for _, log := range s.logs {
		log.Info("said", "what", v)
	}
}

func (s *spy) faults(faults []adapters.Fault) {
	for _, f := range faults {
		s.lines = append(s.lines, f.String(), f.Message)
	}
	s.tell(faults)
}

// read reads an input to its end and hears all that is said.
func (s *spy) read(dec adapters.Decoder[incident.Record]) {
	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Keep, Report: func(e *adapters.RecordError) {
		s.rejected++
		s.tell(e)
		s.lines = append(s.lines, e.Error())
		s.faults(e.Findings)
	}})
	var links incident.Links
	for rec, err := range r.All(s.t.Context()) {
		if err != nil {
			s.ended++
			s.tell(err)
			s.lines = append(s.lines, err.Error())
			break
		}
		s.accepted++
		s.tell(rec)
		found := append(rec.Check(nil), links.Add(rec, 1)...)
		s.faults(adapters.Locate(found, r))
		s.tell(found)
		s.tell(found.Err())
	}
	for _, f := range links.Finish() {
		s.tell(f)
	}
	sum := r.Summary()
	fmt.Fprintf(&s.out, "%v %+v\n", sum, sum)
	s.faults(sum.Repairs)
}

// check complains when a mark was said, or more than a line.
func (s *spy) check() {
	s.t.Helper()
	for _, mark := range marks {
		if i := strings.Index(s.out.String(), mark); i >= 0 {
			s.t.Errorf("%s got out: …%s…", mark, s.out.String()[max(0, i-300):min(s.out.Len(), i+len(mark)+40)])
		}
	}
	for _, line := range s.lines {
		if strings.ContainsAny(line, "\n\r\x1b\x01\u202e") || strings.Contains(line, "%!") || strings.Contains(line, "{{") {
			s.t.Errorf("not one plain line: %q", line)
		}
	}
	if s.rejected == 0 || s.accepted == 0 {
		s.t.Errorf("%d accepted, %d rejected, %d ended early: too few to say anything", s.accepted, s.rejected, s.ended)
	}
	s.out.Reset()
	s.lines = nil
}

func TestCase33NothingOfAPersonGetsOutOfJSON(t *testing.T) {
	s := &spy{t: t}
	for _, broken := range breakages() {
		texts(t, victim(), broken, func(doc string) {
			s.read(jsonio.NewDecoder(strings.NewReader(doc+"\n"+doc+"\n"), &jsonio.DecodeOptions{Form: jsonio.Lines}))
		})
		s.check()
	}
	doc := strings.ReplaceAll(victim(), `"S"`, `"`+strings.Join(marks, " ")+`"`) + "\n"
	for n := 0; n < len(doc); n += 2 { // cut, and a byte too much
		for _, form := range []jsonio.Form{jsonio.Lines, jsonio.Document} {
			s.read(jsonio.NewDecoder(strings.NewReader(doc[:n]), &jsonio.DecodeOptions{Form: form}))
			s.read(jsonio.NewDecoder(strings.NewReader(doc[:n]+`"`+doc[n:]), &jsonio.DecodeOptions{Form: form}))
		}
	}
	s.check()
}

// table returns the victim as rows of cells.
func table(t *testing.T) [][]string {
	t.Helper()
	rec := new(incident.Record)
	if _, err := jsonio.NewDecoder(strings.NewReader(victim()), nil).Decode(t.Context(), rec); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	enc := csvio.NewEncoder(&b, nil)
	if err := enc.Encode(t.Context(), rec); err != nil {
		t.Fatal(err)
	}
	if err := enc.Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func written(t *testing.T, rows [][]string) string {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCase33NothingOfAPersonGetsOutOfCSV(t *testing.T) {
	s := &spy{t: t}
	for _, broken := range breakages() {
		rows := table(t)
		for _, row := range rows[1:3] {
			for i, cell := range row {
				row[i] = broken
				s.read(csvio.NewDecoder(strings.NewReader(written(t, rows)), nil))
				row[i] = cell
			}
		}
		s.check()
	}
	rows := table(t)
	for i := range rows[1] {
		rows[1][i] = marks[i%len(marks)]
	}
	all := written(t, rows)
	header := strings.Index(all, "\n") + 1
	for n := header; n < len(all); n += 2 {
		for _, more := range []string{`"`, ",", "\n", marks[0]} {
			s.read(csvio.NewDecoder(strings.NewReader(all[:n]+more+all[n:]), nil))
		}
		s.read(csvio.NewDecoder(strings.NewReader(all[:n]), nil))
	}
	s.accepted++ // nothing of this is a record
	s.check()
}

// shelter is a mapping with every kind of rule.
const shelter = `{"mapping":1,"title":"Shelter","trim":true,"where":[{"column":"Status","not":["draft"]}],
"constants":{"kind":"rescue"},"templates":{"id":"s-{No}","notes":"[{Office}]"},
"columns":{"Found":{"to":"occurred","dates":["D/M/YYYY"]},"Country":{"to":"country","countries":true},"Sort":{"to":"source_kind","values":{"gov":"government"}},
"Town":"place","Page":"source_url"},
"figures":[{"column":"Total","grouping":",","set":{"measure":"freed"}},{"column":"Women","set":{"measure":"freed","sex":"F"},"columns":{"Age":{"to":"age","ages":true}}}]}`

func TestCase33NothingOfAPersonGetsOutOfAMappedTable(t *testing.T) {
	mapping, err := csvio.ParseMapping(strings.NewReader(shelter))
	if err != nil {
		t.Fatal(err)
	}
	s := &spy{t: t}
	for _, broken := range breakages() {
		rows := [][]string{
			{"No", "Status", "Office", "Found", "Country", "Sort", "Town", "Page", "Total", "Women", "Age"},
			{"1", "done", "o", "3/4/2024", "Cambodia", "gov", "t", "https://example.org/", "1,234", "7", "18-24"},
		}
		for i, cell := range rows[1] {
			rows[1][i] = broken
			s.read(csvio.NewDecoder(strings.NewReader(written(t, rows)), &csvio.DecodeOptions{Mapping: mapping}))
			rows[1][i] = cell
		}
		s.check()
	}
}

// TestCase34NamesStayOneLine: file names, members and columns that would break
// a line, colour a terminal or be a format or a template.
func TestCase34NamesStayOneLine(t *testing.T) {
	for _, odd := range []string{"a\nb", "a\x1b[31mb", "%s%d%n", "{{.}}", "a\u202eb", "a\r\nlevel=ERROR", "\xff\xfe", "a\u2028b", strings.Repeat("n", 4000), `a"b`, ""} {
		var errs []error
		for _, name := range []string{odd, "f.csv"} {
			quoted, err := json.Marshal(odd)
			if err != nil {
				t.Fatal(err)
			}
			jsons := []string{
				`{"kind":"rescue","id":"r",` + string(quoted) + `:1}`, `{"kind":"rescue","id":` + string(quoted) + `,"figures":[{"measure":1}]}`,
				`{"kind":"rescue","id":"r","figures":[{"measure":"freed","group":{"by":{` + string(quoted) + `:""}}}]}`, "{", "[",
			}
			for _, doc := range jsons {
				for _, form := range []jsonio.Form{jsonio.Lines, jsonio.Document} {
					_, err := jsonio.NewDecoder(strings.NewReader(doc), &jsonio.DecodeOptions{Name: name, Form: form}).Decode(t.Context(), new(incident.Record))
					errs = append(errs, err)
				}
			}
			for _, rows := range [][][]string{
				{{"kind", "id", odd}, {"rescue", "r", "x"}}, {{"kind", "id", "measure"}, {"rescue", odd, "none"}}, {{"kind", "id", "id"}},
			} {
				_, err := csvio.NewDecoder(strings.NewReader(written(t, rows)), &csvio.DecodeOptions{Name: name}).Decode(t.Context(), new(incident.Record))
				errs = append(errs, err)
			}
			mapping, err := csvio.ParseMapping(strings.NewReader(`{"mapping":1,"constants":{"kind":"rescue"},"columns":{"No":"id",` + string(quoted) + `:"place"}}`))
			if err != nil {
				errs = append(errs, err)
				continue
			}
			_, err = csvio.NewDecoder(strings.NewReader("No,Town\n1,x\n"), &csvio.DecodeOptions{Name: name, Mapping: mapping}).Decode(t.Context(), new(incident.Record))
			errs = append(errs, err)
		}
		for _, err := range errs {
			if err == nil {
				t.Errorf("%.20q: no error", odd)
				continue
			}
			var log bytes.Buffer
			slog.New(slog.NewTextHandler(&log, nil)).Info("failed", "err", err)
			for _, line := range []string{fmt.Sprint(err), fmt.Sprintf("%+v", err), strings.TrimSuffix(log.String(), "\n")} {
				if strings.ContainsAny(line, "\n\r\x1b\u202e\u2028") || strings.Contains(line, "%!") || strings.Contains(line, "\xff") {
					t.Errorf("%.20q: not one plain line: %q", odd, line)
				}
			}
		}
	}
}
