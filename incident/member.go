package incident

// A Member is a member of a record or of one of its figures that holds a value,
// in the order of the format's CSV columns, whose names [Member.String] gives.
type Member uint8

// The members. Those from MemberMeasure to MemberUnit are a figure's.
const (
	MemberKind Member = iota
	MemberID
	MemberEvent
	MemberPublished
	MemberOccurred
	MemberCountry
	MemberAdmin1
	MemberPlace
	MemberLat
	MemberLon
	MemberMeasure
	MemberCount
	MemberText
	MemberAccrual
	MemberFrom
	MemberTo
	MemberNationality
	MemberSex
	MemberAge
	MemberGroupAdmin1
	MemberGroupPlace
	MemberGroupBy
	MemberLabel
	MemberBeside
	MemberUnit
	MemberLure
	MemberExploitation
	MemberConditions
	MemberAgencies
	MemberSource
	MemberSourceKind
	MemberSourceURL
	MemberSourceLang
	MemberGrade
	MemberDerivedFrom
	MemberSupersedes
	MemberRetracts
	MemberNotes

	memberCount
)

var memberNames = [memberCount]string{
	"kind", "id", "event", "published", "occurred", "country", "admin1", "place", "lat", "lon",
	"measure", "count", "text", "accrual", "from", "to", "nationality", "sex", "age", "group_admin1", "group_place",
	"group_by", "label", "beside", "unit",
	"lure", "exploitation", "conditions", "agencies", "source", "source_kind", "source_url", "source_lang", "grade",
	"derived_from", "supersedes", "retracts", "notes",
}

// String returns the name of the member's CSV column, "source_kind" for
// example; it is empty for a number that is no member's.
func (m Member) String() string {
	if m < memberCount {
		return memberNames[m]
	}
	return ""
}

// OfFigure reports whether m is a member of figures.
func (m Member) OfFigure() bool { return m >= MemberMeasure && m <= MemberUnit }
