//go:build !linux

package adapters_test

// limitFileSize is for the children of tests that run under Linux only.
func limitFileSize(uint64) {}
