package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Grade is how serious an event is (事故等级). The zero Grade is ungraded, and the
// others can be compared: the higher the worse.
type Grade uint8

// The four grades from the lowest up.
const (
	_             Grade = iota
	Ordinary            // 一般
	Large               // 较大
	Major               // 重大
	Extraordinary       // 特别重大
)

var grades = [...]term{
	Ordinary:      {"ordinary", spec.Text{EN: "ordinary", ZH: "一般"}, nil},
	Large:         {"large", spec.Text{EN: "large", ZH: "较大"}, nil},
	Major:         {"major", spec.Text{EN: "major", ZH: "重大"}, nil},
	Extraordinary: {"extraordinary", spec.Text{EN: "extraordinary", ZH: "特别重大"}, nil},
}

// Grades returns the four grades from the lowest up.
func Grades() []Grade { return []Grade{Ordinary, Large, Major, Extraordinary} }

// ParseGrade reads a grade by its code or name, as "large", "较大" or "较大事故"
// (事故等级). ok is false for anything else.
func ParseGrade(s string) (grade Grade, ok bool) {
	i := findTerm(grades[:], s, "事故")
	return Grade(i), i > 0
}

// String returns the code, as "large", empty for the zero Grade.
func (g Grade) String() string { return termAt(grades[:], int(g)).code }

// In returns the name of the grade.
func (g Grade) In(lang spec.Lang) string { return termAt(grades[:], int(g)).text.In(lang) }

// MarshalText returns the code.
func (g Grade) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// least is what an accident must reach by any one criterion for a grade; the
// number itself counts (以上).
type least struct {
	deaths, injuries measure.People
	loss             measure.Money
}

// GradeTable says which grade an accident has (事故分级标准): a table of cited
// thresholds, made by [NewGradeTable] or [Order493]. The zero GradeTable grades
// nothing.
type GradeTable struct {
	from         [Extraordinary + 1]least // by grade; nothing is needed for Ordinary
	countMissing bool
	source       spec.Source
}

// Source returns where the thresholds stand.
func (t GradeTable) Source() spec.Source { return t.source }

// Equal reports whether both tables have the same thresholds and source.
func (t GradeTable) Equal(o GradeTable) bool { return t == o }

// CountingMissing returns a copy in which people unaccounted for count with the
// deaths, or do not (下落不明人数). In [Order493] they do.
func (t GradeTable) CountingMissing(count bool) GradeTable {
	t.countMissing = count
	return t
}

// Grade returns the grade of an accident of which every fact is known
// (事故定级): the highest that any one criterion reaches. It is 0 for the zero
// table.
func (t GradeTable) Grade(i Incident) Grade {
	deaths := i.Deaths
	if t.countMissing {
		deaths = together(deaths, i.Missing)
	}
	return t.grade(deaths, i.SeriousInjuries, i.DirectLoss)
}

func (t *GradeTable) grade(deaths, injuries measure.People, loss measure.Money) Grade {
	if t.source.Standing == 0 {
		return 0
	}
	for g := Extraordinary; g > Ordinary; g-- {
		from := &t.from[g]
		if deaths >= from.deaths || injuries >= from.injuries || loss.Fen() >= from.loss.Fen() {
			return g
		}
	}
	return Ordinary
}

// together adds people; beyond 64 bits it stays at the most, which is above
// every threshold.
func together(a, b measure.People) measure.People {
	const most = measure.People(1<<63 - 1)
	if b > 0 && a > most-b {
		return most
	}
	return a + b
}

// GradeRange is the grades that an accident can have as far as its facts are
// known (可能等级).
type GradeRange struct{ Lowest, Highest Grade }

// Settled returns the grade where the facts leave only one.
func (r GradeRange) Settled() (Grade, bool) {
	if r.Lowest != r.Highest || r.Lowest == 0 {
		return 0, false
	}
	return r.Lowest, true
}

// Bounds returns the lowest and the highest grade that the reported facts allow
// (可能等级). A fact of which no upper bound is known allows the highest grade;
// one known death too many settles it. Updates of the casualties inside their
// window are counted.
func (t GradeTable) Bounds(r ReportedIncident) GradeRange {
	if t.source.Standing == 0 {
		return GradeRange{}
	}
	if len(r.Updates) > 0 {
		r = r.Counted()
	}
	return t.bounds(&r)
}

// bounds is Bounds of a report whose updates are counted.
func (t *GradeTable) bounds(r *ReportedIncident) GradeRange {
	dead, most, a := ends(&r.Deaths)
	hurt, mostHurt, b := ends(&r.SeriousInjuries)
	loss, mostLoss, c := ends(&r.DirectLoss)
	bounded := a && b && c
	if t.countMissing {
		missing, mostMissing, d := ends(&r.Missing)
		dead, most, bounded = together(dead, missing), together(most, mostMissing), bounded && d
	}
	out := GradeRange{Lowest: t.grade(dead, hurt, loss), Highest: Extraordinary}
	if bounded {
		out.Highest = t.grade(most, mostHurt, mostLoss)
	}
	return out
}

// ends returns the bounds of a value that cannot be negative, and whether there
// is an upper one.
func ends[T any](o *spec.Observed[T]) (low, high T, bounded bool) {
	low, high, _, bounded = spec.Ends(o)
	return low, high, bounded
}
