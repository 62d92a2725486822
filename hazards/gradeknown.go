package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// KnownFacts is [Facts] of which every one is known: the plain form for
// calculations (已知定级依据). A zero here means none, not unknown; a province
// without GDP or rural population has no share.
type KnownFacts struct {
	Deaths, Missing, SeriousInjuries measure.People
	DirectLoss                       measure.Money
	BurntForest                      measure.Area
	Threatened                       measure.People
	PossibleLoss                     measure.Money
	Resettled, NeedingAid            measure.People
	Rooms, Households                measure.Count
	DroughtNeedingAid                measure.People
	ProvinceGDP                      measure.Money
	ProvinceRural                    measure.People
	Magnitude                        Magnitude
}

// Facts returns the facts as a report in which every one is known.
func (k KnownFacts) Facts() Facts {
	return Facts{
		Deaths: spec.Exactly(k.Deaths), Missing: spec.Exactly(k.Missing), SeriousInjuries: spec.Exactly(k.SeriousInjuries),
		DirectLoss: spec.Exactly(k.DirectLoss), BurntForest: spec.Exactly(k.BurntForest),
		Threatened: spec.Exactly(k.Threatened), PossibleLoss: spec.Exactly(k.PossibleLoss),
		Resettled: spec.Exactly(k.Resettled), NeedingAid: spec.Exactly(k.NeedingAid),
		Rooms: spec.Exactly(k.Rooms), Households: spec.Exactly(k.Households), DroughtNeedingAid: spec.Exactly(k.DroughtNeedingAid),
		ProvinceGDP: spec.Exactly(k.ProvinceGDP), ProvinceRural: spec.Exactly(k.ProvinceRural), Magnitude: spec.Exactly(k.Magnitude),
	}
}

// Step returns the step of an event of which every fact is known (定级): the
// highest that any one criterion reaches, 0 below the lowest row. It allocates
// nothing.
func (s *Scale[S]) Step(k *KnownFacts) S {
	row := 0
	for col := range s.width {
		row = max(row, s.reached(col, k.number(s.criteria[col])))
	}
	return s.step(row)
}

// number returns what a criterion looks at, in its smallest unit.
func (k *KnownFacts) number(c Criterion) int64 {
	switch c {
	case ByDeaths:
		return int64(k.Deaths)
	case ByDeathsAndMissing:
		return int64(together(k.Deaths, k.Missing))
	case BySeriousInjuries:
		return int64(k.SeriousInjuries)
	case ByDirectLoss:
		return k.DirectLoss.Fen()
	case ByLossShare:
		return plainShare(k.DirectLoss.Fen(), k.ProvinceGDP.Fen())
	case ByBurntForest:
		return k.BurntForest.SquareCentimetres()
	case ByThreatened:
		return int64(k.Threatened)
	case ByPossibleLoss:
		return k.PossibleLoss.Fen()
	case ByResettledAndNeedingAid:
		return int64(together(k.Resettled, k.NeedingAid))
	case ByRooms:
		return int64(k.Rooms)
	case ByHouseholds:
		return int64(k.Households)
	case ByDroughtNeedingAid:
		return int64(k.DroughtNeedingAid)
	case ByDroughtShare:
		return plainShare(int64(k.DroughtNeedingAid), int64(k.ProvinceRural))
	case ByMagnitude:
		return k.Magnitude.Tenths()
	}
	return 0
}

func plainShare(part, whole int64) int64 {
	if part <= 0 || whole <= 0 {
		return 0
	}
	return partOf(part, whole)
}
