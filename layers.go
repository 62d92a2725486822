package emergency

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Layer is whose figure it is (层级).
type Layer uint8

// The layers. The zero Layer is not known.
const (
	_            Layer = iota
	CountyLayer        // the plan's own county 县
	Municipality       // 市
	Nation             // 国家
)

// layersFile is the file of a plan on other layers.
const layersFile = "layers.yaml"

var layerNames = [...]struct {
	code string
	text spec.Text
}{
	CountyLayer:  {"county", spec.T("county", "县")},
	Municipality: {"municipality", spec.T("municipality", "市")},
	Nation:       {"nation", spec.T("nation", "国家")},
}

// ParseLayer reads "county", "municipality" or "nation".
func ParseLayer(s string) (Layer, bool) {
	for l := CountyLayer; l <= Nation; l++ {
		if layerNames[l].code == s {
			return l, true
		}
	}
	return 0, false
}

// String returns the code.
func (l Layer) String() string {
	if int(l) >= len(layerNames) {
		return ""
	}
	return layerNames[l].code
}

// In returns the name of the layer.
func (l Layer) In(lang spec.Lang) string {
	if int(l) >= len(layerNames) {
		return ""
	}
	return layerNames[l].text.In(lang)
}

// LayeredFigure is a figure of the plan with those that other layers set for
// the same thing (分层参数). The county's own decides; another one decides only
// where it is chosen as the reading layers.<ID>, with [FiveYearPlan.With] or
// under readings in plan.yaml.
type LayeredFigure struct {
	ID       string
	Title    spec.Text
	Path     string // place in the plan's files, empty where the plan sets none
	Concerns []string
	Own      LayerValue // what the plan itself says, zero where it says nothing
	Beside   []LayerValue
	Decides  Layer // whose figure is calculated with; 0 where the plan sets none
	file, at string
	key      string
}

// LayerValue is what one layer says.
type LayerValue struct {
	Layer     Layer
	Value     string // as the plan's file would write it
	Source    spec.Source
	From, To  measure.Date // in force; unset where not known
	Mandatory bool         // a norm that binds whatever the plan says: a finding of its own, or the same figure
	Finding   string       // the rule that judges a mandatory norm
}

// Edition is one edition of a document with when it holds (版本).
type Edition struct {
	Number   string
	From, To measure.Date
}

// CitedDocument is a document with its layer and editions.
type CitedDocument struct {
	Document string
	Layer    Layer
	Editions []Edition
}

// InForce returns the edition in force on a date, or none where that is not known.
func (d CitedDocument) InForce(date measure.Date) (Edition, bool) {
	for _, e := range slices.Backward(d.Editions) {
		if !e.From.IsZero() && !e.From.After(date) && (e.To.IsZero() || !date.After(e.To)) {
			return e, true
		}
	}
	return Edition{}, false
}

// Layers returns the figures that other layers set beside the plan's.
func (f FiveYearPlan) Layers() []LayeredFigure { return slices.Clone(f.content().layered) }

// Editions returns the documents whose layer or editions the plan states.
func (f FiveYearPlan) Editions() []CitedDocument { return slices.Clone(f.content().cited) }

// layerOf returns which layer a source belongs to, 0 where it is not known.
func (p *plan) layerOf(s spec.Source) Layer {
	switch {
	case s.IsZero():
		return 0
	case s.Document == p.source.Document:
		return CountyLayer
	}
	for _, d := range p.cited {
		if d.Document == s.Document {
			return d.Layer
		}
	}
	for _, f := range p.layered {
		for _, v := range f.Beside {
			if v.Source == s {
				return v.Layer
			}
		}
	}
	return 0
}

// layerPrefix begins the reading that chooses a layer.
const layerPrefix = "layers."

// layerReadings are the choices between layers as readings.
func (p *plan) layerReadings() []spec.Reading {
	var out []spec.Reading
	for _, f := range p.layered {
		if f.Path == "" {
			continue
		}
		r := spec.Reading{ID: layerPrefix + f.ID, Default: CountyLayer.String(), Source: f.Own.Source,
			Question: spec.Textf("Whose figure decides: %s?", "以哪一层级的数值为准：%s？", f.Title),
			Options:  []spec.Option{{ID: CountyLayer.String(), Text: spec.Textf("the county's own, %s", "县规划自身数值 %s", f.Own.Value)}}}
		for _, v := range f.Beside {
			if !r.Has(v.Layer.String()) {
				r.Options = append(r.Options, spec.Option{ID: v.Layer.String(),
					Text: spec.Textf("that of the %s, %s", "%s数值 %s", v.Layer, v.Value)})
			}
		}
		out = append(out, r)
	}
	return out
}

// withLayer returns a plan that calculates with the figure of another layer, as
// an overlay that cites that layer's document.
func (f FiveYearPlan) withLayer(reading, option string) (FiveYearPlan, error) {
	p := f.content()
	var faults spec.Faults
	if checkChoice(p.layerReadings(), reading, option, spec.Fault{Path: reading}, &faults); faults.Len() > 0 {
		return f, faults.Err()
	}
	out, err := buildPlan(p.layers, append(p.ownChoices(), spec.Choice{Reading: reading, Option: option}), &faults)
	if err != nil {
		return f, err
	}
	return out, nil
}

// layerChoice is a choice between layers with the place that it is written at.
type layerChoice struct {
	reading, option string
	at              spec.Fault
}

// chosen reports whether the layer is another layer's figure, no folder.
func (l planLayer) chosen() bool { return strings.HasPrefix(l.label, layerPrefix) }

// chosenLayers writes each figure of another layer that is chosen as a layer to
// lay over the plan's folders.
func (p *plan) chosenLayers() []planLayer {
	var out []planLayer
	for _, c := range p.choices.All() {
		for _, figure := range p.layered {
			at := slices.IndexFunc(figure.Beside, func(v LayerValue) bool { return v.Layer.String() == c.Option })
			if c.Reading == layerPrefix+figure.ID && figure.Path != "" && at >= 0 {
				out = append(out, planLayer{label: c.Reading + "=" + c.Option,
					files: []planLayerFile{{figure.file, figure.overlay(figure.Beside[at])}}})
			}
		}
	}
	return out
}

// decide marks whose figure each layered one calculates with.
func (p *plan) decide() {
	for i := range p.layered {
		if p.layered[i].Path == "" {
			continue
		}
		p.layered[i].Decides = CountyLayer
		for _, c := range p.choices.All() {
			if c.Reading == layerPrefix+p.layered[i].ID {
				p.layered[i].Decides, _ = ParseLayer(c.Option)
			}
		}
	}
}
