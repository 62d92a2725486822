package hazards_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func at(s string) hazards.Moment {
	m, err := hazards.ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

func TestReportsTravelAsFarAsTheGradeSays(t *testing.T) {
	told := at("2024-12-31 22:30")
	for _, one := range []struct {
		place string
		can   hazards.GradeRange
		want  string // receiver, deadline, ? where only a higher grade asks for it
	}{
		{"990101", hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Ordinary}, "county 23:30, prefecture 01:30"},
		{"990101", hazards.GradeRange{Lowest: hazards.Large, Highest: hazards.Large}, "county 23:30, prefecture 01:30, province 03:30"},
		{"990101", hazards.GradeRange{Lowest: hazards.Major, Highest: hazards.Major}, "county 23:30, prefecture 01:30, province 03:30, state 05:30"},
		{"990101", hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Extraordinary}, "county 23:30, prefecture 01:30, province 03:30 ?, state 05:30 ?"},
		{"500230", hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Ordinary}, "county 23:30, province 01:30"},
		{"500230001", hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Major}, "county 23:30, province 01:30, state 03:30 ?"},
		{"429004", hazards.GradeRange{Lowest: hazards.Large, Highest: hazards.Large}, "county 23:30, province 01:30"},
		{"", hazards.GradeRange{Lowest: hazards.Large, Highest: hazards.Large}, "county 23:30, prefecture 01:30, province 03:30"},
		{"990101", hazards.GradeRange{}, ""},
		{"990101", hazards.GradeRange{Lowest: hazards.Large, Highest: hazards.Ordinary}, ""},
	} {
		var place hazards.DivisionCode
		if one.place != "" {
			place = division(one.place)
		}
		var got []string
		last := hazards.UnitConcerned
		for _, leg := range hazards.ReportLegs(told, one.can, place) {
			text := leg.To.String() + " " + leg.By.String()[11:16]
			if !leg.Certain {
				text += " ?"
			}
			if leg.From != last || !leg.Source.Complete() {
				t.Errorf("%s: from %v after %v, %v", one.place, leg.From, last, leg.Source)
			}
			last = leg.To
			got = append(got, text)
		}
		if diff := cmp.Diff(one.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s %v: %s", one.place, one.can, diff)
		}
	}
	legs := hazards.ReportLegs(told, hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Ordinary}, division("990101"))
	if legs[1].By.Date() != day("2025-01-01") || legs[0].Within.Seconds() != 3600 || legs[1].Within.Seconds() != 7200 {
		t.Errorf("%+v", legs)
	}
	for _, leg := range hazards.ReportLegs(hazards.Moment{}, hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Ordinary}, division("990101")) {
		if !leg.By.IsZero() {
			t.Errorf("a deadline without a moment: %v", leg.By)
		}
	}
}

func TestStagesKeepTheirLimitToTheSecond(t *testing.T) {
	told := at("2024-02-28T23:30:00+08:00")
	for _, one := range []struct {
		to       hazards.Authority
		reported string
		want     spec.Verdict
	}{
		{hazards.CountyAuthority, "2024-02-29T00:30:00+08:00", spec.Met},
		{hazards.CountyAuthority, "2024-02-29T00:30:01+08:00", spec.Unmet},
		{hazards.PrefectureAuthority, "2024-02-29T01:30:00+08:00", spec.Met},
		{hazards.StateAuthority, "2024-02-29T01:30:01+08:00", spec.Unmet},
		{hazards.CountyAuthority, "2024-02-28T23:30:00+08:00", spec.Met},
		{hazards.CountyAuthority, "2024-02-28T23:29:59+08:00", spec.Unknown},
	} {
		if got := (hazards.AccidentReport{To: one.to, Told: told, Reported: at(one.reported)}).InTime(); got != one.want {
			t.Errorf("to the %v at %s: %v", one.to, one.reported, got)
		}
	}
	if got := (hazards.AccidentReport{To: hazards.CountyAuthority, Told: told}).InTime(); got != spec.Unknown {
		t.Errorf("not reported: %v", got)
	}
}

func TestStagesThatMustBeAndAreNotRecordedAreUnknown(t *testing.T) {
	r := hazards.Incident{ID: "a", Place: division("990101"), Date: day("2024-01-01"), Deaths: 3}.Reported()
	stage := func(to hazards.Authority, told, reported string) hazards.AccidentReport {
		return hazards.AccidentReport{Incident: "a", To: to, Told: at(told), Reported: at(reported)}
	}
	records := []hazards.AccidentReport{
		stage(hazards.CountyAuthority, "2024-01-01 08:00", "2024-01-01 09:01"),
		stage(hazards.CountyAuthority, "2024-01-01 08:00", "2024-01-01 08:50"), // the earlier report counts
		stage(hazards.PrefectureAuthority, "2024-01-01 09:00", "2024-01-01 11:30"),
		{Incident: "b", To: hazards.ProvinceAuthority, Told: at("2024-01-01 09:00"), Reported: at("2024-01-01 09:30")},
	}
	want := hazards.ReportCheck{Incident: "a", Verdict: spec.Unmet, Stages: []hazards.StageCheck{
		{To: hazards.CountyAuthority, Verdict: spec.Met}, {To: hazards.PrefectureAuthority, Verdict: spec.Unmet}, {To: hazards.ProvinceAuthority}}}
	if diff := cmp.Diff(want, hazards.CheckReports(&r, hazards.Order493(), records)); diff != "" {
		t.Error(diff)
	}
	// A report that went further than it must is judged as well.
	r.Deaths = exactly(1)
	got := hazards.CheckReports(&r, hazards.Order493(), append(records, stage(hazards.StateAuthority, "2024-01-01 12:00", "2024-01-01 13:00")))
	if len(got.Stages) != 3 || got.Stages[2] != (hazards.StageCheck{To: hazards.StateAuthority, Verdict: spec.Met}) {
		t.Errorf("%+v", got)
	}
}

func TestWhoInvestigates(t *testing.T) {
	table := hazards.Order493()
	open := hazards.Incident{Deaths: 1, Place: division("990101")}.Reported()
	open.SeriousInjuries = spec.AtMost[measure.People](10)
	harmless := hazards.Incident{Place: division("990101")}.Reported()
	injured := hazards.Incident{SeriousInjuries: 1}.Reported()
	unknownInjured := hazards.Incident{}.Reported()
	unknownInjured.SeriousInjuries = spec.AtMost[measure.People](1)
	costly := hazards.Incident{DirectLoss: wanYuan("1000")}.Reported()
	for _, one := range []struct {
		name   string
		by     hazards.Authority
		report hazards.ReportedIncident
		want   spec.Verdict
	}{
		{"county, ordinary", hazards.CountyAuthority, hazards.Incident{Deaths: 2}.Reported(), spec.Met},
		{"county, large", hazards.CountyAuthority, hazards.Incident{Deaths: 3}.Reported(), spec.Unmet},
		{"prefecture, large", hazards.PrefectureAuthority, hazards.Incident{Deaths: 3}.Reported(), spec.Met},
		{"a prefecture in Chongqing, large", hazards.PrefectureAuthority, hazards.Incident{Deaths: 3, Place: division("500230")}.Reported(), spec.Unmet},
		{"Chongqing, large", hazards.ProvinceAuthority, hazards.Incident{Deaths: 3, Place: division("500230")}.Reported(), spec.Met},
		{"prefecture, major", hazards.PrefectureAuthority, hazards.Incident{Deaths: 10}.Reported(), spec.Unmet},
		{"province, major", hazards.ProvinceAuthority, hazards.Incident{Deaths: 10}.Reported(), spec.Met},
		{"province, extraordinary", hazards.ProvinceAuthority, hazards.Incident{Deaths: 30}.Reported(), spec.Unmet},
		{"State, ordinary", hazards.StateAuthority, hazards.Incident{}.Reported(), spec.Met},
		{"county, ordinary or large", hazards.CountyAuthority, open, spec.Unknown},
		{"prefecture, ordinary or large", hazards.PrefectureAuthority, open, spec.Met},
		{"the unit, nobody hurt", hazards.UnitConcerned, harmless, spec.Met},
		{"the unit, one hurt", hazards.UnitConcerned, injured, spec.Unmet},
		{"the unit, perhaps one hurt", hazards.UnitConcerned, unknownInjured, spec.Unknown},
		{"the unit, large by loss", hazards.UnitConcerned, costly, spec.Unmet},
		{"nobody named", 0, harmless, spec.Unknown},
	} {
		if got := table.MayInvestigate(one.by, &one.report); got != one.want {
			t.Errorf("%s: %v, want %v", one.name, got, one.want)
		}
	}
	if hazards.Investigator(0, hazards.DivisionCode{}) != 0 || hazards.ReportReaches(0, hazards.DivisionCode{}) != 0 {
		t.Error("an ungraded accident has an investigator")
	}
}

// Order No. 493, articles 29 and 32: 60 and 60, 15, for extraordinary ones 30
// and 30 days.
func TestInvestigationsEndOnTheLastDay(t *testing.T) {
	accident := day("2024-01-01")
	for _, one := range []struct {
		got, want measure.Date
	}{
		{hazards.InvestigationDue(accident, 0), day("2024-03-01")},
		{hazards.InvestigationDue(accident, 60), day("2024-04-30")},
		{hazards.InvestigationDue(accident, 61), day("2024-04-30")},
		{hazards.InvestigationDue(accident, -5), day("2024-03-01")},
		{hazards.InvestigationDue(measure.Date{}, 0), measure.Date{}},
		{hazards.ReplyDue(accident, hazards.Large, 0), day("2024-01-16")},
		{hazards.ReplyDue(accident, hazards.Large, 30), day("2024-01-16")},
		{hazards.ReplyDue(accident, hazards.Extraordinary, 0), day("2024-01-31")},
		{hazards.ReplyDue(accident, hazards.Extraordinary, 30), day("2024-03-01")},
		{hazards.ReplyDue(accident, hazards.Extraordinary, 31), day("2024-03-01")},
	} {
		if one.got != one.want {
			t.Errorf("%v, want %v", one.got, one.want)
		}
	}
	r := hazards.Incident{ID: "a", Date: accident, Deaths: 1}.Reported()
	for _, one := range []struct {
		name               string
		v                  hazards.Investigation
		asOf               string
		who, report, reply spec.Verdict
	}{
		{"not due", hazards.Investigation{By: hazards.CountyAuthority}, "2024-03-01", spec.Met, spec.NotApplicable, spec.NotApplicable},
		{"overdue", hazards.Investigation{By: hazards.CountyAuthority}, "2024-03-02", spec.Met, spec.Unmet, spec.NotApplicable},
		{"no date", hazards.Investigation{By: hazards.CountyAuthority}, "", spec.Met, spec.Unknown, spec.NotApplicable},
		{"extended", hazards.Investigation{By: hazards.CountyAuthority, Extension: 1}, "2024-03-02", spec.Met, spec.NotApplicable, spec.NotApplicable},
		{"on the last day", hazards.Investigation{By: hazards.CountyAuthority, Submitted: day("2024-03-01"), Replied: day("2024-03-16")}, "2024-12-31", spec.Met, spec.Met, spec.Met},
		{"a day late twice", hazards.Investigation{By: hazards.CountyAuthority, Submitted: day("2024-03-02"), Replied: day("2024-03-18")}, "2024-12-31", spec.Met, spec.Unmet, spec.Unmet},
		{"handed in after the date", hazards.Investigation{By: hazards.CountyAuthority, Submitted: day("2024-02-20")}, "2024-02-10", spec.Met, spec.NotApplicable, spec.NotApplicable},
		{"no reply yet", hazards.Investigation{By: hazards.CountyAuthority, Submitted: day("2024-02-20")}, "2024-03-06", spec.Met, spec.Met, spec.NotApplicable},
		{"no reply in time", hazards.Investigation{By: hazards.CountyAuthority, Submitted: day("2024-02-20")}, "2024-03-07", spec.Met, spec.Met, spec.Unmet},
	} {
		var asOf measure.Date
		if one.asOf != "" {
			asOf = day(one.asOf)
		}
		who, report, reply := one.v.Check(&r, hazards.Order493(), asOf)
		if who != one.who || report != one.report || reply != one.reply {
			t.Errorf("%s: %v %v %v", one.name, who, report, reply)
		}
	}
	// While the grade is open between 15 and 30 days, so is a reply between them.
	r.Deaths = spec.AtLeast[measure.People](1)
	_, _, reply := hazards.Investigation{By: hazards.StateAuthority, Submitted: day("2024-02-01"), Replied: day("2024-02-20")}.Check(&r, hazards.Order493(), day("2024-12-31"))
	if reply != spec.Unknown {
		t.Errorf("%v", reply)
	}
	if got := hazards.CheckInvestigation(&r, hazards.Order493(), nil, day("2024-12-31")); got.Recorded || got.Verdict != spec.Unknown || got.Due != day("2024-03-01") {
		t.Errorf("%+v", got)
	}
	days, extension := hazards.InvestigationWithin()
	if days.Value != 60 || extension.Value != 60 || !days.Known() || hazards.UnitReportWithin().Value.Seconds() != 3600 ||
		hazards.LevelReportWithin().Value.Seconds() != 7200 || hazards.FirstDisasterReport().Value.Seconds() != 7200 {
		t.Error("a limit differs from the print")
	}
}

func TestTriggersFireAtTheirNumber(t *testing.T) {
	no := func(f *hazards.Facts, s *hazards.FireState) {
		*f = hazards.KnownFacts{}.Facts()
		n := spec.Exactly(false)
		*s = hazards.FireState{Burning: spec.Exactly(measure.Seconds(0)), StateBorder: n, ProvinceBorder: n, CountyBorder: n,
			ThreatensHomes: n, VirginForest: n, KeyForest: n, NeedsHelpFromTheState: n}
	}
	yes := spec.Exactly(true)
	for _, one := range []struct {
		name string
		set  func(*hazards.Facts, *hazards.FireState)
		want string
	}{
		{"nothing", func(*hazards.Facts, *hazards.FireState) {}, ""},
		{"1 dead", func(f *hazards.Facts, _ *hazards.FireState) { f.Deaths = exactly(1) }, "forest-fire-local-casualties"},
		{"3 dead", func(f *hazards.Facts, _ *hazards.FireState) { f.Deaths = exactly(3) }, "forest-fire-casualties forest-fire-local-casualties"},
		{"2 injured", func(f *hazards.Facts, _ *hazards.FireState) { f.SeriousInjuries = exactly(2) }, ""},
		{"3 injured", func(f *hazards.Facts, _ *hazards.FireState) { f.SeriousInjuries = exactly(3) }, "forest-fire-local-casualties"},
		{"9 injured", func(f *hazards.Facts, _ *hazards.FireState) { f.SeriousInjuries = exactly(9) }, "forest-fire-local-casualties"},
		{"10 injured", func(f *hazards.Facts, _ *hazards.FireState) { f.SeriousInjuries = exactly(10) }, "forest-fire-casualties forest-fire-local-casualties"},
		{"100 ha", func(f *hazards.Facts, _ *hazards.FireState) { f.BurntForest = spec.Exactly(hectares("100")) }, "forest-fire-major"},
		{"99.9 ha", func(f *hazards.Facts, _ *hazards.FireState) { f.BurntForest = spec.Exactly(hectares("99.9")) }, ""},
		{"a second below 4 h", func(_ *hazards.Facts, s *hazards.FireState) { s.Burning = spec.Exactly(measure.Seconds(14399)) }, ""},
		{"4 h", func(_ *hazards.Facts, s *hazards.FireState) { s.Burning = spec.Exactly(measure.Seconds(14400)) }, "forest-fire-4h"},
		{"24 h", func(_ *hazards.Facts, s *hazards.FireState) { s.Burning = spec.AtLeast(measure.Seconds(86400)) }, "forest-fire-24h forest-fire-4h"},
		{"borders", func(_ *hazards.Facts, s *hazards.FireState) {
			s.StateBorder, s.ProvinceBorder, s.CountyBorder = yes, yes, yes
		}, "forest-fire-state-border forest-fire-province-border forest-fire-county-border"},
		{"sites", func(_ *hazards.Facts, s *hazards.FireState) {
			s.ThreatensHomes, s.VirginForest, s.KeyForest, s.NeedsHelpFromTheState = yes, yes, yes, yes
		}, "forest-fire-homes forest-fire-virgin forest-fire-help forest-fire-key-forest"},
	} {
		var facts hazards.Facts
		var state hazards.FireState
		no(&facts, &state)
		one.set(&facts, &state)
		list := hazards.ForestFireTriggers(&facts, state)
		var got []string
		for _, x := range list {
			if x.Verdict == spec.Met {
				got = append(got, x.Trigger.ID)
			}
			if x.Verdict == spec.Unknown || !x.Trigger.Source.Complete() || !x.Trigger.Text.Complete() || x.Trigger.To == 0 {
				t.Errorf("%s: %+v", one.name, x)
			}
		}
		if strings.Join(got, " ") != one.want || (hazards.MustReport(list) == spec.Met) != (one.want != "") {
			t.Errorf("%s: %v, must report: %v", one.name, got, hazards.MustReport(list))
		}
	}
	if got := hazards.MustReport(hazards.ForestFireTriggers(&hazards.Facts{}, hazards.FireState{})); got != spec.Unknown {
		t.Errorf("nothing known: %v", got)
	}
	flooded := hazards.Disaster{Hazard: hazards.FloodDrought, Deaths: spec.AtMost[measure.People](9), Missing: exactly(0)}
	if got := hazards.MustReport(flooded.Triggers()); got != spec.Unmet {
		t.Errorf("at most 9 dead: %v", got)
	}
	flooded.Deaths = spec.AtMost[measure.People](10)
	if got := hazards.MustReport(flooded.Triggers()); got != spec.Unknown {
		t.Errorf("at most 10 dead: %v", got)
	}
	d := hazards.Disaster{Hazard: hazards.Geological, Deaths: exactly(0), Missing: exactly(0), DirectLoss: spec.Exactly(wanYuan("499")),
		Threatened: exactly(499), PossibleLoss: spec.Exactly(wanYuan("0"))}
	if got := hazards.MustReport(d.Triggers()); got != spec.Unmet {
		t.Errorf("medium geological: %v", got)
	}
	d.Threatened = exactly(500)
	list := d.Triggers()
	if last := list[len(list)-1]; last.Verdict != spec.Met || last.Trigger.Within.Value.Seconds() != 3600 || last.Trigger.To != hazards.ProvinceAuthority {
		t.Errorf("%+v", last)
	}
	flood := hazards.Disaster{Hazard: hazards.FloodDrought, Deaths: exactly(4), Missing: exactly(5)}
	if got := hazards.MustReport(flood.Triggers()); got != spec.Unmet {
		t.Errorf("9 dead and missing: %v", got)
	}
	flood.Missing = exactly(6)
	if got := hazards.MustReport(flood.Triggers()); got != spec.Met {
		t.Errorf("10 dead and missing: %v", got)
	}
}

func TestAuthoritiesAreReadBack(t *testing.T) {
	for _, a := range hazards.Authorities() {
		for _, word := range []string{a.String(), a.In(spec.Chinese)} {
			if got, ok := hazards.ParseAuthority(word); !ok || got != a {
				t.Errorf("%q is read as %v", word, got)
			}
		}
	}
	if _, ok := hazards.ParseAuthority("乡镇"); ok {
		t.Error("a township investigates")
	}
}

func TestAStagesClockStartsWhenTheStageBeforeWasReceived(t *testing.T) {
	place, err := hazards.ParseDivisionCode("500230")
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) hazards.Moment {
		m, err := hazards.ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	incident := hazards.Incident{ID: "a", Date: measure.DateOf(2023, 10, 9), Place: place, Deaths: 3}.Reported()
	over := hazards.AuthoritiesOver(place)
	first, second := over[0], over[1]
	records := []hazards.AccidentReport{
		{Incident: "a", To: first, Told: at("2023-10-09 09:30"), Reported: at("2023-10-09 10:03")},
		{Incident: "a", To: second, Told: at("2023-10-09 12:10"), Reported: at("2023-10-09 12:14")},
	}
	if got := hazards.CheckReports(&incident, hazards.Order493(), records).Stages[1].Verdict; got != spec.Unmet {
		t.Errorf("told at 10:03 and reported at 12:14: %v", got)
	}
	records[1].Reported = at("2023-10-09 12:03")
	records[1].Told = at("2023-10-09 11:00")
	if got := hazards.CheckReports(&incident, hazards.Order493(), records).Stages[1].Verdict; got != spec.Met {
		t.Errorf("two hours to the minute: %v", got)
	}
}
