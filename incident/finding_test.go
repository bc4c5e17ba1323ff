package incident

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindingsErr(t *testing.T) {
	note := Finding{Code: CodeFieldEmpty, Severity: Note, Path: "/a", Message: "m"}
	warning := Finding{Code: CodeDateOrder, Severity: Warning, Path: "/b", Message: "m"}
	wrong := Finding{Code: CodeFieldRequired, Severity: Error, Message: "m"}
	if err := (Findings{note, warning}).Err(); err != nil {
		t.Errorf("notes and warnings are an error: %v", err)
	}
	if err := Findings(nil).Err(); err != nil {
		t.Errorf("no findings are an error: %v", err)
	}
	all := Findings{note, wrong, warning}
	err := fmt.Errorf("read: %w", all.Err())
	back, ok := errors.AsType[Findings](err)
	if diff := cmp.Diff(all, back); !ok || diff != "" {
		t.Errorf("AsType: %t\n%s", ok, diff)
	}
	if want := "note: /a: m [field.empty]\nerror: m [field.required]\nwarning: /b: m [date.order]"; all.Error() != want {
		t.Errorf("Error = %q", all.Error())
	}
	if !all.Has(CodeDateOrder) || all.Has(CodeDateFuture) {
		t.Error("Has is wrong")
	}
}

func TestSyntaxErrorText(t *testing.T) {
	_, err := ParseCount("Maria Santos")
	want := "incident: count: write ASCII digits without sign, space, separator or fraction [count.syntax]"
	if err.Error() != want {
		t.Errorf("Error = %q", err)
	}
}
