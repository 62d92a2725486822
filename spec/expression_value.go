package spec

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
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

// eval computes an expression without wildcards. What is not known makes it
// unknown, and so does a name that has no value.
func (v *values) eval(e expression) measure.Ratio {
	switch e.op {
	case "number":
		return e.number
	case "name":
		one, _ := v.get(e.text)
		return one.amount.Exact()
	case "(":
		return v.eval(e.args[0])
	case "count":
		return v.count(e.args)
	}
	args := make([]measure.Ratio, len(e.args))
	for i, arg := range e.args {
		if args[i] = v.eval(arg); !args[i].Known() {
			return measure.Ratio{}
		}
	}
	return apply(e.op, args)
}

// apply carries out a sign or a function on numbers that are all known.
func apply(op string, args []measure.Ratio) measure.Ratio {
	switch op {
	case "+":
		return args[0].Add(args[1])
	case "−":
		return args[0].Sub(args[1])
	case "×":
		return args[0].Mul(args[1])
	case "÷":
		return args[0].Div(args[1])
	case "floor":
		return wholeOf(args[0].Floor())
	case "ceil":
		return wholeOf(args[0].Ceil())
	case "abs":
		return absolute(args[0])
	case "round":
		return rounded(args[0], args[1])
	case "root":
		return root(args[0], args[1], args[2])
	case "min":
		return extreme(args, -1)
	case "max":
		return extreme(args, 1)
	case "sum":
		return measure.SumRatios(args...)
	case "mean":
		return measure.MeanRatios(args...)
	}
	return compared(op, args[0], args[1])
}

func wholeOf(n int64, ok bool) measure.Ratio {
	if !ok {
		return measure.Ratio{}
	}
	return measure.Whole(n)
}

func absolute(r measure.Ratio) measure.Ratio {
	if r.Sign() < 0 {
		return r.Neg()
	}
	return r
}

// rounded rounds half away from zero.
func rounded(r, places measure.Ratio) measure.Ratio {
	n, ok := places.Floor()
	if !ok || n < 0 || n > 18 {
		return measure.Ratio{}
	}
	scale := measure.Whole(1)
	for range n {
		scale = scale.Mul(measure.Whole(10))
	}
	whole := wholeOf(absolute(r).Mul(scale).Add(measure.RatioOf(1, 2)).Floor()).Div(scale)
	if r.Sign() < 0 {
		return whole.Neg()
	}
	return whole
}

// root is the n-th root rounded half away from one to so many decimals, as
// [measure.RootRate] takes it.
func root(r, n, places measure.Ratio) measure.Ratio {
	years, whole := n.Floor()
	decimals, round := places.Floor()
	if !whole || !round || years < 1 || years > 100 || decimals < 0 || decimals > 18 {
		return measure.Ratio{}
	}
	rate, ok := measure.RootRate(r, int(years), int(decimals))
	if !ok {
		return measure.Ratio{}
	}
	return rate.Add(measure.Whole(1))
}

// extreme is the least or the greatest; of none there is no extreme.
func extreme(args []measure.Ratio, sign int) measure.Ratio {
	var out measure.Ratio
	for _, r := range args {
		if order, ok := r.Cmp(out); !ok || order == sign {
			out = r
		}
	}
	return out
}

// count counts the comparisons that hold and the inputs that are there, with a
// number or without.
func (v *values) count(args []expression) measure.Ratio {
	n := measure.Whole(0)
	for _, arg := range args {
		one := measure.Whole(1)
		switch arg.op {
		case "name":
			at, ok := v.at[arg.text]
			if !ok {
				return measure.Ratio{}
			}
			one = measure.Whole(int64(v.list[at].times))
		case "≤", "<", "≥", ">", "=", "≠":
			one = v.eval(arg)
		}
		n = n.Add(one)
	}
	return n
}

// compared is 1 where a comparison holds, else 0.
func compared(sign string, a, b measure.Ratio) measure.Ratio {
	order, ok := a.Cmp(b)
	if !ok {
		return measure.Ratio{}
	}
	yes := false
	switch sign {
	case "≤":
		yes = order <= 0
	case "<":
		yes = order < 0
	case "≥":
		yes = order >= 0
	case ">":
		yes = order > 0
	case "=":
		yes = order == 0
	case "≠":
		yes = order != 0
	}
	if yes {
		return measure.Whole(1)
	}
	return measure.Whole(0)
}
