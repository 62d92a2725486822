package spec

// Need is a piece of data that a rule reads and the county has not given
// (待补数据): what to collect.
type Need struct {
	Key      string // where it goes, as county.yaml: years[2020].accident_deaths
	Question Text   // what to ask
	Unit     Unit
	Who      Text // who in the county would know
}

// Subject is whom or what a finding is about (对象), written kind:id.
type Subject struct {
	Kind string // county, township, village, park, team, shelter, lot, project, plan …
	ID   string
	Name string // as the county writes it
}

// String returns kind:id.
func (s Subject) String() string {
	if s.ID == "" {
		return s.Kind
	}
	return s.Kind + ":" + s.ID
}

// Input is one value that went into a finding (计算依据).
type Input struct {
	Name   string // stable name, as area
	Label  Text
	Value  Amount
	Text   string // for an input that is not a number, the same in both languages: a code, an id, a date
	Words  Text   // Text in words, where it is a code
	Unit   Unit
	Source Source // of a figure with a source of its own
}

// Reason says why a verdict is what it is (理由). Code is permanent.
type Reason struct {
	Code string
	Text Text
}

// The codes of reasons that every room uses.
const (
	ReasonCompared      = "compared"         // the actual value was held against the required one
	ReasonNoData        = "no-data"          // data is missing
	ReasonPartial       = "partial-data"     // bounds from partial data decide, or do not
	ReasonZeroBase      = "zero-base"        // a change against zero has no rate
	ReasonUnknownBase   = "unknown-base"     // the base is not known
	ReasonNotDue        = "not-due"          // the deadline lies after the date
	ReasonBreached      = "breached"         // lost for good before the deadline
	ReasonNotInPlan     = "not-in-plan"      // this plan does not set it
	ReasonUndefined     = "undefined"        // the plan gives no members, number or definition
	ReasonFigure        = "figure"           // no standard judges it
	ReasonAgrees        = "agrees"           // the text agrees with itself
	ReasonDisagrees     = "disagrees"        // it does not
	ReasonUnverified    = "unverified"       // the figure that decides was not checked against the print
	ReasonNothingToDo   = "nothing-to-judge" // there is no unit of the kind
	ReasonNotAssessed   = "not-assessed"     // nobody answered
	ReasonAllMet        = "all-met"
	ReasonSomeUnmet     = "some-unmet"
	ReasonInvalidChoice = "invalid-choice"
)

// Finding is what a rule says of a subject: the value, the reason, the source
// and what is missing (评估结论).
type Finding struct {
	Rule       string // id of the calculation in code
	Target     string // the plan's own id, empty where it has none
	Kind       Kind
	Title      Text
	Subject    Subject
	Verdict    Verdict
	Reason     Reason
	Actual     Amount
	Bound      Bound // what Actual stands for
	Comparison Comparison
	Required   Amount
	Unit       Unit
	Gap        Amount // what is missing to Required; never negative
	Inputs     []Input
	Missing    []Need
	Readings   []string // reading=option, for each reading that the result rests on
	Binding    bool     // 约束性: with -strict an unmet one fails the run
	Source     Source
	Weak       []Source // sources of figures used that are unverified, ours or invented
	Basis      *Rule    // the rule in full where the front door set it, not to be changed: what [Finding.Explain] reads
}

// IsWeak reports whether any figure the finding rests on is not firm.
func (f Finding) IsWeak() bool { return len(f.Weak) > 0 }

// Input returns the input of that name, as headroom; ok is false where the
// finding has none, whatever the reason. A value that is not known leaves no
// number: [Amount.Known] of the input's Value tells.
func (f Finding) Input(name string) (in Input, ok bool) {
	for _, in := range f.Inputs {
		if in.Name == name {
			return in, true
		}
	}
	return Input{}, false
}

// Lean adds to the weak sources those of the given that are not firm, once each.
func (f *Finding) Lean(sources ...Source) {
next:
	for _, s := range sources {
		if s.IsZero() || s.Standing.Firm() {
			continue
		}
		for _, have := range f.Weak {
			if have == s {
				continue next
			}
		}
		f.Weak = append(f.Weak, s)
	}
}
