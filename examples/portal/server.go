package main

import (
	"io"
	"log"
	"net/http"
	"strconv"
	"time"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/examples/internal/cli"
	"github.com/rescuetally/rescuetally/incident"
)

// The limits of the server.
const (
	mostHeader  = 16 << 10           // bytes
	mostBody    = 8 * cli.MostAdvert // bytes: a form makes six of a line feed
	mostAtOnce  = 32                 // adverts in work
	headerTime  = 5 * time.Second    //
	requestTime = 30 * time.Second   // for a slow line
	answerTime  = 2 * requestTime    // reading and working included
	idleTime    = 30 * time.Second   //
	retryAfter  = 5                  // seconds
	allowed     = "GET, HEAD, POST"  //
)

// A portal answers all requests. It keeps nothing of them.
type portal struct {
	screen func(*advisory.Offer, incident.Date) advisory.Screening
	today  func() incident.Date
	slots  chan struct{} // one for each advert in work
}

func newPortal(s *cli.Screener, today func() incident.Date) *portal {
	return &portal{screen: s.Screen, today: today, slots: make(chan struct{}, mostAtOnce)}
}

// newServer returns a server that neither waits for ever nor logs anything: what net/http
// logs names addresses.
func newServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ErrorLog: log.New(io.Discard, "", 0), MaxHeaderBytes: mostHeader,
		ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
	}
}

func (p *portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for _, line := range headers() {
		h.Set(line[0], line[1])
	}
	lang := language(r)
	status, body := p.answer(w, r, lang)
	h.Set("Content-Language", lang)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body) // whoever went away misses it
	}
}

// answer makes the whole page before anything of it is sent. Whatever goes wrong with
// one advert concerns nobody else, and no log.
func (p *portal) answer(w http.ResponseWriter, r *http.Request, lang string) (status int, body []byte) {
	defer func() {
		if recover() != nil {
			status, body = render(&view{Lang: lang, Status: http.StatusInternalServerError, Fault: "err.broken"})
		}
	}()
	v := &view{Lang: lang, Status: http.StatusOK, Day: p.today()}
	switch {
	case r.URL.Path != "/":
		v.fail(http.StatusNotFound, "err.path")
	case r.Method == http.MethodGet, r.Method == http.MethodHead:
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", allowed)
		v.fail(http.StatusMethodNotAllowed, "err.method")
	default:
		p.judge(w, r, v)
	}
	return render(v)
}

// judge reads an advert and screens it. A place is taken only when the advert is there:
// who sends slowly takes none from others.
func (p *portal) judge(w http.ResponseWriter, r *http.Request, v *view) {
	text, status, fault := readAdvert(w, r)
	if fault != "" {
		v.Text = text
		v.fail(status, fault)
		return
	}
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	default:
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
		v.fail(http.StatusServiceUnavailable, "err.busy")
		return
	}
	v.Text = text
	s := p.screen(&advisory.Offer{Text: text}, v.Day)
	v.Screening = &s
}
