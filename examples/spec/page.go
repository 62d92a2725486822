package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// page is the specification before it is written in a language and a form.
type page struct {
	plan     emergency.FiveYearPlan
	asOf     measure.Date
	chapters []chapter
	rooms    []room
	clauses  []emergency.Clause
	held     []emergency.Carrier // by the plan's files
	terms    terms
	unclears []unclear
	counts   map[emergency.CarrierKind]int
	carried  int
	open     int // declared as left open
}

// chapter is one chapter of the plan with its clauses.
type chapter struct {
	title   spec.Text
	clauses []emergency.Clause
}

// unclear is one group of unclear clauses with its readings.
type unclear struct {
	emergency.Unclear
	Options []spec.Reading
}

// unclearOf returns the groups in order, each with its readings in full.
func unclearOf() []unclear {
	var out []unclear
	for _, u := range emergency.Unclears() {
		one := unclear{Unclear: u}
		for _, r := range emergency.Readings() {
			if slices.Contains(u.Readings, r.ID) {
				one.Options = append(one.Options, r)
			}
		}
		out = append(out, one)
	}
	return out
}

// room is one part of the library with its rules.
type room struct {
	name  string
	rules []rule
}

// rule is one rule with everything that the page says of it.
type rule struct {
	spec.Rule
	at         place
	call       string
	function   comment
	parameters []emergency.Carrier
	none       []none // why there is no parameter
	readings   []spec.Reading
	findings   []spec.Finding // on Fengdu's published records
	names      []name         // of the derivations
}

// chapterTitles are the plan's chapters in order, by what their places begin
// with. The first that fits takes a clause; 全文 and the cover come first.
var chapterTitles = []struct {
	prefixes []string
	title    spec.Text
}{
	{[]string{"文首", "引言"}, spec.T("Notice and preamble", "文首与引言")},
	{[]string{"一（一）"}, spec.T("1.1 Where the work stands: progress", "一（一）进展与成效")},
	{[]string{"一（二）"}, spec.T("1.2 Challenges", "一（二）面临的挑战")},
	{[]string{"一（三）"}, spec.T("1.3 Opportunities", "一（三）发展的机遇")},
	{[]string{"二（一）", "二（二）"}, spec.T("2.1–2.2 Guiding thought and principles", "二（一）（二）指导思想与基本原则")},
	{[]string{"二（三）"}, spec.T("2.3 Objectives and core indicators", "二（三）主要目标与核心指标")},
	{[]string{"三（一）"}, spec.T("3.1 Institutions and responsibility", "三（一）体制机制与责任")},
	{[]string{"三（二）"}, spec.T("3.2 Foundations: incentives, standards, enforcement", "三（二）工作保障基础")},
	{[]string{"三（三~）"}, spec.T("3.3 Risk, hidden dangers, monitoring and warning", "三（三）风险防控与监测预警")},
	{[]string{"三（四~）"}, spec.T("3.4 Rescue forces", "三（四）应急救援力量")},
	{[]string{"三（五~）"}, spec.T("3.5 Contingency plans, supplies, shelters, relief", "三（五）预案、物资、避难场所与救助")},
	{[]string{"三（六）"}, spec.T("3.6 People, equipment, industry", "三（六）综合保障专业能力")},
	{[]string{"三（七）", "三"}, spec.T("3.7 The public, the grass roots, the market", "三（七）人民防线")},
	{[]string{"四"}, spec.T("4 Key works", "四、重点工程")},
	{[]string{"五"}, spec.T("5 Safeguards", "五、保障措施")},
	{[]string{"附件"}, spec.T("Annex: projects", "附件 项目库")},
	{[]string{""}, spec.T("The text as a whole: checks and discrepancies", "全文互校与出入")},
}

// speaksOf reports whether a worked example is about this rule: that of a
// function which answers many rules is only where it names the rule.
func (r rule) speaksOf(e *example) bool {
	return !strings.HasSuffix(r.call, "Assess") || strings.Contains(e.Code, r.ID) || strings.Contains(e.Output, r.ID)
}

// pageOf gathers the specification.
func pageOf(plan emergency.FiveYearPlan, idx index) (page, error) {
	report, err := assessed(plan)
	if err != nil {
		return page{}, err
	}
	byRule, err := calls()
	if err != nil {
		return page{}, err
	}
	rests, err := restsOn()
	if err != nil {
		return page{}, err
	}
	nones, err := noneOf()
	if err != nil {
		return page{}, err
	}
	words, err := termsOf(plan)
	if err != nil {
		return page{}, err
	}
	p := page{plan: plan, asOf: report.AsOf(), clauses: plan.Clauses(), counts: map[emergency.CarrierKind]int{},
		unclears: unclearOf(), terms: words}
	values, err := parameters(plan, words)
	if err != nil {
		return page{}, err
	}
	p.held = heldBy(p.clauses, values)
	for _, t := range chapterTitles {
		p.chapters = append(p.chapters, chapter{title: t.title})
	}
	for _, c := range p.clauses {
		i := slices.IndexFunc(chapterTitles, func(t struct {
			prefixes []string
			title    spec.Text
		}) bool {
			return slices.ContainsFunc(t.prefixes, func(prefix string) bool { return strings.HasPrefix(c.Place, prefix) })
		})
		p.chapters[i].clauses = append(p.chapters[i].clauses, c)
		switch {
		case !c.Undefined().IsZero():
			p.open++
		case len(c.Carriers) > 0:
			p.carried++
		}
		for _, carrier := range c.Carriers {
			p.counts[carrier.Kind]++
		}
	}
	both, err := bothReports(report)
	if err != nil {
		return page{}, err
	}
	for _, r := range emergency.Rules() {
		in, _, _ := strings.Cut(r.ID, ".")
		if n := len(p.rooms); n == 0 || p.rooms[n-1].name != in {
			p.rooms = append(p.rooms, room{name: in})
		}
		one := rule{Rule: r, at: idx.Rules[r.ID], call: byRule[r.ID], names: namesOf(r, both)}
		one.function = idx.Functions[one.call]
		for _, reading := range emergency.Readings() {
			if slices.Contains(r.Readings, reading.ID) {
				one.readings = append(one.readings, reading)
			}
		}
		for _, f := range report.Findings() {
			if f.Rule == r.ID {
				one.findings = append(one.findings, f)
			}
		}
		one.parameters, one.none = figuresOf(p, r, one.findings, rests[r.ID]), nones[r.ID]
		last := &p.rooms[len(p.rooms)-1]
		last.rules = append(last.rules, one)
	}
	return p, nil
}

// sentence writes the name of a law in words: TestMoreStockNeverServesFewer is
// "more stock never serves fewer", TestGeoJSONKeepsEveryCoordinate "geo JSON
// keeps every coordinate".
func sentence(name string) string {
	letters := []rune(strings.TrimPrefix(name, "Test"))
	upper := func(i int) bool { return i < len(letters) && unicode.IsUpper(letters[i]) }
	var words []string
	for from, to := 0, 1; to <= len(letters); to++ {
		if begins := upper(to) && (!upper(to-1) || to+1 < len(letters) && !upper(to+1)); to < len(letters) && !begins {
			continue
		}
		word := string(letters[from:to])
		if to-from == 1 || strings.ToUpper(word) != word {
			word = strings.ToLower(word)
		}
		words, from = append(words, word), to
	}
	return strings.Join(words, " ")
}
