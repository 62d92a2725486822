package shelters_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

type member interface {
	String() string
	In(spec.Lang) string
	MarshalText() ([]byte, error)
}

// readBack checks that every member is read from its code and both names, that
// no two share one, and that other words are refused.
func readBack[T interface {
	comparable
	member
}](t *testing.T, name string, all []T, parse func(string) (T, bool), aliases map[string]T, refused ...string) {
	t.Helper()
	seen := map[string]bool{}
	for _, one := range all {
		marshalled, err := one.MarshalText()
		if err != nil || string(marshalled) != one.String() {
			t.Errorf("%s %s is marshalled as %q", name, one, marshalled)
		}
		for _, s := range []string{one.String(), one.In(spec.Chinese), one.In(spec.English)} {
			if got, ok := parse(s); !ok || got != one || s == "" {
				t.Errorf("%s: %q is read as %q", name, s, got)
			}
		}
		if seen[one.String()] {
			t.Errorf("%s: %s stands twice", name, one)
		}
		seen[one.String()] = true
	}
	for s, want := range aliases {
		if got, ok := parse(s); !ok || got != want {
			t.Errorf("%s: %q is read as %q", name, s, got)
		}
	}
	for _, s := range append(refused, "", "x") {
		if got, ok := parse(s); ok {
			t.Errorf("%s: %q is read as %q", name, s, got)
		}
	}
	var zero T
	if zero.String() != "" || zero.In(spec.Chinese) != "" {
		t.Errorf("%s: the zero value is %q", name, zero.String())
	}
}

func TestVocabulariesAreKeptApart(t *testing.T) {
	readBack(t, "class", shelters.Classes(), shelters.ParseClass,
		map[string]shelters.Class{"紧急": shelters.EmergencyClass, "短期固定": shelters.FixedShort, "固定（长期）": shelters.FixedLong, "中心": shelters.Centre},
		"固定", "中期", "长期", "短期", "临时安置")
	readBack(t, "term", shelters.Terms(), shelters.ParseTerm,
		map[string]shelters.Term{"紧急": shelters.EmergencyTerm, "短期": shelters.ShortTerm, "长期": shelters.LongTerm}, "中期", "中长期", "固定短期")
	readBack(t, "level", shelters.Levels(), shelters.ParseLevel,
		map[string]shelters.Level{"乡镇": shelters.TownshipLevel, "街道": shelters.TownshipLevel, "社区": shelters.VillageLevel}, "国家级")
	readBack(t, "scope", shelters.Scopes(), shelters.ParseScope, map[string]shelters.Scope{"综合": shelters.Comprehensive}, "特殊")
	readBack(t, "ownership", shelters.Ownerships(), shelters.ParseOwnership, map[string]shelters.Ownership{"政府": shelters.StateOwned}, "租赁")
	readBack(t, "facility", shelters.Facilities(), shelters.ParseFacility,
		map[string]shelters.Facility{"应急供水": shelters.WaterSupply, "停机坪": shelters.Helipad}, "泳池")
	readBack(t, "standard", shelters.Standards(), shelters.ParseStandard, nil, "gb")
	readBack(t, "stay", shelters.Stays(), shelters.ParseStay, nil, "长期", "紧急")
	readBack(t, "setting", shelters.Settings(), shelters.ParseSetting, nil, "户外")
	for _, c := range shelters.Classes() {
		if c.String() == "" || shelters.Class(99).String() != "" {
			t.Error("a class without a code")
		}
	}
}

func TestCrosswalksAreOursAndLeaveOpenWhatHasNoEqual(t *testing.T) {
	for _, tt := range []struct {
		class shelters.Class
		stay  shelters.Stay
		term  shelters.Term
	}{
		{shelters.EmergencyClass, shelters.Temporary, shelters.EmergencyTerm},
		{shelters.FixedShort, shelters.Lodging, shelters.ShortTerm},
		{shelters.FixedMedium, shelters.Lodging, 0},
		{shelters.FixedLong, shelters.Lodging, shelters.LongTerm},
		{shelters.Centre, shelters.Lodging, shelters.LongTerm},
		{0, 0, 0},
	} {
		stay, term := tt.class.Stay(), tt.class.Term()
		if stay.Value != tt.stay || stay.Known() != (tt.stay != 0) || term.Value != tt.term || term.Known() != (tt.term != 0) {
			t.Errorf("%s is %s and %s", tt.class, stay.Value, term.Value)
		}
		for _, source := range []spec.Source{stay.Source, term.Source} {
			if !source.IsZero() && source.Standing != spec.Ours {
				t.Errorf("%s: a crosswalk is %s", tt.class, source.Standing)
			}
		}
	}
	for term, want := range map[shelters.Term]shelters.Stay{shelters.EmergencyTerm: shelters.Temporary, shelters.ShortTerm: shelters.Lodging, shelters.LongTerm: shelters.Lodging, 0: 0} {
		if got := term.Stay(); got.Value != want || got.Known() && got.Source.Standing != spec.Ours {
			t.Errorf("%s is %s", term, got.Value)
		}
	}
}

func TestEachClassHasTheFacilitiesOfTheOneBefore(t *testing.T) {
	var counts []int
	before := []shelters.Facility{}
	for _, class := range shelters.Classes() {
		list := shelters.FacilitiesOf(class)
		counts = append(counts, len(list))
		if !slices.Equal(list[:len(before)], before) {
			t.Errorf("%s lacks a facility of the class before", class)
		}
		before = list
		next, ok := class.Next()
		if ok != (class != shelters.Centre) || ok && next != class+1 {
			t.Errorf("after %s comes %s", class, next)
		}
	}
	if diff := cmp.Diff([]int{6, 16, 16, 16, 23}, counts); diff != "" {
		t.Error(diff)
	}
	if len(shelters.FacilitiesOf(0)) != 0 || !shelters.FacilitySource().Complete() || !shelters.ClassSource().Complete() || !shelters.TermSource().Complete() {
		t.Error("no class asks for facilities, or a source is wanting")
	}
	if _, ok := shelters.Class(0).Next(); ok {
		t.Error("no class has a next one")
	}
}
