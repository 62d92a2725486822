package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The limits of Order No. 493 for investigations, in days.
const (
	investigationDays  = 60 // from the accident
	investigationExtra = 60 // at most, where the government allows it
	replyDays          = 15 // from the receipt of the report
	replyDaysTop       = 30 // of an extraordinary accident
	replyExtraTop      = 30 // at most, of an extraordinary accident
)

// Investigator returns who investigates an accident of a grade at a place
// (事故调查主体): the State, the province, the prefecture, the county. A place
// without prefectures has the province in their stead. A higher authority may
// always take over, and the government may delegate to its departments. Order
// No. 493, articles 19 and 20. It is 0 for the zero Grade.
func Investigator(grade Grade, place DivisionCode) Authority {
	switch grade {
	case Ordinary:
		return CountyAuthority
	case Large:
		return present(PrefectureAuthority, place)
	case Major:
		return ProvinceAuthority
	case Extraordinary:
		return StateAuthority
	}
	return 0
}

// MayInvestigate returns whether an authority may investigate an accident
// (调查权限), as far as its facts are known: one that is high enough for every
// possible grade may, one too low for the lowest may not. The unit itself may
// be left an ordinary accident without casualties (article 19); only deaths,
// missing and serious injuries are looked at.
func (t GradeTable) MayInvestigate(by Authority, r *ReportedIncident) spec.Verdict {
	can := t.Bounds(*r)
	if can.Lowest == 0 || by == 0 {
		return spec.Unknown
	}
	if by == UnitConcerned {
		return unitMayInvestigate(can, r)
	}
	switch {
	case by >= Investigator(can.Highest, r.Place):
		return spec.Met
	case by < Investigator(can.Lowest, r.Place):
		return spec.Unmet
	}
	return spec.Unknown
}

func unitMayInvestigate(can GradeRange, r *ReportedIncident) spec.Verdict {
	facts := r.Facts()
	harmed := peopleKnown(&facts.Deaths).plus(peopleKnown(&facts.Missing)).plus(peopleKnown(&facts.SeriousInjuries))
	switch {
	case can.Lowest > Ordinary || harmed.low > 0:
		return spec.Unmet
	case can.Highest == Ordinary && harmed.bounded && harmed.high == 0:
		return spec.Met
	}
	return spec.Unknown
}

// InvestigationWithin returns for how many days after the accident the report
// of the investigation may take, and by how many more it may be extended
// (调查报告期限): 60 and 60. Order No. 493, article 29.
func InvestigationWithin() (days, extension spec.Figure[measure.Count]) {
	source := order493At("第二十九条")
	return spec.Cite(measure.Count(investigationDays), source), spec.Cite(measure.Count(investigationExtra), source)
}

// ReplyWithin returns for how many days after it received the report the
// government may take to reply, and by how many more it may extend that
// (批复期限): 15 and 0; of an extraordinary accident 30 and 30. Order No. 493,
// article 32.
func ReplyWithin(grade Grade) (days, extension spec.Figure[measure.Count]) {
	source := order493At("第三十二条")
	if grade == Extraordinary {
		return spec.Cite(measure.Count(replyDaysTop), source), spec.Cite(measure.Count(replyExtraTop), source)
	}
	return spec.Cite(measure.Count(replyDays), source), spec.Cite(measure.Count(0), source)
}

// InvestigationDue returns the last day for the report of an investigation
// (调查报告截止日): that many days after the accident, the day of the accident not
// counted. extension is what was allowed, cut to what the order allows and
// never below none. It is unset where the day of the accident is.
func InvestigationDue(accident measure.Date, extension measure.Count) measure.Date {
	return accident.AddDays(investigationDays + int(min(max(extension, 0), investigationExtra)))
}

// ReplyDue returns the last day for the government's reply to a report that it
// received on a day (批复截止日), the day itself not counted. extension as in
// [InvestigationDue]. It is unset where the day is.
func ReplyDue(received measure.Date, grade Grade, extension measure.Count) measure.Date {
	days, most := ReplyWithin(grade)
	return received.AddDays(int(days.Value + min(max(extension, 0), most.Value)))
}

// Investigation is the investigation of one accident as it was recorded
// (事故调查记录). A date that is unset says that it has not happened.
type Investigation struct {
	Incident       string // id of the accident
	By             Authority
	Extension      measure.Count // days allowed beyond 60
	Submitted      measure.Date  // the report was handed to the government
	ReplyExtension measure.Count // days allowed beyond 30, of an extraordinary accident
	Replied        measure.Date
}

// Check returns whether the investigation of an accident kept its rules, as of
// a date (事故调查时限核查): who, the report, the reply. A step that is not due yet
// is not applicable. Without a date what has not happened is unknown.
func (v Investigation) Check(r *ReportedIncident, table GradeTable, asOf measure.Date) (who, report, reply spec.Verdict) {
	who = table.MayInvestigate(v.By, r)
	report = kept(v.Submitted, InvestigationDue(r.Date, v.Extension), asOf)
	if v.Submitted.IsZero() || v.Submitted.After(asOf) {
		return who, report, spec.NotApplicable
	}
	can := table.Bounds(*r)
	reply = kept(v.Replied, ReplyDue(v.Submitted, can.Lowest, v.ReplyExtension), asOf)
	if other := kept(v.Replied, ReplyDue(v.Submitted, can.Highest, v.ReplyExtension), asOf); other != reply {
		reply = spec.Unknown // the limit depends on the grade
	}
	return who, report, reply
}

// kept says whether something was done by its last day, as of a date; what was
// done after the date is not known on it.
func kept(done, due, asOf measure.Date) spec.Verdict {
	if done.After(asOf) {
		done = measure.Date{}
	}
	switch {
	case due.IsZero():
		return spec.Unknown
	case done.IsZero() && asOf.IsZero():
		return spec.Unknown
	case done.IsZero() && !asOf.After(due):
		return spec.NotApplicable
	case done.IsZero() || done.After(due):
		return spec.Unmet
	}
	return spec.Met
}
