package incident

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestCase33RecordsPrintNoText(t *testing.T) {
	for _, mark := range planted {
		r := plant(t, mark)
		var out bytes.Buffer
		fmt.Fprintf(&out, "%v %+v %s %q %v %+v %v\n", r, r, r, r, *r, *r, []*Record{r})
		fmt.Fprintf(&out, "%v %+v %q %v %+v %q\n", r.Figures, r.Figures, r.Figures, r.Place, r.Place, r.Source)
		for _, f := range r.Figures {
			fmt.Fprintf(&out, "%v %+v %v\n", f.Group, f.Group, &f)
			slog.New(slog.NewTextHandler(&out, nil)).Info("read", "figure", f, "group", f.Group, "place", r.Place, "source", r.Source)
		}
		for _, h := range []slog.Handler{slog.NewJSONHandler(&out, nil), slog.NewTextHandler(&out, nil)} {
			slog.New(h).Info("read", "record", r, "value", *r)
		}
		if i := strings.Index(out.String(), mark); i >= 0 {
			t.Errorf("%s got out: …%s…", mark, out.String()[max(0, i-80):i+len(mark)])
		}
	}
	for _, c := range []struct {
		r    Record
		want string
	}{
		{Record{}, "record of 0 figures"},
		{Record{Kind: KindRescue, Figures: make([]Figure, 1)}, "rescue of 1 figure"},
		{Record{Kind: "Maria", Figures: make([]Figure, 2)}, "record of 2 figures"},
	} {
		if got := fmt.Sprint(c.r); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
