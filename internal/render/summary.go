package render

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// summary says in a few lines what the report comes to (概要): the verdicts, those of
// the binding targets with each that is not met, and how much data is missing. It
// counts as the totals do, the units behind rolled-up findings left out.
func summary(a Assessment, lang spec.Lang) []string {
	var binding spec.Tally
	var lost []string
	for _, f := range a.Binding {
		binding.Add(f.Verdict)
		if f.Verdict == spec.Unmet {
			lost = append(lost, spec.Textf("%s: ", "%s：", spec.Unmet).In(lang)+label(a, f, lang)+measured(f, lang))
		}
	}
	out := []string{counts(spec.T("findings", "事项"), a.All(), lang)}
	if binding.Total() > 0 {
		out = append(out, counts(words.binding, binding, lang))
	}
	out = append(out, lost...)
	return append(out, spec.Textf("Pieces of data to collect: %d", "需补充的数据项：%d", len(a.Collect)).In(lang))
}

func counts(of spec.Text, t spec.Tally, lang spec.Lang) string {
	return capital(spec.Textf("%s: %s %d · %s %d · %s %d · %s %d · %s %d", "%s：%s %d · %s %d · %s %d · %s %d · %s %d",
		of, spec.Met, t.Met, spec.Unmet, t.Unmet, spec.Unknown, t.Unknown, spec.NotApplicable, t.NotApplicable,
		words.total, t.Total()).In(lang))
}

// measured writes what is and what is asked for, as far as both are known.
func measured(f spec.Finding, lang spec.Lang) string {
	if !f.Actual.Known() {
		return ""
	}
	out := " – " + words.actual.In(lang) + " " + actual(f, lang)
	if asked := required(f, lang); asked != "" {
		out += spec.T(", ", "，").In(lang) + words.required.In(lang) + " " + asked
	}
	return out
}

func summaryText(b *strings.Builder, a Assessment, lang spec.Lang) {
	section(b, words.glance.In(lang))
	for _, line := range summary(a, lang) {
		paragraph(b, findingIndent, columns, line)
	}
}

func summaryMarkdown(b *strings.Builder, a Assessment, lang spec.Lang) {
	b.WriteString("\n## " + escape(words.glance.In(lang)) + "\n\n")
	for _, line := range summary(a, lang) {
		b.WriteString("- " + escape(line) + "\n")
	}
}
