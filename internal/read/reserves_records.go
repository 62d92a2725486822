package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

const (
	stockTable      = "stock.csv"
	deliveriesTable = "deliveries.csv"
)

func reservesTables() []string {
	return []string{stockTable, deliveriesTable, storesTable, movementsTable, claimsTable, minimumsTable,
		reliefRoutesTable, affectedTable, supplyItemsTable, supplyNormsTable}
}

// ReservesRecords reads the key reserves of county.yaml and the tables of
// relief supplies.
func ReservesRecords(county *strict.Map, c *Context) reserves.Records {
	r := reserves.Records{Subject: c.Subject}
	if m, ok := county.Get("reserves").Map(); ok {
		on, _ := m.Get("observed_on").Date()
		supposed, source := c.supposed(on), teamsPlace(m, c.Source)
		r.SupportDays = reported(m.Get("support_days"), on, supposed, source, some((*strict.Node).Count))
		r.HouseholdSize = reported(m.Get("household_size"), on, supposed, source, some((*strict.Node).People))
		r.Warehouses = reported(m.Get("warehouses"), on, supposed, source, (*strict.Node).Count)
		c.reservesFacts(m, on, supposed, &r)
		if relief, ok := m.Get("relief").Map(); ok {
			r.Affected = reported(relief.Get("affected"), on, supposed, c.Source, (*strict.Node).People)
			r.ReportDelay = reported(relief.Get("report_delay"), on, supposed, c.Source, (*strict.Node).Duration)
			relief.Done()
		}
		m.Done()
	}
	for _, township := range c.Townships {
		r.Townships = append(r.Townships, township.Code)
	}
	r.HasTownships = c.HasTownships
	c.stock(&r)
	c.deliveries(&r)
	c.supplyItems(&r)
	c.supplyNorms(&r)
	c.stores(&r)
	c.movements(&r)
	c.claims(&r)
	c.minimums(&r)
	c.reliefRoutes(&r)
	c.affectedPlaces(&r)
	return r
}

// reservesFacts reads the facts of the key reserves that are no target.
func (c *Context) reservesFacts(m *strict.Map, on, supposed measure.Date, r *reserves.Records) {
	r.Sites = reported(m.Get("sites"), on, supposed, c.Source, some((*strict.Node).Count))
	r.Responders = reported(m.Get("responders"), on, supposed, c.Source, some((*strict.Node).People))
	if shares, ok := m.Get("shares").Map(); ok {
		r.Shares.Infants = reservesShare(shares.Get("infants"))
		r.Shares.Elderly = reservesShare(shares.Get("elderly"))
		r.Shares.Disabled = reservesShare(shares.Get("disabled"))
		shares.Done()
	}
	r.Profiles = m.Get("norm_profiles").Texts()
	r.Levels = m.Get("levels").Texts()
	r.Centre = reported(m.Get("centre"), on, supposed, c.Source, func(n *strict.Node) (reserves.CentreState, bool) {
		return strict.Choice(n, reserves.ParseCentreState, codesOf(reserves.CentreStates())...)
	})
	r.System = reported(m.Get("information_system"), on, supposed, c.Source, (*strict.Node).Bool)
	r.Unified = reported(m.Get("unified_database"), on, supposed, c.Source, (*strict.Node).Bool)
}

// reservesShare reads a share of the people, from 0 to 1.
func reservesShare(n *strict.Node) measure.Ratio {
	if n == nil {
		return measure.Ratio{}
	}
	share, ok := n.Ratio()
	if ok && !share.AtMost(measure.Whole(1)) {
		n.Fault(FaultReservesShare, n.Literal(), spec.Textf("%s is more than all people", "%s 超过全体人数", n.Literal()))
		return measure.Ratio{}
	}
	return share
}

// reported reads a value that may be missing.
func reported[T any](n *strict.Node, on, supposed measure.Date, source spec.Source, parse func(*strict.Node) (T, bool)) spec.Observed[T] {
	v, ok := parse(n)
	if n == nil || !ok {
		return spec.Observed[T]{}
	}
	return spec.Exactly(v).Dated(on).Supposed(supposed).From(source, 0)
}

// inCell turns what a cell gives into a reported value; an empty cell is unknown.
func inCell[T any](v T, ok bool) spec.Observed[T] {
	if !ok {
		return spec.Observed[T]{}
	}
	return spec.Exactly(v)
}
