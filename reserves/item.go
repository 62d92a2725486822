package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Item is a kind of supplies that a plan counts (物资品种).
type Item struct {
	Code      string // the plan's own, as quilt
	Name      spec.Text
	Aliases   []string  // other names that registers use
	Class     ClassCode // of GB/T 38565-2020, unset where not known
	Category  Category
	Essential bool                       // without it nobody counts as served
	Unit      spec.Unit                  // measure word, as 床, or litre
	Words     []spec.Unit                // measure words that count the same pieces, as 把, 张 and 个 of shovels
	Hazards   []hazards.Natural          // which it serves; none means any
	Norm      spec.Figure[Norm]          // how much people need
	Price     spec.Figure[measure.Money] // of one unit; zero where not given

	ShelfLife  spec.Figure[measure.Count] // whole months from receipt (保质期), zero where not given
	PerVehicle spec.Figure[measure.Count] // whole units that one vehicle carries, zero where not given
}

// Counts reports whether a quantity in a unit can be read as one of the item:
// its own unit, one of its other measure words, or none given.
func (i *Item) Counts(unit spec.Unit) bool {
	return unit == "" || i.Unit == "" || unit == i.Unit || slices.Contains(i.Words, unit)
}

// Serves reports whether the item is of use under a hazard (适用灾种). An item
// that names no hazard serves every one.
func (i *Item) Serves(hazard hazards.Natural) bool {
	return len(i.Hazards) == 0 || slices.Contains(i.Hazards, hazard)
}

// is reports whether a register's word means the item.
func (i *Item) is(name string) bool {
	return name == i.Code || name != "" && (name == i.Name.ZH || name == i.Name.EN || slices.Contains(i.Aliases, name))
}

// names returns every way in which a register may write the item.
func (i *Item) names() []string {
	return append([]string{i.Code, i.Name.ZH, i.Name.EN}, i.Aliases...)
}

// FindItem returns the place of the item with a code, name or alias in a list,
// -1 where there is none.
func FindItem(items []Item, name string) int {
	return slices.IndexFunc(items, func(i Item) bool { return name != "" && i.is(name) })
}

// The codes of faults of a list of items.
const (
	FaultItemRepeated = "reserves.item-repeated"
	FaultItemAlias    = "reserves.item-alias"
)

// Extend returns a list with a county's own items behind a plan's (扩展品目). The
// error is a [*spec.Faults]: an item that is there already, and a name that two
// items answer to. Neither list is changed.
func Extend(items, own []Item) ([]Item, error) {
	out := slices.Concat(items, own)
	var faults spec.Faults
	owner := map[string]int{}
	for i := range out {
		code := out[i].Code
		if j, taken := owner[code]; taken && out[j].Code == code {
			faults.Add(spec.Fault{Path: code, Code: FaultItemRepeated, Value: code,
				Message: spec.Textf("the item %q occurs twice", "物资 %q 重复", code)})
			continue
		}
		for _, name := range out[i].names() {
			switch j, taken := owner[name]; {
			case name == "" || taken && j == i:
			case taken:
				faults.Add(spec.Fault{Path: code, Code: FaultItemAlias, Value: name,
					Message: spec.Textf("%q names %s and %s", "%q 同时指 %s 和 %s", name, out[j].Code, code)})
			default:
				owner[name] = i
			}
		}
	}
	return out, faults.Err()
}
