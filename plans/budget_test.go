package plans_test

import (
	"errors"
	"math"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func TestTotalsAtTheEdges(t *testing.T) {
	most := measure.Fen(math.MaxInt64)
	unknown := spec.Observed[measure.Money]{}
	for _, tt := range []struct {
		name  string
		money []spec.Observed[measure.Money]
		want  spec.Observed[measure.Money]
		code  string
	}{
		{"no projects cost nothing", nil, fen(0), ""},
		{"one without an amount is unknown, not zero", []spec.Observed[measure.Money]{unknown}, unknown, ""},
		{"zero is an amount", []spec.Observed[measure.Money]{fen(0)}, fen(0), ""},
		{"zero and unknown is at least zero", []spec.Observed[measure.Money]{fen(0), unknown}, spec.AtLeast(measure.Fen(0)), ""},
		{"exact and at most", []spec.Observed[measure.Money]{fen(5), spec.AtMost(measure.Fen(3))}, spec.Between(measure.Fen(5), measure.Fen(8)), ""},
		{"at most alone", []spec.Observed[measure.Money]{spec.AtMost(measure.Fen(3))}, spec.AtMost(measure.Fen(3)), ""},
		{"two that bound from both sides", []spec.Observed[measure.Money]{spec.Between(measure.Fen(1), measure.Fen(2)), fen(1)}, spec.Between(measure.Fen(2), measure.Fen(3)), ""},
		{"equal bounds are exact", []spec.Observed[measure.Money]{spec.Between(measure.Fen(4), measure.Fen(4))}, fen(4), ""},
		{"at least and at most", []spec.Observed[measure.Money]{spec.AtLeast(measure.Fen(4)), spec.AtMost(measure.Fen(4))}, spec.AtLeast(measure.Fen(4)), ""},
		{"the greatest sum", []spec.Observed[measure.Money]{spec.Exactly(most)}, spec.Exactly(most), ""},
		{"one fen beyond it", []spec.Observed[measure.Money]{spec.Exactly(most), fen(1)}, unknown, measure.CodeOverflow},
		{"an upper bound beyond it is none", []spec.Observed[measure.Money]{spec.AtMost(most), fen(1)}, spec.AtLeast(measure.Fen(1)), ""},
		{"a negative amount", []spec.Observed[measure.Money]{fen(-1)}, unknown, measure.CodeNegative},
		{"a negative upper bound", []spec.Observed[measure.Money]{spec.AtMost(measure.Fen(-1))}, unknown, measure.CodeNegative},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var projects []plans.Project
			for _, m := range tt.money {
				projects = append(projects, plans.Project{Money: m})
			}
			b, err := plans.BudgetOf(projects)
			_, partsErr := plans.PartsBy(projects, plans.Project.Timing)
			_, _, workErr := plans.ByWork([]plans.Work{{}}, projects)
			for _, err := range []error{err, partsErr, workErr} {
				var m *measure.Error
				if errors.As(err, &m); (m == nil) != (tt.code == "") || m != nil && m.Code != tt.code {
					t.Fatalf("error %v, want code %q", err, tt.code)
				}
			}
			if b.Total != tt.want {
				t.Errorf("total %+v, want %+v", b.Total, tt.want)
			}
		})
	}
}

func TestLargestTakesTheFirstOfEquals(t *testing.T) {
	p, ok := plans.Largest([]plans.Project{{ID: "b", Money: fen(7)}, {ID: "a", Money: fen(7)}, {ID: "c", Money: spec.AtLeast(measure.Fen(9))}})
	if p.ID != "a" || !ok {
		t.Errorf("%q %v, want a: of equals the first by id, and only exact amounts", p.ID, ok)
	}
	if p, ok := plans.Largest([]plans.Project{{ID: "z", Money: fen(0)}}); p.ID != "z" || !ok {
		t.Errorf("%q %v: zero is an amount", p.ID, ok)
	}
}

func TestAShareOfNothingIsUnknown(t *testing.T) {
	zero, _ := plans.BudgetOf([]plans.Project{{Money: fen(0)}})
	one, _ := plans.BudgetOf([]plans.Project{{Money: fen(1)}})
	if plans.Share(zero, zero).Known() || plans.Share(plans.Budget{}, one).Known() || plans.Share(one, plans.Budget{}).Known() {
		t.Error("a share without known money came out as a number")
	}
	if got := plans.Share(zero, one); !got.Equal(measure.Whole(0)) {
		t.Errorf("a part that costs nothing has the share %v", got)
	}
}

func TestAddingBudgetsAllocatesNothing(t *testing.T) {
	projects := fengduProjects()
	drills := []plans.Drill{county("a", 2021, 5, 12)}
	if n := testing.AllocsPerRun(100, func() {
		if b, err := plans.BudgetOf(projects); err != nil || b.Projects != 8 {
			t.Error("wrong budget")
		}
		if plans.Held(drills, plans.CountyComprehensive, 2021, measure.Date{}) != 1 {
			t.Error("wrong count")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkBudgetOf(b *testing.B) {
	projects := fengduProjects()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := plans.BudgetOf(projects); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHeld(b *testing.B) {
	var drills []plans.Drill
	for i := range 10_000 {
		drills = append(drills, plans.Drill{Date: date(2021, 1, 1).AddDays(i % 1826), Kind: plans.DrillKinds()[i%6]})
	}
	b.ReportAllocs()
	for b.Loop() {
		if plans.Held(drills, plans.CountyComprehensive, 2023, date(2025, 12, 31)) == 0 {
			b.Fatal("none counted")
		}
	}
}

func BenchmarkAssess(b *testing.B) {
	p, r := fengduProvisions(), plans.Records{HasDrills: true, Drills: []plans.Drill{county("a", 2021, 5, 12)}}
	b.ReportAllocs()
	for b.Loop() {
		plans.Assess(p, r, date(2025, 12, 31), spec.Choices{})
	}
}
