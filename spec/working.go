package spec

import "strings"

// work carries out a derivation for one part. It is not so where a value is
// lacking, where the result is not the one stated, or where the name would
// depend on itself.
func (v *values) work(d Derivation, is expression, part string, before []Working) (Working, bool) {
	of := fill(d.Of, "*", part)
	is = v.spread(is.filled("*", part))
	result := v.eval(is)
	if !result.Known() {
		return Working{}, false
	}
	for _, w := range before {
		if w.Of == of {
			return Working{}, false
		}
	}
	out := Working{Of: of, Value: AmountOf(result, d.Places), Unit: d.Unit}
	is.names(func(name string) {
		if !contains(out.Names, name) {
			out.Names = append(out.Names, name)
		}
	})
	for _, name := range out.Names {
		if dependsOn(name, of, before) {
			return Working{}, false
		}
	}
	stated, there := v.at[of]
	switch {
	case there && (v.list[stated].times > 1 || !v.list[stated].amount.Exact().Equal(result)):
		return Working{}, false
	case there:
		out.Value, out.Label = v.list[stated].amount, v.list[stated].label
	case !d.Label.IsZero():
		out.Fresh, out.Label = true, T(fill(d.Label.EN, "*", part), fill(d.Label.ZH, "*", part))
		v.add(value{name: of, label: out.Label, amount: out.Value})
	default:
		return Working{}, false
	}
	if is.op == "number" { // the value says it
		return out, true
	}
	out.Formula = T(v.words(is, English), v.words(is, Chinese))
	if is.op != "name" && !is.enumerates() {
		out.Numbers = v.numbers(is)
	}
	return out, true
}

// dependsOn reports whether a name is another or was computed from it.
func dependsOn(name, on string, before []Working) bool {
	if name == on {
		return true
	}
	for _, w := range before {
		if w.Of != name {
			continue
		}
		for _, under := range w.Names {
			if dependsOn(under, on, before) {
				return true
			}
		}
	}
	return false
}

// most is how many members of a range are written out.
const most = 12

// writing is how an expression is written: the functions' names and what
// stands for a name.
type writing struct {
	function func(string) string
	name     func(string) string
	comma    string
	none     string                    // a range without members
	count    func([]expression) string // what is counted whatever its value; nil writes it out
}

// words writes an expression with the labels of its names.
func (v *values) words(e expression, lang Lang) string {
	return e.write(writing{comma: T(", ", "，").In(lang), none: T("none", "无").In(lang),
		function: func(f string) string { return functionWords(f).In(lang) },
		name: func(name string) string {
			one, ok := v.at[name]
			if !ok {
				return name
			}
			label := v.list[one].label.In(lang)
			if strings.ContainsAny(label, "+−×÷(),，") {
				label = T("“", "「").In(lang) + label + T("”", "」").In(lang)
			}
			return label
		}})
}

// numbers writes an expression with the numbers of its names.
func (v *values) numbers(e expression) string {
	return e.write(writing{comma: ", ", none: "–", function: func(f string) string { return f },
		count: func(args []expression) string { return v.count(args).Text(0) },
		name: func(name string) string {
			one, _ := v.get(name)
			if !one.amount.Known() {
				return "…"
			}
			text := one.amount.String()
			if one.amount.rounded() {
				text = "≈" + text
			}
			if strings.Contains(text, "-") {
				text = "(" + text + ")"
			}
			return text
		}})
}

func functionWords(f string) Text {
	switch f {
	case "min":
		return T("least of ", "最小值")
	case "max":
		return T("greatest of ", "最大值")
	case "sum":
		return T("sum of ", "合计")
	case "mean":
		return T("mean of ", "平均值")
	case "count":
		return T("number of ", "个数")
	case "round":
		return T("rounded", "四舍五入")
	case "root":
		return T("root", "开方")
	}
	return T(f, f)
}

func (e expression) write(w writing) string {
	switch e.op {
	case "number":
		return e.text
	case "name":
		return w.name(e.text)
	case "(":
		return "(" + e.args[0].write(w) + ")"
	case "floor":
		return "⌊" + e.args[0].write(w) + "⌋"
	case "ceil":
		return "⌈" + e.args[0].write(w) + "⌉"
	case "abs":
		return "|" + e.args[0].write(w) + "|"
	case "count":
		if w.count != nil && e.enumerates() {
			return w.count(e.args)
		}
	}
	if _, function := arity(e.op); !function {
		return e.args[0].write(w) + " " + e.op + " " + e.args[1].write(w)
	}
	parts := make([]string, 0, len(e.args))
	for i, arg := range e.args {
		if len(e.args) > most && i >= most/2 && i < len(e.args)-most/2 {
			if i == most/2 {
				parts = append(parts, "…")
			}
			continue
		}
		parts = append(parts, arg.write(w))
	}
	if len(parts) == 0 {
		parts = append(parts, w.none)
	}
	return w.function(e.op) + "(" + strings.Join(parts, w.comma) + ")"
}

// enumerates reports whether an expression counts what is there, not what holds.
func (e expression) enumerates() bool {
	for _, arg := range e.args {
		if arg.op != "name" {
			return false
		}
	}
	return e.op == "count"
}
