package hazards_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func drawDay(t *rapid.T, label string) measure.Date {
	return measure.DateOf(2021, 1, 1).AddDays(rapid.IntRange(0, 400).Draw(t, label))
}

// lastOf returns the last date of a danger's loop.
func lastOf(d hazards.HiddenDanger) measure.Date {
	var last measure.Date
	for _, on := range []measure.Date{d.Found, d.Ordered, d.Rectified, d.Rechecked, d.Cleared} {
		if !on.IsZero() {
			last = on
		}
	}
	return last
}

func TestHiddenDangersOnlyMoveForward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d hazards.HiddenDanger
		t.Repeat(map[string]func(*rapid.T){
			"advance": func(t *rapid.T) {
				on, before, last := drawDay(t, "on"), d.Stage(measure.Date{}), lastOf(d)
				next, err := d.Advance(on)
				if allowed := before != hazards.Cleared && !on.Before(last); (err == nil) != allowed {
					t.Fatalf("%v on %v after %v: %v", before, on, last, err)
				}
				if err != nil {
					if next != d {
						t.Fatal("a refused step changed the danger")
					}
					return
				}
				if got := next.Stage(measure.Date{}); got != before+1 || lastOf(next) != on {
					t.Fatalf("%v became %v, last %v", before, got, lastOf(next))
				}
				d = next
			},
			"reorder": func(t *rapid.T) {
				on, due, before, last := drawDay(t, "on"), drawDay(t, "due"), d.Stage(measure.Date{}), lastOf(d)
				next, err := d.Reorder(on, due)
				allowed := (before == hazards.Rectified || before == hazards.Rechecked) && !on.Before(last) && !due.Before(on)
				if (err == nil) != allowed {
					t.Fatalf("%v ordered again on %v after %v, due %v: %v", before, on, last, due, err)
				}
				if err == nil {
					if next.Stage(measure.Date{}) != hazards.Ordered || next.Ordered != on || next.Due != due || lastOf(next).Before(last) {
						t.Fatalf("%+v", next)
					}
					d = next
				}
			},
			"": func(t *rapid.T) {
				if err := d.Validate(); err != nil {
					t.Fatal(err)
				}
				if _, err := d.Advance(measure.Date{}); err == nil {
					t.Fatal("a step without a date")
				}
				// What was known earlier never shows a later stage.
				a, b := drawDay(t, "a"), drawDay(t, "b")
				if a.After(b) {
					a, b = b, a
				}
				if d.Stage(a) > d.Stage(b) {
					t.Fatalf("%v on %v, %v on %v", d.Stage(a), a, d.Stage(b), b)
				}
			},
		})
	})
}

func TestEnforcementOnlyMovesForwardAndSkipsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c hazards.EnforcementCase
		last := measure.Date{}
		for range 8 {
			on, before := drawDay(t, "on"), c.Stage(measure.Date{})
			next, err := c.Advance(on)
			if allowed := before != hazards.CaseClosed && !on.Before(last); (err == nil) != allowed {
				t.Fatalf("%v on %v after %v: %v", before, on, last, err)
			}
			if err == nil {
				if next.Stage(measure.Date{}) != before+1 || next.Validate() != nil {
					t.Fatalf("%v became %v", before, next.Stage(measure.Date{}))
				}
				c, last = next, on
			}
		}
		skipped := c
		skipped.Diagnosed = measure.Date{}
		if c.Stage(measure.Date{}) > hazards.Diagnosed && (skipped.Validate() == nil || skipped.Stage(measure.Date{}) != hazards.NotOpened) {
			t.Fatal("a skipped step passed")
		}
	})
}

func TestADangerIsOverdueFromTheDayAfterItsLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		found := drawDay(t, "found")
		d := hazards.HiddenDanger{Found: found, Ordered: found, Due: found.AddDays(rapid.IntRange(0, 90).Draw(t, "days"))}
		asOf := found.AddDays(rapid.IntRange(0, 180).Draw(t, "later"))
		rectified := rapid.Bool().Draw(t, "rectified")
		if rectified {
			d.Rectified = found.AddDays(rapid.IntRange(0, 180).Draw(t, "rectified after"))
		}
		want := found.DaysUntil(asOf) > found.DaysUntil(d.Due) && (!rectified || found.DaysUntil(d.Rectified) > found.DaysUntil(asOf))
		if got := len(hazards.OverdueDangers([]hazards.HiddenDanger{d}, asOf)) == 1; got != want {
			t.Fatalf("due %v, rectified %v, as of %v: overdue %v", d.Due, d.Rectified, asOf, got)
		}
	})
}

func TestMayMissIsTheLastNumberThatKeepsTheShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 400).Draw(t, "fires")
		percent := rapid.Int64Range(0, 1000).Draw(t, "tenths of a percent")
		share := measure.RatioOf(percent, 1000)
		got, ok := hazards.MayMiss(measure.Count(n), share)
		if !ok {
			t.Fatal("no answer")
		}
		least := new(big.Rat).SetFrac64(percent, 1000)
		keeps := func(misses int64) bool { return new(big.Rat).SetFrac64(n-misses, n).Cmp(least) >= 0 }
		if !keeps(int64(got)) || (int64(got) < n && keeps(int64(got)+1)) {
			t.Fatalf("%d of %d may miss %v", got, n, share)
		}
	})
}

func TestOutsideItsRangeMayMissHasNoAnswer(t *testing.T) {
	for _, share := range []measure.Ratio{{}, measure.RatioOf(-1, 10), measure.RatioOf(11, 10)} {
		if n, ok := hazards.MayMiss(20, share); ok {
			t.Errorf("%v: %d", share, n)
		}
	}
	if _, ok := hazards.MayMiss(-1, measure.Whole(1)); ok {
		t.Error("a negative number of fires")
	}
}

func TestForestDamageLeftIsTheLastAreaThatKeepsTheRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		forest := rapid.Int64Range(1, 1e13).Draw(t, "forest in cm²")
		burned := rapid.Int64Range(0, 1e11).Draw(t, "burnt in cm²")
		tenths := rapid.Int64Range(0, 50).Draw(t, "tenths of a per mille")
		limit := measure.RatioOf(tenths, 10)
		left, ok := hazards.ForestDamageLeft(measure.SquareCentimetres(burned), measure.SquareCentimetres(forest), limit)
		if !ok {
			t.Fatal("no answer")
		}
		whole := new(big.Int).Div(new(big.Int).Mul(big.NewInt(forest), big.NewInt(tenths)), big.NewInt(10_000))
		if want := whole.Int64() - burned; left.SquareCentimetres() != want {
			t.Fatalf("%d cm² left, want %d", left.SquareCentimetres(), want)
		}
		if rate := hazards.ForestDamageRate(measure.SquareCentimetres(burned), measure.SquareCentimetres(forest)); rate.AtMost(limit) != (left.Sign() >= 0) {
			t.Fatalf("%v ‰ against %v with %v left", rate, limit, left)
		}
	})
}

func drawFires(t *rapid.T) []hazards.FireRecord {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hazards.FireRecord {
		f := hazards.FireRecord{Date: drawDay(t, "date")}
		took := measure.Seconds(3600 * rapid.Int64Range(1, 48).Draw(t, "hours"))
		f.Took = hide(t, "time", took, measure.Seconds(0), measure.Seconds(48*3600))
		burned := rapid.Int64Range(0, 1e9).Draw(t, "burnt")
		f.Burned = spec.Exactly(measure.SquareCentimetres(burned))
		return f
	}), 0, 12).Draw(t, "fires")
}

func TestTheShareOfAPartlyKnownListHoldsItsBounds(t *testing.T) {
	day := measure.Seconds(24 * 3600)
	rapid.Check(t, func(t *rapid.T) {
		fires := drawFires(t)
		share, tally := hazards.ExtinguishedShare(fires, day)
		full := slices.Clone(fires)
		in := int64(0)
		for i := range full {
			low, okLow := full[i].Took.Low()
			high, okHigh := full[i].Took.High()
			if !okLow {
				low = measure.Seconds(0)
			}
			if !okHigh {
				high = measure.Seconds(48 * 3600)
			}
			took := measure.Seconds(rapid.Int64Range(low.Seconds(), high.Seconds()).Draw(t, "completion"))
			if took.Seconds() <= 24*3600 {
				in++
			}
		}
		if tally.Total() != len(fires) {
			t.Fatalf("%d of %d fires", tally.Total(), len(fires))
		}
		if exact := measure.RatioOf(in, int64(len(fires))); exact.Known() && (exact.Less(share.Low) || share.High.Less(exact)) {
			t.Fatalf("%v outside %v to %v", exact, share.Low, share.High)
		}
	})
}

func TestRegroupingRisksChangesNoCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		risks := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hazards.RiskPoint {
			r := hazards.RiskPoint{Level: hazards.RiskLevel(rapid.IntRange(0, 5).Draw(t, "level"))}
			if rapid.Bool().Draw(t, "natural") {
				r.Hazard = hazards.Natural(rapid.IntRange(0, 6).Draw(t, "hazard"))
			} else {
				r.Sector = hazards.Sector(rapid.IntRange(0, 15).Draw(t, "sector"))
			}
			return r
		}), 0, 20).Draw(t, "risks")
		var whole, left, right hazards.RiskTally
		cut := rapid.IntRange(0, len(risks)).Draw(t, "cut")
		for i, r := range risks {
			whole.Add(r)
			if i < cut {
				left.Add(r)
			} else {
				right.Add(r)
			}
		}
		right.Merge(left)
		if whole != right {
			t.Fatalf("%+v, regrouped %+v", whole, right)
		}
		plain := map[hazards.RiskLevel]measure.Count{}
		for _, r := range risks {
			level := r.Level
			if level > hazards.MajorRisk {
				level = 0
			}
			plain[level]++
		}
		if whole.Points != measure.Count(len(risks)) {
			t.Fatalf("%d points of %d", whole.Points, len(risks))
		}
		for level, n := range plain {
			if got := whole.OfLevel(level); got != n {
				t.Fatalf("%d of level %v, want %d", got, level, n)
			}
		}
	})
}

func TestTwoRatiosAreFractionsOfTheirCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) measure.Count { return measure.Count(rapid.Int64Range(0, 1000).Draw(t, label)) }
		a, b := hazards.Alarms{Hits: draw("hits"), Misses: draw("misses"), FalseAlarms: draw("false")}, hazards.Alarms{Hits: draw("h"), Misses: draw("m"), FalseAlarms: draw("f")}
		sum := a
		if err := sum.Merge(b); err != nil {
			t.Fatal(err)
		}
		hits := int64(a.Hits + b.Hits)
		check := func(got measure.Ratio, all int64) {
			if all == 0 {
				if got.Known() {
					t.Fatalf("%v of nothing", got)
				}
				return
			}
			rat, ok := got.Rat()
			if !ok || rat.Cmp(new(big.Rat).SetFrac64(hits, all)) != 0 {
				t.Fatalf("%v, want %d/%d", got, hits, all)
			}
		}
		check(sum.Sensitivity(), hits+int64(a.Misses+b.Misses))
		check(sum.Accuracy(), hits+int64(a.FalseAlarms+b.FalseAlarms))
	})
}

func TestAnotherFilledPostNeverWorsensAnObject(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := hazards.DutyScheme{ID: "s", Published: rapid.Bool().Draw(t, "published")}
		for _, name := range []string{"甲", "乙", "丙"} {
			s.Posts = append(s.Posts, spec.Member{Title: spec.T(name+"-en", name)})
		}
		var records []hazards.PostRecord
		for _, p := range s.Posts {
			if rapid.Bool().Draw(t, "reported") {
				records = append(records, hazards.PostRecord{Scheme: "s", Object: "o", Post: p.Title.ZH,
					Assigned: boolean(rapid.Bool().Draw(t, "assigned")), Published: boolean(rapid.Bool().Draw(t, "made public"))})
			}
		}
		objects := s.Occupied(nil, records, measure.Date{})
		if len(records) == 0 {
			if len(objects) != 0 {
				t.Fatal("an object of nothing")
			}
			return
		}
		better := slices.Clone(records)
		i := rapid.IntRange(0, len(better)-1).Draw(t, "which")
		better[i].Assigned, better[i].Published = boolean(true), boolean(true)
		was, is := objects[0], s.Occupied(nil, better, measure.Date{})[0]
		if len(is.Vacant()) > len(was.Vacant()) || was.Verdict() == spec.Met && is.Verdict() != spec.Met {
			t.Fatalf("%v became %v", was, is)
		}
		filled := 0
		for _, r := range records {
			a, _ := r.Assigned.Value()
			p, _ := r.Published.Value()
			if a && (p || !s.Published) {
				filled++
			}
		}
		if (was.Verdict() == spec.Met) != (filled == len(s.Posts)) || len(was.Vacant()) != len(records)-filled {
			t.Fatalf("%v: %d of %d filled", was.Verdict(), filled, len(s.Posts))
		}
	})
}

func TestGeoJSONKeepsEveryCoordinate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Int64Range(-900000000, 900000000).Draw(t, "latitude")
		lon := rapid.Int64Range(-1800000000, 1800000000).Draw(t, "longitude")
		at, err := hazards.PositionOf(lat, lon, hazards.WGS84)
		if err != nil {
			t.Fatal(err)
		}
		out, err := hazards.GeoJSON([]hazards.RiskPoint{{ID: rapid.String().Draw(t, "id"), Hazard: hazards.ForestFire, Position: at}}, spec.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			Features []struct {
				Geometry struct{ Coordinates []json.Number }
			}
		}
		if err := json.Unmarshal(out, &read); err != nil {
			t.Fatal(err)
		}
		for i, want := range []int64{lon, lat} {
			got, ok := new(big.Rat).SetString(read.Features[0].Geometry.Coordinates[i].String())
			if !ok || got.Cmp(new(big.Rat).SetFrac64(want, 10_000_000)) != 0 {
				t.Fatalf("coordinate %d is %v, want %d e-7", i, got, want)
			}
		}
	})
}
