package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/spec"
)

// Diff is what differs between two reports (评估比较): what if the plan, the
// county, a reading or the date were another.
type Diff struct {
	Changes       []Change // flipped verdicts first, then moved numbers, new findings and lost ones
	before, after *Report
}

// Change is one finding that differs between two reports (变化).
type Change struct {
	Kind    ChangeKind
	Before  spec.Finding  // the zero Finding where it appeared
	After   spec.Finding  // the zero Finding where it vanished
	Because []spec.Reason // what differs in what it rests on
}

// ChangeKind says how a finding differs (变化类别).
type ChangeKind uint8

// The kinds of changes, in the order of a comparison.
const (
	_        ChangeKind = iota
	Flipped             // another verdict 结论翻转
	Moved               // the same verdict with another value, requirement or gap 数值变动
	Appeared            // only the later report has it 新增
	Vanished            // only the earlier report has it 消失
)

// String returns "flipped", "moved", "appeared" or "vanished".
func (k ChangeKind) String() string {
	return [...]string{"", "flipped", "moved", "appeared", "vanished"}[k%5]
}

// The codes of the reasons of a change.
const (
	ReasonInputChanged    = "input-changed"
	ReasonInputAppeared   = "input-appeared"
	ReasonInputVanished   = "input-vanished"
	ReasonRequiredChanged = "required-changed"
	ReasonReadingChanged  = "reading-changed"
	ReasonClauseChanged   = "clause-changed"
	ReasonNowKnown        = "now-known"
	ReasonNowMissing      = "now-missing"
	ReasonOtherwise       = "other-reason" // the rule gives another reason
)

// findingKey says which finding of another report is the same one. A plan and
// a county occur once in a report, so that their ids do not matter.
type findingKey struct {
	rule, target, subject string
	nth                   int // of several with the same rule, target and subject
}

func keyed(findings []spec.Finding) ([]findingKey, map[findingKey]int) {
	keys, at := make([]findingKey, len(findings)), make(map[findingKey]int, len(findings))
	for i, f := range findings {
		key := findingKey{rule: f.Rule, target: f.Target, subject: f.Subject.String()}
		if f.Subject.Kind == "plan" || f.Subject.Kind == "county" {
			key.subject = f.Subject.Kind
		}
		for {
			if _, taken := at[key]; !taken {
				break
			}
			key.nth++
		}
		keys[i], at[key] = key, i
	}
	return keys, at
}

// Diff returns what the other report finds differently, with reasons. The
// report is the one before, the other the one after; a report has no difference
// to itself. Single units behind rolled-up findings are not compared.
func (r *Report) Diff(other *Report) Diff {
	return Diff{Changes: changesOf(r.Findings(), other.Findings()), before: r, after: other}
}

func changesOf(before, after []spec.Finding) []Change {
	var out []Change
	keysBefore, atBefore := keyed(before)
	keysAfter, atAfter := keyed(after)
	for i, key := range keysBefore {
		j, there := atAfter[key]
		switch {
		case !there:
			out = append(out, Change{Kind: Vanished, Before: before[i]})
		case before[i].Verdict != after[j].Verdict:
			out = append(out, Change{Kind: Flipped, Before: before[i], After: after[j], Because: because(before[i], after[j])})
		case numbersMoved(before[i], after[j]):
			out = append(out, Change{Kind: Moved, Before: before[i], After: after[j], Because: because(before[i], after[j])})
		}
	}
	for j, key := range keysAfter {
		if _, there := atBefore[key]; !there {
			out = append(out, Change{Kind: Appeared, After: after[j]})
		}
	}
	slices.SortStableFunc(out, func(a, b Change) int { return int(a.Kind) - int(b.Kind) })
	return out
}

func numbersMoved(a, b spec.Finding) bool {
	return !sameNumber(a.Actual, b.Actual) || !sameNumber(a.Required, b.Required) || !sameNumber(a.Gap, b.Gap) ||
		a.Bound != b.Bound || a.Comparison != b.Comparison
}

func sameNumber(a, b spec.Amount) bool {
	return a.Known() == b.Known() && (!a.Known() || a.Equal(b))
}

// because lists what differs in what two findings rest on, in the order of the
// inputs; where nothing does, the reason that the later one gives.
func because(a, b spec.Finding) []spec.Reason {
	var out []spec.Reason
	say := func(code string, text spec.Text) { out = append(out, spec.Reason{Code: code, Text: text}) }
	say2 := func(code string, label spec.Text, before, after spec.Text) {
		say(code, spec.Textf("%s: %s → %s", "%s：%s → %s", label, before, after))
	}
	requirement := func(f spec.Finding) spec.Text {
		return measured(f.Comparison.String(), f.Required, "", f.Unit)
	}
	if a.Comparison != b.Comparison || !sameNumber(a.Required, b.Required) {
		say2(ReasonRequiredChanged, spec.T("required", "要求"), requirement(a), requirement(b))
	}
	for _, name := range inputNames(a.Inputs, b.Inputs) {
		x, y := inputsNamed(a.Inputs, name), inputsNamed(b.Inputs, name)
		for i := range max(len(x), len(y)) {
			switch {
			case i >= len(x):
				say(ReasonInputAppeared, spec.Textf("%s: now %s", "%s：现为 %s", labelOf(y[i]), inputValue(y[i])))
			case i >= len(y):
				say(ReasonInputVanished, spec.Textf("%s: was %s, not used now", "%s：原为 %s，现不采用", labelOf(x[i]), inputValue(x[i])))
			case !sameNumber(x[i].Value, y[i].Value) || x[i].Text != y[i].Text:
				say2(ReasonInputChanged, labelOf(y[i]), inputValue(x[i]), inputValue(y[i]))
			}
		}
	}
	for _, used := range b.Readings {
		if !slices.Contains(a.Readings, used) {
			say(ReasonReadingChanged, spec.Textf("reading %s", "解读 %s", used))
		}
	}
	needs := func(f spec.Finding) (out []string) {
		for _, n := range f.Missing {
			out = append(out, n.Key)
		}
		return out
	}
	for _, key := range needs(a) {
		if !slices.Contains(needs(b), key) {
			say(ReasonNowKnown, spec.Textf("no longer missing: %s", "不再缺：%s", key))
		}
	}
	for _, key := range needs(b) {
		if !slices.Contains(needs(a), key) {
			say(ReasonNowMissing, spec.Textf("now missing: %s", "现缺：%s", key))
		}
	}
	if a.Source != b.Source {
		say2(ReasonClauseChanged, spec.T("clause", "条款"), spec.T(a.Source.String(), a.Source.String()), spec.T(b.Source.String(), b.Source.String()))
	}
	if len(out) == 0 {
		say(ReasonOtherwise, b.Reason.Text)
	}
	return out
}

// inputNames returns each name once, in the order of the earlier inputs and
// then the later ones.
func inputNames(lists ...[]spec.Input) []string {
	var out []string
	seen := map[string]bool{}
	for _, list := range lists {
		for _, in := range list {
			if !seen[in.Name] {
				seen[in.Name] = true
				out = append(out, in.Name)
			}
		}
	}
	return out
}

func inputsNamed(list []spec.Input, name string) []spec.Input {
	return slices.DeleteFunc(slices.Clone(list), func(in spec.Input) bool { return in.Name != name })
}

func labelOf(in spec.Input) spec.Text {
	if in.Label.IsZero() {
		return spec.T(in.Name, in.Name)
	}
	return in.Label
}

func inputValue(in spec.Input) spec.Text { return measured("", in.Value, in.Text, in.Unit) }

// measured writes a number with sign and unit, or the text that stands for one.
func measured(sign string, value spec.Amount, text string, unit spec.Unit) spec.Text {
	switch {
	case value.Known() && sign != "":
		return spec.T(sign+" "+unit.After(value.String(), spec.English), sign+" "+unit.After(value.String(), spec.Chinese))
	case value.Known():
		return spec.T(unit.After(value.String(), spec.English), unit.After(value.String(), spec.Chinese))
	case text != "":
		return spec.T(text, text)
	}
	return spec.T("not known", "未知")
}

// Empty reports whether nothing differs.
func (d Diff) Empty() bool { return len(d.Changes) == 0 }

// Of returns the changes of one kind.
func (d Diff) Of(kind ChangeKind) []Change {
	return slices.DeleteFunc(slices.Clone(d.Changes), func(c Change) bool { return c.Kind != kind })
}

// Text returns the comparison for a terminal, at most 100 columns wide.
func (d Diff) Text(lang spec.Lang) string { return render.DiffText(d.gathered(), lang) }

// Markdown returns the comparison as a page.
func (d Diff) Markdown(lang spec.Lang) string { return render.DiffMarkdown(d.gathered(), lang) }

// JSON returns the comparison for programs, in the format emergency/diff/v1;
// docs/schema/diff.schema.json describes it.
func (d Diff) JSON() []byte { return render.DiffJSON(d.gathered()) }

func (d Diff) gathered() render.Diff {
	var out render.Diff
	if d.before != nil {
		out.Before, out.After = d.before.side(), d.after.side()
	}
	out.Changes = shown(d.Changes)
	return out
}

// side says what a report was made of.
func (r *Report) side() render.Side {
	out := render.Side{Plan: r.planIdentity(), County: r.countyIdentity(), AsOf: r.asOf}
	for _, c := range r.plan.choices.All() {
		out.Readings = append(out.Readings, c.Reading+"="+c.Option)
	}
	return out
}
