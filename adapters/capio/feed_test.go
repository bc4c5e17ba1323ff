package capio_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/adapters/capio"
	"github.com/rescuetally/rescuetally/advisory"
)

func nothing() *advisory.Advisory { return new(advisory.Advisory) }

// TestFeeds reads alerts out of what they may stand in: what is said is a line for each
// record, its id or its faults, then how the reading ended, and what was overlooked.
func TestFeeds(t *testing.T) {
	one, two := message(""), strings.Replace(message(""), ">1<", ">2<", 1)
	broken := strings.Replace(two, "Actual", "actual", 1)
	old := strings.Replace(one, "cap:1.2", "cap:1.1", 1)
	prefixed := strings.NewReplacer("xmlns=", "xmlns:cap=", "</", "</cap:", "<", "<cap:").Replace(one)
	prefixed = strings.ReplaceAll(prefixed, "<cap:/cap:", "</cap:")
	for _, c := range []struct {
		name, doc string
		want      []string
	}{
		{"an empty Atom feed", `<feed xmlns="http://www.w3.org/2005/Atom"></feed>`, []string{"EOF"}},
		{
			"an Atom feed", `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>alert</title><entry><title>x</title><content type="application/xml">` + one +
				`</content></entry><entry><content type="text/xml">` + two + `</content></entry></feed>`,
			[]string{"1", "2", "EOF"},
		},
		{
			"broken and old ones among them", `<feed xmlns="http://www.w3.org/2005/Atom"><entry>` + old + `</entry><entry>` + broken + `</entry><entry>` + one + `</entry></feed>`,
			[]string{"format.unexpected /alert", "code.unknown /alert/status", "1", "EOF"},
		},
		{
			"entries that only point at alerts", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://a.example/1.cap"/></entry><entry>` + one + `</entry></feed>`,
			[]string{"field.required /entry[1]", "1", "EOF"},
		},
		{
			"an alert as escaped text", `<rss><channel><item><description>` + strings.ReplaceAll(one, "<", "&lt;") + `</description></item></channel></rss>`,
			[]string{"field.required /item[1]", "EOF"},
		},
		{"an Atom entry", `<entry xmlns="http://www.w3.org/2005/Atom"><content>` + one + `</content></entry>`, []string{"1", "EOF"}},
		{"an Atom entry without", `<entry xmlns="http://www.w3.org/2005/Atom"></entry>`, []string{"field.required /entry", "EOF"}},
		{"RSS", `<rss version="2.0"><channel><title>t</title><item><guid>x</guid>` + one + two + `</item></channel></rss>`, []string{"1", "2", "EOF"}},
		{"a prefix", `<rss xmlns:x="urn:x"><channel><item>` + prefixed + `</item></channel></rss>`, []string{"1", "EOF"}},
		{
			"EDXL-DE", `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>d</distributionID><contentObject><xmlContent><embeddedXMLContent>` +
				one + `</embeddedXMLContent></xmlContent></contentObject><contentObject><nonXMLContent/></contentObject></EDXLDistribution>`,
			[]string{"1", "EOF", "note field.unknown /contentObject[2]"},
		},
		{"an element of another kind that is called alert", `<rss><item><alert>x</alert>` + one + `</item></rss>`, []string{"1", "EOF"}},
		{"cut short", `<feed xmlns="http://www.w3.org/2005/Atom"><entry>` + one + `</entry>`, []string{"1", "file.truncated"}},
		{"something behind it", `<rss><item>` + one + `</item></rss><rss/>`, []string{"1", "xml.syntax"}},
		{"broken in the middle", `<rss><item>` + one + `</item><item>&x;` + two + `</item></rss>`, []string{"1", "xml.syntax"}},
		{"an empty element", `<rss><item>` + message("<note/>") + `</item></rss>`, []string{"1", "EOF", "note field.empty /alert/note"}},
		{"a mark", "\ufeff" + one, []string{"1", "EOF", "note text.byte-order-mark "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			dec := capio.NewDecoder(strings.NewReader(c.doc), nil)
			r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip, Report: func(e *adapters.RecordError) { got = append(got, codes(t, e)...) }})
			for {
				a, err := r.Read(t.Context())
				if err == io.EOF {
					if got = append(got, "EOF"); !r.Summary().Complete {
						t.Error("the reading is said not to be complete")
					}
					break
				}
				if err != nil {
					got = append(got, codes(t, err)...)
					break
				}
				got = append(got, a.ID)
			}
			for _, f := range r.Summary().Repairs {
				got = append(got, fmt.Sprint(f.Severity, " ", f.Code, " ", f.Path))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

// TestFeedIsAStream reads a feed that is a thousand times longer than what may be held.
func TestFeedIsAStream(t *testing.T) {
	const most, alerts = 4 << 10, 20_000
	entry := `<item><title>t</title>` + message(info("<headline>h</headline>")) + `</item>`
	in := io.MultiReader(strings.NewReader("<rss><channel>"), io.LimitReader(&again{s: entry}, int64(len(entry)*alerts)), strings.NewReader("</channel></rss>"))
	dec := capio.NewAlertDecoder(in, &capio.DecodeOptions{Limits: adapters.Limits{RecordBytes: most}})
	n := 0
	for range alerts + 1 {
		var a capio.Alert
		if _, err := dec.Decode(t.Context(), &a); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("alert %d: %v", n+1, err)
		}
		n++
	}
	if n != alerts {
		t.Errorf("%d of %d alerts", n, alerts)
	}
}

// again repeats a text for ever.
type again struct {
	s  string
	at int
}

func (r *again) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.s[r.at]
		r.at = (r.at + 1) % len(r.s)
	}
	return len(p), nil
}
