package advisory_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
)

func screenRegister(t *testing.T, complete bool) *advisory.Register {
	t.Helper()
	o := &advisory.RegisterOptions{}
	if complete {
		o.Complete = []advisory.Coverage{{Country: "IN"}}
	}
	r, err := advisory.NewRegister(slices.Values(list()), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestScreenAsksTheRegister(t *testing.T) {
	on := day("2024-03-10")
	for name, c := range map[string]struct {
		offer    advisory.Offer
		complete bool
		rule     string
		verdict  advisory.Verdict
	}{
		"listed":          {advisory.Offer{Agent: "Example Overseas", Licence: "B-0001/PUN/PER/100/5/10001/2022", Nationality: "IN"}, true, "favour-listed", advisory.VerdictCannotTell},
		"suspended":       {advisory.Offer{Agent: "Sample Manpower", Nationality: "IN"}, true, "agent-against", advisory.VerdictWarn},
		"another's":       {advisory.Offer{Agent: "Wholly Different Travels", Licence: "B-0001/PUN/PER/100/5/10001/2022"}, true, "agent-other-name", advisory.VerdictWarn},
		"not listed":      {advisory.Offer{Agent: "Nowhere Heard Of Agency", Nationality: "IN"}, true, "agent-not-listed", advisory.VerdictWarn},
		"perhaps listed":  {advisory.Offer{Agent: "Nowhere Heard Of Agency", Nationality: "IN"}, false, "", advisory.VerdictCannotTell},
		"nothing is said": {advisory.Offer{}, true, "", advisory.VerdictCannotTell},
	} {
		t.Run(name, func(t *testing.T) {
			s := advisory.Screen(&c.offer, screenRegister(t, c.complete), nil, on)
			found := slices.Concat(ids(s.Findings), ids(s.Favour))
			for _, rule := range []string{"favour-listed", "agent-against", "agent-other-name", "agent-not-listed"} {
				if slices.Contains(found, rule) != (rule == c.rule) {
					t.Errorf("found %v, want %q", found, c.rule)
				}
			}
			if s.Verdict != c.verdict {
				t.Errorf("verdict %v of weight %d", s.Verdict, s.Weight)
			}
			for _, f := range s.Findings {
				if strings.HasPrefix(f.Rule.ID, "agent-") && f.Entry != nil && (f.Publisher() != f.Entry.Authority || f.Source() != f.Entry.Source.URL) {
					t.Errorf("%s is said by %s", f.Rule.ID, f.Publisher())
				}
			}
		})
	}
}

func TestScreenAsksTheAdvisories(t *testing.T) {
	warned := &advisory.Advisory{
		ID: "a", Issuer: "Ministry of External Affairs", Issued: day("2024-04-04"), Destinations: []string{"KH", "LA"}, Lures: []string{"data entry; customer support"},
		Nationalities: []string{"IN"},
	}
	warned.Source.URL = "https://example.org/a"
	other := &advisory.Advisory{ID: "o", Issuer: "Another", Issued: day("2024-05-01"), Destinations: []string{"KH"}}
	ends := &advisory.Advisory{ID: "b", Issuer: warned.Issuer, Issued: day("2024-06-01"), MsgType: advisory.Cancel, References: []string{"a"}}
	expired := &advisory.Advisory{ID: "e", Issuer: "Ministry", Issued: day("2023-01-01"), Expires: day("2023-06-30"), Destinations: []string{"KH"}}
	any := &advisory.Advisory{ID: "any", Issuer: "Police", Issued: day("2024-01-01"), Lures: []string{"call centre work"}}
	exercise := &advisory.Advisory{ID: "x", Issuer: "Ministry", Issued: day("2024-01-01"), Status: advisory.Exercise, Destinations: []string{"KH"}}
	all := []*advisory.Advisory{warned, other, ends, expired, any, exercise}
	for name, c := range map[string]struct {
		offer advisory.Offer
		on    string
		rules string
		named string // ids of the advisories
		by    string // who speaks in the first finding
	}{
		"destination":        {advisory.Offer{Destinations: []string{"VN", "KH"}}, "2024-05-10", "advisory-destination", "o a", "Another"},
		"one's own ministry": {advisory.Offer{Destinations: []string{"KH"}, Nationality: "IN"}, "2024-05-10", "advisory-destination", "o a", "Ministry of External Affairs"},
		"role too":           {advisory.Offer{Destinations: []string{"LA"}, Role: "Customer Service"}, "2024-05-10", "advisory-role advisory-destination", "a any", "Ministry of External Affairs"},
		"cancelled":          {advisory.Offer{Destinations: []string{"LA"}, Role: "Mason"}, "2024-06-10", "", "", ""},
		"not yet":            {advisory.Offer{Destinations: []string{"LA"}, Role: "Mason"}, "2024-04-03", "", "", ""},
		"one's own, older":   {advisory.Offer{Destinations: []string{"KH"}, Nationality: "CA"}, "2024-05-10", "advisory-destination", "o a", "Another"},
		"another country":    {advisory.Offer{Destinations: []string{"VN"}, Role: "Mason"}, "2024-05-10", "", "", ""},
		"role, any country":  {advisory.Offer{Destinations: []string{"VN"}, Role: "Call center agent"}, "2024-05-10", "advisory-role", "any", "Police"},
	} {
		t.Run(name, func(t *testing.T) {
			s := advisory.Screen(&c.offer, nil, slices.Values(all), day(c.on))
			var rules, named []string
			for _, f := range s.Findings {
				if f.Advisory != nil {
					rules = append(rules, f.Rule.ID)
				}
			}
			for _, stands := range s.Advisories {
				named = append(named, stands.Advisory.ID)
			}
			if got := strings.Join(rules, " "); got != c.rules {
				t.Errorf("rules %q, want %q", got, c.rules)
			}
			if got := strings.Join(named, " "); got != c.named {
				t.Errorf("advisories %q, want %q", got, c.named)
			}
			if c.by != "" && s.Findings[0].Publisher() != c.by {
				t.Errorf("%s speaks, want %s", s.Findings[0].Publisher(), c.by)
			}
			for _, ask := range s.Asks {
				if ask.Member == "role" && c.offer.Role != "" || ask.Member == "destinations" {
					t.Errorf("it asks for %s, which is stated", ask.Member)
				}
			}
		})
	}
}

// TestNewestSpeaks: of two advisories of one's own government the newer one speaks, and
// before a newer one of another.
func TestNewestSpeaks(t *testing.T) {
	all := []*advisory.Advisory{
		{ID: "old", Issuer: "Ministry, India", Issued: day("2023-01-01"), Destinations: []string{"KH"}},
		{ID: "new", Issuer: "Ministry, India", Issued: day("2024-01-01"), Destinations: []string{"KH"}},
		{ID: "other", Issuer: "Ministry, Kenya", Issued: day("2024-06-01"), Destinations: []string{"KH"}},
	}
	for nationality, want := range map[string]string{"IN": "new", "KE": "other", "BR": "other", "": "other"} {
		s := advisory.Screen(&advisory.Offer{Destinations: []string{"KH"}, Nationality: nationality}, nil, slices.Values(all), day("2025-01-01"))
		if len(s.Findings) == 0 || s.Findings[0].Advisory.ID != want {
			t.Errorf("%q: %v", nationality, ids(s.Findings))
		}
	}
}

// TestScreenSaysWhere: the words of a finding are those of the offer at its path.
func TestScreenSaysWhere(t *testing.T) {
	offer := advisory.Offer{
		Role: "Data entry", Visa: "tourist visa", Promises: []string{"ticket", "return ticket"}, Destinations: []string{"TH", "KH"},
		Text: "यह काम टूरिस्ट वीज़ा पर है। full body photo bhejo",
	}
	at := map[string]string{"/role": offer.Role, "/visa": offer.Visa, "/promises/1": offer.Promises[1], "/text": offer.Text, "/destinations/0": "TH", "/destinations/1": "KH"}
	advisories := []*advisory.Advisory{{ID: "a", Issuer: "Ministry", Issued: day("2024-01-01"), Destinations: []string{"KH"}}}
	s := advisory.Screen(&offer, nil, slices.Values(advisories), day("2025-01-01"))
	if len(s.Findings) < 5 {
		t.Fatalf("found %v", ids(s.Findings))
	}
	for _, f := range s.Findings {
		text, ok := at[f.Path]
		if !ok || f.Start < 0 || f.End > len(text) || f.Start >= f.End || text[f.Start:f.End] != f.Words {
			t.Errorf("%s: %q at %s %d to %d", f.Rule.ID, f.Words, f.Path, f.Start, f.End)
		}
	}
}

// TestScreenLaws: on offers put together at random, the verdict is what the weights say,
// each group counts once, what is left out cannot make it worse by more than what it
// said, and the order of the advisories does not matter.
func TestScreenLaws(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var parts []advisory.Offer
	for _, pair := range samples {
		parts = append(parts, pair[0], pair[1])
	}
	slices.SortFunc(parts, func(a, b advisory.Offer) int { return strings.Compare(text(a), text(b)) })
	all := []*advisory.Advisory{
		{ID: "a", Issuer: "A", Issued: day("2024-01-01"), Destinations: []string{"KH"}, Lures: []string{"data entry"}},
		{ID: "b", Issuer: "B", Issued: day("2024-01-01"), Destinations: []string{"MM", "TH"}},
		{ID: "c", Issuer: "C", Issued: day("2024-02-01"), MsgType: advisory.Update, References: []string{"b"}, Destinations: []string{"MM"}},
	}
	on := day("2025-01-01")
	for range 2000 {
		var o advisory.Offer
		for range 1 + rng.IntN(5) {
			o = mixed(o, parts[rng.IntN(len(parts))])
		}
		s := advisory.Screen(&o, nil, slices.Values(all), on)
		if (s.Verdict == advisory.VerdictWarn) != (s.Weight >= s.WarnAt) {
			t.Fatalf("verdict %v at %d of %d", s.Verdict, s.Weight, s.WarnAt)
		}
		heaviest := map[string]int{}
		for i, f := range s.Findings {
			heaviest[f.Rule.Group] = max(heaviest[f.Rule.Group], f.Rule.Weight)
			if i > 0 && f.Rule.Weight > s.Findings[i-1].Rule.Weight {
				t.Fatal("the heaviest is not first")
			}
		}
		sum := 0
		for _, w := range heaviest {
			sum += w
		}
		if sum != s.Weight {
			t.Fatalf("weight %d, its groups come to %d", s.Weight, sum)
		}
		shuffled := slices.Clone(all)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again := advisory.Screen(&o, nil, slices.Values(shuffled), on)
		if !slices.Equal(ids(again.Findings), ids(s.Findings)) || again.Weight != s.Weight || len(again.Advisories) != len(s.Advisories) {
			t.Fatal("the order of the advisories matters")
		}
	}
}

func text(o advisory.Offer) string {
	return strings.Join(append([]string{o.Role, o.Visa, o.Channel, o.Fee, o.Contract, o.Interview, o.Transfers, o.Text, o.Pay, o.Licence, o.Nationality}, o.Promises...), "|")
}

// mixed states what either states.
func mixed(a, b advisory.Offer) advisory.Offer {
	for _, m := range []struct{ to, from *string }{
		{&a.Role, &b.Role},
		{&a.Visa, &b.Visa},
		{&a.Channel, &b.Channel},
		{&a.Fee, &b.Fee},
		{&a.Contract, &b.Contract},
		{&a.Interview, &b.Interview},
		{&a.Transfers, &b.Transfers},
		{&a.Text, &b.Text},
		{&a.Licence, &b.Licence},
		{&a.Nationality, &b.Nationality},
	} {
		if *m.to == "" {
			*m.to = *m.from
		}
	}
	if a.Pay == "" {
		a.Pay, a.Currency, a.PayPeriod = b.Pay, b.Currency, b.PayPeriod
	}
	a.Destinations = append(slices.Clone(a.Destinations), b.Destinations...)
	a.Promises = append(slices.Clone(a.Promises), b.Promises...)
	return a
}

// TestScreenConcurrently is for the race detector.
func TestScreenConcurrently(t *testing.T) {
	register := screenRegister(t, true)
	all := []*advisory.Advisory{{ID: "a", Issuer: "A", Issued: day("2024-01-01"), Destinations: []string{"KH"}, Lures: []string{"data entry"}}}
	offer := advisory.Offer{Role: "Data entry", Destinations: []string{"KH"}, Agent: "Sample Manpower", Visa: "tourist visa", Text: "टूरिस्ट वीज़ा, no interview"}
	want := advisory.Screen(&offer, register, slices.Values(all), day("2024-03-10"))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				got := advisory.Screen(&offer, register, slices.Values(all), day("2024-03-10"))
				if !slices.Equal(ids(got.Findings), ids(want.Findings)) || got.Weight != want.Weight {
					t.Error("another verdict")
					return
				}
			}
		})
	}
	wait.Wait()
}

// TestScreenKeepsTheOffer: what it is asked for is not changed.
func TestScreenKeepsTheOffer(t *testing.T) {
	offer := advisory.Offer{Text: "Data entry in Cambodia on tourist visa", Promises: []string{"ticket"}}
	before := offer
	before.Promises = slices.Clone(offer.Promises)
	advisory.Screen(&offer, nil, nil, day("2025-01-01"))
	if !reflect.DeepEqual(before, offer) {
		t.Error("the offer is another one now")
	}
}

// TestNoRules: rules that are none find nothing.
func TestNoRules(t *testing.T) {
	var none *advisory.Rules
	s := none.Screen(&advisory.Offer{Visa: "tourist visa"}, nil, nil, day("2025-01-01"))
	if s.Verdict != advisory.VerdictCannotTell || len(s.Findings) > 0 || none.Version() != "" {
		t.Errorf("found %v", ids(s.Findings))
	}
}

// FuzzScreen: whatever an offer says, the words of a finding are its own, and the
// verdict is what the weights say.
func FuzzScreen(f *testing.F) {
	f.Add("Data entry in Cambodia on tourist visa, fees 50,000", "visit", "Rs 1,50,000 + 18%", "800-1200", "USD", "hi")
	f.Add("फर्जी नौकरी से सावधान! टूरिस्ट वीज़ा\nwalang bayad", "walang visa", "no fee", "₹80k", "", "")
	f.Add("\xff\u200b..-/", "...", "%", "9223372036854775807", "INR", "fil")
	all := []*advisory.Advisory{{ID: "a", Issuer: "India", Issued: day("2024-01-01"), Destinations: []string{"KH"}, Lures: []string{"data entry", "\xff"}}}
	f.Fuzz(func(t *testing.T, text, visa, fee, pay, currency, lang string) {
		o := advisory.Offer{Text: text, Visa: visa, Fee: fee, Pay: pay, Currency: currency, Lang: lang, Role: visa, Promises: []string{fee, text}, Nationality: "IN"}
		s := advisory.Screen(&o, nil, slices.Values(all), day("2025-01-01"))
		if (s.Verdict == advisory.VerdictWarn) != (s.Weight >= s.WarnAt) {
			t.Fatalf("verdict %v at %d of %d", s.Verdict, s.Weight, s.WarnAt)
		}
		members := map[string]string{"/text": text, "/visa": visa, "/fee": fee, "/pay": pay, "/role": visa, "/promises/0": fee, "/promises/1": text}
		for _, flag := range slices.Concat(s.Findings, s.Favour) {
			if flag.Words == "" || strings.HasPrefix(flag.Path, "/destinations/") {
				continue
			}
			if m := members[flag.Path]; flag.End > len(m) || m[flag.Start:flag.End] != flag.Words {
				t.Fatalf("%s: %q is not at %s, %d to %d", flag.Rule.ID, flag.Words, flag.Path, flag.Start, flag.End)
			}
		}
	})
}
