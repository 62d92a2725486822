package main

import (
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// write prints one paragraph an instance.
func write(w *strings.Builder, rows []row, lang spec.Lang) {
	say := func(text spec.Text) { _, _ = fmt.Fprintln(w, text.In(lang)) }
	say(spec.T("Assigning villages to shelters: internal/flow beside LEMON's network simplex",
		"村庄分配到避难场所：internal/flow 与 LEMON 网络单纯形法对照"))
	say(spec.T("Invented instances; no place in them exists.", "算例均为虚构，不对应任何真实地点。"))
	compared := false
	for _, r := range rows {
		say(spec.Textf("\n%d villages, %d shelters, all pairs allowed", "\n%d 个村庄、%d 处场所，任意配对均可", r.villages, r.shelters))
		say(spec.Textf("  optimum: %d person-metres; certificate verified", "  最优值：%d 人·米；最优性证书已校验", r.optimum))
		more := (1000*(r.nearestFirst-r.optimum) + r.optimum/2) / r.optimum
		say(spec.Textf("  nearest first: %d person-metres, %d.%d %% more", "  就近先到先得：%d 人·米，多 %d.%d%%", r.nearestFirst, more/10, more%10))
		say(spec.Textf("  memory for %d pairs: %d KiB", "  %d 个配对所用内存：%d KiB", r.villages*r.shelters, r.allocated>>10))
		if r.matrix == nil {
			continue
		}
		compared = true
		say(spec.T("  LEMON: the same optimum", "  LEMON：最优值相同"))
		say(spec.Textf("  time by LEMON's, distances as a matrix: %s", "  与 LEMON 用时之比，距离为矩阵：%s", r.matrix))
		say(spec.Textf("  time by LEMON's, distances as a function: %s", "  与 LEMON 用时之比，距离为函数：%s", r.function))
		say(spec.Textf("  the same, LEMON's graph built from the places: %s", "  同上，另计 LEMON 由坐标建图：%s", r.functionBuilt))
	}
	if compared {
		say(spec.T(`
Below 1 flow is faster. The ratio of the least times, then the median of the
rounds' ratios; processor time, flow's check included. LEMON's graph is built
before, as a matrix is; a function is asked during the work.`, `
小于 1 表示 flow 更快。前者为最短用时之比，后者为各轮比值的中位数；均为处理器时间，
flow 含证书校验。LEMON 的图与矩阵一样事先备好，函数则在求解中逐次调用。`))
	}
}

// missing tells what LEMON needs.
func missing(w *strings.Builder, lang spec.Lang) {
	_, _ = fmt.Fprintln(w, spec.T(`
Not compared with LEMON: that needs g++ and LEMON's headers
(Debian: apt-get install g++ liblemon-dev).`, `
未与 LEMON 对照：需要 g++ 与 LEMON 头文件
（Debian：apt-get install g++ liblemon-dev）。`).In(lang))
}

// String gives both numbers, 0.82 / 0.84.
func (r *ratio) String() string {
	return fmt.Sprintf("%d.%02d / %d.%02d", r.least/100, r.least%100, r.median/100, r.median%100)
}
