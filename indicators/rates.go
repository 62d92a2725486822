package indicators

import "github.com/county-emergency/emergency/measure"

// DeathsPerYiYuan returns deaths in work accidents per 100 million yuan of
// output, exact (亿元生产总值生产安全事故死亡率). It is unknown where the output is 0. The
// formula is derived from published national series; standing of the print: not
// seen.
func DeathsPerYiYuan(deaths measure.People, gdp measure.Money) measure.Ratio {
	return quotient(int64(deaths), fenPerYiYuan, gdp.Fen())
}

// LossPercent returns a direct loss in percent of output, exact
// (直接经济损失占生产总值的比例). It is unknown where the output is 0.
func LossPercent(loss, gdp measure.Money) measure.Ratio { return quotient(loss.Fen(), 100, gdp.Fen()) }

// PerMillion returns a number of people per million of a population, exact
// (每百万人口). It is unknown where the population is 0.
func PerMillion(people, population measure.People) measure.Ratio {
	return quotient(int64(people), million, int64(population))
}

// Per100000 returns a number of person-times per 100,000 of a population, exact
// (每十万人). It is unknown where the population is 0.
func Per100000(personTimes measure.Count, population measure.People) measure.Ratio {
	return quotient(int64(personTimes), hundredThousand, int64(population))
}

func quotient(n, scale, per int64) measure.Ratio {
	return measure.RatioOf(n, per).Mul(measure.Whole(scale))
}

// ImpliedGrowth returns by what factor output has grown when the number of
// deaths changed by one share and the deaths per unit of output by another
// (隐含经济增长倍数): (1 + deaths) ÷ (1 + rate), exact. −9 % and −37.5 % imply 1.456. It
// is unknown where the rate fell by everything. [measure.RootRate] makes it a
// yearly rate.
func ImpliedGrowth(deathsChange, rateChange measure.Ratio) measure.Ratio {
	one := measure.Whole(1)
	return one.Add(deathsChange).Div(one.Add(rateChange))
}

// ChainedChange returns the change over two periods from the change in each, as
// a signed share, exact (两期累计变化): (1 + first) × (1 + second) − 1. Falls of 42.5 %
// and 37.5 % make a fall of 64.0625 %.
func ChainedChange(first, second measure.Ratio) measure.Ratio {
	one := measure.Whole(1)
	return one.Add(first).Mul(one.Add(second)).Sub(one)
}

// ChangeOf returns the change from a base to a value as a signed share of the
// base, exact (变化幅度). It is unknown where the base is 0: a change against zero has
// no rate.
func ChangeOf(value, base measure.Ratio) measure.Ratio { return value.Sub(base).Div(base) }
