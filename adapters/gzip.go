package adapters

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"math"
	"os"

	"github.com/rescuetally/rescuetally/incident"
)

// openGzip reads f from its start to its end, and returns a reader that reads
// the same again.
func openGzip(f *os.File, name string, l Limits) (io.Reader, error) {
	before, err := f.Stat()
	if err != nil {
		return nil, err
	}
	whole, err := check(f, name, l.WithDefaults().Bytes)
	if err != nil {
		return nil, err
	}
	after, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return nil, changed(name)
	}
	return again(f, name, whole)
}

// spoolGzip keeps what r holds in a temporary file while it checks it, and
// returns a reader of it and what closes and removes the file.
func spoolGzip(r io.Reader, o OpenOptions) (done func() error, in io.Reader, err error) {
	f, err := os.CreateTemp(o.Spool, "rescuetally-*.gz")
	if err != nil {
		return nil, nil, err
	}
	removed := os.Remove(f.Name()) == nil // at once where the system allows it: then nothing is left after a kill
	done = func() error {
		err := f.Close()
		if !removed {
			if gone := os.Remove(f.Name()); err == nil {
				err = gone
			}
		}
		return err
	}
	most := o.Limits.WithDefaults().Bytes
	sp := &spool{to: f, room: most}
	if slack := most/8 + 1<<16; most < math.MaxInt64-slack {
		sp.room += slack // what does not compress grows, by far less than this
	}
	whole, err := check(io.TeeReader(r, sp), o.Name, most)
	if err == nil {
		in, err = again(f, o.Name, whole)
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return done, in, nil
}

// A spool writes to a file as much as there is room for.
type spool struct {
	to   io.Writer
	room int64
}

var errSpoolFull = errors.New("compressed bytes without content")

func (s *spool) Write(p []byte) (int, error) {
	if s.room -= int64(len(p)); s.room < 0 {
		return 0, errSpoolFull
	}
	return s.to.Write(p)
}

// content is what a compressed input comes to: enough to see that it was not
// the same at the second reading. Damage is gzip's own checksum to find.
type content struct {
	size int64
	sum  uint32
}

var errFollowed = errors.New("something that is not gzip follows the compressed data")

// check reads the gzip members of r to the end of r.
func check(r io.Reader, name string, most int64) (content, error) {
	in := bufio.NewReader(r)
	z, err := gzip.NewReader(in)
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	size := int64(0)
	for ended := false; err == nil && !ended; {
		z.Multistream(false)
		var n int64
		n, err = io.Copy(sum, io.LimitReader(z, most-size))
		if size += n; err == nil && size == most {
			var one [1]byte
			if _, err = io.ReadFull(z, one[:]); err == nil {
				err = errSpoolFull
			} else if err == io.EOF {
				err = nil
			}
		}
		if err == nil {
			ended, err = nextMember(z, in)
		}
	}
	if err != nil {
		return content{}, gzipError(name, err)
	}
	return content{size, sum.Sum32()}, nil
}

// nextMember prepares z for the member that comes next in in, or reports that
// there is none.
func nextMember(z *gzip.Reader, in *bufio.Reader) (ended bool, err error) {
	magic := [2]byte{0x1f, 0x8b}
	next, err := in.Peek(len(magic))
	switch {
	case len(next) == 0 && err == io.EOF:
		return true, nil
	case err != nil && err != io.EOF:
		return false, err
	case !bytes.HasPrefix(magic[:], next):
		return false, errFollowed
	}
	return false, z.Reset(in)
}

// again returns a reader of the members of f, from the start.
func again(f *os.File, name string, want content) (io.Reader, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, fileError(name, "", "the file cannot be read a second time", err)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, gzipError(name, err)
	}
	return &secondReader{in: z, name: name, want: want, sum: crc32.New(crc32.MakeTable(crc32.Castagnoli))}, nil
}

// A secondReader hands out what was checked before, and ends only when it came
// to the same. Every Read after an error returns that error.
type secondReader struct {
	in   io.Reader
	name string
	want content
	size int64
	sum  hash.Hash32
	err  error
}

func (r *secondReader) Read(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.in.Read(p)
	r.sum.Write(p[:n])
	r.size += int64(n)
	switch {
	case r.size > r.want.size, err == io.EOF && (content{r.size, r.sum.Sum32()} != r.want):
		n, r.err = 0, changed(r.name)
	case err == io.EOF:
		r.err = io.EOF
	case err != nil:
		r.err = gzipError(r.name, err)
	}
	return n, r.err
}

func changed(name string) error {
	return fileError(name, incident.CodeArchiveCorrupt, "the file changed while it was read: read it again when it is at rest", nil)
}

// gzipError tells what is wrong with the input from what went wrong in
// fetching it.
func gzipError(name string, err error) error {
	if errors.Is(err, errSpoolFull) {
		return fileError(name, incident.CodeLimitBytes,
			"the compressed input comes to more than Limits.Bytes: raise it if that is meant", nil)
	}
	_, damaged := errors.AsType[flate.CorruptInputError](err)
	switch {
	case err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF):
		return fileError(name, incident.CodeArchiveCorrupt,
			"the compressed file is cut short: fetch it again; nothing of it was used", io.ErrUnexpectedEOF)
	case errors.Is(err, errFollowed):
		return fileError(name, incident.CodeArchiveCorrupt,
			"something that is not gzip follows the compressed data: take it away, or fetch the file again; nothing of it was used", nil)
	case damaged, errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return fileError(name, incident.CodeArchiveCorrupt,
			"the compressed file is damaged: fetch it again; nothing of it was used", err)
	}
	return fileError(name, "", "the file cannot be read", err)
}
