package flow_test

import (
	"fmt"
	"testing"

	"github.com/county-emergency/emergency/internal/flow"
)

func BenchmarkSolve(b *testing.B) {
	for _, size := range [][2]int{{332, 30}, {1000, 200}, {5000, 1000}} {
		p := county(size[0], size[1], 1.15)
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := flow.Solve(p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, size := range [][2]int{{332, 30}, {1000, 200}} {
		p := county(size[0], size[1], 1.15)
		r, err := flow.Solve(p)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := flow.Check(p, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
