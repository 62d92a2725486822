package main

import (
	"cmp"
	"slices"
	"strings"
)

// box is a part of the sheet that is taken.
type box struct{ left, top, right, bottom float64 }

func (a box) overlap(b box) float64 {
	wide := min(a.right, b.right) - max(a.left, b.left)
	high := min(a.bottom, b.bottom) - max(a.top, b.top)
	if wide <= 0 || high <= 0 {
		return 0
	}
	return wide * high
}

func sortedFlows(flows []flow) []flow {
	out := slices.Clone(flows)
	slices.SortStableFunc(out, func(a, b flow) int { return cmp.Compare(b.people, a.people) })
	return out
}

// labels writes the names beside their symbols and the people beside their
// lines, each where it covers least.
func (p *picture) labels() {
	for j, at := range p.sites {
		site := p.task.Sites[j]
		p.label(at, 11, "t", site.ID+" "+short(site.Name), 13)
	}
	for i, at := range p.areas {
		p.label(at, p.radius(i)+2, "v", short(p.county.Shelters.Areas[i].Name)+" "+p.evacuees[i].String(), 12.5)
	}
	for _, f := range sortedFlows(p.flows) {
		a, b := p.areas[f.area], p.sites[f.site]
		if length := abs(a.x-b.x) + abs(a.y-b.y); length < 70 {
			continue // the village's own label says as much
		}
		p.label(middle(a, b), 2, "n", f.people.String(), 11.5)
	}
}

// short leaves out what the whole sheet says anyway.
func short(name string) string {
	name = strings.TrimSuffix(name, "（虚构）")
	return strings.TrimSuffix(name, "避难场所")
}

// label puts words beside a place: on the side where they cover least of what
// is there, the right side first.
func (p *picture) label(at point, off float64, class, words string, size float64) {
	wide, high := float64(columns(words))*size*0.53, size*1.15
	type side struct {
		box    box
		anchor string
		x      float64
	}
	place := func(left, top float64, anchor string, x float64) side {
		return side{box{left, top, left + wide, top + high}, anchor, x}
	}
	var sides []side
	for _, step := range []float64{0, high} {
		sides = append(sides,
			place(at.x+off+2, at.y-high/2, "", at.x+off+2),
			place(at.x-off-2-wide, at.y-high/2, " r", at.x-off-2),
			place(at.x-wide/2, at.y-off-high-step, " m", at.x),
			place(at.x-wide/2, at.y+off+step, " m", at.x),
			place(at.x+off, at.y-off-high-step, "", at.x+off),
			place(at.x+off, at.y+off+step, "", at.x+off),
			place(at.x-off-wide, at.y-off-high-step, " r", at.x-off),
			place(at.x-off-wide, at.y+off+step, " r", at.x-off))
	}
	best, least := sides[0], -1.0
	for k, s := range sides {
		cost := float64(k) // the earlier side where all are free
		for _, other := range p.taken {
			cost += 20 * s.box.overlap(other)
		}
		if s.box.left < mapLeft+4 || s.box.right > mapLeft+mapWide-4 || s.box.top < mapTop+4 || s.box.bottom > mapTop+mapHigh-44 {
			cost += 1e6
		}
		if least < 0 || cost < least {
			best, least = s, cost
		}
	}
	p.taken = append(p.taken, best.box)
	p.text(point{best.x, best.box.bottom - size*0.25}, class+best.anchor, words)
}

func abs(x float64) float64 { return max(x, -x) }
