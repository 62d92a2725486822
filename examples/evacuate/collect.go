package main

import (
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// collect is all that is printed of a county that has not reported enough: what
// must be collected first, who knows it, and that there is no order.
func (e *evacuation) collect() string {
	var b strings.Builder
	e.head(&b)
	fmt.Fprintln(&b, e.in("No assignment: the records do not say enough. To be collected first:", "不作安置推演：数据不足。须先收集："))
	for _, f := range e.said.Findings() {
		if f.Rule != "shelters.assignment" {
			continue
		}
		for i, need := range f.Missing {
			fmt.Fprintf(&b, "  %d. %s\n     %s\n     %s\n", i+1, need.Key, need.Question.In(e.lang), e.in("asked of: %s", "询问：%s", need.Who))
		}
	}
	for _, line := range e.alsoNeeded() {
		fmt.Fprintf(&b, "  + %s\n", line.In(e.lang))
	}
	return b.String()
}

// alsoNeeded is what the tables must hold for the answer to be certain.
func (e *evacuation) alsoNeeded() []spec.Text {
	return []spec.Text{
		spec.T("shelter_hazards.csv: whether each shelter lies where each hazard strikes", "shelter_hazards.csv：各避难场所是否位于各灾种危险区"),
		spec.T("shelters.csv: beds (lodging) and step-free access of each shelter", "shelters.csv：各避难场所住宿避难人数、是否无障碍"),
		spec.T("service_areas.csv: evacuees of each village and how many of them need step-free access", "service_areas.csv：各村（社区）需避难人数，其中需无障碍人数"),
		spec.T("coordinates with their datum, for the map", "坐标及坐标系（用于绘图）"),
	}
}

// head is the heading of everything printed.
func (e *evacuation) head(b *strings.Builder) {
	name := spec.T(e.county.Name.EN, e.county.Name.ZH)
	fmt.Fprintln(b, e.in("%s: who sleeps where", "%s：转移安置推演", name))
	if hazard := e.said.Use.Evacuation.Scenario.Hazard; hazard != 0 {
		fmt.Fprintln(b, e.in("scenario: %s; as of %s", "情景：%s；截至 %s", spec.T(hazard.In(spec.English), hazard.In(spec.Chinese)), e.county.AsOf))
	} else {
		fmt.Fprintln(b, e.in("as of %s", "截至 %s", e.county.AsOf))
	}
	if e.invented() {
		fmt.Fprintln(b, "*** "+e.banner()+" ***")
	}
	fmt.Fprintln(b)
}

func (e *evacuation) banner() string {
	return e.in("INVENTED: this county and these people do not exist; no order to anybody", "虚构：本县及人员均不存在，不构成对任何人的转移指令")
}
