package capio

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"github.com/rescuetally/rescuetally/incident"
)

// areSignatures reports whether each text is one element of XML Signature that can stand
// below the declarations, and holds nothing that is not to be read. What it says is not
// looked at.
func areSignatures(list [][]byte, around []NamespaceDecl) bool {
	if len(list) == 0 {
		return true
	}
	w := &writer{b: []byte("<x")}
	w.declarations(around)
	w.b = append(w.b, '>')
	starts := map[int64]bool{} // where an element has to start
	for _, raw := range list {
		if !bytes.HasPrefix(raw, []byte("<")) || !bytes.HasSuffix(raw, []byte(">")) {
			return false
		}
		if _, bad := impossible(raw); bad || halfCharacter(raw) {
			return false
		}
		starts[int64(len(w.b))] = true
		w.b = append(w.b, raw...)
	}
	w.b = append(w.b, "</x>"...)
	dec := xml.NewDecoder(bytes.NewReader(w.b))
	for depth := 0; ; {
		from := dec.InputOffset()
		tok, err := dec.Token()
		if err == io.EOF {
			return len(starts) == 0
		}
		if err != nil {
			return false
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				if !starts[from] || tok.Name.Space != signatures {
					return false
				}
				delete(starts, from)
			}
			if tok.Name.Space == include || twice(tok.Attr) || depth > incident.DefaultDepth {
				return false
			}
		case xml.EndElement:
			if depth--; depth == 0 && dec.InputOffset() != int64(len(w.b)) {
				return false
			}
		case xml.Directive:
			return false
		default:
			if p, is := tok.(xml.ProcInst); depth == 1 || is && strings.EqualFold(p.Target, "xml") {
				return false // between two signatures there is nothing
			}
		}
	}
}
