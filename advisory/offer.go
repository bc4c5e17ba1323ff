package advisory

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// An Offer is a job offered abroad, as it was advertised: its texts are those of the
// advert, in its language, read and not judged. Every member may be left out; the zero
// value of each means "not stated", which [Screen] never takes for "no".
//
// An Offer may hold what names people: nothing of it stands in an error or a finding of
// [Offer.Check].
type Offer struct {
	Role     string // the job
	Employer string // who is to employ
	Agent    string // who recruits
	Licence  string // the agent's licence, as printed; [ParseLicence] reads it

	Pay       string    // "800", "800-1200", "100,000", or words such as "attractive"
	Currency  string    // of Pay, ISO 4217
	PayPeriod PayPeriod // of Pay

	Destinations []string // where the work is said to be, ISO 3166-1 alpha-2
	Nationality  string   // of the person addressed, ISO 3166-1 alpha-2

	Interview string // how people are chosen
	Visa      string // on what visa they travel, and who gets it
	Channel   string // through whom or what they are approached: "Telegram", "agency in Mumbai"
	Fee       string // what the person is to pay, or is said not to: "at most INR 30,000 + GST"
	Contract  string // what is said of a contract
	Transfers string // where else the way leads: "by road to Mae Sot on arrival"

	Promises []string // what comes with the job: lodging, meals, ticket, visa, commission

	Received incident.Date // when it reached the person
	Text     string        // the whole advert
	Lang     string        // of Text and of the other texts, BCP 47
}

// A PayPeriod is the time for which pay is stated. The zero PayPeriod is not stated.
type PayPeriod string

// The periods.
const (
	PerHour  PayPeriod = "hour"
	PerDay   PayPeriod = "day"
	PerWeek  PayPeriod = "week"
	PerMonth PayPeriod = "month"
	PerYear  PayPeriod = "year"
)

var payPeriods = [...]PayPeriod{PerHour, PerDay, PerWeek, PerMonth, PerYear} // read only

// PayPeriods returns the periods, the shortest first.
func PayPeriods() iter.Seq[PayPeriod] { return slices.Values(payPeriods[:]) }

// maxOfferText is how many bytes the texts of an offer may have together: more than any
// advert has. [Offer.Check] says when there are more.
const maxOfferText = 64 << 10

// Check returns what is wrong with an offer, in the order of the format's members: a
// currency ([incident.CodeFigureUnit]), a pay period ([incident.CodeCodeUnknown]) or a country
// that is none ([incident.CodePlaceCountry]), an empty promise ([incident.CodeFieldEmpty]), a date that is
// an interval ([incident.CodeDateSyntax]), a language that is none ([incident.CodeSourceLang]), texts that are too long
// ([incident.CodeLimitRecordBytes]) and characters that hide what a text says
// ([incident.CodeTextForbidden] and its like). No finding holds a text of the offer.
//
// It opens nothing and changes nothing: it is safe for concurrent use.
func (o *Offer) Check() incident.Findings {
	var found incident.Findings
	add := func(code incident.Code, path incident.Path, message string) {
		found = append(found, incident.Finding{Code: code, Severity: incident.Error, Path: path, Message: message})
	}
	if o.textBytes() > maxOfferText {
		add(incident.CodeLimitRecordBytes, "", "an offer has at most "+strconv.Itoa(maxOfferText)+" bytes of text: leave out what is not the offer")
		return found
	}
	for path, text := range o.texts() {
		if text == "" && strings.HasPrefix(path, "/promises/") {
			add(incident.CodeFieldEmpty, path, "an item of a list is empty: leave it out")
		}
		found = append(found, borrowed(incident.Record{Notes: text}, "/notes", path)...)
		switch path {
		case "/pay":
			if o.Currency != "" {
				lost := incident.Figure{Measure: incident.Lost, Count: incident.Exactly(1), Accrual: incident.AccrualEvent, Unit: o.Currency}
				found = append(found, borrowed(incident.Record{Figures: []incident.Figure{lost}}, "/figures/0/unit", "/currency")...)
			}
			if o.PayPeriod != "" && !slices.Contains(payPeriods[:], o.PayPeriod) {
				add(incident.CodeCodeUnknown, "/payPeriod", "a pay period is hour, day, week, month or year")
			}
			for i, code := range o.Destinations {
				if !incident.IsCountry(code) {
					add(incident.CodePlaceCountry, at("destinations", i), "a country is an ISO 3166-1 alpha-2 code in capital letters")
				}
			}
			if o.Nationality != "" && o.Nationality != incident.Stateless && !incident.IsCountry(o.Nationality) {
				add(incident.CodePlaceCountry, "/nationality", "a country is an ISO 3166-1 alpha-2 code in capital letters")
			}
		case "/text":
			if o.Received.IsInterval() {
				add(incident.CodeDateSyntax, "/received", "this is one day, month or year, not an interval")
			}
		}
	}
	return append(found, borrowed(incident.Record{Source: incident.Source{Lang: o.Lang}}, "/source/lang", "/lang")...)
}

// texts returns the texts of an offer with their paths, in the order of the format, the
// unstated ones too.
func (o *Offer) texts() iter.Seq2[incident.Path, string] {
	return func(yield func(incident.Path, string) bool) {
		for _, m := range [...]struct {
			path incident.Path
			text string
		}{
			{"/role", o.Role},
			{"/employer", o.Employer},
			{"/agent", o.Agent},
			{"/licence", o.Licence},
			{"/pay", o.Pay},
			{"/interview", o.Interview},
			{"/visa", o.Visa},
			{"/channel", o.Channel},
			{"/fee", o.Fee},
			{"/contract", o.Contract},
			{"/transfers", o.Transfers},
		} {
			if !yield(m.path, m.text) {
				return
			}
		}
		for i, text := range o.Promises {
			if !yield(at("promises", i), text) {
				return
			}
		}
		yield("/text", o.Text)
	}
}

func (o *Offer) textBytes() (n int) {
	for _, text := range o.texts() {
		n += len(text)
	}
	return n
}

// borrowed has the rules for records look at what an offer or an advisory has in common
// with them, and returns what they find at a path, as found at another.
func borrowed(r incident.Record, path, as incident.Path) (found incident.Findings) {
	r.Kind, r.ID = incident.KindTally, "1"
	for _, f := range r.CheckShape() {
		if rest, ok := strings.CutPrefix(f.Path, path); ok {
			f.Path, f.Also = as+rest, ""
			found = append(found, f)
		}
	}
	return found
}
