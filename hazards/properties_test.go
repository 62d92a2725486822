package hazards_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// printedGrade grades by counting thresholds in big whole numbers, re-typed
// from article 3: deaths, serious injuries, 万元.
func printedGrade(i hazards.Incident, withMissing bool) hazards.Grade {
	deaths := big.NewInt(int64(i.Deaths))
	if withMissing {
		deaths.Add(deaths, big.NewInt(int64(i.Missing)))
	}
	wan := big.NewInt(1_000_000)
	worst := 0
	for _, c := range []struct {
		value *big.Int
		from  [3]int64
		unit  *big.Int
	}{
		{deaths, [3]int64{3, 10, 30}, big.NewInt(1)},
		{big.NewInt(int64(i.SeriousInjuries)), [3]int64{10, 50, 100}, big.NewInt(1)},
		{big.NewInt(i.DirectLoss.Fen()), [3]int64{1000, 5000, 10000}, wan},
	} {
		reached := 0
		for _, from := range c.from {
			if c.value.Cmp(new(big.Int).Mul(big.NewInt(from), c.unit)) >= 0 {
				reached++
			}
		}
		worst = max(worst, reached)
	}
	return hazards.Grades()[worst]
}

func TestGradeMatchesThePrintedThresholds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, missing := drawIncident(t), rapid.Bool().Draw(t, "count missing")
		got := hazards.Order493().CountingMissing(missing).Grade(i)
		if want := printedGrade(i, missing); got != want {
			t.Fatalf("graded %v, printed table says %v", got, want)
		}
	})
}

func TestOneCriterionSuffices(t *testing.T) {
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		i := drawIncident(t)
		alone := max(
			table.Grade(hazards.Incident{Deaths: i.Deaths, Missing: i.Missing}),
			table.Grade(hazards.Incident{SeriousInjuries: i.SeriousInjuries}),
			table.Grade(hazards.Incident{DirectLoss: i.DirectLoss}))
		if got := table.Grade(i); got != alone {
			t.Fatalf("together %v, worst alone %v", got, alone)
		}
	})
}

func TestMoreHarmNeverLowersTheGrade(t *testing.T) {
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		i := drawIncident(t)
		worse := i
		worse.Deaths = max(i.Deaths, drawPeople(t, "more deaths"))
		worse.Missing = max(i.Missing, drawPeople(t, "more missing"))
		worse.SeriousInjuries = max(i.SeriousInjuries, drawPeople(t, "more injuries"))
		if more := drawLoss(t, "more loss"); i.DirectLoss.Less(more) {
			worse.DirectLoss = more
		}
		if table.Grade(worse) < table.Grade(i) {
			t.Fatalf("%v became %v", table.Grade(i), table.Grade(worse))
		}
	})
}

func TestBoundsHoldEveryPossibleGrade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := drawIncident(t)
		table := hazards.Order493().CountingMissing(rapid.Bool().Draw(t, "count missing"))
		can, is := table.Bounds(drawReport(t, i)), table.Grade(i)
		if is < can.Lowest || is > can.Highest {
			t.Fatalf("grade %v outside %v to %v", is, can.Lowest, can.Highest)
		}
	})
}

func TestBoundsOfKnownFactsAreTheGrade(t *testing.T) {
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		i := drawIncident(t)
		grade, ok := table.Bounds(i.Reported()).Settled()
		if !ok || grade != table.Grade(i) {
			t.Fatalf("settled %v %v, grade %v", grade, ok, table.Grade(i))
		}
	})
}

func TestOneFactMoreNeverWidensTheBounds(t *testing.T) {
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		i := drawIncident(t)
		less := drawReport(t, i)
		more := less
		switch rapid.IntRange(0, 3).Draw(t, "fact") {
		case 0:
			more.Deaths = spec.Exactly(i.Deaths)
		case 1:
			more.Missing = spec.Exactly(i.Missing)
		case 2:
			more.SeriousInjuries = spec.Exactly(i.SeriousInjuries)
		case 3:
			more.DirectLoss = spec.Exactly(i.DirectLoss)
		}
		wide, narrow := table.Bounds(less), table.Bounds(more)
		if narrow.Lowest < wide.Lowest || narrow.Highest > wide.Highest {
			t.Fatalf("%v became %v", wide, narrow)
		}
	})
}

// drawRows draws a sound table: rising thresholds in every column.
func drawRows(t *rapid.T) []hazards.GradeRow {
	rising := func(label string) [5]int64 {
		a := rapid.SliceOfNDistinct(rapid.Int64Range(1, 1000), 3, 3, rapid.ID[int64]).Draw(t, label)
		slices.Sort(a)
		return [5]int64{0, a[0], a[1], a[2], 0}
	}
	deaths, injuries, loss := rising("deaths"), rising("injuries"), rising("loss")
	var rows []hazards.GradeRow
	for i, g := range hazards.Grades() {
		rows = append(rows, hazards.GradeRow{Grade: g,
			Deaths:          hazards.Band[measure.People]{From: measure.People(deaths[i]), Below: measure.People(deaths[i+1])},
			SeriousInjuries: hazards.Band[measure.People]{From: measure.People(injuries[i]), Below: measure.People(injuries[i+1])},
			DirectLoss:      hazards.Band[measure.Money]{From: measure.Fen(loss[i]), Below: measure.Fen(loss[i+1])},
		})
	}
	return rows
}

func TestTableReadBackIsTheSameTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		table, err := hazards.NewGradeTable(rows, true, clause("附则"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(rows, table.Rows()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTableWithOneNumberMovedIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		row := &rows[rapid.IntRange(0, 3).Draw(t, "row")]
		by := rapid.Int64Range(-5, 5).Filter(func(n int64) bool { return n != 0 }).Draw(t, "by")
		switch rapid.IntRange(0, 5).Draw(t, "number") {
		case 0:
			row.Deaths.From += measure.People(by)
		case 1:
			row.Deaths.Below += measure.People(by)
		case 2:
			row.SeriousInjuries.From += measure.People(by)
		case 3:
			row.SeriousInjuries.Below += measure.People(by)
		case 4:
			row.DirectLoss.From = measure.Fen(row.DirectLoss.From.Fen() + by)
		case 5:
			row.DirectLoss.Below = measure.Fen(row.DirectLoss.Below.Fen() + by)
		}
		if _, err := hazards.NewGradeTable(rows, true, clause("附则")); err == nil {
			t.Fatal("a table with a gap or an overlap was accepted")
		}
	})
}

func drawReports(t *rapid.T) []hazards.ReportedIncident {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hazards.ReportedIncident {
		return drawReport(t, drawIncident(t))
	}), 0, 8).Draw(t, "accidents")
}

func TestTallyDoesNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawReports(t)
		turned := slices.Clone(list)
		slices.Reverse(turned)
		a := hazards.GradeIncidents(list, hazards.Order493(), period("2021-2025"), measure.Date{})
		b := hazards.GradeIncidents(turned, hazards.Order493(), period("2021-2025"), measure.Date{})
		if !a.Equal(b) {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}

func TestTalliesOfPartsMakeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawReports(t)
		cut := rapid.IntRange(0, len(list)).Draw(t, "cut")
		count := func(part []hazards.ReportedIncident) hazards.GradeTally {
			return hazards.GradeIncidents(part, hazards.Order493(), measure.Period{}, measure.Date{})
		}
		merged := count(list[:cut])
		merged.Merge(count(list[cut:]))
		if !merged.Equal(count(list)) {
			t.Fatalf("%+v and %+v", merged, count(list))
		}
	})
}

func TestEveryAccidentIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawReports(t)
		tally := hazards.GradeIncidents(list, hazards.Order493(), measure.Period{}, measure.Date{})
		sum := tally.Unsettled()
		for _, g := range hazards.Grades() {
			certain, possible := tally.Of(g)
			sum += certain
			if certain > possible || possible > tally.Accidents {
				t.Fatalf("%v: %v certain, %v possible of %v", g, certain, possible, tally.Accidents)
			}
		}
		if sum != measure.Count(len(list)) || tally.Accidents != sum {
			t.Fatalf("%v counted, %v accidents, %d given", sum, tally.Accidents, len(list))
		}
	})
}

func TestLaterAccidentsAreNotRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawReports(t)
		asOf := measure.DateOf(rapid.IntRange(2019, 2027).Draw(t, "year"), 6, 15)
		kept := slices.DeleteFunc(slices.Clone(list), func(r hazards.ReportedIncident) bool {
			return r.Date.Compare(asOf) > 0 || r.Date.Year() < 2021 || r.Date.Year() > 2025
		})
		got := hazards.GradeIncidents(list, hazards.Order493(), period("2021-2025"), asOf)
		want := hazards.GradeIncidents(kept, hazards.Order493(), measure.Period{}, measure.Date{})
		if !got.Equal(want) {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}

// drawCode draws the digits of a division and how many of them there are.
func drawCode(t *rapid.T, label string) string {
	group := func(n int, name string) string {
		return rapid.StringMatching(map[int]string{2: `[0-9]{2}`, 3: `[0-2][0-9]{2}`}[n]).Draw(t, label+" "+name)
	}
	code := rapid.SampledFrom([]string{"11", "42", "50", "99"}).Draw(t, label+" province")
	full := code + group(2, "prefecture") + group(2, "county") + group(3, "township") + group(3, "village")
	return full[:rapid.SampledFrom([]int{2, 4, 6, 9, 12}).Draw(t, label+" length")]
}

func TestDivisionTextIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawCode(t, "code")
		code, err := hazards.ParseDivisionCode(s)
		if err != nil {
			t.Fatal(err)
		}
		var back hazards.DivisionCode
		text, _ := code.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != code || code.String() != s {
			t.Fatalf("%q read as %q, back %q, %v", s, code, back, err)
		}
	})
}

func TestFillingZerosChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		short := division(drawCode(t, "code"))
		filled := division((short.Short() + "0000000000")[:12])
		if !filled.Equal(short) || filled.Level() != short.Level() || filled.Compare(short) != 0 ||
			!filled.Contains(short) || !short.Contains(filled) || filled.Short() != short.Short() {
			t.Fatalf("%q and %q", short, filled)
		}
	})
}

func TestContainmentFollowsParents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inner := division(drawCode(t, "inner"))
		outer := division(drawCode(t, "outer"))
		if rapid.Bool().Draw(t, "related") {
			outer = division(inner.Short()[:min(len(inner.Short()), rapid.SampledFrom([]int{2, 4, 6, 9, 12}).Draw(t, "of inner"))])
		}
		above := false
		for up := inner; !up.IsZero(); up = up.Parent() {
			above = above || up.Equal(outer)
		}
		if outer.Contains(inner) != above {
			t.Fatalf("%q contains %q: %v, parents say %v", outer, inner, outer.Contains(inner), above)
		}
	})
}

func TestAnyTextIsADivisionOrAFault(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9]{0,13}`)).Draw(t, "text")
		code, err := hazards.ParseDivisionCode(s)
		if (err == nil) != (code.Level() != 0) || (err == nil) != (code.String() == s && s != "") {
			t.Fatalf("%q read as %q with %v", s, code, err)
		}
	})
}

func TestNamesReadBackAsTheirMember(t *testing.T) {
	seen := map[string]string{}
	claim := func(name, member string) {
		if other, taken := seen[name]; taken && other != member {
			t.Errorf("%q means %s and %s", name, other, member)
		}
		seen[name] = member
	}
	for _, n := range hazards.Naturals() {
		for _, name := range append(n.Aliases(), n.String(), n.In(spec.English), n.In(spec.Chinese)) {
			claim(name, "hazard "+n.String())
			if got, ok := hazards.ParseNatural(name); !ok || got != n {
				t.Errorf("%q read as %v", name, got)
			}
		}
	}
	for _, s := range append(hazards.Sectors(), hazards.OtherSector) {
		for _, name := range append(s.Aliases(), s.String(), s.In(spec.English), s.In(spec.Chinese), s.In(spec.Chinese)+"安全") {
			claim(name, "sector "+s.String())
			if got, ok := hazards.ParseSector(name); !ok || got != s {
				t.Errorf("%q read as %v", name, got)
			}
		}
	}
	for _, g := range hazards.Grades() {
		for _, name := range []string{g.String(), g.In(spec.Chinese), g.In(spec.Chinese) + "事故"} {
			if got, ok := hazards.ParseGrade(name); !ok || got != g {
				t.Errorf("%q read as %v", name, got)
			}
		}
	}
}

func TestCommandOfFollowsTheCatalogue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := hazards.Provisions{Commands: []hazards.Body{{ID: "a"}, {ID: "b"}}}
		named := map[hazards.Natural]string{}
		with := map[hazards.Natural]hazards.Natural{}
		for _, h := range hazards.Naturals() {
			if !rapid.Bool().Draw(t, "in the plan") {
				continue
			}
			named[h] = rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "command")
			with[h] = rapid.SampledFrom(append(hazards.Naturals(), 0)).Draw(t, "with")
			p.Hazards = append(p.Hazards, hazards.HazardLead{Hazard: h, Command: named[h], With: with[h]})
		}
		choices := spec.Choices{}
		combines := !rapid.Bool().Draw(t, "none")
		if !combines {
			choices = choices.With(hazards.ReadingGeohazardCommand, "none")
		}
		unled := 0
		for _, h := range hazards.Naturals() {
			want, listed := named[h]
			if want == "" && combines {
				want = named[with[h]]
			}
			got, ok := p.CommandOf(h, choices)
			if ok != (want != "") || got.ID != want {
				t.Fatalf("%v is led by %q, want %q", h, got.ID, want)
			}
			if listed && want == "" {
				unled++
			}
		}
		if got := len(p.UnledHazards(choices)); got != unled {
			t.Fatalf("%d without a command, want %d", got, unled)
		}
	})
}
