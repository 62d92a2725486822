package main

import (
	"fmt"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

// markdown writes the specification as a page of Markdown that lies in docs/,
// so that links to the source begin one folder up.
func markdown(p page, lang spec.Lang) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# %s", words.title.In(lang))
	line("")
	line("%s · %s", p.plan.Title().In(lang), p.plan.Number())
	line("")
	line("%s", words.generated.In(lang))
	line("")
	line(words.counts.In(lang), len(p.clauses), p.carried, p.open, len(p.clauses)-p.carried-p.open)
	line("")
	for k := emergency.ByRule; k <= emergency.ByDeclaredGap; k++ {
		line("- %s: %d", k.In(lang), p.counts[k])
	}
	line("")
	line("## %s", words.clauses.In(lang))
	for _, c := range p.chapters {
		line("")
		line("### %s", c.title.In(lang))
		line("")
		line("| %s | %s | %s | %s |", words.place.In(lang), words.id.In(lang), words.kind.In(lang), words.carriers.In(lang))
		line("| --- | --- | --- | --- |")
		for _, clause := range c.clauses {
			line("| %s | `%s` | %s | %s |", cell(clause.Place), clause.ID, clauseKinds[clause.Kind].In(lang), p.clauseCarriers(clause, lang))
		}
	}
	markdownUnclear(&b, p, lang)
	line("")
	line("## %s", words.rules.In(lang))
	for _, room := range p.rooms {
		line("")
		line("### %s", room.name)
		for _, r := range room.rules {
			markdownRule(&b, p, r, lang)
		}
	}
	return b.String()
}

// markdownUnclear lists the groups of unclear clauses: the readings that can be
// chosen, the default first named, and what is done besides.
func markdownUnclear(b *strings.Builder, p page, lang spec.Lang) {
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
	line("")
	line("## %s", words.unclear.In(lang))
	line("")
	line("| %s | %s | %s |", words.group.In(lang), words.handled.In(lang), words.id.In(lang))
	line("| --- | --- | --- |")
	for _, u := range p.unclears {
		var said []string
		for _, r := range u.Options {
			said = append(said, "`"+r.ID+"` "+r.Question.In(lang))
			for _, o := range r.Options {
				said = append(said, "– `"+o.ID+"`"+byDefault(r, o, lang)+": "+o.Text.In(lang))
			}
		}
		if !u.Handled.IsZero() {
			said = append(said, u.Handled.In(lang))
		}
		line("| %d. %s | %s | `%s` |", u.Number, cell(u.Title.In(lang)), cell(strings.Join(said, "<br>")), strings.Join(u.Carries, "`, `"))
	}
}

// byDefault marks the option that is chosen by default.
func byDefault(r spec.Reading, o spec.Option, lang spec.Lang) string {
	if o.ID != r.Default {
		return ""
	}
	return " (" + words.byDefault.In(lang) + ")"
}

// clauseCarriers writes the carriers of a clause as links where they are rules.
func (p page) clauseCarriers(c emergency.Clause, lang spec.Lang) string {
	if open := c.Undefined(); !open.IsZero() {
		return cell(words.open.In(lang) + open.In(lang))
	}
	var out []string
	for _, carrier := range c.Carriers {
		switch carrier.Kind {
		case emergency.ByRule, emergency.ByCrossCheck:
			out = append(out, fmt.Sprintf("%s [%s](#%s) %s", carrier.Kind.In(lang), carrier.ID, anchor(carrier.ID), cell(carrier.Title.In(lang))))
		case emergency.ByDeclaredGap:
			out = append(out, cell(words.open.In(lang)+carrier.Title.In(lang)))
		default:
			out = append(out, cell(p.carrierText(carrier, lang)))
		}
	}
	if len(out) == 0 {
		return words.nothing.In(lang)
	}
	return strings.Join(out, "<br>")
}

func markdownRule(b *strings.Builder, p page, r rule, lang spec.Lang) {
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
	line("")
	line("#### <a id=%q></a>%s", anchor(r.ID), r.Title.In(lang))
	line("")
	id := "`" + r.ID + "`"
	if r.at.File != "" {
		id = fmt.Sprintf("[`%s`](../%s#L%d)", r.ID, r.at.File, r.at.Line)
	}
	line("%s · %s %d · %s", id, words.revision.In(lang), r.Revision, r.Kind.In(lang))
	line("")
	line("- **%s**: %s", words.formula.In(lang), r.Formula.In(lang))
	if len(r.Derivations) > 0 {
		line("- **%s**:", words.derivations.In(lang))
		for _, d := range r.Derivations {
			line("  - %s", derivation(d, lang))
		}
	}
	if len(r.names) > 0 {
		var list []string
		for _, n := range r.names {
			list = append(list, labelled(n, lang))
		}
		line("- **%s**: %s", words.names.In(lang), strings.Join(list, lang2(lang, "; ", "；")))
	}
	line("- **%s**: %s", words.clause.In(lang), cite(r.Source, lang))
	if len(r.Carries) > 0 {
		line("- **%s**: `%s`", words.carries.In(lang), strings.Join(r.Carries, "`, `"))
	}
	if len(r.Reads) > 0 {
		line("- **%s**: `%s`", words.reads.In(lang), strings.Join(r.Reads, "`, `"))
	}
	for _, reading := range r.readings {
		line("- **%s** `%s`: %s", words.readings.In(lang), reading.ID, reading.Question.In(lang))
		for _, o := range reading.Options {
			line("  - `%s`%s: %s", o.ID, byDefault(reading, o, lang), o.Text.In(lang))
		}
	}
	if beside := r.besideParameters(lang); beside != "" {
		line("- **%s**: %s", words.parameters.In(lang), beside)
	}
	if len(r.parameters) > 0 {
		line("")
		line("| %s | %s | %s |", words.parameter.In(lang), words.value.In(lang), words.source.In(lang))
		line("| --- | --- | --- |")
		for _, one := range r.parameters {
			line("| `%s` | %s | %s |", one.ID, cell(p.said(one, lang)), cell(cite(one.Source, lang)))
		}
	}
	markdownFindings(b, p, r, lang)
	markdownFunction(b, r, lang)
}

// markdownFindings shows the rule on real numbers.
func markdownFindings(b *strings.Builder, p page, r rule, lang spec.Lang) {
	if len(r.findings) == 0 {
		return
	}
	fmt.Fprintf(b, "\n"+words.published.In(lang)+":\n\n", p.asOf)
	for _, f := range r.findings {
		fmt.Fprintf(b, "- **%s**", f.Verdict.In(lang))
		if f.Target != "" {
			fmt.Fprintf(b, " `%s`", f.Target)
		}
		fmt.Fprintf(b, " %s", f.Title.In(lang))
		if f.Actual.Known() || f.Required.Known() {
			fmt.Fprintf(b, ": %s %s", words.actual.In(lang), number(bounded(f.Bound), f.Actual, f.Unit, lang))
		}
		if f.Required.Known() {
			fmt.Fprintf(b, ", %s %s", words.required.In(lang), number(f.Comparison.String(), f.Required, f.Unit, lang))
		}
		fmt.Fprintln(b)
		if paper := working(f, r, lang); paper != "" {
			fmt.Fprintf(b, "\n  ```\n  %s\n  ```\n\n", strings.ReplaceAll(paper, "\n", "\n  "))
		}
	}
}

// markdownFunction shows the function that computes the rule, its worked
// example and its laws.
func markdownFunction(b *strings.Builder, r rule, lang spec.Lang) {
	if r.call == "" {
		return
	}
	at := "`" + r.call + "`"
	if r.function.At.File != "" {
		at = fmt.Sprintf("[`%s`](../%s#L%d)", r.call, r.function.At.File, r.function.At.Line)
	}
	fmt.Fprintf(b, "\n%s: %s\n", words.call.In(lang), at)
	if e := r.function.Example; e != nil && !r.speaksOf(e) {
		fmt.Fprintf(b, "\n%s: [`%s`](../%s#L%d)\n", words.example.In(lang), e.Name, e.At.File, e.At.Line)
	} else if e != nil {
		fmt.Fprintf(b, "\n%s [`%s`](../%s#L%d), %s:\n\n```go\n%s\n```\n\n```\n%s\n```\n", words.example.In(lang), e.Name, e.At.File, e.At.Line,
			words.output.In(lang), e.Code, e.Output)
	}
	if len(r.function.Laws) > 0 {
		fmt.Fprintf(b, "\n%s:\n\n", words.laws.In(lang))
		for _, l := range r.function.Laws {
			fmt.Fprintf(b, "- [%s](../%s)\n", sentence(l.Name), l.File)
		}
	}
}

// anchor is the id of a rule's heading.
func anchor(id string) string { return "rule-" + strings.ReplaceAll(id, ".", "-") }

// cell keeps a text inside one cell of a table.
func cell(s string) string { return strings.NewReplacer("|", "\\|", "\n", " ").Replace(s) }
