package shelters

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) fixedShareFinding(rule spec.Rule) spec.Finding {
	share, least := a.FixedShare, a.provisions.FixedShare
	f := a.finding(rule)
	f.Verdict, f.Unit = share.Judgement.Verdict, spec.Percent
	f.Readings = []string{spec.Used(fixedCapacity(), share.Option)}
	switch share.Judgement.Code {
	case spec.ReasonNotInPlan:
		f.Readings = nil
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan sets no share", "本规划未采用该比例")}
		return f
	case spec.ReasonUndefined:
		f.Reason = spec.Reason{Code: spec.ReasonUndefined, Text: spec.T("people lodged are not taken for fixed-shelter capacity", "住宿避难人数不视为固定避难场所容量")}
		return f
	case spec.ReasonInvalidChoice:
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is not an option of this reading", "%q 不是该解读的选项", spec.Shorten(share.Option))}
		return f
	}
	f.Source = least.Source
	f.Lean(least.Source)
	f.Inputs = known(
		input("lodging", spec.T("people lodged", "住宿避难人数"), countRatio(share.Lodging), spec.Persons),
		input("planned-population", spec.T("planned population of the responsibility areas", "责任区规划人口"), countRatio(share.Population), spec.Persons),
		spec.Input{Name: "least-share", Label: spec.T("least share", "最低比例"), Value: spec.AmountOf(share.Judgement.Required, 2), Unit: spec.Percent, Source: least.Source},
	)
	judged(&f, share.Judgement, share.Value, 1, measure.Date{}, a.AsOf)
	if f.Verdict == spec.Unknown {
		f.Missing = a.needLodging()
		if !share.Population.Known() {
			f.Missing = append(f.Missing, need(keyPopulation, spec.Persons,
				spec.T("what is the planned population of the responsibility areas of the fixed shelters?", "固定避难场所责任区规划人口是多少？")))
		}
	}
	return f
}

func (a *Assessment) completionFinding(rule spec.Rule) spec.Finding {
	var needs []spec.Need
	if !a.Completion.Value.Known() {
		needs = a.needCount()
		if !a.planned.Known() {
			needs = append(needs, need(keyPlanned, spec.Shelters,
				spec.T("how many shelters does the long-term plan provide for?", "避难场所建设中长期规划共规划多少处？")))
		}
	}
	return a.progressFinding(rule, a.Completion, 1, []spec.Input{
		input("built", spec.T("shelters built", "建成数"), countRatio(a.Network.Shelters), spec.Shelters),
		input("planned", spec.T("shelters planned", "规划数"), countRatio(a.planned), spec.Shelters),
	}, needs)
}

// progressFinding says how far a target of the programme has come.
func (a *Assessment) progressFinding(rule spec.Rule, p Progress, places int, inputs []spec.Input, needs []spec.Need) spec.Finding {
	f := a.finding(rule)
	f.Verdict = p.Judgement.Verdict
	if p.Judgement.Code == spec.ReasonNotInPlan {
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan sets no such target", "本规划未设该目标")}
		return f
	}
	f.Target, f.Unit, f.Binding = p.Target.ID, p.Target.Unit, p.Target.Nature == spec.Binding
	if p.Target.Title.Complete() {
		f.Title = p.Target.Title
	}
	if !p.Target.Source.IsZero() {
		f.Source = p.Target.Source
		f.Lean(p.Target.Source)
	}
	f.Inputs = known(append(inputs, spec.Input{Name: "target", Label: spec.T("target", "目标值"), Unit: p.Target.Unit,
		Value: spec.AmountOf(p.Judgement.Required, 2), Source: p.Target.Source})...)
	judged(&f, p.Judgement, p.Value, places, p.Target.Deadline, a.AsOf)
	if f.Verdict == spec.Unknown {
		f.Missing = needs
	}
	return f
}

// judged fills in what a judgement says of a value.
func judged(f *spec.Finding, j spec.Judgement, value spec.Value, places int, deadline, asOf measure.Date) {
	exact, bound := spec.Value{}, spec.ExactBound
	if value.Low.Known() || value.High.Known() {
		exact.Low, bound = value.Bound()
	}
	f.Actual, f.Bound = spec.AmountAgainst(exact.Low, j.Required, places), bound
	f.Comparison, f.Required, f.Gap = j.Comparison, spec.AmountOf(j.Required, 2), spec.AmountAgainst(j.Gap, measure.Whole(0), 2)
	limit := f.Comparison.String() + " " + f.Required.String()
	asked := spec.T("required "+f.Unit.After(limit, spec.English), "要求 "+f.Unit.After(limit, spec.Chinese))
	if !deadline.IsZero() {
		asked = spec.Textf("%s by %s", "%s（截至 %s）", asked, deadline)
	}
	f.Reason.Code = j.Code
	switch {
	case !f.Actual.Known():
		f.Reason.Text = spec.Textf("not known; %s", "未知；%s", asked)
	case j.Code == spec.ReasonNotDue:
		f.Reason.Text = spec.Textf("%s so far; %s, not due on %s", "目前 %s；%s，%s 尚未到期", said(f.Actual, f.Bound, f.Unit), asked, asOf)
	case j.Code == spec.ReasonPartial:
		f.Reason.Text = spec.Textf("%s, more is not known; %s", "%s，其余未知；%s", said(f.Actual, f.Bound, f.Unit), asked)
	default:
		f.Reason.Text = spec.Textf("%s; %s", "%s；%s", said(f.Actual, f.Bound, f.Unit), asked)
	}
}

// areaPlaces prints hectares to the square centimetre.
const areaPlaces = 8

// amount returns what there is to print of a value; nothing where it is unknown.
func amount(value spec.Value, places int) (spec.Amount, spec.Bound) {
	if !value.Low.Known() && !value.High.Known() {
		return spec.Amount{}, spec.ExactBound
	}
	ratio, bound := value.Bound()
	return spec.AmountOf(ratio, places), bound
}

func said(amount spec.Amount, bound spec.Bound, unit spec.Unit) spec.Text {
	number := amount.String()
	en, zh := unit.After(number, spec.English), unit.After(number, spec.Chinese)
	switch bound {
	case spec.AtLeastBound:
		return spec.T("at least "+en, "至少 "+zh)
	case spec.AtMostBound:
		return spec.T("at most "+en, "至多 "+zh)
	}
	return spec.T(en, zh)
}

// input is one number that went into a finding; its label says where it is a
// bound only.
func input(name string, label spec.Text, value spec.Value, unit spec.Unit) spec.Input {
	number, bound := amount(value, areaPlaces)
	switch bound {
	case spec.AtLeastBound:
		label = spec.Textf("%s (at least)", "%s（至少）", label)
	case spec.AtMostBound:
		label = spec.Textf("%s (at most)", "%s（至多）", label)
	}
	return spec.Input{Name: name, Label: label, Value: number, Unit: unit}
}

// known leaves out the inputs that nobody reported.
func known(inputs ...spec.Input) []spec.Input {
	return slices.DeleteFunc(inputs, func(in spec.Input) bool { return !in.Value.Known() })
}

func baselineInput[T any](figure spec.Figure[T], ratio func(T) measure.Ratio, unit spec.Unit) []spec.Input {
	if !figure.Known() {
		return nil
	}
	return []spec.Input{{Name: "baseline", Label: spec.T("as the plan states it", "规划所载现状"),
		Value: spec.AmountOf(ratio(figure.Value), areaPlaces), Unit: unit, Source: figure.Source}}
}

func wholes[T ~int64](n T) measure.Ratio { return measure.Whole(int64(n)) }

func inHectares(a measure.Area) measure.Ratio {
	return measure.RatioOf(a.SquareCentimetres(), cm2PerHa)
}
