package plans

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// wan is a sum of money in 万元, printed to the fen.
func wan(m measure.Money) spec.Amount { return spec.AmountOf(measure.RatioOf(m.Fen(), 1_000_000), 6) }

// percent is a share in percent, printed with two decimals.
func percent(r measure.Ratio) spec.Amount { return spec.AmountOf(r.Mul(measure.Whole(100)), 2) }

// wanTotal is a total in 万元 with its bound, the lower one where there are
// two; known is false where there is neither.
func wanTotal(total spec.Observed[measure.Money]) (amount spec.Amount, bound spec.Bound, known bool) {
	if m, ok := total.Value(); ok {
		return wan(m), spec.ExactBound, true
	}
	if m, ok := total.Low(); ok {
		return wan(m), spec.AtLeastBound, true
	}
	if m, ok := total.High(); ok {
		return wan(m), spec.AtMostBound, true
	}
	return spec.Amount{}, spec.ExactBound, false
}

func boundWords(b spec.Bound) spec.Text {
	switch b {
	case spec.AtLeastBound:
		return spec.T("at least ", "不少于 ")
	case spec.AtMostBound:
		return spec.T("at most ", "不超过 ")
	}
	return spec.Text{}
}

// words are both forms of a value that has two languages.
func words(v interface{ In(spec.Lang) string }) spec.Text {
	return spec.T(v.In(spec.English), v.In(spec.Chinese))
}

// keyed is the name of an input of one part; what the table leaves out is
// "unstated".
func keyed(group, key string, label spec.Text) (string, spec.Text) {
	if key == "" {
		key, label = "unstated", spec.T("not stated", "未注明")
	}
	return group + "_" + strings.ReplaceAll(key, "-", "_"), label
}

func rowsInput(group, key string, label spec.Text, part Budget) spec.Input {
	name, label := keyed(group, key, label)
	return spec.Input{Name: name + "_projects", Label: spec.Textf("rows: %s", "项目行数：%s", label),
		Value: spec.Whole(part.Projects), Unit: spec.Projects}
}

// partInputs are the rows of one part, its known money and the share of it.
// Where no row of the part has an amount there is no money to show.
func partInputs(group, key string, label spec.Text, part, whole Budget) []spec.Input {
	out := []spec.Input{rowsInput(group, key, label, part)}
	low, ok := part.Total.Low()
	if !ok {
		return out
	}
	name, label := keyed(group, key, label)
	return append(out,
		spec.Input{Name: name + "_money", Label: spec.Textf("known money: %s", "已列资金：%s", label), Value: wan(low), Unit: spec.WanYuan},
		spec.Input{Name: name + "_share", Label: spec.Textf("share of the known money: %s", "占已列资金比重：%s", label),
			Value: percent(Share(part, whole)), Unit: spec.Percent})
}
