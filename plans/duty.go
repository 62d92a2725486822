package plans

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Entry is what kind of clause a duty comes from (条目类别). The zero Entry is
// unset.
type Entry uint8

// The kinds of clauses that ask somebody to do something.
const (
	_                 Entry = iota
	DutyClause              // 职责
	ProcessClause           // 流程
	ChecklistClause         // 清单
	InstitutionClause       // 机构与机制
	ProjectClause           // 项目
	TargetClause            // 有期限的目标
)

var entries = [...]struct {
	code string
	text spec.Text
}{
	DutyClause:        {"duty", spec.Text{EN: "duty", ZH: "职责"}},
	ProcessClause:     {"process", spec.Text{EN: "process", ZH: "流程"}},
	ChecklistClause:   {"checklist", spec.Text{EN: "checklist", ZH: "清单"}},
	InstitutionClause: {"institution", spec.Text{EN: "institution", ZH: "机制"}},
	ProjectClause:     {"project", spec.Text{EN: "project", ZH: "项目"}},
	TargetClause:      {"target", spec.Text{EN: "dated target", ZH: "限期目标"}},
}

// Entries returns every kind in a fixed order.
func Entries() []Entry {
	return []Entry{DutyClause, ProcessClause, ChecklistClause, InstitutionClause, ProjectClause, TargetClause}
}

// ParseEntry reads the code of a kind, as "process".
func ParseEntry(s string) (Entry, bool) {
	for _, e := range Entries() {
		if entries[e].code == s {
			return e, true
		}
	}
	return 0, false
}

// String returns the code, empty for the zero Entry.
func (e Entry) String() string {
	if int(e) >= len(entries) {
		return ""
	}
	return entries[e].code
}

// In returns the kind in words.
func (e Entry) In(lang spec.Lang) string {
	if int(e) >= len(entries) {
		return ""
	}
	return entries[e].text.In(lang)
}

// Duty is one line of the duty ledger (责任事项): who must do what, how often or
// by when, from which clause, and what shows that it was done.
type Duty struct {
	ID       string
	Entry    Entry
	Bearers  []string // ids; the first leads. Empty where the clause names nobody
	Assigned bool     // the clause names nobody: the bearers are our reading, by who leads in the field
	Action   spec.Text
	When     Recurrence
	WhenFrom spec.Source // where the rhythm stands, zero where it is the clause itself
	Evidence spec.Text   // what is asked for as proof
	Source   spec.Source
	Carries  []string
}

// Lead returns the id of the bearer that leads (牵头责任主体), empty where the
// clause names nobody.
func (d Duty) Lead() string {
	if len(d.Bearers) == 0 {
		return ""
	}
	return d.Bearers[0]
}

// Bears reports whether a bearer has a part in the duty.
func (d Duty) Bears(bearer string) bool { return slices.Contains(d.Bearers, bearer) }

// clock returns where the time of the duty stands.
func (d Duty) clock() spec.Source {
	if d.WhenFrom.IsZero() {
		return d.Source
	}
	return d.WhenFrom
}
