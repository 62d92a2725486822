package shelters_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestLinearShareAtItsEnds(t *testing.T) {
	for _, tt := range []struct {
		years string
		year  measure.Year
		want  string
	}{
		{"2015-2030", 2015, "0"}, {"2015-2030", 2025, "2/3"}, {"2015-2030", 2029, "14/15"}, {"2015-2030", 2030, "1"},
		{"2015-2030", 2031, "1"}, {"2015-2030", 2014, "—"}, {"2020-2020", 2020, "—"},
	} {
		got := "—"
		if share := shelters.LinearShare(years(tt.years), tt.year); share.Known() {
			rat, _ := share.Rat()
			got = rat.RatString()
		}
		if got != tt.want {
			t.Errorf("%s at the end of %d: %s, want %s", tt.years, tt.year, got, tt.want)
		}
	}
	if shelters.LinearShare(measure.Period{}, 2025).Known() {
		t.Error("no plan has a share")
	}
}

func TestPathIsTheNetworkYearByYear(t *testing.T) {
	list := []shelters.Shelter{
		built("a", shelters.Existing, "2010-05-01"), built("b", shelters.New, "2024-12-31"),
		built("c", shelters.Upgraded, "2023-06-30"), built("d", shelters.New, ""),
	}
	var got string
	for _, y := range shelters.Path(list, spec.Exactly[measure.Count](5), years("2023-2026"), day("2025-12-30")) {
		low, _ := y.Built.Low()
		high, _ := y.Built.High()
		made, _ := y.New.Low()
		upgraded, _ := y.Upgraded.Low()
		got += fmt.Sprintf("%d: %d to %d, new %d, upgraded %d, %s to %s, linear %s\n", y.Year, low, high, made, upgraded,
			y.Rate.Low.Percent(0), y.Rate.High.Percent(0), y.Linear.Percent(1))
	}
	want := `2023: 2 to 3, new 0, upgraded 1, 40 to 60, linear 0.0
2024: 3 to 4, new 1, upgraded 1, 60 to 80, linear 33.3
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := len(shelters.Path(list, spec.Observed[measure.Count]{}, years("2023-2026"), day("2026-12-31"))); n != 4 {
		t.Errorf("%d years", n)
	}
}
