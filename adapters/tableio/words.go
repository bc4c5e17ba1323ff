package tableio

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rescuetally/rescuetally/incident"
	"github.com/rescuetally/rescuetally/stats"
)

// Group returns n with its digits in groups of three: 1234567 is "1,234,567".
func Group(n int64) string {
	digits := strconv.FormatInt(n, 10)
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(digits) - 3; i > start; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Words says a count in English: "250", "about 250", "at least 250", "up to
// 250", "240 to 260", "about 250 (240 to 260)". What is open stays open: "about
// 250, at least 240" has no upper limit. It is empty when c is not stated.
func Words(c incident.Count) string {
	best, hasBest := c.Best()
	low, hasLow := c.Low()
	high, hasHigh := c.High()
	switch {
	case hasLow && hasHigh && low == high:
		return Group(low)
	case hasLow && hasHigh && hasBest:
		return "about " + Group(best) + " (" + Group(low) + " to " + Group(high) + ")"
	case hasLow && hasHigh:
		return Group(low) + " to " + Group(high)
	case hasLow && hasBest && low < best:
		return "about " + Group(best) + ", at least " + Group(low)
	case hasLow:
		return "at least " + Group(low)
	case hasHigh && hasBest && best < high:
		return "about " + Group(best) + ", at most " + Group(high)
	case hasHigh:
		return "up to " + Group(high)
	case hasBest:
		return "about " + Group(best)
	}
	return ""
}

// Said says a count of one source in English, as [Words] does, but "over 800"
// and "under 250" for what was said so, rather than "at least 801" and "up to
// 249".
func Said(c incident.Count) string {
	low, _ := c.Low()
	high, _ := c.High()
	switch {
	case c.Parts() == incident.HasLow && low > 0:
		return "over " + Group(low-1)
	case c.Parts() == incident.HasHigh && high < math.MaxInt64:
		return "under " + Group(high+1)
	}
	return Words(c)
}

// MeasureWords says in English what a measure counts, as "people freed"; other
// texts come back as they are.
func MeasureWords(m incident.Measure) string {
	switch m {
	case incident.Reported:
		return "people reported lured or held"
	case incident.Held:
		return "people held"
	case incident.Freed:
		return "people freed"
	case incident.Escaped:
		return "people escaped"
	case incident.Identified:
		return "people identified as victims"
	case incident.Sheltered:
		return "people given shelter"
	case incident.Awaiting:
		return "people waiting to go home"
	case incident.Returned:
		return "people returned home"
	case incident.Retrafficked:
		return "people trafficked again"
	case incident.Died:
		return "people who died"
	case incident.Arrested:
		return "people arrested"
	case incident.Charged:
		return "people charged"
	case incident.Convicted:
		return "people convicted"
	case incident.Lost:
		return "money lost"
	}
	return string(m)
}

// KeyWords says a value of a dimension in English: "Cambodia" for the country
// KH, "March 2024" for the month 2024-03, "country not stated" for an empty
// country.
func KeyWords(d stats.Dimension, key string) string {
	name := strings.ReplaceAll(d.String(), "_", " ")
	switch {
	case key == "" && (d == stats.Month || d == stats.Year):
		return name + " not stated, or several"
	case key == "":
		return name + " not stated"
	case key == incident.Unknown:
		return name + " unknown"
	case d == stats.Nationality && key == incident.Other:
		return "other nationalities"
	case d == stats.Nationality && key == incident.Stateless:
		return "stateless"
	case d == stats.Country || d == stats.Nationality:
		if country, ok := incident.CountryName(key); ok {
			return country
		}
	case d == stats.Admin1:
		if region, ok := incident.SubdivisionName(key); ok {
			return region
		}
	case d == stats.Measure:
		return MeasureWords(incident.Measure(key))
	case d == stats.Month:
		if day, err := time.Parse("2006-01", key); err == nil {
			return day.Format("January 2006")
		}
	}
	return key
}

// GroupWords says in English whom a figure counts and over what time, as
// "nationality India, women and girls; 2023-12-30 to 2024-03-30". It is empty
// for everyone in one event.
func GroupWords(k stats.Key) string {
	words := WhomWords(k)
	from, to := k.From.String(), k.To.String()
	window := "up to " + to
	switch {
	case from == "" && to == "":
		return words
	case k.Accrual == incident.AccrualStock && from == "":
		window = "on " + to
	case from != "" && to != "":
		window = from + " to " + to
	case from != "":
		window = "since " + from
	}
	if words != "" {
		words += "; "
	}
	return words + window
}

// WhereWords says in English where a figure that is not of one event was counted, as
// "Bokeo, Laos". It is empty when that is not said.
func WhereWords(k stats.Key) string {
	country := ""
	if k.Country != "" {
		country = KeyWords(stats.Country, k.Country)
	}
	if k.Admin1 == "" {
		return country
	}
	words := KeyWords(stats.Admin1, k.Admin1)
	if country != "" {
		words += ", " + country
	}
	return words
}

// WhomWords says in English whom a figure counts, as "nationality India, women
// and girls". It is empty for everyone.
func WhomWords(k stats.Key) string {
	var of []string
	add := func(word, value string) {
		if value != "" {
			of = append(of, word+value)
		}
	}
	g := &k.Group
	switch g.Nationality {
	case "":
	case incident.Other, incident.Stateless, incident.Unknown:
		add("", KeyWords(stats.Nationality, g.Nationality))
	default:
		add("nationality ", KeyWords(stats.Nationality, g.Nationality))
	}
	add("", groupWord(g.Sex, "sex "))
	add("", groupWord(g.Age, "age "))
	if g.Admin1 != "" {
		add("from ", KeyWords(stats.Admin1, g.Admin1))
	}
	if g.Place != "" {
		add("at ", KeyWords(stats.Country, g.Place))
	}
	for name, value := range g.By.All() {
		add(name+" ", value)
	}
	add("", k.Label)
	if k.Beside {
		of = append(of, "beside the total")
	}
	return strings.Join(of, ", ")
}

// groupWord says a code of a group's sex or age.
func groupWord(code, what string) string {
	switch code {
	case "":
		return ""
	case "F":
		return "women and girls"
	case "M":
		return "men and boys"
	case "child":
		return "children"
	case "adult":
		return "adults"
	}
	return what + code
}

// WhyWords says in English which step of the rule made an account take a claim;
// other texts come back as they are.
func WhyWords(why string) string {
	switch why {
	case "only-claim":
		return "the only number given"
	case "names-number":
		return "names the number, where others only bound it"
	case "covers-everyone":
		return "covers everyone, where others cover a part"
	case "parts-add-up":
		return "broken down into parts that add up to it"
	case "with-its-whole":
		return "from the same list as the total taken"
	case "official":
		return "from a government or the police"
	case "latest":
		return "the latest"
	case "smallest-id":
		return "equal in every respect to the others: the first by id"
	case "same-figures":
		return "the same figures of the same time"
	case "same-agency":
		return "the same number, time and news agency"
	case "same-words":
		return "the same number and time in the same words"
	}
	return why
}

// EventWords says in English where and when an event was, as "Philippines,
// March 2024": the countries of its records and the last month that the first
// of them allows. It is empty when the records do not say.
func EventWords(a *stats.Account) string {
	var words []string
	for _, r := range a.Records {
		if c := r.Place.Country; c != "" {
			if name := KeyWords(stats.Country, c); !slices.Contains(words, name) {
				words = append(words, name)
			}
		}
	}
	slices.Sort(words)
	for _, r := range a.Records {
		if day, ok := r.Occurred.Latest(); ok {
			words = append(words, KeyWords(stats.Month, day.String()[:len("2024-03")]))
			break
		}
	}
	return strings.Join(words, ", ")
}

// DayWords says a date in English, as "30 March 2024", "March 2024" or "1 March
// 2024 to 3 March 2024"; it takes dates as the interchange format writes them,
// and leaves those of other forms as they are.
func DayWords(date string) string {
	if from, to, ok := strings.Cut(date, "/"); ok {
		switch {
		case from == ".." || from == "":
			return "up to " + DayWords(to)
		case to == ".." || to == "":
			return DayWords(from) + " or later"
		}
		return DayWords(from) + " to " + DayWords(to)
	}
	if month, err := time.Parse("2006-01", date); err == nil {
		return month.Format("January 2006")
	}
	if day, err := time.Parse(time.DateOnly, date); err == nil {
		return day.Format("2 January 2006")
	}
	return date
}
