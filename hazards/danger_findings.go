package hazards

import "github.com/county-emergency/emergency/spec"

func needDangers(question spec.Text) spec.Need { return want(dangersTable, question) }

func (a *Assessment) dangersNeeded(f *spec.Finding) bool {
	if a.prevention.HasDangers {
		return false
	}
	noTable(f, needDangers(spec.T("the county's hidden dangers, with the dates of each stage and the last day to rectify",
		"本县隐患台账（各环节日期、整改期限）")))
	return true
}

// dangers returns the hidden dangers that were found by the date.
func (a *Assessment) dangers() []HiddenDanger {
	var out []HiddenDanger
	for _, d := range a.prevention.Dangers {
		if d.Stage(a.AsOf) != NotFound {
			out = append(out, d)
		}
	}
	return out
}

func (a *Assessment) hiddenDangers(f *spec.Finding) {
	if a.noPlan(f) || a.dangersNeeded(f) {
		return
	}
	var t spec.Tally
	var stages [Cleared + 1]int
	for _, d := range a.dangers() {
		t.Add(d.Verdict(a.AsOf))
		stages[d.Stage(a.AsOf)]++
	}
	for _, s := range DangerStages() {
		f.Inputs = append(f.Inputs, count(s.String(), spec.T(s.In(spec.English), s.In(spec.Chinese)), stages[s], spec.Items))
	}
	roll(f, rolled{tally: t, noun: spec.T("hidden dangers", "隐患"), done: spec.T("are rectified or in time", "已整改或未到期"), unit: spec.Items,
		need: needDangers(spec.T("for each hidden danger that is not rectified, the last day to rectify it", "各未整改隐患的整改期限")),
		met:  spec.T("hidden dangers rectified or in time", "已整改或未到期的隐患"), unmet: spec.T("hidden dangers overdue", "逾期隐患")})
}

func (a *Assessment) doubleReports(f *spec.Finding) {
	if a.noPlan(f) || a.dangersNeeded(f) {
		return
	}
	var t spec.Tally
	for _, d := range a.dangers() {
		t.Add(d.DoubleReport(a.AsOf))
	}
	roll(f, rolled{tally: t, noun: spec.T("major hidden dangers", "重大事故隐患"),
		done: spec.T("are reported to regulator and workers' congress", "已“双报告”"), unit: spec.Items,
		need: needDangers(spec.T("for each major hidden danger, whether its treatment was reported to the regulator and to the workers' congress",
			"各重大事故隐患治理情况是否已向监管部门和企业职代会报告")),
		met: spec.T("major hidden dangers reported twice", "已“双报告”的重大事故隐患")})
}

func (a *Assessment) enforcement(f *spec.Finding) {
	if a.noPlan(f) {
		return
	}
	if !a.prevention.HasCases {
		noTable(f, want(casesTable, spec.T("the county's cases of work-safety enforcement, with the dates of each step and the last day for the reinspection",
			"本县安全生产执法案件（各步骤日期、复查期限）")))
		return
	}
	var t spec.Tally
	var stages [CaseClosed + 1]int
	for _, c := range a.prevention.Cases {
		if s := c.Stage(a.AsOf); s != NotOpened {
			t.Add(c.Verdict(a.AsOf))
			stages[s]++
		}
	}
	for _, s := range EnforcementStages() {
		f.Inputs = append(f.Inputs, count(s.String(), spec.T(s.In(spec.English), s.In(spec.Chinese)), stages[s], spec.Items))
	}
	roll(f, rolled{tally: t, noun: spec.T("enforcement cases", "执法案件"), done: spec.T("are reinspected or in time", "已复查或未到期"), unit: spec.Items,
		need: want(casesTable, spec.T("for each open case, the last day for the reinspection", "各未复查案件的复查期限")),
		met:  spec.T("cases reinspected or in time", "已复查或未到期的案件"), unmet: spec.T("cases overdue", "逾期案件")})
}

// dangerUnits is one finding a hidden danger.
func (a *Assessment) dangerUnits() []spec.Finding {
	var out []spec.Finding
	for _, d := range a.dangers() {
		f := a.finding(hiddenDangersRule())
		f.Subject = spec.Subject{Kind: "danger", ID: d.ID}
		stage := d.Stage(a.AsOf)
		words := spec.T(stage.In(spec.English), stage.In(spec.Chinese))
		if !d.Due.IsZero() {
			f.Inputs = append(f.Inputs, spec.Input{Name: "due", Label: spec.T("last day to rectify", "整改期限"), Text: d.Due.String()})
		}
		switch verdict := d.Verdict(a.AsOf); verdict {
		case spec.Unmet:
			days := d.Due.DaysUntil(a.AsOf)
			f.Actual, f.Comparison, f.Required, f.Unit = spec.Whole(days), spec.NotAbove, spec.Whole(0), spec.Days
			f.Gap = spec.Whole(days)
			f.Inputs = append(f.Inputs, count("overdue-days", spec.T("days since the last day to rectify", "整改期限后已过天数"), days, spec.Days),
				count("allowed-days", spec.T("days that a danger may be overdue", "允许逾期天数"), 0, spec.Days))
			decide(&f, verdict, spec.ReasonCompared, spec.Textf("%s, %d days overdue", "%s，逾期 %d 天", words, days))
		case spec.Unknown:
			decide(&f, verdict, spec.ReasonNoData, spec.Textf("%s, no last day to rectify is known", "%s，整改期限未知", words))
			f.Missing = []spec.Need{needDangers(spec.Textf("the last day to rectify %s", "隐患 %s 的整改期限", d.ID))}
			f.Missing[0].Key += ": " + d.ID + " due"
		default:
			decide(&f, verdict, spec.ReasonCompared, spec.Textf("%s, in time", "%s，未逾期", words))
		}
		out = append(out, f)
	}
	return out
}
