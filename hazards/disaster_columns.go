package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// column returns what is known of a column of disasters.csv; of a name that is
// none, nothing.
func (d *Disaster) column(name string) interval {
	switch name {
	case "injured":
		return peopleKnown(&d.Injured)
	case "serious_injuries":
		return peopleKnown(&d.SeriousInjuries)
	case "resettled":
		return peopleKnown(&d.Resettled)
	case "resettled_now":
		return peopleKnown(&d.ResettledNow)
	case "concentrated":
		return peopleKnown(&d.Concentrated)
	case "concentrated_now":
		return peopleKnown(&d.ConcentratedNow)
	case "dispersed":
		return peopleKnown(&d.Dispersed)
	case "dispersed_now":
		return peopleKnown(&d.DispersedNow)
	case "needing_aid":
		return peopleKnown(&d.NeedingAid)
	case "needing_aid_now":
		return peopleKnown(&d.NeedingAidNow)
	case "collapsed_rooms":
		return countKnown(&d.Collapsed.Rooms)
	case "collapsed_dwellings":
		return countKnown(&d.Collapsed.Dwellings)
	case "severe_rooms":
		return countKnown(&d.SeverelyDamaged.Rooms)
	case "severe_dwellings":
		return countKnown(&d.SeverelyDamaged.Dwellings)
	case "slight_rooms":
		return countKnown(&d.SlightlyDamaged.Rooms)
	case "slight_dwellings":
		return countKnown(&d.SlightlyDamaged.Dwellings)
	case "crops_affected":
		return areaKnown(&d.Crops.Affected)
	case "crops_damaged":
		return areaKnown(&d.Crops.Damaged)
	case "crops_lost":
		return areaKnown(&d.Crops.Lost)
	case "direct_loss":
		return moneyKnown(&d.DirectLoss)
	case "loss_housing":
		return moneyKnown(&d.Losses.Housing)
	case "loss_agriculture":
		return moneyKnown(&d.Losses.Agriculture)
	case "loss_industry":
		return moneyKnown(&d.Losses.Industry)
	case "loss_infrastructure":
		return moneyKnown(&d.Losses.Infrastructure)
	case "loss_public_services":
		return moneyKnown(&d.Losses.PublicServices)
	case "loss_other":
		return moneyKnown(&d.Losses.Other)
	}
	return interval{}
}

func peopleKnown(o *spec.Observed[measure.People]) interval {
	return wholeEnds(o, spec.Persons)
}

func countKnown(o *spec.Observed[measure.Count]) interval {
	return wholeEnds(o, spec.Units)
}

func areaKnown(o *spec.Observed[measure.Area]) interval {
	return knownEnds(o, measure.Area.SquareCentimetres, spec.Hectares)
}

func moneyKnown(o *spec.Observed[measure.Money]) interval {
	return knownEnds(o, measure.Money.Fen, spec.WanYuan)
}

// wholeEnds is knownEnds of what is counted one by one; this is the hot path.
func wholeEnds[T ~int64](o *spec.Observed[T], unit spec.Unit) interval {
	low, high, hasLow, bounded := spec.Ends(o)
	return interval{low: max(0, int64(low)), high: max(0, int64(high)), bounded: bounded, reported: hasLow || bounded, unit: unit}
}

// knownEnds returns the bounds of a value that cannot be negative.
func knownEnds[T any](o *spec.Observed[T], smallest func(T) int64, unit spec.Unit) interval {
	low, high, hasLow, bounded := spec.Ends(o)
	v := interval{bounded: bounded, reported: hasLow || bounded, unit: unit}
	if hasLow {
		v.low = max(0, smallest(low))
	}
	if bounded {
		v.high = max(0, smallest(high))
	}
	return v
}
