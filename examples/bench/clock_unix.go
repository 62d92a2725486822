//go:build unix

package main

import (
	"syscall"
	"time"
)

// clock is the time that the processors have spent on this process.
func clock() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
