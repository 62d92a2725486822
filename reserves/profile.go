package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Profile is a named set of norms, one for each item it speaks of (定额方案).
type Profile struct {
	ID    string
	Title spec.Text
	Norms []ItemNorm
}

// ItemNorm is the norm of one item.
type ItemNorm struct {
	Item string // code, name or alias
	Norm spec.Figure[Norm]
	Row  int // of the table it was read from, 0 where it was not read
}

// The codes of norms that cannot be laid over a list.
const (
	FaultNormItem   = "reserves.norm-item"   // for an item that the list does not have
	FaultNormSource = "reserves.norm-source" // without a source
)

// Layered returns the items with the norms of profiles laid over their own, a
// later profile over an earlier one (定额叠加). What does not fit is left out and
// told: the error is a [*spec.Faults] beside a list that is valid all the same.
// The items given are not changed.
func Layered(items []Item, profiles ...Profile) ([]Item, error) {
	out := slices.Clone(items)
	var faults spec.Faults
	for _, p := range profiles {
		for _, one := range p.Norms {
			i := FindItem(out, one.Item)
			if i < 0 {
				faults.Add(spec.Fault{Path: p.ID, Code: FaultNormItem, Value: one.Item,
					Message: spec.Textf("%s has a norm for %q, which is no item", "%s 列有 %q 的标准，但没有该物资", p.ID, one.Item)})
				continue
			}
			if !one.Norm.Known() {
				faults.Add(spec.Fault{Path: p.ID, Code: FaultNormSource, Value: one.Item,
					Message: spec.Textf("the norm of %q has no source", "%q 的标准没有依据", one.Item)})
				continue
			}
			if err := one.Norm.Value.Check(out[i]); err != nil {
				faults.AddError(spec.Fault{Path: p.ID, Code: FaultNormKind}, err)
				continue
			}
			out[i].Norm = one.Norm
		}
	}
	return out, faults.Err()
}

// WithNorm returns the items with one norm replaced: the line that overrides an
// open assumption.
func WithNorm(items []Item, item string, norm spec.Figure[Norm]) ([]Item, error) {
	return Layered(items, Profile{ID: item, Norms: []ItemNorm{{Item: item, Norm: norm}}})
}
