package read

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

const (
	storesTable    = "stores.csv"
	movementsTable = "stock_movements.csv"
	claimsTable    = "stock_claims.csv"
	minimumsTable  = "minimum_stock.csv"
)

func (c *Context) stores(r *reserves.Records) {
	table, ok := c.Table(storesTable, []strict.Column{
		{Name: "id", Aliases: []string{"库点编号", "编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "库点名称"}},
		{Name: "tier", Aliases: []string{"层级"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "所在区划"}},
		{Name: "lead_time", Aliases: []string{"出库用时"}},
	})
	if !ok {
		return
	}
	r.HasStores = true
	seen := map[string]int{}
	for row := range table.Rows() {
		var s reserves.Store
		id := row.Cell("id").Required()
		s.ID, ok = id.Text()
		if !ok {
			c.broken(storesTable)
		}
		if !ok || c.Duplicate(seen, s.ID, id) {
			continue
		}
		s.Name, _ = row.Cell("name").Text()
		s.Tier, _ = strict.CellChoice(row.Cell("tier").Required(), reserves.ParseTier, codesOf(reserves.StoreKinds())...)
		s.Place, _ = c.Division(row.Cell("division"))
		s.Lead = inCell(row.Cell("lead_time").Duration())
		r.Stores = append(r.Stores, s)
	}
	table.Finish()
}

// lotCell reads the id of a lot, which the register must have where there is
// one.
func (c *Context) lotCell(cell strict.Cell, r *reserves.Records) string {
	id, ok := cell.Required().Text()
	if !ok || !r.HasStock {
		return id
	}
	for i := range r.Lots {
		if r.Lots[i].ID == id {
			return id
		}
	}
	if c.unchecked(stockTable) {
		return id
	}
	cell.Fault(FaultReservesLot, id, spec.Textf("%s has no lot %q", "%s 中没有批次 %q", stockTable, id))
	return id
}

// storeCell reads the id of a store, which the list of stores must have where
// there is one.
func (c *Context) storeCell(cell strict.Cell, r *reserves.Records) string {
	id, ok := cell.Text()
	if !ok || !r.HasStores {
		return id
	}
	for i := range r.Stores {
		if r.Stores[i].ID == id {
			return id
		}
	}
	if c.unchecked(storesTable) {
		return id
	}
	cell.Fault(FaultReservesStore, id, spec.Textf("%s has no store %q", "%s 中没有库点 %q", storesTable, id))
	return id
}

func (c *Context) movements(r *reserves.Records) {
	table, ok := c.Table(movementsTable, []strict.Column{
		{Name: "id", Aliases: []string{"记录编号", "编号"}, Required: true},
		{Name: "kind", Aliases: []string{"类型", "出入库类型"}, Required: true},
		{Name: "lot", Aliases: []string{"批次编号", "批次"}, Required: true},
		{Name: "from", Aliases: []string{"调出库点"}},
		{Name: "to", Aliases: []string{"调入库点"}},
		{Name: "quantity", Aliases: []string{"数量"}, Required: true},
		{Name: "date", Aliases: []string{"日期"}, Required: true},
		{Name: "voucher", Aliases: []string{"凭证号", "单据号"}},
	})
	if !ok {
		return
	}
	r.HasMovements = true
	seen := map[string]int{}
	var kinds []string
	for _, k := range reserves.MovementKinds() {
		kinds = append(kinds, k.String())
	}
	for row := range table.Rows() {
		var m reserves.Movement
		id := row.Cell("id").Required()
		m.ID, ok = id.Text()
		if !ok || c.Duplicate(seen, m.ID, id) {
			continue
		}
		m.Kind, _ = strict.CellChoice(row.Cell("kind").Required(), reserves.ParseMovementKind, kinds...)
		m.Lot = c.lotCell(row.Cell("lot"), r)
		m.From, m.To = c.storeCell(row.Cell("from"), r), c.storeCell(row.Cell("to"), r)
		m.Quantity, _ = row.Cell("quantity").Required().Quantity()
		m.On, _ = row.Cell("date").Required().Date()
		m.Voucher, _ = row.Cell("voucher").Text()
		r.Movements = append(r.Movements, m)
	}
	table.Finish()
}

func (c *Context) claims(r *reserves.Records) {
	table, ok := c.Table(claimsTable, []strict.Column{
		{Name: "id", Aliases: []string{"占用编号", "编号"}, Required: true},
		{Name: "lot", Aliases: []string{"批次编号", "批次"}, Required: true},
		{Name: "for", Aliases: []string{"用途", "预案"}, Required: true},
		{Name: "quantity", Aliases: []string{"数量"}, Required: true},
		{Name: "priority", Aliases: []string{"优先级"}},
	})
	if !ok {
		return
	}
	r.HasClaims = true
	seen := map[string]int{}
	for row := range table.Rows() {
		var one reserves.Claim
		id := row.Cell("id").Required()
		one.ID, ok = id.Text()
		if !ok || c.Duplicate(seen, one.ID, id) {
			continue
		}
		one.Lot = c.lotCell(row.Cell("lot"), r)
		one.For, _ = row.Cell("for").Required().Text()
		one.Quantity, _ = row.Cell("quantity").Required().Quantity()
		one.Priority, _ = row.Cell("priority").Int()
		r.Claims = append(r.Claims, one)
	}
	table.Finish()
}

func (c *Context) minimums(r *reserves.Records) {
	table, ok := c.Table(minimumsTable, []strict.Column{
		{Name: "firm", Aliases: []string{"企业", "重点企业"}, Required: true},
		{Name: "good", Aliases: []string{"品种", "商品"}, Required: true},
		{Name: "unit", Aliases: []string{"计量单位", "单位"}},
		{Name: "least", Aliases: []string{"最低库存"}, Required: true},
		{Name: "held", Aliases: []string{"现有库存", "库存"}, Required: true},
	})
	if !ok {
		return
	}
	r.HasMinimums = true
	seen := map[string]int{}
	for row := range table.Rows() {
		var m reserves.Minimum
		firm := row.Cell("firm").Required()
		m.Firm, _ = firm.Text()
		m.Good, _ = row.Cell("good").Required().Text()
		unit, _ := row.Cell("unit").Text()
		m.Unit = spec.Unit(unit)
		m.Least = inCell(row.Cell("least").Quantity())
		m.Held = inCell(row.Cell("held").Quantity())
		if m.Firm != "" && m.Good != "" && !c.Duplicate(seen, m.Firm+" "+m.Good, firm) {
			r.Minimums = append(r.Minimums, m)
		}
	}
	table.Finish()
}

const (
	reliefRoutesTable = "relief_routes.csv"
	affectedTable     = "affected.csv"
)

func (c *Context) reliefRoutes(r *reserves.Records) {
	table, ok := c.Table(reliefRoutesTable, []strict.Column{
		{Name: "store", Aliases: []string{"库点", "库点编号"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "送达区划"}, Required: true},
		{Name: "item", Aliases: []string{"物资代码", "物资"}},
		{Name: "loading", Aliases: []string{"装车用时"}, Required: true},
		{Name: "travel", Aliases: []string{"运输用时"}, Required: true},
		{Name: "handing_out", Aliases: []string{"发放用时"}, Required: true},
		{Name: "vehicles", Aliases: []string{"车辆数"}},
		{Name: "unit_cost", Aliases: []string{"单件运费"}},
	})
	if !ok {
		return
	}
	r.HasRoutes = true
	seen := map[string]int{}
	for row := range table.Rows() {
		one := reserves.Route{Row: row.Line()}
		store := row.Cell("store").Required()
		one.Store = c.storeCell(store, r)
		one.Place, ok = c.Division(row.Cell("division").Required())
		one.Item, _ = row.Cell("item").Text()
		one.Closed = noWay(row.Cell("travel"))
		takes := func(cell strict.Cell) (d measure.Duration, ok bool) {
			if one.Closed && noWay(cell) {
				return d, false
			}
			return cell.Duration()
		}
		one.Loading = inCell(takes(row.Cell("loading")))
		one.Travel = inCell(takes(row.Cell("travel")))
		one.HandingOut = inCell(takes(row.Cell("handing_out")))
		one.Vehicles = inCell(row.Cell("vehicles").Count())
		one.UnitCost = inCell(row.Cell("unit_cost").Money())
		key := strings.Join([]string{one.Store, one.Place.Short(), one.Item}, " ")
		if ok && one.Store != "" && !c.Duplicate(seen, key, store) {
			r.Routes = append(r.Routes, one)
		}
	}
	table.Finish()
}

// affectedPlaces reads the people affected place by place. Their sum must be
// the number that county.yaml gives, where it gives one.
func (c *Context) affectedPlaces(r *reserves.Records) {
	table, ok := c.Table(affectedTable, []strict.Column{
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}, Required: true},
		{Name: "people", Aliases: []string{"受灾群众", "受灾需救助人数", "人数"}, Required: true},
	})
	if !ok {
		return
	}
	r.HasNeeds = true
	seen := map[string]int{}
	sum, known := measure.People(0), true
	for row := range table.Rows() {
		var one reserves.Need
		division := row.Cell("division").Required()
		one.Place, ok = c.Division(division)
		one.Name = c.divisionName(one.Place)
		n, has := row.Cell("people").People()
		one.People = inCell(n, has)
		if !ok || c.Duplicate(seen, one.Place.Short(), division) {
			known = false
			continue
		}
		var err error
		sum, err = measure.Add(sum, n)
		known = known && has && err == nil
		r.Needs = append(r.Needs, one)
	}
	if all, ok := r.Affected.Value(); ok && known && all != sum {
		c.Faults.Add(spec.Fault{File: affectedTable, Code: FaultReservesSum, Value: sum.String(),
			Message: spec.Textf("the places add up to %s people, county.yaml says %s", "各地合计 %s 人，county.yaml 为 %s 人",
				strconv.FormatInt(int64(sum), 10), all)})
	}
	table.Finish()
}

// divisionName returns the name of a division in the county's own table, empty
// where it is not listed.
func (c *Context) divisionName(code hazards.DivisionCode) string {
	for _, rows := range [][]DivisionRow{c.Townships, c.Villages} {
		for _, row := range rows {
			if row.Code.Equal(code) {
				return row.Name
			}
		}
	}
	return ""
}
