package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DiffFormat names the JSON form of a comparison and its version.
const DiffFormat = "emergency/diff/v1"

// Side is what one of two compared reports was made of.
type Side struct {
	Plan, County Identity
	AsOf         measure.Date
	Readings     []string // chosen other than by default
}

// Diff is a comparison of two reports.
type Diff struct {
	Before, After Side
	Changes       []Change
}

// Change is one finding that differs; Before or After is zero where it is new
// or gone.
type Change struct {
	Kind          string
	Before, After spec.Finding
	Because       []spec.Reason
}

// changeKinds are the kinds of changes in order, with their headings.
var changeKinds = []struct {
	kind string
	text spec.Text
}{
	{"flipped", spec.T("Verdicts that flip", "结论翻转")},
	{"moved", spec.T("Numbers that move", "数值变动")},
	{"appeared", spec.T("New findings", "新增事项")},
	{"vanished", spec.T("Findings that go", "不再出现的事项")},
}

var diffWords = struct{ title, before, after, none spec.Text }{
	title:  spec.T("Comparison of two assessments", "两次评估比较"),
	before: spec.T("before", "之前"),
	after:  spec.T("after", "之后"),
	none:   spec.T("nothing differs", "无差异"),
}

func (s Side) line(lang spec.Lang) string {
	out := s.Plan.Name.In(lang) + " · " + s.County.Name.In(lang) + " " + s.County.ID + " · " + words.asOf.In(lang) + " " + s.AsOf.String()
	if len(s.Readings) > 0 {
		out += " · " + strings.Join(s.Readings, ", ")
	}
	if said := (Assessment{Plan: s.Plan, County: s.County}).invention(lang); said != "" {
		out += " *** " + said + " ***"
	}
	return out
}

func (d Diff) of(kind string) []Change {
	return slices.DeleteFunc(slices.Clone(d.Changes), func(c Change) bool { return c.Kind != kind })
}

// finding is the later form, or the earlier one where it is gone.
func (c Change) finding() spec.Finding {
	if c.After.Rule == "" {
		return c.Before
	}
	return c.After
}

// outcome writes verdict, value and requirement of one side, a dash for none.
func outcome(f spec.Finding, lang spec.Lang) string {
	if f.Rule == "" {
		return "-"
	}
	out := f.Verdict.In(lang)
	if f.Actual.Known() {
		out += ", " + actual(f, lang)
	}
	if r := required(f, lang); r != "" {
		out += " (" + r + ")"
	}
	if g := gap(f, lang); g != "" {
		out += "; " + words.gap.In(lang) + " " + g
	}
	return out
}

// DiffText writes a comparison for a terminal, at most 100 columns wide.
func DiffText(d Diff, lang spec.Lang) string {
	var b strings.Builder
	paragraph(&b, 0, columns, diffWords.title.In(lang))
	paragraph(&b, 2, columns, diffWords.before.In(lang)+": "+d.Before.line(lang))
	paragraph(&b, 2, columns, diffWords.after.In(lang)+": "+d.After.line(lang))
	if len(d.Changes) == 0 {
		b.WriteString("\n")
		paragraph(&b, 0, columns, diffWords.none.In(lang))
	}
	for _, kind := range changeKinds {
		list := d.of(kind.kind)
		if len(list) == 0 {
			continue
		}
		section(&b, kind.text.In(lang)+" ("+strconv.Itoa(len(list))+")")
		for _, c := range list {
			paragraph(&b, 2, columns, label(Assessment{County: d.After.County}, c.finding(), lang))
			paragraph(&b, 6, columns, outcome(c.Before, lang)+" → "+outcome(c.After, lang))
			for _, why := range c.Because {
				paragraph(&b, 6, columns, "· "+why.Text.In(lang))
			}
		}
	}
	return b.String()
}

// DiffMarkdown writes a comparison as a page with one table a kind.
func DiffMarkdown(d Diff, lang spec.Lang) string {
	var b strings.Builder
	b.WriteString("# " + diffWords.title.In(lang) + "\n\n- " + diffWords.before.In(lang) + ": " + escape(d.Before.line(lang)) +
		"\n- " + diffWords.after.In(lang) + ": " + escape(d.After.line(lang)) + "\n")
	if len(d.Changes) == 0 {
		b.WriteString("\n" + diffWords.none.In(lang) + "\n")
	}
	for _, kind := range changeKinds {
		list := d.of(kind.kind)
		if len(list) == 0 {
			continue
		}
		table(&b, kind.text.In(lang)+" ("+strconv.Itoa(len(list))+")", words.finding.In(lang), diffWords.before.In(lang),
			diffWords.after.In(lang), words.reason.In(lang))
		for _, c := range list {
			why := make([]string, len(c.Because))
			for i, one := range c.Because {
				why[i] = one.Text.In(lang)
			}
			cells(&b, label(Assessment{County: d.After.County}, c.finding(), lang), outcome(c.Before, lang), outcome(c.After, lang),
				strings.Join(why, "; "))
		}
	}
	return b.String()
}

type jsonSide struct {
	Plan     jsonIdentity `json:"plan"`
	County   jsonIdentity `json:"county"`
	AsOf     measure.Date `json:"as_of"`
	Readings []string     `json:"readings"`
}

type jsonReason struct {
	Code string   `json:"code"`
	Text jsonText `json:"text"`
}

type jsonChange struct {
	Kind    string       `json:"kind"`
	Before  *jsonFinding `json:"before"`
	After   *jsonFinding `json:"after"`
	Because []jsonReason `json:"because"`
}

type jsonDiff struct {
	Format  string       `json:"format"`
	Before  jsonSide     `json:"before"`
	After   jsonSide     `json:"after"`
	Changes []jsonChange `json:"changes"`
}

// DiffJSON writes a comparison for programs.
func DiffJSON(d Diff) []byte {
	return encode(jsonDiff{Format: DiffFormat, Before: sideOf(d.Before), After: sideOf(d.After), Changes: changesOf(d.Changes)})
}

func sideOf(s Side) jsonSide {
	return jsonSide{Plan: identityOf(s.Plan), County: identityOf(s.County), AsOf: s.AsOf, Readings: append([]string{}, s.Readings...)}
}

func changesOf(list []Change) []jsonChange {
	out := make([]jsonChange, 0, len(list))
	for _, c := range list {
		one := jsonChange{Kind: c.Kind, Before: findingMaybe(c.Before), After: findingMaybe(c.After), Because: make([]jsonReason, 0, len(c.Because))}
		for _, why := range c.Because {
			one.Because = append(one.Because, jsonReason{Code: why.Code, Text: textOf(why.Text)})
		}
		out = append(out, one)
	}
	return out
}

func findingMaybe(f spec.Finding) *jsonFinding {
	if f.Rule == "" {
		return nil
	}
	out := findingOf(f)
	return &out
}
