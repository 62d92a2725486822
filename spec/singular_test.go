package spec_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestOneIsWrittenInTheSingular(t *testing.T) {
	name := spec.T("Phase 1 projects", "一期项目")
	for _, row := range []struct {
		format string
		args   []any
		want   string
	}{
		{"%d units", []any{1}, "1 unit"}, {"%d units", []any{2}, "2 units"}, {"%d units", []any{0}, "0 units"}, {"%d units", []any{-1}, "-1 unit"}, {"%d units", []any{11}, "11 units"},
		{"at least %s %s", []any{spec.Whole(1), spec.Persons}, "at least 1 person"}, {"at least %s %s", []any{spec.Whole(3), spec.Persons}, "at least 3 people"},
		{"%s people are required", []any{measure.People(1)}, "1 person is required"}, {"%s people for %d offices", []any{measure.People(3), 1}, "3 people for 1 office"},
		{"fewer than %d county comprehensive exercises in %s", []any{1, "2025"}, "fewer than 1 county comprehensive exercise in 2025"},
		{"%d of %d townships have a storage point", []any{1, 12}, "1 of 12 townships have a storage point"}, {"%d of %d townships have a storage point", []any{0, 1}, "0 of 1 township has a storage point"},
		{"%[2]d of %[1]d occurrences due are shown", []any{1, 1}, "1 of 1 occurrence due are shown"}, {"%d drills were held by %s", []any{1, name}, "1 drill was held by Phase 1 projects"},
		{"%d are lacking", []any{1}, "1 is lacking"}, {"%d more are not shown", []any{1}, "1 more is not shown"}, {"%d categories: %d%%", []any{1, 1}, "1 category: 1%"},
		{"%s times as much", []any{"1"}, "1 time as much"}, {"line %d is longer than %d bytes", []any{1, 1}, "line 1 is longer than 1 byte"}, {"%d is this", []any{1}, "1 is this"},
		{"%s yuan each; %s people a point", []any{spec.Whole(1), spec.Whole(1)}, "1 yuan each; 1 person a point"}, {"%d: %s", []any{1, spec.Persons}, "1: people"}, {"%d and the rows", []any{1}, "1 and the rows"},
		{"%d %s of rows", []any{1, spec.Units}, "1 unit of rows"}, {"no verb", nil, "no verb"}, {"%q lots", []any{"1"}, `"1" lots`}, {"%d items contradict", []any{1}, "1 item contradicts"},
	} {
		if got := spec.Textf(row.format, "x", row.args...); got.EN != row.want {
			t.Errorf("%q %v: %q, want %q", row.format, row.args, got.EN, row.want)
		}
	}
	for unit, want := range map[spec.Unit]string{
		spec.Persons: "1 person", spec.Communities: "1 community", spec.PersonTimes: "1 person-time", spec.Workdays: "1 working day", spec.Events: "1 time", spec.Percent: "1%",
		spec.WanYuan: "1 × 10,000 yuan", spec.DeathsPerYi: "1 death/100 million yuan", spec.PersonsPerTeam: "1 person/team", spec.SquareMetres: "1 m²", spec.Kilometres: "1 km",
		spec.PerMillion: "1 per million people", spec.Contingencies: "1 contingency plan", "床": "1 piece", "升": "1 litre", "千克": "1 kg", "": "1", "thing": "1 thing",
	} {
		if got := unit.After("1", spec.English); got != want {
			t.Errorf("%q: %q, want %q", string(unit), got, want)
		}
		if got := unit.After("1", spec.Chinese); !strings.HasPrefix(got, "1") || strings.Contains(got, "person") {
			t.Errorf("%q: %q", string(unit), got)
		}
	}
	for number, want := range map[string]string{"≥ 1": "≥ 1 person", "-1": "-1 person", "1.1": "1.1 people", "21": "21 people", "0": "0 people", "": " people"} {
		if got := spec.Persons.After(number, spec.English); got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
}

// Of any number but one a text is what the formatting of Go makes of it, and the
// Chinese form always is.
func TestOnlyOneChangesAText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{" people are", " units", " of ", "%% rows ", "", " more are ", "; ", " boxes were", " m "})
		format := words.Draw(t, "a") + "%d" + words.Draw(t, "b") + "%[1]s" + words.Draw(t, "c") + "%v" + words.Draw(t, "d")
		a, b := rapid.IntRange(-3, 30).Draw(t, "a"), rapid.IntRange(-3, 30).Draw(t, "b")
		got, plain := spec.Textf(format, format, a, b), fmt.Sprintf(format, a, b)
		if got.ZH != plain || a*a != 1 && b*b != 1 && got.EN != plain {
			t.Fatalf("%q %d %d: %q, %q", format, a, b, got.EN, got.ZH)
		}
	})
}
