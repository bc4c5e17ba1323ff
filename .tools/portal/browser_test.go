// Package portal opens the page of examples/portal in Chromium without a window: as a
// phone and a desk show it, in light and in dark, without a script and by the keyboard
// alone.
package portal

import (
	"bufio"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var (
	must     = flag.Bool("must", false, "fail when there is no chromium")
	pictures = flag.String("pictures", "", "write pictures of the pages into this `folder`")
)

// start builds the program, starts it on a free port and returns its address.
func start(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "portal")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "./examples/portal")
	build.Dir = filepath.Join("..", "..")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, said)
	}
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), program, "-addr", "127.0.0.1:0")
	var complaints strings.Builder
	cmd.Stderr = &complaints
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("the program does not say where it listens")
	}
	address := lines.Text()
	t.Cleanup(func() {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		more := lines.Scan()
		if err := cmd.Wait(); err != nil || more || complaints.Len() > 0 {
			t.Errorf("the program ended with %v; it said more: %t; on standard error: %q", err, more, complaints.String())
		}
	})
	return address
}

// A window shows pages that cannot run a script. It notes what they ask the network for
// and what the browser complains of.
type window struct {
	*testing.T
	ctx context.Context

	mu                   sync.Mutex
	requests, complaints []string
}

// open opens a window of a size and a scheme.
func open(t *testing.T, width, height int64, scheme string) *window {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("hide-scrollbars", true), chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel) // waits until the browser has gone
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	w := &window{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, w.note); err != nil {
		t.Fatal(err)
	}
	call(w, network.Enable, network.EnableParams{})
	call(w, log.Enable, cdp.Empty{})
	call(w, runtime.Enable, cdp.Empty{})
	call(w, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}) // as if somebody looked
	call(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	call(w, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 500})
	call(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	return w
}

// browser returns where chromium is.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if *must {
		t.Fatal("there is no chromium")
	}
	t.Skip("there is no chromium: the page is not tested in a browser")
	return ""
}

func (w *window) note(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.requests = append(w.requests, e.Request.URL)
	case *log.EventEntryAdded:
		w.complaints = append(w.complaints, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		w.complaints = append(w.complaints, "a script speaks")
	case *runtime.EventExceptionThrown:
		w.complaints = append(w.complaints, e.ExceptionDetails.Text)
	}
}

// run has the browser do something, in a minute at most.
func run[T any](w *window, action chromedp.Action[T]) T {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, time.Minute)
	defer cancel()
	out, err := chromedp.Run(ctx, action)
	if err != nil {
		w.Fatal(err)
	}
	return out
}

func call[P, R any](w *window, command cdp.Command[P, R], params P) R {
	w.Helper()
	out, err := chromedp.Call(w.ctx, command, params)
	if err != nil {
		w.Fatal(err)
	}
	return out
}

// eval asks the page something, by the protocol: no script of the page runs.
func eval[T any](w *window, script string) T {
	w.Helper()
	return run(w, chromedp.Evaluate[T](script))
}

// command presses a key with Ctrl, for the browser's own selectAll, cut and paste.
func command(w *window, name, key string) {
	w.Helper()
	code := int64(strings.ToUpper(key)[0])
	p := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Modifiers: 2, Key: key, WindowsVirtualKeyCode: code, Commands: []string{name}}
	call(w, input.DispatchKeyEvent, p)
	p.Type, p.Commands = input.DispatchKeyEventTypeKeyUp, nil
	call(w, input.DispatchKeyEvent, p)
}

// focused is what has the focus, and whether that can be seen.
const focused = `(() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  const seen = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && r.width > 0 && r.left >= 0 && r.top >= 0 && r.top < innerHeight;
  return (e.id ? "#" + e.id : e.tagName.toLowerCase() + " " + e.textContent.trim()) + (seen ? "" : " unseen");
})()`

// tab presses Tab and returns what has the focus then.
func tab(w *window) string {
	w.Helper()
	run(w, chromedp.KeyEvent(kb.Tab))
	return eval[string](w, focused)
}

// questions are those of .tools/html-check.html, to be asked of the page itself.
func questions(t *testing.T, width, scheme string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "html-check.html"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(page), "// ask returns")
	functions, _, ended := strings.Cut(rest, "</script>")
	if !ok || !ended {
		t.Fatal("html-check.html is not what it was")
	}
	return `(() => { const width = ` + width + `, scheme = "` + scheme + `"; // ask returns` + functions + "\nreturn ask(document, window); })()"
}
