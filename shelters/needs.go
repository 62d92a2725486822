package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Where missing data goes.
const (
	keyTable      = "shelters.csv"
	keyFacilities = "shelter_facilities.csv"
	keyHazards    = "shelter_hazards.csv"
	keyAreas      = "service_areas.csv"
	keyWays       = "distances.csv"
	keyCount      = "county.yaml: shelters.count"
	keyArea       = "county.yaml: shelters.effective_area"
	keyTemporary  = "county.yaml: shelters.temporary"
	keyLodging    = "county.yaml: shelters.lodging"
	keyNew        = "county.yaml: shelters.new"
	keyUpgraded   = "county.yaml: shelters.upgraded"
	keyPlanned    = "county.yaml: shelters.planned"
	keyPopulation = "county.yaml: shelters.planned_population"
)

func need(key string, unit spec.Unit, question spec.Text) spec.Need {
	return spec.Need{Key: key, Question: question, Unit: unit,
		Who: spec.T("county emergency management bureau", "县应急管理局")}
}

// needTotal asks for one total: for the cells its column lacks where there is
// a table, else for the total itself. It asks nothing where the value is known.
func (a *Assessment) needTotal(value spec.Value, key string, unit spec.Unit, column string, blank measure.Count, question spec.Text) []spec.Need {
	switch {
	case value.Known():
		return nil
	case a.listed && blank > 0:
		return []spec.Need{need(keyTable+": "+column, unit,
			spec.Textf("%s of the shelters in the table lack this figure (%s): what is it?", "明细表中有 %s 处避难场所缺少该项（%s），数值是多少？", blank, column))}
	case a.listed && a.gaps.CompletedOn > 0:
		return a.needDates()
	}
	return []spec.Need{need(key, unit, question)}
}

func (a *Assessment) needDates() []spec.Need {
	return []spec.Need{need(keyTable+": completed_on", spec.Shelters,
		spec.Textf("when were the %s new or upgraded shelters without a date completed?", "%s 处新建或改造升级的避难场所未填完成日期，何时完成？", a.gaps.CompletedOn))}
}

func (a *Assessment) needCount() []spec.Need {
	return a.needTotal(countRatio(a.Network.Shelters), keyCount, spec.Shelters, "", 0,
		spec.T("how many shelters are built?", "建成应急避难场所多少处？"))
}

func (a *Assessment) needArea() []spec.Need {
	return a.needTotal(hectares(a.Network.EffectiveArea), keyArea, spec.Hectares, "effective_area", a.gaps.EffectiveArea,
		spec.T("what is the effective area of all shelters together?", "全部避难场所的有效避难面积合计是多少？"))
}

func (a *Assessment) needTemporary() []spec.Need {
	return a.needTotal(countRatio(a.Network.Temporary), keyTemporary, spec.Persons, "temporary", a.gaps.Temporary,
		spec.T("how many people can be placed temporarily at one time?", "可一次性临时安置多少人？"))
}

func (a *Assessment) needLodging() []spec.Need {
	return a.needTotal(countRatio(a.Network.Lodging), keyLodging, spec.Persons, "lodging", a.gaps.Lodging,
		spec.T("how many people can be lodged?", "可容纳住宿避难多少人？"))
}

// needProgramme asks for the shelters of a status that the programme completed.
func (a *Assessment) needProgramme(value spec.Value, key string, question spec.Text) []spec.Need {
	if value.Known() {
		return nil
	}
	if !a.listed {
		return []spec.Need{need(key, spec.Shelters, question)}
	}
	var needs []spec.Need
	if a.gaps.Status > 0 {
		needs = append(needs, need(keyTable+": status", spec.Shelters,
			spec.Textf("%s shelters have no status: existing, new or upgraded?", "%s 处避难场所未填建设性质：既有、新建还是改造升级？", a.gaps.Status)))
	}
	if a.gaps.CompletedOn > 0 {
		needs = append(needs, a.needDates()...)
	}
	return needs
}
