package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// EvidenceState is what a piece of evidence says of a duty (履职状态). The zero
// EvidenceState is unset.
type EvidenceState uint8

// The states.
const (
	_       EvidenceState = iota
	Done                  // 已完成: done, or in force
	NotDone               // 未完成
	Lapsed                // 失效: what was shown before no longer holds
	Waived                // 不适用
)

var evidenceStates = [...]struct {
	code string
	text spec.Text
	also string
}{
	Done:    {"done", spec.Text{EN: "done", ZH: "已完成"}, "完成"},
	NotDone: {"not-done", spec.Text{EN: "not done", ZH: "未完成"}, "未落实"},
	Lapsed:  {"lapsed", spec.Text{EN: "lapsed", ZH: "失效"}, "已失效"},
	Waived:  {"na", spec.Text{EN: "n/a", ZH: "不适用"}, "免于"},
}

// ParseEvidenceState reads the code or the Chinese name of a state.
func ParseEvidenceState(s string) (EvidenceState, bool) {
	for e := Done; e <= Waived; e++ {
		if row := evidenceStates[e]; s == row.code || s == row.text.ZH || s == row.also {
			return e, true
		}
	}
	return 0, false
}

// String returns the code, empty for the zero EvidenceState.
func (e EvidenceState) String() string {
	if int(e) >= len(evidenceStates) {
		return ""
	}
	return evidenceStates[e].code
}

// In returns the state in words.
func (e EvidenceState) In(lang spec.Lang) string {
	if int(e) >= len(evidenceStates) {
		return ""
	}
	return evidenceStates[e].text.In(lang)
}

// verdict is what the state alone says.
func (e EvidenceState) verdict() spec.Verdict {
	switch e {
	case Done:
		return spec.Met
	case NotDone, Lapsed:
		return spec.Unmet
	case Waived:
		return spec.NotApplicable
	}
	return spec.Unknown
}

// DutyEvidence is one record of a county about a duty (履职佐证). The paper itself
// stays with the county: only its hash is kept.
type DutyEvidence struct {
	Duty  string // id
	On    measure.Date
	State EvidenceState
	Hash  string // SHA-256 of the paper, 64 hexadecimal digits, empty where none was given
}

// IsEvidenceHash reports whether a text is a SHA-256 hash: 64 hexadecimal
// digits in lower case.
func IsEvidenceHash(s string) bool {
	if len(s) != 64 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// supersedes reports whether evidence decides over other evidence of the same
// duty: the later does, and on one day what speaks against the duty, so that
// more proof of its doing never turns it from met to unmet.
func (e DutyEvidence) supersedes(o DutyEvidence) bool {
	if e.On != o.On {
		return e.On.Compare(o.On) > 0
	}
	return e.State.weight() > o.State.weight()
}

func (e EvidenceState) weight() int {
	switch e {
	case NotDone, Lapsed:
		return 3
	case Waived:
		return 2
	case Done:
		return 1
	}
	return 0
}
