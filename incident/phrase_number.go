package incident

import "math"

// A term is a part of a number in words; what follows it is smaller than its
// unit.
type term struct{ value, unit int64 }

// A number is what a run of number words and digits comes to. Its value is
// hundredths or such when scale is not 0, and then it is a number only with a
// multiplier from elsewhere.
type number struct {
	value   int64
	scale   int
	words   bool  // nothing in it is in digits
	lone    bool  // it needs a counter word
	coeff   int64 // value without its one multiplier, × 10^−cscale
	cscale  int
	times   int64 // that multiplier, 0: it has none or several
	grouped bool  // a multiplier after it would make it doubtful
	around  bool  // it is about that many by itself
}

// An adder adds up the parts of a number.
type adder struct {
	lx      *lexicon
	terms   []term
	n       number
	pushes  int
	decimal bool // n.coeff waits for its multiplier
	literal bool // the first part is in digits
	short   bool // ends in a digit whose place is not said
	headed  bool // begins with a multiplier: 万三 is no 13000
	linked  bool // a glue word came right before
	bad     bool
}

// number reads the number that begins at toks[i]. ok is false when the words
// contradict each other as a number; end is behind what belongs to it.
func (lx *lexicon) number(toks []lexeme, i int) (n number, end int, ok bool) {
	a := adder{lx: lx, n: number{words: true, lone: true}}
	for i < len(toks) {
		took := a.take(toks[i:])
		if took == 0 {
			break
		}
		i += took
	}
	if a.short && lx.sinitic() && a.n.words && !a.headed && next(toks, i).roles&roleUnit == 0 {
		a.tenths()
	}
	if a.bad || a.short {
		return number{}, i, false
	}
	if a.decimal {
		if len(a.terms) > 0 {
			return number{}, i, false
		}
		a.n.value, a.n.scale = a.n.coeff, a.n.cscale
		return a.n, i, true
	}
	for _, t := range a.terms {
		if a.n.value > math.MaxInt64-t.value {
			return number{}, i, false
		}
		a.n.value += t.value
	}
	return a.n, i, len(a.terms) > 0
}

// tenths gives a last digit its place: 两万三 is 23000.
func (a *adder) tenths() {
	last := len(a.terms) - 1
	if last < 1 || a.terms[last-1].unit < 1000 || a.terms[last-1].unit > 10000 {
		return // 两百五 is not read, nor 一亿三
	}
	a.terms[last].value *= a.terms[last-1].unit / 10
	a.short = false
}

// take adds the parts at the beginning of toks and returns how many tokens that
// were; 0 ends the number.
func (a *adder) take(toks []lexeme) int {
	t := toks[0]
	if t.roles&roleFail != 0 {
		return 0
	}
	switch {
	case t.literal:
		return a.push(t)
	case t.roles&roleArticle != 0 && !a.decimal && opens(toks):
		if len(a.terms) == 0 {
			return 1
		}
		return a.push(one)
	case t.roles&roleTail != 0 && len(a.terms) > 0 && a.top().unit >= 100:
		return a.push(one)
	case t.roles&roleHalf != 0:
		if took := a.half(toks); took > 0 {
			return took
		}
	case t.roles&(roleShift|roleDecimal) != 0:
		return a.shift(toks)
	}
	switch {
	case t.roles&(roleMult|rolePlural) != 0:
		if took := a.multiply(t); took > 0 || t.roles&roleSmall == 0 {
			return took
		}
		return a.push(t)
	case t.roles&roleSmall != 0:
		return a.push(t)
	case t.roles&(roleGlue|roleAnd) != 0 && !a.decimal && len(a.terms) > 0:
		return a.glue(toks)
	}
	return 0
}

// opens reports whether a multiplier follows, perhaps with "half" before it.
func opens(toks []lexeme) bool {
	r := next(toks, 1).roles
	return r&roleMult != 0 || r&roleAround != 0 || r&roleHalf != 0 && next(toks, 2).roles&roleMult != 0
}

func next(toks []lexeme, i int) lexeme {
	if i < len(toks) {
		return toks[i]
	}
	return lexeme{}
}

func (a *adder) top() *term {
	if len(a.terms) == 0 {
		return nil
	}
	return &a.terms[len(a.terms)-1]
}

// push adds a number of its own, which has to fit below the unit before it.
func (a *adder) push(t lexeme) int {
	if a.decimal {
		return 0
	}
	if top := a.top(); top != nil {
		if t.value >= top.unit || t.scale > 0 || t.value == 0 || t.literal && !a.literal {
			return 0
		}
		if a.lx.zeroGlue && top.unit >= 100 && t.value < 10 && !a.linked {
			a.short = true // 两百五 is 250 to one reader and 205 to another
		}
	}
	if len(a.terms) == 0 {
		a.literal = t.literal
	}
	a.n.words = a.n.words && !t.literal
	a.n.lone = a.n.lone && t.roles&roleLone != 0
	a.n.grouped = a.n.grouped || t.grouped
	a.n.around = a.n.around || t.roles&roleAround != 0
	a.linked = false
	a.pushes++
	a.n.coeff, a.n.cscale, a.n.times = t.value, t.scale, 0
	if a.pushes > 1 {
		a.n.times = -1
	}
	if t.scale > 0 {
		a.decimal = true
		return 1
	}
	unit := unitOf(t)
	if a.lx.sinitic() && !t.literal && t.value >= 20 && t.value%10 == 0 && unit == 1 {
		unit = 10 // 廿五
	}
	a.terms = append(a.terms, term{t.value, unit})
	return 1
}

// unitOf returns the unit below which further parts of the number lie.
func unitOf(t lexeme) int64 {
	if t.literal {
		return 1
	}
	for _, unit := range []int64{1e9, 1e7, 1e6, 1e5, 1e3, 100} {
		if t.value >= unit && t.value%unit == 0 {
			return unit
		}
	}
	return 1
}

// multiply applies a multiplier to the parts that are smaller than it.
func (a *adder) multiply(t lexeme) int {
	m := t.value
	a.short = false
	if a.decimal {
		a.decimal = false
		v, ok := scaled(a.n.coeff, a.n.cscale, m)
		if !ok {
			a.bad = true
			return 0
		}
		a.n.lone = false
		return a.put(v, max(1, m/pow10(a.n.cscale)), m)
	}
	s, popped := int64(0), 0
	for i := len(a.terms) - 1; i >= 0 && a.terms[i].value < m; i-- {
		s += a.terms[i].value
		popped++
	}
	switch {
	case popped == 0 && (t.roles&roleMult == 0 || len(a.terms) > 0 && !a.lx.bare):
		return 0
	case popped == 0:
		s, a.headed = 1, a.headed || len(a.terms) == 0
	case a.n.grouped:
		a.bad = true // 1.018 million: 1018 million or 1.018 million?
		return 0
	case a.lx.digits && m < 10000 && s > 9, m == 100 && s > 99, s == 0:
		return 0
	}
	if s > math.MaxInt64/m {
		a.bad = true
		return 0
	}
	rest := a.terms[:len(a.terms)-popped]
	if len(rest) > 0 && s*m >= rest[len(rest)-1].unit {
		return 0
	}
	a.terms = rest
	a.n.lone = false
	if popped == 0 {
		a.n.coeff, a.n.cscale = 1, 0
		a.pushes++
	}
	return a.put(s*m, m, m)
}

// put adds the product of a multiplication.
func (a *adder) put(v, unit, m int64) int {
	if top := a.top(); top != nil && v >= top.unit {
		a.bad = true
		return 0
	}
	a.terms = append(a.terms, term{v, unit})
	switch {
	case a.pushes > 1 || a.n.times < 0:
		a.n.times = -1
	case a.n.times > 0 && a.n.times <= math.MaxInt64/m:
		a.n.times *= m
	default:
		a.n.times = m
	}
	return 1
}

// glue takes the word between two parts of a number, when a smaller part
// follows.
func (a *adder) glue(toks []lexeme) int {
	top, then := a.top(), next(toks, 1)
	for j := 1; j < 3 && (j == 1 || then.roles&roleArticle != 0); j++ {
		if next(toks, j).roles&roleHalf == 0 {
			continue
		}
		if took := a.half(toks[j:]); took > 0 {
			return j + took
		}
		return 0
	}
	if toks[0].roles&roleGlue == 0 || top.unit < 100 || then.roles&roleFail != 0 {
		return 0
	}
	switch {
	case then.roles&roleTail != 0 && !opens(toks[1:]):
		then = one
	case then.roles&roleMult != 0 && a.lx.bare && then.value < top.unit:
		a.linked = true
		return 1 // the multiplier is taken next
	case then.roles&roleSmall == 0 || then.scale > 0 || then.value >= top.unit || then.value == 0 || then.literal && !a.literal:
		return 0
	}
	a.linked = true
	if took := a.push(then); took > 0 {
		return 1 + took
	}
	a.linked = false
	return 0
}

// one is the article where it counts.
var one = lexeme{item: item{roles: roleSmall, value: 1}}

// half reads "half a million", "two and a half million" and "a million and a
// half".
func (a *adder) half(toks []lexeme) int {
	if a.decimal {
		return 0
	}
	i := 1
	if next(toks, i).roles&roleArticle != 0 {
		i++
	}
	if then := next(toks, i); then.roles&roleMult != 0 {
		switch len(a.terms) {
		case 0:
			a.n.coeff, a.n.cscale = 5, 1
		case 1:
			top := a.terms[0]
			if top.unit != 1 || top.value > 1000 {
				return 0
			}
			a.n.coeff, a.n.cscale = top.value*10+5, 1
			a.terms = a.terms[:0]
		default:
			return 0
		}
		a.decimal, a.pushes, a.n.lone = true, 1, false
		return i
	}
	top := a.top()
	if top == nil || a.n.times <= 0 || top.unit != a.n.times || top.unit%2 != 0 {
		return 0
	}
	top.value += top.unit / 2
	top.unit = 1
	a.n.times = -1
	return 1
}

// shift reads Hindi's quarters: savaa sau 125, saarhe teen sau 350, paune do
// sau 175, paun lakh 75000, derh lakh 150000.
func (a *adder) shift(toks []lexeme) int {
	t := toks[0]
	if a.decimal || len(a.terms) > 0 {
		return 0
	}
	a.pushes, a.n.lone = 1, false
	then := next(toks, 1)
	switch {
	case t.roles&roleDecimal != 0:
		a.n.coeff = t.value
	case then.roles&roleMult != 0 && (t.value == 25 || t.value == -25):
		a.n.coeff = 100 + t.value
	case then.roles&roleSmall != 0 && then.scale == 0 && then.value > 1 && then.value < 100 && next(toks, 2).roles&roleMult != 0:
		a.n.coeff, a.n.cscale, a.decimal = then.value*100+t.value, 2, true
		a.n.words = !then.literal
		return 2
	default:
		a.bad = true
		return 0
	}
	a.n.cscale, a.decimal = 2, true
	return 1
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// scaled returns v × 10^−scale × m when that is whole and fits.
func scaled(v int64, scale int, m int64) (int64, bool) {
	p := pow10(scale)
	if v > math.MaxInt64/m || v*m%p != 0 {
		return 0, false
	}
	return v * m / p, true
}
