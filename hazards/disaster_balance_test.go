package hazards_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func count(n measure.Count) spec.Observed[measure.Count] { return spec.Exactly(n) }

// The flood of 10 and 11 July 2024 in Fengdu as a public paper printed it on
// the second day (MzA4NTQ2NTY5MA==, 2650624316): more people were moved than
// affected. Its loss has no parts and its resettled no number of their own.
func fengduFlood() hazards.Disaster {
	return hazards.Disaster{
		ID: "2024-07", From: day("2024-07-10"), To: day("2024-07-11"), Hazard: hazards.FloodDrought, Place: division("500230"),
		Affected: exactly(2811), Deaths: exactly(0), Missing: exactly(0), MovedInPrecaution: exactly(4090),
		Crops:           hazards.CropDamage{Affected: spec.Exactly(hectares("139.86")), Lost: spec.Exactly(hectares("48"))},
		Collapsed:       hazards.HouseDamage{Rooms: count(4), Households: count(2)},
		SeverelyDamaged: hazards.HouseDamage{Rooms: count(8), Households: count(5)},
		SlightlyDamaged: hazards.HouseDamage{Rooms: count(31), Households: count(24)},
		DirectLoss:      spec.Exactly(wanYuan("1827.42")),
	}
}

func TestMovedPeopleMayExceedTheAffected(t *testing.T) {
	d := fengduFlood()
	got := d.Balance()
	if len(got.Mismatches) != 0 || got.Verdict() != spec.Unknown {
		t.Errorf("%v, %v", got.Mismatches, got.Verdict())
	}
	want := []string{"collapsed-dwellings", "severe-dwellings", "slight-dwellings", "crops-damaged", "crops-lost", "loss-parts"}
	if diff := cmp.Diff(want, got.Open); diff != "" {
		t.Error(diff)
	}
	facts := d.Facts()
	if rooms, _ := facts.Rooms.Value(); rooms != 12 {
		t.Errorf("%v rooms collapsed or severely damaged", rooms)
	}
	if households, _ := facts.Households.Value(); households != 7 {
		t.Errorf("%v households", households)
	}
}

func wholeReturn() hazards.Disaster {
	money := func(s string) spec.Observed[measure.Money] { return spec.Exactly(wanYuan(s)) }
	d := fengduFlood()
	d.Injured, d.SeriousInjuries = exactly(3), exactly(3)
	d.Resettled, d.Concentrated, d.Dispersed = exactly(100), exactly(40), exactly(60)
	d.ResettledNow, d.ConcentratedNow, d.DispersedNow = exactly(70), exactly(30), exactly(40)
	d.NeedingAid, d.NeedingAidNow = exactly(50), exactly(50)
	d.Collapsed.Dwellings, d.SeverelyDamaged.Dwellings, d.SlightlyDamaged.Dwellings = count(4), count(0), count(30)
	d.Crops.Damaged = spec.Exactly(hectares("100"))
	d.Losses = hazards.LossParts{Housing: money("100.42"), Agriculture: money("200"), Industry: money("300"),
		Infrastructure: money("400"), PublicServices: money("500"), Other: money("327")}
	return d
}

func TestEveryLawIsCheckedAtItsBoundary(t *testing.T) {
	whole := wholeReturn()
	if b := whole.Balance(); b.Verdict() != spec.Met || len(b.Held) != len(hazards.BalanceLaws()) || len(b.Missing) != 0 {
		t.Fatalf("%+v", b)
	}
	for _, one := range []struct {
		law    string
		damage func(*hazards.Disaster)
		want   string
	}{
		{"serious-injuries", func(d *hazards.Disaster) { d.SeriousInjuries = exactly(4) }, "serious_injuries 4 ≤ injured 3"},
		{"resettled-parts", func(d *hazards.Disaster) { d.Dispersed = exactly(59) }, "resettled 100 = concentrated + dispersed 99"},
		{"resettled-parts", func(d *hazards.Disaster) { d.Dispersed = exactly(61) }, "resettled 100 = concentrated + dispersed 101"},
		{"resettled-now-parts", func(d *hazards.Disaster) { d.ResettledNow = exactly(71) }, "resettled_now 71 = concentrated_now + dispersed_now 70"},
		{"resettled-now", func(d *hazards.Disaster) {
			d.ResettledNow, d.ConcentratedNow, d.DispersedNow = exactly(101), exactly(40), exactly(61)
		}, "resettled_now 101 ≤ resettled 100"},
		{"concentrated-now", func(d *hazards.Disaster) { d.ConcentratedNow, d.ResettledNow = exactly(41), exactly(81) }, "concentrated_now 41 ≤ concentrated 40"},
		{"dispersed-now", func(d *hazards.Disaster) { d.DispersedNow, d.ResettledNow = exactly(61), exactly(91) }, "dispersed_now 61 ≤ dispersed 60"},
		{"needing-aid-now", func(d *hazards.Disaster) { d.NeedingAidNow = exactly(51) }, "needing_aid_now 51 ≤ needing_aid 50"},
		{"collapsed-dwellings", func(d *hazards.Disaster) { d.Collapsed.Dwellings = count(5) }, "collapsed_dwellings 5 ≤ collapsed_rooms 4"},
		{"severe-dwellings", func(d *hazards.Disaster) { d.SeverelyDamaged.Dwellings = count(9) }, "severe_dwellings 9 ≤ severe_rooms 8"},
		{"slight-dwellings", func(d *hazards.Disaster) { d.SlightlyDamaged.Dwellings = count(32) }, "slight_dwellings 32 ≤ slight_rooms 31"},
		{"crops-damaged", func(d *hazards.Disaster) { d.Crops.Damaged = spec.Exactly(hectares("139.8601")) }, "crops_damaged 139.8601 ≤ crops_affected 139.86"},
		{"crops-lost", func(d *hazards.Disaster) { d.Crops.Lost = spec.Exactly(hectares("100.5")) }, "crops_lost 100.5 ≤ crops_damaged 100"},
		{"loss-parts", func(d *hazards.Disaster) { d.Losses.Other = spec.Exactly(wanYuan("326.99")) },
			"direct_loss 1827.42 = loss_housing + loss_agriculture + loss_industry + loss_infrastructure + loss_public_services + loss_other 1827.41"},
	} {
		d := whole
		one.damage(&d)
		b := d.Balance()
		var broken string
		for _, m := range b.Mismatches {
			if m.Law == one.law {
				broken = m.String()
			}
		}
		if broken != one.want || b.Verdict() != spec.Unmet {
			t.Errorf("%s: %q, want %q", one.law, broken, one.want)
		}
	}
}

func TestBoundsBreakALawOnlyWhereNothingCouldKeepIt(t *testing.T) {
	for _, one := range []struct {
		name                    string
		total, together, spread spec.Observed[measure.People]
		verdict                 spec.Verdict
		told                    string
	}{
		{"parts above the total", exactly(100), spec.AtLeast[measure.People](60), spec.AtLeast[measure.People](41), spec.Unmet, "resettled 100 = concentrated + dispersed ≥101"},
		{"parts may make it up", exactly(100), spec.AtLeast[measure.People](60), spec.AtLeast[measure.People](40), spec.Unknown, ""},
		{"parts too few", exactly(100), exactly(60), spec.AtMost[measure.People](39), spec.Unmet, "resettled 100 = concentrated + dispersed ≤99"},
		{"parts may suffice", exactly(100), exactly(60), spec.AtMost[measure.People](40), spec.Unknown, ""},
		{"total too low", spec.AtMost[measure.People](99), exactly(60), exactly(40), spec.Unmet, "resettled ≤99 = concentrated + dispersed 100"},
		{"total too high", spec.AtLeast[measure.People](101), exactly(60), exactly(40), spec.Unmet, "resettled ≥101 = concentrated + dispersed 100"},
		{"a part unknown", exactly(100), exactly(60), spec.Observed[measure.People]{}, spec.Unknown, ""},
		{"one part above the total", exactly(100), exactly(101), spec.Observed[measure.People]{}, spec.Unmet, "resettled 100 = concentrated + dispersed ≥101"},
		{"nothing reported", spec.Observed[measure.People]{}, spec.Observed[measure.People]{}, spec.Observed[measure.People]{}, spec.NotApplicable, ""},
	} {
		d := hazards.Disaster{Resettled: one.total, Concentrated: one.together, Dispersed: one.spread}
		// The laws about numbers now are open once the totals are known.
		if one.total.Known() || one.together.Known() || one.spread.Known() {
			d.ResettledNow, d.ConcentratedNow, d.DispersedNow = exactly(0), exactly(0), exactly(0)
		}
		b := d.Balance()
		var told []string
		for _, m := range b.Mismatches {
			told = append(told, m.String())
		}
		if b.Verdict() != one.verdict || strings.Join(told, ";") != one.told {
			t.Errorf("%s: %v %v", one.name, b.Verdict(), told)
		}
	}
}

func TestDisasterIsReadAsItWasKnown(t *testing.T) {
	d := wholeReturn()
	late, early := day("2024-08-01"), day("2024-07-31")
	d.Dispersed, d.Collapsed.Rooms, d.Losses.Other = d.Dispersed.Dated(late), d.Collapsed.Rooms.Dated(late), d.Losses.Other.Dated(late)
	d.Crops.Lost, d.ProvinceGDP = d.Crops.Lost.Dated(late), spec.Exactly(wanYuan("1")).Dated(late)
	then, now := d.AsOf(early), d.AsOf(late)
	if then.Dispersed.Known() || then.Collapsed.Rooms.Known() || then.Losses.Other.Known() || then.Crops.Lost.Known() || then.ProvinceGDP.Known() {
		t.Error("what was observed later is known")
	}
	if !now.Dispersed.Known() || !now.Collapsed.Rooms.Known() || !then.Concentrated.Known() {
		t.Error("what was observed is unknown")
	}
	if b := then.Balance(); b.Verdict() != spec.Unknown {
		t.Errorf("%v", b.Verdict())
	}
}
