package csvio

import (
	"slices"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// The forms of what is no record. They are read only.
var (
	advisoryForm = &form{
		name: "advisory", columns: advisoryColumns, required: []int{columnKind, columnID, 2, 3}, keyed: true,
		list: "/infos/", part: "text in another language",
		start: func(s *subject) { *s = subject{advisory: new(advisory.Advisory)} },
		add: func(s *subject) {
			s.advisory.Infos = append(s.advisory.Infos, advisory.Info{})
			s.info = &s.advisory.Infos[len(s.advisory.Infos)-1]
		},
		drop: func(s *subject) {
			if s.advisory.Infos = s.advisory.Infos[:len(s.advisory.Infos)-1]; len(s.advisory.Infos) == 0 {
				s.advisory.Infos = nil
			}
		},
		point: func(s *subject, i int) {
			if s.info = &noInfo; i < len(s.advisory.Infos) {
				s.info = &s.advisory.Infos[i]
			}
		},
		parts: func(s *subject) int { return len(s.advisory.Infos) },
		stated: func(s *subject) bool {
			return s.info.Headline != "" || s.info.Description != "" || s.info.Instruction != ""
		},
		ofPart:     "lang",
		leads:      "headline, description or instruction",
		noPart:     "cells that say what language a text is in were left out: their rows have no text",
		names:      ", or level: and a scheme",
		check:      checkAdvisory,
		unwritable: func(s *subject) incident.Findings { return s.advisory.Check() },
		id:         func(s *subject) string { return s.advisory.ID },
	}
	entryForm = &form{
		name: "entry", columns: entryColumns, required: []int{0, 1, 2},
		start:      func(s *subject) { *s = subject{entry: new(advisory.Entry)} },
		parts:      noParts,
		point:      func(*subject, int) {},
		check:      func(s *subject) incident.Findings { return s.entry.Check() },
		unwritable: func(s *subject) incident.Findings { return s.entry.Check() },
		id:         func(*subject) string { return "" },
	}
	offerForm = &form{
		name: "offer", columns: offerColumns,
		start:      func(s *subject) { *s = subject{offer: new(advisory.Offer)} },
		parts:      noParts,
		point:      func(*subject, int) {},
		check:      func(s *subject) incident.Findings { return s.offer.Check() },
		unwritable: func(s *subject) incident.Findings { return s.offer.Check() },
		id:         func(*subject) string { return "" },
	}
)

var noInfo advisory.Info // read only

func noParts(*subject) int { return 0 }

// checkAdvisory judges what was read, first of all whether it is an advisory.
func checkAdvisory(s *subject) incident.Findings {
	kind := incident.Finding{Severity: incident.Error, Path: "/kind"}
	switch {
	case s.kind == string(incident.KindAdvisory):
		return s.advisory.Check()
	case slices.Contains(slices.Collect(incident.Kinds()), incident.Kind(s.kind)):
		kind.Code, kind.Message = incident.CodeKindAdvisory, "this is a record: keep records in a file of their own"
		return incident.Findings{kind}
	case s.kind == "":
		kind.Code, kind.Message = incident.CodeFieldRequired, "the kind is required: state advisory"
	default:
		kind.Code, kind.Message = incident.CodeCodeUnknown, "the kind here is advisory: correct it"
	}
	return append(incident.Findings{kind}, s.advisory.Check()...)
}

// Their columns, in the format's order.
var (
	advisoryColumns = append([]column{
		{
			"kind", "/kind", whole,
			func(b *builder, cell []byte) error { b.kind = b.text(cell); return nil },
			func(dst []byte, _ *subject) []byte { return append(dst, incident.KindAdvisory...) },
		},
		textColumn("id", "/id", whole, func(s *subject) *string { return &s.advisory.ID }),
		textColumn("issuer", "/issuer", whole, func(s *subject) *string { return &s.advisory.Issuer }),
		dateColumn("issued", "/issued", whole, func(s *subject) *incident.Date { return &s.advisory.Issued }),
		dateColumn("effective", "/effective", whole, func(s *subject) *incident.Date { return &s.advisory.Effective }),
		dateColumn("expires", "/expires", whole, func(s *subject) *incident.Date { return &s.advisory.Expires }),
		dateColumn("reviewed", "/reviewed", whole, func(s *subject) *incident.Date { return &s.advisory.Reviewed }),
		textColumn("status", "/status", whole, func(s *subject) *advisory.Status { return &s.advisory.Status }),
		textColumn("msgType", "/msgType", whole, func(s *subject) *advisory.MsgType { return &s.advisory.MsgType }),
		textColumn("urgency", "/urgency", whole, func(s *subject) *advisory.Urgency { return &s.advisory.Urgency }),
		textColumn("severity", "/severity", whole, func(s *subject) *advisory.Severity { return &s.advisory.Severity }),
		textColumn("certainty", "/certainty", whole, func(s *subject) *advisory.Certainty { return &s.advisory.Certainty }),
		listColumn("categories", "/categories", func(s *subject) *[]advisory.Category { return &s.advisory.Categories }),
		listColumn("responseTypes", "/responseTypes", func(s *subject) *[]advisory.ResponseType { return &s.advisory.ResponseTypes }),
		listColumn("references", "/references", func(s *subject) *[]string { return &s.advisory.References }),
		textColumn("audience", "/audience", whole, func(s *subject) *string { return &s.advisory.Audience }),
		listColumn("nationalities", "/nationalities", func(s *subject) *[]string { return &s.advisory.Nationalities }),
		listColumn("destinations", "/destinations", func(s *subject) *[]string { return &s.advisory.Destinations }),
		listColumn("places", "/places", func(s *subject) *[]string { return &s.advisory.Places }),
		listColumn("lures", "/lures", func(s *subject) *[]string { return &s.advisory.Lures }),
		textColumn("level_scheme", "/level/scheme", whole, func(s *subject) *advisory.Scheme { return &s.advisory.Level.Scheme }),
		textColumn("level_value", "/level/value", whole, func(s *subject) *string { return &s.advisory.Level.Value }),
		textColumn("lang", "/lang", inPart, func(s *subject) *string { return &s.info.Lang }),
		textColumn("headline", "/headline", inPart, func(s *subject) *string { return &s.info.Headline }),
		textColumn("description", "/description", inPart, func(s *subject) *string { return &s.info.Description }),
		textColumn("instruction", "/instruction", inPart, func(s *subject) *string { return &s.info.Instruction }),
		contactsColumn,
	}, sourceColumns(func(s *subject) *incident.Source { return &s.advisory.Source })...)

	entryColumns = append([]column{
		textColumn("authority", "/authority", whole, func(s *subject) *string { return &s.entry.Authority }),
		textColumn("country", "/country", whole, func(s *subject) *string { return &s.entry.Country }),
		textColumn("name", "/name", whole, func(s *subject) *string { return &s.entry.Name }),
		textColumn("licence", "/licence", whole, func(s *subject) *string { return &s.entry.Licence }),
		listColumn("aka", "/aka", func(s *subject) *[]string { return &s.entry.AKA }),
		listColumn("branches", "/branches", func(s *subject) *[]string { return &s.entry.Branches }),
		textColumn("status", "/status", whole, func(s *subject) *advisory.EntryStatus { return &s.entry.Status }),
		dateColumn("validFrom", "/validFrom", whole, func(s *subject) *incident.Date { return &s.entry.ValidFrom }),
		dateColumn("validTo", "/validTo", whole, func(s *subject) *incident.Date { return &s.entry.ValidTo }),
		countColumn("capacity", "/capacity", whole, func(s *subject) *incident.Count { return &s.entry.Capacity }),
		dateColumn("asOf", "/asOf", whole, func(s *subject) *incident.Date { return &s.entry.AsOf }),
	}, sourceColumns(func(s *subject) *incident.Source { return &s.entry.Source })...)

	offerColumns = []column{
		textColumn("role", "/role", whole, func(s *subject) *string { return &s.offer.Role }),
		textColumn("employer", "/employer", whole, func(s *subject) *string { return &s.offer.Employer }),
		textColumn("agent", "/agent", whole, func(s *subject) *string { return &s.offer.Agent }),
		textColumn("licence", "/licence", whole, func(s *subject) *string { return &s.offer.Licence }),
		textColumn("pay", "/pay", whole, func(s *subject) *string { return &s.offer.Pay }),
		textColumn("currency", "/currency", whole, func(s *subject) *string { return &s.offer.Currency }),
		textColumn("payPeriod", "/payPeriod", whole, func(s *subject) *advisory.PayPeriod { return &s.offer.PayPeriod }),
		listColumn("destinations", "/destinations", func(s *subject) *[]string { return &s.offer.Destinations }),
		textColumn("nationality", "/nationality", whole, func(s *subject) *string { return &s.offer.Nationality }),
		textColumn("interview", "/interview", whole, func(s *subject) *string { return &s.offer.Interview }),
		textColumn("visa", "/visa", whole, func(s *subject) *string { return &s.offer.Visa }),
		textColumn("channel", "/channel", whole, func(s *subject) *string { return &s.offer.Channel }),
		textColumn("fee", "/fee", whole, func(s *subject) *string { return &s.offer.Fee }),
		textColumn("contract", "/contract", whole, func(s *subject) *string { return &s.offer.Contract }),
		textColumn("transfers", "/transfers", whole, func(s *subject) *string { return &s.offer.Transfers }),
		listColumn("promises", "/promises", func(s *subject) *[]string { return &s.offer.Promises }),
		dateColumn("received", "/received", whole, func(s *subject) *incident.Date { return &s.offer.Received }),
		textColumn("text", "/text", whole, func(s *subject) *string { return &s.offer.Text }),
		textColumn("lang", "/lang", whole, func(s *subject) *string { return &s.offer.Lang }),
	}
)

// sourceColumns are the columns of a source, as a record has them.
func sourceColumns(at func(s *subject) *incident.Source) []column {
	return []column{
		textColumn("source", "/source/name", whole, func(s *subject) *string { return &at(s).Name }),
		textColumn("source_kind", "/source/kind", whole, func(s *subject) *incident.SourceKind { return &at(s).Kind }),
		textColumn("source_url", "/source/url", whole, func(s *subject) *string { return &at(s).URL }),
		textColumn("source_lang", "/source/lang", whole, func(s *subject) *string { return &at(s).Lang }),
		textColumn("grade", "/source/grade", whole, func(s *subject) *string { return &at(s).Grade }),
	}
}
