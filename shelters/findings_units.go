package shelters

import (
	"github.com/county-emergency/emergency/spec"
)

// UnitFindings says, shelter by shelter and village by village, what the
// rolled-up findings count (逐场所结论): facilities and conditions that are not met
// or not known, what the next class lacks, what each shelter is responsible
// for, and where each village is housed.
func (a Assessment) UnitFindings() []spec.Finding {
	rules := rulesByID()
	var out []spec.Finding
	for k, i := range a.Use.Standing {
		if a.provisions.asks(GB55028) {
			out = append(out,
				a.facilityUnit(rules[ruleFacilities], i, a.Use.Checks[k]),
				a.conditionUnit(rules[ruleConditions], i, a.Use.Checks[k]))
		}
		if a.Use.Upgrades[k].To != 0 {
			out = append(out, a.upgradeUnit(rules[ruleNextClass], i, a.Use.Upgrades[k]))
		}
	}
	for _, r := range a.Use.Responsibilities {
		if r.Shelter >= 0 && a.provisions.asks(GB51143) {
			out = append(out, a.responsibilityUnit(rules[ruleResponsibility], r))
		}
	}
	return append(out, a.legUnits(rules[ruleAssignment])...)
}

// unit starts a finding about one shelter.
func (a *Assessment) unit(rule spec.Rule, shelter int) spec.Finding {
	f := a.finding(rule)
	s := &a.shelters[shelter]
	f.Subject = spec.Subject{Kind: "shelter", ID: s.ID, Name: s.Name}
	return f
}

func facilityNames(list []Facility) spec.Text {
	var texts []spec.Text
	for _, one := range list {
		texts = append(texts, spec.T(one.In(spec.English), one.In(spec.Chinese)))
	}
	return joined(texts)
}

func (a *Assessment) facilityUnit(rule spec.Rule, shelter int, list Checklist) spec.Finding {
	f := a.unit(rule, shelter)
	f.Verdict = list.FacilitiesVerdict()
	if list.Class == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("its class is not reported", "未填类别")}
		f.Missing = a.needClass(1)
		return f
	}
	var lacking, open []Facility
	for _, one := range list.Facilities {
		switch one.Verdict {
		case spec.Unmet:
			lacking = append(lacking, one.Facility)
		case spec.Unknown:
			open = append(open, one.Facility)
		}
	}
	f.Unit = spec.Items
	f.Actual, f.Comparison, f.Required = spec.Whole(len(list.Facilities)-len(lacking)-len(open)), spec.NotBelow, spec.Whole(len(list.Facilities))
	f.Inputs = []spec.Input{
		{Name: "class", Label: spec.T("class", "类别"), Text: list.Class.String(), Words: spec.WordsOf(list.Class), Source: ClassSource()},
		{Name: "asked", Label: spec.T("facilities that the class must have", "该类别应设设施"), Value: f.Required, Unit: spec.Items, Source: FacilitySource()},
		{Name: "lacking", Label: spec.T("facilities lacking", "缺少设施"), Value: spec.Whole(len(lacking)), Unit: spec.Items},
		{Name: "unchecked", Label: spec.T("facilities not checked", "未核查设施"), Value: spec.Whole(len(open)), Unit: spec.Items},
		{Name: "present", Label: spec.T("facilities there", "已具备设施"), Value: f.Actual, Unit: spec.Items}}
	text := spec.T(list.Class.In(spec.English), list.Class.In(spec.Chinese))
	if len(lacking) > 0 {
		text = spec.Textf("%s; lacking: %s", "%s；缺少：%s", text, facilityNames(lacking))
	}
	if len(open) > 0 {
		text = spec.Textf("%s; not checked: %s", "%s；未核查：%s", text, facilityNames(open))
		f.Missing = a.needFacilities(1)
	}
	f.Reason = spec.Reason{Code: unitCode(f.Verdict), Text: text}
	return f
}

func unitCode(v spec.Verdict) string {
	switch v {
	case spec.Met:
		return spec.ReasonAllMet
	case spec.Unmet:
		return spec.ReasonSomeUnmet
	case spec.NotApplicable:
		return spec.ReasonNothingToDo
	}
	return spec.ReasonPartial
}

func (a *Assessment) conditionUnit(rule spec.Rule, shelter int, list Checklist) spec.Finding {
	f := a.unit(rule, shelter)
	f.Verdict = list.ConditionsVerdict()
	var texts []spec.Text
	for _, one := range list.Conditions {
		if one.Verdict == spec.NotApplicable {
			continue
		}
		c := one.Condition
		f.Inputs = append(f.Inputs, rangeInputs(c.ID, c.Title, one.Actual, c.Unit)...)
		f.Inputs = append(f.Inputs, spec.Input{Name: c.ID + "-required", Label: spec.Textf("%s, at least", "%s不少于", c.Title),
			Value: spec.AmountOf(c.Required.Value, 2), Unit: c.Unit, Source: c.Required.Source})
		if one.Verdict == spec.Met {
			continue
		}
		texts = append(texts, spec.Textf("%s: %s, at least %s", "%s：%s，应不少于 %s", c.Title, rangeText(one.Actual), c.Required.Value.Text(0)))
		if one.Verdict == spec.Unknown {
			f.Missing = append(f.Missing, need(keyTable+": "+c.Column, c.Unit, spec.Textf("%s of %s?", "%[2]s的%[1]s是多少？", c.Title, a.shelters[shelter].ID)))
		}
	}
	text := joined(texts)
	if len(texts) == 0 {
		text = spec.T("every condition that applies is met", "适用的条件均符合")
	}
	f.Reason = spec.Reason{Code: unitCode(f.Verdict), Text: text}
	return f
}

func (a *Assessment) upgradeUnit(rule spec.Rule, shelter int, u Upgrade) spec.Finding {
	f := a.unit(rule, shelter)
	f.Verdict = spec.NotApplicable
	text := spec.Textf("to be a %s", "升为%s", spec.T(u.To.In(spec.English), u.To.In(spec.Chinese)))
	f.Inputs = []spec.Input{{Name: "to", Label: spec.T("next class", "上一类别"), Text: u.To.String(), Words: spec.WordsOf(u.To), Source: ClassSource()}}
	if u.Complete() {
		text = spec.Textf("%s nothing is lacking", "%s：条件已具备", text)
	}
	if len(u.Add) > 0 {
		text = spec.Textf("%s; to be added: %s", "%s；须增设：%s", text, facilityNames(u.Add))
	}
	if len(u.Ask) > 0 {
		text = spec.Textf("%s; to be checked: %s", "%s；须核查：%s", text, facilityNames(u.Ask))
	}
	for _, one := range u.Conditions {
		text = spec.Textf("%s; %s: %s, at least %s", "%s；%s：%s，应不少于 %s", text, one.Condition.Title, rangeText(one.Actual), one.Condition.Required.Value.Text(0))
	}
	if least := a.provisions.siteAreaOf(u.To); least.Known() {
		f.Inputs = append(f.Inputs, rangeInputs("area-lacking", spec.T("effective area lacking", "尚缺有效避难面积"), u.Area, spec.SquareMetres)...)
		f.Lean(least.Source)
		if u.Area.High.Known() && u.Area.High.Sign() > 0 {
			text = spec.Textf("%s; effective area lacking: %s m²", "%s；尚缺有效避难面积：%s 平方米", text, rangeText(u.Area))
		}
	}
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: text}
	return f
}

func (a *Assessment) responsibilityUnit(rule spec.Rule, r Responsibility) spec.Finding {
	f := a.unit(rule, r.Shelter)
	f.Verdict, f.Unit = r.Verdict, spec.Persons
	need, have := countRatio(r.Evacuees), countRatio(r.Capacity)
	f.Inputs = append(f.Inputs, spec.Input{Name: "areas", Label: spec.T("service areas", "责任区"), Value: spec.Whole(r.Areas), Unit: spec.Units})
	for i := range a.records.Areas {
		area := &a.records.Areas[i]
		if people := countRatio(area.Evacuees.AsOf(a.AsOf)); area.Shelter == f.Subject.ID && people.Low.Known() {
			code, name := area.Place.String(), area.Name
			if name == "" {
				name = code
			}
			people.High = people.Low
			f.Inputs = append(f.Inputs, input(code+".evacuees", spec.T(name, name), people, spec.Persons))
		}
	}
	f.Inputs = append(f.Inputs, rangeInputs("evacuees", spec.T("evacuees", "需避难人数"), need, spec.Persons)...)
	f.Inputs = append(f.Inputs, rangeInputs("capacity", spec.T("capacity", "容量"), have, spec.Persons)...)
	f.Readings = []string{spec.Used(refugeCapacity(), a.choices.Of(refugeCapacity()))}
	f.Actual, f.Bound = amount(have, 0)
	f.Comparison = spec.NotBelow
	f.Required, _ = amount(need, 0)
	if short := r.Shortage; short.Known() {
		f.Gap = spec.AmountOf(short.Low, 0)
	}
	code := spec.ReasonCompared
	if r.Verdict == spec.Unknown {
		code = spec.ReasonPartial
	}
	f.Reason = spec.Reason{Code: code, Text: spec.Textf("capacity %s, evacuees of %d service areas %s", "容量 %s，%d 个责任区需避难 %s", rangeText(have), r.Areas, rangeText(need))}
	return f
}

// legUnits says of each village where its people sleep.
func (a *Assessment) legUnits(rule spec.Rule) []spec.Finding {
	e := a.Use.Evacuation
	if e.Verdict != spec.Met {
		return nil
	}
	var out []spec.Finding
	for _, leg := range e.Plan.Legs {
		village, site := e.Sure.Villages[leg.Village], e.Sure.Sites[leg.Site]
		f := a.finding(rule)
		f.Subject = spec.Subject{Kind: "village", ID: village.ID, Name: village.Name}
		f.Verdict, f.Unit, f.Actual = spec.Met, spec.Persons, spec.Whole(leg.People)
		f.Inputs = []spec.Input{
			{Name: "shelter", Label: spec.T("shelter", "避难场所"), Text: site.ID},
			{Name: "people", Label: spec.T("people", "人数"), Value: spec.Whole(leg.People), Unit: spec.Persons},
			{Name: "metres", Label: spec.T("way", "距离"), Value: spec.Whole(leg.Metres), Unit: metresUnit}}
		kind := spec.T("", "")
		if village.StepFree {
			kind = spec.T(" who need step-free access", "（需无障碍）")
		}
		f.Reason = spec.Reason{Code: spec.ReasonCompared, Text: spec.Textf("%d people%s to %s (%s), %d m", "%d 人%s至 %s（%s），%d 米", leg.People, kind, site.ID, site.Name, leg.Metres)}
		if !e.Scenario.Source.IsZero() {
			f.Source = e.Scenario.Source
			f.Lean(e.Scenario.Source)
		}
		out = append(out, f)
	}
	return out
}
