package indicators

import "github.com/county-emergency/emergency/spec"

// What the units of the formulas stand for. They are definitions, not figures.
const (
	fenPerYiYuan    = 100_000_000 * 100 // 亿元 in fen
	fenPerWanYuan   = 10_000 * 100      // 万元 in fen
	mmPerKilometre  = 1_000_000         // 公里 in mm
	million         = 1_000_000         // 每百万人口
	hundredThousand = 100_000           // 每十万人
)

// planTitle and planNumber name the plan whose clauses the rules cite.
const (
	planTitle  = "丰都县应急管理“十四五”规划"
	planNumber = "丰都府发〔2022〕17号"
)

// clause is a place in the plan itself.
func clause(place string) spec.Source {
	return spec.Source{Document: planTitle, Number: planNumber, Place: place, Standing: spec.InPlan}
}

// ours is a calculation that the plan does not ask for.
func ours(place string) spec.Source {
	return spec.Source{Document: planTitle, Number: planNumber, Place: place, Standing: spec.Ours}
}
