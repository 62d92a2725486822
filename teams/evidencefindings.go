package teams

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The id of the rule and of the reading on evidence.
const (
	ruleEvidence    = "teams.evidence-agrees"
	readingEvidence = "teams.answer-and-evidence"
	optionStated    = "stated-decides"
	optionNeeded    = "evidence-needed"
)

func evidenceRules() []spec.Rule {
	return []spec.Rule{{
		ID: ruleEvidence, Revision: 2, Kind: spec.StandardKind,
		Title: spec.T("Stated answers agree with the evidence", "填报与佐证一致"),
		Formula: spec.T("items that a unit states to have, or not to have, and for which evidence says the same = items with both a statement and evidence",
			"填报与佐证相符的项目数 = 既有填报又有佐证结论的项目数"),
		Source: inPlan("三（二）1~"), Reads: []string{"checklists.csv", "evidence.csv"}, Readings: []string{readingEvidence},
		Carries:     []string{"cc-six-haves-evidence"},
		Derivations: []spec.Derivation{is("actual", "both − contradicted"), is("required", "both")},
	}}
}

func answerAndEvidence() spec.Reading {
	return spec.Reading{
		ID:       readingEvidence,
		Question: spec.T("does a stated answer count without evidence", "填报而无佐证的项目是否算具备"),
		Default:  optionStated,
		Options: []spec.Option{
			{ID: optionStated, Text: spec.T("yes; evidence fills in what nobody stated, and a contradiction is told", "算；佐证只补未填报的项目，不符处另行列出")},
			{ID: optionNeeded, Text: spec.T("no; a stated item counts as far as evidence proves it", "不算；以佐证为准")},
		},
		Source:  inPlan("三（二）1~"),
		Carries: []string{"cc-six-haves-evidence"},
	}
}

func evidenceRuleOf(option string) (rule EvidenceRule, ok bool) {
	switch option {
	case optionStated:
		return StatedDecides, true
	case optionNeeded:
		return EvidenceNeeded, true
	}
	return 0, false
}

func (a *Assessment) evidenceFinding() spec.Finding {
	f := a.base(ruleEvidence)
	f.Unit = spec.Items
	if len(a.provisions.Checklists) == 0 {
		notSet(&f, spec.T("checklists", "标准化清单"))
		return f
	}
	if !a.evidenceOK {
		f.Reason = invalid(a.options[readingEvidence])
		return f
	}
	f.Readings = []string{spec.Used(answerAndEvidence(), a.options[readingEvidence])}
	both, derived := 0, 0
	for _, g := range a.Checklists {
		for _, u := range g.Units {
			for j := range g.Items {
				stated := u.Stated.Answer(j)
				if (stated == Present || stated == Absent) && u.Proof.Verdict(j) != spec.Unknown {
					both++
				}
				if u.Proof.Derived(j) {
					derived++
				}
			}
		}
	}
	f.Inputs = []spec.Input{
		count("evidence", spec.T("pieces of evidence that units give", "单位提供的佐证材料"), len(a.records.Evidence), spec.Items),
		count("derived", spec.T("items with evidence from other records", "由其他台账取得佐证的项目"), derived, spec.Items),
		count("both", spec.T("items with a statement and evidence", "既有填报又有佐证的项目"), both, spec.Items),
		count("contradicted", spec.T("contradicting", "不符项目"), len(a.Contradictions), spec.Items),
	}
	if len(a.UnreadEvidence) > 0 {
		first := a.UnreadEvidence[0]
		f.Inputs = append(f.Inputs, count("unread", spec.Textf("pieces of evidence without a place, the first for %s / %s / %s (%s)", "无对应条目的佐证，首条为 %s / %s / %s（%s）",
			spec.Shorten(first.Evidence.Checklist), spec.Shorten(first.Evidence.Unit), spec.Shorten(first.Evidence.Item), first.Why), len(a.UnreadEvidence), spec.Items))
	}
	switch {
	case both == 0:
		f.Reason = reason(spec.ReasonNoData, spec.T("no item has both a statement and evidence", "没有既填报又有佐证的项目"))
		f.Missing = []spec.Need{{Key: "evidence.csv", Question: spec.T("which evidence is there for each item: what, of which day, vouched for by which post, file and its hash",
			"各项目有何佐证材料：内容、日期、负责岗位、文件及其校验值"), Unit: spec.Items, Who: who()}}
		return f
	case len(a.Contradictions) == 0:
		f.Verdict, f.Reason = spec.Met, reason(spec.ReasonAgrees, spec.Textf("all %d items with both agree", "%d 项填报与佐证均相符", both))
	default:
		first := a.Contradictions[0]
		f.Verdict = spec.Unmet
		f.Reason = reason(spec.ReasonDisagrees, spec.Textf("%d of %d items contradict, the first: %s, %s", "%[2]d 项中 %[1]d 项不符，首项：%[3]s“%[4]s”",
			len(a.Contradictions), both, named(first.Unit.Name), first.Item.Title))
	}
	f.Comparison, f.Required, f.Actual = spec.NotBelow, spec.Whole(both), spec.Whole(both-len(a.Contradictions))
	f.Gap = spec.Whole(len(a.Contradictions))
	return f
}

// contradictionUnits has one finding for each item whose statement and evidence
// contradict.
func (a *Assessment) contradictionUnits() []spec.Finding {
	var out []spec.Finding
	for _, c := range a.Contradictions {
		f := a.base(ruleEvidence)
		f.Target = c.Checklist + "/" + c.Item.ID
		f.Title = spec.Textf("Statement and evidence contradict: %s", "填报与佐证不符：%s", c.Item.Title)
		f.Subject = spec.Subject{Kind: wordsOf(c.Unit.Class.Group()).kind, ID: c.Unit.ID(), Name: c.Unit.Name}
		f.Verdict = spec.Unmet
		from := a.evidenceFrom(c)
		f.Inputs = a.evidenceInputs(c.Checklist, c.Unit.ID(), c.Item)
		f.Reason = reason(spec.ReasonDisagrees, spec.Textf("stated %s, contradicted by the %s", "填报为“%s”，%s与之不符", statedText(c.Stated), from))
		out = append(out, f)
	}
	return out
}

// evidenceFrom says who gave the evidence of an item: the unit, other records
// of the county, or both.
func (a *Assessment) evidenceFrom(c Contradiction) spec.Text {
	stated, derived := false, false
	for _, e := range a.evidence[itemKey{c.Checklist, c.Unit.ID(), c.Item.ID}] {
		stated, derived = stated || e.Origin == "", derived || e.Origin != ""
	}
	switch {
	case stated && derived:
		return spec.T("evidence given or the records of the county", "所附佐证或本县台账")
	case derived:
		return spec.T("records of the county", "本县台账")
	}
	return spec.T("evidence given", "所附佐证")
}

func statedText(a Answer) spec.Text {
	if a == Absent {
		return spec.T("no", "无")
	}
	return spec.T("yes", "有")
}

// evidenceInputs lists the pieces of evidence of an item of a unit.
func (a *Assessment) evidenceInputs(checklist, unit string, item ChecklistItem) []spec.Input {
	var out []spec.Input
	for _, e := range a.evidence[itemKey{checklist, unit, item.ID}] {
		label := item.Title
		in := spec.Input{Name: "evidence"}
		for _, r := range item.Requirements {
			if r.ID == e.Requirement {
				label, in.Unit = r.Title, r.Unit
			}
		}
		if low, ok := e.Value.Low(); ok {
			in.Value = spec.AmountOf(measure.RatioOf(low.Thousandths(), 1000), 3)
		}
		from := string(e.Origin)
		if from == "" {
			from = "stated"
		}
		in.Label = spec.Textf("%s (%s)", "%s（%s）", label, from)
		parts := []string{}
		for _, s := range []string{e.On.String(), e.By, e.File, hashText(e.Hash)} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		in.Text = strings.Join(parts, " · ")
		out = append(out, in)
	}
	return out
}

func hashText(hash string) string {
	if hash == "" {
		return ""
	}
	return "sha256:" + hash
}
