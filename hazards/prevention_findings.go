package hazards

import (
	"sync"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// preventionRule is a rule about prevention and what finds by it.
type preventionRule struct {
	rule spec.Rule
	find func(a *Assessment, f *spec.Finding)
}

// preventionTable lists the rules about prevention in the order of a report,
// once; the list is never changed.
var preventionTable = sync.OnceValue(func() []preventionRule {
	out := []preventionRule{
		{massMonitoringRule(), (*Assessment).massMonitoring},
		{warningCoverageRule(), (*Assessment).warningCoverage},
		{forestExtinguishedRule(), (*Assessment).forestExtinguished},
		{forestDamageRule(), (*Assessment).forestDamage},
		{forestInspectionsRule(), (*Assessment).forestInspections},
		{mapAndRegisterRule(), (*Assessment).mapAndRegister},
		{majorRisksRule(), (*Assessment).majorRisks},
		{riskReviewsRule(), (*Assessment).riskReviews},
		{hiddenDangersRule(), (*Assessment).hiddenDangers},
		{doubleReportRule(), (*Assessment).doubleReports},
		{enforcementRule(), (*Assessment).enforcement},
		{dutyHoldersRule(), (*Assessment).dutyHolders},
	}
	for i, l := range listedRules {
		out = append(out, preventionRule{listedRule(i), func(a *Assessment, f *spec.Finding) { a.listed(f, l.kind) }})
	}
	return append(out,
		preventionRule{departmentListsRule(), (*Assessment).departmentLists},
		preventionRule{announcedNumeralsRule(), (*Assessment).announcedNumerals},
		preventionRule{answersUsedRule(), (*Assessment).answersUsed},
		preventionRule{riskRegisterRule(), (*Assessment).riskRegister},
		preventionRule{sensitivityRule(), (*Assessment).sensitivity},
		preventionRule{accuracyRule(), (*Assessment).accuracy},
	)
})

func preventionRules() []spec.Rule {
	var out []spec.Rule
	for _, one := range preventionTable() {
		out = append(out, one.rule)
	}
	return out
}

func (a *Assessment) preventionFindings() []spec.Finding {
	table := preventionTable()
	out := make([]spec.Finding, len(table))
	for i, one := range table {
		out[i] = a.finding(one.rule)
		one.find(a, &out[i])
	}
	return out
}

// preventionUnits are the findings behind the rolled-up ones.
func (a *Assessment) preventionUnits() []spec.Finding {
	return append(append(a.dangerUnits(), a.dutyUnits()...), a.catalogueUnits()...)
}

// notInPlan says that the plan does not set what a rule judges.
func notInPlan(f *spec.Finding) {
	decide(f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan does not set it", "本规划未作规定"))
}

// noTable says that a table was not supplied.
func noTable(f *spec.Finding, need spec.Need) {
	decide(f, spec.Unknown, spec.ReasonNoData, spec.Textf("not supplied: %s", "未提供：%s", need.Question))
	f.Missing = append(f.Missing, need)
}

// noPlan reports, and says, that there is no plan whose duties a finding could
// judge.
func (a *Assessment) noPlan(f *spec.Finding) bool {
	if a.Period.IsZero() {
		notInPlan(f)
		return true
	}
	return false
}

// rolled is what a finding over many units of a kind says.
type rolled struct {
	tally spec.Tally
	noun  spec.Text // the units, as "risk points"
	done  spec.Text // what a met one is, as "are on the map and in the register"
	unit  spec.Unit
	need  spec.Need // what to collect of the unknown ones
	met   spec.Text // the met ones in a formula, as "risk points on the map and in the register"
	unmet spec.Text // the others, "those that are not" where it says nothing
}

// counts lists how many units of each verdict there are.
func (r rolled) counts() []spec.Input {
	unmet := r.unmet
	if unmet.IsZero() {
		unmet = spec.T("those that are not", "未达到的")
	}
	return []spec.Input{count("met", r.met, r.tally.Met, r.unit), count("unmet", unmet, r.tally.Unmet, r.unit),
		count("unknown", spec.T("those not known", "情况未知的"), r.tally.Unknown, r.unit)}
}

// roll sets verdict, number and reason of a finding over many units.
func roll(f *spec.Finding, r rolled) {
	t := r.tally
	concerned := t.Total() - t.NotApplicable
	f.Unit = r.unit
	if concerned == 0 {
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, spec.Textf("there are no %s to judge", "没有须评判的%s", r.noun))
		return
	}
	f.Inputs = append(f.Inputs, r.counts()...)
	f.Comparison, f.Required = spec.NotBelow, spec.Whole(concerned)
	code := spec.ReasonAllMet
	switch {
	case t.Unmet > 0:
		code = spec.ReasonSomeUnmet
	case t.Met == 0 && t.Unknown > 0:
		code = spec.ReasonNotAssessed
	case t.Unknown > 0:
		code = spec.ReasonPartial
	}
	text := spec.Textf("%d of %d %s %s, %d not, %d unknown", "%[3]s共 %[2]d 个，其中%[4]s %[1]d 个、未达到 %[5]d 个、未知 %[6]d 个",
		t.Met, concerned, r.noun, r.done, t.Unmet, t.Unknown)
	decide(f, t.Verdict(), code, text)
	switch {
	case t.Unknown == 0:
		f.Actual, f.Gap = spec.Whole(t.Met), spec.Whole(concerned-t.Met)
	case t.Met > 0:
		f.Actual, f.Bound = spec.Whole(t.Met), spec.AtLeastBound
	}
	if t.Unknown > 0 {
		f.Missing = append(f.Missing, r.need)
	}
}

// count is a number among the inputs.
func count[T ~int | ~int64](name string, label spec.Text, n T, unit spec.Unit) spec.Input {
	return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: unit}
}

// want is what to collect from the county emergency bureau.
func want(key string, question spec.Text) spec.Need {
	return spec.Need{Key: key, Question: question, Unit: spec.Items, Who: emergencyBureau()}
}

// targeted begins the finding of a target; it is false, and says so, where the
// plan does not set it.
func targeted(f *spec.Finding, t spec.Target) bool {
	if t.Form == 0 {
		notInPlan(f)
		return false
	}
	f.Target, f.Title, f.Source, f.Unit = t.ID, t.Title, t.Source, t.Unit
	f.Binding = t.Nature == spec.Binding
	j := t.Judge(spec.Value{}, spec.Value{})
	f.Comparison, f.Required = j.Comparison, spec.AmountOf(j.Required, 2)
	f.Inputs = append(f.Inputs, spec.Input{Name: "limit", Label: spec.T("value set by the plan", "规划目标值"),
		Value: spec.AmountOf(j.Required, 2), Unit: t.Unit, Source: t.Source})
	f.Lean(t.Source)
	return true
}

// deadline returns when a target is due; ok is false, and the finding unknown,
// where the reading has an option that it does not know.
func (a *Assessment) deadline(f *spec.Finding, t spec.Target) (due measure.Date, ok bool) {
	due = t.Deadline
	if due.IsZero() {
		if !a.chosen(f, undatedDeadline()) {
			return due, false
		}
		if a.choices.Of(undatedDeadline()) == planEnd {
			due = a.Period.LastDay()
		}
	}
	if !due.IsZero() {
		f.Inputs = append(f.Inputs, spec.Input{Name: "deadline", Label: spec.T("due", "期限"), Text: due.String()})
	}
	return due, true
}

// judged sets the numbers and the verdict of a target on an actual value.
func judged(f *spec.Finding, j spec.Judgement, actual spec.Value, places int, text spec.Text) {
	f.Comparison, f.Required, f.Gap = j.Comparison, spec.AmountOf(j.Required, places),
		spec.AmountAgainst(j.Gap, measure.Whole(0), places)
	if value, bound := actual.Bound(); value.Known() && (bound == spec.ExactBound || value.Sign() != 0) {
		f.Actual, f.Bound = spec.AmountAgainst(value, j.Required, places), bound
	}
	decide(f, j.Verdict, j.Code, text)
}

// percent turns a share into percent.
func percent(v spec.Value) spec.Value {
	hundred := measure.Whole(100)
	return spec.Value{Low: v.Low.Mul(hundred), High: v.High.Mul(hundred)}
}
