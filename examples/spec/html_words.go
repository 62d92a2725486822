package main

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// htmlWords are the fixed phrases that the template of the page uses.
func htmlWords(lang spec.Lang, p page) map[string]string {
	w := words
	return map[string]string{
		"title": w.title.In(lang), "generated": strings.ReplaceAll(w.generated.In(lang), "`", ""),
		"counts":  spec.Textf(w.counts.EN, w.counts.ZH, len(p.clauses), p.carried, p.open, len(p.clauses)-p.carried-p.open).In(lang),
		"clauses": w.clauses.In(lang), "place": w.place.In(lang), "id": w.id.In(lang), "kind": w.kind.In(lang),
		"carriers": w.carriers.In(lang), "nothing": strings.Trim(w.nothing.In(lang), "*"), "open": w.open.In(lang),
		"rules": w.rules.In(lang), "formula": w.formula.In(lang), "derivations": w.derivations.In(lang), "names": w.names.In(lang), "clause": w.clause.In(lang), "carries": w.carries.In(lang),
		"parameters": w.parameters.In(lang), "value": w.value.In(lang), "source": w.source.In(lang), "readings": w.readings.In(lang),
		"default": w.byDefault.In(lang), "reads": w.reads.In(lang),
		"published": spec.Textf(w.published.EN, w.published.ZH, p.asOf).In(lang),
		"actual":    w.actual.In(lang), "required": w.required.In(lang), "inputs": w.inputs.In(lang), "call": w.call.In(lang),
		"example": w.example.In(lang), "laws": w.laws.In(lang), "output": w.output.In(lang), "revision": w.revision.In(lang),
		"unclear": w.unclear.In(lang), "group": w.group.In(lang), "handled": w.handled.In(lang), "hits": w.hits.In(lang),
		"search": w.search.In(lang), "toc": w.toc.In(lang), "parameter": w.parameter.In(lang),
	}
}
