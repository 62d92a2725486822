package shelters

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// noTable is the answer of a rule that needs the table of shelters where there
// is none.
func (a *Assessment) noTable(f *spec.Finding) bool {
	if a.listed {
		return false
	}
	f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("there is no table of shelters", "未提供避难场所明细表")}
	f.Missing = []spec.Need{need(keyTable, spec.Shelters, spec.T("which shelters are there? one row each", "有哪些避难场所？每处一行"))}
	return true
}

// nothingStands is the answer where the table has no shelter that stands.
func (a *Assessment) nothingStands(f *spec.Finding) bool {
	if len(a.Use.Standing) > 0 {
		return false
	}
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("no shelter of the table stands", "明细表中没有建成的避难场所")}
	return true
}

// notAsked is the answer of a rule whose standard the plan does not choose.
func (a *Assessment) notAsked(f *spec.Finding, standard Standard) bool {
	if a.provisions.asks(standard) {
		return false
	}
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan does not judge by this standard", "本规划未采用该标准")}
	return true
}

// usableFinding says how many can sleep whatever hazard strikes.
func (a *Assessment) usableFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Unit = spec.Persons
	if a.noTable(&f) || a.nothingStands(&f) || a.noOption(&f, usableUnderHazard()) {
		return f
	}
	f.Readings = []string{spec.Used(usableUnderHazard(), a.choices.Of(usableUnderHazard()))}
	var worst spec.Value
	var texts []spec.Text
	known := true
	for _, under := range a.Use.Under {
		value := countRatio(under.Network.Lodging)
		if !value.Low.Known() {
			value.Low = measure.Whole(0)
		}
		known = known && value.Known()
		if !worst.Low.Known() || value.Low.Less(worst.Low) {
			worst.Low = value.Low
		}
		if !worst.High.Known() || value.High.Less(worst.High) {
			worst.High = value.High
		}
		name := spec.T(under.Hazard.In(spec.English), under.Hazard.In(spec.Chinese))
		f.Inputs = append(f.Inputs, rangeInputs(under.Hazard.String()+".lodged", spec.Textf("people lodged in %s", "%s下可住宿人数", name), value, spec.Persons)...)
		texts = append(texts, spec.Textf("%s %s", "%s %s", name, rangeText(value)))
	}
	f.Actual, f.Bound = spec.AmountOf(worst.Low, 0), spec.ExactBound
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf("people who can sleep in each hazard: %s", "各灾种下可住宿人数：%s", joined(texts))}
	if !known {
		f.Bound, f.Verdict, f.Reason.Code = spec.AtLeastBound, spec.Unknown, spec.ReasonPartial
		if worst.Low.Sign() == 0 { // at least nothing says nothing
			f.Actual, f.Bound = spec.AmountOf(worst.High, 0), spec.AtMostBound
		}
		f.Missing = append(a.needLodgingRows(), need(keyHazards, spec.Shelters, spec.T(
			"which shelters lie where a hazard strikes? one row for each shelter and hazard", "各避难场所是否位于各灾种危险区？每处每灾种一行")))
	}
	return f
}

// needLodgingRows asks for the lodging cells that the table lacks.
func (a *Assessment) needLodgingRows() []spec.Need {
	listed := *a
	listed.Network = a.Listed
	return listed.needLodging()
}

// rangeInputs lists what is known of a number: once where it is exact, else at
// both ends.
func rangeInputs(name string, label spec.Text, value spec.Value, unit spec.Unit) []spec.Input {
	if value.Known() {
		return []spec.Input{input(name, label, value, unit)}
	}
	return known(
		spec.Input{Name: name + "-least", Label: spec.Textf("%s, at least", "%s（至少）", label), Value: spec.AmountOf(value.Low, areaPlaces), Unit: unit},
		spec.Input{Name: name + "-most", Label: spec.Textf("%s, at most", "%s（至多）", label), Value: spec.AmountOf(value.High, areaPlaces), Unit: unit})
}

func rangeText(v spec.Value) spec.Text {
	switch {
	case v.Known():
		return spec.T(v.Low.Text(0), v.Low.Text(0))
	case v.Low.Known() && v.High.Known():
		return spec.Textf("%s to %s", "%s至%s", v.Low.Text(0), v.High.Text(0))
	case v.Low.Known():
		return spec.Textf("at least %s", "至少%s", v.Low.Text(0))
	case v.High.Known():
		return spec.Textf("at most %s", "至多%s", v.High.Text(0))
	}
	return spec.T("not known", "未知")
}

// joined writes phrases one after the other.
func joined(texts []spec.Text) spec.Text {
	var en, zh []string
	for _, t := range texts {
		en, zh = append(en, t.EN), append(zh, t.ZH)
	}
	return spec.T(strings.Join(en, "; "), strings.Join(zh, "；"))
}

// rolledUp gives a finding the verdicts of its units: how many are met, of how
// many that are judged.
func rolledUp(f *spec.Finding, verdicts []spec.Verdict, unit spec.Unit, what spec.Text) {
	var tally spec.Tally
	for _, v := range verdicts {
		tally.Add(v)
	}
	judged := tally.Met + tally.Unmet + tally.Unknown
	f.Verdict, f.Unit = tally.Verdict(), unit
	if judged == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.Textf("nothing of the kind: %s", "无此类对象：%s", what)}
		return
	}
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(tally.Met), spec.NotBelow, spec.Whole(judged), spec.Whole(judged-tally.Met)
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "met", Label: spec.T("met", "达标"), Value: spec.Whole(tally.Met), Unit: unit},
		spec.Input{Name: "unmet", Label: spec.T("unmet", "未达标"), Value: spec.Whole(tally.Unmet), Unit: unit},
		spec.Input{Name: "unknown", Label: spec.T("unknown", "未知"), Value: spec.Whole(tally.Unknown), Unit: unit},
		spec.Input{Name: "judged", Label: spec.T("judged", "参评"), Value: spec.Whole(judged), Unit: unit})
	f.Reason.Text = spec.Textf("%s: met %d, unmet %d, unknown %d", "%s：达标 %d，未达标 %d，未知 %d", what, tally.Met, tally.Unmet, tally.Unknown)
	switch f.Verdict {
	case spec.Met:
		f.Reason.Code = spec.ReasonAllMet
	case spec.Unmet:
		f.Reason.Code = spec.ReasonSomeUnmet
	default:
		f.Reason.Code = spec.ReasonPartial
		f.Bound, f.Gap = spec.AtLeastBound, spec.Amount{}
	}
}

func (a *Assessment) facilitiesFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	if a.notAsked(&f, GB55028) || a.noTable(&f) || a.nothingStands(&f) {
		return f
	}
	var verdicts []spec.Verdict
	classless, open := 0, 0
	for _, list := range a.Use.Checks {
		verdict := list.FacilitiesVerdict()
		verdicts = append(verdicts, verdict)
		if list.Class == 0 {
			classless++
		} else if verdict == spec.Unknown {
			open++
		}
	}
	rolledUp(&f, verdicts, spec.Shelters, spec.T("shelters with every facility of their class", "功能设施齐全的避难场所"))
	f.Missing = append(a.needClass(classless), a.needFacilities(open)...)
	return f
}

func (a *Assessment) needClass(n int) []spec.Need {
	if n == 0 {
		return nil
	}
	return []spec.Need{need(keyTable+": class", spec.Shelters, spec.Textf(
		"%d shelters have no class: emergency, fixed (short, medium, long) or centre?", "%d 处避难场所未填类别：紧急、固定（短期、中期、长期）还是中心？", n))}
}

func (a *Assessment) needFacilities(n int) []spec.Need {
	if n == 0 {
		return nil
	}
	return []spec.Need{need(keyFacilities, spec.Shelters, spec.Textf(
		"%d shelters have facilities that nobody checked: are they there?", "%d 处避难场所有未核查的功能设施，是否具备？", n))}
}

func (a *Assessment) conditionsFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	if a.notAsked(&f, GB55028) || a.noTable(&f) || a.nothingStands(&f) {
		return f
	}
	var verdicts []spec.Verdict
	open := map[string]int{}
	for _, list := range a.Use.Checks {
		verdicts = append(verdicts, list.ConditionsVerdict())
		for _, one := range list.Conditions {
			if one.Verdict == spec.Unknown {
				open[one.Condition.ID]++
			}
		}
	}
	for _, c := range Conditions() {
		f.Inputs = append(f.Inputs, spec.Input{Name: c.ID, Label: spec.Textf("%s, at least", "%s不少于", c.Title),
			Value: spec.AmountOf(c.Required.Value, 2), Unit: c.Unit, Source: c.Required.Source})
		if n := open[c.ID]; n > 0 {
			f.Missing = append(f.Missing, need(keyTable+": "+c.Column, spec.Shelters, spec.Textf(
				"%d shelters: %s, and the class or setting that asks for it?", "%d 处避难场所：%s是多少（及所涉类别或室内外）？", n, c.Title)))
		}
	}
	rolledUp(&f, verdicts, spec.Shelters, spec.T("shelters with enough entrances, sources of water and power, and distance from fire", "出入口、水电源种类和防火距离均符合的避难场所"))
	return f
}
