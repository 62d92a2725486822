package main

import (
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// norms prints what each item is counted by, and how firm that is.
func (o *outlook) norms(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", o.marked(o.t("What the needs rest on", "需求的测算依据")))
	rows := [][]string{{o.t("item", "物资"), o.t("norm", "配备标准"), o.t("counted", "口径"), o.t("source", "依据"), o.t("standing", "依据效力")}}
	for _, one := range o.now.Plan.Items {
		norm := one.Item.Norm
		quantity := norm.Value.Quantity.String()
		if o.lang == spec.Chinese || !one.Item.Unit.IsPieces() {
			quantity = one.Item.Unit.After(quantity, o.lang)
		}
		rows = append(rows, []string{one.Item.Name.In(o.lang), quantity, norm.Value.In(o.lang),
			strings.TrimSpace(norm.Source.Document + " " + norm.Source.Place), norm.Source.Standing.In(o.lang)})
	}
	table(b, rows)
}

// notCounted prints what the plan leaves out because it is not known, as
// questions to those who know.
func (o *outlook) notCounted(b *strings.Builder) {
	if o.now.Plan.Doubt.IsZero() {
		return
	}
	fmt.Fprintf(b, "\n%s\n", o.marked(o.t("Not known and not counted on; to be collected", "不明而未计入，须收集")))
	for _, f := range o.now.Findings() {
		if f.Rule == "reserves.dispatch" {
			for _, n := range f.Missing {
				fmt.Fprintf(b, "  %s\n      %s – %s\n", n.Key, n.Question.In(o.lang), n.Who.In(o.lang))
			}
		}
	}
}
