package adapters_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
)

// limitFileSize makes this process unable to write longer files.
func limitFileSize(n uint64) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		os.Exit(1)
	}
}

// TestCase59FileSize runs a child that may not write files as long as the new
// one (ulimit -f).
func TestCase59FileSize(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.csv")
	must(t, os.WriteFile(name, oldBytes, 0o600))
	exe, err := os.Executable()
	must(t, err)
	if got := child(t, "limit", exe, name); got != exitSteps+1 {
		t.Errorf("exit status %d, want that of step write", got)
	}
	wantOnly(t, "limit of file size", name, oldBytes)
}

// TestCase59NoSpace replaces a file on a file system of 64 KiB.
func TestCase59NoSpace(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("a small file system cannot be mounted here:", err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	name := filepath.Join(dir, "out.csv")
	must(t, os.WriteFile(name, oldBytes, 0o600))
	err := adapters.WriteFile(t.Context(), name, 0, writeAll(newBytes))
	wantStep(t, "no space", err, adapters.StepWrite, syscall.ENOSPC)
	wantOnly(t, "no space", name, oldBytes)
	must(t, adapters.WriteFile(t.Context(), name, 0, writeAll(newBytes[:10_000])))
	wantOnly(t, "enough space", name, newBytes[:10_000])
}

// TestCase59ReadOnly replaces a file where nothing may be written. The super
// user may write into any folder, so that the file system has to be read-only.
func TestCase59ReadOnly(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "out.csv")
	must(t, os.WriteFile(name, oldBytes, 0o600))
	if os.Getuid() != 0 {
		must(t, os.Chmod(dir, 0o500))
		defer os.Chmod(dir, 0o700)
	} else {
		if err := syscall.Mount(dir, dir, "", syscall.MS_BIND, ""); err != nil {
			t.Skip("a folder cannot be made read-only here:", err)
		}
		defer syscall.Unmount(dir, syscall.MNT_DETACH)
		must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""))
	}
	err := adapters.WriteFile(t.Context(), name, 0, writeAll(newBytes))
	wantStep(t, "read-only folder", err, adapters.StepCreate, nil)
	wantOnly(t, "read-only folder", name, oldBytes)
}

// TestCase59Inject makes the k-th call of each kind fail, for each k, until a
// child comes through unharmed.
func TestCase59Inject(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	exe, err := os.Executable()
	must(t, err)
	if out, err := exec.CommandContext(t.Context(), strace, "-f", "-o", "/dev/null", "-e", "trace=none", "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: %v %s", err, out)
	}
	most := 10
	if *slow {
		most = 1000
	}
	named := map[adapters.Step]int{}
	for _, c := range []struct{ calls, errno string }{
		{"write", "ENOSPC"},
		{"write", "EIO"},
		{"fsync", "EIO"},
		{"/rename", "EIO"},
		{"openat", "ENOSPC"},
		{"close", "EIO"},
		{"flock", "ENOLCK"},
	} {
		t.Run(strings.Trim(c.calls, "/")+" "+c.errno, func(t *testing.T) {
			if testing.Short() {
				t.Skip("not in a short run")
			}
			step := 1
			if c.calls == "openat" && !*slow {
				step = 3 // most of them are the runtime's own
			}
			for i := range most {
				k := 1 + i*step
				name := filepath.Join(t.TempDir(), "out.csv")
				must(t, os.WriteFile(name, oldBytes, 0o600))
				inject := fmt.Sprintf("inject=%s:error=%s:when=%d", c.calls, c.errno, k)
				log := filepath.Join(t.TempDir(), "log")
				got := child(t, "replace", strace, "-f", "-qq", "-o", log, "-e", "trace="+c.calls, "-e", inject, exe, name)
				what := fmt.Sprintf("call %d", k)
				calls, err := os.ReadFile(log)
				must(t, err)
				injected := bytes.Contains(calls, []byte("(INJECTED)"))
				switch {
				case got == 0:
					wantOnly(t, what, name, newBytes)
				case !injected:
					t.Fatalf("%s: exit status %d without a fault", what, got)
				case got >= exitSteps && got < exitSteps+len(steps):
					named[steps[got-exitSteps]]++
					if steps[got-exitSteps] == adapters.StepSyncFolder {
						wantOnly(t, what, name, newBytes)
						break
					}
					wantOnly(t, what, name, oldBytes)
				default: // the runtime did not come up
					wantOnly(t, what, name, oldBytes)
				}
				if !injected {
					return
				}
			}
		})
	}
	t.Logf("faults by step: %v", named)
	for _, step := range []adapters.Step{adapters.StepWrite, adapters.StepSync, adapters.StepRename, adapters.StepSyncFolder} {
		if named[step] == 0 && !testing.Short() {
			t.Errorf("no fault was met at step %q", step)
		}
	}
}
