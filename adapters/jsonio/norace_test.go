//go:build !race

package jsonio_test

const slower = 1
