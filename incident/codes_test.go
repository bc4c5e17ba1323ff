package incident

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file of testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: -want +got (-update writes it)\n%s", path, diff)
	}
}

func TestCodesGolden(t *testing.T) {
	var b strings.Builder
	for info := range Codes() {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", info.Code, info.Since, info.Meaning, info.Fix)
	}
	golden(t, "codes.golden", b.String())
}

func TestEveryCodeIsInTheTable(t *testing.T) {
	file, err := parser.ParseFile(gotoken.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var constants []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Code") {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			text, _ := strconv.Unquote(lit.Value)
			constants = append(constants, text)
		}
		return true
	})
	shape := regexp.MustCompile(`^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$`)
	var table []string
	for info := range Codes() {
		table = append(table, string(info.Code))
		if !shape.MatchString(string(info.Code)) {
			t.Errorf("%s is no noun.rule", info.Code)
		}
		if info.Meaning == "" || info.Fix == "" || info.Since == "" || !strings.HasSuffix(info.Fix, ".") {
			t.Errorf("%s is described by %+v", info.Code, info)
		}
		if got, ok := info.Code.Info(); !ok || got != info {
			t.Errorf("Info of %s = %+v, %t", info.Code, got, ok)
		}
	}
	if diff := cmp.Diff(constants, table); diff != "" {
		t.Errorf("constants and table differ: -constants +table\n%s", diff)
	}
	if _, ok := Code("no.such").Info(); ok {
		t.Error("an unknown code has an Info")
	}
	for range Codes() {
		break // stops without a panic
	}
}

func TestEveryCodeOfTheFormatIsOurs(t *testing.T) {
	page := shared(t, "format.md")
	_, list, ok := strings.Cut(page, "## Codes\n")
	if !ok {
		t.Fatal("the format's page has no list of codes")
	}
	n := 0
	for _, m := range regexp.MustCompile("`([a-z]+\\.[a-z0-9-]+)`").FindAllStringSubmatch(list, -1) {
		n++
		if _, ok := Code(m[1]).Info(); !ok {
			t.Errorf("%s is not in the table", m[1])
		}
	}
	if n < 60 {
		t.Errorf("only %d codes found on the page", n)
	}
}

// shared returns a file of the specification, which lies beside the repository.
func shared(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("../../shared/" + name)
	if os.IsNotExist(err) {
		t.Skip("the specification does not lie beside the repository: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
