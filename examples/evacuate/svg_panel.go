package main

import (
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// panel writes what the signs mean, how full each shelter is, and what was
// proven.
func (p *picture) panel(u shelters.Evacuation) {
	y := float64(mapTop + 16)
	line := func(class, words string, step float64) {
		p.text(point{panelLeft, y}, class, words)
		y += step
	}
	line("h2", p.mark(p.in("Signs", "图例")), 26)
	p.printf(`<circle cx="%d" cy="%.1f" r="8" fill="#fff" stroke="#444" stroke-width="1.6"/>`+"\n", panelLeft+9, y-5)
	p.text(point{panelLeft + 28, y}, "p", p.in("village, number of evacuees", "村（社区），数字为需避难人数"))
	y += 24
	p.printf(`<rect x="%d" y="%.1f" width="18" height="18" rx="2" fill="%s"/>`+"\n", panelLeft, y-14, colours[0])
	p.text(point{panelLeft + 28, y}, "p", p.in("shelter in use", "启用的避难场所"))
	y += 24
	p.printf(`<rect x="%d" y="%.1f" width="18" height="18" rx="2" fill="#fff" stroke="#999" stroke-width="1.6"/><path d="M%d %.1fl18 18m0 -18l-18 18" stroke="#b00020" stroke-width="2"/>`+"\n", panelLeft, y-14, panelLeft, y-14)
	p.text(point{panelLeft + 28, y}, "p", p.in("shelter in the hazard's zone, not used", "位于危险区、不可用的避难场所"))
	y += 24
	p.printf(`<path d="M%d %.1fh14" stroke="%s" stroke-width="8" stroke-opacity=".6" stroke-linecap="round"/>`+"\n", panelLeft+3, y-5, colours[1])
	p.text(point{panelLeft + 28, y}, "p", p.in("way taken; width and number: people", "去向；线宽及数字为人数"))
	y += 38

	line("h2", p.mark(p.in("Beds taken", "床位使用")), 24)
	const wide = 330
	for j, site := range p.task.Sites {
		p.text(point{panelLeft, y}, "p", site.ID+" "+short(site.Name))
		text := p.in("%d of %d", "%d / %d", p.housed[j], site.Beds)
		if site.Usable != spec.Met {
			text = p.in("not usable", "不可用")
		}
		p.text(point{panelLeft + wide, y}, "p r", text)
		p.printf(`<rect x="%d" y="%.1f" width="%d" height="8" fill="#e8e8e4"/>`+"\n", panelLeft, y+6, wide)
		if n := p.housed[j]; n > 0 && site.Beds > 0 {
			p.printf(`<rect x="%d" y="%.1f" width="%.1f" height="8" fill="%s"/>`+"\n", panelLeft, y+6, wide*float64(n)/float64(site.Beds), p.colour[j])
		}
		y += 34
	}
	y += 12

	line("h2", p.mark(p.in("In all", "合计")), 24)
	line("p", p.in("%d people, %s m each, %d m at most", "%d 人，人均 %s 米，最远 %d 米", u.Plan.People(), u.Plan.Mean().Text(0), u.Plan.Farthest), 22)
	line("p", p.in("%s person-kilometres", "共 %s 人公里", km(u.Plan.PersonMetres)), 22)
	if saving := u.Plan.Saving(u.Nearest); saving.Known() {
		line("p", p.in("%s%% less than nearest first", "比依次就近安置少 %s%%", saving.Percent(1)), 22)
	}
	if err := u.Plan.Check(u.Sure); err != nil {
		line("p w", p.in("certificate REJECTED", "方案验证未通过"), 22)
	} else {
		line("p", p.in("certificate checked: no plan is shorter", "方案已验证：无更短方案"), 22)
	}
	if p.invented() {
		line("p w", p.in("invented people: an example, no order", "虚构人员：仅为示例，非转移指令"), 22)
	}
}

// mark says on every table and legend of an invented county that it is one.
func (p *picture) mark(words string) string {
	if p.invented() {
		return words + p.in(" (invented)", "（虚构）")
	}
	return words
}
