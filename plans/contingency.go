package plans

import (
	"strconv"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Contingency is one contingency plan (应急预案): a paper that says who does what
// when something happens. Two editions of it are two rows with the same subject
// and dates of their own.
type Contingency struct {
	ID       string
	Name     string // as the county writes it
	Kind     ContingencyKind
	Hazard   hazards.Natural      // of a special or department plan, 0 where it is about none
	Sector   hazards.Sector       // of a special or department plan, 0 where it is about none
	Object   string               // id of the park, enterprise or protected object
	Division hazards.DivisionCode // whose plan it is; of the township or village

	Issued    measure.Date // 印发日期 of this edition; unset where nobody said
	Withdrawn measure.Date // 废止日期: from then on it is not in force; unset where it is
	// When the edition was filed and when it was last reviewed (备案日期, 最近评估日期).
	// The unset date, known, says that it was not.
	Filed    spec.Observed[measure.Date]
	Reviewed spec.Observed[measure.Date]

	Platform spec.Observed[bool] // on the national digital platform for contingency plans (国家应急预案数字化管理平台)
}

// InForce says whether a plan is in force on a date (现行有效): Met from its issue
// until its withdrawal, Unknown where the day of issue is not known. An unset
// date is after everything.
func (c Contingency) InForce(asOf measure.Date) spec.Verdict {
	switch {
	case !c.Withdrawn.IsZero() && !c.Withdrawn.After(asOf):
		return spec.Unmet
	case c.Issued.After(asOf):
		return spec.Unmet
	case c.Issued.IsZero():
		return spec.Unknown
	}
	return spec.Met
}

// Subject returns what the plan is for, as the key by which a [Required] plan
// is found: the hazard or sector, the division, or the object (预案对象). It is
// empty where the row does not say.
func (c Contingency) Subject() string {
	switch c.Kind {
	case MasterPlan:
		return "county"
	case SpecialPlan, DepartmentPlan:
		switch {
		case c.Hazard != 0:
			return HazardKey(c.Hazard)
		case c.Sector != 0:
			return SectorKey(c.Sector)
		}
	case TownshipPlan, VillagePlan:
		if !c.Division.IsZero() {
			return DivisionKey(c.Division)
		}
	default:
		if c.Object != "" {
			return ObjectKey(c.Object)
		}
	}
	return ""
}

// HazardKey is the subject of a plan about a natural hazard.
func HazardKey(h hazards.Natural) string { return "hazard:" + h.String() }

// SectorKey is the subject of a plan about a sector of work safety.
func SectorKey(s hazards.Sector) string { return "sector:" + s.String() }

// DivisionKey is the subject of the plan of a township or village.
func DivisionKey(c hazards.DivisionCode) string { return "division:" + c.Short() }

// ObjectKey is the subject of the plan of a park, enterprise or protected object.
func ObjectKey(id string) string { return "object:" + id }

// PlanLink says that one plan is joined to another (预案衔接关系).
type PlanLink struct {
	From    string // id of a plan of the county
	Kind    LinkKind
	To      string // id of a plan of the county, or the title of one of another authority
	Outside bool   // To is a plan of another authority: a higher government, a neighbour
}

// ContentAnswer says whether a plan contains something that it must (预案要素).
type ContentAnswer struct {
	Plan  string
	Item  string
	State spec.Verdict // Met, Unmet or NotApplicable
	On    measure.Date // when it was looked up, unset where nobody said
}

// PlanObject is something besides hazards and divisions that must have a plan
// of its own: an enterprise, a key target, a major hazard source, a major
// event or major infrastructure (预案编制对象).
type PlanObject struct {
	ID       string
	Name     string
	Kind     ContingencyKind // which kind of plan it needs
	Sector   hazards.Sector  // of an enterprise, 0 where not said
	Division hazards.DivisionCode
	HighRisk spec.Observed[bool] // 高危行业企业 or 人员密集场所: drills every half-year
	Since    measure.Date        // from when; unset where it always was
	Until    measure.Date        // the last day, unset where it lasts; of an event its last day
}

// On reports whether the object is there on a date; an unset date is after
// everything that has begun.
func (o PlanObject) On(asOf measure.Date) bool {
	return !o.Since.After(asOf) && !o.Until.Before(asOf)
}

// The codes of faults of contingency plans.
const (
	FaultPlanDuplicate = "plans.duplicate-contingency"
	FaultPlanKind      = "plans.contingency-without-kind"
	FaultPlanOrder     = "plans.contingency-date-order"
	FaultLinkUnknown   = "plans.link-from-unknown"
)

// validate files the faults of the register: a plan that stands twice or has no
// kind, dates that go backwards, a link from a plan that is not there. A link
// to one that is not there is no fault but a finding.
func (r ContingencyRecords) validate(faults *spec.Faults) {
	seen := map[string]bool{}
	for i, c := range r.Plans {
		if seen[c.ID] {
			faults.Add(fault("contingency", i, FaultPlanDuplicate, c.ID, "the plan %q stands twice", "预案 %q 重复"))
		}
		seen[c.ID] = true
		if c.Kind == 0 {
			faults.Add(fault("contingency", i, FaultPlanKind, c.ID, "the plan %q has no kind", "预案 %q 没有种类"))
		}
		filed, _ := c.Filed.Value()
		reviewed, _ := c.Reviewed.Value()
		for _, later := range []measure.Date{filed, reviewed, c.Withdrawn} {
			if later.Before(c.Issued) {
				faults.Add(spec.Fault{Path: "contingency[" + strconv.Itoa(i) + "]", Code: FaultPlanOrder, Value: later.String(),
					Message: spec.Textf("the plan %q was issued on %s, after %s", "预案 %q 印发于 %s，晚于 %s", c.ID, c.Issued, later)})
			}
		}
	}
	for i, l := range r.Links {
		if !seen[l.From] {
			faults.Add(fault("links", i, FaultLinkUnknown, l.From, "there is no plan %q", "没有预案 %q"))
		}
	}
}
