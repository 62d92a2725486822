package teams

import "github.com/county-emergency/emergency/spec"

// EvidenceRule says how what a unit states and what the evidence says make one
// answer (答复与佐证的关系). The zero EvidenceRule lets the statement decide.
type EvidenceRule uint8

// The two rules. Neither lets evidence replace a statement without a word: where
// the two contradict, [Contradiction] lists it.
const (
	StatedDecides  EvidenceRule = iota // 以填报为准: evidence fills in only what nobody stated
	EvidenceNeeded                     // 须有佐证: a stated 有 counts as far as evidence proves it
)

// Combine joins the sheet of a unit with the proof of its evidence, item by
// item (答复与佐证合并). What is stated not to apply stays so.
func (s Sheet) Combine(p Proof, rule EvidenceRule) Sheet {
	silent := ^(s.present | s.absent | s.exempt)
	out := s
	out.present |= silent & p.proved
	out.absent |= silent & p.refuted
	if rule == EvidenceNeeded {
		out.present = out.present & (p.proved | ^s.present)
		out.absent |= s.present & p.refuted
	}
	return out
}

// Contradicted returns the items, as bits by position, for which a unit states
// one thing and its evidence says another.
func (s Sheet) Contradicted(p Proof) uint64 {
	return s.present&p.refuted | s.absent&p.proved
}

// Contradiction is an item for which a unit states one thing and the evidence
// says another (填报与佐证不符).
type Contradiction struct {
	Checklist string
	Unit      Unit
	Item      ChecklistItem
	Stated    Answer
	Proved    spec.Verdict
	Derived   bool // evidence was derived from records, not given by the unit
}
