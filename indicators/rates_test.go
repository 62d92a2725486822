package indicators_test

import (
	"math"
	"testing"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
)

// Nine percent of a small whole number: up to 11 deaths one fewer is allowed,
// from 12 on two fewer. Inventory cc-integer-accident-deaths.
func TestNinePercentOfSmallNumbers(t *testing.T) {
	factor := ratio("0.91")
	for base := int64(1); base <= 24; base++ {
		got, ok := indicators.Allowed(measure.Whole(base).Mul(factor), false)
		want := base * 91 / 100
		if !ok || got != want || base <= 11 && got != base-1 || base == 12 && got != base-2 {
			t.Errorf("%d deaths allow %d, want %d", base, got, want)
		}
	}
}

func TestAllowedAtWholeLimits(t *testing.T) {
	for _, c := range []struct {
		limit  string
		strict bool
		want   int64
	}{{"3", false, 3}, {"3", true, 2}, {"3.2", false, 3}, {"3.2", true, 3}, {"0", false, 0}, {"0", true, -1}} {
		if got, ok := indicators.Allowed(ratio(c.limit), c.strict); !ok || got != c.want {
			t.Errorf("%s strict %v: %d, want %d", c.limit, c.strict, got, c.want)
		}
	}
	if _, ok := indicators.Allowed(measure.Ratio{}, false); ok {
		t.Error("an unknown limit allows a number")
	}
	if _, ok := indicators.Allowed(measure.Ratio{}, true); ok {
		t.Error("an unknown strict limit allows a number")
	}
	if _, ok := indicators.Headroom(measure.Whole(math.MaxInt64), false, -1); ok {
		t.Error("headroom beyond 64 bits")
	}
	if _, ok := indicators.Headroom(measure.Ratio{}, false, 0); ok {
		t.Error("headroom of an unknown limit")
	}
}

func TestRatesOfNothingAreUnknown(t *testing.T) {
	for name, r := range map[string]measure.Ratio{
		"output":     indicators.DeathsPerYiYuan(1, measure.Fen(0)),
		"loss":       indicators.LossPercent(measure.Fen(1), measure.Fen(0)),
		"population": indicators.PerMillion(1, 0),
		"affected":   indicators.Per100000(1, 0),
		"base":       indicators.ChangeOf(measure.Whole(1), measure.Whole(0)),
		"growth":     indicators.ImpliedGrowth(ratio("0"), ratio("-1")),
		"no change":  indicators.ImpliedGrowth(measure.Ratio{}, ratio("-0.375")),
	} {
		if r.Known() {
			t.Errorf("%s: %v", name, r)
		}
	}
}

// The figures worked out from the plan: cc-implied-gdp-14, cc-implied-gdp-13,
// cc-two-period-rate.
func TestImpliedGrowthOfThePlan(t *testing.T) {
	for _, c := range []struct{ deaths, rate, factor, yearly string }{
		{"-0.09", "-0.375", "1.456", "0.078"}, {"0", "-0.425", "40/23", "0.117"},
	} {
		factor := indicators.ImpliedGrowth(ratio(c.deaths), ratio(c.rate))
		yearly, ok := measure.RootRate(factor, 5, 4)
		if !factor.Equal(ratio(c.factor)) || !ok || !yearly.Equal(ratio(c.yearly)) {
			t.Errorf("%s, %s: %v, %v a year", c.deaths, c.rate, factor, yearly)
		}
	}
	if got := indicators.ChainedChange(ratio("-0.425"), ratio("-0.375")); !got.Equal(ratio("-0.640625")) {
		t.Errorf("chained %v", got)
	}
}
