package spec

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
)

// wordPlaces is how many decimals a limit is written with at most; a limit that
// needs fewer is written with fewer.
const wordPlaces = 6

// Words says what the target asks for, with its limits, signs and unit
// (目标表述): "at most 1 %", "9 % less than the base". It names no deadline and no
// years. A target without a form says nothing.
func (t Target) Words() Text { return t.words(t.Unit) }

func (t Target) words(unit Unit) Text {
	amount := func(r measure.Ratio) Text {
		return Textf("%s%s", "%s%s", AmountOf(r, wordPlaces), after(unit))
	}
	switch t.Form {
	case Ceiling:
		if t.Strict {
			return Textf("below %s", "低于%s", amount(t.Limit))
		}
		return Textf("at most %s", "不超过%s", amount(t.Limit))
	case Floor:
		if t.Strict {
			return Textf("above %s", "高于%s", amount(t.Limit))
		}
		return Textf("at least %s", "不低于%s", amount(t.Limit))
	case Range:
		return Textf("from %s to %s", "%s至%s", AmountOf(t.Limit, wordPlaces), amount(t.Upper))
	case Zero:
		return T("none", "为零")
	case Change:
		return t.changeWords(T("than the base", "比基数"))
	case YearlyChange:
		return t.changeWords(T("each year than the year before", "每年比上年"))
	case NotWorse:
		return T("not worse than the base", "不差于基数")
	case Relative:
		if t.Strict {
			return T("better than the wider average", "优于上级平均")
		}
		return T("not worse than the wider average", "不差于上级平均")
	case Trend:
		if t.Direction == HigherBetter {
			return T("rising against the base", "比基数上升")
		}
		return T("falling against the base", "比基数下降")
	case Gain:
		return t.gainWords(unit)
	case Both:
		return t.partWords(unit, T(" and ", "，且"), false)
	case ByClass:
		return t.partWords(unit, T("; ", "；"), true)
	}
	return Text{}
}

// changeWords writes a share of the base: 9 % less than, by more than 9 % where
// the limit itself does not count.
func (t Target) changeWords(base Text) Text {
	share, fall := t.Change.Mul(measure.Whole(100)), t.Change.Sign() < 0
	if fall {
		share = share.Neg()
	}
	least := T("at least ", "至少")
	if t.Strict {
		least = T("over ", "超过")
	}
	if fall != (t.Direction == LowerBetter) { // the rest is allowed, not asked for
		least = T("at most ", "至多")
		if t.Strict {
			least = T("under ", "不到")
		}
	}
	if fall {
		return Textf("%[1]s%[2]s %% less %[3]s", "%[3]s下降%[1]s%[2]s%%", least, AmountOf(share, wordPlaces), base)
	}
	return Textf("%[1]s%[2]s %% more %[3]s", "%[3]s上升%[1]s%[2]s%%", least, AmountOf(share, wordPlaces), base)
}

func (t Target) gainWords(unit Unit) Text {
	amount := Textf("%s", "%s", AmountOf(t.Limit, wordPlaces))
	least := T("at least ", "至少")
	switch {
	case t.Upper.Known():
		amount, least = Textf("%s to %s", "%s至%s", amount, AmountOf(t.Upper, wordPlaces)), Text{}
	case t.Strict:
		least = T("over ", "超过")
	}
	if t.Direction == LowerBetter {
		return Textf("%s%s%s fewer than the base", "比基数减少%s%s%s", least, amount, after(unit))
	}
	return Textf("%s%s%s more than the base", "比基数增加%s%s%s", least, amount, after(unit))
}

// after writes a unit behind its number.
func after(unit Unit) Text {
	if unit == "" {
		return Text{}
	}
	return T(" "+unit.In(English), unit.In(Chinese))
}

// partWords writes the conditions one after another, each class with its name.
func (t Target) partWords(unit Unit, between Text, classes bool) Text {
	var en, zh strings.Builder
	for i, part := range t.Parts {
		if i > 0 {
			en.WriteString(between.EN)
			zh.WriteString(between.ZH)
		}
		if classes {
			name := part.Title
			if name.IsZero() {
				name = T(part.Class, part.Class)
			}
			en.WriteString(name.EN + " ")
			zh.WriteString(name.ZH)
		}
		words := part.words(unit)
		en.WriteString(words.EN)
		zh.WriteString(words.ZH)
	}
	return T(en.String(), zh.String())
}
