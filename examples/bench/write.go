package main

import (
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

var (
	title   = spec.T("Assigning villages to shelters: internal/flow beside LEMON", "村庄分配到避难场所：internal/flow 与 LEMON 对照")
	origin  = spec.T("Invented instances; no place in them exists.", "算例均为虚构，不对应任何真实地点。")
	install = spec.T(
		"LEMON was not compared: it needs g++ and LEMON's headers (on Debian: apt-get install g++ liblemon-dev).",
		"未与 LEMON 比较：需要 g++ 和 LEMON 头文件（Debian：apt-get install g++ liblemon-dev）。")
	legend = spec.T(
		"Time ratios: flow with its check divided by LEMON; below 1 flow is faster. First of the least times, then the median over the rounds.",
		"用时比：flow（含校验）除以 LEMON，小于 1 表示 flow 更快；先为最短用时之比，后为各轮比值的中位数。")
)

// write prints one paragraph an instance.
func write(w *strings.Builder, rows []row, lang spec.Lang) {
	_, _ = fmt.Fprintf(w, "%s\n%s\n", title.In(lang), origin.In(lang))
	compared := false
	for _, r := range rows {
		_, _ = fmt.Fprintf(w, "\n%s\n", spec.Textf("%d villages, %d shelters", "%d 个村庄，%d 处场所", r.villages, r.shelters).In(lang))
		line := func(label, text spec.Text) {
			_, _ = fmt.Fprintf(w, "  %s: %s\n", label.In(lang), text.In(lang))
		}
		line(spec.T("optimum", "最优值"), spec.Textf("%d person-metres", "%d 人·米", r.optimum))
		line(spec.T("certificate", "最优性证书"), spec.T("verified over all pairs", "已逐对校验"))
		more := (1000*(r.nearestFirst-r.optimum) + r.optimum/2) / r.optimum
		line(spec.T("nearest first", "就近先到先得"), spec.Textf("%d person-metres, %d.%d %% more", "%d 人·米，多 %d.%d%%", r.nearestFirst, more/10, more%10))
		line(spec.T("memory", "内存"), spec.Textf("%d KiB beside the distances", "除距离外 %d KiB", r.allocated>>10))
		if r.matrix == nil {
			continue
		}
		compared = true
		line(spec.T("LEMON", "LEMON"), spec.T("same optimum", "最优值相同"))
		line(spec.T("time ratio, distances as a matrix", "用时比，距离为矩阵"), r.matrix.text())
		line(spec.T("time ratio, distances as a function", "用时比，距离为函数"), r.function.text())
		line(spec.T("rounds", "轮数"), spec.Textf("%d", "%d", r.rounds))
	}
	if compared {
		_, _ = fmt.Fprintf(w, "\n%s\n", legend.In(lang))
	}
}

func (r *ratio) text() spec.Text {
	return spec.Textf("%d.%02d, %d.%02d", "%d.%02d，%d.%02d", r.least/100, r.least%100, r.median/100, r.median%100)
}
