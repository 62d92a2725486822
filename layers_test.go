package emergency_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestTheCountysOwnFigureDecidesUntilAnotherLayerIsChosen(t *testing.T) {
	plan, county := fengdu(t)
	required := func(p emergency.FiveYearPlan) (hours string, f spec.Finding) {
		for _, f := range p.Assess(county, measure.Date{}).Findings() {
			if f.Rule == "reserves.relief-time" {
				for _, in := range f.Inputs {
					if in.Name == "limit" {
						return in.Value.String(), f
					}
				}
			}
		}
		t.Fatal("no limit of relief")
		return "", f
	}
	if hours, _ := required(plan); hours != "24" {
		t.Errorf("the county's own figure is %s hours", hours)
	}
	nation, err := plan.With("layers.relief-within", "nation")
	if err != nil {
		t.Fatal(err)
	}
	hours, f := required(nation)
	if hours != "10" || !slices.Contains(f.Readings, "layers.relief-within=nation") {
		t.Errorf("the nation's figure gives %s hours, %v", hours, f.Readings)
	}
	if !strings.HasSuffix(f.Title.EN, "(by the figure of the nation)") || !strings.HasSuffix(f.Title.ZH, "（采用国家数值）") {
		t.Errorf("the title speaks of the county's own figure: %+v", f.Title)
	}
	own, err := nation.With("layers.relief-within", "county")
	if err != nil {
		t.Fatal(err)
	}
	if _, f := required(own); strings.Contains(f.Title.EN, "by the figure") {
		t.Errorf("chosen back, the title is %+v", f.Title)
	}
	if hours, _ := required(own); hours != "24" || len(plan.Changes(own)) != 0 {
		t.Errorf("chosen back, the figure is %s hours", hours)
	}
	for _, bad := range [][2]string{{"layers.relief-within", "province"}, {"layers.nothing", "nation"}, {"layers.fixed-share", "nation"}} {
		if _, err := plan.With(bad[0], bad[1]); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
}

func TestEveryLayeredFigureIsCitedAndFound(t *testing.T) {
	plan, county := fengdu(t)
	report := plan.Assess(county, measure.Date{})
	if len(plan.Layers()) < 8 {
		t.Fatalf("only %d layered figures", len(plan.Layers()))
	}
	for _, l := range plan.Layers() {
		if l.Path != "" && (l.Own.Value == "" || l.Decides != emergency.CountyLayer) {
			t.Errorf("%s: the plan's own figure does not decide: %+v", l.ID, l)
		}
		for _, v := range l.Beside {
			if v.Value == "" || !v.Source.Complete() || v.Layer == emergency.CountyLayer {
				t.Errorf("%s: %+v", l.ID, v)
			}
			if v.Finding != "" && !slices.ContainsFunc(emergency.Rules(), func(r spec.Rule) bool { return r.ID == v.Finding }) {
				t.Errorf("%s is judged by %s, which is no rule", l.ID, v.Finding)
			}
			if v.Mandatory && v.Finding == "" && v.Value != l.Own.Value {
				t.Errorf("%s: a mandatory norm of another value has no finding of its own", l.ID)
			}
		}
		for _, id := range l.Concerns {
			papers, err := report.Explain(id, "")
			if err != nil {
				t.Errorf("%s concerns %s: %v", l.ID, id, err)
				continue
			}
			for _, v := range l.Beside {
				if text := papers.Text(spec.English); !strings.Contains(text, v.Layer.In(spec.English)+" = "+v.Value) {
					t.Errorf("the explanation of %s does not say what the %s says", id, v.Layer)
				}
			}
		}
	}
}

func TestAnEditionIsInForceOnItsDaysOnly(t *testing.T) {
	for _, d := range emergency.Fengdu().Editions() {
		for i, e := range d.Editions {
			if e.From.IsZero() {
				continue
			}
			if got, ok := d.InForce(e.From); !ok || got != e {
				t.Errorf("%s is not in force on its first day: %+v", e.Number, got)
			}
			if got, ok := d.InForce(e.From.AddDays(-1)); ok && (i == 0 || got != d.Editions[i-1]) {
				t.Errorf("before %s holds %+v", e.Number, got)
			}
			if !e.To.IsZero() {
				if got, ok := d.InForce(e.To); !ok || got != e {
					t.Errorf("%s is not in force on its last day", e.Number)
				}
			}
		}
	}
	for _, day := range []struct {
		date measure.Date
		want string
	}{{measure.DateOf(2021, 6, 1), "GB 51143-2015"}, {measure.DateOf(2022, 8, 2), "GB 51143-2015（2021年局部修订）"}} {
		for _, d := range emergency.Fengdu().Editions() {
			if e, ok := d.InForce(day.date); d.Document == "防灾避难场所设计规范" && (!ok || e.Number != day.want) {
				t.Errorf("on %s holds %s", day.date, e.Number)
			}
		}
	}
}
