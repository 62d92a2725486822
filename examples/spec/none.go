package main

import (
	_ "embed"
	"encoding/csv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

//go:embed none.csv
var noneCSV string

// none says why a rule has no parameter, or for "list" where in the plan's files
// the entries stand that it goes by, beside parameters or without any.
type none struct{ why, place string }

// noneOf returns, by rule, why it has no parameter.
func noneOf() (map[string][]none, error) {
	rows, err := csv.NewReader(strings.NewReader(noneCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string][]none{}
	for _, row := range rows[1:] {
		out[row[0]] = append(out[row[0]], none{row[1], row[2]})
	}
	return out, nil
}

// whyNone are the reasons in words.
var whyNone = map[string]spec.Text{
	"law": spec.T("No parameter: the limits are those of the document cited, the same for every plan; they stand in the formula or in the function that computes it.",
		"无参数：限值出自所引文件，各规划通用，见算法或计算函数。"),
	"records":  spec.T("No parameter: the rule holds what the county reports against each other.", "无参数：仅以县填报的数据相互核对。"),
	"reported": spec.T("No parameter: the rule counts or passes on what the county reports.", "无参数：仅统计或转述县填报的数据。"),
	"unset":    spec.T("No parameter: the plan sets no value for it; the rule gives the figure alone.", "无参数：规划未定数值，规则只给出结果，不判定是否达标。"),
	"reading":  spec.T("No parameter: the plan sets no value; what judges the figure is a reading, named below.", "无参数：规划未定数值，如何判定见下列解读。"),
	"all":      spec.T("No parameter: the clause asks it of every one on record.", "无参数：条款要求逐一做到，无数值可设。"),
	"list":     spec.T("The rule goes by the plan's own entries at", "以规划文件中的条目为准，见"),
	"optional": spec.T("No parameter in this plan; one that sets it does so at", "本规划未设此参数；设定时写在"),
}

// besideParameters says in words why a rule has no parameter, or what it goes by
// beside those it has, a sentence for each.
func (r rule) besideParameters(lang spec.Lang) string {
	var out []string
	for i, one := range r.none {
		text := whyNone[one.why].In(lang)
		switch {
		case one.place == "":
		case i > 0 && r.none[i-1].why == one.why: // another place of the same
			out[len(out)-1] = strings.TrimRight(out[len(out)-1], ".。") + lang2(lang, ", ", "、") + one.place + lang2(lang, ".", "。")
			continue
		default:
			text += " " + one.place + lang2(lang, ".", "。")
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}
