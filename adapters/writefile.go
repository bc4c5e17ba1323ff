package adapters

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Step names what [WriteFile] was doing.
type Step string

// The steps, in their order.
const (
	StepCreate     Step = "create"      // the temporary file beside the target
	StepWrite      Step = "write"       // into it, or what the caller's function returned
	StepSync       Step = "sync"        // it to the disk
	StepClose      Step = "close"       // it
	StepRename     Step = "rename"      // it to the target's name
	StepSyncFolder Step = "sync folder" // so that the new name outlives a power cut
)

// A WriteError says at which step a file could not be replaced. After every
// step but [StepSyncFolder] the old file is untouched; after that one the new
// file is in its place, whole, and only not certain to outlive a power cut.
type WriteError struct {
	Name string // as the caller gave it
	Step Step
	Err  error // the cause
}

// Error returns "write name: step: cause".
func (e *WriteError) Error() string {
	return fmt.Sprintf("write %s: %s: %v", e.Name, e.Step, e.Err)
}

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// ErrBusy is the cause of a [WriteError] when another writer is at work on the
// same file.
var ErrBusy = errors.New("another process is writing this file")

// WriteFile replaces the file name by what write writes, or creates it with the
// permissions perm (less the process's mask). Whoever reads name sees the old
// bytes or the new ones, whole, also when the process is killed or the machine
// loses power. The error is a [*WriteError]; when write or ctx ends the work,
// it wraps what they returned.
//
// The bytes go to a temporary file in the same folder, ".NAME.rescuetally-tmp",
// which is removed after an error; one left behind by a killed process is
// removed by the next WriteFile of that name. Of two writers of one name at the
// same time the second fails with [ErrBusy]. (Where the system has no flock, a
// file that was left behind is taken for a second writer's and has to be
// removed by hand.)
//
// The new file has the old one's permissions; its owner is who writes it, and
// a further hard link keeps the old bytes. When name is a symbolic link, the
// file it leads to is replaced and the link stays. Folders, pipes and devices
// are refused.
func WriteFile(ctx context.Context, name string, perm fs.FileMode, write func(io.Writer) error) error {
	target := name
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if target, err = filepath.EvalSymlinks(name); err != nil {
			return &WriteError{name, StepCreate, err}
		}
	}
	dir, err := os.OpenRoot(filepath.Dir(target))
	if err != nil {
		return &WriteError{name, StepCreate, err}
	}
	defer dir.Close()
	return replace(ctx, dir, name, target, perm, write)
}

// WriteFileIn is [WriteFile] for a name that comes from data: it stays inside
// root, whatever name holds ("../x", an absolute path, a link that leads out of
// it). A name that is a symbolic link is refused.
func WriteFileIn(ctx context.Context, root *os.Root, name string, perm fs.FileMode, write func(io.Writer) error) error {
	dir, err := root.OpenRoot(filepath.Dir(name))
	if err != nil {
		return &WriteError{name, StepCreate, err}
	}
	defer dir.Close()
	return replace(ctx, dir, name, name, perm, write)
}

// replace replaces the file of dir that target ends in. It holds the lock on
// the temporary file until that has its final name or is gone.
func replace(ctx context.Context, dir *os.Root, name, target string, perm fs.FileMode, write func(io.Writer) error) (err error) {
	fail := func(step Step, err error) error { return &WriteError{name, step, err} }
	if target == "" || os.IsPathSeparator(target[len(target)-1]) {
		return fail(StepCreate, errors.New("the name is that of a folder, not of a file"))
	}
	base := filepath.Base(target)
	old, err := dir.Lstat(base)
	switch {
	case err == nil && old.IsDir():
		return fail(StepCreate, errors.New("the name is that of a folder, not of a file"))
	case err == nil && !old.Mode().IsRegular():
		return fail(StepCreate, errors.New("the name is that of a link, a pipe or a device: only a regular file is replaced"))
	case err == nil:
		perm = old.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return fail(StepCreate, err)
	}
	temp := tempName(base)
	lock, err := claim(dir, temp, perm|0o600)
	if err != nil {
		return fail(StepCreate, err)
	}
	defer lock.Close()
	renamed := false
	defer func() {
		if !renamed {
			dir.Remove(temp)
		}
	}()
	f, err := dir.OpenFile(temp, os.O_WRONLY, 0)
	if err != nil {
		return fail(StepCreate, err)
	}
	defer f.Close() // again after the close below, which does nothing
	if err := setMode(f, perm, old != nil); err != nil {
		return fail(StepCreate, err)
	}
	buf := bufio.NewWriterSize(&ctxWriter{ctx, f}, 1<<16)
	if err = write(buf); err == nil {
		err = buf.Flush()
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return fail(StepWrite, err)
	}
	if err := f.Sync(); err != nil {
		return fail(StepSync, err)
	}
	if err := f.Close(); err != nil {
		return fail(StepClose, err)
	}
	if err := dir.Rename(temp, base); err != nil {
		return fail(StepRename, err)
	}
	renamed = true
	if err := syncFolder(dir); err != nil {
		return fail(StepSyncFolder, err)
	}
	return nil
}

// setMode gives f the permissions perm: exactly those of the file that it
// replaces, or for a new one without what the process's mask took away already.
func setMode(f *os.File, perm fs.FileMode, exact bool) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	now := info.Mode().Perm()
	if !exact {
		perm &= now
	}
	if perm == now {
		return nil
	}
	return f.Chmod(perm)
}

// tempName returns the temporary name of the file base: always the same, so
// that one that was left behind is found, and never too long for the system.
func tempName(base string) string {
	const most = 200 // with what is added, under the 255 bytes that file systems allow
	if len(base) > most {
		h := fnv.New128a()
		io.WriteString(h, base)
		base = fmt.Sprintf("%s%x", base[:most-32], h.Sum(nil))
	}
	return "." + base + ".rescuetally-tmp"
}

// claim creates the file temp and locks it. One that is there already is
// another writer's while it is locked, and otherwise was left behind: then it
// is removed.
func claim(dir *os.Root, temp string, perm fs.FileMode) (*os.File, error) {
	for range 100 { // each turn over is another writer's progress
		f, err := dir.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if err == nil {
			if err = lockFile(f, false); err == nil && stillNamed(dir, temp, f) {
				return f, nil
			}
			f.Close()
			if err != nil {
				return nil, err
			}
			continue
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if err := removeStale(dir, temp); err != nil {
			return nil, err
		}
	}
	return nil, ErrBusy
}

// removeStale removes the file temp unless it is another writer's.
func removeStale(dir *os.Root, temp string) error {
	info, err := dir.Lstat(temp)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "lock", Path: temp, Err: errors.New("it is not a regular file: remove it")}
	}
	if err != nil {
		return err
	}
	f, err := dir.Open(temp)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := lockFile(f, true); err != nil {
		return err
	}
	if !stillNamed(dir, temp, f) {
		return nil
	}
	return dir.Remove(temp)
}

// stillNamed reports whether temp is still f's name: between opening f and
// locking it another writer may have renamed or removed it.
func stillNamed(dir *os.Root, temp string, f *os.File) bool {
	named, err := dir.Lstat(temp)
	if err != nil {
		return false
	}
	opened, err := f.Stat()
	return err == nil && os.SameFile(named, opened)
}

// A ctxWriter stops when its context ends.
type ctxWriter struct {
	ctx context.Context
	w   io.Writer
}

func (c *ctxWriter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}
