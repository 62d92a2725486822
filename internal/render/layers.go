package render

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// LayerRow is a figure with what each layer says of it.
type LayerRow struct {
	ID     string
	Title  spec.Text
	Values []LayerValue
}

// LayerValue is what one layer says.
type LayerValue struct {
	Layer      string
	Name       spec.Text
	Value      string
	Source     spec.Source
	From, To   measure.Date
	Span       spec.Text
	Decides    bool
	Mandatory  bool
	NotInForce bool // on the date of the report
	Finding    string
}

// EditionRow is a document cited by edition with the edition in force beside it.
type EditionRow struct {
	Document string
	Layer    spec.Text
	Cited    string
	InForce  string // empty where it is not known
	Span     spec.Text
}

var layerWords = struct{ title, editions, decides, mandatory, notYet, finding, cited, inForce, unknown, figure, layer, value, remark spec.Text }{
	title:     spec.T("Figures of other layers", "各层级数值对照"),
	editions:  spec.T("Editions cited and in force", "引用版本与现行版本"),
	decides:   spec.T("decides", "以此为准"),
	mandatory: spec.T("mandatory", "强制性规定"),
	notYet:    spec.T("not in force on the date", "评估日不在有效期内"),
	finding:   spec.T("judged by", "由以下规则判定"),
	cited:     spec.T("cited", "引用"),
	inForce:   spec.T("in force on the date", "评估日现行"),
	unknown:   spec.T("not known", "未知"),
	figure:    spec.T("figure", "参数"),
	layer:     spec.T("layer", "层级"),
	value:     spec.T("value", "数值"),
	remark:    spec.T("remark", "备注"),
}

// remark says what is to be said of one layer's figure.
func (v LayerValue) remark(lang spec.Lang) string {
	var out []string
	for _, one := range []struct {
		holds bool
		text  string
	}{{v.Decides, layerWords.decides.In(lang)}, {v.Mandatory, layerWords.mandatory.In(lang)}, {!v.Span.IsZero(), v.Span.In(lang)},
		{v.NotInForce, layerWords.notYet.In(lang)}, {v.Finding != "", layerWords.finding.In(lang) + " " + v.Finding}} {
		if one.holds {
			out = append(out, one.text)
		}
	}
	return strings.Join(out, "; ")
}

func (e EditionRow) inForce(lang spec.Lang) string {
	if e.InForce == "" {
		return layerWords.unknown.In(lang)
	}
	return e.InForce
}

func layersText(b *strings.Builder, a Assessment, lang spec.Lang) {
	if len(a.Layers) > 0 {
		section(b, layerWords.title.In(lang))
	}
	for _, row := range a.Layers {
		paragraph(b, 2, columns, row.Title.In(lang))
		for _, v := range row.Values {
			line := v.Name.In(lang) + ": " + v.Value + " " + cited(a, v.Source, lang)
			if remark := v.remark(lang); remark != "" {
				line += " – " + remark
			}
			paragraph(b, 6, columns, line)
		}
	}
	if len(a.Editions) > 0 {
		section(b, layerWords.editions.In(lang))
	}
	for _, e := range a.Editions {
		paragraph(b, 2, columns, e.Document+" ("+e.Layer.In(lang)+")")
		paragraph(b, 6, columns, layerWords.cited.In(lang)+": "+e.Cited+"; "+layerWords.inForce.In(lang)+": "+e.inForce(lang))
	}
}

func layersMarkdown(b *strings.Builder, a Assessment, lang spec.Lang) {
	if len(a.Layers) > 0 {
		table(b, layerWords.title.In(lang), layerWords.figure.In(lang), layerWords.layer.In(lang), layerWords.value.In(lang),
			layerWords.remark.In(lang), words.source.In(lang))
	}
	for _, row := range a.Layers {
		for _, v := range row.Values {
			cells(b, row.Title.In(lang), v.Name.In(lang), v.Value, v.remark(lang), cited(a, v.Source, lang))
		}
	}
	if len(a.Editions) > 0 {
		table(b, layerWords.editions.In(lang), words.source.In(lang), layerWords.layer.In(lang), layerWords.cited.In(lang), layerWords.inForce.In(lang))
	}
	for _, e := range a.Editions {
		cells(b, e.Document, e.Layer.In(lang), e.Cited, e.inForce(lang))
	}
}

type jsonLayerValue struct {
	Layer     string       `json:"layer"`
	Value     string       `json:"value"`
	Source    jsonSource   `json:"source"`
	From      measure.Date `json:"from"`
	To        measure.Date `json:"to"`
	Decides   bool         `json:"decides"`
	Mandatory bool         `json:"mandatory"`
	InForce   bool         `json:"in_force"`
	Finding   string       `json:"finding,omitempty"`
}

type jsonLayerRow struct {
	ID     string           `json:"id"`
	Title  jsonText         `json:"title"`
	Values []jsonLayerValue `json:"values"`
}

type jsonEdition struct {
	Document string   `json:"document"`
	Layer    jsonText `json:"layer"`
	Cited    string   `json:"cited"`
	InForce  *string  `json:"in_force"` // null where it is not known
}

func layersOf(rows []LayerRow) []jsonLayerRow {
	var out []jsonLayerRow
	for _, row := range rows {
		one := jsonLayerRow{ID: row.ID, Title: textOf(row.Title), Values: make([]jsonLayerValue, 0, len(row.Values))}
		for _, v := range row.Values {
			one.Values = append(one.Values, jsonLayerValue{Layer: v.Layer, Value: v.Value, Source: sourceOf(v.Source), From: v.From, To: v.To,
				Decides: v.Decides, Mandatory: v.Mandatory, InForce: !v.NotInForce, Finding: v.Finding})
		}
		out = append(out, one)
	}
	return out
}

func editionsOf(rows []EditionRow) []jsonEdition {
	var out []jsonEdition
	for _, row := range rows {
		one := jsonEdition{Document: row.Document, Layer: textOf(row.Layer), Cited: row.Cited}
		if row.InForce != "" {
			one.InForce = &row.InForce
		}
		out = append(out, one)
	}
	return out
}
