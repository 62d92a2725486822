package emergency

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/read"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

//go:embed fengdu
var fengdu embed.FS

// fengduPlan reads the embedded plan once; it is the only value kept, and
// nothing changes it.
var fengduPlan = sync.OnceValue(func() FiveYearPlan {
	folder, err := fs.Sub(fengdu, "fengdu")
	if err != nil {
		panic(err) // the name is a constant of ours
	}
	plan, err := ReadPlan(folder)
	if err != nil {
		panic(err) // our own data is broken: the tests read it
	}
	return plan
})

// Fengdu returns the plan of Fengdu County for 2021–2025
// (丰都县应急管理“十四五”规划), embedded in the library.
func Fengdu() FiveYearPlan { return fengduPlan() }

// FengduRecords returns the folder of what is publicly known of Fengdu County:
// the figures that its plan prints and its real division codes. It is read with
// [ReadCounty].
func FengduRecords() fs.FS {
	folder, err := fs.Sub(fengdu, "fengdu/county")
	if err != nil {
		panic(err) // the name is a constant of ours
	}
	return folder
}

// planFile is the file of a plan that every plan has.
const planFile = "plan.yaml"

// ReadPlan reads a plan from a folder: plan.yaml and one YAML file a room, all
// beginning with the line "format: emergency/plan/v1". Each may hold a list of
// catalogues. A room without a file is
// not provided for. A subfolder named county, where a plan's own county may
// keep its records, is left alone. The error is a [*spec.Faults] with every
// fault of all files; then there is no plan.
func ReadPlan(folder fs.FS) (FiveYearPlan, error) {
	var faults spec.Faults
	return buildPlan([]planLayer{readLayer(folder, "", &faults)}, nil, &faults)
}

// planFiles are the files that a plan may have.
func planFiles() []string {
	return []string{planFile, "hazards.yaml", "indicators.yaml", "reserves.yaml", "shelters.yaml", "teams.yaml", "plans.yaml", "duties.yaml", layersFile}
}

// buildPlan reads a plan from its own files and the overlays laid over them,
// and over all of them the figures of other layers that plan.yaml or the
// choices choose.
func buildPlan(layers []planLayer, choices []spec.Choice, faults *spec.Faults) (FiveYearPlan, error) {
	layers = slices.DeleteFunc(slices.Clone(layers), planLayer.chosen)
	p := readPlanFiles(layers, choices, faults)
	if more := p.chosenLayers(); len(more) > 0 && faults.Len() == 0 {
		p = readPlanFiles(append(layers, more...), choices, faults)
	}
	p.decide()
	if err := faults.Err(); err != nil {
		return FiveYearPlan{}, err
	}
	return FiveYearPlan{p}, nil
}

// readPlanFiles reads every file of a plan with all that is laid over it.
func readPlanFiles(layers []planLayer, choices []spec.Choice, faults *spec.Faults) *plan {
	p := &plan{layers: layers}
	c := &read.Context{Faults: faults, Origins: originNames()}
	if root, ok := planDocument(c, p, planFile, true); ok {
		readPlanIdentity(root, c, p)
	} else {
		c.Source = standIn()
		if slices.ContainsFunc(p.layers, planLayer.holdsRooms) {
			c.SourceBroken(spec.Fault{File: planFile})
		}
	}
	for _, room := range []struct {
		file string
		read func(*strict.Map)
	}{
		{"hazards.yaml", func(m *strict.Map) { p.hazards = read.HazardsPlan(m, c) }},
		{"indicators.yaml", func(m *strict.Map) { p.indicators = read.IndicatorsPlan(m, c) }},
		{"reserves.yaml", func(m *strict.Map) { p.reserves = read.ReservesPlan(m, c) }},
		{"shelters.yaml", func(m *strict.Map) { p.shelters = read.SheltersPlan(m, c) }},
		{"teams.yaml", func(m *strict.Map) { p.teams = read.TeamsPlan(m, c) }},
		{"plans.yaml", func(m *strict.Map) { p.plans = read.PlansPlan(m, c) }},
		{"duties.yaml", func(m *strict.Map) { read.DutiesPlan(m, c, &p.plans) }},
	} {
		if root, ok := planDocument(c, p, room.file, false); ok {
			room.read(root)
			collectCarried(root.Node(), room.file, p)
		}
	}
	before := faults.Len()
	if root, ok := planDocument(c, p, layersFile, false); ok {
		readLayers(root, c, p)
	}
	if faults.Len() == before { // a broken file of layers has said so already
		for _, at := range p.whose {
			checkChoice(p.layerReadings(), at.reading, at.option, at.at, faults)
		}
	}
	p.plans.Issued = p.issued
	p.written = p.choices
	for _, chosen := range choices {
		p.choices = p.choices.With(chosen.Reading, chosen.Option)
	}
	p.gatherLists()
	return p
}

// planDocument opens one file of a plan, with every overlay laid over it.
func planDocument(c *read.Context, p *plan, name string, needed bool) (*strict.Map, bool) {
	node, exists := p.document(name, c.Faults)
	if !exists && needed && !slices.ContainsFunc(p.layers, func(l planLayer) bool { return l.lost }) {
		c.Faults.Add(spec.Fault{File: name, Code: FaultMissingFile, Value: name,
			Message: spec.Textf("the file %s is missing", "缺少文件 %s", name)})
	}
	return node.Map()
}

// FaultMissingFile is the code of a folder without a file that it must have.
const FaultMissingFile = "folder.missing-file"

func readPlanIdentity(m *strict.Map, c *read.Context, p *plan) {
	p.id, _ = m.Need("id").Text()
	p.title, _ = m.Need("title").Bilingual()
	if node := m.Get("invented"); node != nil {
		p.invented, _ = node.Bool()
	}
	p.source = sourceOrNone(m, c)
	c.Source = p.source
	if county, ok := m.Need("county").Map(); ok {
		code := county.Get("code")
		if level := county.Get("level"); level == nil {
			code = county.Need("code")
		} else { // a plan of a wider area: its page may not even name it
			_, _ = strict.Choice(level, func(s string) (string, bool) { return s, s == "province" || s == "prefecture" }, "province", "prefecture")
		}
		p.code, _ = strict.Scalar(code, hazards.ParseDivisionCode)
		p.county, _ = county.Need("name").Bilingual()
		county.Done()
		c.Code = p.code
		c.Subject = spec.Subject{Kind: "county", ID: p.code.String(), Name: p.county.ZH}
	}
	p.period, _ = strict.Figure(m.Need("period"), p.source, (*strict.Node).Period)
	c.Period = p.period.Value
	p.issued, _ = strict.Figure(m.Get("issued"), p.source, (*strict.Node).Date)
	if choices, ok := m.Get("readings").Map(); ok {
		for _, reading := range choices.Keys() {
			node := choices.Get(reading)
			option, ok := node.Text()
			if !ok {
				continue
			}
			at := spec.Fault{File: node.File(), Line: node.Line(), Column: node.Column(), Path: node.Path()}
			if strings.HasPrefix(reading, layerPrefix) {
				p.whose = append(p.whose, layerChoice{reading, option, at})
			} else {
				checkChoice(Readings(), reading, option, at, c.Faults)
			}
			p.choices = p.choices.With(reading, option)
		}
		choices.Done()
	}
	p.number, _ = strict.Figure(m.Get("issue_number"), p.source, (*strict.Node).Text)
	p.documents = readDocuments(m.Get("documents"))
	p.clocks = readClocks(m.Get("clocks"), p.source)
	p.catalogues = c.Catalogues(m.Get("catalogues"))
	m.Done()
	if p.issued.Known() && !p.issued.Value.IsZero() && p.period.Known() && !p.period.Value.Contains(p.issued.Value) {
		m.Get("issued").Fault(read.FaultDatePeriod, p.issued.Value.String(), spec.Textf(
			"the day of issue %s lies outside the period %s", "成文日期 %s 不在规划期 %s 内", p.issued.Value, p.period.Value))
	}
	collectCarried(m.Node(), planFile, p)
}

// collectCarried keeps what a document recorded while it was read.
func collectCarried(n *strict.Node, file string, p *plan) {
	for _, one := range n.Parameters() {
		p.parameters = append(p.parameters, Parameter{Path: file + ": " + one.Path, Value: one.Value,
			Source: one.Source, Carries: one.Carries})
	}
	for _, one := range n.Carried() {
		p.entries = append(p.entries, entry{by: file + ": " + one.Path, Carried: one})
	}
}

func readDocuments(list *strict.Node) []Document {
	var out []Document
	for _, node := range list.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var d Document
		d.Title, _ = m.Need("title").Text()
		d.Number, _ = m.Get("number").Text()
		d.Place, _ = m.Get("place").Text()
		m.Carries()
		m.Done()
		out = append(out, d)
	}
	return out
}

func readClocks(list *strict.Node, source spec.Source) []Clock {
	var out []Clock
	for _, node := range list.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var c Clock
		c.ID, _ = m.Need("id").Text()
		c.Title, _ = m.Need("title").Bilingual()
		c.Within, _ = strict.Figure(m.Need("within"), source, (*strict.Node).Duration)
		m.Done()
		out = append(out, c)
	}
	return out
}
