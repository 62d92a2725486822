package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// forceFindings are about the forces themselves, in the order of their rules.
func (a *Assessment) forceFindings() []spec.Finding {
	out := []spec.Finding{a.kindsFinding(), a.fieldsFinding()}
	out = append(out, a.planChecks()...)
	return append(out, a.modesFinding(), a.certificatesFinding(), a.outfitFinding(), a.protectionFinding(),
		a.hazardTrainingFinding(), a.jointTrainingFinding(), a.ratingsFinding(), a.expertsFinding(), a.aidFinding())
}

func (a *Assessment) modesFinding() spec.Finding {
	f, ok := a.asked(ruleModes, a.provisions.Forces.TwoModes, spec.T("the parts of a team in peacetime and in an emergency", "队伍平时与战时职责"))
	if !ok {
		return f
	}
	need := spec.Need{Key: "teams.csv: peacetime, wartime", Question: spec.T("has each team a part in prevention and a part in an emergency", "各队伍是否明确平时职责和战时职责"),
		Unit: spec.Teams, Who: who()}
	if !a.records.HasTeams {
		noTable(&f, need)
		return f
	}
	r := rolled{tally: a.Forces.Modes, noun: spec.T("teams or groups of teams", "队伍（组）"), done: spec.T("have both parts", "平时战时职责俱全"), unit: spec.Teams, need: need}
	for _, t := range own(a.records.Teams) {
		if t.Kind != Experts && ModesOf(t) == spec.Unmet {
			r.off = append(r.off, named(t.Name))
		}
	}
	r.into(&f)
	return f
}

func (a *Assessment) certificatesFinding() spec.Finding {
	f := a.base(ruleCerts)
	f.Unit = spec.Items
	f.Lean(f.Source)
	need := spec.Need{Key: "certificates.csv", Question: spec.T("which certificates has each team, from when and until when", "各队伍持有哪些资质证书，有效期起止"), Unit: spec.Items, Who: who()}
	p := a.provisions.Forces
	if !a.records.HasCertificates {
		if !p.RenewalDays.Known() && !p.GraceDays.Known() {
			notSet(&f, spec.T("windows for certificates", "证书换证期限"))
			return f
		}
		noTable(&f, need)
		return f
	}
	counts := map[CertificateState]int{}
	var lapsed, renew []spec.Text
	for _, r := range a.Forces.Renewals {
		counts[r.State]++
		switch r.State {
		case Lapsed:
			lapsed = append(lapsed, named(r.Certificate.ID))
		case Renew, InGrace:
			renew = append(renew, named(r.Certificate.ID))
		}
	}
	f.Inputs = append(f.Inputs, count("certificates", spec.T("certificates on record", "登记证书"), len(a.records.Certificates), spec.Items))
	f.Inputs = append(f.Inputs, days("renewal_days", spec.T("renewal window", "换证窗口期"), p.RenewalDays)...)
	f.Inputs = append(f.Inputs, days("grace_days", spec.T("grace", "宽限期"), p.GraceDays)...)
	f.Lean(p.RenewalDays.Source, p.GraceDays.Source)
	for _, s := range []CertificateState{InForce, Renew, InGrace, Lapsed, Replaced, NotYet} {
		group := "state/"
		if s == Renew || s == InGrace || s == Lapsed {
			group = "due/"
		}
		if counts[s] > 0 || group == "due/" {
			f.Inputs = append(f.Inputs, count(group+s.String(), certificateStates[s].text, counts[s], spec.Items))
		}
	}
	f.Verdict, f.Actual = spec.NotApplicable, spec.Whole(len(lapsed)+len(renew))
	text := spec.Textf("%d to renew now, %d lapsed", "%d 份应换证，%d 份已失效", len(renew), len(lapsed))
	if len(lapsed) > 0 {
		text = spec.Textf("%s (%s)", "%s（%s）", text, listed(lapsed))
	}
	f.Reason = reason(spec.ReasonFigure, text)
	return f
}

// certificateUnits has one finding a certificate with a last day.
func (a *Assessment) certificateUnits() []spec.Finding {
	var out []spec.Finding
	for _, r := range a.Forces.Renewals {
		f := a.base(ruleCerts)
		f.Target = "certificate/" + r.Certificate.ID
		f.Title = spec.Textf("Certificate %s of team %s: %s", "证书 %s（队伍 %s，%s）", r.Certificate.ID, r.Certificate.Team, named(string(r.Certificate.Skill)))
		f.Subject = spec.Subject{Kind: "team", ID: r.Certificate.Team}
		f.Lean(f.Source)
		f.Unit, f.Actual = spec.Days, spec.Whole(r.Days)
		f.Verdict = spec.NotApplicable
		f.Inputs = []spec.Input{{Name: "until", Label: spec.T("last day", "有效期止"), Text: r.Certificate.Until.String()},
			count("days", spec.T("days until the last day", "距有效期止天数"), r.Days, spec.Days)}
		f.Reason = reason(r.State.String(), spec.Textf("%s; %d days until its last day", "%s；距有效期止 %d 天", r.State, r.Days))
		out = append(out, f)
	}
	return out
}

func (a *Assessment) outfitFinding() spec.Finding {
	f, ok := a.asked(ruleOutfit, a.provisions.Forces.TeamEquipment, spec.T("the equipment of teams", "队伍装备配备"))
	if !ok {
		return f
	}
	f.Unit = spec.Percent
	need := spec.Need{Key: "equipment.csv", Question: spec.T("which equipment has each team, and how much of each does it need", "各队伍各项装备实有和应有数量"), Unit: spec.Items, Who: who()}
	if !a.records.HasEquipment {
		noTable(&f, need)
		return f
	}
	f.Inputs = []spec.Input{count("items", spec.T("items of equipment", "装备项数"), len(a.records.Equipment), spec.Items)}
	for c := RescueEquipment; c < numEquipmentClasses; c++ {
		n := 0
		for _, e := range a.records.Equipment {
			if e.Class == c {
				n++
			}
		}
		if n > 0 {
			f.Inputs = append(f.Inputs, count("class/"+c.String(), equipmentClasses[c].text, n, spec.Items))
		}
	}
	f.Inputs = append(f.Inputs, count("overdue", spec.T("items past their day of maintenance", "逾期未维护项数"), len(a.Forces.Overdue), spec.Items))
	v := a.Forces.Equipped
	if o := a.Forces.outfit; v.Low.Known() {
		have, bound := spec.T("needed equipment that is there", "实有数（不超过应有数）"), spec.ExactBound
		if !v.Known() {
			bound = spec.AtLeastBound
		}
		f.Inputs = append(f.Inputs, count("have", boundLabel(have, bound), int(o.low), spec.Items),
			count("need", spec.T("equipment needed", "应有数"), int(o.need), spec.Items))
	}
	late := spec.Textf("%d items are past their day of maintenance", "%d 项逾期未维护", len(a.Forces.Overdue))
	switch {
	case len(a.records.Equipment) == 0:
		f.Verdict, f.Reason = spec.NotApplicable, reason(spec.ReasonNothingToDo, spec.T("no equipment is listed", "未列装备"))
	case v.Known():
		f.Verdict, f.Actual = spec.NotApplicable, spec.AmountOf(v.Low, 2)
		f.Reason = reason(spec.ReasonFigure, spec.Textf("%s %% of what is needed is there; %s", "配备率 %s%%；%s", f.Actual, late))
	case v.Low.Known():
		f.Verdict, f.Actual, f.Bound = spec.NotApplicable, spec.AmountOf(v.Low, 2), spec.AtLeastBound
		f.Reason = reason(spec.ReasonFigure, spec.Textf("at least %s %% of what is needed is there; %s", "配备率至少 %s%%；%s", f.Actual, late))
		f.Missing = []spec.Need{need}
	default:
		f.Reason = reason(spec.ReasonNoData, spec.Textf("how much is needed is not known for every item; %s", "部分装备应有数未知；%s", late))
		f.Missing = []spec.Need{need}
	}
	return f
}

func (a *Assessment) protectionFinding() spec.Finding {
	f := a.base(ruleProtection)
	each := a.provisions.Forces.ProtectionEach
	if !each.Known() {
		notSet(&f, spec.T("personal protection of team members", "队员个人防护装备"))
		return f
	}
	f.Source, f.Unit = each.Source, spec.Sets
	f.Lean(each.Source)
	if !a.Forces.protectionOK {
		f.Reason = invalid(a.options[readingProtected])
		return f
	}
	f.Readings = []string{spec.Used(protectedTeams(), a.options[readingProtected])}
	if !a.records.HasTeams {
		noTable(&f, needTeams())
		return f
	}
	o := a.Forces.Protection
	needSets := spec.Need{Key: "equipment.csv", Question: spec.T("how many sets of personal protection has each team", "各队伍有多少套个人防护装备"), Unit: spec.Sets, Who: who()}
	members, known := o.Members.Value()
	amount, bound, ok := shown(o.Members)
	if ok {
		f.Inputs = append(f.Inputs, spec.Input{Name: "members", Label: boundLabel(spec.T("members of the teams", "队员人数"), bound), Value: amount, Unit: spec.Persons})
	}
	if !known {
		f.Reason = reason(spec.ReasonNoData, spec.T("the strength of the teams is not known", "队伍人数未知"))
		f.Missing = []spec.Need{needTeams()}
		return f
	}
	if members == 0 {
		f.Verdict, f.Reason = spec.NotApplicable, reason(spec.ReasonNothingToDo, spec.T("there is no member", "没有队员"))
		return f
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "each", Label: spec.T("sets for each member", "人均套数"), Value: spec.Whole(int64(each.Value)), Unit: spec.Sets, Source: each.Source})
	f.Comparison, f.Required = spec.NotBelow, spec.AmountOf(o.Needed, 0)
	sets, bound, ok := shown(o.Sets)
	if !ok {
		f.Reason = reason(spec.ReasonNoData, spec.Textf("%s sets are needed; how many are there is not reported", "应有 %s 套；实有数未填报", f.Required))
		f.Missing = []spec.Need{needSets}
		return f
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "sets", Label: boundLabel(spec.T("sets of protection", "防护装备套数"), bound), Value: sets, Unit: spec.Sets})
	f.Verdict, f.Actual, f.Bound = o.Judgement.Verdict, sets, bound
	f.Gap = spec.AmountOf(o.Judgement.Gap, 0)
	f.Reason = reason(o.Judgement.Code, spec.Textf("%s sets for %d members", "%s 套，队员 %d 人", boundText(sets, bound), members))
	if f.Verdict == spec.Unknown {
		f.Missing = []spec.Need{needSets}
	}
	return f
}

func (a *Assessment) aidFinding() spec.Finding {
	f := a.base(ruleAid)
	f.Unit = spec.Items
	f.Lean(f.Source)
	if !a.records.HasAgreements && !a.provisions.Forces.Reach.Known() {
		notSet(&f, spec.T("agreements of mutual aid", "互助协议"))
		return f
	}
	if !a.records.HasAgreements {
		noTable(&f, spec.Need{Key: "agreements.csv", Question: spec.T("which agreements of mutual aid are there, from when and until when", "有哪些互助协议，有效期起止"), Unit: spec.Items, Who: who()})
		return f
	}
	all, now := len(a.records.Agreements), len(a.Forces.InForce)
	f.Inputs = []spec.Input{count("agreements", spec.T("agreements on record", "登记协议"), all, spec.Items), count("in-force", spec.T("agreements in force", "有效协议"), now, spec.Items)}
	f.Verdict, f.Actual = spec.NotApplicable, spec.Whole(now)
	idle := len(a.records.Teams) - len(usable(a.records.Teams, a.records.Agreements, a.asOf))
	f.Inputs = append(f.Inputs, count("idle", spec.T("teams whose agreement does not hold", "协议失效的队伍"), idle, spec.Teams))
	f.Reason = reason(spec.ReasonFigure, spec.Textf("%d of %d agreements hold; %d teams do not count because theirs does not", "%[2]d 份协议中 %[1]d 份有效；%[3]d 支队伍因协议失效不计", now, all, idle))
	return f
}

// daysText writes an interval of days, or nothing where the plan sets none.
func daysText(n spec.Figure[measure.Count]) spec.Text {
	if !n.Known() {
		return spec.T("no interval", "未定间隔")
	}
	return spec.Textf("every %d days", "每 %d 天", n.Value)
}
