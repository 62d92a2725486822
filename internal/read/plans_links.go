package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// plansLinks reads what a row of the project table serves, builds, rests on and
// upgrades, and what its remark says of lead and funds.
func (c *Context) plansLinks(m *strict.Map, p *plans.Project) {
	p.Serves = m.Get("serves").Texts()
	p.Delivers = builds(m.Get("delivers"))
	p.PaidFor = m.Get("paid_for").Texts()
	p.Depends = m.Get("depends").Texts()
	if at := m.Get("cooperates"); at != nil {
		p.Cooperates, _ = at.Bool()
	}
	p.UnderWay, _ = strict.Figure(m.Get("under_way"), c.Source, (*strict.Node).Bool)
	p.Units, _ = m.Get("units").Count()
	p.Upgraded, _ = m.Get("upgraded").Count()
	p.Funds = plansText(m.Get("funded_by"))
}

// builds reads a list of things to be built; each needs its id.
func builds(list *strict.Node) []spec.Member {
	for _, at := range list.List() {
		if one, ok := at.Map(); ok {
			one.Need("id")
		}
	}
	return members(list, FaultDuplicateID)
}
