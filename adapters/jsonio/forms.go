package jsonio

import (
	"github.com/rescuetally/rescuetally/advisory"
	"github.com/rescuetally/rescuetally/incident"
)

// The forms of what is no record. They are read only.
var (
	advisoryForm = &form[advisory.Advisory]{
		kind:  incident.KindAdvisory,
		id:    func(v *advisory.Advisory) string { return v.ID },
		check: (*advisory.Advisory).Check,
		objectOf: newObject(
			kindMember[advisory.Advisory](incident.KindAdvisory),
			textMember("id", func(v *advisory.Advisory) *string { return &v.ID }),
			codeMember("issuer", func(v *advisory.Advisory) *string { return &v.Issuer }),
			dateMember("issued", func(v *advisory.Advisory) *incident.Date { return &v.Issued }),
			dateMember("effective", func(v *advisory.Advisory) *incident.Date { return &v.Effective }),
			dateMember("expires", func(v *advisory.Advisory) *incident.Date { return &v.Expires }),
			dateMember("reviewed", func(v *advisory.Advisory) *incident.Date { return &v.Reviewed }),
			codeMember("status", func(v *advisory.Advisory) *advisory.Status { return &v.Status }),
			codeMember("msgType", func(v *advisory.Advisory) *advisory.MsgType { return &v.MsgType }),
			codeMember("urgency", func(v *advisory.Advisory) *advisory.Urgency { return &v.Urgency }),
			codeMember("severity", func(v *advisory.Advisory) *advisory.Severity { return &v.Severity }),
			codeMember("certainty", func(v *advisory.Advisory) *advisory.Certainty { return &v.Certainty }),
			listMember("categories", func(v *advisory.Advisory) *[]advisory.Category { return &v.Categories }),
			listMember("responseTypes", func(v *advisory.Advisory) *[]advisory.ResponseType { return &v.ResponseTypes }),
			listMember("references", func(v *advisory.Advisory) *[]string { return &v.References }),
			textMember("audience", func(v *advisory.Advisory) *string { return &v.Audience }),
			listMember("nationalities", func(v *advisory.Advisory) *[]string { return &v.Nationalities }),
			listMember("destinations", func(v *advisory.Advisory) *[]string { return &v.Destinations }),
			listMember("places", func(v *advisory.Advisory) *[]string { return &v.Places }),
			listMember("lures", func(v *advisory.Advisory) *[]string { return &v.Lures }),
			objectMember("level", newObject(
				codeMember("scheme", func(v *advisory.Level) *advisory.Scheme { return &v.Scheme }),
				codeMember("value", func(v *advisory.Level) *string { return &v.Value }),
			), func(v *advisory.Advisory) *advisory.Level { return &v.Level }),
			objectsMember("infos", newObject(
				codeMember("lang", func(v *advisory.Info) *string { return &v.Lang }),
				textMember("headline", func(v *advisory.Info) *string { return &v.Headline }),
				textMember("description", func(v *advisory.Info) *string { return &v.Description }),
				textMember("instruction", func(v *advisory.Info) *string { return &v.Instruction }),
			), func(v *advisory.Advisory) *[]advisory.Info { return &v.Infos }),
			objectsMember("contacts", newObject(
				codeMember("kind", func(v *advisory.Contact) *advisory.ContactKind { return &v.Kind }),
				textMember("value", func(v *advisory.Contact) *string { return &v.Value }),
			), func(v *advisory.Advisory) *[]advisory.Contact { return &v.Contacts }),
			sourceOf(func(v *advisory.Advisory) *incident.Source { return &v.Source }),
		),
	}

	entryForm = &form[advisory.Entry]{
		check: (*advisory.Entry).Check,
		objectOf: newObject(
			codeMember("authority", func(v *advisory.Entry) *string { return &v.Authority }),
			codeMember("country", func(v *advisory.Entry) *string { return &v.Country }),
			textMember("name", func(v *advisory.Entry) *string { return &v.Name }),
			textMember("licence", func(v *advisory.Entry) *string { return &v.Licence }),
			listMember("aka", func(v *advisory.Entry) *[]string { return &v.AKA }),
			listMember("branches", func(v *advisory.Entry) *[]string { return &v.Branches }),
			codeMember("status", func(v *advisory.Entry) *advisory.EntryStatus { return &v.Status }),
			dateMember("validFrom", func(v *advisory.Entry) *incident.Date { return &v.ValidFrom }),
			dateMember("validTo", func(v *advisory.Entry) *incident.Date { return &v.ValidTo }),
			countMember("capacity", func(v *advisory.Entry) *incident.Count { return &v.Capacity }),
			dateMember("asOf", func(v *advisory.Entry) *incident.Date { return &v.AsOf }),
			sourceOf(func(v *advisory.Entry) *incident.Source { return &v.Source }),
		),
	}

	offerForm = &form[advisory.Offer]{
		check: (*advisory.Offer).Check,
		objectOf: newObject(
			textMember("role", func(v *advisory.Offer) *string { return &v.Role }),
			textMember("employer", func(v *advisory.Offer) *string { return &v.Employer }),
			textMember("agent", func(v *advisory.Offer) *string { return &v.Agent }),
			textMember("licence", func(v *advisory.Offer) *string { return &v.Licence }),
			textMember("pay", func(v *advisory.Offer) *string { return &v.Pay }),
			codeMember("currency", func(v *advisory.Offer) *string { return &v.Currency }),
			codeMember("payPeriod", func(v *advisory.Offer) *advisory.PayPeriod { return &v.PayPeriod }),
			listMember("destinations", func(v *advisory.Offer) *[]string { return &v.Destinations }),
			codeMember("nationality", func(v *advisory.Offer) *string { return &v.Nationality }),
			textMember("interview", func(v *advisory.Offer) *string { return &v.Interview }),
			textMember("visa", func(v *advisory.Offer) *string { return &v.Visa }),
			textMember("channel", func(v *advisory.Offer) *string { return &v.Channel }),
			textMember("fee", func(v *advisory.Offer) *string { return &v.Fee }),
			textMember("contract", func(v *advisory.Offer) *string { return &v.Contract }),
			textMember("transfers", func(v *advisory.Offer) *string { return &v.Transfers }),
			listMember("promises", func(v *advisory.Offer) *[]string { return &v.Promises }),
			dateMember("received", func(v *advisory.Offer) *incident.Date { return &v.Received }),
			textMember("text", func(v *advisory.Offer) *string { return &v.Text }),
			codeMember("lang", func(v *advisory.Offer) *string { return &v.Lang }),
		),
	}
)
