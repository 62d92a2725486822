package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func (c *Context) stock(r *reserves.Records) {
	table, ok := c.Table(stockTable, []strict.Column{
		{Name: "id", Aliases: []string{"批次编号", "批次", "编号"}, Required: true},
		{Name: "item", Aliases: []string{"物资代码", "物资", "品种"}, Required: true},
		{Name: "quantity", Aliases: []string{"数量", "储备数量"}, Required: true},
		{Name: "unit", Aliases: []string{"计量单位", "单位"}},
		{Name: "mode", Aliases: []string{"储备方式"}, Required: true},
		{Name: "store", Aliases: []string{"库点", "仓库", "储备点"}},
		{Name: "division", Aliases: []string{"行政区划代码", "所在区划"}},
		{Name: "received_on", Aliases: []string{"入库日期"}},
		{Name: "expiry", Aliases: []string{"失效日期", "有效期至"}},
		{Name: "lead_time", Aliases: []string{"出库用时", "调用时间"}},
		{Name: "batch", Aliases: []string{"生产批号"}},
		{Name: "holder", Aliases: []string{"储备单位", "承储单位"}},
		{Name: "earmark", Aliases: []string{"专项用途"}},
		{Name: "counted_on", Aliases: []string{"盘点日期"}},
	})
	if !ok {
		return
	}
	r.HasStock = true
	r.Lots = make([]reserves.Lot, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		lot := reserves.Lot{Row: row.Line()}
		id := row.Cell("id").Required()
		lot.ID, ok = id.Text()
		if !ok {
			c.broken(stockTable)
		}
		if !ok || c.Duplicate(seen, lot.ID, id) {
			continue
		}
		lot.Item, _ = row.Cell("item").Required().Text()
		counted, _ := row.Cell("counted_on").Date()
		lot.Quantity = inCell(row.Cell("quantity").Quantity()).Dated(counted)
		lot.Batch, _ = row.Cell("batch").Text()
		lot.Holder, _ = row.Cell("holder").Text()
		lot.Earmark, _ = row.Cell("earmark").Text()
		unit, _ := row.Cell("unit").Text()
		lot.Unit = spec.Unit(unit)
		lot.Mode, _ = strict.CellChoice(row.Cell("mode"), reserves.ParseMode, "physical", "agreement", "capacity", "society", "household")
		lot.Store, _ = row.Cell("store").Text()
		lot.Place, _ = c.Division(row.Cell("division"))
		lot.ReceivedOn, _ = row.Cell("received_on").Date()
		expiry := row.Cell("expiry")
		lot.Expiry, _ = expiry.Date()
		if lot.Expiry.Before(lot.ReceivedOn) {
			expiry.Fault(FaultReservesBackwards, lot.Expiry.String(), spec.Textf("expiry %s is before receipt %s",
				"失效日期 %s 早于入库日期 %s", lot.Expiry, lot.ReceivedOn))
		}
		lot.LeadTime = inCell(row.Cell("lead_time").Duration())
		r.Lots = append(r.Lots, lot)
	}
	table.Finish()
}

func (c *Context) deliveries(r *reserves.Records) {
	table, ok := c.Table(deliveriesTable, []strict.Column{
		{Name: "id", Aliases: []string{"批次编号", "批次", "编号"}, Required: true},
		{Name: "store", Aliases: []string{"库点", "仓库", "发出库点"}},
		{Name: "division", Aliases: []string{"行政区划代码", "送达区划"}},
		{Name: "people", Aliases: []string{"可救助人数", "救助人数", "人数"}, Required: true},
		{Name: "lead", Aliases: []string{"出库用时", "准备用时"}, Required: true},
		{Name: "travel", Aliases: []string{"运输用时"}, Required: true},
		{Name: "handing_out", Aliases: []string{"发放用时"}, Required: true},
	})
	if !ok {
		return
	}
	r.HasDeliveries = true
	r.Deliveries = make([]reserves.Delivery, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var d reserves.Delivery
		id := row.Cell("id").Required()
		d.ID, ok = id.Text()
		if !ok || c.Duplicate(seen, d.ID, id) {
			continue
		}
		d.Store, _ = row.Cell("store").Text()
		d.Place, _ = c.Division(row.Cell("division"))
		d.People = inCell(row.Cell("people").People())
		d.Lead = inCell(row.Cell("lead").Duration())
		d.Travel = inCell(row.Cell("travel").Duration())
		d.HandingOut = inCell(row.Cell("handing_out").Duration())
		r.Deliveries = append(r.Deliveries, d)
	}
	table.Finish()
}
