package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// jointRecords adds to what a county says of plans that run together the
// resources of its other records: its teams, its usable stock and the places of
// its shelters, each under an id of its own kind.
func (p *plan) jointRecords(c *County, asOf measure.Date) plans.JointRecords {
	j := c.Plans.Joint
	if !j.HasDraws {
		return j // nothing will be held against them
	}
	j.Resources, j.Pools = nil, []plans.Pool{
		{ID: plans.TeamPool, Title: spec.T("teams", "队伍"), Unit: spec.Teams, Known: c.Teams.HasTeams, Who: "teams.csv"},
		{ID: plans.ShelterPool, Title: spec.T("shelter places", "避难名额"), Unit: spec.Persons, Known: c.Shelters.HasShelters, Who: "shelters.csv"},
	}
	for _, t := range c.Teams.Teams {
		j.Resources = append(j.Resources, plans.Resource{ID: "team:" + t.ID, Pool: plans.TeamPool, Serves: uses(t, c, asOf), Amount: teamAmount(t)})
	}
	for _, s := range c.Shelters.Shelters {
		if s.CompletedOn.After(asOf) {
			continue
		}
		j.Resources = append(j.Resources, plans.Resource{ID: "shelter:" + s.ID, Pool: plans.ShelterPool, Amount: people(s.Temporary.AsOf(asOf))})
	}
	counted := reserves.ModesOf(reserves.Physical)
	for _, reading := range reserves.Readings() {
		if modes, ok := reserves.ModesCounted(p.choices.Of(reading)); ok && reading.Has(reserves.CountPhysical) {
			counted = modes
		}
	}
	listed := append(slices.Clone(p.reserves.Items), c.Reserves.Items...)
	of := make([]int, len(c.Reserves.Lots)) // the item of each lot
	for k, lot := range c.Reserves.Lots {
		of[k] = reserves.FindItem(listed, lot.Item)
	}
	for i, item := range p.reserves.Items {
		pool := plans.StockPool(item.Code)
		j.Pools = append(j.Pools, plans.Pool{ID: pool, Title: item.Name, Unit: item.Unit, Known: c.Reserves.HasStock, Who: "stock.csv"})
		for k, lot := range c.Reserves.Lots {
			var amount spec.Observed[measure.Quantity]
			switch {
			case of[k] == i:
				amount = reserves.Usable([]reserves.Lot{lot}, item, asOf, counted)
			case of[k] < 0: // it may be this one, its code misspelt
				amount = reserves.MayHold(lot, item, asOf, counted)
			}
			if of[k] >= 0 && of[k] != i || of[k] < 0 && amount.Known() { // another, or none of this
				continue
			}
			j.Resources = append(j.Resources, plans.Resource{ID: "lot:" + lot.ID, Pool: pool, Amount: amount})
		}
	}
	return j
}

// uses are the kind of a team and the skills that it has on a date. A lapsed
// certificate removes a skill; one that is only claimed counts where no
// certificate of it is on record.
func uses(t teams.Team, c *County, asOf measure.Date) []string {
	skills := slices.Clone(t.Skills)
	for _, one := range c.Teams.Certificates {
		if one.Team == t.ID {
			skills = append(skills, one.Skill)
		}
	}
	out := []string{t.Kind.String()}
	for _, skill := range skills {
		has := teams.SkillVerdict(t, skill, c.Teams.Certificates, asOf, teams.Windows{}, teams.ClaimEnough)
		if has == spec.Met && !slices.Contains(out, string(skill)) {
			out = append(out, string(skill))
		}
	}
	return out
}

// teamAmount is how many teams a record stands for.
func teamAmount(t teams.Team) spec.Observed[measure.Quantity] {
	if !t.Place.IsZero() {
		return spec.Exactly(measure.Thousandths(1000))
	}
	return scaled(t.Count)
}

// people is a number of people as an amount.
func people(n spec.Observed[measure.People]) spec.Observed[measure.Quantity] { return scaled(n) }

// scaled is a whole number as an amount; one beyond its range is unknown.
func scaled[T ~int64](n spec.Observed[T]) spec.Observed[measure.Quantity] {
	low, hasLow := n.Low()
	high, hasHigh := n.High()
	least, errLow := measure.Units(int64(low))
	most, errHigh := measure.Units(int64(high))
	switch {
	case hasLow && hasHigh && errLow == nil && errHigh == nil:
		return spec.Between(least, most)
	case hasLow && errLow == nil:
		return spec.AtLeast(least)
	case hasHigh && errHigh == nil:
		return spec.AtMost(most)
	}
	return spec.Observed[measure.Quantity]{}
}
