// Package render writes an assessment for people and for programs: as text of
// at most 100 columns, as Markdown and as JSON. It decides nothing; every
// number and reason comes with the findings.
package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assessment is everything that a report shows.
type Assessment struct {
	Plan     Identity
	County   Identity
	Period   measure.Period
	AsOf     measure.Date
	Findings []spec.Finding // ordered by kind, then as the rooms gave them
	Collect  []Collect      // what data is missing, each once
	Totals   []Total        // by kind, in the order of spec.Kinds
	Binding  []spec.Finding // the binding targets among the findings, rolled up
	Weak     []spec.Source  // sources used that are not firm, each once
	Layers   []LayerRow
	Editions []EditionRow
	Readings []ReadingUse // readings that the findings rest on
	Units    spec.Tally   // of Findings, the single units behind rolled-up ones; Totals leave them out
	Remarks  []spec.Text  // what nobody may overlook, above everything else
}

// Identity names a plan or a county.
type Identity struct {
	ID       string
	Name     spec.Text
	Document string // the plan's title as its sources cite it
	Invented bool   // made up for an example; every form says so
}

// Total counts the verdicts of one kind.
type Total struct {
	Kind  spec.Kind
	Count spec.Tally
}

// Collect is one piece of missing data and what waits for it.
type Collect struct {
	spec.Need
	Rules []string
	Alone int // undecided findings that lack nothing else
	Among int // undecided findings that lack it and more
}

// settles says how many verdicts the answer could settle, nothing where none.
func (c Collect) settles(lang spec.Lang) string {
	switch {
	case c.Alone > 0 && c.Among > 0:
		return spec.Textf("could settle %d alone, %d with others", "单独可定 %d 项，另与他项共定 %d 项", c.Alone, c.Among).In(lang)
	case c.Alone > 0:
		return spec.Textf("could settle %d alone", "单独可定 %d 项", c.Alone).In(lang)
	case c.Among > 0:
		return spec.Textf("could settle %d with others", "与他项共定 %d 项", c.Among).In(lang)
	}
	return ""
}

// ReadingUse is a reading and the option used.
type ReadingUse struct {
	Reading spec.Reading
	Option  string
}

// All counts every verdict.
func (a Assessment) All() spec.Tally {
	var all spec.Tally
	for _, t := range a.Totals {
		all.Merge(t.Count)
	}
	return all
}

// words are the fixed phrases of a report.
var words = struct {
	title, invented, inventedPlan, inventedCounty, asOf, period, verdict, subject, finding, actual, required, gap, reason, source,
	totals, kind, total, units, apart, collect, nothing, weak, readings, missing, where, who, waiting, settles, standing, option, paper, glance, binding spec.Text
}{
	title:          spec.T("Assessment against the plan", "规划评估"),
	invented:       spec.T("INVENTED – this plan and county do not exist", "虚构 – 本规划和本县均不存在"),
	inventedPlan:   spec.T("INVENTED PLAN – held against a county that exists", "规划系虚构 – 本县真实存在"),
	inventedCounty: spec.T("INVENTED COUNTY – held against a plan that exists", "县及数据系虚构 – 规划真实存在"),
	asOf:           spec.T("as of", "截至"),
	period:         spec.T("period", "规划期"),
	verdict:        spec.T("verdict", "结论"),
	subject:        spec.T("subject", "对象"),
	finding:        spec.T("finding", "事项"),
	actual:         spec.T("actual", "实际"),
	required:       spec.T("required", "要求"),
	gap:            spec.T("gap", "差距"),
	reason:         spec.T("reason", "理由"),
	source:         spec.T("source", "出处"),
	totals:         spec.T("Totals", "汇总"),
	kind:           spec.T("kind", "类别"),
	total:          spec.T("all", "合计"),
	units:          spec.T("single units", "单项"),
	apart:          spec.T("The totals count the findings that units are rolled up into; the single units listed beside them are counted in the last line alone.", "汇总按归并后的事项计数；另列的单项仅在末行计数。"),
	collect:        spec.T("Data to collect", "需补充的数据"),
	nothing:        spec.T("nothing is missing", "无缺失"),
	weak:           spec.T("Figures that are not firm", "非正式依据的参数"),
	readings:       spec.T("Readings used", "采用的解读"),
	missing:        spec.T("missing", "缺"),
	where:          spec.T("where", "填报位置"),
	who:            spec.T("who", "提供单位"),
	settles:        spec.T("verdicts", "可定结论"),
	waiting:        spec.T("rules", "规则"),
	standing:       spec.T("standing", "效力"),
	option:         spec.T("option", "选项"),
	paper:          spec.T("Working paper", "计算底稿"),
	glance:         spec.T("At a glance", "概要"),
	binding:        spec.T("binding targets", "约束性目标"),
}

// invention says what of a report was made up for an example, nothing where it
// is real.
func (a Assessment) invention(lang spec.Lang) string {
	switch {
	case a.Plan.Invented && a.County.Invented:
		return words.invented.In(lang)
	case a.Plan.Invented:
		return words.inventedPlan.In(lang)
	case a.County.Invented:
		return words.inventedCounty.In(lang)
	}
	return ""
}

// actual writes the actual number with its bound and unit, a dash where it is
// unknown.
func actual(f spec.Finding, lang spec.Lang) string {
	if !f.Actual.Known() {
		return "-"
	}
	out := f.Actual.String()
	switch f.Bound {
	case spec.AtLeastBound:
		out = "≥ " + out
	case spec.AtMostBound:
		out = "≤ " + out
	}
	return f.Unit.After(out, lang)
}

// required writes the required number with its comparison and unit.
func required(f spec.Finding, lang spec.Lang) string {
	if !f.Required.Known() {
		return ""
	}
	out := f.Required.String()
	if sign := f.Comparison.String(); sign != "" {
		out = sign + " " + out
	}
	return f.Unit.After(out, lang)
}

// gap writes the distance still to go, nothing where there is none.
func gap(f spec.Finding, lang spec.Lang) string {
	if !f.Gap.Known() || f.Gap.Exact().Sign() == 0 {
		return ""
	}
	return f.Unit.After(f.Gap.String(), lang)
}

// label writes the title with the plan's own id, so that it can be asked for,
// and the subject where it is a part of the county that the title does not name.
func label(a Assessment, f spec.Finding, lang spec.Lang) string {
	out := capital(f.Title.In(lang))
	if name := f.Subject.Name; f.Subject.Kind != "county" && f.Subject.Kind != "plan" && name != a.County.Name.ZH {
		if name == "" {
			name = f.Subject.ID
		}
		if name != "" && !strings.Contains(f.Title.ZH, name) {
			out += " – " + name
		}
	}
	id := f.Target
	if id == "" {
		id = f.Rule
	}
	return out + " (" + id + ")"
}

// capital makes the first letter of an English title a capital.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// sources names the clause and then, where a figure is not firm, each weak one.
// A place in the plan itself goes without the plan's title, and what is invented
// in an invented plan is not said again line by line.
func sources(a Assessment, f spec.Finding, lang spec.Lang) string {
	var out []string
	if !f.Source.IsZero() {
		out = append(out, cited(a, f.Source, lang))
	}
	for _, s := range f.Weak {
		if s != f.Source && (s.Standing != spec.Invented || !a.Plan.Invented) {
			out = append(out, cited(a, s, lang))
		}
	}
	return strings.Join(out, " ")
}

func cited(a Assessment, s spec.Source, lang spec.Lang) string {
	if s.Document == a.Plan.Document {
		s.Document, s.Number = "", ""
	}
	name := s.String()
	if name == "" {
		return "[" + s.Standing.In(lang) + "]"
	}
	return "[" + name + ", " + s.Standing.In(lang) + "]"
}
