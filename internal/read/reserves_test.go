package read

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// readReserves reads a plan, the key reserves of a county and its tables.
func readReserves(t *testing.T, plan, county string, c *Context) (reserves.Provisions, reserves.Records) {
	t.Helper()
	p := ReservesPlan(sheltersMap(t, "reserves.yaml", PlanFormat, "format: "+PlanFormat+"\n"+plan, c), c)
	m := sheltersMap(t, "county.yaml", CountyFormat, "format: "+CountyFormat+"\n"+county, c)
	r := ReservesRecords(m, c)
	m.Done()
	return p, r
}

// reservesFile returns a file without its first line, the format.
func reservesFile(t *testing.T, name string) string {
	t.Helper()
	_, rest, _ := strings.Cut(sheltersFile(t, name), "\n")
	return rest
}

// reservesKey returns the key reserves of a county file, empty where it has none.
func reservesKey(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	at := strings.Index(text, "\nreserves:\n")
	if at < 0 {
		t.Fatalf("%s has no key reserves", name)
	}
	text = text[at+1:]
	for i := range text {
		if i > 0 && text[i-1] == '\n' && text[i] != ' ' {
			return text[:i]
		}
	}
	return text
}

func TestFengduReserves(t *testing.T) {
	c := sheltersContext(t, "500230", "2021-2025")
	p, r := readReserves(t, reservesFile(t, "../../fengdu/reserves.yaml"), reservesKey(t, "../../fengdu/county/county.yaml"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if p.Evacuees.Value != 3000 || p.ReliefWithin.Value != measure.Seconds(24*3600) || p.SupportDays.Known() || p.HouseholdSize.Known() {
		t.Errorf("targets: %+v", p)
	}
	if p.Due != measure.DateOf(2025, 12, 31) {
		t.Errorf("due %s", p.Due)
	}
	if diff := cmp.Diff(reserves.Categories(), p.Categories.Value); diff != "" {
		t.Errorf("categories (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(reserves.Tiers(), p.Tiers.Value); diff != "" {
		t.Errorf("tiers (-want +got):\n%s", diff)
	}
	cost, ok := p.ForwardPoints.Cost()
	if !ok || cost != p.ForwardPoints.Total.Value || cost != measure.Fen(300_0000_00) || p.ForwardPoints.Count.Value != 6 {
		t.Errorf("forward points: %v, %+v", cost, p.ForwardPoints)
	}
	for _, item := range p.Items {
		if item.Norm.Known() != item.Essential && item.Code != "water-container" {
			t.Errorf("%s: essential %v, norm %v", item.Code, item.Essential, item.Norm)
		}
		if item.Norm.Source.Standing == spec.InPlan {
			t.Errorf("%s: the plan gives no norm", item.Code)
		}
		if item.Norm.Value.Kind == reserves.PerPersonDay && item.Norm.Value != reserves.SphereWater().Value {
			t.Errorf("%s differs from the yardstick", item.Code)
		}
	}
	if len(p.Items) != 16 || r.HasStock || r.HasDeliveries {
		t.Errorf("%d items, stock %v, deliveries %v", len(p.Items), r.HasStock, r.HasDeliveries)
	}

	found := reserves.Assess(p, r, measure.DateOf(2022, 8, 2), spec.Choices{}).Findings()
	evacuees, relief, warehouses := found[0], found[1], found[2]
	if evacuees.Verdict != spec.Unknown || evacuees.Actual.Known() || evacuees.Missing[0].Key != "stock.csv" || !evacuees.IsWeak() || evacuees.Target != "reserve-3000" {
		t.Errorf("evacuees: %+v", evacuees)
	}
	if relief.Verdict != spec.Unknown || relief.Missing[0].Key != "deliveries.csv" || relief.Target != "relief-24h" {
		t.Errorf("relief: %+v", relief)
	}
	if warehouses.Actual.String() != "0" || warehouses.Verdict != spec.NotApplicable {
		t.Errorf("warehouses: %+v", warehouses)
	}

	// A full stock does not decide while the days of support are unknown.
	var lots []reserves.Lot
	for _, item := range p.Items {
		lots = append(lots, reserves.Lot{ID: item.Code, Item: item.Code, Mode: reserves.Physical, Quantity: spec.Exactly(measure.Thousandths(90_000_000))})
	}
	r.Lots, r.HasStock = lots, true
	full := reserves.Assess(p, r, measure.DateOf(2025, 12, 31), spec.Choices{}).Findings()[0]
	if full.Verdict != spec.Unknown || len(full.Missing) != 1 || full.Missing[0].Key != "county.yaml: reserves.support_days" {
		t.Errorf("full stock, days unknown: %v, %+v", full.Verdict, full.Missing)
	}
}

func TestSecondCountyReserves(t *testing.T) {
	const data, plan = "../../examples/secondcounty/data/", "../../examples/secondcounty/plan/reserves.yaml"
	var tables []string
	for _, name := range append(DivisionTables(), reservesTables()...) {
		tables = append(tables, name, sheltersFile(t, data+name))
	}
	c := sheltersContext(t, "990101", "2023-2027", tables...)
	p, r := readReserves(t, reservesFile(t, plan), secondReserves, c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	found := reserves.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Findings()
	evacuees, relief := found[0], found[1]
	if evacuees.Verdict != spec.Unmet || evacuees.Actual.String() != "4720" || evacuees.Gap.String() != "280" {
		t.Errorf("evacuees: %v, %s, gap %s", evacuees.Verdict, evacuees.Actual, evacuees.Gap)
	}
	if relief.Verdict != spec.Met || relief.Actual.String() != "9000" || len(relief.Missing) != 0 {
		t.Errorf("relief: %v, %s, %+v", relief.Verdict, relief.Actual, relief.Missing)
	}
	slack, ok := reserves.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Relief.Slack(p.ReliefWithin.Value)
	if !ok || slack != measure.Seconds(45*60) {
		t.Errorf("slack %v, %v", slack, ok)
	}
	for _, f := range found {
		if f.Verdict == spec.Unknown {
			t.Errorf("%s is unknown: %s", f.Rule, f.Reason.Text.EN)
		}
	}
}

const secondReserves = `reserves:
  observed_on: 2027-11-30
  household_size: 3
  sites: 8
  responders: 60
  shares: {infants: 0.02}
  information_system: true
  relief: {affected: 9000, report_delay: 0.5 h}
  warehouses: 2
`

func TestReservesPlanFaults(t *testing.T) {
	const item = "items:\n  - code: quilt\n    name: {zh: 棉被, en: quilts}\n    category: living-relief\n    essential: true\n    unit: 床\n    norm: {value: {kind: per-person, quantity: 1}, place: 三}\n"
	for _, row := range []struct{ name, text, want string }{
		{"nobody", "evacuees: {id: a, people: {value: 0, place: 三}}", "reserves.yaml:2:35 reserves.zero"},
		{"no people", "evacuees: {id: a}", "reserves.yaml:2:11 yaml.missing-key"},
		{"no time", "relief: {id: a, within: {value: 0 h, place: 三}}", "reserves.yaml:2:33 reserves.zero"},
		{"no unit of time", "relief: {id: a, within: {value: 24, place: 三}}", "reserves.yaml:2:33 unit.missing"},
		{"no days", "support_days: {value: 0, place: 三}", "reserves.yaml:2:23 reserves.zero"},
		{"no household", "household_size: {value: 0, place: 三}", "reserves.yaml:2:25 reserves.zero"},
		{"category", "categories: {value: [flood-drought, flud], place: 四}", "reserves.yaml:2:37 yaml.unknown-value"},
		{"category twice", "categories: {value: [geohazard, 地灾应急], place: 四}", "reserves.yaml:2:33 yaml.duplicate-item"},
		{"no category", "categories: {value: [], place: 四}", "reserves.yaml:2:21 reserves.zero"},
		{"categories no list", "categories: {value: geohazard, place: 四}", "reserves.yaml:2:21 yaml.wrong-type"},
		{"tier", "tiers: {value: [town], place: 四}", "reserves.yaml:2:17 yaml.unknown-value"},
		{"unknown key", "evacuee: 3", "reserves.yaml:2:1 yaml.unknown-key"},
		{"item twice", item + strings.TrimPrefix(item, "items:\n"), "reserves.yaml:9:11 reserves.duplicate-item"},
		{"norm kind", strings.Replace(item, "per-person", "per-soul", 1), "reserves.yaml:8:26 yaml.unknown-value"},
		{"norm of nothing", strings.Replace(item, "quantity: 1", "quantity: 0", 1), "reserves.yaml:8:48 reserves.zero"},
		{"group missing", strings.Replace(item, "per-person", "per-group", 1), "reserves.yaml:8:19 yaml.missing-key"},
		{"group of nobody", strings.Replace(item, "per-person, quantity: 1", "per-group, quantity: 1, group: 0", 1), "reserves.yaml:8:57 reserves.zero"},
		{"group out of place", strings.Replace(item, "quantity: 1", "quantity: 1, group: 3", 1), "reserves.yaml:8:58 reserves.group"},
		{"item category", strings.Replace(item, "living-relief", "livng", 1), "reserves.yaml:5:15 yaml.unknown-value"},
		{"essential not said", strings.Replace(item, "    essential: true\n", "", 1), "reserves.yaml:3:5 yaml.missing-key"},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := sheltersContext(t, "990101", "2023-2027")
			readReserves(t, row.text, "", c)
			if diff := cmp.Diff([]string{row.want}, reservesFaults(c)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// reservesFaults writes every fault as file:line:column and code.
func reservesFaults(c *Context) []string {
	var out []string
	for _, f := range c.Faults.All() {
		out = append(out, fmt.Sprintf("%s:%d:%d %s", f.File, f.Line, f.Column, f.Code))
	}
	return out
}

func TestReservesRecordsFaults(t *testing.T) {
	const stock, runs = "id,item,quantity,unit,mode,division,received_on,expiry\n", "id,people,lead(h),travel,handing_out(min)\n"
	for _, row := range []struct{ name, county, file, text, want string }{
		{"days", "reserves: {support_days: 0}", "", "", "county.yaml:2:26 reserves.zero"},
		{"unknown key", "reserves: {warehouse: 0}", "", "", "county.yaml:2:12 yaml.unknown-key"},
		{"unknown key of relief", "reserves: {relief: {afected: 5}}", "", "", "county.yaml:2:21 yaml.unknown-key"},
		{"half a person", "reserves: {relief: {affected: 5.5}}", "", "", "county.yaml:2:31 measure.fraction"},
		{"no id", "", stockTable, stock + ",quilt,1,床,physical,,,\n", "stock.csv:2:1 table.empty-cell"},
		{"id twice", "", stockTable, stock + "a,quilt,1,床,physical,,,\nb,quilt,1,床,physical,,,\na,quilt,2,床,physical,,,\n", "stock.csv:4:1 table.duplicate-id"},
		{"no item", "", stockTable, stock + "a,,1,床,physical,,,\n", "stock.csv:2:3 table.empty-cell"},
		{"negative quantity", "", stockTable, stock + "a,quilt,-1,床,physical,,,\n", "stock.csv:2:9 measure.negative"},
		{"mode", "", stockTable, stock + "批次甲,棉被,1,床,仓库,,,\n", "stock.csv:2:12 table.unknown-value"},
		{"division elsewhere", "", stockTable, stock + "a,quilt,1,床,physical,990102001,,\n", "stock.csv:2:22 division.outside"},
		{"expiry", "", stockTable, stock + "a,quilt,1,床,physical,,2024-02-01,2024-02-30\n", "stock.csv:2:34 measure.date"},
		{"expiry before receipt", "", stockTable, stock + "a,quilt,1,床,physical,,2024-02-02,2024-02-01\n", "stock.csv:2:34 reserves.lot-backwards"},
		{"no column mode", "", stockTable, "id,item,quantity\na,quilt,1\n", "stock.csv:1:1 table.missing-header"},
		{"run twice", "", deliveriesTable, runs + "a,5,1,1 h,5\na,5,1,1 h,5\n", "deliveries.csv:3:1 table.duplicate-id"},
		{"time without unit", "", deliveriesTable, runs + "a,5,1,1,5\n", "deliveries.csv:2:7 unit.missing"},
		{"half a person in a run", "", deliveriesTable, runs + "a,5.5,1,1 h,5\n", "deliveries.csv:2:3 measure.fraction"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var tables []string
			if row.file != "" {
				tables = []string{row.file, row.text}
			}
			c := sheltersContext(t, "990101", "2023-2027", tables...)
			readReserves(t, "", row.county, c)
			if diff := cmp.Diff([]string{row.want}, reservesFaults(c)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReservesTablesAreReadAsWritten(t *testing.T) {
	c := sheltersContext(t, "990101", "2023-2027", stockTable,
		"储备方式,数量,物资代码,批次编号,失效日期,出库用时(小时)\n协议储备,\"１,２００\",quilt,a,2026-01-31,1.5\n,,quilt,b,,\n",
		deliveriesTable, "批次编号,救助人数,出库用时,运输用时,发放用时\nr1,300,30分钟,1小时,\n")
	_, r := readReserves(t, "", "reserves: {support_days: 3, observed_on: 2025-01-01}", c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	a, b, run := r.Lots[0], r.Lots[1], r.Deliveries[0]
	quantity, _ := a.Quantity.Value()
	lead, _ := a.LeadTime.Value()
	if quantity != measure.Thousandths(1_200_000) || a.Mode != reserves.Agreement || a.Expiry != measure.DateOf(2026, 1, 31) || lead != measure.Seconds(5400) {
		t.Errorf("%+v", a)
	}
	if b.Quantity.Known() || b.Mode != 0 || b.LeadTime.Known() || !b.Expiry.IsZero() {
		t.Errorf("empty cells were filled: %+v", b)
	}
	travel, _ := run.Travel.Value()
	if travel != measure.Seconds(3600) || run.HandingOut.Known() {
		t.Errorf("%+v", run)
	}
	if r.SupportDays.On() != measure.DateOf(2025, 1, 1) || !r.HasStock || !r.HasDeliveries {
		t.Errorf("%+v", r.SupportDays)
	}
	empty := sheltersContext(t, "990101", "2023-2027", stockTable, "id,item,quantity,mode\n")
	if _, r := readReserves(t, "", "", empty); !r.HasStock || len(r.Lots) != 0 || r.HasDeliveries || r.SupportDays.Known() || r.Warehouses.Known() {
		t.Errorf("%+v", r)
	}
}

func TestReservesTablesNeedTheirColumns(t *testing.T) {
	for _, row := range []struct{ file, optional, needed string }{
		{stockTable, "store,unit,division,received_on,expiry,lead_time(h)", "id,item,quantity,mode"},
		{deliveriesTable, "store,division", "id,people,lead(h),travel(h),handing_out(h)"},
	} {
		c := sheltersContext(t, "990101", "2023-2027", row.file, row.optional+"\n")
		readReserves(t, "", "", c)
		var got []string
		for _, f := range c.Faults.All() {
			if f.Code != "table.missing-header" || f.File != row.file {
				t.Errorf("%v", f)
			}
			got = append(got, f.Path)
		}
		var want []string
		for _, name := range strings.Split(row.needed, ",") {
			name, _, _ = strings.Cut(name, "(")
			want = append(want, name)
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s needs (-want +got):\n%s", row.file, diff)
		}
		full := sheltersContext(t, "990101", "2023-2027", row.file, row.needed+","+row.optional+"\n")
		if readReserves(t, "", "", full); full.Faults.Len() != 0 {
			t.Errorf("%s: %v", row.file, full.Faults.Err())
		}
	}
}
