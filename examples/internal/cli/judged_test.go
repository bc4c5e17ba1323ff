package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/rescuetally/rescuetally/stats"
)

func TestJudged(t *testing.T) {
	const header = "publisher_a,id_a,publisher_b,id_b,verdict\n"
	for text, want := range map[string]string{
		header: "",
		header + "Police,1,\"Paper, daily\",2,same\nPolice,1,Radio,3,different\n": "",
		"":                                        "f.csv:1: the header of judgements is",
		"a,b,c,d,e\nPolice,1,Radio,3,same\n":      "f.csv:1: the header of judgements is",
		header + "Police,1,Radio,3,perhaps\n":     "f.csv:2:18: the verdict is same or different",
		header + "Police,1,Radio,same\n":          "f.csv:2:1: wrong number of fields",
		header + "Police,1,\"Radio\" x,3,same\n":  "f.csv:2:16: ",
		header + "Police,1,Radio,3,same\nx,y,z\n": "f.csv:3:1: ",
	} {
		r := stats.NewReconciler(nil)
		err := readJudgements(strings.NewReader(text), "f.csv", r.Judge)
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	broken := errors.New("broken")
	if err := readJudgements(iotest.ErrReader(broken), "f", nil); err == nil {
		t.Error("a reader that fails is read")
	}
	name := filepath.Join(t.TempDir(), "judged.csv")
	if err := os.WriteFile(name, []byte(header+"Police,1,Radio,3,same\nPolice,1,Paper,2,different\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want int // judgements, −1 for an error
	}{{nil, 0}, {[]string{"-judged", name}, 2}, {[]string{"-judged", name + ".gone"}, -1}} {
		p := New("judge", "", nil, nil, &strings.Builder{})
		judged := p.Judged()
		if _, _, ok := p.Parse(c.args); !ok {
			t.Fatal(c.args)
		}
		r := stats.NewReconciler(nil)
		err := judged(r)
		if (err != nil) != (c.want < 0) || c.want >= 0 && len(r.Judgements()) != c.want {
			t.Errorf("%q: %v, %v", c.args, r.Judgements(), err)
		}
		if c.want == 2 && !slices.Contains(r.Judgements(), stats.Judgement{A: stats.Ref{Publisher: "Police", ID: "1"}, B: stats.Ref{Publisher: "Radio", ID: "3"}, Same: true}) {
			t.Errorf("%v", r.Judgements())
		}
	}
}
