package jsonscan

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/incident"
)

const testDepth = 64

// code returns the code of an error of this package, "" for nil.
func code(t testing.TB, err error) incident.Code {
	t.Helper()
	if err == nil {
		return ""
	}
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("error %v is no *Error", err)
	}
	return e.Code
}

// tokens writes the tokens of a text, apart by spaces.
func tokens(data []byte) (string, error) {
	var s Scanner
	s.Reset(data, testDepth)
	var out []string
	for {
		k, err := s.Next()
		if err != nil {
			return strings.Join(out, " "), err
		}
		switch k {
		case End:
			return strings.Join(out, " "), nil
		case Name:
			out = append(out, string(s.Text())+":")
		case String:
			out = append(out, string(s.Text()))
		default:
			out = append(out, string(s.Raw()))
		}
	}
}

func TestCase01JSONRejects(t *testing.T) {
	if len(suiteReject) != 188 || len(suiteAccept) != 95 {
		t.Fatalf("the suite has 188 n and 95 y files, not %d and %d", len(suiteReject), len(suiteAccept))
	}
	for _, c := range suiteReject {
		err := Check([]byte(c.text), testDepth)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%s: error = %v, want an *Error", c.name, err)
			continue
		}
		if e.Code == "" || e.Reason == "" || e.Offset < 0 || e.Offset > int64(len(c.text)) {
			t.Errorf("%s: incomplete error %+v", c.name, e)
		}
		for _, form := range []Form{Auto, Document} {
			frames, err := frameAll(strings.NewReader(c.text), FrameOptions{Form: form})
			for _, fr := range frames {
				if fr.err == nil {
					fr.err = Check([]byte(fr.text), testDepth)
				}
				err = errors.Join(err, fr.err)
			}
			if err == nil && c.text != " " && c.text != "" && c.name != "n_structure_UTF8_BOM_no_data" {
				t.Errorf("%s, form %d: the framer lets it through", c.name, form)
			}
		}
	}
	for _, c := range suiteAccept {
		want := incident.Code("")
		if strings.HasPrefix(c.name, "y_object_duplicated_key") {
			want = incident.CodeJSONDuplicateKey
		}
		if got := code(t, Check([]byte(c.text), testDepth)); got != want {
			t.Errorf("%s: code = %q, want %q", c.name, got, want)
		}
		frames, err := frameAll(strings.NewReader(c.text), FrameOptions{Form: Document})
		if err != nil {
			t.Errorf("%s: framer: %v", c.name, err)
		}
		for _, fr := range frames {
			if got := code(t, Check([]byte(fr.text), testDepth)); got != want {
				t.Errorf("%s: framed: code = %q, want %q", c.name, got, want)
			}
		}
	}
}

func TestCase02JSONTransforms(t *testing.T) {
	if len(suiteChoice) != 35 || len(suiteTransform) != 22 {
		t.Fatalf("the suite has 35 i and 22 transform files, not %d and %d", len(suiteChoice), len(suiteTransform))
	}
	for _, c := range suiteChoice {
		frames, err := frameAll(strings.NewReader(c.text), FrameOptions{Form: Document})
		for _, fr := range frames {
			if fr.err == nil {
				fr.err = Check([]byte(fr.text), testDepth)
			}
			err = errors.Join(err, fr.err)
			if fr.err == nil && !strings.Contains(c.text, fr.text) {
				t.Errorf("%s: the text was changed", c.name)
			}
		}
		if got := code(t, err); got != incident.Code(c.code) {
			t.Errorf("%s: code = %q, want %q", c.name, got, c.code)
		}
	}
	for _, c := range suiteTransform {
		if got := code(t, Check([]byte(c.text), testDepth)); got != incident.Code(c.code) {
			t.Errorf("%s: code = %q, want %q", c.name, got, c.code)
		}
		if c.code != "" {
			continue
		}
		if got, err := tokens([]byte(c.text)); err != nil || got != c.tokens {
			t.Errorf("%s: tokens = %q, %v, want %q", c.name, got, err, c.tokens)
		}
	}
}

func TestErrorPlace(t *testing.T) {
	for _, c := range []struct {
		name, text string
		code       incident.Code
		offset     int64
	}{
		{"value missing", `{"a":}`, incident.CodeJSONSyntax, 5},
		{"colon missing", `{"a" 1}`, incident.CodeJSONSyntax, 5},
		{"comma missing", `[1 2]`, incident.CodeJSONSyntax, 3},
		{"wrong bracket", `{"a":1]`, incident.CodeJSONSyntax, 6},
		{"leading zero", `[01]`, incident.CodeJSONSyntax, 2},
		{"bad escape", `["ab\q"]`, incident.CodeJSONSyntax, 5},
		{"bad hex digit", `["\u12g4"]`, incident.CodeJSONSyntax, 6},
		{"control character", "[\"a\x01\"]", incident.CodeJSONSyntax, 3},
		{"literal cut", `[tru`, incident.CodeJSONUnexpectedEnd, 4},
		{"literal wrong", `[trux]`, incident.CodeJSONSyntax, 4},
		{"number cut", `[-`, incident.CodeJSONUnexpectedEnd, 2},
		{"escape cut", `["\u12`, incident.CodeJSONUnexpectedEnd, 6},
		{"backslash cut", `["\`, incident.CodeJSONUnexpectedEnd, 3},
		{"name cut", `{"a"`, incident.CodeJSONUnexpectedEnd, 4},
		{"trailing object", `{} {}`, incident.CodeJSONTrailingData, 3},
		{"trailing bracket", `{}]`, incident.CodeJSONTrailingData, 2},
		{"trailing letter", `{} x`, incident.CodeJSONTrailingData, 3},
		{"trailing NUL", "{}\x00", incident.CodeJSONTrailingData, 2},
		{"second name", `{"id":"A","id":"B"}`, incident.CodeJSONDuplicateKey, 10},
		{"second name escaped", `{"id":"A","\u0069d":"B"}`, incident.CodeJSONDuplicateKey, 10},
		{"lone surrogate", `["a\ud800"]`, incident.CodeTextInvalidUTF8, 3},
		{"surrogate encoded", "[\"ab\xed\xa0\x80\"]", incident.CodeTextInvalidUTF8, 4},
		{"overlong", "[\"\xc0\xaf\"]", incident.CodeTextInvalidUTF8, 2},
		{"cut character", "[\"a\xe2\x82\"]", incident.CodeTextInvalidUTF8, 3},
		{"broken name", "{\"\xff\":1}", incident.CodeTextInvalidUTF8, 2},
		{"broken bytes outside", "[\xff]", incident.CodeTextInvalidUTF8, 1},
		{"byte order mark inside", "[\xef\xbb\xbf1]", incident.CodeJSONSyntax, 1},
		{"too deep", strings.Repeat("[", 65), incident.CodeJSONTooDeep, 64},
		{"as deep as may be", strings.Repeat("[", 64), incident.CodeJSONUnexpectedEnd, 64},
	} {
		e, ok := errors.AsType[*Error](Check([]byte(c.text), testDepth))
		if !ok || e.Code != c.code || e.Offset != c.offset {
			t.Errorf("%s: error = %+v, want %s at %d", c.name, e, c.code, c.offset)
		}
	}
}

// A text that is not Unicode stops nothing: what follows is read.
func TestReadOnAfterBrokenText(t *testing.T) {
	var s Scanner
	s.Reset([]byte("{\"a\":\"x\xff\\ud800y\\n\",\"b\":[1,{}]}"), testDepth)
	var got []string
	for {
		k, err := s.Next()
		text := ""
		if k == Name || k == String {
			text = fmt.Sprintf("%q", s.Text())
		}
		got = append(got, fmt.Sprint(k, text, err))
		if k == End {
			break
		}
	}
	want := []string{
		`1<nil>`, `5"a"<nil>`, `6"x\xff\\ud800y\n"the bytes here are not UTF-8 and look like Windows-1252; save the file as UTF-8 [text.invalid-utf8]`,
		`5"b"<nil>`, `3<nil>`, `7<nil>`, `1<nil>`, `2<nil>`, `4<nil>`, `2<nil>`, `0<nil>`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestSkip(t *testing.T) {
	var s Scanner
	s.Reset([]byte(`[{"a":[1,{"b":2}],"c":"\ud800"},7]`), testDepth)
	s.Next()
	k, _ := s.Next()
	members, err := s.Skip(k)
	if members != 3 || code(t, err) != incident.CodeTextInvalidUTF8 {
		t.Errorf("Skip = %d, %v, want 3 members and the broken text", members, err)
	}
	if k, err = s.Next(); k != Number || err != nil || string(s.Raw()) != "7" {
		t.Errorf("after Skip: %v, %v", k, err)
	}
	s.Reset([]byte(`[{"a":[1,`), testDepth)
	s.Next()
	k, _ = s.Next()
	if _, err = s.Skip(k); code(t, err) != incident.CodeJSONUnexpectedEnd {
		t.Errorf("Skip of a cut value: %v", err)
	}
	if _, again := s.Next(); again != err {
		t.Errorf("Next after a fatal error = %v, want the same again", again)
	}
}

func TestNames(t *testing.T) {
	var n Names
	for range 2 { // the second round after a Reset
		n.Reset()
		n.Open()
		for i := range 100 {
			if !n.Add(fmt.Append(nil, "name ", i)) {
				t.Fatalf("name %d is said to be there already", i)
			}
			n.Open()
			if !n.Add([]byte("name 1")) || n.Add([]byte("name 1")) {
				t.Fatal("names of an inner object are mixed up with its own or the outer's")
			}
			n.Close()
		}
		for i := range 100 {
			if n.Add(fmt.Append(nil, "name ", i)) {
				t.Fatalf("name %d is not found again", i)
			}
		}
		n.Close()
	}
}

// An object of many names must not cost the square of their number.
func TestManyNames(t *testing.T) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i := range 100_000 {
		fmt.Fprintf(&b, `"%x":0,`, i)
	}
	b.WriteString(`"0":0}`)
	if got := code(t, Check(b.Bytes(), testDepth)); got != incident.CodeJSONDuplicateKey {
		t.Errorf("code = %q", got)
	}
}

// deepest returns how deep brackets nest in a text that is JSON.
func deepest(data []byte) int {
	most := 0
	var s Scanner
	s.Reset(data, len(data)+1)
	for {
		k, err := s.Next()
		if k == End || err != nil && s.err != nil {
			return most
		}
		most = max(most, s.Depth())
	}
}

// texts returns all names and strings in order, by the standard library.
func texts(data []byte) ([]string, error) {
	var out []string
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	for {
		tok, err := d.Token()
		if err != nil {
			return out, err
		}
		switch v := tok.(type) {
		case string:
			out = append(out, v)
		case json.Number:
			out = append(out, v.String())
		}
		if !d.More() && d.InputOffset() == int64(len(bytes.TrimRight(data, " \t\r\n"))) {
			return out, nil
		}
	}
}

func FuzzScanner(f *testing.F) {
	for _, c := range suiteReject {
		if len(c.text) < 1000 {
			f.Add([]byte(c.text))
		}
	}
	for _, c := range suiteAccept {
		f.Add([]byte(c.text))
	}
	for _, c := range suiteTransform {
		f.Add([]byte(c.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		err := Check(data, testDepth)
		valid := json.Valid(data)
		if err == nil && !valid {
			t.Fatal("accepted what encoding/json refuses")
		}
		if err != nil && valid {
			switch c := code(t, err); c {
			case incident.CodeTextInvalidUTF8:
				if utf8.Valid(data) && !bytes.Contains(bytes.ToLower(data), []byte(`\ud`)) {
					t.Fatal("the text is Unicode")
				}
			case incident.CodeJSONTooDeep:
				if deepest(data) <= testDepth {
					t.Fatal("it is not so deep")
				}
			case incident.CodeJSONDuplicateKey:
			default:
				t.Fatalf("refused with %s what encoding/json accepts", c)
			}
		}
		if err != nil {
			return
		}
		want, e := texts(data)
		if e != nil {
			t.Skip("the standard tokenizer stops:", e)
		}
		var got []string
		var s Scanner
		s.Reset(data, testDepth)
		for {
			k, err := s.Next()
			if err != nil {
				t.Fatalf("Next: %v after Check found nothing", err)
			}
			if k == End {
				break
			}
			switch k {
			case Name, String:
				got = append(got, string(s.Text()))
			case Number:
				got = append(got, string(s.Raw()))
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("texts: -encoding/json +ours\n%s", d)
		}
	})
}

func BenchmarkScanner(b *testing.B) {
	data := []byte(`{"kind":"rescue","id":"rpt-0001","published":"2024-03-30","place":{"country":"KH","name":"Cambodia"},` +
		`"figures":[{"measure":"returned","count":"<=250","text":"as many as 250","accrual":"cumulative"}],"notes":"caf\u00e9 \u2013 two"}`)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	var s Scanner
	for b.Loop() {
		s.Reset(data, testDepth)
		for {
			k, err := s.Next()
			if err != nil {
				b.Fatal(err)
			}
			if k == End {
				break
			}
		}
	}
}
