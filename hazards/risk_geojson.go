package hazards

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/county-emergency/emergency/spec"
)

// feature is a risk point in the form of RFC 7946, section 3.2. The names of
// the properties are Chinese, for the people who draw the map.
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *geometry      `json:"geometry"`
	Properties riskProperties `json:"properties"`
}

type geometry struct {
	Type        string         `json:"type"`
	Coordinates [2]json.Number `json:"coordinates"` // longitude first, section 3.1.1
}

type riskProperties struct {
	Name       string `json:"名称"`
	Kind       string `json:"类别"`
	Level      string `json:"风险等级"`
	Colour     string `json:"颜色"`
	Place      string `json:"行政区划代码"`
	OnMap      string `json:"上图"`
	InRegister string `json:"入库"`
}

// GeoJSON writes risk points as a feature collection that a map can draw, in the
// order given (一图). RFC 7946 knows one frame, WGS 84: a position in another
// datum is refused with [FaultDatum], see [Position.OnWGS84], all of them at
// once. A point without a position has no geometry, which the format allows.
// Equal points give equal bytes.
func GeoJSON(points []RiskPoint, choices spec.Choices) ([]byte, error) {
	var faults spec.Faults
	type collection struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}
	out := collection{Type: "FeatureCollection", Features: make([]feature, 0, len(points))}
	for i, p := range points {
		one := feature{Type: "Feature", ID: p.ID, Properties: riskProperties{
			Name: p.Name, Kind: p.Kind().ZH, Level: p.Level.In(spec.Chinese), Colour: p.Level.Colour().ZH,
			Place: p.Place.Short(), OnMap: answerText(p.OnMap), InRegister: answerText(p.InRegister),
		}}
		if !p.Position.IsZero() {
			at, err := p.Position.OnWGS84(choices)
			if err != nil {
				faults.Add(spec.Fault{Path: "points[" + strconv.Itoa(i) + "].position", Code: FaultDatum, Value: p.Position.String(),
					Message: spec.Textf("%s is not in WGS 84, which GeoJSON demands", "%s 不是 GeoJSON 要求的 WGS 84 坐标", p.Position)})
				continue
			}
			one.Geometry = &geometry{Type: "Point",
				Coordinates: [2]json.Number{json.Number(at.LongitudeText()), json.Number(at.LatitudeText())}}
		}
		out.Features = append(out.Features, one)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// answerText writes an answer: 是, 否, or nothing where it is not known.
func answerText(o spec.Observed[bool]) string {
	switch yes(o) {
	case spec.Met:
		return "是"
	case spec.Unmet:
		return "否"
	}
	return ""
}
