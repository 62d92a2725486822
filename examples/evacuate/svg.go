package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// The sheet in pixels: the map on the left, the legend on the right.
const (
	sheetWide, sheetHigh = 1280, 960
	mapLeft, mapTop      = 24, 92
	mapWide, mapHigh     = 860, 844
	panelLeft            = 908
	margin               = 70 // inside the map, for labels
)

// colours are of the sites in use, one after the other, told apart also by
// people who see colours less.
var colours = [...]string{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c6d1f", "#56b4e9", "#6a3d9a", "#333333"}

// point is a place on the sheet.
type point struct{ x, y float64 }

// flow is everybody who goes from one service area to one site.
type flow struct {
	area, site int
	people     measure.People
}

// picture is the map while it is drawn.
type picture struct {
	*evacuation
	b        strings.Builder
	task     shelters.Task
	flows    []flow
	areas    []point
	sites    []point
	metre    float64 // pixels
	taken    []box   // by symbols and labels
	colour   map[int]string
	housed   []measure.People
	evacuees []measure.People
}

// svg draws villages, shelters and flows; ok is false where there is no plan or
// a place has no coordinates.
func (e *evacuation) svg() ([]byte, bool) {
	u, r := e.said.Use.Evacuation, e.county.Shelters
	var all []hazards.Position
	for _, a := range r.Areas {
		all = append(all, a.Position)
	}
	for i := range r.Shelters {
		all = append(all, r.Shelters[i].Position)
	}
	if _, err := hazards.OneDatum(all); err != nil || u.Verdict != spec.Met || len(all) == 0 {
		return nil, false
	}
	p := &picture{evacuation: e, task: u.Sure, colour: map[int]string{}, housed: u.Plan.Housed(len(u.Sure.Sites))}
	p.project(all, len(r.Areas))
	p.gather(u.Plan)
	p.frame()
	p.lines()
	p.symbols()
	p.labels()
	p.scale()
	p.panel(u)
	p.b.WriteString("</svg>\n")
	return []byte(p.b.String()), true
}

// project lays positions on the sheet, north up, with the same scale both ways.
func (p *picture) project(all []hazards.Position, areas int) {
	south, north, west, east := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, at := range all {
		lat, lon := float64(at.Latitude())/1e7, float64(at.Longitude())/1e7
		south, north = min(south, lat), max(north, lat)
		west, east = min(west, lon), max(east, lon)
	}
	squeeze := math.Cos((south + north) / 2 * math.Pi / 180)
	high, wide := max(north-south, 1e-4), max((east-west)*squeeze, 1e-4)
	scale := min((mapWide-2*margin)/wide, (mapHigh-2*margin)/high)
	left := mapLeft + (mapWide-wide*scale)/2
	top := mapTop + (mapHigh-high*scale)/2
	p.metre = scale / (earth * math.Pi / 180)
	for k, at := range all {
		lat, lon := float64(at.Latitude())/1e7, float64(at.Longitude())/1e7
		where := point{left + (lon-west)*squeeze*scale, top + (north-lat)*scale}
		if k < areas {
			p.areas = append(p.areas, where)
		} else {
			p.sites = append(p.sites, where)
		}
	}
}

// gather adds up the legs of each area and site: those who need step-free
// access go with the others on the map.
func (p *picture) gather(a shelters.Assignment) {
	area := map[string]int{}
	for i, one := range p.county.Shelters.Areas {
		area[one.Place.String()] = i
	}
	p.evacuees = make([]measure.People, len(p.areas))
	for _, leg := range a.Legs {
		id, _, _ := strings.Cut(p.task.Villages[leg.Village].ID, "+")
		i := area[id]
		p.evacuees[i] += leg.People
		found := false
		for k := range p.flows {
			if p.flows[k].area == i && p.flows[k].site == leg.Site {
				p.flows[k].people += leg.People
				found = true
			}
		}
		if !found {
			p.flows = append(p.flows, flow{i, leg.Site, leg.People})
		}
	}
	next := 0
	for j, n := range p.housed {
		if n > 0 {
			p.colour[j] = colours[next%len(colours)]
			next++
		}
	}
}

func (p *picture) printf(format string, args ...any) { fmt.Fprintf(&p.b, format, args...) }

// text writes words at a place; class is of the style sheet.
func (p *picture) text(at point, class, words string) {
	p.printf("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>\n", at.x, at.y, class, escaped(words))
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

func (p *picture) frame() {
	p.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img">`+"\n", sheetWide, sheetHigh)
	title := p.in("%s: who sleeps where", "%s：转移安置推演图", spec.T(p.county.Name.EN, p.county.Name.ZH))
	p.printf("<title>%s</title>\n", escaped(title))
	p.printf(`<style>
text{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;fill:#222}
.h1{font-size:24px;font-weight:700}.h2{font-size:15px;font-weight:700}.p{font-size:13px}.s{font-size:11.5px;fill:#555}
.v{font-size:12.5px}.t{font-size:13px;font-weight:700}.n{font-size:11.5px;fill:#333}.r{text-anchor:end}.m{text-anchor:middle}
.v,.t,.n{paint-order:stroke;stroke:#fff;stroke-width:3.5px;stroke-linejoin:round}.w{fill:#b00020}
</style>
`)
	p.printf(`<rect width="%d" height="%d" fill="#fff"/>`+"\n", sheetWide, sheetHigh)
	p.printf(`<rect x="%d" y="%d" width="%d" height="%d" fill="#f6f7f3" stroke="#bbb"/>`+"\n", mapLeft, mapTop, mapWide, mapHigh)
	if p.invented() { // across the map, under everything
		mark, size := p.in("INVENTED", "虚构"), 92
		if p.lang == spec.English {
			size = 70 // the word is longer
		}
		for _, at := range []point{{mapLeft + mapWide*0.27, mapTop + mapHigh*0.30}, {mapLeft + mapWide*0.70, mapTop + mapHigh*0.72}} {
			p.printf(`<text x="%.0f" y="%.0f" font-size="%d" font-weight="700" text-anchor="middle" style="fill:#e4e6de" transform="rotate(-24 %.0f %.0f)">%s</text>`+"\n", at.x, at.y, size, at.x, at.y, mark)
		}
	}
	p.text(point{mapLeft, 42}, "h1", title)
	sub := p.in("as of %s", "截至 %s", p.county.AsOf)
	if hazard := p.said.Use.Evacuation.Scenario.Hazard; hazard != 0 {
		sub = p.in("scenario: %s; %s", "情景：%s；%s", spec.T(hazard.In(spec.English), hazard.In(spec.Chinese)), sub)
	}
	p.text(point{mapLeft, 68}, "p", sub)
	if p.invented() {
		p.text(point{sheetWide - 24, 42}, "h2 r w", p.banner())
	}
}

// lines draws the flows, the larger ones first, so that none is hidden.
func (p *picture) lines() {
	most := measure.People(1)
	for _, f := range p.flows {
		most = max(most, f.people)
	}
	for _, f := range sortedFlows(p.flows) {
		a, b := p.areas[f.area], p.sites[f.site]
		width := 1.5 + 9*math.Sqrt(float64(f.people)/float64(most))
		p.printf(`<path d="M%.1f %.1f Q%.1f %.1f %.1f %.1f" fill="none" stroke="%s" stroke-width="%.1f" stroke-opacity=".6" stroke-linecap="round"/>`+"\n",
			a.x, a.y, bend(a, b).x, bend(a, b).y, b.x, b.y, p.colour[f.site], width)
	}
}

// bend is the handle of a slight curve, so that ways there and back differ.
func bend(a, b point) point {
	return point{(a.x+b.x)/2 + (b.y-a.y)*0.08, (a.y+b.y)/2 - (b.x-a.x)*0.08}
}

// middle is half way along the curve.
func middle(a, b point) point {
	c := bend(a, b)
	return point{a.x/4 + c.x/2 + b.x/4, a.y/4 + c.y/2 + b.y/4}
}

func (p *picture) symbols() {
	for i, at := range p.areas {
		radius := p.radius(i)
		p.printf(`<circle cx="%.1f" cy="%.1f" r="%.1f" fill="#fff" stroke="#444" stroke-width="1.6"/>`+"\n", at.x, at.y, radius)
		p.taken = append(p.taken, box{at.x - radius, at.y - radius, at.x + radius, at.y + radius})
	}
	for j, at := range p.sites {
		const half = 9
		if colour, used := p.colour[j]; used {
			p.printf(`<rect x="%.1f" y="%.1f" width="18" height="18" rx="2" fill="%s" stroke="#fff" stroke-width="1.5"/>`+"\n", at.x-half, at.y-half, colour)
		} else {
			p.printf(`<rect x="%.1f" y="%.1f" width="18" height="18" rx="2" fill="#fff" stroke="#999" stroke-width="1.6"/>`+"\n", at.x-half, at.y-half)
			if p.task.Sites[j].Usable != spec.Met {
				p.printf(`<path d="M%.1f %.1fl18 18m0 -18l-18 18" stroke="#b00020" stroke-width="2"/>`+"\n", at.x-half, at.y-half)
			}
		}
		p.taken = append(p.taken, box{at.x - half, at.y - half, at.x + half, at.y + half})
	}
}

// radius makes the area of a village's circle grow with its evacuees.
func (p *picture) radius(area int) float64 {
	most := measure.People(1)
	for _, n := range p.evacuees {
		most = max(most, n)
	}
	return 4 + 8*math.Sqrt(float64(p.evacuees[area])/float64(most))
}

// scale draws a bar of whole kilometres and the north arrow.
func (p *picture) scale() {
	kilometres := 1.0
	for _, k := range []float64{1, 2, 5, 10, 20, 50} {
		if k*1000*p.metre <= 180 {
			kilometres = k
		}
	}
	wide := kilometres * 1000 * p.metre
	left, y := float64(mapLeft+18), float64(mapTop+mapHigh-22)
	p.printf(`<path d="M%.1f %.1fv8h%.1fv-8" fill="none" stroke="#333" stroke-width="2"/>`+"\n", left, y-8, wide)
	p.text(point{left + wide/2, y - 10}, "s m", fmt.Sprintf("%.0f %s", kilometres, p.in("km", "公里")))
	p.text(point{left + wide + 16, y}, "s", p.in("%s; %s", "%s；%s", p.datum(), p.distances()))
	x, top := float64(mapLeft+mapWide-30), float64(mapTop+20)
	p.printf(`<path d="M%.1f %.1fl-8 22l8 -6l8 6z" fill="#333"/>`+"\n", x, top)
	p.text(point{x, top + 38}, "p m", p.in("N", "北"))
}

func (p *picture) distances() spec.Text {
	if p.straight {
		return spec.T("lines are the ways, great circles", "连线为去向，距离为大圆距离")
	}
	return spec.T("lines join village and shelter; distances are by road", "连线仅示去向，距离按道路计")
}
