package read

import (
	"slices"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// PlansPlan reads plans.yaml: the yearly exercise, the works and the projects.
// The years are those of the plan's identity, and so is its day of issue,
// which the front door adds.
func PlansPlan(n *strict.Map, c *Context) plans.Provisions {
	p := plans.Provisions{Period: c.Period}
	p.Catalogues = c.Catalogues(n.Get("catalogues"))
	p.ExercisePerYear, _ = strict.Figure(n.Get("exercise_per_year"), c.Source, (*strict.Node).Count)
	works := map[string]bool{}
	if m, ok := n.Get("works").Map(); ok {
		p.WorksSource = plansSource(m, c)
		m.Carries()
		p.Works = plansWorks(m.Need("list").List(), c, works)
		m.Done()
	}
	if m, ok := n.Get("projects").Map(); ok {
		p.ProjectsSource = plansSource(m, c)
		m.Carries()
		p.Projects = plansProjects(m.Need("list").List(), c, works)
		m.Done()
	}
	if node := n.Get("contingency"); node != nil {
		p.Contingency = contingencyPlan(node, c)
	}
	if node := n.Get("drills"); node != nil {
		p.Drills = drillPlan(node, c)
	}
	if node := n.Get("response"); node != nil {
		p.Response = responsePlan(node, c)
	}
	n.Done()
	return p
}

// plansSource is the plan itself at the place that the mapping names.
func plansSource(m *strict.Map, c *Context) spec.Source {
	source := c.Source
	if place := m.Get("place"); place != nil {
		source.Place, _ = place.Text()
	}
	return source
}

func plansWorks(nodes []*strict.Node, c *Context, known map[string]bool) []plans.Work {
	var out []plans.Work
	for _, node := range nodes {
		m, ok := node.Map()
		if !ok {
			continue
		}
		w := plans.Work{Source: plansSource(m, c)}
		id := m.Need("id")
		w.ID, ok = id.Text()
		w.Name, _ = m.Need("name").Bilingual()
		w.Aliases = m.Get("aliases").Texts()
		w.Parts = members(m.Get("parts"), FaultDuplicateID)
		w.Builds = builds(m.Get("builds"))
		w.Carries = m.Carries()
		m.Done()
		if ok && known[w.ID] {
			id.Fault(plans.FaultWorkDuplicate, w.ID, spec.Textf("the work %q stands twice", "重点工程 %q 重复", w.ID))
		}
		known[w.ID] = true
		out = append(out, w)
	}
	return out
}

func plansProjects(nodes []*strict.Node, c *Context, works map[string]bool) []plans.Project {
	var out []plans.Project
	seen := map[string]bool{}
	for _, node := range nodes {
		m, ok := node.Map()
		if !ok {
			continue
		}
		p := plans.Project{Source: plansSource(m, c)}
		id, work, start, span := m.Need("id"), m.Need("work"), m.Get("start"), m.Get("span")
		var hasID, hasWork bool
		p.ID, hasID = id.Text()
		p.Work, hasWork = work.Text()
		p.Name, _ = m.Need("name").Bilingual()
		p.Class, _ = strict.Choice(m.Need("class"), plans.ParseClass, plans.PlannedClass.String(), plans.ReserveClass.String())
		p.Nature, _ = strict.Choice(m.Need("nature"), plans.ParseNature, plans.New.String(), plans.Continued.String())
		p.Lead = plansText(m.Get("lead"))
		p.Start, _ = start.Year()
		p.Span, _ = span.Period()
		p.Content = plansText(m.Get("content"))
		p.Remark = plansText(m.Get("remark"))
		if money, ok := m.Get("money").Money(); ok {
			p.Money = spec.Exactly(money).From(p.Source, 0)
		}
		c.plansLinks(m, &p)
		p.Carries = m.Carries()
		m.Done()
		if hasID && seen[p.ID] {
			id.Fault(plans.FaultProjectDuplicate, p.ID, spec.Textf("the project %q stands twice", "项目 %q 重复", p.ID))
		}
		if hasWork && !works[p.Work] {
			work.Fault(plans.FaultProjectWork, p.Work, spec.Textf("there is no work %q", "没有重点工程 %q", p.Work))
		}
		if start != nil && span != nil {
			span.Fault(plans.FaultProjectTiming, span.Literal(), spec.Textf("the project %q has a start and a span", "项目 %q 既有启动年份又有建设年限", p.ID))
		}
		seen[p.ID] = true
		out = append(out, p)
	}
	return out
}

// plansText is a text that may be missing.
func plansText(n *strict.Node) spec.Text {
	if n == nil {
		return spec.Text{}
	}
	text, _ := n.Bilingual()
	return text
}

// PlansRecords reads the tables about drills, contingency plans and responses,
// and from county.yaml what the county says of them as a whole.
func PlansRecords(county *strict.Map, c *Context) plans.Records {
	r := plans.Records{Subject: c.Subject}
	// The room of hazards reads the same mapping, closes it and files what else
	// is wrong with it.
	if node := county.Get("complete"); node.IsMap() {
		m, _ := node.Map()
		r.Complete, _ = m.Get("drills").Period()
		r.EvidenceComplete, _ = m.Get("duties").Period()
	}
	c.dutyRecords(&r)
	c.projectRecords(&r)
	r.Contingency = c.contingencyRecords(county, &r)
	known := planIDs(r.Contingency)
	r.Drills, r.HasDrills = c.drills(known)
	r.Shortcomings, r.HasShortcomings = c.shortcomings(r.Drills)
	r.Levels = c.responseLevels(known)
	r.Responses, r.HasResponses = c.responses(known)
	r.Joint.Draws, r.Joint.HasDraws = c.draws(known)
	r.Joint.Scenarios, r.Joint.HasScenarios = c.scenarios(known)
	return r
}

func plansTables() []string {
	return slices.Concat([]string{dutiesTable, projectsTable}, drillTables(), contingencyTables(), responseTables())
}
