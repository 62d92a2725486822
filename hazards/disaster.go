package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Disaster is one natural disaster as a county reports it (自然灾害). What was not
// reported is unknown, never zero. People moved may exceed people affected:
// who left in time was not hit.
type Disaster struct {
	ID                string // of the county's table
	From, To          measure.Date
	Hazard            Natural
	Place             DivisionCode
	Deaths            spec.Observed[measure.People]
	Missing           spec.Observed[measure.People]
	Injured           spec.Observed[measure.People] // 因灾受伤人口, serious ones included
	SeriousInjuries   spec.Observed[measure.People]
	Affected          spec.Observed[measure.People] // person-times 受灾人次
	MovedInPrecaution spec.Observed[measure.People] // 转移避险
	Resettled         spec.Observed[measure.People] // 紧急转移安置, cumulative
	ResettledNow      spec.Observed[measure.People] // at the moment of the report 实时值
	Concentrated      spec.Observed[measure.People] // 集中安置, of the resettled
	ConcentratedNow   spec.Observed[measure.People]
	Dispersed         spec.Observed[measure.People] // 分散安置, of the resettled
	DispersedNow      spec.Observed[measure.People]
	NeedingAid        spec.Observed[measure.People] // 需紧急生活救助, cumulative
	NeedingAidNow     spec.Observed[measure.People]
	DroughtNeedingAid spec.Observed[measure.People] // 因旱需生活救助, cumulative

	Collapsed       HouseDamage // 倒塌
	SeverelyDamaged HouseDamage // 严重损坏
	SlightlyDamaged HouseDamage // 一般损坏
	Crops           CropDamage

	DirectLoss spec.Observed[measure.Money] // 直接经济损失, the total
	Losses     LossParts

	BurntForest  spec.Observed[measure.Area]   // 受害森林面积, of a forest fire
	Threatened   spec.Observed[measure.People] // 受威胁需搬迁转移人数, of a geological threat
	PossibleLoss spec.Observed[measure.Money]  // 可能造成的经济损失, of a geological threat
	ProvinceGDP  spec.Observed[measure.Money]  // 全省生产总值, for the share that an earthquake's loss has of it
}

// HouseDamage counts the houses of one degree of damage (房屋损坏情况).
type HouseDamage struct {
	Rooms      spec.Observed[measure.Count] // 间
	Dwellings  spec.Observed[measure.Count] // rooms of dwellings among them 住房间数
	Households spec.Observed[measure.Count] // 户
}

// CropDamage is the crop area by degree of damage, each with the next
// (农作物受灾情况).
type CropDamage struct {
	Affected spec.Observed[measure.Area] // 受灾
	Damaged  spec.Observed[measure.Area] // 成灾
	Lost     spec.Observed[measure.Area] // 绝收
}

// LossParts are the six parts of the direct loss as the national return has
// them (直接经济损失构成).
type LossParts struct {
	Housing        spec.Observed[measure.Money] // 住房及居民家庭财产
	Agriculture    spec.Observed[measure.Money] // 农林牧渔业
	Industry       spec.Observed[measure.Money] // 工矿商贸业
	Infrastructure spec.Observed[measure.Money] // 基础设施
	PublicServices spec.Observed[measure.Money] // 公共服务
	Other          spec.Observed[measure.Money] // 其他
}

// AsOf returns the disaster as it was known on a date: what was observed later
// is unknown. A disaster that began after the date is not there yet; ask From.
func (d Disaster) AsOf(date measure.Date) Disaster {
	for _, o := range []*spec.Observed[measure.People]{
		&d.Deaths, &d.Missing, &d.Injured, &d.SeriousInjuries, &d.Affected, &d.MovedInPrecaution,
		&d.Resettled, &d.ResettledNow, &d.Concentrated, &d.ConcentratedNow, &d.Dispersed, &d.DispersedNow,
		&d.NeedingAid, &d.NeedingAidNow, &d.DroughtNeedingAid, &d.Threatened,
	} {
		*o = o.AsOf(date)
	}
	for _, o := range []*spec.Observed[measure.Money]{
		&d.DirectLoss, &d.Losses.Housing, &d.Losses.Agriculture, &d.Losses.Industry, &d.Losses.Infrastructure,
		&d.Losses.PublicServices, &d.Losses.Other, &d.PossibleLoss, &d.ProvinceGDP,
	} {
		*o = o.AsOf(date)
	}
	for _, o := range []*spec.Observed[measure.Area]{&d.Crops.Affected, &d.Crops.Damaged, &d.Crops.Lost, &d.BurntForest} {
		*o = o.AsOf(date)
	}
	for _, h := range []*HouseDamage{&d.Collapsed, &d.SeverelyDamaged, &d.SlightlyDamaged} {
		h.Rooms, h.Dwellings, h.Households = h.Rooms.AsOf(date), h.Dwellings.AsOf(date), h.Households.AsOf(date)
	}
	return d
}
