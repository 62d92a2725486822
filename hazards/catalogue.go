package hazards

import "github.com/county-emergency/emergency/spec"

// Catalogue is one entry of the plan's lists about safety and hazards, with the
// hazard or sector that it is about (条目). It is data of the plan.
type Catalogue struct {
	spec.Catalogue
	Hazard Natural // what it is about, 0 where it is about no one hazard
	Sector Sector  // 0 where it is about no one sector
}

// Catalogue returns the entry with an id.
func (p Prevention) Catalogue(id string) (Catalogue, bool) {
	for _, c := range p.Catalogues {
		if c.ID == id {
			return c, true
		}
	}
	return Catalogue{}, false
}

// CataloguesOf returns the entries of a kind, in the plan's order.
func (p Prevention) CataloguesOf(kind spec.CatalogueKind) []Catalogue {
	var out []Catalogue
	for _, c := range p.Catalogues {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	return out
}
