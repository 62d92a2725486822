package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// Report is what an assessment found (评估报告): one finding a rule, the data
// to collect and the totals. It is immutable and safe for use by several
// goroutines.
type Report struct {
	plan     *plan
	asOf     measure.Date
	code     hazards.DivisionCode
	name     spec.Text
	invented bool
	files    []FileHash // of the county
	findings []spec.Finding
	units    func() []spec.Finding // the findings behind the rolled-up ones
	only     string                // prefix of the findings shown
	remarks  []spec.Text           // what stands above everything else
	ledger   plans.Assessment      // duties, projects and evaluations
}

// AsOf returns the date of the assessment.
func (r *Report) AsOf() measure.Date { return r.asOf }

// Remarks returns what nobody may overlook: that the plan is of one county and
// the records are of another (提示). Every form of the report opens with it.
func (r *Report) Remarks() []spec.Text { return slices.Clone(r.remarks) }

// Findings returns one finding a rule and subject, in the order of the kinds
// and rooms. Checklists and records are rolled up; [Report.Units] has the rest.
func (r *Report) Findings() []spec.Finding {
	var out []spec.Finding
	for _, kind := range spec.Kinds() {
		for _, f := range r.findings {
			if f.Kind == kind && hasPrefix(f, r.only) {
				out = append(out, f)
			}
		}
	}
	return out
}

// Units returns the single findings behind the rolled-up ones, such as each
// item of a checklist in each township, whose rule or target begins with a
// prefix.
func (r *Report) Units(prefix string) []spec.Finding {
	var out []spec.Finding
	for _, f := range r.units() {
		if hasPrefix(f, prefix) {
			out = append(out, f)
		}
	}
	return out
}

// Only returns a report of the findings whose rule or target begins with a
// prefix, with the single findings behind rolled-up ones. Its totals count the
// rolled-up findings only, so that nothing is counted twice.
func (r *Report) Only(prefix string) *Report {
	out := *r
	out.only = prefix
	return &out
}

// Total counts the verdicts of one kind of finding (汇总).
type Total struct {
	Kind  spec.Kind
	Count spec.Tally
}

// Totals returns the verdicts counted by kind, in the order of [spec.Kinds].
func (r *Report) Totals() []Total {
	var out []Total
	for _, kind := range spec.Kinds() {
		total := Total{Kind: kind}
		for _, f := range r.findings {
			if f.Kind == kind && hasPrefix(f, r.only) {
				total.Count.Add(f.Verdict)
			}
		}
		out = append(out, total)
	}
	return out
}

// Collect returns the data that is missing, each once, the piece first whose
// answer could settle most verdicts; [Report.Needs] says how many.
func (r *Report) Collect() []spec.Need {
	var out []spec.Need
	for _, need := range r.Needs() {
		out = append(out, need.Need)
	}
	return out
}

// UnmetBinding returns the binding targets that are not met.
func (r *Report) UnmetBinding() []spec.Finding {
	return slices.DeleteFunc(r.Findings(), func(f spec.Finding) bool {
		return !f.Binding || f.Verdict != spec.Unmet
	})
}

// String returns the report as English text.
func (r *Report) String() string { return r.Text(spec.English) }

// Text returns the report for a terminal, at most 100 columns wide, Chinese
// characters counted as two.
func (r *Report) Text(lang spec.Lang) string { return render.Text(r.assessment(), lang) }

// Markdown returns the report as a page.
func (r *Report) Markdown(lang spec.Lang) string { return render.Markdown(r.assessment(), lang) }

// JSON returns the report for programs, in the format emergency/report/v1:
// texts in both languages, numbers as decimal strings, null where unknown;
// docs/schema/report.schema.json describes it.
func (r *Report) JSON() []byte { return render.JSON(r.assessment()) }

// assessment gathers what the forms of a report show.
func (r *Report) assessment() render.Assessment {
	findings := r.Findings()
	out := render.Assessment{
		Plan:   r.planIdentity(),
		County: r.countyIdentity(),
		Period: r.plan.period.Value, AsOf: r.asOf, Findings: findings, Remarks: r.Remarks(),
		Collect: collect(findings), Weak: weak(findings), Readings: r.readingsUsed(findings),
		Layers: r.layerRows(findings), Editions: r.editionRows(findings),
	}
	for _, total := range r.Totals() {
		out.Totals = append(out.Totals, render.Total(total))
	}
	out.Binding = slices.DeleteFunc(slices.Clone(findings), func(f spec.Finding) bool { return !f.Binding })
	if r.only != "" {
		units := r.Units(r.only)
		for _, f := range units {
			out.Units.Add(f.Verdict)
		}
		out.Findings = append(out.Findings, units...)
	}
	return out
}

// collect lists each missing piece of data once, ranked, with what waits for it.
func collect(findings []spec.Finding) []render.Collect {
	var out []render.Collect
	for _, need := range rank(findings) {
		out = append(out, render.Collect(need))
	}
	return out
}

// weak lists each source once that findings rest on and that is not firm.
func weak(findings []spec.Finding) []spec.Source {
	var out []spec.Source
	for _, f := range findings {
		for _, s := range f.Weak {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// readingsUsed lists each reading once that findings rest on.
func (r *Report) readingsUsed(findings []spec.Finding) []render.ReadingUse {
	used := map[string]bool{}
	for _, f := range findings {
		for _, one := range f.Readings {
			used[one] = true
		}
	}
	var out []render.ReadingUse
	for _, reading := range (FiveYearPlan{r.plan}).Readings() {
		for _, option := range reading.Options {
			if used[spec.Used(reading, option.ID)] {
				out = append(out, render.ReadingUse{Reading: reading, Option: option.ID})
			}
		}
	}
	return out
}
