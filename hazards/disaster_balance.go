package hazards

import (
	"math/bits"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Mismatch is a law of the national return that a disaster's numbers break
// (数据不平衡). It is told, never repaired.
type Mismatch struct {
	Law          string // code of the law, as "resettled-parts"
	Field        string // name of the column that stands on the left, as "resettled"
	Value        spec.Amount
	Bound        spec.Bound
	Comparison   spec.Comparison // how Value should stand to Against
	Others       []string        // names of the columns on the right; their sum counts
	Against      spec.Amount
	AgainstBound spec.Bound
	Unit         spec.Unit
}

// Balance is what the laws of the national return say of one disaster
// (数据平衡校验).
type Balance struct {
	Mismatches []Mismatch // broken laws, in the order of [BalanceLaws]
	Held       []string   // codes of laws that hold
	Open       []string   // codes of laws of which some numbers, not all, are missing
	Missing    []string   // names of the columns that the open laws lack, each once
}

// Verdict returns Unmet where a law is broken, else Unknown where one is open,
// Met where all that concern the disaster hold, and NotApplicable where the
// return has none of their numbers.
func (b Balance) Verdict() spec.Verdict {
	switch {
	case len(b.Mismatches) > 0:
		return spec.Unmet
	case len(b.Open) > 0:
		return spec.Unknown
	case len(b.Held) > 0:
		return spec.Met
	}
	return spec.NotApplicable
}

// BalanceLaw is one law that holds in published returns (平衡关系): the column
// Field equals the sum of Parts, or is not above it.
type BalanceLaw struct {
	Code       string // permanent, as "resettled-parts"
	Field      string
	Comparison spec.Comparison // Equals or NotAbove
	Parts      []string
}

// BalanceLaws returns the laws in the order in which they are checked
// (平衡关系). They are derived here from the columns of the national return
// (自然灾害情况统计调查制度, 应急〔2020〕19号), whose own rules were not seen. That people moved stay below people
// affected is not one of them.
func BalanceLaws() []BalanceLaw {
	return []BalanceLaw{
		{"serious-injuries", "serious_injuries", spec.NotAbove, []string{"injured"}},
		{"resettled-parts", "resettled", spec.Equals, []string{"concentrated", "dispersed"}},
		{"resettled-now-parts", "resettled_now", spec.Equals, []string{"concentrated_now", "dispersed_now"}},
		{"resettled-now", "resettled_now", spec.NotAbove, []string{"resettled"}},
		{"concentrated-now", "concentrated_now", spec.NotAbove, []string{"concentrated"}},
		{"dispersed-now", "dispersed_now", spec.NotAbove, []string{"dispersed"}},
		{"needing-aid-now", "needing_aid_now", spec.NotAbove, []string{"needing_aid"}},
		{"collapsed-dwellings", "collapsed_dwellings", spec.NotAbove, []string{"collapsed_rooms"}},
		{"severe-dwellings", "severe_dwellings", spec.NotAbove, []string{"severe_rooms"}},
		{"slight-dwellings", "slight_dwellings", spec.NotAbove, []string{"slight_rooms"}},
		{"crops-damaged", "crops_damaged", spec.NotAbove, []string{"crops_affected"}},
		{"crops-lost", "crops_lost", spec.NotAbove, []string{"crops_damaged"}},
		{"loss-parts", "direct_loss", spec.Equals, []string{"loss_housing", "loss_agriculture", "loss_industry",
			"loss_infrastructure", "loss_public_services", "loss_other"}},
	}
}

func balanceSource() spec.Source {
	return spec.Source{Document: "自然灾害情况统计调查制度", Number: "应急〔2020〕19号", Place: "报表指标构成（平衡关系由本库推导）", Standing: spec.Ours}
}

// Balance holds the disaster's numbers against every law (数据平衡校验). Numbers
// that are known between bounds break a law only where no value inside the
// bounds could keep it. A law of which no number was reported does not concern
// the return.
func (d *Disaster) Balance() Balance {
	var out Balance
	for _, law := range BalanceLaws() {
		left := d.column(law.Field)
		var right interval
		reported := left.reported
		right.bounded = true
		var lacking []string
		if !left.exact() {
			lacking = append(lacking, law.Field)
		}
		for _, name := range law.Parts {
			part := d.column(name)
			reported = reported || part.reported
			right = right.plus(part)
			if !part.exact() {
				lacking = append(lacking, name)
			}
		}
		switch {
		case !reported:
		case lawBroken(left, law.Comparison, right):
			out.Mismatches = append(out.Mismatches, mismatch(law, left, right))
		case lawHolds(left, law.Comparison, right):
			out.Held = append(out.Held, law.Code)
		default:
			out.Open = append(out.Open, law.Code)
			for _, name := range lacking {
				out.Missing = appendOnce(out.Missing, name)
			}
		}
	}
	return out
}

// lawBroken reports whether no values inside the bounds keep the law.
func lawBroken(left interval, sign spec.Comparison, right interval) bool {
	above := right.bounded && left.low > right.high
	return above || (sign == spec.Equals && left.bounded && left.high < right.low)
}

// lawHolds reports whether all values inside the bounds keep the law.
func lawHolds(left interval, sign spec.Comparison, right interval) bool {
	if sign == spec.Equals {
		return left.exact() && right.exact() && left.low == right.low
	}
	return left.bounded && left.high <= right.low
}

func mismatch(law BalanceLaw, left, right interval) Mismatch {
	m := Mismatch{Law: law.Code, Field: law.Field, Comparison: law.Comparison, Others: law.Parts, Unit: left.unit}
	if m.Unit == "" {
		m.Unit = right.unit
	}
	// Of two intervals apart the ends that face each other are told.
	if right.bounded && left.low > right.high {
		m.Value, m.Bound = left.amount(left.low, m.Unit), endBound(left, spec.AtLeastBound)
		m.Against, m.AgainstBound = right.amount(right.high, m.Unit), endBound(right, spec.AtMostBound)
		return m
	}
	m.Value, m.Bound = left.amount(left.high, m.Unit), endBound(left, spec.AtMostBound)
	m.Against, m.AgainstBound = right.amount(right.low, m.Unit), endBound(right, spec.AtLeastBound)
	return m
}

func endBound(v interval, side spec.Bound) spec.Bound {
	if v.exact() {
		return spec.ExactBound
	}
	return side
}

// interval is what is known of one column, in its smallest unit, or of a sum of
// columns; sums that leave 64 bits stay at the end.
type interval struct {
	low, high int64
	bounded   bool // high is an upper bound
	reported  bool // anything at all is known
	unit      spec.Unit
}

func (v interval) exact() bool { return v.bounded && v.low == v.high }

func (v interval) plus(o interval) interval {
	out := interval{low: clampedSum(v.low, o.low), bounded: v.bounded && o.bounded, reported: v.reported || o.reported, unit: o.unit}
	if out.bounded {
		out.high = clampedSum(v.high, o.high)
	}
	return out
}

// clampedSum adds two numbers that are not negative.
func clampedSum(a, b int64) int64 {
	sum, _ := bits.Add64(uint64(a), uint64(b), 0)
	return int64(min(sum, 1<<63-1))
}

// amount prints a number of the smallest unit in the unit of reports.
func (interval) amount(n int64, unit spec.Unit) spec.Amount {
	switch unit {
	case spec.WanYuan:
		return spec.AmountOf(measure.RatioOf(n, 1_000_000), 6)
	case spec.Hectares:
		return spec.AmountOf(measure.RatioOf(n, 100_000_000), 8)
	}
	return spec.Whole(n)
}

func appendOnce(list []string, name string) []string {
	for _, have := range list {
		if have == name {
			return list
		}
	}
	return append(list, name)
}
