package advisory_test

import (
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
)

// What must not be turned round or taken for something else. A member that is not named in want may be
// anything; "-" is unstated; a value that ends with … is a beginning.
func TestReadOfferTraps(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"Job in Bangkok. No visa fee.", "fee=No visa fee visa=-"},
		{"Waiter for Doha, employment visa, not on tourist visa", "visa=employment visa, not on tourist visa"},
		{"We do not charge any fee", "fee=We do not charge any fee"},
		{"Visa fee nahi lagegi", "fee=Visa fee nahi lagegi visa=-"},
		{"Walang placement fee", "fee=Walang placement fee"},
		{"बिना किसी फीस", "fee=बिना किसी फीस"},
		{"No visa, ticket or placement fee", "fee=No visa, ticket or placement fee visa=- promises=-"},
		{"फीस, टिकट, वीज़ा कुछ नहीं देना", "fee=फीस, टिकट, वीज़ा कुछ नहीं देना promises=-"},
		{"No experience needed, service charge 30,000", "fee=service charge 30,000"},
		{"No contract or interview", "contract=No contract or interview interview=No contract or interview"},
		{"No food or accommodation", "promises=-"},
		{"Food not provided, own accommodation", "promises=-"},
		{"Sariling tirahan, libreng pagkain", "promises=libreng pagkain"},
		{"Visa fee: free", "fee=Visa fee: free visa=-"},
		{"No service charge. Registration fee Rs 5,000 before interview.", "fee=No service charge; Registration fee Rs 5,000 before interview"},
		{"Free food but medical fee 3000", "fee=medical fee 3000"},
		{"Fee of 20,000 to be paid after visa", "fee=Fee of 20,000 to be paid after visa pay=-"},

		{"Contact our Mumbai office", "destinations=-"},
		{"Drivers for Qatar. Office: Dubai. Contact our Bangkok branch.", "destinations=QA"},
		{"Executives for a Dubai-based company with branch in Thailand", "destinations=AE|TH"},
		{"Call centre job in Bangkok, ticket by agency in Mumbai", "destinations=TH"},
		{"Recruitment is free of charge", "fee=Recruitment is free of charge"},
		{"The agent may not take money from you", "fee=The agent may not take money from you"},
		{"Fee 3000 is to be paid for medical and visa", "fee=Fee 3000 is to be paid for medical and visa visa=-"},
		{"Job offer: typist in Laos, salary $900", "role=typist destinations=LA pay=900"},
		{"Any overseas job via registered agent, fee at most INR 30,000 + 18% GST, receipt", "role=- fee=fee at most INR 30,000 + 18% GST, receipt pay=-"},
		{"Call-centre agent in Thailand", "role=Call-centre agent destinations=TH"},
		{"Approached by agents in Dubai for a job in Laos", "destinations=LA"},
		{"Libreng tirahan, pagkain at visa", "promises=Libreng tirahan|pagkain|visa visa=Libreng tirahan, pagkain at visa"},
		{"Employer books the flight", "promises=Employer books the flight"},
		{"Nurses from India for Kuwait", "destinations=KW"},
		{"Indian candidates for Oman", "destinations=OM nationality=IN"},
		{"Jobs in Malaysia, not for Cambodia or Myanmar", "destinations=MY"},
		{"Not for Cambodia. Jobs in Malaysia and Singapore.", "destinations=MY|SG"},
		{"Cambodia ke liye nahi, Dubai ke liye driver", "destinations=AE"},
		{"कंबोडिया के लिए नहीं, दुबई के लिए ड्राइवर", "destinations=AE"},
		{"Hindi sa Cambodia, sa Dubai ito", "destinations=AE"},
		{"Indian restaurant in Tokyo needs cook", "destinations=JP nationality=- role=cook"},
		{"Fly via Bangkok to work in Myawaddy as typist", "destinations=MM"},
		{"You land in Bangkok, then by road to Myawaddy", "destinations=MM"},
		{"Walk-in interview in Manila. Caregiver for Israel.", "destinations=IL"},
		{"Singapore, Malaysia, Singapore", "destinations=SG|MY"},
		{"KK PARK CHAT SUPPORT", "destinations=MM"},
		{"Work in Golden Triangle", "destinations=LA"},
		{"नोम पेन्ह में काम", "destinations=KH"},
		{"Trabaho sa Kuala Lumpur", "destinations=MY"},
		{"Jobs 🇰🇭 call center", "destinations=KH"},

		{"Call +91 00000 12345, +855 00 000 0000", "pay=- currency=-"},
		{"Age 18-35 years, 50 posts, 12 hours duty, 25 wpm, 8 hr duty, date 12/03/2026", "pay=- payPeriod=-"},
		{"Driver 5 vacancies Dubai 2 year contract", "pay=- contract=…"},
		{"Rs. 70,000-1,00,000 per month", "pay=70000-100000 currency=INR payPeriod=month"},
		{"₹80k/month", "pay=80000 currency=INR payPeriod=month"},
		{"80 हज़ार महीना", "pay=80000 currency=INR payPeriod=month"},
		{"salary 800 to 1200 USD", "pay=800-1200 currency=USD payPeriod=-"},
		{"$1,000 - $1,500 monthly", "pay=1000-1500 currency=USD payPeriod=month"},
		{"USD800++", "pay=800 currency=USD"},
		{"1 lakh per month", "pay=100000 currency=INR payPeriod=month"},
		{"PHP 60k/month", "pay=60000 currency=PHP payPeriod=month"},
		{"₱40,000 kada buwan", "pay=40000 currency=PHP payPeriod=month"},
		{"AED 3500", "pay=3500 currency=AED"},
		{"THB 30,000", "pay=30000 currency=THB"},
		{"4-5 lakh salana", "pay=400000-500000 currency=INR payPeriod=year"},
		{"ek lakh rupaye mahina", "pay=100000 currency=INR payPeriod=month"},
		{"fifty thousand pesos a month", "pay=50000 currency=PHP payPeriod=month"},
		{"Salary NPR 1,00,000", "pay=100000 currency=NPR"},
		{"Salary Rs 1 lakh, Nepalis only", "pay=100000 currency=NPR nationality=NP"},
		{"Salary 1500 USDT monthly", "pay=1500 USDT currency=- payPeriod=month"},
		{"S$2,500 per month", "pay=2500 currency=SGD"},
		{"HK$ 5,100 monthly", "pay=5100 currency=HKD"},
		{"Salary: US$ 1.5k per month", "pay=1500 currency=USD"},
		{"Pay €2.800 per month", "pay=2800 currency=EUR"},
		{"Salary 25,000/- per month", "pay=25000 payPeriod=month"},
		{"Earn over $2,000 a week", "pay=over 2000 currency=USD payPeriod=week"},
		{"Salary: AED 2000, bonus AED 500", "pay=2000 promises=bonus AED 500"},
		{"Bonus AED 500. Salary AED 2000.", "pay=2000"},
		{"Registration fee Rs 5,000. Salary Rs 90,000 per month.", "pay=90000 fee=Registration fee Rs 5,000"},
		{"Lucrative salary", "pay=Lucrative salary currency=-"},
		{"Salary: as per interview", "pay=as per interview"},
		{"Achhi salary, free room", "pay=Achhi salary"},
		{"500 baht per day", "pay=500 currency=THB payPeriod=day"},
		{"£12 an hour", "pay=12 currency=GBP payPeriod=hour"},

		{"Salary 9000012345", "pay=- currency=-"},
		{"Salary 1,25,00,000 INR yearly", "pay=12500000 currency=INR payPeriod=year"},
		{"ᴛʏᴘɪꜱᴛ ɴᴇᴇᴅᴇᴅ ɪɴ ʟᴀᴏꜱ", "destinations=LA"},
		{"Ｓａｌａｒｙ　＄９００　ｍｏｎｔｈｌｙ", "pay=900 currency=USD payPeriod=month"},
		{"वेतन ९०,००० रुपये मासिक", "pay=90000 currency=INR payPeriod=month"},
		{"Salary 1500 riyal, Qatar", "pay=1500 currency=QAR"},
		{"Salary 1500 riyal", "pay=1500 currency=-"},
		{"Salary 150 dinar, Kuwait", "pay=150 currency=KWD"},
		{"Bangkok → Mae Sot → Myawaddy", "transfers=Bangkok → Mae Sot → Myawaddy destinations=MM"},

		{"Govt. approved agency", "licence=- agent=-"},
		{"MEA Lic. No. B-0001/DEL/PER/100/5/1/2020", "licence=B-0001/DEL/PER/100/5/1/2020"},
		{"DMW License No. DMW-072-LB-09262023-UL", "licence=DMW-072-LB-09262023-UL"},
		{"(POEA-123-LB-032614-R)", "licence=POEA-123-LB-032614-R"},
		{"GCC driving licence required, 3 years experience", "licence=-"},

		{"Pinoy only", "nationality=PH"},
		{"For Indian nationals", "nationality=IN"},
		{"Indians and Nepalis only", "nationality=-"},
		{"केवल भारतीयों के लिए", "nationality=IN"},
		{"Para sa mga Pilipino lamang", "nationality=PH"},
		{"Indian company in Oman", "nationality=- destinations=OM"},

		{"No interview, direct selection", "interview=No interview, direct selection"},
		{"Interview sa Telegram", "interview=Interview sa Telegram channel=-"},
		{"Border pe gaadi se, then cross the river", "transfers=Border pe gaadi se, then cross the river"},
		{"Interview via Zoom", "transfers=- interview=Interview via Zoom"},
		{"work permit provided", "visa=work permit provided"},
		{"freevisa freeticket", "promises=…"},
	} {
		o, _ := advisory.ReadOffer(c.text, "")
		checkSpans(t, c.text, "")
		got := map[string]string{
			"fee": o.Fee, "visa": o.Visa, "contract": o.Contract, "interview": o.Interview, "promises": strings.Join(o.Promises, "|"), "pay": o.Pay, "currency": o.Currency,
			"payPeriod": string(o.PayPeriod), "destinations": strings.Join(o.Destinations, "|"), "nationality": o.Nationality, "licence": o.Licence, "agent": o.Agent,
			"transfers": o.Transfers, "channel": o.Channel, "role": o.Role,
		}
		wants := map[string]string{}
		name := ""
		for word := range strings.FieldsSeq(c.want) {
			if n, v, ok := strings.Cut(word, "="); ok {
				name, wants[n] = n, v
			} else {
				wants[name] += " " + word
			}
		}
		for name, want := range wants {
			switch {
			case want == "-" && got[name] == "", want != "…" && want == got[name], want == "…" && got[name] != "":
			default:
				t.Errorf("%q: %s is %q, want %q", c.text, name, got[name], want)
			}
		}
	}
}
