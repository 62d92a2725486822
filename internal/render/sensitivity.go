package render

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// SensitivityFormat names the JSON form of a sensitivity table and its version.
const SensitivityFormat = "emergency/sensitivity/v1"

// Sensitivity is what other readings would change in a report.
type Sensitivity struct {
	Side Side
	Rows []Dependence
}

// Dependence is what another option of a reading would change.
type Dependence struct {
	Reading      spec.Reading
	Used, Option string
	Changes      []Change
}

var sensitivityWords = struct{ title, other, none, flips, moves, reading, used spec.Text }{
	title:   spec.T("Which verdicts depend on which reading", "结论对解读的依赖"),
	reading: spec.T("reading", "解读"),
	used:    spec.T("used", "现用"),
	other:   spec.T("if instead:", "若改为："),
	none:    spec.T("Nothing in this report depends on", "对本评估没有影响的解读"),
	flips:   spec.T("flips", "翻转"),
	moves:   spec.T("moves", "变动"),
}

// without lists the options that change nothing.
func (s Sensitivity) without() []string {
	var out []string
	for _, row := range s.Rows {
		if len(row.Changes) == 0 {
			out = append(out, row.Reading.ID+"="+row.Option)
		}
	}
	return out
}

func (c Change) line(county Identity, lang spec.Lang) string {
	what := sensitivityWords.moves
	if c.Kind != "moved" {
		what = sensitivityWords.flips
	}
	return what.In(lang) + ": " + label(Assessment{County: county}, c.finding(), lang) + ": " +
		outcome(c.Before, lang) + " → " + outcome(c.After, lang)
}

// SensitivityText writes the table for a terminal, at most 100 columns wide.
func SensitivityText(s Sensitivity, lang spec.Lang) string {
	var b strings.Builder
	paragraph(&b, 0, columns, sensitivityWords.title.In(lang))
	paragraph(&b, 0, columns, s.Side.line(lang))
	for _, row := range s.Rows {
		if len(row.Changes) == 0 {
			continue
		}
		other, _ := row.Reading.Option(row.Option)
		b.WriteString("\n")
		paragraph(&b, 0, columns, row.Reading.ID+": "+row.Used+" → "+row.Option)
		paragraph(&b, 2, columns, row.Reading.Question.In(lang))
		paragraph(&b, 2, columns, sensitivityWords.other.In(lang)+" "+other.Text.In(lang))
		for _, c := range row.Changes {
			paragraph(&b, 4, columns, "· "+c.line(s.Side.County, lang))
		}
	}
	if list := s.without(); len(list) > 0 {
		section(&b, sensitivityWords.none.In(lang))
		for _, one := range list {
			paragraph(&b, 2, columns, one)
		}
	}
	return b.String()
}

// SensitivityMarkdown writes the table as a page.
func SensitivityMarkdown(s Sensitivity, lang spec.Lang) string {
	var b strings.Builder
	b.WriteString("# " + sensitivityWords.title.In(lang) + "\n\n" + escape(s.Side.line(lang)) + "\n\n")
	cells(&b, sensitivityWords.reading.In(lang), sensitivityWords.used.In(lang), sensitivityWords.other.In(lang), words.finding.In(lang),
		diffWords.before.In(lang), diffWords.after.In(lang))
	b.WriteString(strings.Repeat("| --- ", 6) + "|\n")
	for _, row := range s.Rows {
		for _, c := range row.Changes {
			cells(&b, "`"+row.Reading.ID+"`", row.Used, row.Option, label(Assessment{County: s.Side.County}, c.finding(), lang),
				outcome(c.Before, lang), outcome(c.After, lang))
		}
	}
	if list := s.without(); len(list) > 0 {
		b.WriteString("\n" + sensitivityWords.none.In(lang) + ": `" + strings.Join(list, "`, `") + "`\n")
	}
	return b.String()
}

type jsonDependence struct {
	Reading  string       `json:"reading"`
	Question jsonText     `json:"question"`
	Used     string       `json:"used"`
	Option   string       `json:"option"`
	Changes  []jsonChange `json:"changes"`
}

type jsonSensitivity struct {
	Format string `json:"format"`
	jsonSide
	Rows []jsonDependence `json:"rows"`
}

// SensitivityJSON writes the table for programs.
func SensitivityJSON(s Sensitivity) []byte {
	out := jsonSensitivity{Format: SensitivityFormat, jsonSide: sideOf(s.Side), Rows: make([]jsonDependence, 0, len(s.Rows))}
	for _, row := range s.Rows {
		out.Rows = append(out.Rows, jsonDependence{Reading: row.Reading.ID, Question: textOf(row.Reading.Question), Used: row.Used,
			Option: row.Option, Changes: changesOf(row.Changes)})
	}
	return encode(out)
}
