package shelters

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// noAreas is the answer of a rule that needs the service areas where there are
// none, and the distances where asked for.
func (a *Assessment) noAreas(f *spec.Finding, distances bool) bool {
	var needs []spec.Need
	if !a.listed {
		needs = append(needs, need(keyTable, spec.Shelters, spec.T("which shelters are there? one row each", "有哪些避难场所？每处一行")))
	}
	if !a.records.HasAreas {
		needs = append(needs, need(keyAreas, spec.Persons, spec.T(
			"how many people of each village are to be housed, and which shelter is responsible?", "各村（社区）需避难多少人，由哪处避难场所负责？")))
	}
	if distances && !a.records.HasWays {
		needs = append(needs, need(keyWays, spec.Kilometres, spec.T(
			"how far is it by road from each village to the shelters it may use?", "各村（社区）到可用避难场所的道路距离是多少？")))
	}
	if len(needs) == 0 {
		return false
	}
	var keys []string
	for _, n := range needs {
		keys = append(keys, n.Key)
	}
	f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.Textf("not there: %s", "未提供：%s", strings.Join(keys, ", "))}
	f.Missing = needs
	return true
}

// noOption is the answer where a chosen option is none of the reading's.
func (a *Assessment) noOption(f *spec.Finding, reading spec.Reading) bool {
	option := a.choices.Of(reading)
	if reading.Has(option) {
		return false
	}
	f.Verdict, f.Readings = spec.Unknown, []string{spec.Used(reading, option)}
	f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is not an option of this reading", "%q 不是该解读的选项", spec.Shorten(option))}
	return true
}

func (a *Assessment) responsibilityFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	if a.notAsked(&f, GB51143) || a.noAreas(&f, false) || a.noOption(&f, refugeCapacity()) {
		return f
	}
	f.Readings = []string{spec.Used(refugeCapacity(), a.choices.Of(refugeCapacity()))}
	var verdicts []spec.Verdict
	evacuees, beds := false, false
	without := 0
	for _, r := range a.Use.Responsibilities {
		for range r.Areas {
			verdicts = append(verdicts, r.Verdict)
		}
		if r.Shelter < 0 {
			without = r.Areas
		}
		if r.Verdict == spec.Unknown {
			evacuees = evacuees || !r.Evacuees.Known()
			beds = beds || !r.Capacity.Known()
		}
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "without-shelter", Label: spec.T("areas without a shelter", "未落实避难场所的责任区"), Value: spec.Whole(without), Unit: spec.Units})
	rolledUp(&f, verdicts, spec.Units, spec.T("service areas whose shelter holds all the evacuees it is responsible for", "所属避难场所容量满足全部责任人口的责任区"))
	if without > 0 {
		f.Reason.Text = spec.Textf("%s; without a shelter: %d", "%s；未落实场所 %d", f.Reason.Text, without)
	}
	if evacuees {
		f.Missing = append(f.Missing, a.needEvacuees())
	}
	if beds {
		f.Missing = append(f.Missing, a.needLodgingRows()...)
	}
	return f
}

func (a *Assessment) needEvacuees() spec.Need {
	return need(keyAreas+": evacuees", spec.Persons, spec.T("how many people of each village are to be housed?", "各村（社区）需避难多少人？"))
}

func (a *Assessment) reachFindings(rule spec.Rule) []spec.Finding {
	norms := a.provisions.Reach
	if len(norms) == 0 {
		f := a.finding(rule)
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan chooses no distance", "本规划未采用服务半径指标")}
		return []spec.Finding{f}
	}
	out := make([]spec.Finding, 0, len(norms))
	for k, norm := range norms {
		f := a.finding(rule)
		f.Unit, f.Target, f.Source = spec.Percent, norm.ID, norm.Within.Source
		f.Lean(norm.Within.Source)
		kilometres := measure.RatioOf(norm.Within.Value.Millimetres(), 1_000_000)
		f.Title = spec.Textf("People within %s km of a shelter", "距避难场所%s公里内的人口", spec.AmountOf(kilometres, 3))
		if norm.Stay != 0 {
			f.Title = spec.Textf("People within %s km of a shelter for %s", "距%[2]s场所%[1]s公里内的人口", spec.AmountOf(kilometres, 3),
				spec.T(norm.Stay.In(spec.English), norm.Stay.In(spec.Chinese)))
		}
		f.Inputs = []spec.Input{{Name: "within", Label: spec.T("distance", "距离"), Value: spec.AmountOf(kilometres, 3), Unit: spec.Kilometres, Source: norm.Within.Source}}
		if !a.noAreas(&f, true) && k < len(a.Use.Reached) {
			a.reached(&f, a.Use.Reached[k])
		}
		out = append(out, f)
	}
	return out
}

func (a *Assessment) reached(f *spec.Finding, r Reached) {
	f.Inputs = append(f.Inputs, rangeInputs("reached", spec.T("people within the distance", "距离内人口"), countRatio(r.People), spec.Persons)...)
	f.Inputs = append(f.Inputs, rangeInputs("all", spec.T("people of the service areas", "责任区人口"), countRatio(r.All), spec.Persons)...)
	share := scaled(r.Share, 100)
	f.Actual, f.Bound = amount(share, 1)
	text := spec.Textf("%s of %s people", "%[2]s 人中 %[1]s 人", rangeText(countRatio(r.People)), rangeText(countRatio(r.All)))
	if share.Known() {
		f.Verdict, f.Reason = spec.NotApplicable, spec.Reason{Code: spec.ReasonFigure, Text: text}
		return
	}
	f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: text}
	f.Missing = []spec.Need{need(keyAreas+": population", spec.Persons, spec.T("how many people live in each village?", "各村（社区）有多少人？"))}
}
