package spec

import "slices"

// tree puts the values of a finding under the steps that are computed from
// them. A value that one other value is computed from stands under it; one that
// several are computed from, or that stands for itself, is listed once by its
// own in the order of the finding.
type tree struct {
	works map[string]Working
	users map[string]int // how many values, besides actual, required and gap, are computed from it
	input map[string]Input
	top   []Step
}

func treeOf(f Finding, workings []Working) tree {
	t := tree{works: map[string]Working{}, users: map[string]int{}, input: map[string]Input{}}
	for _, w := range workings {
		t.works[w.Of] = w
		if w.Of == "actual" || w.Of == "required" || w.Of == "gap" {
			continue
		}
		for _, name := range w.Names {
			t.users[name]++
		}
	}
	times := map[string]int{}
	for _, in := range f.Inputs {
		t.input[in.Name] = in
		times[in.Name]++
	}
	var order []Input // new values stand among the inputs by their names alone
	for _, in := range f.Inputs {
		if times[in.Name] > 1 || t.users[in.Name] != 1 {
			order = append(order, in)
		}
	}
	for _, w := range workings {
		if !w.Fresh || t.users[w.Of] == 1 {
			continue
		}
		at := slices.IndexFunc(order, func(in Input) bool { return dependsOn(in.Name, w.Of, workings) })
		if at < 0 {
			at = len(order)
		}
		order = slices.Insert(order, at, Input{Name: w.Of}) // before what is computed from it
	}
	for _, in := range order {
		if times[in.Name] > 1 { // a name that several have names none of them
			t.top = append(t.top, inputStep(in))
			continue
		}
		t.top = append(t.top, t.step(in.Name))
	}
	return t
}

// step is a value with what it alone is computed from under it.
func (t tree) step(name string) Step {
	if in, ok := t.input[name]; ok {
		out := t.worked(inputStep(in))
		if out.Kind == InputStep && !out.Formula.IsZero() {
			out.Kind = CalculationStep
		}
		return out
	}
	w := t.works[name]
	return t.worked(Step{Kind: CalculationStep, Name: name, Label: w.Label, Value: w.Value, Unit: w.Unit})
}

// worked adds the formula of a step's value and the values under it.
func (t tree) worked(s Step) Step {
	w, ok := t.works[s.Name]
	if !ok {
		return s
	}
	s.Formula, s.Numbers = w.Formula, w.Numbers
	if s.Name == "actual" || s.Name == "required" || s.Name == "gap" {
		return s
	}
	for _, name := range w.Names {
		_, given := t.input[name]
		if t.users[name] == 1 && (given || t.works[name].Fresh) {
			s.Steps = append(s.Steps, t.step(name))
		}
	}
	return s
}

func inputStep(in Input) Step {
	kind := InputStep
	if in.Source.Standing != 0 {
		kind = FigureStep
	}
	label := in.Label
	if label.IsZero() {
		label = T(in.Name, in.Name)
	}
	return Step{Kind: kind, Name: in.Name, Label: label, Value: in.Value, Text: in.Text, Words: in.Words, Unit: in.Unit, Source: in.Source}
}
