package indicators

import (
	"sync"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// options is which option is used for each reading, looked up once. It is never
// changed after it was built.
type options struct {
	sums, previousMean, pooled, missing, registered, constant, zeroStays, large, undated, length bool

	path         Path
	grading      string // reading=option of the grades counted
	graded       bool   // the reading of the grades knows its option
	countMissing bool   // with the people missing
	tableDecides bool   // a complete table stands before a stated figure

	used    map[string]string // reading id → id=option
	invalid map[string]string // reading id → the option that it does not know
}

// byDefault is the options of a plan that chooses nothing.
var byDefault = sync.OnceValue(func() *options { return readOptions(spec.Choices{}) })

func optionsOf(choices spec.Choices) *options {
	if len(choices.All()) == 0 {
		return byDefault()
	}
	return readOptions(choices)
}

func readOptions(choices spec.Choices) *options {
	o := &options{used: make(map[string]string, 16)}
	chosen := func(r spec.Reading) string {
		option := choices.Of(r)
		o.used[r.ID] = spec.Used(r, option)
		if !r.Has(option) {
			if o.invalid == nil {
				o.invalid = make(map[string]string)
			}
			o.invalid[r.ID] = option
		}
		return option
	}
	o.sums = chosen(deathsComparison()) == sumsOfYears
	o.previousMean = chosen(baseYear()) == previousMean
	o.pooled = chosen(yearlyMean()) == pooled
	o.missing = chosen(missingPersons()) == deathsAndMissing
	o.registered = chosen(populationCounted()) == registered
	o.constant = chosen(gdpPrices()) == constantPrices
	o.zeroStays = chosen(zeroBase()) == zeroStaysZero
	o.large = chosen(accidentScope()) == largeAndAbove
	o.undated = chosen(undatedDeadline()) == noDeadline
	o.length = chosen(riverMeasure()) == byLength
	o.tableDecides = chosen(statedOrCounted()) == countedDecides
	chosen(weatherRate())
	chosen(convectiveWarning())
	o.path, _ = ParsePath(chosen(trajectory()))
	for _, r := range hazards.Readings() {
		if r.ID == hazards.ReadingMissingInGrade {
			option := choices.Of(r)
			o.countMissing = option == r.Default
			o.grading, o.graded = spec.Used(r, option), r.Has(option)
		}
	}
	return o
}
