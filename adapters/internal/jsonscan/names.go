package jsonscan

import (
	"bytes"

	"github.com/rescuetally/rescuetally/incident"
)

// Names tells whether a name was stated before in the same object. Names are
// compared with their escapes resolved, byte by byte. The zero Names has no
// object open.
type Names struct {
	text    []byte              // the names of all open objects, one after the other
	ends    []int               // where each ends in text
	objects []int               // how many names stood before each open object
	serial  int                 // of the last object opened
	serials []int               // of the open objects
	many    map[member]struct{} // the names of objects that have more than few
}

type member struct {
	object int
	name   string
}

// few is the number of names up to which they are compared one by one.
const few = 16

// Reset forgets all objects.
func (n *Names) Reset() {
	n.text, n.ends, n.objects, n.serials = n.text[:0], n.ends[:0], n.objects[:0], n.serials[:0]
	clear(n.many)
}

// Open starts an object inside those that are open.
func (n *Names) Open() {
	n.serial++
	n.objects = append(n.objects, len(n.ends))
	n.serials = append(n.serials, n.serial)
}

// Close ends the object opened last.
func (n *Names) Close() {
	last := len(n.objects) - 1
	first := n.objects[last]
	n.text = n.text[:n.begin(first)]
	n.ends = n.ends[:first]
	n.objects, n.serials = n.objects[:last], n.serials[:last]
}

// Add adds a name to the object opened last and reports whether it is its
// first one of that name. It keeps a copy.
func (n *Names) Add(name []byte) bool {
	last := len(n.objects) - 1
	first, object := n.objects[last], n.serials[last]
	if count := len(n.ends) - first; count < few {
		for i := first; i < len(n.ends); i++ {
			if bytes.Equal(n.name(i), name) {
				return false
			}
		}
	} else {
		if n.many == nil {
			n.many = make(map[member]struct{})
		}
		if count == few {
			for i := first; i < len(n.ends); i++ {
				n.many[member{object, string(n.name(i))}] = struct{}{}
			}
		}
		if _, ok := n.many[member{object, string(name)}]; ok {
			return false
		}
		n.many[member{object, string(name)}] = struct{}{}
	}
	n.text = append(n.text, name...)
	n.ends = append(n.ends, len(n.text))
	return true
}

func (n *Names) begin(i int) int {
	if i == 0 {
		return 0
	}
	return n.ends[i-1]
}

func (n *Names) name(i int) []byte { return n.text[n.begin(i):n.ends[i]] }

func duplicate(offset int) *Error {
	return &Error{
		Code: incident.CodeJSONDuplicateKey, Offset: int64(offset),
		Reason: "the object has a member of this name already: keep one of the two",
	}
}
