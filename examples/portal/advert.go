package main

import (
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
)

// field is the name of the form's field.
const field = "advert"

// readAdvert reads the advert that a form sends. When there is none to screen, fault is
// the word for why; the text comes back all the same where somebody could mend it.
func readAdvert(w http.ResponseWriter, r *http.Request) (text string, status int, fault string) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/x-www-form-urlencoded" || r.Header.Get("Content-Encoding") != "" {
		return "", http.StatusUnsupportedMediaType, "err.type"
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
	if err != nil {
		return unread(err)
	}
	form, err := url.ParseQuery(string(body))
	switch text = lines.Replace(form.Get(field)); {
	case err != nil || !utf8.ValidString(text):
		return "", http.StatusBadRequest, "err.utf8"
	case strings.TrimSpace(text) == "":
		return "", http.StatusUnprocessableEntity, "err.empty"
	case len(text) > cli.MostAdvert:
		return text, http.StatusRequestEntityTooLarge, "err.long"
	}
	return text, http.StatusOK, ""
}

// lines undoes what a form does to the ends of lines.
var lines = strings.NewReplacer("\r\n", "\n", "\r", "\n") // read only

// unread says why a body could not be read to its end.
func unread(err error) (text string, status int, fault string) {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return "", http.StatusRequestEntityTooLarge, "err.long"
	}
	if e, ok := errors.AsType[net.Error](err); ok && e.Timeout() {
		return "", http.StatusRequestTimeout, "err.slow"
	}
	return "", http.StatusBadRequest, "err.utf8"
}
