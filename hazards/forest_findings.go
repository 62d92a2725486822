package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func forestryBureau() spec.Text { return spec.T("county forestry bureau", "县林业局") }

func needFires() spec.Need {
	return spec.Need{Key: firesTable, Unit: spec.Fires, Who: forestryBureau(),
		Question: spec.T("every forest fire of the period, with the time until it was put out and the forest burnt, and the years that the table covers",
			"规划期全部森林火灾及扑灭用时、受害森林面积，以及完整覆盖的年份")}
}

// fires returns the fires of a period up to the date, as known on it.
func (a *Assessment) fires(period measure.Period) []FireRecord {
	var out []FireRecord
	for _, f := range a.prevention.Fires {
		if (period.IsZero() || period.Contains(f.Date)) && !f.Date.After(a.AsOf) {
			f.Took, f.Burned = f.Took.AsOf(a.AsOf), f.Burned.AsOf(a.AsOf)
			out = append(out, f)
		}
	}
	return out
}

func (a *Assessment) forestExtinguished(f *spec.Finding) {
	p := a.provisions.Prevention
	t := p.Extinguished
	if !targeted(f, t) {
		return
	}
	if !p.ExtinguishWithin.Known() {
		decide(f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("the plan sets no time", "本规划未定扑灭时限"))
		return
	}
	due, ok := a.deadline(f, t)
	if !ok || !a.chosen(f, extinguishedSpan()) {
		return
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "within", Label: spec.T("time to put a fire out", "扑灭时限"),
		Value: spec.AmountOf(p.ExtinguishWithin.Value.Hours(), 2), Unit: spec.Hours, Source: p.ExtinguishWithin.Source})
	f.Lean(p.ExtinguishWithin.Source)
	if !a.prevention.HasFires {
		noTable(f, needFires())
		return
	}
	whole := covers(a.prevention.FireYears, a.Period, a.AsOf)
	spans, each := [][]FireRecord{a.fires(a.Period)}, a.choices.Of(extinguishedSpan()) == spanEachYear
	if each {
		spans = nil
		for _, year := range a.Period.Years() {
			one, err := measure.PeriodOf(year, year)
			if fires := a.fires(one); err == nil && len(fires) > 0 {
				spans = append(spans, fires)
			}
		}
	}
	verdict, worst, actual := spec.NotApplicable, spec.Judgement{}, spec.Value{}
	var all spec.Tally
	for _, fires := range spans {
		share, tally := ExtinguishedShare(fires, p.ExtinguishWithin.Value)
		all.Merge(tally)
		if each {
			year := fires[0].Date.Year().String()
			f.Inputs = append(f.Inputs, count("fires."+year, spec.Textf("forest fires, %s", "森林火灾（%s年）", year), tally.Total(), spec.Fires),
				count("in-time."+year, spec.Textf("put out in time, %s", "及时扑灭（%s年）", year), tally.Met, spec.Fires))
		}
		if tally.Total() == 0 {
			continue
		}
		share = percent(share)
		j := t.Judge(share, spec.Value{})
		if verdict == spec.NotApplicable || rank(j.Verdict) > rank(worst.Verdict) ||
			rank(j.Verdict) == rank(worst.Verdict) && share.Low.Less(actual.Low) {
			worst, actual = j, share
		}
		verdict = spec.And(verdict, j.Verdict)
	}
	f.Inputs = append(f.Inputs, count("fires", spec.T("forest fires", "森林火灾"), all.Total(), spec.Fires),
		count("in-time", spec.T("forest fires put out in time", "及时扑灭的森林火灾"), all.Met, spec.Fires),
		count("late", spec.T("not put out in time", "未及时扑灭"), all.Unmet, spec.Fires),
		count("unknown", spec.T("not known when put out", "扑灭用时未知"), all.Unknown, spec.Fires))
	may, ok := MayMiss(measure.Count(all.Total()), t.Limit.Div(measure.Whole(100)))
	if ok && len(spans) == 1 && all.Total() > 0 {
		f.Inputs = append(f.Inputs, count("may-miss", spec.T("may miss the time", "最多允许未及时扑灭"), may, spec.Fires),
			count("headroom", spec.T("left before the target is lost", "余量"), int64(may)-int64(all.Unmet), spec.Fires))
	}
	switch {
	case !whole:
		decide(f, spec.Unknown, spec.ReasonPartial, spec.T("the table does not cover every year", "台账未覆盖各年度"))
		f.Missing = append(f.Missing, needFires())
	case all.Total() == 0:
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there was no forest fire, so there is no rate", "没有森林火灾，不计算扑灭率"))
	default:
		worst.Verdict = verdict
		judged(f, stillOpen(worst.UntilDue(due, a.AsOf), a.AsOf.Before(due)), actual, 2, spec.Textf("%d of %d fires in time, %d late, %d unknown",
			"森林火灾 %[2]d 起，其中及时扑灭 %[1]d 起、超时 %[3]d 起、未知 %[4]d 起", all.Met, all.Total(), all.Unmet, all.Unknown))
		if all.Unknown > 0 {
			f.Missing = append(f.Missing, needFires())
		}
	}
}

// rank orders verdicts by how much they weigh in a conjunction.
func rank(v spec.Verdict) int {
	switch v {
	case spec.Unmet:
		return 2
	case spec.Unknown:
		return 1
	}
	return 0
}

func (a *Assessment) forestDamage(f *spec.Finding) {
	t := a.provisions.Prevention.ForestDamage
	if !targeted(f, t) {
		return
	}
	forest, known := a.prevention.ForestArea.AsOf(a.AsOf).Value()
	if !a.prevention.HasFires || !known {
		decide(f, spec.Unknown, spec.ReasonNoData, spec.T("the forest fires or the forest area were not supplied", "未提供森林火灾台账或森林面积"))
		if !a.prevention.HasFires {
			f.Missing = append(f.Missing, needFires())
		}
		if !known {
			f.Missing = append(f.Missing, spec.Need{Key: forestAreaKey, Question: spec.T("the forest area of the county", "全县森林面积"),
				Unit: spec.Hectares, Who: forestryBureau()})
		}
		return
	}
	hectares := func(name string, label spec.Text, area measure.Area) {
		f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Value: spec.AmountOf(measure.RatioOfDecimal(area.Hectares()), 4), Unit: spec.Hectares})
	}
	hectares("forest", spec.T("forest area", "森林面积"), forest)
	if forest.IsZero() {
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there is no forest, so there is no rate", "没有森林，不计算受害率"))
		return
	}
	if left, ok := ForestDamageLeft(measure.Area{}, forest, t.Limit); ok {
		hectares("allowed", spec.T("may burn in a year", "每年最多受害面积"), left)
	}
	verdict, worst, actual := spec.NotApplicable, spec.Judgement{}, spec.Value{}
	for _, y := range DamageYears(a.prevention.Fires, a.Period, a.prevention.FireYears, a.AsOf) {
		low, _ := y.Burned.Low()
		rate := y.rate(forest)
		j := t.Judge(rate, spec.Value{})
		if !y.Over && j.Verdict != spec.Unmet { // the year still runs
			hectares("so-far."+y.Year.String(), spec.Textf("burnt so far in %s", "%s年迄今受害面积", y.Year), low)
			continue
		}
		if y.Burned.Known() {
			hectares("burnt."+y.Year.String(), spec.Textf("burnt in %s", "%s年受害面积", y.Year), low)
		} else {
			hectares("burnt-at-least."+y.Year.String(), spec.Textf("burnt in %s, at least", "%s年受害面积，至少", y.Year), low)
		}
		if verdict == spec.NotApplicable || rank(j.Verdict) > rank(worst.Verdict) ||
			rank(j.Verdict) == rank(worst.Verdict) && actual.Low.Less(rate.Low) {
			worst, actual = j, rate
		}
		verdict = spec.And(verdict, j.Verdict)
		if left, ok := ForestDamageLeft(low, forest, t.Limit); ok && y.Burned.Known() {
			hectares("left."+y.Year.String(), spec.Textf("left in %s", "%s年余量", y.Year), left)
		}
	}
	if verdict == spec.NotApplicable {
		decide(f, spec.Unknown, spec.ReasonNotDue, spec.T("no year of the plan is over", "规划期尚无完整年度"))
		return
	}
	worst.Verdict = verdict
	running := a.AsOf.Before(a.Period.LastDay())
	judged(f, stillOpen(worst, running), actual, 3, spec.T("the worst year that is over, every year has to keep the limit", "以已结束年度中最高者判定，每年均须控制在限值以内"))
	if verdict == spec.Unknown {
		f.Missing = append(f.Missing, needFires())
	}
}

// stillOpen softens what is met so far while years of the plan are still to
// come: a total or a limit on every year is kept only when all of them are over.
func stillOpen(j spec.Judgement, running bool) spec.Judgement {
	if running && j.Verdict == spec.Met {
		j.Verdict, j.Code, j.Gap = spec.Unknown, spec.ReasonNotDue, measure.Ratio{}
	}
	return j
}

func (a *Assessment) forestInspections(f *spec.Finding) {
	asked := a.provisions.Prevention.Inspections
	if !asked.Known() {
		notInPlan(f)
		return
	}
	f.Source = asked.Source
	f.Lean(asked.Source)
	f.Inputs = append(f.Inputs, count("asked", spec.T("asked for each year", "每年要求"), asked.Value, spec.Events))
	if total, err := measure.Mul(asked.Value, int64(a.Period.Len())); err == nil && !a.Period.IsZero() {
		f.Inputs = append(f.Inputs, count("plan-years", spec.T("years of the plan", "规划期年数"), a.Period.Len(), spec.Years),
			count("over-the-plan", spec.T("over the plan", "规划期合计"), total, spec.Events))
	}
	need := spec.Need{Key: inspectionsTable, Unit: spec.Events, Who: forestryBureau(),
		Question: spec.T("every inspection for forest fire dangers with its date, and the years that the table covers", "历次森林火灾风险隐患排查及日期，以及完整覆盖的年份")}
	if !a.prevention.HasInspections {
		noTable(f, need)
		return
	}
	var t spec.Tally
	for _, y := range InspectionYears(a.prevention.ForestInspections, asked.Value, a.Period, a.prevention.InspectionYears, a.AsOf) {
		t.Add(y.Verdict())
		f.Inputs = append(f.Inputs, count("done."+y.Year.String(), spec.Textf("done in %s", "%s年已开展", y.Year), y.Done, spec.Events))
		if y.Shortfall > 0 && y.Over {
			f.Inputs = append(f.Inputs, count("shortfall."+y.Year.String(), spec.Textf("short in %s", "%s年欠缺", y.Year), y.Shortfall, spec.Events))
		}
	}
	if t.Total() > 0 && t.Total() == t.NotApplicable {
		f.Unit = spec.Years
		decide(f, spec.Unknown, spec.ReasonNotDue, spec.T("no year of the plan is over", "规划期尚无完整年度"))
		return
	}
	roll(f, rolled{tally: t, noun: spec.T("years", "年度"), done: spec.T("have enough inspections", "排查次数达到要求"), unit: spec.Years, need: need,
		met: spec.T("years with enough inspections", "排查次数达到要求的年份"), unmet: spec.T("years with too few", "排查次数不足的年份")})
}
