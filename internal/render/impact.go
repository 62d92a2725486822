package render

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// ImpactFormat names the JSON form of an amendment's impact and its version.
const ImpactFormat = "emergency/impact/v1"

// Impact is what an amendment changes and does.
type Impact struct {
	Before, After Identity
	Values        []ValueChange
	Counties      []CountyImpact
}

// ValueChange is one value that an amendment changes.
type ValueChange struct{ Path, Before, After string }

// CountyImpact is what an amendment does to one county.
type CountyImpact struct {
	Diff       Diff
	NewlyUnmet []spec.Finding
}

var impactWords = struct{ title, values, place, unmet, none, invented spec.Text }{
	title:    spec.T("Impact of an amendment", "修订影响分析"),
	values:   spec.T("Values changed", "修改的数值"),
	place:    spec.T("place in the plan's files", "规划文件位置"),
	unmet:    spec.T("Newly unmet", "新增未达标"),
	none:     spec.T("none", "无"),
	invented: spec.T("THE AMENDMENT IS INVENTED", "修订内容系虚构"),
}

func (i Impact) head(lang spec.Lang) []string {
	out := []string{impactWords.title.In(lang),
		diffWords.before.In(lang) + ": " + i.Before.Name.In(lang), diffWords.after.In(lang) + ": " + i.After.Name.In(lang)}
	if i.After.Invented && !i.Before.Invented {
		out = append(out, "*** "+impactWords.invented.In(lang)+" ***")
	}
	return out
}

// shown are the changes other than of sources, places and carried entries, which
// follow from them; the JSON form has all.
func (i Impact) shown() (out []ValueChange, left int) {
	for _, v := range i.Values {
		last := v.Path[strings.LastIndex(v.Path, ".")+1:]
		if strings.Contains(v.Path, ".source.") || last == "place" || last == "carries" {
			left++
			continue
		}
		out = append(out, v)
	}
	return out, left
}

func more(left int, lang spec.Lang) string {
	return spec.Textf("and %d sources, places and carried entries, see the JSON form", "另有 %d 处出处、条款位置和承载条目的变化，见 JSON 格式", left).In(lang)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// ImpactText writes an impact for a terminal, at most 100 columns wide.
func ImpactText(i Impact, lang spec.Lang) string {
	var b strings.Builder
	for _, line := range i.head(lang) {
		paragraph(&b, 0, columns, line)
	}
	values, left := i.shown()
	section(&b, impactWords.values.In(lang)+" ("+strconv.Itoa(len(values))+")")
	for _, v := range values {
		paragraph(&b, 2, columns, v.Path+": "+orDash(v.Before)+" → "+orDash(v.After))
	}
	if left > 0 {
		paragraph(&b, 2, columns, more(left, lang))
	}
	for _, c := range i.Counties {
		b.WriteString("\n" + strings.Repeat("=", columns) + "\n")
		b.WriteString(DiffText(c.Diff, lang))
		section(&b, impactWords.unmet.In(lang)+" ("+strconv.Itoa(len(c.NewlyUnmet))+")")
		for _, f := range c.NewlyUnmet {
			a := Assessment{County: c.Diff.After.County}
			paragraph(&b, 2, columns, label(a, f, lang)+": "+outcome(f, lang)+" "+sources(a, f, lang))
		}
	}
	return b.String()
}

// ImpactMarkdown writes an impact as a page.
func ImpactMarkdown(i Impact, lang spec.Lang) string {
	var b strings.Builder
	for n, line := range i.head(lang) {
		if n == 0 {
			line = "# " + line
		}
		b.WriteString(escape(line) + "\n\n")
	}
	table(&b, impactWords.values.In(lang), impactWords.place.In(lang), diffWords.before.In(lang), diffWords.after.In(lang))
	values, left := i.shown()
	for _, v := range values {
		cells(&b, "`"+v.Path+"`", orDash(v.Before), orDash(v.After))
	}
	if left > 0 {
		b.WriteString("\n" + more(left, lang) + "\n")
	}
	for _, c := range i.Counties {
		b.WriteString("\n" + DiffMarkdown(c.Diff, lang))
		table(&b, impactWords.unmet.In(lang), words.finding.In(lang), diffWords.after.In(lang), words.source.In(lang))
		for _, f := range c.NewlyUnmet {
			a := Assessment{County: c.Diff.After.County}
			cells(&b, label(a, f, lang), outcome(f, lang), sources(a, f, lang))
		}
		if len(c.NewlyUnmet) == 0 {
			cells(&b, impactWords.none.In(lang), "", "")
		}
	}
	return b.String()
}

type jsonValueChange struct {
	Path   string `json:"path"`
	Before string `json:"before"`
	After  string `json:"after"`
}

type jsonCountyImpact struct {
	jsonDiff
	NewlyUnmet []jsonFinding `json:"newly_unmet"`
}

type jsonImpact struct {
	Format   string             `json:"format"`
	Before   jsonIdentity       `json:"before"`
	After    jsonIdentity       `json:"after"`
	Values   []jsonValueChange  `json:"values"`
	Counties []jsonCountyImpact `json:"counties"`
}

// ImpactJSON writes an impact for programs.
func ImpactJSON(i Impact) []byte {
	out := jsonImpact{Format: ImpactFormat, Before: identityOf(i.Before), After: identityOf(i.After),
		Values: make([]jsonValueChange, 0, len(i.Values)), Counties: make([]jsonCountyImpact, 0, len(i.Counties))}
	for _, v := range i.Values {
		out.Values = append(out.Values, jsonValueChange(v))
	}
	for _, c := range i.Counties {
		one := jsonCountyImpact{NewlyUnmet: make([]jsonFinding, 0, len(c.NewlyUnmet)),
			jsonDiff: jsonDiff{Format: DiffFormat, Before: sideOf(c.Diff.Before), After: sideOf(c.Diff.After), Changes: changesOf(c.Diff.Changes)}}
		for _, f := range c.NewlyUnmet {
			one.NewlyUnmet = append(one.NewlyUnmet, findingOf(f))
		}
		out.Counties = append(out.Counties, one)
	}
	return encode(out)
}
