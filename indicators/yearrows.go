package indicators

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// yearRows keeps one row a year, in the order of the years. The zero yearRows is
// empty and ready to use.
type yearRows[T any] []yearRow[T]

type yearRow[T any] struct {
	year measure.Year
	of   T
}

// at returns the row of a year, made where it is new.
func (r *yearRows[T]) at(year measure.Year) *T {
	rows := *r
	for i := len(rows) - 1; i >= 0; i-- { // a few years, the latest most often
		if rows[i].year == year {
			return &rows[i].of
		}
	}
	i, _ := slices.BinarySearchFunc(rows, year, func(row yearRow[T], year measure.Year) int { return cmp.Compare(row.year, year) })
	*r = slices.Insert(rows, i, yearRow[T]{year: year})
	return &(*r)[i].of
}

// find returns a copy of the row of a year, the zero row where it is not there.
func (r yearRows[T]) find(year measure.Year) (row T) {
	for i := range r {
		if r[i].year == year {
			return r[i].of
		}
	}
	return row
}
