package hazards_test

import (
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The thresholds of relief responses as they are printed, one criterion at a time.
func TestReliefResponsesBeginWhereTheyArePrinted(t *testing.T) {
	national, latest := hazards.NationalReliefResponse(day("2022-08-02")), hazards.NationalReliefResponse(measure.Date{})
	municipal, county := hazards.ChongqingReliefResponse(), hazards.PengshuiReliefResponse()
	quiet := hazards.Facts{Deaths: exactly(0), Missing: exactly(0), Resettled: exactly(0), NeedingAid: exactly(0),
		Rooms: spec.Exactly(measure.Count(0)), Households: spec.Exactly(measure.Count(0)), DroughtNeedingAid: exactly(0), ProvinceRural: exactly(10_000_000)}
	for _, one := range []struct {
		name  string
		scale hazards.Scale[hazards.Response]
		set   func(*hazards.Facts, int64)
		from  []int64 // where IV, III, II and I begin, those that are printed
	}{
		{"national deaths", national, func(f *hazards.Facts, n int64) { f.Deaths = exactly(measure.People(n)) }, []int64{20, 50, 100, 200}},
		{"national deaths of 2024", latest, func(f *hazards.Facts, n int64) { f.Deaths = exactly(measure.People(n)) }, []int64{200}},
		{"national missing of 2024", latest, func(f *hazards.Facts, n int64) { f.Missing = exactly(measure.People(n)) }, []int64{200}},
		{"national aid of 2024", latest, func(f *hazards.Facts, n int64) { f.NeedingAid = exactly(measure.People(n)) }, []int64{2_000_000}},
		{"national resettled of 2024", latest, func(f *hazards.Facts, n int64) { f.Resettled = exactly(measure.People(n)) }, []int64{2_000_000}},
		{"national rooms of 2024", latest, func(f *hazards.Facts, n int64) { f.Rooms = spec.Exactly(measure.Count(n)) }, []int64{300_000}},
		{"national households of 2024", latest, func(f *hazards.Facts, n int64) { f.Households = spec.Exactly(measure.Count(n)) }, []int64{100_000}},
		{"national aid", national, func(f *hazards.Facts, n int64) { f.NeedingAid = exactly(measure.People(n)) }, []int64{100_000, 500_000, 1_000_000, 2_000_000}},
		{"national rooms", national, func(f *hazards.Facts, n int64) { f.Rooms = spec.Exactly(measure.Count(n)) }, []int64{10_000, 100_000, 200_000, 300_000}},
		{"national households", national, func(f *hazards.Facts, n int64) { f.Households = spec.Exactly(measure.Count(n)) }, []int64{3_000, 30_000, 70_000, 100_000}},
		{"national drought", national, func(f *hazards.Facts, n int64) {
			f.DroughtNeedingAid, f.ProvinceRural = exactly(measure.People(n)), exactly(1_000_000_000)
		}, []int64{1_000_000, 2_000_000, 3_000_000, 4_000_000}},
		{"national drought share", national, func(f *hazards.Facts, n int64) {
			f.DroughtNeedingAid, f.ProvinceRural = exactly(measure.People(n)), exactly(1000)
		}, []int64{150, 200, 250, 300}},
		{"municipal deaths", municipal, func(f *hazards.Facts, n int64) { f.Missing = exactly(measure.People(n)) }, []int64{50}},
		{"municipal resettled", municipal, func(f *hazards.Facts, n int64) { f.Resettled = exactly(measure.People(n)) }, []int64{300_000}},
		{"county deaths", county, func(f *hazards.Facts, n int64) { f.Deaths = exactly(measure.People(n)) }, []int64{5, 10}},
		{"county missing", county, func(f *hazards.Facts, n int64) { f.Missing = exactly(measure.People(n)) }, []int64{5, 10}},
		{"county resettled", county, func(f *hazards.Facts, n int64) { f.Resettled = exactly(measure.People(n)) }, []int64{1_200, 2_000}},
		{"county aid", county, func(f *hazards.Facts, n int64) { f.NeedingAid = exactly(measure.People(n)) }, []int64{1_200, 2_000}},
		{"county rooms", county, func(f *hazards.Facts, n int64) { f.Rooms = spec.Exactly(measure.Count(n)) }, []int64{500, 1_000}},
		{"county households", county, func(f *hazards.Facts, n int64) { f.Households = spec.Exactly(measure.Count(n)) }, []int64{200, 400}},
		{"county drought", county, func(f *hazards.Facts, n int64) { f.DroughtNeedingAid = exactly(measure.People(n)) }, []int64{25_000, 50_000}},
	} {
		levels := hazards.Responses()[4-len(one.from):]
		for i, from := range one.from {
			before := hazards.Response(0)
			if i > 0 {
				before = levels[i-1]
			}
			for n, want := range map[int64]hazards.Response{from - 1: before, from: levels[i]} {
				facts := quiet
				one.set(&facts, n)
				if got, ok := one.scale.Bounds(&facts).Settled(); !ok || got != want {
					t.Errorf("%s %d: %v, want %v", one.name, n, got, want)
				}
			}
		}
		if one.scale.Partial() != (len(one.from) < 4) {
			t.Errorf("%s: partial %v", one.name, one.scale.Partial())
		}
	}
}

func TestUnfirmThresholdsSaySo(t *testing.T) {
	firm := map[string]bool{}
	national := hazards.NationalReliefResponse(day("2022-08-02"))
	for _, row := range national.Rows() {
		for _, cell := range row.Thresholds {
			firm[row.Step.String()+" "+cell.Criterion.String()] = cell.Source.Standing.Firm()
			if cell.Source.Number != "国办函〔2016〕25号" {
				t.Errorf("%v %v stands at %v", row.Step, cell.Criterion, cell.Source)
			}
		}
	}
	for key, want := range map[string]bool{"I deaths": true, "II rooms": true, "III rooms": true, "III drought-aid": false,
		"III drought-share": false, "IV deaths": true, "IV resettled-aid": true, "IV rooms": false, "IV households": false} {
		if got, ok := firm[key]; !ok || got != want {
			t.Errorf("%s: firm %v (%v)", key, got, ok)
		}
	}
	facts := hazards.Facts{Rooms: spec.Exactly(measure.Count(15_000))}
	reached, sources := national.Reached(&facts)
	if len(reached) != 1 || reached[0] != hazards.ByRooms || sources[0].Standing != spec.Unverified {
		t.Errorf("15,000 rooms reach %v by %v", reached, sources)
	}
	pengshui := hazards.PengshuiReliefResponse()
	if rows := pengshui.Rows(); rows[1].Source.Standing != spec.Ours || rows[0].Source.Standing != spec.Published {
		t.Errorf("%v, %v", rows[0].Source, rows[1].Source)
	}
}

// Each disaster is held against the edition in force on its day: 150 dead and 60
// missing open level II of 2016, which counts deaths alone, and level I of 2024,
// which counts the missing as well.
func TestNationalEditionsFollowTheDay(t *testing.T) {
	facts := hazards.Facts{Deaths: exactly(150), Missing: exactly(60), Resettled: exactly(0), NeedingAid: exactly(0),
		Rooms: spec.Exactly(measure.Count(0)), Households: spec.Exactly(measure.Count(0)), DroughtNeedingAid: exactly(0), ProvinceRural: exactly(1)}
	for _, one := range []struct {
		on   string
		want hazards.Response
	}{
		{"2016-03-09", 0}, {"2016-03-10", hazards.ResponseII}, {"2024-01-19", hazards.ResponseII}, {"2024-01-20", hazards.ResponseI}, {"2030-01-01", hazards.ResponseI},
	} {
		scale := hazards.NationalReliefResponse(day(one.on))
		if got, ok := scale.Bounds(&facts).Settled(); !ok || got != one.want {
			t.Errorf("%s: %v, want %v", one.on, got, one.want)
		}
		d := hazards.Disaster{ID: "a", Hazard: hazards.FloodDrought, From: day(one.on), Deaths: exactly(150), Missing: exactly(60)}
		if got := hazards.CheckDisaster(&d, hazards.Scale[hazards.Response]{}).National.Lowest; got != one.want {
			t.Errorf("a disaster of %s reaches %v, want %v", one.on, got, one.want)
		}
	}
	if s := hazards.NationalReliefResponse(day("2024-01-20")); !s.Partial() || s.Rows()[0].Source.Number != "国办函〔2024〕11号" {
		t.Errorf("partial %v, %v", s.Partial(), s.Rows()[0].Source)
	}
}
