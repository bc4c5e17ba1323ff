package csvscan

import (
	"bytes"
	"unicode/utf8"

	"github.com/rescuetally/rescuetally/incident"
)

// magics are the first bytes of what is handed in as CSV by mistake. Sources:
// PKWARE APPNOTE 4.3, RFC 1952, ISO 32000-1 7.5.2, MS-CFB 2.2, RFC 8878, the
// xz and bzip2 format descriptions.
var magics = [...]struct{ prefix, name string }{
	{"PK\x03\x04", "a ZIP archive, as XLSX and ODS workbooks are"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\x1f\x8b", "a gzip file"},
	{"%PDF-", "a PDF document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document, as XLS workbooks are"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"\xfd7zXZ\x00", "an xz file"},
	{"BZh", "a bzip2 file"},
	{"{\\rtf", "an RTF document"},
	{"PAR1", "a Parquet file"},
	{"SQLite format 3\x00", "an SQLite database"},
}

// markup are the first bytes, after blanks and in any case, of text formats.
var markup = [...]struct{ prefix, name string }{
	{"<!doctype html", "an HTML page"},
	{"<html", "an HTML page"},
	{"<head", "an HTML page"},
	{"<table", "an HTML page"},
	{"<?xml", "an XML document"},
	{`{"`, "JSON"},
	{`[{"`, "JSON"},
}

// foreign reports what else than delimited UTF-8 text b, the start of an input,
// is. It returns nil when b may be delimited text.
func foreign(b []byte) *Fault {
	f := &Fault{Line: 1, Column: 1, Fatal: true}
	if name := wideEncoding(b); name != "" {
		f.Code = incident.CodeEncodingUnsupported
		f.Message = "the file is encoded in " + name + "; save it as UTF-8"
		return f
	}
	f.Code = incident.CodeFormatUnexpected
	for _, m := range &magics {
		if bytes.HasPrefix(b, []byte(m.prefix)) {
			f.Message = "the first bytes are those of " + m.name + ", not of a CSV file; export the table as CSV"
			return f
		}
	}
	head := bytes.ToLower(bytes.TrimLeft(b[:min(len(b), 512)], "\ufeff \t\r\n"))
	for _, m := range &markup {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			f.Message = "the first bytes are those of " + m.name + ", not of a CSV file; export the table as CSV"
			return f
		}
	}
	return nil
}

// wideEncoding names the encoding of b when it has two or four bytes a character.
func wideEncoding(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")):
		return "UTF-32"
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return "UTF-16 (little-endian)"
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return "UTF-16 (big-endian)"
	case len(b) >= 4 && b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
		return "UTF-16 (little-endian)"
	case len(b) >= 4 && b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0:
		return "UTF-16 (big-endian)"
	}
	return ""
}

// invalidAt returns the offset of the first byte of b that is not UTF-8.
func invalidAt(b []byte) int {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
