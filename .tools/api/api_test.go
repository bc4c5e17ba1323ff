// Package api checks what the library's exported names come with: a doc comment each, and Examples in proportion.
package api

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

// leastExamples is how many Examples there have to be for 100 exported names.
const leastExamples = 20

// surface is what one package shows to whoever imports it. Constants are counted apart: a list of codes is shown by one
// Example, not by one each.
type surface struct {
	folder       string
	names        int // types, functions, methods, variables
	constants    int
	examples     int
	undocumented []string
}

func TestExamples(t *testing.T) {
	var names, constants, examples int
	for _, s := range surfaces(t) {
		t.Logf("%-22s %3d names, %3d constants, %3d Examples: %3.0f per 100 names", s.folder, s.names, s.constants, s.examples, per100(s.examples, s.names))
		names += s.names
		constants += s.constants
		examples += s.examples
	}
	t.Logf("in all %.1f Examples per 100 names, %.1f with the constants", per100(examples, names), per100(examples, names+constants))
	if names == 0 || per100(examples, names) < leastExamples {
		t.Errorf("%d Examples for %d exported names: write %d more", examples, names, (names*leastExamples+99)/100-examples)
	}
}

func TestEveryNameHasADocComment(t *testing.T) {
	for _, s := range surfaces(t) {
		for _, name := range s.undocumented {
			t.Errorf("%s: %s has no doc comment", s.folder, name)
		}
	}
}

func per100(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// surfaces reads every package that can be imported from outside the module.
func surfaces(t *testing.T) (all []surface) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if path != root && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"internal", "examples", "testdata"}, d.Name())) {
			return filepath.SkipDir
		}
		if s, ok := read(t, path); ok {
			all = append(all, s)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// read reads the Go files of one folder; ok is false when there are none.
func read(t *testing.T, folder string) (s surface, ok bool) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files, tests []*ast.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		f, err := parser.ParseFile(fset, filepath.Join(folder, e.Name()), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(e.Name(), "_test.go") {
			tests = append(tests, f)
		} else {
			files = append(files, f)
		}
	}
	if len(files) == 0 {
		return surface{}, false
	}
	relative, err := filepath.Rel(root, folder)
	if err != nil {
		t.Fatal(err)
	}
	s = surface{folder: filepath.ToSlash(relative), examples: len(doc.Examples(tests...))}
	p, err := doc.NewFromFiles(fset, files, s.folder)
	if err != nil {
		t.Fatal(err)
	}
	s.add(p)
	return s, true
}

func (s *surface) add(p *doc.Package) {
	if strings.TrimSpace(p.Doc) == "" {
		s.undocumented = append(s.undocumented, "package "+p.Name)
	}
	s.values(p.Consts, &s.constants)
	s.values(p.Vars, &s.names)
	s.functions("", p.Funcs)
	for _, typ := range p.Types {
		s.names++
		if typ.Doc == "" {
			s.undocumented = append(s.undocumented, typ.Name)
		}
		s.values(typ.Consts, &s.constants)
		s.values(typ.Vars, &s.names)
		s.functions("", typ.Funcs)
		s.functions(typ.Name+".", typ.Methods)
	}
}

func (s *surface) functions(prefix string, functions []*doc.Func) {
	for _, f := range functions {
		s.names++
		if f.Doc == "" {
			s.undocumented = append(s.undocumented, prefix+f.Name)
		}
	}
}

// values counts constants or variables. A block's comment stands for all in it, and so does one at the end of a line.
func (s *surface) values(blocks []*doc.Value, count *int) {
	for _, block := range blocks {
		for _, spec := range block.Decl.Specs {
			v, ok := spec.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for _, name := range v.Names {
				if !name.IsExported() {
					continue
				}
				*count++
				if block.Doc == "" && v.Doc.Text() == "" && v.Comment.Text() == "" {
					s.undocumented = append(s.undocumented, name.Name)
				}
			}
		}
	}
}
