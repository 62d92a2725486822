package flow

import (
	"fmt"
	"github.com/county-emergency/emergency/examples/bench/valley"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	for _, sz := range [][2]int{{332, 30}, {1000, 200}, {5000, 1000}} {
		p := problemOf(valley.New(sz[0], sz[1], 1.15))
		sources, sinks, _ := p.validate()
		s := &solver{problem: p, sources: sources, sinks: sinks, n: int32(len(sources)), m: int32(len(sinks))}
		s.root = s.m
		t0 := time.Now()
		s.start()
		t1 := time.Now()
		piv := 0
		rounds := 0
		scanned := 0
		var tp, te, tv time.Duration
		ta := time.Now()
		for {
			for {
				c := s.cursor
				best := s.entering()
				scanned += (s.cursor - c + len(s.arcs)) % len(s.arcs)
				if best < 0 {
					break
				}
				s.pivot(s.arcs[best])
				piv++
			}
			rounds++
			tb := time.Now()
			te += tb.Sub(ta)
			b := len(s.arcs)
			more := s.priceAll()
			ta = time.Now()
			tv += ta.Sub(tb)
			fmt.Println("  round", rounds, "pivots", piv, "arcs", b, "->", len(s.arcs))
			if !more {
				break
			}
		}
		fmt.Println(sz, "start", t1.Sub(t0), "pivoting", te, "priceAll", tv, "pivots", piv, "scanned/pivot", scanned/piv, tp)
	}
}
func problemOf(v valley.Valley) Problem {
	a, b := v.People()
	return Problem{Supplies: a, Capacities: b, Cost: v.Matrix()}
}
