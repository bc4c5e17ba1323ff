package main

import (
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// mark stands in what is sent, so that it can be looked for where it must not be.
const mark = "Zq7-mark"

func TestStatus(t *testing.T) {
	p := testPortal(t)
	form := []string{"Content-Type", "application/x-www-form-urlencoded"}
	cases := []struct {
		name, method, target, body string
		header                     []string
		status                     int
		word                       string // what the page says
	}{
		{"the form", "GET", "/", "", nil, 200, "intro"},
		{"the form, head alone", "HEAD", "/", "", nil, 200, ""},
		{"an advert", "POST", "/", field + "=tourist+visa", form, 200, "warn.head"},
		{"with a charset", "POST", "/", field + "=tourist+visa", []string{"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"}, 200, "warn.head"},
		{"another path", "GET", "/" + mark, "", nil, 404, "err.path"},
		{"another path, posted", "POST", "/x", field + "=" + mark, form, 404, "err.path"},
		{"another method", "PUT", "/", field + "=" + mark, form, 405, "err.method"},
		{"a made-up method", mark, "/", "", nil, 405, "err.method"},
		{"no type", "POST", "/", field + "=" + mark, nil, 415, "err.type"},
		{"json", "POST", "/", `{"advert":"` + mark + `"}`, []string{"Content-Type", "application/json"}, 415, "err.type"},
		{"several parts", "POST", "/", mark, []string{"Content-Type", "multipart/form-data; boundary=x"}, 415, "err.type"},
		{"compressed", "POST", "/", mark, append([]string{"Content-Encoding", "gzip"}, form...), 415, "err.type"},
		{"empty", "POST", "/", field + "=", form, 422, "err.empty"},
		{"no field", "POST", "/", "x=" + mark, form, 422, "err.empty"},
		{"no UTF-8", "POST", "/", field + "=" + mark + "%ff", form, 400, "err.utf8"},
		{"half an escape", "POST", "/", field + "=" + mark + "%f", form, 400, "err.utf8"},
		{"the most", "POST", "/", field + "=" + strings.Repeat("a", 64<<10), form, 200, "tell.head"},
		{"one more", "POST", "/", field + "=" + strings.Repeat("a", 64<<10+1), form, 413, "err.long"},
		{"the most, in line feeds and a word", "POST", "/", field + "=" + strings.Repeat("%0D%0A", 64<<10-1) + "a", form, 200, "tell.head"},
		{"far more", "POST", "/", field + "=" + mark + strings.Repeat("a", mostBody), form, 413, "err.long"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := ask(t, p, c.method, c.target, c.body, c.header...)
			if w.Code != c.status {
				t.Errorf("status %d, want %d", w.Code, c.status)
			}
			wantNotIn(t, w.Body.String(), mark)
			if c.word == "" {
				if w.Body.Len() > 0 {
					t.Error("there is a body")
				}
			} else {
				wantIn(t, w.Body.String(), words[c.word][0])
			}
			if got := w.Header().Get("Allow"); (got == "GET, HEAD, POST") != (c.status == 405) {
				t.Errorf("Allow is %q", got)
			}
			checkHeaders(t, w.Header())
		})
	}
}

func checkHeaders(t *testing.T, h http.Header) {
	t.Helper()
	for name, want := range map[string]string{
		"Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := h.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	csp := h.Get("Content-Security-Policy")
	wantIn(t, csp, "default-src 'none'", "style-src 'sha256-", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
	wantNotIn(t, csp, "unsafe", "script-src", "http")
	if h.Get("Set-Cookie") != "" || h.Get("Content-Length") == "" {
		t.Error("a cookie is set, or the length is not told")
	}
}

// TestBusy takes all places: nobody waits, the form stays, and places come back.
func TestBusy(t *testing.T) {
	p := testPortal(t)
	for range cap(p.slots) {
		p.slots <- struct{}{}
	}
	w := paste(t, p, "fil", mark)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("status %d, Retry-After %q", w.Code, w.Header().Get("Retry-After"))
	}
	wantIn(t, w.Body.String(), words["err.busy"][2])
	wantNotIn(t, w.Body.String(), mark)
	if w := ask(t, p, http.MethodGet, "/", ""); w.Code != http.StatusOK {
		t.Errorf("the form: status %d", w.Code)
	}
	<-p.slots
	for range 3 {
		if w := paste(t, p, "en", "x"); w.Code != http.StatusOK {
			t.Errorf("with a place: status %d", w.Code)
		}
	}
}

// TestStalled: those whose adverts do not come keep nobody else from an answer.
func TestStalled(t *testing.T) {
	p := testPortal(t)
	var stalled sync.WaitGroup
	body, send := io.Pipe()
	begun := make(chan struct{}, 2*cap(p.slots))
	for range cap(begun) {
		stalled.Go(func() {
			r := httptest.NewRequest(http.MethodPost, "/", readerFunc(func(b []byte) (int, error) {
				begun <- struct{}{}
				return body.Read(b)
			}))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			p.ServeHTTP(httptest.NewRecorder(), r)
		})
	}
	for range cap(p.slots) + 1 {
		select {
		case <-begun:
		case <-time.After(10 * time.Second):
			t.Fatal("an advert is not read")
		}
	}
	if w := paste(t, p, "en", "x"); w.Code != http.StatusOK {
		t.Errorf("status %d", w.Code)
	}
	send.Close()
	stalled.Wait()
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

// TestPanic: a fault of ours is no answer, names nothing, and gives the place back.
func TestPanic(t *testing.T) {
	p := testPortal(t)
	p.screen = func(o *advisory.Offer, _ incident.Date) advisory.Screening { panic(o.Text) }
	for range 2 * cap(p.slots) {
		w := paste(t, p, "en", mark)
		if w.Code != http.StatusInternalServerError {
			t.Fatalf("status %d", w.Code)
		}
		wantIn(t, w.Body.String(), words["err.broken"][0])
		wantNotIn(t, w.Body.String(), mark)
		checkHeaders(t, w.Header())
	}
}

// TestSlow: whoever is slow is told so or cut off.
func TestSlow(t *testing.T) {
	for name, c := range map[string]struct{ sent, want string }{
		"a body that does not end":  {"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nadvert=" + mark, "HTTP/1.1 408 "},
		"headers that do not end":   {"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + mark, ""},
		"headers that are too many": {"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + strings.Repeat("a", 2*mostHeader), "HTTP/1.1 431 "},
	} {
		t.Run(name, func(t *testing.T) {
			s := httptest.NewUnstartedServer(nil)
			s.Config = newServer(testPortal(t))
			s.Config.ReadTimeout, s.Config.ReadHeaderTimeout = 200*time.Millisecond, 200*time.Millisecond
			s.Start()
			defer s.Close()
			var d net.Dialer
			c1, err := d.DialContext(t.Context(), "tcp", s.Listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c1.Close()
			c1.SetDeadline(time.Now().Add(10 * time.Second))
			io.WriteString(c1, c.sent)
			answer, err := io.ReadAll(c1) // ends when the server hangs up
			if !strings.HasPrefix(string(answer), c.want) || strings.Contains(string(answer), mark) || errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("got %.60q, want %q", answer, c.want)
			}
		})
	}
	s := newServer(nil)
	if s.ReadTimeout <= 0 || s.WriteTimeout <= s.ReadTimeout || s.IdleTimeout <= 0 || s.ReadHeaderTimeout <= 0 || s.MaxHeaderBytes <= 0 || s.ErrorLog.Writer() != io.Discard {
		t.Error("a limit of the server is not set, or it logs")
	}
}
