package stats

import (
	"cmp"
	"slices"

	"github.com/rescuetally/rescuetally/incident"
)

// nameWindows gives windows of one thing that are the same days one form: "2024" and
// "2024-01-01 to 2024-12-31". It is the form that says most, or else the first
// bytewise.
func nameWindows(claims []keyed) {
	type end struct {
		key Key // without a window
		day incident.Day
		to  bool
	}
	windows := false
	for i := range claims {
		windows = windows || !claims[i].key.From.IsZero() || !claims[i].key.To.IsZero()
	}
	if !windows {
		return
	}
	names := map[end]incident.Date{}
	each := func(do func(e end, d *incident.Date)) {
		for i := range claims {
			k := &claims[i].key
			if k.From.IsZero() && k.To.IsZero() {
				continue
			}
			whenever := *k
			whenever.From, whenever.To = incident.Date{}, incident.Date{}
			if day, ok := k.From.Earliest(); ok {
				do(end{whenever, day, false}, &k.From)
			}
			if day, ok := k.To.Latest(); ok {
				do(end{whenever, day, true}, &k.To)
			}
		}
	}
	each(func(e end, d *incident.Date) {
		old, ok := names[e]
		if a, b := old.String(), d.String(); !ok || len(b) > len(a) || len(b) == len(a) && b < a {
			names[e] = *d
		}
	})
	each(func(e end, d *incident.Date) { *d = names[e] })
}

// joinWindows makes claims of several records on one number one claim whose windows
// are the same but for their ends: "75 in the last three months", said on two days.
// A claim whose window shares at least half of the shorter one with the longest
// takes that as its own.
func joinWindows(claims []keyed) {
	type same struct {
		key    Key
		number number
	}
	var order []same
	var groups map[same][]int
	for i := range claims {
		c := &claims[i]
		if c.key.Accrual != incident.AccrualPeriod || c.claim.Count.IsZero() {
			continue
		}
		k := same{c.key, c.claim.number()}
		k.key.From, k.key.To = incident.Date{}, incident.Date{}
		if groups[k] == nil {
			order = append(order, k)
		}
		if groups == nil {
			groups = map[same][]int{}
		}
		groups[k] = append(groups[k], i)
	}
	for _, k := range order {
		for _, members := range overlapping(claims, groups[k]) {
			joinToLongest(claims, members)
		}
	}
}

// overlapping divides claims into those whose windows overlap, one after the other,
// and leaves out those that stand alone or do not say.
func overlapping(claims []keyed, members []int) (out [][]int) {
	members = slices.DeleteFunc(members, func(i int) bool { return daysOf(&claims[i].key) == 0 })
	slices.SortStableFunc(members, func(i, j int) int {
		from, _, _ := claims[i].key.window()
		from2, _, _ := claims[j].key.window()
		return cmp.Compare(from, from2)
	})
	start := 0
	var last incident.Day
	for n, i := range members {
		from, to, _ := claims[i].key.window()
		if n > 0 && from > last {
			if n-start > 1 {
				out = append(out, members[start:n])
			}
			start = n
		}
		last = max(last, to)
		if n == 0 {
			last = to
		}
	}
	if len(members)-start > 1 {
		out = append(out, members[start:])
	}
	return out
}

// joinToLongest gives claims on one number the window of the longest they share.
func joinToLongest(claims []keyed, members []int) {
	slices.SortStableFunc(members, func(i, j int) int {
		k, l := &claims[i].key, &claims[j].key
		return cmp.Or(cmp.Compare(daysOf(l), daysOf(k)), cmp.Compare(k.From.String(), l.From.String()), cmp.Compare(k.To.String(), l.To.String()),
			byID(claims[i].claim.Record, claims[j].claim.Record))
	})
	for len(members) > 0 {
		longest := claims[members[0]]
		var others []int
		for _, i := range members[1:] {
			c := &claims[i]
			if shared := sharedDays(&c.key, &longest.key); c.claim.Record != longest.claim.Record && 2*shared >= daysOf(&c.key) {
				// Of windows that share less than nine days in ten there are perhaps more people.
				c.claim.apart = 10*shared < 9*daysOf(&longest.key) && shared < daysOf(&c.key)
				c.key.From, c.key.To = longest.key.From, longest.key.To
			} else {
				others = append(others, i)
			}
		}
		members = others
	}
}

// daysOf returns how many days a key's window has, 0 where an end is not stated.
func daysOf(k *Key) int64 { return sharedDays(k, k) }

// sharedDays returns how many days two windows share.
func sharedDays(k, l *Key) int64 {
	kFirst, kLast, ok := k.window()
	lFirst, lLast, ok2 := l.window()
	if !ok || !ok2 {
		return 0
	}
	return max(0, int64(min(kLast, lLast))-int64(max(kFirst, lFirst))+1)
}

// window returns the days of a key's window; ok is false where an end is not
// stated.
func (k *Key) window() (first, last incident.Day, ok bool) {
	first, ok = k.From.Earliest()
	last, ok2 := k.To.Latest()
	return first, last, ok && ok2
}
