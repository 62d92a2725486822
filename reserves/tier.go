package reserves

import "github.com/county-emergency/emergency/spec"

// Tier is a level of the county's network of stores (储备层级). The zero Tier
// is unset. The plan announces five levels and names three, 三（五~）2; the
// other two are not guessed. Forward points and households stand beside the
// three: the plan's project list and its clause on households name them.
type Tier uint8

// The three tiers that are named, and what stands beside them.
const (
	_              Tier = iota
	CountyStore         // 县库
	TownshipStore       // 乡镇
	VillageStore        // 村居
	ForwardPoint        // 前置点
	HouseholdStore      // 家庭
)

var tiers = [...]word{
	CountyStore:   {"county-store", spec.Text{EN: "county store", ZH: "县库"}},
	TownshipStore: {"township", spec.Text{EN: "township", ZH: "乡镇"}},
	VillageStore:  {"village", spec.Text{EN: "village or community", ZH: "村居"}},

	ForwardPoint:   {"forward-point", spec.Text{EN: "forward point", ZH: "前置点"}},
	HouseholdStore: {"household", spec.Text{EN: "households", ZH: "家庭"}},
}

// Tiers returns the three tiers that the plan names, from the county down.
func Tiers() []Tier { return []Tier{CountyStore, TownshipStore, VillageStore} }

// StoreKinds returns the tiers and what stands beside them.
func StoreKinds() []Tier {
	return []Tier{CountyStore, TownshipStore, VillageStore, ForwardPoint, HouseholdStore}
}

// ParseTier reads the code of a tier, as "township", or its Chinese name; ok
// is false for anything else.
func ParseTier(s string) (t Tier, ok bool) {
	i, ok := find(tiers[:], s)
	return Tier(i), ok
}

// String returns the code of the tier, empty where it is unset.
func (t Tier) String() string { return at(tiers[:], int(t)).code }

// In returns the name of the tier.
func (t Tier) In(lang spec.Lang) string { return at(tiers[:], int(t)).name.In(lang) }

// MarshalText returns the code.
func (t Tier) MarshalText() ([]byte, error) { return []byte(t.String()), nil }
