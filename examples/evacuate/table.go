package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// km writes metres as kilometres.
func km(metres int64) string { return measure.RatioOf(metres, 1000).Text(2) }

// tables is everything printed where the records say enough.
func (e *evacuation) tables() string {
	var b strings.Builder
	e.head(&b)
	u := e.said.Use.Evacuation
	if u.Verdict == spec.Unmet {
		e.shortage(&b, u.Hope, u.HopeErr)
		return b.String()
	}
	e.legs(&b, u.Sure, u.Plan)
	e.sites(&b, u.Sure, u.Plan)
	e.summary(&b, u)
	e.certificate(&b, u.Sure, u.Plan)
	e.whole(&b, u.Sure, u.Plan)
	e.failures(&b, u.Sure, u.Plan)
	e.newSites(&b)
	return b.String()
}

func (e *evacuation) title(b *strings.Builder, en, zh string) {
	mark := ""
	if e.invented() {
		mark = e.in(" (invented)", "（虚构）")
	}
	fmt.Fprintf(b, "%s%s\n", e.in(en, zh), mark)
}

func (e *evacuation) villageName(v shelters.Village) string {
	if v.StepFree {
		return e.in("%s, step-free", "%s·需无障碍", v.Name)
	}
	return v.Name
}

func (e *evacuation) legs(b *strings.Builder, t shelters.Task, a shelters.Assignment) {
	e.title(b, "Who goes where", "转移去向")
	rows := [][]string{{e.in("village", "村（社区）"), e.in("shelter", "避难场所"), "", e.in("people", "人数"), e.in("km", "公里")}}
	last := -1
	for _, leg := range a.Legs {
		village := ""
		if leg.Village != last {
			village, last = e.villageName(t.Villages[leg.Village]), leg.Village
		}
		site := t.Sites[leg.Site]
		rows = append(rows, []string{village, site.ID, site.Name, leg.People.String(), km(leg.Metres)})
	}
	fmt.Fprintln(b, grid(rows, 3, 4))
}

func (e *evacuation) sites(b *strings.Builder, t shelters.Task, a shelters.Assignment) {
	e.title(b, "Shelters", "避难场所")
	rows := [][]string{{e.in("shelter", "场所"), e.in("beds", "床位"), e.in("taken", "安置"), e.in("left", "余"),
		e.in("one bed more saves", "多一床位可省"), e.in("usable", "可用")}}
	for j, n := range a.Housed(len(t.Sites)) {
		site := t.Sites[j]
		saves := "-"
		if price := a.SitePrices[j]; price > 0 && site.Usable == spec.Met {
			saves = strconv.FormatInt(price, 10) + e.in(" m", " 米")
		}
		usable := map[spec.Verdict]string{spec.Met: e.in("yes", "可用"), spec.Unmet: e.in("no", "不可用"), spec.Unknown: e.in("not known", "未知")}[site.Usable]
		rows = append(rows, []string{site.ID + " " + site.Name, site.Beds.String(), n.String(), (site.Beds - n).String(), saves, usable})
	}
	fmt.Fprintln(b, grid(rows, 1, 2, 3, 4))
}

func (e *evacuation) summary(b *strings.Builder, u shelters.Evacuation) {
	e.title(b, "In all", "合计")
	a := u.Plan
	line := func(en, zh string, args ...any) { fmt.Fprintln(b, "  "+e.in(en, zh, args...)) }
	line("%d people of %d villages housed, %s person-kilometres: %s m each on average, %d m at most", "安置 %d 人、%d 个村（社区），共 %s 人公里：人均 %s 米，最远 %d 米",
		a.People(), len(e.county.Shelters.Areas), km(a.PersonMetres), a.Mean().Text(0), a.Farthest)
	near := u.Nearest
	switch saving := a.Saving(near); {
	case near.Unhoused > 0:
		line("nearest first, village by village, would leave %d people without a bed", "若按村依次就近安置，将有 %d 人无处安置", near.Unhoused)
	case saving.Known():
		line("nearest first, village by village, comes to %s person-kilometres: %s%% saved", "若按村依次就近安置，为 %s 人公里：本方案节省 %s%%", km(near.PersonMetres), saving.Percent(1))
	}
	if e.straight {
		line("distances: great circles between the coordinates (%s), no roads", "距离：坐标间大圆距离（%s），非道路距离", e.datum())
	} else {
		line("distances: the county's own table", "距离：本县填报的距离表")
	}
	fmt.Fprintln(b)
}

// certificate verifies the answer aloud, and shows that a changed one fails.
func (e *evacuation) certificate(b *strings.Builder, t shelters.Task, a shelters.Assignment) {
	e.title(b, "Certificate", "方案验证")
	line := func(en, zh string, args ...any) { fmt.Fprintln(b, "  "+e.in(en, zh, args...)) }
	if err := shelters.CheckAssignment(t, a); err != nil {
		line("REJECTED: %s", "未通过：%s", err)
		return
	}
	line("accepted: everybody is housed once, no shelter over its beds, no way that may not be used", "通过：人人安置一次，无场所超员，无不可用线路")
	line("accepted: the prices prove %s person-kilometres as the least; the plan has %s", "通过：价格证明总量不少于 %s 人公里，本方案为 %s", km(a.Bound), km(a.PersonMetres))
	if worse, from, to, ok := worsened(t, a); ok {
		err := shelters.CheckAssignment(t, worse)
		line("one person of %s sent to %s instead: %s", "将 %s 的一人改送 %s：%s", e.villageName(t.Villages[from]), t.Sites[to].ID, e.rejected(err))
	}
	fmt.Fprintln(b)
}

func (e *evacuation) rejected(err error) string {
	if err == nil {
		return e.in("ACCEPTED, which is a defect", "竟然通过，说明有缺陷")
	}
	return e.in("rejected, as it must be", "被拒绝，符合预期")
}

// worsened sends one person of the first leg that has another way to a farther
// site with room.
func worsened(t shelters.Task, a shelters.Assignment) (worse shelters.Assignment, from, to int, ok bool) {
	housed := a.Housed(len(t.Sites))
	for k, leg := range a.Legs {
		for j, site := range t.Sites {
			metres, way := t.Distance(leg.Village, j)
			if !way || metres <= leg.Metres || site.Usable != spec.Met || housed[j] >= site.Beds || leg.People < 2 {
				continue
			}
			worse = a
			worse.Legs = append([]shelters.Leg(nil), a.Legs...)
			worse.Legs[k].People--
			at := k
			if j > leg.Site {
				at++
			}
			worse.Legs = append(worse.Legs[:at], append([]shelters.Leg{{Village: leg.Village, Site: j, People: 1, Metres: metres}}, worse.Legs[at:]...)...)
			worse.PersonMetres += metres - leg.Metres
			worse.Farthest = max(worse.Farthest, metres)
			return worse, leg.Village, j, true
		}
	}
	return worse, 0, 0, false
}

func (e *evacuation) whole(b *strings.Builder, t shelters.Task, split shelters.Assignment) {
	e.title(b, "With every village kept together", "整村安置（不拆分）")
	t.Whole = true
	a, err := shelters.Assign(t)
	var no *shelters.NoWhole
	switch {
	case errors.As(err, &no) && no.Proved:
		fmt.Fprintln(b, "  "+e.in("impossible: proven in %d nodes", "不可行：搜索 %d 个节点后已证", no.Nodes))
	case err != nil:
		fmt.Fprintln(b, "  "+err.Error())
	default:
		extra := measure.RatioOf(a.PersonMetres-split.PersonMetres, split.PersonMetres)
		fmt.Fprintln(b, "  "+e.in("%s person-kilometres, %s%% more than with villages split; %d m at most", "%s 人公里，比可拆分时多 %s%%；最远 %d 米",
			km(a.PersonMetres), extra.Percent(1), a.Farthest))
		fmt.Fprintln(b, "  "+e.in("gap %s%% after %d nodes; checked: %s", "搜索 %[2]d 个节点后差距 %[1]s%%；核对%[3]s", a.Gap().Percent(2), a.Search.Nodes, e.passed(a.Check(t))))
	}
	fmt.Fprintln(b)
}

func (e *evacuation) passed(err error) string {
	if err != nil {
		return err.Error()
	}
	return e.in("passed", "通过")
}
