package hazards

import "github.com/county-emergency/emergency/spec"

func needRisks(question spec.Text) spec.Need { return want(risksTable, question) }

// risksNeeded says that the register was not supplied.
func (a *Assessment) risksNeeded(f *spec.Finding) bool {
	if a.prevention.HasRisks {
		return false
	}
	noTable(f, needRisks(spec.T("the county's risk points, by hazard or sector, with their level", "本县风险点清单（灾种或行业领域、等级）")))
	return true
}

func (a *Assessment) riskRegister(f *spec.Finding) {
	f.Unit = spec.Units
	if a.risksNeeded(f) {
		return
	}
	var t RiskTally
	for _, r := range a.prevention.Risks {
		t.Add(r)
	}
	f.Actual = spec.Whole(t.Points)
	for i := len(RiskLevels()) - 1; i >= 0; i-- {
		level := RiskLevels()[i]
		f.Inputs = append(f.Inputs, count(level.String(), spec.Textf("%s risk (%s)", "%s风险（%s）",
			spec.T(level.In(spec.English), level.In(spec.Chinese)), level.Colour()), t.OfLevel(level), spec.Units))
	}
	f.Inputs = append(f.Inputs, count("not-assessed", spec.T("level not assessed", "未定级"), t.OfLevel(0), spec.Units))
	covered := 0
	for _, lead := range a.provisions.Hazards {
		n := t.OfHazard(lead.Hazard, 0)
		for _, level := range RiskLevels() {
			n += t.OfHazard(lead.Hazard, level)
		}
		if n > 0 {
			covered++
		}
	}
	f.Inputs = append(f.Inputs, count("hazards-covered", spec.T("hazards of the plan with a risk point", "有风险点的规划灾种"), covered, spec.Items))
	f.Lean(riskLevelSource()) // the plan names no levels
	decide(f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%v risk points, %v of them major; %d of %d hazards have one; no standard judges the count",
		"风险点 %v 个，其中重大风险 %v 个；%[4]d 个灾种中 %[3]d 个有风险点；该项仅统计，不作评判",
		t.Points, t.OfLevel(MajorRisk), covered, len(a.provisions.Hazards)))
}

func (a *Assessment) mapAndRegister(f *spec.Finding) {
	if a.noPlan(f) || a.risksNeeded(f) {
		return
	}
	var t spec.Tally
	for _, r := range a.prevention.Risks {
		t.Add(r.MapAndRegister(a.AsOf))
	}
	roll(f, rolled{tally: t, noun: spec.T("risk points", "风险点"), done: spec.T("are on the map and in the register", "既上图又入库"), unit: spec.Units,
		need: needRisks(spec.T("for each risk point, whether it is on the risk map and in the risk database", "各风险点是否已上风险图、已入风险数据库")),
		met:  spec.T("risk points on the map and in the register", "既上图又入库的风险点")})
}

func (a *Assessment) majorRisks(f *spec.Finding) {
	if a.noPlan(f) || a.risksNeeded(f) {
		return
	}
	var t spec.Tally
	for _, r := range a.prevention.Risks {
		t.Add(r.Controlled(a.AsOf))
	}
	f.Lean(riskLevelSource())
	roll(f, rolled{tally: t, noun: spec.T("major risks", "重大风险"), done: spec.T("have measures, a post and a date", "有措施、责任岗位和时限"), unit: spec.Units,
		need: needRisks(spec.T("for each risk point its level; for each major one the measures, the post that answers for them and the date",
			"各风险点的等级；各重大风险的防范化解措施、责任岗位和完成时限")),
		met: spec.T("major risks with measures and a post and a date", "有措施、责任岗位和时限的重大风险")})
}

func (a *Assessment) riskReviews(f *spec.Finding) {
	if a.noPlan(f) || a.risksNeeded(f) {
		return
	}
	var t spec.Tally
	for _, r := range a.prevention.Risks {
		t.Add(r.Reviewed(a.AsOf))
	}
	roll(f, rolled{tally: t, noun: spec.T("risk points", "风险点"), done: spec.T("are assessed in time", "复评未逾期"), unit: spec.Units,
		need: needRisks(spec.T("for each risk point, when it has to be assessed again", "各风险点下次复评日期")),
		met:  spec.T("risk points assessed in time", "复评未逾期的风险点"), unmet: spec.T("risk points overdue", "逾期未复评的风险点")})
}
