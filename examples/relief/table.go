package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func (o *outlook) t(en, zh string) string { return spec.T(en, zh).In(o.lang) }

func (o *outlook) f(en, zh string, args ...any) string { return spec.Textf(en, zh, args...).In(o.lang) }

// write prints the whole report.
func (o *outlook) write(out io.Writer) error {
	var b strings.Builder
	o.head(&b)
	if !o.now.Planned || len(o.now.Plan.Items) == 0 {
		o.collect(&b)
	} else {
		o.curve(&b, o.t("People with a full set, hour by hour", "救助进度：领到全套物资的人数"), o.now)
		o.items(&b)
		o.norms(&b)
		o.purchase(&b)
		o.places(&b)
		o.consignments(&b)
		o.notCounted(&b)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func (o *outlook) head(b *strings.Builder) {
	fmt.Fprintf(b, "%s\n%s · %s\n", o.t("Relief out of the stock", "储备救助测算"), o.county.Name.In(o.lang), o.f("as of %s", "截至 %s", o.asOf))
	if o.invented {
		fmt.Fprintf(b, "*** %s ***\n", o.t("INVENTED – neither this plan nor this county exists", "虚构 – 本规划和本县均不存在"))
	}
	if limit := o.now.Limit; limit.Known() {
		fmt.Fprintln(b, o.f("relief within %s h; %s people affected; %s days of support; clock: %s", "救助时限 %s 小时；受灾群众 %s 人；保障 %s 天；起算：%s",
			hours(limit.Value), known(o.now.Relief.Affected), days(o.now.Basis.SupportDays), o.clock()))
	}
}

func (o *outlook) clock() string {
	for _, r := range reserves.Readings() {
		if r.ID != "reserves.relief-clock" {
			continue
		}
		chosen := r.Default
		for _, c := range o.plan.Choices() {
			if c.Reading == r.ID {
				chosen = c.Option
			}
		}
		option, _ := r.Option(chosen)
		return option.Text.In(o.lang)
	}
	return ""
}

// curve prints every moment at which more people are served or others are
// waited for, and the verdict at the limit.
func (o *outlook) curve(b *strings.Builder, title string, a reserves.Assessment) {
	fmt.Fprintf(b, "\n%s\n", o.marked(title))
	rows := [][]string{{o.t("hour", "小时"), o.t("people", "累计人数"), o.t("share", "占比"), o.t("waiting for", "短板物资"), o.t("from", "待发库点")}}
	p := a.Plan.Progress
	for _, s := range p.Stages() {
		rows = append(rows, []string{hours(s.At), s.Served.String(), share(s.Served, p.People()), o.bottleneck(a, s), o.store(s.Store)})
	}
	table(b, rows)
	fmt.Fprintln(b, o.verdict(a))
}

func (o *outlook) bottleneck(a reserves.Assessment, s reserves.Stage) string {
	if s.Item < 0 {
		return "–"
	}
	return a.Items[s.Item].Name.In(o.lang)
}

// store writes a store by the name that the county gives it.
func (o *outlook) store(id string) string {
	for _, s := range o.county.Reserves.Stores {
		if s.ID == id && s.Name != "" && o.lang == spec.Chinese {
			return s.Name
		}
	}
	if id == "" {
		return "–"
	}
	return id
}

// place writes a place of need by the name that the county gives it.
func (o *outlook) place(code hazards.DivisionCode) string {
	for _, n := range o.now.Needs {
		if n.Place.Equal(code) && o.lang == spec.Chinese {
			return n.Title()
		}
	}
	return code.String()
}

func (o *outlook) verdict(a reserves.Assessment) string {
	limit := a.Limit.Value
	served, all := a.Plan.Progress.Served(limit), a.Plan.Progress.People()
	text := o.f("→ by hour %s: %s of %s people (%s)", "→ 第 %s 小时：%[2]s / %[3]s 人（%[4]s）", hours(limit), served, all, share(served, all))
	verdict := a.Plan.Verdict(limit).In(o.lang)
	if !a.Plan.Doubt.IsZero() {
		return text + o.f("; not everything is known, see the end: %s", "；部分数据不明，见文末：%s", verdict)
	}
	if slack, ok := a.Plan.Slack(limit); ok {
		return text + o.f("; everything is there after %s h, slack %s h: %s", "；全部送达用时 %s 小时，余量 %s 小时：%s", hours(a.Plan.Done), hours(slack), verdict)
	}
	return text + o.f("; the stock never suffices: %s", "；现有储备不足以全部送达：%s", verdict)
}

// items prints what each item lacks and what that rests on.
func (o *outlook) items(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", o.marked(o.t("Item by item", "逐项物资")))
	rows := [][]string{{o.t("item", "物资"), o.t("unit", "单位"), o.t("needed", "需求"), o.t("in stores", "可用"), o.t("everywhere after (h)", "全部送达（小时）"), o.t("missing in time", "限时缺口")}}
	for _, one := range o.now.Plan.Items {
		needed, ready := int64(0), int64(0)
		for _, n := range one.Net.Needs {
			needed += n
		}
		for _, s := range one.Net.Supplies {
			ready += s.Units
		}
		done, missing := o.t("never", "不能"), "0"
		if one.Complete {
			done = hours(one.Done)
		}
		if one.Late != nil {
			missing = fmt.Sprint(one.Late.Missing)
		}
		rows = append(rows, []string{one.Item.Name.In(o.lang), one.Item.Unit.In(o.lang), fmt.Sprint(needed), fmt.Sprint(ready), done, missing})
	}
	table(b, rows)
}

// purchase prints the least purchase with its price and what it brings.
func (o *outlook) purchase(b *strings.Builder) {
	title := o.t("The least purchase: fewer units of any item, in whatever stores, are too few", "最小采购：任一物资更少，无论存于何处均不足")
	if !o.now.Plan.Doubt.IsZero() {
		title = o.t("The least purchase by what is known; what is not (see the end) may change it", "最小采购（仅按已知数据；不明数据见文末，可能改变结果）")
	}
	fmt.Fprintf(b, "\n%s\n", o.marked(title))
	rows := [][]string{{o.t("item", "物资"), o.t("store", "存放库点"), o.t("units", "件数"), o.t("price (yuan)", "单价（元）"), o.t("cost (yuan)", "金额（元）")}}
	total := measure.Money{}
	priced, beyond := true, false
	for _, one := range o.now.Plan.Items {
		if one.Purchase.Beyond != nil {
			beyond = true
			fmt.Fprintln(b, o.f("%s: no purchase reaches every place in time, for want of a route or a vehicle", "%s：无论采购多少均不能限时送达各地（缺路线或车辆）", one.Item.Name))
		}
		for _, line := range one.Purchase.Lines {
			price, cost := "–", "–"
			if one.Item.Price.Known() {
				sum, err := one.Item.Price.Value.Mul(line.Units)
				if err == nil {
					price, cost = one.Item.Price.Value.String(), sum.String()
					total, err = total.Add(sum)
				}
				priced = priced && err == nil
			} else {
				priced = false
			}
			rows = append(rows, []string{one.Item.Name.In(o.lang), o.store(o.now.Plan.Store(line.Store)), fmt.Sprint(line.Units), price, cost})
		}
	}
	if len(rows) == 1 && beyond {
		return
	}
	if len(rows) == 1 {
		fmt.Fprintln(b, o.t("nothing has to be bought", "无需采购"))
		return
	}
	table(b, rows)
	if priced {
		fmt.Fprintln(b, o.f("→ %s yuan in all", "→ 合计 %s 元", total))
	} else {
		fmt.Fprintln(b, o.t("→ some prices are not known: the sum is not known", "→ 部分单价未知，合计未知"))
	}
	if o.bought {
		o.curve(b, o.t("After the purchase", "采购后的救助进度"), o.then)
		for _, over := range o.then.Plan.Overbooked {
			r := o.county.Reserves.Routes[over.Route]
			fmt.Fprintln(b, o.f("  vehicles from %s to %s: %s wanted, %s there", "  %s 至 %s 需 %s 辆车，现有 %s 辆", o.store(r.Store), o.place(r.Place), over.Wanted, over.Vehicles))
		}
	}
}

// places prints how each place is served.
func (o *outlook) places(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", o.marked(o.t("Place by place, out of the stock there is", "各需求点（按现有储备）")))
	rows := [][]string{{o.t("place", "需求点"), o.t("affected", "受灾群众"), o.t("by the limit", "限时救助"), o.t("in the end", "最终救助"), o.t("last (h)", "最后（小时）")}}
	for i, need := range o.now.Needs {
		p := o.now.Plan.Places[i]
		last := measure.Duration{}
		end := measure.People(0)
		for _, s := range p.Stages() {
			if s.Served > end {
				end, last = s.Served, s.At
			}
		}
		rows = append(rows, []string{o.place(need.Place), known(need.People), p.Served(o.now.Limit.Value).String(), end.String(), hours(last)})
	}
	table(b, rows)
}

// consignments prints which store sends what where.
func (o *outlook) consignments(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", o.marked(o.t("Dispatch out of the stock there is: complete at the earliest, then with the least waiting", "调拨单（按现有储备）：最早完成，其次等待最少")))
	rows := [][]string{{o.t("item", "物资"), o.t("from", "发出库点"), o.t("to", "送达"), o.t("units", "件数"), o.t("in hand (h)", "发放完毕（小时）")}}
	for _, one := range o.now.Plan.Items {
		for _, c := range one.Dispatch.Consignments {
			rows = append(rows, []string{one.Item.Name.In(o.lang), o.store(o.now.Plan.Store(one.Net.Supplies[c.Supply].Store)),
				o.place(o.now.Needs[c.Place].Place), fmt.Sprint(c.Units), hours(c.At)})
		}
	}
	table(b, rows)
}

// collect prints what a county has to collect before anything can be worked
// out, each need once and the rule that asks for it.
func (o *outlook) collect(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", o.t("Nothing can be worked out yet. To be collected first:", "尚无法测算。须先收集："))
	seen := map[string]bool{}
	for _, f := range o.now.Findings() {
		if f.Rule != "reserves.evacuees" && f.Rule != "reserves.dispatch" && f.Rule != "reserves.norms" {
			continue
		}
		for _, n := range f.Missing {
			if seen[n.Key] {
				continue
			}
			seen[n.Key] = true
			fmt.Fprintf(b, "  %s\n      %s – %s\n", n.Key, n.Question.In(o.lang), n.Who.In(o.lang))
		}
	}
}

// marked puts the mark of an invented county on a title.
func (o *outlook) marked(title string) string {
	if o.invented {
		return title + o.t(" (INVENTED)", "（虚构）")
	}
	return title
}
