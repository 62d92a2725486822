package plans

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DrillBody is who must drill (演练主体). The zero DrillBody is unset.
type DrillBody uint8

// The bodies.
const (
	_            DrillBody = iota
	CountyBody             // 县级
	TownshipBody           // 乡镇（街道）
	HighRiskBody           // 高危行业企业和人员密集场所
)

var drillBodies = [...]name{
	CountyBody:   {"county", spec.Text{EN: "the county", ZH: "县级"}, nil},
	TownshipBody: {"township", spec.Text{EN: "townships and subdistricts", ZH: "乡镇（街道）"}, nil},
	HighRiskBody: {"high-risk", spec.Text{EN: "high-risk enterprises and crowded places", ZH: "高危企业和人员密集场所"}, nil},
}

// DrillBodies returns the bodies in order.
func DrillBodies() []DrillBody { return allOf[DrillBody](len(drillBodies)) }

// ParseDrillBody reads the code of a body, as "township".
func ParseDrillBody(s string) (body DrillBody, ok bool) {
	i := findName(drillBodies[:], s)
	return DrillBody(i), i > 0
}

// String returns the code, as "township", empty for the zero DrillBody.
func (b DrillBody) String() string { return nameAt(drillBodies[:], int(b)).code }

// In returns the body in words.
func (b DrillBody) In(lang spec.Lang) string { return nameAt(drillBodies[:], int(b)).text.In(lang) }

// DrillDuty is how often bodies must drill (演练义务).
type DrillDuty struct {
	ID         string
	Title      spec.Text
	Who        []DrillBody
	WorkSafety bool // only drills of a plan about a sector of work safety count
	Every      spec.Figure[measure.Count]
}

// Span is days from one to another, both included (时段).
type Span struct{ From, To measure.Date }

// Contains reports whether a day lies in the span.
func (s Span) Contains(d measure.Date) bool {
	return !d.Before(s.From) && !d.After(s.To) && !d.IsZero()
}

// Recurrences returns the spans of so many months, one after the other without
// gap, from a day until they have passed a last day (周期时段). The last one may
// end after it. There are none for less than a month, and at most 1,200.
func Recurrences(from, until measure.Date, months measure.Count) []Span {
	const most = 1200
	var out []Span
	if from.IsZero() || until.IsZero() || months < 1 || months > most {
		return nil
	}
	for i := 0; i < most; i++ {
		start, next := from.AddMonths(i*int(months)), from.AddMonths((i+1)*int(months))
		if start.IsZero() || next.IsZero() || start.After(until) {
			break
		}
		out = append(out, Span{From: start, To: next.AddDays(-1)})
	}
	return out
}

// BodyDrills is one body held against one duty (演练义务履行情况).
type BodyDrills struct {
	Duty    DrillDuty
	Body    DrillBody
	Subject string // as [DivisionKey] or [ObjectKey] returns it
	Name    spec.Text
	Spans   []Span         // those that are over and asked for; in the rolling window the one that ends on the date
	States  []spec.Verdict // one a span
	Verdict spec.Verdict
}

// drills says whether a drill counts for a duty of a body.
func (b BodyDrills) counts(d *Drill, sectors map[string]hazards.Sector) bool {
	if b.Duty.WorkSafety && sectors[d.Plan] == 0 {
		return false
	}
	switch b.Body {
	case CountyBody:
		return d.Kind == CountyComprehensive || d.Kind == CountySpecial || d.Kind == NeighbourJoint
	case TownshipBody:
		return d.Kind == TownshipDrill && !d.Division.IsZero() && DivisionKey(d.Division) == b.Subject
	}
	return d.Object != "" && ObjectKey(d.Object) == b.Subject
}

// over returns the spans of a period that are over on a date.
func over(spans []Span, period measure.Period, asOf measure.Date) []Span {
	return slices.DeleteFunc(spans, func(s Span) bool { return s.To.After(asOf) || !period.Contains(s.To) })
}

// judge fills in spans and verdict. Each cycle that is over, since the body is
// there, needs a drill; one without is unmet where the records of all its years
// are complete. In the rolling window the only span is that which ends on the
// date.
func (b *BodyDrills) judge(r Records, since measure.Date, cycles []Span, sectors map[string]hazards.Sector, asOf measure.Date, rolling bool) {
	months := b.Duty.Every.Value
	if rolling {
		from := asOf.AddMonths(-int(min(max(months, 1), 1200)))
		if from.IsZero() || since.After(from) {
			b.Verdict = spec.NotApplicable // it has not been there for a whole cycle
			return
		}
		b.Spans = []Span{{From: from, To: asOf}}
	} else {
		for _, s := range cycles {
			if !s.From.Before(since) {
				b.Spans = append(b.Spans, s)
			}
		}
	}
	var tally spec.Tally
	for _, s := range b.Spans {
		verdict := spec.Unknown
		if r.HasDrills && completeOver(r.Complete, s) {
			verdict = spec.Unmet
		}
		for i := range r.Drills {
			d := &r.Drills[i]
			if s.Contains(d.Date) && !d.Date.After(asOf) && b.counts(d, sectors) && !d.failed() {
				verdict = spec.Met
				break
			}
		}
		b.States = append(b.States, verdict)
		tally.Add(verdict)
	}
	b.Verdict = tally.Verdict()
	if len(b.Spans) == 0 {
		b.Verdict = spec.NotApplicable
	}
}

// completeOver reports whether the records of every year of a span are complete.
func completeOver(complete measure.Period, s Span) bool {
	return complete.Contains(s.From) && complete.Contains(s.To)
}

// failed reports whether the evaluation after a drill was bad. A failed drill
// fulfils nothing.
func (d *Drill) failed() bool {
	passed, known := d.Passed.Value()
	return known && !passed
}
