package adapters_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
)

func TestWriteFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.csv")
	must(t, adapters.WriteFile(t.Context(), name, 0o640, writeAll(newBytes)))
	wantOnly(t, "created", name, newBytes)
	must(t, adapters.WriteFile(t.Context(), name, 0o640, writeAll(nil)))
	wantOnly(t, "emptied", name, nil)

	long := filepath.Join(t.TempDir(), strings.Repeat("n", 250))
	must(t, adapters.WriteFile(t.Context(), long, 0o640, writeAll(newBytes)))
	wantOnly(t, "a long name", long, newBytes)

	t.Chdir(t.TempDir())
	must(t, adapters.WriteFile(t.Context(), "out.csv", 0o640, writeAll(newBytes)))
	wantOnly(t, "a name without folder", "out.csv", newBytes)
	must(t, os.Mkdir("sub", 0o700))
	must(t, adapters.WriteFile(t.Context(), "sub/../../"+mustBase(t)+"/out.csv", 0o640, writeAll(oldBytes)))
	must(t, os.Remove("sub"))
	wantOnly(t, "a caller's own ..", "out.csv", oldBytes)
}

func mustBase(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	must(t, err)
	return filepath.Base(dir)
}

// TestWriteFileError checks for each way to fail before the disk does that the
// old file is untouched, nothing lies beside it and the error says where.
func TestWriteFileError(t *testing.T) {
	cause := errors.New("no more records")
	name := filepath.Join(t.TempDir(), "out.csv")
	must(t, os.WriteFile(name, oldBytes, 0o600))
	for n := 0; n < len(newBytes); n += 9999 {
		err := adapters.WriteFile(t.Context(), name, 0, func(w io.Writer) error {
			if err := writeAll(newBytes[:n])(w); err != nil {
				return err
			}
			return cause
		})
		wantStep(t, "the function fails", err, adapters.StepWrite, cause)
		wantOnly(t, "the function fails", name, oldBytes)
	}
	if err := (&adapters.WriteError{Name: "out.csv", Step: adapters.StepSync, Err: cause}); err.Error() != "write out.csv: sync: no more records" {
		t.Error(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	err := adapters.WriteFile(ctx, name, 0, func(w io.Writer) error {
		cancel()
		return writeAll(newBytes)(w)
	})
	wantStep(t, "cancelled while writing", err, adapters.StepWrite, context.Canceled)
	wantOnly(t, "cancelled while writing", name, oldBytes)
	err = adapters.WriteFile(ctx, name, 0, func(io.Writer) error { return nil })
	wantStep(t, "cancelled before", err, adapters.StepWrite, context.Canceled)
	wantOnly(t, "cancelled before", name, oldBytes)

	func() {
		defer func() {
			if recover() == nil {
				t.Error("a panic of the function was swallowed")
			}
		}()
		adapters.WriteFile(t.Context(), name, 0, func(w io.Writer) error {
			writeAll(newBytes)(w)
			panic("in the caller's function")
		})
	}()
	wantOnly(t, "the function panics", name, oldBytes)
}

func TestCase59Targets(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Mkdir(filepath.Join(dir, "folder"), 0o700))
	for _, name := range []string{
		dir, dir + "/", dir + "/folder", dir + "/folder/", dir + "/folder/.", dir + "/folder/..", dir + "/none/x", dir + "/none/", "", ".", "..", "/",
	} {
		err := adapters.WriteFile(t.Context(), name, 0o600, writeAll(newBytes))
		wantStep(t, name, err, adapters.StepCreate, nil)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("in the folder lie %v (%v)", entries, err)
	}

	// A link stays, what it leads to is replaced where it is.
	target := filepath.Join(dir, "folder", "real.csv")
	must(t, os.WriteFile(target, oldBytes, 0o600))
	link := filepath.Join(dir, "link.csv")
	if err := os.Symlink(filepath.Join("folder", "real.csv"), link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	must(t, adapters.WriteFile(t.Context(), link, 0o600, writeAll(newBytes)))
	wantOnly(t, "link", target, newBytes)
	if to, err := os.Readlink(link); err != nil || to != filepath.Join("folder", "real.csv") {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
	dangling := filepath.Join(dir, "dangling.csv")
	must(t, os.Symlink("nowhere", dangling))
	wantStep(t, "dangling link", adapters.WriteFile(t.Context(), dangling, 0o600, writeAll(newBytes)), adapters.StepCreate, fs.ErrNotExist)
	toFolder := filepath.Join(dir, "to-folder")
	must(t, os.Symlink("folder", toFolder))
	wantStep(t, "link to a folder", adapters.WriteFile(t.Context(), toFolder, 0o600, writeAll(newBytes)), adapters.StepCreate, nil)
	wantOnly(t, "link to a folder", target, newBytes)
}

// TestCase59NamesFromData writes under names that lead out of their folder.
func TestCase59NamesFromData(t *testing.T) {
	dir := t.TempDir()
	inside := filepath.Join(dir, "inside")
	must(t, os.Mkdir(inside, 0o700))
	outside := filepath.Join(dir, "outside.csv")
	must(t, os.WriteFile(outside, oldBytes, 0o600))
	must(t, os.Symlink(dir, filepath.Join(inside, "out")))
	must(t, os.Symlink(outside, filepath.Join(inside, "link.csv")))
	must(t, os.Mkdir(filepath.Join(inside, "sub"), 0o700))
	must(t, os.WriteFile(filepath.Join(inside, "here.csv"), oldBytes, 0o600))
	must(t, os.Symlink("here.csv", filepath.Join(inside, "here")))
	root, err := os.OpenRoot(inside)
	must(t, err)
	defer root.Close()
	for _, name := range []string{
		"../outside.csv", "sub/../../outside.csv", outside, "out/outside.csv", "link.csv", "here", "..", ".", "", "sub", "sub/", "sub/..", "new/x.csv",
	} {
		err := adapters.WriteFileIn(t.Context(), root, name, 0o600, writeAll(newBytes))
		wantStep(t, name, err, adapters.StepCreate, nil)
	}
	must(t, os.Rename(inside, filepath.Join(dir, "..", filepath.Base(dir)+"-moved")))
	wantOnly(t, "outside", outside, oldBytes)
	must(t, os.Rename(filepath.Join(dir, "..", filepath.Base(dir)+"-moved"), inside))
	for _, name := range []string{"new.csv", "sub/new.csv", "sub/../here.csv"} {
		must(t, adapters.WriteFileIn(t.Context(), root, name, 0o600, writeAll(newBytes)))
		if got, err := os.ReadFile(filepath.Join(inside, name)); err != nil || string(got) != string(newBytes) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

// TestWriteFileStale shows that what a killed process left behind is removed,
// and what is no file is not.
func TestWriteFileStale(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.csv")
	temp := filepath.Join(filepath.Dir(name), ".out.csv.rescuetally-tmp")
	must(t, os.WriteFile(temp, bigOld[:1<<20], 0o600))
	must(t, adapters.WriteFile(t.Context(), name, 0o600, writeAll(newBytes)))
	wantOnly(t, "left behind", name, newBytes)

	precious := filepath.Join(t.TempDir(), "precious")
	must(t, os.WriteFile(precious, oldBytes, 0o600))
	must(t, os.Symlink(precious, temp))
	wantStep(t, "a link in the way", adapters.WriteFile(t.Context(), name, 0o600, writeAll(bigOld)), adapters.StepCreate, nil)
	wantOnly(t, "a link in the way", precious, oldBytes)
	must(t, os.Remove(temp))
	wantOnly(t, "a link in the way", name, newBytes)
}

// TestWriteFileTwice shows that a second writer of one name is refused while
// the first is at work, and does it no harm.
func TestWriteFileTwice(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.csv")
	must(t, adapters.WriteFile(t.Context(), name, 0o600, func(w io.Writer) error {
		err := adapters.WriteFile(t.Context(), name, 0o600, writeAll(oldBytes))
		wantStep(t, "second writer", err, adapters.StepCreate, adapters.ErrBusy)
		return writeAll(newBytes)(w)
	}))
	wantOnly(t, "two writers", name, newBytes)
}

// TestConcurrentWriteFile lets eight writers at one name: each succeeds or is
// refused, and what is there is always one writer's whole.
func TestConcurrentWriteFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.csv")
	must(t, os.WriteFile(name, []byte("start"), 0o600))
	results := make(chan error)
	for i := range 8 {
		go func() {
			for range 20 {
				results <- adapters.WriteFile(context.Background(), name, 0o600, writeAll([]byte(strings.Repeat(string(rune('a'+i)), 100_000))))
			}
		}()
	}
	done := 0
	for range 8 * 20 {
		if err := <-results; err == nil {
			done++
		} else if !errors.Is(err, adapters.ErrBusy) {
			t.Error(err)
		}
		got, err := os.ReadFile(name)
		if err != nil || string(got) != "start" && (len(got) != 100_000 || strings.Trim(string(got), string(got[:1])) != "") {
			t.Fatalf("%d bytes, %v: not one writer's", len(got), err)
		}
	}
	if done == 0 {
		t.Error("no writer came through")
	}
	if others := temps(t, name); len(others) != 0 {
		t.Errorf("beside the file lie %q", others)
	}
}
