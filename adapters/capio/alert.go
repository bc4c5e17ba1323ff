package capio

import "github.com/rescuetally/rescuetally/advisory"

// Namespace is the XML namespace of CAP 1.2.
const Namespace = "urn:oasis:names:tc:emergency:cap:1.2"

// An Alert is a CAP message, whole (CAP 1.2, section 3.2.1). Texts are kept as they
// stand, blanks around them included; comments, processing instructions and the blanks
// between elements are not kept. The zero Alert states nothing and is not valid: see
// [Alert.Check].
type Alert struct {
	Identifier  string           // unique for its sender; required
	Sender      string           // unique in the world, often a domain's name; required
	Sent        Time             // required
	Status      advisory.Status  // required
	MsgType     advisory.MsgType // required
	Source      string           // the operator or the device it comes from
	Scope       Scope            // required
	Restriction string           // whom it is restricted to; required when Scope is Restricted
	Addresses   []string         // whom it is for; required when Scope is Private
	Codes       []string         // how to handle it, the names of profiles among them
	Note        string           // not for the public
	References  []Reference      // what it updates, ends, receives or rejects
	Incidents   []string         // names of incidents that it is about
	Infos       []Info

	// Signatures are XML signatures, byte for byte as they stood. They are never
	// verified. One that covers the whole message does not outlast being written
	// again, because blanks between elements may differ.
	Signatures [][]byte
	// Namespaces are the declarations around the signatures that these need.
	Namespaces []NamespaceDecl
}

// A NamespaceDecl says what a prefix stands for; the empty prefix is the default
// namespace.
type NamespaceDecl struct{ Prefix, URI string }

// A Scope says whom a message is for (alert.scope). The zero Scope is not stated.
type Scope string

// The scopes.
const (
	Public     Scope = "Public"
	Restricted Scope = "Restricted" // see Alert.Restriction
	Private    Scope = "Private"    // see Alert.Addresses
)

var scopes = [...]Scope{Public, Restricted, Private} // read only

// DefaultLanguage is the language of an [Info] that states none (section 3.2.2).
const DefaultLanguage = "en-US"

// An Info is what a message says, to one audience in one language (section 3.2.2).
type Info struct {
	Language      string                  // RFC 3066; unstated: DefaultLanguage
	Categories    []advisory.Category     // at least one
	Event         string                  // what kind of event, in words; required
	ResponseTypes []advisory.ResponseType // what people are to do
	Urgency       advisory.Urgency        // required
	Severity      advisory.Severity       // required
	Certainty     advisory.Certainty      // required
	Audience      string                  //
	EventCodes    []Value                 //
	Effective     Time                    // unstated: Alert.Sent
	Onset         Time                    // when the event is expected to begin
	Expires       Time                    //
	SenderName    string                  // the sender, for people to read
	Headline      string                  //
	Description   string                  //
	Instruction   string                  //
	Web           string                  // address of a page with more
	Contact       string                  //
	Parameters    []Value                 //
	Resources     []Resource              //
	Areas         []Area                  //
}

// A Value is a value of a list or a system that its name tells, such as ISO 3166-2.
type Value struct {
	Name  string // required
	Value string // may be empty
}

// A Resource is a file that goes with a message (section 3.2.3).
type Resource struct {
	Desc     string  // required
	MimeType string  // required
	Size     Decimal // bytes, a whole number
	URI      string  // never opened
	DerefURI string  // the file itself, in base64; not decoded
	Digest   string  // SHA-1; not compared
}

// An Area is where a message holds (section 3.2.4). Its polygons, circles and geocodes
// are added to each other.
type Area struct {
	Desc     string // required
	Polygons []Polygon
	Circles  []Circle
	Geocodes []Value
	Altitude Decimal // feet above mean sea level
	Ceiling  Decimal // the same; only with Altitude, which is the lower end then
}
