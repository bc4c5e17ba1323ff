package advisory

import "github.com/rescuetally/rescuetally/incident"

// A Span is where in the text of an advert a member of an offer was read.
type Span struct {
	Path       incident.Path // of the member: "/visa", "/promises/0"
	Start, End int           // bytes of the text, End excluded
}
