package hazards_test

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func drawText(t *rapid.T, label string) string {
	return rapid.StringOfN(rapid.OneOf(rapid.SampledFrom([]rune("预警雨 <>&\"'\t\n\r]a\u2028\ufffd𠀀")), rapid.RuneFrom([]rune("abcXYZ019 -"))), 0, 12, -1).Draw(t, label)
}

func drawWord(t *rapid.T, label string) string {
	return rapid.StringMatching(`[a-zA-Z0-9_.@:"'>-]{1,12}|预警[0-9]{1,3}`).Draw(t, label)
}

func drawMoment(t *rapid.T, label string) hazards.Moment {
	return hazards.MomentOf(measure.DateOf(rapid.IntRange(1, 9999).Draw(t, label+" year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")),
		rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), rapid.IntRange(0, 59).Draw(t, "second"))
}

func drawPosition(t *rapid.T, datum hazards.Datum) hazards.Position {
	p, err := hazards.PositionOf(
		rapid.OneOf(rapid.Int64Range(-900_000_000, 900_000_000), rapid.Int64Range(-20, 20)).Draw(t, "latitude"),
		rapid.OneOf(rapid.Int64Range(-1_800_000_000, 1_800_000_000), rapid.Int64Range(-20, 20)).Draw(t, "longitude"), datum)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func drawRings(t *rapid.T) [][]hazards.Position {
	var out [][]hazards.Position
	for range rapid.IntRange(0, 2).Draw(t, "polygons") {
		var ring []hazards.Position
		for range rapid.IntRange(3, 6).Draw(t, "corners") {
			ring = append(ring, drawPosition(t, hazards.WGS84))
		}
		out = append(out, append(ring, ring[0]))
	}
	return out
}

func drawCircles(t *rapid.T) []hazards.Circle {
	var out []hazards.Circle
	for range rapid.IntRange(0, 2).Draw(t, "circles") {
		out = append(out, hazards.Circle{Centre: drawPosition(t, hazards.WGS84),
			Radius: measure.Millimetres(rapid.OneOf(rapid.Int64Range(0, 999_999_999_999_999), rapid.Int64Range(0, 2_000_000)).Draw(t, "radius in mm"))})
	}
	return out
}

func drawPairs(t *rapid.T, label string) []hazards.CAPValue {
	var out []hazards.CAPValue
	for range rapid.IntRange(0, 2).Draw(t, label) {
		out = append(out, hazards.CAPValue{Name: drawWord(t, "name"), Value: drawText(t, "value")})
	}
	return out
}

func some[T any](t *rapid.T, label string, least int, one func() T) []T {
	var out []T
	for range rapid.IntRange(least, 2).Draw(t, label) {
		out = append(out, one())
	}
	return out
}

func pick[T any](t *rapid.T, label string, of ...T) T { return rapid.SampledFrom(of).Draw(t, label) }

func drawInfo(t *rapid.T) hazards.CAPInfo {
	i := hazards.CAPInfo{
		Language: pick(t, "language", "", "zh-CN", "en-US", "x"),
		Categories: some(t, "categories", 1, func() hazards.CAPCategory {
			return pick(t, "category", hazards.CAPGeo, hazards.CAPMet, hazards.CAPSafety, hazards.CAPSecurity, hazards.CAPRescue, hazards.CAPFire,
				hazards.CAPHealth, hazards.CAPEnv, hazards.CAPTransport, hazards.CAPInfra, hazards.CAPCBRNE, hazards.CAPOther)
		}),
		Event: drawWord(t, "event"),
		Responses: some(t, "responses", 0, func() hazards.CAPResponse {
			return pick(t, "response", hazards.CAPShelter, hazards.CAPEvacuate, hazards.CAPPrepare, hazards.CAPExecute, hazards.CAPAvoid,
				hazards.CAPMonitor, hazards.CAPAssess, hazards.CAPAllClear, hazards.CAPNone)
		}),
		Urgency:   pick(t, "urgency", hazards.CAPImmediate, hazards.CAPExpected, hazards.CAPFuture, hazards.CAPPast, hazards.CAPUrgencyUnknown),
		Severity:  pick(t, "severity", hazards.CAPExtreme, hazards.CAPSevere, hazards.CAPModerate, hazards.CAPMinor, hazards.CAPSeverityUnknown),
		Certainty: pick(t, "certainty", hazards.CAPObserved, hazards.CAPLikely, hazards.CAPPossible, hazards.CAPUnlikely, hazards.CAPCertaintyUnknown),
		Audience:  drawText(t, "audience"), EventCodes: drawPairs(t, "event codes"),
		SenderName: drawText(t, "sender name"), Headline: drawText(t, "headline"), Description: drawText(t, "description"),
		Instruction: drawText(t, "instruction"), Web: pick(t, "web", "", "https://a.invalid/b?c=1&d=2"), Contact: drawText(t, "contact"),
		Parameters: drawPairs(t, "parameters"),
	}
	if rapid.Bool().Draw(t, "with dates") {
		i.Effective = drawMoment(t, "effective")
		i.Expires = i.Effective.Add(measure.Seconds(rapid.Int64Range(1, 200_000).Draw(t, "seconds")))
	}
	for range rapid.IntRange(0, 1).Draw(t, "resources") {
		i.Resources = append(i.Resources, hazards.CAPResource{Description: drawWord(t, "description"), MIMEType: "text/plain",
			Size: rapid.Int64Range(0, 999_999_999).Draw(t, "size"), URI: pick(t, "uri", "", "a.png"), DerefURI: drawText(t, "content"), Digest: drawText(t, "digest")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "areas") {
		a := hazards.CAPArea{Description: drawWord(t, "area"), Polygons: drawRings(t), Circles: drawCircles(t), Geocodes: drawPairs(t, "geocodes")}
		a.Altitude = pick(t, "altitude", "", "0", "-12.50", "3000")
		if a.Altitude != "" {
			a.Ceiling = pick(t, "ceiling", "", "12.0")
		}
		i.Areas = append(i.Areas, a)
	}
	return i
}

func drawAlert(t *rapid.T) hazards.CAPAlert {
	a := hazards.CAPAlert{
		Identifier: drawWord(t, "identifier"), Sender: drawWord(t, "sender"), Sent: drawMoment(t, "sent"),
		Status: pick(t, "status", hazards.CAPActual, hazards.CAPExercise, hazards.CAPSystem, hazards.CAPTest, hazards.CAPDraft),
		Type:   pick(t, "type", hazards.CAPIssue, hazards.CAPUpdate, hazards.CAPCancel, hazards.CAPAck, hazards.CAPError),
		Source: drawText(t, "source"), Scope: pick(t, "scope", hazards.CAPPublic, hazards.CAPRestricted, hazards.CAPPrivate),
		Restriction: drawWord(t, "restriction"), Addresses: drawWord(t, "addresses"),
		Codes: some(t, "codes", 0, func() string { return drawWord(t, "code") }), Note: drawText(t, "note"), Incidents: drawText(t, "incidents"),
		Infos: some(t, "infos", 0, func() hazards.CAPInfo { return drawInfo(t) }),
	}
	least := 1
	if a.Type == hazards.CAPIssue {
		least = 0
	}
	a.References = some(t, "references", least, func() hazards.CAPReference {
		return hazards.CAPReference{Sender: drawWord(t, "sender"), Identifier: drawWord(t, "identifier"), Sent: drawMoment(t, "sent")}
	})
	return a
}

func TestCAPIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawAlert(t)
		b, err := a.WriteCAP()
		if err != nil {
			t.Fatal(err)
		}
		back, err := hazards.ReadCAP(bytes.NewReader(b))
		if err != nil || !back.Equal(a) {
			t.Fatalf("%v\n%s\n%+v", err, b, back)
		}
		if again, err := back.WriteCAP(); err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%v\n%s", err, again)
		}
		// The closing tags do not change where a message is written without its line breaks.
		flat := bytes.ReplaceAll(b, []byte("\n"), nil)
		if short, err := hazards.ReadCAP(bytes.NewReader(flat)); err != nil || !short.Equal(a) {
			t.Fatalf("%v\n%s", err, flat)
		}
	})
}

// model is the life of a warning kept a second way: a list of what happened.
type model struct {
	ids       []string
	issued    []time.Time
	levels    []int // 1 to 4
	ends      []time.Time
	cancelled time.Time
	by        string
}

func (m *model) last() int { return len(m.ids) - 1 }

func (m *model) open(at time.Time) bool {
	n := m.last()
	return n >= 0 && m.cancelled.IsZero() && at.After(m.issued[n]) && (m.ends[n].IsZero() || at.Before(m.ends[n]))
}

func TestWarningsOnlyMoveForward(t *testing.T) {
	start := time.Date(2024, 7, 10, 0, 0, 0, 0, time.UTC)
	civil := func(at time.Time) hazards.Moment {
		if at.IsZero() {
			return hazards.Moment{}
		}
		return hazards.MomentOf(measure.DateOf(at.Year(), int(at.Month()), at.Day()), at.Hour(), at.Minute(), at.Second())
	}
	rapid.Check(t, func(t *rapid.T) {
		var chain hazards.WarningChain
		var m model
		issuers := hazards.ChongqingWarningIssuers()
		now := start
		tick := func(t *rapid.T) time.Time { // sometimes back, sometimes not at all
			step := rapid.SampledFrom([]int{-1, 0, 1, 3600, 40_000}).Draw(t, "seconds on")
			at := now.Add(time.Duration(step) * time.Second)
			if step > 0 {
				now = at
			}
			return at
		}
		version := func(t *rapid.T, at time.Time) (hazards.Warning, int, string, time.Time) {
			level := rapid.IntRange(1, 4).Draw(t, "level")
			issuer := rapid.SampledFrom([]string{"990000", "990101"}).Draw(t, "issuer")
			var end time.Time
			if h := rapid.IntRange(0, 12).Draw(t, "hours"); h > 0 {
				end = at.Add(time.Duration(h) * time.Hour)
			}
			return hazards.Warning{ID: fmt.Sprintf("v%d", len(m.ids)), Hazard: hazards.FloodDrought, Event: spec.T("flood", "洪水"),
				Level: hazards.WarningLevel(level), Issuer: division(issuer), Issued: civil(at), Expires: civil(end)}, level, issuer, end
		}
		t.Repeat(map[string]func(*rapid.T){
			"issue or update": func(t *rapid.T) {
				at := tick(t)
				w, level, issuer, end := version(t, at)
				may := (level <= 2) == (issuer == "990000")
				var err error
				before := chain
				if m.last() < 0 {
					chain, err = hazards.IssueWarning(w, issuers)
				} else {
					w.Replaces = rapid.SampledFrom([]string{m.ids[m.last()], m.ids[0], ""}).Draw(t, "replaces")
					may = may && m.open(at) && w.Replaces == m.ids[m.last()]
					chain, err = chain.Update(w, issuers)
				}
				if may != (err == nil) {
					t.Fatalf("level %d by %s at %v: %v", level, issuer, at, err)
				}
				if err != nil {
					if !chain.Equal(before) {
						t.Fatal("a refused step changed the chain")
					}
					return
				}
				m.ids, m.issued, m.levels, m.ends, m.by = append(m.ids, w.ID), append(m.issued, at), append(m.levels, level), append(m.ends, end), issuer
			},
			"cancel": func(t *rapid.T) {
				at := tick(t)
				by := rapid.SampledFrom([]string{"990000", "990101"}).Draw(t, "by")
				next, err := chain.Cancel(hazards.Cancellation{ID: "end", Issuer: division(by), At: civil(at)})
				if may := m.open(at) && by == m.by; may != (err == nil) {
					t.Fatalf("cancelled by %s at %v: %v", by, at, err)
				}
				if err == nil {
					chain, m.cancelled = next, at
				}
			},
			"": func(t *rapid.T) {
				versions := chain.Versions()
				for i := 1; i < len(versions); i++ {
					if !versions[i].Issued.After(versions[i-1].Issued) || versions[i].Replaces != versions[i-1].ID || !versions[i-1].InForce(versions[i].Issued) {
						t.Fatalf("version %d does not follow", i)
					}
				}
				for _, w := range versions {
					if !issuers.Allows(w.Issuer, w.Level) {
						t.Fatalf("%v may not issue %v", w.Issuer, w.Level)
					}
				}
				want := "not-issued"
				n := slices.IndexFunc(m.issued, func(at time.Time) bool { return at.After(now) }) // none is later
				if n != -1 {
					t.Fatal("a version of the future")
				}
				if k := m.last(); k >= 0 {
					switch {
					case !m.cancelled.IsZero():
						want = "cancelled"
					case !m.ends[k].IsZero() && !now.Before(m.ends[k]):
						want = "expired"
					default:
						want = "in-force"
					}
				}
				if got := chain.StateAt(civil(now)).String(); got != want {
					t.Fatalf("%s at %v, want %s", got, now, want)
				}
			},
		})
		if m.last() < 0 {
			return
		}
		out, err := chain.CAPMessages(hazards.CAPOptions{Sender: "s"})
		if err != nil {
			t.Fatal(err)
		}
		for i, one := range out {
			b, err := one.WriteCAP()
			if err != nil {
				t.Fatal(err)
			}
			if out[i], err = hazards.ReadCAP(bytes.NewReader(b)); err != nil {
				t.Fatal(err)
			}
		}
		if back, err := hazards.ReadWarning(out, issuers); err != nil || !back.Equal(chain) {
			t.Fatalf("%v: %+v", err, back)
		}
	})
}

func TestMomentArithmeticAgreesWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMoment(t, "m")
		at := time.Date(int(m.Date().Year()), time.Month(m.Date().Month()), m.Date().Day(), m.Hour(), m.Minute(), m.Second(), 0, time.FixedZone("", 8*3600))
		if at.Format(time.RFC3339) != m.String() {
			t.Fatalf("%v is %v", at.Format(time.RFC3339), m)
		}
		n := rapid.OneOf(rapid.Int64Range(-200_000, 200_000), rapid.Int64Range(-1<<40, 1<<40)).Draw(t, "seconds")
		later := time.Unix(at.Unix()+n, 0).In(at.Location())
		got := m.Add(measure.Seconds(n))
		if later.Year() < 1 || later.Year() > 9999 {
			if !got.IsZero() {
				t.Fatalf("%v beyond the calendar", got)
			}
			return
		}
		if got.String() != later.Format(time.RFC3339) {
			t.Fatalf("%v and %d s is %v, want %v", m, n, got, later)
		}
		if d, ok := m.Until(got); !ok || d.Seconds() != n || m.Before(got) != (n > 0) || m.After(got) != (n < 0) {
			t.Fatalf("%v until %v: %v", m, got, d)
		}
		if back, err := hazards.ParseMoment(got.String()); err != nil || back != got {
			t.Fatalf("%v is read as %v: %v", got, back, err)
		}
	})
}

func TestPositionIsWrittenAndReadExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPosition(t, hazards.GCJ02)
		back, err := hazards.ParsePosition(p.LatitudeText(), p.LongitudeText(), hazards.GCJ02)
		if err != nil || back != p {
			t.Fatalf("%v is read as %v: %v", p, back, err)
		}
		exact, ok := new(big.Rat).SetString(p.LongitudeText())
		if !ok || exact.Cmp(big.NewRat(p.Longitude(), 10_000_000)) != 0 || strings.HasSuffix(p.LatitudeText(), ".") {
			t.Fatalf("%v is written %s", p.Longitude(), p.LongitudeText())
		}
	})
}

func TestMessageIDIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := hazards.MessageID{Division: division(rapid.SampledFrom([]string{"500230", "500000", "990101"}).Draw(t, "division")),
			Organ: rapid.StringMatching(`[0-9]{3}`).Draw(t, "organ"), At: drawMoment(t, "at"), Serial: rapid.IntRange(0, 999).Draw(t, "serial")}
		s, ok := id.Text()
		back, err := hazards.ParseMessageID(s)
		if !ok || err != nil || back != id {
			t.Fatalf("%q is read as %+v: %v", s, back, err)
		}
	})
}
