package teams_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// inputs lists the numbers of a finding as name=value.
func inputs(f spec.Finding) []string {
	var out []string
	for _, in := range f.Inputs {
		out = append(out, in.Name+"="+in.Value.String())
	}
	return out
}

func TestGroupInputsCountOnlyWhatIsKnown(t *testing.T) {
	p, r := provisions(), records()
	r.Townships = r.Townships[:4]
	find := func() spec.Finding {
		return one(t, teams.Assess(p, r, asOf, spec.Choices{}).Findings(), "teams.checklist", "six-haves", "township")
	}
	if diff := cmp.Diff([]string{"judged=4", "met=0", "unmet=0", "unknown=4"}, inputs(find())); diff != "" {
		t.Error(diff)
	}
	for i, a := range []teams.Answer{teams.Present, teams.NotApplicable, teams.Present} {
		r.Answers = append(r.Answers, answersFor(p.Checklists[0], r.Townships[i].ID(), a)...)
	}
	if diff := cmp.Diff([]string{"subjects=4", "not-applicable=1", "judged=3", "met=2", "unmet=0", "unknown=1"}, inputs(find())); diff != "" {
		t.Error(diff)
	}
	r.Answers = append(r.Answers, answersFor(p.Checklists[0], r.Townships[3].ID(), teams.Present)[1:]...)
	r.Answers = append(r.Answers, teams.ItemAnswer{Checklist: "six-haves", Unit: r.Townships[3].ID(), Item: "item-0", Answer: teams.Absent})
	f := find()
	if diff := cmp.Diff([]string{"subjects=4", "not-applicable=1", "judged=3", "met=2", "unmet=1", "unknown=0", "fixes=1", "programme=1", "absent/item-0=1"}, inputs(f)); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(f.Reason.Text.EN, "most often absent: item-0 (1)") || f.Required.String() != "3" {
		t.Errorf("%s of %v", f.Reason.Text.EN, f.Required)
	}
}

func TestCoverageFindingsSayWhatTheyRestOn(t *testing.T) {
	p, r := provisions(), records()
	p.TownshipTeams.Nature, p.CommunityStations.Nature = spec.Binding, spec.Expected
	r.Stations = []teams.Stations{{Kind: teams.MicroFireStation, Communities: count(77)}}
	r.Teams[1].Completed = count(29)
	all := teams.Assess(p, r, asOf, spec.Choices{}).Findings()
	township, community := one(t, all, "teams.township-establishment", "", ""), one(t, all, "teams.community-stations", "", "")
	if !township.Binding || community.Binding {
		t.Errorf("binding %v and %v, want true and false", township.Binding, community.Binding)
	}
	for _, f := range []spec.Finding{township, community} {
		if f.Reason.Code != spec.ReasonNotDue || len(f.Missing) != 0 || !strings.HasSuffix(f.Reason.Text.EN, "due 2025-12-31") {
			t.Errorf("%s: %s, %d missing: %s", f.Rule, f.Reason.Code, len(f.Missing), f.Reason.Text.EN)
		}
	}
	if diff := cmp.Diff([]string{"deadline=", "of=78", "target=100", "done=77"}, inputs(community)); diff != "" {
		t.Error(diff)
	}
	if !township.IsWeak() || community.IsWeak() {
		t.Error("only a group read as one team a township is our reading")
	}
	r.Teams[1].Place = r.Townships[0].Code
	all = teams.Assess(p, r, after, spec.Choices{}).Findings()
	if f := one(t, all, "teams.township-establishment", "", ""); f.IsWeak() || f.Verdict != spec.Unmet || f.Actual.String() != "3.33" {
		t.Errorf("one placed team of 30: %v %v, weak %v", f.Verdict, f.Actual, f.Weak)
	}
	for _, f := range all {
		if f.Rule == "teams.community-stations" && strings.Contains(f.Reason.Text.EN, "due") {
			t.Errorf("due at the deadline itself: %s", f.Reason.Text.EN)
		}
	}
}

func TestInvalidChoicesAskForNothing(t *testing.T) {
	choices := spec.Choices{}
	for _, reading := range teams.Readings() {
		choices = choices.With(reading.ID, "no-such-option")
	}
	n := 0
	for _, f := range teams.Assess(provisions(), records(), after, choices).Findings() {
		if f.Reason.Code == spec.ReasonInvalidChoice {
			n++
			if f.Verdict != spec.Unknown || len(f.Missing) != 0 || len(f.Readings) != 0 || f.Actual.Known() {
				t.Errorf("%s: %+v", f.Rule, f)
			}
		}
	}
	if n != 13 {
		t.Errorf("%d findings with an invalid choice, want 13", n)
	}
}

// Without the division table a number of communities served has no rate, and
// is no contradiction either.
func TestStationsWithoutADivisionTable(t *testing.T) {
	r := records()
	r.Villages, r.HasVillages = nil, false
	r.Stations = []teams.Stations{{Kind: teams.MicroFireStation, Communities: count(5)}}
	a := teams.Assess(provisions(), r, after, spec.Choices{})
	if a.Communities.Rate.Low.Known() || a.Communities.Done.Known() || a.Communities.Judgement.Verdict != spec.Unknown {
		t.Errorf("%+v", a.Communities)
	}
}
