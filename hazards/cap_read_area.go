package hazards

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (r *capReader) resource(n *capNode) CAPResource {
	var out CAPResource
	r.walk(n, []capElement{
		{"resourceDesc", 1, 1, r.text(&out.Description)},
		{"mimeType", 1, 1, r.text(&out.MIMEType)},
		{"size", 0, 1, func(n *capNode) {
			s := r.filled(n)
			size, ok := parseDecimal(s, 0)
			if s != "" && (!ok || size == 0) {
				r.fault(n, FaultCAPValue, s, spec.Textf("%q is not a size in bytes", "%q 不是字节数", spec.Shorten(s)))
			}
			out.Size = size
		}},
		{"uri", 0, 1, r.text(&out.URI)},
		{"derefUri", 0, 1, r.text(&out.DerefURI)},
		{"digest", 0, 1, r.text(&out.Digest)},
	})
	return out
}

func (r *capReader) area(n *capNode) CAPArea {
	var out CAPArea
	r.walk(n, []capElement{
		{"areaDesc", 1, 1, r.text(&out.Description)},
		{"polygon", 0, unbounded, func(n *capNode) {
			var ring []Position
			for _, s := range strings.Fields(r.filled(n)) {
				ring = append(ring, r.position(n, s))
			}
			out.Polygons = append(out.Polygons, ring)
		}},
		{"circle", 0, unbounded, func(n *capNode) {
			s := r.filled(n)
			centre, radius, _ := strings.Cut(s, " ")
			mm, ok := parseDecimal(radius, 6)
			if s != "" && !ok {
				r.fault(n, FaultCAPValue, s, spec.Textf("%q has no radius in kilometres", "%q 没有以千米表示的半径", spec.Shorten(s)))
			}
			out.Circles = append(out.Circles, Circle{r.position(n, centre), measure.Millimetres(mm)})
		}},
		{"geocode", 0, unbounded, r.pairs(&out.Geocodes)},
		{"altitude", 0, 1, r.text(&out.Altitude)},
		{"ceiling", 0, 1, r.text(&out.Ceiling)},
	})
	return out
}

// position reads latitude,longitude in WGS 84, the datum of the standard.
func (r *capReader) position(n *capNode, s string) Position {
	lat, lon, _ := strings.Cut(s, ",")
	p, err := ParsePosition(lat, lon, WGS84)
	if err != nil && s != "" {
		r.fault(n, FaultCAPValue, s, spec.Textf("%q is not latitude,longitude with at most 7 decimals", "%q 不是至多7位小数的 纬度,经度", spec.Shorten(s)))
	}
	return p
}
