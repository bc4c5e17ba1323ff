package advisory

import (
	"bytes"
	"strings"
)

// A feeCap is the most that may be asked of a worker.
type feeCap struct {
	Nationality  string   `json:"nationality"`  // whose law it is
	Destinations []string `json:"destinations"` // for which it holds; none: all
	Amount       float64  `json:"amount"`
	Currency     string   `json:"currency"`
	Tax          float64  `json:"tax"`    // that comes on top, as a share
	Months       float64  `json:"months"` // instead of Amount: so many months of the pay
	Publisher    string   `json:"publisher"`
	Source       string   `json:"source"`
}

// key is what tells caps apart.
func (c feeCap) key() string { return c.Nationality + " " + strings.Join(c.Destinations, " ") }

// A payNorm is what office jobs without special skills earn in a country.
type payNorm struct {
	Country   string  `json:"country"`
	Currency  string  `json:"currency"`
	Monthly   float64 `json:"monthly"`
	Minimum   bool    `json:"minimum"` // it is a minimum wage, not an average
	Basis     string  `json:"basis"`
	Publisher string  `json:"publisher"`
	Source    string  `json:"source"`
}

// An amount is a sum of money in a text.
type amount struct {
	value    float64
	currency string // empty: not said
	unsure   bool   // words or blanks stand in the number, of which more may have been meant
	at       int    // byte of the text
}

// amounts returns the sums of money in a text, in its order, as [ReadOffer] reads them. A
// number without a currency is one from least on, in units, when it is no share and as
// short as sums are.
func (o *Offer) amounts(text string, least int64) (found []amount) {
	a := advert{lang: primary(o.Lang)}
	a.tokenise(firstBytes(text, maxOfferText))
	a.tag()
	line := tokenRange{0, len(a.tokens)}
	for i := 0; i < line.hi; i++ {
		m, ok := a.amount(line, i)
		if !ok {
			continue
		}
		currency := strings.TrimLeft(m.code, "-")
		if currency == "" && m.rupees.hi > 0 || currency == "?RS" {
			currency = o.rupees()
		}
		known := !strings.HasPrefix(currency, "?")
		if !known {
			currency = ""
		}
		if !a.sign(m.hi, '%') && (currency != "" || m.times || m.low >= least*1000 && !a.isLong(i)) {
			unsure := !known || a.tokens[i].kind != advertNumber || a.goesOnAsNumber(m.tokenRange)
			found = append(found, amount{float64(m.low) / 1000, currency, unsure, a.tokens[i].start})
			if m.high > 0 {
				found = append(found, amount{float64(m.high) / 1000, currency, unsure, a.tokens[i].start})
			}
		}
		i = max(m.next, i+1) - 1
	}
	return found
}

// isLong reports whether a token has as many digits in a row as telephone numbers have.
func (a *advert) isLong(i int) bool {
	return a.tokens[i].kind == advertNumber && len(a.word(i)) >= 8 && bytes.IndexByte(a.word(i), ',') < 0
}

// goesOnAsNumber reports whether a number stands beside another, as in "36 000", or
// behind a word, as in "thirty six thousand".
func (a *advert) goesOnAsNumber(r tokenRange) bool {
	isNumber := func(i int) bool { return i >= 0 && i < len(a.tokens) && a.tokens[i].kind == advertNumber }
	return isNumber(r.hi) || isNumber(r.lo-1)
}

// leastFee is the least number that is taken for a fee without a currency: below it are
// hours, ages and days.
const leastFee = 1000

// rupees returns whose rupees an offer means: its own currency's, those of the person's
// country, and else India's.
func (o *Offer) rupees() string {
	switch o.Currency {
	case "INR", "NPR", "PKR", "LKR":
		return o.Currency
	}
	switch o.Nationality {
	case "NP", "PK", "LK":
		return o.Nationality + "R"
	}
	return "INR"
}

// in returns an amount in another currency, at the rates of the rules.
func (r *Rules) in(a amount, currency string) (value float64, ok bool) {
	if a.currency == currency && currency != "" {
		return a.value, true
	}
	from, to := r.file.Rates[a.currency], r.file.Rates[currency]
	if from <= 0 || to <= 0 {
		return 0, false
	}
	return a.value * from / to, true
}
