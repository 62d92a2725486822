package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// LinearShare returns how much of a long-term plan has passed at the end of a
// year, as an exact share (线性进度): 0 at the end of its first year, 1 at the end
// of its last, so that 2015–2030 has passed by two thirds in 2025. It is
// unknown for a plan of one year and for none.
func LinearShare(years measure.Period, year measure.Year) measure.Ratio {
	if years.Len() < 2 || year < years.From() {
		return measure.Ratio{}
	}
	return measure.RatioOf(int64(min(year, years.To())-years.From()), int64(years.Len()-1))
}

// YearEnd is the network at the end of one year of a programme (年末进度).
type YearEnd struct {
	Year     measure.Year
	Built    spec.Observed[measure.Count] // shelters that stand
	New      spec.Observed[measure.Count] // of them newly built in the years so far
	Upgraded spec.Observed[measure.Count] // upgraded in the years so far
	Rate     spec.Value                   // of the planned shelters that are built, 建成率
	Linear   measure.Ratio                // the share that a steady programme would have built; ours, no clause sets it
}

// Path returns a programme year by year, from the first of its years to the
// last that has ended by a date (逐年进度). Each year is as the table of shelters
// has it: a shelter without a date of completion moves an upper bound only.
func Path(shelters []Shelter, planned spec.Observed[measure.Count], years measure.Period, asOf measure.Date) []YearEnd {
	var out []YearEnd
	for _, year := range years.Years() {
		end := year.LastDay()
		if end.After(asOf) {
			break
		}
		built := NetworkOf(shelters, end).Shelters
		out = append(out, YearEnd{Year: year, Built: built,
			New:      Completed(shelters, New, years, end),
			Upgraded: Completed(shelters, Upgraded, years, end),
			Rate:     CompletionRate(built, planned),
			Linear:   LinearShare(years, year)})
	}
	return out
}
