package incident

import "iter"

// A Code names a fault or a conflict, as lower-case noun.rule. Codes are the
// API that programs branch on: they are never renamed and never reused.
type Code string

// The codes of the interchange format and of the library. [Codes] lists them
// with their meaning.
const (
	CodeJSONSyntax        Code = "json.syntax"
	CodeJSONDuplicateKey  Code = "json.duplicate-key"
	CodeJSONType          Code = "json.type"
	CodeJSONTooDeep       Code = "json.too-deep"
	CodeJSONUnexpectedEnd Code = "json.unexpected-end"
	CodeJSONTrailingData  Code = "json.trailing-data"

	CodeCSVHeader          Code = "csv.header"
	CodeCSVDialect         Code = "csv.dialect"
	CodeCSVFieldCount      Code = "csv.field-count"
	CodeCSVUnclosedQuote   Code = "csv.unclosed-quote"
	CodeCSVAmbiguousRecord Code = "csv.ambiguous-record"
	CodeCSVQuote           Code = "csv.quote"

	CodeXMLDoctype   Code = "xml.doctype"
	CodeXMLSyntax    Code = "xml.syntax"
	CodeXMLTooDeep   Code = "xml.too-deep"
	CodeXMLOrder     Code = "xml.order"
	CodeXMLDuplicate Code = "xml.duplicate"

	CodeTextInvalidUTF8     Code = "text.invalid-utf8"
	CodeTextForbidden       Code = "text.forbidden"
	CodeTextMixedScript     Code = "text.mixed-script"
	CodeTextByteOrderMark   Code = "text.byte-order-mark"
	CodeEncodingUnsupported Code = "encoding.unsupported"
	CodeFormatUnexpected    Code = "format.unexpected"
	CodeArchiveCorrupt      Code = "archive.corrupt"
	CodeFileTruncated       Code = "file.truncated"

	CodeLimitBytes       Code = "limit.bytes"
	CodeLimitRecordBytes Code = "limit.record-bytes"
	CodeLimitFields      Code = "limit.fields"
	CodeLimitRecords     Code = "limit.records"
	CodeLimitErrors      Code = "limit.errors"
	CodeLimitGroups      Code = "limit.groups"

	CodeFieldUnknown  Code = "field.unknown"
	CodeFieldRequired Code = "field.required"
	CodeFieldNull     Code = "field.null"
	CodeFieldEmpty    Code = "field.empty"
	CodeFieldLength   Code = "field.length"
	CodeKindAdvisory  Code = "kind.advisory"
	CodeCodeUnknown   Code = "code.unknown"
	CodeMappingValue  Code = "mapping.value"
	CodeMappingRule   Code = "mapping.rule"
	CodeMappingOmit   Code = "mapping.left-out"
	CodeMappingTrim   Code = "mapping.trim"

	CodeCountType   Code = "count.type"
	CodeCountSyntax Code = "count.syntax"
	CodeCountRange  Code = "count.range"

	CodeDateSyntax    Code = "date.syntax"
	CodeDateLevel2    Code = "date.level2"
	CodeDateAmbiguous Code = "date.ambiguous"
	CodeDateOrder     Code = "date.order"
	CodeDateFuture    Code = "date.future"

	CodeFigureWindow    Code = "figure.window"
	CodeFigureEmpty     Code = "figure.empty"
	CodeFigureUnread    Code = "figure.unread"
	CodeFigureDuplicate Code = "figure.duplicate"
	CodeFigureParts     Code = "figure.parts"
	CodeFigureFlow      Code = "figure.flow"
	CodeFigureUnit      Code = "figure.unit"
	CodeShareRange      Code = "share.range"
	CodeShareBase       Code = "share.base"

	CodePlaceCountry     Code = "place.country"
	CodePlaceAdmin1      Code = "place.admin1"
	CodePlaceCoordinates Code = "place.coordinates"
	CodePlaceArea        Code = "place.area"
	CodeGroupAge         Code = "group.age"
	CodeSourceURL        Code = "source.url"
	CodeSourceLang       Code = "source.lang"
	CodeContactBroken    Code = "contact.broken"
	CodeInfoParity       Code = "info.parity"

	CodeRecordDuplicateID Code = "record.duplicate-id"
	CodeRecordSimilarID   Code = "record.similar-id"
	CodeRecordDangling    Code = "record.dangling"
	CodeRecordCycle       Code = "record.cycle"
	CodeReferenceSyntax   Code = "reference.syntax"

	CodeStatsOverflow Code = "stats.overflow"

	CodeAccountDisagree   Code = "account.disagree"
	CodeAccountParts      Code = "account.parts"
	CodeAccountShrank     Code = "account.shrank"
	CodeAccountWindow     Code = "account.window"
	CodeAccountFlow       Code = "account.flow"
	CodeAccountDate       Code = "account.date"
	CodeAccountDefinition Code = "account.definition"
	CodeAccountCopy       Code = "account.copy"
	CodeAccountStale      Code = "account.stale"

	CodeAccountRetracted  Code = "account.retracted"
	CodeAccountSuperseded Code = "account.superseded"
	CodeAccountBeside     Code = "account.beside"
	CodeAccountRunning    Code = "account.running"
	CodeAccountOverlap    Code = "account.overlap"
	CodeAccountShare      Code = "account.share"
)

// CodeInfo is what the library says of one [Code].
type CodeInfo struct {
	Code    Code
	Meaning string // one sentence: what was found
	Fix     string // one sentence: what to do about it
	Since   string // the version that introduced the code
}

// Codes returns every code with its meaning, in the order of the interchange
// format's page.
func Codes() iter.Seq[CodeInfo] {
	return func(yield func(CodeInfo) bool) {
		for _, c := range codeTable {
			if !yield(CodeInfo{c.code, c.meaning, c.fix, "0.1.0"}) {
				return
			}
		}
	}
}

// Info returns what the library says of c, and whether c is one of its codes.
func (c Code) Info() (CodeInfo, bool) {
	for info := range Codes() {
		if info.Code == c {
			return info, true
		}
	}
	return CodeInfo{}, false
}

// codeTable is read only. The order is that of the constants above.
var codeTable = [...]struct {
	code         Code
	meaning, fix string
}{
	{CodeJSONSyntax, "the text is not JSON (RFC 8259)", "Correct the text at the position given."},
	{CodeJSONDuplicateKey, "an object has two members of one name", "Keep one of the two."},
	{CodeJSONType, "a member has another JSON type than the format gives it", "Write the type the format names for this member."},
	{CodeJSONTooDeep, "values are nested deeper than the limit", "Raise Limits.Depth if the nesting is meant."},
	{CodeJSONUnexpectedEnd, "the text ends inside a value", "Fetch the file again: it was cut short."},
	{CodeJSONTrailingData, "something follows the document's one value", "Remove it, or read the file as one record a line."},
	{CodeCSVHeader, "the header row lacks a needed column, or has one twice, blank or misspelt", "Correct the header, or give a mapping."},
	{CodeCSVDialect, "separator, quotes or header cannot be told with certainty", "State the dialect."},
	{CodeCSVFieldCount, "a row has more or fewer cells than the header", "Correct the row; look for a missing quote or separator."},
	{CodeCSVUnclosedQuote, "a quoted cell does not end", "Close the quote at the position given."},
	{CodeCSVAmbiguousRecord, "it cannot be told whether a row continues the record above", "Leave all record cells of a continuing row blank except kind and id, or give the record its own id."},
	{CodeCSVQuote, "a quote stands where none may", "Quote the whole cell and double the quotes inside it."},
	{CodeXMLDoctype, "the document has a DOCTYPE, another declaration or an XInclude", "Remove it: document types are never read, and nothing is fetched."},
	{CodeXMLSyntax, "the text is not well-formed XML 1.0", "Correct the text at the position given."},
	{CodeXMLTooDeep, "elements are nested deeper than the limit", "Raise Limits.Depth if the nesting is meant."},
	{CodeXMLOrder, "an element stands behind one that it has to precede", "Put the elements into the order of the schema."},
	{CodeXMLDuplicate, "an element or attribute stands twice where one may", "Keep one of the two."},
	{CodeTextInvalidUTF8, "bytes that are not UTF-8", "Save the file as UTF-8."},
	{CodeTextForbidden, "a text holds control, bidirectional override, tag or invisible characters", "Remove the characters: they hide what the text says."},
	{CodeTextMixedScript, "one word mixes letters of scripts that look alike", "Check the word: it may imitate another."},
	{CodeTextByteOrderMark, "the file starts with a byte order mark, which was left out", "Nothing need be done."},
	{CodeEncodingUnsupported, "the file is in another encoding than UTF-8", "Save the file as UTF-8."},
	{CodeFormatUnexpected, "the bytes are those of another file format", "Name the right format, or export the data in it."},
	{CodeArchiveCorrupt, "the compressed file is cut short or damaged", "Fetch the file again: nothing of it was used."},
	{CodeFileTruncated, "the file is shorter than it should be", "Fetch the file again."},
	{CodeLimitBytes, "the input is longer than the limit", "Raise Limits.Bytes if the input is meant to be so long."},
	{CodeLimitRecordBytes, "a record is longer than the limit", "Raise Limits.RecordBytes if the record is meant to be so long."},
	{CodeLimitFields, "a record has more fields than the limit", "Raise Limits.Fields if that is meant."},
	{CodeLimitRecords, "the input has more records than the limit", "Raise Limits.Records if that is meant."},
	{CodeLimitErrors, "there are more faults than are listed", "Correct those listed and read again, or raise Limits.Errors."},
	{CodeLimitGroups, "there are more groups than the limit", "Group by fewer dimensions, or raise Limits.Groups."},
	{CodeFieldUnknown, "a member or column that the format does not have", "Correct the name, or map the column."},
	{CodeFieldRequired, "a required member is missing", "State it."},
	{CodeFieldNull, "a member is null", "Leave the member out: unstated is absent."},
	{CodeFieldEmpty, "a member is empty", "Leave the member out: unstated is absent."},
	{CodeFieldLength, "a text is longer than the format allows", "Shorten it."},
	{CodeKindAdvisory, "an advisory stands in a file of records", "Keep advisories in a file of their own."},
	{CodeCodeUnknown, "a code that the format does not have", "Use one of the codes of the format."},
	{CodeMappingValue, "a cell has a value that the mapping's table does not list", "Add the value to the mapping's table."},
	{CodeMappingRule, "a mapping's rule contradicts itself or the format", "Correct the mapping."},
	{CodeMappingOmit, "rows or cells were left out as a mapping says", "Nothing need be done if that is meant."},
	{CodeMappingTrim, "blanks around cells were taken away as a mapping says", "Nothing need be done."},
	{CodeCountType, "a count is not a JSON string", "Put the count in quotes."},
	{CodeCountSyntax, "a count is not one of the format's texts", "Write 250, ~250, >=250, >250, <=250, <250, 240..260 or low..best..high."},
	{CodeCountRange, "a count is too large, below none, or its bounds are out of order", "Write low ≤ best ≤ high, each from 0 to 9223372036854775807."},
	{CodeDateSyntax, "a date is not EDTF level 0 or 1, or a time in CAP has no offset or another form", "Write 2024, 2024-03, 2024-03-30 or another form of EDTF level 0 or 1; in CAP, 2024-03-30T09:00:00+07:00."},
	{CodeDateLevel2, "a date uses EDTF level 2", "Write it in level 0 or 1."},
	{CodeDateAmbiguous, "day and month of a date cannot be told apart", "State the date layout."},
	{CodeDateOrder, "a time ends before it starts", "Correct or exchange the two dates."},
	{CodeDateFuture, "a date lies after the day on which the records are judged", "Correct the date, or judge as of a later day."},
	{CodeFigureWindow, "a figure lacks the dates that its accrual needs", "State from and to for a period, to for a cumulative figure or a stock."},
	{CodeFigureEmpty, "a figure has neither a count nor a text", "State one of them, or leave the figure out."},
	{CodeFigureUnread, "a figure's text has no number that can be read", "State the count if the source gives one."},
	{CodeFigureDuplicate, "two figures of a record count the same thing", "Keep one, or tell them apart by group, window or label."},
	{CodeFigureParts, "parts of a total do not come to the total", "Check the figures; state what is left over as a part of its own."},
	{CodeFigureFlow, "more people left a stage than entered it", "Check the two figures."},
	{CodeFigureUnit, "a unit is missing or is not one that the measure takes", "State an ISO 4217 currency for money."},
	{CodeShareRange, "a share lies outside 0 to 100 percent", "Correct the share."},
	{CodeShareBase, "a share does not say what it is a share of", "State the base in unit."},
	{CodePlaceCountry, "a country is not an ISO 3166-1 alpha-2 code", "Use the two-letter code."},
	{CodePlaceAdmin1, "a subdivision is not an ISO 3166-2 code of its country", "Use the code, such as IN-OD."},
	{CodePlaceCoordinates, "coordinates are incomplete or out of range", "State lat from -90 to 90 and lon from -180 to 180, both or neither."},
	{CodePlaceArea, "a polygon is not closed or has fewer than four points, or a circle has no radius", "End a polygon with its first point; write a circle as a point, a blank and a radius in kilometres."},
	{CodeGroupAge, "an age group is not child, adult, unknown or a range of years", "Write child, adult, unknown or a range such as 18-24."},
	{CodeSourceURL, "an address is not http or https", "State the page's full address."},
	{CodeSourceLang, "a language is not a BCP 47 tag", "Use a tag such as en, hi or zh-Hant."},
	{CodeContactBroken, "a contact is visibly misspelt", "Compare it with the issuer's own page; until then it is not shown."},
	{CodeInfoParity, "the languages of an advisory do not say the same", "Give each language once, with a headline, a description and an instruction where another has them."},
	{CodeRecordDuplicateID, "two records of one publisher have one id", "Give each record its own id; use supersedes for a new version."},
	{CodeRecordSimilarID, "two ids differ only in case, composition or invisible characters", "Check whether they are one record."},
	{CodeRecordDangling, "a record refers to an id that is not there", "Add the record it refers to, or correct the id."},
	{CodeRecordCycle, "records replace or withdraw each other in a circle", "Remove one of the references."},
	{CodeReferenceSyntax, "a reference in CAP is not the sender, identifier and time of a message", "Write sender,identifier,sent with commas and no blanks between them."},
	{CodeStatsOverflow, "a sum does not fit in 63 bits", "Add up fewer records."},
	{CodeAccountDisagree, "sources give different counts for one thing", "Read both sources."},
	{CodeAccountParts, "the parts that sources give do not come to the total", "Read both sources."},
	{CodeAccountShrank, "a running total fell", "Ask the publisher: a total that falls was corrected or counts something else."},
	{CodeAccountWindow, "a part's window or count exceeds its whole", "Check the dates and the counts."},
	{CodeAccountFlow, "more people left a stage than entered it", "Check the two figures."},
	{CodeAccountDate, "sources date one event differently", "Read both sources."},
	{CodeAccountDefinition, "sources use one number for different things", "Read both sources."},
	{CodeAccountCopy, "a record repeats another and is no second witness", "Nothing need be done: it is counted once."},
	{CodeAccountStale, "an older figure was published later", "Use the newer figure."},
	{CodeAccountRetracted, "a record was withdrawn", "Nothing need be done: it is left out."},
	{CodeAccountSuperseded, "a record was replaced by a newer one", "Nothing need be done: it is left out."},
	{CodeAccountBeside, "a figure stands beside its record's total and is not added to it", "Nothing need be done; report it as an event of its own if it should count."},
	{CodeAccountRunning, "a running total or a stock, which is never added", "Read it among the running totals."},
	{CodeAccountOverlap, "a figure that counts people whom another figure may count too, and is not added", "Read it in the event's account."},
	{CodeAccountShare, "a share, which is never added", "Read it in the record, with what it is a share of."},
}
