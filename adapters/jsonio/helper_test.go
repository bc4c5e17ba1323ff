package jsonio_test

import (
	"bytes"
	"encoding/json"
	"testing"
)

// printed returns a JSON text over several lines.
func printed(t testing.TB, line []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
