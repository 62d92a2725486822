package spec

import (
	"slices"
	"strings"
)

// value is a number of a finding under its name, with its words.
type value struct {
	name   string
	label  Text
	amount Amount
	times  int // how many inputs have the name: of two, it names neither
}

// values are what a derivation can name, in the order of the finding.
type values struct {
	list []value
	at   map[string]int
}

func valuesOf(f Finding) *values {
	v := &values{list: make([]value, 0, len(f.Inputs)+3), at: make(map[string]int, len(f.Inputs)+3)}
	for _, in := range f.Inputs {
		if i, ok := v.at[in.Name]; ok {
			v.list[i].times++
			continue
		}
		label := in.Label
		if label.IsZero() {
			label = T(in.Name, in.Name)
		}
		v.add(value{name: in.Name, label: label, amount: in.Value})
	}
	v.add(value{name: "actual", label: T("actual", "实际"), amount: f.Actual})
	v.add(value{name: "required", label: T("required", "要求"), amount: f.Required})
	v.add(value{name: "gap", label: T("gap", "差距"), amount: f.Gap})
	return v
}

func (v *values) add(one value) {
	if _, ok := v.at[one.name]; !ok {
		one.times = 1
		v.at[one.name] = len(v.list)
		v.list = append(v.list, one)
	}
}

// get returns the value of a name, unknown where it has none.
func (v *values) get(name string) (value, bool) {
	if i, ok := v.at[name]; ok && v.list[i].times == 1 {
		return v.list[i], v.list[i].amount.Known()
	}
	return value{name: name}, false
}

// fill puts a part in place of * or, for both, of **.
func fill(name, wild, part string) string {
	if wild == "**" || !strings.Contains(name, "**") {
		return strings.Replace(name, wild, part, 1)
	}
	before, after, _ := strings.Cut(name, "**") // * beside **
	return strings.Replace(before, wild, part, 1) + "**" + strings.Replace(after, wild, part, 1)
}

// matched returns the part that a pattern's wildcard stands for in a name.
func matched(pattern, wild, name string) (string, bool) {
	before, after, ok := strings.Cut(pattern, wild)
	if !ok || strings.Contains(before+after, "*") || len(name) <= len(before)+len(after) ||
		!strings.HasPrefix(name, before) || !strings.HasSuffix(name, after) {
		return "", false
	}
	part := name[len(before) : len(name)-len(after)]
	return part, !strings.Contains(part, ".")
}

// parts returns what * can stand for, in the order of the finding; "" alone
// where there is no *.
func (v *values) parts(of string, is expression) []string {
	if !strings.Contains(of, "*") {
		return []string{""}
	}
	patterns := []string{of}
	is.names(func(name string) {
		if strings.Contains(name, "*") && !strings.Contains(name, "**") {
			patterns = append(patterns, name)
		}
	})
	var out []string
	for _, one := range v.list {
		for _, pattern := range patterns {
			if part, ok := matched(pattern, "*", one.name); ok && !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	return out
}

// filled returns the expression with a part in place of its wildcard.
func (e expression) filled(wild, part string) expression {
	if e.op == "name" {
		e.text = fill(e.text, wild, part)
		return e
	}
	args := make([]expression, len(e.args))
	for i, arg := range e.args {
		args[i] = arg.filled(wild, part)
	}
	e.args = args
	return e
}

// spread writes out the ranges of an expression: sum(a.**) as sum(a.x, a.y), and
// as a.x alone where there is no other.
func (v *values) spread(e expression) expression {
	args, over := make([]expression, 0, len(e.args)), false
	for _, arg := range e.args {
		var patterns []string
		arg.names(func(name string) {
			if strings.Contains(name, "**") {
				patterns = append(patterns, name)
			}
		})
		if !ranges(e.op) || len(patterns) == 0 {
			args = append(args, v.spread(arg))
			continue
		}
		over = true
		for _, one := range v.list {
			part, ok := matched(patterns[0], "**", one.name)
			for _, pattern := range patterns {
				_, known := v.get(fill(pattern, "**", part))
				ok = ok && (known || e.op == "count" && arg.op == "name")
			}
			if ok {
				args = append(args, v.spread(arg.filled("**", part)))
			}
		}
	}
	switch {
	case !over || e.op == "count" || len(args) != 1:
		if brackets := e.op == "floor" || e.op == "ceil" || e.op == "abs" || e.op == "("; brackets && args[0].op == "(" {
			args[0] = args[0].args[0] // bracketed already
		}
		e.args = args
		return e
	case args[0].op == "name":
		return args[0]
	}
	return expression{op: "(", args: args}
}
