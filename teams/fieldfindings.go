package teams

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a Assessment) kindsFinding() spec.Finding {
	f := a.base(ruleKinds)
	kinds := a.provisions.Forces.Kinds
	if !kinds.Known() {
		notSet(&f, spec.T("kinds of forces", "力量类别"))
		return f
	}
	f.Source = kinds.Source
	f.Lean(kinds.Source)
	r := rolled{noun: spec.T("kinds of forces", "力量类别"), done: spec.T("have a registered team", "有登记队伍"), unit: spec.Items, need: needRoster()}
	for _, k := range a.Forces.Kinds {
		r.tally.Add(k.Verdict)
		if k.Verdict == spec.Unmet {
			r.off = append(r.off, k.Kind.text())
		}
		if amount, bound, ok := shown(k.Teams); ok {
			f.Inputs = append(f.Inputs, spec.Input{Name: "kind/" + k.Kind.String(), Label: boundLabel(k.Kind.text(), bound), Value: amount, Unit: spec.Teams})
		}
	}
	r.into(&f)
	return f
}

func needRoster() spec.Need {
	return spec.Need{Key: "teams.csv", Question: spec.T("which rescue teams of every kind are there", "各类应急救援队伍有哪些"), Unit: spec.Teams, Who: who()}
}

func (a Assessment) fieldsFinding() spec.Finding {
	f := a.base(ruleFields)
	list := a.provisions.Forces.Fields
	if !list.Known() {
		notSet(&f, spec.T("professional fields", "专业领域"))
		return f
	}
	f.Source = list.Source
	f.Lean(list.Source)
	if !a.Forces.proofOK || !a.Forces.fieldOK {
		f.Reason = invalid(a.options[readingProof], a.options[readingFieldForces])
		return f
	}
	f.Readings = []string{spec.Used(skillProof(), a.options[readingProof]), spec.Used(fieldForces(), a.options[readingFieldForces])}
	served := 0
	r := rolled{noun: spec.T("professional fields", "专业领域"), done: spec.T("have a team", "有队伍"), unit: spec.Items,
		need: spec.Need{Key: "county.yaml: teams.ripe_fields", Question: spec.T("for which fields without a team are conditions ripe", "未建队的领域中哪些条件已成熟"),
			Unit: spec.Items, Who: who()}}
	for _, one := range a.Forces.Fields {
		r.tally.Add(one.Verdict)
		if one.Served == spec.Met {
			served++
		}
		if one.Verdict == spec.Unmet {
			r.off = append(r.off, one.Field.text())
		}
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "fields", Label: spec.T("fields of the plan", "规划列出的领域"), Value: spec.Whole(len(list.Value)), Unit: spec.Items, Source: list.Source},
		spec.Input{Name: "served", Label: spec.T("fields with a team for certain", "确有队伍的领域"), Value: spec.Whole(served), Unit: spec.Items})
	r.into(&f)
	if f.Verdict == spec.Unknown && !a.records.RosterComplete {
		f.Missing = append(f.Missing, needRoster())
	}
	return f
}

func invalid(options ...string) spec.Reason {
	return reason(spec.ReasonInvalidChoice, spec.Textf("%q is no option of the reading", "%q 不是该解读的选项", options))
}

// fieldUnits has one finding a field of the plan.
func (a Assessment) fieldUnits() []spec.Finding {
	var out []spec.Finding
	for _, one := range a.Forces.Fields {
		f := a.base(ruleFields)
		f.Target = "field/" + one.Field.String()
		f.Title = spec.Textf("Team for the field: %s", "专业领域队伍：%s", one.Field)
		f.Subject = spec.Subject{Kind: "field", ID: one.Field.String(), Name: one.Field.text().ZH}
		f.Source = a.provisions.Forces.Fields.Source
		f.Lean(f.Source)
		f.Verdict = one.Verdict
		for _, id := range one.Teams {
			f.Inputs = append(f.Inputs, spec.Input{Name: "team", Label: spec.T("team with the skill", "具备技能的队伍"), Text: id})
		}
		switch one.Verdict {
		case spec.Met:
			f.Reason = reason(ReasonPresent, spec.Textf("%d teams have the skill", "%d 支队伍具备该技能", len(one.Teams)))
		case spec.Unmet:
			f.Reason = reason(ReasonAbsent, spec.T("no team has the skill, and nothing excuses it", "无队伍具备该技能，且条件已成熟或规划未设条件"))
		case spec.NotApplicable:
			f.Reason = reason(ReasonExempt, spec.T("no team; conditions are not ripe yet: a gap, not a breach", "无队伍；条件尚未成熟，属缺口而非违反"))
		default:
			f.Reason = reason(spec.ReasonNoData, spec.T("it is not known whether a team has the skill, or whether conditions are ripe", "是否有队伍具备该技能或条件是否成熟未知"))
			f.Missing = []spec.Need{{Key: "county.yaml: teams.ripe_fields: " + one.Field.String(), Who: who(), Unit: spec.Items,
				Question: spec.Textf("are conditions ripe for a team in the field %s", "“%s”领域建队条件是否成熟", one.Field)}}
		}
		out = append(out, f)
	}
	return out
}

// planChecks holds the plan's lists of fields against one another.
func (a Assessment) planChecks() []spec.Finding {
	return []spec.Finding{a.sectorsFinding(), a.poolsFinding(), a.unmannedFinding()}
}

func (a Assessment) planCheck(rule string, source spec.Source) spec.Finding {
	f := a.base(rule)
	f.Subject = spec.Subject{Kind: "plan", ID: a.records.Subject.ID, Name: a.records.Subject.Name}
	f.Source = source
	f.Lean(source)
	f.Unit = spec.Items
	return f
}

func (a Assessment) sectorsFinding() spec.Finding {
	p := a.provisions.Forces
	f := a.planCheck(ruleSectors, p.Fields.Source)
	if !p.Fields.Known() {
		f.Source = ruleOf(ruleSectors).Source
		notSet(&f, spec.T("professional fields", "专业领域"))
		return f
	}
	f.Lean(ours("which field answers a sector"))
	var off []spec.Text
	listed15 := FieldsOf(p.Fields.Value...)
	for _, s := range hazards.Sectors() {
		answer := spec.T("none", "无")
		field, ok := FieldOf(s)
		switch {
		case ok && listed15.Has(field):
			answer = field.text()
		case ServedByBrigade(s):
			answer = FireBrigade.text()
		default:
			off = append(off, spec.T(s.In(spec.English), s.In(spec.Chinese)))
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "sector/" + s.String(),
			Label: spec.Textf("%s: %s", "%s：%s", s, answer), Text: answer.EN, Source: p.Fields.Source})
	}
	total := len(hazards.Sectors())
	f.Comparison, f.Required = spec.Equals, spec.Whole(total)
	f.Actual, f.Gap = spec.Whole(total-len(off)), spec.Whole(len(off))
	if len(off) == 0 {
		f.Verdict, f.Reason = spec.Met, reason(spec.ReasonAgrees, spec.Textf("a field or the brigade answers each of %d sectors", "%d 个行业均有对应领域或由消防承担", total))
		return f
	}
	f.Verdict = spec.Unmet
	f.Reason = reason(spec.ReasonDisagrees, spec.Textf("%d of %d sectors have no field of their own: %s", "%[2]d 个行业中 %[1]d 个无对应专业领域：%[3]s", len(off), total, listed(off)))
	return f
}

func (a Assessment) poolsFinding() spec.Finding {
	p := a.provisions.Forces
	f := a.planCheck(rulePools, p.Pools.Source)
	if !p.Pools.Known() || !p.Fields.Known() {
		f.Source = ruleOf(rulePools).Source
		notSet(&f, spec.T("forces that one hand allots", "战时统筹力量"))
		return f
	}
	f.Lean(p.Fields.Source)
	have := FieldsOf(p.Fields.Value...)
	var off []spec.Text
	for _, pool := range p.Pools.Value {
		name := spec.T(pool.In(spec.English), pool.In(spec.Chinese))
		found := pool.Kind != 0 && a.knowsKind(pool.Kind)
		if pool.Field != 0 {
			found = have.Has(pool.Field)
		}
		if !found {
			off = append(off, name)
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "pool", Label: name, Text: pool.String(), Source: p.Pools.Source})
	}
	agree(&f, len(p.Pools.Value), off, spec.T("forces allotted in an emergency", "统筹力量"))
	return f
}

// knowsKind reports whether the plan or the roster has a force of a kind.
func (a Assessment) knowsKind(k Kind) bool {
	for _, b := range a.provisions.Baseline.Forces {
		if b.Kind == k {
			return true
		}
	}
	for _, one := range a.provisions.Forces.Kinds.Value {
		if one == k {
			return true
		}
	}
	for _, t := range a.records.Teams {
		if t.Kind == k {
			return true
		}
	}
	return false
}

func (a Assessment) unmannedFinding() spec.Finding {
	p := a.provisions.Forces
	f := a.planCheck(ruleUnmanned, p.UnmannedIn.Source)
	if !p.UnmannedIn.Known() || !p.Fields.Known() {
		f.Source = ruleOf(ruleUnmanned).Source
		notSet(&f, spec.T("settings of unmanned equipment", "无人装备场景"))
		return f
	}
	f.Lean(p.Fields.Source)
	have := FieldsOf(p.Fields.Value...)
	var off []spec.Text
	for _, one := range p.UnmannedIn.Value {
		if !have.Has(one) {
			off = append(off, one.text())
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "setting", Label: one.text(), Text: one.String(), Source: p.UnmannedIn.Source})
	}
	agree(&f, len(p.UnmannedIn.Value), off, spec.T("settings of unmanned equipment", "无人装备场景"))
	return f
}

// agree says whether every member of a list stands in the list of fields.
func agree(f *spec.Finding, total int, off []spec.Text, noun spec.Text) {
	f.Comparison, f.Required = spec.Equals, spec.Whole(total)
	f.Actual, f.Gap = spec.Whole(total-len(off)), spec.Whole(len(off))
	if len(off) == 0 {
		f.Verdict, f.Reason = spec.Met, reason(spec.ReasonAgrees, spec.Textf("%d of %d %s have a field or a force", "%[2]d 项%[3]s中 %[1]d 项有对应领域或力量", total, total, noun))
		return
	}
	f.Verdict = spec.Unmet
	f.Reason = reason(spec.ReasonDisagrees, spec.Textf("%d of %d %s have none: %s", "%[2]d 项%[3]s中 %[1]d 项无对应：%[4]s", len(off), total, noun, listed(off)))
}

func (a Assessment) expertsFinding() spec.Finding {
	f, ok := a.asked(ruleExperts, a.provisions.Forces.ExpertPool, spec.T("experts", "专家"))
	if !ok {
		return f
	}
	f.Unit = spec.Items
	have := a.Forces.Experts
	need := spec.Need{Key: "teams.csv: hazards", Question: spec.T("for which hazards has each group of experts been formed", "各专家组分别负责哪些灾种"), Unit: spec.Items, Who: who()}
	if !a.records.HasTeams {
		noTable(&f, need)
		return f
	}
	all := hazards.Naturals()
	var off []spec.Text
	has := map[hazards.Natural]bool{}
	for _, h := range have {
		has[h] = true
		f.Inputs = append(f.Inputs, spec.Input{Name: "hazard/" + h.String(), Label: spec.T(h.In(spec.English), h.In(spec.Chinese)), Text: h.String()})
	}
	for _, h := range all {
		if !has[h] {
			off = append(off, spec.T(h.In(spec.English), h.In(spec.Chinese)))
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

// count is an input that counts things.
func count(name string, label spec.Text, n int, unit spec.Unit) spec.Input {
	return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: unit}
}

// days is an input of a plan's number of days, where it sets one.
func days(name string, label spec.Text, n spec.Figure[measure.Count]) []spec.Input {
	if !n.Known() {
		return nil
	}
	return []spec.Input{{Name: name, Label: label, Value: spec.Whole(int64(n.Value)), Unit: spec.Days, Source: n.Source}}
}
