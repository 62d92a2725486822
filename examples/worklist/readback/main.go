// Command readback reads an iCalendar file with a library that did not write it
// (github.com/arran4/golang-ical) and lists what it found: one line an entry,
// its due day and its summary.
//
//	go run ./examples/worklist -format ics | (cd examples/worklist/readback && go run .)
//
// It exits with 1 where the file does not read.
package main

import (
	"fmt"
	"io"
	"os"

	ics "github.com/arran4/golang-ical"
)

func main() {
	entries, err := readBack(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "readback:", err)
		os.Exit(1)
	}
	for _, e := range entries {
		fmt.Println(e.Due, e.Summary)
	}
}

// entry is one VTODO or VEVENT as the library reads it, texts unescaped.
type entry struct {
	Kind, UID, Stamp, Start, Due, Rule, Summary, Description, Category string
}

// readBack returns the entries of a calendar, its events first.
func readBack(from io.Reader) ([]entry, error) {
	calendar, err := ics.ParseCalendar(from)
	if err != nil {
		return nil, err
	}
	var out []entry
	for _, e := range calendar.Events() {
		out = append(out, entryOf("VEVENT", &e.ComponentBase))
	}
	for _, t := range calendar.Todos() {
		out = append(out, entryOf("VTODO", &t.ComponentBase))
	}
	return out, nil
}

func entryOf(kind string, c *ics.ComponentBase) entry {
	value := func(p ics.ComponentProperty) string {
		if found := c.GetProperty(p); found != nil {
			return found.Value
		}
		return ""
	}
	return entry{Kind: kind, UID: value(ics.ComponentPropertyUniqueId), Stamp: value(ics.ComponentPropertyDtstamp),
		Start: value(ics.ComponentPropertyDtStart), Due: value(ics.ComponentPropertyDue), Rule: value(ics.ComponentPropertyRrule),
		Summary: value(ics.ComponentPropertySummary), Description: value(ics.ComponentPropertyDescription), Category: value(ics.ComponentPropertyCategories)}
}
