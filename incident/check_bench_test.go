package incident

import "testing"

// typicalRecord is like the corpus's records: a total, its parts, a page of
// notes.
func typicalRecord(t testing.TB) *Record {
	return &Record{
		Kind: KindRescue, ID: "rpt-0111", Event: "mm-dkba-260-2025",
		Published: date(t, "2025-02-12"), Occurred: date(t, "2025-02-12"),
		Place: Place{Country: "TH", Admin1: "TH-63", Name: "Phop Phra, Tak (crossing from Kyaukkhet, Myawaddy)"},
		Figures: []Figure{
			{Measure: Freed, Count: Exactly(260), Accrual: AccrualEvent},
			{Measure: Freed, Count: Exactly(138), Accrual: AccrualEvent, Group: Group{Nationality: "ET"}},
			{Measure: Freed, Count: Exactly(122), Accrual: AccrualEvent, Group: Group{Nationality: Other}},
			{Measure: Returned, Count: Between(0, 40), Text: "up to 40", Accrual: AccrualEvent},
		},
		Lure:         "customer service or marketing job in Thailand",
		Exploitation: []string{"online fraud", "forced criminality"},
		Conditions:   []string{"restriction-of-movement", "physical-violence", "deception"},
		Agencies:     []string{"Democratic Karen Benevolent Army", "Royal Thai Army", "Thai Ministry of Social Development"},
		Source: Source{
			Name: "Bangkok Post", Kind: Media, Lang: "en",
			URL: "https://www.bangkokpost.com/thailand/general/2959999/260-call-scam-victims-freed-from-myawaddy",
		},
		Notes: "List of the army; the parts come to the total. Handed over at the river, taken to a screening centre, " +
			"waiting for their embassies. The twelve others are named in the second list, one day later.",
	}
}

func BenchmarkCheck(b *testing.B) {
	r := typicalRecord(b)
	o := &CheckOptions{AsOf: date(b, "2026-02-28")}
	b.ReportAllocs()
	for b.Loop() {
		if found := r.Check(o); found != nil {
			b.Fatal(found)
		}
	}
}

func BenchmarkCheckShape(b *testing.B) {
	r := typicalRecord(b)
	b.ReportAllocs()
	for b.Loop() {
		if found := r.CheckShape(); found != nil {
			b.Fatal(found)
		}
	}
}

func TestCheckAllocates(t *testing.T) {
	r := typicalRecord(t)
	if n := testing.AllocsPerRun(100, func() { r.CheckShape() }); n > 0 {
		t.Errorf("CheckShape of a good record allocates %v times, want none", n)
	}
	if n := testing.AllocsPerRun(100, func() { r.Check(nil) }); n > 1 {
		t.Errorf("Check of a good record allocates %v times, want at most 1", n)
	}
}
