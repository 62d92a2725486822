package hazards

import (
	"math/bits"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Facts is what tables of thresholds look at (定级依据). What is not given is
// unknown, never zero; the zero Facts knows nothing.
type Facts struct {
	Deaths, Missing, SeriousInjuries spec.Observed[measure.People]
	DirectLoss                       spec.Observed[measure.Money]
	BurntForest                      spec.Observed[measure.Area]   // 受害森林面积
	Threatened                       spec.Observed[measure.People] // 受威胁需搬迁转移人数
	PossibleLoss                     spec.Observed[measure.Money]  // 可能造成的经济损失
	Resettled, NeedingAid            spec.Observed[measure.People] // 紧急转移安置, 需紧急生活救助
	Rooms, Households                spec.Observed[measure.Count]  // collapsed and severely damaged 倒塌和严重损坏房屋
	DroughtNeedingAid                spec.Observed[measure.People] // 因旱需政府救助
	ProvinceGDP                      spec.Observed[measure.Money]  // 地区生产总值, of the year that the table means
	ProvinceRural                    spec.Observed[measure.People] // rural population of the province
	Magnitude                        spec.Observed[Magnitude]
}

// Facts returns the facts of an accident for tables of thresholds. Updates of
// the casualties inside their window are counted.
func (r ReportedIncident) Facts() Facts {
	r = r.Counted()
	return Facts{Deaths: r.Deaths, Missing: r.Missing, SeriousInjuries: r.SeriousInjuries, DirectLoss: r.DirectLoss}
}

// Facts returns the facts of a disaster for tables of thresholds. The rural
// population of the province and the magnitude are left for the caller to add.
func (d *Disaster) Facts() Facts {
	return Facts{
		Deaths: d.Deaths, Missing: d.Missing, SeriousInjuries: d.SeriousInjuries, DirectLoss: d.DirectLoss,
		BurntForest: d.BurntForest, Threatened: d.Threatened, PossibleLoss: d.PossibleLoss, ProvinceGDP: d.ProvinceGDP,
		Resettled: d.Resettled, NeedingAid: d.NeedingAid, DroughtNeedingAid: d.DroughtNeedingAid,
		Rooms:      sumOfCounts(&d.Collapsed.Rooms, &d.SeverelyDamaged.Rooms),
		Households: sumOfCounts(&d.Collapsed.Households, &d.SeverelyDamaged.Households),
	}
}

func sumOfCounts(a, b *spec.Observed[measure.Count]) spec.Observed[measure.Count] {
	sum := countKnown(a).plus(countKnown(b))
	switch {
	case !sum.reported:
		return spec.Observed[measure.Count]{}
	case !sum.bounded:
		return spec.AtLeast(measure.Count(sum.low))
	case sum.exact():
		return spec.Exactly(measure.Count(sum.low))
	}
	return spec.Between(measure.Count(sum.low), measure.Count(sum.high))
}

// Criterion is one measure that tables of thresholds hold facts against
// (分级指标). The zero Criterion is unset.
type Criterion uint8

// The criteria.
const (
	_                        Criterion = iota
	ByDeaths                           // 死亡人数
	ByDeathsAndMissing                 // 死亡和失踪人数
	BySeriousInjuries                  // 重伤人数
	ByDirectLoss                       // 直接经济损失
	ByLossShare                        // direct loss over the province's GDP
	ByBurntForest                      // 受害森林面积
	ByThreatened                       // 受威胁需搬迁转移人数
	ByPossibleLoss                     // 可能造成的经济损失
	ByResettledAndNeedingAid           // 紧急转移安置和需紧急生活救助人数
	ByRooms                            // 倒塌和严重损坏房屋间数
	ByHouseholds                       // 倒塌和严重损坏房屋户数
	ByDroughtNeedingAid                // 因旱需政府救助人数
	ByDroughtShare                     // those over the province's rural population
	ByMagnitude                        // 震级
)

// criterion is a criterion in words: its permanent code, its name, the unit of
// its numbers in print, how many of the smallest unit that is, and the facts
// it is made of.
type criterion struct {
	code  string
	text  spec.Text
	unit  spec.Unit
	per   int64
	facts []string
}

const (
	perWan   = 1_000_000     // fen in 1万元
	perHa    = 100_000_000   // cm² in a hectare
	perShare = 1_000_000_000 // shares are kept in thousand-millionths
)

var criteria = [...]criterion{
	ByDeaths:                 {"deaths", spec.Text{EN: "deaths", ZH: "死亡人数"}, spec.Persons, 1, []string{"deaths"}},
	ByDeathsAndMissing:       {"deaths-missing", spec.Text{EN: "deaths and missing", ZH: "死亡和失踪人数"}, spec.Persons, 1, []string{"deaths", "missing"}},
	BySeriousInjuries:        {"serious-injuries", spec.Text{EN: "serious injuries", ZH: "重伤人数"}, spec.Persons, 1, []string{"serious_injuries"}},
	ByDirectLoss:             {"direct-loss", spec.Text{EN: "direct loss", ZH: "直接经济损失"}, spec.WanYuan, perWan, []string{"direct_loss"}},
	ByLossShare:              {"loss-share", spec.Text{EN: "direct loss over provincial GDP", ZH: "直接经济损失占全省生产总值比重"}, spec.Percent, perShare / 100, []string{"direct_loss", "province_gdp"}},
	ByBurntForest:            {"burnt-forest", spec.Text{EN: "burnt forest", ZH: "受害森林面积"}, spec.Hectares, perHa, []string{"burnt_forest"}},
	ByThreatened:             {"threatened", spec.Text{EN: "people to move", ZH: "受威胁需搬迁转移人数"}, spec.Persons, 1, []string{"threatened"}},
	ByPossibleLoss:           {"possible-loss", spec.Text{EN: "possible loss", ZH: "可能造成的经济损失"}, spec.WanYuan, perWan, []string{"possible_loss"}},
	ByResettledAndNeedingAid: {"resettled-aid", spec.Text{EN: "resettled and needing emergency aid", ZH: "紧急转移安置和需紧急生活救助人数"}, spec.Persons, 1, []string{"resettled", "needing_aid"}},
	ByRooms:                  {"rooms", spec.Text{EN: "rooms collapsed or severely damaged", ZH: "倒塌和严重损坏房屋间数"}, spec.Units, 1, []string{"collapsed_rooms", "severe_rooms"}},
	ByHouseholds:             {"households", spec.Text{EN: "households whose house collapsed or was severely damaged", ZH: "倒塌和严重损坏房屋户数"}, spec.Units, 1, []string{"collapsed_households", "severe_households"}},
	ByDroughtNeedingAid:      {"drought-aid", spec.Text{EN: "people needing aid for drought", ZH: "因旱需救助人数"}, spec.Persons, 1, []string{"drought_needing_aid"}},
	ByDroughtShare:           {"drought-share", spec.Text{EN: "people needing aid for drought over the rural population", ZH: "因旱需救助人数占农村人口比重"}, spec.Percent, perShare / 100, []string{"drought_needing_aid", "province_rural"}},
	ByMagnitude:              {"magnitude", spec.Text{EN: "magnitude", ZH: "震级"}, "", 10, []string{"magnitude"}},
}

func (c Criterion) entry() *criterion {
	if int(c) >= len(criteria) {
		c = 0
	}
	return &criteria[c]
}

// Criteria returns the criteria in their order.
func Criteria() []Criterion {
	out := make([]Criterion, 0, len(criteria)-1)
	for c := ByDeaths; c <= ByMagnitude; c++ {
		out = append(out, c)
	}
	return out
}

// ParseCriterion reads a criterion by its code or Chinese name, as
// "deaths-missing" (分级指标). ok is false for anything else.
func ParseCriterion(s string) (c Criterion, ok bool) {
	for c := ByDeaths; c <= ByMagnitude; c++ {
		if e := c.entry(); s == e.code || s == e.text.ZH {
			return c, true
		}
	}
	return 0, false
}

// String returns the code, as "deaths-missing", empty for the zero Criterion.
func (c Criterion) String() string { return c.entry().code }

// In returns the name of the criterion.
func (c Criterion) In(lang spec.Lang) string { return c.entry().text.In(lang) }

// Unit returns the unit that thresholds of the criterion are printed in.
func (c Criterion) Unit() spec.Unit { return c.entry().unit }

// Facts returns the names of the columns of disasters.csv, and of what the
// caller adds, that the criterion looks at.
func (c Criterion) Facts() []string {
	return append([]string(nil), c.entry().facts...)
}

// MarshalText returns the code.
func (c Criterion) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Amount returns a number of the criterion's smallest unit (persons, fen, cm²,
// thousand-millionths, tenths of magnitude) in the unit of print.
func (c Criterion) Amount(n int64) spec.Amount {
	per := c.entry().per
	if per <= 1 {
		return spec.Whole(n)
	}
	return spec.AmountOf(measure.RatioOf(n, per), 9)
}

// ends returns the bounds of what a criterion looks at.
func (f *Facts) ends(c Criterion) interval {
	switch c {
	case ByDeaths:
		return peopleKnown(&f.Deaths)
	case ByDeathsAndMissing:
		return peopleKnown(&f.Deaths).plus(peopleKnown(&f.Missing))
	case BySeriousInjuries:
		return peopleKnown(&f.SeriousInjuries)
	case ByDirectLoss:
		return moneyKnown(&f.DirectLoss)
	case ByLossShare:
		return shareEnds(moneyKnown(&f.DirectLoss), moneyKnown(&f.ProvinceGDP))
	case ByBurntForest:
		return areaKnown(&f.BurntForest)
	case ByThreatened:
		return peopleKnown(&f.Threatened)
	case ByPossibleLoss:
		return moneyKnown(&f.PossibleLoss)
	case ByResettledAndNeedingAid:
		return peopleKnown(&f.Resettled).plus(peopleKnown(&f.NeedingAid))
	case ByRooms:
		return countKnown(&f.Rooms)
	case ByHouseholds:
		return countKnown(&f.Households)
	case ByDroughtNeedingAid:
		return peopleKnown(&f.DroughtNeedingAid)
	case ByDroughtShare:
		return shareEnds(peopleKnown(&f.DroughtNeedingAid), peopleKnown(&f.ProvinceRural))
	case ByMagnitude:
		return knownEnds(&f.Magnitude, func(m Magnitude) int64 { return int64(m.tenths) }, "")
	}
	return interval{}
}

// shareEnds returns part over whole in thousand-millionths, rounded down. A
// threshold is a whole number of them, so that rounding down decides nothing:
// a number reaches it when its floor does. A whole of zero is not known.
func shareEnds(part, whole interval) interval {
	out := interval{reported: part.reported || whole.reported}
	if whole.bounded && whole.high > 0 {
		out.low = partOf(part.low, whole.high)
	}
	if part.bounded && whole.low > 0 {
		out.high, out.bounded = partOf(part.high, whole.low), true
	}
	if part.bounded && part.high == 0 {
		out.high, out.bounded = 0, true // nothing is no share of anything
	}
	return out
}

func partOf(part, whole int64) int64 {
	hi, lo := bits.Mul64(uint64(part), perShare)
	if hi >= uint64(whole) {
		return 1<<63 - 1
	}
	quotient, _ := bits.Div64(hi, lo, uint64(whole))
	return int64(min(quotient, 1<<63-1))
}

// FaultMagnitude is the code of the fault of a text that is no magnitude. It
// is permanent.
const FaultMagnitude = "magnitude.syntax"

// Magnitude is the size of an earthquake in tenths (震级). The zero Magnitude is
// 0.0.
type Magnitude struct{ tenths int16 }

// ParseMagnitude reads a magnitude of one digit before and at most one after
// the point, as 5, 6.3 or M6.3. The error is a [spec.Fault] with
// [FaultMagnitude].
func ParseMagnitude(s string) (Magnitude, error) {
	n := strings.TrimPrefix(s, "M")
	digit := func(i int) bool { return n[i] >= '0' && n[i] <= '9' }
	switch {
	case len(n) == 1 && digit(0):
		return Magnitude{int16(n[0]-'0') * 10}, nil
	case len(n) == 3 && digit(0) && n[1] == '.' && digit(2):
		return Magnitude{int16(n[0]-'0')*10 + int16(n[2]-'0')}, nil
	}
	return Magnitude{}, spec.Fault{Code: FaultMagnitude, Value: spec.Shorten(s),
		Message: spec.Textf("%q is not a magnitude as 6.3", "%q 不是震级（应如 6.3）", spec.Shorten(s))}
}

// Tenths returns the magnitude in tenths: 63 for 6.3.
func (m Magnitude) Tenths() int64 { return int64(m.tenths) }

// String returns the magnitude with one decimal, as 6.3.
func (m Magnitude) String() string {
	return string([]byte{byte('0' + m.tenths/10), '.', byte('0' + m.tenths%10)})
}

// MarshalText returns what String does.
func (m Magnitude) MarshalText() ([]byte, error) { return []byte(m.String()), nil }
