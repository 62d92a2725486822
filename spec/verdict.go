package spec

// Verdict is what a rule says of a county (结论). The zero Verdict is Unknown,
// so that what nobody judged never passes.
type Verdict uint8

// The four verdicts.
const (
	Unknown       Verdict = iota // 未知: data is missing
	Met                          // 达标
	Unmet                        // 未达标
	NotApplicable                // 不适用: the rule does not concern this subject
)

var verdicts = [...]struct {
	code string
	text Text
}{
	Unknown:       {"unknown", Text{EN: "unknown", ZH: "未知"}},
	Met:           {"met", Text{EN: "met", ZH: "达标"}},
	Unmet:         {"unmet", Text{EN: "unmet", ZH: "未达标"}},
	NotApplicable: {"not-applicable", Text{EN: "n/a", ZH: "不适用"}},
}

// String returns the code: "unknown", "met", "unmet" or "not-applicable".
func (v Verdict) String() string {
	if int(v) >= len(verdicts) {
		return verdicts[Unknown].code
	}
	return verdicts[v].code
}

// In returns the verdict in words.
func (v Verdict) In(lang Lang) string {
	if int(v) >= len(verdicts) {
		v = Unknown
	}
	return verdicts[v].text.In(lang)
}

// MarshalText returns the code.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// All combines verdicts that must all be met, by Kleene's three-valued logic:
// one Unmet makes it Unmet, else one Unknown makes it Unknown. NotApplicable
// is left out; where nothing is left of a non-empty list it is NotApplicable,
// and an empty list, which checked nothing, is Unknown.
func All(verdicts ...Verdict) Verdict {
	if len(verdicts) == 0 {
		return Unknown
	}
	out := NotApplicable
	for _, v := range verdicts {
		out = And(out, v)
	}
	return out
}

// Any combines verdicts of which one must be met: one Met makes it Met, else
// one Unknown makes it Unknown. NotApplicable and the empty list as in [All].
func Any(verdicts ...Verdict) Verdict {
	if len(verdicts) == 0 {
		return Unknown
	}
	out := NotApplicable
	for _, v := range verdicts {
		switch {
		case v == NotApplicable:
		case out == NotApplicable || v == Met:
			out = v
		case out == Unmet && v == Unknown:
			out = Unknown
		}
	}
	return out
}

// And combines two verdicts as [All] does; NotApplicable is its neutral value.
// It lets a hot path fold verdicts without a slice.
func And(a, b Verdict) Verdict {
	switch {
	case a == NotApplicable:
		return b
	case b == NotApplicable:
		return a
	case a == Unmet || b == Unmet:
		return Unmet
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Met
}

// Tally counts verdicts (结论汇总). Tallies add up with [Tally.Merge].
type Tally struct {
	Met, Unmet, Unknown, NotApplicable int
}

// Add counts one verdict.
func (t *Tally) Add(v Verdict) {
	switch v {
	case Met:
		t.Met++
	case Unmet:
		t.Unmet++
	case NotApplicable:
		t.NotApplicable++
	default:
		t.Unknown++
	}
}

// Merge adds the counts of another tally.
func (t *Tally) Merge(o Tally) {
	t.Met += o.Met
	t.Unmet += o.Unmet
	t.Unknown += o.Unknown
	t.NotApplicable += o.NotApplicable
}

// Total returns how many verdicts were counted.
func (t Tally) Total() int { return t.Met + t.Unmet + t.Unknown + t.NotApplicable }

// Verdict returns what [All] would say of the verdicts counted.
func (t Tally) Verdict() Verdict {
	switch {
	case t.Total() == 0:
		return Unknown
	case t.Unmet > 0:
		return Unmet
	case t.Unknown > 0:
		return Unknown
	case t.Met > 0:
		return Met
	}
	return NotApplicable
}
