package teams

import (
	"strconv"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// planChecks holds the plan's lists of fields against one another.
func (a *Assessment) planChecks() []spec.Finding {
	return []spec.Finding{a.sectorsFinding(), a.poolsFinding(), a.unmannedFinding(), a.baseFinding()}
}

func (a *Assessment) planCheck(rule string, source spec.Source) spec.Finding {
	f := a.base(rule)
	f.Subject = spec.Subject{Kind: "plan", ID: a.records.Subject.ID, Name: a.records.Subject.Name}
	f.Source = source
	f.Lean(source)
	f.Unit = spec.Items
	return f
}

func (a *Assessment) sectorsFinding() spec.Finding {
	p := a.provisions.Forces
	f := a.planCheck(ruleSectors, p.Fields.Source)
	if !p.Fields.Known() {
		f.Source = ruleOf(ruleSectors).Source
		notSet(&f, spec.T("professional fields", "专业领域"))
		return f
	}
	f.Lean(ours("which field answers a sector (行业与专业领域的对应)"))
	var off []spec.Text
	listed15 := FieldsOf(p.Fields.Value...)
	for _, s := range hazards.Sectors() {
		answer, n := spec.T("none", "无"), 1
		field, ok := FieldOf(s)
		switch {
		case ok && listed15.Has(field):
			answer = field.text()
		case ServedByBrigade(s):
			answer = FireBrigade.text()
		default:
			n, off = 0, append(off, spec.T(s.In(spec.English), s.In(spec.Chinese)))
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "sector/" + s.String(),
			Label: spec.Textf("%s: %s", "%s：%s", s, answer), Value: spec.Whole(n), Unit: spec.Items, Source: p.Fields.Source})
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

func (a *Assessment) poolsFinding() spec.Finding {
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
		f.Inputs = append(f.Inputs, spec.Input{Name: "pool/" + pool.String(), Label: name, Value: oneIf(found), Unit: spec.Items, Source: p.Pools.Source})
	}
	agree(&f, len(p.Pools.Value), off, spec.T("forces allotted in an emergency", "统筹力量"))
	return f
}

// knowsKind reports whether the plan or the roster has a force of a kind.
func (a *Assessment) knowsKind(k Kind) bool {
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

func (a *Assessment) unmannedFinding() spec.Finding {
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
		f.Inputs = append(f.Inputs, spec.Input{Name: "setting/" + one.String(), Label: one.text(), Value: oneIf(have.Has(one)), Unit: spec.Items, Source: p.UnmannedIn.Source})
	}
	agree(&f, len(p.UnmannedIn.Value), off, spec.T("settings of unmanned equipment", "无人装备场景"))
	return f
}

// oneIf is 1 where something is so, else 0.
func oneIf(so bool) spec.Amount {
	if so {
		return spec.Whole(1)
	}
	return spec.Whole(0)
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

// baseCatalogue is the id of the plan's list of clauses that name the training
// base of the county's team.
const baseCatalogue = "training-base-places"

func (a *Assessment) baseFinding() spec.Finding {
	f := a.planCheck(ruleBase, ruleOf(ruleBase).Source)
	for _, c := range a.provisions.Catalogues {
		if c.ID != baseCatalogue {
			continue
		}
		f.Source = c.Source
		f.Lean(c.Source)
		for i, m := range c.Members {
			f.Inputs = append(f.Inputs, spec.Input{Name: "clause/" + strconv.Itoa(i+1), Label: m.Title, Value: spec.Whole(1), Unit: spec.Items, Source: c.Source})
		}
		n := len(c.Members)
		f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(n), spec.Equals, spec.Whole(1), spec.Whole(max(n-1, 1-n))
		if n == 1 {
			f.Verdict, f.Reason = spec.Met, reason(spec.ReasonAgrees, spec.T("one clause lists the base", "仅一处条款列出该基地"))
			return f
		}
		f.Verdict = spec.Unmet
		f.Reason = reason(spec.ReasonDisagrees, spec.Textf("%d clauses list the base; its owner and its money are not said once", "%d 处条款列出该基地，归属和资金未唯一明确", n))
		return f
	}
	notSet(&f, spec.T("a training base of the county's team", "县级综合队驻训基地"))
	return f
}
