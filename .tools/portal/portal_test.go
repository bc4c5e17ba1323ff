package portal

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The adverts that are pasted, and what the first heading has to say then.
const (
	bad     = "Data entry job in Cambodia, USD 1,500 a month. Tourist visa, we arrange. No experience needed. Hand over your passport on arrival. Contact on Telegram only. <script>alert(1)</script> " + long
	unknown = "Cook wanted."
	long    = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
)

func TestPortal(t *testing.T) {
	address := start(t)
	for _, c := range []struct {
		name           string
		width, height  int64
		scheme, lang   string
		warned, opened string
	}{
		{"a phone in light", 320, 640, "light", "en", "Warning: do not travel", "We cannot tell."},
		{"a phone in dark", 320, 640, "dark", "hi", "चेतावनी: यात्रा न करें", "हम कह नहीं सकते।"},
		{"a desk in light", 1280, 900, "light", "fil", "Babala: huwag umalis", "Hindi namin masabi."},
		{"a desk in dark", 1280, 900, "dark", "en", "Warning: do not travel", "We cannot tell."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, c.width, c.height, c.scheme)
			sound := func(name string) {
				t.Helper()
				picture(w, c.scheme+"-"+c.lang+"-"+strconv.FormatInt(c.width, 10)+"-"+name)
				check(w, strconv.FormatInt(c.width, 10), c.scheme, name == "warn")
			}
			run(w, chromedp.Navigate(address+"?lang="+c.lang))
			sound("form")

			// Nothing in the field: what is wrong is told in it, and the focus waits there.
			tabs(w, "#advert", "button")
			submit(w)
			if !soon(w, func() bool { return eval[string](w, focused) == "#advert" }) {
				t.Errorf("after an empty form, the focus is on %q", eval[string](w, focused))
			}
			if !eval[bool](w, `document.querySelector("textarea[aria-invalid=true]") !== null`) {
				t.Error("the field is not said to be wrong")
			}
			sound("empty")

			// What is pasted with the keyboard and sent with the keyboard.
			paste(w, bad)
			submit(w, kb.Tab)
			heading(w, c.warned)
			if got := eval[string](w, `document.querySelector("textarea").value`); got != bad {
				t.Errorf("the advert comes back as %q", got)
			}
			sound("warn")

			// Through the answer by Tab, every stop to be seen, down to the field.
			stops := tabs(w, "#advert", "button")
			if !slices.ContainsFunc(stops, func(s string) bool { return strings.Contains(s, "Ministry of External Affairs") }) {
				t.Errorf("no source is reached: %q", stops)
			}

			// The same advert in another language, and back.
			eval[any](w, `document.querySelector("nav button").focus()`)
			submit(w)
			if eval[string](w, "document.documentElement.lang") == c.lang {
				t.Error("the language stays")
			}
			if eval[string](w, `document.querySelector("textarea").value`) != bad {
				t.Error("the advert is lost with the language")
			}

			run(w, chromedp.Navigate(address+"?lang="+c.lang))
			tabs(w, "#advert", "button")
			run(w, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
			paste(w, unknown)
			submit(w, kb.Tab)
			heading(w, c.opened)
			sound("tell")

			w.mu.Lock()
			defer w.mu.Unlock()
			for _, url := range w.requests {
				if !strings.HasPrefix(url, address) {
					t.Errorf("the page asks for %s", url)
				}
			}
			for _, complaint := range w.complaints {
				if !strings.Contains(complaint, "status of 422") { // the empty form's, as it is meant
					t.Errorf("the browser complains: %s", complaint)
				}
			}
			if len(w.requests) < 6 {
				t.Errorf("only %d requests were seen", len(w.requests))
			}
		})
	}
}

// paste fills the field that has the focus from the clipboard, by keys.
func paste(w *window, text string) {
	w.Helper()
	const value = "document.activeElement.value"
	call(w, input.InsertText, input.InsertTextParams{Text: text})
	command(w, "selectAll", "a")
	command(w, "cut", "x")
	if got := eval[string](w, value); got != "" {
		w.Fatalf("the field is not empty: %q", got)
	}
	command(w, "paste", "v")
	if got := eval[string](w, value); got != text {
		w.Fatalf("pasted: %q", got)
	}
}

// submit presses keys and Enter, and waits for the next page.
func submit(w *window, keys ...string) {
	w.Helper()
	for _, key := range keys {
		run(w, chromedp.KeyEvent(key))
	}
	if got := eval[string](w, focused); !strings.HasPrefix(got, "button ") || strings.HasSuffix(got, " unseen") {
		w.Fatalf("before Enter, the focus is on %q", got)
	}
	wait, cancel := context.WithTimeout(w.ctx, 20*time.Second)
	defer cancel()
	if _, err := chromedp.RunResponse(wait, chromedp.KeyEvent(kb.Enter)); err != nil {
		w.Fatal(err)
	}
}

// soon reports whether something comes to hold: the browser moves the focus when it has drawn.
func soon(w *window, holds func() bool) bool {
	w.Helper()
	for range 50 {
		if holds() {
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

// tabs presses Tab until the field and the button have had the focus, and returns all stops.
func tabs(w *window, field, button string) (stops []string) {
	w.Helper()
	for range 60 {
		stop := tab(w)
		stops = append(stops, stop)
		if strings.HasSuffix(stop, " unseen") {
			w.Errorf("the focus cannot be seen on %q", stop)
		}
		if n := len(stops); n > 1 && stops[n-2] == field && strings.HasPrefix(stop, button) {
			break
		}
	}
	if n := len(stops); n < 6 || stops[n-2] != field || !strings.HasPrefix(stops[0], "a ") {
		w.Fatalf("the way by Tab: %q", stops)
	}
	if !slices.ContainsFunc(stops[1:4], func(s string) bool { return strings.Contains(s, "Filipino") }) {
		w.Errorf("the languages do not come second: %q", stops)
	}
	return stops
}

// heading compares the first heading and the title.
func heading(w *window, want string) {
	w.Helper()
	got := eval[[]string](w, `[document.querySelector("h1").textContent, document.querySelector("h1,h2,h3").textContent, document.title]`)
	if !strings.HasPrefix(got[0], want) || got[0] != got[1] {
		w.Errorf("the first heading is %q of %q, want %q", got[1], got[0], want)
	}
	if len(strings.SplitN(got[2], " – ", 2)) != 2 {
		w.Errorf("the title tells no verdict: %q", got[2])
	}
}

// check asks of the page what .tools/html-check asks of a report, and whether it is wider
// than the window. Links to the page itself, and few texts on a form, are as they should be.
func check(w *window, width, scheme string, whole bool) {
	w.Helper()
	answer := eval[string](w, questions(w.T, width, scheme))
	w.Log(answer)
	if strings.HasPrefix(answer, "sound, ") {
		w.Error("the links to the languages were not looked at")
	}
	for line := range strings.SplitSeq(strings.TrimSpace(answer), "\n") {
		own := strings.HasPrefix(line, "a link that is neither http nor https: <a>") &&
			slices.ContainsFunc([]string{"English", "हिन्दी", "Filipino"}, func(name string) bool { return strings.HasSuffix(line, " "+name) })
		few := !whole && strings.HasPrefix(line, "only ")
		if !own && !few {
			w.Errorf("%s", line)
		}
	}
	if small := eval[[]string](w, `[...document.querySelectorAll("nav a, nav button, form button, textarea")].filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.outerHTML)`); len(small) > 0 {
		w.Errorf("too small for a thumb: %q", small)
	}
}

// picture keeps a page to be looked at, and prints it.
func picture(w *window, name string) {
	w.Helper()
	if *pictures == "" {
		return
	}
	png, pdf := run(w, chromedp.FullScreenshot(100)), call(w, page.PrintToPDF, page.PrintToPDFParams{}).Data
	for suffix, data := range map[string][]byte{".png": png, ".pdf": pdf} {
		if err := os.WriteFile(filepath.Join(*pictures, name+suffix), data, 0o600); err != nil {
			w.Fatal(err)
		}
	}
}
