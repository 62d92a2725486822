package teams_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func TestABodyIsAtWorkWhenAllFourHold(t *testing.T) {
	yes, no := spec.Exactly(true), spec.Exactly(false)
	body := teams.Body{ID: "b"}
	head, member, idle := teams.Member{Body: "b", Post: "head", Role: teams.Head, Duty: "d"}, teams.Member{Body: "b", Post: "m", Role: teams.Ordinary, Duty: "d"}, teams.Member{Body: "b", Post: "i", Role: teams.Deputy}
	for _, tt := range []struct {
		name    string
		report  teams.BodyReport
		members []teams.Member
		want    spec.Verdict
	}{
		{"all", teams.BodyReport{Body: "b", Established: yes, WorkRules: yes}, []teams.Member{head, member}, spec.Met},
		{"no rules", teams.BodyReport{Body: "b", Established: yes, WorkRules: no}, []teams.Member{head}, spec.Unmet},
		{"not established", teams.BodyReport{Body: "b", Established: no, WorkRules: yes}, []teams.Member{head}, spec.Unmet},
		{"no head", teams.BodyReport{Body: "b", Established: yes, WorkRules: yes}, []teams.Member{member}, spec.Unmet},
		{"a member without a duty", teams.BodyReport{Body: "b", Established: yes, WorkRules: yes}, []teams.Member{head, idle}, spec.Unmet},
		{"no members listed", teams.BodyReport{Body: "b", Established: yes, WorkRules: yes}, nil, spec.Unknown},
		{"members of another", teams.BodyReport{Body: "b", Established: yes, WorkRules: yes}, []teams.Member{{Body: "c", Role: teams.Head, Duty: "d"}}, spec.Unknown},
		{"nothing reported", teams.BodyReport{Body: "c", Established: no}, []teams.Member{head}, spec.Unknown},
		{"reported tomorrow", teams.BodyReport{Body: "b", Established: yes, WorkRules: no.Dated(asOf.AddDays(1))}, []teams.Member{head}, spec.Unknown},
	} {
		if got := body.Judge([]teams.BodyReport{tt.report}, tt.members, asOf); got.Verdict != tt.want {
			t.Errorf("%s: %v, want %v (%+v)", tt.name, got.Verdict, tt.want, got)
		}
	}
}

func TestTheWayUpEndsOrIsTold(t *testing.T) {
	s := structure()
	for id, want := range map[string]string{"road": "safety", "safety": "safety", "flood": "general"} {
		if root, ok := s.Root(id); !ok || root.ID != want {
			t.Errorf("%s hangs under %s, want %s", id, root.ID, want)
		}
	}
	s.Bodies[0].Under = "road" // a ring
	if _, ok := s.Root("fire"); ok {
		t.Error("a ring ends")
	}
	s.Bodies[0].Under = "nobody"
	if _, ok := s.Root("fire"); ok {
		t.Error("a missing body is a root")
	}
	p := provisions()
	p.Structure.Bodies = s.Bodies
	f := one(t, teams.Assess(p, records(), asOf, spec.Choices{}).Findings(), "teams.structure", "", "")
	if f.Verdict != spec.Unmet || f.Gap.String() != "1" {
		t.Errorf("%v gap %v", f.Verdict, f.Gap)
	}
}

func TestBodiesListedAgainstNumbersStated(t *testing.T) {
	for _, tt := range []struct {
		change func(*teams.Structure)
		want   spec.Verdict
	}{
		{func(*teams.Structure) {}, spec.Met},
		{func(s *teams.Structure) { s.SpecialOffices = spec.Cite(measure.Count(3), source("3")) }, spec.Unmet},
		{func(s *teams.Structure) { s.Offices = spec.Cite(measure.Count(6), source("3")) }, spec.Unmet}, // six offices, three bodies with one
		{func(s *teams.Structure) { s.SpecialOffices = spec.Figure[measure.Count]{} }, spec.Met},
	} {
		p := provisions()
		tt.change(&p.Structure)
		f := one(t, teams.Assess(p, records(), asOf, spec.Choices{}).Findings(), "teams.structure", "", "")
		if f.Verdict != tt.want {
			t.Errorf("%v, want %v: %s", f.Verdict, tt.want, f.Reason.Text.EN)
		}
	}
}

func TestOfficeGapsAddUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var offices []teams.Office
		staff := map[string]spec.Observed[measure.People]{}
		norm := rapid.IntRange(1, 9).Draw(t, "norm")
		want, counted := int64(0), 0
		for i := range rapid.IntRange(1, 6).Draw(t, "offices") {
			o := teams.Office{ID: string(rune('a' + i)), Class: rapid.SampledFrom([]teams.OfficeClass{teams.CommitteeOffice, teams.SpecialCommandOffice}).Draw(t, "class")}
			n := rapid.IntRange(0, 12).Draw(t, "staff")
			offices, staff[o.ID] = append(offices, o), people(n)
			if o.Class == teams.SpecialCommandOffice {
				counted++
				want += int64(max(0, norm-n))
			}
		}
		var sum int64
		judged := 0
		for _, g := range teams.OfficeGaps(offices, spec.Cite(measure.People(norm), source("3")), staff, asOf, teams.SpecialCommandOffice) {
			if !g.Counted {
				if g.Verdict != spec.NotApplicable {
					t.Fatalf("%s is %v", g.Office.ID, g.Verdict)
				}
				continue
			}
			judged++
			n, ok := g.Gap.Floor()
			if !ok || (n == 0) != (g.Verdict == spec.Met) {
				t.Fatalf("%s: gap %v, %v", g.Office.ID, g.Gap, g.Verdict)
			}
			sum += n
		}
		if sum != want || judged != counted {
			t.Fatalf("%d lacking in %d offices, want %d in %d", sum, judged, want, counted)
		}
	})
}

// The same six offices under each reading, and the scenario of 四 and 十.
func TestStaffingUnderEveryReadingIsShown(t *testing.T) {
	f := one(t, teams.Assess(provisions(), records(), asOf, spec.Choices{}).Findings(), "teams.office-staffing", "", "")
	got := map[string]string{}
	for _, in := range f.Inputs {
		got[in.Name] = in.Value.String()
	}
	want := map[string]string{"offices": "6", "norm": "5", "staff": "3", "offices-if/special-commands": "4", "offices-if/command-offices": "5", "required-if/special-commands": "20", "gap-if/special-commands": "17",
		"required-if/command-offices": "25", "gap-if/command-offices": "22"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	p := provisions()
	for i := range 10 {
		p.Structure.Bodies = append(p.Structure.Bodies, teams.Body{ID: string(rune('a' + i)), Class: teams.SpecialOffice})
	}
	s := one(t, teams.Assess(p, records(), asOf, spec.Choices{}).Findings(), "teams.staffing-scenario", "", "")
	if s.Actual.String() != "65" || s.Verdict != spec.NotApplicable { // 12 special offices and one special command
		t.Errorf("scenario %v %v", s.Actual, s.Verdict)
	}
}
