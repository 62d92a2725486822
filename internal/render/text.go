package render

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// columns is how wide a text report may be.
const columns = 100

// The widths of the columns of findings; with indent and blanks they make 100.
var findingWidths = []int{8, 38, 18, 17, 13}

const findingIndent = 2

// Text writes the report for a terminal, at most 100 columns wide.
func Text(a Assessment, lang spec.Lang) string {
	var b strings.Builder
	heading(&b, a, lang)
	summaryText(&b, a, lang)
	for _, kind := range spec.Kinds() {
		findings(&b, a, kind, lang)
	}
	totals(&b, a, lang)
	readings(&b, a, lang)
	layersText(&b, a, lang)
	weak(&b, a, lang)
	collect(&b, a, lang)
	return b.String()
}

func heading(b *strings.Builder, a Assessment, lang spec.Lang) {
	paragraph(b, 0, columns, a.Plan.Name.In(lang))
	paragraph(b, 0, columns, a.County.Name.In(lang)+" "+a.County.ID+" · "+
		words.period.In(lang)+" "+a.Period.String()+" · "+words.asOf.In(lang)+" "+a.AsOf.String())
	if said := a.invention(lang); said != "" {
		paragraph(b, 0, columns, "*** "+said+" ***")
	}
	for _, remark := range a.Remarks {
		paragraph(b, 0, columns, "*** "+remark.In(lang)+" ***")
	}
}

func findings(b *strings.Builder, a Assessment, kind spec.Kind, lang spec.Lang) {
	first := true
	for _, f := range a.Findings {
		if f.Kind != kind {
			continue
		}
		if first {
			section(b, capital(kind.In(lang)))
			row(b, findingIndent, findingWidths, words.verdict.In(lang), words.finding.In(lang),
				words.actual.In(lang), words.required.In(lang), words.gap.In(lang))
			first = false
		}
		row(b, findingIndent, findingWidths, f.Verdict.In(lang), label(a, f, lang),
			actual(f, lang), required(f, lang), gap(f, lang))
		under := findingIndent + findingWidths[0] + 1
		paragraph(b, under, columns, f.Reason.Text.In(lang))
		if line := sources(a, f, lang); line != "" {
			paragraph(b, under, columns, line)
		}
	}
}

func section(b *strings.Builder, name string) {
	b.WriteString("\n" + name + "\n" + strings.Repeat("-", columns) + "\n")
}

func totals(b *strings.Builder, a Assessment, lang spec.Lang) {
	section(b, words.totals.In(lang))
	widths := []int{20, 10, 10, 10, 10, 10}
	row(b, findingIndent, widths, words.kind.In(lang), spec.Met.In(lang), spec.Unmet.In(lang),
		spec.Unknown.In(lang), spec.NotApplicable.In(lang), words.total.In(lang))
	line := func(name string, t spec.Tally) {
		row(b, findingIndent, widths, name, strconv.Itoa(t.Met), strconv.Itoa(t.Unmet),
			strconv.Itoa(t.Unknown), strconv.Itoa(t.NotApplicable), strconv.Itoa(t.Total()))
	}
	for _, t := range a.Totals {
		line(capital(t.Kind.In(lang)), t.Count)
	}
	line(words.total.In(lang), a.All())
	if a.Units.Total() > 0 {
		line(capital(words.units.In(lang)), a.Units)
		paragraph(b, findingIndent, columns, words.apart.In(lang))
	}
}

func readings(b *strings.Builder, a Assessment, lang spec.Lang) {
	if len(a.Readings) == 0 {
		return
	}
	section(b, words.readings.In(lang))
	for _, use := range a.Readings {
		option, _ := use.Reading.Option(use.Option)
		paragraph(b, findingIndent, columns, use.Reading.ID+"="+use.Option)
		paragraph(b, findingIndent+4, columns, use.Reading.Question.In(lang)+" → "+option.Text.In(lang))
	}
}

func weak(b *strings.Builder, a Assessment, lang spec.Lang) {
	if len(a.Weak) == 0 {
		return
	}
	section(b, words.weak.In(lang))
	for _, s := range a.Weak {
		paragraph(b, findingIndent, columns, s.Standing.In(lang)+": "+s.String())
	}
}

func collect(b *strings.Builder, a Assessment, lang spec.Lang) {
	section(b, words.collect.In(lang))
	if len(a.Collect) == 0 {
		paragraph(b, findingIndent, columns, words.nothing.In(lang))
		return
	}
	widths := []int{44, 53}
	row(b, findingIndent-1, widths, words.where.In(lang), words.missing.In(lang))
	for _, c := range a.Collect {
		question := c.Question.In(lang)
		if unit := c.Unit.In(lang); unit != "" {
			question += " [" + unit + "]"
		}
		if who := c.Who.In(lang); who != "" {
			question += " – " + who
		}
		if settles := c.settles(lang); settles != "" {
			question += " · " + settles
		}
		row(b, findingIndent-1, widths, c.Key, question)
	}
}
