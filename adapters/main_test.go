package adapters_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
)

// slow runs the fault cases in full instead of ten of each.
var slow = flag.Bool("slow", false, "run the cases 59 and 60 in full, which takes minutes")

// childEnv makes this program a child of its own tests: one that replaces a
// file and is killed or lied to while it does.
const childEnv = "RESCUETALLY_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childEnv) {
	case "replace":
		os.Exit(childReplace(os.Args[1]))
	case "forever":
		childForever(os.Args[1])
	case "limit":
		limitFileSize(64 << 10)
		os.Exit(childReplace(os.Args[1]))
	}
	os.Exit(m.Run())
}

// steps are what a child's exit status stands for, from exitSteps on.
var steps = []adapters.Step{
	adapters.StepCreate, adapters.StepWrite, adapters.StepSync, adapters.StepClose, adapters.StepRename, adapters.StepSyncFolder,
}

const exitSteps = 40

// childReplace replaces the file once by its new bytes and exits 0, or with the
// number of the step that failed.
func childReplace(name string) int {
	err := adapters.WriteFile(context.Background(), name, 0o644, writeAll(newBytes))
	if err == nil {
		return 0
	}
	e, ok := errors.AsType[*adapters.WriteError](err)
	if !ok || e.Err == nil || e.Name != name {
		return exitSteps - 1
	}
	return exitSteps + slices.Index(steps, e.Step)
}

// childForever replaces the file by turns and says so with a byte before each.
func childForever(name string) {
	for {
		for _, b := range [2][]byte{bigNew, bigOld} {
			os.Stdout.Write([]byte{'.'})
			if err := adapters.WriteFile(context.Background(), name, 0o644, writeAll(b)); err != nil {
				os.Stdout.Write([]byte{'!'})
				os.Exit(1)
			}
		}
	}
}

var (
	oldBytes = bytes.Repeat([]byte("what was there before\n"), 100)
	newBytes = bytes.Repeat([]byte("what is to be there\n"), 15_000)
	bigOld   = bytes.Repeat([]byte("0123456789"), 1<<20)
	bigNew   = bytes.Repeat([]byte("9876543210abcdef"), 10<<16)
)

// writeAll writes b in pieces, as an encoder does.
func writeAll(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		for piece := range slices.Chunk(b, 10_000) {
			if _, err := w.Write(piece); err != nil {
				return err
			}
		}
		return nil
	}
}

// temps returns the names in the folder of name that are not name's own.
func temps(t *testing.T, name string) (others []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(name))
	must(t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(name) {
			others = append(others, e.Name())
		}
	}
	return others
}

// wantOnly checks that name holds want and that nothing lies beside it.
func wantOnly(t *testing.T, what, name string, want []byte) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s: the file holds %d bytes (%v), want the %d expected", what, len(got), err, len(want))
	}
	if others := temps(t, name); len(others) != 0 {
		t.Errorf("%s: beside the file lie %q", what, others)
	}
}

func wantStep(t *testing.T, what string, err error, step adapters.Step, cause error) {
	t.Helper()
	e, ok := errors.AsType[*adapters.WriteError](err)
	if !ok || e.Step != step || cause != nil && !errors.Is(err, cause) {
		t.Errorf("%s: error %v, want step %q and cause %v", what, err, step, cause)
	}
}
