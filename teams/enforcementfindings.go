package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// enforcementFindings puts the two shares of the enforcement force into words.
func (a *Assessment) enforcementFindings() []spec.Finding {
	return []spec.Finding{a.equipmentFinding(), a.qualifiedFinding()}
}

func (a *Assessment) equipmentFinding() spec.Finding {
	p := a.provisions.Enforcement
	f := a.shareFinding(ruleEquipment, p.Equipment, a.Equipment, spec.Units,
		spec.T("units equipped to the standard", "装备达标单位"), spec.T("enforcement units", "执法单位"))
	if p.Equipment.Form == 0 {
		return f
	}
	if p.Equipment.Deadline.IsZero() && p.Due.Known() {
		f.Inputs = append(f.Inputs, spec.Input{Name: "deadline", Label: spec.T("due; the clause names no year", "期限（原文未写年份）"),
			Text: p.Due.Value.String(), Source: p.Due.Source})
		f.Lean(p.Due.Source)
	}
	if f.Verdict == spec.Unknown {
		if !a.Equipment.Of.Known() {
			f.Missing = append(f.Missing, need("county.yaml: teams.enforcement.units", "how many township enforcement units are there", "有多少个乡镇（街道）执法单位", spec.Units))
		}
		if !a.Equipment.Done.Known() {
			f.Missing = append(f.Missing, need("county.yaml: teams.enforcement.compliant_units",
				"how many of them have their equipment to the standard", "其中多少个单位装备达标", spec.Units))
		}
	}
	return f
}

func (a *Assessment) qualifiedFinding() spec.Finding {
	p, s := a.provisions.Enforcement, a.Qualified
	f := a.shareFinding(ruleQualified, p.Qualified, s, spec.Persons,
		spec.T("qualified officers", "符合条件人员"), spec.T("serving officers", "在职执法人员"))
	if p.Qualified.Form == 0 || !s.Valid {
		return f
	}
	f.Readings = []string{spec.Used(enforcerBackground(), s.Option)}
	f.Inputs = append(f.Inputs, deadlineInput(p.Qualified)...)
	if s.HasNeeded {
		f.Inputs = append(f.Inputs, spec.Input{Name: "needed", Label: spec.T("officers that must be qualified", "至少应有人数"), Value: spec.Whole(s.Needed), Unit: spec.Persons})
	}
	if s.HasTrain {
		label := spec.T("officers still to train or recruit", "尚需培养或引进人数")
		if !s.Done.Known() {
			label = boundLabel(label, spec.AtMostBound)
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "to-train", Label: label, Value: spec.Whole(s.ToTrain), Unit: spec.Persons})
		if s.ToTrain > 0 && s.Done.Known() {
			f.Reason.Text = joined(f.Reason.Text, spec.Textf("%d of %s officers must be qualified; still to train: %d",
				"%[2]s 人中至少 %[1]d 人须符合条件，尚缺 %[3]d 人", s.Needed, spec.AmountOf(s.Of.Low, 0), s.ToTrain))
		}
	}
	if f.Verdict == spec.Unknown {
		if !s.Of.Known() {
			f.Missing = append(f.Missing, need("county.yaml: teams.enforcement.officers", "how many enforcement officers serve", "在职执法人员有多少人", spec.Persons))
		}
		if !s.Done.Known() {
			key, en, zh := "with_any", "how many of them have a degree, a qualification or experience in emergency management", "其中具备相关学历、职业资格或实践经验之一的有多少人"
			if s.Option == optionAllThree {
				key, en, zh = "with_all", "how many of them have degree, qualification and experience in emergency management together", "其中同时具备相关学历、职业资格和实践经验的有多少人"
			}
			f.Missing = append(f.Missing, need("county.yaml: teams.enforcement."+key, en, zh, spec.Persons))
		}
	}
	return f
}

func need(key, en, zh string, unit spec.Unit) spec.Need {
	return spec.Need{Key: key, Question: spec.T(en, zh), Unit: unit, Who: who()}
}

// shareFinding says a share, its counts and its target.
func (a *Assessment) shareFinding(id string, target spec.Target, s EnforcementShare, unit spec.Unit, done, of spec.Text) spec.Finding {
	f := a.base(id)
	f.Unit = spec.Percent
	f.Verdict = s.Judgement.Verdict
	if target.Form == 0 {
		f.Reason = reason(spec.ReasonNotInPlan, spec.T("this plan sets no such target", "本规划未设此目标"))
		return f
	}
	f.Target, f.Title, f.Source, f.Binding = target.ID, target.Title, target.Source, target.Nature == spec.Binding
	f.Lean(target.Source, a.records.Enforcement.Officers.Source())
	f.Comparison, f.Required = s.Judgement.Comparison, spec.AmountOf(target.Limit, 2)
	if s.Judgement.Gap.Known() {
		f.Gap = spec.AmountOf(s.Judgement.Gap, 2)
	}
	if value, bound := s.Rate.Bound(); value.Known() {
		f.Actual, f.Bound = spec.AmountAgainst(value, target.Limit, 2), bound
	}
	input := func(name string, label spec.Text, v spec.Value) {
		if n, bound := v.Bound(); n.Known() {
			f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: boundLabel(label, bound), Value: spec.AmountOf(n, 0), Unit: unit})
		}
	}
	input("done", done, s.Done)
	input("of", of, s.Of)
	f.Inputs = append(f.Inputs, targetShare(target, f.Required))
	code := s.Judgement.Code
	switch code {
	case spec.ReasonInvalidChoice:
		f.Reason = reason(code, spec.Textf("%q is no option of the reading", "%q 不是该解读的选项", s.Option))
		return f
	case spec.ReasonNothingToDo:
		f.Reason = reason(code, spec.T("there is nobody to count", "没有可统计的对象"))
		return f
	case ReasonMoreThanAll:
		f.Reason = reason(code, spec.T("more are reported than there are", "填报数超过总数"))
		return f
	}
	counts := spec.Textf("%s: %s; %s: %s", "%s：%s；%s：%s", done, said(s.Done), of, said(s.Of))
	if code == spec.ReasonNotDue {
		counts = joined(counts, spec.Textf("due on %s", "期限为%s", dueOf(target, a.provisions.Enforcement)))
	}
	f.Reason = reason(code, counts)
	return f
}

func dueOf(target spec.Target, p Enforcement) measure.Date {
	if target.Deadline.IsZero() {
		return p.Due.Value
	}
	return target.Deadline
}

// said writes what is known of a number.
func said(v spec.Value) spec.Text {
	n, bound := v.Bound()
	if !n.Known() {
		return spec.T("not reported", "未填报")
	}
	return boundText(spec.AmountOf(n, 0), bound)
}

func joined(a, b spec.Text) spec.Text { return spec.T(a.EN+"; "+b.EN, a.ZH+"；"+b.ZH) }
