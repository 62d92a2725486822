package teams

import "github.com/county-emergency/emergency/spec"

// Tier is the level that keeps a team (队伍层级). The zero Tier is unset.
type Tier uint8

// The tiers.
const (
	_            Tier = iota
	CountyTier        // 县级
	TownshipTier      // 乡镇（街道）
	VillageTier       // 村（社区）

	numTiers = iota
)

var tiers = [numTiers]string{CountyTier: "county", TownshipTier: "township", VillageTier: "village"}
var tierAliases = [numTiers]string{CountyTier: "县级", TownshipTier: "乡镇", VillageTier: "村级"}

// ParseTier reads "county", "township" or "village", or 县级, 乡镇, 村级.
func ParseTier(s string) (Tier, bool) {
	for t := CountyTier; t < numTiers; t++ {
		if tiers[t] == s || tierAliases[t] == s {
			return t, true
		}
	}
	return 0, false
}

// String returns the code of the tier.
func (t Tier) String() string {
	if t >= numTiers {
		return ""
	}
	return tiers[t]
}

// text is the tier in words.
func (t Tier) text() spec.Text {
	if t >= numTiers {
		return spec.Text{}
	}
	return spec.T(tiers[t], tierAliases[t])
}
