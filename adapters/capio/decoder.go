package capio

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// DecodeOptions say how a [Decoder] or an [AlertDecoder] reads. The zero value has the
// default limits.
type DecodeOptions struct {
	Name   string          // of the file, for positions
	Limits adapters.Limits // Bytes, RecordBytes, Depth, Fields (elements of an alert) and Errors (10,000 at most)
	// Public says that what is read will be published: an alert whose scope is
	// Restricted or Private is rejected, with [incident.CodeFormatUnexpected] at
	// /alert/scope.
	Public bool
}

// Parse reads a document that is one alert, under the default limits. The error is that
// of [AlertDecoder.Decode]; for a feed, with [incident.CodeFormatUnexpected].
func Parse(document []byte) (*Alert, error) {
	d := NewAlertDecoder(bytes.NewReader(document), nil)
	a := new(Alert)
	if _, err := d.Decode(context.Background(), a); err != nil && err != io.EOF && d.around == nil {
		return nil, err
	}
	if d.around != nil {
		return nil, d.fail(&stop{code: incident.CodeFormatUnexpected, message: "this is a feed: read it with a decoder"})
	}
	return a, nil
}

// An AlertDecoder reads alerts, whole: a document that is one alert, or those that stand
// in an Atom feed or entry, in RSS or in EDXL-DE. It implements [adapters.Decoder] and
// [adapters.Repairer]. It is not safe for concurrent use.
type AlertDecoder struct {
	source
	loc locator
}

// NewAlertDecoder returns an AlertDecoder of what r holds. A nil o is the zero
// DecodeOptions. Nothing is read before the first call of Decode, nothing after the
// reader has returned an error, and at most one byte beyond Limits.Bytes, to see whether
// there is one. Nothing else is opened, whatever the document says.
func NewAlertDecoder(r io.Reader, o *DecodeOptions) *AlertDecoder {
	return &AlertDecoder{source: newSource(r, o)}
}

// Decode reads the next alert into *v, whose former content is dropped. The Locator is
// for this alert, until the next call, and takes paths of XML such as
// /alert/info[2]/headline. The error is [io.EOF] at the end; a
// [*adapters.RecordError] with all that is wrong with this alert, in the document's
// order, when the next can be read; and a [*adapters.FileError] otherwise, which wraps
// ctx.Err() or the reader's error. After that every call returns the same error.
func (d *AlertDecoder) Decode(ctx context.Context, v *Alert) (adapters.Locator, error) {
	*v = Alert{}
	root, err := d.next(ctx)
	if err != nil {
		return nil, err
	}
	var p reader
	p.alert(root, v)
	var faults []adapters.Fault
	for _, f := range p.found {
		faults = append(faults, adapters.Fault{Finding: f.Finding, At: position(d.name, d.record, f.at)})
	}
	d.loc = locator{root: root, name: d.name, record: d.record}
	if d.public && (v.Scope == Restricted || v.Scope == Private) {
		faults = append(faults, adapters.Locate(incident.Findings{{
			Code: incident.CodeFormatUnexpected, Severity: incident.Error, Path: "/alert/scope",
			Message: "this alert is not for the public: its scope is not Public",
		}}, &d.loc)...)
		slices.SortStableFunc(faults, func(a, b adapters.Fault) int { return cmp.Compare(a.At.Offset, b.At.Offset) })
	}
	if len(faults) > 0 {
		err := d.reject(v.Identifier, faults)
		*v = Alert{}
		return nil, err // of a bad alert nothing is handed out
	}
	for _, n := range p.notes {
		d.overlook(n)
	}
	return &d.loc, nil
}

// reject returns the error of the alert that was read last.
func (d *AlertDecoder) reject(id string, faults []adapters.Fault) *adapters.RecordError {
	e := &adapters.RecordError{Position: position(d.name, d.record, d.loc.root.at), ID: id, Findings: faults}
	if over := len(faults) - d.limits.Errors; over > 0 {
		e.Findings, e.Unlisted = faults[:d.limits.Errors], over
	}
	return e
}

// Repairs returns notes of what was overlooked: a byte order mark at the start, elements
// without a text, content in EDXL-DE that is no alert; up to Limits.Errors of them.
func (d *AlertDecoder) Repairs() []adapters.Fault { return d.repairs() }

// Blank returns 0: there are no blank records in XML.
func (d *AlertDecoder) Blank() int { return 0 }

func (s *source) repairs() []adapters.Fault {
	var all []adapters.Fault
	if s.scan.bom {
		all = append(all, adapters.Fault{
			Finding: incident.Finding{
				Code: incident.CodeTextByteOrderMark, Severity: incident.Note,
				Message: "the byte order mark at the start was left out",
			},
			At: position(s.name, 0, place{line: 1, column: 1}),
		})
	}
	for _, l := range s.passed {
		all = append(all, adapters.Fault{Finding: l.Finding, At: position(s.name, 0, l.at)})
	}
	if s.unsaid > 0 {
		all = append(all, adapters.Fault{
			Finding: incident.Finding{Code: incident.CodeLimitErrors, Severity: incident.Note, Message: "more was overlooked than is listed"},
			At:      position(s.name, 0, place{}),
		})
	}
	return all
}

// A locator finds elements of the last alert.
type locator struct {
	root   *node
	name   string
	record int
}

// Locate implements [adapters.Locator]: it returns where the element stands that a path
// names, or the nearest around it. The path is the element's own name.
func (l *locator) Locate(path string) (at adapters.Position, field string) {
	return position(l.name, l.record, l.root.find(path).at), ""
}

// A Decoder reads advisories: the alerts that an [AlertDecoder] reads, each as
// [Alert.Advisory] makes one of it. It implements [adapters.Decoder] and
// [adapters.Repairer]. It is not safe for concurrent use.
type Decoder struct {
	alerts AlertDecoder
	alert  Alert
	losses []Loss
	loc    advisoryLocator
}

// NewDecoder returns a Decoder, as [NewAlertDecoder] does.
func NewDecoder(r io.Reader, o *DecodeOptions) *Decoder {
	return &Decoder{alerts: AlertDecoder{source: newSource(r, o)}}
}

// Decode reads the next advisory into *v, as [AlertDecoder.Decode] reads an alert. The
// Locator takes JSON Pointers into the advisory, and paths of XML too.
//
// An alert of which no right advisory can be made is rejected as well: the findings of
// the [*adapters.RecordError] are then the errors of [advisory.Advisory.Check], with JSON
// Pointers into the advisory. What Check only warns of is the caller's.
func (d *Decoder) Decode(ctx context.Context, v *advisory.Advisory) (adapters.Locator, error) {
	*v = advisory.Advisory{}
	loc, err := d.alerts.Decode(ctx, &d.alert)
	if err != nil {
		d.losses = nil
		return nil, err
	}
	*v, d.losses = d.alert.Advisory()
	d.loc = advisoryLocator{loc: loc, alert: &d.alert}
	wrong := slices.DeleteFunc(v.Check(), func(f incident.Finding) bool { return f.Severity != incident.Error })
	if len(wrong) > 0 {
		err := d.alerts.reject(d.alert.Identifier, adapters.Locate(wrong, &d.loc))
		*v, d.losses, d.alert = advisory.Advisory{}, nil, Alert{}
		return nil, err
	}
	return &d.loc, nil
}

// Alert returns the alert that was decoded last, whole. It is valid until the next call
// of Decode, and empty after an error.
func (d *Decoder) Alert() *Alert { return &d.alert }

// Losses returns what the advisory that was decoded last does not hold of its alert.
func (d *Decoder) Losses() []Loss { return d.losses }

// Repairs returns notes of what was overlooked, see [AlertDecoder].
func (d *Decoder) Repairs() []adapters.Fault { return d.alerts.Repairs() }

// Blank returns 0: there are no blank records in XML.
func (d *Decoder) Blank() int { return 0 }

// causeOf returns the FileError below an error, whose code is told on.
func causeOf(err error) (*adapters.FileError, bool) {
	return errors.AsType[*adapters.FileError](err)
}
