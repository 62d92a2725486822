package indicators

import (
	"errors"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// reason says why the verdict is what it is, with the numbers in it.
func (e *Evaluation) reason(f *spec.Finding, asOf measure.Date) spec.Text {
	when := e.when()
	switch e.Judgement.Code {
	case spec.ReasonUndefined:
		if e.Fault != nil {
			return spec.T("the target cannot be evaluated: "+oneLine(e.Fault, spec.English), "目标无法评估："+oneLine(e.Fault, spec.Chinese))
		}
		if e.Period.IsZero() {
			return spec.T("neither the target nor the plan says which years it is about", "目标和规划均未写明统计年份")
		}
		return spec.T("the target gives nothing to hold the value against", "目标没有可比较的内容")
	case spec.ReasonInvalidChoice:
		return spec.Textf("the reading has no such option: %s", "该解读没有此选项：%s", e.Invalid)
	case spec.ReasonZeroBase:
		return spec.Textf("%s: the base is 0, and a change against 0 has no rate", "%s：基数为0，无法计算变化率", when)
	case spec.ReasonNotDue:
		return join(spec.Textf("%s is not over on %s", "%s截至%s尚未结束", when, asOf), e.soFar(f))
	case spec.ReasonBreached:
		return spec.Textf("lost before the years are over: %s, %s", "期满前已突破：%s，%s", when, e.compared(f))
	}
	if e.Judgement.Verdict == spec.Unknown {
		return join(e.missingText(), e.soFar(f))
	}
	text := spec.Textf("%s: %s", "%s：%s", when, e.compared(f))
	if e.HasMeans && e.Means.Differ() {
		text = join(text, spec.T("the other way of taking the mean decides differently", "另一种年均算法结论不同"))
	}
	for _, other := range e.Otherwise {
		if v := other.Judgement.Verdict; v != spec.Unknown && v != e.Judgement.Verdict {
			text = join(text, spec.Textf("%s would make it %s", "按 %s 则为%s", other.Used, v))
		}
	}
	for i := range e.Figures {
		if e.Figures[i].Conflict {
			text = join(text, spec.Textf("final values of %s contradict each other", "%s的核定数相互矛盾", e.Figures[i].name()))
		}
	}
	return text
}

// when names the years that the value is about.
func (e *Evaluation) when() spec.Text {
	switch {
	case e.Over == Total:
		return spec.Textf("total of %s", "%s年累计", e.Period)
	case e.Over == YearlyMean:
		return spec.Textf("yearly mean of %s", "%s年年均", e.Period)
	case e.Over == EachYear && e.Judgement.Code == spec.ReasonNotDue:
		return spec.Textf("each year of %s", "%s年逐年", e.Period)
	case e.Over == EachYear:
		return spec.Textf("%s, each year for itself", "逐年判定，%s年", e.Year)
	case e.Class != "":
		return spec.Textf("%s, %s", "%[2]s年%[1]s", e.Indicator.className(e.Class), e.Years[0].Year)
	case len(e.Years) == 1:
		return spec.Textf("%s", "%s年", e.Years[0].Year)
	}
	return spec.Textf("%s", "%s年", e.Period)
}

// compared writes the actual number beside the required one.
func (e *Evaluation) compared(f *spec.Finding) spec.Text {
	return spec.Textf("%s, required %s %s %s", "%s，要求 %s %s %s", actualText(f), f.Comparison, f.Required, f.Unit)
}

func actualText(f *spec.Finding) spec.Text {
	switch f.Bound {
	case spec.AtLeastBound:
		return spec.Textf("at least %s %s", "至少%s %s", f.Actual, f.Unit)
	case spec.AtMostBound:
		return spec.Textf("at most %s %s", "至多%s %s", f.Actual, f.Unit)
	}
	return spec.Textf("%s %s", "%s %s", f.Actual, f.Unit)
}

// soFar says what is known already, nothing where nothing is.
func (e *Evaluation) soFar(f *spec.Finding) spec.Text {
	if !f.Actual.Known() {
		return spec.Text{}
	}
	return spec.Textf("known so far %s", "目前已知%s", actualText(f))
}

// missingText names the missing figures and their years, each statistic once.
func (e *Evaluation) missingText() spec.Text {
	if len(e.Missing) == 0 {
		return spec.T("the figures leave the verdict open", "现有数据不足以判定")
	}
	var en, zh strings.Builder
	for s := Statistic(0); s < numStatistics; s++ {
		var years []string
		for _, m := range e.Missing {
			if m.Statistic == s && m.Target == "" {
				years = append(years, m.Year.String())
			}
		}
		if len(years) == 0 {
			continue
		}
		name := s.row().title
		if s == 0 {
			name = spec.T("average of the wider area", "上级平均值")
		}
		if en.Len() > 0 {
			en.WriteString("; ")
			zh.WriteString("；")
		}
		en.WriteString(name.EN + " " + strings.Join(years, ", "))
		zh.WriteString(name.ZH + strings.Join(years, "、") + "年")
	}
	for _, m := range e.Missing {
		if m.Target == "" {
			continue
		}
		if en.Len() > 0 {
			en.WriteString("; ")
			zh.WriteString("；")
		}
		name := m.named(e.Indicator)
		en.WriteString(name.EN + " " + m.Year.String())
		zh.WriteString(name.ZH + m.Year.String() + "年")
	}
	return spec.T("not reported: "+en.String(), "未填报："+zh.String())
}

// join puts two clauses into one sentence.
func join(a, b spec.Text) spec.Text {
	if b.IsZero() {
		return a
	}
	return spec.T(a.EN+"; "+b.EN, a.ZH+"；"+b.ZH)
}

// oneLine writes the faults of a target after one another.
func oneLine(err error, lang spec.Lang) string {
	var faults *spec.Faults
	if errors.As(err, &faults) {
		return strings.ReplaceAll(faults.In(lang), "\n", "; ")
	}
	return err.Error()
}
