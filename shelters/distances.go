package shelters

import (
	"strconv"

	"github.com/county-emergency/emergency/spec"
)

// NoWay stands in place of a distance where it is known that there is no way
// (不通).
const NoWay = -1

// DistanceMatrix returns distances from one row a village and one column a
// site, in whole metres, [NoWay] where there is none (距离矩阵). The matrix is not
// copied and must not change. Rows of other lengths and other negative numbers
// are faults, all told at once.
func DistanceMatrix(rows [][]int64, sites int) (Distances, error) {
	var faults spec.Faults
	for i, row := range rows {
		if len(row) != sites {
			faults.Add(spec.Fault{Path: "distances[" + strconv.Itoa(i) + "]", Code: FaultTaskDistance, Value: strconv.Itoa(len(row)),
				Message: spec.Textf("row %d has %d distances for %d sites", "第 %d 行有 %d 个距离，应为 %d 个", i, len(row), sites)})
		}
		for j, metres := range row {
			if metres < 0 && metres != NoWay {
				faults.Add(spec.Fault{Path: "distances[" + strconv.Itoa(i) + "][" + strconv.Itoa(j) + "]", Code: FaultTaskDistance,
					Value: strconv.FormatInt(metres, 10), Message: spec.Textf("a distance of %d m is negative", "距离 %d 米为负", metres)})
			}
		}
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return func(village, site int) (int64, bool) {
		if village >= len(rows) {
			return 0, false
		}
		metres := rows[village][site]
		return metres, metres >= 0
	}, nil
}

// Way is the distance from one village to one site, by their ids (村到场所距离).
type Way struct {
	Village, Site string
	Metres        int64 // [NoWay] where there is none
}

// DistanceList returns distances from a list of ways between the villages and
// sites of a task; a pair that is not listed has none to be used (距离清单). An id
// that is neither, a pair listed twice and any other negative distance are
// faults, all told at once.
func DistanceList(ways []Way, villages []Village, sites []Site) (Distances, error) {
	village, site := make(map[string]int, len(villages)), make(map[string]int, len(sites))
	for i, v := range villages {
		village[v.ID] = i
	}
	for j, s := range sites {
		site[s.ID] = j
	}
	type pair struct{ village, site int }
	metres := make(map[pair]int64, len(ways))
	var faults spec.Faults
	for k, way := range ways {
		i, okV := village[way.Village]
		j, okS := site[way.Site]
		_, twice := metres[pair{i, j}]
		if okV && okS && !twice && (way.Metres >= 0 || way.Metres == NoWay) {
			metres[pair{i, j}] = way.Metres
			continue
		}
		at := spec.Fault{Path: "ways[" + strconv.Itoa(k) + "]", Code: FaultTaskDistance, Value: way.Village + " → " + way.Site}
		switch {
		case !okV || !okS:
			at.Message = spec.Textf("%q or %q is not in the lists", "%q 或 %q 不在清单中", spec.Shorten(way.Village), spec.Shorten(way.Site))
		case twice:
			at.Message = spec.Textf("the way from %q to %q stands twice", "%q 至 %q 的距离重复", way.Village, way.Site)
		default:
			at.Message = spec.Textf("a distance of %d m is negative", "距离 %d 米为负", way.Metres)
		}
		faults.Add(at)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return func(village, site int) (int64, bool) {
		m, listed := metres[pair{village, site}]
		return m, listed && m != NoWay
	}, nil
}
