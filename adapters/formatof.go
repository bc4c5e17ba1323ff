package adapters

import (
	"path/filepath"
	"strings"
)

// FormatOf returns what the end of a file's name says of its format: "json",
// "ndjson" (for .ndjson and .jsonl), "csv" or "cap" (for .cap and .xml), and "" where it says nothing, and
// whether the file is compressed with gzip (a further .gz). Upper and lower
// case are the same. It looks at the name alone.
func FormatOf(name string) (format string, gz bool) {
	ext := strings.ToLower(filepath.Ext(name))
	if ext == ".gz" {
		gz = true
		ext = strings.ToLower(filepath.Ext(name[:len(name)-len(ext)]))
	}
	switch ext {
	case ".json":
		return "json", gz
	case ".ndjson", ".jsonl":
		return "ndjson", gz
	case ".csv":
		return "csv", gz
	case ".cap", ".xml":
		return "cap", gz
	}
	return "", gz
}
