package hazards

import "github.com/county-emergency/emergency/spec"

// preventionUndefined lists clauses about prevention that give nothing to
// compute with.
func preventionUndefined() []spec.Undefined {
	return []spec.Undefined{
		{
			Carries: []string{"dis-lead-role-of-risk-survey"},
			Reason: spec.T("one clause has the county cooperate, the list of projects has it lead; both stand as written and nothing is computed from the role",
				"正文写配合建设，项目库列为牵头单位；按原文并存，不据此计算"),
			Source: fengdu("四（一）2；附件 项目库 序号1"),
		},
	}
}
