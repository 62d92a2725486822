package strict

import (
	"math"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// Parameter is a figure that was read from a document, for the list of a
// plan's parameters (参数表).
type Parameter struct {
	Path    string
	Value   string // as written
	Source  spec.Source
	Carries []string // ids of the inventory entries it carries
	File    string
	Line    int
}

// Parameters returns every figure read so far from the document of the node,
// in the order read.
func (n *Node) Parameters() []Parameter {
	if n == nil {
		return nil
	}
	out := slices.Clone(n.doc.parameters)
	for i := range out {
		out[i].Carries = slices.Clone(out[i].Carries)
	}
	return out
}

func (m *Map) carries() []string { return m.Get("carries").Texts() }

// Texts returns the items of a list of texts. An item that occurs twice is a
// fault.
func (n *Node) Texts() []string {
	var out []string
	seen := make(map[string]bool)
	for _, item := range n.List() {
		text, ok := item.Text()
		switch {
		case !ok:
		case seen[text]:
			item.Fault(CodeDuplicateItem, text, spec.Textf("%q occurs twice", "%q 重复", spec.Shorten(text)))
		default:
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}

// Source reads where a figure stands, written {document, number, place,
// standing} (出处). Without document it stands in the default's document: number
// and standing are the default's where they are not written. With document
// nothing is taken over, so that another paper never inherits the number or
// the standing of the plan. Document and standing must come out known.
func (n *Node) Source(def spec.Source) (spec.Source, bool) {
	m, ok := n.Map()
	if !ok {
		return spec.Source{}, false
	}
	out, good := def, true
	text := func(key string, into *string) {
		if at := m.Get(key); at != nil {
			var ok bool
			*into, ok = at.Text()
			good = good && ok
		}
	}
	if m.Has("document") || def.Document == "" {
		out = spec.Source{}
		var ok bool
		out.Document, ok = m.Need("document").Text()
		good = good && ok
	}
	text("number", &out.Number)
	text("place", &out.Place)
	at := m.Get("standing")
	if out.Standing == 0 {
		at = m.Need("standing")
		good = good && at != nil
	}
	if at != nil {
		var ok bool
		out.Standing, ok = Choice(at, spec.ParseStanding, standings()...)
		good = good && ok
	}
	m.Done()
	return out, good
}

func standings() []string {
	var out []string
	for s := spec.InPlan; s.String() != ""; s++ {
		out = append(out, s.String())
	}
	return out
}

// Figure reads a parameter, written {value, place, carries, source}, and
// records it with the document (参数). place is short for a source that differs
// from the default by its place only; the two exclude each other. A figure that
// stands in the plan must say where: its own place, or that of the default.
//
// An absent node is the zero Figure, which is not supplied, and ok is true.
func Figure[T any](n *Node, def spec.Source, parse func(*Node) (T, bool)) (spec.Figure[T], bool) {
	if n == nil {
		return spec.Figure[T]{}, true
	}
	m, ok := n.Map()
	if !ok {
		return spec.Figure[T]{}, false
	}
	at := m.Need("value")
	value, okValue := parse(at)
	source, okSource := m.source(def)
	carries := m.carries()
	m.Done()
	if !okValue || !okSource {
		return spec.Figure[T]{}, false
	}
	n.doc.parameters = append(n.doc.parameters, Parameter{
		Path: n.Path(), Value: at.written(), Source: source,
		Carries: slices.Clone(carries), File: n.File(), Line: n.Line(),
	})
	return spec.Cite(value, source, carries...), true
}

// source reads place or source of a figure.
func (m *Map) source(def spec.Source) (spec.Source, bool) {
	place, full := m.Get("place"), m.Get("source")
	out := def
	switch {
	case place != nil && full != nil:
		place.Fault(CodeConflict, "place", spec.T("place stands beside source", "place 与 source 不能同时出现"))
		return spec.Source{}, false
	case full != nil:
		own, ok := full.Source(def)
		if !ok {
			return spec.Source{}, false
		}
		out = own
	case place != nil:
		at, ok := place.Text()
		if !ok {
			return spec.Source{}, false
		}
		out.Place = at
	}
	if !out.Complete() {
		m.Need("source")
		return spec.Source{}, false
	}
	if out.Standing == spec.InPlan && out.Place == "" {
		m.Need("place")
		return spec.Source{}, false
	}
	return out, true
}

// written returns a value as the list of parameters shows it: a single value
// as written, lists and mappings in flow form.
func (n *Node) written() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	write(&b, n.tree, math.MaxInt)
	return b.String()
}

// write writes a value in flow form, as much of it as is asked for.
func write(b *strings.Builder, t *tree, most int) {
	if b.Len() > most {
		return
	}
	switch t.kind {
	case kindNull:
		b.WriteString("null")
	case kindScalar:
		b.WriteString(t.value)
	case kindList:
		b.WriteByte('[')
		for i := range t.kids {
			if i > 0 {
				b.WriteString(", ")
			}
			write(b, &t.kids[i], most)
		}
		b.WriteByte(']')
	case kindMap:
		b.WriteByte('{')
		for i := range t.kids {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(t.keys[i].name + ": ")
			write(b, &t.kids[i], most)
		}
		b.WriteByte('}')
	}
}
