package reserves_test

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func drawDeliveries(t *rapid.T) []reserves.Delivery {
	minute := func(name string) spec.Observed[measure.Duration] {
		if rapid.IntRange(0, 9).Draw(t, name+" unknown") == 0 {
			return spec.Observed[measure.Duration]{}
		}
		return minutes(rapid.Int64Range(0, 900).Draw(t, name))
	}
	out := make([]reserves.Delivery, rapid.IntRange(0, 8).Draw(t, "deliveries"))
	for i := range out {
		out[i] = reserves.Delivery{ID: strconv.Itoa(i), People: people(rapid.Int64Range(0, 500).Draw(t, "people")),
			Lead: minute("lead"), Travel: minute("travel"), HandingOut: minute("handing out")}
	}
	return out
}

func TestReliefCurveNeverFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := reserves.CurveOf(drawDeliveries(t), minutes(rapid.Int64Range(0, 120).Draw(t, "delay")))
		early := rapid.Int64Range(0, 3000).Draw(t, "early")
		late := early + rapid.Int64Range(0, 600).Draw(t, "later")
		a, b := c.Served(measure.Seconds(early*60)), c.Served(measure.Seconds(late*60))
		aLow, _ := a.Low()
		bLow, _ := b.Low()
		aHigh, _ := a.High()
		bHigh, _ := b.High()
		if bLow < aLow || bHigh < aHigh || aLow > aHigh {
			t.Fatalf("minute %d: %+v, minute %d: %+v", early, observed(a), late, observed(b))
		}
		steps := c.Steps()
		for i := 1; i < len(steps); i++ {
			if !steps[i-1].At.Less(steps[i].At) || steps[i-1].Served >= steps[i].Served {
				t.Fatalf("steps %v", steps)
			}
		}
	})
}

func TestReliefCurveCountsEveryDeliveryThatIsDone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawDeliveries(t)
		delay := rapid.Int64Range(0, 120).Draw(t, "delay")
		at := rapid.Int64Range(0, 3000).Draw(t, "minute")
		var sure, perhaps int64
		for _, d := range list {
			n, _ := d.People.Value()
			sum, known := delay*60, true
			for _, part := range []spec.Observed[measure.Duration]{d.Lead, d.Travel, d.HandingOut} {
				v, ok := part.Value()
				sum, known = sum+v.Seconds(), known && ok
			}
			if sum <= at*60 {
				perhaps += int64(n)
				if known {
					sure += int64(n)
				}
			}
		}
		for _, ordered := range [][]reserves.Delivery{list, rapid.Permutation(list).Draw(t, "order")} {
			c := reserves.CurveOf(ordered, minutes(delay))
			got := c.Served(measure.Seconds(at * 60))
			low, _ := got.Low()
			high, ok := got.High()
			if !ok || int64(low) != sure || int64(high) != perhaps || got.Known() != (sure == perhaps) {
				t.Fatalf("minute %d: %+v, want %d to %d", at, observed(got), sure, perhaps)
			}
			if when, ok := c.ReachedAt(low); !ok || measure.Seconds(at*60).Less(when) {
				t.Fatalf("%d served by minute %d, reached at %v, %v", low, at, when, ok)
			}
		}
	})
}

func TestALongerDelayNeverHelps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawDeliveries(t)
		delay := rapid.Int64Range(0, 600).Draw(t, "delay")
		none := reserves.CurveOf(list, minutes(0)).Served(hour(24))
		some := reserves.CurveOf(list, minutes(delay)).Served(hour(24))
		unknown := reserves.CurveOf(list, spec.Observed[measure.Duration]{}).Served(hour(24))
		noneLow, _ := none.Low()
		someLow, _ := some.Low()
		noneHigh, _ := none.High()
		someHigh, _ := some.High()
		unknownHigh, ok := unknown.High()
		if someLow > noneLow || someHigh > noneHigh || !ok || unknownHigh != noneHigh {
			t.Fatalf("no delay %+v, %d minutes %+v, unknown %+v", observed(none), delay, observed(some), observed(unknown))
		}
		if low, has := unknown.Low(); has && low > 0 {
			t.Fatalf("an unknown delay counts as none: %+v", observed(unknown))
		}
	})
}
