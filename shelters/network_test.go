package shelters_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestWhichSheltersStandOnADate(t *testing.T) {
	for _, tt := range []struct {
		name   string
		status shelters.Status
		on     string
		want   string
	}{
		{"existing without a date", shelters.Existing, "", "1"},
		{"existing on the day", shelters.Existing, "2025-12-31", "1"},
		{"existing the day after", shelters.Existing, "2026-01-01", "0"},
		{"new on the day", shelters.New, "2025-12-31", "1"},
		{"new the day after", shelters.New, "2026-01-01", "0"},
		{"new without a date", shelters.New, "", "0..1"},
		{"upgraded the day after", shelters.Upgraded, "2026-01-01", "1"},
		{"upgraded without a date", shelters.Upgraded, "", "1"},
		{"no status, no date", 0, "", "1"},
		{"no status, the day after", 0, "2026-01-01", "0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list := []shelters.Shelter{built("s", tt.status, tt.on)}
			if got := seen(shelters.NetworkOf(list, day("2025-12-31")).Shelters); got != tt.want {
				t.Errorf("%s shelters, want %s", got, tt.want)
			}
		})
	}
}

func TestNetworkOf(t *testing.T) {
	blank := built("blank", shelters.Existing, "")
	blank.EffectiveArea = spec.Observed[measure.Area]{}
	blank.Lodging = spec.AtLeast[measure.People](100)
	blank.Temporary = spec.AtMost[measure.People](600)
	later := built("later", shelters.Existing, "")
	later.EffectiveArea = later.EffectiveArea.Dated(day("2026-01-01"))
	later.Temporary = later.Temporary.Dated(day("2026-01-01"))
	later.Lodging = later.Lodging.Dated(day("2026-01-01"))
	negative := built("negative", shelters.Existing, "")
	negative.Lodging = spec.Exactly[measure.People](-1)
	below := built("below", shelters.Existing, "")
	below.Temporary, below.Lodging = spec.AtLeast[measure.People](-1), spec.AtMost[measure.People](-1)
	least := built("least", shelters.Existing, "")
	least.Temporary = spec.AtLeast[measure.People](math.MaxInt64)
	huge := built("huge", shelters.Existing, "")
	huge.EffectiveArea = spec.Exactly(measure.SquareCentimetres(math.MaxInt64))
	for _, tt := range []struct {
		name string
		list []shelters.Shelter
		want string
	}{
		{"none", nil, "0 | 0 | 0 | 0"},
		{"two", []shelters.Shelter{built("a", shelters.Existing, ""), built("b", shelters.New, "2024-05-01")}, "2 | 4000 | 2000 | 800"},
		{"one not built yet", []shelters.Shelter{built("a", shelters.Existing, ""), built("b", shelters.New, "2026-05-01")}, "1 | 2000 | 1000 | 400"},
		{"one perhaps built", []shelters.Shelter{built("a", shelters.Existing, ""), built("b", shelters.New, "")}, "1..2 | 2000..4000 | 1000..2000 | 400..800"},
		{"bounds and blanks", []shelters.Shelter{built("a", shelters.Existing, ""), blank}, "2 | 2000.. | 1000..1600 | 500.."},
		{"blank alone", []shelters.Shelter{blank}, "1 | ? | 0..600 | 100.."},
		{"observed later", []shelters.Shelter{later}, "1 | ? | ? | ?"},
		{"negative", []shelters.Shelter{negative, built("a", shelters.Existing, "")}, "2 | 4000 | 2000 | ?"},
		{"negative bounds", []shelters.Shelter{below, built("a", shelters.Existing, "")}, "2 | 4000 | ? | ?"},
		{"lower bounds beyond 64 bits", []shelters.Shelter{least, least}, "2 | 4000 | ? | 800"},
		{"beyond 64 bits", []shelters.Shelter{huge, built("a", shelters.Existing, "")}, "2 | ? | 2000 | 800"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, totals(shelters.NetworkOf(tt.list, day("2025-12-31")))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGapsOf(t *testing.T) {
	blank := shelters.Shelter{ID: "blank"}
	bounded := built("bounded", shelters.Upgraded, "")
	bounded.Lodging = spec.AtLeast[measure.People](1)
	later := built("later", shelters.Existing, "") // undated, which is no gap of an existing shelter
	later.EffectiveArea = later.EffectiveArea.Dated(day("2026-01-01"))
	later.Temporary = later.Temporary.Dated(day("2026-01-01"))
	later.Lodging = later.Lodging.Dated(day("2026-01-01"))
	list := []shelters.Shelter{blank, bounded, later, built("new", shelters.New, ""), {ID: "unbuilt", CompletedOn: day("2030-01-01")}}
	want := shelters.Gaps{EffectiveArea: 2, Temporary: 2, Lodging: 3, Status: 1, CompletedOn: 2}
	if diff := cmp.Diff(want, shelters.GapsOf(list, day("2025-12-31"))); diff != "" {
		t.Error(diff)
	}
}

func TestCompletedAtItsBoundaries(t *testing.T) {
	period := years("2021-2025")
	for _, tt := range []struct {
		name   string
		status shelters.Status
		on     string
		want   string
	}{
		{"the day before the plan", shelters.New, "2020-12-31", "0"},
		{"first day", shelters.New, "2021-01-01", "1"},
		{"on the date", shelters.New, "2025-06-30", "1"},
		{"the day after the date", shelters.New, "2025-07-01", "0"},
		{"another status", shelters.Upgraded, "2024-01-01", "0"},
		{"no date", shelters.New, "", "0..1"},
		{"no status", 0, "2024-01-01", "0..1"},
		{"no status, before the plan", 0, "2020-12-31", "0"},
		{"neither", 0, "", "0..1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list := []shelters.Shelter{built("s", tt.status, tt.on)}
			if got := seen(shelters.Completed(list, shelters.New, period, day("2025-06-30"))); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
	list := []shelters.Shelter{built("s", shelters.New, "1990-01-01")}
	if got := seen(shelters.Completed(list, shelters.New, measure.Period{}, measure.Date{})); got != "1" {
		t.Errorf("without years or a date: %s", got)
	}
}

func TestCompletionRate(t *testing.T) {
	count := spec.Exactly[measure.Count]
	for _, tt := range []struct {
		built, planned spec.Observed[measure.Count]
		want           string
	}{
		{count(25), count(40), "5/8 5/8"},
		{count(25), count(25), "1 1"},
		{count(25), spec.Observed[measure.Count]{}, "— —"},
		{count(25), count(0), "— —"},
		{spec.AtLeast[measure.Count](25), count(40), "5/8 —"},
		{spec.Between[measure.Count](20, 30), count(40), "1/2 3/4"},
		{count(30), spec.Between[measure.Count](40, 60), "1/2 3/4"},
		{spec.Observed[measure.Count]{}, count(40), "— —"},
	} {
		got := shelters.CompletionRate(tt.built, tt.planned)
		if diff := cmp.Diff(tt.want, fraction(got.Low)+" "+fraction(got.High)); diff != "" {
			t.Error(diff)
		}
	}
}

func fraction(r measure.Ratio) string {
	if x, ok := r.Rat(); ok {
		return x.RatString()
	}
	return "—"
}

func TestValidate(t *testing.T) {
	gross := func(s string) spec.Observed[measure.GrossArea] {
		g, err := measure.ParseGrossArea(s)
		if err != nil {
			t.Fatal(err)
		}
		return spec.Exactly(g)
	}
	largest, _ := gross("2999.9999").Value()
	sound := built("sound", shelters.Existing, "")
	sound.GrossArea = gross("2000")
	larger := built("larger", shelters.Existing, "")
	larger.GrossArea = gross("1999.9999")
	perhaps := shelters.Shelter{EffectiveArea: spec.AtMost(m2("3000")), GrossArea: gross("2000")}
	surely := shelters.Shelter{EffectiveArea: spec.AtLeast(m2("3000")), GrossArea: spec.AtMost(largest)}
	wrong := shelters.Shelter{
		EffectiveArea: spec.Exactly(measure.SquareCentimetres(-1)),
		GrossArea:     spec.Exactly(measure.GrossSquareCentimetres(-2)),
		Temporary:     spec.AtMost[measure.People](-3),
		Lodging:       spec.Exactly[measure.People](-4),
	}
	for _, tt := range []struct {
		name    string
		shelter shelters.Shelter
		want    []string
	}{
		{"nothing reported", shelters.Shelter{}, nil},
		{"nothing at all", shelters.Shelter{EffectiveArea: spec.Exactly(m2("0")), GrossArea: gross("0"),
			Temporary: spec.Exactly[measure.People](0), Lodging: spec.Exactly[measure.People](0)}, nil},
		{"as large as the site", sound, nil},
		{"negative lower bound", shelters.Shelter{Lodging: spec.AtLeast[measure.People](-1)}, []string{"lodging shelters.negative -1"}},
		{"perhaps larger than the site", perhaps, nil},
		{"larger whatever it is", surely, []string{"effective_area shelters.effective-above-gross 3000"}},
		{"larger than the site", larger, []string{"effective_area shelters.effective-above-gross 2000"}},
		{"negative", wrong, []string{"effective_area shelters.effective-above-gross -0.0001", "effective_area shelters.negative -0.0001",
			"gross_area shelters.negative -0.0002", "lodging shelters.negative -4", "temporary shelters.negative -3"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			var faults *spec.Faults
			if errors.As(tt.shelter.Validate(), &faults) {
				for _, f := range faults.All() {
					got = append(got, fmt.Sprintf("%s %s %s", f.Path, f.Code, f.Value))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNetworkAllocatesNothingPerShelter(t *testing.T) {
	list := make([]shelters.Shelter, 500)
	for i := range list {
		list[i] = built("s", shelters.New, "2024-05-01")
	}
	if n := testing.AllocsPerRun(100, func() {
		if _, ok := shelters.NetworkOf(list, day("2025-12-31")).Shelters.Value(); !ok {
			t.Error("no count")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkNetworkOf(b *testing.B) {
	list := make([]shelters.Shelter, 500)
	for i := range list {
		list[i] = built("s", shelters.New, "2024-05-01")
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := shelters.NetworkOf(list, day("2025-12-31")).Shelters.Value(); !ok {
			b.Fatal("no count")
		}
	}
}
