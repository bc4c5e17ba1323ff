package incident

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// Spellers written for the tests alone: they build the words of a number from
// the top, the reader adds them up from the bottom.

func spellEnglish(n int64) string {
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	switch {
	case n < 20:
		return ones[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return tens[n/10] + "-" + ones[n%10]
	case n < 1000:
		return spelled(n, 100, " hundred", " and ", spellEnglish)
	case n < 1e6:
		return spelled(n, 1e3, " thousand", " ", spellEnglish)
	case n < 1e9:
		return spelled(n, 1e6, " million", " ", spellEnglish)
	}
	return spelled(n, 1e9, " billion", " ", spellEnglish)
}

// spelled joins what comes before a multiplier and what comes after it.
func spelled(n, m int64, name, join string, spell func(int64) string) string {
	head := spell(n/m) + name
	if n%m == 0 {
		return head
	}
	return head + join + spell(n%m)
}

func spellLakhs(n int64) string {
	switch {
	case n >= 1e7:
		return spelled(n, 1e7, " crore", " ", spellLakhs)
	case n >= 1e5:
		return spelled(n, 1e5, " lakh", " ", spellLakhs)
	}
	return spellEnglish(n)
}

func spellGerman(n int64) string {
	ones := strings.Fields("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
	tens := strings.Fields("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
	switch {
	case n < 20:
		return ones[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return ones[n%10] + "und" + tens[n/10]
	case n < 1000:
		return spelled(n, 100, "hundert", "", spellGerman)
	case n < 1e6:
		return spelled(n, 1e3, "tausend", "", spellGerman)
	}
	if n/1e6 == 1 {
		return "eine Million " + spellGerman(n%1e6)
	}
	return spelled(n, 1e6, " Millionen", " ", spellGerman)
}

func spellFrench(n int64) string {
	ones := strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	tens := strings.Fields("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
	switch {
	case n < 20:
		return ones[n]
	case n < 100:
		t, u := n/10, n%10
		if t == 7 || t == 9 {
			u += 10
		}
		switch {
		case u == 0 && t == 8:
			return "quatre-vingts"
		case u == 0:
			return tens[t]
		case (u == 1 || u == 11) && t < 8:
			return tens[t] + " et " + ones[u]
		}
		return tens[t] + "-" + ones[u]
	case n < 200:
		return strings.TrimSpace("cent " + nonzero(n%100, spellFrench))
	case n < 1000:
		return spelled(n, 100, " cent", " ", spellFrench)
	case n < 2000:
		return strings.TrimSpace("mille " + nonzero(n%1000, spellFrench))
	case n < 1e6:
		return spelled(n, 1e3, " mille", " ", spellFrench)
	}
	return spelled(n, 1e6, " millions", " ", spellFrench)
}

func nonzero(n int64, spell func(int64) string) string {
	if n == 0 {
		return ""
	}
	return spell(n)
}

func spellSpanish(n int64) string {
	ones := strings.Split("cero,uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciséis,diecisiete,dieciocho,diecinueve,veinte,"+
		"veintiuno,veintidós,veintitrés,veinticuatro,veinticinco,veintiséis,veintisiete,veintiocho,veintinueve", ",")
	tens := strings.Fields("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
	hundreds := strings.Fields("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
	switch {
	case n < 30:
		return ones[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return tens[n/10] + " y " + ones[n%10]
	case n == 100:
		return "cien"
	case n < 1000:
		return strings.TrimSpace(hundreds[n/100] + " " + nonzero(n%100, spellSpanish))
	case n < 2000:
		return strings.TrimSpace("mil " + nonzero(n%1000, spellSpanish))
	case n < 1e6:
		return spelled(n, 1e3, " mil", " ", spellSpanish)
	}
	return spelled(n, 1e6, " millones", " ", spellSpanish)
}

func spellIndonesian(n int64) string {
	ones := strings.Fields("nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")
	switch {
	case n < 12:
		return ones[n]
	case n < 20:
		return ones[n-10] + " belas"
	case n < 100:
		return spelled(n, 10, " puluh", " ", spellIndonesian)
	case n < 200:
		return strings.TrimSpace("seratus " + nonzero(n%100, spellIndonesian))
	case n < 1000:
		return spelled(n, 100, " ratus", " ", spellIndonesian)
	case n < 2000:
		return strings.TrimSpace("seribu " + nonzero(n%1000, spellIndonesian))
	case n < 1e6:
		return spelled(n, 1e3, " ribu", " ", spellIndonesian)
	case n < 1e9:
		return spelled(n, 1e6, " juta", " ", spellIndonesian)
	}
	return spelled(n, 1e9, " miliar", " ", spellIndonesian)
}

// spellHan spells in Japanese and Korean, and with zero in Chinese.
func spellHan(n int64, digits, places []string, zero string) string {
	group := func(g int64, first bool) string {
		var b strings.Builder
		gap := !first && g < 1000
		for p := 3; p >= 0; p-- {
			d := g / []int64{1, 10, 100, 1000}[p] % 10
			if d == 0 {
				gap = gap || b.Len() > 0
				continue
			}
			if gap {
				b.WriteString(zero)
			}
			gap = false
			if d > 1 || p == 0 || zero != "" {
				b.WriteString(digits[d])
			}
			b.WriteString(places[p])
		}
		return b.String()
	}
	var b strings.Builder
	for i, m := range []int64{1e8, 1e4, 1} {
		if g := n / m % 1e4; g > 0 {
			b.WriteString(group(g, b.Len() == 0) + places[[]int{5, 4, 0}[i]])
		}
	}
	return b.String()
}

func spellThai(n int64) string {
	ones := strings.Fields("ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า")
	places := []string{"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"}
	if n >= 1e6 {
		return spelled(n, 1e6, "ล้าน", "", spellThai)
	}
	if n == 0 {
		return ones[0]
	}
	s := ""
	for p, rest := 0, n; rest > 0; p, rest = p+1, rest/10 {
		d := ones[rest%10]
		switch {
		case rest%10 == 0:
			continue
		case p == 1 && rest%10 == 1:
			d = ""
		case p == 1 && rest%10 == 2:
			d = "ยี่"
		case p == 0 && rest%10 == 1 && n > 10:
			d = "เอ็ด"
		}
		s = d + places[p] + s
	}
	return s
}

// spellFrom spells in a language whose first hundred numbers are a list, from
// another source than the lexicon's hundreds and thousands.
func spellFrom(hundred []string, crore, lakh, thousand, hundredName string) func(int64) string {
	var spell func(int64) string
	spell = func(n int64) string {
		switch {
		case n < 100:
			form, _, _ := strings.Cut(hundred[n], "/")
			return strings.TrimSpace(form)
		case n < 1000:
			return spelled(n, 100, " "+hundredName, " ", spell)
		case n < 1e5:
			return spelled(n, 1e3, " "+thousand, " ", spell)
		case n < 1e7:
			return spelled(n, 1e5, " "+lakh, " ", spell)
		}
		return spelled(n, 1e7, " "+crore, " ", spell)
	}
	return spell
}

func TestReadPhraseSpelled(t *testing.T) {
	chinese := func(n int64) string {
		return spellHan(n, strings.Split("零一二三四五六七八九", ""), []string{"", "十", "百", "千", "万", "亿"}, "零")
	}
	japanese := func(n int64) string {
		return spellHan(n, strings.Split("零一二三四五六七八九", ""), []string{"", "十", "百", "千", "万", "億"}, "")
	}
	korean := func(n int64) string {
		return spellHan(n, strings.Split("영일이삼사오육칠팔구", ""), []string{"", "십", "백", "천", "만", "억"}, "") + "명"
	}
	for _, c := range []struct {
		lang  string
		from  int64
		spell func(int64) string
	}{
		{"en", 0, spellEnglish},
		{"en", 0, spellLakhs},
		{"de", 2, spellGerman},
		{"fr", 2, spellFrench},
		{"es", 1, spellSpanish},
		{"id", 0, spellIndonesian},
		{"zh", 1, chinese},
		{"ja", 1, japanese},
		{"ko", 1, korean},
		{"th", 0, spellThai},
		{"hi", 2, spellFrom(list(hindiHundred), "करोड़", "लाख", "हज़ार", "सौ")},
		{"mr", 2, spellFrom(list(marathiHundred), "कोटी", "लाख", "हजार", "शे")},
		{"gu", 2, spellFrom(list(gujaratiHundred), "કરોડ", "લાખ", "હજાર", "સો")},
		{"ur", 2, spellFrom(list(urduHundred), "کروڑ", "لاکھ", "ہزار", "سو")},
		{"bn", 2, spellFrom(list(bengaliHundred), "কোটি", "লাখ", "হাজার", "শ")},
		{"pa", 2, spellFrom(list(punjabiHundred), "ਕਰੋੜ", "ਲੱਖ", "ਹਜ਼ਾਰ", "ਸੌ")},
	} {
		t.Run(c.lang, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(3, uint64(len(c.lang))))
			check := func(n int64) {
				text := c.spell(n)
				got, err := ReadPhrase(text, c.lang)
				if err != nil || got != Exactly(n) {
					t.Errorf("%q: %v, %v, want %s", text, got, err, strconv.FormatInt(n, 10))
				}
			}
			for n := c.from; n <= 2000; n++ {
				check(n)
			}
			for range 500 {
				check(2001 + rnd.Int64N(1e9-2001)>>rnd.IntN(18))
			}
		})
	}
}

// TestReadPhraseQuarters: half and quarter words of the Indian languages.
func TestReadPhraseQuarters(t *testing.T) {
	phraseCases(t, `
hi | सवा सौ | 125
hi | सवा लाख | 125000
hi | डेढ़ सौ | 150
hi | पौने दो लाख | 175000
hi | सवा दो सौ | 225
hi | ढाई लाख | 250000
hi | पौने तीन सौ | 275
hi | साढ़े तीन लाख | 350000
hi | साढ़े तीन |
hi | डेढ़ |
mr | अडीच हजार | 2500
mr | साडेतीनशे | 350
gu | સાડા ત્રણ લાખ | 350000
ur | ساڑھے تین سو | 350
bn | সাড়ে তিন হাজার | 3500
pa | ਢਾਈ ਸੌ | 250
`, func(lang, text, want string) { checkPhrase(t, lang, text, want) })
}
