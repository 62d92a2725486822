package strict

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// Carried is the list of inventory ids that a mapping other than a figure says
// it carries (承载条目), with what the mapping says of itself.
type Carried struct {
	Path    string
	IDs     []string
	Title   spec.Text   // under title, name or action; empty where there is none
	Members []spec.Text // under members, names, focus, list or items
	Values  string      // its other single values as written, as "form: floor; limit: 100"
	Place   string      // under place
	Source  spec.Source // under source, as far as it says; without a document it is the plan's
}

// Carried returns every list of carried ids read so far with [Map.Carries]
// from the document of the node, in the order read.
func (n *Node) Carried() []Carried {
	if n == nil {
		return nil
	}
	out := slices.Clone(n.doc.carried)
	for i := range out {
		out[i].IDs, out[i].Members = slices.Clone(out[i].IDs), slices.Clone(out[i].Members)
	}
	return out
}

// Carries reads the optional key carries, a list of inventory ids, and records
// it with the document.
func (m *Map) Carries() []string {
	ids := m.carries()
	if len(ids) > 0 {
		c := Carried{Path: m.node.Path(), IDs: slices.Clone(ids)}
		describe(m.node.tree, &c)
		m.node.doc.carried = append(m.node.doc.carried, c)
	}
	return ids
}

// describe takes what a mapping says of itself without reading it: whoever
// reads the mapping checks it.
func describe(t *tree, c *Carried) {
	var values []string
	for i, key := range t.keys {
		kid := &t.kids[i]
		switch key.name {
		case "id", "carries":
		case "title", "name", "action":
			if c.Title.IsZero() {
				c.Title = label(kid)
			}
		case "place":
			c.Place = kid.value
		case "source":
			c.Source = cited(kid)
		case "members", "names", "focus", "list", "items":
			for j := range kid.kids {
				if text := label(&kid.kids[j]); kid.kind == kindList && !text.IsZero() {
					c.Members = append(c.Members, text)
				}
				values = append(values, group(&kid.kids[j], values)...)
			}
		default:
			if kid.kind == kindScalar {
				values = append(values, key.name+": "+kid.value)
			}
		}
	}
	c.Values = strings.Join(values, "; ")
}

// cited is a source as far as it is written.
func cited(t *tree) spec.Source {
	var out spec.Source
	for i, key := range t.keys {
		switch value := t.kids[i].value; key.name {
		case "document":
			out.Document = value
		case "number":
			out.Number = value
		case "place":
			out.Place = value
		case "standing":
			out.Standing, _ = spec.ParseStanding(value)
		}
	}
	return out
}

// label is a text in one language or both, or the title of a mapping.
func label(t *tree) spec.Text {
	if t.kind == kindScalar {
		return spec.T(t.value, t.value)
	}
	var out spec.Text
	for i, key := range t.keys {
		switch key.name {
		case "zh":
			out.ZH = t.kids[i].value
		case "en":
			out.EN = t.kids[i].value
		case "title", "name":
			return label(&t.kids[i])
		}
	}
	return out
}

// group is the heading that a member stands under, where it was not said yet.
func group(t *tree, said []string) []string {
	for i, key := range t.keys {
		if text := "group: " + t.kids[i].value; key.name == "group" && !slices.Contains(said, text) {
			return []string{text}
		}
	}
	return nil
}
