package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Sensitivity says which verdicts of a county depend on how an unclear clause
// is understood (解读敏感性): one row for each option that is not the one in use.
type Sensitivity struct {
	Rows   []Dependence
	report *Report
}

// Dependence is what another option of a reading would change.
type Dependence struct {
	Reading spec.Reading
	Used    string   // the option in use
	Option  string   // the other one
	Changes []Change // what the report would say differently, empty where nothing
}

// Flips returns the changes of verdicts.
func (d Dependence) Flips() []Change {
	return slices.DeleteFunc(slices.Clone(d.Changes), func(c Change) bool { return c.Kind != Flipped })
}

// Sensitivity assesses the county under every other option of every reading,
// one reading at a time, and returns what would change. Two readings changed
// together may do more than each alone; that is not searched.
func (f FiveYearPlan) Sensitivity(c *County, asOf measure.Date) Sensitivity {
	report := f.Assess(c, asOf)
	out := Sensitivity{report: report}
	findings := report.Findings()
	for _, r := range f.Readings() {
		used := f.used(r)
		for _, option := range r.Options {
			if option.ID == used {
				continue
			}
			row := Dependence{Reading: r, Used: used, Option: option.ID}
			if other, err := f.With(r.ID, option.ID); err == nil {
				row.Changes = changesOf(findings, other.Assess(c, asOf).Findings())
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// Readings returns every clause that can be understood in more than one way, and
// after them the figures for which another layer's may be chosen.
func (f FiveYearPlan) Readings() []spec.Reading {
	return append(Readings(), f.content().layerReadings()...)
}

// used is the option of a reading that the plan takes.
func (f FiveYearPlan) used(r spec.Reading) string { return f.content().choices.Of(r) }

// Text returns the table for a terminal, at most 100 columns wide.
func (s Sensitivity) Text(lang spec.Lang) string { return render.SensitivityText(s.gathered(), lang) }

// Markdown returns the table as a page.
func (s Sensitivity) Markdown(lang spec.Lang) string {
	return render.SensitivityMarkdown(s.gathered(), lang)
}

// JSON returns the table for programs, in the format emergency/sensitivity/v1;
// docs/schema/sensitivity.schema.json describes it.
func (s Sensitivity) JSON() []byte { return render.SensitivityJSON(s.gathered()) }

func (s Sensitivity) gathered() render.Sensitivity {
	var out render.Sensitivity
	if s.report != nil {
		out.Side = s.report.side()
	}
	for _, row := range s.Rows {
		out.Rows = append(out.Rows, render.Dependence{Reading: row.Reading, Used: row.Used, Option: row.Option, Changes: shown(row.Changes)})
	}
	return out
}

func shown(changes []Change) []render.Change {
	var out []render.Change
	for _, c := range changes {
		out = append(out, render.Change{Kind: c.Kind.String(), Before: c.Before, After: c.After, Because: c.Because})
	}
	return out
}
