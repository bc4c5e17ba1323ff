package tableio

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// road is a flow of 47 people: 30 are home, 17 wait, and of 20 others nothing is said.
func road() *stats.Flow {
	return &stats.Flow{
		Stages: []stats.FlowStage{
			{Stage: stats.Held, Count: incident.Exactly(60), Events: 1, Unaccounted: incident.Exactly(13)},
			{Stage: stats.Out, Count: incident.AtLeast(67), Events: 2, Unaccounted: incident.Exactly(0), Last: incident.Exactly(20), LastEvents: 1},
			{Stage: stats.Awaiting, Count: incident.Exactly(17), Events: 1, Last: incident.Exactly(17), LastEvents: 1},
			{Stage: stats.Returned, Count: incident.Exactly(30), Events: 1, Last: incident.Exactly(30), LastEvents: 1},
		},
		Passages: []stats.Passage{
			{From: stats.Held, To: stats.Out, Count: incident.Exactly(47), Events: 1},
			{From: stats.Out, To: stats.Awaiting, Count: incident.Exactly(17), Events: 1},
			{From: stats.Out, To: stats.Returned, Count: incident.Exactly(30), Events: 1},
		},
	}
}

func flowOf(t *testing.T, f *stats.Flow, o *SVGOptions) string {
	t.Helper()
	var b strings.Builder
	if err := WriteFlowSVG(&b, f, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestFlowBars: every part of a stage is as long as its number on one scale, from
// zero, one behind the other.
func TestFlowBars(t *testing.T) {
	all, texts, _ := rects(t, flowOf(t, road(), nil))
	want := []struct {
		class    string
		from, to float64 // people
		hint     string
	}{
		{"best", 0, 47, "47 freed or escaped"},
		{"open", 47, 60, "13 not accounted for"},
		{"best", 0, 17, "17 waiting to go home"},
		{"best", 17, 47, "30 returned home"},
		{"rest", 47, 67, "20: no more is said"},
		{"rest", 0, 17, "17: no more is said"},
		{"sure", 0, 30, "returned home: 30"},
	}
	if len(all) != len(want) {
		t.Fatalf("%d bars, want %d", len(all), len(want))
	}
	for i, w := range want {
		r := all[i]
		if from, to := r.x*67/100, (r.x+r.w)*67/100; r.class != w.class || from < w.from-0.01 || from > w.from+0.01 || to < w.to-0.01 || to > w.to+0.01 || r.hint != w.hint {
			t.Errorf("bar %d: %s %.2f to %.2f, %q; want %+v", i, r.class, from, to, r.hint, w)
		}
	}
	for _, text := range []string{"Freed or escaped", "at least 67", "17 waiting to go home", "13 not accounted for", "20: no more is said"} {
		if !strings.Contains(strings.Join(texts, "\n"), text) {
			t.Errorf("no letters say %q", text)
		}
	}
}

// TestFlowBands: a band begins where its part lies and ends where those before it
// ended; it stands between the two bars.
func TestFlowBands(t *testing.T) {
	type svg struct {
		Title string `xml:"title"`
		Desc  string `xml:"desc"`
		Bands []struct {
			Y    int `xml:"y,attr"`
			H    int `xml:"height,attr"`
			Path struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
		} `xml:"svg"`
	}
	var drawn svg
	text := flowOf(t, road(), &SVGOptions{ID: "road", Title: "The <way> home"})
	if err := xml.Unmarshal([]byte(text), &drawn); err != nil {
		t.Fatal(err)
	}
	if drawn.Title != "The <way> home" || !strings.Contains(text, `id="road"`) || !strings.HasPrefix(drawn.Desc, "Held: 60, 47 freed or escaped, 13 not accounted for; freed or escaped: at least 67,") {
		t.Errorf("title %q, description %q", drawn.Title, drawn.Desc)
	}
	all, _, _ := rects(t, text)
	if len(drawn.Bands) != 3 {
		t.Fatalf("%d bands", len(drawn.Bands))
	}
	if top, bottom := drawn.Bands[0].Y, drawn.Bands[0].Y+drawn.Bands[0].H; float64(top) != all[0].y+all[0].h || float64(bottom) != all[2].y {
		t.Errorf("the band of the freed lies from %d to %d, the bars from %v to %v", top, bottom, all[0].y+all[0].h, all[2].y)
	}
	for i, across := range map[int][4]string{ // in per mille of 67: 47 of them; 30, from 17 on
		0: {"0", "0", "701.49", "701.49"},
		2: {"253.73", "0", "447.76", "701.49"},
	} {
		h, half := strconv.Itoa(drawn.Bands[i].H), strconv.Itoa(drawn.Bands[i].H/2)
		left := "M" + across[0] + " 0C" + across[0] + " " + half + " " + across[1] + " " + half + " " + across[1] + " " + h
		right := "H" + across[2] + "C" + across[2] + " " + half + " " + across[3] + " " + half + " " + across[3] + " 0Z"
		if got := drawn.Bands[i].Path.D; got != left+right {
			t.Errorf("band %d is %s, want %s", i, got, left+right)
		}
	}
}

// TestFlowBandsStandSideBySide: bands that lead to one stage end next to each other, and
// nobody is drawn as nobody.
func TestFlowBandsStandSideBySide(t *testing.T) {
	f := &stats.Flow{
		Stages: []stats.FlowStage{
			{Stage: stats.Reported, Count: incident.Exactly(10), Events: 1, Unaccounted: incident.Exactly(0)},
			{Stage: stats.Held, Count: incident.Exactly(10), Events: 1},
			{Stage: stats.Returned, Count: incident.Exactly(20), Events: 2},
		},
		Passages: []stats.Passage{
			{From: stats.Reported, To: stats.Held, Count: incident.Exactly(0), Events: 1},
			{From: stats.Reported, To: stats.Returned, Count: incident.Exactly(10), Events: 1},
			{From: stats.Held, To: stats.Returned, Count: incident.Exactly(10), Events: 1},
		},
	}
	text := flowOf(t, f, nil)
	if n := strings.Count(text, `class="band"`); n != 2 {
		t.Errorf("%d bands", n)
	}
	if !strings.Contains(text, "H500C") || !strings.Contains(text, "H1000C") { // to the first half, and to the second
		t.Error("the bands end in one place")
	}
	if strings.Contains(text, "not accounted for") {
		t.Error("0 not accounted for is said")
	}
}

// TestFlowOddities: no figures, unstated ones, and parts that exceed their whole are drawn all the same.
func TestFlowOddities(t *testing.T) {
	if text := flowOf(t, &stats.Flow{}, nil); !strings.Contains(text, "No figures.") {
		t.Error("nothing is not said")
	}
	f := road()
	f.Stages[1].Count, f.Passages[2].Count = incident.About(5), incident.Exactly(1<<63-1)
	f.Passages[1].Count = incident.LessThan(9)
	all, _, _ := rects(t, flowOf(t, f, &SVGOptions{}))
	for _, r := range all {
		if r.x < 0 || r.w < 0 || r.x+r.w > 100.01 {
			t.Errorf("a bar from %v, %v wide", r.x, r.w)
		}
	}
	if err := WriteFlowSVG(failing{}, road(), nil); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a writer that fails: %v", err)
	}
}

// failing refuses to write.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
