package spec

// StepKind says what a step of an explanation is (步骤类别).
type StepKind uint8

// The kinds of steps, in the order of a working paper.
const (
	_               StepKind = iota
	ClauseStep               // the clause and the formula in words
	ReadingStep              // how an unclear clause is understood
	InputStep                // a value that the county reports or that was computed before
	FigureStep               // a figure of the plan or of a standard, with its source
	CalculationStep          // a value computed from the steps below it
	RequirementStep          // what the value is held against
	LayerStep                // what one layer says of the same thing
	GapStep                  // what is lacking
	MissingStep              // what nobody has supplied
	WeakStep                 // a source that is not firm
	ReasonStep               // why
	ConclusionStep           // the verdict and the value: always the last one
)

var stepKinds = [...]string{ClauseStep: "clause", ReadingStep: "reading", InputStep: "input", FigureStep: "figure",
	CalculationStep: "calculation", RequirementStep: "requirement", LayerStep: "layer", GapStep: "gap", MissingStep: "missing",
	WeakStep: "weak-source", ReasonStep: "reason", ConclusionStep: "conclusion"}

// String returns the code, as "figure".
func (k StepKind) String() string {
	if int(k) >= len(stepKinds) {
		return ""
	}
	return stepKinds[k]
}

// MarshalText returns the code.
func (k StepKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Step is one line of an explanation with the steps it rests on (计算步骤).
type Step struct {
	Kind    StepKind
	Name    string // stable name, as the input's; empty where there is none
	Label   Text
	Formula Text       // in words, where the step computes
	Numbers string     // the formula with its numbers, ≈ before a rounded one
	Sign    Comparison // of a requirement
	Bound   Bound      // what Value stands for
	Value   Amount
	Text    string // a value that is not a number, the same in both languages
	Words   Text   // a value or remark in words
	Unit    Unit
	Source  Source
	Layer   Text // which layer gave the figure, where layers are known
	Steps   []Step
}

// Explanation is a finding as the calculation that led to it (计算底稿). It is
// built when asked for; a finding alone holds none.
type Explanation struct {
	Rule     string
	Revision int // 0 where the rule was not at hand
	Target   string
	Kind     Kind
	Title    Text
	Subject  Subject
	Verdict  Verdict
	Steps    []Step // the last one is the conclusion
}

// Explain returns the calculation behind the finding as lines of text, the
// last of them the conclusion. [Finding.Explanation] has the tree.
func (f Finding) Explain(lang Lang) string {
	return f.Explanation(Rule{}, nil).Text(lang)
}

// Explanation returns the calculation behind the finding. The rule supplies the
// formula, the derivations and the revision, the readings the words of the
// choices; both may be left out. The zero rule is the finding's own where it has
// one.
func (f Finding) Explanation(rule Rule, readings []Reading) Explanation {
	if rule.ID == "" && f.Basis != nil {
		rule = *f.Basis
	}
	e := Explanation{Rule: f.Rule, Target: f.Target, Kind: f.Kind, Title: f.Title, Subject: f.Subject, Verdict: f.Verdict,
		Revision: rule.Revision}
	e.Steps = append(e.Steps, Step{Kind: ClauseStep, Label: f.Title, Formula: rule.Formula, Source: f.Source})
	for _, used := range f.Readings {
		e.Steps = append(e.Steps, readingStep(used, readings))
	}
	tree := treeOf(f, f.Workings(rule.Derivations))
	e.Steps = append(e.Steps, tree.worked(Step{Kind: CalculationStep, Name: "actual", Label: T("actual", "实际"), Value: f.Actual,
		Bound: f.Bound, Unit: f.Unit, Steps: tree.top}))
	if f.Required.Known() {
		e.Steps = append(e.Steps, tree.worked(Step{Kind: RequirementStep, Name: "required", Label: T("required", "要求"),
			Sign: f.Comparison, Value: f.Required, Unit: f.Unit, Source: f.Source}))
	}
	if f.Gap.Known() && f.Gap.Exact().Sign() > 0 {
		e.Steps = append(e.Steps, tree.worked(Step{Kind: GapStep, Name: "gap", Label: T("gap", "差距"), Value: f.Gap, Unit: f.Unit}))
	}
	for _, need := range f.Missing {
		e.Steps = append(e.Steps, Step{Kind: MissingStep, Name: need.Key, Label: need.Question, Words: need.Who, Unit: need.Unit})
	}
	for _, s := range f.Weak {
		e.Steps = append(e.Steps, Step{Kind: WeakStep, Label: T("not firm", "非正式依据"), Source: s})
	}
	if !f.Reason.Text.IsZero() {
		e.Steps = append(e.Steps, Step{Kind: ReasonStep, Name: f.Reason.Code, Label: T("reason", "理由"), Words: f.Reason.Text})
	}
	e.Steps = append(e.Steps, Step{Kind: ConclusionStep, Name: f.Verdict.String(), Label: T("conclusion", "结论"),
		Words: f.verdictWords(), Value: f.Actual, Bound: f.Bound, Unit: f.Unit})
	return e
}

// verdictWords says the verdict; a figure that nothing judges is none.
func (f Finding) verdictWords() Text {
	if f.Verdict == NotApplicable && f.Reason.Code == ReasonFigure {
		return T("a figure that nothing judges", "仅为数据，不作判定")
	}
	return Text{EN: f.Verdict.In(English), ZH: f.Verdict.In(Chinese)}
}

// readingStep says a choice in words where the reading is at hand.
func readingStep(used string, readings []Reading) Step {
	out := Step{Kind: ReadingStep, Name: used, Label: T(used, used)}
	for _, r := range readings {
		for _, option := range r.Options {
			if Used(r, option.ID) == used {
				out.Label, out.Words, out.Source = r.Question, option.Text, r.Source
			}
		}
	}
	return out
}
