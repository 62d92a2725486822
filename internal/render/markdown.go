package render

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// Markdown writes the report as a page with one table a kind.
func Markdown(a Assessment, lang spec.Lang) string {
	var b strings.Builder
	b.WriteString("# " + escape(a.Plan.Name.In(lang)) + "\n\n")
	if said := a.invention(lang); said != "" {
		b.WriteString("**" + said + "**\n\n")
	}
	for _, remark := range a.Remarks {
		b.WriteString("**" + escape(remark.In(lang)) + "**\n\n")
	}
	b.WriteString(escape(a.County.Name.In(lang)) + " " + a.County.ID + " · " + words.period.In(lang) + " " +
		a.Period.String() + " · " + words.asOf.In(lang) + " " + a.AsOf.String() + "\n")
	summaryMarkdown(&b, a, lang)
	for _, kind := range spec.Kinds() {
		markdownFindings(&b, a, kind, lang)
	}
	markdownTotals(&b, a, lang)
	if len(a.Readings) > 0 {
		table(&b, words.readings.In(lang), words.reason.In(lang), words.option.In(lang), words.source.In(lang))
		for _, use := range a.Readings {
			option, _ := use.Reading.Option(use.Option)
			cells(&b, "`"+use.Reading.ID+"` "+use.Reading.Question.In(lang), option.Text.In(lang), use.Reading.Source.Place)
		}
	}
	layersMarkdown(&b, a, lang)
	if len(a.Weak) > 0 {
		table(&b, words.weak.In(lang), words.standing.In(lang), words.source.In(lang))
		for _, s := range a.Weak {
			cells(&b, s.Standing.In(lang), s.String())
		}
	}
	table(&b, words.collect.In(lang), words.where.In(lang), words.missing.In(lang), words.who.In(lang),
		words.settles.In(lang), words.waiting.In(lang))
	for _, c := range a.Collect {
		question := c.Question.In(lang)
		if unit := c.Unit.In(lang); unit != "" {
			question += " [" + unit + "]"
		}
		cells(&b, "`"+c.Key+"`", question, c.Who.In(lang), c.settles(lang), strings.Join(c.Rules, ", "))
	}
	if len(a.Collect) == 0 {
		cells(&b, words.nothing.In(lang), "", "", "", "")
	}
	return b.String()
}

func markdownFindings(b *strings.Builder, a Assessment, kind spec.Kind, lang spec.Lang) {
	first := true
	for _, f := range a.Findings {
		if f.Kind != kind {
			continue
		}
		if first {
			table(b, capital(kind.In(lang)), words.verdict.In(lang), words.finding.In(lang), words.actual.In(lang),
				words.required.In(lang), words.gap.In(lang), words.reason.In(lang), words.source.In(lang))
			first = false
		}
		cells(b, f.Verdict.In(lang), label(a, f, lang), actual(f, lang), required(f, lang), gap(f, lang),
			f.Reason.Text.In(lang), sources(a, f, lang))
	}
}

func markdownTotals(b *strings.Builder, a Assessment, lang spec.Lang) {
	table(b, words.totals.In(lang), words.kind.In(lang), spec.Met.In(lang), spec.Unmet.In(lang),
		spec.Unknown.In(lang), spec.NotApplicable.In(lang), words.total.In(lang))
	line := func(name string, t spec.Tally) {
		cells(b, name, strconv.Itoa(t.Met), strconv.Itoa(t.Unmet), strconv.Itoa(t.Unknown),
			strconv.Itoa(t.NotApplicable), strconv.Itoa(t.Total()))
	}
	for _, t := range a.Totals {
		line(capital(t.Kind.In(lang)), t.Count)
	}
	line(words.total.In(lang), a.All())
	if a.Units.Total() > 0 {
		line(capital(words.units.In(lang)), a.Units)
		b.WriteString("\n" + escape(words.apart.In(lang)) + "\n")
	}
}

// table opens a section with the head of a table.
func table(b *strings.Builder, title string, heads ...string) {
	b.WriteString("\n## " + escape(title) + "\n\n")
	cells(b, heads...)
	b.WriteString(strings.Repeat("| --- ", len(heads)) + "|\n")
}

func cells(b *strings.Builder, values ...string) {
	for _, v := range values {
		b.WriteString("| " + escape(v) + " ")
	}
	b.WriteString("|\n")
}

// escape keeps a name from a county's file from breaking out of its cell.
func escape(s string) string {
	s = strings.ReplaceAll(s, "\\", "\\\\")
	s = strings.NewReplacer("|", "\\|", "\n", " ", "\r", " ", "<", "&lt;", ">", "&gt;").Replace(s)
	return s
}
