package capio

import (
	"strconv"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// A Decimal is a number with the digits that it is written with, such as 38.470 or -0.5,
// so that nothing is lost. The zero Decimal is not stated.
type Decimal string

// ParseDecimal reads a number without an exponent (XML Schema part 2, section 3.2.3). The
// error is an [*incident.SyntaxError] with [incident.CodePlaceCoordinates].
func ParseDecimal(s string) (Decimal, error) {
	digits := strings.TrimLeft(s, "+-")
	whole, fraction, _ := strings.Cut(digits, ".")
	if len(s)-len(digits) > 1 || whole+fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return "", &incident.SyntaxError{Code: incident.CodePlaceCoordinates, Type: "number", Reason: "write a number such as 38.47 or -120.14"}
	}
	return Decimal(s), nil
}

// Float returns the number; it is 0 for the zero Decimal and for what is no number.
func (d Decimal) Float() float64 {
	if _, err := ParseDecimal(string(d)); err != nil {
		return 0
	}
	f, _ := strconv.ParseFloat(string(d), 64)
	return f
}

// same is the shortest text of the number: two are equal when theirs are.
func (d Decimal) same() string {
	digits := strings.TrimLeft(string(d), "+-")
	whole, fraction, _ := strings.Cut(digits, ".")
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole+fraction == "" {
		return "0"
	}
	sign := ""
	if strings.HasPrefix(string(d), "-") {
		sign = "-"
	}
	return sign + whole + "." + fraction
}

// A Point is a place by latitude and longitude in degrees (WGS 84).
type Point struct{ Lat, Lon Decimal }

// String returns "lat,lon", and "" for the zero Point.
func (p Point) String() string {
	if p == (Point{}) {
		return ""
	}
	return string(p.Lat) + "," + string(p.Lon)
}

// problem says what is wrong with a point, "" when nothing is.
func (p Point) problem() string {
	_, err := ParseDecimal(string(p.Lat))
	_, also := ParseDecimal(string(p.Lon))
	switch lat, lon := p.Lat.Float(), p.Lon.Float(); {
	case err != nil || also != nil:
		return "a point is latitude,longitude in degrees, without a blank, such as 11.55,104.92"
	case lat < -90 || lat > 90:
		return "a latitude runs from -90 to 90; it comes first"
	case lon < -180 || lon > 180:
		return "a longitude runs from -180 to 180; it comes second"
	}
	return ""
}

// ParsePoint reads "lat,lon". The error is an [*incident.SyntaxError] with
// [incident.CodePlaceCoordinates].
func ParsePoint(s string) (Point, error) {
	lat, lon, _ := strings.Cut(s, ",")
	p := Point{Decimal(lat), Decimal(lon)}
	if why := p.problem(); why != "" {
		return Point{}, shapeError(incident.CodePlaceCoordinates, "point", why)
	}
	return p, nil
}

// A Polygon is an area by its corners; the last is the first again. It has at least four.
type Polygon []Point

// ParsePolygon reads points with blanks between them. The error is an
// [*incident.SyntaxError] with [incident.CodePlaceCoordinates] for a point and
// [incident.CodePlaceArea] for the whole.
func ParsePolygon(s string) (Polygon, error) {
	var p Polygon
	for text := range fields(s) {
		point, err := ParsePoint(text)
		if err != nil {
			return nil, err
		}
		p = append(p, point)
	}
	if why := p.problem(); why != "" {
		return nil, shapeError(incident.CodePlaceArea, "polygon", why)
	}
	return p, nil
}

// problem says what is wrong with a polygon of points that are right.
func (p Polygon) problem() string {
	switch {
	case len(p) < 4:
		return "a polygon has at least four points"
	case p[0].Lat.same() != p[len(p)-1].Lat.same() || p[0].Lon.same() != p[len(p)-1].Lon.same():
		return "a polygon ends with the point that it begins with"
	}
	return ""
}

// String returns the points with blanks between them.
func (p Polygon) String() string {
	var b strings.Builder
	for i, point := range p {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(point.String())
	}
	return b.String()
}

// A Circle is an area by its centre and its radius in kilometres.
type Circle struct {
	Centre Point
	Radius Decimal
}

// ParseCircle reads "lat,lon radius". The error is an [*incident.SyntaxError] with
// [incident.CodePlaceCoordinates] for the centre and [incident.CodePlaceArea] for the rest.
func ParseCircle(s string) (Circle, error) {
	var parts []string
	for text := range fields(s) {
		if parts = append(parts, text); len(parts) > 2 {
			break
		}
	}
	if len(parts) != 2 {
		return Circle{}, shapeError(incident.CodePlaceArea, "circle", noRadius)
	}
	centre, err := ParsePoint(parts[0])
	if err != nil {
		return Circle{}, err
	}
	c := Circle{centre, Decimal(parts[1])}
	if why := c.problem(); why != "" {
		return Circle{}, shapeError(incident.CodePlaceArea, "circle", why)
	}
	return c, nil
}

const noRadius = "a circle is a point, a blank and a radius in kilometres, such as 11.55,104.92 5"

// problem says what is wrong with the radius.
func (c Circle) problem() string {
	if _, err := ParseDecimal(string(c.Radius)); err != nil || c.Radius.Float() < 0 {
		return noRadius
	}
	return ""
}

// String returns "lat,lon radius", and "" for the zero Circle.
func (c Circle) String() string {
	if c == (Circle{}) {
		return ""
	}
	return c.Centre.String() + " " + string(c.Radius)
}

func shapeError(code incident.Code, kind, reason string) error {
	return &incident.SyntaxError{Code: code, Type: kind, Reason: reason}
}
