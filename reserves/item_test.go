package reserves_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func faultCode(err error) string {
	var fault spec.Fault
	if errors.As(err, &fault) {
		return fault.Code
	}
	return ""
}

func TestClassCodesHaveOneDigitAndThreePairs(t *testing.T) {
	for s, layer := range map[string]int{"1": 1, "3": 1, "201": 2, "20199": 3, "1010203": 4, "3999999": 4} {
		c, err := reserves.ParseClassCode(s)
		if err != nil || c.Layer() != layer || c.String() != s || c.IsZero() || !c.Top().Complete() {
			t.Errorf("%s: %v, layer %d, %v", s, c, c.Layer(), err)
		}
		if layer > 1 && (!c.Parent().Contains(c) || c.Contains(c.Parent()) || c.Parent().Layer() != layer-1) {
			t.Errorf("%s lies in %s", s, c.Parent())
		}
		if c.IsOther() != strings.HasSuffix(s, "99") {
			t.Errorf("%s: other %v", s, c.IsOther())
		}
	}
	for _, s := range []string{"", "0", "4", "10", "100", "1000101", "1010", "101010", "10101011", "101010101", "1010a01", "１０１", " 101"} {
		if c, err := reserves.ParseClassCode(s); faultCode(err) != reserves.FaultClassCode || !c.IsZero() {
			t.Errorf("%q: %v, %v", s, c, err)
		}
	}
	var none reserves.ClassCode
	some, _ := reserves.ParseClassCode("101")
	other, _ := reserves.ParseClassCode("10201")
	if none.Layer() != 0 || none.Contains(some) || none.Top().Complete() || some.Contains(other) || !none.Parent().IsZero() {
		t.Error("the unset code stands for something")
	}
}

func shovel() reserves.Item {
	return reserves.Item{Code: "shovel", Name: spec.T("shovels", "铁锹"), Aliases: []string{"铁锨"}, Unit: "把", Words: []spec.Unit{"张", "个"},
		Category: reserves.FloodDrought, Hazards: []hazards.Natural{hazards.FloodDrought}, Norm: perPerson(1000)}
}

func TestOneItemHasSeveralNamesAndMeasureWords(t *testing.T) {
	items := []reserves.Item{item("quilt", perPerson(1000)), shovel()}
	for name, want := range map[string]int{"shovel": 1, "铁锹": 1, "铁锨": 1, "shovels": 1, "quilt": 0, "": -1, "铲": -1} {
		if got := reserves.FindItem(items, name); got != want {
			t.Errorf("FindItem(%q) = %d", name, got)
		}
	}
	lots := []reserves.Lot{
		{ID: "1", Item: "shovel", Quantity: held(10), Unit: "把", Mode: reserves.Physical},
		{ID: "2", Item: "铁锹", Quantity: held(20), Unit: "张", Mode: reserves.Physical},
		{ID: "3", Item: "铁锨", Quantity: held(30), Unit: "个", Mode: reserves.Physical},
		{ID: "4", Item: "铁锹", Quantity: held(40), Mode: reserves.Physical},
	}
	wantObserved(t, "shovels", reserves.StockOf(items, lots, midYear, allModes).Usable(1), held(100))
	wantObserved(t, "shovels alone", reserves.Usable(lots, items[1], midYear, allModes), held(100))
	lots = append(lots, reserves.Lot{ID: "5", Item: "铁锹", Quantity: held(5), Unit: "箱", Mode: reserves.Physical})
	wantObserved(t, "with five boxes", reserves.StockOf(items, lots, midYear, allModes).Usable(1), spec.AtLeast(units(100)))
	one := shovel()
	if one.Serves(hazards.ForestFire) || !one.Serves(hazards.FloodDrought) || !items[0].Serves(hazards.ForestFire) {
		t.Error("hazards")
	}
}

func TestOwnItemsExtendTheList(t *testing.T) {
	plan := []reserves.Item{shovel()}
	boat := item("boat", perPerson(100))
	out, err := reserves.Extend(plan, []reserves.Item{boat})
	if err != nil || len(out) != 2 || len(plan) != 1 {
		t.Fatalf("%v, %v", out, err)
	}
	alias := item("spade", perPerson(100))
	alias.Aliases = []string{"铁锨"}
	for _, row := range []struct {
		own  reserves.Item
		want string
	}{{shovel(), reserves.FaultItemRepeated}, {alias, reserves.FaultItemAlias}} {
		var faults *spec.Faults
		if _, err := reserves.Extend(plan, []reserves.Item{row.own}); !errors.As(err, &faults) || faults.All()[0].Code != row.want {
			t.Errorf("%s: %v", row.own.Code, err)
		}
	}
}

func TestNormsMeetOnlyTheirOwnKind(t *testing.T) {
	day := reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3), Unit: "升"}
	for _, row := range []struct {
		name  string
		other reserves.Norm
		order int
		code  string
	}{
		{"the same", day, 0, ""},
		{"more", reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(4), Unit: "升"}, -1, ""},
		{"per week", reserves.Norm{Kind: reserves.PerPersonWeek, Quantity: units(3), Unit: "升"}, 0, reserves.FaultNormKind},
		{"kits", reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3), Unit: "套"}, 0, reserves.FaultNormUnit},
		{"infants", reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3), Unit: "升", Of: reserves.Infants}, 0, reserves.FaultNormKind},
		{"unset", reserves.Norm{}, 0, reserves.FaultNormUnit},
	} {
		if order, err := day.Cmp(row.other); order != row.order || faultCode(err) != row.code {
			t.Errorf("%s: %d, %v", row.name, order, err)
		}
	}
	three := reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 3}
	six := reserves.Norm{Kind: reserves.PerGroup, Quantity: units(2), Group: 6}
	if order, err := three.Cmp(six); order != 0 || err != nil {
		t.Errorf("one tent for 3 against two for 6: %d, %v", order, err)
	}
	if _, err := three.Cmp(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1)}); faultCode(err) != reserves.FaultNormSize {
		t.Errorf("a group of nobody: %v", err)
	}
	water := reserves.Item{Code: "water", Unit: "升", Words: []spec.Unit{"公升"}}
	for _, row := range []struct {
		norm reserves.Norm
		code string
	}{
		{day, ""}, {reserves.Norm{Kind: reserves.PerPerson, Quantity: units(1), Unit: "公升"}, ""}, {reserves.Norm{Kind: reserves.PerPerson, Quantity: units(1)}, ""},
		{reserves.Norm{Kind: reserves.PerPerson, Quantity: units(1), Unit: "套"}, reserves.FaultNormUnit},
		{reserves.Norm{Quantity: units(1)}, reserves.FaultNormKind},
		{reserves.Norm{Kind: reserves.PerPerson}, reserves.FaultNormSize},
		{reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1)}, reserves.FaultNormSize},
	} {
		if err := row.norm.Check(water); faultCode(err) != row.code {
			t.Errorf("%+v: %v", row.norm, err)
		}
	}
}

func TestProfilesAreLaidOverEachOther(t *testing.T) {
	items := []reserves.Item{item("drinking-water", perPerson(1000)), item("quilt", perPerson(1000)), item("blanket", perPerson(2000))}
	items[0].Unit = "升"
	out, err := reserves.Layered(items, reserves.Sphere2018(), reserves.Profile{ID: "own", Norms: []reserves.ItemNorm{{Item: "blanket", Norm: perPerson(3000)}}})
	var faults *spec.Faults // the list has no water containers
	if !errors.As(err, &faults) || faults.Len() != 1 || faults.All()[0].Code != reserves.FaultNormItem {
		t.Errorf("%v", err)
	}
	if out[0].Norm.Value != reserves.SphereWater().Value || out[1].Norm.Value.Quantity != units(1) || out[2].Norm.Value.Quantity != units(3) || items[0].Norm.Value.Kind != reserves.PerPerson {
		t.Errorf("%+v", out)
	}
	for _, one := range reserves.Sphere2018().Norms {
		if !one.Norm.Known() {
			t.Errorf("%s has no source", one.Item)
		}
	}
	// The line that overrides an open assumption.
	own, err := reserves.WithNorm(items, "quilt", perPerson(1500))
	if err != nil || own[1].Norm.Value.Quantity != measure.Thousandths(1500) {
		t.Errorf("%+v, %v", own, err)
	}
	bad := perPerson(1000)
	bad.Value.Unit = "套"
	if same, err := reserves.WithNorm(items, "drinking-water", bad); err == nil || !slices.Equal(units3(same), units3(items)) {
		t.Errorf("litres met kits: %v", err)
	}
	if _, err := reserves.WithNorm(items, "quilt", spec.Figure[reserves.Norm]{Value: reserves.Norm{Kind: reserves.PerPerson, Quantity: units(1)}}); err == nil {
		t.Error("a norm without a source is laid over one with")
	}
}

func units3(items []reserves.Item) []measure.Quantity {
	var out []measure.Quantity
	for _, i := range items {
		out = append(out, i.Norm.Value.Quantity)
	}
	return out
}

func TestNormsPerSiteAndResponder(t *testing.T) {
	lamp := item("lamp", cited(reserves.Norm{Kind: reserves.PerSite, Quantity: units(5)}))
	mask := item("mask", cited(reserves.Norm{Kind: reserves.PerResponder, Quantity: units(2)}))
	basis := reserves.Basis{Sites: 4, Responders: 10}
	for _, row := range []struct {
		lamps, masks int64
		people       spec.Observed[measure.People]
	}{
		{20, 20, people(300)}, {19, 20, spec.AtMost(measure.People(299))}, {20, 19, spec.AtMost(measure.People(299))}, {99, 99, people(300)},
	} {
		c := coverage(300, []reserves.Item{lamp, mask}, []reserves.Lot{physical("1", "lamp", row.lamps), physical("2", "mask", row.masks)}, allModes, basis)
		wantObserved(t, "people", c.People, row.people)
	}
	if q, ok := reserves.Requirement(300, lamp.Norm, basis); !ok || q != units(20) {
		t.Errorf("lamps: %v, %v", q, ok)
	}
	if _, ok := reserves.Requirement(300, lamp.Norm, reserves.Basis{}); ok {
		t.Error("no sites, yet a requirement")
	}
	if _, ok := reserves.Serves(units(20), lamp.Norm, basis); ok {
		t.Error("lamps per site serve a number of people")
	}
}

func TestNormsOfAPartOfThePeople(t *testing.T) {
	milk := item("milk", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(1), Of: reserves.Infants}))
	basis := reserves.Basis{SupportDays: 2, Shares: reserves.Shares{Infants: measure.RatioOf(3, 100)}}
	if q, ok := reserves.Requirement(3001, milk.Norm, basis); !ok || q != units(182) { // 90.03 infants are 91
		t.Errorf("milk for 3001: %v, %v", q, ok)
	}
	if n, ok := reserves.Serves(units(181), milk.Norm, basis); !ok || n != 3000 {
		t.Errorf("181 serve %v, %v", n, ok)
	}
	if _, ok := reserves.Requirement(3001, milk.Norm, reserves.Basis{SupportDays: 2}); ok {
		t.Error("the share is not known, yet a requirement")
	}
	basis.Shares.Infants = measure.Whole(0)
	c := coverage(300, []reserves.Item{milk, item("quilt", perPerson(1000))}, []reserves.Lot{physical("1", "quilt", 7)}, allModes, basis)
	wantObserved(t, "people without infants", c.People, people(7))
	for _, share := range []measure.Ratio{measure.RatioOf(101, 100), measure.RatioOf(-1, 100), {}} {
		if _, ok := (reserves.Shares{Elderly: share}).Of(reserves.Elderly); ok {
			t.Errorf("a share of %v", share)
		}
	}
}
