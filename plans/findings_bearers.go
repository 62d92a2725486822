package plans

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// bearerNamesFinding finds names that two bearers share, and lists the bearers
// that the plan writes in more than one way.
func (a *Assessment) bearerNamesFinding() spec.Finding {
	f := a.finding(RuleBearerNames, a.provisions.Ledger.Source)
	f.Unit = spec.Items
	bearers := a.provisions.Ledger.Bearers
	if len(bearers) == 0 {
		noLedger(&f)
		return f
	}
	owner := map[string]string{}
	names, many := 0, 0
	var shared []string
	for _, b := range bearers {
		written := append([]string{b.Name.ZH}, b.Aliases...)
		names += len(written)
		if len(b.Aliases) > 0 {
			many++
			f.Inputs = append(f.Inputs, spec.Input{Name: "written-" + b.ID, Label: b.Name,
				Value: spec.Whole(len(written)), Text: strings.Join(written, "、"), Unit: spec.Items, Source: b.Source})
		}
		for _, name := range written {
			if other, taken := owner[name]; taken && other != b.ID {
				shared = append(shared, name)
			}
			owner[name] = b.ID
		}
	}
	f.Inputs = append(f.Inputs, number("bearers", spec.T("bearers", "责任主体"), len(bearers), spec.Items),
		number("many", spec.T("bearers with more than one name", "有多种写法的责任主体"), many, spec.Items),
		number("names", spec.T("written names", "书写名称"), names, spec.Items),
		number("shared", spec.T("names that two bearers share", "两个主体共用的名称"), len(shared), spec.Items))
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(len(shared)), spec.NotAbove, spec.Whole(0), spec.Whole(len(shared))
	if len(shared) > 0 {
		decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("names of two bearers: %s", "两个主体共用的名称：%s", strings.Join(shared, ", ")))
		return f
	}
	decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("%d names are %d bearers; %d are written in more than one way",
		"%d 种写法归为 %d 个主体，其中 %d 个有多种写法", names, len(bearers), many))
	return f
}
