package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Authority is who is told of an accident or investigates it (报告和调查主体). The
// zero Authority is unset; the others can be compared: the higher the wider.
type Authority uint8

// The authorities from the bottom up.
const (
	_                   Authority = iota
	UnitConcerned                 // 事故发生单位
	CountyAuthority               // 县级
	PrefectureAuthority           // 设区的市级
	ProvinceAuthority             // 省级, the municipality where there are no prefectures
	StateAuthority                // 国务院
)

var authorities = [...]term{
	UnitConcerned:       {"unit", spec.Text{EN: "the unit itself", ZH: "事故发生单位"}, []string{"单位"}},
	CountyAuthority:     {"county", spec.Text{EN: "county", ZH: "县级"}, []string{"县", "区县"}},
	PrefectureAuthority: {"prefecture", spec.Text{EN: "prefecture", ZH: "设区的市级"}, []string{"市级", "地市级"}},
	ProvinceAuthority:   {"province", spec.Text{EN: "province", ZH: "省级"}, []string{"直辖市", "省"}},
	StateAuthority:      {"state", spec.Text{EN: "State", ZH: "国务院"}, []string{"国家级"}},
}

// Authorities returns the authorities from the bottom up, the unit first.
func Authorities() []Authority {
	return []Authority{UnitConcerned, CountyAuthority, PrefectureAuthority, ProvinceAuthority, StateAuthority}
}

// ParseAuthority reads an authority by its code or name, as "prefecture" or
// "设区的市级" (报告和调查主体). ok is false for anything else.
func ParseAuthority(s string) (a Authority, ok bool) {
	i := findTerm(authorities[:], s, "")
	return Authority(i), i > 0
}

// String returns the code, as "prefecture", empty for the zero Authority.
func (a Authority) String() string { return termAt(authorities[:], int(a)).code }

// In returns the name of the authority.
func (a Authority) In(lang spec.Lang) string { return termAt(authorities[:], int(a)).text.In(lang) }

// MarshalText returns the code.
func (a Authority) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// AuthoritiesOver returns the authorities over a place from the county up
// (报告层级). Under the four municipalities (11, 12, 31, 50 of GB/T 2260) and in
// counties directly under a province (prefecture group 90) there is no
// prefecture. An unset place has all of them.
func AuthoritiesOver(place DivisionCode) []Authority {
	if hasPrefecture(place) {
		return []Authority{CountyAuthority, PrefectureAuthority, ProvinceAuthority, StateAuthority}
	}
	return []Authority{CountyAuthority, ProvinceAuthority, StateAuthority}
}

func hasPrefecture(place DivisionCode) bool {
	code := place.Short()
	if len(code) < 2 {
		return true
	}
	switch code[:2] {
	case "11", "12", "31", "50":
		return false
	}
	return len(code) < 4 || code[2:4] != "90"
}

// present returns the authority, or the next one up where the place has none of
// the kind.
func present(a Authority, place DivisionCode) Authority {
	if a == PrefectureAuthority && !hasPrefecture(place) {
		return ProvinceAuthority
	}
	return a
}

// The limits of Order No. 493 for reports of accidents.
const (
	unitSeconds  = 1 * 60 * 60
	levelSeconds = 2 * 60 * 60
)

// UnitReportWithin returns how long the head of the unit has, once told, to
// report an accident to the county (单位报告时限): 1 hour. Order No. 493, article 9.
func UnitReportWithin() spec.Figure[measure.Duration] {
	return spec.Cite(measure.Seconds(unitSeconds), order493At("第九条"))
}

// LevelReportWithin returns how long each authority has to report an accident
// to the next one up (逐级上报时限): 2 hours. Order No. 493, article 11.
func LevelReportWithin() spec.Figure[measure.Duration] {
	return spec.Cite(measure.Seconds(levelSeconds), order493At("第十一条"))
}

// ReportReaches returns the highest authority that is told of an accident of a
// grade at a place (上报终点): the State of extraordinary and major ones, the
// province of large ones, the prefecture of ordinary ones. Order No. 493,
// article 10. It is 0 for the zero Grade.
func ReportReaches(grade Grade, place DivisionCode) Authority {
	switch grade {
	case Ordinary:
		return present(PrefectureAuthority, place)
	case Large:
		return ProvinceAuthority
	case Major, Extraordinary:
		return StateAuthority
	}
	return 0
}

// ReportLeg is one stage of the way of a report (报告环节).
type ReportLeg struct {
	From, To Authority
	Within   measure.Duration // after From was told
	By       Moment           // the latest where every stage before took all its time
	Certain  bool             // the lowest possible grade asks for it; else a higher one only
	Source   spec.Source
}

// ReportLegs returns the way of a report of an accident of which the head of
// the unit was told at a moment (报告时限): as far as the highest possible grade
// takes it, with the legs that the lowest one asks for marked certain. The
// first legs already run while the grade is open. Deadlines are unset where the
// moment is; there are no legs for a range without grades.
func ReportLegs(told Moment, can GradeRange, place DivisionCode) []ReportLeg {
	if can.Lowest == 0 || can.Highest < can.Lowest || can.Highest > Extraordinary {
		return nil
	}
	certain, possible := ReportReaches(can.Lowest, place), ReportReaches(can.Highest, place)
	var out []ReportLeg
	from, by, within := UnitConcerned, told, UnitReportWithin()
	for _, to := range AuthoritiesOver(place) {
		if to > possible {
			break
		}
		by = by.Add(within.Value)
		out = append(out, ReportLeg{From: from, To: to, Within: within.Value, By: by, Certain: to <= certain, Source: within.Source})
		from, within = to, LevelReportWithin()
	}
	return out
}

// AccidentReport is one stage of a report as it was recorded (事故上报记录).
type AccidentReport struct {
	Incident string    // id of the accident
	To       Authority // who was told
	Told     Moment    // when the sender was told
	Reported Moment    // when the receiver was
}

// Within returns how long the stage may take: an hour for the unit's report to
// the county, else two.
func (r AccidentReport) Within() measure.Duration {
	if r.To == CountyAuthority {
		return measure.Seconds(unitSeconds)
	}
	return measure.Seconds(levelSeconds)
}

// InTime returns whether the stage kept its limit (按时上报); the limit itself is
// in time. It is unknown where a moment is, and where the report went before
// the sender was told.
func (r AccidentReport) InTime() spec.Verdict {
	took, ok := r.Told.Until(r.Reported)
	switch {
	case !ok || took.Sign() < 0:
		return spec.Unknown
	case took.Cmp(r.Within()) <= 0:
		return spec.Met
	}
	return spec.Unmet
}
