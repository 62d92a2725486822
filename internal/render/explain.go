package render

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ExplanationFormat names the JSON form of explanations and its version.
const ExplanationFormat = "emergency/explanation/v1"

// Explained are explanations with what they were computed from.
type Explained struct {
	Plan, County Identity
	AsOf         measure.Date
	List         []spec.Explanation
}

// heading says what plan and county an explanation or a comparison is about.
func (e Explained) head(lang spec.Lang) []string {
	a := Assessment{Plan: e.Plan, County: e.County}
	out := []string{words.paper.In(lang), e.Plan.Name.In(lang), e.County.Name.In(lang) + " " + e.County.ID + " · " + words.asOf.In(lang) + " " + e.AsOf.String()}
	if said := a.invention(lang); said != "" {
		out = append(out, "*** "+said+" ***")
	}
	return out
}

// ExplanationText writes working papers for a terminal, at most 100 columns wide.
func ExplanationText(e Explained, lang spec.Lang) string {
	var b strings.Builder
	for _, line := range e.head(lang) {
		paragraph(&b, 0, columns, line)
	}
	for _, one := range e.List {
		b.WriteString("\n")
		for _, line := range one.Lines(lang) {
			paragraph(&b, 4*line.Level, columns, line.Text)
		}
	}
	return b.String()
}

// ExplanationMarkdown writes working papers as a page.
func ExplanationMarkdown(e Explained, lang spec.Lang) string {
	var b strings.Builder
	for i, line := range e.head(lang) {
		if i == 0 {
			line = "# " + escape(line)
		} else {
			line = escape(line)
		}
		b.WriteString(line + "\n\n")
	}
	for n, one := range e.List {
		if n > 0 {
			b.WriteString("\n")
		}
		for i, line := range one.Lines(lang) {
			switch {
			case i == 0:
				b.WriteString("## " + escape(line.Text) + "\n\n")
			case i == 1:
				b.WriteString(escape(line.Text) + "\n")
			case line.Level == 0:
				b.WriteString("\n### " + escape(line.Text) + "\n\n")
			default:
				b.WriteString(strings.Repeat("  ", line.Level-1) + "- " + escape(line.Text) + "\n")
			}
		}
	}
	return b.String()
}

type jsonStep struct {
	Kind    spec.StepKind `json:"kind"`
	Name    string        `json:"name,omitempty"`
	Label   jsonText      `json:"label"`
	Formula *jsonText     `json:"formula,omitempty"`
	Numbers string        `json:"numbers,omitempty"`
	Sign    string        `json:"sign,omitempty"`
	Bound   spec.Bound    `json:"bound"`
	Value   *string       `json:"value"`
	Text    string        `json:"text,omitempty"`
	Words   *jsonText     `json:"words,omitempty"`
	Unit    string        `json:"unit"`
	Source  *jsonSource   `json:"source,omitempty"`
	Layer   *jsonText     `json:"layer,omitempty"`
	Steps   []jsonStep    `json:"steps"`
}

type jsonExplanation struct {
	Rule     string       `json:"rule"`
	Revision int          `json:"revision"`
	Target   string       `json:"target"`
	Kind     spec.Kind    `json:"kind"`
	Title    jsonText     `json:"title"`
	Subject  string       `json:"subject"`
	Name     string       `json:"subject_name"`
	Verdict  spec.Verdict `json:"verdict"`
	Steps    []jsonStep   `json:"steps"`
}

type jsonExplained struct {
	Format       string            `json:"format"`
	Plan         jsonIdentity      `json:"plan"`
	County       jsonIdentity      `json:"county"`
	AsOf         measure.Date      `json:"as_of"`
	Explanations []jsonExplanation `json:"explanations"`
}

// ExplanationJSON writes explanations for programs; docs/schema has the schema.
func ExplanationJSON(e Explained) []byte {
	out := jsonExplained{Format: ExplanationFormat, Plan: identityOf(e.Plan), County: identityOf(e.County), AsOf: e.AsOf,
		Explanations: make([]jsonExplanation, 0, len(e.List))}
	for _, one := range e.List {
		out.Explanations = append(out.Explanations, jsonExplanation{Rule: one.Rule, Revision: one.Revision, Target: one.Target,
			Kind: one.Kind, Title: textOf(one.Title), Subject: one.Subject.String(), Name: one.Subject.Name,
			Verdict: one.Verdict, Steps: stepsOf(one.Steps)})
	}
	return encode(out)
}

func stepsOf(steps []spec.Step) []jsonStep {
	out := make([]jsonStep, 0, len(steps))
	for _, s := range steps {
		one := jsonStep{Kind: s.Kind, Name: s.Name, Label: textOf(s.Label), Formula: textMaybe(s.Formula), Numbers: s.Numbers, Sign: s.Sign.String(),
			Bound: s.Bound, Value: numberOf(s.Value), Text: s.Text, Words: textMaybe(s.Words), Unit: string(s.Unit),
			Layer: textMaybe(s.Layer), Steps: stepsOf(s.Steps)}
		if !s.Source.IsZero() {
			source := sourceOf(s.Source)
			one.Source = &source
		}
		out = append(out, one)
	}
	return out
}
