package incident_test

import (
	"fmt"

	"github.com/rescuetally/rescuetally/incident"
)

// A reader of a format fills a View, and builds a Record where the View does not
// take what stands there.
func ExampleView() {
	rows := [][3]string{{"r1", "KH", "250"}, {"r2", "KH", "~40"}, {"r3", "Cambodia", "7"}}
	var v incident.View
	for _, row := range rows {
		v.Reset()
		ok := v.Set(incident.MemberKind, []byte("rescue")) &&
			v.Set(incident.MemberID, []byte(row[0])) &&
			v.Set(incident.MemberCountry, []byte(row[1]))
		v.AddFigure()
		ok = ok && v.Set(incident.MemberMeasure, []byte("freed")) &&
			v.Set(incident.MemberCount, []byte(row[2]))
		if !ok || !v.Plain() {
			fmt.Println(row[0], "is to be built, to see what is wrong with it")
			continue
		}
		shared := v.Shared() // nothing was copied so far
		fmt.Println(string(v.ID()), shared.Place.Country, shared.Figures[0].Count, len(v.Check(nil)))
	}
	// Output:
	// r1 KH 250 0
	// r2 KH ~40 0
	// r3 is to be built, to see what is wrong with it
}

func ExampleView_Record() {
	var v incident.View
	var kept []*incident.Record
	for _, id := range []string{"r1", "r2"} {
		v.Reset()
		v.Set(incident.MemberKind, []byte("arrest"))
		v.Set(incident.MemberID, []byte(id))
		kept = append(kept, v.Record()) // good for ever, the View until the next record
	}
	fmt.Println(kept[0].ID, kept[1].ID)
	// Output: r1 r2
}

// Equal codes stand for equal values, whatever the record: counting by them needs
// no look at the text.
func ExampleView_Code() {
	var v incident.View
	names, counts := map[uint32]string{}, map[uint32]int{}
	for _, country := range []string{"KH", "MM", "KH"} {
		v.Reset()
		v.Set(incident.MemberCountry, []byte(country))
		code := v.Code(incident.MemberCountry)
		names[code] = v.Shared().Place.Country
		counts[code]++
	}
	for code := range uint32(3) {
		if counts[code] > 0 {
			fmt.Println(names[code], counts[code])
		}
	}
	// Output:
	// KH 2
	// MM 1
}
