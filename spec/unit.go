package spec

import "strings"

// Unit names what an amount is counted in (计量单位). A unit outside the list
// here, such as the measure word of a relief item, stands for itself.
type Unit string

// The units of the rules.
const (
	Persons        Unit = "person"
	PersonTimes    Unit = "person-time"
	Accidents      Unit = "accident"
	Teams          Unit = "team"
	Townships      Unit = "township"
	Communities    Unit = "community"
	Units          Unit = "unit"
	Shelters       Unit = "shelter"
	Offices        Unit = "office"
	Commands       Unit = "command"
	Exercises      Unit = "exercise"
	Contingencies  Unit = "contingency-plan"
	Projects       Unit = "project"
	Items          Unit = "item"
	Events         Unit = "event"
	Fires          Unit = "fire"
	Disasters      Unit = "disaster"
	Warnings       Unit = "warning"
	Levels         Unit = "level"
	Hazards        Unit = "hazard"
	Sets           Unit = "set"
	Vehicles       Unit = "vehicle"
	Occurrences    Unit = "occurrence"
	Rivers         Unit = "river"
	Days           Unit = "day"
	Workdays       Unit = "working-day"
	Months         Unit = "month"
	Hours          Unit = "hour"
	Minutes        Unit = "minute"
	Years          Unit = "year"
	SquareMetres   Unit = "m2"
	SquareMetresPP Unit = "m2-per-person"
	Hectares       Unit = "ha"
	Kilometres     Unit = "km"
	Yuan           Unit = "yuan"
	WanYuan        Unit = "wan-yuan"
	YiYuan         Unit = "yi-yuan"
	Percent        Unit = "percent"
	PerMille       Unit = "per-mille"
	PercentPerYear Unit = "percent-per-year"
	PersonsPerTeam Unit = "person-per-team"
	DeathsPerYi    Unit = "death-per-yi-yuan"
	PerMillion     Unit = "per-million"
	Per100000      Unit = "per-100000"
	Ratio          Unit = "ratio"
)

// In returns the unit as it is written after a number.
func (u Unit) In(lang Lang) string {
	t := u.text()
	if t.IsZero() {
		return string(u)
	}
	return t.In(lang)
}

// After writes a number, or whatever stands for one, with the unit after it, in
// English in the singular after exactly one: 1 person, ≥ 1 person, 2 people.
func (u Unit) After(number string, lang Lang) string {
	name := u.In(lang)
	if last := number[strings.LastIndexByte(number, ' ')+1:]; lang == English && (last == "1" || last == "-1") {
		name = u.one().EN
	}
	switch {
	case name == "":
		return number
	case u == Percent || u == PerMille:
		return number + name
	case lang == English && (u == WanYuan || u == YiYuan): // the unit begins with a number
		return number + " × " + name
	default:
		return number + " " + name
	}
}

// text is a switch, not a table, so that asking for a unit allocates nothing.
func (u Unit) text() Text {
	switch u {
	case Persons:
		return Text{EN: "people", ZH: "人"}
	case PersonTimes:
		return Text{EN: "person-times", ZH: "人次"}
	case Accidents:
		return Text{EN: "accidents", ZH: "起"}
	case Teams:
		return Text{EN: "teams", ZH: "支"}
	case Townships:
		return Text{EN: "townships", ZH: "个乡镇街道"}
	case Communities:
		return Text{EN: "communities", ZH: "个社区"}
	case Units:
		return Text{EN: "units", ZH: "个"}
	case Shelters:
		return Text{EN: "shelters", ZH: "处"}
	case Offices:
		return Text{EN: "offices", ZH: "个办公室"}
	case Commands:
		return Text{EN: "commands", ZH: "个指挥部"}
	case Exercises:
		return Text{EN: "exercises", ZH: "次演练"}
	case Contingencies:
		return Text{EN: "contingency plans", ZH: "份预案"}
	case Projects:
		return Text{EN: "projects", ZH: "个项目"}
	case Items:
		return Text{EN: "items", ZH: "项"}
	case Rivers:
		return Text{EN: "rivers", ZH: "条"}
	case Events:
		return Text{EN: "times", ZH: "次"}
	case Fires:
		return Text{EN: "fires", ZH: "起"}
	case Disasters:
		return Text{EN: "disasters", ZH: "起"}
	case Warnings:
		return Text{EN: "warnings", ZH: "条"}
	case Levels:
		return Text{EN: "levels", ZH: "级"}
	case Hazards:
		return Text{EN: "hazards", ZH: "类"}
	case Sets:
		return Text{EN: "sets", ZH: "套"}
	case Vehicles:
		return Text{EN: "vehicles", ZH: "辆"}
	case Occurrences:
		return Text{EN: "occurrences", ZH: "期"}
	case Days:
		return Text{EN: "days", ZH: "天"}
	case Workdays:
		return Text{EN: "working days", ZH: "个工作日"}
	case Months:
		return Text{EN: "months", ZH: "个月"}
	case Hours:
		return Text{EN: "hours", ZH: "小时"}
	case Minutes:
		return Text{EN: "minutes", ZH: "分钟"}
	case Years:
		return Text{EN: "years", ZH: "年"}
	case SquareMetres:
		return Text{EN: "m²", ZH: "平方米"}
	case SquareMetresPP:
		return Text{EN: "m²/person", ZH: "平方米/人"}
	case Hectares:
		return Text{EN: "ha", ZH: "公顷"}
	case Kilometres:
		return Text{EN: "km", ZH: "公里"}
	case Yuan:
		return Text{EN: "yuan", ZH: "元"}
	case WanYuan:
		return Text{EN: "10,000 yuan", ZH: "万元"}
	case YiYuan:
		return Text{EN: "100 million yuan", ZH: "亿元"}
	case Percent:
		return Text{EN: "%", ZH: "%"}
	case PerMille:
		return Text{EN: "‰", ZH: "‰"}
	case PercentPerYear:
		return Text{EN: "% a year", ZH: "%/年"}
	case PersonsPerTeam:
		return Text{EN: "people/team", ZH: "人/支"}
	case DeathsPerYi:
		return Text{EN: "deaths/100 million yuan", ZH: "人/亿元"}
	case PerMillion:
		return Text{EN: "per million people", ZH: "人/百万人"}
	case Per100000:
		return Text{EN: "per 100,000 people", ZH: "人次/十万人"}
	case Ratio:
		return Text{EN: "times", ZH: "倍"}
	}
	return u.measureWord()
}
