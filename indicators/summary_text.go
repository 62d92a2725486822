package indicators

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// figures returns every yearly figure that the evaluations have read, each once
// and in their order.
func (a *Assessment) figures() []*YearFigure {
	type key struct {
		target, class string
		statistic     Statistic
		year          measure.Year
	}
	seen := map[key]bool{}
	var out []*YearFigure
	for i := range a.Indicators {
		e := &a.Indicators[i]
		for j := range e.Figures {
			f := &e.Figures[j]
			k := key{class: f.Class, statistic: f.Statistic, year: f.Year}
			if f.Statistic == 0 {
				k.target = e.Indicator.Target.ID
			}
			if !seen[k] {
				seen[k] = true
				out = append(out, f)
			}
		}
	}
	return out
}

func (a *Assessment) revisionsFinding() spec.Finding {
	f := a.start(ruleRevisions)
	var revised, conflicts []string
	known := 0
	for _, one := range a.figures() {
		if one.Value != (spec.Value{}) && !one.Counted {
			known++
		}
		if len(one.Others) > 0 {
			revised = append(revised, one.name())
		}
		if one.Conflict {
			conflicts = append(conflicts, one.name())
		}
	}
	f.Inputs = []spec.Input{number("figures", spec.T("yearly figures read", "采用的年度数据"), known),
		number("revised", spec.T("yearly figures with other official values", "另有其他官方数值的年度数据"), len(revised)),
		number("conflicts", spec.T("yearly figures whose final values contradict each other", "核定数相互矛盾的年度数据"), len(conflicts))}
	switch {
	case known == 0:
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("no yearly figure is reported", "未填报年度数据")}
	case len(revised) == 0:
		figured(&f, measure.Whole(0), 0, spec.Items, spec.Textf("%d yearly figures, each with one official value", "年度数据%d项，均只有一个官方数值", known))
	default:
		text := spec.Textf("other official values of %s", "另有其他官方数值：%s", strings.Join(revised, ", "))
		if len(conflicts) > 0 {
			text = join(text, spec.Textf("final values contradict each other: %s", "核定数相互矛盾：%s", strings.Join(conflicts, ", ")))
		}
		figured(&f, measure.Whole(int64(len(revised))), 0, spec.Items, text)
	}
	return f
}

// name is the key of the figure in the county's data without its file.
func (f *YearFigure) name() string {
	if f.Statistic == 0 {
		return strings.TrimSuffix("values["+f.Year.String()+"] "+f.Class, " ")
	}
	return f.Statistic.String() + " " + f.Year.String()
}

func (a *Assessment) consistencyFinding() spec.Finding {
	f := a.start(ruleConsistency)
	f.Unit = spec.Items
	checked, odd := 0, 0
	var text spec.Text
	for _, i := range a.provisions.Targets {
		if !hasBaseValue(&i.Target) && len(i.Wider) == 0 {
			continue
		}
		checked++
		oddities := i.Oddities()
		if len(oddities) == 0 {
			continue
		}
		odd++
		for _, o := range oddities {
			one := spec.Textf("%s: %s", "%s：%s", i.Target.ID, o.Text)
			if text.IsZero() {
				text = one
				continue
			}
			text = join(text, one)
		}
	}
	f.Inputs = []spec.Input{number("targets", spec.T("targets that state a base or a wider limit", "写明基数或上级目标值的目标"), checked),
		number("odd", spec.T("targets that do not agree with them", "与之不一致的目标"), odd)}
	switch {
	case len(a.provisions.Targets) == 0:
		unset(&f, spec.T("this plan sets no target that is judged here", "本规划未设此类目标"))
		return f
	case checked == 0:
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("no target states a base value or a wider limit to hold it against", "目标均未写明基数值或上级目标值，无可核对")}
		return f
	case odd == 0:
		f.Verdict = spec.Met
		f.Reason = spec.Reason{Code: spec.ReasonAgrees, Text: spec.Textf("%d targets agree with the bases and wider limits they state", "%d项目标与所载基数、上级目标值一致", checked)}
	default:
		f.Verdict, f.Reason = spec.Unmet, spec.Reason{Code: spec.ReasonDisagrees, Text: text}
	}
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(odd), spec.Equals, spec.Whole(0), spec.Whole(odd)
	return f
}

func (a *Assessment) deadlinesFinding() spec.Finding {
	f := a.start(ruleDeadlines)
	list := a.provisions.Deadlines
	if len(list) == 0 {
		unset(&f, spec.T("this plan's data list no deadlines", "本规划数据未登记时限"))
		return f
	}
	var of [Beyond + 1]int
	for _, d := range list {
		of[d.On(a.AsOf, a.provisions.Period.Value)]++
		in := spec.Input{Name: d.ID, Label: d.Title, Text: d.when(), Source: d.Source}
		switch {
		case d.Every != 0:
			in.Words = spec.WordsOf(d.Every)
		case d.Starts != 0:
			in.Words = spec.Textf("starts in %s", "%s年启动", d.Starts)
		case d.By.IsZero():
			in.Value, in.Text, in.Unit = spec.AmountOf(d.Within.Hours(), 2), "", spec.Hours
		}
		f.Inputs = append(f.Inputs, in)
	}
	f.Source = list[0].Source
	f.Inputs = append(f.Inputs, number("ahead", spec.T("dated obligations still to come", "尚未到期的时限事项"), of[Ahead]),
		number("passed", spec.T("dated obligations past", "已到期的时限事项"), of[Passed]),
		number("beyond", spec.T("dated beyond the plan", "期外的时限事项"), of[Beyond]),
		number("recurring", spec.T("periodic or counted from an event", "周期性或按事件计时的事项"), of[Recurring]))
	figured(&f, measure.Whole(int64(of[Ahead]+of[Passed])), 0, spec.Items, spec.Textf(
		"within the plan %d dated, %d of them past; %d beyond it and never due within; %d periodic or counted from an event",
		"规划期内有明确时限的%d项，其中已到期%d项；期外%d项，期内不到期；周期性或按事件计时%d项", of[Ahead]+of[Passed], of[Passed], of[Beyond], of[Recurring]))
	return f
}

// when writes the time of an obligation.
func (d Deadline) when() string {
	switch {
	case !d.By.IsZero():
		return d.By.String()
	case d.Starts != 0:
		return d.Starts.String()
	case d.Every != 0:
		return d.Every.String()
	}
	return d.Within.String()
}

// catalogueFindings returns one finding for each catalogue of the plan.
func (a *Assessment) catalogueFindings() []spec.Finding {
	if len(a.provisions.Catalogues) == 0 {
		f := a.start(ruleCatalogue)
		unset(&f, spec.T("this plan's data list no such set", "本规划数据未登记此类名录"))
		return []spec.Finding{f}
	}
	var out []spec.Finding
	for _, c := range a.provisions.Catalogues {
		f := a.start(ruleCatalogue)
		f.Target, f.Title, f.Source = c.ID, c.Title, c.Source
		var en, zh []string
		for _, m := range c.Members {
			en, zh = append(en, m.Title.EN), append(zh, m.Title.ZH)
			f.Inputs = append(f.Inputs, spec.Input{Name: "member." + m.ID, Label: m.Title, Text: m.ID, Words: spec.T("listed", "已列出")})
		}
		figured(&f, measure.Whole(int64(len(c.Members))), 0, spec.Items, spec.T(strings.Join(en, "; "), strings.Join(zh, "；")))
		out = append(out, f)
	}
	return out
}
