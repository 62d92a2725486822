package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) massMonitoring(f *spec.Finding) {
	a.siteTarget(f, a.provisions.Prevention.MassMonitoring, func(s GeohazardSite) spec.Observed[bool] { return s.Monitored })
}

func (a *Assessment) warningCoverage(f *spec.Finding) {
	t := a.provisions.Prevention.WarningCoverage
	if t.Form == 0 {
		notInPlan(f)
		return
	}
	if !a.chosen(f, geohazardTwoRates()) {
		return
	}
	of := func(s GeohazardSite) spec.Observed[bool] { return s.Warned }
	if a.choices.Of(geohazardTwoRates()) == oneIndicator {
		of = func(s GeohazardSite) spec.Observed[bool] { return s.Monitored }
	}
	a.siteTarget(f, t, of)
}

// siteTarget judges a share of the geohazard sites.
func (a *Assessment) siteTarget(f *spec.Finding, t spec.Target, of func(GeohazardSite) spec.Observed[bool]) {
	if !targeted(f, t) {
		return
	}
	due, ok := a.deadline(f, t)
	if !ok {
		return
	}
	need := spec.Need{Key: sitesTable, Unit: spec.Units, Who: spec.T("county planning and natural resources bureau", "县规划自然资源局"),
		Question: spec.T("every geohazard site, with whether it is under mass monitoring and reached by mass monitoring and warning",
			"全部地质灾害点及其是否群测群防、是否监测预警覆盖")}
	if !a.prevention.HasSites {
		noTable(f, need)
		return
	}
	share, tally := shareOf(a.prevention.Sites, a.AsOf, of)
	f.Inputs = append(f.Inputs, count("sites", spec.T("geohazard sites", "地质灾害点"), tally.Total(), spec.Units),
		count("met", spec.T("sites known to have it", "已知达到的地质灾害点"), tally.Met, spec.Units),
		count("unknown", spec.T("sites not known", "情况未知的地质灾害点"), tally.Unknown, spec.Units))
	if tally.Total() == 0 {
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there are no geohazard sites", "没有地质灾害点"))
		return
	}
	actual := percent(share)
	judged(f, t.Judge(actual, spec.Value{}).UntilDue(due, a.AsOf), actual, 2, spec.Textf("%d of %d sites, %d not, %d unknown",
		"地质灾害点 %[2]d 个，其中达到 %[1]d 个、未达到 %[3]d 个、未知 %[4]d 个", tally.Met, tally.Total(), tally.Unmet, tally.Unknown))
	if tally.Unknown > 0 {
		f.Missing = append(f.Missing, need)
	}
}

func (a *Assessment) sensitivity(f *spec.Finding) {
	a.alarms(f, Alarms.Sensitivity, spec.T("no event is on record", "没有灾害记录"))
}

func (a *Assessment) accuracy(f *spec.Finding) {
	a.alarms(f, Alarms.Accuracy, spec.T("no alarm is on record", "没有预报记录"))
}

// alarms gives one of the two ratios of early monitoring.
func (a *Assessment) alarms(f *spec.Finding, ratio func(Alarms) measure.Ratio, empty spec.Text) {
	f.Unit = spec.Percent
	need := want(monitoringTable, spec.T("by year and hazard: events with an alarm before, events without, alarms without an event",
		"分年度、灾种的报准次数、漏报次数、空报次数"))
	if !a.prevention.HasMonitoring {
		noTable(f, need)
		return
	}
	var sum Alarms
	unknown := 0
	for _, m := range a.prevention.Monitoring {
		if !a.Period.IsZero() && !a.Period.ContainsYear(m.Year) || m.Year.FirstDay().After(a.AsOf) {
			continue
		}
		one, ok := m.Alarms(a.AsOf)
		if ok {
			ok = sum.Merge(one) == nil
		}
		if !ok {
			unknown++
		}
	}
	if unknown > 0 {
		decide(f, spec.Unknown, spec.ReasonPartial, spec.Textf("%d rows are incomplete", "%d 行数据不全", unknown))
		f.Missing = append(f.Missing, need)
		return
	}
	f.Inputs = append(f.Inputs,
		count("hits", spec.T("events with an alarm before", "报准次数"), sum.Hits, spec.Events),
		count("misses", spec.T("events without an alarm", "漏报次数"), sum.Misses, spec.Events),
		count("false-alarms", spec.T("alarms without an event", "空报次数"), sum.FalseAlarms, spec.Events))
	value := ratio(sum).Mul(measure.Whole(100))
	if !value.Known() {
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, empty)
		return
	}
	f.Actual = spec.AmountOf(value, 2)
	decide(f, spec.NotApplicable, spec.ReasonFigure, spec.T("the plan asks for more and sets no value", "规划要求提高，未定目标值"))
}
