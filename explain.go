package emergency

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// Explained is how findings were computed (计算底稿): one tree a finding, from
// the clause over every value with its source to the verdict.
type Explained struct {
	List   []spec.Explanation
	report *Report
}

// FaultNothingToExplain is the code of an explanation asked for of a rule or
// subject that the report does not have.
const FaultNothingToExplain = "explain.no-finding"

// Explain returns the calculations of a rule, named by its id or by the plan's
// own id, for one subject (kind:id, its id or its name) or, where subject is
// empty, for all of them. Rolled-up findings come first; the single ones behind
// them are explained where a subject names them; of a checklist those are its
// items, as six-haves/leadership. The error is [spec.Faults] where the report has
// no such finding, with the nearest name.
func (r *Report) Explain(rule, subject string) (Explained, error) {
	var chosen []spec.Finding
	match := func(f spec.Finding) bool {
		return rule != "" && (f.Rule == rule || f.Target == rule) &&
			(subject == "" || isAbout(f, subject))
	}
	for _, f := range r.Findings() {
		if match(f) {
			chosen = append(chosen, f)
		}
	}
	if len(chosen) == 0 {
		for _, f := range r.units() {
			item := rule != "" && strings.HasPrefix(f.Target, rule+"/")
			if match(f) || item && subject != "" && isAbout(f, subject) {
				chosen = append(chosen, f)
			}
		}
	}
	if len(chosen) == 0 {
		return Explained{}, r.nothingToExplain(rule, subject)
	}
	return r.explain(chosen), nil
}

// nothingToExplain says that the report has no such finding, with the rule or
// target, or the subject, that is nearest to the one asked for.
func (r *Report) nothingToExplain(rule, subject string) error {
	var rules, subjects []string
	for _, f := range slices.Concat(r.Findings(), r.units()) {
		rules = append(rules, f.Rule)
		if f.Target != "" {
			rules = append(rules, f.Target)
		}
		if f.Rule == rule || f.Target == rule || strings.HasPrefix(f.Target, rule+"/") {
			subjects = append(subjects, f.Subject.String())
		}
	}
	fault := spec.Fault{Code: FaultNothingToExplain, Path: rule, Value: rule, Message: spec.Textf(
		"the report has no finding of %q (%s)", "评估中没有 %q 的结论（%s）", spec.Shorten(rule), strict.KnownAs(rule, distinct(rules)))}
	if len(subjects) > 0 {
		fault.Value = subject
		fault.Message = spec.Textf("the report has no finding of %q for %q (%s)", "评估中没有 %q 关于 %q 的结论（%s）",
			rule, spec.Shorten(subject), strict.KnownAs(subject, distinct(subjects)))
	}
	var faults spec.Faults
	faults.Add(fault)
	return faults.Err()
}

// isAbout reports whether a finding is about a subject given as kind:id, id or name.
func isAbout(f spec.Finding, subject string) bool {
	return f.Subject.String() == subject || f.Subject.ID == subject || f.Subject.Name == subject
}

// distinct keeps the first of each name.
func distinct(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(name string) bool {
		had := seen[name]
		seen[name] = true
		return had
	})
}

// ExplainAll returns the calculations of every finding of the report.
func (r *Report) ExplainAll() Explained { return r.explain(r.Findings()) }

func (r *Report) explain(findings []spec.Finding) Explained {
	readings := (FiveYearPlan{r.plan}).Readings()
	out := Explained{report: r}
	for _, f := range findings {
		e := f.Explanation(spec.Rule{}, readings)
		r.plan.traceLayers(f, &e)
		out.List = append(out.List, e)
	}
	return out
}

// Text returns working papers for a terminal, at most 100 columns wide.
func (e Explained) Text(lang spec.Lang) string { return render.ExplanationText(e.gathered(), lang) }

// Markdown returns working papers as a page.
func (e Explained) Markdown(lang spec.Lang) string {
	return render.ExplanationMarkdown(e.gathered(), lang)
}

// JSON returns the trees for programs, in the format emergency/explanation/v1;
// docs/schema/explanation.schema.json describes it.
func (e Explained) JSON() []byte { return render.ExplanationJSON(e.gathered()) }

func (e Explained) gathered() render.Explained {
	out := render.Explained{List: e.List}
	if e.report != nil {
		out.Plan, out.County, out.AsOf = e.report.planIdentity(), e.report.countyIdentity(), e.report.asOf
	}
	return out
}

func (r *Report) planIdentity() render.Identity {
	return render.Identity{ID: r.plan.id, Name: r.plan.title, Document: r.plan.source.Document, Invented: r.plan.invented}
}

func (r *Report) countyIdentity() render.Identity {
	return render.Identity{ID: r.code.String(), Name: r.name, Invented: r.invented}
}
