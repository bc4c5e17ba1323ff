package incident

import "testing"

func date(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPartOf(t *testing.T) {
	year := func(from, to string) Figure {
		return Figure{Measure: Freed, Accrual: AccrualPeriod, From: date(t, from), To: date(t, to)}
	}
	total := func(from, to string) Figure {
		return Figure{Measure: Freed, Accrual: AccrualCumulative, From: date(t, from), To: date(t, to)}
	}
	stock := func(to string) Figure {
		return Figure{Measure: Freed, Accrual: AccrualStock, To: date(t, to)}
	}
	event := Figure{Measure: Freed, Accrual: AccrualEvent}
	of := func(f Figure, g Group) Figure { f.Group = g; return f }
	named := func(f Figure, label string) Figure { f.Label = label; return f }
	beside := func(f Figure) Figure { f.Beside = true; return f }
	india := Group{Nationality: "IN"}
	labour := NewBy(map[string]string{"exploitation": "Labour"})
	both := NewBy(map[string]string{"exploitation": "Labour", "county": "Kent"})
	tests := []struct {
		name        string
		part, whole Figure
		want        bool
	}{
		{"itself", event, event, false},
		{"a nationality", of(event, india), event, true},
		{"the whole of a nationality", event, of(event, india), false},
		{"women of a nationality", of(event, Group{Nationality: "IN", Sex: "F"}), of(event, india), true},
		{"women of another", of(event, Group{Nationality: "PH", Sex: "F"}), of(event, india), false},
		{"two dimensions", of(event, Group{Nationality: "IN"}), of(event, Group{Sex: "F"}), false},
		{"an age", of(event, Group{Age: "child"}), event, true},
		{"an origin", of(event, Group{Admin1: "IN-KL"}), event, true},
		{"a place", of(event, Group{Place: "KH"}), event, true},
		{"an own dimension", of(event, Group{By: labour}), event, true},
		{"two own dimensions", of(event, Group{By: both}), of(event, Group{By: labour}), true},
		{"one of two", of(event, Group{By: labour}), of(event, Group{By: both}), false},
		{"a label", named(event, "first batch"), event, true},
		{"another label", named(event, "a"), named(event, "b"), false},
		{"a label of a group", named(of(event, india), "a"), of(event, india), true},
		{"a group of a label", of(named(event, "a"), india), named(event, "a"), true},
		{"beside", beside(of(event, india)), event, false},
		{"beside the whole", of(event, india), beside(event), false},
		{"another measure", Figure{Measure: Returned, Accrual: AccrualEvent, Group: india}, event, false},
		{"another unit", Figure{Measure: Freed, Accrual: AccrualEvent, Group: india, Unit: "INR"}, event, false},
		{"a month of a year", year("2024-03-01", "2024-03-31"), year("2024-01-01", "2024-12-31"), true},
		{"the same days", year("2024", "2024"), year("2024-01-01", "2024-12-31"), false},
		{"overlapping", year("2023-12-01", "2024-03-31"), year("2024-01-01", "2024-12-31"), false},
		{"after it", year("2025-01-01", "2025-03-31"), year("2024-01-01", "2024-12-31"), false},
		{"a period of a running total", year("2023-12-30", "2024-03-30"), total("", "2024-03-30"), true},
		{"a period of one that began later", year("2023-12-30", "2024-03-30"), total("2024-01-01", "2024-03-30"), false},
		{"an earlier running total", total("", "2024-01-30"), total("", "2024-03-30"), true},
		{"a later running total", total("", "2024-04-30"), total("", "2024-03-30"), false},
		{"a running total of a period", total("2024-01-01", "2024-03-30"), year("2024", "2024"), false},
		{"an event of a period", event, year("2024", "2024"), false},
		{"a period of an event", year("2024", "2024"), event, true},
		{"a stock of a nationality", of(stock("2024-03-30"), india), stock("2024-03-30"), true},
		{"a stock of another day", stock("2024-03-29"), stock("2024-03-30"), false},
		{"a stock in a period", stock("2024-03-30"), year("2024", "2024"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.part.PartOf(&tt.whole); got != tt.want {
				t.Errorf("PartOf = %t, want %t", got, tt.want)
			}
			if tt.want && tt.whole.PartOf(&tt.part) {
				t.Error("the whole is part of its part")
			}
		})
	}
}

func TestPartOfIsTransitive(t *testing.T) {
	var figures []Figure
	for _, nationality := range []string{"", "IN"} {
		for _, sex := range []string{"", "F"} {
			for _, label := range []string{"", "a"} {
				for _, from := range []string{"", "2024-01-01", "2024-03-01"} {
					f := Figure{Measure: Freed, Group: Group{Nationality: nationality, Sex: sex}, Label: label}
					if from != "" {
						f.Accrual, f.From, f.To = AccrualPeriod, date(t, from), date(t, "2024-03-31")
					}
					figures = append(figures, f)
				}
			}
		}
	}
	for i := range figures {
		for j := range figures {
			for k := range figures {
				a, b, c := &figures[i], &figures[j], &figures[k]
				if a.PartOf(b) && b.PartOf(c) && !a.PartOf(c) {
					t.Fatalf("%+v is part of %+v, that of %+v, the first not of the last", a, b, c)
				}
			}
		}
	}
}

func TestResolve(t *testing.T) {
	stated := Figure{Count: Exactly(5), Text: "seven"}
	if c, err := stated.Resolve("en"); err != nil || c != Exactly(5) {
		t.Errorf("a stated count resolves to %v, %v", c, err)
	}
	printed := Figure{Text: "250"}
	if c, err := printed.Resolve("en"); err != nil || c != Exactly(250) {
		t.Errorf("250 resolves to %v, %v", c, err)
	}
	neither := Figure{}
	if c, err := neither.Resolve("en"); err == nil || !c.IsZero() {
		t.Errorf("no count and no text resolve to %v, %v", c, err)
	}
}
