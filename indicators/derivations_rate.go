package indicators

import (
	"github.com/county-emergency/emergency/spec"
)

// fraction is a rate in the signs of derivations: which figures it divides.
type fraction struct {
	measurand Measurand
	above     string // the statistic in the numerator
	with      string // added to it, empty for none
	below     string
	when      string // reading=option
}

// fractions lists what a rate may divide under its readings.
func (m Measurand) fractions() []fraction {
	if !m.IsRate() {
		return nil
	}
	row := m.row()
	one := fraction{measurand: m, above: row.numerator.String(), below: row.denominator.String()}
	other, second := one, false
	use := func(reading, option string, statistics ...Statistic) {
		second = true
		other.when = reading + "=" + option
		for _, s := range statistics {
			switch s {
			case StatRiverLengthWarned:
				other.above = s.String()
			case StatDisasterMissing:
				other.with = s.String()
			default:
				other.below = s.String()
			}
		}
	}
	switch m {
	case DeathsPerGDP:
		use(ReadingGDPPrices, constantPrices, StatConstantGDP)
	case AffectedPer100000:
		use(ReadingPopulation, registered, StatRegisteredPopulation)
	case RiverWarning:
		use(ReadingRiverMeasure, byLength, StatRiverLengthWarned, StatRiverLength)
	case DisasterDeathsPerMillion:
		return deathFractions(one)
	}
	if second {
		return []fraction{one, other}
	}
	return []fraction{one}
}

// deathFractions lists the rates of deaths and of deaths and missing, each per
// residents and per registered people.
func deathFractions(one fraction) []fraction {
	var out []fraction
	for _, below := range []Statistic{StatPopulation, StatRegisteredPopulation} {
		one.below = below.String()
		one.with, one.when = StatDisasterMissing.String(), ReadingMissingPersons+"="+deathsAndMissing
		out = append(out, one)
		one.with, one.when = "", ReadingMissingPersons+"="+deathsOnly
		out = append(out, one)
	}
	return out
}

// of writes the rate of a numerator and a denominator.
func (q fraction) of(above, below string) string {
	switch q.measurand {
	case DeathsPerGDP, ConvectiveLead:
		return above + " ÷ " + below
	case DisasterLossShare: // 10,000 yuan per 100 million
		return above + " ÷ (" + below + " × 10000) × 100"
	}
	return above + " ÷ " + below + " × " + spec.Whole(q.measurand.row().scale).String()
}

// units writes how many units of the numerator make a rate.
func (q fraction) units(rate, below string) string {
	switch q.measurand {
	case DeathsPerGDP, ConvectiveLead:
		return rate + " × " + below
	case DisasterLossShare:
		return rate + " ÷ 100 × (" + below + " × 10000)"
	}
	return rate + " × " + below + " ÷ " + spec.Whole(q.measurand.row().scale).String()
}

// own writes the numerator of a year.
func (q fraction) own(of role) string {
	if q.with != "" {
		return "(" + string(of) + q.above + ".* + " + string(of) + q.with + ".*)"
	}
	return string(of) + q.above + ".*"
}

// rates is the name of the rates of years in a role.
func (r role) rates() string {
	switch r {
	case eachFigure:
		return "each-rate"
	case baseFigure:
		return "base-rate"
	case startFigure:
		return "start-rate"
	}
	return "rate"
}

// rate adds the rate of each year in its role, and what is at least known of it.
func (d *derivations) rate(q fraction, roles ...role) {
	row := q.measurand.row()
	put := func(of, is string, least bool) {
		label := spec.T("rate in *", "*年比率")
		switch {
		case q.measurand == ConvectiveLead && least:
			label = spec.T("mean lead in * at least", "*年平均提前时间下限")
		case q.measurand == ConvectiveLead:
			label = spec.T("mean lead in *", "*年平均提前时间")
		case least:
			label = spec.T("rate in * at least", "*年比率下限")
		}
		d.put(spec.Derivation{Of: of, Is: is, When: q.when, Label: label, Unit: row.unit, Places: row.places})
	}
	for _, of := range roles {
		put(of.rates()+".*", q.of(q.own(of), string(of)+q.below+".*"), false)
	}
	if q.with != "" {
		put("rate.*.at_least", q.of("("+q.above+".*.at_least + "+q.with+".*.at_least)", q.below+".*"), true)
	} else {
		put("rate.*.at_least", q.of(q.above+".*.at_least", q.below+".*"), true)
		put("rate.*.at_least", q.of(q.above+".*", q.below+".*.at_most"), true)
	}
}

// ofRates is the frame of a rate: that of one year, the mean of several, or the
// sum over the sum.
func (d *derivations) ofRates(q fraction) {
	row, per := q.measurand.row(), int64(1)
	switch q.above {
	case StatDisasterLoss.String():
		per = fenPerWanYuan
	case StatRiverLengthWarned.String():
		per = mmPerKilometre
	}
	above := []string{q.above}
	if q.measurand == DisasterDeathsPerMillion {
		above = append(above, StatDisasterMissing.String())
	}
	byMean, byPool := ReadingYearlyMean+"="+meanOfRatios, ReadingYearlyMean+"="+pooled
	below := "sum(" + q.below + ".**)"
	atLeast := q.of(sumOf(above, judgedFigure, ".at_least"), "sum("+q.below+".**, "+q.below+".**.at_most)")

	d.add("pooled", q.of(sumOf(above, judgedFigure, ""), below))
	d.add("mean_of_ratios", "mean(rate.**)")
	d.add("rest.*", "sum(rate.**) − rate.*")
	d.add("rest.*", "sum(rate.**)")
	d.put(spec.Derivation{Of: "actual", Is: "pooled", When: byPool})
	d.put(spec.Derivation{Of: "actual", Is: atLeast, When: byPool})
	d.add("actual", "mean_of_ratios")
	d.add("actual", "sum(rate.**, rate.**.at_least) ÷ mean-years")
	d.add("actual", "pooled")
	d.add("actual", "sum(rate.**, rate.**.at_least)")
	d.add("actual", atLeast)
	d.add("base", "mean(base-rate.**)")
	d.add("base", q.of(sumOf(above, baseFigure, ""), "sum(base."+q.below+".**)"))

	turning := "turning-rate.*"
	d.put(spec.Derivation{Of: turning, Is: "required × mean-years − rest.*", Label: spec.T("rate in * at which the mean is the limit", "使年均值恰为限值的*年比率"),
		Unit: row.unit, Places: row.places})
	at := "turns-at." + q.above + ".*"
	d.add(at, q.units(turning, q.below+".*"))
	d.put(spec.Derivation{Of: at, Is: q.units("(required × mean-years − sum(rate.**) + rate.*)", q.below+".*"), When: byMean})
	d.put(spec.Derivation{Of: at, Is: q.own(judgedFigure) + " + " + q.units("(required − pooled)", below), When: q.when})
	d.add(at, q.units("required", q.below+".*"))
	for _, strict := range []bool{false, true} {
		d.add("allowed", wholeOf("sum("+q.units("turning-rate.**", q.below+".**")+")", per, strict))
		d.add("allowed", wholeOf(q.units("required", below), per, strict))
	}
	d.put(spec.Derivation{Of: "so-far.*", Is: q.own(judgedFigure), When: q.when})
	if q.with != "" {
		d.put(spec.Derivation{Of: "so-far.*", Is: "(" + q.above + ".*.at_least + " + q.with + ".*.at_least)", When: q.when})
	} else {
		d.put(spec.Derivation{Of: "so-far.*", Is: q.above + ".*.at_least", When: q.when})
	}
	d.add("so-far", sumOf(above, judgedFigure, ".at_least"))
}
