package plans_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func report(project string, on measure.Date, stage plans.Stage, spent string) plans.ProjectReport {
	r := plans.ProjectReport{Project: project, On: on, Stage: stage}
	if spent != "" {
		r.Spent = wan(spent)
	}
	return r
}

func TestProjectsAgainstTheirTime(t *testing.T) {
	start := plans.Project{ID: "a", Start: 2022}
	span := plans.Project{ID: "a", Span: period(2021, 2025)}
	for name, c := range map[string]struct {
		project plans.Project
		stage   plans.Stage
		asOf    measure.Date
		want    spec.Verdict
	}{
		"a start, the day before":  {start, plans.Approved, date(2022, 12, 30), spec.Unknown},
		"a start, not started":     {start, plans.Approved, date(2022, 12, 31), spec.Unmet},
		"a start, started":         {start, plans.Started, date(2022, 12, 31), spec.Met},
		"a start, completed":       {start, plans.Completed, date(2022, 12, 31), spec.Met},
		"stopped":                  {start, plans.Stopped, date(2022, 12, 31), spec.Unmet},
		"stopped before it is due": {start, plans.Stopped, date(2022, 12, 30), spec.Unknown},
		"a span, started":          {span, plans.Started, date(2025, 12, 31), spec.Unmet},
		"a span, too early":        {span, plans.Started, date(2025, 12, 30), spec.Unknown},
		"a span, completed early":  {span, plans.Completed, date(2023, 1, 1), spec.Met},
		"nobody reports":           {span, 0, date(2026, 1, 1), spec.Unknown},
		"no time":                  {plans.Project{ID: "a"}, plans.Started, date(2026, 1, 1), spec.NotApplicable},
	} {
		var reports []plans.ProjectReport
		if c.stage != 0 {
			reports = append(reports, report("a", date(2021, 6, 1), c.stage, ""), report("b", date(2021, 6, 1), plans.Completed, ""), report("a", date(2027, 1, 1), plans.Completed, ""))
		}
		if got := plans.StatusOf(c.project, reports, c.asOf); got.Verdict != c.want {
			t.Errorf("%s: %v, want %v", name, got.Verdict, c.want)
		}
	}
}

// The money of the years adds up to what was spent, where every year reports.
func TestYearlySpendingAddsUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans.Project{ID: "a", Span: period(2021, 2025)}
		var reports []plans.ProjectReport
		total := int64(0)
		falls := false
		for y := 2021; y <= 2025; y++ {
			for month := range rapid.IntRange(1, 3).Draw(t, "reports") {
				step := int64(rapid.IntRange(-2, 50).Draw(t, "spent"))
				falls = falls || step < 0
				total = max(0, total+step)
				reports = append(reports, plans.ProjectReport{Project: "a", On: date(y, month+1, 1), Spent: fen(total)})
			}
		}
		if reports[0].Spent == (spec.Observed[measure.Money]{}) {
			t.Fatal("nothing drawn")
		}
		shuffled := slices.Clone(reports)
		slices.Reverse(shuffled)
		s := plans.StatusOf(p, shuffled, measure.Date{})
		sum := int64(0)
		for _, y := range s.Years {
			part, ok := y.Spent.Value()
			if !ok {
				t.Fatalf("%v is not known", y.Year)
			}
			sum += part.Fen()
		}
		spent, _ := s.Spent.Value()
		if sum != total || spent.Fen() != total || len(s.Years) != 5 {
			t.Fatalf("years %d, spent %d, want %d", sum, spent.Fen(), total)
		}
		if s.Falls && !falls {
			t.Fatal("money that never falls is told to fall")
		}
	})
}

func TestSpendingIsNotGuessed(t *testing.T) {
	p := plans.Project{ID: "a", Span: period(2021, 2025), Money: wan("10")}
	// The first report comes after the first year, and 2024 has none.
	s := plans.StatusOf(p, []plans.ProjectReport{report("a", date(2022, 12, 31), plans.Started, "4"), report("a", date(2023, 12, 31), plans.Started, "6"),
		report("a", date(2025, 12, 31), plans.Completed, "11")}, date(2025, 12, 31))
	var got []string
	for _, y := range s.Years {
		m, ok := y.Spent.Value()
		got = append(got, fmt.Sprint(y.Year, " ", m, " ", ok))
	}
	if want := []string{"2022 0 false", "2023 20000 true", "2025 0 false"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if s.Overspent() != spec.Unmet || s.Falls {
		t.Errorf("%v", s.Overspent())
	}
	if got := plans.StatusOf(p, []plans.ProjectReport{report("a", date(2022, 1, 1), plans.Started, "10")}, measure.Date{}).Overspent(); got != spec.Met {
		t.Errorf("the whole amount is %v", got)
	}
	if got := plans.StatusOf(p, nil, measure.Date{}).Overspent(); got != spec.Unknown {
		t.Errorf("nothing told is %v", got)
	}
	p.Money = spec.Observed[measure.Money]{}
	if got := plans.StatusOf(p, []plans.ProjectReport{report("a", date(2022, 1, 1), plans.Started, "10")}, measure.Date{}).Overspent(); got != spec.NotApplicable {
		t.Errorf("no amount is %v", got)
	}
	if s := plans.StatusOf(p, []plans.ProjectReport{report("a", date(2022, 1, 1), plans.Started, "10"), report("a", date(2023, 1, 1), plans.Started, "9")}, measure.Date{}); !s.Falls {
		t.Error("money that was unspent is not told")
	}
}

// Money spread over the years is the money of the rows with a span, to the fen.
func TestMoneyByYearLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []plans.Project
		spread, rest := int64(0), int64(0)
		for i := range rapid.IntRange(0, 6).Draw(t, "rows") {
			p := plans.Project{ID: fmt.Sprint(i)}
			amount := int64(rapid.IntRange(0, 1_000_000).Draw(t, "fen"))
			priced := rapid.Bool().Draw(t, "priced")
			if priced {
				p.Money = fen(amount)
			}
			if rapid.Bool().Draw(t, "span") {
				p.Span = drawPeriod(t)
				if priced {
					spread += amount
				}
			} else if priced {
				rest += amount
			}
			rows = append(rows, p)
		}
		years, unspread := plans.MoneyByYear(rows)
		sum := measure.Whole(0)
		for i, y := range years {
			sum = sum.Add(y.Money)
			if i > 0 && years[i-1].Year >= y.Year {
				t.Fatalf("%v after %v", y.Year, years[i-1].Year)
			}
		}
		if !sum.Equal(measure.Whole(spread)) || !unspread.Equal(measure.Whole(rest)) {
			t.Fatalf("%v and %v, want %d and %d", sum, unspread, spread, rest)
		}
	})
}

func thing(id string) spec.Member { return spec.Member{ID: id, Title: spec.T(id, id)} }

func TestWhatIsListedTwiceCountsWhereItIsPaid(t *testing.T) {
	rows := []plans.Project{
		{ID: "2b", Money: wan("20203.2"), Delivers: []spec.Member{thing("centre")}},
		{ID: "3", Delivers: []spec.Member{thing("base"), thing("kit")}},
		{ID: "4", Money: wan("300"), Delivers: []spec.Member{thing("centre"), thing("points"), thing("base")}, PaidFor: []string{"points"}},
	}
	var got []string
	for _, l := range plans.ListedTwice(rows) {
		got = append(got, l.What.ID+" "+strings.Join(l.Rows, "+")+" "+strings.Join(l.Paid, "+")+" "+l.Count)
	}
	if want := []string{"centre 2b+4 2b 2b", "base 3+4  3"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Circles and missing rows are found as a search by depth finds them.
func TestWhatProjectsRestOnIsChecked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "rows")
		rows := make([]plans.Project, n)
		for i := range rows {
			rows[i].ID = fmt.Sprint(i)
			for range rapid.IntRange(0, 2).Draw(t, "links") {
				rows[i].Depends = append(rows[i].Depends, fmt.Sprint(rapid.IntRange(0, n).Draw(t, "on")))
			}
		}
		got := plans.RestsOf(rows)
		// Reachable within n steps, by the powers of the relation.
		reach := map[[2]string]bool{}
		for _, p := range rows {
			for _, d := range p.Depends {
				reach[[2]string{p.ID, d}] = true
			}
		}
		for range n {
			for _, a := range rows {
				for _, b := range rows {
					for _, c := range rows {
						if reach[[2]string{a.ID, b.ID}] && reach[[2]string{b.ID, c.ID}] {
							reach[[2]string{a.ID, c.ID}] = true
						}
					}
				}
			}
		}
		for _, p := range rows {
			if want := reach[[2]string{p.ID, p.ID}]; slices.Contains(got.Circular, p.ID) != want {
				t.Fatalf("%s circular: %v, want %v", p.ID, !want, want)
			}
			if want := slices.Contains(p.Depends, fmt.Sprint(n)); slices.Contains(got.Dangling, p.ID) != want {
				t.Fatalf("%s dangling: %v, want %v", p.ID, !want, want)
			}
		}
	})
}
