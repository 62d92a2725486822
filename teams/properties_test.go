package teams_test

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func drawAnswer(t *rapid.T) teams.Answer {
	return rapid.SampledFrom([]teams.Answer{teams.NotAssessed, teams.Present, teams.Absent, teams.NotApplicable}).Draw(t, "answer")
}

// drawSheet returns a sheet and the answers it was made of.
func drawSheet(t *rapid.T, items int) (teams.Sheet, []teams.Answer) {
	answers := make([]teams.Answer, items)
	var s teams.Sheet
	for i := range answers {
		answers[i] = drawAnswer(t)
		s = s.With(i, answers[i])
	}
	return s, answers
}

func TestSheetVerdictIsKleenesConjunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(0, teams.MaxItems).Draw(t, "items")
		sheet, answers := drawSheet(t, items)
		verdicts := make([]spec.Verdict, items)
		for i, a := range answers {
			verdicts[i] = a.Verdict()
			if got := sheet.Answer(i); got != a {
				t.Fatalf("answer %d is %v, want %v", i, got, a)
			}
		}
		if got, want := sheet.Verdict(items), spec.All(verdicts...); got != want {
			t.Fatalf("verdict %v, want %v of %v", got, want, answers)
		}
	})
}

func TestPresentItemNeverTurnsMetIntoUnmet(t *testing.T) {
	rank := map[spec.Verdict]int{spec.Unmet: 0, spec.Unknown: 1, spec.NotApplicable: 2, spec.Met: 2}
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(1, teams.MaxItems).Draw(t, "items")
		sheet, _ := drawSheet(t, items)
		item := rapid.IntRange(0, items-1).Draw(t, "item")
		before, after := sheet.Verdict(items), sheet.With(item, teams.Present).Verdict(items)
		if rank[after] < rank[before] {
			t.Fatalf("%v became %v", before, after)
		}
	})
}

func TestSilenceNeverPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(1, teams.MaxItems).Draw(t, "items")
		sheet, _ := drawSheet(t, items)
		silent := sheet.With(rapid.IntRange(0, items-1).Draw(t, "silent item"), teams.NotAssessed)
		if v := silent.Verdict(items); v != spec.Unknown && v != spec.Unmet {
			t.Fatalf("a sheet with a silent item is %v", v)
		}
	})
}

func TestItemsThatDoNotApplyAreSkipped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(1, teams.MaxItems-1).Draw(t, "items")
		sheet, _ := drawSheet(t, items)
		want := sheet.Verdict(items)
		if got := sheet.With(items, teams.NotApplicable).Verdict(items + 1); got != want {
			t.Fatalf("one more item that does not apply made %v of %v", got, want)
		}
	})
}

func TestRollUpOfPartsIsTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 20).Draw(t, "units")
		items := rapid.IntRange(1, 8).Draw(t, "items")
		c := list("c", items, teams.Township)
		units, sheets := townships(n), make([]teams.Sheet, n)
		for i := range sheets {
			sheets[i], _ = drawSheet(t, items)
		}
		cut := rapid.IntRange(0, n).Draw(t, "cut")
		whole := teams.Roll(c, teams.TownshipGroup, units, sheets)
		first := teams.Roll(c, teams.TownshipGroup, units[:cut], sheets[:cut])
		second := teams.Roll(c, teams.TownshipGroup, units[cut:], sheets[cut:])
		first.Tally.Merge(second.Tally)
		if diff := cmp.Diff(whole.Tally, first.Tally); diff != "" {
			t.Fatal(diff)
		}
		for i := range whole.Items {
			first.Items[i].Tally.Merge(second.Items[i].Tally)
		}
		if diff := cmp.Diff(whole.Items, first.Items); diff != "" {
			t.Fatal(diff)
		}
		var verdicts []spec.Verdict
		for _, u := range whole.Units {
			verdicts = append(verdicts, u.Verdict)
		}
		want := spec.All(verdicts...)
		if n == 0 {
			want = spec.NotApplicable // the table says that there is no unit
		}
		if whole.Verdict() != want {
			t.Fatalf("the group is %v, want %v", whole.Verdict(), want)
		}
	})
}

func TestCommunityRateIgnoresVillagesAndMicroRescueStations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		communities := rapid.IntRange(1, 90).Draw(t, "communities")
		served := rapid.IntRange(0, communities).Draw(t, "communities served")
		r := teams.Records{
			Villages: villages(communities, rapid.IntRange(0, 300).Draw(t, "villages")), HasVillages: true,
			Stations: []teams.Stations{
				{Kind: teams.MicroRescueStation, Count: count(rapid.IntRange(0, 900).Draw(t, "micro rescue stations")), Communities: count(communities)},
				{Kind: teams.MicroFireStation, Communities: count(served)},
			},
		}
		a := teams.Assess(provisions(), r, asOf, spec.Choices{})
		got, ok := a.Communities.Rate.Low.Rat()
		if want := big.NewRat(int64(served)*100, int64(communities)); !ok || got.Cmp(want) != 0 || !a.Communities.Rate.Known() {
			t.Fatalf("rate %v, want %v", got, want)
		}
	})
}

// drawTeams draws township teams, with and without a place.
func drawTeams(t *rapid.T, units int) []teams.Team {
	var out []teams.Team
	for range rapid.IntRange(0, 8).Draw(t, "teams") {
		team := teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive}
		if rapid.Bool().Draw(t, "placed") {
			team.Place = townships(units + 1)[rapid.IntRange(0, units).Draw(t, "place")].Code
		} else if rapid.Bool().Draw(t, "counted") {
			team.Count = count(rapid.IntRange(0, 12).Draw(t, "count"))
		}
		switch rapid.IntRange(0, 2).Draw(t, "completed") {
		case 1:
			team.Completed = count(rapid.IntRange(0, 12).Draw(t, "completed teams"))
		case 2:
			team.Completed = spec.AtLeast(measure.Count(1))
		}
		team.Strength = people(rapid.IntRange(0, 50).Draw(t, "strength"))
		out = append(out, team)
	}
	return out
}

func TestTownshipsWithTeamStayWithinTheTownships(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.IntRange(1, 10).Draw(t, "townships")
		all := drawTeams(t, units)
		for _, meaning := range []teams.Completion{teams.Standardised, teams.Existing} {
			done := teams.TownshipsWithTeam(all, townships(units), meaning, asOf)
			low, okLow := done.Low()
			high, okHigh := done.High()
			if !okLow || !okHigh || low < 0 || low > high || high > measure.Count(units) {
				t.Fatalf("between %d and %d of %d", low, high, units)
			}
			// One more completed team never lowers either end.
			more := append(all[:len(all):len(all)], teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: townships(1)[0].Code, Completed: count(1)})
			next := teams.TownshipsWithTeam(more, townships(units), meaning, asOf)
			nextLow, _ := next.Low()
			nextHigh, _ := next.High()
			if nextLow < low || nextHigh < high {
				t.Fatalf("one more team made [%d, %d] of [%d, %d]", nextLow, nextHigh, low, high)
			}
		}
	})
}

// The exact count, the slow way: every township asked for its own team.
func TestPlacedTeamsCountByTownship(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := townships(rapid.IntRange(1, 8).Draw(t, "townships"))
		var all []teams.Team
		for range rapid.IntRange(0, 12).Draw(t, "teams") {
			at := rapid.IntRange(0, len(units)-1).Draw(t, "place")
			all = append(all, teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: units[at].Code,
				Completed: count(rapid.IntRange(0, 1).Draw(t, "completed"))})
		}
		want := measure.Count(0)
		for _, u := range units {
			for _, team := range all {
				if n, _ := team.Completed.Value(); n == 1 && team.Place.Equal(u.Code) {
					want++
					break
				}
			}
		}
		got, ok := teams.TownshipsWithTeam(all, units, teams.Standardised, asOf).Value()
		if !ok || got != want {
			t.Fatalf("%d townships, want %d", got, want)
		}
	})
}

func TestUnknownStrengthNeverLowersTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawTeams(t, 4)
		want := new(big.Int)
		for _, team := range all {
			n, _ := team.Strength.Value()
			want.Add(want, big.NewInt(int64(n)))
		}
		sum, ok := teams.Strength(all, asOf).All.Value()
		if !ok || big.NewInt(int64(sum)).Cmp(want) != 0 {
			t.Fatalf("sum %d, want %d", sum, want)
		}
		all = append(all, teams.Team{Tier: teams.CountyTier, Kind: teams.Militia})
		force := teams.Strength(all, asOf)
		if force.All.Known() || force.Standing.Known() {
			t.Fatal("a sum with an unknown part is known")
		}
		if low, ok := force.All.Low(); ok && low != sum {
			t.Fatalf("at least %d, want %d", low, sum)
		}
	})
}

func TestOrderOfAnswersChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := teams.Records{Townships: townships(3), HasTownships: true}
		for range rapid.IntRange(0, 20).Draw(t, "answers") {
			r.Answers = append(r.Answers, teams.ItemAnswer{
				Checklist: "six-haves",
				Unit:      r.Townships[rapid.IntRange(0, 2).Draw(t, "unit")].ID(),
				Item:      rapid.SampledFrom([]string{"item-0", "item-1"}).Draw(t, "item"),
				Answer:    drawAnswer(t),
			})
		}
		want := teams.Assess(provisions(), r, asOf, spec.Choices{}).UnitFindings()
		r.Answers = rapid.Permutation(r.Answers).Draw(t, "order")
		got := teams.Assess(provisions(), r, asOf, spec.Choices{}).UnitFindings()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestStaffNeededIsExactOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offices := rapid.Int64Range(0, 1<<62).Draw(t, "offices")
		each := rapid.Int64Range(0, 1<<62).Draw(t, "people for each")
		got, err := teams.StaffNeeded(measure.Count(offices), measure.People(each))
		want := new(big.Int).Mul(big.NewInt(offices), big.NewInt(each))
		if want.IsInt64() != (err == nil) || err == nil && int64(got) != want.Int64() {
			t.Fatalf("%d, %v; want %v", got, err, want)
		}
	})
}
