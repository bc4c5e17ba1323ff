package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// TestScreenerRegister asks registers for an agent that is in none of their entries.
func TestScreenerRegister(t *testing.T) {
	const (
		valid  = `{"authority":"Bureau","country":"PH","name":"Good Hands","status":"valid","validTo":"2999-12-31","asOf":"2026-02-01"}`
		banned = `{"authority":"Bureau","country":"PH","name":"Bad Hands","status":"blacklisted","asOf":"2026-02-01"}`
		broken = `{"authority":"Bureau","country":"PH","name":"Name-Zq7","status":"Status-Zq7"}`
	)
	for _, c := range []struct {
		name, lines, flag string
		want              advisory.Reason
		code              int
	}{
		{"a list of those who are licensed", valid, "", advisory.ReasonNotListed, Done},
		{"one that is said to be partial", valid, "-partial", advisory.ReasonIncomplete, Done},
		{"a list of those to beware of", banned, "", advisory.ReasonIncomplete, Done},
		{"one with an entry that was rejected", valid + "\n" + broken, "", advisory.ReasonIncomplete, Act},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "register.ndjson")
			if err := os.WriteFile(file, []byte(c.lines+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			var log bytes.Buffer
			p := NewServer("x", "", &log, &log)
			load := p.Screener()
			if _, _, ok := p.Parse(strings.Fields("-register " + file + " " + c.flag)); !ok {
				t.Fatal(log.String())
			}
			var sum Sum
			s, err := load(t.Context(), &sum)
			if err != nil {
				t.Fatal(err)
			}
			got := s.Screen(&advisory.Offer{Agent: "Wanderlust Manpower", Nationality: "PH"}, date(t, "2026-02-10"))
			if got.Register.Reason != c.want || sum.Code() != c.code {
				t.Errorf("the register says %q with exit code %d, want %q with %d: %s", got.Register.Reason, sum.Code(), c.want, c.code, log.String())
			}
			if strings.Contains(log.String(), "Zq7") {
				t.Error("a value of an entry is reported")
			}
		})
	}
}

// TestInIsOfTheInput: files that other flags name have the format of their own name, and
// what is not for the public is no advisory to warn by.
func TestInIsOfTheInput(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	register := file("register.ndjson", `{"authority":"Bureau","country":"PH","name":"Good Hands","status":"valid","asOf":"2026-02-01"}`+"\n")
	nameless := file("register", "")
	alert := `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>a@b.example</sender><sent>2024-03-30T09:00:00+07:00</sent>` +
		`<status>Actual</status><msgType>Alert</msgType><scope>Public</scope></alert>`
	public := file("public.cap", alert)
	private := file("private.cap", strings.Replace(alert, "<scope>Public</scope>", "<scope>Private</scope><addresses>x</addresses>", 1))
	for _, c := range []struct {
		name, args            string
		entries, all, rejects int
		want                  string
	}{
		{"another format", "-in json -register " + register + " -advisories " + public, 1, 1, 0, ""},
		{"no format", "-in json -register " + nameless, 0, 0, 0, "let it end in"},
		{"an alert that is not for the public", "-advisories " + private, 0, 0, 1, "format.unexpected"},
		{"the standard input", "-in ndjson -register -", 0, 0, 0, ""},
	} {
		var log bytes.Buffer
		p := New("x", "", strings.NewReader(""), &log, &log)
		load := p.Screener()
		if _, _, ok := p.Parse(strings.Fields(c.args)); !ok {
			t.Fatal(log.String())
		}
		var sum Sum
		s, err := load(t.Context(), &sum)
		if err != nil {
			if c.want == "" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if s.Register.Len() != c.entries || strings.Contains(c.args, "-advisories") && len(s.Advisories) != c.all || sum.Rejected != c.rejects || !strings.Contains(log.String(), c.want) {
			t.Errorf("%s: %d entries, %d advisories, %d rejected, %s", c.name, s.Register.Len(), len(s.Advisories), sum.Rejected, log.String())
		}
	}
}

func date(t *testing.T, text string) incident.Date {
	t.Helper()
	d, err := incident.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
