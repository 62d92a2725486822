package plans

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ContingencyProvisions is what a five-year plan and the rules behind it ask of
// contingency plans (预案管理规定).
type ContingencyProvisions struct {
	Source  spec.Source // the clause on contingency plans
	Kinds   []KindProvision
	Content []ContentItem
	Clocks  []PlanClock

	Interfaces       []Interface // which kinds must meet others on which sides
	InterfacesSource spec.Source

	// The special plans that the five-year plan says there were at its start,
	// by the hazards they are about. BaseOpen says that its list is left open (等).
	Base       []hazards.Natural
	BaseOpen   bool
	BaseSource spec.Source

	Platform spec.Source // the clause that puts plans on a platform, empty where there is none
}

// KindProvision says that plans of a kind must be made (分级分类).
type KindProvision struct {
	Kind    ContingencyKind
	Source  spec.Source
	Carries []string
}

// Interface says that plans of a kind must meet others on a side (应衔接方面).
type Interface struct {
	Kind ContingencyKind
	Side LinkKind
}

// ContentItem is something that a contingency plan must contain (预案要素).
type ContentItem struct {
	ID       string
	Title    spec.Text
	Kinds    []ContingencyKind // the kinds that must contain it; empty for all
	Evidence Evidence          // a table that proves it where nobody answered
	Source   spec.Source
	Carries  []string
}

// asks reports whether plans of a kind must contain the item.
func (c ContentItem) asks(kind ContingencyKind) bool {
	return len(c.Kinds) == 0 || slices.Contains(c.Kinds, kind)
}

// Evidence is a table of the county's own in which a plan's content shows
// (要素佐证). The zero Evidence is none: only an answer counts.
type Evidence uint8

// The tables.
const (
	_               Evidence = iota
	LevelEvidence            // the plan has rows of response levels
	TriggerEvidence          // each of them says what starts it
	DeciderEvidence          // each of them says who decides
	DrawEvidence             // the plan says what teams, stock and shelters it draws on
)

var evidences = [...]name{
	LevelEvidence:   {"levels", spec.Text{EN: "response levels", ZH: "响应分级"}, nil},
	TriggerEvidence: {"trigger", spec.Text{EN: "triggers of the levels", ZH: "启动条件"}, nil},
	DeciderEvidence: {"decider", spec.Text{EN: "who decides the levels", ZH: "决定主体"}, nil},
	DrawEvidence:    {"resources", spec.Text{EN: "resources drawn on", ZH: "资源需求"}, nil},
}

// ParseEvidence reads the code of a table, as "levels".
func ParseEvidence(s string) (e Evidence, ok bool) {
	i := findName(evidences[:], s)
	return Evidence(i), i > 0
}

// String returns the code, as "levels", empty for the zero Evidence.
func (e Evidence) String() string { return nameAt(evidences[:], int(e)).code }

// ClockKind is what has to happen to a plan again and again, or within a time
// (预案时限). The zero ClockKind is unset.
type ClockKind uint8

// The clocks of a plan.
const (
	_             ClockKind = iota
	FilingClock             // 备案: within working days after the issue
	ReviewClock             // 评估: within months after the issue or the last review
	RevisionClock           // 修订: within months after the issue of the edition
	DrillClock              // 演练: within months after the first issue or the last drill
)

var clockKinds = [...]name{
	FilingClock:   {"filing", spec.Text{EN: "filing", ZH: "备案"}, nil},
	ReviewClock:   {"review", spec.Text{EN: "review", ZH: "评估"}, nil},
	RevisionClock: {"revision", spec.Text{EN: "revision", ZH: "修订"}, nil},
	DrillClock:    {"drill", spec.Text{EN: "drill", ZH: "演练"}, nil},
}

// ClockKinds returns the clocks in order.
func ClockKinds() []ClockKind { return allOf[ClockKind](len(clockKinds)) }

// ParseClockKind reads the code or the Chinese name of a clock, as "filing".
func ParseClockKind(s string) (kind ClockKind, ok bool) {
	i := findName(clockKinds[:], s)
	return ClockKind(i), i > 0
}

// String returns the code, as "filing", empty for the zero ClockKind.
func (k ClockKind) String() string { return nameAt(clockKinds[:], int(k)).code }

// In returns the name of the clock.
func (k ClockKind) In(lang spec.Lang) string { return nameAt(clockKinds[:], int(k)).text.In(lang) }

// PlanClock is a limit of time for plans of some kinds, in one edition of a
// rule (时限规定). The limit of a filing is in working days, of the others in
// months.
type PlanClock struct {
	Clock ClockKind
	Kinds []ContingencyKind
	Limit spec.Figure[measure.Count]
	From  measure.Date // the edition is in force from this day; unset where it always was
}

// clock returns the limit for plans of a kind in force on a day: that of the
// latest edition. ok is false where there is none.
func (p ContingencyProvisions) clock(clock ClockKind, kind ContingencyKind, on measure.Date) (found PlanClock, ok bool) {
	for _, c := range p.Clocks {
		if c.Clock != clock || !slices.Contains(c.Kinds, kind) || !c.Limit.Known() || c.From.After(on) {
			continue
		}
		if !ok || c.From.After(found.From) || found.From.IsZero() && !c.From.IsZero() {
			found, ok = c, true
		}
	}
	return found, ok
}
