package indicators

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Contradiction is a yearly figure that a county states and its own table of
// accidents or disasters does not bear out (填报数与台账不符). Both values are kept
// and neither is repaired; the reading indicators.stated-or-counted says which
// decides.
type Contradiction struct {
	Statistic       Statistic
	Year            measure.Year
	Stated, Counted spec.Value  // in the smallest stored unit
	Complete        bool        // the table covers the year completely; else it counts more than is stated already
	Source          spec.Source // of the stated value
}

// Contradictions returns every stated yearly figure that the tables contradict
// on the date, by year and in the order of the statistics. A year that is still
// running is not compared.
func (a Assessment) Contradictions() []Contradiction {
	var out []Contradiction
	for _, pair := range a.ledger.pairs() {
		if pair.apart() {
			out = append(out, pair)
		}
	}
	return out
}

// apart reports whether no number is both: the one stated lies wholly above or
// below what the table counts.
func (c *Contradiction) apart() bool { return empty(narrow(c.Stated, c.Counted)) }

// pairs returns every yearly figure that is both stated and counted.
func (l *ledger) pairs() []Contradiction {
	years := make([]measure.Year, 0, len(l.records.Years))
	for i := range l.records.Years {
		years = append(years, l.records.Years[i].Year)
	}
	slices.Sort(years)
	var out []Contradiction
	for _, y := range slices.Compact(years) {
		for s := StatAccidents; s <= StatDisasterLoss; s++ {
			if pair, ok := l.pair(s, y); ok {
				out = append(out, pair)
			}
		}
	}
	return out
}

// pair puts the stated and the counted value of one figure side by side; ok is
// false where there are not both.
func (l *ledger) pair(s Statistic, y measure.Year) (Contradiction, bool) {
	own, _, _ := l.official(s, y)
	return l.beside(own, s, y)
}

// beside is pair for an official value that was looked up already.
func (l *ledger) beside(own Official, s Statistic, y measure.Year) (Contradiction, bool) {
	if s.row().table == "" || !l.finished(y) || own.Value == (spec.Value{}) {
		return Contradiction{}, false
	}
	counted, ok := l.counted(s, y)
	if !ok {
		return Contradiction{}, false
	}
	return Contradiction{Statistic: s, Year: y, Stated: own.Value, Counted: counted,
		Complete: l.covers(s, y), Source: own.Source}, true
}

func (a *Assessment) contradictionsFinding() spec.Finding {
	f := a.start(ruleContradictions)
	pairs := a.ledger.pairs()
	apart := slices.DeleteFunc(slices.Clone(pairs), func(c Contradiction) bool { return !c.apart() })
	f.Inputs = []spec.Input{number("compared", spec.T("yearly figures both stated and counted", "既有填报数又可由台账统计的年度数据"), len(pairs))}
	if len(pairs) == 0 {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("no yearly figure is both stated and counted in a table", "没有既填报又可由台账统计的年度数据")}
		return f
	}
	f.Unit = spec.Items
	f.Inputs = append(f.Inputs, number("apart", spec.T("yearly figures that do not agree", "不一致的年度数据"), len(apart)))
	f.Actual, f.Comparison, f.Required = spec.Whole(len(apart)), spec.Equals, spec.Whole(0)
	f.Lean(f.Source)
	if len(apart) == 0 {
		f.Verdict = spec.Met
		f.Reason = spec.Reason{Code: spec.ReasonAgrees, Text: spec.Textf("%d yearly figures agree with the tables", "%d项年度数据与台账一致", len(pairs))}
		return f
	}
	f.Verdict, f.Gap, f.Readings = spec.Unmet, spec.Whole(len(apart)), []string{a.options.used[ReadingStatedOrCounted]}
	var en, zh []string
	for i := range apart {
		f.Inputs = append(f.Inputs, apart[i].inputs()...)
		f.Lean(apart[i].Source)
		said := apart[i].said()
		en, zh = append(en, said.EN), append(zh, said.ZH)
	}
	f.Reason = spec.Reason{Code: spec.ReasonDisagrees, Text: spec.T(strings.Join(en, "; "), strings.Join(zh, "；"))}
	return f
}

// contradictionUnits holds each stated figure against its table.
func (a *Assessment) contradictionUnits() []spec.Finding {
	var out []spec.Finding
	for _, pair := range a.ledger.pairs() {
		f := a.start(ruleContradictions)
		f.Title = spec.Textf("%s, %s", "%s（%s年）", pair.Statistic, pair.Year)
		f.Unit, f.Comparison = pair.Statistic.Unit(), spec.Equals
		if pair.Stated.Known() && pair.Counted.Known() {
			f.Actual, f.Required = pair.Statistic.amount(pair.Stated.Low), pair.Statistic.amount(pair.Counted.Low)
		}
		f.Inputs = pair.unitInputs()
		f.Lean(f.Source, pair.Source)
		f.Verdict, f.Reason = spec.Met, spec.Reason{Code: spec.ReasonAgrees, Text: pair.said()}
		if pair.apart() {
			f.Verdict, f.Reason.Code = spec.Unmet, spec.ReasonDisagrees
			f.Readings = []string{a.options.used[ReadingStatedOrCounted]}
			if f.Actual.Known() {
				f.Gap = pair.Statistic.amount(apartBy(pair.Stated.Low, pair.Counted.Low))
			}
		}
		out = append(out, f)
	}
	return out
}

// apartBy is how far two numbers lie apart.
func apartBy(a, b measure.Ratio) measure.Ratio {
	if a.Less(b) {
		return b.Sub(a)
	}
	return a.Sub(b)
}

// inputs lists both values.
func (c *Contradiction) inputs() []spec.Input {
	f := YearFigure{Statistic: c.Statistic, Year: c.Year, Value: c.Stated, Source: c.Source, Table: c.Counted}
	return f.inputs(nil, &Indicator{}, judgedFigure)
}

// unitInputs lists both values of one figure, and their bounds where they are
// not known exactly.
func (c *Contradiction) unitInputs() []spec.Input {
	var out []spec.Input
	add := func(name string, label spec.Text, v measure.Ratio, source spec.Source) {
		if v.Known() {
			out = append(out, spec.Input{Name: name, Label: label, Value: c.Statistic.amount(v), Unit: c.Statistic.Unit(), Source: source})
		}
	}
	both := func(name string, label spec.Text, v spec.Value, source spec.Source) {
		if v.Known() {
			add(name, label, v.Low, source)
			return
		}
		add(name+".at_least", spec.Textf("%s, at least", "%s，至少", label), v.Low, source)
		add(name+".at_most", spec.Textf("%s, at most", "%s，至多", label), v.High, source)
	}
	both("stated", spec.T("figure that the county states", "填报数"), c.Stated, c.Source)
	both("counted", spec.Textf("count of %s", "%s 统计数", c.Statistic.row().table), c.Counted, spec.Source{})
	return out
}

// said writes both values side by side.
func (c *Contradiction) said() spec.Text {
	stated, counted := c.Statistic.valueText(c.Stated), c.Statistic.valueText(c.Counted)
	table := c.Statistic.row().table
	text := spec.Textf("%s, %s: %s stated, %s by %s", "%s（%s年）：填报 %s，%[5]s 统计 %[4]s", c.Statistic, c.Year, stated, counted, table)
	if !c.Complete {
		text.EN += ", which does not cover the year completely"
		text.ZH += "（该表未完整覆盖该年）"
	}
	return text
}

// valueText writes a stored value with its bounds.
func (s Statistic) valueText(v spec.Value) spec.Text {
	switch {
	case v.Known():
		n := s.amount(v.Low).String()
		return spec.T(n, n)
	case v.Low.Known() && v.High.Known():
		return spec.Textf("%s to %s", "%s至%s", s.amount(v.Low), s.amount(v.High))
	case v.Low.Known():
		return spec.Textf("at least %s", "至少%s", s.amount(v.Low))
	case v.High.Known():
		return spec.Textf("at most %s", "至多%s", s.amount(v.High))
	}
	return spec.T("nothing", "无")
}
