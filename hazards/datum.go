package hazards

import (
	"errors"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of coordinates. They are permanent.
const (
	FaultPosition = "position.syntax"
	FaultDatum    = "position.datum"
)

// Datum is the frame that coordinates are given in (坐标系). The zero Datum is
// unset: coordinates without a declared datum are refused. No conversion is
// offered; GCJ-02 in particular is shifted by hundreds of metres and has no
// published formula.
type Datum uint8

// The three datums met in Chinese data.
const (
	_        Datum = iota
	CGCS2000       // 2000国家大地坐标系: the national frame
	WGS84          // what CAP and GeoJSON demand
	GCJ02          // the shifted frame of public maps (火星坐标系)
)

var datums = [...]term{
	CGCS2000: {"cgcs2000", spec.Text{EN: "CGCS2000", ZH: "2000国家大地坐标系"}, []string{"国家2000", "大地2000"}},
	WGS84:    {"wgs84", spec.Text{EN: "WGS 84", ZH: "WGS 84坐标系"}, []string{"WGS84", "WGS-84"}},
	GCJ02:    {"gcj02", spec.Text{EN: "GCJ-02", ZH: "GCJ-02坐标系"}, []string{"GCJ02", "火星", "国测局"}},
}

// Datums returns the datums.
func Datums() []Datum { return []Datum{CGCS2000, WGS84, GCJ02} }

// ParseDatum reads a datum by its code or name, as "cgcs2000", "WGS-84" or
// "火星坐标系" (坐标系). ok is false for anything else: nothing is guessed.
func ParseDatum(s string) (datum Datum, ok bool) {
	i := findTerm(datums[:], s, "坐标系")
	return Datum(i), i > 0
}

// String returns the code, as "cgcs2000", empty for the zero Datum.
func (d Datum) String() string { return termAt(datums[:], int(d)).code }

// In returns the name of the datum.
func (d Datum) In(lang spec.Lang) string { return termAt(datums[:], int(d)).text.In(lang) }

// MarshalText returns the code.
func (d Datum) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// IsValid reports whether it is one of the datums.
func (d Datum) IsValid() bool { return d >= CGCS2000 && d <= GCJ02 }

// Position is a point on the ground in degrees of a declared datum (坐标), kept
// in units of 1e-7 degree, about a centimetre, so that it is exact and
// comparable with ==. The zero Position is unset.
type Position struct {
	latitude, longitude int32 // 1e-7 degree, north and east positive
	datum               Datum
}

// degree is one degree in the unit of a position.
const degree = 10_000_000

// PositionOf returns the point with a latitude and longitude in 1e-7 degree,
// north and east positive, or an error with [FaultDatum] or [FaultPosition]
// where the datum is unset or the point does not exist.
func PositionOf(latitude, longitude int64, datum Datum) (Position, error) {
	if !datum.IsValid() {
		return Position{}, spec.Fault{Code: FaultDatum, Message: spec.T("coordinates without a datum", "坐标未注明坐标系")}
	}
	if latitude < -90*degree || latitude > 90*degree || longitude < -180*degree || longitude > 180*degree {
		return Position{}, positionFault(degrees(latitude) + "," + degrees(longitude))
	}
	return Position{int32(latitude), int32(longitude), datum}, nil
}

// ParsePosition reads latitude and longitude in plain decimal degrees with at
// most seven decimals, as "29.8635" and "107.7309". The error is a [spec.Fault]
// with [FaultPosition] or [FaultDatum].
func ParsePosition(latitude, longitude string, datum Datum) (Position, error) {
	lat, a := parseDegrees(latitude)
	lon, b := parseDegrees(longitude)
	if !a || !b {
		return Position{}, positionFault(latitude + "," + longitude)
	}
	return PositionOf(lat, lon, datum)
}

func positionFault(s string) error {
	return spec.Fault{Code: FaultPosition, Value: spec.Shorten(s), Message: spec.Textf(
		"%q is not a latitude and longitude in degrees with at most 7 decimals", "%q 不是以度表示、至多7位小数的纬度和经度", spec.Shorten(s))}
}

// parseDegrees reads -d.ddddddd strictly: no plus, no exponent, no spare zero.
func parseDegrees(s string) (int64, bool) {
	digits, negative := strings.CutPrefix(s, "-")
	n, ok := parseDecimal(digits, 7)
	if negative {
		n = -n
	}
	return n, ok
}

// degrees writes 1e-7 degrees without spare zeros.
func degrees(n int64) string { return decimalText(n, 7) }

// IsZero reports whether the position is unset.
func (p Position) IsZero() bool { return p.datum == 0 }

// Datum returns the datum, unset where the position is.
func (p Position) Datum() Datum { return p.datum }

// Latitude returns the latitude in 1e-7 degree, north positive.
func (p Position) Latitude() int64 { return int64(p.latitude) }

// Longitude returns the longitude in 1e-7 degree, east positive.
func (p Position) Longitude() int64 { return int64(p.longitude) }

// LatitudeText returns the latitude in decimal degrees, without spare zeros.
func (p Position) LatitudeText() string { return degrees(int64(p.latitude)) }

// LongitudeText returns the longitude in decimal degrees, without spare zeros.
func (p Position) LongitudeText() string { return degrees(int64(p.longitude)) }

// String returns latitude, longitude and datum, as "29.8635,107.7309 WGS 84",
// and — where the position is unset.
func (p Position) String() string {
	if p.IsZero() {
		return "—"
	}
	return p.LatitudeText() + "," + p.LongitudeText() + " " + p.datum.In(spec.English)
}

// Equal reports whether both are the same point of the same datum. It is the
// same as ==; the same figures in two datums are two points.
func (p Position) Equal(q Position) bool { return p == q }

// OneDatum returns the datum that all positions share (坐标系一致). The error is
// [spec.Faults] with a [FaultDatum] for each position that is unset or whose
// datum differs from the first, by its place in the list; no positions have no
// datum and no error.
func OneDatum(positions []Position) (Datum, error) {
	var faults spec.Faults
	var first Datum
	for i, p := range positions {
		if first == 0 {
			first = p.datum
		}
		if p.IsZero() || p.datum != first {
			faults.Add(spec.Fault{Path: indexed("positions", i), Code: FaultDatum, Value: p.String(), Message: spec.Textf(
				"the datum %q is not that of the others, %q", "坐标系 %q 与其他坐标的 %q 不一致", p.datum, first)})
		}
	}
	if err := faults.Err(); err != nil {
		return 0, err
	}
	return first, nil
}

// OnWGS84 returns the position for a format that demands WGS 84, such as CAP
// and GeoJSON (WGS 84 输出). A position in another datum is refused with
// [FaultDatum]; a CGCS2000 position is taken as it stands where the option of
// the reading hazards.cgcs2000-as-wgs84 says "equate".
func (p Position) OnWGS84(choices spec.Choices) (Position, error) {
	switch {
	case p.datum == WGS84:
		return p, nil
	case p.datum == CGCS2000 && choices.Of(cgcs2000AsWGS84()) == equate:
		p.datum = WGS84
		return p, nil
	}
	return Position{}, spec.Fault{Code: FaultDatum, Value: p.String(), Message: spec.Textf(
		"%s is not in WGS 84, which the format demands", "%s 不是该格式要求的 WGS 84 坐标", p)}
}

// indexed writes the path of one member of a list.
func indexed(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }

// gather adds an error to faults: a single fault as it stands, a list one by one.
func gather(to *spec.Faults, err error) {
	var one spec.Fault
	if errors.As(err, &one) {
		to.Add(one)
		return
	}
	to.AddError(spec.Fault{}, err)
}
