package hazards_test

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func moment(s string) hazards.Moment {
	m, err := hazards.ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

func point(lat, lon string, datum hazards.Datum) hazards.Position {
	p, err := hazards.ParsePosition(lat, lon, datum)
	if err != nil {
		panic(err)
	}
	return p
}

// rainstorm is an invented warning of an invented county.
func rainstorm() hazards.Warning {
	return hazards.Warning{
		ID: "99010141600000_20240710083000", Hazard: hazards.Meteorological,
		Event: spec.T("rainstorm", "暴雨"), Level: hazards.WarningIII,
		Issuer: division("990101"), IssuerName: spec.T("Government of Yunze County (invented)", "云泽县人民政府（虚构）"),
		Issued: moment("2024-07-10 08:30"), Starts: moment("2024-07-10 12:00"), Expires: moment("2024-07-11 08:00"),
		Areas: []hazards.WarnedArea{{
			Name:  spec.T("Dongling Town and Gaopo Township (invented)", "东岭镇、高坡乡（虚构）"),
			Codes: []hazards.DivisionCode{division("990101101"), division("990101201000")},
		}},
		Advice:   spec.T("Streams may rise fast; keep away from low ground.", "溪河可能陡涨，注意避开低洼地带。"),
		Measures: spec.T("Patrol, and move people early where needed.", "加强巡查，必要时提前转移。"),
	}
}

// storm is the life of that warning: raised, lowered, cancelled.
func storm() hazards.WarningChain {
	first := rainstorm()
	second := first
	second.ID, second.Replaces = "99000041600000_20240710140000", first.ID
	second.Level, second.Issuer = hazards.WarningII, division("990000")
	second.IssuerName = spec.T("Government of the municipality (invented)", "某市人民政府（虚构）")
	second.Issued, second.Starts, second.Expires = moment("2024-07-10 14:00"), moment("2024-07-10 14:00"), moment("2024-07-11 12:00")
	second.Areas = []hazards.WarnedArea{{
		Name: spec.T("Yunze County (invented)", "云泽县（虚构）"), Codes: []hazards.DivisionCode{division("990101")},
		Polygons: [][]hazards.Position{{point("29.5", "107.5", hazards.WGS84), point("29.5", "108.0000001", hazards.WGS84),
			point("30", "108", hazards.WGS84), point("29.5", "107.5", hazards.WGS84)}},
		Circles: []hazards.Circle{{Centre: point("29.75", "107.7", hazards.WGS84), Radius: measure.Millimetres(5_250_000)}},
	}}
	third := first
	third.ID, third.Replaces = "99010141600000_20240710200000", second.ID
	third.Issued, third.Starts, third.Expires = moment("2024-07-10 20:00"), moment("2024-07-10 20:00"), moment("2024-07-11 12:00")
	issuers := hazards.ChongqingWarningIssuers()
	chain, err := hazards.IssueWarning(first, issuers)
	for _, w := range []hazards.Warning{second, third} {
		if err == nil {
			chain, err = chain.Update(w, issuers)
		}
	}
	if err == nil {
		chain, err = chain.Cancel(hazards.Cancellation{ID: "99010141600000_20240711060000_2", Issuer: division("990101"), At: moment("2024-07-11 06:00")})
	}
	if err != nil {
		panic(err)
	}
	return chain
}

func messages(chain hazards.WarningChain) []hazards.CAPAlert {
	out, err := chain.CAPMessages(hazards.CAPOptions{Sender: "warning@yunze.invalid", Status: hazards.CAPExercise})
	if err != nil {
		panic(err)
	}
	return out
}

// fullAlert has every element of the standard.
func fullAlert() hazards.CAPAlert {
	return hazards.CAPAlert{
		Identifier: "all-1", Sender: "test@yunze.invalid", Sent: moment("2024-07-10 08:30"), Status: hazards.CAPTest, Type: hazards.CAPUpdate,
		Source: "test desk", Scope: hazards.CAPPrivate, Restriction: "for tests", Addresses: `"first desk" second`, Codes: []string{"a", "b"},
		Note:       "every element <once> & with \"signs\" that XML writes apart",
		References: []hazards.CAPReference{{Sender: "test@yunze.invalid", Identifier: "all-0", Sent: moment("2024-07-09 08:30")}, {Sender: "b", Identifier: "c", Sent: moment("2024-07-09 08:31")}},
		Incidents:  "one two",
		Infos: []hazards.CAPInfo{{
			Language: "zh-CN", Categories: []hazards.CAPCategory{hazards.CAPMet, hazards.CAPGeo}, Event: "暴雨",
			Responses: []hazards.CAPResponse{hazards.CAPPrepare, hazards.CAPMonitor}, Urgency: hazards.CAPExpected, Severity: hazards.CAPModerate,
			Certainty: hazards.CAPLikely, Audience: "公众", EventCodes: []hazards.CAPValue{{Name: "x", Value: "11B03"}},
			Effective: moment("2024-07-10 08:30"), Onset: moment("2024-07-10 09:00"), Expires: moment("2024-07-10 12:00"),
			SenderName: "云泽县气象台（虚构）", Headline: "暴雨黄色预警", Description: "第一行\n第二行\t制表", Instruction: "减少外出",
			Web: "https://yunze.invalid/w/1", Contact: "值班室", Parameters: []hazards.CAPValue{{Name: "empty", Value: ""}},
			Resources: []hazards.CAPResource{{Description: "map", MIMEType: "image/png", Size: 1234, URI: "map.png", DerefURI: "AAAA", Digest: "00ff"}},
			Areas: []hazards.CAPArea{{
				Description: "云泽县（虚构）",
				Polygons: [][]hazards.Position{{point("-29.5", "-107.5", hazards.WGS84), point("29.5", "108.0000001", hazards.WGS84),
					point("30", "108", hazards.WGS84), point("-29.5", "-107.5", hazards.WGS84)}},
				Circles:  []hazards.Circle{{Centre: point("0", "0", hazards.WGS84), Radius: measure.Millimetres(1)}},
				Geocodes: []hazards.CAPValue{{Name: hazards.CAPDivision, Value: "990101000000"}}, Altitude: "-100.5", Ceiling: "2000",
			}},
		}, {
			Categories: []hazards.CAPCategory{hazards.CAPOther}, Event: "rainstorm", Urgency: hazards.CAPUrgencyUnknown,
			Severity: hazards.CAPSeverityUnknown, Certainty: hazards.CAPCertaintyUnknown,
		}},
	}
}
