package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Toilets returns how many toilets so many people need when one serves per of
// them (厕所数), rounded up. ok is false where the figure has no source or is not
// positive, or there is a negative number of people.
func Toilets(people measure.People, per spec.Figure[measure.People]) (measure.Count, bool) {
	toilets, _, ok := Units(people, per)
	return toilets, ok
}

// Water returns the litres of drinking water that so many people need for so
// many days at so many litres each a day (饮用水量), exact. ok is false where the
// figure has no source, a number is negative, or the product exceeds 64 bits.
func Water(people measure.People, days measure.Count, each spec.Figure[measure.Quantity]) (measure.Quantity, bool) {
	if !each.Known() || each.Value.Sign() < 0 || people < 0 || days < 0 {
		return measure.Quantity{}, false
	}
	personDays, err := measure.Mul(int64(people), int64(days))
	if err != nil {
		return measure.Quantity{}, false
	}
	litres, err := each.Value.Mul(personDays)
	return litres, err == nil
}

// ServiceNorm is a number of a service for each person that is widely quoted,
// between two ends (服务设施指标).
type ServiceNorm struct {
	ID        string
	Title     spec.Text
	Low, High measure.Quantity // people to a toilet, litres a person and day
	Source    spec.Source
}

// RememberedServices returns the numbers for toilets and water that are widely
// quoted. None was seen in print: all are unverified, and nothing here uses one
// unless a caller passes it on.
func RememberedServices() []ServiceNorm {
	source := spec.Source{Document: "防灾避难场所设计规范", Number: "GB 51143-2015", Standing: spec.Unverified}
	q := func(n int64) measure.Quantity { return measure.Thousandths(n * 1000) }
	return []ServiceNorm{
		{"toilet", spec.T("people to a toilet", "每个厕位服务人数"), q(50), q(100), source},
		{"water-first", spec.T("drinking water in the first days, litres a person and day", "初期饮用水，升/（人·日）"), q(3), q(5), source},
		{"water-later", spec.T("water for longer stays, litres a person and day", "较长期生活用水，升/（人·日）"), q(10), q(20), source},
	}
}

// ManagementArea returns the area for management that an emergency shelter of
// so many people needs at least (管理用地), exact: 50 m² for 10,000 people, in
// proportion, by GB 51143-2015, 4.2.1. ok is false for a negative number and
// beyond 64 bits.
func ManagementArea(people measure.People) (spec.Figure[measure.Area], bool) {
	const each = 50 * cm2PerM2 / 10_000
	area, err := measure.SquareCentimetres(each).Times(people)
	if people < 0 || err != nil {
		return spec.Figure[measure.Area]{}, false
	}
	return spec.Cite(area, gb51143("4.2.1")), true
}

// ExitWidth returns how wide the exits of an indoor room for so many people must
// be together (疏散出口总宽), rounded up to the millimetre: 0.65 m for 100 people in
// proportion, and 1.10 m at least, by GB 51143-2015, 7.2. ok is false for a
// negative number and beyond 64 bits.
func ExitWidth(people measure.People) (spec.Figure[measure.Distance], bool) {
	tenths, err := measure.Mul(int64(people), 65) // 6.5 mm a person, in tenths of a millimetre
	if people < 0 || err != nil {
		return spec.Figure[measure.Distance]{}, false
	}
	width := tenths / 10
	if tenths%10 != 0 {
		width++
	}
	return spec.Cite(measure.Millimetres(max(width, 1100)), gb51143("7.2")), true
}

// IndoorNorm is one size that an indoor shelter must have (室内避难用房要求).
type IndoorNorm struct {
	ID    string
	Title spec.Text
	// One of the three is set.
	Length spec.Figure[measure.Distance]
	Area   spec.Figure[measure.Area]
	People spec.Figure[measure.People]
}

// IndoorNorms returns the sizes for indoor shelters by GB 51143-2015, 7.2; the
// width of exits is [ExitWidth]. The slice is the caller's.
func IndoorNorms() []IndoorNorm {
	length := func(mm int64) spec.Figure[measure.Distance] {
		return spec.Cite(measure.Millimetres(mm), gb51143("7.2"))
	}
	area := func(m2 int64) spec.Figure[measure.Area] {
		return spec.Cite(measure.SquareCentimetres(m2*cm2PerM2), gb51143("7.2"))
	}
	return []IndoorNorm{
		{ID: "partition-above", Title: spec.T("a room for more people is partitioned", "超过该人数应分隔"), People: spec.Cite[measure.People](50, gb51143("7.2"))},
		{ID: "sleeping-width", Title: spec.T("sleeping width of one person, at least", "人均床位宽度不小于"), Length: length(550)},
		{ID: "aisle", Title: spec.T("width of an aisle, at least", "走道宽度不小于"), Length: length(650)},
		{ID: "public-room", Title: spec.T("public room, at least", "公共用房不小于"), Area: area(200)},
		{ID: "medical-room", Title: spec.T("medical room, at least", "医疗用房不小于"), Area: area(40)},
		{ID: "management-room", Title: spec.T("management room, at least", "管理用房不小于"), Area: area(40)},
		{ID: "distribution-room", Title: spec.T("distribution room, at least", "物资分发用房不小于"), Area: area(40)},
	}
}
