package emergency

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// plansRecords returns what a county reports of its contingency plans and drills
// together with who must have one, gathered from the hazards and offices of the
// five-year plan and from the county's townships, villages, parks and objects.
// The rooms do not know of each other.
func (p *plan) plansRecords(c *County, asOf measure.Date) plans.Records {
	r := c.Plans
	r.Contingency.Required = nil
	for _, kind := range p.plans.Contingency.Kinds {
		r.Contingency.Required = append(r.Contingency.Required, p.requiredPlans(kind, c, asOf)...)
	}
	r.Townships = plans.RequiredGroup{Title: spec.T("townships and subdistricts", "乡镇（街道）"),
		Units: divisionsWithPlans(c.Teams.Townships), Known: c.Teams.HasTownships}
	r.Joint = p.jointRecords(c, asOf)
	return r
}

// requiredPlans are the groups of units that must have a plan of a kind. A
// department plan is asked for only where it may stand for a special one, for
// the five-year plan names no department that must have one.
func (p *plan) requiredPlans(kind plans.KindProvision, c *County, asOf measure.Date) []plans.RequiredGroup {
	g := plans.RequiredGroup{Kind: kind.Kind, From: kind.Source, Known: true}
	switch kind.Kind {
	case plans.MasterPlan:
		g.Title = spec.T("counties", "本县")
		g.Units = []plans.RequiredUnit{{Subject: plans.Contingency{Kind: plans.MasterPlan}.Subject(), Name: c.Name}}
	case plans.SpecialPlan:
		return p.requiredSpecial(g)
	case plans.TownshipPlan:
		g.Title, g.Who = spec.T("townships and subdistricts", "乡镇（街道）"), "townships.csv"
		g.Units, g.Known = divisionsWithPlans(c.Teams.Townships), c.Teams.HasTownships
	case plans.VillagePlan:
		g.Title, g.Who = spec.T("villages and communities", "村（社区）"), "villages.csv"
		g.Units, g.Known = divisionsWithPlans(c.Teams.Villages), c.Teams.HasVillages
	case plans.ParkPlan:
		g.Title, g.Who, g.Known = spec.T("industrial parks", "工业园区"), "parks.csv", c.Teams.HasParks
		for _, park := range c.Teams.Parks {
			g.Units = append(g.Units, plans.RequiredUnit{Subject: plans.ObjectKey(park.Park), Name: spec.T(park.Name, park.Name)})
		}
	case plans.DepartmentPlan:
		return nil
	default:
		g.Title, g.Who, g.Known = objectTitle(kind.Kind), "plan_objects.csv", c.Plans.Contingency.HasObjects
		for _, o := range c.Plans.Contingency.Objects {
			if o.Kind == kind.Kind && o.On(asOf) {
				g.Units = append(g.Units, plans.RequiredUnit{Subject: plans.ObjectKey(o.ID), Name: spec.T(o.Name, o.Name)})
			}
		}
	}
	return []plans.RequiredGroup{g}
}

func divisionsWithPlans(units []teams.Unit) []plans.RequiredUnit {
	out := make([]plans.RequiredUnit, len(units))
	for i, u := range units {
		out[i] = plans.RequiredUnit{Subject: plans.DivisionKey(u.Code), Name: spec.T(u.Name, u.Name)}
	}
	return out
}

// requiredSpecial asks for a plan for each natural hazard and, under the default
// reading, for each sector that a special office leads.
func (p *plan) requiredSpecial(g plans.RequiredGroup) []plans.RequiredGroup {
	natural := g
	natural.Title = spec.T("natural hazards", "自然灾害灾种")
	for _, lead := range p.hazards.Hazards {
		natural.Units = append(natural.Units, plans.RequiredUnit{Subject: plans.HazardKey(lead.Hazard), Name: spec.T(lead.Hazard.In(spec.English), lead.Hazard.In(spec.Chinese))})
	}
	out := []plans.RequiredGroup{natural}
	if p.choices.Of(plans.RequiredSpecial()) == plans.SpecialForHazards {
		return out
	}
	sectors := g
	sectors.Title, sectors.Or = spec.T("sectors with a special office", "设有专项办公室的行业领域"), plans.DepartmentPlan
	for _, lead := range p.hazards.Sectors {
		if lead.Office != "" {
			sectors.Units = append(sectors.Units, plans.RequiredUnit{Subject: plans.SectorKey(lead.Sector), Name: spec.T(lead.Sector.In(spec.English), lead.Sector.In(spec.Chinese))})
		}
	}
	if len(sectors.Units) == 0 {
		return out
	}
	return append(out, sectors)
}

// objectTitle names the objects that need plans of a kind.
func objectTitle(kind plans.ContingencyKind) spec.Text {
	switch kind {
	case plans.KeyTargetPlan:
		return spec.T("key targets", "重要目标")
	case plans.HazardSourcePlan:
		return spec.T("major hazard sources", "重大危险源")
	case plans.MajorEventPlan:
		return spec.T("major events", "重大活动")
	case plans.InfrastructurePlan:
		return spec.T("major infrastructure", "重大基础设施")
	}
	return spec.T("enterprises and institutions", "企事业单位")
}

// crossContingency holds the special plans that the plan names at its start
// against the hazards and the commands.
func crossContingency() []crossCheck {
	return []crossCheck{
		check("special-plans-and-commands", spec.CrossCheckKind,
			spec.T("Special plans at the start against hazards and commands", "期初专项预案与灾种、指挥部对应"),
			spec.T("hazards with a special plan named at the start = hazards; where the list is left open, a gap is only a warning",
				"期初列明专项预案的灾种数 = 规划灾种数；清单以“等”结尾的，缺项仅作提示"),
			"一（一）4", []string{"cc-plans-vs-commands", "baseline-special-plans"}, specialPlansAndCommands).asks("contingency.csv").
			from(is("hazards", "count(plan/**)"), is("lacking", "count(plan/** = 0)"), is("actual", "hazards − lacking"), is("required", "hazards")),
		check("consultation-formation", spec.CrossCheckKind,
			spec.T("Who sits in a consultation", "会商机制的组成"),
			spec.T("the formation that the plan names by number lists its members", "以数字命名的会商机制列明其组成单位"),
			"一（一）3", []string{"dis-consultation-numbers"}, consultationFormation).asks("plans.yaml: catalogues").
			from(is("actual", "members")),
	}
}

func specialPlansAndCommands(p *plan, _ *County, f *spec.Finding) {
	base := p.plans.Contingency
	if len(base.Base) == 0 || len(p.hazards.Hazards) == 0 {
		return
	}
	f.Source = base.BaseSource
	named := map[hazards.Natural]bool{}
	for _, h := range base.Base {
		named[h] = true
	}
	var lacking, uncommanded []hazards.Natural
	for _, lead := range p.hazards.Hazards {
		n := 1
		if !named[lead.Hazard] {
			n, lacking = 0, append(lacking, lead.Hazard)
		}
		tally(f, "plan/"+lead.Hazard.String(), spec.T("special plan: "+lead.Hazard.In(spec.English), "专项预案："+lead.Hazard.In(spec.Chinese)),
			n, spec.Contingencies, base.BaseSource)
		if named[lead.Hazard] && lead.Command == "" {
			uncommanded = append(uncommanded, lead.Hazard)
		}
	}
	all := int64(len(p.hazards.Hazards))
	tally(f, "hazards", spec.T("natural hazards of the plan", "规划灾种"), int(all), spec.Items, p.hazards.Hazards[0].Source)
	tally(f, "plans", spec.T("special plans named at the start", "期初列明的专项预案"), len(base.Base), spec.Contingencies, base.BaseSource)
	tally(f, "lacking", spec.T("hazards without one", "未列专项预案的灾种"), len(lacking), spec.Items, spec.Source{})
	compared(f, measure.Whole(all-int64(len(lacking))), spec.NotBelow, measure.Whole(all), 0, spec.Items)
	text := spec.Textf("%d special plans named for %d hazards", "期初列明 %d 份专项预案，规划灾种 %d 个", len(base.Base), all)
	text.EN += listed("; none for ", lacking, spec.English) + listed("; without a command of its own: ", uncommanded, spec.English)
	text.ZH += listed("；未列：", lacking, spec.Chinese) + listed("；无专门指挥部：", uncommanded, spec.Chinese)
	if len(lacking) == 0 || !base.BaseOpen {
		agrees(f, len(lacking) == 0, text)
		return
	}
	f.Verdict, f.Bound, f.Gap = spec.Unknown, spec.AtLeastBound, spec.Amount{}
	text.EN += "; the list is left open"
	text.ZH += "；清单未尽列"
	f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: text}
	for _, h := range lacking {
		f.Missing = append(f.Missing, spec.Need{Key: "contingency.csv: " + h.String(), Unit: spec.Contingencies,
			Question: spec.Textf("was there a special plan for the %s", "是否已有%s专项应急预案", h), Who: spec.T("county emergency management bureau", "县应急管理局")})
	}
}

// consultationFormation says that the numbers of the formation name nobody: the
// kinds of consultation listed beside them are another thing.
func consultationFormation(p *plan, _ *County, f *spec.Finding) {
	var kinds, formation *spec.Catalogue
	for i := range p.plans.Catalogues {
		switch c := &p.plans.Catalogues[i]; c.ID {
		case "consultation-kinds":
			kinds = c
		case "consultation-formation":
			formation = c
		}
	}
	if kinds == nil || formation == nil {
		return
	}
	f.Source = formation.Source
	f.Inputs = []spec.Input{
		{Name: "kinds", Label: kinds.Title, Value: spec.Whole(len(kinds.Members)), Unit: spec.Items, Source: kinds.Source},
		{Name: "members", Label: formation.Title, Value: spec.Whole(len(formation.Members)), Unit: spec.Items, Source: formation.Source},
	}
	f.Unit = spec.Items
	if len(formation.Members) > 0 {
		f.Actual = spec.Whole(len(formation.Members))
		agrees(f, true, spec.Textf("%d members are named", "列明 %d 个组成单位", len(formation.Members)))
		return
	}
	f.Verdict = spec.Unknown
	f.Reason = spec.Reason{Code: spec.ReasonUndefined, Text: spec.Textf(
		"the numbers name no member; the %d kinds of consultation beside them are another thing",
		"数字未对应任何组成单位；文中并列的 %d 种会商是另一回事", len(kinds.Members))}
	for _, w := range formation.Wanting {
		f.Missing = append(f.Missing, spec.Need{Key: "plans.yaml: catalogues." + formation.ID, Unit: spec.Items,
			Question: spec.T(w.EN, w.ZH), Who: spec.T("county emergency management bureau", "县应急管理局")})
	}
}

// listed names hazards after a word, nothing where there are none.
func listed(word string, list []hazards.Natural, lang spec.Lang) string {
	if len(list) == 0 {
		return ""
	}
	out := word
	for i, h := range list {
		if i > 0 && lang == spec.Chinese {
			out += "、"
		} else if i > 0 {
			out += ", "
		}
		out += h.In(lang)
	}
	return out
}
