package advisory_test

import (
	"slices"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
)

// samples are, for each rule, an offer that it finds and one that says the contrary or
// something near, which it does not find. The rules that ask a register or advisories
// are tried elsewhere.
var samples = map[string][2]advisory.Offer{
	"agent-unlicensed":     {{Channel: "no agency needed, direct"}, {Text: "Lic. No. DMW-184-LB-072523-R"}},
	"labour-approval":      {{Contract: "without labour permit"}, {Contract: "labour permit from the department"}},
	"licence-not-shown":    {{Channel: "agency in Mumbai"}, {Channel: "registered agency"}},
	"visa-tourist":         {{Visa: "visit"}, {Visa: "never on tourist visa"}},
	"visa-on-arrival":      {{Visa: "visa on arrival"}, {Visa: "visa stamped before departure"}},
	"visa-none":            {{Visa: "no employment visa"}, {Visa: "no employment visa fee"}},
	"visa-own":             {{Visa: "own visa required"}, {Visa: "work visa by the company"}},
	"visa-arranged":        {{Role: "Typist", Visa: "arranged by us", Text: "Visa arranged by agent"}, {Role: "Typist", Visa: "employment visa arranged by us"}},
	"mislead-officers":     {{Text: "Do not tell immigration about the job"}, {Text: "Immigration counter opens at nine"}},
	"false-data":           {{Text: "we give fake documents"}, {Text: "no fake documents"}},
	"passport-kept":        {{Text: "Passport will be kept by the company"}, {Text: "Passport must be valid for six months"}},
	"interview-typing":     {{Interview: "typing speed"}, {Interview: "at the office"}},
	"interview-none":       {{Text: "walang interview!"}, {Text: "interview on Monday"}},
	"interview-chat":       {{Interview: "Telegram"}, {Interview: "at our branch"}},
	"interview-place":      {{Interview: "in a coffee shop"}, {Interview: "in our branch"}},
	"interview-photos":     {{Text: "send full body photo"}, {Text: "two passport photos"}},
	"interview-fake":       {{Text: "interview with camera off"}, {Text: "camera operator"}},
	"no-office":            {{Channel: "no office"}, {Channel: "head office"}},
	"messenger-only":       {{Channel: "WhatsApp only"}, {Channel: "WhatsApp, or our office in Pune"}},
	"third-country":        {{Channel: "recruited in Dubai"}, {Channel: "recruited by the ministry"}},
	"route-changes":        {{Transfers: "transferred to another site"}, {Transfers: "bank transfer"}},
	"route-border":         {{Transfers: "cross the river by night"}, {Transfers: "direct flight"}},
	"parcel":               {{Role: "carry a small parcel to Bangkok"}, {Role: "parcel sorter in a warehouse"}},
	"home-then-abroad":     {{Role: "work from home", Destinations: []string{"TH"}}, {Role: "work from home"}},
	"home-then-travel":     {{Text: "Part time, liking videos. Your flight is on Friday"}, {Text: "Part time, liking videos from your own office"}},
	"package-tour":         {{Text: "tour package with job"}, {Text: "package of benefits"}},
	"social-media":         {{Channel: "Facebook post"}, {Channel: "Facebook page of a licensed agency"}},
	"role-lure":            {{Role: "Data entry operator"}, {Role: "Welder"}},
	"role-in-mekong":       {{Role: "Telecaller", Destinations: []string{"MM"}}, {Role: "Telecaller", Destinations: []string{"IN"}}},
	"role-offshore-gaming": {{Role: "Online gaming assistant", Destinations: []string{"PH"}}, {Role: "Nurse", Destinations: []string{"PH"}}},
	"compound":             {{Text: "at KK Park"}, {Text: "at Lumphini Park"}},
	"pay-far-above":        {{Role: "Data entry", Pay: "2000-2500", Currency: "USD", PayPeriod: "month", Destinations: []string{"KH"}}, {Role: "Data entry", Pay: "300", Currency: "USD", PayPeriod: "month", Destinations: []string{"KH"}}},
	"pay-vague":            {{Pay: "lucrative"}, {Pay: "800"}},
	"commission":           {{Role: "Telesales", Pay: "salary plus commission"}, {Role: "Telesales", Pay: "no commission"}},
	"bundle":               {{Role: "Chat support", Promises: []string{"air ticket", "free food"}}, {Role: "Mason", Promises: []string{"air ticket", "free food"}}},
	"travel-paid":          {{Role: "Chat support", Promises: []string{"air ticket"}}, {Role: "Chat support", Visa: "employment visa", Promises: []string{"air ticket"}}},
	"stipend":              {{Promises: []string{"stipend", "free ticket"}}, {Promises: []string{"stipend"}}},
	"no-experience":        {{Role: "clerk, no experience"}, {Role: "clerk, two years of experience"}},
	"channel-informal":     {{Channel: "an acquaintance"}, {Channel: "registered agency"}},
	"quick":                {{Text: "fly within 3 days"}, {Text: "fly high with us"}},
	"fee-above-cap":        {{Fee: "service charge Rs 1,50,000", Nationality: "IN"}, {Fee: "at most INR 30,000 + 18% GST", Nationality: "IN"}},
	"fee-early":            {{Fee: "registration fee by UPI"}, {Fee: "no registration fee"}},
	"fee-large":            {{Fee: "large sums"}, {Fee: "none"}},
	"fee-worker-pays":      {{Fee: "BDT 20,000"}, {Fee: "Rs 25,000", Nationality: "IN"}},
	"fee-high":             {{Fee: "BDT 500,000"}, {Fee: "BDT 20,000"}},
	"fee-no-receipt":       {{Fee: "no receipt"}, {Fee: "official receipt"}},
	"debt":                 {{Fee: "deducted from salary"}, {Fee: "paid by the company"}},
	"ransom":               {{Fee: "pay 5000 to leave"}, {Fee: "free"}},
	"contract-none":        {{Contract: "contract after arrival"}, {Contract: "two years, attested"}},
	"no-agreement":         {{Nationality: "ET", Destinations: []string{"MM"}}, {Nationality: "ET", Destinations: []string{"SA"}}},

	"favour-licence":       {{Licence: "B-0001/PUN/PER/100/5/10001/2022"}, {}},
	"favour-licensed":      {{Channel: "DMW-licensed agency"}, {Channel: "agency, not licensed"}},
	"favour-work-visa":     {{Visa: "वर्क वीज़ा"}, {Visa: "walang work permit"}},
	"favour-contract":      {{Contract: "signed contract before departure"}, {Contract: "contract after arrival"}},
	"favour-receipt":       {{Fee: "receipt for every payment"}, {Fee: "walang resibo"}},
	"favour-fee-cap":       {{Fee: "Rs 25,000", Nationality: "IN"}, {Fee: "Rs 50,000", Nationality: "IN"}},
	"favour-no-fee":        {{Fee: "koi fees nahi lagegi"}, {Fee: "fees 500"}},
	"favour-employer-pays": {{Fee: "ticket by employer"}, {Fee: "ticket by worker"}},
	"favour-checked":       {{Contract: "attested by embassy"}, {Contract: "by e-mail"}},
	"favour-labour-permit": {{Visa: "work visa and labour permit"}, {Visa: "work visa"}},
}

// asked are the rules that need a register or advisories.
var asked = []string{"agent-against", "agent-other-name", "agent-not-listed", "advisory-destination", "advisory-role", "favour-listed"}

func TestEachRule(t *testing.T) {
	on := day("2025-01-01")
	for r := range advisory.BuiltIn().All() {
		sample, ok := samples[r.ID]
		if !ok && !slices.Contains(asked, r.ID) {
			t.Errorf("%s: there is no sample", r.ID)
		}
		if !ok {
			continue
		}
		for i, offer := range sample {
			s := advisory.Screen(&offer, nil, nil, on)
			found := slices.Contains(ids(s.Findings), r.ID) || slices.Contains(ids(s.Favour), r.ID)
			if found != (i == 0) {
				t.Errorf("%s: found %v in the sample %d: %v %v", r.ID, found, i, ids(s.Findings), ids(s.Favour))
			}
		}
	}
}

// TestNegation: what a clause turns round is not found, in three languages and both
// scripts of Hindi.
func TestNegation(t *testing.T) {
	for text, want := range map[string]string{ // what the text has to be found guilty of; "" of nothing
		"Passport will not be kept by company. Nurse in Oman":                       "",
		"You keep your passport. Nurse in Oman":                                     "",
		"Passport will be kept by company. Nurse in Oman":                           "passport-kept",
		"Nurse for Oman. Agent fee: No. Work visa provided.":                        "",
		"Nurse for Oman. Bond: No. Contract signed before departure.":               "",
		"Nurse for Oman. Service charge: No. Receipt given.":                        "",
		"Nurse for Oman. Experience needed? No. Interview at our office":            "",
		"Nurse for Oman. Tourist visa: No. Employment visa: Yes.":                   "",
		"Never pay before the contract is signed. Nurse for Oman":                   "",
		"Nurse for Oman. No contract":                                               "contract-none",
		"Data entry in Cambodia, tourist visa, free room. Telegram @boss":           "visa-tourist",
		"Beware of fake agents. Cambodia, tourist visa, free room. Telegram @boss":  "visa-tourist",
		"Encoder sa Cambodia, tourist visa, libre ticket, sahod ayon sa experience": "visa-tourist",
	} {
		s := advisory.Screen(&advisory.Offer{Text: text}, nil, nil, day("2025-01-01"))
		if got := ids(s.Findings); want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%q: found %v, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{ // whether the tourist visa is found
		"Tourist visa":                   true,
		"Work there on a tourist visa":   true,
		"no experience, tourist visa":    true,
		"No office. Tourist visa":        true,
		"no tourist visa":                false,
		"We do not send on tourist visa": false,
		"never accept a tourist visa":    false,
		"not on tourist visa":            false,
		"tourist visa not allowed":       false,
		"bina tourist visa":              false,
		"tourist visa pe nahi bhejte":    false,
		"tourist visa par nahi":          false,
		"टूरिस्ट वीज़ा पर":               true,
		"टूरिस्ट वीजा नहीं":              false,
		"टूरिस्ट वीज़ा पर नहीं भेजते": false,
		"walang tourist visa":                                 false,
		"Hindi po kami nagpapadala gamit ang tourist visa":    false,
		"tourist visa muna":                                   true,
		"visa, tourist or not":                                false,
		"No visa = no flight. TOURIST trip is another thing":  false,
		"Visit visa travel for work is illegal":               false,
		"TOURIST  VISA":                                       true,
		"𝗧𝗼𝘂𝗿𝗶𝘀𝘁 𝘃𝗶𝘀𝗮":                                        true,
		"t\u200bourist vi\u200dsa":                            true,
		"*tourist* visa":                                      true,
		"tourist\nvisa":                                       true, // a line that wraps
		"Tourist\nVisa":                                       false,
		"No fee tourist visa for data entry in Cambodia":      true,
		"no charge visit visa":                                true,
		"tourist visa na ang gamit":                           true,
		"tourist visa not a problem":                          true,
		"Tourist visa: No":                                    false,
		"Tourist visa: no problem":                            true,
		"Agent fee: No. Tourist visa":                         true,
		"do not miss this job on tourist visa":                true,
		"you will never go on a tourist visa":                 false,
		"we do not in any case send people on a tourist visa": false,
		"not people on a tourist visa":                        true,
		"Hindi speaking typist on tourist visa":               true,
		"not only tourist visa":                               true,
		"no tourist or visit visa":                            false,
		"Ｔｏｕｒｉｓｔ ｖｉｓａ":                                        true,
	} {
		s := advisory.Screen(&advisory.Offer{Text: text}, nil, nil, day("2025-01-01"))
		if got := slices.Contains(ids(s.Findings), "visa-tourist"); got != want {
			t.Errorf("%q: found %v", text, got)
		}
	}
}

// TestSaidToBeNone: "none" is an answer where a licence, a contract, a visa, an interview
// or a fee is asked for, and no number of a licence.
func TestSaidToBeNone(t *testing.T) {
	for _, none := range []string{"none", "No", "nil", "wala", "नहीं"} {
		for rule, offer := range map[string]advisory.Offer{
			"agent-unlicensed": {Licence: none},
			"contract-none":    {Contract: none},
			"visa-none":        {Visa: none},
			"interview-none":   {Interview: none},
			"favour-no-fee":    {Fee: none},
		} {
			s := advisory.Screen(&offer, nil, nil, day("2025-01-01"))
			if found := slices.Concat(ids(s.Findings), ids(s.Favour)); !slices.Contains(found, rule) || slices.Contains(found, "favour-licence") {
				t.Errorf("%q: %v, want %s", none, found, rule)
			}
		}
	}
	for _, licence := range []string{"applied for", "not available", "-"} {
		s := advisory.Screen(&advisory.Offer{Licence: licence, Channel: "agency in Mumbai"}, nil, nil, day("2025-01-01"))
		if slices.Contains(ids(s.Favour), "favour-licence") || !slices.Contains(ids(s.Findings), "licence-not-shown") || s.Register.Reason != advisory.ReasonNothingAsked {
			t.Errorf("%q: %v, %v, %s", licence, ids(s.Findings), ids(s.Favour), s.Register.Reason)
		}
	}
}

// TestWhatAdvisoriesNameWeighs: an offer cannot talk a warning of an advisory in force away.
func TestWhatAdvisoriesNameWeighs(t *testing.T) {
	warned := []*advisory.Advisory{{ID: "a", Issuer: "Ministry", Issued: day("2024-01-01"), Destinations: []string{"KH"}, Lures: []string{"data entry", "nursing work"}}}
	for role, want := range map[string]bool{"Data entry": true, "Nursing": true, "Nurse": false} {
		offer := advisory.Offer{
			Role: role, Destinations: []string{"KH"}, Licence: "B-0001/PUN/PER/100/5/10001/2022", Visa: "employment visa", Contract: "signed contract before departure",
			Fee: "no fee", Channel: "registered agency, head office in Pune",
		}
		s := advisory.Screen(&offer, nil, slices.Values(warned), day("2025-01-01"))
		if found := slices.Contains(ids(s.Findings), "advisory-role"); found != want || (s.Verdict == advisory.VerdictWarn) != want {
			t.Errorf("%s: %v, %v", role, s.Verdict, ids(s.Findings))
		}
	}
}

// TestGaps: a phrase with a gap reaches over three words, over a colon, and over no comma.
func TestGaps(t *testing.T) {
	for text, want := range map[string]bool{
		"interview telegram":                true,
		"interview is on the telegram":      true,
		"interview will be on the telegram": false,
		"interview: on telegram":            true,
		"interview tomorrow, telegram":      false,
		"interview. Telegram":               false,
	} {
		s := advisory.Screen(&advisory.Offer{Channel: text}, nil, nil, day("2025-01-01"))
		if found := slices.Contains(ids(s.Findings), "interview-place"); found != want {
			t.Errorf("%q: found %v, %v", text, found, ids(s.Findings))
		}
	}
}
