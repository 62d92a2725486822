package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// disasterColumns has the columns of the national return with their printed
// names as aliases.
func disasterColumns() []strict.Column {
	return []strict.Column{
		{Name: "id", Aliases: []string{"编号", "灾害编号"}, Required: true},
		{Name: "from", Aliases: []string{"开始日期", "起始日期"}, Required: true},
		{Name: "to", Aliases: []string{"结束日期"}},
		{Name: "hazard", Aliases: []string{"灾种"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}, Required: true},
		{Name: "deaths", Aliases: []string{"死亡人数", "因灾死亡人口"}},
		{Name: "missing", Aliases: []string{"失踪人数", "因灾失踪人口"}},
		{Name: "injured", Aliases: []string{"受伤人数", "因灾受伤人口"}},
		{Name: "serious_injuries", Aliases: []string{"重伤人数", "因灾重伤人口"}},
		{Name: "affected", Aliases: []string{"受灾人次", "受灾人口"}},
		{Name: "moved_in_precaution", Aliases: []string{"转移避险人数", "避险转移人数", "紧急避险转移人口"}},
		{Name: "resettled", Aliases: []string{"紧急转移安置人数", "紧急转移安置人口", "紧急转移安置人口(累计值)"}},
		{Name: "resettled_now", Aliases: []string{"紧急转移安置人口(实时值)"}},
		{Name: "concentrated", Aliases: []string{"集中安置人数", "集中安置人口", "集中安置人口(累计值)"}},
		{Name: "concentrated_now", Aliases: []string{"集中安置人口(实时值)"}},
		{Name: "dispersed", Aliases: []string{"分散安置人数", "分散安置人口", "分散安置人口(累计值)"}},
		{Name: "dispersed_now", Aliases: []string{"分散安置人口(实时值)"}},
		{Name: "needing_aid", Aliases: []string{"需紧急生活救助人数", "需紧急生活救助人口", "需紧急生活救助人口(累计值)"}},
		{Name: "needing_aid_now", Aliases: []string{"需紧急生活救助人口(实时值)"}},
		{Name: "drought_needing_aid", Aliases: []string{"因旱需生活救助人口", "因旱需生活救助人口(累计值)"}},
		{Name: "collapsed_rooms", Aliases: []string{"倒塌房屋间数"}},
		{Name: "collapsed_dwellings", Aliases: []string{"倒塌住房间数"}},
		{Name: "collapsed_households", Aliases: []string{"倒塌住房户数"}},
		{Name: "severe_rooms", Aliases: []string{"严重损坏房屋间数"}},
		{Name: "severe_dwellings", Aliases: []string{"严重损坏住房间数"}},
		{Name: "severe_households", Aliases: []string{"严重损坏住房户数"}},
		{Name: "slight_rooms", Aliases: []string{"一般损坏房屋间数"}},
		{Name: "slight_dwellings", Aliases: []string{"一般损坏住房间数"}},
		{Name: "slight_households", Aliases: []string{"一般损坏住房户数"}},
		{Name: "crops_affected", Aliases: []string{"农作物受灾面积"}},
		{Name: "crops_damaged", Aliases: []string{"农作物成灾面积"}},
		{Name: "crops_lost", Aliases: []string{"农作物绝收面积"}},
		{Name: "direct_loss", Aliases: []string{"直接经济损失"}},
		{Name: "loss_housing", Aliases: []string{"住房及居民家庭财产损失"}},
		{Name: "loss_agriculture", Aliases: []string{"农林牧渔业损失"}},
		{Name: "loss_industry", Aliases: []string{"工矿商贸业损失"}},
		{Name: "loss_infrastructure", Aliases: []string{"基础设施损失"}},
		{Name: "loss_public_services", Aliases: []string{"公共服务损失"}},
		{Name: "loss_other", Aliases: []string{"其他损失"}},
		{Name: "burnt_forest", Aliases: []string{"受害森林面积"}},
		{Name: "threatened", Aliases: []string{"受威胁人数", "受威胁需搬迁转移人数"}},
		{Name: "possible_loss", Aliases: []string{"可能造成的经济损失"}},
		{Name: "province_gdp", Aliases: []string{"全省生产总值", "全省地区生产总值"}},
		{Name: "observed_on", Aliases: []string{"填报日期", "统计日期"}},
	}
}

func (c *Context) disasters(table *strict.Table) []hazards.Disaster {
	out := make([]hazards.Disaster, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.Disaster
		var id, from, hazard bool
		one.ID, id = row.Cell("id").Required().Text()
		one.From, from = c.Date(row.Cell("from").Required())
		one.To, _ = c.Date(row.Cell("to"))
		if one.To.Before(one.From) {
			row.Cell("to").Fault(FaultDateOrder, one.To.String(), spec.Textf("%s lies before the first day %s",
				"%s 早于开始日期 %s", one.To, one.From))
			continue
		}
		one.Hazard, hazard = c.hazardCell(row.Cell("hazard").Required())
		one.Place, _ = c.Division(row.Cell("division").Required())
		disasterNumbers(row, c.hazardSeal(row), &one)
		if id && from && hazard && !c.Duplicate(seen, one.ID, row.Cell("id")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

// disasterNumbers reads the numbers of a row, in the order of the columns.
func disasterNumbers(row strict.Row, seal hazardSeal, d *hazards.Disaster) {
	d.Deaths = hazardValue(row.Cell("deaths"), strict.Cell.People, seal)
	d.Missing = hazardValue(row.Cell("missing"), strict.Cell.People, seal)
	d.Injured = hazardValue(row.Cell("injured"), strict.Cell.People, seal)
	d.SeriousInjuries = hazardValue(row.Cell("serious_injuries"), strict.Cell.People, seal)
	d.Affected = hazardValue(row.Cell("affected"), strict.Cell.People, seal)
	d.MovedInPrecaution = hazardValue(row.Cell("moved_in_precaution"), strict.Cell.People, seal)
	d.Resettled = hazardValue(row.Cell("resettled"), strict.Cell.People, seal)
	d.ResettledNow = hazardValue(row.Cell("resettled_now"), strict.Cell.People, seal)
	d.Concentrated = hazardValue(row.Cell("concentrated"), strict.Cell.People, seal)
	d.ConcentratedNow = hazardValue(row.Cell("concentrated_now"), strict.Cell.People, seal)
	d.Dispersed = hazardValue(row.Cell("dispersed"), strict.Cell.People, seal)
	d.DispersedNow = hazardValue(row.Cell("dispersed_now"), strict.Cell.People, seal)
	d.NeedingAid = hazardValue(row.Cell("needing_aid"), strict.Cell.People, seal)
	d.NeedingAidNow = hazardValue(row.Cell("needing_aid_now"), strict.Cell.People, seal)
	d.DroughtNeedingAid = hazardValue(row.Cell("drought_needing_aid"), strict.Cell.People, seal)
	d.Collapsed.Rooms = hazardValue(row.Cell("collapsed_rooms"), strict.Cell.Count, seal)
	d.Collapsed.Dwellings = hazardValue(row.Cell("collapsed_dwellings"), strict.Cell.Count, seal)
	d.Collapsed.Households = hazardValue(row.Cell("collapsed_households"), strict.Cell.Count, seal)
	d.SeverelyDamaged.Rooms = hazardValue(row.Cell("severe_rooms"), strict.Cell.Count, seal)
	d.SeverelyDamaged.Dwellings = hazardValue(row.Cell("severe_dwellings"), strict.Cell.Count, seal)
	d.SeverelyDamaged.Households = hazardValue(row.Cell("severe_households"), strict.Cell.Count, seal)
	d.SlightlyDamaged.Rooms = hazardValue(row.Cell("slight_rooms"), strict.Cell.Count, seal)
	d.SlightlyDamaged.Dwellings = hazardValue(row.Cell("slight_dwellings"), strict.Cell.Count, seal)
	d.SlightlyDamaged.Households = hazardValue(row.Cell("slight_households"), strict.Cell.Count, seal)
	d.Crops.Affected = hazardValue(row.Cell("crops_affected"), strict.Cell.Area, seal)
	d.Crops.Damaged = hazardValue(row.Cell("crops_damaged"), strict.Cell.Area, seal)
	d.Crops.Lost = hazardValue(row.Cell("crops_lost"), strict.Cell.Area, seal)
	d.DirectLoss = hazardValue(row.Cell("direct_loss"), strict.Cell.Money, seal)
	d.Losses.Housing = hazardValue(row.Cell("loss_housing"), strict.Cell.Money, seal)
	d.Losses.Agriculture = hazardValue(row.Cell("loss_agriculture"), strict.Cell.Money, seal)
	d.Losses.Industry = hazardValue(row.Cell("loss_industry"), strict.Cell.Money, seal)
	d.Losses.Infrastructure = hazardValue(row.Cell("loss_infrastructure"), strict.Cell.Money, seal)
	d.Losses.PublicServices = hazardValue(row.Cell("loss_public_services"), strict.Cell.Money, seal)
	d.Losses.Other = hazardValue(row.Cell("loss_other"), strict.Cell.Money, seal)
	d.BurntForest = hazardValue(row.Cell("burnt_forest"), strict.Cell.Area, seal)
	d.Threatened = hazardValue(row.Cell("threatened"), strict.Cell.People, seal)
	d.PossibleLoss = hazardValue(row.Cell("possible_loss"), strict.Cell.Money, seal)
	d.ProvinceGDP = hazardValue(row.Cell("province_gdp"), strict.Cell.Money, seal)
}
