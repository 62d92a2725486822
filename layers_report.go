package emergency

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// markLayers writes into findings, their titles too, which figure of another
// layer was chosen: the plan's own figure in a title is then not the one held
// against.
func (p *plan) markLayers(findings []spec.Finding) {
	for _, c := range p.choices.All() {
		id, isLayer := strings.CutPrefix(c.Reading, layerPrefix)
		if !isLayer || c.Option == CountyLayer.String() {
			continue
		}
		for _, figure := range p.layered {
			for i := range findings {
				if figure.ID == id && figure.concerns(findings[i]) {
					findings[i].Readings = append(slices.Clip(findings[i].Readings), c.Reading+"="+c.Option)
					findings[i].Title = spec.Textf("%s (by the figure of the %s)", "%s（采用%s数值）", findings[i].Title, figure.Decides)
				}
			}
		}
	}
}

func (l LayeredFigure) concerns(f spec.Finding) bool {
	return slices.Contains(l.Concerns, f.Rule) || f.Target != "" && slices.Contains(l.Concerns, f.Target)
}

// traceLayers writes into an explanation which layer gave each figure, and puts
// what the other layers say beside the requirement.
func (p *plan) traceLayers(f spec.Finding, e *spec.Explanation) {
	p.traceSteps(e.Steps)
	var beside []spec.Step
	for _, figure := range p.layered {
		if figure.concerns(f) {
			if figure.Path != "" {
				beside = append(beside, layerStep(figure.Own, figure.Decides == CountyLayer))
			}
			for _, v := range figure.Beside {
				beside = append(beside, layerStep(v, figure.Decides == v.Layer || figure.Path == "" && v.Finding == f.Rule))
			}
		}
	}
	at := slices.IndexFunc(e.Steps, func(s spec.Step) bool { return s.Kind > spec.RequirementStep })
	e.Steps = slices.Insert(e.Steps, at, beside...)
}

func (p *plan) traceSteps(steps []spec.Step) {
	for i := range steps {
		if layer := p.layerOf(steps[i].Source); layer != 0 && steps[i].Kind == spec.FigureStep {
			steps[i].Layer = textOf(layer)
		}
		p.traceSteps(steps[i].Steps)
	}
}

func textOf(l Layer) spec.Text { return spec.T(l.In(spec.English), l.In(spec.Chinese)) }

func layerStep(v LayerValue, decides bool) spec.Step {
	words := spec.T("stands beside", "并列参照")
	if decides {
		words = spec.T("decides", "以此为准")
	}
	if span := v.span(); !span.IsZero() {
		words = spec.Textf("%s, %s", "%s，%s", words, span)
	}
	if v.Mandatory {
		words = spec.Textf("%s, a mandatory norm", "%s，强制性规定", words)
	}
	return spec.Step{Kind: spec.LayerStep, Name: v.Layer.String(), Label: textOf(v.Layer), Text: v.Value, Words: words, Source: v.Source}
}

// span says when a value is in force, nothing where that is not known.
func (v LayerValue) span() spec.Text { return span(v.From, v.To) }

func span(from, to measure.Date) spec.Text {
	switch {
	case from.IsZero() && to.IsZero():
		return spec.Text{}
	case to.IsZero():
		return spec.Textf("in force from %s", "自 %s 施行", from)
	}
	return spec.Textf("in force %s to %s", "%s 至 %s 有效", from, to)
}

// layerRows are the layered figures as a report shows them.
func (r *Report) layerRows(findings []spec.Finding) []render.LayerRow {
	var out []render.LayerRow
	for _, figure := range r.plan.layered {
		if r.only != "" && !slices.ContainsFunc(findings, figure.concerns) {
			continue // a part of a report shows what concerns it
		}
		row := render.LayerRow{ID: figure.ID, Title: figure.Title}
		if figure.Path != "" {
			row.Values = append(row.Values, layerValue(figure.Own, figure.Decides == CountyLayer, r.asOf))
		}
		for _, v := range figure.Beside {
			row.Values = append(row.Values, layerValue(v, figure.Decides == v.Layer, r.asOf))
		}
		out = append(out, row)
	}
	return out
}

func layerValue(v LayerValue, decides bool, asOf measure.Date) render.LayerValue {
	return render.LayerValue{Layer: v.Layer.String(), Name: textOf(v.Layer), Value: v.Value, Source: v.Source, From: v.From, To: v.To, Span: v.span(),
		Decides: decides, Mandatory: v.Mandatory, Finding: v.Finding,
		NotInForce: !v.From.IsZero() && v.From.After(asOf) || !v.To.IsZero() && asOf.After(v.To)}
}

// editionRows are the documents that findings cite by an edition, with the
// edition in force on the date beside it.
func (r *Report) editionRows(findings []spec.Finding) []render.EditionRow {
	var out []render.EditionRow
	seen := map[string]bool{}
	note := func(s spec.Source) {
		for _, d := range r.plan.cited {
			if d.Document != s.Document || s.Number == "" {
				continue
			}
			key := d.Document + "\x00" + s.Number
			if seen[key] {
				continue
			}
			seen[key] = true
			row := render.EditionRow{Document: d.Document, Layer: textOf(d.Layer), Cited: s.Number}
			if e, ok := d.InForce(r.asOf); ok {
				row.InForce, row.Span = e.Number, span(e.From, e.To)
			}
			out = append(out, row)
		}
	}
	for _, f := range findings {
		note(f.Source)
		for _, in := range f.Inputs {
			note(in.Source)
		}
		for _, s := range f.Weak {
			note(s)
		}
	}
	return out
}
