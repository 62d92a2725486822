package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// OfficeGap is the staff of one office against the norm (单个办公室缺编).
type OfficeGap struct {
	Office   Office
	Counted  bool // the norm applies to it under the reading
	Actual   spec.Observed[measure.People]
	Required measure.People
	Verdict  spec.Verdict
	Gap      measure.Ratio // people missing, unknown where the staff is
}

// OfficeGaps holds the staff of each office against the norm (分办公室缺编). Staff that
// is reported for all offices together says nothing of one.
func OfficeGaps(offices []Office, norm spec.Figure[measure.People], staff map[string]spec.Observed[measure.People], asOf measure.Date, counted ...OfficeClass) []OfficeGap {
	out := make([]OfficeGap, 0, len(offices))
	for _, o := range offices {
		g := OfficeGap{Office: o, Actual: staff[o.ID].AsOf(asOf), Verdict: spec.NotApplicable}
		for _, c := range counted {
			g.Counted = g.Counted || c == o.Class
		}
		if g.Counted && norm.Known() && norm.Value > 0 {
			g.Required = norm.Value
			j := spec.Target{Form: spec.Floor, Limit: measure.Whole(int64(norm.Value))}.Judge(valueOf(g.Actual), spec.Value{})
			g.Verdict, g.Gap = j.Verdict, j.Gap
		}
		out = append(out, g)
	}
	return out
}
