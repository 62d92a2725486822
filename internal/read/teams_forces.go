package read

import (
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// teamsForces reads what a plan provides for the forces themselves.
func teamsForces(n *strict.Node, c *Context) (f teams.Forces) {
	m, ok := n.Map()
	if !ok {
		return f
	}
	f.Kinds, _ = strict.Figure(m.Get("kinds"), c.Source, wordsAs(teams.ParseKind, teamsKinds))
	f.Fields, _ = strict.Figure(m.Get("fields"), c.Source, wordsAs(teams.ParseField, teamsFields))
	f.Conditional, _ = strict.Figure(m.Get("fields_conditional"), c.Source, (*strict.Node).Bool)
	f.Pools, _ = strict.Figure(m.Get("wartime_pools"), c.Source, wordsAs(teams.ParsePool, func() []string { return append(teamsFields(), teamsKinds()...) }))
	f.UnmannedIn, _ = strict.Figure(m.Get("unmanned_in"), c.Source, wordsAs(teams.ParseField, teamsFields))
	f.RenewalDays, _ = strict.Figure(m.Get("renewal_days"), c.Source, (*strict.Node).Count)
	f.GraceDays, _ = strict.Figure(m.Get("grace_days"), c.Source, (*strict.Node).Count)
	f.TrainingInterval, _ = strict.Figure(m.Get("training_interval_days"), c.Source, (*strict.Node).Count)
	f.RatingInterval, _ = strict.Figure(m.Get("rating_interval_days"), c.Source, (*strict.Node).Count)
	asks := func(key string) spec.Figure[bool] {
		asked, _ := strict.Figure(m.Get(key), c.Source, (*strict.Node).Bool)
		return asked
	}
	f.TwoModes, f.TeamEquipment, f.ExpertPool = asks("two_modes"), asks("team_equipment"), asks("expert_pool")
	f.HazardTraining, f.JointTraining, f.Ratings = asks("hazard_training"), asks("joint_training"), asks("social_ratings")
	f.ProtectionEach, _ = strict.Figure(m.Get("protection_each"), c.Source, (*strict.Node).Count)
	f.Reach, _ = strict.Figure(m.Get("reach_within"), c.Source, (*strict.Node).Duration)
	for _, s := range m.Get("reach_skills").Texts() {
		f.ReachSkills = append(f.ReachSkills, teamsSkill(s))
	}
	m.Done()
	return f
}

// wordsAs reads a list of words of a closed set.
func wordsAs[T any](parse func(string) (T, bool), known func() []string) func(*strict.Node) ([]T, bool) {
	return func(n *strict.Node) ([]T, bool) {
		var out []T
		good := n.IsList()
		for _, at := range n.List() {
			v, ok := strict.Choice(at, parse, known()...)
			if good = good && ok; ok {
				out = append(out, v)
			}
		}
		return out, good
	}
}

func teamsFields() []string {
	var out []string
	for _, f := range teams.Fields() {
		out = append(out, f.String())
	}
	return out
}

// teamsSkill is a skill as written: the plan's word for a field is its code.
func teamsSkill(s string) teams.Skill {
	if f, ok := teams.ParseField(s); ok {
		return f.Skill()
	}
	return teams.Skill(s)
}

// teamsSkills reads a list of skills in one cell, parted by 、 ; or blanks.
func teamsSkills(cell strict.Cell) []teams.Skill {
	var out []teams.Skill
	for _, s := range cellWords(cell) {
		out = append(out, teamsSkill(s))
	}
	return out
}

// cellWords splits a cell into words.
func cellWords(cell strict.Cell) []string {
	text, ok := cell.Text()
	if !ok {
		return nil
	}
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、；;，, ", r) })
}

// FaultTeamHazard is the code of a word that is no natural hazard.
const FaultTeamHazard = "teams.hazard"

// teamsHazards reads a list of natural hazards in one cell.
func teamsHazards(cell strict.Cell) []hazards.Natural {
	var out []hazards.Natural
	for _, s := range cellWords(cell) {
		h, ok := hazards.ParseNatural(s)
		if !ok {
			cell.Fault(FaultTeamHazard, s, spec.Textf("%q is no natural hazard", "%q 不是自然灾害灾种", spec.Shorten(s)))
			continue
		}
		out = append(out, h)
	}
	return out
}

// ripeFields reads {yes: [...], no: [...]}: for which fields conditions for a
// professional team are ripe.
func ripeFields(n *strict.Node) (r teams.Ripeness) {
	m, ok := n.Map()
	if !ok {
		return r
	}
	of := func(key string) teams.FieldSet {
		list, _ := wordsAs(teams.ParseField, teamsFields)(m.Get(key))
		return teams.FieldsOf(list...)
	}
	r.Yes, r.No = of("yes"), of("no")
	if both := r.Yes & r.No; both != 0 {
		m.Get("no").Fault(strict.CodeDuplicateItem, both.List()[0].String(), spec.Textf("%q stands under yes and no", "%q 同时列为成熟和不成熟", both.List()[0]))
	}
	m.Done()
	return r
}
