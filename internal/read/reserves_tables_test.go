package read

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

const (
	oneLot   = "id,item,quantity,mode\nlot-1,quilt,5,physical\n"
	oneStore = "id,tier\nmain,县库\n"
)

func TestSupplyTablesTellTheirFaults(t *testing.T) {
	const movements, claims = "id,kind,lot,from,to,quantity,date,voucher\n", "id,lot,for,quantity\n"
	const routes = "store,division,loading(h),travel(h),handing_out(h),vehicles\n"
	const items, norms = "code,name,name_en,category,essential,unit,class,hazards\n", "item,kind,quantity,group,of,document,standing\n"
	for _, row := range []struct{ name, file, text, want string }{
		{"store twice", storesTable, "id,tier\na,县库\na,乡镇\n", "stores.csv:3:1 table.duplicate-id"},
		{"tier", storesTable, "id,tier\na,省级\n", "stores.csv:2:3 table.unknown-value"},
		{"no such lot", movementsTable, movements + "m,in,lot-2,,,1,2025-01-01,v\n", "stock_movements.csv:2:6 reserves.unknown-lot"},
		{"no such store", movementsTable, movements + "m,transfer,lot-1,,west,1,2025-01-01,v\n", "stock_movements.csv:2:19 reserves.unknown-store"},
		{"movement kind", movementsTable, movements + "m,moved,lot-1,,,1,2025-01-01,v\n", "stock_movements.csv:2:3 table.unknown-value"},
		{"movement without date", movementsTable, movements + "m,in,lot-1,,,1,,v\n", "stock_movements.csv:2:16 table.empty-cell"},
		{"movement twice", movementsTable, movements + "m,in,lot-1,,,1,2025-01-01,v\nm,in,lot-1,,,1,2025-01-01,v\n", "stock_movements.csv:3:1 table.duplicate-id"},
		{"claim on no lot", claimsTable, claims + "c,lot-9,fire,1\n", "stock_claims.csv:2:3 reserves.unknown-lot"},
		{"claim for nothing said", claimsTable, claims + "c,lot-1,,1\n", "stock_claims.csv:2:9 table.empty-cell"},
		{"claim twice", claimsTable, claims + "c,lot-1,fire,1\nc,lot-1,flood,1\n", "stock_claims.csv:3:1 table.duplicate-id"},
		{"firm and good twice", minimumsTable, "firm,good,least,held\na,rice,1,1\na,rice,2,2\n", "minimum_stock.csv:3:1 table.duplicate-id"},
		{"negative minimum", minimumsTable, "firm,good,least,held\na,rice,-1,1\n", "minimum_stock.csv:2:8 measure.negative"},
		{"route from no store", reliefRoutesTable, routes + "west,990101001,1,1,1,1\n", "relief_routes.csv:2:1 reserves.unknown-store"},
		{"route twice", reliefRoutesTable, routes + "main,990101001,1,1,1,1\nmain,990101001,2,1,1,1\n", "relief_routes.csv:3:1 table.duplicate-id"},
		{"route elsewhere", reliefRoutesTable, routes + "main,990102001,1,1,1,1\n", "relief_routes.csv:2:6 division.outside"},
		{"no way to load", reliefRoutesTable, routes + "main,990101001,none,1,1,1\n", "relief_routes.csv:2:16 measure.syntax"},
		{"half a vehicle", reliefRoutesTable, routes + "main,990101001,1,1,1,0.5\n", "relief_routes.csv:2:22 measure.fraction"},
		{"place twice", affectedTable, "division,people\n990101001,5\n990101001,6\n", "affected.csv:3:1 table.duplicate-id"},
		{"the sum is another", affectedTable, "division,people\n990101001,5\n990101002,4\n", "affected.csv:0:0 reserves.affected-sum"},
		{"item twice", supplyItemsTable, items + "a,甲,a,防汛抗旱,是,个,,\na,甲,a,防汛抗旱,是,个,,\n", "supply_items.csv:3:1 table.duplicate-id"},
		{"class code", supplyItemsTable, items + "a,甲,a,防汛抗旱,是,个,4010101,\n", "supply_items.csv:2:16 reserves.class-code"},
		{"hazard", supplyItemsTable, items + "a,甲,a,防汛抗旱,是,个,,战争\n", "supply_items.csv:2:17 table.unknown-value"},
		{"essential not said", supplyItemsTable, items + "a,甲,a,防汛抗旱,,个,,\n", "supply_items.csv:2:12 table.empty-cell"},
		{"norm of nothing", supplyNormsTable, norms + "a,per-person,0,,,x,ours\n", "supply_norms.csv:2:14 reserves.norm-size"},
		{"group of nobody", supplyNormsTable, norms + "a,per-group,1,,,x,ours\n", "supply_norms.csv:2:13 reserves.norm-size"},
		{"norm kind", supplyNormsTable, norms + "a,per-soul,1,,,x,ours\n", "supply_norms.csv:2:3 table.unknown-value"},
		{"norm without document", supplyNormsTable, norms + "a,per-person,1,,,,ours\n", "supply_norms.csv:2:18 table.empty-cell"},
		{"norm without standing", supplyNormsTable, norms + "a,per-person,1,,,x,\n", "supply_norms.csv:2:20 table.empty-cell"},
		{"norm twice", supplyNormsTable, norms + "a,per-person,1,,,x,ours\na,per-person,1,,,x,ours\n", "supply_norms.csv:3:1 table.duplicate-id"},
	} {
		t.Run(row.name, func(t *testing.T) {
			tables := []string{stockTable, oneLot}
			if row.file != storesTable {
				tables = append(tables, storesTable, oneStore)
			}
			c := sheltersContext(t, "990101", "2023-2027", append(tables, row.file, row.text)...)
			readReserves(t, "", "reserves: {relief: {affected: 10}}", c)
			if diff := cmp.Diff([]string{row.want}, reservesFaults(c)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSupplyFactsTellTheirFaults(t *testing.T) {
	for text, want := range map[string]string{
		"reserves: {shares: {infants: 1.2}}":          "county.yaml:2:30 reserves.share",
		"reserves: {shares: {children: 0.2}}":         "county.yaml:2:21 yaml.unknown-key",
		"reserves: {sites: 0}":                        "county.yaml:2:19 reserves.zero",
		"reserves: {centre: built}":                   "county.yaml:2:20 yaml.unknown-value",
		"reserves: {levels: [县, 县]}":                  "county.yaml:2:24 yaml.duplicate-item",
		"reserves: {information_system: perhaps}":     "county.yaml:2:32 yaml.wrong-type",
		"reserves: {norm_profiles: [sphere, sphere]}": "county.yaml:2:36 yaml.duplicate-item",
	} {
		c := sheltersContext(t, "990101", "2023-2027")
		readReserves(t, "", text, c)
		if diff := cmp.Diff([]string{want}, reservesFaults(c)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestSupplyPlanTellsItsFaults(t *testing.T) {
	const item = "items:\n  - code: quilt\n    name: {zh: 棉被, en: quilts}\n    category: living-relief\n    essential: true\n    unit: 床\n    norm: {value: {kind: per-person, quantity: 1}, place: 三}\n"
	for _, row := range []struct{ name, text, want string }{
		{"class", item + "    class: 4\n", "reserves.yaml:9:12 reserves.class-code"},
		{"hazard", item + "    hazards: [war]\n", "reserves.yaml:9:15 yaml.unknown-value"},
		{"no shelf life", item + "    shelf_life_months: {value: 0, place: 三}\n", "reserves.yaml:9:32 reserves.zero"},
		{"an empty vehicle", item + "    per_vehicle: {value: 0, place: 三}\n", "reserves.yaml:9:26 reserves.zero"},
		{"litres are no quilts", strings.Replace(item, "quantity: 1", "quantity: 1, unit: 升", 1), "reserves.yaml:8:11 reserves.norm-unit"},
		{"whom", strings.Replace(item, "quantity: 1", "quantity: 1, of: children", 1), "reserves.yaml:8:55 yaml.unknown-value"},
		{"essential without a norm", strings.Replace(item, "    norm: {value: {kind: per-person, quantity: 1}, place: 三}\n", "", 1), "reserves.yaml:3:5 yaml.missing-key"},
		{"profile without norms", "profiles: [{id: a, title: {zh: 甲, en: a}}]", "reserves.yaml:2:12 yaml.missing-key"},
		{"profile twice", "profiles: [{id: a, title: {zh: 甲, en: a}, norms: []}, {id: a, title: {zh: 甲, en: a}, norms: []}]", "reserves.yaml:2:60 reserves.duplicate-item"},
		{"centre without statements", "centre: {id: a, name: {zh: 甲, en: a}}", "reserves.yaml:2:9 yaml.missing-key"},
		{"no levels", "levels: {value: 0, place: 三}", "reserves.yaml:2:17 reserves.zero"},
		{"points", "township_points: {value: some, place: 三}", "reserves.yaml:2:26 yaml.wrong-type"},
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

// The travel time of a route may say that there is none; then the other times
// need not be there.
func TestRouteThatIsClosedIsReadAsClosed(t *testing.T) {
	for _, cells := range []string{",none,,", "不通,不通,不通,", "0.5,无,2,3"} {
		c := sheltersContext(t, "990101", "2023-2027", reliefRoutesTable, "库点,行政区划代码,装车用时(小时),运输用时(小时),发放用时(小时),车辆数\nmain,990101001,"+cells+"\n")
		_, r := readReserves(t, "", "reserves: {observed_on: 2025-02-01}", c)
		if err := c.Faults.Err(); err != nil || len(r.Routes) != 1 || !r.Routes[0].Closed || r.Routes[0].Travel.Known() {
			t.Errorf("%s: %v, %+v", cells, err, r.Routes)
		}
	}
}

func TestSupplyTablesAreReadAsWritten(t *testing.T) {
	c := sheltersContext(t, "990101", "2023-2027",
		stockTable, "批次编号,物资,数量,储备方式,盘点日期,生产批号,储备单位,专项用途\nlot-1,棉被,5,实物储备,2025-03-01,B7,供销社,转移安置\n",
		storesTable, "库点编号,名称,层级,出库用时(分钟)\nmain,县库房,县库,30\npoint,前置点,前置点,\n",
		movementsTable, "编号,类型,批次,调入库点,数量,日期,凭证号\nm,调配,lot-1,point,2,2025/4/1,V1\n",
		claimsTable, "编号,批次,用途,数量,优先级\nc,lot-1,防汛预案,3,2\n",
		minimumsTable, "企业,品种,计量单位,最低库存,现有库存\n粮油公司,大米,吨,12,\n",
		reliefRoutesTable, "库点,行政区划代码,物资,装车用时(分钟),运输用时(小时),发放用时(小时),车辆数,单件运费(元)\nmain,990101001,棉被,30,1.5,2,4,0.8\n",
		affectedTable, "行政区划代码,受灾群众\n990101001,70\n990101002,\n",
		supplyItemsTable, "代码,名称,英文名称,别名,分类代码,类别,是否必需,计量单位,其他量词,适用灾种,保质期月数,每车装载量,单价(元)\nshovel,铁锹,shovels,铁锨、铲,2010203,防汛抗旱,否,把,张、个,洪旱、地灾,60,300,28.5\n",
		supplyNormsTable, "物资,口径,数量,计量单位,每组人数,人群,依据文件,文号,条款,依据效力\nquilt,per-group,2,床,3,老年人,县标准,1号,第2条,published\n")
	_, r := readReserves(t, "", "reserves: {observed_on: 2025-02-01, sites: 4, responders: 30, shares: {elderly: 1/5}, centre: started, information_system: false, unified_database: true, levels: [县, 乡], norm_profiles: [sphere-2018]}", c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	lot, store, m, claim, min, route := r.Lots[0], r.Stores[0], r.Movements[0], r.Claims[0], r.Minimums[0], r.Routes[0]
	if lot.Quantity.On() != measure.DateOf(2025, 3, 1) || lot.Batch != "B7" || lot.Holder != "供销社" || lot.Earmark != "转移安置" {
		t.Errorf("%+v", lot)
	}
	if lead, _ := store.Lead.Value(); store.Tier != reserves.CountyStore || lead != measure.Seconds(1800) || r.Stores[1].Lead.Known() || r.Stores[1].Tier != reserves.ForwardPoint {
		t.Errorf("%+v", r.Stores)
	}
	if m.Kind != reserves.MoveTransfer || m.To != "point" || m.From != "" || m.Quantity != measure.Thousandths(2000) || m.On != measure.DateOf(2025, 4, 1) || m.Voucher != "V1" {
		t.Errorf("%+v", m)
	}
	if claim != (reserves.Claim{ID: "c", Lot: "lot-1", For: "防汛预案", Quantity: measure.Thousandths(3000), Priority: 2}) {
		t.Errorf("%+v", claim)
	}
	if min.Held.Known() || min.Unit != "吨" || min.Verdict() != spec.Unknown {
		t.Errorf("%+v", min)
	}
	loading, _ := route.Loading.Value()
	travel, _ := route.Travel.Value()
	cost, _ := route.UnitCost.Value()
	if loading != measure.Seconds(1800) || travel != measure.Seconds(5400) || cost != measure.Fen(80) || route.Item != "棉被" {
		t.Errorf("%+v", route)
	}
	if len(r.Needs) != 2 || r.Needs[1].People.Known() || !r.HasNeeds || !r.HasRoutes || !r.HasClaims || !r.HasMovements || !r.HasMinimums || !r.HasStores {
		t.Errorf("%+v", r.Needs)
	}
	item, norm := r.Items[0], r.Norms[0]
	if item.Class.String() != "2010203" || !slices.Equal(item.Aliases, []string{"铁锨", "铲"}) || !slices.Equal(item.Words, []spec.Unit{"张", "个"}) || len(item.Hazards) != 2 ||
		item.ShelfLife.Value != 60 || item.PerVehicle.Value != 300 || item.Price.Value != measure.Fen(2850) || item.Essential {
		t.Errorf("%+v", item)
	}
	if norm.Norm.Value != (reserves.Norm{Kind: reserves.PerGroup, Quantity: measure.Thousandths(2000), Unit: "床", Group: 3, Of: reserves.Elderly}) ||
		norm.Norm.Source != (spec.Source{Document: "县标准", Number: "1号", Place: "第2条", Standing: spec.Published}) {
		t.Errorf("%+v", norm)
	}
	state, _ := r.Centre.Value()
	system, _ := r.System.Value()
	unified, known := r.Unified.Value()
	share, _ := r.Shares.Of(reserves.Elderly)
	if state != reserves.CentreStarted || system || !unified || !known || !share.Equal(measure.RatioOf(1, 5)) || len(r.Levels) != 2 || len(r.Profiles) != 1 || !r.Sites.Known() {
		t.Errorf("%+v", r)
	}
	if _, ok := r.Shares.Of(reserves.Infants); ok {
		t.Error("a share that nobody gave")
	}
}
