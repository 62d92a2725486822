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
	for i := range p.Catalogues {
		if c := &p.Catalogues[i]; c.ID == id {
			return *c, true
		}
	}
	return Catalogue{}, false
}

// CataloguesOf returns the entries of a kind, in the plan's order.
func (p Prevention) CataloguesOf(kind spec.CatalogueKind) []Catalogue {
	n := 0
	for i := range p.Catalogues {
		if p.Catalogues[i].Kind == kind {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]Catalogue, 0, n)
	for i := range p.Catalogues {
		if p.Catalogues[i].Kind == kind {
			out = append(out, p.Catalogues[i])
		}
	}
	return out
}
