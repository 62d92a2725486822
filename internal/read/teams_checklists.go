package read

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// The codes of faults in checklists and their evidence.
const (
	FaultOriginPlace       = "teams.origins-beside-requirements"
	FaultRequirements      = "teams.checklist-requirements"
	FaultRequirementNumber = "teams.requirement-number"
	FaultEvidenceHash      = "teams.evidence-hash"
	FaultEvidenceDates     = "teams.evidence-dates"
)

func teamsChecklist(n *strict.Node, c *Context, seen map[string]bool) (list teams.Checklist, ok bool) {
	m, ok := n.Map()
	if !ok {
		return list, false
	}
	list.ID, ok = teamsID(m, seen)
	var okTitle bool
	list.Title, okTitle = m.Need("title").Bilingual()
	list.Source, list.Carries = teamsPlace(m, c.Source), m.Carries()
	if at := m.Get("source"); at != nil { // instead of place: a list that the plan does not print
		if place := m.Get("place"); place != nil {
			place.Fault(strict.CodeConflict, "place", spec.T("place stands beside source", "place 与 source 不能同时出现"))
		}
		var okSource bool
		list.Source, okSource = at.Source(c.Source)
		ok = ok && okSource
	}
	units := m.Need("applies_to")
	for _, at := range units.List() {
		if class, ok := strict.Choice(at, teams.ParseUnitClass, "township", "subdistrict", "village", "community", "industrial-park"); ok {
			list.AppliesTo = append(list.AppliesTo, class)
		}
	}
	if units.IsList() && len(units.List()) == 0 {
		units.Fault(FaultChecklistUnits, "", spec.T("the checklist applies to no unit", "清单不适用于任何单位"))
	}
	items := m.Need("items")
	ids := map[string]bool{}
	for _, at := range items.List() {
		one, okItem := at.Map()
		if !okItem {
			continue
		}
		var item teams.ChecklistItem
		var okID, okTitle bool
		item.ID, okID = teamsID(one, ids)
		item.Title, okTitle = one.Need("title").Bilingual()
		item.Origins = c.origins(one.Get("origins"))
		item.Requirements = c.requirements(one.Get("requirements"))
		if len(item.Requirements) > 0 && len(item.Origins) > 0 {
			one.Get("origins").Fault(FaultOriginPlace, item.ID, spec.T("origins belong to the requirements of an item that has any", "有子要求的项目，证据来源应写在子要求上"))
		}
		one.Done()
		if okID && okTitle {
			list.Items = append(list.Items, item)
		}
	}
	if size := len(items.List()); items.IsList() && (size == 0 || size > teams.MaxItems) {
		items.Fault(FaultChecklistItems, "", spec.Textf("the checklist has %d items, 1 to %d are possible", "清单有 %d 项，应为 1 至 %d 项", size, teams.MaxItems))
		ok = false
	}
	m.Done()
	return list, ok && okTitle
}

// origins reads which records can prove an item.
func (c *Context) origins(n *strict.Node) []teams.Origin {
	var out []teams.Origin
	for _, at := range n.List() {
		word, ok := strict.Choice(at, func(s string) (string, bool) {
			return s, c.Origins == nil || slices.Contains(c.Origins, s)
		}, c.Origins...)
		if ok {
			out = append(out, teams.Origin(word))
		}
	}
	return out
}

// requirements reads [{id, title, form, least, unit, within_days, origins}].
func (c *Context) requirements(n *strict.Node) []teams.Requirement {
	var out []teams.Requirement
	ids := map[string]bool{}
	for _, at := range n.List() {
		m, ok := at.Map()
		if !ok {
			continue
		}
		var r teams.Requirement
		id, okID := teamsID(m, ids)
		r.ID = id
		var okTitle, okForm bool
		r.Title, okTitle = m.Need("title").Bilingual()
		r.Form, okForm = strict.Choice(m.Need("form"), teams.ParseRequirementForm, "exists", "count", "size", "frequency", "date")
		r.Least, _ = strict.Figure(m.Get("least"), c.Source, (*strict.Node).Quantity)
		r.Days, _ = strict.Figure(m.Get("within_days"), c.Source, (*strict.Node).Count)
		if unit := m.Get("unit"); unit != nil {
			text, _ := unit.Text()
			r.Unit = spec.Unit(text)
		}
		r.Origins = c.origins(m.Get("origins"))
		c.requirementNumbers(m, r, okForm)
		m.Done()
		if okID && okTitle && okForm {
			out = append(out, r)
		}
	}
	if size := len(n.List()); size > teams.MaxRequirements {
		n.Fault(FaultRequirements, "", spec.Textf("the item has %d requirements, at most %d are possible", "该项有 %d 条子要求，至多 %d 条", size, teams.MaxRequirements))
	}
	return out
}

// requirementNumbers faults a requirement without the number that its form
// needs, or with one that it cannot use.
func (c *Context) requirementNumbers(m *strict.Map, r teams.Requirement, known bool) {
	if !known {
		return
	}
	needsLeast := r.Form == teams.CountOf || r.Form == teams.SizeOf || r.Form == teams.EveryDays
	needsDays := r.Form == teams.EveryDays || r.Form == teams.NotOlder
	for _, one := range []struct {
		key    string
		needed bool
	}{{"least", needsLeast}, {"within_days", needsDays}} {
		switch {
		case one.needed && !m.Has(one.key):
			m.Need(one.key)
		case !one.needed && m.Has(one.key):
			m.Get(one.key).Fault(FaultRequirementNumber, one.key, spec.Textf("a requirement of the form %s has no %s", "%s 类要求没有 %s", r.Form, one.key))
		}
	}
}

// evidenceTable reads evidence.csv: one piece of evidence a row.
func (c *Context) evidenceTable(r *teams.Records, parks map[string]int) {
	table, ok := c.Table("evidence.csv", []strict.Column{
		{Name: "checklist", Aliases: []string{"清单"}, Required: true},
		{Name: "unit", Aliases: []string{"单位", "单位代码"}, Required: true},
		{Name: "item", Aliases: []string{"项目"}, Required: true},
		{Name: "requirement", Aliases: []string{"子要求"}},
		{Name: "value", Aliases: []string{"数值"}},
		{Name: "on", Aliases: []string{"日期"}},
		{Name: "until", Aliases: []string{"有效期至"}},
		{Name: "by", Aliases: []string{"负责岗位"}, Required: true},
		{Name: "file", Aliases: []string{"文件"}},
		{Name: "sha256", Aliases: []string{"校验值"}},
	})
	if !ok {
		return
	}
	for row := range table.Rows() {
		var e teams.Evidence
		var okList, okItem, okUnit bool
		e.Checklist, okList = row.Cell("checklist").NeedText()
		e.Item, okItem = row.Cell("item").NeedText()
		e.Unit, okUnit = c.checklistUnit(row.Cell("unit").Required(), parks)
		e.Requirement, _ = row.Cell("requirement").Text()
		if n, ok := row.Cell("value").Quantity(); ok {
			e.Value = spec.Exactly(n)
		}
		e.On, _ = row.Cell("on").Date()
		cell := row.Cell("until")
		e.Until, _ = cell.Date()
		if e.Until.Before(e.On) {
			cell.Fault(FaultEvidenceDates, e.Until.String(), spec.Textf("the last day %s lies before the day itself, %s", "有效期至 %s 早于日期 %s", e.Until, e.On))
			e.Until, okItem = measure.Date{}, false
		}
		e.By, _ = row.Cell("by").NeedText()
		e.File, _ = row.Cell("file").Text()
		e.Hash = hashOf(row.Cell("sha256"))
		if okList && okItem && okUnit {
			r.Evidence = append(r.Evidence, e)
		}
	}
	table.Finish()
}

// hashOf reads a SHA-256 in 64 hexadecimal digits.
func hashOf(cell strict.Cell) string {
	text, ok := cell.Text()
	if !ok {
		return ""
	}
	if len(text) != 64 || strings.Trim(text, "0123456789abcdef") != "" {
		cell.Fault(FaultEvidenceHash, text, spec.Textf("%q is no SHA-256 in 64 lower-case hexadecimal digits", "%q 不是 64 位小写十六进制 SHA-256", spec.Shorten(text)))
		return ""
	}
	return text
}
