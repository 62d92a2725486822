package main

import (
	"math"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/shelters"
)

// earth is the mean radius of the earth in metres (IUGG: (2a + b) / 3).
const earth = 6_371_008.8

// greatCircle is the distance of two points of one datum in whole metres, by
// the haversine formula on a sphere: within about half a percent of the
// ellipsoid, and no road (大圆距离).
func greatCircle(a, b hazards.Position) int64 {
	radians := func(n int64) float64 { return float64(n) / 1e7 * math.Pi / 180 }
	la, lb := radians(a.Latitude()), radians(b.Latitude())
	dy, dx := math.Sin((lb-la)/2), math.Sin((radians(b.Longitude())-radians(a.Longitude()))/2)
	h := dy*dy + math.Cos(la)*math.Cos(lb)*dx*dx
	return int64(math.Round(2 * earth * math.Asin(math.Sqrt(min(1, h)))))
}

// greatCircles are the ways from every village to every shelter as the crow
// flies, but for those of which the county's own table says that there is none; ok
// is false where a place has no coordinates or the datums differ.
func greatCircles(r shelters.Records) ([]shelters.Way, bool) {
	var all []hazards.Position
	for _, a := range r.Areas {
		all = append(all, a.Position)
	}
	for i := range r.Shelters {
		all = append(all, r.Shelters[i].Position)
	}
	if _, err := hazards.OneDatum(all); err != nil || len(r.Areas) == 0 || len(r.Shelters) == 0 {
		return nil, false
	}
	none := map[[2]string]bool{}
	for _, way := range r.Ways {
		none[[2]string{way.Village, way.Site}] = way.Metres == shelters.NoWay
	}
	var ways []shelters.Way
	for _, a := range r.Areas {
		for i := range r.Shelters {
			s := &r.Shelters[i]
			way := shelters.Way{Village: a.Place.String(), Site: s.ID, Metres: greatCircle(a.Position, s.Position)}
			if none[[2]string{way.Village, way.Site}] {
				way.Metres = shelters.NoWay
			}
			ways = append(ways, way)
		}
	}
	return ways, true
}
