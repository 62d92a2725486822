package emergency

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/internal/read"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// FaultUnknownParameter is the code of a layered figure that the plan's files do
// not hold.
const FaultUnknownParameter = "layers.unknown-parameter"

// readLayers reads what other layers say, once the other files are read.
func readLayers(m *strict.Map, c *read.Context, p *plan) {
	for _, node := range m.Get("figures").List() {
		at, ok := node.Map()
		if !ok {
			continue
		}
		var f LayeredFigure
		f.ID, _ = at.Need("id").Text()
		f.Title, _ = at.Need("title").Bilingual()
		f.file, _ = at.Get("file").Text()
		f.at, _ = at.Get("at").Text()
		f.key, _ = at.Get("key").Text()
		f.Concerns = at.Need("concerns").Texts()
		if f.file != "" {
			f.Path = f.file + ": " + f.at + "." + f.key
			own, place, found := p.ownFigure(f)
			if !found {
				at.Need("at").Fault(FaultUnknownParameter, f.Path, spec.Textf("the plan has no %s", "规划中没有 %s", f.Path))
			}
			f.Own = LayerValue{Layer: CountyLayer, Value: own, Source: p.source}
			f.Own.Source.Place = place
		}
		for _, one := range at.Need("beside").List() {
			if v, ok := readLayerValue(one, c); ok {
				f.Beside = append(f.Beside, v)
			}
		}
		at.Done()
		p.layered = append(p.layered, f)
	}
	for _, node := range m.Get("documents").List() {
		at, ok := node.Map()
		if !ok {
			continue
		}
		var d CitedDocument
		d.Document, _ = at.Need("document").Text()
		d.Layer, _ = strict.Choice(at.Need("layer"), ParseLayer, "county", "municipality", "nation")
		for _, one := range at.Get("editions").List() {
			if e, ok := one.Map(); ok {
				var edition Edition
				edition.Number, _ = e.Need("number").Text()
				edition.From, edition.To = inForce(e)
				e.Done()
				d.Editions = append(d.Editions, edition)
			}
		}
		at.Done()
		p.cited = append(p.cited, d)
	}
	m.Done()
}

func inForce(m *strict.Map) (from, to measure.Date) {
	from, _ = m.Get("from").Date()
	to, _ = m.Get("to").Date()
	return from, to
}

func readLayerValue(node *strict.Node, c *read.Context) (LayerValue, bool) {
	m, ok := node.Map()
	if !ok {
		return LayerValue{}, false
	}
	var v LayerValue
	v.Layer, _ = strict.Choice(m.Need("layer"), ParseLayer, "municipality", "nation")
	v.Value, _ = m.Need("value").Text()
	v.From, v.To = inForce(m)
	if flag := m.Get("mandatory"); flag != nil {
		v.Mandatory, _ = flag.Bool()
	}
	v.Finding, _ = m.Get("finding").Text()
	v.Source, _ = m.Need("source").Source(spec.Source{})
	m.Done()
	return v, v.Layer != 0 && v.Source.Complete()
}

// ownFigure returns what the plan's own folder writes and at which place of the
// plan, before any overlay.
func (p *plan) ownFigure(f LayeredFigure) (value, place string, found bool) {
	var faults spec.Faults
	own := plan{layers: p.layers[:1]}
	root, _ := own.document(f.file, &faults)
	for _, leaf := range root.Leaves() {
		switch leaf.Path {
		case f.at + "." + f.key:
			value, found = leaf.Value, true
		case f.at + ".place":
			place = leaf.Value
		}
	}
	return value, place, found
}

// overlay writes the figure of another layer as a file to lay over the plan's.
// An address is keys with points between, [id] after a list.
func (f LayeredFigure) overlay(v LayerValue) []byte {
	var b strings.Builder
	b.WriteString("format: " + read.PlanFormat + "\n")
	indent := ""
	for _, step := range strings.Split(f.at, ".") {
		key, id, item := strings.Cut(step, "[")
		b.WriteString(indent + key + ":\n")
		indent += "  "
		if item {
			b.WriteString(indent + "- id: " + strconv.Quote(strings.TrimSuffix(id, "]")) + "\n")
			indent += "  "
		}
	}
	b.WriteString(indent + f.key + ": " + v.Value + "\n" + indent + "source: {document: " + strconv.Quote(v.Source.Document))
	if v.Source.Number != "" {
		b.WriteString(", number: " + strconv.Quote(v.Source.Number))
	}
	if v.Source.Place != "" {
		b.WriteString(", place: " + strconv.Quote(v.Source.Place))
	}
	b.WriteString(", standing: " + v.Source.Standing.String() + "}\n")
	return []byte(b.String())
}
