package teams

import (
	"github.com/county-emergency/emergency/spec"
)

// groupWords says how the units of a group are called and asked for.
type groupWords struct {
	kind string // of the subject
	noun spec.Text
	unit spec.Unit
	need func() spec.Need
}

func wordsOf(g Group) groupWords {
	switch g {
	case TownshipGroup:
		return groupWords{"township", spec.T("townships and subdistricts", "乡镇（街道）"), spec.Townships, needTownships}
	case VillageGroup:
		return groupWords{"village", spec.T("villages and communities", "村（社区）"), spec.Units, needVillages}
	}
	return groupWords{"park", spec.T("industrial parks", "园区"), spec.Units, needParks}
}

// checklistFindings has one finding a checklist and group, and one more where
// answers could not be used.
func (a *Assessment) checklistFindings() []spec.Finding {
	var out []spec.Finding
	for _, g := range a.Checklists {
		out = append(out, a.groupFinding(g))
	}
	if len(a.provisions.Checklists) == 0 {
		f := a.base(ruleChecklist)
		f.Verdict = spec.NotApplicable
		f.Reason = reason(spec.ReasonNotInPlan, spec.T("this plan has no checklist", "本规划没有标准化清单"))
		out = append(out, f)
	}
	if len(a.Unread) > 0 {
		out = append(out, a.unreadFinding())
	}
	return out
}

func (a *Assessment) groupFinding(g GroupResult) spec.Finding {
	words := wordsOf(g.Group)
	f := a.base(ruleChecklist)
	f.Target, f.Source = g.Checklist.ID, g.Checklist.Source
	f.Title = spec.Textf("%s: %s", "%s：%s", g.Checklist.Title, words.noun)
	f.Subject = spec.Subject{Kind: words.kind, Name: a.records.Subject.Name}
	f.Verdict, f.Unit = g.Verdict(), words.unit
	f.Lean(g.Checklist.Source)
	t := g.Tally
	switch {
	case !g.Supplied:
		f.Reason = reason(spec.ReasonNoData, spec.Textf("it is not known which %s there are", "不知有哪些%s", words.noun))
		f.Missing = []spec.Need{words.need()}
		return f
	case len(g.Units) == 0:
		f.Reason = reason(spec.ReasonNothingToDo, spec.Textf("there are no %s", "没有%s", words.noun))
		return f
	}
	concerned := t.Total() - t.NotApplicable
	if !a.evidenceOK {
		f.Verdict, f.Reason = spec.Unknown, invalid(a.options[readingEvidence])
		return f
	}
	if _, proved := g.Proved(); proved > 0 {
		f.Readings = []string{spec.Used(answerAndEvidence(), a.options[readingEvidence])}
	}
	f.Inputs = groupInputs(g, words)
	f.Comparison, f.Required = spec.NotBelow, spec.Whole(concerned)
	switch {
	case t.Met+t.Unmet == 0 && t.Unknown > 0:
		f.Reason = reason(spec.ReasonNotAssessed, spec.Textf("none of %d %s is fully assessed", "%d 个%s均未完成核查", t.Unknown, words.noun))
	case f.Verdict == spec.NotApplicable:
		f.Reason = reason(spec.ReasonNothingToDo, spec.Textf("no item applies to any of %d %s", "%d 个%s均无适用项目", t.NotApplicable, words.noun))
		f.Comparison, f.Required = 0, spec.Amount{}
	default:
		code := spec.ReasonAllMet
		switch f.Verdict {
		case spec.Unmet:
			code = spec.ReasonSomeUnmet
		case spec.Unknown:
			code = spec.ReasonPartial
		}
		text := spec.Textf("%d of %d %s have everything; lacking something: %d; not fully assessed: %d",
			"%[2]d 个%[3]s中 %[1]d 个达标、%[4]d 个未达标、%[5]d 个未完成核查", t.Met, concerned, words.noun, t.Unmet, t.Unknown)
		if plan := g.LeastFixes(); len(plan.Steps) > 0 {
			text = spec.Textf("%s; fewest items that bring up %[3]d of them: %[2]d", "%s；补 %d 项可使 %d 个达标", text, plan.Steps[len(plan.Steps)-1].Fixes, len(plan.Steps))
		}
		if weak, ok := g.Weakest(); ok {
			text = spec.Textf("%s; most often absent: %s (%d)", "%s；缺得最多的是“%s”（%d 个）", text, weak.Item.Title, weak.Tally.Unmet)
		}
		f.Reason = reason(code, text)
		if t.Unknown == 0 {
			f.Actual, f.Gap = spec.Whole(t.Met), spec.Whole(concerned-t.Met)
		} else if t.Met > 0 {
			f.Actual, f.Bound = spec.Whole(t.Met), spec.AtLeastBound
		}
	}
	if t.Unknown > 0 {
		f.Missing = []spec.Need{{
			Key: "checklists.csv: " + g.Checklist.ID,
			Question: spec.Textf("which items of %s has each of the %s that are not fully assessed (%d)",
				"尚未完成核查的%[2]s（%[3]d 个）各具备“%[1]s”的哪些项目", g.Checklist.Title, words.noun, t.Unknown),
			Unit: spec.Items, Who: who(),
		}}
	}
	return f
}

// fixStepsMost is how many steps of a plan of fixes a finding lists.
const fixStepsMost = 10

// groupInputs counts units by verdict and, by item, the units that lack it. A
// count of what is known is a fact even where it is zero; it says nothing of
// the units that are not assessed, which are counted beside it.
func groupInputs(g GroupResult, words groupWords) []spec.Input {
	unit := func(name string, label spec.Text, n int) spec.Input {
		return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: words.unit}
	}
	out := tallied(g.Tally, words.noun, words.unit,
		[3]spec.Text{spec.T("have everything", "达标"), spec.T("lack something", "未达标"), spec.T("not fully assessed", "未完成核查")})
	if present, proved := g.Proved(); proved > 0 {
		out = append(out, count("present", spec.T("items that units have", "已具备项目"), present, spec.Items),
			count("proved", spec.T("of these, proved by evidence", "其中有佐证"), proved, spec.Items))
	}
	plan := g.LeastFixes()
	for _, step := range plan.Steps {
		out = append(out, count("fixes", spec.Textf("fewest items for %d more to have everything", "使 %d 个达标的最少补齐项数", step.Units), step.Fixes, spec.Items))
		if step.Units == fixStepsMost {
			break
		}
	}
	if programmes, ok := g.Programmes(); ok {
		for _, p := range programmes {
			if p.Units == 0 {
				continue
			}
			var names []spec.Text
			for _, item := range p.Items {
				names = append(names, item.Title)
			}
			out = append(out, unit("programme", spec.Textf("brought up by giving every unit: %s", "为各单位补齐“%s”可使达标的单位", listed(names)), p.Units))
			break // the fewest items that bring any unit up
		}
	}
	for _, item := range g.Items {
		if item.Tally.Unmet > 0 {
			out = append(out, unit("absent/"+item.Item.ID, spec.Textf("lack: %s", "缺：%s", item.Item.Title), item.Tally.Unmet))
		}
	}
	return out
}

func (a *Assessment) unreadFinding() spec.Finding {
	f := a.base(ruleChecklist)
	first := a.Unread[0]
	f.Reason = reason(ReasonUnread, spec.Textf("%d answers could not be used, the first for %s / %s / %s (%s)", "%d 条核查记录无法采用，首条为 %s / %s / %s（%s）",
		len(a.Unread), spec.Shorten(first.Answer.Checklist), spec.Shorten(first.Answer.Unit), spec.Shorten(first.Answer.Item), first.Why))
	f.Inputs = []spec.Input{{Name: "unread", Label: spec.T("answers that could not be used", "无法采用的核查记录"), Value: spec.Whole(len(a.Unread)), Unit: spec.Items}}
	f.Missing = []spec.Need{{
		Key:      "checklists.csv",
		Question: spec.T("which checklist, unit and item of the plan and the tables do these answers mean", "这些记录对应规划和区划表中的哪个清单、单位和项目"),
		Unit:     spec.Items, Who: who(),
	}}
	return f
}

// UnitFindings has one finding for each unit and item of each checklist, in
// the order of the checklists, of the tables and of the items. Target is the
// checklist and the item, as six-haves/plan.
func (a Assessment) UnitFindings() []spec.Finding {
	n := 0
	for _, g := range a.Checklists {
		n += len(g.Units) * len(g.Items)
	}
	out := make([]spec.Finding, 0, n)
	out = append(out, a.bodyUnits()...)
	out = append(out, a.fieldUnits()...)
	out = append(out, a.certificateUnits()...)
	out = append(out, a.trainingUnits()...)
	out = append(out, a.contradictionUnits()...)
	out = append(out, a.reachUnits()...)
	var stated [NotApplicable + 1][]spec.Input // one list for all that answer the same
	for _, answer := range []Answer{Present, Absent, NotApplicable} {
		stated[answer] = []spec.Input{{Name: "stated", Label: spec.T("answer of the unit", "单位填报"), Text: answer.String()}}
	}
	for _, g := range a.Checklists {
		words := wordsOf(g.Group)
		targets, titles := make([]string, len(g.Items)), make([]spec.Text, len(g.Items))
		for i, item := range g.Items {
			targets[i] = g.Checklist.ID + "/" + item.Item.ID
			titles[i] = spec.Textf("%s: %s", "%s：%s", g.Checklist.Title, item.Item.Title)
		}
		for _, u := range g.Units {
			subject := spec.Subject{Kind: words.kind, ID: u.Unit.ID(), Name: u.Unit.Name}
			for i := range g.Items {
				f := spec.Finding{Rule: ruleChecklist, Target: targets[i], Kind: spec.StandardKind, Title: titles[i], Subject: subject, Source: g.Checklist.Source}
				f.Lean(g.Checklist.Source)
				answer := u.Sheet.Answer(i)
				f.Verdict, f.Reason = answer.Verdict(), answerReason(answer)
				f.Inputs = stated[u.Stated.Answer(i)]
				if u.Proof.Verdict(i) != spec.Unknown || u.Proof.Derived(i) {
					f.Inputs = append(f.Inputs[:len(f.Inputs):len(f.Inputs)], a.evidenceInputs(g.Checklist.ID, subject.ID, g.Items[i].Item)...)
					if u.Stated.Answer(i) == NotAssessed && answer != NotAssessed {
						f.Reason = reason(f.Reason.Code, spec.Textf("%s, by evidence", "%s（依佐证）", f.Reason.Text))
					}
				}
				if answer == NotAssessed {
					f.Missing = []spec.Need{{
						Key:      "checklists.csv: " + targets[i] + "/" + subject.ID,
						Question: spec.Textf("has %s the item %s", "%s是否具备“%s”", u.Unit.Name, g.Items[i].Item.Title),
						Unit:     spec.Items, Who: who(),
					}}
				}
				out = append(out, f)
			}
		}
	}
	return out
}

func answerReason(a Answer) spec.Reason {
	switch a {
	case Present:
		return reason(ReasonPresent, spec.T("the unit has it", "已具备"))
	case Absent:
		return reason(ReasonAbsent, spec.T("the unit does not have it", "不具备"))
	case NotApplicable:
		return reason(ReasonExempt, spec.T("it does not apply to the unit", "不适用"))
	}
	return reason(spec.ReasonNotAssessed, spec.T("nobody has answered", "未核查"))
}
