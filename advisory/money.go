package advisory

import (
	"cmp"
	"slices"
	"strconv"
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

// Pay is far above the norm from these multiples on. They are a choice of ours: lures
// promise three to ten times what such jobs earn.
const (
	farAboveAverage = 2.5
	farAboveMinimum = 4.0
)

// An amount is a sum of money in a text.
type amount struct {
	value    float64
	currency string // empty: not said
}

// amounts returns the sums of money in a text, in its order, as [ReadOffer] reads them. A
// number without a currency is one when it is as large as money is, and no share.
func (o *Offer) amounts(text string) (found []amount) {
	a := advert{lang: primary(o.Lang)}
	a.tokenise(firstBytes(text, maxOfferText))
	a.tag()
	line := tokenRange{0, len(a.tokens)}
	for i := 0; i < line.hi; i++ {
		m, ok := a.amount(line, i)
		if !ok {
			continue
		}
		currency := m.code
		if currency == "" && m.rupees.hi > 0 || currency == "?RS" {
			currency = o.rupees()
		}
		if !a.sign(m.hi, '%') && (currency != "" || m.times || m.low >= leastBare) {
			found = append(found, amount{float64(m.low) / 1000, currency})
			if m.high > 0 {
				found = append(found, amount{float64(m.high) / 1000, currency})
			}
		}
		i = max(m.next, i+1) - 1
	}
	return found
}

// leastBare is the least number, in thousandths, that is taken for money without a
// currency: below it are hours, ages and days.
const leastBare = 1000 * 1000

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
	from, to := r.file.Rates[a.currency], r.file.Rates[currency]
	if a.currency == currency && currency != "" {
		return a.value, true
	}
	return a.value * from / to, from > 0 && to > 0
}

// exchangeDoubt is how far an amount in another currency has to be over a limit.
const exchangeDoubt = 1.25

// feeCap reports whether the fee is above the cap of the person's country, or within.
func (s *screening) feeCap(above bool) (spot, bool) {
	i := slices.IndexFunc(s.members, func(m member) bool { return m.name == "fee" })
	if i < 0 {
		return spot{}, false
	}
	fees := s.offer.amounts(s.offer.Fee)
	if len(fees) == 0 || s.deniesFee(i) {
		return spot{}, false
	}
	most := slices.MaxFunc(fees, func(a, b amount) int { return cmp.Compare(a.value, b.value) })
	for _, limits := range s.rules.file.Caps {
		if limits.Nationality != s.homeOf(most.currency) || len(limits.Destinations) > 0 && !s.goesTo(limits.Destinations) {
			continue
		}
		if allowed, currency, ok := s.allowed(&limits); ok {
			if most.currency == "" {
				most.currency = currency
			}
			fee, ok := s.rules.in(most, currency)
			if most.currency != currency {
				allowed *= exchangeDoubt
			}
			found := s.member("fee")
			found.limit = limits.limit(currency, allowed)
			return found, ok && (fee > allowed) == above
		}
	}
	return spot{}, false
}

// highFee is from how many US dollars on a fee is high, where no law caps it. It is a
// choice of ours.
const highFee = 1000

// feeAsked reports whether a fee of more than so many US dollars is asked for that no cap
// allows.
func (s *screening) feeAsked(dollars float64) (spot, bool) {
	i := slices.IndexFunc(s.members, func(m member) bool { return m.name == "fee" })
	if _, within := s.feeCap(false); i < 0 || within || s.deniesFee(i) {
		return spot{}, false
	}
	for _, fee := range s.offer.amounts(s.offer.Fee) {
		if value, ok := s.rules.in(fee, "USD"); fee.value > 0 && (dollars == 0 || ok && value > dollars) {
			return s.member("fee"), true
		}
	}
	return spot{}, false
}

// limit says what a cap comes to.
func (c *feeCap) limit(currency string, allowed float64) limit {
	text := "at most " + currency + " " + strconv.FormatFloat(allowed, 'f', 0, 64)
	switch {
	case c.Months > 0:
		text += ", the pay of " + strconv.FormatFloat(c.Months, 'f', -1, 64) + " month"
	case c.Tax > 0:
		text += ", tax included"
	}
	return limit{text, c.Publisher, c.Source}
}

// limit says what a norm is.
func (n *payNorm) limit() limit {
	return limit{n.Currency + " " + strconv.FormatFloat(n.Monthly, 'f', 0, 64) + " a month in " + n.Country + ", " + n.Basis, n.Publisher, n.Source}
}

// deniesFee reports whether a member says that there is no fee.
func (s *screening) deniesFee(member int) bool {
	_, denied := s.hits[hitKey{s.rules.list(listFee), member, true}]
	return denied
}

// homeOf is the person's country, or else the one whose money the fee is in.
func (s *screening) homeOf(currency string) string {
	if s.offer.Nationality != "" {
		return s.offer.Nationality
	}
	return map[string]string{"INR": "IN", "PHP": "PH", "NPR": "NP"}[currency]
}

// allowed returns the most that a cap allows for the offer.
func (s *screening) allowed(c *feeCap) (value float64, currency string, ok bool) {
	if c.Months == 0 {
		return c.Amount * (1 + c.Tax), c.Currency, true
	}
	_, high, ok := s.monthlyPay()
	return high * c.Months, s.offer.Currency, ok
}

// monthsIn is how many of a period are in a month of work.
var monthsIn = map[PayPeriod]float64{PerHour: 208, PerDay: 26, PerWeek: 52. / 12, PerMonth: 1, PerYear: 1. / 12} // read only

// monthlyPay returns the pay for a month, when it is a number with a currency. Pay for
// no stated period is pay for a month.
func (s *screening) monthlyPay() (low, high float64, ok bool) {
	o := &s.offer
	pay := o.amounts(o.Pay)
	if len(pay) == 0 || o.Currency == "" {
		return 0, 0, false
	}
	factor := monthsIn[cmp.Or(o.PayPeriod, PerMonth)]
	low, high = pay[0].value*factor, pay[0].value*factor
	for _, a := range pay[1:] {
		low, high = min(low, a.value*factor), max(high, a.value*factor)
	}
	return low, high, factor > 0
}

// payAboveNorm reports whether an office job is paid far above what such jobs earn in
// all of its destinations that there is a norm for.
func (s *screening) payAboveNorm() (spot, bool) {
	low, _, ok := s.monthlyPay()
	_, lure := s.phrase([]string{"lure-role"}, []string{"role"}, false, false)
	if !ok || !lure {
		return spot{}, false
	}
	found, known := s.member("pay"), false
	for _, norm := range s.rules.file.Norms {
		if !slices.Contains(s.offer.Destinations, norm.Country) {
			continue
		}
		pay, ok := s.rules.in(amount{low, s.offer.Currency}, norm.Currency)
		multiple := farAboveAverage
		if norm.Minimum {
			multiple = farAboveMinimum
		}
		if !ok || pay < multiple*norm.Monthly {
			return spot{}, false
		}
		found.limit, known = norm.limit(), true
	}
	return found, known
}
