package hazards_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestAnUnassignedPostIsAFinding(t *testing.T) {
	p := prevention(t)
	row := func(scheme, object, post string, assigned, published spec.Observed[bool]) hazards.PostRecord {
		return hazards.PostRecord{Scheme: scheme, Object: object, Post: post, Assigned: assigned, Published: published}
	}
	yes, no := boolean(true), boolean(false)
	all := []hazards.PostRecord{
		row("dam", "d1", "行政", yes, yes), row("dam", "d1", "patrol", yes, yes),
		row("chief", "500230000000", "首长", yes, spec.Observed[bool]{}), row("chief", "500230001", "首长", yes, spec.Observed[bool]{}),
	}
	r := hazards.PreventionRecords{HasPosts: true, Posts: all, HasTownships: true, Townships: []hazards.DivisionCode{division("500230001")}}
	expect(t, "all filled", find(t, p, r, hazards.RuleDutyHolders), "met all-met exact 4 0")
	r.Posts = slices.Clone(all)
	r.Posts[1].Assigned = no
	expect(t, "vacant", find(t, p, r, hazards.RuleDutyHolders), "unmet some-unmet exact 3 1")
	r.Posts[1].Assigned, r.Posts[1].Published = yes, no
	expect(t, "not made public", find(t, p, r, hazards.RuleDutyHolders), "unmet some-unmet exact 3 1")
	r.Posts = all[:3]
	expect(t, "a township is silent", find(t, p, r, hazards.RuleDutyHolders), "unknown partial-data at-least 3 ")
	units := hazards.Assess(p, hazards.Records{Subject: countySubject(), Prevention: r}, day("2025-12-31"), spec.Choices{}).UnitFindings()
	var got []string
	for _, u := range units {
		if u.Rule == hazards.RuleDutyHolders {
			got = append(got, u.Target+" "+u.Subject.ID+" "+u.Verdict.String()+": "+u.Reason.Text.ZH)
		}
	}
	want := []string{"dam d1 met: 岗位全部落实", "chief 500230 met: 岗位全部落实", "chief 500230001 unknown: 未填报：首长"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c := find(t, p, r, hazards.RuleAnswersUsed); says(c) != "met agrees exact 3 0" {
		t.Errorf("answers: %s", says(c))
	}
	r.Posts = append(slices.Clone(all), row("dam", "d1", "cook", yes, yes), row("boat", "d1", "head", yes, yes))
	expect(t, "answers about nothing", find(t, p, r, hazards.RuleAnswersUsed), "unmet disagrees exact 4 2")
}

func TestListedEntriesAreAnsweredWholeOrByMember(t *testing.T) {
	p := prevention(t)
	answer := func(id, member string, state spec.Verdict, on string) spec.CatalogueAnswer {
		return spec.CatalogueAnswer{Catalogue: id, Member: member, State: state, On: day(on)}
	}
	check := func(name, rule, want string, answers ...spec.CatalogueAnswer) {
		t.Helper()
		expect(t, name, find(t, p, hazards.PreventionRecords{HasCatalogueAnswer: true, CatalogueAnswers: answers}, rule), want)
	}
	list := hazards.RuleListedChecklists
	check("both members", list, "met all-met exact 1 0", answer("edges", "临边", spec.Met, "2025-01-01"), answer("edges", "opening", spec.Met, "2025-01-01"))
	check("one member", list, "unknown not-assessed exact  ", answer("edges", "临边", spec.Met, "2025-01-01"))
	check("one unmet", list, "unmet some-unmet exact 0 1", answer("edges", "临边", spec.Unmet, "2025-01-01"))
	check("whole", list, "met all-met exact 1 0", answer("edges", "", spec.Met, "2025-12-31"))
	check("later", list, "unknown not-assessed exact  ", answer("edges", "", spec.Met, "2026-01-01"))
	check("exempt", list, "not-applicable nothing-to-judge exact  ", answer("edges", "", spec.NotApplicable, "2025-01-01"))
	check("no entry of the kind", hazards.RuleListedProjects, "not-applicable not-in-plan exact  ")
	check("no member to answer", hazards.RuleListedProcesses, "unknown not-assessed exact  ", answer("edges", "临边", spec.Met, "2025-01-01"))
	check("an enumeration is not answered", hazards.RuleAnswersUsed, "unmet disagrees exact 1 1", answer("names", "", spec.Met, "2025-01-01"), answer("four", "粉尘", spec.Met, "2025-01-01"))
	if c, _ := p.Prevention.Catalogue("names"); c.Verdict(nil, measure.Date{}) != spec.NotApplicable {
		t.Error("an enumeration is judged")
	}
}

func TestNumeralsAndDepartmentsAreCompared(t *testing.T) {
	p := prevention(t)
	f := find(t, p, hazards.PreventionRecords{}, hazards.RuleAnnouncedNumerals)
	expect(t, "numerals", f, "unmet disagrees exact 2 1")
	if in := inputsOf(f); in["announced"] != "5" || in["listed"] != "1" || in["unlisted"] != "1" || !strings.Contains(f.Reason.Text.ZH, "四项") {
		t.Errorf("%v %s", in, f.Reason.Text.ZH)
	}
	p.Prevention.Catalogues[1].Announced = 1
	expect(t, "agreeing", find(t, p, hazards.PreventionRecords{}, hazards.RuleAnnouncedNumerals), "met agrees exact 3 0")
	expect(t, "departments", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "met agrees exact 2 ")
	p.Prevention.DepartmentLists[1].Names = []string{"水利", "水利"}
	expect(t, "other departments", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "unmet disagrees exact 2 ")
	p.Prevention.DepartmentLists[1].Names = []string{"水利", "自然资源", "海事"}
	expect(t, "a name of none", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "unmet disagrees exact 2 ")
	p.Prevention.DepartmentLists = p.Prevention.DepartmentLists[:1]
	expect(t, "one list", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "not-applicable not-in-plan exact  ")
}

func TestEveryHazardAndSectorHasANationalClass(t *testing.T) {
	for _, n := range hazards.Naturals() {
		if n.Class() != hazards.NaturalDisaster {
			t.Errorf("%v is of class %v", n, n.Class())
		}
	}
	for _, s := range append(hazards.Sectors(), hazards.OtherSector) {
		if s.Class() != hazards.AccidentClass {
			t.Errorf("%v is of class %v", s, s.Class())
		}
	}
	if hazards.Natural(0).Class() != 0 || hazards.Sector(0).Class() != 0 || hazards.Natural(6).Class() != 0 || hazards.Sector(14).Class() != 0 {
		t.Error("what is no hazard or sector has a class")
	}
	for _, c := range hazards.NationalClasses() {
		if got, ok := hazards.ParseNationalClass(c.In(spec.Chinese)); !ok || got != c {
			t.Errorf("%v is read as %v", c, got)
		}
	}
}
