package indicators

import "github.com/county-emergency/emergency/measure"

// Path is how a target is to be approached over the years (推进路径). The zero Path is
// unset. The plan gives none: every path is our reading.
type Path uint8

// The paths.
const (
	_       Path = iota
	Linear       // an equal share in every year 逐年等量
	Stepped      // half at the mid-term, the rest at the end 分两步
	Held         // everything in every year 全程保持
)

var paths = [...]string{Linear: "linear", Stepped: "stepped", Held: "held"}

// ParsePath reads "linear", "stepped" or "held".
func ParsePath(s string) (Path, bool) {
	for p := Linear; p <= Held; p++ {
		if paths[p] == s {
			return p, true
		}
	}
	return 0, false
}

// String returns the code, empty for the zero Path.
func (p Path) String() string {
	if int(p) >= len(paths) {
		return ""
	}
	return paths[p]
}

// Share returns the share of the way from the base year to the last year that
// must be done by the end of a year, from 0 to 1, exact (应完成进度). Nothing is due
// up to the base year and everything from the last year on; Stepped has its
// step in the mid-term year. It is unknown for the zero Path.
func (p Path) Share(base, mid, last, year measure.Year) measure.Ratio {
	switch {
	case p < Linear || p > Held:
		return measure.Ratio{}
	case year >= last || p == Held:
		return measure.Whole(1)
	case year <= base || p == Stepped && year < mid:
		return measure.Whole(0)
	case p == Stepped:
		return measure.RatioOf(1, 2)
	}
	return measure.RatioOf(int64(year-base), int64(last-base))
}

// Milestone returns the value that must be reached when a share of the way from
// a base to a limit is done, exact (阶段目标值). It lies between the two.
func Milestone(base, limit, share measure.Ratio) measure.Ratio {
	return base.Add(limit.Sub(base).Mul(share))
}
