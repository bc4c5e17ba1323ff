//go:build unix

package adapters_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/rescuetally/rescuetally/adapters"
)

// child runs this program as a child and returns its exit status.
func child(t *testing.T, mode string, args ...string) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	cmd.Env = append(os.Environ(), childEnv+"="+mode, "GOMAXPROCS=1")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		if exit.ExitCode() == 1 {
			t.Logf("child: %s", out.Bytes())
		}
		return exit.ExitCode()
	}
	must(t, err)
	return 0
}

func TestWriteFileMode(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ old, perm, want fs.FileMode }{
		{0o600, 0o644, 0o600},
		{0o664, 0o600, 0o664},
		{0o400, 0o644, 0o400},
		{0o777, 0o600, 0o777},
		{0, 0o600, 0o600},
		{0, 0o400, 0o400},
	} {
		name := filepath.Join(dir, "out.csv")
		os.Remove(name)
		if c.old != 0 {
			must(t, os.WriteFile(name, oldBytes, 0o600))
			must(t, os.Chmod(name, c.old))
		}
		must(t, adapters.WriteFile(t.Context(), name, c.perm, writeAll(newBytes)))
		info, err := os.Stat(name)
		must(t, err)
		if info.Mode() != c.want {
			t.Errorf("old %o, perm %o: mode is %o, want %o", c.old, c.perm, info.Mode(), c.want)
		}
	}
	mask := syscall.Umask(0o027)
	defer syscall.Umask(mask)
	name := filepath.Join(dir, "masked.csv")
	must(t, adapters.WriteFile(t.Context(), name, 0o666, writeAll(newBytes)))
	if info, err := os.Stat(name); err != nil || info.Mode() != 0o640 {
		t.Errorf("under the mask 027: %v, %v", info.Mode(), err)
	}
}

func TestCase59Pipe(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pipe")
	must(t, syscall.Mkfifo(name, 0o600))
	wantStep(t, "pipe", adapters.WriteFile(t.Context(), name, 0o600, writeAll(newBytes)), adapters.StepCreate, nil)
	if info, err := os.Lstat(name); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe is %v, %v", info, err)
	}
	if others := temps(t, name); len(others) != 0 {
		t.Errorf("beside the pipe lie %q", others)
	}
}

func TestCase59DevFull(t *testing.T) {
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here:", err)
	}
	defer f.Close()
	w := adapters.NewWriter(lineEncoder{f})
	if err := w.Write(t.Context(), new(1)); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("Write to /dev/full: %v", err)
	}
	wantStep(t, "/dev/full", adapters.WriteFile(t.Context(), "/dev/full", 0o600, writeAll(newBytes)), adapters.StepCreate, nil)
}

// TestCase60Kill kills a child while it replaces a file of 10 MB by turns. Each
// time the file is whole, at most one other lies beside it, and the next child
// is not hindered by it.
func TestCase60Kill(t *testing.T) {
	times := 10
	if *slow {
		times = 1000
	}
	name := filepath.Join(t.TempDir(), "out.csv")
	must(t, adapters.WriteFile(t.Context(), name, 0o600, writeAll(bigOld)))
	exe, err := os.Executable()
	must(t, err)
	seed := uint64(time.Now().UnixNano())
	t.Log("seed", seed)
	rnd := rand.New(rand.NewPCG(seed, 60))
	left := 0
	for i := range times {
		cmd := exec.CommandContext(t.Context(), exe, name)
		cmd.Env = append(os.Environ(), childEnv+"=forever", "GOMAXPROCS=1")
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		var said [1]byte
		if _, err := io.ReadFull(out, said[:]); err != nil {
			t.Fatal("the child says nothing:", err)
		}
		time.Sleep(time.Duration(rnd.Int64N(int64(60 * time.Millisecond))))
		must(t, cmd.Process.Kill())
		rest, _ := io.ReadAll(out)
		cmd.Wait()
		if bytes.IndexByte(rest, '!') >= 0 {
			t.Fatalf("kill %d: the child could not replace the file", i)
		}
		got, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(got, bigOld) && !bytes.Equal(got, bigNew) {
			t.Fatalf("kill %d: %d bytes (%v), neither the old nor the new", i, len(got), err)
		}
		others := temps(t, name)
		if len(others) > 1 {
			t.Fatalf("kill %d: beside the file lie %q", i, others)
		}
		left += len(others)
	}
	t.Logf("%d of %d kills left a temporary file", left, times)
	if left == 0 && times > 100 {
		t.Error("no kill met a replacement at work")
	}
	must(t, adapters.WriteFile(t.Context(), name, 0o600, writeAll(newBytes)))
	wantOnly(t, "after the kills", name, newBytes)
}
