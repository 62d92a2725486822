package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// Every entry of every year's list comes back from a library that did not write
// it: the same action, the same due days, in both languages.
func TestEveryItemOfEveryYearReadsBack(t *testing.T) {
	plan := emergency.Fengdu()
	for _, year := range plan.Period().Years() {
		list, ok := plan.WorkList(year, "")
		if !ok {
			t.Fatal("no list")
		}
		for _, lang := range []spec.Lang{spec.Chinese, spec.English} {
			got, err := readBack(bytes.NewReader(plan.WorkListCalendar(list, measure.DateOf(2026, 1, 2), lang)))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, plan, list, got, lang)
		}
	}
}

func compare(t *testing.T, plan emergency.FiveYearPlan, list plans.AnnualWorkList, got []entry, lang spec.Lang) {
	t.Helper()
	events := 0
	for _, e := range plan.Evaluations() {
		if list.Year.Contains(e.By.Value) {
			if events >= len(got) || got[events].Kind != "VEVENT" || got[events].Summary != e.Title.In(lang) || got[events].Start != digits(e.By.Value) {
				t.Fatalf("%s: the evaluation did not come back: %+v", list.Year, got)
			}
			events++
		}
	}
	got = got[events:]
	next := func() entry {
		if len(got) == 0 {
			t.Fatalf("%s: entries are missing", list.Year)
		}
		one := got[0]
		got = got[1:]
		return one
	}
	for _, item := range list.Items {
		dues := []string{""}
		switch {
		case item.Section == plans.DueInYear && !item.Finely():
			dues = nil
			for _, o := range item.Dues {
				dues = append(dues, digits(o.Due))
			}
		case item.Section == plans.StillOpen:
			dues = []string{digits(item.Dues[0].Due)}
		}
		for _, due := range dues {
			one := next()
			if one.Kind != "VTODO" || one.Summary != item.Duty.Action.In(lang) || one.Due != due || one.Stamp != "20260102T000000Z" ||
				one.Category != item.Section.In(lang) || !strings.Contains(one.UID, "/"+item.Duty.ID+"/") ||
				!strings.Contains(one.Description, item.Duty.Evidence.In(lang)) || !strings.Contains(one.Description, item.Duty.Source.Place) {
				t.Fatalf("%s %s: %+v", list.Year, item.Duty.ID, one)
			}
			if item.Finely() != (one.Rule != "") {
				t.Fatalf("%s %s: rule %q", list.Year, item.Duty.ID, one.Rule)
			}
		}
	}
	if len(got) != 0 {
		t.Fatalf("%s: %d entries too many", list.Year, len(got))
	}
}

func digits(d measure.Date) string {
	if d.IsZero() {
		return ""
	}
	return strings.ReplaceAll(d.String(), "-", "")
}

// The files that the example wrote read back too, the invented county's among them.
func TestGoldenFilesReadBack(t *testing.T) {
	files, err := filepath.Glob("../testdata/*.ics")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := readBack(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := bytes.Count(data, []byte("BEGIN:VTODO\r\n")) + bytes.Count(data, []byte("BEGIN:VEVENT\r\n"))
		if len(entries) != want || want == 0 {
			t.Errorf("%s: %d entries, want %d", name, len(entries), want)
		}
		seen := map[string]bool{}
		for _, e := range entries {
			if e.UID == "" || seen[e.UID] || e.Summary == "" {
				t.Errorf("%s: %+v", name, e)
			}
			seen[e.UID] = true
		}
	}
}

// A calendar cut off anywhere, an empty one and one without entries are refused.
func TestHalfACalendarIsNoCalendar(t *testing.T) {
	plan := emergency.Fengdu()
	list, ok := plan.WorkList(2025, "")
	if !ok {
		t.Fatal("no list")
	}
	whole := plan.WorkListCalendar(list, measure.DateOf(2026, 1, 2), spec.English)
	for _, cut := range [][]byte{nil, []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"), whole[:len(whole)/2], whole[:len(whole)-4]} {
		if got, err := readBack(bytes.NewReader(cut)); err == nil {
			t.Errorf("%d bytes of %d read as %d entries", len(cut), len(whole), len(got))
		}
	}
}

func TestDayOfAnEntry(t *testing.T) {
	for want, e := range map[string]entry{"20251031": {Due: "20251031", Start: "20250101"}, "20231231": {Start: "20231231"}, "-": {}} {
		if got := e.day(); got != want {
			t.Errorf("%+v is on %q, want %q", e, got, want)
		}
	}
}
