package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// Ledger returns every duty that the plan gives, with who bears it (责任清单).
func (f FiveYearPlan) Ledger() plans.DutyLedger {
	l := f.content().plans.Ledger
	return plans.DutyLedger{Bearers: slices.Clone(l.Bearers), Duties: slices.Clone(l.Duties), Source: l.Source}
}

// Evaluations returns the evaluations of the plan, in its order (规划评估).
func (f FiveYearPlan) Evaluations() []plans.Evaluation {
	return slices.Clone(f.content().plans.Evaluations)
}

// WorkList returns what a bearer has to do in a year, all bearers where none is
// named (年度工作清单). A bearer goes by its id, its name or an alias; ok is false
// for one that the plan does not know. A year outside the plan has no items.
func (f FiveYearPlan) WorkList(year measure.Year, bearer string) (list plans.AnnualWorkList, ok bool) {
	p := f.content()
	return p.plans.Ledger.WorkList(p.plans, year, bearer, p.choices)
}

// WorkListCalendar writes a work list as iCalendar, RFC 5545. stamp is the day
// it was made: the library has no clock.
func (f FiveYearPlan) WorkListCalendar(list plans.AnnualWorkList, stamp measure.Date, lang spec.Lang) []byte {
	p := f.content()
	return list.Calendar(p.id, p.plans.Ledger.Bearers, p.plans.Evaluations, stamp, lang)
}
