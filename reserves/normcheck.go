package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of norms that cannot be held against an item or each other. The
// errors are [spec.Fault] values.
const (
	FaultNormUnit = "reserves.norm-unit" // litres against kits
	FaultNormKind = "reserves.norm-kind" // per day against per week
	FaultNormSize = "reserves.norm-size" // a quantity or a group of nothing
)

// Check returns nil where the norm can be one of the item: it counts the item's
// pieces and asks for something (定额校验).
func (n Norm) Check(item Item) error {
	switch {
	case !item.Counts(n.Unit):
		return spec.Fault{Path: item.Code, Code: FaultNormUnit, Value: string(n.Unit),
			Message: spec.Textf("the norm of %s counts %q, the item %q", "%s 的配备标准以“%s”计，物资以“%s”计", item.Code, n.Unit, item.Unit)}
	case n.Kind == 0:
		return spec.Fault{Path: item.Code, Code: FaultNormKind,
			Message: spec.Textf("the norm of %s does not say for whom it is enough", "%s 的配备标准未说明口径", item.Code)}
	case n.Quantity.Sign() <= 0 || n.Kind == PerGroup && n.Group <= 0:
		return spec.Fault{Path: item.Code, Code: FaultNormSize, Value: n.Quantity.String(),
			Message: spec.Textf("the norm of %s asks for nothing", "%s 的配备标准为零", item.Code)}
	}
	return nil
}

// Cmp says whether a norm asks for less, as much or more than another: -1, 0 or
// 1 (定额比较). Only norms for the same people, in the same unit, over the same
// time can be compared: a quantity per day is no quantity per week, and litres
// are no kits. Two norms per group are compared by what one person gets.
func (n Norm) Cmp(o Norm) (int, error) {
	switch {
	case n.Unit != o.Unit:
		return 0, spec.Fault{Code: FaultNormUnit, Value: string(o.Unit),
			Message: spec.Textf("one norm counts %q, the other %q", "两个标准的计量单位分别为“%s”和“%s”", n.Unit, o.Unit)}
	case n.Kind == 0 || n.Kind != o.Kind || n.Of != o.Of:
		return 0, spec.Fault{Code: FaultNormKind, Value: o.Kind.String(),
			Message: spec.Textf("one norm is %s for %s, the other %s for %s", "两个标准的口径分别为“%s（%s）”和“%s（%s）”", n.Kind, n.Of, o.Kind, o.Of)}
	case n.Kind == PerGroup && (n.Group <= 0 || o.Group <= 0):
		return 0, spec.Fault{Code: FaultNormSize, Message: spec.T("a group of nobody", "每组人数为零")}
	}
	order, _ := n.each().Cmp(o.each())
	return order, nil
}

// each returns what one taker gets.
func (n Norm) each() measure.Ratio {
	takers := int64(1)
	if n.Kind == PerGroup {
		takers = int64(n.Group)
	}
	return measure.RatioOf(n.Quantity.Thousandths(), 1000).Div(measure.Whole(takers))
}
