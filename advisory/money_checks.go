package advisory

import (
	"cmp"
	"slices"
	"strconv"
)

// Pay is far above the norm from these multiples on. They are a choice of ours: lures
// promise three to ten times what such jobs earn.
const (
	farAboveAverage = 2.5
	farAboveMinimum = 4.0
)

// exchangeDoubt is how far an amount in another currency has to be over a limit, or under
// it, for rates change.
const exchangeDoubt = 1.25

// highFee is from how many US dollars on a fee is high, where no law caps it. It is a
// choice of ours.
const highFee = 1000

// fees returns what is asked of the worker: the amounts of the fee that no word of their
// clause denies.
func (s *screening) fees() (asked []amount) {
	words := tokens(s.offer.Fee)
	for _, fee := range s.offer.amounts(s.offer.Fee, leastFee) {
		word := slices.IndexFunc(words, func(t token) bool { return t.end > fee.at })
		if word >= 0 {
			if _, _, denied := s.rules.negation.denied(words, word, word+1, s.offer.Lang); denied != affirmed {
				continue
			}
		}
		if fee.value > 0 {
			asked = append(asked, fee)
		}
	}
	return asked
}

// feeCap reports whether a fee is above a cap of the person's country, or all are within
// all of its caps. In another currency, near the cap, neither is said.
func (s *screening) feeCap(above bool) (found spot, ok bool) {
	fees := s.fees()
	for _, limits := range s.rules.file.Caps {
		if len(fees) == 0 || limits.Nationality != s.homeOf(fees[0].currency) || len(limits.Destinations) > 0 && !s.goesTo(limits.Destinations) {
			continue
		}
		allowed, currency, known := s.allowed(&limits)
		if !known {
			continue
		}
		over, within := compare(s.rules, fees, allowed, currency)
		if above && over || !above {
			found = s.member("fee")
			found.limit = limits.limit(currency, allowed)
		}
		switch {
		case above && over:
			return found, true
		case !above && !within:
			return spot{}, false
		}
		ok = !above
	}
	return found, ok
}

// compare reports whether one of some fees is over what is allowed, and whether all are
// within it.
func compare(r *Rules, fees []amount, allowed float64, currency string) (over, within bool) {
	within = true
	for _, fee := range fees {
		doubt := 1.0
		if fee.currency == "" {
			fee.currency = currency
		} else if fee.currency != currency {
			doubt = exchangeDoubt
		}
		value, ok := r.in(fee, currency)
		over = over || ok && value > allowed*doubt
		within = within && ok && !fee.unsure && value*doubt <= allowed
	}
	return over, within
}

// feeAsked reports whether a fee of more than so many US dollars is asked for that no cap
// allows.
func (s *screening) feeAsked(dollars float64) (spot, bool) {
	if _, within := s.feeCap(false); within {
		return spot{}, false
	}
	for _, fee := range s.fees() {
		if value, ok := s.rules.in(fee, "USD"); dollars == 0 || ok && value > dollars {
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

// homeOf is the person's country, or else the one whose money the fee is in.
func (s *screening) homeOf(currency string) string {
	if s.offer.Nationality != "" {
		return s.offer.Nationality
	}
	return s.rules.file.Homes[currency]
}

// allowed returns the most that a cap allows for the offer.
func (s *screening) allowed(c *feeCap) (value float64, currency string, ok bool) {
	if c.Months == 0 {
		return c.Amount * (1 + c.Tax), c.Currency, true
	}
	_, high, currency, ok := s.monthlyPay()
	return high * c.Months, currency, ok
}

// monthsIn is how many of a period are in a month of work.
var monthsIn = map[PayPeriod]float64{PerHour: 208, PerDay: 26, PerWeek: 52. / 12, PerMonth: 1, PerYear: 1. / 12} // read only

// monthlyPay returns the pay for a month, when it is a number with a currency. Pay for
// no stated period is pay for a month.
func (s *screening) monthlyPay() (low, high float64, currency string, ok bool) {
	o := &s.offer
	currency = o.Currency
	least := int64(leastFee)
	if currency != "" {
		least = 1
	}
	pay := o.amounts(o.Pay, least)
	factor, known := monthsIn[cmp.Or(o.PayPeriod, PerMonth)]
	if len(pay) == 0 || !known {
		return 0, 0, "", false
	}
	if currency == "" {
		currency = pay[0].currency
	}
	low, high = pay[0].value*factor, pay[0].value*factor
	for _, a := range pay[1:] {
		low, high = min(low, a.value*factor), max(high, a.value*factor)
	}
	return low, high, currency, currency != ""
}

// payAboveNorm reports whether an office job is paid far above what such jobs earn in
// all of its destinations that there is a norm for.
func (s *screening) payAboveNorm() (spot, bool) {
	low, _, currency, ok := s.monthlyPay()
	if !ok || len(s.roles) == 0 {
		return spot{}, false
	}
	found, known := s.member("pay"), false
	for _, norm := range s.rules.file.Norms {
		if !slices.Contains(s.offer.Destinations, norm.Country) {
			continue
		}
		pay, ok := s.rules.in(amount{value: low, currency: currency}, norm.Currency)
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
