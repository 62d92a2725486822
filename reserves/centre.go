package reserves

import "github.com/county-emergency/emergency/spec"

// CentreState is how far a building project has come (项目进度). The zero
// CentreState is unset.
type CentreState uint8

// The states of the reserve centre, from nothing to the end.
const (
	_               CentreState = iota
	CentreNone                  // 未启动
	CentreArgued                // 论证
	CentrePlanned               // 规划
	CentreApproved              // 立项批复
	CentreStarted               // 开工
	CentreCompleted             // 建成
)

var centreStates = [...]word{
	CentreNone:      {"none", spec.Text{EN: "nothing done", ZH: "未启动"}},
	CentreArgued:    {"argued", spec.Text{EN: "argued for", ZH: "论证"}},
	CentrePlanned:   {"planned", spec.Text{EN: "planned", ZH: "规划"}},
	CentreApproved:  {"approved", spec.Text{EN: "approved", ZH: "立项批复"}},
	CentreStarted:   {"started", spec.Text{EN: "started", ZH: "开工"}},
	CentreCompleted: {"completed", spec.Text{EN: "completed", ZH: "建成"}},
}

// CentreStates returns the states in order.
func CentreStates() []CentreState {
	return []CentreState{CentreNone, CentreArgued, CentrePlanned, CentreApproved, CentreStarted, CentreCompleted}
}

// ParseCentreState reads the code of a state, as "started", or its Chinese name;
// ok is false for anything else.
func ParseCentreState(s string) (c CentreState, ok bool) {
	i, ok := find(centreStates[:], s)
	return CentreState(i), ok
}

// String returns the code, as "started".
func (c CentreState) String() string { return at(centreStates[:], int(c)).code }

// In returns the name of the state.
func (c CentreState) In(lang spec.Lang) string { return at(centreStates[:], int(c)).name.In(lang) }

// MarshalText returns the code.
func (c CentreState) MarshalText() ([]byte, error) { return []byte(c.String()), nil }
