package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// RiskLevel is the level of a safety risk (风险等级). The zero RiskLevel is not
// assessed; the others can be compared, the higher the worse. The plan asks for
// graded control and names no levels: the four and their colours are those of
// general practice (安委办〔2016〕11号), from memory and not checked against the
// print.
type RiskLevel uint8

// The four levels from the lowest up.
const (
	_           RiskLevel = iota
	LowRisk               // 低风险 蓝
	GeneralRisk           // 一般风险 黄
	LargeRisk             // 较大风险 橙
	MajorRisk             // 重大风险 红
)

var riskLevels = [...]term{
	LowRisk:     {"low", spec.Text{EN: "low", ZH: "低"}, []string{"低风险", "蓝", "蓝色", "blue"}},
	GeneralRisk: {"general", spec.Text{EN: "general", ZH: "一般"}, []string{"一般风险", "黄", "黄色", "yellow"}},
	LargeRisk:   {"large", spec.Text{EN: "large", ZH: "较大"}, []string{"较大风险", "橙", "橙色", "orange"}},
	MajorRisk:   {"major", spec.Text{EN: "major", ZH: "重大"}, []string{"重大风险", "红", "红色", "red"}},
}

// RiskLevels returns the four levels from the lowest up.
func RiskLevels() []RiskLevel { return []RiskLevel{LowRisk, GeneralRisk, LargeRisk, MajorRisk} }

// ParseRiskLevel reads a level by its code, name or colour, as "major", "重大风险"
// or "红" (风险等级). ok is false for anything else.
func ParseRiskLevel(s string) (level RiskLevel, ok bool) {
	i := findTerm(riskLevels[:], s, "")
	return RiskLevel(i), i > 0
}

// String returns the code, as "major", empty for the zero RiskLevel.
func (l RiskLevel) String() string { return termAt(riskLevels[:], int(l)).code }

// In returns the name of the level.
func (l RiskLevel) In(lang spec.Lang) string { return termAt(riskLevels[:], int(l)).text.In(lang) }

// Colour returns the colour of the level on a risk map, in Chinese as 红 and in
// English as red, empty for the zero RiskLevel (四色).
func (l RiskLevel) Colour() spec.Text {
	switch l {
	case LowRisk:
		return spec.T("blue", "蓝")
	case GeneralRisk:
		return spec.T("yellow", "黄")
	case LargeRisk:
		return spec.T("orange", "橙")
	case MajorRisk:
		return spec.T("red", "红")
	}
	return spec.Text{}
}

func riskLevelSource() spec.Source {
	return spec.Source{Document: "关于实施遏制重特大事故工作指南构建双重预防机制的意见", Number: "安委办〔2016〕11号", Standing: spec.Unverified}
}

// RiskPoint is a place or an activity that something may come from (风险点), as it
// stands in the county's register. It is not a [HiddenDanger].
type RiskPoint struct {
	ID       string
	Name     string  // of the place or installation, never of a person
	Hazard   Natural // one of Hazard and Sector is set
	Sector   Sector
	Level    RiskLevel
	Place    DivisionCode
	Position Position // may be unset

	OnMap      spec.Observed[bool] // drawn on the risk map 一图
	InRegister spec.Observed[bool] // entered in the risk database 一库

	Measures   spec.Observed[bool] // measures against it are laid down
	OwnerPost  string              // the post that answers for them, empty where nobody said
	MeasureDue measure.Date        // when they have to be in place
	NextReview measure.Date        // when it has to be assessed again
}

// Kind returns what the risk is of: its hazard, else its sector.
func (r RiskPoint) Kind() spec.Text {
	if r.Hazard != 0 {
		return spec.T(r.Hazard.In(spec.English), r.Hazard.In(spec.Chinese))
	}
	return spec.T(r.Sector.In(spec.English), r.Sector.In(spec.Chinese))
}

// MapAndRegister judges whether the point is both on the map and in the
// register as known on a date (一图一库).
func (r RiskPoint) MapAndRegister(asOf measure.Date) spec.Verdict {
	return spec.And(yes(r.OnMap.AsOf(asOf)), yes(r.InRegister.AsOf(asOf)))
}

// Controlled judges whether a major risk has measures, a post that answers for
// them and a date (风险防范化解措施). It is not applicable to a lower risk, and unknown
// where level, post or date was not reported.
func (r RiskPoint) Controlled(asOf measure.Date) spec.Verdict {
	switch {
	case r.Level == 0:
		return spec.Unknown
	case r.Level < MajorRisk:
		return spec.NotApplicable
	}
	verdict := yes(r.Measures.AsOf(asOf))
	if verdict == spec.Met && (r.OwnerPost == "" || r.MeasureDue.IsZero()) {
		return spec.Unknown
	}
	return verdict
}

// Reviewed judges whether the next assessment of the point still lies ahead on
// a date; the day itself is in time (风险动态管理). The plan sets no interval: the
// county's own date decides, and where there is none it is unknown.
func (r RiskPoint) Reviewed(asOf measure.Date) spec.Verdict {
	switch {
	case r.NextReview.IsZero() || asOf.IsZero():
		return spec.Unknown
	case asOf.After(r.NextReview):
		return spec.Unmet
	}
	return spec.Met
}

// RiskTally counts risk points by kind and level (风险清单统计). Tallies add up with
// [RiskTally.Merge].
type RiskTally struct {
	Points  measure.Count
	natural [ForestFire + 1][MajorRisk + 1]measure.Count
	sector  [OtherSector + 1][MajorRisk + 1]measure.Count
}

// Add counts one point. One whose level is beyond the four is counted as not
// assessed, one of no known hazard or sector under the zero Sector.
func (t *RiskTally) Add(r RiskPoint) {
	t.Points++
	level := r.Level
	if level > MajorRisk {
		level = 0
	}
	switch {
	case r.Hazard > 0 && r.Hazard <= ForestFire:
		t.natural[r.Hazard][level]++
	case r.Sector <= OtherSector:
		t.sector[r.Sector][level]++
	default:
		t.sector[0][level]++
	}
}

// Merge adds the counts of another tally.
func (t *RiskTally) Merge(o RiskTally) {
	t.Points += o.Points
	for k := range t.natural {
		for l := range t.natural[k] {
			t.natural[k][l] += o.natural[k][l]
		}
	}
	for k := range t.sector {
		for l := range t.sector[k] {
			t.sector[k][l] += o.sector[k][l]
		}
	}
}

// OfHazard returns how many points of a hazard have a level, 0 for the level
// that was not assessed.
func (t RiskTally) OfHazard(hazard Natural, level RiskLevel) measure.Count {
	if hazard > ForestFire || level > MajorRisk {
		return 0
	}
	return t.natural[hazard][level]
}

// OfSector returns how many points of a sector have a level, 0 for the level
// that was not assessed.
func (t RiskTally) OfSector(sector Sector, level RiskLevel) measure.Count {
	if sector > OtherSector || level > MajorRisk {
		return 0
	}
	return t.sector[sector][level]
}

// OfLevel returns how many points have a level.
func (t RiskTally) OfLevel(level RiskLevel) measure.Count {
	var out measure.Count
	for _, n := range Naturals() {
		out += t.OfHazard(n, level)
	}
	for s := Sector(0); s <= OtherSector; s++ {
		out += t.OfSector(s, level)
	}
	return out
}
