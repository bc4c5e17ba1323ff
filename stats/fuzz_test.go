package stats

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/incident"
)

// allocated runs f and returns how many bytes it took from the heap.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// fuzzLimits keep what arbitrary bytes may ask for small, and fuzzExact lets
// sketches in all the same.
var fuzzLimits = Limits{Groups: 2000}

const fuzzExact = 5

// reconcilerHead begins a state.
const reconcilerHead = string(rune(reconcilerState)) + string(rune(reconcilerVersion))

func FuzzReconcilerState(f *testing.F) {
	for seed := range uint64(4) {
		state, err := reconcile(f, made(seed, int(3*seed))).MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(state)
	}
	f.Add([]byte(reconcilerHead + "\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Add([]byte(reconcilerHead + "\x01" + "\xff\xff\xff\xff\x0f"))
	f.Add([]byte(reconcilerHead + "\x00\x01\x01p\x01a\x01p\x01b\x01"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		r := NewReconciler(&ReconcilerOptions{Limits: fuzzLimits})
		var err error
		if took := allocated(func() { err = r.UnmarshalBinary(data) }); took > 1<<20+200*uint64(len(data)) {
			t.Errorf("%d bytes of state take %d bytes", len(data), took)
		}
		if err != nil {
			if code := codeOf(err); code != incident.CodeFormatUnexpected && code != incident.CodeLimitGroups {
				t.Errorf("error %v", err)
			}
			if r.Len() != 0 {
				t.Error("a state that is refused is taken in")
			}
			return
		}
		again, err := r.MarshalBinary()
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("%x is written again as %x: %v", data, again, err)
		}
		if len(data) > 4096 {
			return
		}
		tally := NewTally(By(Country, Nationality), Sum(incident.Freed), WithLimits(fuzzLimits))
		for a := range r.Accounts(OfficialFirst, incident.Date{}) {
			if err := tally.Add(a); err != nil && codeOf(err) == "" {
				t.Error(err)
			}
		}
	})
}

func FuzzTallyState(f *testing.F) {
	for seed := range uint64(4) {
		r := reconcile(f, made(seed, int(4*seed)))
		state, err := tallyOf(f, r).MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(state)
	}
	money := NewTally(By(Country), Sum(incident.Lost), Quantiles())
	lost := said(f, "r", "e", "100")
	lost.Figures[0].Measure, lost.Figures[0].Unit = incident.Lost, "THB"
	addAll(f, money, lost)
	state, err := money.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(state)
	sketched := valueTally(fuzzExact)
	addSeen(f, sketched, someSeen(1, fuzzExact, fuzzExact+1, 4*fuzzExact)...)
	f.Add(stateOf(f, sketched))
	f.Add([]byte("T\x01\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Add([]byte("T\x02\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Add([]byte("T\x02\x00\x00\x01\x05\x01\x00\x00\x00\x01\x09\x09\x00\x00\x05")) // a row with a sketch that is not there
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		tally := NewTally(WithLimits(fuzzLimits), exactly(fuzzExact))
		var err error
		if took := allocated(func() { err = tally.UnmarshalBinary(data) }); took > 4<<20+1000*uint64(len(data)) {
			t.Errorf("%d bytes of state take %d bytes", len(data), took)
		}
		if err != nil {
			if code := codeOf(err); code != incident.CodeFormatUnexpected && code != incident.CodeLimitGroups {
				t.Errorf("error %v", err)
			}
			return
		}
		again, err := tally.MarshalBinary()
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("%x is written again as %x: %v", data, again, err)
		}
		for row := range tally.Rows() {
			for i, s := range row.Sums {
				if low, _, _ := s.Count.Interval(); low < 0 {
					t.Errorf("row %q: %v", row.Key, s.Count)
				}
				row.Quantile(i, 0.5)
			}
			if row.Distinct < 0 || row.TopError < 0 {
				t.Errorf("row %q: %d distinct, top too high by %d", row.Key, row.Distinct, row.TopError)
			}
			for _, v := range row.Top {
				if v.Value == "" || v.Events <= 0 {
					t.Errorf("row %q: %q in %d events", row.Key, v.Value, v.Events)
				}
			}
		}
		twice := NewTally(WithLimits(fuzzLimits), exactly(fuzzExact))
		if err := twice.UnmarshalBinary(data); err != nil {
			t.Fatal(err)
		}
		if err := twice.Merge(tally); err != nil && codeOf(err) == "" {
			t.Error(err)
		}
	})
}

// recordFrom makes a record out of arbitrary bytes: any figures, of any groups,
// windows and accruals, in any contradiction.
func recordFrom(data []byte) *incident.Record {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b)
	}
	pick := func(from ...string) string { return from[next()%len(from)] }
	number := func() int64 {
		n := int64(next())
		if n > 250 {
			return math.MaxInt64 - int64(next())
		}
		return n
	}
	r := &incident.Record{
		Kind: incident.KindRescue, ID: pick("a", "b", ""), Place: incident.Place{Country: pick("KH", "", "MM"), Admin1: pick("", "IN-OR", "KH-1")},
	}
	r.Occurred, _ = incident.ParseDate(pick("2024-03-13", "2024-03", "", "2024-03-13/2024-03-20", "../2024", "2024/.."))
	for len(data) > 0 && len(r.Figures) < 40 {
		f := incident.Figure{
			Measure: incident.Measure(pick("freed", "freed", "returned", "lost", "share")),
			Accrual: incident.Accrual(pick("event", "", "period", "cumulative", "stock")),
			Group: incident.Group{
				Nationality: pick("", "IN", "NP", "OTHER", "unknown"), Sex: pick("", "F", "M", "unknown"),
				Age: pick("", "child", "adult", "18-24", "unknown"), Admin1: pick("", "", "IN-OD"), Place: pick("", "", "KH", "Goa"),
			},
			Label: pick("", "", "", "one", "two"), Beside: next()%16 == 1, Text: pick("", "hundreds", "about six lakh"),
			Unit: pick("", "", "THB", "USD"),
		}
		low, best, high := number(), number(), number()
		f.Count, _ = incident.NewCount(best, low, high, incident.Parts(next()%8)) // out of order: not stated
		f.From, _ = incident.ParseDate(pick("", "2024-01", "2024-02-01"))
		f.To, _ = incident.ParseDate(pick("", "2024-03", "2024-02-01"))
		r.Figures = append(r.Figures, f)
	}
	return r
}

func FuzzAccount(f *testing.F) {
	f.Add([]byte{})
	rng := rand.New(rand.NewPCG(1, 1))
	for n := range 8 {
		data := make([]byte, 60*n)
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		f.Add(data)
	}
	f.Fuzz(checkAccount)
}

// checkAccount demands of any record that its account can be made and added up
// in every way, that nothing is negative and that its state comes back.
func checkAccount(t *testing.T, data []byte) {
	r := recordFrom(data)
	a := AccountOf(r)
	for _, f := range a.Figures {
		if f.Chosen == nil != f.Count.IsZero() || len(f.Claims) == 0 {
			t.Errorf("%+v", f)
		}
	}
	all := slices.Collect(incident.Measures())
	for _, options := range [][]TallyOption{
		{Sum(all...)},
		{Sum(all...), By(Nationality, Sex, Age, Country), Quantiles()},
		{Sum(all...), By(Age, Admin1, Measure, Accrual), Top(Nationality, 2), Distinct(Sex)},
	} {
		tally := NewTally(options...)
		if err := tally.Add(a); err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(tally)
		if len(rows) == 0 {
			t.Error("the event is in no row")
		}
		for _, row := range rows {
			for _, s := range row.Sums {
				for _, get := range [...]func() (int64, bool){s.Count.Best, s.Count.Low, s.Count.High} {
					if n, ok := get(); ok && n < 0 {
						t.Errorf("%v", s)
					}
				}
				if s.Measure == incident.Share && s.Terms > 0 {
					t.Error("shares were added")
				}
			}
		}
		state, _ := tally.MarshalBinary()
		if err := new(Tally).UnmarshalBinary(state); err != nil {
			t.Errorf("the tally's state cannot be read: %v", err)
		}
	}
	state, _ := reconcile(t, []*incident.Record{r}).MarshalBinary()
	back := NewReconciler(nil)
	if err := back.UnmarshalBinary(state); err != nil {
		t.Errorf("the record's state cannot be read: %v", err)
	}
	for account := range back.Accounts(nil, incident.Date{}) {
		if len(account.Figures) != len(a.Figures) {
			t.Errorf("%d figures by the reconciler, %d alone", len(account.Figures), len(a.Figures))
		}
		for i, f := range account.Figures {
			if f.Key != a.Figures[i].Key || f.Count != a.Figures[i].Count {
				t.Errorf("%+v by the reconciler, %+v alone", f, a.Figures[i])
			}
		}
	}
}

func TestAccountsOfAnyRecord(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 600 {
		data := make([]byte, rng.IntN(400))
		for i := range data {
			data[i] = byte(rng.Uint32())
		}
		checkAccount(t, data)
		if t.Failed() {
			t.Fatalf("%+v", recordFrom(data))
		}
	}
}

// TestStatesCutOrChanged damages states in every place.
func TestStatesClaimNoMoreThanTheyHold(t *testing.T) {
	rest := make([]byte, 1<<20)
	empty := strings.Repeat("\x00", leastRecord-1) // a record's texts and lists, up to its figures
	for _, head := range []string{"\xc0\x84\x3d", "\x01" + empty + "\xff\xff\x3f", "\xff\xff\x03", "\x00\xc0\x84\x0c", "\x00\xff\xff\x3f"} {
		data := append([]byte(reconcilerHead+head), rest...)
		var err error
		took := allocated(func() { err = NewReconciler(nil).UnmarshalBinary(data) })
		if codeOf(err) == "" || took > 100<<20 {
			t.Errorf("%q and zeros: %v, %d MiB", head, err, took>>20)
		}
	}
}

func TestStatesCutOrChanged(t *testing.T) {
	r := reconcile(t, made(3, 9))
	records, _ := r.MarshalBinary()
	tally, _ := tallyOf(t, r).MarshalBinary()
	for i := range records {
		if err := NewReconciler(nil).UnmarshalBinary(records[:i]); codeOf(err) != incident.CodeFormatUnexpected {
			t.Fatalf("a reconciler's state cut after %d bytes: %v", i, err)
		}
	}
	for i := range tally {
		if err := new(Tally).UnmarshalBinary(tally[:i]); codeOf(err) != incident.CodeFormatUnexpected {
			t.Fatalf("a tally's state cut after %d bytes: %v", i, err)
		}
		for _, with := range []byte{0, 1, 0x7f, 0x80, 0xff} {
			changed := slices.Clone(tally)
			changed[i] = with
			back := new(Tally)
			if back.UnmarshalBinary(changed) == nil {
				if again, _ := back.MarshalBinary(); !bytes.Equal(again, changed) {
					t.Fatalf("byte %d as %d: taken for another state", i, with)
				}
			}
		}
	}
	for i := range records {
		for _, with := range []byte{0, 1, 0x7f, 0x80, 0xff} {
			changed := slices.Clone(records)
			changed[i] = with
			back := NewReconciler(nil)
			if back.UnmarshalBinary(changed) == nil {
				if again, _ := back.MarshalBinary(); !bytes.Equal(again, changed) {
					t.Fatalf("byte %d as %d: taken for another state", i, with)
				}
			}
		}
	}
	for _, state := range [][]byte{append(slices.Clone(records), 0), binary.AppendUvarint([]byte("R\x01"), 0), tally} {
		if err := r.UnmarshalBinary(state); codeOf(err) != incident.CodeFormatUnexpected {
			t.Errorf("%v", err)
		}
	}
}
