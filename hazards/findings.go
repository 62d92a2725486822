package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// gradeFinding counts the accidents of the period by grade. No standard judges
// it here: the targets on accidents are the plan's own.
func (a *Assessment) gradeFinding() spec.Finding {
	f := a.finding(workAccidentGrade())
	f.Unit = spec.Accidents
	f.Inputs = []spec.Input{{Name: "period", Label: spec.T("period", "统计期间"), Text: a.Period.String()}}
	if !a.chosen(&f, missingInGrade()) {
		return f
	}
	if !a.IncidentsKnown {
		decide(&f, spec.Unknown, spec.ReasonNoData, spec.T("the accidents of the county were not supplied", "未提供事故清单"))
		f.Missing = []spec.Need{needIncidents(spec.T("all work accidents of the period, with deaths, missing, serious injuries and direct loss",
			"统计期间全部生产安全事故及其死亡、下落不明、重伤人数和直接经济损失"))}
		return f
	}
	f.Actual = spec.Whole(int64(a.Grades.Accidents))
	if !a.IncidentsWhole {
		f.Bound = spec.AtLeastBound
		f.Missing = append(f.Missing, spec.Need{
			Key: "county.yaml: complete.incidents", Unit: spec.Years,
			Question: spec.T("the years for which incidents.csv lists every accident", "incidents.csv 完整列出全部事故的年份"),
			Who:      emergencyBureau(),
		})
	}
	for _, g := range Grades() {
		certain, _ := a.Grades.Of(g)
		f.Inputs = append(f.Inputs, spec.Input{Name: g.String(), Label: spec.Textf("graded %s", "定为%s", g),
			Value: spec.Whole(int64(certain)), Unit: spec.Accidents, Source: a.table.Source()})
	}
	n := a.Grades.Unsettled()
	f.Inputs = append(f.Inputs, count("unsettled", spec.T("not graded yet", "尚不能定级"), n, spec.Accidents))
	if n > 0 {
		f.Missing = append(f.Missing, needIncidents(spec.Textf("the facts that are empty for %v accidents and may raise their grade",
			"%v 起事故中空缺且可能影响定级的数据", n)))
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, gradeText(a.Grades, a.IncidentsWhole))
	return f
}

func gradeText(t GradeTally, whole bool) spec.Text {
	en, zh := "%v accidents", "事故%v起"
	if !whole {
		en, zh = "at least %v accidents", "事故至少%v起"
	}
	n := func(g Grade) measure.Count { certain, _ := t.Of(g); return certain }
	return spec.Textf(en+": %v ordinary, %v large, %v major, %v extraordinary, %v not graded yet; no standard judges the count",
		zh+"：一般%v起，较大%v起，重大%v起，特别重大%v起，尚不能定级%v起；该项仅统计，不作评判",
		t.Accidents, n(Ordinary), n(Large), n(Major), n(Extraordinary), t.Unsettled())
}

func needIncidents(question spec.Text) spec.Need {
	return spec.Need{Key: "incidents.csv", Question: question, Unit: spec.Accidents, Who: emergencyBureau()}
}

func emergencyBureau() spec.Text { return spec.T("county emergency bureau", "县应急局") }

// UnitFindings returns one finding for each accident of the period up to the
// date, in the order of the table: its grade, or the grades that it can have and
// which facts would settle it (逐起定级); then those behind the findings about
// reports, investigations, disasters and prevention. Where the option of a reading is not one
// of its own there are none; [Assessment.Findings] says so.
func (a Assessment) UnitFindings() []spec.Finding {
	if !missingInGrade().Has(a.choices.Of(missingInGrade())) {
		return nil
	}
	var out []spec.Finding
	for i := range a.incidents {
		if one := &a.incidents[i]; counts(one, a.Period, a.AsOf) {
			out = append(out, a.incidentFinding(one.AsOf(a.AsOf)))
		}
	}
	return slices.Concat(out, a.caseUnits(), a.preventionUnits(), a.warningUnits())
}

func (a *Assessment) incidentFinding(r ReportedIncident) spec.Finding {
	f := a.finding(workAccidentGrade())
	a.chosen(&f, missingInGrade())
	f.Subject = spec.Subject{Kind: "incident", ID: r.ID}
	facts := facts(&r)
	for _, fact := range facts {
		f.Inputs = append(f.Inputs, fact.input)
	}
	can := a.table.Bounds(r)
	if grade, ok := can.Settled(); ok {
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("graded %s", "定为%s事故", grade))
		return f
	}
	decide(&f, spec.Unknown, spec.ReasonPartial, spec.Textf("at least %s and at most %s as far as the facts are known",
		"按已知数据，最低为%s、最高为%s事故", can.Lowest, can.Highest))
	deciding := a.table.Deciding(r)
	for _, fact := range facts {
		if slices.Contains(deciding, fact.input.Name) {
			f.Missing = append(f.Missing, spec.Need{Key: "incidents.csv: " + r.ID + " " + fact.input.Name,
				Question: fact.question, Unit: fact.input.Unit, Who: emergencyBureau()})
		}
	}
	return f
}

// fact is one criterion of an accident as an input, and how to ask for it.
type fact struct {
	input    spec.Input
	question spec.Text
}

func facts(r *ReportedIncident) []fact {
	return []fact{
		{input: people("deaths", spec.T("deaths", "死亡人数"), r.Deaths), question: spec.T("how many people died", "死亡人数")},
		{input: people("missing", spec.T("missing", "下落不明人数"), r.Missing), question: spec.T("how many people are unaccounted for", "下落不明人数")},
		{input: people("serious_injuries", spec.T("serious injuries", "重伤人数"), r.SeriousInjuries),
			question: spec.T("how many people were seriously injured, acute poisoning included", "重伤（含急性工业中毒）人数")},
		{input: loss(r.DirectLoss), question: spec.T("the direct economic loss", "直接经济损失")},
	}
}

func people(name string, label spec.Text, o spec.Observed[measure.People]) spec.Input {
	in := spec.Input{Name: name, Label: label, Unit: spec.Persons, Source: o.Source()}
	if n, ok := o.Value(); ok {
		in.Value = spec.Whole(int64(n))
	}
	return in
}

func loss(o spec.Observed[measure.Money]) spec.Input {
	in := spec.Input{Name: "direct_loss", Label: spec.T("direct loss", "直接经济损失"), Unit: spec.WanYuan, Source: o.Source()}
	if m, ok := o.Value(); ok {
		in.Value = spec.AmountOf(measure.RatioOfDecimal(m.WanYuan()), 6)
	}
	return in
}
