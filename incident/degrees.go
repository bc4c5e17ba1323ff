package incident

import (
	"math"
	"strconv"
)

// Degrees is a latitude or a longitude in degrees of WGS 84. The zero Degrees
// is not stated; 0 is a statement. Degrees are comparable.
type Degrees struct {
	deg    float64
	stated bool
}

// MakeDegrees returns deg as Degrees. The range is a rule of [Record.Check],
// because it differs for latitude and longitude; a number that is not finite is
// not stated.
func MakeDegrees(deg float64) Degrees {
	if math.IsNaN(deg) || math.IsInf(deg, 0) {
		return Degrees{}
	}
	return Degrees{deg: deg + 0, stated: true} // + 0 makes −0 a 0
}

// Float returns the number of degrees, and whether it is stated.
func (d Degrees) Float() (deg float64, ok bool) { return d.deg, d.stated }

// IsZero reports whether d is not stated.
func (d Degrees) IsZero() bool { return !d.stated }

// String returns the shortest decimal that reads back as d, without an
// exponent; it is empty when d is not stated.
func (d Degrees) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// MarshalText returns the text of [Degrees.String]. It never fails.
func (d Degrees) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// AppendText appends the text of [Degrees.String] to b. It never fails.
func (d Degrees) AppendText(b []byte) ([]byte, error) {
	if !d.stated {
		return b, nil
	}
	return strconv.AppendFloat(b, d.deg, 'f', -1, 64), nil
}

// UnmarshalText sets d to what [ParseDegrees] reads.
func (d *Degrees) UnmarshalText(text []byte) error {
	e, err := ParseDegrees(string(text))
	if err != nil {
		return err
	}
	*d = e
	return nil
}

// ParseDegrees reads a decimal number as JSON writes it: digits, with a minus
// sign and a point if need be. The empty text gives the zero Degrees, "not
// stated". The error is a [*SyntaxError] with [CodePlaceCoordinates]; numbers
// with more digits than a float64 holds exactly are refused, not rounded.
func ParseDegrees(s string) (Degrees, error) {
	if s == "" {
		return Degrees{}, nil
	}
	significant := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if significant > 0 || c != '0' {
				significant++
			}
		case c == '.' && i > 0 && i < len(s)-1 || c == '-' && i == 0:
		default:
			return Degrees{}, degreesError("write degrees as a decimal number such as 11.56 or -0.5")
		}
	}
	deg, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil:
		return Degrees{}, degreesError("write degrees as a decimal number such as 11.56 or -0.5")
	case significant > 15:
		return Degrees{}, degreesError("write at most 15 digits: more cannot be measured")
	}
	return MakeDegrees(deg), nil
}

func degreesError(reason string) *SyntaxError {
	return &SyntaxError{Code: CodePlaceCoordinates, Type: "degrees", Reason: reason}
}
