//go:build race

package jsonio_test

// slower is how many times longer things may take under the race detector.
const slower = 20
