package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of a warned area. They are permanent.
const (
	FaultAreaEmpty   = "area.empty"
	FaultAreaPolygon = "area.polygon"
	FaultAreaCircle  = "area.circle"
	FaultAreaCode    = "area.code"
)

// WarnedArea is where a warning applies (预警区域): divisions by their codes, and
// where coordinates were drawn, polygons and circles in one declared datum.
type WarnedArea struct {
	Name     spec.Text      // as it is announced
	Codes    []DivisionCode // with everything inside them
	Polygons [][]Position   // closed: the last point is the first
	Circles  []Circle
}

// Circle is a round area (圆形区域).
type Circle struct {
	Centre Position
	Radius measure.Distance
}

// Covers reports whether a division lies wholly in the area by the codes
// (预警覆盖): the area names it or one that contains it. 6 and 12 digits of the
// same division are the same; polygons and circles are not looked at, for a
// code has no outline here.
func (a WarnedArea) Covers(d DivisionCode) bool {
	return slices.ContainsFunc(a.Codes, func(c DivisionCode) bool { return c.Contains(d) })
}

// Touches reports whether a division lies in the area or has a part of it, by
// the codes: a warning for one township touches its county.
func (a WarnedArea) Touches(d DivisionCode) bool {
	return slices.ContainsFunc(a.Codes, func(c DivisionCode) bool { return c.Contains(d) || d.Contains(c) })
}

// Validate returns [spec.Faults] where the area has no name, no codes and no
// outline, an unset code, a polygon that is not closed or has fewer than three
// corners, a circle with a negative radius, or coordinates of two datums or of
// none.
func (a WarnedArea) Validate() error {
	var faults spec.Faults
	add := func(path, code, value string, message spec.Text) {
		faults.Add(spec.Fault{Path: path, Code: code, Value: value, Message: message})
	}
	if a.Name.ZH == "" && a.Name.EN == "" {
		add("name", FaultAreaEmpty, "", spec.T("the area has no name", "区域没有名称"))
	}
	if len(a.Codes)+len(a.Polygons)+len(a.Circles) == 0 {
		add("codes", FaultAreaEmpty, "", spec.T("the area has neither codes nor an outline", "区域既无区划代码也无边界"))
	}
	for i, c := range a.Codes {
		if c.IsZero() {
			add(indexed("codes", i), FaultAreaCode, "", spec.T("the division code is unset", "区划代码未填"))
		}
	}
	for i, ring := range a.Polygons {
		if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
			add(indexed("polygons", i), FaultAreaPolygon, "", spec.Textf("the polygon of %d points is not closed or has fewer than three corners",
				"由 %d 个点组成的多边形未闭合或不足三个角点", len(ring)))
		}
	}
	for i, c := range a.Circles {
		if c.Radius.Sign() < 0 {
			add(indexed("circles", i), FaultAreaCircle, c.Radius.String(), spec.Textf("the radius of %v m is negative", "半径 %v 米为负", c.Radius))
		}
	}
	if _, err := OneDatum(a.positions()); err != nil {
		gather(&faults, err)
	}
	return faults.Err()
}

// positions returns every point of the outline, in order.
func (a WarnedArea) positions() []Position {
	out := slices.Concat(a.Polygons...)
	for _, c := range a.Circles {
		out = append(out, c.Centre)
	}
	return out
}

// Equal reports whether both areas say the same, codes as they were written.
func (a WarnedArea) Equal(b WarnedArea) bool {
	return a.Name == b.Name && slices.Equal(a.Codes, b.Codes) && slices.Equal(a.Circles, b.Circles) &&
		slices.EqualFunc(a.Polygons, b.Polygons, slices.Equal)
}
