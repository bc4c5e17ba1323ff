package advisory

// wordClass says what a word does in a name.
type wordClass uint8

const (
	wordTelling wordClass = iota // tells agencies apart
	wordCommon                   // most agencies could have it
	wordLegal                    // the legal form
	wordJoining                  // and, of, the
)

// wordKind returns what a folded word does in a name, and the one spelling of a
// common word. The legal forms are those of South and South-East Asia and of the
// Gulf; the common words are a choice of ours among those that say what an
// agency does and not which it is. Words of the scripts of India stand
// here as NameKey writes them: praivet is प्राइवेट.
func wordKind(w []byte) (canonical string, kind wordClass) {
	switch string(w) {
	case "pvt", "pvtltd", "private", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "coltd",
		"llc", "llp", "lc", "fze", "fzc", "fzco", "fzllc", "plc", "opc", "sdn", "bhd", "berhad", "sendirian", "pt", "tbk", "cv",
		"pte", "gmbh", "spc", "wll", "est", "fz", "pltd", "proprietorship",
		"praivet", "praivat", "pra", "li", "limitet", "kanpani", "kampani": // प्राइवेट लिमिटेड, प्रा. लि., कंपनी
		return "", wordLegal
	case "and", "the", "of":
		return "", wordJoining
	case "manpower", "mainapavar", "manapavar", "myanapavar", "mainapavara":
		return "manpower", wordCommon
	case "overseas", "oversea", "ovarasij", "ovarasiz", "obharasij", "ovarsij", "ovarasi":
		return "overseas", wordCommon
	case "recruitment", "recruitments", "recruiting", "recruiters", "recruiter", "rikrutament", "rikrutment":
		return "recruitment", wordCommon
	case "international", "intl", "internationals", "intarneshanal", "intaranyashanal", "intarnyashanal", "intaraneshanal", "intarnesanal", "intaranesanal":
		return "international", wordCommon
	case "service", "services", "svc", "svcs", "sarvis", "sarvisej", "sarvises", "sarbhis", "sarvisez":
		return "service", wordCommon
	case "agency", "agencies", "agent", "agents", "ejensi", "ejansi":
		return "agency", wordCommon
	case "consultancy", "consultant", "consultants", "consulting", "consultancies", "kansaltensi", "kansaltansi":
		return "consultancy", wordCommon
	case "placement", "placements", "plesament":
		return "placement", wordCommon
	case "employment", "jobs", "job", "career", "careers", "emplayament":
		return "employment", wordCommon
	case "enterprise", "enterprises", "entarapraijej", "intarapraijej":
		return "enterprise", wordCommon
	case "trading", "trade", "traders", "treding":
		return "trading", wordCommon
	case "travel", "travels", "trevals", "trabhals", "trabhalsa", "trevels":
		return "travel", wordCommon
	case "tour", "tours", "turs":
		return "tour", wordCommon
	case "global", "globala":
		return "global", wordCommon
	case "resource", "resources":
		return "resource", wordCommon
	case "solution", "solutions", "salyushans":
		return "solution", wordCommon
	case "human", "hr", "group", "foreign", "management", "staffing", "manning", "labour", "labor", "hiring", "training", "holding", "holdings", "world":
		return oneSpelling(w), wordCommon
	}
	return "", wordTelling
}

func oneSpelling(w []byte) string {
	switch s := string(w); s {
	case "labor":
		return "labour"
	case "holdings":
		return "holding"
	default:
		return s
	}
}

// appendSound appends a telling word as it sounds to one who writes Indian,
// Nepali, Arabic and Philippine names in Latin letters: aa is a, ee i, oo and ou
// u, ph f, a consonant's h is left out (th is t, sh s, kh k), w is v, z j, q k,
// y i, x ks, c before e, i and y s and else k, double letters are single and an h
// at the end is silent. Digits and letters of other scripts stay.
func appendSound(dst, w []byte) []byte {
	start := len(dst)
	for i := 0; i < len(w); i++ {
		c, next, last := w[i], byte(0), byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		if i > 0 {
			last = w[i-1]
		}
		switch c {
		case 'e':
			if next == 'e' {
				c = 'i'
				i++
			}
		case 'o':
			if next == 'o' || next == 'u' {
				c = 'u'
				i++
			}
		case 'p':
			if next == 'h' {
				c = 'f'
				i++
			}
		case 'h':
			if i > 0 && (next == 0 || isConsonant(last)) {
				continue
			}
		case 'w':
			c = 'v'
		case 'z':
			c = 'j'
		case 'q':
			c = 'k'
		case 'y':
			c = 'i'
		case 'x':
			dst = append(dst, 'k')
			c = 's'
		case 'c':
			if next == 'h' {
				break
			}
			c = 'k'
			if next == 'e' || next == 'i' || next == 'y' {
				c = 's'
			}
		}
		if len(dst) > start && dst[len(dst)-1] == c && c >= 'a' && c <= 'z' {
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

func isConsonant(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return false
	}
	return c >= 'a' && c <= 'z'
}
