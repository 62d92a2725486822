package hazards_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestPositionsAreExactDegrees(t *testing.T) {
	for _, one := range []struct{ lat, lon, want string }{
		{"29.8635", "107.7309", "29.8635,107.7309 WGS 84"},
		{"29.8635000", "107.7309001", "29.8635,107.7309001 WGS 84"},
		{"-90", "-180", "-90,-180 WGS 84"}, {"90", "180", "90,180 WGS 84"}, {"0", "-0.0000001", "0,-0.0000001 WGS 84"}, {"-0", "10", "0,10 WGS 84"},
		{"90.0000001", "0", ""}, {"-90.0000001", "0", ""}, {"0", "180.0000001", ""}, {"0", "-180.0000001", ""},
		{"", "0", ""}, {"0", "", ""}, {"+1", "0", ""}, {"01", "0", ""}, {"1.", "0", ""}, {".5", "0", ""}, {"1e1", "0", ""}, {"1.00000000", "0", ""},
		{"29°51′", "0", ""}, {"１", "0", ""}, {"--1", "0", ""}, {"1,0", "0", ""}, {"1000000000", "0", ""}, {" 1", "0", ""}, {"1-", "0", ""},
	} {
		p, err := hazards.ParsePosition(one.lat, one.lon, hazards.WGS84)
		if (err == nil) != (one.want != "") || (err == nil && p.String() != one.want) {
			t.Errorf("%s, %s: %v, %v", one.lat, one.lon, p, err)
		}
		if err != nil && (capFaults(t, err)[0][:len(" position.syntax")] != " position.syntax" || !p.IsZero()) {
			t.Errorf("%v", err)
		}
	}
	if _, err := hazards.ParsePosition("1", "2", 0); capFaults(t, err)[0] != " position.datum " {
		t.Errorf("%v", err)
	}
	if _, err := hazards.PositionOf(1, 2, 4); err == nil {
		t.Error("a fourth datum")
	}
	if p := point("29.5", "107.25", hazards.CGCS2000); p.Latitude() != 295_000_000 || p.Longitude() != 1_072_500_000 || p.Datum() != hazards.CGCS2000 || p.LongitudeText() != "107.25" {
		t.Errorf("%v", p)
	}
	if (hazards.Position{}).String() != "—" || point("1", "2", hazards.WGS84).Equal(point("1", "2", hazards.GCJ02)) {
		t.Error("positions of two datums are one, or the unset one has figures")
	}
}

func TestDatumsAreReadByNameAndNeverGuessed(t *testing.T) {
	for s, want := range map[string]hazards.Datum{
		"cgcs2000": hazards.CGCS2000, "CGCS2000": hazards.CGCS2000, "2000国家大地坐标系": hazards.CGCS2000, "国家2000坐标系": hazards.CGCS2000,
		"wgs84": hazards.WGS84, "WGS 84": hazards.WGS84, "WGS-84": hazards.WGS84, "GCJ-02": hazards.GCJ02, "火星坐标系": hazards.GCJ02,
		"": 0, "坐标系": 0, "北京54": 0, "BD-09": 0,
	} {
		if got, ok := hazards.ParseDatum(s); got != want || ok != (want != 0) {
			t.Errorf("%q is read as %v", s, got)
		}
	}
	for _, d := range hazards.Datums() {
		if b, err := d.MarshalText(); err != nil || string(b) != d.String() || d.In(spec.Chinese) == "" || !d.IsValid() {
			t.Errorf("%v", d)
		}
	}
}

func TestDatumsAreNotMixed(t *testing.T) {
	a, b, c := point("1", "2", hazards.WGS84), point("3", "4", hazards.WGS84), point("1", "2", hazards.GCJ02)
	if d, err := hazards.OneDatum([]hazards.Position{a, b}); d != hazards.WGS84 || err != nil {
		t.Error(d, err)
	}
	if d, err := hazards.OneDatum(nil); d != 0 || err != nil {
		t.Error(d, err)
	}
	d, err := hazards.OneDatum([]hazards.Position{a, c, b, {}})
	if diff := cmp.Diff([]string{"positions[1] position.datum 1,2 GCJ-02", "positions[3] position.datum —"}, capFaults(t, err)); diff != "" || d != 0 {
		t.Error(diff, d)
	}
	if _, err := hazards.OneDatum([]hazards.Position{{}}); err == nil {
		t.Error("an unset position has a datum")
	}
}

func TestCGCS2000IsNotWGS84UnlessItIsSaid(t *testing.T) {
	equate := spec.Choices{}.With(hazards.ReadingCGCS2000AsWGS84, "equate")
	for _, one := range []struct {
		datum   hazards.Datum
		choices spec.Choices
		ok      bool
	}{
		{hazards.WGS84, spec.Choices{}, true}, {hazards.CGCS2000, spec.Choices{}, false}, {hazards.GCJ02, spec.Choices{}, false},
		{hazards.CGCS2000, equate, true}, {hazards.GCJ02, equate, false},
	} {
		p, err := point("1.5", "2", one.datum).OnWGS84(one.choices)
		if (err == nil) != one.ok || (one.ok && p != point("1.5", "2", hazards.WGS84)) || (!one.ok && !p.IsZero()) {
			t.Errorf("%v: %v, %v", one.datum, p, err)
		}
	}
	w := rainstorm()
	w.Areas[0].Circles = []hazards.Circle{{Centre: point("1", "2", hazards.CGCS2000), Radius: measure.Millimetres(1)}}
	w.Areas[0].Polygons = [][]hazards.Position{{point("1", "2", hazards.CGCS2000), point("1", "3", hazards.CGCS2000), point("2", "2", hazards.CGCS2000), point("1", "2", hazards.CGCS2000)}}
	chain, err := hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
	if err != nil {
		t.Fatal(err)
	}
	_, err = chain.CAPMessages(hazards.CAPOptions{Sender: "s"})
	if got := capFaults(t, err); len(got) == 0 || got[0] != "versions[0].areas[0].circles[0] position.datum 1,2 CGCS2000" {
		t.Errorf("%v", got)
	}
	out, err := chain.CAPMessages(hazards.CAPOptions{Sender: "s", Choices: equate})
	if err != nil || out[0].Infos[0].Areas[0].Circles[0].Centre != point("1", "2", hazards.WGS84) || out[0].Infos[1].Areas[0].Polygons[0][1] != point("1", "3", hazards.WGS84) {
		t.Errorf("%v", err)
	}
}

func TestMomentsAreReadStrictly(t *testing.T) {
	for s, want := range map[string]string{
		"2024-07-10 08:30": "2024-07-10T08:30:00+08:00", "2024-02-29T23:59:59+08:00": "2024-02-29T23:59:59+08:00",
		"2023-02-29 00:00": "—", "2024-07-10 24:00": "—", "2024-07-10 08:60": "—", "2024-07-10T08:30:60+08:00": "—", "2024-07-10T08:30:00+09:00": "—",
		"2024-07-10T08:30": "—", "2024-07-10 8:30": "—", "2024-07-10": "—", "": "—", "2024-07-10 08-30": "—", "2024-07-10T08:30-00+08:00": "—", "2024-07-10 0x:30": "—",
	} {
		m, err := hazards.ParseMoment(s)
		if m.String() != want || (err == nil) != (want != "—") {
			t.Errorf("%q: %v, %v", s, m, err)
		}
		var u hazards.Moment
		if err := u.UnmarshalText([]byte(s)); u != m || (err == nil) != (want != "—" || s == "") {
			t.Errorf("%q: %v, %v", s, u, err)
		}
	}
	m := moment("2024-02-28T23:59:58+08:00")
	for n, want := range map[int64]string{1: "2024-02-28T23:59:59+08:00", 2: "2024-02-29T00:00:00+08:00", 86400 + 2: "2024-03-01T00:00:00+08:00",
		-86399: "2024-02-27T23:59:59+08:00", -86398: "2024-02-28T00:00:00+08:00", 1 << 62: "—", -1 << 62: "—"} {
		if got := m.Add(measure.Seconds(n)); got.String() != want {
			t.Errorf("%d s later: %v, want %s", n, got, want)
		}
	}
	if _, ok := m.Until(hazards.Moment{}); ok || m.Before(hazards.Moment{}) || m.After(hazards.Moment{}) || (hazards.Moment{}).Add(measure.Seconds(1)) != (hazards.Moment{}) {
		t.Error("the unset moment is compared")
	}
	if m.Hour() != 23 || m.Minute() != 59 || m.Second() != 58 || m.Date() != day("2024-02-28") {
		t.Error(m.Hour(), m.Minute(), m.Second())
	}
}
