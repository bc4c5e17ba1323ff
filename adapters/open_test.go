package adapters_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

func compress(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, s); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened is how one input is opened in each way there is.
type opened struct {
	name string
	open func(t *testing.T, data []byte, o adapters.OpenOptions) (*adapters.File, error)
}

var ways = []opened{
	{"file", func(t *testing.T, data []byte, o adapters.OpenOptions) (*adapters.File, error) {
		name := filepath.Join(t.TempDir(), "records.ndjson.gz")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return adapters.Open(name, &o)
	}},
	{"stream", func(t *testing.T, data []byte, o adapters.OpenOptions) (*adapters.File, error) {
		o.Gzip = true
		return adapters.OpenStream(iotest.HalfReader(bytes.NewReader(data)), &o)
	}},
}

// readAll opens data in one way and reads it. What comes back is every byte
// that was handed out, also before an error.
func (w opened) readAll(t *testing.T, data []byte, o adapters.OpenOptions) (string, error) {
	t.Helper()
	o.Spool = t.TempDir()
	f, err := w.open(t, data, o)
	if err != nil {
		if left, _ := os.ReadDir(o.Spool); len(left) != 0 {
			t.Errorf("%d temporary files after an error", len(left))
		}
		return "", err
	}
	out, err := io.ReadAll(f)
	if err := f.Close(); err != nil {
		t.Error("close:", err)
	}
	if _, err := f.Read(make([]byte, 1)); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Read after Close: %v, want fs.ErrClosed", err)
	}
	if err := f.Close(); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("second Close: %v, want fs.ErrClosed", err)
	}
	if left, _ := os.ReadDir(o.Spool); len(left) != 0 {
		t.Errorf("%d temporary files after Close", len(left))
	}
	return string(out), err
}

func wantCode(t *testing.T, what string, err error, code incident.Code) {
	t.Helper()
	e, ok := errors.AsType[*adapters.FileError](err)
	if !ok || e.Code != code {
		t.Errorf("%s: error %v, want a FileError with code %s", what, err, code)
	}
}

func TestCase29Gzip(t *testing.T) {
	text := strings.Repeat("1\n22\n333\n", 30)
	whole := compress(t, text)
	two := append(slices.Clone(whole), compress(t, "4444\n")...)
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			good := func(what string, data []byte, want string) {
				t.Helper()
				if got, err := way.readAll(t, data, adapters.OpenOptions{}); err != nil || got != want {
					t.Errorf("%s: %d bytes and %v, want %d bytes", what, len(got), err, len(want))
				}
			}
			bad := func(what string, data []byte) {
				t.Helper()
				got, err := way.readAll(t, data, adapters.OpenOptions{})
				wantCode(t, what, err, incident.CodeArchiveCorrupt)
				if got != "" {
					t.Errorf("%s: %d bytes were handed out", what, len(got))
				}
			}
			good("whole", whole, text)
			good("two members", two, text+"4444\n")
			good("empty member", compress(t, ""), "")
			for n := range two {
				if n == len(whole) {
					continue // the first member, whole
				}
				bad("cut", two[:n])
			}
			for i := len(whole) - 8; i < len(whole); i++ { // checksum and length (RFC 1952, section 2.3.1)
				flipped := slices.Clone(two)
				flipped[i] ^= 0x10
				bad("flipped", flipped)
			}
			for _, junk := range []string{"x", "a further line and some more\n", strings.Repeat("\x00", 512), "\x1f\x00 and more than a header"} {
				data := append(slices.Clone(two), junk...)
				bad("junk", data)
				if _, err := way.readAll(t, data, adapters.OpenOptions{}); err == nil || !strings.Contains(err.Error(), "not gzip follows") {
					t.Errorf("junk %.9q is called %v", junk, err)
				}
			}
			damaged := slices.Clone(whole)
			damaged[12] ^= 0xff
			bad("damaged", damaged)
			_, err := way.readAll(t, []byte("1\n22\n"), adapters.OpenOptions{})
			wantCode(t, "no gzip", err, incident.CodeFormatUnexpected)
		})
	}
}

// TestGzipLimit shows that a bomb ends at the limit and the limit itself is
// allowed.
func TestGzipLimit(t *testing.T) {
	bomb := compress(t, strings.Repeat("0", 10<<20))
	empty := bytes.Repeat(compress(t, ""), 10_000)
	for _, way := range ways {
		for _, c := range []struct {
			name  string
			data  []byte
			limit int64
			code  incident.Code
		}{
			{"far over", bomb, 1000, incident.CodeLimitBytes},
			{"one over", bomb, 10<<20 - 1, incident.CodeLimitBytes},
			{"equal", bomb, 10 << 20, ""},
			{"no limit", bomb, -1, ""},
			{"default", bomb, 0, ""},
			{"cut behind the limit", bomb[:len(bomb)-1], 10 << 20, incident.CodeArchiveCorrupt},
		} {
			t.Run(way.name+"/"+c.name, func(t *testing.T) {
				out, err := way.readAll(t, c.data, adapters.OpenOptions{Limits: adapters.Limits{Bytes: c.limit}})
				if c.code != "" {
					wantCode(t, c.name, err, c.code)
				} else if err != nil || len(out) != 10<<20 {
					t.Errorf("%d bytes, %v", len(out), err)
				}
			})
		}
	}
	_, err := ways[1].readAll(t, empty, adapters.OpenOptions{Limits: adapters.Limits{Bytes: 1000}})
	wantCode(t, "a stream of members with nothing in them", err, incident.CodeLimitBytes)
}

func TestOpenPlain(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "a.csv")
	must(t, os.WriteFile(plain, []byte("1\n2\n"), 0o600))
	f, err := adapters.Open(plain, nil)
	must(t, err)
	if f.Name() != plain || f.Format() != "csv" {
		t.Errorf("name %q, format %q", f.Name(), f.Format())
	}
	if got, err := io.ReadAll(f); string(got) != "1\n2\n" || err != nil {
		t.Errorf("read %q, %v", got, err)
	}
	must(t, f.Close())

	_, err = adapters.Open(filepath.Join(dir, "missing.csv"), nil)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	_, err = adapters.Open(dir, nil)
	wantCode(t, "folder", err, incident.CodeFormatUnexpected)
	zipped := filepath.Join(dir, "b.csv")
	must(t, os.WriteFile(zipped, compress(t, "1\n"), 0o600))
	_, err = adapters.Open(zipped, nil)
	wantCode(t, "gzip under another name", err, incident.CodeFormatUnexpected)
	f, err = adapters.Open(zipped, &adapters.OpenOptions{Gzip: true})
	must(t, err)
	if got, err := io.ReadAll(f); string(got) != "1\n" || err != nil {
		t.Errorf("gzip said to be: %q, %v", got, err)
	}
	must(t, f.Close())
}

// TestOpenChanged changes a compressed file between its two readings.
func TestOpenChanged(t *testing.T) {
	first, second := compress(t, numbers(1, 40_000)), compress(t, numbers(2, 40_000)) // more than a reader keeps
	for _, c := range []struct {
		name string
		with []byte
	}{
		{"another file", second},
		{"a longer file", append(slices.Clone(first), first...)},
		{"a shorter file", compress(t, "12345\n")},
		{"cut", first[:len(first)-4]},
		{"nothing", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "a.ndjson.gz")
			must(t, os.WriteFile(name, first, 0o600))
			f, err := adapters.Open(name, nil)
			must(t, err)
			defer f.Close()
			must(t, os.WriteFile(name, c.with, 0o600))
			_, err = io.ReadAll(f)
			wantCode(t, c.name, err, incident.CodeArchiveCorrupt)
			if n, again := f.Read(make([]byte, 9)); n != 0 || again != err {
				t.Errorf("the next Read gives %d bytes and %v", n, again)
			}
		})
	}
}

func TestOpenStream(t *testing.T) {
	cause := errors.New("the line broke")
	zipped := compress(t, strings.Repeat("12345\n", 1000))
	for _, c := range []struct {
		name string
		in   io.Reader
		want string
	}{
		{"plain", strings.NewReader("1\n2\n"), "1\n2\n"},
		{"byte by byte", iotest.OneByteReader(strings.NewReader("1\n2\n")), "1\n2\n"},
		{"empty", strings.NewReader(""), ""},
		{"starts as gzip does and is not", strings.NewReader("\x1f\x8b\n"), "\x1f\x8b\n"},
		{"found to be gzip", iotest.DataErrReader(bytes.NewReader(zipped)), strings.Repeat("12345\n", 1000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := adapters.OpenStream(c.in, &adapters.OpenOptions{Spool: t.TempDir(), Name: "standard input"})
			must(t, err)
			if f.Name() != "standard input" || f.Format() != "" {
				t.Errorf("name %q, format %q", f.Name(), f.Format())
			}
			got, err := io.ReadAll(f)
			if string(got) != c.want || err != nil {
				t.Errorf("read %d bytes, %v", len(got), err)
			}
			must(t, f.Close())
		})
	}
	f, err := adapters.OpenStream(iotest.ErrReader(cause), nil)
	must(t, err)
	if _, err := io.ReadAll(f); !errors.Is(err, cause) {
		t.Errorf("plain stream: %v, want the cause", err)
	}
	for n := 3; n < len(zipped); n++ {
		in := io.MultiReader(bytes.NewReader(zipped[:n]), iotest.ErrReader(cause))
		_, err := adapters.OpenStream(in, &adapters.OpenOptions{Spool: t.TempDir()})
		if !errors.Is(err, cause) {
			t.Fatalf("stream broken after %d bytes: %v, want the cause", n, err)
		}
		wantCode(t, "broken stream", err, "")
	}
	if _, err := adapters.OpenStream(bytes.NewReader(zipped), &adapters.OpenOptions{Spool: filepath.Join(t.TempDir(), "none")}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder to keep the stream in: %v", err)
	}
}

func TestFormatOf(t *testing.T) {
	for _, c := range []struct {
		name, format string
		gz           bool
	}{
		{"a.json", "json", false},
		{"dir.csv/a.JSON.GZ", "json", true},
		{"a.ndjson", "ndjson", false},
		{"a.jsonl.gz", "ndjson", true},
		{"a.Csv", "csv", false},
		{"a.gz", "", true},
		{".gz", "", true},
		{"a", "", false},
		{"", "", false},
		{"a.csv.bz2", "", false},
	} {
		if format, gz := adapters.FormatOf(c.name); format != c.format || gz != c.gz {
			t.Errorf("FormatOf(%q) = %q, %t", c.name, format, gz)
		}
	}
}

// FuzzOpenStream checks that what is handed out of a stream is what gzip
// makes of it, or nothing.
func FuzzOpenStream(f *testing.F) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, "1\n22\n")
	z.Close()
	f.Add(b.Bytes())
	f.Add(append(b.Bytes(), b.Bytes()...))
	f.Add(b.Bytes()[:b.Len()-1])
	f.Add([]byte("1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		want := data
		var wrong error
		if bytes.HasPrefix(data, []byte{0x1f, 0x8b, 8}) {
			var z *gzip.Reader
			if z, wrong = gzip.NewReader(bytes.NewReader(data)); wrong == nil {
				want, wrong = io.ReadAll(io.LimitReader(z, 1<<20))
				if wrong == nil && len(want) == 1<<20 {
					return
				}
			}
		}
		in, err := adapters.OpenStream(bytes.NewReader(data), nil)
		if (err != nil) != (wrong != nil) {
			t.Fatalf("OpenStream: %v, gzip: %v", err, wrong)
		}
		if err != nil {
			return
		}
		defer in.Close()
		if got, err := io.ReadAll(in); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%d bytes and %v, want %d bytes", len(got), err, len(want))
		}
	})
}

// numbers returns n lines that do not compress away, the same for one seed.
func numbers(seed uint64, n int) string {
	rnd := rand.New(rand.NewPCG(seed, 0))
	var b strings.Builder
	for range n {
		fmt.Fprintln(&b, rnd.Int64())
	}
	return b.String()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
