package teams

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The ids of the rules about the organisation.
const (
	ruleBodies    = "teams.bodies"
	ruleStructure = "teams.structure"
	ruleScenario  = "teams.staffing-scenario"
)

func bodyRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleBodies, Revision: 1, Kind: spec.StandardKind,
			Title: spec.T("Committees, commands and special offices at work", "委员会、指挥部与专项办公室运行"),
			Formula: spec.T("each body is established, has work rules and a head, and every member has a duty",
				"各机构已成立、有工作制度、有主要负责岗位，且每个成员单位均有职责分工"),
			Source: inPlan("三（一）1"), Reads: []string{"organisation.csv", "county.yaml: teams.bodies"}, Carries: []string{"committee-work-rules"},
			Derivations: counted(),
		},
		{
			ID: ruleStructure, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Bodies listed against the numbers stated", "机构名单与所述数目"),
			Formula: spec.T("bodies listed by class = number stated; command offices = disaster committee + general command + special commands; every body has one root",
				"各类机构名单数 = 所述数目；指挥部办公室数 = 减灾委 + 总指挥部 + 专项指挥部；每个机构归于一个最高机构"),
			Source: inPlan("三（一）2 强化集中统一指挥"), Carries: []string{"cc-ten-and-four", "cc-offices-six-from-structure"},
			Derivations: []spec.Derivation{is("actual", "count(**.listed = **.stated, lost = 0)"), is("required", "count(**.stated, lost)")},
		},
		{
			ID: ruleScenario, Revision: 1, Kind: spec.CrossCheckKind,
			Title:   spec.T("Staff if the norm covered the special offices of work safety too", "配备标准推及安全生产专项办公室的情形"),
			Formula: spec.T("(special offices + special commands) × people for each", "（专项办公室数 + 专项指挥部数）× 每个办公室要求人数"),
			Source:  inPlan("一（二）4"), Carries: []string{"cc-staff-if-safety-too"},
			Derivations: []spec.Derivation{is("actual", "(special-offices + special-commands) × norm")},
		},
	}
}

func (a *Assessment) bodyFindings() []spec.Finding {
	return []spec.Finding{a.bodiesFinding(), a.structureFinding(), a.scenarioFinding()}
}

func (a *Assessment) needBodies() spec.Need {
	return spec.Need{Key: "organisation.csv", Question: spec.T("which posts and departments belong to each committee, command and special office, and which duty has each there",
		"各委员会、指挥部和专项办公室有哪些岗位和成员单位，各负何职责（只填岗位，不填姓名）"), Unit: spec.Items, Who: who()}
}

func (a *Assessment) bodiesFinding() spec.Finding {
	f := a.base(ruleBodies)
	bodies := a.provisions.Structure.Bodies
	if len(bodies) == 0 {
		notSet(&f, spec.T("committees, commands and special offices", "委员会、指挥部和专项办公室"))
		return f
	}
	f.Lean(bodies[0].Source)
	r := rolled{noun: spec.T("bodies", "机构"), done: spec.T("are at work", "运行健全"), unit: spec.Units, need: a.needBodies()}
	members, idle := 0, 0
	for _, b := range a.Bodies {
		r.tally.Add(b.Verdict)
		members += b.Members
		idle += len(b.Idle)
		if b.Verdict == spec.Unmet {
			r.off = append(r.off, b.Body.Name)
		}
	}
	if a.records.HasOrganisation {
		f.Inputs = append(f.Inputs, count("members", spec.T("posts and departments listed", "所列岗位和成员单位"), members, spec.Items),
			count("idle", spec.T("of these, without a duty", "其中无职责分工"), idle, spec.Items))
	}
	if n := a.strangers(); n > 0 {
		f.Inputs = append(f.Inputs, count("strangers", spec.T("reports about bodies or offices that the plan does not list", "涉及规划未列机构或办公室的填报"), n, spec.Items))
	}
	r.into(&f)
	return f
}

// strangers counts reports about bodies and offices that the plan does not list.
func (a *Assessment) strangers() int {
	n := 0
	of := func(id string) int {
		if _, ok := a.provisions.Structure.Body(id); ok {
			return 0
		}
		return 1
	}
	for _, m := range a.records.Members {
		n += of(m.Body)
	}
	for _, b := range a.records.Bodies {
		n += of(b.Body)
	}
	for id := range a.records.StaffByOffice {
		if !slices.ContainsFunc(a.provisions.Offices, func(o Office) bool { return o.ID == id }) {
			n++
		}
	}
	return n
}

func (a *Assessment) structureFinding() spec.Finding {
	s := a.provisions.Structure
	f := a.planCheck(ruleStructure, ruleOf(ruleStructure).Source)
	if len(s.Bodies) == 0 {
		notSet(&f, spec.T("committees, commands and special offices", "委员会、指挥部和专项办公室"))
		return f
	}
	f.Source = s.Bodies[0].Source
	f.Lean(f.Source)
	var off []spec.Text
	checks := 0
	compare := func(name string, label spec.Text, listed int, stated spec.Figure[measure.Count]) {
		if !stated.Known() {
			return
		}
		checks++
		f.Lean(stated.Source)
		f.Inputs = append(f.Inputs, count(name+".listed", spec.Textf("%s listed", "所列%s", label), listed, spec.Units),
			spec.Input{Name: name + ".stated", Label: spec.Textf("%s stated", "所述%s", label), Value: spec.Whole(int64(stated.Value)), Unit: spec.Units, Source: stated.Source})
		if int64(listed) != int64(stated.Value) {
			off = append(off, label)
		}
	}
	for c := Committee; c < numBodyClasses; c++ {
		compare(c.String(), bodyClasses[c].text, s.Listed(c), s.stated(c))
	}
	compare("offices", spec.T("command offices", "指挥部办公室"), len(a.provisions.Offices), s.Offices)
	served := 0
	for _, b := range s.Bodies {
		if b.Office != "" {
			served++
		}
	}
	compare("offices-of-bodies", spec.T("bodies with an office of their own", "设有办公室的机构"), served, s.Offices)
	checks++
	lost := slices.DeleteFunc(slices.Clone(s.Bodies), func(b Body) bool { _, ok := s.Root(b.ID); return ok })
	f.Inputs = append(f.Inputs, count("lost", spec.T("bodies that lead up to no root", "无上级归属的机构"), len(lost), spec.Units))
	if len(lost) > 0 {
		off = append(off, spec.Textf("way up from %s", "%s 的隶属关系", lost[0].Name))
	}
	agreeing := checks - len(off)
	f.Comparison, f.Required, f.Actual, f.Gap = spec.Equals, spec.Whole(checks), spec.Whole(agreeing), spec.Whole(len(off))
	if len(off) == 0 {
		f.Verdict, f.Reason = spec.Met, reason(spec.ReasonAgrees, spec.Textf("all %d numbers agree with the bodies listed", "%d 项数目均与机构名单一致", checks))
		return f
	}
	f.Verdict = spec.Unmet
	f.Reason = reason(spec.ReasonDisagrees, spec.Textf("%d of %d do not agree: %s", "%[2]d 项中 %[1]d 项不一致：%[3]s", len(off), checks, listed(off)))
	return f
}

func (a *Assessment) scenarioFinding() spec.Finding {
	f := a.planCheck(ruleScenario, ruleOf(ruleScenario).Source)
	norm, s := a.provisions.StaffingNorm, a.provisions.Structure
	offices := s.Listed(SpecialOffice) + s.Listed(SpecialCommand)
	if !norm.Known() || s.Listed(SpecialOffice) == 0 {
		notSet(&f, spec.T("special offices, or a number of people for each", "专项办公室或其人数要求"))
		return f
	}
	f.Source, f.Unit = norm.Source, spec.Persons
	f.Lean(norm.Source)
	f.Inputs = []spec.Input{
		count("special-offices", bodyClasses[SpecialOffice].text, s.Listed(SpecialOffice), spec.Offices),
		count("special-commands", bodyClasses[SpecialCommand].text, s.Listed(SpecialCommand), spec.Commands),
		{Name: "norm", Label: spec.T("people for each office", "每个办公室要求人数"), Value: spec.Whole(int64(norm.Value)), Unit: spec.Persons, Source: norm.Source},
	}
	needed, err := StaffNeeded(measure.Count(offices), norm.Value)
	if err != nil {
		f.Reason = reason(spec.ReasonNoData, spec.T("the number is beyond 64 bits", "数值超出 64 位"))
		return f
	}
	f.Verdict, f.Actual = spec.NotApplicable, spec.Whole(int64(needed))
	f.Reason = reason(spec.ReasonFigure, spec.Textf("(%d + %d) × %d = %d people; a scenario, not a requirement", "（%d + %d）× %d = %d 人；仅为情形测算，非规划要求",
		s.Listed(SpecialOffice), s.Listed(SpecialCommand), norm.Value, needed))
	return f
}

// bodyUnits has one finding a body, and one an office that the norm applies to.
func (a *Assessment) bodyUnits() []spec.Finding {
	var out []spec.Finding
	for _, b := range a.Bodies {
		f := a.base(ruleBodies)
		f.Target, f.Title, f.Source = "body/"+b.Body.ID, b.Body.Name, b.Body.Source
		f.Lean(f.Source)
		f.Subject = spec.Subject{Kind: "body", ID: b.Body.ID, Name: b.Body.Name.ZH}
		f.Verdict = b.Verdict
		for _, in := range []struct {
			name  string
			label spec.Text
			v     spec.Verdict
		}{{"established", spec.T("established", "已成立"), b.Established}, {"work-rules", spec.T("work rules", "工作制度"), b.WorkRules}, {"head", spec.T("a post heads it", "有主要负责岗位"), b.Headed}} {
			f.Inputs = append(f.Inputs, spec.Input{Name: in.name, Label: in.label, Text: in.v.String(), Words: spec.WordsOf(in.v)})
		}
		f.Inputs = append(f.Inputs, count("members", spec.T("posts and departments listed", "所列岗位和成员单位"), b.Members, spec.Items))
		text := spec.Textf("members: %d, without a duty: %d", "成员 %d 个，其中 %d 个无职责分工", b.Members, len(b.Idle))
		if b.Members == 0 {
			text = spec.T("its members are not reported", "成员未填报")
		}
		if len(b.Idle) > 0 {
			text = spec.Textf("%s, first %s", "%s，首个：%s", text, named(b.Idle[0]))
		}
		f.Reason = reason(verdictCode(b.Verdict), text)
		if b.Verdict == spec.Unknown {
			f.Missing = []spec.Need{a.needBodies()}
		}
		out = append(out, f)
	}
	for _, g := range a.OfficeGaps {
		if !g.Counted || g.Required == 0 {
			continue
		}
		f := a.base(ruleStaffing)
		f.Target, f.Title, f.Source = "office/"+g.Office.ID, g.Office.Name, a.provisions.StaffingNorm.Source
		f.Lean(f.Source)
		f.Subject = spec.Subject{Kind: "office", ID: g.Office.ID, Name: g.Office.Name.ZH}
		f.Readings = []string{spec.Used(staffedOffices(), a.options[readingOffices])}
		f.Verdict, f.Unit, f.Comparison, f.Required, f.Gap = g.Verdict, spec.Persons, spec.NotBelow, spec.Whole(int64(g.Required)), spec.AmountOf(g.Gap, 0)
		f.Inputs = []spec.Input{{Name: "norm", Label: spec.T("people for each office", "每个办公室要求人数"), Value: spec.Whole(int64(g.Required)), Unit: spec.Persons,
			Source: a.provisions.StaffingNorm.Source}}
		if amount, bound, ok := shown(g.Actual); ok {
			f.Actual, f.Bound = amount, bound
			f.Inputs = append(f.Inputs, spec.Input{Name: "staff", Label: spec.T("people in the office", "该办公室实有人数"), Value: amount, Unit: spec.Persons, Source: g.Actual.Source()})
			f.Reason = reason(spec.ReasonCompared, spec.Textf("%s people, %d are required", "%s 人，要求 %d 人", boundText(amount, bound), g.Required))
		} else {
			f.Reason = reason(spec.ReasonNoData, spec.Textf("its own staff is not reported; %d are required", "该办公室实有人数未填报，要求 %d 人", g.Required))
			f.Missing = []spec.Need{{Key: "county.yaml: teams.office_staff.by_office." + g.Office.ID, Unit: spec.Persons, Who: who(),
				Question: spec.Textf("how many people do the daily work of: %s", "%s日常工作由多少人承担", g.Office.Name)}}
		}
		out = append(out, f)
	}
	return out
}
