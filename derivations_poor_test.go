package emergency_test

import (
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
)

// poorNorms has norms of every kind.
const poorNorms = `物资代码,口径,数量,每组人数,人群,依据文件,条款,依据效力
infant-formula,per-person-day,0.155,,婴幼儿,云泽县救灾物资标准（虚构）,第4条,invented
shovel,per-site,20,,,云泽县救灾物资标准（虚构）,第7条,invented
blower,per-responder,0.5,,,云泽县救灾物资标准（虚构）,第8条,invented
soap,per-person-week,1.5,,,云泽县救灾物资标准（虚构）,第9条,invented
pad,per-person,1.3,,老年人,云泽县救灾物资标准（虚构）,第10条,invented
wheelchair,per-group,1.5,12,残疾人,云泽县救灾物资标准（虚构）,第11条,invented
`

// poor is the second county with less: totals that nobody states, figures that
// nobody knows, and stock that is short.
func poor(t testing.TB) held {
	t.Helper()
	folder := secondCopy(t, secondData)
	delete(folder, "deliveries.csv") // relief is worked out from the stock
	for _, change := range [][3]string{
		{"county.yaml", "  relief: {affected: 9000, report_delay: 0.5 h}\n", "  relief: {report_delay: 0.5 h}\n  levels: [县, 乡]\n"},
		{"county.yaml", "responders: 60", "responders: 61"},
		{"county.yaml", "{infants: 0.02, elderly: 0.19, disabled: 0.05}", "{infants: 0.0203, elderly: 0.1907, disabled: 0.0511}"},
		{"minimum_stock.csv", ",30,24", ",30,"},
		{"relief_routes.csv", "store-west,990101101,0.5,2.25,2.5,3", "store-west,990101101,0.5,2.25,2.5,30"},
		{"relief_routes.csv", "store-high,990101102,0.5,2,3,2", "store-high,990101102,0.5,2,3,20"},
		{"stock.csv", "lot-01,quilt,3600,", "lot-01,quilt,3000,"},
		{"stock.csv", "lot-13,infant-formula,58,", "lot-13,infant-formula,8,"},
		{"stock.csv", "lot-04,bed,2200,", "lot-04,bed,1400,"},
		{"stock.csv", "lot-16,blower,34,", "lot-16,blower,20,"},
		{"stock.csv", "lot-17,siren,0,台,实物储备,store-west,990101102,2026-04-01,,0.5\n", "lot-17,siren,0,台,实物储备,store-west,990101102,2026-04-01,,0.5\n" +
			"lot-18,soap,3000,块,实物储备,store-west,990101102,2026-04-01,,0.5\n" +
			"lot-19,pad,800,片,实物储备,store-west,990101102,2026-04-01,,0.5\n" +
			"lot-20,wheelchair,20,辆,实物储备,store-west,990101102,2026-04-01,,0.5\n"},
		{"supply_items.csv", "shovel,铁锹,shovels,铁锨,防汛抗旱,否,", "shovel,铁锹,shovels,铁锨,防汛抗旱,是,"},
		{"supply_items.csv", "blower,风力灭火机,blowers,,森林防灭火,否,", "soap,肥皂,soap,,生活类救灾,是,块,,,,4000,3\n" +
			"pad,护理垫,care pads,,生活类救灾,是,片,,,,4000,2.5\n" +
			"wheelchair,轮椅,wheelchairs,,生活类救灾,是,辆,,,,20,600\n" +
			"blower,风力灭火机,blowers,,森林防灭火,是,"},
		{"county.yaml", "  count: 8\n  temporary: 68500\n", ""},
		{"service_areas.csv", "990101101201,9400,900,40,", "990101101201,9400,,40,"},
		{"service_areas.csv", "990101001001,31000,3200,", "990101001001,31000,30200,"},
		{"shelter_hazards.csv", "S05,水旱灾害,否,是,2027-10-20\n", ""},
	} {
		damage(t, folder, change[0], change[1], change[2])
	}
	folder["supply_norms.csv"] = &fstest.MapFile{Data: []byte(poorNorms)}
	far := folder["distances.csv"] // nobody has measured the ways from this village
	far.Data = regexp.MustCompile(`(?m)^990101201202,.*\n`).ReplaceAll(far.Data, nil)
	plans := secondCopy(t, secondPlan)
	damage(t, plans, "reserves.yaml", "forward_points:", "levels: {value: 5, place: 物资保障}\nforward_points:")
	damage(t, plans, "reserves.yaml", "support_days: {value: 3,", "support_days: {value: 10,")
	damage(t, plans, "reserves.yaml", "{kind: per-group, quantity: 1, group: 4}", "{kind: per-group, quantity: 1.5, group: 3}")
	damage(t, plans, "reserves.yaml", "people: {value: 5000,", "people: {value: 5001,")
	damage(t, plans, "reserves.yaml", "per_vehicle: {value: 300, place: 物资保障}\n    norm: {value: {kind: per-person, quantity: 1}", "per_vehicle: {value: 300, place: 物资保障}\n    norm: {value: {kind: per-person, quantity: 1.1}")
	plan, err := emergency.ReadPlan(plans)
	if err != nil {
		t.Fatal(err)
	}
	county, err := emergency.ReadCounty(folder)
	if err != nil {
		t.Fatal(err)
	}
	return held{plan, county}
}

// undelivered is the second county without a delivery plan: its vehicles do not
// carry all at once, so that the stock does not say how many are served.
func undelivered(t testing.TB) held {
	t.Helper()
	folder := secondCopy(t, secondData)
	delete(folder, "deliveries.csv")
	plan, _ := second(t)
	county, err := emergency.ReadCounty(folder)
	if err != nil {
		t.Fatal(err)
	}
	return held{plan, county}
}
