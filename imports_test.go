package rescuetally_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "github.com/rescuetally/rescuetally"

const (
	validatorPath = "github.com/go-playground/validator/v10"
	normPath      = "golang.org/x/text/unicode/norm"
	expPath       = "golang.org/x/exp"
	cmpPath       = "github.com/google/go-cmp/cmp"
)

// rule says what a package may import besides the standard library: ours, as paths below the module, and thirdParty, as
// prefixes of import paths.
type rule struct{ ours, thirdParty []string }

// rules is the whole drawing: a package that is not in it may not exist, an arrow that is not in it may not be added.
// Programs under examples may import every package of the module and what they share in examples/internal; nothing else may
// import that, and nothing at all a program.
var rules = map[string]rule{
	"":                           {},
	"incident":                   {thirdParty: []string{validatorPath, normPath}},
	"advisory":                   {ours: []string{"incident"}, thirdParty: []string{normPath}},
	"stats":                      {ours: []string{"incident", "advisory"}, thirdParty: []string{expPath}},
	"adapters":                   {ours: []string{"incident", "advisory"}},
	"adapters/internal/encoding": {},
	"adapters/internal/names":    {},
	"adapters/internal/jsonscan": {ours: []string{"incident", "adapters/internal/encoding"}},
	"adapters/internal/csvscan":  {ours: []string{"incident", "adapters/internal/encoding"}},
	"adapters/internal/difftest": {ours: []string{"adapters", "incident", "advisory"}},
	"adapters/jsonio":            {ours: []string{"adapters", "incident", "advisory", "adapters/internal/jsonscan", "adapters/internal/csvscan", "adapters/internal/names", "adapters/internal/difftest"}},
	"adapters/csvio":             {ours: []string{"adapters", "incident", "advisory", "adapters/internal/jsonscan", "adapters/internal/csvscan", "adapters/internal/inert", "adapters/internal/names", "adapters/internal/difftest"}},
	"adapters/capio":             {ours: []string{"adapters", "incident", "advisory", "adapters/internal/encoding", "adapters/internal/names"}},
	"adapters/adaptertest":       {ours: []string{"adapters", "incident", "advisory"}},
	"adapters/internal/inert":    {},
	"adapters/tableio":           {ours: []string{"adapters", "incident", "advisory", "stats", "adapters/internal/inert"}},
	"examples/internal/cli":      {ours: []string{"adapters", "adapters/capio", "adapters/csvio", "adapters/jsonio", "incident", "advisory"}},
}

const sharedByPrograms = "examples/internal"

// modules are the third-party modules that code of this module may reach, through however many imports.
var modules = []string{
	validatorPath,
	"github.com/gabriel-vasile/mimetype",
	"github.com/go-playground/locales",
	"github.com/go-playground/universal-translator",
	"github.com/leodido/go-urn",
	"golang.org/x/crypto",
	"golang.org/x/exp",
	"golang.org/x/sys",
	"golang.org/x/text",
}

// noSideEffects are parts of the standard library for which the packages that hold values, rules and results have no use:
// they know no file, no network and no log.
var noSideEffects = []string{"log", "net", "net/http", "os", "os/exec", "os/signal", "os/user", "syscall"}

// listed is what go list tells about a package.
type listed struct {
	ImportPath, Name, Dir              string
	Standard                           bool
	Module                             *struct{ Path string }
	GoFiles                            []string
	Imports, TestImports, XTestImports []string
}

func TestImports(t *testing.T) {
	packages := list(t)
	for _, complaint := range broken(packages) {
		t.Error(complaint)
	}
	for _, p := range packages {
		if p.ImportPath != module+"/incident" {
			continue
		}
		var files []string
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range f.Imports {
				if spec.Path.Value == `"`+validatorPath+`"` {
					files = append(files, name)
				}
			}
		}
		if len(files) > 1 {
			t.Errorf("validator is imported by %v: it belongs into one file", files)
		}
	}
}

// TestImportsComplains shows that the check can fail: each case adds one thing to a sound module.
func TestImportsComplains(t *testing.T) {
	own := &struct{ Path string }{module}
	pkg := func(name string, imports ...string) listed {
		return listed{ImportPath: path.Join(module, name), Name: path.Base(name), Module: own, Imports: imports}
	}
	sound := []listed{
		pkg("", "strings"),
		pkg("incident", "strings", "net/url", validatorPath, normPath),
		pkg("adapters", "io", module+"/incident"),
		{ImportPath: "strings", Standard: true, Imports: []string{"unsafe"}},
		{ImportPath: validatorPath, Module: &struct{ Path string }{validatorPath}, Imports: []string{"golang.org/x/crypto/sha3"}},
	}
	if got := broken(sound); len(got) != 0 {
		t.Fatalf("complaints about a sound module: %q", got)
	}
	program := listed{ImportPath: module + "/examples/sum", Name: "main", Module: own, Imports: []string{module + "/stats", "os"}}
	withTests := pkg("stats")
	withTests.TestImports = []string{"testing", "os", cmpPath, module + "/adapters/jsonio", expPath + "/stats"}
	withTests.XTestImports = []string{"github.com/stretchr/testify/assert"}
	cases := []struct {
		name string
		add  listed
		want []string
	}{
		{"a program may import everything", program, nil},
		{"rules import a format", pkg("stats", module+"/adapters"), []string{"stats may not import adapters"}},
		{"a format imports statistics", pkg("adapters/jsonio", module+"/stats"), []string{"adapters/jsonio may not import stats"}},
		{"a package imports a program", pkg("stats", module+"/examples/sum"), []string{"stats may not import examples/sum"}},
		{"validator outside incident", pkg("stats", validatorPath), []string{"stats may not import " + validatorPath}},
		{"go-cmp outside a test", pkg("adapters/adaptertest", cmpPath), []string{"adapters/adaptertest may not import " + cmpPath}},
		{"assertions in a test", withTests, []string{"a test of stats may not import github.com/stretchr/testify/assert"}},
		{"testing outside a test", pkg("adapters/csvio", "testing/iotest"), []string{"adapters/csvio may not import testing/iotest"}},
		{"a file in the statistics", pkg("stats", "os"), []string{"stats may not import os"}},
		{"memory tricks", pkg("adapters/csvio", "unsafe"), []string{"adapters/csvio may not import unsafe"}},
		{"a package nobody drew", pkg("util", "strings"), []string{"package util is not in the table of this test"}},
		{"what programs share", pkg(sharedByPrograms+"/flags", module+"/adapters/csvio", "os"), nil},
		{"rules import what programs share", pkg("stats", module+"/"+sharedByPrograms+"/flags"), []string{"stats may not import examples/internal/flags"}},
		{"a library among the programs", pkg("examples/shared"), []string{"examples/shared is not a program"}},
		{
			"a new module behind validator",
			listed{ImportPath: "example.org/new/x", Module: &struct{ Path string }{"example.org/new"}},
			[]string{"module example.org/new is not in the list of this test"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, broken(append(slices.Clone(sound), c.add))); d != "" {
				t.Error("-want +got", d)
			}
		})
	}
}

// list asks the go command once for every package of the module and everything these need.
func list(t *testing.T) []listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps",
		"-json=ImportPath,Name,Dir,Standard,Module,GoFiles,Imports,TestImports,XTestImports", "./...")
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, complaints.Bytes())
	}
	var packages []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// broken names everything in packages that the rules do not allow.
func broken(packages []listed) []string {
	standard := map[string]bool{}
	for _, p := range packages {
		standard[p.ImportPath] = p.Standard
	}
	var complaints []string
	complain := func(format string, args ...any) { complaints = append(complaints, fmt.Sprintf(format, args...)) }
	for _, p := range packages {
		name, own := below(p.ImportPath)
		switch {
		case p.Standard:
			continue
		case !own:
			if p.Module == nil {
				complain("%s comes from no module", p.ImportPath)
			} else if !slices.Contains(modules, p.Module.Path) {
				complain("module %s is not in the list of this test", p.Module.Path)
			}
			continue
		}
		r, known := rules[name]
		example := strings.HasPrefix(name, "examples/")
		if example && p.Name != "main" && path.Dir(name) != sharedByPrograms {
			complain("%s is not a program", name)
		}
		if !known && !example {
			complain("package %s is not in the table of this test", name)
			continue
		}
		for _, to := range p.Imports {
			if target, ok := below(to); ok {
				if !slices.Contains(r.ours, target) && (!example || path.Dir(target) == "examples") {
					complain("%s may not import %s", name, target)
				}
			} else if !allowed(r.thirdParty, to) && (isThirdParty(to, standard) || forbidden(name, to)) {
				complain("%s may not import %s", name, to)
			}
		}
		for _, to := range slices.Concat(p.TestImports, p.XTestImports) {
			_, ours := below(to)
			if !ours && isThirdParty(to, standard) && !allowed(append([]string{cmpPath}, r.thirdParty...), to) {
				complain("a test of %s may not import %s", name, to)
			}
		}
	}
	return complaints
}

// below gives the part of an import path that follows the module's, and whether there is one.
func below(importPath string) (string, bool) {
	if importPath == module {
		return "", true
	}
	return strings.CutPrefix(importPath, module+"/")
}

// isThirdParty tells by the list, and for what only a test imports, by the dot that a host's name has.
func isThirdParty(importPath string, standard map[string]bool) bool {
	if std, known := standard[importPath]; known {
		return !std
	}
	host, _, _ := strings.Cut(importPath, "/")
	return strings.Contains(host, ".")
}

func allowed(prefixes []string, importPath string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool {
		return importPath == prefix || strings.HasPrefix(importPath, prefix+"/")
	})
}

// forbidden tells which parts of the standard library the package name has to do without.
func forbidden(name, importPath string) bool {
	switch {
	case importPath == "unsafe", importPath == "C":
		return true
	case importPath == "testing" || strings.HasPrefix(importPath, "testing/"):
		return name != "adapters/adaptertest"
	}
	pure := slices.Contains([]string{"", "incident", "advisory", "stats"}, name) || strings.HasPrefix(name, "adapters/internal/")
	return pure && slices.Contains(noSideEffects, importPath)
}
