package plans

import "github.com/county-emergency/emergency/spec"

// clause cites the plan that the rules were first written from. This room uses
// no figure from outside a plan.
func clause(place string) spec.Source {
	return spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan}
}
