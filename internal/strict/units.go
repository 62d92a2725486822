package strict

import (
	"errors"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// dimension is what a unit measures.
type dimension uint8

const (
	dimNone  dimension = iota
	dimWhole           // persons, households and things counted
	dimArea
	dimMoney
	dimDistance
	dimDuration
	dimPercent
)

// unit is a unit that a document or a table may write, with its words; the
// first word is its name.
type unit struct {
	dim   dimension
	words []string
}

func (u unit) name() string {
	if len(u.words) == 0 {
		return ""
	}
	return u.words[0]
}

var units = [...]unit{
	{dimArea, []string{"m2", "m²", "㎡", "平方米", "平米"}},
	{dimArea, []string{"ha", "公顷"}},
	{dimArea, []string{"mu", "亩"}},
	{dimArea, []string{"km2", "km²", "平方公里", "平方千米"}},
	{dimMoney, []string{"yuan", "元"}},
	{dimMoney, []string{"wan-yuan", "万元"}},
	{dimMoney, []string{"yi-yuan", "亿元"}},
	{dimDistance, []string{"m", "米"}},
	{dimDistance, []string{"km", "公里", "千米"}},
	{dimDuration, []string{"s", "秒"}},
	{dimDuration, []string{"min", "分钟"}},
	{dimDuration, []string{"h", "小时"}},
	{dimPercent, []string{"%"}},
	{dimWhole, []string{"1", "person", "persons", "people", "人", "人次", "名", "household", "households", "户", "户次",
		"个", "支", "处", "座", "间", "起", "次", "件", "套", "台", "艘", "辆", "张", "顶", "床", "所", "项", "份", "家", "只", "条"}},
	{dimWhole, []string{"wan", "万", "万人", "万人次", "万户", "万个", "万间", "万件"}},
}

// unitOf finds a unit by a word; upper and lower case are one.
func unitOf(word string) (unit, bool) {
	word = strings.ToLower(word)
	for _, u := range units {
		if slices.Contains(u.words, word) {
			return u, true
		}
	}
	return unit{}, false
}

// unitNames returns the names of the units of a dimension, all units for
// dimNone.
func unitNames(dim dimension) []string {
	var out []string
	for _, u := range units {
		if u.dim == dim || dim == dimNone {
			out = append(out, u.name())
		}
	}
	return out
}

// splitUnit cuts "37.96 ha" into its number and its unit; at most one blank
// stands between them.
func splitUnit(text string) (number, word string) {
	i := 0
	for i < len(text) && strings.IndexByte("0123456789.,-", text[i]) >= 0 {
		i++
	}
	i += foreignNumber(text, i)
	return text[:i], strings.TrimPrefix(text[i:], " ")
}

// isNumber reports whether a text is a plain number; what is not is a fault of its
// own, whatever the unit is.
func isNumber(text string) bool {
	_, err := measure.ParseDecimal(strings.ReplaceAll(text, ",", ""))
	var wrong *measure.Error
	return err == nil || errors.As(err, &wrong) && wrong.Code != measure.CodeSyntax
}

// foreignNumber returns how many more bytes belong to a number written in a way
// that is not read here, as 1e5, 0x10 or 1_000, or with a letter for a digit, as
// 24O00, so that the number is blamed and not its unit.
func foreignNumber(text string, i int) int {
	rest := text[i:]
	if i == 0 || rest == "" {
		return 0
	}
	n := 0
	if strings.IndexByte("OoIl", rest[0]) >= 0 && text[:i] != "0" {
		for n < len(rest) && strings.IndexByte("OoIl0123456789.,", rest[n]) >= 0 {
			n++
		}
		return n
	}
	switch c := rest[0] | 0x20; { // lower case
	case c == 'e':
		if n = 1; n < len(rest) && (rest[n] == '+' || rest[n] == '-') {
			n++
		}
	case (c == 'x' || c == 'o' || c == 'b') && text[:i] == "0", rest[0] == '_':
		n = 1
	default:
		return 0
	}
	first := n
	for n < len(rest) && (isDigits(rest[n:n+1]) || rest[0] == '_' && rest[n] == '_' || rest[0]|0x20 == 'x' && strings.IndexByte("abcdefABCDEF", rest[n]) >= 0) {
		n++
	}
	if n == first {
		return 0 // a letter that belongs to a word
	}
	return n
}

func toArea(d decimal.Decimal, u unit) (measure.Area, error) {
	switch u.name() {
	case "ha":
		return measure.Hectares(d)
	case "mu":
		return measure.Mu(d)
	case "km2":
		return measure.SquareMetres(d.Shift(6))
	}
	return measure.SquareMetres(d)
}

func toGrossArea(d decimal.Decimal, u unit) (measure.GrossArea, error) {
	switch u.name() {
	case "ha":
		return measure.GrossHectares(d)
	case "mu":
		return measure.GrossMu(d)
	case "km2":
		return measure.GrossSquareMetres(d.Shift(6))
	}
	return measure.GrossSquareMetres(d)
}

func toMoney(d decimal.Decimal, u unit) (measure.Money, error) {
	switch u.name() {
	case "wan-yuan":
		return measure.WanYuan(d)
	case "yi-yuan":
		return measure.YiYuan(d)
	}
	return measure.Yuan(d)
}

func toDistance(d decimal.Decimal, u unit) (measure.Distance, error) {
	if u.name() == "km" {
		return measure.Kilometres(d)
	}
	return measure.Metres(d)
}

func toDuration(d decimal.Decimal, u unit) (measure.Duration, error) {
	switch u.name() {
	case "h":
		return measure.HoursOf(d)
	case "min":
		return measure.MinutesOf(d)
	}
	return measure.ParseDuration(measure.DecimalText(d))
}

// withUnit reads a value written "37.96 ha".
func withUnit[T any](n *Node, dim dimension, to func(decimal.Decimal, unit) (T, error)) (T, bool) {
	var zero T
	text, ok := n.literal()
	if !ok {
		return zero, false
	}
	number, word := splitUnit(text)
	if word == "" && isNumber(number) {
		n.Fault(CodeUnitMissing, text, spec.Textf("%q has no unit (%s)", "%q 缺少单位（%s）", spec.Shorten(text), KnownAs("", unitNames(dim))))
		return zero, false
	}
	u, ok := unitOf(word)
	if isNumber(number) && (!ok || u.dim != dim) {
		n.Fault(CodeUnitUnknown, word, spec.Textf("unit %q (%s)", "单位 %q（%s）", spec.Shorten(word), KnownAs("", unitNames(dim))))
		return zero, false
	}
	return Scalar(n, func(string) (T, error) {
		if number == "" {
			number = text // the parser says what is wrong with it
		}
		d, err := measure.ParseDecimal(number)
		if err != nil {
			return zero, err
		}
		return to(d, u)
	})
}

// Area returns an area written with its unit, as 37.96 ha (面积). Units: m2, ha,
// mu, km2 and their Chinese words.
func (n *Node) Area() (measure.Area, bool) { return withUnit(n, dimArea, toArea) }

// GrossArea returns a gross area, written as [Node.Area] (占地面积).
func (n *Node) GrossArea() (measure.GrossArea, bool) { return withUnit(n, dimArea, toGrossArea) }

// Money returns a sum written with its unit, as 300 wan-yuan (金额). Units:
// yuan, wan-yuan, yi-yuan and their Chinese words.
func (n *Node) Money() (measure.Money, bool) { return withUnit(n, dimMoney, toMoney) }

// Distance returns a distance written with its unit, as 2 km (距离). Units: m,
// km and their Chinese words.
func (n *Node) Distance() (measure.Distance, bool) { return withUnit(n, dimDistance, toDistance) }

// Duration returns a time written with its unit, as 24 h (时长). Units: s, min,
// h and their Chinese words.
func (n *Node) Duration() (measure.Duration, bool) { return withUnit(n, dimDuration, toDuration) }
