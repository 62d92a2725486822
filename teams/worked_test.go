package teams_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// drawExact draws records in which every number that is there is exact.
func drawExact(t *rapid.T) teams.Records {
	r := records()
	n := func(label string, most int) int { return rapid.IntRange(0, most).Draw(t, label) }
	units := n("townships", 4) + 1
	r.Townships, r.Villages = townships(units), villages(n("communities", 3), n("villages", 3))
	r.RosterComplete = rapid.Bool().Draw(t, "roster complete")
	r.Teams = nil
	for i := range n("teams", 6) {
		team := teams.Team{ID: fmt.Sprint("t", i), Name: fmt.Sprint("team ", i), Strength: people(n("strength", 40)),
			Kind:    rapid.SampledFrom([]teams.Kind{teams.Comprehensive, teams.Professional, teams.Militia, teams.Social, teams.Volunteers, teams.Experts}).Draw(t, "kind"),
			Tier:    rapid.SampledFrom([]teams.Tier{teams.CountyTier, teams.TownshipTier}).Draw(t, "tier"),
			Place:   r.Townships[n("place", units-1)].Code,
			Hazards: rapid.SliceOfNDistinct(rapid.SampledFrom(hazards.Naturals()), 0, 2, rapid.ID).Draw(t, "hazards"),
			Skills:  rapid.SliceOfNDistinct(rapid.SampledFrom([]teams.Skill{teams.FloodDrought.Skill(), teams.Mines.Skill()}), 0, 2, rapid.ID).Draw(t, "skills"),
			Turnout: spec.Exactly(hours(int64(n("turnout", 2)))),
		}
		team.Completed, team.SkillsKnown = count(n("completed", 1)), true
		r.Teams = append(r.Teams, team)
		r.Equipment = append(r.Equipment, teams.Equipment{Team: team.ID, Item: "set", Class: teams.PersonalProtection, Have: count(n("have", 30)), Need: count(n("need", 30))})
		r.Travel = append(r.Travel, teams.TravelTime{Team: team.ID, Place: team.Place, Time: hours(int64(n("travel", 2)))})
		if rapid.Bool().Draw(t, "trained") {
			r.Training = append(r.Training, teams.Training{Team: team.ID, Kind: teams.JointTraining, On: asOf.AddDays(-n("days", 500))})
		}
	}
	r.HasEquipment, r.HasTravel, r.HasTraining = true, true, true
	r.Certificates, r.HasCertificates = drawCertificates(t), true
	r.Events = []teams.TeamEvent{{ID: "e", Name: "event", Takes: []string{"t0"}}}[:n("events", 1)]
	r.Stations = append(r.Stations, teams.Stations{Kind: teams.MicroFireStation, Communities: count(n("served", 3))})
	r.OfficeStaff = people(n("staff", 40))
	r.StaffByOffice = map[string]spec.Observed[measure.People]{"1": people(n("own staff", 9))}
	r.Enforcement = teams.EnforcementRecords{Units: count(n("units", 9)), Compliant: count(n("compliant", 9)), Officers: people(n("officers", 30)),
		WithAny: people(n("any", 30)), WithAll: people(n("all", 30))}
	return r
}

// Where every number is known exactly, each value of a finding is worked out
// again from what it lists, whatever the numbers.
func TestEveryValueOfExactRecordsIsWorkedOut(t *testing.T) {
	derivations := map[string][]spec.Derivation{}
	for _, r := range teams.Rules() {
		derivations[r.ID] = r.Derivations
	}
	rapid.Check(t, func(t *rapid.T) {
		p := provisions()
		if rapid.Bool().Draw(t, "a body hangs on none") {
			p.Structure.Bodies = append(p.Structure.Bodies, teams.Body{ID: "lost", Class: teams.SpecialOffice, Under: "nobody"})
		}
		a := teams.Assess(p, drawExact(t), asOf, spec.Choices{})
		for _, f := range append(a.Findings(), a.UnitFindings()...) {
			worked := map[string]bool{}
			for _, w := range f.Workings(derivations[f.Rule]) {
				worked[w.Of] = true
				if strings.Contains(w.Formula.EN, "(none)") && f.Rule != "teams.strength" {
					t.Errorf("%s of %s: %s = %s, of nothing", f.Rule, f.Subject, w.Of, w.Formula.EN)
				}
			}
			for _, d := range derivations[f.Rule] {
				worked[d.Of] = worked[d.Of] || d.Is == spec.Given
			}
			if f.Actual.Known() && !worked["actual"] || f.Required.Known() && !worked["required"] {
				t.Errorf("%s of %s: actual %s, required %s, worked out %v, of %v", f.Rule, f.Subject, f.Actual, f.Required, worked, inputs(f))
			}
		}
	})
}

// A team that has trained for two of the five hazards lacks three; where there is
// no register of trainings the finding asks for it instead.
func TestUnitsOfTrainingCountTheHazards(t *testing.T) {
	r := records()
	r.Teams = []teams.Team{{ID: "t", Kind: teams.Comprehensive, Tier: teams.CountyTier}}
	unit := func() spec.Finding {
		return one(t, teams.Assess(provisions(), r, after, spec.Choices{}).UnitFindings(), "teams.hazard-training", "team/t", "team")
	}
	if f := unit(); f.Actual.Known() || len(f.Missing) != 1 || f.Missing[0].Key != "training.csv" {
		t.Errorf("without a register: %s, missing %v", f.Actual, f.Missing)
	}
	r.HasTraining = true
	for _, h := range hazards.Naturals()[:2] {
		r.Training = append(r.Training, teams.Training{Team: "t", Hazard: h, On: after})
	}
	f := unit()
	if f.Verdict != spec.Unmet || f.Actual.String() != "2" || f.Required.String() != "5" || f.Gap.String() != "3" || len(f.Missing) != 0 {
		t.Errorf("%v, %s of %s, gap %s, missing %v", f.Verdict, f.Actual, f.Required, f.Gap, f.Missing)
	}
	if got := strings.Join(inputs(f), " "); got != "trained/earthquake=1 trained/geological=1 trained/meteorological=0 trained/flood-drought=0 trained/forest-fire=0" {
		t.Error(got)
	}
}

// What a unit stated stands beside its answer, the same list for all that stated
// the same, and evidence is added to none of the others.
func TestUnitsOfAChecklistSayWhatWasStated(t *testing.T) {
	p, r := provisions(), records()
	r.Townships = r.Townships[:3]
	for i, a := range []teams.Answer{teams.Present, teams.Absent} {
		r.Answers = append(r.Answers, answersFor(p.Checklists[0], r.Townships[i].ID(), a)...)
	}
	stated := map[string]int{}
	for _, f := range teams.Assess(p, r, asOf, spec.Choices{}).UnitFindings() {
		if f.Rule == "teams.checklist" && f.Subject.Kind == "township" {
			text := "nothing"
			if len(f.Inputs) > 0 {
				text = f.Inputs[0].Name + " " + f.Inputs[0].Text
			}
			stated[text]++
		}
	}
	if stated["stated yes"] != 6 || stated["stated no"] != 6 || stated["nothing"] != 6 {
		t.Errorf("%v", stated)
	}
}
