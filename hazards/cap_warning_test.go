package hazards_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
)

// Identifiers of published messages.
func TestNationalIdentifiersAreRead(t *testing.T) {
	for s, want := range map[string]hazards.MessageID{
		"14022341600000_20221030174929":     {Division: division("140223"), Organ: "416", At: moment("2022-10-30T17:49:29+08:00")},
		"13013241600000_20260826160913_12":  {Division: division("130132"), Organ: "416", At: moment("2026-08-26T16:09:13+08:00"), Serial: 12},
		"50000033200000_20240229000000":     {Division: division("500000"), Organ: "332", At: moment("2024-02-29 00:00")},
		"":                                  {},
		"1402234160000_20221030174929":      {},
		"14022341600001_20221030174929":     {},
		"14022341610000_20221030174929":     {},
		"00000041600000_20221030174929":     {},
		"1402234x600000_20221030174929":     {},
		"14022341600000_20221330174929":     {},
		"14022341600000_20221030244929":     {},
		"14022341600000_2022103017492":      {},
		"14022341600000_20221030174929_":    {},
		"14022341600000_20221030174929_0":   {},
		"14022341600000_20221030174929_01":  {},
		"14022341600000_20221030174929_1_1": {},
		"14022341600000-20221030174929":     {},
	} {
		got, err := hazards.ParseMessageID(s)
		if diff := cmp.Diff(want, got); diff != "" || (err == nil) != (want != hazards.MessageID{}) {
			t.Errorf("%q: %v %s", s, err, diff)
		}
		if err == nil && got.String() != s {
			t.Errorf("%q is written %q", s, got)
		}
		if err != nil && (got.String() != "—" || capFaults(t, err)[0] != " cap.national-id "+s) {
			t.Errorf("%v, %v", got, err)
		}
	}
	for _, id := range []hazards.MessageID{
		{Division: division("500230101"), Organ: "416", At: moment("2024-07-10 08:30")},
		{Division: division("50"), Organ: "416", At: moment("2024-07-10 08:30")},
		{Division: division("500230"), Organ: "41", At: moment("2024-07-10 08:30")},
		{Division: division("500230"), Organ: "416"},
		{Division: division("500230"), Organ: "416", At: moment("2024-07-10 08:30"), Serial: -1},
	} {
		if s, ok := id.Text(); ok || s != "" {
			t.Errorf("%+v is written %q", id, s)
		}
	}
}

func TestWarningsAreReadBackFromTheirMessages(t *testing.T) {
	issuers := hazards.ChongqingWarningIssuers()
	back, err := hazards.ReadWarning(messages(storm()), issuers)
	if diff := cmp.Diff(storm(), back); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for _, one := range []struct {
		name  string
		spoil func(m []hazards.CAPAlert) []hazards.CAPAlert
		want  string
	}{
		{"none", func([]hazards.CAPAlert) []hazards.CAPAlert { return nil }, "messages cap.warning "},
		{"colour against the level", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[0].Infos[0].Parameters[1].Value = "red"; return m }, "messages[0].info[0].parameter cap.warning red"},
		{"severity against the level", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			m[0].Infos[0].Severity = hazards.CAPExtreme
			return m
		}, "messages[0].info[0].severity cap.warning Extreme"},
		{"level by its colour", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[0].Infos[0].Parameters[0].Value = "黄色"; return m }, "messages[0].info[0].parameter cap.warning 黄色"},
		{"two levels", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			m[0].Infos[0].Parameters = append(m[0].Infos[0].Parameters, hazards.CAPValue{Name: hazards.CAPLevel, Value: "III"})
			return m
		}, "messages[0].info[1] cap.warning rainstorm"},
		{"no kind", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[0].Infos[0].EventCodes = nil; return m }, "messages[0].info[0].eventCode cap.warning "},
		{"kind by an alias", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			m[0].Infos[0].EventCodes[0].Value = "hazard:气象"
			return m
		}, "messages[0].info[0].eventCode cap.warning "},
		{"no Chinese", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[0].Infos = m[0].Infos[1:]; return m }, "messages[0].info cap.warning "},
		{"no info", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[0].Infos = nil; return m }, "messages[0].info cap.warning "},
		{"English of another place", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			m[0].Infos[1].Areas[0].Geocodes[0].Value = "990101102"
			return m
		}, "messages[0].info[1] cap.warning rainstorm"},
		{"geocode of another system", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			for i := range m[0].Infos {
				m[0].Infos[i].Areas[0].Geocodes[0].Name = "FIPS"
			}
			return m
		}, "messages[0].info[0].area[0] cap.warning FIPS=990101101"},
		{"altitude", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			for i := range m[0].Infos {
				m[0].Infos[i].Areas[0].Altitude = "10"
			}
			return m
		}, "messages[0].info[0].area[0] cap.warning 10"},
		{"effective later", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			for i := range m[0].Infos {
				m[0].Infos[i].Effective = m[0].Sent.Add(measure.Seconds(1))
			}
			return m
		}, "messages[0].info[0].effective cap.warning 2024-07-10T08:30:01+08:00"},
		{"acknowledgement", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[1].Type = hazards.CAPAck; return m }, "messages[1].msgType cap.warning Ack"},
		{"private", func(m []hazards.CAPAlert) []hazards.CAPAlert {
			m[0].Scope, m[0].Addresses = hazards.CAPPrivate, "a"
			return m
		}, "messages[0].scope cap.warning Private"},
		{"reference to another sender", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[1].References[0].Sender = "x"; return m }, "messages[1].references cap.warning x"},
		{"one left out", func(m []hazards.CAPAlert) []hazards.CAPAlert { return append(m[:1], m[2:]...) }, "messages[1].replaces warning.reference 99000041600000_20240710140000"},
		{"begins with an update", func(m []hazards.CAPAlert) []hazards.CAPAlert { return m[1:] }, "messages[0].issued warning.ended "},
		{"issued twice", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[1].Type = hazards.CAPIssue; return m }, "messages[1].msgType cap.warning Alert"},
		{"cancels another", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[3].References[0].Identifier = "x"; return m }, "messages[3].references cap.warning x"},
		{"broken", func(m []hazards.CAPAlert) []hazards.CAPAlert { m[2].Sender = ""; return m }, "messages[2].sender cap.value "},
	} {
		t.Run(one.name, func(t *testing.T) {
			chain, err := hazards.ReadWarning(one.spoil(messages(storm())), issuers)
			if got := capFaults(t, err); len(got) == 0 || got[0] != one.want {
				t.Errorf("%q", got)
			}
			if _, issued := chain.Last(); issued {
				t.Error("a chain with faults")
			}
		})
	}
}

func TestMessagesNeedBothLanguagesOrOne(t *testing.T) {
	w := rainstorm()
	w.Advice.EN = ""
	chain, err := hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
	if err != nil {
		t.Fatal(err)
	}
	_, err = chain.CAPMessages(hazards.CAPOptions{Sender: "s"})
	if got := capFaults(t, err); len(got) == 0 || got[len(got)-1] != "versions[0] cap.language "+w.Advice.ZH {
		t.Errorf("%q", got)
	}
	w.Advice.ZH = ""
	chain, err = hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
	if err != nil {
		t.Fatal(err)
	}
	if out, err := chain.CAPMessages(hazards.CAPOptions{Sender: "s", Urgency: hazards.CAPExpected, Certainty: hazards.CAPLikely}); err != nil ||
		out[0].Infos[1].Description != "" || out[0].Infos[0].Urgency != hazards.CAPExpected || out[0].Infos[0].Certainty != hazards.CAPLikely || out[0].Status != hazards.CAPActual {
		t.Errorf("%v", err)
	}
	if _, err := chain.CAPMessages(hazards.CAPOptions{}); capFaults(t, err)[0] != "messages[0].sender cap.value " {
		t.Errorf("%v", err)
	}
	if out, err := (hazards.WarningChain{}).CAPMessages(hazards.CAPOptions{}); err != nil || len(out) != 0 {
		t.Errorf("%v, %v", out, err)
	}
}

func TestEveryKindHasACategory(t *testing.T) {
	for _, n := range hazards.Naturals() {
		if n.Category() == "" {
			t.Errorf("%v has none", n)
		}
	}
	for _, s := range append(hazards.Sectors(), hazards.OtherSector) {
		if s.Category() == "" {
			t.Errorf("%v has none", s)
		}
	}
	if hazards.Natural(0).Category() != "" || hazards.Sector(0).Category() != "" {
		t.Error("nothing has a category")
	}
	w := rainstorm()
	w.Hazard, w.Sector = 0, hazards.HazardousChemicals
	chain, err := hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
	if err != nil {
		t.Fatal(err)
	}
	if back, err := hazards.ReadWarning(messages(chain), hazards.ChongqingWarningIssuers()); err != nil || !back.Equal(chain) || messages(chain)[0].Infos[0].Categories[0] != hazards.CAPCBRNE {
		t.Errorf("%v", err)
	}
}
