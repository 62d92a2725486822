package hazards

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// joined writes Chinese names one after the other.
func joined(list []string) string { return strings.Join(list, "、") }

// listed rolls up the entries of one kind.
func (a *Assessment) listed(f *spec.Finding, kind spec.CatalogueKind) {
	entries := a.provisions.Prevention.CataloguesOf(kind)
	if len(entries) == 0 {
		notInPlan(f)
		return
	}
	var t spec.Tally
	members := 0
	for _, c := range entries {
		f.Lean(c.Source)
		t.Add(c.Verdict(a.prevention.CatalogueAnswers, a.AsOf))
		members += len(c.Members)
	}
	f.Inputs = []spec.Input{
		count("entries", spec.T("entries of the plan", "规划条目"), len(entries), spec.Items),
		count("members", spec.T("members that they list", "所列成员"), members, spec.Items),
	}
	text := spec.T(kind.In(spec.English), kind.In(spec.Chinese))
	need := want(catalogueTable+": "+kind.String(), spec.Textf("for each %s entry of the plan, whether it is done, as a whole or by member (%d entries)",
		"规划“%s”类各条目（共 %d 条）整体或逐项是否落实", text, len(entries)))
	if !a.prevention.HasCatalogueAnswer {
		noTable(f, need)
		return
	}
	roll(f, rolled{tally: t, noun: spec.T("entries", "条目"), done: spec.T("are done", "已落实"), unit: spec.Items, need: need,
		met: spec.T("entries done", "已落实条目"), unmet: spec.T("entries not done", "未落实条目")})
}

// announcedNumerals holds the names of numbered sets against their members.
func (a *Assessment) announcedNumerals(f *spec.Finding) {
	p := a.provisions.Prevention
	var t spec.Tally
	unlisted := 0
	var off []string
	check := func(title spec.Text, announced, listed int, source spec.Source) {
		verdict := spec.Numeral(announced, listed)
		t.Add(verdict)
		if announced > 0 && listed == 0 {
			unlisted++
		}
		if announced > 0 {
			f.Lean(source)
		}
		if verdict != spec.Unmet {
			return
		}
		f.Source = source
		off = append(off, title.ZH)
		f.Inputs = append(f.Inputs,
			spec.Input{Name: "announced", Label: spec.Textf("%s: announced", "%s：名目数", title), Value: spec.Whole(announced), Unit: spec.Items, Source: source},
			spec.Input{Name: "listed", Label: spec.Textf("%s: listed", "%s：所列数", title), Value: spec.Whole(listed), Unit: spec.Items, Source: source})
	}
	for _, s := range p.Duties {
		check(s.Title, s.Announced, len(s.Posts), s.Source)
	}
	for _, c := range p.Catalogues {
		check(c.Title, c.Announced, len(c.Members), c.Source)
	}
	sets := t.Met + t.Unmet
	if sets == 0 {
		notInPlan(f)
		return
	}
	f.Inputs = append(f.Inputs, count("met", spec.T("numbered sets that list as many members", "成员数一致的带数字名目"), t.Met, spec.Items),
		count("unmet", spec.T("numbered sets that list another number", "成员数不一致的带数字名目"), t.Unmet, spec.Items),
		count("unlisted", spec.T("numbered sets without any member listed", "未列成员的带数字名目"), unlisted, spec.Items))
	f.Actual, f.Comparison, f.Required, f.Unit = spec.Whole(t.Met), spec.NotBelow, spec.Whole(sets), spec.Items
	f.Gap = spec.Whole(t.Unmet)
	if t.Unmet == 0 {
		decide(f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d numbered sets list their members", "%d 个带数字的名目均与所列成员数一致", sets))
		return
	}
	decide(f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("%d of %d numbered sets; not so: %s", "%[2]d 个带数字的名目中 %[1]d 个一致；不一致：%[3]s",
		t.Met, sets, joined(off)))
}

// answersUsed finds rows that name nothing the plan lists.
func (a *Assessment) answersUsed(f *spec.Finding) {
	p := a.provisions.Prevention
	if len(p.Duties)+len(p.Catalogues) == 0 {
		notInPlan(f)
		return
	}
	all := len(a.prevention.Posts) + len(a.prevention.CatalogueAnswers)
	if all == 0 {
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there are no answers", "没有填报"))
		return
	}
	var off []string
	for _, r := range a.prevention.Posts {
		i := slices.IndexFunc(p.Duties, func(s DutyScheme) bool { return s.ID == r.Scheme })
		if i < 0 || p.Duties[i].post(r.Post) < 0 {
			off = append(off, r.Scheme+" "+r.Post)
		}
	}
	for _, r := range a.prevention.CatalogueAnswers {
		c, ok := p.Catalogue(r.Catalogue)
		if !ok || !c.Kind.IsAnswered() || r.Member != "" && c.Member(r.Member) < 0 {
			off = append(off, strings.TrimSpace(r.Catalogue+" "+r.Member))
		}
	}
	f.Inputs = []spec.Input{count("posts", spec.T("answers about posts", "责任岗位填报行"), len(a.prevention.Posts), spec.Items),
		count("entries", spec.T("answers about entries", "规划条目填报行"), len(a.prevention.CatalogueAnswers), spec.Items),
		count("off", spec.T("answers about nothing in the plan", "无对应条目的填报行"), len(off), spec.Items)}
	f.Actual, f.Comparison, f.Required, f.Unit = spec.Whole(all-len(off)), spec.NotBelow, spec.Whole(all), spec.Items
	f.Gap = spec.Whole(len(off))
	f.Lean(f.Source)
	if len(off) == 0 {
		decide(f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d answers", "%d 行填报均有对应条目", all))
		return
	}
	decide(f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("%d of %d answers are about nothing in the plan, as %s",
		"%[2]d 行填报中 %[1]d 行无对应条目，如：%[3]s", len(off), all, spec.Shorten(off[0])))
}

// catalogueUnits is one finding an entry that a county can answer.
func (a *Assessment) catalogueUnits() []spec.Finding {
	var out []spec.Finding
	for i, l := range listedRules {
		for _, c := range a.provisions.Prevention.CataloguesOf(l.kind) {
			f := a.finding(listedRule(i))
			f.Target, f.Title, f.Source = c.ID, c.Title, c.Source
			f.Lean(c.Source)
			for _, m := range c.Members {
				f.Inputs = append(f.Inputs, spec.Input{Name: "member", Label: m.Title, Text: m.Group})
			}
			for _, w := range c.Wanting {
				f.Inputs = append(f.Inputs, spec.Input{Name: "wanting", Label: w})
			}
			switch verdict := c.Verdict(a.prevention.CatalogueAnswers, a.AsOf); verdict {
			case spec.Met:
				decide(&f, verdict, spec.ReasonAllMet, spec.T("done", "已落实"))
			case spec.Unmet:
				decide(&f, verdict, spec.ReasonSomeUnmet, spec.T("not done, or not in every member", "未落实或未全部落实"))
			case spec.NotApplicable:
				decide(&f, verdict, spec.ReasonNothingToDo, spec.T("does not concern the county", "不适用于本县"))
			default:
				decide(&f, verdict, spec.ReasonNotAssessed, spec.T("not answered, or not for every member", "未填报或未逐项填报"))
				f.Missing = []spec.Need{want(catalogueTable+": "+c.ID, spec.Textf("is this done: %s", "是否落实：%s", c.Title))}
			}
			out = append(out, f)
		}
	}
	return out
}
