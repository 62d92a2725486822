package teams

import (
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) kindsFinding() spec.Finding {
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

func (a *Assessment) fieldsFinding() spec.Finding {
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

// strengthOf is a team with its members as known on the date.
func (a *Assessment) strengthOf(id string) spec.Input {
	out := spec.Input{Name: "team/" + id, Label: named(id), Text: id, Unit: spec.Persons}
	for _, t := range a.records.Teams {
		if t.ID != id {
			continue
		}
		amount, bound, _ := shown(t.Strength.AsOf(a.asOf))
		out.Label, out.Value = boundLabel(named(t.Name), bound), amount
	}
	return out
}

// fieldUnits has one finding a field of the plan.
func (a *Assessment) fieldUnits() []spec.Finding {
	var out []spec.Finding
	for _, one := range a.Forces.Fields {
		f := a.base(ruleFields)
		f.Target = "field/" + one.Field.String()
		f.Title = spec.Textf("Team for the field: %s", "专业领域队伍：%s", one.Field)
		f.Subject = spec.Subject{Kind: "field", ID: one.Field.String(), Name: one.Field.text().ZH}
		f.Source = a.provisions.Forces.Fields.Source
		f.Lean(f.Source)
		f.Verdict = one.Verdict
		f.Inputs = []spec.Input{count("teams", spec.T("teams with the skill for certain", "确有该技能的队伍"), len(one.Teams), spec.Teams),
			{Name: "ripe", Label: spec.T("conditions are ripe", "条件成熟"), Text: one.Ripe.String(), Words: spec.WordsOf(one.Ripe)}}
		for _, id := range one.Teams {
			f.Inputs = append(f.Inputs, a.strengthOf(id))
		}
		if amount, bound, ok := shown(one.Strength); ok {
			f.Actual, f.Bound, f.Unit = amount, bound, spec.Persons
		}
		switch one.Verdict {
		case spec.Met:
			f.Reason = reason(ReasonPresent, spec.Textf("teams with the skill: %d", "%d 支队伍具备该技能", len(one.Teams)))
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
