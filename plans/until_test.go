package plans_test

import (
	"testing"

	"pgregory.net/rapid"
)

// until checks a law until its cases have all come up: the draws of one run may
// miss a rare one, above all under -short.
func until(t *testing.T, law func(*rapid.T), seen func() bool) {
	t.Helper()
	for range 20 {
		if rapid.Check(t, law); seen() {
			return
		}
	}
	t.Fatal("one of the cases never came up")
}
