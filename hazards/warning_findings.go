package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) warningFindings() []spec.Finding {
	var out []spec.Finding
	for _, one := range warningTable() {
		f := a.finding(one.rule)
		one.find(a, &f)
		out = append(out, f)
	}
	return out
}

// warningNeed is what to collect of warnings.
func warningNeed(key string, question spec.Text) spec.Need {
	return spec.Need{Key: key, Question: question, Unit: spec.Warnings, Who: spec.T("county emergency bureau and weather bureau", "县应急局、县气象局")}
}

func needWarnings() spec.Need {
	return warningNeed(warningsTable, spec.T("all warnings of the period, with level, kind, issuer, area and moments of issue, end and cancellation",
		"规划期内全部预警及其级别、类别、发布机关、区域和发布、到期、解除时间"))
}

// hasWarnings is false, and says so, where the table was not supplied.
func (a *Assessment) hasWarnings(f *spec.Finding) bool {
	if !a.warnings.HasWarnings {
		noTable(f, needWarnings())
	}
	return a.warnings.HasWarnings
}

// issued returns the warnings of the period up to the date.
func (a *Assessment) issued() []WarningRecord {
	var out []WarningRecord
	for _, w := range a.warnings.Warnings {
		if warned(w, a.Period, a.AsOf) {
			out = append(out, w.AsOf(a.AsOf))
		}
	}
	return out
}

// warningIssuer judges each warning by who issued it.
func (a *Assessment) warningIssuer(f *spec.Finding) {
	issuers := a.provisions.Warnings.Issuers
	if len(issuers) == 0 {
		notInPlan(f)
		return
	}
	f.Source = issuers[0].Source
	for _, one := range issuers {
		f.Lean(one.Source)
	}
	if !a.hasWarnings(f) {
		return
	}
	var tally spec.Tally
	for _, w := range a.issued() {
		tally.Add(issuers.judge(w))
	}
	roll(f, rolled{tally: tally, noun: spec.T("warnings", "预警"), done: spec.T("were issued by whom the level allows", "由有权机关发布"), unit: spec.Warnings,
		met:  spec.T("warnings issued by whom the level allows", "由有权机关发布的预警"),
		need: warningNeed(warningsTable+": issuer", spec.T("who issued each warning, and the level", "每条预警的发布机关和级别"))})
}

// judge says whether the issuer of a warning had the right to.
func (w WarningIssuers) judge(r WarningRecord) spec.Verdict {
	if _, ok := w.Of(r.Level); !ok || r.Issuer.IsZero() {
		return spec.Unknown
	}
	if w.Allows(r.Issuer, r.Level) {
		return spec.Met
	}
	return spec.Unmet
}

// warningUnits gives one finding for each warning of the period.
func (a *Assessment) warningUnits() []spec.Finding {
	if len(a.provisions.Warnings.Issuers) == 0 {
		return nil
	}
	var out []spec.Finding
	for _, w := range a.issued() {
		f := a.finding(warningIssuerRule())
		f.Subject = spec.Subject{Kind: "warning", ID: w.ID}
		verdict := a.provisions.Warnings.Issuers.judge(w)
		one, _ := a.provisions.Warnings.Issuers.Of(w.Level)
		if one.Source.Complete() {
			f.Source = one.Source
		}
		f.Inputs = []spec.Input{{Name: "level", Label: spec.T("level", "级别"), Text: w.Level.String(), Words: spec.WordsOf(w.Level)},
			{Name: "issuer", Label: spec.T("issuer", "发布机关"), Text: w.Issuer.String()}}
		text := spec.Textf("%s, to be issued by the %s, was issued by %s", "%s预警应由%s发布，实由 %s 发布", w.Level, one.Issuer, w.Issuer)
		code := spec.ReasonCompared
		if verdict == spec.Unknown {
			code, text = spec.ReasonNoData, spec.T("the level or its issuer is not known", "级别或发布机关未知")
		}
		decide(&f, verdict, code, text)
		out = append(out, f)
	}
	return out
}

// warningsInForce counts the warnings that apply at the end of the date.
func (a *Assessment) warningsInForce(f *spec.Finding) {
	f.Unit = spec.Warnings
	if !a.hasWarnings(f) {
		return
	}
	if a.AsOf.IsZero() {
		decide(f, spec.Unknown, spec.ReasonNoData, spec.T("in force at no date", "未给出评估日期"))
		return
	}
	var by [WarningIV + 1]int64
	var all int64
	for _, w := range a.warnings.Warnings { // also those issued before the period
		if w = w.AsOf(a.AsOf); w.InForce(endOf(a.AsOf)) && w.Level.IsValid() {
			by[w.Level]++
			all++
		}
	}
	f.Actual = spec.Whole(all)
	for _, level := range WarningLevels() {
		f.Inputs = append(f.Inputs, count(level.Colour().String(), spec.Textf("%s", "%s", level.Colour()), by[level], spec.Warnings))
	}
	decide(f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%d in force: %d red, %d orange, %d yellow, %d blue",
		"生效中 %d 条：红色 %d、橙色 %d、黄色 %d、蓝色 %d", all, by[WarningI], by[WarningII], by[WarningIII], by[WarningIV]))
}

func (a *Assessment) warningLead(f *spec.Finding) {
	f.Unit = spec.Minutes
	a.quality(f, WarningQuality.MeanLead, func(q WarningQuality) measure.Count { return q.OpenOutcomes + q.OpenLeads },
		spec.T("no warning was followed by its event", "没有预警后发生灾害的记录"),
		warningNeed(warningsTable+": occurred", spec.T("when what was warned of began, or that it did not", "预警所指灾害的发生时间，或未发生")))
}

func (a *Assessment) warningAccuracy(f *spec.Finding) {
	f.Unit = spec.Percent
	a.quality(f, func(q WarningQuality) measure.Ratio { return q.Accuracy().Mul(measure.Whole(100)) },
		func(q WarningQuality) measure.Count { return q.OpenOutcomes },
		spec.T("the outcome of no warning is due", "没有可评定结果的预警"),
		warningNeed(warningsTable+": occurred", spec.T("when what was warned of began, or that it did not", "预警所指灾害的发生时间，或未发生")))
}

func (a *Assessment) warningReach(f *spec.Finding) {
	f.Unit = spec.Percent
	a.quality(f, func(q WarningQuality) measure.Ratio { return q.Reach().Mul(measure.Whole(100)) },
		func(q WarningQuality) measure.Count { return q.OpenReach },
		spec.T("no warning was aimed at anybody", "没有面向人群的预警"),
		warningNeed(warningsTable+": reached", spec.T("how many people each warning was aimed at, and how many confirmed it", "每条预警的目标人数和已确认接收人数")))
}

// quality gives one of the three ratios of warnings.
func (a *Assessment) quality(f *spec.Finding, ratio func(WarningQuality) measure.Ratio, open func(WarningQuality) measure.Count, empty spec.Text, need spec.Need) {
	if !a.hasWarnings(f) {
		return
	}
	q, err := QualityOf(a.warnings.Warnings, a.Period, a.AsOf)
	if err != nil {
		decide(f, spec.Unknown, spec.ReasonNoData, spec.T("the numbers are too large to add up", "数值过大，无法求和"))
		return
	}
	f.Inputs = append(f.Inputs,
		count("hits", spec.T("warnings followed by their event", "预警后发生"), q.Hits, spec.Warnings),
		count("false", spec.T("warnings without one", "空报"), q.FalseCries, spec.Warnings),
		count("timed", spec.T("warnings whose lead is known", "提前时间已知的预警"), q.Leads, spec.Warnings),
		spec.Input{Name: "lead", Label: spec.T("minutes of lead of these in total", "各次提前分钟数合计"),
			Value: spec.AmountOf(q.Lead.Minutes(), 2), Unit: spec.Minutes},
		count("targeted", spec.T("people aimed at", "目标人数"), q.Targeted, spec.Persons),
		count("reached", spec.T("people reached", "已接收人数"), q.Reached, spec.Persons))
	if n := open(q); n > 0 {
		decide(f, spec.Unknown, spec.ReasonPartial, spec.Textf("not known for %v warnings", "%v 条预警数据不全", n))
		f.Missing = append(f.Missing, need)
		return
	}
	value := ratio(q)
	if !value.Known() {
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, empty)
		return
	}
	f.Actual = spec.AmountOf(value, 2)
	decide(f, spec.NotApplicable, spec.ReasonFigure, spec.T("no value is set to judge it by", "未定目标值，仅统计"))
}
