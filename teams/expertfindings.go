package teams

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) expertsFinding() spec.Finding {
	f, ok := a.asked(ruleExperts, a.provisions.Forces.ExpertPool, spec.T("experts", "专家"))
	if !ok {
		return f
	}
	f.Unit = spec.Hazards
	have := a.Forces.Experts
	need := spec.Need{Key: "teams.csv: hazards", Question: spec.T("for which hazards has each group of experts been formed", "各专家组分别负责哪些灾种"), Unit: spec.Hazards, Who: who()}
	if !a.records.HasTeams {
		noTable(&f, need)
		return f
	}
	all := hazards.Naturals()
	var off []spec.Text
	has := map[hazards.Natural]bool{}
	for _, h := range have {
		has[h] = true
	}
	for _, h := range all {
		name := spec.T(h.In(spec.English), h.In(spec.Chinese))
		f.Inputs = append(f.Inputs, spec.Input{Name: "hazard/" + h.String(), Label: name, Value: oneIf(has[h]), Unit: spec.Hazards})
		if !has[h] {
			off = append(off, name)
		}
	}
	f.Comparison, f.Required = spec.NotBelow, spec.Whole(len(all))
	f.Actual, f.Bound = spec.Whole(len(have)), spec.ExactBound
	text := spec.Textf("experts for %d of %d natural hazards", "%[2]d 类自然灾害中 %[1]d 类有专家组", len(have), len(all))
	switch {
	case len(off) == 0:
		f.Verdict, f.Reason = spec.Met, reason(spec.ReasonAllMet, text)
		f.Gap = spec.Whole(0)
		return f
	case a.records.RosterComplete:
		f.Verdict, f.Gap = spec.Unmet, spec.Whole(len(off))
		f.Reason = reason(spec.ReasonSomeUnmet, spec.Textf("%s; none for %s", "%s；缺：%s", text, listed(off)))
		return f
	}
	if len(have) > 0 {
		f.Bound = spec.AtLeastBound
	} else {
		f.Actual = spec.Amount{}
	}
	f.Reason = reason(spec.ReasonPartial, spec.Textf("%s; none is reported for %s", "%s；未见填报：%s", text, listed(off)))
	f.Missing = []spec.Need{need}
	return f
}
