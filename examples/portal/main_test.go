package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
)

// started starts the program and returns where it listens, and what ends it and returns
// its exit code and what it said besides.
func started(t *testing.T, args ...string) (address string, end func() (code int, said string)) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	t.Cleanup(stop)
	out, in := io.Pipe()
	var log bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, append([]string{"-addr", "127.0.0.1:0"}, args...), nil, in, &log)
		in.Close()
	}()
	lines := bufio.NewReader(out)
	address, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("%v: %s", err, log.String())
	}
	return strings.TrimSpace(address), func() (int, string) {
		stop()
		rest, _ := io.ReadAll(lines)
		return <-code, string(rest) + log.String()
	}
}

// TestRun starts the program, uses it and ends it: it says where it listens, and no more.
func TestRun(t *testing.T) {
	address, end := started(t)
	resp, err := http.PostForm(address, url.Values{field: {bad + mark}})
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	wantIn(t, string(body), words["warn.head"][0], cli.Today().String())
	if code, said := end(); code != cli.Done || said != "" {
		t.Errorf("exit code %d, and it also said %q", code, said)
	}
	for _, args := range [][]string{{"-addr", "nowhere:-1"}, {"x"}, {"-register", "missing.csv"}, {"-rules", "missing.json"}, {"-bad"}} {
		if got := run(t.Context(), args, nil, io.Discard, io.Discard); got != cli.Failed {
			t.Errorf("%v: exit code %d", args, got)
		}
	}
}

// TestRunRegister: an entry that was rejected is reported, without a word of it, and
// keeps nobody from asking.
func TestRunRegister(t *testing.T) {
	file := filepath.Join(t.TempDir(), "register.ndjson")
	if err := os.WriteFile(file, []byte(`{"name":"`+mark+`","status":"`+mark+`"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, end := started(t, "-register", file)
	code, said := end()
	if code != cli.Act || !strings.Contains(said, "register.ndjson:1:") {
		t.Errorf("exit code %d, it said %q", code, said)
	}
	wantNotIn(t, said, mark)
}
