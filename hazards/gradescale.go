package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of a scale, besides those of a table of grades. They are
// permanent.
const (
	FaultScaleSteps     = "scale.steps"     // no step, a step twice, out of order, or more than four
	FaultScaleCriteria  = "scale.criteria"  // no criterion, one twice in a step, or more than six
	FaultScaleHole      = "scale.hole"      // a criterion of a step is missing in a higher one
	FaultScaleThreshold = "scale.threshold" // a threshold is negative
)

const (
	maxSteps    = 4
	maxCriteria = 6
)

// Step is what a scale assigns: a [Grade] or a [Response] (分级级别). The higher
// number is the worse; 0 is below the lowest.
type Step interface {
	Grade | Response
	In(lang spec.Lang) string
	String() string
}

// Threshold is one cell of a scale as it is printed (分级阈值), in the criterion's
// smallest unit: from From 以上 up to, and not with, Below 以下; a zero Below is
// no upper end.
type Threshold struct {
	Criterion   Criterion
	From, Below int64
	Source      spec.Source // where the cell stands elsewhere than its step
}

// ScaleStep is one row of a scale: any one of its thresholds suffices (分级标准).
type ScaleStep[S Step] struct {
	Step       S
	Source     spec.Source
	Thresholds []Threshold
}

// Scale says which grade or response level an event has (分级标准): half-open bands
// without gap or overlap, of which any one suffices and the highest wins. It
// is made by [NewScale] or by one of the published tables. A scale may begin
// above the lowest step where the lower ones are not published. The zero Scale
// assigns nothing.
type Scale[S Step] struct {
	steps    [maxSteps]S
	count    int
	criteria [maxCriteria]Criterion
	width    int
	from     [maxSteps][maxCriteria]int64 // -1 where the step does not use the criterion
	sources  [maxSteps][maxCriteria]spec.Source
	row      [maxSteps]spec.Source
	partial  bool
}

// NewScale makes a scale of its rows, the lowest step first (分级标准). partial
// says that lower steps exist whose thresholds are not published: what lies
// below the first row then has no known step. The error is a [*spec.Faults]
// with every fault: gaps, overlaps, empty or open bands, a criterion that a
// higher step leaves out, rows out of order, a row without a source.
func NewScale[S Step](rows []ScaleStep[S], partial bool) (Scale[S], error) {
	var faults spec.Faults
	s := Scale[S]{partial: partial, count: len(rows)}
	if len(rows) == 0 || len(rows) > maxSteps {
		faults.Add(spec.Fault{Path: "steps", Code: FaultScaleSteps, Message: spec.Textf(
			"%d steps where 1 to %d are possible", "%d 级，应为 1 至 %d 级", len(rows), maxSteps)})
		return Scale[S]{}, faults.Err()
	}
	for i, row := range rows {
		s.addStep(&faults, i, row, rows[:i])
	}
	if s.width == 0 {
		faults.Add(spec.Fault{Path: "steps", Code: FaultScaleCriteria, Message: spec.T("the scale has no threshold", "分级标准没有阈值")})
	}
	for col := range s.width {
		s.checkColumn(&faults, rows, col)
	}
	if err := faults.Err(); err != nil {
		return Scale[S]{}, err
	}
	return s, nil
}

func (s *Scale[S]) addStep(faults *spec.Faults, i int, row ScaleStep[S], before []ScaleStep[S]) {
	path := row.Step.String()
	if row.Step == 0 || path == "" || (i > 0 && row.Step != before[i-1].Step+1) {
		faults.Add(spec.Fault{Path: "steps", Code: FaultScaleSteps, Message: spec.Textf(
			"step %d is not the next one up", "第 %d 行不是上一级", i+1)})
	}
	if !row.Source.Complete() {
		faults.Add(spec.Fault{Path: path, Code: FaultGradeSource,
			Message: spec.T("the step has no document or standing", "该级缺少文件名称或依据效力")})
	}
	s.steps[i], s.row[i] = row.Step, row.Source
	for col := range s.from[i] {
		s.from[i][col] = -1
	}
	for _, cell := range row.Thresholds {
		col := slices.Index(s.criteria[:s.width], cell.Criterion)
		if col < 0 && s.width < maxCriteria && cell.Criterion.String() != "" {
			col = s.width
			s.criteria[col] = cell.Criterion
			s.width++
		}
		switch {
		case col < 0 || s.from[i][col] >= 0:
			faults.Add(spec.Fault{Path: path + "." + cell.Criterion.String(), Code: FaultScaleCriteria,
				Message: spec.T("an unknown criterion, one given twice, or one too many", "指标未知、重复或过多")})
			continue
		case cell.From < 0:
			faults.Add(spec.Fault{Path: path + "." + cell.Criterion.String(), Code: FaultScaleThreshold,
				Message: spec.Textf("%d is below zero", "%d 小于零", cell.From)})
			continue
		}
		s.from[i][col], s.sources[i][col] = cell.From, row.Source
		if cell.Source.Complete() {
			s.sources[i][col] = cell.Source
		}
	}
}

// checkColumn files what is wrong with one criterion from the first step that
// uses it up to the top.
func (s *Scale[S]) checkColumn(faults *spec.Faults, rows []ScaleStep[S], col int) {
	c, begun := s.criteria[col], false
	var end int64
	for i, row := range rows {
		add := func(code, en, zh string, args ...any) {
			faults.Add(spec.Fault{Path: row.Step.String() + "." + c.String(), Code: code, Message: spec.Textf(en, zh, args...)})
		}
		at := slices.IndexFunc(row.Thresholds, func(t Threshold) bool { return t.Criterion == c })
		if at < 0 {
			if begun {
				add(FaultScaleHole, "a lower step uses the criterion, this one does not", "下一级使用该指标而本级未使用")
			}
			continue
		}
		cell, last := row.Thresholds[at], i == len(rows)-1
		switch {
		case begun && cell.From > end:
			add(FaultGradeGap, "nothing covers %v to %v", "%v 至 %v 之间无等级", c.Amount(end), c.Amount(cell.From))
		case begun && cell.From < end:
			add(FaultGradeOverlap, "%v lies below %v, where the step below ends", "%v 小于下一级的上限 %v", c.Amount(cell.From), c.Amount(end))
		}
		switch {
		case last && cell.Below != 0:
			add(FaultGradeEnd, "the highest step ends at %v", "最高级在 %v 结束", c.Amount(cell.Below))
		case !last && cell.Below <= cell.From:
			add(FaultGradeEmpty, "the band from %v to below %v is empty", "区间 %v 至 %v（不含）为空", c.Amount(cell.From), c.Amount(cell.Below))
		}
		begun, end = true, cell.Below
	}
}

// IsZero reports whether the scale has no rows.
func (s *Scale[S]) IsZero() bool { return s.count == 0 }

// Partial reports whether lower steps exist whose thresholds are not published.
func (s *Scale[S]) Partial() bool { return s.partial }

// Criteria returns the criteria of the scale in the order of its rows.
func (s *Scale[S]) Criteria() []Criterion { return slices.Clone(s.criteria[:s.width]) }

// Rows returns the scale as it is printed, the lowest step first.
func (s *Scale[S]) Rows() []ScaleStep[S] {
	out := make([]ScaleStep[S], 0, s.count)
	for i := range s.count {
		row := ScaleStep[S]{Step: s.steps[i], Source: s.row[i]}
		for col := range s.width {
			if s.from[i][col] < 0 {
				continue
			}
			cell := Threshold{Criterion: s.criteria[col], From: s.from[i][col], Source: s.sources[i][col]}
			if i+1 < s.count {
				cell.Below = s.from[i+1][col]
			}
			row.Thresholds = append(row.Thresholds, cell)
		}
		out = append(out, row)
	}
	return out
}

// Equal reports whether both scales have the same rows and sources.
func (s Scale[S]) Equal(o Scale[S]) bool { return s == o }
