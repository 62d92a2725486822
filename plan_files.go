package emergency

import (
	"io/fs"
	"slices"
	"strconv"

	"github.com/county-emergency/emergency/internal/read"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// planLayer is one folder that a plan was read from: its own, or an overlay.
type planLayer struct {
	label string // empty for the plan's own folder, else as overlay 1
	files []planLayerFile
	lost  bool // its folder or its plan.yaml is there and cannot be read, which has been said
}

type planLayerFile struct {
	name string
	data []byte
}

// readLayer reads the files of a folder that a plan may have.
func readLayer(folder fs.FS, label string, faults *spec.Faults) planLayer {
	var own spec.Faults
	out := planLayer{label: label}
	names := planFiles()
	if out.lost = !strict.KnownFiles(folder, append(planFiles(), "county/"), &own); out.lost {
		names = nil // none of them can be read either
	}
	for _, name := range names {
		data, ok, exists := strict.ReadFile(folder, name, strict.MaxDocument, &own)
		if exists && ok {
			out.files = append(out.files, planLayerFile{name, data})
		}
		out.lost = out.lost || exists && !ok && name == planFile
	}
	for _, f := range own.All() {
		f.File = out.named(f.File)
		faults.Add(f)
	}
	return out
}

// holdsRooms reports whether the layer has files besides plan.yaml.
func (l planLayer) holdsRooms() bool {
	return slices.ContainsFunc(l.files, func(f planLayerFile) bool { return f.name != planFile })
}

// named is how a file of the layer is called: its name, after the overlay's.
func (l planLayer) named(file string) string {
	if l.label == "" {
		return file
	}
	return l.label + "/" + file
}

// document reads a file of the plan with every overlay of it; exists is false
// where no layer has it. It is nil where nothing can be read.
func (p *plan) document(name string, faults *spec.Faults) (root *strict.Node, exists bool) {
	for _, layer := range p.layers {
		for _, file := range layer.files {
			if file.name != name {
				continue
			}
			exists = true
			node, ok := strict.ReadDocument(layer.named(name), file.data, read.PlanFormat, faults)
			if !ok {
				return nil, true
			}
			root = strict.Overlay(root, node)
		}
	}
	return root, exists
}

// Overlay returns a plan in which the files of a folder are laid over those of
// this one and change only what differs (叠加修改): a folder like a plan's, with
// any of its files, each holding only the keys that are another. Items of lists
// are found by id or code; null takes a key away, {id: x, remove: true} an item.
// What is changed must say where it stands. An empty folder changes nothing.
//
// The readings chosen stay chosen. The receiver is not changed. The error is a
// [*spec.Faults]; the overlay's files are named overlay 1/plan.yaml and so on.
func (f FiveYearPlan) Overlay(over fs.FS) (FiveYearPlan, error) {
	p := f.content()
	var faults spec.Faults
	layer := readLayer(over, "overlay "+strconv.Itoa(len(p.overlays())+1), &faults)
	if len(layer.files) == 0 {
		return f, faults.Err()
	}
	return f.laidOver(layer, &faults)
}

func (f FiveYearPlan) laidOver(layer planLayer, faults *spec.Faults) (FiveYearPlan, error) {
	p := f.content()
	out, err := buildPlan(append(slices.Clone(p.layers), layer), p.ownChoices(), faults)
	if err != nil {
		return f, err
	}
	return out, nil
}

// ownChoices are those made by With: an overlay may change those of plan.yaml.
func (p *plan) ownChoices() []spec.Choice {
	return slices.DeleteFunc(p.choices.All(), func(c spec.Choice) bool { return slices.Contains(p.written.All(), c) })
}

// overlays are the folders laid over the plan's own.
func (p *plan) overlays() []planLayer {
	if len(p.layers) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.layers[1:]), planLayer.chosen)
}

// ValueChange is one value that differs between two plans (参数变化). An empty
// side is a value that the plan does not have.
type ValueChange struct {
	Path          string // place in the plan's files, as reserves.yaml: evacuees.people.value
	Before, After string // as written
}

// Changes returns every single value that differs between this plan and
// another, in the order of files and of the later plan: an amendment as data.
// Items of lists are matched by id or code, not by position.
func (f FiveYearPlan) Changes(other FiveYearPlan) []ValueChange {
	var out []ValueChange
	for _, name := range planFiles() {
		before, after := f.content().leaves(name), other.content().leaves(name)
		was := make(map[string]string, len(before))
		for _, leaf := range before {
			was[leaf.Path] = leaf.Value
		}
		is := make(map[string]bool, len(after))
		for _, leaf := range after {
			is[leaf.Path] = true
			if was[leaf.Path] != leaf.Value {
				out = append(out, ValueChange{Path: name + ": " + leaf.Path, Before: was[leaf.Path], After: leaf.Value})
			}
		}
		for _, leaf := range before {
			if !is[leaf.Path] {
				out = append(out, ValueChange{Path: name + ": " + leaf.Path, Before: leaf.Value})
			}
		}
	}
	return out
}

// leaves are the single values of a file; a plan that was read has no faults.
func (p *plan) leaves(name string) []strict.Leaf {
	var faults spec.Faults
	root, _ := p.document(name, &faults)
	return root.Leaves()
}
