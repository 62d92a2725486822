package reserves

import (
	"strings"
	"sync"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// known is the rules, listed once; it is never changed.
var known = sync.OnceValue(Rules)

// rule returns one of the rules by its id.
func rule(id string) spec.Rule {
	for _, r := range known() {
		if r.ID == id {
			return r
		}
	}
	return spec.Rule{}
}

// about starts the finding of a rule, at the place of a figure where one is
// given.
func (a *Assessment) about(id string, source spec.Source) spec.Finding {
	f := a.finding(rule(id), "", source)
	f.Lean(source)
	return f
}

// decide sets the verdict with its reason.
func decide(f *spec.Finding, v spec.Verdict, code string, text spec.Text) {
	f.Verdict, f.Reason = v, spec.Reason{Code: code, Text: text}
}

// unknown leaves a finding without verdict and asks for what is missing.
func unknown(f spec.Finding, text spec.Text, needs ...spec.Need) spec.Finding {
	decide(&f, spec.Unknown, spec.ReasonNoData, text)
	f.Missing = needs
	return f
}

// input lists a number that a finding rests on.
func input(f *spec.Finding, name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Value: v, Unit: unit, Source: source})
	f.Lean(source)
}

// told lists a code with its words.
func told(f *spec.Finding, name string, label spec.Text, code string, words spec.Text) {
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Text: code, Words: words})
}

// noted lists something that is no number.
func noted(f *spec.Finding, name string, label spec.Text, text string) {
	if text != "" {
		f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Text: text})
	}
}

// ofAll judges a count of units against all of them: so many out of so many.
func ofAll(f *spec.Finding, good, all int, unit spec.Unit) {
	f.Actual, f.Required, f.Comparison, f.Unit = spec.Whole(good), spec.Whole(all), spec.NotBelow, unit
	f.Gap = spec.Whole(all - good)
	f.Verdict, f.Reason.Code = spec.Unmet, spec.ReasonSomeUnmet
	if good == all {
		f.Verdict, f.Reason.Code = spec.Met, spec.ReasonAllMet
	}
}

// tallyInputs lists how many units are met, unmet and unknown, and all of them.
func tallyInputs(f *spec.Finding, t spec.Tally) {
	input(f, "met", spec.T("met", "达标"), spec.Whole(t.Met), spec.Items, spec.Source{})
	input(f, "unmet", spec.T("unmet", "未达标"), spec.Whole(t.Unmet), spec.Items, spec.Source{})
	input(f, "unknown", spec.T("unknown", "未知"), spec.Whole(t.Unknown), spec.Items, spec.Source{})
	input(f, "judged", spec.T("judged", "参评"), spec.Whole(t.Total()), spec.Items, spec.Source{})
}

// yuan writes a sum of money in yuan.
func yuan(m measure.Money) spec.Amount { return spec.AmountOf(measure.RatioOf(m.Fen(), 100), 2) }

// partly turns a count of units into a lower bound: some are not known. At least
// none says nothing and is left out.
func partly(f *spec.Finding, needs ...spec.Need) {
	f.Verdict, f.Reason.Code, f.Bound, f.Gap = spec.Unknown, spec.ReasonPartial, spec.AtLeastBound, spec.Amount{}
	if f.Actual.Exact().Sign() == 0 {
		f.Actual, f.Bound = spec.Amount{}, spec.ExactBound
	}
	f.Missing = needs
}

// counted writes a number of units of an item: 1600 quilts, 28500 litres of
// drinking water.
func counted(units int64, item Item) spec.Text {
	zh := spec.Textf("%s %d %s", "%s %d %s", item.Name, units, item.Unit).ZH
	if item.Unit == "" || item.Unit.IsPieces() {
		return spec.T(spec.Textf("%d %s", "%d %s", units, item.Name).EN, zh)
	}
	return spec.T(spec.Textf("%d %s of %s", "%d %s%s", units, item.Unit, item.Name).EN, zh)
}

// itemsNamed writes the names of items by their codes, with the codes by which
// tables know them.
func (a *Assessment) itemsNamed(codes []string) spec.Text {
	var en, zh []string
	for _, code := range codes {
		name := spec.T(code, code)
		if i := FindItem(a.Items, code); i >= 0 {
			name = spec.Textf("%s (%s)", "%s（%s）", a.Items[i].Name, code)
		}
		en, zh = append(en, name.EN), append(zh, name.ZH)
	}
	return spec.T(listed(en), strings.ReplaceAll(listed(zh), ", ", "、"))
}
