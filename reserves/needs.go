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
	var days, size, open bool
	var unset []string
	for _, one := range a.Coverage.Items {
		if !one.Item.Essential {
			continue
		}
		switch norm := one.Item.Norm; {
		case !norm.Known():
			unset = append(unset, one.Item.Code)
		case norm.Value.Kind == PerPersonDay:
			days = days || a.Basis.SupportDays <= 0
		case norm.Value.Kind == PerHousehold:
			size = size || a.Basis.HouseholdSize <= 0
		}
		open = open || a.records.HasStock && !one.Usable.Known()
	}
	if days {
		out = append(out, need(needSupportDays, spec.Days, spec.T("for how many days must the stock support the people resettled? The plan does not say, and the hours of the relief target are not it",
			"储备物资应保障转移安置群众多少天？规划未规定，救助时限的小时数不是保障天数")))
	}
	if size {
		out = append(out, need(needHouseholdSize, spec.Persons, spec.T("how many people has a household?", "户均人口是多少？")))
	}
	if len(unset) > 0 {
		out = append(out, need(needItems, "", spec.Textf("what is the norm of %s?", "%s 的配备标准是多少？", strings.Join(unset, ", "))))
	}
	if open {
		out = append(out, a.lotNeeds()...)
	}
	return out
}

// lotNeeds names the lots that do not say how much can be used.
func (a *Assessment) lotNeeds() []spec.Need {
	// What only the days of support leave open is asked for once, as those days.
	day := Window{a.AsOf, 1}
	index := indexItems(a.items)
	var ids []string
	for i := range a.lots {
		lot := &a.lots[i]
		if at, ok := index[lot.Item]; ok && a.items[at].Essential && !lot.usable(&a.items[at], day, a.counted).Known() {
			ids = append(ids, lot.ID)
		}
	}
	return []spec.Need{need(needStock+": quantity, unit, mode", "", spec.Textf(
		"what are the quantity, unit and mode of these lots, once each: %s?", "以下批次的数量、单位和储备方式是什么（每批一行）：%s？", listed(ids)))}
}

// deliveryNeeds says what to collect before the relief curve is exact.
func (a *Assessment) deliveryNeeds() []spec.Need {
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
