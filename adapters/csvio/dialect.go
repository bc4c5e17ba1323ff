package csvio

import (
	"strconv"

	"github.com/rescuetally/rescuetally/adapters/internal/csvscan"
)

// A Dialect is how a file separates and quotes its cells. The zero Dialect asks
// for it to be found; with a Comma it is used as it stands.
type Dialect struct {
	Comma    byte   // separator: found among , ; tab and |, any other can be given
	Quote    byte   // quote: 0 stands for "
	Escape   byte   // what stands before a quote inside quotes; 0: the quote is doubled
	Blank    bool   // one blank after each separator is not part of the cell
	RowEnd   string // "\n", "\r\n", "\r" or "mixed", as far as was read; not asked for
	Preamble int    // lines above the header that are passed over
	BOM      bool   // the file starts with a UTF-8 byte order mark; not asked for
	Sep      bool   // the file starts with a line such as sep=; not asked for
}

// IsZero reports whether the dialect is to be found.
func (d Dialect) IsZero() bool { return d == Dialect{} }

func (d Dialect) scan() csvscan.Dialect { return csvscan.Dialect(d) }

// describe names the dialect for one line of text.
func (d Dialect) describe() string {
	s := ""
	switch d.Comma {
	case ',':
		s = "commas"
	case ';':
		s = "semicolons"
	case '\t':
		s = "tabs"
	case '|':
		s = "bars"
	default:
		s = "the separator " + strconv.QuoteRuneToASCII(rune(d.Comma))
	}
	if d.Quote == '"' {
		s += `, quotes "…"`
	} else {
		s += ", quotes " + strconv.QuoteRuneToASCII(rune(d.Quote))
	}
	if d.Escape != 0 {
		s += ", in which " + strconv.QuoteRuneToASCII(rune(d.Escape)) + " stands before a quote"
	}
	if d.Blank {
		s += ", a blank behind each separator"
	}
	if d.Sep {
		s += ", a line sep="
	}
	if d.Preamble > 0 {
		s += ", " + count(d.Preamble, "line") + " before the header"
	}
	return s
}
