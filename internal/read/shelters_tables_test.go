package read

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
)

// shelterTables are two shelters and the tables about them, without a fault.
func shelterTables() map[string]string {
	return map[string]string{
		"townships.csv": sheltersDivisions,
		"villages.csv":  "code,name\n990101001001,上村\n990101001002,下村\n",
		"shelters.csv": "编号,名称,区划代码,撤销日期,类别,避难时长,级别,功能类型,权属,平急两用,无障碍,主要出入口数,应急水源种类数,应急电源种类数,距次生火源距离(米),投入资金(万元),纬度,经度,坐标系\n" +
			"a,甲,990101001,2030-01-01,短期固定,短期,乡镇级,综合,集体,是,否,4,2,1,29.5,12.5,0.5,0.25,CGCS2000\n" +
			"b,乙,990101001,,,,,,,,,,,,,,,,\n",
		"shelter_facilities.csv": "场所编号,设施,是否具备,核查日期\na,供水,是,2025-01-02\na,广播,否,\n",
		"shelter_hazards.csv":    "shelter,hazard,in_zone,serves\na,洪旱,是,\nb,地震,否,是\n",
		"service_areas.csv": "区划代码,人口,需避难人数,其中需无障碍,纬度,经度,坐标系,责任避难场所,填报日期\n" +
			"990101001001,900,300,12,0.6,0.3,WGS84,a,2025-03-04\n990101001002,,,,,,,,\n",
		"distances.csv": "区划代码,场所编号,距离(公里)\n990101001001,a,1.25\n990101001002,b,0\n",
	}
}

func readShelterTables(t *testing.T, tables map[string]string) (shelters.Records, *Context) {
	t.Helper()
	var list []string
	for name, text := range tables {
		list = append(list, name, text)
	}
	c := sheltersContext(t, "990101", "2023-2027", list...)
	county := sheltersMap(t, "county.yaml", CountyFormat, "format: emergency/county/v1\n", c)
	return SheltersRecords(county, c), c
}

func TestShelterTablesKeepEveryCell(t *testing.T) {
	r, c := readShelterTables(t, shelterTables())
	if faults := sheltersFaults(c); faults != "" {
		t.Fatal(faults)
	}
	a, b := r.Shelters[0], r.Shelters[1]
	dual, _ := a.DualUse.Value()
	free, freeKnown := a.StepFree.Value()
	entrances, _ := a.Entrances.Value()
	water, _ := a.WaterKinds.Value()
	power, _ := a.PowerKinds.Value()
	fire, _ := a.FireDistance.Value()
	money, _ := a.Money.Value()
	got := fmt.Sprint(a.ClosedOn, " ", a.Class, " ", a.Term, " ", a.Level, " ", a.Scope, " ", a.Ownership, " ", dual, " ", free, " ", freeKnown, " ",
		entrances, " ", water, " ", power, " ", fire, " ", money, " ", a.Position)
	want := "2030-01-01 fixed-short short township comprehensive collective true false true 4 2 1 29.5 125000 0.5,0.25 CGCS2000"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if b.Class != 0 || b.DualUse.Known() || b.StepFree.Known() || b.Entrances.Known() || b.Money.Known() || !b.Position.IsZero() || len(b.Facilities) != 0 {
		t.Errorf("empty cells are known: %+v", b)
	}
	if len(a.Facilities) != 2 || a.Facilities[0].Facility != shelters.WaterSupply || a.Facilities[0].Present.On() != measure.DateOf(2025, 1, 2) {
		t.Errorf("%+v", a.Facilities)
	}
	if present, ok := a.Facilities[1].Present.Value(); !ok || present {
		t.Error("a facility that is not there counts as there")
	}
	zone, _ := a.Exposures[0].InZone.Value()
	if a.Exposures[0].Hazard != hazards.FloodDrought || !zone || a.Exposures[0].Serves.Known() {
		t.Errorf("%+v", a.Exposures)
	}
	one, two := r.Areas[0], r.Areas[1]
	population, _ := one.Population.Value()
	evacuees, _ := one.Evacuees.Value()
	stepFree, _ := one.StepFree.Value()
	if got := fmt.Sprint(one.Name, one.Place, population, evacuees, stepFree, one.Shelter, one.Position.Datum()); got != "上村990101001001 900 300 12awgs84" {
		t.Error(got)
	}
	if two.Evacuees.Known() || two.Population.Known() || two.Shelter != "" || !r.HasAreas {
		t.Errorf("%+v", two)
	}
	ways := []shelters.Way{{Village: "990101001001", Site: "a", Metres: 1250}, {Village: "990101001002", Site: "b", Metres: 0}}
	if diff := cmp.Diff(ways, r.Ways); diff != "" || !r.HasWays {
		t.Error(diff)
	}
}

// What nobody measured is left out; what is known to be none is written so, in
// whichever of the words and whatever the unit of the column.
func TestNoWayIsWrittenAsAWord(t *testing.T) {
	for _, header := range []string{"距离(米)", "距离", "distance"} {
		for _, word := range []string{"none", "不通", "无", "  不通 "} {
			tables := shelterTables()
			tables["distances.csv"] = "division,shelter," + header + "\n990101001001,a," + word + "\n"
			r, c := readShelterTables(t, tables)
			want := []shelters.Way{{Village: "990101001001", Site: "a", Metres: shelters.NoWay}}
			if diff := cmp.Diff(want, r.Ways); diff != "" || !r.HasWays {
				t.Errorf("%s, %q: %s%s", header, word, diff, sheltersFaults(c))
			}
		}
	}
	tables := shelterTables()
	tables["distances.csv"] = "division,shelter,distance\n990101001001,a,\n"
	if r, c := readShelterTables(t, tables); r.HasWays || !strings.Contains(sheltersFaults(c), "distances.csv:2:16 table.empty-cell") {
		t.Errorf("an empty cell is read: %v, %s", r.Ways, sheltersFaults(c))
	}
}

func TestShelterTablesThatAreAbsentAreNotEmpty(t *testing.T) {
	r, c := readShelterTables(t, map[string]string{"townships.csv": sheltersDivisions})
	if c.Faults.Len() > 0 || r.HasShelters || r.HasAreas || r.HasWays {
		t.Errorf("%+v %s", r, sheltersFaults(c))
	}
}

func TestFaultsOfShelterTables(t *testing.T) {
	for _, tt := range []struct{ name, file, add, want string }{
		{"class of another vocabulary", "shelters.csv", "c,丙,990101001,,中期,,,,,,,,,,,,,,\n", `shelters.csv:4:16 table.unknown-value "中期"`},
		{"coordinates without a datum", "shelters.csv", "c,丙,990101001,,,,,,,,,,,,,,1,1,\n", `shelters.csv:4:32 position.datum ""`},
		{"a shelter that is not listed", "shelter_facilities.csv", "z,供水,是,\n", `shelter_facilities.csv:4:1 shelters.unknown-shelter "z"`},
		{"an unknown facility", "shelter_facilities.csv", "a,泳池,是,\n", `shelter_facilities.csv:4:3 table.unknown-value "泳池"`},
		{"a facility twice", "shelter_facilities.csv", "a,应急供水,否,\n", `shelter_facilities.csv:4:3 shelters.fact-twice "a water"`},
		{"a hazard twice", "shelter_hazards.csv", "a,水旱灾害,否,\n", `shelter_hazards.csv:4:3 shelters.fact-twice "a flood-drought"`},
		{"an unknown hazard", "shelter_hazards.csv", "a,海啸,否,\n", `shelter_hazards.csv:4:3 hazards.unknown-hazard "海啸"`},
		{"a village twice", "service_areas.csv", "990101001001,,,,,,,,\n", `service_areas.csv:4:1 table.duplicate-id "990101001001"`},
		{"a village that is not listed", "service_areas.csv", "990101001009,,,,,,,,\n", `service_areas.csv:4:1 division.unknown "990101001009"`},
		{"more need access than are moved", "service_areas.csv", "990101001002,,3,4,,,,,\n", `service_areas.csv:4:17 shelters.step-free-above-evacuees "4"`},
		{"an area without its shelter", "service_areas.csv", "990101001002,,,,,,,z,\n", `service_areas.csv:4:20 shelters.unknown-shelter "z"`},
		{"part of a metre", "distances.csv", "990101001002,a,0.0005\n", `distances.csv:4:16 shelters.part-of-a-metre "0.0005"`},
		{"a word that is no distance", "distances.csv", "990101001002,a,远\n", `distances.csv:4:16 measure.syntax "远"`},
		{"no way and a way", "distances.csv", "990101001001,a,不通\n", `distances.csv:4:14 shelters.fact-twice "990101001001 a"`},
		{"a way twice", "distances.csv", "990101001001,a,2\n", `distances.csv:4:14 shelters.fact-twice "990101001001 a"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tables := shelterTables()
			if tt.file == "service_areas.csv" && strings.HasPrefix(tt.add, "990101001002") {
				tables[tt.file] = strings.Replace(tables[tt.file], "990101001002,,,,,,,,\n", "990101001,,,,,,,,\n", 1)
			}
			tables[tt.file] += tt.add
			r, c := readShelterTables(t, tables)
			if got := sheltersFaults(c); !strings.Contains(got, tt.want+"\n") {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if tt.file == "service_areas.csv" && r.HasAreas || tt.file == "distances.csv" && r.HasWays {
				t.Error("a table at fault counts as there")
			}
		})
	}
}

func TestFaultsOfShelterPlans(t *testing.T) {
	const head = "format: emergency/plan/v1\n"
	for _, tt := range []struct{ name, text, want string }{
		{"reach of nothing", "reach: [{id: a}]\n", `shelters.yaml:2:9 yaml.missing-key ""`},
		{"reach twice", "reach: [{id: a, within: {value: 1 km, place: 一}}, {id: a, within: {value: 2 km, place: 一}}]\n", `shelters.yaml:2:56 shelters.duplicate-id "a"`},
		{"unknown class", "site_areas: [{class: 中期, at_least: {value: 1 ha, place: 一}}]\n", `shelters.yaml:2:22 yaml.unknown-value "中期"`},
		{"class twice", "site_areas: [{class: centre, at_least: {value: 1 ha, place: 一}}, {class: 中心, at_least: {value: 2 ha, place: 一}}]\n", `shelters.yaml:2:74 shelters.duplicate-id "centre"`},
		{"a way of nothing", "evacuation: {farthest: {value: 0.5 m, place: 一}, place: 一}\n", `shelters.yaml:2:32 shelters.part-of-a-metre "0.5 m"`},
		{"unknown hazard", "evacuation: {hazard: 海啸, place: 一}\n", `shelters.yaml:2:22 yaml.unknown-value "海啸"`},
		{"nowhere in the plan", "evacuation: {hazard: 地震}\n", `shelters.yaml:2:13 yaml.missing-key ""`},
		{"class of a figure", "per_person: [{id: a, stay: lodging, class: 固定, area: {value: 1 m2, place: 一}}]\n", `shelters.yaml:2:44 yaml.unknown-value "固定"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := sheltersContext(t, "990101", "2021-2025")
			SheltersPlan(sheltersMap(t, "shelters.yaml", PlanFormat, head+tt.text, c), c)
			if got := sheltersFaults(c); !strings.Contains(got, tt.want+"\n") {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
