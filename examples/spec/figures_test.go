package main

import (
	"encoding/csv"
	stdhtml "html"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/spec"
)

func fengduPage(t *testing.T) page {
	t.Helper()
	p, err := pageOf(emergency.Fengdu(), sourceIndex())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func isRule(id string) bool {
	return slices.ContainsFunc(emergency.Rules(), func(r spec.Rule) bool { return r.ID == id })
}

// places returns whether a plan's files have anything at a place.
func places(plan emergency.FiveYearPlan) func(string) bool {
	var nothing emergency.FiveYearPlan
	all := nothing.Changes(plan)
	return func(place string) bool {
		return slices.ContainsFunc(all, func(c emergency.ValueChange) bool { return within(c.Path, place) })
	}
}

func TestEveryRowOfRestsNamesARuleAndSomethingOfThePlan(t *testing.T) {
	p := fengduPage(t)
	rows, err := csv.NewReader(strings.NewReader(restsCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		one := rest{row[1], row[2]}
		if line := strings.Join(row, ","); seen[line] {
			t.Errorf("%s stands twice", line)
		} else {
			seen[line] = true
		}
		if !isRule(row[0]) {
			t.Errorf("rests.csv names %s, which is no rule", row[0])
		}
		if !slices.ContainsFunc(p.held, one.names) {
			t.Errorf("%s rests on %s (%s), where nothing is", row[0], one.place, one.with)
		}
	}
	if len(seen) < 100 {
		t.Errorf("%d rows", len(seen))
	}
}

// The page is never silent: a rule shows parameters or says why it needs none,
// and does not do both.
func TestEveryRuleShowsParametersOrSaysWhyItHasNone(t *testing.T) {
	p := fengduPage(t)
	with, without := 0, 0
	for _, part := range p.rooms {
		for _, r := range part.rules {
			switch {
			case len(r.parameters) > 0 && slices.ContainsFunc(r.none, func(n none) bool { return n.why != "list" }):
				t.Errorf("%s shows %s and is said to have no parameter", r.ID, r.parameters[0].ID)
			case len(r.parameters) > 0:
				with++
			case r.besideParameters(spec.English) == "" || r.besideParameters(spec.Chinese) == "":
				t.Errorf("%s shows neither a parameter nor why there is none", r.ID)
			default:
				without++
			}
			for _, lang := range []spec.Lang{spec.English, spec.Chinese} {
				one := page{plan: p.plan, terms: p.terms, rooms: []room{{rules: []rule{r}}}}
				for _, said := range []string{markdown(one, lang), stdhtml.UnescapeString(html(one, lang)), asJSON(one, lang)} {
					if text := r.besideParameters(lang); !strings.Contains(said, text) {
						t.Errorf("a page of %s does not say: %s", r.ID, text)
					}
				}
			}
		}
	}
	if with+without != len(emergency.Rules()) || with < without {
		t.Errorf("%d rules with parameters, %d without, of %d", with, without, len(emergency.Rules()))
	}
}

func TestEveryReasonForNoParameterHolds(t *testing.T) {
	second, err := emergency.ReadPlan(secondcounty.Plan())
	if err != nil {
		t.Fatal(err)
	}
	nones, err := noneOf()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	here, there := places(emergency.Fengdu()), places(second)
	for _, rule := range emergency.Rules() {
		for _, one := range nones[rule.ID] {
			used[one.why] = true
			switch text := whyNone[one.why]; {
			case !text.Complete():
				t.Errorf("%s: the reason %q has no words in both languages", rule.ID, one.why)
			case one.why == "list" && !here(one.place):
				t.Errorf("%s goes by %q, where the plan has nothing", rule.ID, one.place)
			case one.why == "optional" && (here(one.place) || !there(one.place)):
				t.Errorf("%s: %q must be set by the second county's plan and not by Fengdu's", rule.ID, one.place)
			case one.why != "list" && one.why != "optional" && one.place != "":
				t.Errorf("%s: %s takes no place", rule.ID, one.why)
			case one.why == "law" && rule.Source.Standing != spec.Statute && rule.Source.Standing != spec.Standard && rule.Source.Standing != spec.Unverified:
				t.Errorf("%s cites no statute or standard: %s", rule.ID, rule.Source)
			case (one.why == "records" || one.why == "reported") && len(rule.Reads) == 0 && !strings.HasPrefix(rule.ID, "cross."):
				t.Errorf("%s reads nothing of the county's", rule.ID)
			case one.why == "reading" && len(rule.Readings) == 0:
				t.Errorf("%s has no reading", rule.ID)
			case one.why == "unset" && rule.Kind != spec.FigureKind:
				t.Errorf("%s judges, and so cannot do without a value", rule.ID)
			}
		}
	}
	for rule := range nones {
		if !isRule(rule) {
			t.Errorf("none.csv names %s, which is no rule", rule)
		}
	}
	for why := range whyNone {
		if !used[why] {
			t.Errorf("no rule has the reason %s", why)
		}
	}
}

func TestWhatARuleShowsHasItsSource(t *testing.T) {
	p := fengduPage(t)
	for _, part := range p.rooms {
		for _, r := range part.rules {
			for _, one := range r.parameters {
				if one.Source.Document == "" || one.Source.Standing == 0 || p.said(one, spec.Chinese) == "" {
					t.Errorf("%s shows %s as %q, source %q", r.ID, one.ID, p.said(one, spec.Chinese), cite(one.Source, spec.Chinese))
				}
			}
		}
	}
}

// Of a kind of entries the page shows as many as the rule asks about.
func TestARuleShowsEveryEntryItAsksAbout(t *testing.T) {
	p, seen := fengduPage(t), 0
	for _, part := range p.rooms {
		for _, r := range part.rules {
			if !strings.HasPrefix(r.ID, "hazards.listed-") {
				continue
			}
			for _, in := range r.findings[0].Inputs {
				if in.Name == "entries" {
					seen++
					if n := strconv.Itoa(len(r.parameters)); in.Value.String() != n {
						t.Errorf("%s asks about %s entries, the page shows %s", r.ID, in.Value, n)
					}
				}
			}
		}
	}
	if seen != 5 {
		t.Errorf("%d rules looked at", seen)
	}
}

func TestAnInputIsFoundByItsNumberUnitAndPlace(t *testing.T) {
	at := spec.Source{Document: "某标准", Place: "表1", Standing: spec.Standard}
	value := func(id, value string) emergency.Carrier {
		return emergency.Carrier{Kind: emergency.ByParameter, ID: id, Value: value, Source: at}
	}
	entry := emergency.Carrier{Kind: emergency.ByEntry, ID: "row", Value: "class: reserve; money: 300 wan-yuan", Source: at}
	elsewhere := value("elsewhere", "1.0 m2")
	elsewhere.Source.Place = "表2"
	for _, one := range []struct {
		name string
		held []emergency.Carrier
		in   spec.Input
		want string
	}{
		{"a unit of another kind", []emergency.Carrier{value("site", "1 ha"), value("each", "1.0 m2")}, spec.Input{Value: spec.Whole(1), Unit: spec.SquareMetresPP}, "each"},
		{"an area is no people", []emergency.Carrier{value("each", "1 m2")}, spec.Input{Value: spec.Whole(1), Unit: spec.Persons}, ""},
		{"another number", []emergency.Carrier{value("each", "1.5 m2")}, spec.Input{Value: spec.Whole(1), Unit: spec.SquareMetres}, ""},
		{"another place", []emergency.Carrier{elsewhere}, spec.Input{Value: spec.Whole(1), Unit: spec.SquareMetres}, ""},
		{"two that fit", []emergency.Carrier{value("a", "6"), value("b", "6")}, spec.Input{Value: spec.Whole(6), Unit: spec.Items}, ""},
		{"an entry says it too", []emergency.Carrier{entry, value("total", "300 wan-yuan")}, spec.Input{Value: spec.Whole(300), Unit: spec.WanYuan}, ""},
		{"an entry alone", []emergency.Carrier{entry}, spec.Input{Value: spec.Whole(300), Unit: spec.WanYuan}, ""},
		{"unknown", []emergency.Carrier{value("a", "0")}, spec.Input{}, ""},
	} {
		one.in.Source = at
		if got := strings.Join(inputsAmong(one.held, []spec.Finding{{Inputs: []spec.Input{one.in}}}), " "); got != one.want {
			t.Errorf("%s: found %q, want %q", one.name, got, one.want)
		}
	}
}

// A number alone does not make a figure an input: 1 ha is not 1 m² a person, and
// the amount of a project is not the total of what it buys.
func TestARuleShowsNoFigureOfAnother(t *testing.T) {
	no := map[string]string{"shelters.capacity": "shelters.yaml: site_areas", "plans.project-spending": "reserves.yaml",
		"cross.numeral-sets": "teams.yaml: structure", "plans.plan-review": "plans.yaml: contingency.clocks[0]"}
	for _, part := range fengduPage(t).rooms {
		for _, r := range part.rules {
			place, ok := no[r.ID]
			if ok && len(r.parameters) == 0 {
				t.Errorf("%s shows nothing", r.ID)
			}
			for _, one := range r.parameters {
				if ok && strings.HasPrefix(one.ID, place) {
					t.Errorf("%s shows %s", r.ID, one.ID)
				}
			}
			delete(no, r.ID)
		}
	}
	if len(no) > 0 {
		t.Errorf("rules not seen: %v", no)
	}
}

func TestARuleShowsTheFiguresItRestsOn(t *testing.T) {
	want := map[string]string{
		"cross.township-team-size":      "乡镇（街道）综合应急救援队伍：人数 = 298", // an input of its finding
		"cross.shelter-area-per-person": "基期有效避难面积 = 37.96 公顷",     // named in rests.csv, calculated in m²
		"reserves.evacuees":             "保障转移安置人数 = 3000",         // carries the rule's clause
		"hazards.forest-damage-rate":    "森林火灾受害率0.3‰以内（指标量：森林火灾受害率；条件形式：不超过；限值：0.3）",
		"teams.checklist":               "六有 (6) 有班子、有机制、有预案、有队伍、有物资、有培训演练",
		"plans.project-serves":          "防汛抗旱能力建设（重点工程：6；类别：储备项目类；性质：续建；实施期：2021-2025）",
	}
	p := fengduPage(t)
	for _, room := range p.rooms {
		for _, r := range room.rules {
			value, ok := want[r.ID]
			if ok && !slices.ContainsFunc(r.parameters, func(one emergency.Carrier) bool { return p.said(one, spec.Chinese) == value }) {
				t.Errorf("%s does not show %s:", r.ID, value)
				for _, one := range r.parameters {
					t.Error(p.said(one, spec.Chinese))
				}
			}
			delete(want, r.ID)
		}
	}
	if len(want) > 0 {
		t.Errorf("rules not seen: %v", want)
	}
}
