package incident

// Limits bound what a reader or an aggregation holds and how far it goes. The
// zero value of each field stands for its default, a negative value for no
// limit. This is the one place where limits are documented; packages adapters
// and stats use this type under their own name.
type Limits struct {
	Bytes       int64 // of one input, after decompression; default 64 GiB; limit.bytes
	RecordBytes int   // of one record as written; default 1 MiB; limit.record-bytes
	Depth       int   // of nested JSON values or XML elements; default 64; json.too-deep, xml.too-deep
	Fields      int   // cells of a CSV row, members of a JSON record or elements of an alert in all; default 10,000; limit.fields
	Records     int64 // of one input; default no limit; limit.records
	Errors      int   // faults listed of one record, and bad records kept by Policy Keep; default 100; limit.errors
	Groups      int   // rows of a tally and what they keep, figures' keys of a reconciler; default 1,000,000; limit.groups
}

// The defaults of [Limits].
const (
	DefaultBytes       = 64 << 30
	DefaultRecordBytes = 1 << 20
	DefaultDepth       = 64
	DefaultFields      = 10_000
	DefaultErrors      = 100
	DefaultGroups      = 1_000_000
)

// WithDefaults returns l with its zero fields set to their defaults and its
// negative fields to the largest value, so that what comes back is compared
// with directly.
func (l Limits) WithDefaults() Limits {
	const maxInt = int(^uint(0) >> 1)
	l.Bytes = limit(l.Bytes, DefaultBytes, 1<<63-1)
	l.RecordBytes = limit(l.RecordBytes, DefaultRecordBytes, maxInt)
	l.Depth = limit(l.Depth, DefaultDepth, maxInt)
	l.Fields = limit(l.Fields, DefaultFields, maxInt)
	l.Records = limit(l.Records, 1<<63-1, 1<<63-1)
	l.Errors = limit(l.Errors, DefaultErrors, maxInt)
	l.Groups = limit(l.Groups, DefaultGroups, maxInt)
	return l
}

func limit[N int | int64](n, standard, most N) N {
	switch {
	case n == 0:
		return standard
	case n < 0:
		return most
	}
	return n
}
