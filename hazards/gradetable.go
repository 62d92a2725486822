package hazards

import (
	"cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of a table of grades. They are permanent.
const (
	FaultGradeRows    = "grades.rows"    // not the four grades from the lowest up
	FaultGradeStart   = "grades.start"   // the lowest grade does not begin at zero
	FaultGradeEmpty   = "grades.empty"   // a band ends where it begins or before
	FaultGradeGap     = "grades.gap"     // a band begins after the end of the one below
	FaultGradeOverlap = "grades.overlap" // a band begins before the end of the one below
	FaultGradeEnd     = "grades.end"     // the highest grade has an upper end
	FaultGradeSource  = "grades.source"  // the table has no source
)

// Band is the numbers from a threshold up to, and not with, the next one, as
// statutes write them: From 以上, Below 以下 (分级区间). A zero Below is no upper end.
type Band[T any] struct{ From, Below T }

// GradeRow is one row of a table of grades as it is printed (等级标准): any one of
// the three criteria suffices.
type GradeRow struct {
	Grade           Grade
	Deaths          Band[measure.People]
	SeriousInjuries Band[measure.People]
	DirectLoss      Band[measure.Money]
}

// NewGradeTable makes a table of the four rows, the lowest grade first
// (事故分级标准). The error is a [*spec.Faults] with every fault: rows missing or out
// of order, a gap or an overlap between bands, a band without numbers, a
// source without document or standing.
func NewGradeTable(rows []GradeRow, countMissing bool, source spec.Source) (GradeTable, error) {
	var faults spec.Faults
	if !source.Complete() {
		faults.Add(spec.Fault{Path: "source", Code: FaultGradeSource,
			Message: spec.T("the table has no document or standing", "分级标准缺少文件名称或依据效力")})
	}
	if !fourGrades(rows) {
		faults.Add(spec.Fault{Path: "rows", Code: FaultGradeRows, Message: spec.Textf(
			"%d rows where the four grades from the lowest up are needed", "%d 行，应为由低到高的四个等级", len(rows))})
		return GradeTable{}, faults.Err()
	}
	checkBands(&faults, rows, "deaths", cmp.Compare[measure.People], func(r GradeRow) Band[measure.People] { return r.Deaths })
	checkBands(&faults, rows, "serious_injuries", cmp.Compare[measure.People], func(r GradeRow) Band[measure.People] { return r.SeriousInjuries })
	checkBands(&faults, rows, "direct_loss", measure.Money.Cmp, func(r GradeRow) Band[measure.Money] { return r.DirectLoss })
	if err := faults.Err(); err != nil {
		return GradeTable{}, err
	}
	table := GradeTable{countMissing: countMissing, source: source}
	for _, row := range rows {
		table.from[row.Grade] = least{row.Deaths.From, row.SeriousInjuries.From, row.DirectLoss.From}
	}
	return table, nil
}

// Rows returns the table as it is printed, the lowest grade first; none for the
// zero table.
func (t GradeTable) Rows() []GradeRow {
	if t.source.Standing == 0 {
		return nil
	}
	out := make([]GradeRow, 0, len(Grades()))
	for _, g := range Grades() {
		var next least
		if g < Extraordinary {
			next = t.from[g+1]
		}
		out = append(out, GradeRow{Grade: g,
			Deaths:          Band[measure.People]{t.from[g].deaths, next.deaths},
			SeriousInjuries: Band[measure.People]{t.from[g].injuries, next.injuries},
			DirectLoss:      Band[measure.Money]{t.from[g].loss, next.loss},
		})
	}
	return out
}

func fourGrades(rows []GradeRow) bool {
	want := Grades()
	if len(rows) != len(want) {
		return false
	}
	for i, row := range rows {
		if row.Grade != want[i] {
			return false
		}
	}
	return true
}

// checkBands files what is wrong with one column of the table.
func checkBands[T any](faults *spec.Faults, rows []GradeRow, column string, compare func(a, b T) int, band func(GradeRow) Band[T]) {
	var zero, end T
	for i, row := range rows {
		b := band(row)
		add := func(code, en, zh string, args ...any) {
			faults.Add(spec.Fault{Path: column + "." + row.Grade.String(), Code: code, Message: spec.Textf(en, zh, args...)})
		}
		order := compare(b.From, end)
		switch {
		case i == 0 && order != 0:
			add(FaultGradeStart, "the lowest grade begins at %v, not at zero", "最低等级从 %v 开始，不是从零开始", b.From)
		case order > 0:
			add(FaultGradeGap, "nothing covers %v to %v", "%v 至 %v 之间无等级", end, b.From)
		case order < 0:
			add(FaultGradeOverlap, "%v lies below %v, where the grade below ends", "%v 小于下一等级的上限 %v", b.From, end)
		}
		last := i == len(rows)-1
		switch {
		case last && compare(b.Below, zero) != 0:
			add(FaultGradeEnd, "the highest grade ends at %v", "最高等级在 %v 结束", b.Below)
		case !last && compare(b.Below, b.From) <= 0:
			add(FaultGradeEmpty, "the band from %v to below %v is empty", "区间 %v 至 %v（不含）为空", b.From, b.Below)
		}
		end = b.Below
	}
}
