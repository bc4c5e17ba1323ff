package capio_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/adaptertest"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
)

func TestConformanceAdvisories(t *testing.T) {
	samples := []advisory.Advisory{{ID: "1", Issuer: "A", Issued: date("2024-01-15"), Infos: []advisory.Info{{Lang: "en", Headline: adaptertest.Marker}}}}
	m := newMaker(11)
	for n := range 12 {
		samples = append(samples, m.advisory(n))
	}
	large := m.advisory(99)
	for len(large.Lures) < 400 {
		large.Lures = append(large.Lures, "a job as "+adaptertest.Marker)
	}
	adaptertest.Run(t, adaptertest.Format[advisory.Advisory]{
		Name: "capio advisories", Framed: true, Samples: append(samples, large),
		NewDecoder: func(r io.Reader) (adapters.Decoder[advisory.Advisory], error) { return capio.NewDecoder(r, nil), nil },
		NewEncoder: func(w io.Writer) (adapters.Encoder[advisory.Advisory], error) {
			return capio.NewEncoder(w, &capio.EncodeOptions{Form: capio.Feed}), nil
		},
		Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[advisory.Advisory], error) {
			return capio.NewDecoder(r, &capio.DecodeOptions{Limits: l}), nil
		},
		Break: breakAlert,
	})
}

func TestConformanceAlerts(t *testing.T) {
	m := newMaker(12)
	samples := []capio.Alert{{Identifier: "1", Sender: "a", Sent: m.time(), Status: advisory.Actual, MsgType: advisory.Alert, Scope: capio.Public}}
	for n := range 12 {
		samples = append(samples, m.alert(n))
	}
	large := m.alert(99)
	for len(large.Codes) < 2000 {
		large.Codes = append(large.Codes, "a code "+adaptertest.Marker)
	}
	adaptertest.Run(t, adaptertest.Format[capio.Alert]{
		Name: "capio alerts", Framed: true, Samples: append(samples, large),
		NewDecoder: func(r io.Reader) (adapters.Decoder[capio.Alert], error) { return capio.NewAlertDecoder(r, nil), nil },
		NewEncoder: func(w io.Writer) (adapters.Encoder[capio.Alert], error) {
			return capio.NewAlertEncoder(w, &capio.EncodeOptions{Form: capio.Feed}), nil
		},
		Limited: func(r io.Reader, l adapters.Limits) (adapters.Decoder[capio.Alert], error) {
			return capio.NewAlertDecoder(r, &capio.DecodeOptions{Limits: l}), nil
		},
		Break: breakAlert,
	})
}

// breakAlert gives alert i a status that is none.
func breakAlert(doc []byte, i int) []byte {
	alerts := bytes.SplitAfter(doc, []byte("status>"))
	for k, n := 0, 0; k < len(alerts); k++ {
		if !bytes.HasSuffix(alerts[k], []byte("<status>")) && !bytes.HasSuffix(alerts[k], []byte(":status>")) || bytes.HasSuffix(alerts[k], []byte("/status>")) {
			continue
		}
		if n == i {
			alerts[k+1] = append([]byte("Marked"+adaptertest.Marker), alerts[k+1]...)
			break
		}
		n++
		k++
	}
	return bytes.Join(alerts, nil)
}
