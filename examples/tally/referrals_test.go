package main

import (
	"bytes"
	"encoding/csv"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
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
		out, log, code := call(t, "", "-by", "country", "-sum", "reported", "-map", mapping, name)
		want := "country,reported_best,reported_low,reported_high,reported_lost,events,records\nGB,1995,1995,1995,,1,29484\n"
		if code != 0 || out != want {
			t.Errorf("exit %d, %s", code, out)
		}
		if !strings.Contains(log, "the 29,484 figures would come to 19,950 if all were added, not 1,995") {
			t.Errorf("nothing explains the sum of the column: %s", log)
		}
		// Where no row gives the totals of a dimension, they are those of the rows that give it among others.
		out, _, _ = call(t, "", "-by", "sex", "-sum", "reported", "-map", mapping, name)
		if want := leaves(t, data, "Gender", map[string]string{"Female": "F", "Male": "M", "Other": "X"}); !maps.Equal(firstSums(t, out), want) {
			t.Errorf("by sex: %s, want %v", out, want)
		}
		out, _, _ = call(t, "", "-by", "nationality", "-sum", "reported", "-map", mapping, name)
		sum := 0
		for _, n := range firstSums(t, out) {
			sum += n
		}
		if sum != 1995 || firstSums(t, out)["AL"] != 644 {
			t.Errorf("by nationality: %d people, %d Albanians", sum, firstSums(t, out)["AL"])
		}
	}
}

// firstSums returns the first sum of a table by its key.
func firstSums(t *testing.T, table string) map[string]int {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	out := map[string]int{}
	for _, row := range rows[1:] {
		n, err := strconv.Atoi(row[1])
		if err != nil {
			t.Errorf("%q: no number", row[0])
		}
		if n > 0 {
			out[row[0]] = n
		}
	}
	return out
}

// leaves adds up the rows of the file that have no total in any dimension but
// nationality, by one of their columns.
func leaves(t *testing.T, file []byte, name string, codes map[string]string) map[string]int {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, column := range rows[0] {
		at[column] = i
	}
	out := map[string]int{}
	for _, row := range rows[1:] {
		if row[at["Nationality"]] == "Total" && row[at["Gender"]] != "Total" {
			n, err := strconv.Atoi(row[at["People"]])
			if err != nil {
				t.Fatal(err)
			}
			out[codes[row[at[name]]]] += n
		}
	}
	return out
}
