// Package capio reads and writes the Common Alerting Protocol 1.2 (OASIS Standard
// CAP-v1.2-os, 1 July 2010), the XML in which authorities publish warnings.
//
//	dec := capio.NewDecoder(f, &capio.DecodeOptions{Name: "ministry.atom"})
//	r := adapters.NewReader(dec, &adapters.ReadOptions{Policy: adapters.Skip})
//	for a, err := range r.All(ctx) {
//		if err != nil {
//			return err // always the last element
//		}
//		use(a) // an *advisory.Advisory
//	}
//
// An [Alert] holds the whole of a message; [Parse] reads one, an [AlertDecoder] those of
// a document: one alert, or any number of them in an Atom feed or entry, in RSS or in
// EDXL-DE, as a stream. Of a feed only the alerts are read, and each entry has to hold
// one: an entry that points at an alert elsewhere is rejected, and nothing is fetched.
// [Alert.Check] knows the rules of the standard that its schema does not express.
// What is written is valid by that schema.
//
// A [Decoder] and an [Encoder] do the same for advisories, by [Alert.Advisory] and
// [FromAdvisory]. XML signatures are kept as bytes and never verified.
//
// # An advisory as an alert
//
// Nothing is lost: what [FromAdvisory] makes is marked by the code [Profile], and
// [Alert.Advisory] makes the same advisory of it again; what others have added since,
// parameters, contacts, times of day and codes, is listed as lost. Others read what stands in CAP's
// own elements; the rest stands in parameters whose names begin with rescuetally:.
//
//	id             identifier; blanks, commas, <, & and % as %20 and so on
//	issuer         senderName; sender, see ConvertOptions
//	issued         sent: the first day it allows, at 00:00:00-00:00; parameter issued if it is no single day
//	effective      effective, the same way
//	expires        expires: the last day it allows, at 23:59:59-00:00; parameter expires
//	reviewed       parameter reviewed
//	status msgType the same; Actual and Alert when unstated, with the parameter unstated
//	urgency severity certainty
//	               the same; Unknown when unstated, with the parameter unstated
//	categories     category; Other when there is none, with the parameter unstated
//	responseTypes  responseType
//	references     references, with the sender and the time of the advisory referred to;
//	               when it is not known, with the issuer's sender and the time Never
//	audience       audience
//	nationalities  parameters nationality
//	destinations   an area each: the country's name, geocode ISO 3166-1
//	places         an area each: the name; of a subdivision with geocode ISO 3166-2
//	lures          parameters lure
//	level          parameters level.scheme and level.value
//	infos          an info each, which repeats all but the text; without any, one info
//	               without texts, with the parameter unstated
//	contacts       parameters contact: kind, blank, value; contact: those that are not broken
//	source         source: its name; web: its address; parameters source.kind, .lang, .grade
//	(no member)    scope is Public, event as ConvertOptions say
//
// What CAP cannot hold is an error: a day of the year 0 or after 9999, a language that is
// no tag of RFC 3066, a character that XML does not have.
//
// # An alert as an advisory
//
// [Alert.Advisory] lists what an alert loses; without [Profile] that is, of each element:
//
//	identifier     id
//	sender         issuer, if no info has a senderName; else lost
//	sent           issued: its day, in its own offset; the time of day is lost
//	status msgType the same
//	source         the name of the source
//	scope          lost: an advisory is public; see DecodeOptions.Public
//	restriction addresses code note incidents
//	               lost
//	references     references: the identifiers; senders and times are lost
//	info           those in one language become one text; en-US where none is stated
//	category responseType
//	               those of all infos
//	event          the headline, where there is none; else lost
//	urgency severity certainty
//	               the strongest of all infos
//	audience       that of the first info that has one
//	effective      effective: the earliest day of the infos
//	expires        expires: the latest day of the infos, the one before for 00:00:00;
//	               unstated if it is in one of them
//	senderName     issuer: that of the first info that has one
//	headline description instruction
//	               the same
//	web            the source's address: the first of http or https
//	contact        a contact, if it is a single number or address; else lost
//	onset eventCode parameter resource
//	               lost
//	area           a destination for a geocode ISO 3166-1; a place for one of ISO 3166-2, or
//	               else for areaDesc, unless that is only the name of the destination
//	polygon circle altitude ceiling and other geocodes
//	               lost
//	Signature      lost
//
// An alert of a country and with a polygon has the country as destination and its areaDesc
// as place, so that what is warned of grows no wider.
//
// # Strictness
//
// Elements are in the schema's order, each as often as it allows, in the namespace of CAP
// 1.2, without attributes. Words are spelt as in the standard and have no blanks around
// them; a time has an offset and neither Z nor a fraction. +00:00 is read, and kept,
// though section 3.3.2 has UTC written as -00:00. An optional element with an empty text
// is taken for unstated, which is noted among the repairs. Comments and processing
// instructions are passed over.
//
// # Errors
//
// A [*adapters.RecordError] lists all that is wrong with one alert, in the document's
// order, with code, line, column and a path such as /alert/info[2]/area[1]/polygon[1]. A
// [*adapters.FileError] ends the reading, since behind it nothing can be trusted: the
// text is no XML (xml.syntax, text.invalid-utf8, text.forbidden), ends too early
// (file.truncated), has a DOCTYPE, another declaration or an XInclude (xml.doctype), is in
// another encoding (encoding.unsupported) or another format (format.unexpected, CAP 1.0
// and 1.1 among them), or is over a limit. No error holds a text of an alert but for the
// identifier in RecordError.ID. A [Decoder] rejects an alert, too, of which no advisory can
// be made that [advisory.Advisory.Check] finds right; the paths are JSON Pointers then.
//
// # Concurrency
//
// Decoders and Encoders are for one goroutine each. Alerts and advisories own their
// memory, and are safe for concurrent use as long as nobody changes them.
//
// # Limits
//
// Limits.Bytes, RecordBytes, Depth, Fields (elements of an alert) and Errors of
// [adapters.Limits] apply, with their defaults. A Decoder holds one alert. An alert over
// RecordBytes ends the reading; raise it for those that carry files in derefUri. Entities
// are never expanded, but for the five of XML.
package capio
