package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestReferralsComeTo1995 reads a quarter of the UK National Referral Mechanism, in
// which totals of every dimension stand among the rows: the column added up comes
// to 19,950, the people are 1,995, whatever the order of the rows.
func TestReferralsComeTo1995(t *testing.T) {
	data, err := os.ReadFile("../../../shared/real/uk-nrm-referrals-2023q3.csv")
	if err != nil {
		t.Skip("the file is not there: ", err)
	}
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	rows := bytes.SplitAfter(bytes.TrimSuffix(rest, []byte("\n")), []byte("\n"))
	mapping := "../../adapters/csvio/testdata/uk-nrm-referrals-2023q3.mapping.json"
	rng := rand.New(rand.NewPCG(19, 95))
	for range 2 {
		rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		text := append(head[:len(head):len(head)], '\n')
		for _, row := range rows {
			text = append(append(text, bytes.TrimSuffix(row, []byte("\n"))...), '\n')
		}
		name := filepath.Join(t.TempDir(), "referrals.csv")
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		out, _, code := call(t, "", "-by", "country", "-sum", "reported", "-map", mapping, name)
		want := "country,reported_best,reported_low,reported_high,reported_lost,events,records\nGB,1995,1995,1995,,1,29484\n"
		if code != 0 || out != want {
			t.Errorf("exit %d, %s", code, out)
		}
	}
}
