package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Order493 returns the grades of work accidents of the State Council's Order
// No. 493, in force since 2007-06-01, article 3 (生产安全事故报告和调查处理条例). Any one
// criterion suffices; 以上 includes the number. That people unaccounted for
// count with the deaths is taken from article 12, which has them reported as
// casualties; [GradeTable.CountingMissing] changes it.
func Order493() GradeTable {
	const yi = 100_000_000 * 100 // 1亿元 in fen
	return GradeTable{
		// 第三条（一）至（四）
		from: [...]least{
			Ordinary:      {0, 0, measure.Fen(0)},
			Large:         {3, 10, measure.Fen(yi / 10)}, // 1000万元
			Major:         {10, 50, measure.Fen(yi / 2)}, // 5000万元
			Extraordinary: {30, 100, measure.Fen(yi)},
		},
		countMissing: true,
		source:       order493(),
	}
}

func order493() spec.Source { return order493At("第三条") }

func order493At(place string) spec.Source {
	return spec.Source{Document: "生产安全事故报告和调查处理条例", Number: "国务院令第493号", Place: place, Standing: spec.Statute}
}

// fengdu is the plan whose clauses the rules of this package carry.
func fengdu(place string) spec.Source {
	return spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan}
}
