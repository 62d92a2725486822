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
			spec.T("each limit of hours has a clause and a meaning of its own", "每一时限各有出处、各有含义"),
			"全文", []string{"cc-24h-three-senses"}, clocksApart),
	}
}

func clocksApart(p *plan, _ *County, f *spec.Finding) {
	if len(p.clocks) == 0 {
		return
	}
	apart := true
	seen := map[string]bool{}
	var zh, en []string
	for _, clock := range p.clocks {
		apart = apart && clock.Within.Known() && !seen[clock.Within.Source.Place]
		seen[clock.Within.Source.Place] = true
		hours := clock.Within.Value.Hours()
		in(f, clock.ID, clock.Within, spec.AmountOf(hours, 2), spec.Hours)
		zh = append(zh, clock.Title.ZH+" "+spec.AmountOf(hours, 2).String()+" 小时")
		en = append(en, clock.Title.EN+" "+spec.AmountOf(hours, 2).String()+" h")
	}
	if relief := p.reserves.ReliefWithin; relief.Known() {
		for _, clock := range p.clocks {
			if clock.ID == "relief" {
				apart = apart && clock.Within.Value.Cmp(relief.Value) == 0
			}
		}
	}
	f.Actual, f.Unit = spec.AmountOf(measure.Whole(int64(len(seen))), 0), spec.Items
	agrees(f, apart, spec.T(strings.Join(en, "; ")+": kept apart", strings.Join(zh, "；")+"：各自独立"))
}
