package emergency

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// FiveYearPlan is a county's plan with everything that it sets (五年规划):
// parameters, targets, checklists, projects and the readings chosen where it is
// unclear. It is opaque, immutable and safe for use by several goroutines. The
// zero FiveYearPlan sets nothing: every finding about it is not applicable or
// unknown.
type FiveYearPlan struct{ p *plan }

// plan is the content of a FiveYearPlan; nothing changes it once it is built.
type plan struct {
	id       string
	title    spec.Text
	county   spec.Text
	code     hazards.DivisionCode
	invented bool
	period   spec.Figure[measure.Period]
	issued   spec.Figure[measure.Date]
	number   spec.Figure[string]
	source   spec.Source
	choices  spec.Choices
	written  spec.Choices  // those of plan.yaml; With adds to choices alone
	whose    []layerChoice // those of plan.yaml between layers, looked at once these are read
	layers   []planLayer   // the files it was read from
	layered  []LayeredFigure
	cited    []CitedDocument

	documents  []Document
	clocks     []Clock
	catalogues []spec.Catalogue // of plan.yaml; the rooms keep their own
	lists      []spec.Catalogue // of all files, gathered once

	hazards    hazards.Provisions
	indicators indicators.Provisions
	reserves   reserves.Provisions
	shelters   shelters.Provisions
	teams      teams.Provisions
	plans      plans.Provisions

	parameters []Parameter
	entries    []entry // what its files hold besides parameters
}

// entry is a mapping of a plan's files that carries clauses.
type entry struct {
	by string // place in the plan's files, as plans.yaml: projects[0]
	strict.Carried
}

// Parameter is one value of a plan with the place it stands at (规划参数).
type Parameter struct {
	Path    string // place in the plan's files, as reserves.yaml: evacuees
	Value   string // as written
	Source  spec.Source
	Carries []string // ids of the inventory entries that it carries
}

// Document is a document that the plan cites by title (引用文件).
type Document struct {
	Title  string
	Number string // empty where the plan gives none
	Place  string // where the plan first cites it
}

// Clock is a limit of hours that the plan sets for one thing (时限). Limits with
// the same number of hours stay apart, for they mean different things.
type Clock struct {
	ID     string
	Title  spec.Text
	Within spec.Figure[measure.Duration]
}

// ID returns the plan's own id, as fengdu-2021-2025.
func (f FiveYearPlan) ID() string { return f.content().id }

// Title returns the plan's title.
func (f FiveYearPlan) Title() spec.Text { return f.content().title }

// Period returns the years the plan is for, both included (规划期).
func (f FiveYearPlan) Period() measure.Period { return f.content().period.Value }

// Issued returns the day the plan was issued, unset where it does not say.
func (f FiveYearPlan) Issued() measure.Date { return f.content().issued.Value }

// Number returns the number under which the plan was issued (发文字号), empty
// where it has none.
func (f FiveYearPlan) Number() string { return f.content().number.Value }

// Documents returns the documents that the plan cites, in its order.
func (f FiveYearPlan) Documents() []Document { return slices.Clone(f.content().documents) }

// Clocks returns the limits of hours that the plan sets, each on its own.
func (f FiveYearPlan) Clocks() []Clock { return slices.Clone(f.content().clocks) }

// Invented reports whether the plan was made up for an example.
func (f FiveYearPlan) Invented() bool { return f.content().invented }

// Parameters returns every value that the plan's files set, with source and
// standing, in the order of files and lines.
func (f FiveYearPlan) Parameters() []Parameter { return slices.Clone(f.content().parameters) }

// Choices returns the readings that this plan chooses other than by default.
func (f FiveYearPlan) Choices() []spec.Choice { return f.content().choices.All() }

// With returns a plan that takes another option of a reading. An unknown
// reading or option is an error; the receiver is not changed.
func (f FiveYearPlan) With(reading, option string) (FiveYearPlan, error) {
	if strings.HasPrefix(reading, layerPrefix) {
		return f.withLayer(reading, option)
	}
	var faults spec.Faults
	if checkChoice(Readings(), reading, option, spec.Fault{Path: reading}, &faults); faults.Len() > 0 {
		return f, faults.Err()
	}
	changed := *f.content()
	changed.choices = changed.choices.With(reading, option)
	return FiveYearPlan{&changed}, nil
}

func (f FiveYearPlan) content() *plan {
	if f.p == nil {
		return &plan{}
	}
	return f.p
}

// The codes of faults of a choice.
const (
	FaultUnknownReading = "reading.unknown"
	FaultUnknownOption  = "reading.unknown-option"
)

// checkChoice files a fault for a reading or option that is not there.
func checkChoice(readings []spec.Reading, reading, option string, at spec.Fault, faults *spec.Faults) {
	for _, r := range readings {
		if r.ID != reading {
			continue
		}
		if !r.Has(option) {
			known := make([]string, len(r.Options))
			for i, o := range r.Options {
				known[i] = o.ID
			}
			at.Code, at.Value = FaultUnknownOption, option
			at.Message = spec.Textf("%q is no option of %s, which has %v", "%q 不是 %s 的选项，可选 %v", option, reading, known)
			faults.Add(at)
		}
		return
	}
	at.Code, at.Value = FaultUnknownReading, reading
	known := make([]string, len(readings))
	for i, r := range readings {
		known[i] = r.ID
	}
	at.Message = spec.Textf("there is no reading %q (%s)", "没有名为 %q 的解读（%s）", spec.Shorten(reading), strict.KnownAs(reading, known))
	faults.Add(at)
}
