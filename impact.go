package emergency

import (
	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Impact is what an amendment of a plan does (修订影响): the values that it
// changes and, county by county, what is found differently.
type Impact struct {
	Values        []ValueChange
	Counties      []Diff
	before, after FiveYearPlan
}

// Impact holds this plan against an amended one: what changed in it and what
// that does to each county. The zero date takes each county's own. An amendment
// may be a plan of its own or an overlay of this one.
func (f FiveYearPlan) Impact(after FiveYearPlan, counties []*County, asOf measure.Date) Impact {
	out := Impact{Values: f.Changes(after), before: f, after: after}
	for _, c := range counties {
		out.Counties = append(out.Counties, f.Assess(c, asOf).Diff(after.Assess(c, asOf)))
	}
	return out
}

// NewlyUnmet returns the findings that are unmet after and were not before, new
// ones included.
func (d Diff) NewlyUnmet() []spec.Finding {
	var out []spec.Finding
	for _, c := range d.Changes {
		if c.After.Verdict == spec.Unmet && c.Kind != Vanished && (c.Kind == Appeared || c.Before.Verdict != spec.Unmet) {
			out = append(out, c.After)
		}
	}
	return out
}

// Text returns the impact for a terminal, at most 100 columns wide.
func (i Impact) Text(lang spec.Lang) string { return render.ImpactText(i.gathered(), lang) }

// Markdown returns the impact as a page.
func (i Impact) Markdown(lang spec.Lang) string { return render.ImpactMarkdown(i.gathered(), lang) }

// JSON returns the impact for programs, in the format emergency/impact/v1;
// docs/schema/impact.schema.json describes it.
func (i Impact) JSON() []byte { return render.ImpactJSON(i.gathered()) }

func (i Impact) gathered() render.Impact {
	identity := func(f FiveYearPlan) render.Identity { return (&Report{plan: f.content()}).planIdentity() }
	out := render.Impact{Before: identity(i.before), After: identity(i.after)}
	for _, v := range i.Values {
		out.Values = append(out.Values, render.ValueChange(v))
	}
	for _, d := range i.Counties {
		out.Counties = append(out.Counties, render.CountyImpact{Diff: d.gathered(), NewlyUnmet: d.NewlyUnmet()})
	}
	return out
}
