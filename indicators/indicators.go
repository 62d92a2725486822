// Package indicators judges the numeric targets of a five-year plan (核心指标): what
// each measures, in which unit, by which formula, over which years, and whether
// a county's yearly statistics meet it.
//
// What can be measured is a closed set, [Measurand], whose last member,
// [Reported], is anything else that a plan defines and a county reports. What a
// plan asks of it is data, [Indicator]: any form of [spec.Target] – a change
// against a base year, a ceiling or floor, a range, none at all, a change every
// year, not worse than before, so many more than before, better than a wider
// average, two conditions at once, another condition for each class – taken
// over the last year, every year, the total of all years or their mean, [Span].
//
// Beside the verdict stand the margin, the headroom in whole units
// ([Evaluation.Headroom]), the values at which the verdict turns
// ([Evaluation.Flips]), what another reading would say
// ([Evaluation.Otherwise]), the milestone of the mid-term ([MidTerm]) and the
// share of targets met ([spec.Score]). What does not agree within a target is an
// [Oddity].
//
// The six core indicators of the plan of Fengdu County (丰都县应急管理“十四五”规划,
// 丰都府发〔2022〕17号), 二（三）3 表, and its targets on sectors, monitoring and
// warnings are the plan file fengdu/indicators.yaml; nothing here is particular
// to them.
//
// # Assumptions
//
// A yearly figure of the county decides. Where it gives none, the figure is
// counted from its table of accidents or disasters, which is exact for years
// that the table covers completely and a lower bound otherwise. An event that
// runs over New Year counts in the year it began. Of several official values of
// one figure the order of [Official.Compare] decides; the others are kept.
//
// What a year has counted by a date within it is a lower bound of that year.
// All statistics are sums of things that cannot be negative, so that a year not
// yet reported adds nothing to a lower bound: a ceiling can be lost for good
// before the last year, and is kept only when all years are in.
//
// The plan does not say what its rates of monitoring, forecasting and warning
// count; the formulas here are our reading of their names.
//
// A clause that can be understood in more than one way is a reading, listed by
// [Readings]; every finding names the readings it rests on.
//
// # Not covered
//
// Statistics by quarter or month, seasonal or three-year means, people who die
// of an accident after the record was made beyond what the record itself
// updates, the error within which a forecast is accepted, weights between
// targets in a score, and goals without a number.
package indicators
