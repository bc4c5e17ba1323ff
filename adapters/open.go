package adapters

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/rescuetally/rescuetally/incident"
)

// OpenOptions say how [Open] and [OpenStream] read. The zero value is the
// default of each.
type OpenOptions struct {
	Limits Limits // Bytes is the most that may come out of a compressed input
	Name   string // what errors call a stream
	Gzip   bool   // the input is compressed, whatever its name says
	Spool  string // the folder in which a compressed stream is kept; "" is the system's for temporary files
}

// A File is an input that was opened: what [File.Read] returns is plain, and
// when the input was compressed its checksums were found right before the first
// byte. It is not safe for concurrent use.
type File struct {
	name   string
	format string
	in     io.Reader
	close  func() error
}

// Open opens a file, compressed with gzip or not; the name decides, see
// [FormatOf]. A compressed file is read twice: first to its end, to see that it
// is whole and what it comes to, and then to hand it out. A pipe or a device is
// read as [OpenStream] reads it. Plain bytes are not looked at.
//
// The error is a [*FileError] with code archive.corrupt for a compressed file
// that is cut short, damaged, followed by anything but a further gzip member,
// or changed between the two readings; limit.bytes for one that comes to more
// than Limits.Bytes; format.unexpected for a folder, a .gz that is not gzip and
// gzip without .gz. A file that cannot be opened gives [*fs.PathError].
func Open(name string, o *OpenOptions) (*File, error) {
	var opts OpenOptions
	if o != nil {
		opts = *o
	}
	f, err := os.Open(name)
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			e.Path = plain(e.Path) // the error is one line
		}
		return nil, err
	}
	file, err := open(f, name, opts)
	if err != nil {
		f.Close()
		return nil, err
	}
	return file, nil
}

func open(f *os.File, name string, o OpenOptions) (*File, error) {
	o.Name = name
	format, gz := FormatOf(name)
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fileError(name, incident.CodeFormatUnexpected, "this is a folder: name a file in it", nil)
	}
	if !info.Mode().IsRegular() {
		o.Gzip = o.Gzip || gz
		file, err := OpenStream(f, &o)
		if err != nil {
			return nil, err
		}
		file.format = format
		file.close = both(file.close, f.Close)
		return file, nil
	}
	var head [len(gzipMagic)]byte
	n, err := f.ReadAt(head[:], 0)
	if err != nil && err != io.EOF {
		return nil, fileError(name, "", "the file cannot be read", err)
	}
	file := &File{name: name, format: format, in: f, close: f.Close}
	switch magic := isGzip(head[:n]); {
	case gz || o.Gzip:
		if !magic && !isCutMagic(head[:n]) {
			return nil, notGzip(name)
		}
		file.in, err = openGzip(f, name, o.Limits)
		if err != nil {
			return nil, err
		}
	case magic:
		return nil, fileError(name, incident.CodeFormatUnexpected,
			"the file starts with 1f 8b, which is gzip: give it a name that ends in .gz", nil)
	}
	return file, nil
}

// OpenStream reads a stream, standard input for instance. One that starts as
// gzip does, or is said to be, is kept in a temporary file first: nothing of it
// is handed out before its end and its checksums are found right. Any other is
// handed out as it comes. Close removes the temporary file and leaves r open.
//
// Errors are those of [Open]; an error of r is wrapped.
func OpenStream(r io.Reader, o *OpenOptions) (*File, error) {
	var opts OpenOptions
	if o != nil {
		opts = *o
	}
	br := bufio.NewReader(r)
	head, _ := br.Peek(1) // an error comes again with the first Read
	if isCutMagic(head) && len(head) > 0 {
		head, _ = br.Peek(len(gzipMagic)) // waits for more only when it may be gzip
	}
	if !isGzip(head) {
		switch {
		case !opts.Gzip:
			return &File{name: opts.Name, in: br, close: func() error { return nil }}, nil
		case !isCutMagic(head):
			return nil, notGzip(opts.Name)
		}
	}
	spool, in, err := spoolGzip(br, opts)
	if err != nil {
		return nil, err
	}
	return &File{name: opts.Name, in: in, close: spool}, nil
}

// Read reads what the input holds, plain. At the end of a compressed input
// that is not what it was when it was checked, the error is a [*FileError]
// with code archive.corrupt; after Close it is [fs.ErrClosed].
func (f *File) Read(p []byte) (int, error) {
	if f.in == nil {
		return 0, fs.ErrClosed
	}
	return f.in.Read(p)
}

// Name returns the name the input was opened with, or that of the options for
// a stream.
func (f *File) Name() string { return f.name }

// Format returns what the file's name says of its format, as [FormatOf] does;
// "" for a stream.
func (f *File) Format() string { return f.format }

// Close closes the file and removes what was kept of a stream. A second call
// returns [fs.ErrClosed].
func (f *File) Close() error {
	if f.in == nil {
		return fs.ErrClosed
	}
	f.in = nil
	return f.close()
}

// gzipMagic is how every gzip member starts (RFC 1952, section 2.3.1): two
// fixed bytes and the only method there is.
var gzipMagic = [3]byte{0x1f, 0x8b, 0x08}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, gzipMagic[:]) }

// isCutMagic reports whether head is what is left of the magic bytes, nothing
// included.
func isCutMagic(head []byte) bool { return bytes.HasPrefix(gzipMagic[:], head) }

func notGzip(name string) error {
	return fileError(name, incident.CodeFormatUnexpected,
		"the input does not start with 1f 8b 08 and is no gzip file: check its name and where it comes from", nil)
}

func fileError(name string, code incident.Code, message string, cause error) *FileError {
	return &FileError{Position: Position{Name: name}, Code: code, Message: message, Err: cause}
}

func both(first, second func() error) func() error {
	return func() error {
		err := first()
		if err2 := second(); err == nil {
			err = err2
		}
		return err
	}
}
