package emergency

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossClocks keeps equal numbers of hours apart that mean different things.
func crossClocks() []crossCheck {
	return []crossCheck{
		check("clocks-apart", spec.CrossCheckKind,
			spec.T("The same number of hours in different meanings", "同一小时数的不同含义"),
			spec.T("clauses that set a limit of hours = limits; the hours of relief are the same at both places of one document",
				"设定时限的条款数 = 时限数；同一文件两处所载救助时限相同"),
			"全文", []string{"cc-24h-three-senses"}, clocksApart).revised(2).
			from(is("actual", "clauses"), is("required", "count(hours/**)")),
	}
}

// reliefClock is the id of the limit that the reserves are held against, too.
const reliefClock = "relief"

// clocksApart lists the hours of relief as they are in force: where another
// document has changed them since, its own number stands in place of the list's.
// Two numbers of one document contradict each other.
func clocksApart(p *plan, _ *County, f *spec.Finding) {
	if len(p.clocks) == 0 {
		return
	}
	known, places := true, map[spec.Source]bool{}
	var contradicted spec.Text
	var zh, en []string
	for _, clock := range p.clocks {
		within := clock.Within
		if relief := p.reserves.ReliefWithin; clock.ID == reliefClock && relief.Known() && (!within.Known() || within.Value.Cmp(relief.Value) != 0) {
			if within.Known() && within.Source.Document == relief.Source.Document {
				contradicted = spec.Textf("; relief within %s h at another place: they contradict", "；另一处所载救助时限为 %s 小时：两处不一致",
					spec.AmountOf(relief.Value.Hours(), 2))
			} else {
				within = relief
			}
		}
		known = known && within.Known()
		places[within.Source] = true
		hours := spec.AmountOf(within.Value.Hours(), 2)
		inSaid(f, "hours/"+clock.ID, clock.Title, within, hours, spec.Hours)
		zh = append(zh, clock.Title.ZH+" "+hours.String()+" 小时")
		en = append(en, clock.Title.EN+" "+hours.String()+" h")
	}
	tally(f, "clauses", spec.T("clauses that set one of the limits", "设定上述时限的条款"), len(places), spec.Items, spec.Source{})
	compared(f, measure.Whole(int64(len(places))), spec.Equals, measure.Whole(int64(len(p.clocks))), 0, spec.Items)
	text := spec.T(strings.Join(en, "; "), strings.Join(zh, "；"))
	switch {
	case !contradicted.IsZero():
		agrees(f, false, spec.T(text.EN+contradicted.EN, text.ZH+contradicted.ZH))
	case len(places) < len(p.clocks):
		agrees(f, false, spec.Textf("%s: %d limits in %d clauses", "%s：%d 项时限仅见于 %d 处条款", text, len(p.clocks), len(places)))
	default:
		agrees(f, known, spec.T(text.EN+": kept apart", text.ZH+"：各自独立"))
	}
}
