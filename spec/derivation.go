package spec

// Derivation says how one value of a rule comes about from others (计算式). An
// explanation shows it with the numbers in it, and only where those numbers
// give the very value that the finding states.
//
// An expression is written over the names of inputs, or actual, required and
// gap, with the signs + − × ÷ and brackets, and with floor(x), ceil(x), abs(x),
// round(x, decimals), root(x, n, decimals), min(…), max(…), sum(…), mean(…) and
// count(…). Signs stand
// between blanks. A name with * is meant for each part of a name that fits,
// which has no dot, the same part throughout; within min, max, sum, mean and
// count, ** runs over all of them in the order of the inputs:
//
//	*.required = ceil(evacuees × *.norm)
//	actual     = min(**.people)
//	actual     = count(done.** ≥ asked)
//
// Values that are not known make what they enter unknown; ** leaves out parts
// for which a name has no value.
type Derivation struct {
	Of     string // the value: actual, required, gap, an input, or a new name
	Is     string // the expression, or [Given]
	When   string // only where the finding rests on this reading=option
	Label  Text   // of a new name; * in it stands for the part
	Unit   Unit   // of a new name
	Places int    // decimals at most that a new name is printed with
}

// Given in place of an expression says that the clause itself gives the value:
// there is nothing to compute.
const Given = "given"

// Working is one derivation carried out on the values of a finding (算式).
type Working struct {
	Of      string   // the name computed, with * replaced
	Value   Amount   // exact
	Names   []string // of the values that entered, each once, in the order of the expression
	Formula Text     // in words
	Numbers string   // with the numbers in place of the words; ≈ before a rounded one
	Fresh   bool     // no input carries the value: Label, Unit are the derivation's
	Label   Text
	Unit    Unit
}

// Workings carries out the derivations of a rule on the values of a finding. It
// returns those that give the value stated, in the order of the derivations, at
// most one for a name, and those that give a value which stands nowhere else. A
// derivation that fits nothing, or that gives another value, is left out. The
// gap needs no derivation.
func (f Finding) Workings(derivations []Derivation) []Working {
	values := valuesOf(f)
	var out []Working
	for _, d := range append(derivations[:len(derivations):len(derivations)], f.gapDerivation()) {
		if d.Is == Given || d.When != "" && !contains(f.Readings, d.When) {
			continue
		}
		is, err := parseExpression(d.Is)
		if err != nil {
			continue
		}
		for _, part := range values.parts(d.Of, is) {
			if w, ok := values.work(d, is, part, out); ok {
				out = append(out, w)
			}
		}
	}
	return out
}

// gapDerivation is what every finding computes its gap by, where there is one.
func (f Finding) gapDerivation() Derivation {
	switch f.Comparison {
	case NotBelow, Above:
		return Derivation{Of: "gap", Is: "required − actual"}
	case NotAbove, Below:
		return Derivation{Of: "gap", Is: "actual − required"}
	}
	return Derivation{Of: "gap", Is: "abs(required − actual)"}
}

// CheckDerivations says what is wrong with the derivations of a rule: an
// expression that cannot be read, or a new name without words. A test holds it
// against every rule.
func CheckDerivations(derivations []Derivation) error {
	var faults Faults
	for _, d := range derivations {
		if d.Is == Given {
			continue
		}
		if _, err := parseExpression(d.Is); err != nil {
			faults.Add(Fault{Code: FaultDerivation, Path: d.Of, Value: d.Is, Message: Textf("expression: %s", "计算式：%s", err)})
		}
		if !d.Label.IsZero() && !d.Label.Complete() {
			faults.Add(Fault{Code: FaultDerivation, Path: d.Of, Value: d.Is, Message: T("a label in one language", "名称缺一种语言")})
		}
	}
	return faults.Err()
}

// FaultDerivation is the code of a derivation that cannot be used.
const FaultDerivation = "spec.derivation"

func contains(list []string, one string) bool {
	for _, s := range list {
		if s == one {
			return true
		}
	}
	return false
}
