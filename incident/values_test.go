package incident

import (
	"encoding"
	"fmt"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// values are the types that hold one value, each with texts it takes.
var values = []struct {
	zero  any // pointer to the zero value
	texts []string
}{
	{new(Count), []string{"250", "~250", "240..260", "401..408.."}},
	{new(Date), []string{"2024-03-30", "2024-03~", "../2024"}},
	{new(Day), []string{"2024-03-30", "0000-01-01", "9999-12-31"}},
	{new(Day), []string{"2024-03-30", "0000-01-01"}},
	{new(Degrees), []string{"11.5621", "0"}},
	{new(By), []string{"exploitation=Labour", `a\;b=c`}},
	{new(Kind), []string{"rescue"}},
	{new(Measure), []string{"freed"}},
	{new(Accrual), []string{"cumulative"}},
	{new(SourceKind), []string{"police"}},
	{new(Severity), []string{"error", "warning", "note"}},
}

func TestValuesHaveTheirTextMethods(t *testing.T) {
	for _, v := range values {
		typ := reflect.TypeOf(v.zero).Elem()
		t.Run(typ.Name(), func(t *testing.T) {
			for _, text := range append([]string{""}, v.texts...) {
				p := reflect.New(typ)
				if err := p.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil {
					t.Fatalf("UnmarshalText(%q): %v", text, err)
				}
				value := p.Elem().Interface()
				if zero := value.(interface{ IsZero() bool }).IsZero(); zero != (text == "") || zero != p.Elem().IsZero() {
					t.Errorf("IsZero of %q = %t", text, zero)
				}
				if s := value.(fmt.Stringer).String(); s != text {
					t.Errorf("String = %q, want %q", s, text)
				}
				if b, err := value.(encoding.TextMarshaler).MarshalText(); err != nil || string(b) != text {
					t.Errorf("MarshalText = %q, %v, want %q", b, err, text)
				}
				b, err := value.(encoding.TextAppender).AppendText([]byte("x"))
				if err != nil || string(b) != "x"+text {
					t.Errorf("AppendText = %q, %v, want %q", b, err, "x"+text)
				}
			}
			p := reflect.New(typ)
			unmarshal := p.Interface().(encoding.TextUnmarshaler)
			if err := unmarshal.UnmarshalText([]byte(v.texts[0])); err != nil {
				t.Fatal(err)
			}
			before := p.Elem().Interface()
			err := unmarshal.UnmarshalText([]byte("Maria Santos"))
			if _, ok := err.(*SyntaxError); !ok || strings.Contains(err.Error(), "Maria") {
				t.Errorf("the error of a wrong text is %v", err)
			}
			if p.Elem().Interface() != before {
				t.Error("a wrong text changes the value")
			}
		})
	}
}

// TestEveryTextTypeIsAmongTheValues keeps the list above whole: a type with an
// UnmarshalText that is not in it fails.
func TestEveryTextTypeIsAmongTheValues(t *testing.T) {
	listed := map[string]bool{}
	for _, v := range values {
		listed[reflect.TypeOf(v.zero).Elem().Name()] = true
	}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv == nil || !strings.HasSuffix(f.Name.Name, "Text") {
				continue
			}
			typ := f.Recv.List[0].Type
			if star, ok := typ.(*ast.StarExpr); ok {
				typ = star.X
			}
			if name := typ.(*ast.Ident).Name; !listed[name] {
				t.Errorf("%s.%s: the type is not among the values", name, f.Name.Name)
			}
		}
	}
}

func TestPersons(t *testing.T) {
	for m := range Measures() {
		want := true
		switch m {
		case Calls, Complaints, Cases, Lost, Share:
			want = false
		}
		if m.Persons() != want {
			t.Errorf("%s counts persons: %t", m, !want)
		}
	}
	if Measure("no such").Persons() || Measure("").Persons() {
		t.Error("an unknown measure counts persons")
	}
}

func TestListsAreTheFormats(t *testing.T) {
	page := shared(t, "format.md")
	var codes []string
	for k := range Kinds() {
		codes = append(codes, string(k))
	}
	for m := range Measures() {
		codes = append(codes, string(m))
	}
	for a := range Accruals() {
		codes = append(codes, string(a))
	}
	for k := range SourceKinds() {
		codes = append(codes, string(k))
	}
	for c := range Conditions() {
		codes = append(codes, c)
	}
	if len(codes) != 4+18+4+5+17 {
		t.Errorf("%d codes", len(codes))
	}
	for _, code := range codes {
		if !strings.Contains(page, "`"+code+"`") {
			t.Errorf("%s is not on the format's page", code)
		}
	}
}

func TestLimitsDefaults(t *testing.T) {
	d := Limits{}.WithDefaults()
	want := Limits{
		Bytes: DefaultBytes, RecordBytes: DefaultRecordBytes, Depth: DefaultDepth, Fields: DefaultFields,
		Records: 1<<63 - 1, Errors: DefaultErrors, Groups: DefaultGroups,
	}
	if d != want {
		t.Errorf("defaults are %+v", d)
	}
	if d.WithDefaults() != d {
		t.Error("defaults of defaults differ")
	}
	none := Limits{-1, -1, -1, -1, -1, -1, -1}.WithDefaults()
	if none.Bytes != 1<<63-1 || none.Depth != int(^uint(0)>>1) || none.Groups != none.Depth {
		t.Errorf("no limits are %+v", none)
	}
	own := Limits{1, 2, 3, 4, 5, 6, 7}
	if own.WithDefaults() != own {
		t.Errorf("limits of one's own are changed: %+v", own.WithDefaults())
	}
}

func TestPlaceAndSourceAreZeroUntilStated(t *testing.T) {
	if !(Place{}).IsZero() || (Place{Name: "x"}).IsZero() || (Place{Lat: MakeDegrees(0)}).IsZero() {
		t.Error("Place.IsZero is wrong")
	}
	if !(Source{}).IsZero() || (Source{Lang: "en"}).IsZero() {
		t.Error("Source.IsZero is wrong")
	}
	if !(Group{}).IsZero() || (Group{By: NewBy(map[string]string{"a": "b"})}).IsZero() {
		t.Error("Group.IsZero is wrong")
	}
}
