package shelters_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestStatedTotalsAgainstTheTable(t *testing.T) {
	two := programme(2, shelters.Existing, "") // 2 | 4000 m² | 2000 | 800
	blank := shelters.Shelter{ID: "blank", Status: shelters.Existing}
	people := spec.Exactly[measure.People]
	for _, tt := range []struct {
		name   string
		stated shelters.Network
		list   []shelters.Shelter
		want   string
	}{
		{"all agree", shelters.NetworkOf(two, measure.Date{}), two, "met agrees"},
		{"one stated", shelters.Network{Temporary: people(2000)}, two, "met agrees"},
		{"one person off", shelters.Network{Temporary: people(2001)}, two, "unmet disagrees"},
		{"one square centimetre off", shelters.Network{EffectiveArea: spec.Exactly(m2("4000.0001"))}, two, "unmet disagrees"},
		{"one agrees, one not", shelters.Network{Temporary: people(2000), Lodging: people(799)}, two, "unmet disagrees"},
		{"none stated", shelters.Network{}, two, "not-applicable nothing-to-judge"},
		{"a blank may explain it", shelters.Network{Temporary: people(2001)}, append(slices.Clone(two), blank), "unknown partial-data [shelters.csv: temporary]"},
		{"no blank explains less", shelters.Network{Temporary: people(1999)}, append(slices.Clone(two), blank), "unmet disagrees"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records := shelters.Records{Stated: shelters.Stated{Network: tt.stated}, Shelters: tt.list, HasShelters: true}
			got := shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{})
			f := find(t, got.Findings(), "shelters.stated-totals")
			if diff := cmp.Diff("shelters.stated-totals: "+tt.want, line(f)); diff != "" {
				t.Error(diff)
			}
			// Nothing is repaired: what is stated stands.
			if _, ok := tt.stated.Temporary.Value(); ok && seen(got.Network.Temporary) != seen(tt.stated.Temporary) {
				t.Errorf("stated %s became %s", seen(tt.stated.Temporary), seen(got.Network.Temporary))
			}
		})
	}
}

func TestStatedBoundsAgainstTheTable(t *testing.T) {
	two := programme(2, shelters.Existing, "") // 2000 people
	most := shelters.Shelter{ID: "most", Status: shelters.Existing, Temporary: spec.AtMost[measure.People](500)}
	three := append(slices.Clone(two), most) // 2000 to 2500
	perhaps := []shelters.Shelter{most}      // up to 500
	for _, tt := range []struct {
		name   string
		stated spec.Observed[measure.People]
		list   []shelters.Shelter
		want   spec.Verdict
	}{
		{"above the table", spec.AtLeast[measure.People](2001), two, spec.Unmet},
		{"perhaps the table", spec.AtLeast[measure.People](2000), two, spec.Unknown},
		{"below the table", spec.AtMost[measure.People](1999), two, spec.Unmet},
		{"at most the table", spec.AtMost[measure.People](2000), two, spec.Unknown},
		{"lowest end of the table", spec.Exactly[measure.People](2000), three, spec.Unknown},
		{"below the lowest end", spec.Exactly[measure.People](1999), three, spec.Unmet},
		{"highest end of the table", spec.Exactly[measure.People](2500), three, spec.Unknown},
		{"above the highest end", spec.Exactly[measure.People](2501), three, spec.Unmet},
		{"one range within the other", spec.Between[measure.People](2100, 2200), three, spec.Unknown},
		{"ranges that overlap above", spec.Between[measure.People](2400, 2600), three, spec.Unknown},
		{"ranges that overlap below", spec.Between[measure.People](1900, 2100), three, spec.Unknown},
		{"an upper bound stated, a range listed", spec.AtMost[measure.People](2200), three, spec.Unknown},
		{"upper bounds", spec.AtMost[measure.People](300), perhaps, spec.Unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records := shelters.Records{Stated: shelters.Stated{Network: shelters.Network{Temporary: tt.stated}}, Shelters: tt.list, HasShelters: true}
			if got := shelters.Assess(shelters.Provisions{}, records, day("2025-12-31"), spec.Choices{}).Agreement; got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestDisagreementNamesTheFirstTotalThatFails(t *testing.T) {
	records := shelters.Records{Shelters: programme(2, shelters.Existing, ""), HasShelters: true,
		Stated: shelters.Stated{Network: shelters.Network{Shelters: spec.Exactly[measure.Count](2),
			Temporary: spec.Exactly[measure.People](2001), Lodging: spec.Exactly[measure.People](801)}}}
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.stated-totals")
	if diff := cmp.Diff(spec.T("stated 2001 people, table 2000 people", "填报 2001 人，明细表 2000 人"), f.Reason.Text); diff != "" {
		t.Error(diff)
	}
	want := []string{"stated-shelters=2", "listed-shelters=2", "stated-temporary=2001", "listed-temporary=2000", "stated-lodging=801", "listed-lodging=800"}
	if diff := cmp.Diff(want, inputs(f)); diff != "" {
		t.Error(diff)
	}
}

func TestOpenAgreementAsksForEachGapOnce(t *testing.T) {
	list := append(programme(2, shelters.Existing, ""), built("undated", shelters.New, ""))
	stated := shelters.Network{Shelters: spec.Exactly[measure.Count](3), EffectiveArea: spec.Exactly(m2("6000")),
		Temporary: spec.Exactly[measure.People](3000), Lodging: spec.Exactly[measure.People](800)}
	records := shelters.Records{Stated: shelters.Stated{Network: stated}, Shelters: list, HasShelters: true}
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.stated-totals")
	if diff := cmp.Diff("shelters.stated-totals: unknown partial-data [shelters.csv: completed_on]", line(f)); diff != "" {
		t.Error(diff)
	}
}

func TestGapsAreAskedForByColumn(t *testing.T) {
	blank := shelters.Shelter{ID: "blank", Status: shelters.Existing}
	records := shelters.Records{Shelters: append(programme(2, shelters.Existing, ""), blank), HasShelters: true}
	got := lines(shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings()[:5])
	want := `shelters.count: not-applicable figure exact 3 shelter
shelters.effective-area: unknown partial-data at-least 0.4 ha [shelters.csv: effective_area]
shelters.temporary-capacity: unknown partial-data at-least 2000 person [shelters.csv: temporary]
shelters.lodging-capacity: unknown partial-data at-least 800 person [shelters.csv: lodging]
shelters.stated-totals: not-applicable nothing-to-judge
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStatedBoundIsAskedForItself(t *testing.T) {
	records := shelters.Records{Shelters: programme(2, shelters.Existing, ""), HasShelters: true}
	records.Stated.Lodging = spec.AtLeast[measure.People](700)
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.lodging-capacity")
	if diff := cmp.Diff("shelters.lodging-capacity: unknown partial-data at-least 700 person [county.yaml: shelters.lodging]", line(f)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsMissingIsAskedForWhereItGoes(t *testing.T) {
	got := lines(shelters.Assess(fengduProvisions(), shelters.Records{}, day("2025-12-31"), spec.Choices{}).Findings()[:4])
	want := `shelters.count: unknown no-data [county.yaml: shelters.count]
shelters.effective-area: unknown no-data [county.yaml: shelters.effective_area]
shelters.temporary-capacity: unknown no-data [county.yaml: shelters.temporary]
shelters.lodging-capacity: unknown no-data [county.yaml: shelters.lodging]
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	blank := built("blank", shelters.Existing, "")
	blank.Temporary = spec.AtLeast[measure.People](10)
	records := shelters.Records{Shelters: []shelters.Shelter{blank}, HasShelters: true}
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.temporary-capacity")
	if diff := cmp.Diff("shelters.temporary-capacity: unknown partial-data at-least 10 person [shelters.csv: temporary]", line(f)); diff != "" {
		t.Error(diff)
	}
}

func TestInputsOfEveryFinding(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated(), New: spec.Exactly[measure.Count](3),
		Upgraded: spec.Exactly[measure.Count](4), Planned: spec.Exactly[measure.Count](40)}, PlannedPopulation: spec.Exactly[measure.People](500000)}
	provisions := fengduProvisions()
	provisions.Baseline.Shelters = spec.Cite[measure.Count](24, planSource)
	provisions.Baseline.EffectiveArea = spec.Cite(m2("370000"), planSource)
	provisions.Baseline.Temporary = spec.Cite[measure.People](250000, planSource)
	provisions.Baseline.Lodging = spec.Cite[measure.People](90000, planSource)
	want := []string{
		"shelters.count stated=25 baseline=24",
		"shelters.effective-area stated=37.96 baseline=37",
		"shelters.temporary-capacity stated=253406 baseline=250000",
		"shelters.lodging-capacity stated=96050 baseline=90000",
		"shelters.stated-totals",
		"shelters.capacity effective-area=37.96 area-per-person-above=1.5 stated-people=253406 stated-less-held=340",
		"shelters.capacity effective-area=37.96 area-per-person=2 stated-people=96050 stated-less-held=-93750",
		"shelters.fixed-share lodging=96050 planned-population=500000 least-share=15",
		"shelters.new completed=3 target=5",
		"shelters.upgraded completed=4 target=5",
		"shelters.completion built=25 planned=40 target=100",
		"shelters.usable", "shelters.facilities", "shelters.conditions", "shelters.class-capacity", "shelters.next-class",
		"shelters.responsibility", "shelters.reach", "shelters.assignment", "shelters.path", "shelters.money",
	}
	var got []string
	for _, f := range shelters.Assess(provisions, records, day("2025-12-31"), spec.Choices{}).Findings() {
		got = append(got, strings.Join(append([]string{f.Rule}, inputs(f)...), " "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBoundedInputSaysSo(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}}
	records.Stated.EffectiveArea = spec.AtLeast(m2("379600"))
	records.Stated.Temporary = spec.AtMost[measure.People](250000)
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.capacity")
	var got []string
	for _, in := range f.Inputs {
		got = append(got, in.Label.EN)
	}
	if diff := cmp.Diff([]string{"effective area (at least)", "area per person to be exceeded", "people stated (at most)"}, got); diff != "" {
		t.Error(diff)
	}
	// Half of a difference is no difference: the lodging places are known, the
	// people held are not.
	records.Stated.Temporary = spec.Exactly[measure.People](250000)
	half := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.capacity")
	if diff := cmp.Diff([]string{"effective-area=37.96", "area-per-person-above=1.5", "stated-people=250000"}, inputs(half)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(spec.T("at least 253066 people; part of the data is missing", "至少 253066 人；部分数据缺失"), f.Reason.Text); diff != "" {
		t.Error(diff)
	}
}

func TestWeakSourcesOfAPlanAreSaid(t *testing.T) {
	invented := spec.Source{Document: "虚构", Standing: spec.Invented}
	provisions := fengduProvisions()
	provisions.Baseline.Shelters.Source, provisions.New.Source, provisions.FixedShare.Source = invented, invented, invented
	provisions.New.Nature = spec.Binding
	for _, f := range shelters.Assess(provisions, shelters.Records{}, day("2025-12-31"), spec.Choices{}).Findings() {
		weak := f.Rule == "shelters.count" || f.Rule == "shelters.new" || f.Rule == "shelters.fixed-share" || f.Target == "gb-51143-fixed-short-term"
		if f.IsWeak() != weak {
			t.Errorf("%s %s is weak: %v", f.Rule, f.Target, f.IsWeak())
		}
		if f.Binding != (f.Rule == "shelters.new") {
			t.Errorf("%s binds: %v", f.Rule, f.Binding)
		}
	}
}

func inputs(f spec.Finding) []string {
	var out []string
	for _, in := range f.Inputs {
		out = append(out, in.Name+"="+in.Value.String())
	}
	return out
}
