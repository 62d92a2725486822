package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// failures assigns anew with each shelter in use closed as well: what then is
// missing where, and the fewest beds that would help.
func (e *evacuation) failures(b *strings.Builder, t shelters.Task, plan shelters.Assignment) {
	e.title(b, "If one more shelter fails", "若再有一处场所失效")
	rows := [][]string{{e.in("shelter", "场所"), e.in("then", "结果"), e.in("m each", "人均（米）"), e.in("longest, km", "最远（公里）")}}
	for j, n := range plan.Housed(len(t.Sites)) {
		if n == 0 {
			continue
		}
		without := t
		without.Sites = append([]shelters.Site(nil), t.Sites...)
		without.Sites[j].Usable = spec.Unmet
		a, err := shelters.Assign(without)
		var short *shelters.Shortage
		switch {
		case errors.As(err, &short):
			rows = append(rows, []string{t.Sites[j].ID, e.missing(without, short), "", ""})
		case err != nil:
			rows = append(rows, []string{t.Sites[j].ID, err.Error(), "", ""})
		default:
			rows = append(rows, []string{t.Sites[j].ID, e.in("all still housed", "仍可全部安置"), a.Mean().Text(0), km(a.Farthest)})
		}
	}
	fmt.Fprintln(b, grid(rows, 2, 3))
}

// missing says in a line who is without a bed and what would help.
func (e *evacuation) missing(t shelters.Task, s *shelters.Shortage) string {
	text := e.in("%d of %d people without a bed", "%d 人无床位（涉及 %d 人）", s.Missing, s.People)
	var add []string
	for _, one := range s.Add {
		add = append(add, e.in("%d at %s", "%[2]s %[1]d 个", one.Beds, t.Sites[one.Site].ID))
	}
	if len(add) > 0 {
		text += e.in("; add %s", "；增加 %s", strings.Join(add, e.in(", ", "、")))
	}
	cut := peopleOf(t, s.CutOff)
	if out := peopleOf(t, s.Unreached) - cut; out > 0 {
		text += e.in("; %d reach no shelter", "；%d 人无可达场所", out)
	}
	if cut > 0 {
		text += e.in("; %d are cut off", "；%d 人所在村不通", cut)
	}
	return text
}

// peopleOf adds up the people of some villages.
func peopleOf(t shelters.Task, villages []int) measure.People {
	out := measure.People(0)
	for _, i := range villages {
		out += t.Villages[i].People
	}
	return out
}

// shortage is what is printed where not everybody can be housed even at best.
func (e *evacuation) shortage(b *strings.Builder, t shelters.Task, err error) {
	var s *shelters.Shortage
	if !errors.As(err, &s) {
		fmt.Fprintln(b, err)
		return
	}
	e.title(b, "Not everybody can be housed", "无法全部安置")
	rows := [][]string{{e.in("village", "村（社区）"), e.in("people", "人数")}}
	for _, i := range s.Villages {
		rows = append(rows, []string{e.villageName(t.Villages[i]), t.Villages[i].People.String()})
	}
	fmt.Fprint(b, grid(rows, 1))
	rows = [][]string{{e.in("they reach", "仅可到达"), e.in("beds", "床位")}}
	for _, j := range s.Sites {
		rows = append(rows, []string{t.Sites[j].ID + " " + t.Sites[j].Name, t.Sites[j].Beds.String()})
	}
	if len(s.Sites) > 0 {
		fmt.Fprint(b, grid(rows, 1))
	}
	fmt.Fprintln(b)
	fmt.Fprintln(b, "  "+e.missing(t, s))
	fmt.Fprintln(b, "  "+e.in("proof of the shortage: %s", "缺口证明：%s", e.passed(shelters.CheckShortage(t, *s))))
}

// newSites looks for the best places of new shelters among the villages' own,
// as the crow flies.
func (e *evacuation) newSites(b *strings.Builder) {
	r := e.county.Shelters
	if e.extra == 0 || len(r.Areas) < e.extra {
		return
	}
	var places []hazards.Position
	s := shelters.Siting{Choose: e.extra}
	sure := e.said.Use.Evacuation.Sure
	for i := range r.Shelters {
		if sure.Sites[i].Usable == spec.Met {
			s.Task.Sites = append(s.Task.Sites, shelters.Site{ID: r.Shelters[i].ID, Usable: spec.Met})
			places = append(places, r.Shelters[i].Position)
		}
	}
	s.Existing = len(places)
	var villages []hazards.Position
	for _, a := range r.Areas {
		people, _ := a.Evacuees.High()
		s.Task.Villages = append(s.Task.Villages, shelters.Village{ID: a.Place.String(), Name: a.Name, People: people})
		s.Task.Sites = append(s.Task.Sites, shelters.Site{ID: a.Place.String(), Name: a.Name, Usable: spec.Met})
		villages = append(villages, a.Position)
	}
	places = append(places, villages...)
	if _, err := hazards.OneDatum(places); err != nil {
		return // without coordinates there is nothing to choose by
	}
	s.Task.Distance = func(i, j int) (int64, bool) { return greatCircle(villages[i], places[j]), true }
	e.title(b, "Where new shelters would help most", "新增场所选址")
	fmt.Fprintln(b, "  "+e.in("candidates: the %d villages' own places; great circles; each village to its nearest usable shelter", "候选：%d 个村（社区）所在地；按大圆距离；各村至最近可用场所", len(r.Areas)))
	before, ok := shelters.Serve(s.Task, numbers(s.Existing), 0)
	if ok {
		fmt.Fprintln(b, "  "+e.in("now: %s km at most, %s person-kilometres", "现状：最远 %s 公里，%s 人公里", km(before.Farthest), km(before.PersonMetres)))
	}
	for k := 1; k <= e.extra; k++ {
		s.Choose = k
		choice, err := shelters.ChooseSites(s)
		if err != nil {
			fmt.Fprintln(b, "  "+inWords(err, e.lang))
			return
		}
		var names []string
		for _, j := range choice.Sites {
			names = append(names, s.Task.Sites[j].Name)
		}
		fmt.Fprintln(b, "  "+e.in("%d new: %s", "新增 %d 处：%s", k, strings.Join(names, e.in(", ", "、"))))
		fmt.Fprintln(b, "    "+e.in("%s km at most, %s person-kilometres; %s", "最远 %s 公里，%s 人公里；%s",
			km(choice.Service.Farthest), km(choice.Service.PersonMetres), e.proved(choice)))
	}
}

func (e *evacuation) proved(c shelters.Choice) string {
	if c.Proved {
		return e.in("proven best, %d sets looked at", "已证最优，查看 %d 组", c.Nodes)
	}
	return e.in("not proven: no choice is below %s km", "未证最优：任何选择不低于 %s 公里", km(c.Bound.Farthest))
}

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// datum names the frame of the coordinates.
func (e *evacuation) datum() string {
	for _, a := range e.county.Shelters.Areas {
		if !a.Position.IsZero() {
			return a.Position.Datum().In(e.lang)
		}
	}
	return "-"
}
