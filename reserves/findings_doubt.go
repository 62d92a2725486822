package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// leftOut names what a plan leaves out because it is not known: such lots and
// routes bring nothing, such items are had by nobody, and such delays and people
// are taken at their least.
func (d Doubt) leftOut() []spec.Text {
	var out []spec.Text
	for _, one := range []struct {
		en, zh string
		ids    []string
	}{
		{"lots %s", "批次 %s", d.Lots}, {"routes %s", "路线 %s", d.Routes},
		{"lots of no item of the list %s", "品目表外批次 %s", d.StrayLots}, {"routes for no item of the list %s", "品目表外物资的路线 %s", d.StrayRoutes},
		{"the ways to %s", "至 %s 的路线", d.Unmeasured},
		{"people in %s", "%s的受灾人数", d.Places}, {"the norms of %s", "%s的配备标准", d.Items},
	} {
		if len(one.ids) > 0 {
			out = append(out, spec.Textf(one.en, one.zh, listed(one.ids)))
		}
	}
	if d.Delay {
		out = append(out, spec.T("the time until it is reported", "报告用时"))
	}
	return out
}

// unrouted returns the lots that would count but lie where no route begins: in a
// store that no row of the routes names, or in none.
func (a *Assessment) unrouted() []string {
	from := map[string]bool{}
	for i := range a.records.Routes {
		from[a.records.Routes[i].Store] = true
	}
	var out []string
	for i := range a.lots {
		lot := &a.lots[i]
		at := FindItem(a.Items, lot.Item)
		if at < 0 || !a.Items[at].Essential || from[lot.Store] {
			continue
		}
		if high, closed := lot.usable(&a.Items[at], a.Window.span(), a.counted).High(); !closed || high.Sign() > 0 {
			out = append(out, lot.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// doubtfulPurchase turns the least purchase into a bound where something is not
// known: lots and routes that were left out could make it less, a norm, a delay or
// people taken at their least could make it more, and with both it is not known.
func (a *Assessment) doubtfulPurchase(f *spec.Finding) {
	d := a.Plan.Doubt
	more := d.Delay || len(d.Items) > 0 || len(d.Places) > 0
	switch {
	case d.onlyDelays():
		f.Bound = spec.AtLeastBound
	case !more:
		f.Bound = spec.AtMostBound
	default:
		f.Actual = spec.Amount{}
	}
	if !f.Actual.Known() {
		f.Bound = spec.ExactBound
	}
	f.Verdict, f.Reason.Code = spec.Unknown, spec.ReasonPartial
	f.Reason.Text = spec.Textf("%s (not known and not counted on: %s)", "%s（不明而未计入：%s）", f.Reason.Text, joined(d.leftOut()))
	f.Missing = a.planNeeds()
}
