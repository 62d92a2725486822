// Command readback reads an iCalendar file with a library that did not write it
// (github.com/arran4/golang-ical) and lists what it found: one line an entry,
// its due day or its day, and its summary.
//
//	go run ./examples/worklist -format ics | (cd examples/worklist/readback && go run .)
//
// It exits with 1 where the file does not read, stops before its end or holds no
// entry.
package main

import (
	"bytes"
	"errors"
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
		fmt.Println(e.day(), e.Summary)
	}
}

// entry is one VTODO or VEVENT as the library reads it, texts unescaped.
type entry struct {
	Kind, UID, Stamp, Start, Due, Rule, Summary, Description, Category string
}

// day is when the entry is due, or the day of an event; a dash where it has none.
func (e entry) day() string {
	switch {
	case e.Due != "":
		return e.Due
	case e.Start != "":
		return e.Start
	}
	return "-"
}

// readBack returns the entries of a calendar, its events first.
func readBack(from io.Reader) ([]entry, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return nil, err
	}
	// The library takes a file that stops half way without a word.
	if !bytes.HasSuffix(bytes.TrimSpace(data), []byte("END:VCALENDAR")) {
		return nil, errors.New("the calendar stops before its end")
	}
	calendar, err := ics.ParseCalendar(bytes.NewReader(data))
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
	if len(out) == 0 {
		return nil, errors.New("the calendar has no entry")
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
