package adaptertest

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// differing returns the JSON Pointer of the first member in which a and b
// differ, and whether there is one. A list without items is an absent list.
func differing[T any](a, b *T) (path string, differs bool) {
	return differ("", reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem())
}

func differ(path string, a, b reflect.Value) (string, bool) {
	switch {
	case a.Kind() == reflect.Slice:
		if a.Len() != b.Len() {
			return path, true
		}
		for i := range a.Len() {
			if p, yes := differ(path+"/"+strconv.Itoa(i), a.Index(i), b.Index(i)); yes {
				return p, true
			}
		}
		return "", false
	case isOpen(a.Type()):
		for i := range a.NumField() {
			if p, yes := differ(path+"/"+member(a.Type().Field(i).Name), a.Field(i), b.Field(i)); yes {
				return p, true
			}
		}
		return "", false
	}
	return path, !reflect.DeepEqual(a.Interface(), b.Interface())
}

// isOpen reports whether t is a struct of which every field is a member; others,
// such as a Count, are one value.
func isOpen(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	for field := range t.Fields() {
		if !field.IsExported() {
			return false
		}
	}
	return t.NumField() > 0
}

// member returns the JSON name of a Go field: ID is id, DerivedFrom derivedFrom.
func member(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	r := []rune(name)
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// stated returns the JSON Pointers of the members of v that are stated, in
// order, the record's own "" first.
func stated[T any](v *T) []string {
	paths := []string{""}
	walk("", reflect.ValueOf(v).Elem(), func(path string, v reflect.Value) {
		if path != "" && !v.IsZero() {
			paths = append(paths, path)
		}
	})
	return paths
}

// walk calls f for v and everything in it.
func walk(path string, v reflect.Value, f func(path string, v reflect.Value)) {
	f(path, v)
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			walk(path+"/"+strconv.Itoa(i), v.Index(i), f)
		}
	case isOpen(v.Type()):
		for i := range v.NumField() {
			walk(path+"/"+member(v.Type().Field(i).Name), v.Field(i), f)
		}
	}
}

// without returns a copy of v in which the members are not stated.
func without[T any](v T, members []string) T {
	if len(members) == 0 {
		return v
	}
	p := reflect.New(reflect.TypeFor[T]())
	p.Elem().Set(reflect.ValueOf(&v).Elem())
	ownLists(p.Elem())
	walk("", p.Elem(), func(path string, v reflect.Value) {
		for _, m := range members {
			if matches(m, path) {
				v.SetZero()
			}
		}
	})
	return *p.Interface().(*T)
}

// ownLists gives v lists of its own.
func ownLists(v reflect.Value) {
	walk("", v, func(_ string, v reflect.Value) {
		if v.Kind() == reflect.Slice && !v.IsNil() {
			own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(own, v)
			v.Set(own)
		}
	})
}

// matches reports whether a pointer with * for the number of any item stands
// for path.
func matches(pattern, path string) bool {
	a, b := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && a[i] != "*" {
			return false
		}
	}
	return true
}

// snapshot writes down all of v, so that a later change of its memory is
// noticed.
func snapshot[T any](v *T) string { return fmt.Sprintf("%#v", *v) }

// overwrite puts the zero value into every item of every list of v: what an
// owner of v may do.
func overwrite[T any](v *T) {
	walk("", reflect.ValueOf(v).Elem(), func(_ string, v reflect.Value) {
		if v.Kind() == reflect.Slice {
			for i := range v.Cap() {
				v.Slice(0, v.Cap()).Index(i).SetZero()
			}
		}
	})
}
