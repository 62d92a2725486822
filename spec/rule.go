package spec

// Rule is a calculation in code, described so that it can be listed without
// running anything (规则). Its id is permanent and never reused.
type Rule struct {
	ID       string   // room.name, as reserves.evacuees
	Revision int      // 1, and one more whenever the meaning changes
	Kind     Kind     // what its findings are
	Title    Text     // a short name
	Formula  Text     // the calculation in words
	Source   Source   // the clause
	Reads    []string // keys of the needs it reads, as stock.csv
	Readings []string // ids of the readings it depends on
	Carries  []string // ids of the inventory entries that it carries

	Derivations []Derivation // how each value comes about, for explanations
}

// Kind is what a finding is about (类别).
type Kind uint8

// The kinds of findings. The zero Kind is unset.
const (
	_          Kind = iota
	TargetKind      // a numeric target of the plan
	StandardKind
	DutyKind
	CrossCheckKind // a check of the plan with itself
	FigureKind     // a computed figure that no standard judges
)

var kinds = [...]struct {
	code string
	text Text
}{
	TargetKind:     {"target", Text{EN: "targets", ZH: "目标"}},
	StandardKind:   {"standard", Text{EN: "standards", ZH: "标准"}},
	DutyKind:       {"duty", Text{EN: "duties", ZH: "职责"}},
	CrossCheckKind: {"cross-check", Text{EN: "cross-checks", ZH: "互校"}},
	FigureKind:     {"figure", Text{EN: "figures", ZH: "数据"}},
}

// Kinds returns the kinds in the order of a report.
func Kinds() []Kind {
	return []Kind{TargetKind, StandardKind, DutyKind, CrossCheckKind, FigureKind}
}

// String returns the code: "target", "standard", "duty", "cross-check" or "figure".
func (k Kind) String() string {
	if int(k) >= len(kinds) {
		return ""
	}
	return kinds[k].code
}

// In returns the name of the group in a report.
func (k Kind) In(lang Lang) string {
	if int(k) >= len(kinds) {
		return ""
	}
	return kinds[k].text.In(lang)
}

// MarshalText returns the code.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Undefined declares a clause that the library does not compute, and why
// (未定义条款).
type Undefined struct {
	Carries []string // ids of the inventory entries
	Reason  Text
	Source  Source
}

// Carried says what carries inventory entries (条款承载): a rule, a parameter,
// a catalogue entry, a duty, a reading or a declared gap.
type Carried struct {
	By      string   // id of the carrier
	Entries []string // ids of the inventory entries
}
