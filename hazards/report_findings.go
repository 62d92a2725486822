package hazards

import "github.com/county-emergency/emergency/spec"

func (a *Assessment) reportsFinding() spec.Finding {
	f := a.finding(reportDeadline())
	f.Unit = spec.Items
	question := spec.T("each stage of the report of each accident: who was told, when the sender was told and when it reported",
		"每起事故逐级上报的接收层级、知悉时间和上报时间")
	if !a.accidents(&f, "accident_reports.csv", a.records.HasReports, question) {
		return f
	}
	var t, sooner spec.Tally
	for _, one := range a.Cases.Reports {
		for _, stage := range one.Stages {
			t.Add(stage.Verdict)
		}
		if one.Sooner != spec.NotApplicable {
			t.Add(one.Sooner)
			sooner.Add(one.Sooner)
		}
	}
	if rule := a.provisions.Sooner; !rule.IsZero() {
		if !a.chosen(&f, soonerClock()) {
			return f
		}
		f.Inputs = append(f.Inputs,
			spec.Input{Name: "sooner-within", Label: spec.Textf("%s and above to the %s within", "%s以上报至%s时限", rule.From, rule.To),
				Value: spec.AmountOf(rule.Within.Value.Hours(), 2), Unit: spec.Hours, Source: rule.Within.Source},
			spec.Input{Name: "sooner-kept", Label: spec.T("of these in time", "其中按时"), Value: spec.Whole(sooner.Met), Unit: spec.Accidents},
			spec.Input{Name: "sooner-judged", Label: spec.T("accidents under that rule", "适用该规定的事故"), Value: spec.Whole(sooner.Total()), Unit: spec.Accidents})
		f.Lean(rule.Within.Source)
	}
	if t.Unknown > 0 {
		f.Missing = append(f.Missing, spec.Need{Key: "accident_reports.csv", Question: question, Unit: spec.Accidents, Who: emergencyBureau()})
	}
	a.rolled(&f, t, spec.T("reports in time", "按时上报的环节"), "stages reported in time:", "按时上报环节")
	return f
}

func (a *Assessment) investigationsFinding() spec.Finding {
	f := a.finding(investigationRule())
	f.Unit = spec.Accidents
	question := spec.T("who investigated each accident, when the report was handed in and when the government replied",
		"每起事故的调查主体、调查报告提交日期和批复日期")
	if !a.accidents(&f, "investigations.csv", a.records.HasInvestigations, question) {
		return f
	}
	var t spec.Tally
	for _, one := range a.Cases.Investigations {
		t.Add(one.Verdict)
	}
	if t.Unknown > 0 {
		f.Missing = append(f.Missing, spec.Need{Key: "investigations.csv", Question: question, Unit: spec.Accidents, Who: emergencyBureau()})
	}
	a.rolled(&f, t, spec.T("accidents investigated as they must be", "调查符合规定的事故"), "accidents investigated by whom and when they must:", "调查主体和时限符合规定的事故")
	return f
}
