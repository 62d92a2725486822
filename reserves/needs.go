package reserves

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Where missing data goes.
const (
	needStock         = "stock.csv"
	needDeliveries    = "deliveries.csv"
	needItems         = "reserves.yaml: items"
	needSupportDays   = "county.yaml: reserves.support_days"
	needHouseholdSize = "county.yaml: reserves.household_size"
	needAffected      = "county.yaml: reserves.relief.affected"
	needReportDelay   = "county.yaml: reserves.relief.report_delay"
	needWarehouses    = "county.yaml: reserves.warehouses"
	needRoutes        = "relief_routes.csv"
	needNeeds         = "affected.csv"
	needStores        = "stores.csv"
	needNorms         = "supply_norms.csv"
	needClaims        = "stock_claims.csv"
	needMovements     = "stock_movements.csv"
	needMinimums      = "minimum_stock.csv"
	needOwnItems      = "supply_items.csv"
	needLevels        = "county.yaml: reserves.levels"
	needCentre        = "county.yaml: reserves.centre"
	needSystem        = "county.yaml: reserves.information_system, unified_database"
	needSites         = "county.yaml: reserves.sites"
	needResponders    = "county.yaml: reserves.responders"
	needShares        = "county.yaml: reserves.shares"
)

func need(key string, unit spec.Unit, question spec.Text) spec.Need {
	return spec.Need{Key: key, Question: question, Unit: unit,
		Who: spec.T("county emergency management bureau", "县应急管理局")}
}

// stockNeeds says what to collect before the coverage is exact.
func (a *Assessment) stockNeeds() []spec.Need {
	if !slices.ContainsFunc(a.Coverage.Items, func(c ItemCoverage) bool { return c.Item.Essential }) {
		return []spec.Need{need(needItems, "", spec.T("which items must the stock hold, and how much of each per person?",
			"应储备哪些物资，每人（组、户、日）配备多少？"))}
	}
	var out []spec.Need
	if !a.records.HasStock {
		out = append(out, need(needStock, "", spec.T("which lots of relief supplies does the county hold, of what item, quantity, mode and expiry?",
			"全县储备了哪些批次的救灾物资，其品种、数量、储备方式和失效日期是什么？")))
	}
	var days, size, open, sites, responders bool
	var unset, parts []string
	onDay := StockOf(a.Items, a.lots, a.AsOf, a.counted)
	for i, one := range a.Coverage.Items {
		if !one.Item.Essential {
			continue
		}
		norm := one.Item.Norm
		if !norm.Known() {
			unset = append(unset, one.Item.Code)
			continue
		}
		kind, part := norm.Value.Kind, norm.Value.Of
		_, has := a.Basis.Shares.Of(part)
		if !has {
			parts = append(parts, part.String())
		}
		days = days || a.Basis.SupportDays <= 0 && (kind.days() > 0 || a.records.HasStock && onDay.Usable(i).Known() && !one.Usable.Known())
		size = size || kind == PerHousehold && a.Basis.HouseholdSize <= 0
		sites = sites || kind == PerSite && a.Basis.Sites <= 0
		responders = responders || kind == PerResponder && a.Basis.Responders <= 0
		open = open || a.records.HasStock && !onDay.Usable(i).Known()
	}
	if days {
		out = append(out, need(needSupportDays, spec.Days, spec.T("for how many days must the stock support the people resettled? The plan does not say, and the hours of the relief target are not it",
			"储备物资应保障转移安置群众多少天？规划未规定，救助时限的小时数不是保障天数")))
	}
	if size {
		out = append(out, need(needHouseholdSize, spec.Persons, spec.T("how many people has a household?", "户均人口是多少？")))
	}
	if sites {
		out = append(out, need(needSites, spec.Units, spec.T("at how many sites are those resettled lodged?", "转移安置群众分住多少个安置点？")))
	}
	if responders {
		out = append(out, need(needResponders, spec.Persons, spec.T("how many responders are to be equipped?", "须配备物资的救援人员有多少？")))
	}
	if len(parts) > 0 {
		slices.Sort(parts)
		out = append(out, need(needShares, spec.Percent, spec.Textf("what share of the people are: %s?", "以下人群占比是多少：%s？", strings.Join(slices.Compact(parts), ", "))))
	}
	if len(unset) > 0 {
		out = append(out, need(needItems, "", spec.Textf("what is the norm of %s?", "%s 的配备标准是多少？", strings.Join(unset, ", "))))
	}
	if open {
		out = append(out, a.lotNeeds()...)
	}
	if a.records.HasStock {
		out = append(out, a.strayLots(isEssential).needs()...)
	}
	return append(out, a.strayNorms.needs()...)
}

// lotNeeds names the lots that do not say how much can be used.
func (a *Assessment) lotNeeds() []spec.Need {
	// What only the days of support leave open is asked for once, as those days.
	day := Window{a.AsOf, 1}.span()
	index := indexItems(a.Items)
	var ids []string
	for i := range a.lots {
		lot := &a.lots[i]
		if at, ok := index[lot.Item]; ok && a.Items[at].Essential && !lot.usable(&a.Items[at], day, a.counted).Known() {
			ids = append(ids, lot.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []spec.Need{need(needStock+": quantity, unit, mode", "", spec.Textf(
		"what are the quantity, unit and mode of these lots, once each: %s?", "以下批次的数量、单位和储备方式是什么（每批一行）：%s？", listed(ids)))}
}

// deliveryNeeds says what to collect before the relief curve is exact.
func (a *Assessment) deliveryNeeds() []spec.Need {
	if !a.records.HasDeliveries && a.Planned {
		return a.planNeeds()
	}
	var out []spec.Need
	if !a.records.HasDeliveries {
		out = append(out, need(needDeliveries, "", spec.T("which deliveries are planned, for how many people, with what lead, travel and handing-out times?",
			"计划了哪些救助批次，各可救助多少人，出库、运输和发放各需多长时间？")))
	}
	if !a.Relief.Affected.Known() {
		out = append(out, need(needAffected, spec.Persons, spec.T("how many people must be relieved in the county's planning scenario? They are more than those resettled",
			"按本县设定情景，需救助的受灾群众是多少人？该数大于转移安置人数")))
	}
	if !a.Relief.Delay.Known() {
		out = append(out, need(needReportDelay, spec.Hours, spec.T("how long does it take from the disaster until it is reported?", "自灾害发生至灾情报告需多长时间？")))
	}
	var ids []string
	for i := range a.batches {
		d := &a.batches[i]
		if a := d.arrival(spec.Exactly(measure.Duration{})); !a.hasLatest || a.earliest != a.latest || !d.People.Known() {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) > 0 {
		out = append(out, need(needDeliveries+": people, lead, travel, handing_out", "", spec.Textf(
			"what are the people and times of these deliveries: %s?", "以下批次的人数和各段用时是什么：%s？", listed(ids))))
	}
	return out
}

// listed names at most ten ids.
func listed(ids []string) string {
	const limit = 10
	if len(ids) > limit {
		return strings.Join(ids[:limit], ", ") + ", …"
	}
	return strings.Join(ids, ", ")
}
