package shelters

import (
	"errors"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) evacuationFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Unit = spec.Persons
	e, scenario := a.Use.Evacuation, a.provisions.Scenario
	if scenario.IsZero() {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan plans for no evacuation", "本规划未设疏散安置情景")}
		return f
	}
	if !scenario.Source.IsZero() {
		f.Source = scenario.Source
		f.Lean(scenario.Source)
	}
	if a.noAreas(&f, true) || a.noOption(&f, refugeCapacity()) || a.noOption(&f, usableUnderHazard()) {
		return f
	}
	f.Readings = []string{spec.Used(refugeCapacity(), a.choices.Of(refugeCapacity())), spec.Used(usableUnderHazard(), a.choices.Of(usableUnderHazard()))}
	if scenario.Hazard != 0 {
		f.Title = spec.Textf("%s: %s", "%s（%s）", f.Title, spec.T(scenario.Hazard.In(spec.English), scenario.Hazard.In(spec.Chinese)))
	}
	a.evacuationInputs(&f, e)
	f.Verdict = e.Verdict
	switch e.Verdict {
	case spec.Met:
		people := spec.Whole(e.Plan.People())
		f.Actual, f.Comparison, f.Required, f.Gap = people, spec.NotBelow, people, spec.Whole(0)
		f.Reason = spec.Reason{Code: spec.ReasonCompared, Text: planText(e)}
	case spec.Unmet:
		a.shortEvacuation(&f, e.Hope, e.HopeErr, spec.ReasonCompared)
	default:
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: spec.T("what is known is not enough to house everybody for certain, nor to rule it out", "现有数据既不足以确认全部安置，也不足以否定")}
		if e.SureErr != nil {
			a.shortEvacuation(&f, e.Sure, e.SureErr, spec.ReasonPartial)
			f.Actual, f.Required, f.Gap, f.Comparison = spec.Amount{}, spec.Amount{}, spec.Amount{}, 0
			f.Reason.Text = spec.Textf("as far as is known for certain: %s", "按确知数据：%s", f.Reason.Text)
		}
		f.Missing = a.evacuationNeeds(e)
	}
	return f
}

func (a *Assessment) evacuationInputs(f *spec.Finding, e Evacuation) {
	f.Inputs = append(f.Inputs, spec.Input{Name: "areas", Label: spec.T("service areas", "责任区"), Value: spec.Whole(len(a.records.Areas)), Unit: spec.Units})
	f.Inputs = append(f.Inputs, rangeInputs("evacuees", spec.T("evacuees", "需避难人数"), countRatio(e.Evacuees), spec.Persons)...)
	f.Inputs = append(f.Inputs, rangeInputs("usable", spec.T("usable shelters", "可用避难场所"), countRatio(e.Usable), spec.Shelters)...)
	f.Inputs = append(f.Inputs, rangeInputs("beds", spec.T("beds in them", "其容量"), countRatio(e.Beds), spec.Persons)...)
	if far := e.Scenario.Farthest; far.Known() {
		f.Inputs = append(f.Inputs, spec.Input{Name: "farthest-allowed", Label: spec.T("farthest way allowed", "最远允许距离"),
			Value: spec.AmountOf(measure.RatioOf(far.Value.Millimetres(), 1_000_000), 3), Unit: spec.Kilometres, Source: far.Source})
		f.Lean(far.Source)
	}
	if e.Verdict != spec.Met {
		return
	}
	housed := make([]measure.People, len(e.Sure.Sites))
	for _, leg := range e.Plan.Legs {
		housed[leg.Site] += leg.People
	}
	for j, n := range housed {
		if site := &e.Sure.Sites[j]; n > 0 {
			f.Inputs = append(f.Inputs, spec.Input{Name: site.ID + ".housed", Label: spec.Textf("housed in %s", "安置于%s", site.Name), Value: spec.Whole(n), Unit: spec.Persons})
		}
	}
	kilometres := func(metres int64) spec.Amount { return spec.AmountOf(measure.RatioOf(metres, 1000), 3) }
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "person-kilometres", Label: spec.T("person-kilometres of the plan, proven least", "安置方案总人公里（已证最少）"), Value: kilometres(e.Plan.PersonMetres), Unit: spec.Kilometres},
		spec.Input{Name: "longest-way", Label: spec.T("longest way", "最远距离"), Value: kilometres(e.Plan.Farthest), Unit: spec.Kilometres})
	if e.Nearest.Unhoused == 0 {
		f.Inputs = append(f.Inputs, spec.Input{Name: "nearest-first", Label: spec.T("person-kilometres of nearest first", "就近依次安置总人公里"), Value: kilometres(e.Nearest.PersonMetres), Unit: spec.Kilometres})
	} else {
		f.Inputs = append(f.Inputs, spec.Input{Name: "nearest-first-unhoused", Label: spec.T("people without a bed by nearest first", "就近依次安置未安置人数"), Value: spec.Whole(e.Nearest.Unhoused), Unit: spec.Persons})
	}
}

// planText says what the plan found does.
func planText(e Evacuation) spec.Text {
	text := spec.Textf("%d people housed, %s m each on average, %d m at most; proven: no plan walks less", "安置 %d 人，人均 %s 米，最远 %d 米；已证无更短方案",
		e.Plan.People(), e.Plan.Mean().Text(0), e.Plan.Farthest)
	saving := e.Plan.Saving(e.Nearest)
	switch {
	case e.Nearest.Unhoused > 0:
		return spec.Textf("%s; nearest first would leave %d without a bed", "%s；就近依次安置将有 %d 人无处安置", text, e.Nearest.Unhoused)
	case saving.Known():
		return spec.Textf("%s; %s%% less than nearest first", "%s；比就近依次安置少 %s%%", text, saving.Percent(1))
	}
	return text
}

// shortEvacuation says who is without a bed, and what would help.
func (a *Assessment) shortEvacuation(f *spec.Finding, task Task, err error, code string) {
	var s *Shortage
	if !errors.As(err, &s) {
		f.Reason = spec.Reason{Code: code, Text: spec.T("the distances or numbers are out of range", "距离或人数超出可计算范围")}
		return
	}
	all := measure.People(0)
	for _, v := range task.Villages {
		all += v.People
	}
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(all-s.Missing), spec.NotBelow, spec.Whole(all), spec.Whole(s.Missing)
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "to-house", Label: spec.T("people to be housed", "须安置人数"), Value: spec.Whole(all), Unit: spec.Persons},
		spec.Input{Name: "without-bed", Label: spec.T("people who reach no free bed", "无床位可达人数"), Value: spec.Whole(s.Missing), Unit: spec.Persons})
	text := spec.Textf("%d people of %s reach %d beds in %s: %d missing", "%[2]s 共 %[1]d 人只能到达 %[4]s 的 %[3]d 个床位，缺 %[5]d 个",
		s.People, villageNames(task, s.Villages), s.Beds, siteNames(task, s.Sites), s.Missing)
	if len(s.Sites) == 0 {
		text = spec.Textf("%d people of %s reach no shelter", "%[2]s 共 %[1]d 人无场所可到达", s.People, villageNames(task, s.Villages))
	}
	var far []int
	for _, i := range s.Unreached {
		if !slices.Contains(s.CutOff, i) {
			far = append(far, i)
		}
	}
	if len(far) > 0 {
		text = spec.Textf("%s; no usable shelter within reach of %s", "%s；%s 无可达可用场所", text, villageNames(task, far))
	}
	if len(s.CutOff) > 0 {
		cut := measure.People(0)
		for _, i := range s.CutOff {
			cut += task.Villages[i].People
		}
		code = spec.ReasonCutOff
		text = spec.Textf("%s; cut off, with no way to any usable shelter: %s", "%s；已填报不通、至任何可用场所均无路：%s", text, villageNames(task, s.CutOff))
		f.Inputs = append(f.Inputs, spec.Input{Name: "cut-off", Label: spec.T("people cut off from every usable shelter", "与全部可用场所不通的人数"), Value: spec.Whole(cut), Unit: spec.Persons})
	}
	for k, add := range s.Add {
		word := spec.Textf("; the fewest beds that help: %d at %s", "；最少增加：%[2]s %[1]d 个", add.Beds, task.Sites[add.Site].ID)
		if k > 0 {
			word = spec.Textf(", %d at %s", "、%[2]s %[1]d 个", add.Beds, task.Sites[add.Site].ID)
		}
		text = spec.Textf("%s%s", "%s%s", text, word)
	}
	f.Reason = spec.Reason{Code: code, Text: text}
}

// named is how many places are named before the rest are counted.
const named = 5

func villageNames(t Task, places []int) spec.Text {
	var names []string
	for _, i := range places {
		if name := t.Villages[i].Name; len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name) // walkers and step-free stand side by side
		}
	}
	return someOf(names)
}

func siteNames(t Task, places []int) spec.Text {
	names := make([]string, len(places))
	for k, j := range places {
		names[k] = t.Sites[j].ID
	}
	return someOf(names)
}

func someOf(names []string) spec.Text {
	rest := len(names) - named
	if rest <= 0 {
		return spec.T(strings.Join(names, ", "), strings.Join(names, "、"))
	}
	return spec.Textf("%s and %d more", "%s等另 %d 处", spec.T(strings.Join(names[:named], ", "), strings.Join(names[:named], "、")), rest)
}

// evacuationNeeds asks for what would decide.
func (a *Assessment) evacuationNeeds(e Evacuation) []spec.Need {
	var needs []spec.Need
	if !e.Evacuees.Known() {
		needs = append(needs, a.needEvacuees())
	}
	stepFree := false
	for _, area := range a.records.Areas {
		stepFree = stepFree || !area.StepFree.AsOf(a.AsOf).Known()
	}
	if stepFree {
		needs = append(needs, need(keyAreas+": step_free", spec.Persons, spec.T("how many of the evacuees need step-free access?", "需避难人数中有多少人需要无障碍通行？")))
	}
	if !e.Usable.Known() && e.Scenario.Hazard != 0 {
		needs = append(needs, need(keyHazards, spec.Shelters, spec.Textf("which shelters lie where it strikes: %s?", "哪些避难场所位于%s危险区？",
			spec.T(e.Scenario.Hazard.In(spec.English), e.Scenario.Hazard.In(spec.Chinese)))))
	}
	if !e.Beds.Known() {
		needs = append(needs, a.needLodgingRows()...)
	}
	if len(e.Unmeasured) > 0 {
		needs = append(needs, need(keyWays, spec.Kilometres, spec.Textf("how far is it by road to and from these, of which there is no row: %s?", "以下村（社区）或场所尚无任何距离，道路距离各是多少：%s？", listedIDs(e.Unmeasured))))
	}
	return needs
}

// listedIDs writes the first ten of some ids.
func listedIDs(ids []string) string {
	if len(ids) > 10 {
		return strings.Join(ids[:10], ", ") + ", …"
	}
	return strings.Join(ids, ", ")
}
