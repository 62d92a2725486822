package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"math"
	"strings"
	"text/template"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
)

//go:embed chart.svg.tmpl
var chartText string

// The plotting area of the chart, in pixels.
const (
	left, right = 90, 690
	top, bottom = 120, 470
)

// drawing is what the template shows.
type drawing struct {
	Title, Subtitle, Mark  string
	Affected               string // label of the line of all affected
	Limit                  string // label of the line of the limit
	Hours, People          []tick
	AllY, LimitX           float64
	Area, Now, Then        string // paths
	Points                 []point
	LegendNow, LegendThen  string
	ListTitle              string
	Notes                  []string
	AxisX, AxisY, Foot     string
	Left, Right, Top, Base float64
}

type tick struct {
	At    float64
	Label string
}

// point is a stage with its number in the list beside the chart.
type point struct {
	X, Y        float64
	Number      int
	Head, Waits string
	ListY       float64
}

// chart draws the progress of relief as a picture.
func (o *outlook) chart() ([]byte, error) {
	t, err := template.New("chart").Funcs(template.FuncMap{
		"px":  func(v float64) string { return fmt.Sprintf("%.1f", v) },
		"add": func(a, b float64) float64 { return a + b },
		"xml": escape,
		// The notes stand below the list of points.
		"noteY": func(i int) int { return top + 30 + 42*8 + 20*i },
	}).Parse(chartText)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, o.draw()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (o *outlook) draw() drawing {
	p := o.now.Plan.Progress
	all := float64(p.People())
	limit := inHours(o.now.Limit.Value)
	end := o.horizon(limit)
	x := func(h float64) float64 { return left + (right-left)*math.Min(h, end)/end }
	scale := math.Max(all, 1) * 1.08
	y := func(n float64) float64 { return bottom - (bottom-top)*n/scale }
	d := drawing{
		Title: o.county.Name.In(o.lang) + o.t(": people relieved, hour by hour", "：救助进度曲线"),
		Subtitle: o.f("%s of %s people have a full set by hour %s: %s", "第 %[3]s 小时 %[2]s 人中有 %[1]s 人领到全套物资：%[4]s",
			p.Served(o.now.Limit.Value), p.People(), hours(o.now.Limit.Value), o.now.Plan.Verdict(o.now.Limit.Value).In(o.lang)),
		Affected: o.f("affected: %s", "受灾群众 %s 人", p.People()),
		Limit:    o.f("limit: %s h", "时限 %s 小时", hours(o.now.Limit.Value)),
		AllY:     y(all), LimitX: x(limit), Left: left, Right: right, Top: top, Base: bottom,
		Now: path(p, x, y, end), Area: path(p, x, y, end) + fmt.Sprintf(" V%d H%d Z", bottom, left),
		LegendNow: o.t("stock there is", "现有储备"),
		ListTitle: o.t("What is waited for", "短板物资和待发库点"),
		AxisX:     o.t("hours from the start of the clock", "自起算时刻起（小时）"),
		AxisY:     o.t("people with a full set", "领到全套物资（人）"),
		Foot:      o.t("clock: ", "起算：") + o.clock(),
	}
	if o.invented {
		d.Mark = o.t("INVENTED", "虚构")
	}
	for h := 0.0; h <= end; h += step(end, 12) {
		d.Hours = append(d.Hours, tick{x(h), fmt.Sprintf("%g", h)})
	}
	for n := 0.0; n <= scale; n += step(scale, 8) {
		d.People = append(d.People, tick{y(n), fmt.Sprintf("%.0f", n)})
	}
	if o.bought {
		d.Then, d.LegendThen = path(o.then.Plan.Progress, x, y, end), o.f("after the least purchase%s", "最小采购后%s", o.priceOf())
	}
	d.Points = o.points(x, y, end)
	for _, one := range o.now.Plan.Items {
		if one.Late != nil {
			d.Notes = append(d.Notes, o.f("%s: %d %s short in time", "%s：限时缺 %d %s", one.Item.Name, one.Late.Missing, one.Item.Unit))
		}
	}
	return d
}

// priceOf writes what the purchase costs, in brackets, where it is known.
func (o *outlook) priceOf() string {
	total := measure.Money{}
	for _, one := range o.now.Plan.Items {
		if one.Purchase.Units == 0 {
			continue
		}
		cost, ok := one.Purchase.Cost.Value()
		sum, err := total.Add(cost)
		if !ok || err != nil {
			return ""
		}
		total = sum
	}
	return o.f(" (%s yuan)", "（%s 元）", total)
}

// points numbers the moments at which more people are served, at most eight.
func (o *outlook) points(x, y func(float64) float64, end float64) []point {
	var out []point
	served := measure.People(-1)
	for _, s := range o.now.Plan.Progress.Stages() {
		if s.Served == served || inHours(s.At) > end || len(out) == 8 {
			continue
		}
		served = s.Served
		one := point{X: x(inHours(s.At)), Y: y(float64(s.Served)), Number: len(out) + 1, ListY: float64(top + 30 + 42*len(out))}
		if one.X < left+12 {
			one.X = left + 12 // clear of the axis
		}
		one.Head = o.f("%s h: %s people", "%s 小时：%s 人", hours(s.At), s.Served)
		one.Waits = o.waits(s)
		out = append(out, one)
	}
	return out
}

func (o *outlook) waits(s reserves.Stage) string {
	switch {
	case s.Item < 0:
		return o.t("everybody is served", "全部救助到位")
	case s.Store == "":
		return o.f("no more %s", "%s已无后续", o.now.Items[s.Item].Name)
	}
	return o.f("%s from %s", "待%s（%s）", o.now.Items[s.Item].Name, plain(o.store(s.Store)))
}

// plain leaves out the mark that each name of an invented county bears: the
// picture bears it once, and large.
func plain(name string) string { return strings.TrimSuffix(name, "（虚构）") }

// path draws a staircase.
func path(p reserves.Progress, x, y func(float64) float64, end float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "M%.1f %.1f", x(0), y(0))
	for _, s := range p.Stages() {
		if inHours(s.At) > end {
			break
		}
		fmt.Fprintf(&b, " H%.1f V%.1f", x(inHours(s.At)), y(float64(s.Served)))
	}
	fmt.Fprintf(&b, " H%.1f", x(end))
	return b.String()
}

// horizon is how many hours the chart shows: a day, or more where relief takes
// longer.
func (o *outlook) horizon(limit float64) float64 {
	end := math.Max(24, limit)
	for _, a := range []reserves.Assessment{o.now, o.then} {
		for _, s := range a.Plan.Progress.Stages() {
			end = math.Max(end, inHours(s.At))
		}
	}
	return math.Min(math.Ceil(end), 240)
}

// step returns a round distance of ticks, with no more than so many of them.
func step(length float64, ticks int) float64 {
	for size := 1.0; ; size *= 10 {
		for _, k := range []float64{1, 2, 5} {
			if length/(size*k) <= float64(ticks) {
				return size * k
			}
		}
	}
}

func inHours(d measure.Duration) float64 { return float64(d.Seconds()) / 3600 }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(s) }
