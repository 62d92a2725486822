package spec

import "github.com/county-emergency/emergency/measure"

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
