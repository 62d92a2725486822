package plans_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func drawMoney(t *rapid.T, label string) spec.Observed[measure.Money] {
	low := rapid.Int64Range(0, 1e12).Draw(t, label+": fen")
	high := low + rapid.Int64Range(0, 1e6).Draw(t, label+": fen above")
	switch rapid.IntRange(0, 4).Draw(t, label+": how much is known") {
	case 0:
		return fen(low)
	case 1:
		return spec.AtLeast(measure.Fen(low))
	case 2:
		return spec.AtMost(measure.Fen(high))
	case 3:
		return spec.Between(measure.Fen(low), measure.Fen(high))
	}
	return spec.Observed[measure.Money]{}
}

func drawProjects(t *rapid.T) []plans.Project {
	out := make([]plans.Project, rapid.IntRange(0, 12).Draw(t, "rows"))
	for i := range out {
		out[i] = plans.Project{
			ID:     fmt.Sprint(i),
			Work:   rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "work"),
			Class:  rapid.SampledFrom([]plans.Class{0, plans.PlannedClass, plans.ReserveClass}).Draw(t, "class"),
			Nature: rapid.SampledFrom([]plans.Nature{plans.New, plans.Continued}).Draw(t, "nature"),
			Start:  rapid.SampledFrom([]measure.Year{0, 2021, 2022}).Draw(t, "start"),
			Money:  drawMoney(t, "money"),
		}
	}
	return out
}

func drawDrills(t *rapid.T) []plans.Drill {
	out := make([]plans.Drill, rapid.IntRange(0, 12).Draw(t, "drills"))
	for i := range out {
		out[i] = plans.Drill{
			ID:   fmt.Sprint(i),
			Date: drawDate(t, "held on"),
			Kind: rapid.SampledFrom(plans.DrillKinds()[:2]).Draw(t, "kind"),
		}
	}
	return out
}

func drawDate(t *rapid.T, label string) measure.Date {
	return date(2020, 1, 1).AddDays(rapid.IntRange(0, 7*366).Draw(t, label+": days from 2020"))
}

func drawComplete(t *rapid.T) measure.Period {
	from := rapid.IntRange(2020, 2027).Draw(t, "complete from")
	if from == 2027 {
		return measure.Period{} // nobody says so
	}
	return period(measure.Year(from), measure.Year(rapid.IntRange(from, 2026).Draw(t, "complete to")))
}

// exactSum adds the ends that are known in a second way: low takes a missing
// one as nothing, high does not exist where one is missing.
func exactSum(projects []plans.Project) (low *big.Int, anyLow bool, high *big.Int, allHigh bool) {
	low, high, allHigh = new(big.Int), new(big.Int), true
	for _, p := range projects {
		if m, ok := p.Money.Low(); ok {
			low.Add(low, big.NewInt(m.Fen()))
			anyLow = true
		}
		if m, ok := p.Money.High(); ok {
			high.Add(high, big.NewInt(m.Fen()))
		} else {
			allHigh = false
		}
	}
	return low, anyLow || len(projects) == 0, high, allHigh
}

func TestTotalIsTheExactSumOfWhatIsKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := drawProjects(t)
		b, err := plans.BudgetOf(projects)
		if err != nil {
			t.Fatal(err)
		}
		low, hasLow, high, hasHigh := exactSum(projects)
		gotLow, ok := b.Total.Low()
		if ok != hasLow || ok && low.Cmp(big.NewInt(gotLow.Fen())) != 0 {
			t.Fatalf("low %v %v, want %v %v", gotLow, ok, low, hasLow)
		}
		gotHigh, ok := b.Total.High()
		if ok != hasHigh || ok && high.Cmp(big.NewInt(gotHigh.Fen())) != 0 {
			t.Fatalf("high %v %v, want %v %v", gotHigh, ok, high, hasHigh)
		}
		if b.Total.Known() != (hasLow && hasHigh && low.Cmp(high) == 0) {
			t.Fatalf("known %v with bounds %v %v", b.Total.Known(), low, high)
		}
	})
}

func TestPartsAddUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := drawProjects(t)
		whole, err := plans.BudgetOf(projects)
		if err != nil {
			t.Fatal(err)
		}
		sameTotal(t, "class", whole, partsOf(t, projects, func(p plans.Project) plans.Class { return p.Class }))
		sameTotal(t, "nature", whole, partsOf(t, projects, func(p plans.Project) plans.Nature { return p.Nature }))
		sameTotal(t, "timing", whole, partsOf(t, projects, plans.Project.Timing))
		sameTotal(t, "id", whole, partsOf(t, projects, func(p plans.Project) string { return p.ID }))

		// Three works, of which one is not listed: its rows are the orphans.
		rows, orphans, err := plans.ByWork([]plans.Work{{ID: "1"}, {ID: "2"}}, projects)
		if err != nil {
			t.Fatal(err)
		}
		count := measure.Count(len(orphans))
		for _, row := range rows {
			count += row.Budget.Projects
			if int(row.Budget.Projects) != len(row.Projects) {
				t.Fatalf("work %s counts %d rows and lists %v", row.Work.ID, row.Budget.Projects, row.Projects)
			}
		}
		if count != whole.Projects {
			t.Fatalf("works and orphans hold %d rows of %d", count, whole.Projects)
		}
	})
}

func partsOf[K interface {
	~uint8 | ~string
}](t *rapid.T, projects []plans.Project, key func(plans.Project) K) []plans.Budget {
	parts, err := plans.PartsBy(projects, key)
	if err != nil {
		t.Fatal(err)
	}
	var out []plans.Budget
	for i, part := range parts {
		if i > 0 && parts[i-1].Key >= part.Key {
			t.Fatalf("key %v follows %v", part.Key, parts[i-1].Key)
		}
		out = append(out, part.Budget)
	}
	return out
}

func sameTotal(t *rapid.T, name string, whole plans.Budget, parts []plans.Budget) {
	sum := plans.Budget{Total: fen(0)}
	for _, part := range parts {
		var err error
		if sum, err = sum.Add(part); err != nil {
			t.Fatal(err)
		}
	}
	if sum != whole {
		t.Fatalf("parts by %s make %+v, the whole is %+v", name, sum, whole)
	}
}

func TestUnknownMoneyNeverLowersTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := drawProjects(t)
		before, err := plans.BudgetOf(projects)
		if err != nil {
			t.Fatal(err)
		}
		after, err := plans.BudgetOf(append(projects, plans.Project{ID: "new"}))
		if err != nil {
			t.Fatal(err)
		}
		low, _ := before.Total.Low()
		if got, _ := after.Total.Low(); got != low {
			t.Fatalf("a row without an amount moved the bound from %v to %v", low, got)
		}
		if _, ok := after.Total.High(); ok || after.Total.Known() {
			t.Fatal("a total over a row without an amount has no upper bound")
		}
		if after.Priced != before.Priced || after.Unpriced() != before.Unpriced()+1 {
			t.Fatalf("counts went from %+v to %+v", before, after)
		}
	})
}

func TestTheOrderOfProjectsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := drawProjects(t)
		shuffled := rapid.Permutation(projects).Draw(t, "order")
		a, errA := plans.BudgetOf(projects)
		b, errB := plans.BudgetOf(shuffled)
		if a != b || errA != nil || errB != nil {
			t.Fatalf("%+v %v, shuffled %+v %v", a, errA, b, errB)
		}
		one, okOne := plans.Largest(projects)
		two, okTwo := plans.Largest(shuffled)
		if one.ID != two.ID || okOne != okTwo {
			t.Fatalf("largest %s %v, shuffled %s %v", one.ID, okOne, two.ID, okTwo)
		}
	})
}

func TestNoProjectIsLargerThanTheLargest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := drawProjects(t)
		largest, ok := plans.Largest(projects)
		most, known := largest.Money.Value()
		if ok != known {
			t.Fatalf("found %v with known money %v", ok, known)
		}
		for _, p := range projects {
			m, exact := p.Money.Value()
			if exact && !ok {
				t.Fatalf("%s has an amount and nothing was found", p.ID)
			}
			if exact && (most.Less(m) || most == m && p.ID < largest.ID) {
				t.Fatalf("%s with %v goes before %s with %v", p.ID, m, largest.ID, most)
			}
		}
	})
}

func TestSharesOfPricedPartsAddUpToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := drawProjects(t)
		for i := range projects {
			projects[i].Money = fen(rapid.Int64Range(1, 1e9).Draw(t, "fen"))
		}
		whole, err := plans.BudgetOf(projects)
		if err != nil || len(projects) == 0 {
			return
		}
		sum := measure.Whole(0)
		for _, part := range partsOf(t, projects, plans.Project.Timing) {
			sum = sum.Add(plans.Share(part, whole))
		}
		if !sum.Equal(measure.Whole(1)) {
			t.Fatalf("shares make %v", sum)
		}
	})
}

func TestHeldCountsWhatABruteForceCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drills, asOf := drawDrills(t), drawDate(t, "as of")
		for y := measure.Year(2019); y <= 2028; y++ {
			want := measure.Count(0)
			for _, d := range drills {
				if d.Kind == plans.CountyComprehensive && d.Date.String()[:4] == y.String() && d.Date.String() <= asOf.String() {
					want++
				}
			}
			if got := plans.Held(drills, plans.CountyComprehensive, y, asOf); got != want {
				t.Fatalf("%d in %v, want %d", got, y, want)
			}
		}
	})
}

func TestAddingADrillNeverTurnsMetIntoUnmet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := fengduProvisions()
		p.ExercisePerYear.Value = measure.Count(rapid.IntRange(0, 2).Draw(t, "a year"))
		r := plans.Records{HasDrills: true, Complete: drawComplete(t), Drills: drawDrills(t)}
		asOf := drawDate(t, "as of")
		choices := drawChoices(t)
		before := plans.Assess(p, r, asOf, choices).Exercises
		r.Drills = append(r.Drills, plans.Drill{ID: "new", Date: drawDate(t, "new on"), Kind: rapid.SampledFrom(plans.DrillKinds()).Draw(t, "new kind")})
		after := plans.Assess(p, r, asOf, choices).Exercises
		if before.Verdict == spec.Met && after.Verdict != spec.Met {
			t.Fatalf("met became %v", after.Verdict)
		}
		for i := range before.Years {
			if before.Years[i].Verdict == spec.Met && after.Years[i].Verdict != spec.Met {
				t.Fatalf("%v was met and became %v", before.Years[i].Year, after.Years[i].Verdict)
			}
		}
	})
}

func TestSayingThatRecordsAreCompleteNeverMakesAVerdictUnknown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, asOf := fengduProvisions(), drawDate(t, "as of")
		r := plans.Records{HasDrills: true, Drills: drawDrills(t)}
		open := plans.Assess(p, r, asOf, spec.Choices{}).Exercises.Verdict
		r.Complete = p.Period
		closed := plans.Assess(p, r, asOf, spec.Choices{}).Exercises
		if open == spec.Unmet {
			t.Fatal("records that nobody calls complete cannot prove an absence")
		}
		if open == spec.Met && closed.Verdict != spec.Met {
			t.Fatalf("met became %v", closed.Verdict)
		}
		if len(closed.Asked) > 0 && closed.Verdict == spec.Unknown {
			t.Fatal("complete records leave a year that is due unknown")
		}
	})
}

func TestTheVerdictIsThatOfAllYearsAskedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, asOf := fengduProvisions(), drawDate(t, "as of")
		r := plans.Records{HasDrills: true, Complete: drawComplete(t), Drills: drawDrills(t)}
		choices := drawChoices(t)
		e := plans.Assess(p, r, asOf, choices).Exercises
		var verdicts []spec.Verdict
		for _, y := range e.Years {
			over := asOf.Compare(y.Year.LastDay()) >= 0
			early := choices.Of(plans.Readings()[0]) == plans.BeforeIssueExcluded && y.Year < 2022
			if over && !early {
				verdicts = append(verdicts, y.Verdict)
			}
		}
		if want := spec.All(verdicts...); e.Verdict != want {
			t.Fatalf("%v, want %v of %v", e.Verdict, want, verdicts)
		}
	})
}

func drawChoices(t *rapid.T) spec.Choices {
	return spec.Choices{}.With(plans.ReadingBeforeIssue,
		rapid.SampledFrom([]string{plans.BeforeIssueCounts, plans.BeforeIssueExcluded}).Draw(t, "years before the issue"))
}

func TestEqualInputsGiveEqualFindingsInAnyOrderOfRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, asOf := fengduProvisions(), drawDate(t, "as of")
		r := plans.Records{HasDrills: true, Complete: drawComplete(t), Drills: drawDrills(t)}
		first := plans.Assess(p, r, asOf, spec.Choices{}).Findings()
		r.Drills = rapid.Permutation(r.Drills).Draw(t, "order")
		if diff := cmp.Diff(first, plans.Assess(p, r, asOf, spec.Choices{}).Findings()); diff != "" {
			t.Fatal(diff)
		}
	})
}
