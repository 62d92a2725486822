package hazards_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestExactIncidentNeedsEveryFact(t *testing.T) {
	i := hazards.Incident{ID: "a", Date: day("2021-03-04"), Place: division("500230001"), Sector: hazards.Mines,
		Deaths: 1, Missing: 2, SeriousInjuries: 3, DirectLoss: wanYuan("4.5")}
	back, ok := i.Reported().Exact()
	if diff := cmp.Diff(i, back); diff != "" || !ok {
		t.Error(diff, ok)
	}
	for name, forget := range map[string]func(*hazards.ReportedIncident){
		"deaths":   func(r *hazards.ReportedIncident) { r.Deaths = spec.Observed[measure.People]{} },
		"missing":  func(r *hazards.ReportedIncident) { r.Missing = spec.AtMost[measure.People](2) },
		"injuries": func(r *hazards.ReportedIncident) { r.SeriousInjuries = spec.AtLeast[measure.People](3) },
		"loss":     func(r *hazards.ReportedIncident) { r.DirectLoss = spec.Observed[measure.Money]{} },
	} {
		r := i.Reported()
		forget(&r)
		if got, ok := r.Exact(); ok || got != (hazards.Incident{}) {
			t.Errorf("without %s: %+v", name, got)
		}
	}
}

func TestFactsObservedLaterAreUnknown(t *testing.T) {
	on, before := day("2022-08-03"), day("2022-08-02")
	late := spec.Exactly[measure.People](1).Dated(on)
	loss := spec.Exactly(wanYuan("1")).Dated(on)
	r := hazards.ReportedIncident{Deaths: late, Missing: late, SeriousInjuries: late, DirectLoss: loss}
	d := hazards.Disaster{Deaths: late, Missing: late, Affected: late, MovedInPrecaution: late, Resettled: late, DirectLoss: loss}
	known := func(asOf measure.Date) (n int) {
		r, d := r.AsOf(asOf), d.AsOf(asOf)
		for _, o := range []spec.Observed[measure.People]{r.Deaths, r.Missing, r.SeriousInjuries, d.Deaths, d.Missing, d.Affected, d.MovedInPrecaution, d.Resettled} {
			if o.Known() {
				n++
			}
		}
		for _, o := range []spec.Observed[measure.Money]{r.DirectLoss, d.DirectLoss} {
			if o.Known() {
				n++
			}
		}
		return n
	}
	if known(before) != 0 || known(on) != 10 {
		t.Errorf("%d known the day before, %d on the day", known(before), known(on))
	}
}

func TestSetsOfNamesAreCompared(t *testing.T) {
	a, b := []string{"洪旱", "地质", "森林火灾", "地震", "气象灾害"}, []string{"地质", "水文", "气象", "地震", "林业"}
	for _, one := range []struct {
		name  string
		lists [][]string
		want  bool
	}{
		{"same in other words", [][]string{a, b}, true},
		{"one more", [][]string{a, b[:4]}, false},
		{"third differs", [][]string{a, b, {"地震"}}, false},
		{"no hazard", [][]string{{"瘟疫"}, {"瘟疫"}}, false},
		{"one list", [][]string{a}, false},
		{"none", nil, false},
	} {
		if got := hazards.SameHazards(one.lists...); got != one.want {
			t.Errorf("%s: %v", one.name, got)
		}
	}
}

func TestNoOfficeIsNotTheOfficeWithoutAnID(t *testing.T) {
	p := hazards.Provisions{Offices: []hazards.Body{{}}, Sectors: []hazards.SectorLead{{Sector: hazards.Mines}}}
	if office, ok := p.OfficeOf(hazards.Mines); ok {
		t.Errorf("led by %+v", office)
	}
}

func TestNamesOutsideTheSetsAreRefused(t *testing.T) {
	for _, s := range []string{"", "安全", "防火", "Flood", "洪涝灾害 ", "道路", "other ", "一般事", "特大"} {
		_, a := hazards.ParseNatural(s)
		_, b := hazards.ParseSector(s)
		_, c := hazards.ParseGrade(s)
		if a || b || c {
			t.Errorf("%q was read", s)
		}
	}
	if hazards.Natural(200).String() != "" || hazards.Sector(200).In(spec.English) != "" || hazards.Grade(200).String() != "" || hazards.Level(200).String() != "" {
		t.Error("a value beyond its set has a name")
	}
	aliases := hazards.FloodDrought.Aliases()
	aliases[0] = "changed"
	if hazards.FloodDrought.Aliases()[0] == "changed" {
		t.Error("the set can be changed from outside")
	}
	if text, err := hazards.Mines.MarshalText(); err != nil || string(text) != "mines" {
		t.Errorf("%s %v", text, err)
	}
}

func TestTallyOfNoGradeSettlesNothing(t *testing.T) {
	var tally hazards.GradeTally
	tally.Add(hazards.GradeRange{})
	tally.Add(hazards.GradeRange{Lowest: hazards.Large, Highest: 200})
	if tally.Unsettled() != 2 {
		t.Errorf("%v unsettled", tally.Unsettled())
	}
	if certain, possible := tally.Of(hazards.Extraordinary); certain != 0 || possible != 2 {
		t.Errorf("%v certain, %v possible", certain, possible)
	}
	if certain, possible := tally.Of(200); certain != 0 || possible != 0 {
		t.Errorf("no grade: %v %v", certain, possible)
	}
}
