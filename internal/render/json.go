package render

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ReportFormat names the JSON form of a report and its version.
const ReportFormat = "emergency/report/v1"

type jsonText struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

func textOf(t spec.Text) jsonText { return jsonText{ZH: t.ZH, EN: t.EN} }

type jsonIdentity struct {
	ID       string   `json:"id"`
	Name     jsonText `json:"name"`
	Invented bool     `json:"invented"`
}

type jsonSource struct {
	Document string `json:"document"`
	Number   string `json:"number,omitempty"`
	Place    string `json:"place"`
	Standing string `json:"standing"`
}

func sourceOf(s spec.Source) jsonSource {
	return jsonSource{Document: s.Document, Number: s.Number, Place: s.Place, Standing: s.Standing.String()}
}

func sourcesOf(list []spec.Source) []jsonSource {
	out := make([]jsonSource, 0, len(list))
	for _, s := range list {
		out = append(out, sourceOf(s))
	}
	return out
}

type jsonInput struct {
	Name  string    `json:"name"`
	Label *jsonText `json:"label,omitempty"`
	Value *string   `json:"value"`
	Unit  string    `json:"unit"`

	Source *jsonSource `json:"source,omitempty"` // of a figure with a source of its own
}

type jsonNeed struct {
	Key      string   `json:"key"`
	Question jsonText `json:"question"`
	Unit     string   `json:"unit"`
	Who      jsonText `json:"who"`
	Rules    []string `json:"rules,omitempty"`
}

// jsonCollect is a need of the whole report: how many verdicts wait for it.
type jsonCollect struct {
	jsonNeed
	Alone int `json:"settles_alone"`
	Among int `json:"settles_with_others"`
}

type jsonFinding struct {
	Rule       string       `json:"rule"`
	Target     string       `json:"target"`
	Kind       spec.Kind    `json:"kind"`
	Title      jsonText     `json:"title"`
	Subject    string       `json:"subject"`
	Name       string       `json:"subject_name"`
	Verdict    spec.Verdict `json:"verdict"`
	Reason     string       `json:"reason"`
	Text       jsonText     `json:"text"`
	Actual     *string      `json:"actual"`
	Bound      spec.Bound   `json:"bound"`
	Comparison string       `json:"comparison"`
	Required   *string      `json:"required"`
	Unit       string       `json:"unit"`
	Gap        *string      `json:"gap"`
	Binding    bool         `json:"binding"`
	Inputs     []jsonInput  `json:"inputs"`
	Missing    []jsonNeed   `json:"missing"`
	Reading    string       `json:"reading"`
	Source     jsonSource   `json:"source"`
	Weak       []jsonSource `json:"weak_sources"`
}

type jsonTally struct {
	Met           int `json:"met"`
	Unmet         int `json:"unmet"`
	Unknown       int `json:"unknown"`
	NotApplicable int `json:"not-applicable"`
}

type jsonReport struct {
	Format   string               `json:"format"`
	Plan     jsonIdentity         `json:"plan"`
	County   jsonIdentity         `json:"county"`
	Period   measure.Period       `json:"period"`
	AsOf     measure.Date         `json:"as_of"`
	Remarks  []jsonText           `json:"remarks,omitempty"`
	Findings []jsonFinding        `json:"findings"`
	Totals   map[string]jsonTally `json:"totals"`
	Units    *jsonTally           `json:"units,omitempty"` // of the findings, single units; totals leave them out
	Collect  []jsonCollect        `json:"collect"`
	Weak     []jsonSource         `json:"weak_sources"`
	Layers   []jsonLayerRow       `json:"layers,omitempty"`
	Editions []jsonEdition        `json:"editions,omitempty"`
}

// JSON writes the report for programs. Numbers are decimal strings, null where
// there is none; texts are in both languages; keys are in a fixed order.
func JSON(a Assessment) []byte {
	report := jsonReport{
		Format:   ReportFormat,
		Plan:     identityOf(a.Plan),
		County:   identityOf(a.County),
		Period:   a.Period,
		AsOf:     a.AsOf,
		Findings: make([]jsonFinding, 0, len(a.Findings)),
		Totals:   map[string]jsonTally{},
		Collect:  []jsonCollect{},
		Weak:     sourcesOf(a.Weak),
		Layers:   layersOf(a.Layers),
		Editions: editionsOf(a.Editions),
	}
	for _, f := range a.Findings {
		report.Findings = append(report.Findings, findingOf(f))
	}
	for _, t := range a.Totals {
		report.Totals[t.Kind.String()] = jsonTally(t.Count)
	}
	report.Totals["all"] = jsonTally(a.All())
	if a.Units.Total() > 0 {
		units := jsonTally(a.Units)
		report.Units = &units
	}
	for _, remark := range a.Remarks {
		report.Remarks = append(report.Remarks, textOf(remark))
	}
	for _, c := range a.Collect {
		need := needOf(c.Need)
		need.Rules = c.Rules
		report.Collect = append(report.Collect, jsonCollect{need, c.Alone, c.Among})
	}
	return encode(report)
}

// encode writes a value in a fixed layout, ending in a newline.
func encode(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		// Every field is a string, number or list of them: this cannot fail.
		return nil
	}
	return b.Bytes()
}

func identityOf(i Identity) jsonIdentity {
	return jsonIdentity{ID: i.ID, Name: textOf(i.Name), Invented: i.Invented}
}

// textMaybe is a text that may be left out.
func textMaybe(t spec.Text) *jsonText {
	if t.IsZero() {
		return nil
	}
	out := textOf(t)
	return &out
}

func findingOf(f spec.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Target: f.Target, Kind: f.Kind, Title: textOf(f.Title),
		Subject: f.Subject.String(), Name: f.Subject.Name, Verdict: f.Verdict,
		Reason: f.Reason.Code, Text: textOf(f.Reason.Text),
		Actual: numberOf(f.Actual), Bound: f.Bound, Comparison: f.Comparison.String(),
		Required: numberOf(f.Required), Unit: string(f.Unit), Gap: numberOf(f.Gap), Binding: f.Binding,
		Inputs: make([]jsonInput, 0, len(f.Inputs)), Missing: make([]jsonNeed, 0, len(f.Missing)),
		Reading: strings.Join(f.Readings, ", "), Source: sourceOf(f.Source), Weak: sourcesOf(f.Weak),
	}
	for _, in := range f.Inputs {
		one := jsonInput{Name: in.Name, Value: numberOf(in.Value), Unit: string(in.Unit)}
		if one.Value == nil && in.Text != "" {
			one.Value = &in.Text
		}
		one.Label = textMaybe(in.Label)
		if !in.Source.IsZero() {
			source := sourceOf(in.Source)
			one.Source = &source
		}
		out.Inputs = append(out.Inputs, one)
	}
	for _, need := range f.Missing {
		out.Missing = append(out.Missing, needOf(need))
	}
	return out
}

func needOf(n spec.Need) jsonNeed {
	return jsonNeed{Key: n.Key, Question: textOf(n.Question), Unit: string(n.Unit), Who: textOf(n.Who)}
}

// numberOf is the printed number, nil where there is none.
func numberOf(a spec.Amount) *string {
	if !a.Known() {
		return nil
	}
	s := a.String()
	return &s
}
