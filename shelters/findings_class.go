package shelters

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) classCapacityFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Unit = spec.Persons
	if len(a.Use.ByClass) == 0 && a.listed && len(a.Use.Standing) > 0 || !a.choosesByClass() {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan chooses no area per person by class", "本规划未按类别采用人均面积指标")}
		return f
	}
	if a.noTable(&f) || a.nothingStands(&f) {
		return f
	}
	var texts []spec.Text
	total := spec.ExactValue(measure.Whole(0))
	counted := measure.Count(0)
	for _, c := range a.Use.ByClass {
		per := c.PerPerson.Area
		value := countRatio(c.People)
		if !value.Low.Known() {
			value.Low = measure.Whole(0)
		}
		total = spec.Value{Low: total.Low.Add(value.Low), High: total.High.Add(value.High)}
		counted += c.Shelters
		name := spec.T(c.Class.In(spec.English), c.Class.In(spec.Chinese))
		f.Inputs = append(f.Inputs,
			spec.Input{Name: c.Class.String() + ".shelters", Label: name, Value: spec.Whole(c.Shelters), Unit: spec.Shelters},
			spec.Input{Name: c.Class.String() + ".area-per-person", Label: spec.Textf("area per person: %s", "人均面积：%s", name), Unit: spec.SquareMetresPP, Source: per.Source,
				Value: spec.AmountOf(measure.RatioOf(per.Value.SquareCentimetres(), cm2PerM2), 4)})
		f.Inputs = append(f.Inputs, a.heldRows(c)...)
		f.Inputs = append(f.Inputs, rangeInputs(c.Class.String()+".people", spec.Textf("people held: %s", "可容纳：%s", name), value, spec.Persons)...)
		f.Lean(per.Source)
		text := spec.Textf("%s (%d) %s", "%s（%d 处）%s", name, c.Shelters, rangeText(value))
		if len(c.Above) > 0 {
			text = spec.Textf("%s, with %d stating more: %s", "%s，其中 %d 处填报超出：%s", text, len(c.Above), a.namesOf(c.Above))
		}
		texts = append(texts, text)
	}
	classless := 0
	for _, list := range a.Use.Checks {
		if list.Class == 0 {
			classless++
		}
	}
	if classless > 0 {
		total.High = measure.Ratio{}
	}
	f.Actual, f.Bound = amount(total, 0)
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: joined(texts)}
	if !total.Known() {
		f.Verdict, f.Reason.Code = spec.Unknown, spec.ReasonPartial
		f.Missing = append(a.needClass(classless), a.needAreaRows()...)
	}
	return f
}

// heldRows lists the shelters of a class that stand for certain, with what each
// holds at least.
func (a *Assessment) heldRows(c ClassCapacity) []spec.Input {
	out := make([]spec.Input, 0, 2*c.Shelters)
	for _, i := range a.Use.Standing {
		s := &a.shelters[i]
		low, ok := s.EffectiveArea.AsOf(a.AsOf).Low()
		if certain, _ := s.built(a.AsOf); s.Class != c.Class || !certain || !ok {
			continue
		}
		holds, ok := c.PerPerson.Capacity(low)
		if !ok {
			continue
		}
		label := s.label()
		out = append(out,
			spec.Input{Name: c.Class.String() + ".area." + s.ID, Label: spec.Textf("%s: effective area", "%s：有效避难面积", label), Value: spec.AmountOf(measure.RatioOf(low.SquareCentimetres(), cm2PerM2), 4), Unit: spec.SquareMetres},
			spec.Input{Name: c.Class.String() + ".holds." + s.ID, Label: spec.Textf("%s: holds", "%s：可容纳", label), Value: spec.Whole(holds.People), Unit: spec.Persons})
	}
	return out
}

func (a *Assessment) choosesByClass() bool {
	for _, per := range a.provisions.PerPerson {
		if per.Class != 0 {
			return true
		}
	}
	return false
}

func (a *Assessment) needAreaRows() []spec.Need {
	listed := *a
	listed.Network = a.Listed
	return listed.needArea()
}

// namesOf lists shelters by their ids.
func (a *Assessment) namesOf(places []int) string {
	ids := make([]string, len(places))
	for k, i := range places {
		ids[k] = a.shelters[i].ID
	}
	return strings.Join(ids, ", ")
}

func (a *Assessment) nextClassFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Unit = spec.Shelters
	if a.noTable(&f) || a.nothingStands(&f) {
		return f
	}
	ready, could, classless, asked := 0, 0, 0, 0
	lacking := map[Facility]int{}
	for k, u := range a.Use.Upgrades {
		switch {
		case a.Use.Checks[k].Class == 0:
			classless++
			continue
		case u.To == 0:
			continue // a centre
		}
		could++
		if u.Complete() {
			ready++
		}
		asked += len(u.Ask)
		for _, one := range u.Add {
			lacking[one]++
		}
	}
	f.Actual, f.Verdict = spec.Whole(ready), spec.NotApplicable
	f.Inputs = []spec.Input{
		{Name: "could", Label: spec.T("shelters with a class above theirs", "有上一类别可升的避难场所"), Value: spec.Whole(could), Unit: spec.Shelters},
		{Name: "wanting", Label: spec.T("those lacking something or not checked", "其中尚有所缺或未核查"), Value: spec.Whole(could - ready), Unit: spec.Shelters}}
	text := spec.Textf("%d of %d shelters lack nothing of the class above theirs", "%[2]d 处中 %[1]d 处已具备上一类别条件", ready, could)
	if most, n := mostLacking(lacking); n > 0 {
		text = spec.Textf("%s; most often lacking: %s (%d)", "%s；最常缺少：%s（%d 处）", text, spec.T(most.In(spec.English), most.In(spec.Chinese)), n)
		f.Inputs = append(f.Inputs, spec.Input{Name: "lacking-" + most.String(), Label: spec.Textf("most often lacking: %s", "最常缺少：%s", most), Value: spec.Whole(n), Unit: spec.Shelters})
	}
	if asked > 0 {
		text = spec.Textf("%s; %d facilities not checked yet", "%s；尚未核查的设施 %d 项", text, asked)
		f.Inputs = append(f.Inputs, spec.Input{Name: "unchecked", Label: spec.T("facilities not checked yet", "尚未核查的设施"), Value: spec.Whole(asked), Unit: spec.Items})
	}
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: text}
	if classless > 0 {
		f.Bound, f.Verdict, f.Reason.Code = spec.AtLeastBound, spec.Unknown, spec.ReasonPartial
		f.Missing = a.needClass(classless)
	}
	return f
}

func mostLacking(counts map[Facility]int) (most Facility, n int) {
	for _, f := range Facilities() {
		if counts[f] > n {
			most, n = f, counts[f]
		}
	}
	return most, n
}
