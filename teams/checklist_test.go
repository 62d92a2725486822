package teams_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func TestSheetAtItsEdges(t *testing.T) {
	var full teams.Sheet
	for i := range teams.MaxItems {
		full = full.With(i, teams.Present)
	}
	for _, tt := range []struct {
		name  string
		sheet teams.Sheet
		items int
		want  spec.Verdict
	}{
		{"nothing to check", teams.Sheet{}, 0, spec.Unknown},
		{"negative number of items", full, -1, spec.Unknown},
		{"nothing answered", teams.Sheet{}, 1, spec.Unknown},
		{"all 64 present", full, 64, spec.Met},
		{"last of 64 absent", full.With(63, teams.Absent), 64, spec.Unmet},
		{"last of 64 silent", full.With(63, teams.NotAssessed), 64, spec.Unknown},
		{"absent beyond the checklist", full.With(63, teams.Absent), 63, spec.Met},
		{"more items than a sheet holds", full, 65, spec.Unknown},
		{"more items, one absent", full.With(0, teams.Absent), 65, spec.Unmet},
		{"position beyond the sheet", teams.Sheet{}.With(64, teams.Present).With(-1, teams.Present), 1, spec.Unknown},
		{"nothing applies", teams.Sheet{}.With(0, teams.NotApplicable), 1, spec.NotApplicable},
	} {
		if got := tt.sheet.Verdict(tt.items); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	if full.Answer(64) != teams.NotAssessed || full.Answer(-1) != teams.NotAssessed {
		t.Error("a position beyond the sheet has an answer")
	}
	if (teams.Sheet{}).Equal(full) || !full.Equal(full.With(0, teams.Present)) {
		t.Error("Equal does not compare the answers")
	}
}

func TestParseAnswer(t *testing.T) {
	for text, want := range map[string]teams.Answer{"": teams.NotAssessed, "yes": teams.Present, "有": teams.Present,
		"no": teams.Absent, "无": teams.Absent, "na": teams.NotApplicable, "不适用": teams.NotApplicable} {
		got, ok := teams.ParseAnswer(text)
		if !ok || got != want {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
		if back, ok := teams.ParseAnswer(got.String()); !ok || back != got {
			t.Errorf("%v does not read back", got)
		}
	}
	for _, text := range []string{"Yes", "1", "true", " yes", "没有", "n/a"} {
		if _, ok := teams.ParseAnswer(text); ok {
			t.Errorf("%q was read", text)
		}
	}
}

func TestCodesReadBack(t *testing.T) {
	n := 0
	for c := teams.Township; c.String() != ""; c++ {
		got, ok := teams.ParseUnitClass(c.String())
		if !ok || got != c || c.Group() == 0 {
			t.Errorf("class %v: %v", c, got)
		}
		n++
	}
	for k := teams.Comprehensive; k.String() != ""; k++ {
		got, ok := teams.ParseKind(k.String())
		if !ok || got != k || k.In(spec.English) == "" || k.In(spec.Chinese) == "" {
			t.Errorf("kind %v: %v", k, got)
		}
		n++
	}
	for tier := teams.CountyTier; tier.String() != ""; tier++ {
		if got, ok := teams.ParseTier(tier.String()); !ok || got != tier {
			t.Errorf("tier %v: %v", tier, got)
		}
		n++
	}
	for k := teams.MicroRescueStation; k.String() != ""; k++ {
		if got, ok := teams.ParseStationKind(k.String()); !ok || got != k {
			t.Errorf("station %v: %v", k, got)
		}
		n++
	}
	for c := teams.CommitteeOffice; c.String() != ""; c++ {
		if got, ok := teams.ParseOfficeClass(c.String()); !ok || got != c {
			t.Errorf("office %v: %v", c, got)
		}
		n++
	}
	if n != 5+8+3+3+3 {
		t.Errorf("%d codes, want 22", n)
	}
	for text, want := range map[string]teams.UnitClass{"镇": teams.Township, "街道": teams.Subdistrict, "村": teams.Village, "社区": teams.Community, "园区": teams.IndustrialPark} {
		if got, ok := teams.ParseUnitClass(text); !ok || got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// answersFor answers every item of a checklist for a unit.
func answersFor(c teams.Checklist, unit string, a teams.Answer) []teams.ItemAnswer {
	var out []teams.ItemAnswer
	for _, item := range c.Items {
		out = append(out, teams.ItemAnswer{Checklist: c.ID, Unit: unit, Item: item.ID, Answer: a})
	}
	return out
}

func TestAnswersThatMeanNothingAreListed(t *testing.T) {
	p, r := provisions(), records()
	first := r.Townships[0].ID()
	r.Answers = []teams.ItemAnswer{
		{Checklist: "ten-ones", Unit: first, Item: "item-0", Answer: teams.Present},
		{Checklist: "six-haves", Unit: first, Item: "item-9", Answer: teams.Present},
		{Checklist: "six-haves", Unit: "990101999", Item: "item-0", Answer: teams.Present},
		{Checklist: "three-haves", Unit: first, Item: "item-0", Answer: teams.Present},
		{Checklist: "six-haves", Unit: first, Item: "item-0", Answer: teams.Present},
		{Checklist: "six-haves", Unit: first, Item: "item-0", Answer: teams.Present},
		{Checklist: "six-haves", Unit: first, Item: "item-1", Answer: teams.Present, On: asOf.AddDays(1)},
		{Checklist: "six-haves", Unit: first, Item: "item-2", Answer: teams.Present, On: asOf},
	}
	a := teams.Assess(p, r, asOf, spec.Choices{})
	var got []string
	for _, u := range a.Unread {
		got = append(got, u.Why.String())
	}
	want := []string{"unknown-checklist", "unknown-item", "unknown-unit", "other-class", "contradicted"}
	if len(got) != len(want) {
		t.Fatalf("unread %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("unread %d is %s, want %s", i, got[i], want[i])
		}
	}
	sheet := a.Checklists[0].Units[0].Sheet
	if sheet.Answer(0) != teams.NotAssessed || sheet.Answer(1) != teams.NotAssessed || sheet.Answer(2) != teams.Present {
		t.Errorf("answers %v %v %v: a contradiction and an answer of tomorrow must not be read, one of today must",
			sheet.Answer(0), sheet.Answer(1), sheet.Answer(2))
	}
	var last spec.Finding
	for _, f := range a.Findings() {
		if f.Reason.Code == teams.ReasonUnread {
			last = f
		}
	}
	if last.Verdict != spec.Unknown || last.Reason.Code != teams.ReasonUnread || last.Inputs[0].Value.String() != "5" {
		t.Errorf("finding %+v", last)
	}
}

func TestGroupFindings(t *testing.T) {
	p := provisions()
	six := p.Checklists[0]
	base := records()
	base.Townships = base.Townships[:3]
	id := func(i int) string { return base.Townships[i].ID() }
	all := func(a ...teams.Answer) []teams.ItemAnswer {
		var out []teams.ItemAnswer
		for i, one := range a {
			out = append(out, answersFor(six, id(i), one)...)
		}
		return out
	}
	for _, tt := range []struct {
		name     string
		answers  []teams.ItemAnswer
		verdict  spec.Verdict
		reason   string
		actual   string
		bound    spec.Bound
		required string
		gap      string
		missing  int
	}{
		{"nobody answered", nil, spec.Unknown, spec.ReasonNotAssessed, "", spec.ExactBound, "3", "", 1},
		{"all have everything", all(teams.Present, teams.Present, teams.Present), spec.Met, spec.ReasonAllMet, "3", spec.ExactBound, "3", "0", 0},
		{"one has nothing", all(teams.Present, teams.Absent, teams.Present), spec.Unmet, spec.ReasonSomeUnmet, "2", spec.ExactBound, "3", "1", 0},
		{"one is silent", all(teams.Present, teams.Present), spec.Unknown, spec.ReasonPartial, "2", spec.AtLeastBound, "3", "", 1},
		{"one fails, two are silent", all(teams.Absent), spec.Unmet, spec.ReasonSomeUnmet, "", spec.ExactBound, "3", "", 1},
		{"one does not apply", all(teams.Present, teams.NotApplicable, teams.Present), spec.Met, spec.ReasonAllMet, "2", spec.ExactBound, "2", "0", 0},
		{"nothing applies", all(teams.NotApplicable, teams.NotApplicable, teams.NotApplicable), spec.NotApplicable, spec.ReasonNothingToDo, "", spec.ExactBound, "", "", 0},
	} {
		r := base
		r.Answers = tt.answers
		a := teams.Assess(p, r, asOf, spec.Choices{})
		f := one(t, a.Findings(), "teams.checklist", "six-haves", "township")
		if f.Verdict != tt.verdict || f.Reason.Code != tt.reason || f.Actual.String() != tt.actual || f.Bound != tt.bound ||
			f.Required.String() != tt.required || f.Gap.String() != tt.gap || len(f.Missing) != tt.missing {
			t.Errorf("%s: %v %s actual %v (%v) required %v gap %v missing %d", tt.name, f.Verdict, f.Reason.Code, f.Actual, f.Bound, f.Required, f.Gap, len(f.Missing))
		}
		if !f.Reason.Text.Complete() || !f.Title.Complete() {
			t.Errorf("%s: text missing", tt.name)
		}
	}
}

func TestParksStandApart(t *testing.T) {
	p, r := provisions(), records()
	park := func() spec.Finding {
		return one(t, teams.Assess(p, r, asOf, spec.Choices{}).Findings(), "teams.checklist", "six-haves", "park")
	}
	if f := park(); f.Verdict != spec.Unknown || len(f.Missing) != 1 || f.Missing[0].Key != "parks.csv" {
		t.Errorf("without a list of parks: %v %v", f.Verdict, f.Missing)
	}
	r.HasParks = true
	if f := park(); f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNothingToDo {
		t.Errorf("with an empty list of parks: %v %v", f.Verdict, f.Reason.Code)
	}
	r.Parks = []teams.Unit{{Park: "park-1", Class: teams.IndustrialPark}}
	r.Answers = answersFor(p.Checklists[0], "park-1", teams.Present)
	if f := park(); f.Verdict != spec.Met || f.Required.String() != "1" {
		t.Errorf("with a park that has everything: %v", f.Verdict)
	}
	township := one(t, teams.Assess(p, r, asOf, spec.Choices{}).Findings(), "teams.checklist", "six-haves", "township")
	if township.Verdict != spec.Unknown || township.Required.String() != "30" {
		t.Errorf("townships: %v of %v; a park must not count among them", township.Verdict, township.Required)
	}
}

func TestUnitFindingsNameUnitAndItem(t *testing.T) {
	p, r := provisions(), records()
	r.Answers = []teams.ItemAnswer{
		{Checklist: "six-haves", Unit: "990101100", Item: "item-1", Answer: teams.Absent},
		{Checklist: "six-haves", Unit: "990101100", Item: "item-2", Answer: teams.NotApplicable},
		{Checklist: "six-haves", Unit: "990101100", Item: "item-3", Answer: teams.Present},
	}
	var all []spec.Finding
	for _, f := range teams.Assess(p, r, asOf, spec.Choices{}).UnitFindings() {
		if f.Rule == "teams.checklist" {
			all = append(all, f)
		}
	}
	if len(all) != 30*6+338*3 {
		t.Fatalf("%d findings, want 1194", len(all))
	}
	for i, want := range []struct {
		target, reason string
		verdict        spec.Verdict
		missing        int
	}{
		{"six-haves/item-0", spec.ReasonNotAssessed, spec.Unknown, 1},
		{"six-haves/item-1", teams.ReasonAbsent, spec.Unmet, 0},
		{"six-haves/item-2", teams.ReasonExempt, spec.NotApplicable, 0},
		{"six-haves/item-3", teams.ReasonPresent, spec.Met, 0},
	} {
		f := all[i]
		if f.Target != want.target || f.Reason.Code != want.reason || f.Verdict != want.verdict || len(f.Missing) != want.missing ||
			f.Subject.String() != "township:990101100" {
			t.Errorf("finding %d: %s %s %v %s", i, f.Subject, f.Target, f.Verdict, f.Reason.Code)
		}
	}
	if key := all[0].Missing[0].Key; key != "checklists.csv: six-haves/item-0/990101100" {
		t.Errorf("key %q", key)
	}
}

func TestPlanWithoutChecklists(t *testing.T) {
	f := one(t, teams.Assess(teams.Provisions{}, records(), measure.Date{}, spec.Choices{}).Findings(), "teams.checklist", "", "")
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
		t.Errorf("%v %v", f.Verdict, f.Reason.Code)
	}
}
