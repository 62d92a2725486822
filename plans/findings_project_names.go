package plans

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// projectNamesFinding holds the names of the rows against those of the works.
func (a *Assessment) projectNamesFinding() spec.Finding {
	f, ok := a.project(RuleProjectNames)
	if !ok || len(a.provisions.Works) == 0 {
		if ok {
			decide(&f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan names no works", "本规划没有重点工程"))
		}
		return f
	}
	f.Unit = spec.Items
	named, aliased := 0, 0 // by whatever name, and by an alias alone
	var off []string
	for _, w := range a.provisions.Works {
		own, other := false, false
		for _, p := range a.provisions.Projects {
			if p.Work == w.ID {
				own = own || p.Name.ZH == w.Name.ZH
				other = other || w.Named(p.Name.ZH)
			}
		}
		switch {
		case own:
			named++
		case other:
			named++
			aliased++
			f.Source = w.Source
			f.Inputs = append(f.Inputs, spec.Input{Name: "work-" + w.ID, Label: w.Name, Text: strings.Join(w.Aliases, ", "), Source: w.Source})
		default:
			off = append(off, w.ID)
		}
	}
	all := len(a.provisions.Works)
	f.Inputs = append(f.Inputs, number("works", spec.T("works", "重点工程"), all, spec.Items),
		number("own", spec.T("works with a row of their own name", "有同名项目行的工程"), named-aliased, spec.Items),
		number("aliased", spec.T("works with a row of an alias", "项目行使用别名的工程"), aliased, spec.Items),
		number("off", spec.T("works with no such row", "无此类项目行的工程"), len(off), spec.Items))
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(named), spec.NotBelow, spec.Whole(all), spec.Whole(len(off))
	if len(off) > 0 {
		decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("no row bears a name of work %s", "无项目行使用其名称的工程：%s", strings.Join(off, ", ")))
		return f
	}
	decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d works have a row of their name, %d of them by an alias", "%d 项工程均有同名项目行，其中 %d 项依别名", all, aliased))
	return f
}

// scopeFinding holds for whom something is bought against whom the targets served
// are about.
func (a *Assessment) scopeFinding() spec.Finding {
	f, ok := a.project(RuleProjectScope)
	if !ok {
		return f
	}
	f.Unit = spec.Items
	bearers := a.provisions.Ledger.Bearers
	things := 0
	var off, offEN []string
	for _, p := range a.provisions.Projects {
		var about []string
		for _, id := range p.Serves {
			if d, known := a.provisions.Ledger.Duty(id); known && d.Entry == TargetClause {
				about = append(about, d.Bearers...)
			}
		}
		for _, what := range p.Delivers {
			whose, known := BearerNamed(bearers, what.Group)
			if !known || len(about) == 0 {
				continue
			}
			things++
			name := "fits-"
			if !slices.Contains(about, whose.ID) {
				name = "off-"
				off, offEN = append(off, what.Title.ZH+"（"+whose.Name.ZH+"）"), append(offEN, what.Title.EN+" ("+whose.Name.EN+")")
				f.Source = p.Source
			}
			f.Inputs = append(f.Inputs, spec.Input{Name: name + p.ID + "-" + what.ID, Label: what.Title,
				Text: p.ID + " → " + whose.ID, Words: spec.Textf("row %s, for: %s", "第 %s 行，对象：%s", p.ID, whose.Name), Source: p.Source})
		}
	}
	f.Inputs = append(f.Inputs, number("things", spec.T("things bought for a named bearer", "注明配备对象的内容"), things, spec.Items),
		number("others", spec.T("of them for others than the targets are about", "其中与目标对象不同"), len(off), spec.Items))
	if things == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("no row names for whom it buys", "各行未注明配备对象"))
		return f
	}
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(len(off)), spec.NotAbove, spec.Whole(0), spec.Whole(len(off))
	if len(off) == 0 {
		decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d things are for whom the targets are about", "%d 项内容的配备对象均与目标一致", things))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("the targets served are about others: %[1]s", "所服务目标的对象不同：%[2]s", strings.Join(offEN, "; "), strings.Join(off, "；")))
	return f
}
