package spec

import (
	"strconv"
	"strings"
)

// Line is a line of a working paper (底稿行): how far it is indented, in levels,
// and what it says.
type Line struct {
	Level int
	Text  string
}

// papers are the headings of a working paper.
var papers = [...]struct {
	kind StepKind
	text Text
}{
	{ClauseStep, T("Basis", "依据与口径")},
	{CalculationStep, T("Values and calculation", "取数与计算")},
	{RequirementStep, T("Comparison", "比对")},
	{MissingStep, T("Data missing", "缺失数据")},
	{WeakStep, T("Sources that are not firm", "非正式依据")},
	{ReasonStep, T("Conclusion", "结论")},
}

// heading returns which heading a kind of step stands under.
func (k StepKind) heading() StepKind {
	switch k {
	case ReadingStep:
		return ClauseStep
	case GapStep, LayerStep:
		return RequirementStep
	case ConclusionStep:
		return ReasonStep
	}
	return k
}

// Lines returns the explanation as a working paper: a title, numbered sections
// and, as the last line, the conclusion with the value.
func (e Explanation) Lines(lang Lang) []Line {
	id := e.Rule
	if e.Target != "" {
		id = e.Target + " · " + e.Rule
	}
	if e.Revision > 0 {
		id += Textf(" · revision %d", " · 第 %d 版", e.Revision).In(lang)
	}
	subject := e.Subject.String()
	if e.Subject.Name != "" {
		subject = e.Subject.Name + " " + subject
	}
	out := []Line{{0, e.Title.In(lang) + T(" (", "（").In(lang) + id + T(")", "）").In(lang)},
		{0, T("subject: ", "对象：").In(lang) + subject}}
	section, number, document := StepKind(0), 0, ""
	for _, s := range e.Steps {
		if s.Kind == ClauseStep { // cited in full once
			out = append(out, Line{0, ordinal(1, lang) + papers[0].text.In(lang)})
			section, number = ClauseStep, 1
			out = s.lines(out, 1, "", lang)
			document = s.Source.Document
			continue
		}
		silent := s.Name == "actual" && !s.Value.Known() && e.Verdict != Unknown // decided without a number
		if silent && len(s.Steps) == 0 {
			continue
		}
		if h := s.Kind.heading(); h != section {
			section = h
			number++
			for _, paper := range papers {
				if paper.kind == h {
					out = append(out, Line{0, ordinal(number, lang) + paper.text.In(lang)})
				}
			}
		}
		if silent {
			for _, under := range s.Steps {
				out = under.lines(out, 1, document, lang)
			}
			continue
		}
		out = s.lines(out, 1, document, lang)
	}
	return out
}

// ordinal numbers a section: 一、 in Chinese, 1. in English.
func ordinal(n int, lang Lang) string {
	if lang == Chinese && n >= 1 && n <= 9 {
		return string([]rune("一二三四五六七八九")[n-1]) + "、"
	}
	return strconv.Itoa(n) + ". "
}

// lines writes a step and, indented under it, what it alone rests on; the value
// of the finding stands under everything, as it is worked out on paper. The
// document is cited already.
func (s Step) lines(out []Line, level int, document string, lang Lang) []Line {
	switch s.Kind {
	case ClauseStep:
		if !s.Formula.IsZero() {
			out = append(out, Line{level, T("formula: ", "公式：").In(lang) + s.Formula.In(lang)})
		}
		return append(out, Line{level, T("clause: ", "条款：").In(lang) + s.cited(document, lang)})
	case ReadingStep:
		text := T("reading ", "解读 ").In(lang) + s.Name
		if !s.Words.IsZero() {
			text += T(": ", "：").In(lang) + s.Label.In(lang) + " → " + s.Words.In(lang)
		}
		return append(out, Line{level, text})
	case WeakStep:
		return append(out, Line{level, s.cited(document, lang)})
	case ReasonStep:
		return append(out, Line{level, s.Words.In(lang)})
	case MissingStep:
		text := s.Name + T(": ", "：").In(lang) + s.Label.In(lang)
		if unit := s.Unit.In(lang); unit != "" {
			text += " [" + unit + "]"
		}
		if !s.Words.IsZero() {
			text += " – " + s.Words.In(lang)
		}
		return append(out, Line{level, text})
	case ConclusionStep:
		text := s.Label.In(lang) + T(": ", "：").In(lang) + s.Words.In(lang)
		if s.Value.Known() {
			text += T(", ", "，").In(lang) + s.value(lang)
		}
		return append(out, Line{level, text})
	}
	if s.Name == "actual" { // the result stands under what it rests on, a value before it above
		for _, under := range s.Steps {
			out = under.lines(out, level, document, lang)
		}
		s.Steps = nil
	}
	text := s.Label.In(lang) + " " + s.signed(lang)
	if !s.Formula.IsZero() {
		sign := "="
		if s.Sign != 0 {
			sign = s.Sign.String()
		}
		text = s.Label.In(lang) + " " + sign + " " + s.Formula.In(lang)
		if s.Numbers != "" {
			text += " = " + s.Numbers
		}
		text += " " + s.signed(lang)
	}
	if !s.Words.IsZero() && !s.reported() {
		text += T(" – ", "——").In(lang) + s.Words.In(lang)
	}
	if cited := s.cited(document, lang); cited != "" && s.Kind != RequirementStep {
		text += " " + cited
	}
	out = append(out, Line{level, text})
	for _, under := range s.Steps {
		out = under.lines(out, level+1, document, lang)
	}
	return out
}

// signed writes the value after its sign, "=" unless it is a bound already or
// printed rounded.
func (s Step) signed(lang Lang) string {
	value := s.value(lang)
	switch {
	case s.Sign != 0 && s.Formula.IsZero():
		return s.Sign.String() + " " + value
	case s.Value.Known() && s.Bound != ExactBound:
		return value
	case s.Value.rounded():
		return "≈ " + value
	}
	return "= " + value
}

// value writes the number with bound and unit, the text, or that it is unknown.
func (s Step) value(lang Lang) string {
	switch {
	case s.Value.Known():
		number := s.Value.String()
		switch s.Bound {
		case AtLeastBound:
			number = "≥ " + number
		case AtMostBound:
			number = "≤ " + number
		}
		number = s.Unit.After(number, lang)
		if said := s.said(lang); said != "" {
			number += T(" (", "（").In(lang) + said + T(")", "）").In(lang)
		}
		return number
	case s.said(lang) != "":
		return s.said(lang)
	}
	return T("not known", "未知").In(lang)
}

// reported reports whether the step is an input as it came.
func (s Step) reported() bool { return s.Kind == InputStep || s.Kind == FigureStep }

// said is what an input says that is not a number, in words where it has them.
func (s Step) said(lang Lang) string {
	if s.reported() && !s.Words.IsZero() {
		return s.Words.In(lang)
	}
	return s.Text
}

// cited writes the source with its standing and the layer in brackets, without
// the document where it is the one given.
func (s Step) cited(document string, lang Lang) string {
	if s.Source.IsZero() {
		return ""
	}
	source := s.Source
	if source.Document == document && source.Place != "" {
		source.Document, source.Number = "", ""
	}
	var parts []string
	if name := source.String(); name != "" {
		parts = append(parts, name)
	}
	if standing := s.Source.Standing.In(lang); standing != "" {
		parts = append(parts, standing)
	}
	if !s.Layer.IsZero() {
		parts = append(parts, T("layer: ", "层级：").In(lang)+s.Layer.In(lang))
	}
	return T("[", "［").In(lang) + strings.Join(parts, T(", ", "，").In(lang)) + T("]", "］").In(lang)
}

// Text returns the explanation as plain text, two blanks a level, not wrapped.
func (e Explanation) Text(lang Lang) string {
	var b strings.Builder
	for _, line := range e.Lines(lang) {
		b.WriteString(strings.Repeat("  ", line.Level) + line.Text + "\n")
	}
	return b.String()
}
