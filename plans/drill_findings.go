package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// drillFindings are the findings about drills, in the order of [drillRules].
func (a *Assessment) drillFindings() []spec.Finding {
	return []spec.Finding{
		a.clockFinding(RulePlanDrills, DrillClock, spec.T("were drilled within their cycle", "按周期演练"), spec.T("were not, or their last drill failed", "逾期未演练或最近一次不合格")),
		a.bodyFinding(RuleBodyDrills, func(b DrillBody) bool { return b != HighRiskBody }),
		a.bodyFinding(RuleHighRiskDrills, func(b DrillBody) bool { return b == HighRiskBody }),
		a.neighbourFinding(),
		a.blindFinding(),
		a.shortcomingFinding(),
	}
}

func (a *Assessment) bodyFinding(rule string, of func(DrillBody) bool) spec.Finding {
	f := a.finding(rule, spec.Source{})
	t := tallied{unit: spec.Units, good: spec.T("drill as often as they must", "按频次演练"), bad: spec.T("do not", "未按频次演练")}
	asked := false
	for _, duty := range a.provisions.Drills.Duties {
		for _, who := range duty.Who {
			if !of(who) {
				continue
			}
			asked = true
			f.Source = duty.Every.Source
			f.Lean(duty.Every.Source)
			var tally spec.Tally
			for _, b := range a.Drills.Bodies {
				if b.Duty.ID == duty.ID && b.Body == who {
					t.add(b.Verdict, b.Name)
					tally.Add(b.Verdict)
				}
			}
			name := duty.ID + "-" + who.String()
			f.Inputs = append(f.Inputs,
				spec.Input{Name: name + ".every", Label: spec.Textf("cycle of %s", "%s演练周期", who), Value: spec.Whole(duty.Every.Value), Unit: spec.Months, Source: duty.Every.Source},
				count(name+".judged", spec.Textf("%s in %d months: judged", "%s每 %d 个月：纳入判定", who, duty.Every.Value), tally.Met+tally.Unmet+tally.Unknown, spec.Units),
				count(name+".met", spec.Textf("%s in %d months: met", "%s每 %d 个月：符合", who, duty.Every.Value), tally.Met, spec.Units))
			if !a.records.known(who) {
				t.partial = true
				f.Missing = append(f.Missing, a.bodyNeed(who))
			}
		}
	}
	if !asked {
		notInPlan(&f, spec.T("drills of these bodies", "此类主体演练"))
		return f
	}
	reading := DrillWindow()
	option := a.choices.Of(reading)
	f.Readings = []string{spec.Used(reading, option)}
	if !reading.Has(option) {
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is no option", "%q 不是可选的解读", f.Readings[0])}
		return f
	}
	t.tell(&f)
	if t.tally.Unknown > 0 {
		f.Missing = append(f.Missing, a.drillNeed(first(t.unknown)))
	}
	return f
}

func (a *Assessment) bodyNeed(who DrillBody) spec.Need {
	if who == TownshipBody {
		return need("townships.csv", spec.Townships, spec.T("which townships and subdistricts are there", "有哪些乡镇（街道）"))
	}
	return need(objectsTable, spec.Units, spec.T("which enterprises are high-risk and which places crowded, and since when", "哪些企业属高危行业、哪些场所属人员密集场所，自何时起"))
}

// drillNeed asks for drills, or whether those on record are all.
func (a *Assessment) drillNeed(of spec.Text) spec.Need {
	if !a.records.HasDrills {
		return need(drillsTable, spec.Exercises, spec.Textf("on which days were drills held, by whom and of which plan: %s and others",
			"各单位演练日期及所演练预案：如 %s", of))
	}
	return need(completeDrillsKey, spec.Years, spec.T("of which years does drills.csv hold every drill", "drills.csv 完整列出了哪些年份的全部演练"))
}

func (a *Assessment) neighbourFinding() spec.Finding {
	source := a.provisions.Drills.Neighbours
	f := a.finding(RuleNeighbourDrills, source)
	if source.IsZero() {
		notInPlan(&f, spec.T("drills with neighbours", "毗邻区县联合演练"))
		return f
	}
	t := tallied{unit: spec.Units, good: spec.T("have had a joint drill", "已联合演练"), bad: spec.T("have had none", "未联合演练"), partial: !a.records.HasNeighbours}
	for i, point := range a.records.Neighbours {
		t.add(a.Drills.Boundary[i], same(point.Name))
	}
	t.tell(&f)
	joint := 0
	for i := range a.records.Drills {
		d := &a.records.Drills[i]
		if d.Kind == NeighbourJoint && a.provisions.Period.Contains(d.Date) && !d.Date.After(a.AsOf) {
			joint++
		}
	}
	f.Inputs = append(f.Inputs, count("boundary_points", spec.T("boundary points", "临界重点部位"), len(a.records.Neighbours), spec.Units))
	if a.records.HasDrills {
		f.Inputs = append(f.Inputs, count("joint_drills", spec.T("joint drills of the period on record", "规划期内有记录的联合演练"), joint, spec.Exercises))
	}
	if t.partial {
		f.Missing = append(f.Missing, need(boundaryKey, spec.Units, spec.T("which boundary points are there, and which neighbour at each", "有哪些临界重点部位，分别毗邻哪个区县")))
	}
	if t.tally.Unknown > 0 {
		f.Missing = append(f.Missing, a.drillNeed(first(t.unknown)))
	}
	return f
}

func (a *Assessment) blindFinding() spec.Finding {
	source := a.provisions.Drills.DoubleBlind
	f := a.finding(RuleDoubleBlind, source)
	f.Unit = spec.Percent
	if source.IsZero() {
		notInPlan(&f, spec.T("double-blind drills", "双盲演练"))
		return f
	}
	reading := DoubleBlindMain()
	option := a.choices.Of(reading)
	f.Readings = []string{spec.Used(reading, option)}
	if !reading.Has(option) {
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is no option", "%q 不是可选的解读", f.Readings[0])}
		return f
	}
	b := a.Drills.DoubleBlind
	if b.Drills == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("no drill of the period is on record", "规划期内没有演练记录")}
		f.Missing = []spec.Need{need(drillsTable, spec.Exercises, spec.T("which drills of the period were double-blind", "规划期内哪些演练为双盲演练"))}
		return f
	}
	f.Inputs = []spec.Input{
		count("drills", spec.T("drills of the period on record", "规划期内有记录的演练"), b.Drills, spec.Exercises),
		count("double_blind", spec.T("of them double-blind", "其中双盲"), b.Blind, spec.Exercises),
		count("unknown", spec.T("of them not known", "其中不明"), b.Unknown, spec.Exercises),
	}
	low, _ := b.Bounds()
	f.Actual = percent(low)
	if b.Unknown > 0 {
		f.Bound = spec.AtLeastBound
		f.Missing = []spec.Need{need(drillsTable+": double_blind", spec.Exercises, spec.T("was the drill double-blind", "该次演练是否为双盲演练"))}
	}
	text := spec.Textf("%d of %d drills were double-blind; not known: %d", "%[2]d 次演练中双盲 %[1]d 次，不明 %[3]d 次", b.Blind, b.Drills, b.Unknown)
	if option == BlindFigure {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: text}
		return f
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "main_form", Label: spec.T("share above which a form is the main one", "作为重点形式应超过的占比"),
		Value: spec.Whole(50), Unit: spec.Percent, Source: reading.Source})
	f.Comparison, f.Required = spec.Above, spec.Whole(50)
	f.Actual = spec.AmountAgainst(low.Mul(measure.Whole(100)), measure.Whole(50), 2)
	f.Reason = spec.Reason{Code: spec.ReasonCompared, Text: text}
	switch {
	case 2*b.Blind > b.Drills:
		f.Verdict = spec.Met
	case 2*(b.Blind+b.Unknown) <= b.Drills:
		f.Verdict = spec.Unmet
	default:
		f.Reason.Code = spec.ReasonPartial
	}
	return f
}

func (a *Assessment) shortcomingFinding() spec.Finding {
	source := a.provisions.Drills.Loop
	f := a.finding(RuleDrillFindings, source)
	if source.IsZero() {
		notInPlan(&f, spec.T("an evaluation of drills", "演练评估"))
		return f
	}
	if !a.records.HasShortcomings {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("what drills brought to light was not supplied", "未提供演练发现问题清单")}
		f.Missing = []spec.Need{need(shortcomingsTable, spec.Items, spec.T("what did each drill bring to light, by when must it be mended, when was it mended and tried again",
			"各次演练发现的问题、整改时限、整改和复演日期"))}
		return f
	}
	t := tallied{unit: spec.Items, good: spec.T("are mended and tried again", "已整改并复演合格"), bad: spec.T("are overdue or failed their retest", "逾期或复演不合格")}
	states := map[FixState]int{}
	for i, s := range a.records.Shortcomings {
		t.add(a.Drills.Shortcomings[i], same(s.ID))
		if !s.Found.After(a.AsOf) {
			states[s.State(a.AsOf)]++
		}
	}
	t.tell(&f)
	for _, state := range []FixState{Open, Untested, Closed} {
		f.Inputs = append(f.Inputs, count(state.String(), spec.Textf("shortcomings: %s", "问题：%s", state), states[state], spec.Items))
	}
	if t.tally.Unknown > 0 {
		f.Missing = []spec.Need{need(shortcomingsTable+": due", spec.Days, spec.Textf("by when must it be mended: %s", "整改时限：%s", first(t.unknown)))}
	}
	return f
}
