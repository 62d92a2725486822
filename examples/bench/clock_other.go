//go:build !unix

package main

import "time"

var began = time.Now() //nolint:forbidigo // a benchmark needs a clock

// clock is the time since the start: this system does not tell the time that
// the processors have spent.
func clock() time.Duration { return time.Since(began) }
