package capio

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// A Form says how alerts stand in what is written. What is read, is found out.
type Form uint8

// The forms.
const (
	Document Form = iota // one alert
	Feed                 // an Atom feed (RFC 4287) of any number, none included
)

// EncodeOptions say how an [Encoder] or an [AlertEncoder] writes. The zero value writes a
// Document.
type EncodeOptions struct {
	Form    Form
	ID      string         // of the feed, an address that never changes; empty: urn:cap:feed
	Title   string         // of the feed; empty: Alerts
	Updated Time           // of the feed; the zero Time: when the first alert was sent
	Convert ConvertOptions // for an [Encoder]
}

// errNone is returned by Close of a Document without an alert.
var errNone = errors.New("capio: a document is one alert, and none was written") // read only

// An AlertEncoder writes alerts. It implements [adapters.Encoder]. Equal alerts are
// equal bytes. It is not safe for concurrent use.
type AlertEncoder struct {
	w      io.Writer
	o      EncodeOptions
	alerts int
	buf    []byte
	err    error // final
}

// NewAlertEncoder returns an AlertEncoder to w. A nil o is the zero EncodeOptions.
func NewAlertEncoder(w io.Writer, o *EncodeOptions) *AlertEncoder {
	e := &AlertEncoder{w: w}
	if o != nil {
		e.o = *o
	}
	return e
}

const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Encode writes one alert. An alert in which [Alert.Check] finds an error, and a second
// one in a Document ([incident.CodeLimitRecords]), is not written: the error is a
// [*adapters.RecordError] without a place in a file, and the next alert can be written.
// Any other error, ctx.Err() or the writer's, wrapped, is returned by every call after
// it too.
func (e *AlertEncoder) Encode(ctx context.Context, v *Alert) error {
	if err := e.ready(ctx); err != nil {
		return err
	}
	if err := v.Check().Err(); err != nil {
		return e.unwritable(v.Identifier, err)
	}
	return e.write(v)
}

// ready says why nothing can be written, if that is so.
func (e *AlertEncoder) ready(ctx context.Context) error {
	if e.err == nil && ctx.Err() != nil {
		e.err = fmt.Errorf("capio: the writing was interrupted: %w", ctx.Err())
	}
	return e.err
}

// write writes an alert that was checked.
func (e *AlertEncoder) write(v *Alert) error {
	switch {
	case e.o.Form == Feed:
		e.head(v.Sent)
		e.entry(v)
	case e.alerts > 0:
		return e.unwritable(v.Identifier, incident.Findings{{
			Code: incident.CodeLimitRecords, Severity: incident.Error, Message: "a document is one alert: write a feed, or a document each",
		}})
	default:
		e.buf = v.appendXML(append(e.buf, declaration...), 0)
	}
	e.alerts++
	return e.flush()
}

// head begins a feed.
func (e *AlertEncoder) head(sent Time) {
	if e.alerts > 0 {
		return
	}
	o := e.o
	fill(&o.ID, "urn:cap:feed")
	fill(&o.Title, "Alerts")
	if o.Updated.IsZero() {
		o.Updated = sent
	}
	w := &writer{b: append(append(e.buf, declaration...), `<feed xmlns="`+atom+"\">\n"...), depth: 1}
	w.element("id", o.ID)
	w.element("title", o.Title)
	w.element("updated", orNever(o.Updated))
	e.buf = w.b
}

// entry writes an alert as an entry of a feed.
func (e *AlertEncoder) entry(v *Alert) {
	title := v.Identifier
	for i := len(v.Infos) - 1; i >= 0; i-- {
		title = v.Infos[i].Headline
		fill(&title, v.Infos[i].Event)
	}
	w := &writer{b: e.buf, depth: 1}
	w.open("entry")
	w.element("id", "urn:cap:alert:"+escape(v.Sender+","+v.Identifier+","+v.Sent.String()))
	w.element("title", title)
	w.element("updated", v.Sent.String())
	w.open("author")
	w.element("name", v.Sender)
	w.close("author")
	w.indent()
	w.b = append(w.b, `<content type="application/cap+xml">`+"\n"...)
	w.b = v.appendXML(w.b, w.depth+1)
	w.indent()
	w.b = append(w.b, "</content>\n"...)
	w.close("entry")
	e.buf = w.b
}

// Close ends the document; it does not close the writer. A Document without an alert is
// an error. Further calls do nothing and return nil, or the error that came before;
// Encode returns [adapters.ErrClosed] from then on.
func (e *AlertEncoder) Close() error {
	switch {
	case errors.Is(e.err, adapters.ErrClosed):
		return nil
	case e.err != nil:
		return e.err
	case e.o.Form == Feed:
		e.head(Time{})
		e.buf = append(e.buf, "</feed>\n"...)
	case e.alerts == 0:
		e.err = errNone
		return e.err
	}
	if err := e.flush(); err != nil {
		return err
	}
	e.err = adapters.ErrClosed
	return nil
}

func (e *AlertEncoder) flush() error {
	n, err := e.w.Write(e.buf)
	if err == nil && n != len(e.buf) {
		err = io.ErrShortWrite
	}
	if err != nil {
		e.err = fmt.Errorf("capio: write: %w", err)
	}
	e.buf = e.buf[:0]
	return e.err
}

// unwritable is the error of an alert or an advisory that cannot be written.
func (e *AlertEncoder) unwritable(id string, err error) error {
	at := adapters.Position{Record: e.alerts + 1}
	bad := &adapters.RecordError{Position: at, ID: id}
	found, _ := errors.AsType[incident.Findings](err)
	for _, f := range found {
		if f.Severity == incident.Error {
			bad.Findings = append(bad.Findings, adapters.Fault{Finding: f, At: at})
		}
	}
	return bad
}

// An Encoder writes advisories, each as the alert that [FromAdvisory] makes of it. It
// implements [adapters.Encoder]. Equal advisories are equal bytes. It is not safe for
// concurrent use.
type Encoder struct{ alerts *AlertEncoder }

// NewEncoder returns an Encoder to w. A nil o is the zero EncodeOptions.
func NewEncoder(w io.Writer, o *EncodeOptions) *Encoder {
	return &Encoder{NewAlertEncoder(w, o)}
}

// Encode writes one advisory, as [AlertEncoder.Encode] writes an alert. One of which
// [FromAdvisory] can make no alert is not written: the error is a
// [*adapters.RecordError].
func (e *Encoder) Encode(ctx context.Context, v *advisory.Advisory) error {
	if err := e.alerts.ready(ctx); err != nil {
		return err
	}
	a, err := FromAdvisory(v, &e.alerts.o.Convert)
	if err != nil {
		return e.alerts.unwritable(v.ID, err)
	}
	return e.alerts.write(&a)
}

// Close ends the document, as [AlertEncoder.Close] does.
func (e *Encoder) Close() error { return e.alerts.Close() }
