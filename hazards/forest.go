package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// FireRecord is one forest fire (森林火灾). Which fires are counted and when the
// clock starts the plan does not say: the county's own table decides, and Took
// runs from the report of the fire to its extinction.
type FireRecord struct {
	ID     string
	Date   measure.Date // when it began
	Place  DivisionCode
	Took   spec.Observed[measure.Duration] // until it was put out 扑灭用时
	Burned spec.Observed[measure.Area]     // of forest 受害森林面积
}

// ExtinguishedWithin judges whether the fire was put out within a time; the
// time itself is in time. Bounds decide where they can.
func (f FireRecord) ExtinguishedWithin(limit measure.Duration) spec.Verdict {
	if high, ok := f.Took.High(); ok && high.Cmp(limit) <= 0 {
		return spec.Met
	}
	if low, ok := f.Took.Low(); ok && low.Cmp(limit) > 0 {
		return spec.Unmet
	}
	return spec.Unknown
}

// ExtinguishedShare returns the share of fires put out within a time, between
// bounds where the time of some is not known (24小时森林火灾扑灭率). Without fires there
// is no share.
func ExtinguishedShare(fires []FireRecord, limit measure.Duration) (share spec.Value, tally spec.Tally) {
	for _, f := range fires {
		tally.Add(f.ExtinguishedWithin(limit))
	}
	all := int64(tally.Total())
	return spec.Value{
		Low:  measure.RatioOf(int64(tally.Met), all),
		High: measure.RatioOf(int64(tally.Met+tally.Unknown), all),
	}, tally
}

// MayMiss returns how many of a number of fires may miss the time while the
// share put out in time is still reached (最多允许未及时扑灭起数). It rounds down: of
// fewer than 20 fires not one may miss a share of 95 %. ok is false where the
// share is unknown or lies outside 0 to 1, or the number is negative.
func MayMiss(fires measure.Count, share measure.Ratio) (n measure.Count, ok bool) {
	one := measure.Whole(1)
	if fires < 0 || !share.AtLeast(measure.Whole(0)) || !share.AtMost(one) {
		return 0, false
	}
	whole, ok := one.Sub(share).Mul(measure.Whole(int64(fires))).Floor()
	return measure.Count(whole), ok
}

// ForestDamageRate returns the burnt share of a forest, an exact number per
// thousand (森林火灾受害率). It is unknown where there is no forest.
func ForestDamageRate(burned, forest measure.Area) measure.Ratio {
	return measure.RatioOf(burned.SquareCentimetres(), forest.SquareCentimetres()).Mul(measure.Whole(1000))
}

// ForestDamageLeft returns the area of forest that may still burn before a rate
// per thousand is passed (受害面积余量). It rounds down to a square centimetre; a
// negative area is what has burnt too much. At 0.3 ‰ it is 3 ha of 10,000 ha.
// ok is false where the rate is unknown or the area too large.
func ForestDamageLeft(burned, forest measure.Area, perMille measure.Ratio) (left measure.Area, ok bool) {
	whole, ok := perMille.Mul(measure.Whole(forest.SquareCentimetres())).Div(measure.Whole(1000)).Floor()
	if !ok {
		return measure.Area{}, false
	}
	left, err := measure.SquareCentimetres(whole).Sub(burned)
	return left, err == nil
}

// ForestInspection is one inspection for forest fire dangers (森林火灾风险隐患排查).
type ForestInspection struct {
	ID   string
	Date measure.Date
}

// InspectionYear is how many inspections a year had (年度排查次数).
type InspectionYear struct {
	Year      measure.Year
	Done      measure.Count
	Shortfall measure.Count // still to do; never negative
	Over      bool          // the year is over on the date
	Whole     bool          // the table covers the year completely
}

// Verdict judges the year: Met once it has enough, Unmet where it is over, fully
// covered and short, Unknown where it is over and not covered, and not
// applicable while it still runs.
func (y InspectionYear) Verdict() spec.Verdict {
	switch {
	case y.Shortfall == 0:
		return spec.Met
	case !y.Over:
		return spec.NotApplicable
	case y.Whole:
		return spec.Unmet
	}
	return spec.Unknown
}

// InspectionYears counts the inspections of every year of a period that has
// begun on a date against what a year needs (每年排查次数). Inspections after the
// date do not count.
func InspectionYears(list []ForestInspection, perYear measure.Count, period, complete measure.Period, asOf measure.Date) []InspectionYear {
	var out []InspectionYear
	for _, year := range period.Years() {
		if year.FirstDay().After(asOf) {
			break
		}
		one := InspectionYear{Year: year, Over: over(year, asOf), Whole: complete.ContainsYear(year)}
		for _, i := range list {
			if year.Contains(i.Date) && !i.Date.After(asOf) {
				one.Done++
			}
		}
		one.Shortfall = max(0, perYear-one.Done)
		out = append(out, one)
	}
	return out
}

// over reports whether the last day of a year has come; an unset date lies
// after every year.
func over(year measure.Year, asOf measure.Date) bool {
	return asOf.IsZero() || !year.LastDay().After(asOf)
}

// DamageYear is what burnt in a year (年度受害面积), between bounds where the area of
// some fires is not known or the table does not cover the year.
type DamageYear struct {
	Year   measure.Year
	Fires  measure.Count
	Burned spec.Observed[measure.Area]
	Over   bool
}

// DamageYears sums the forest burnt in every year of a period that has begun on
// a date (年度受害面积).
func DamageYears(fires []FireRecord, period, complete measure.Period, asOf measure.Date) []DamageYear {
	var out []DamageYear
	for _, year := range period.Years() {
		if year.FirstDay().After(asOf) {
			break
		}
		one := DamageYear{Year: year, Over: over(year, asOf)}
		exact := complete.ContainsYear(year)
		var sum measure.Area
		for _, f := range fires {
			if !year.Contains(f.Date) || f.Date.After(asOf) {
				continue
			}
			one.Fires++
			low, _ := f.Burned.AsOf(asOf).Low()
			exact = exact && f.Burned.AsOf(asOf).Known()
			next, err := sum.Add(low)
			if err != nil {
				exact = false // beyond what an area can hold: a lower bound is left
				continue
			}
			sum = next
		}
		one.Burned = spec.AtLeast(sum)
		if exact {
			one.Burned = spec.Exactly(sum)
		}
		out = append(out, one)
	}
	return out
}

// rate is the damage rate of the year, per thousand.
func (y DamageYear) rate(forest measure.Area) spec.Value {
	low, _ := y.Burned.Low()
	out := spec.Value{Low: ForestDamageRate(low, forest)}
	if y.Burned.Known() {
		out.High = out.Low
	}
	return out
}
