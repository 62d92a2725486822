package hazards_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// 突发事件应对法, article 63: one is the highest and red.
func TestColourAndSeverityFollowTheLevel(t *testing.T) {
	for i, want := range []struct {
		code, colour string
		severity     hazards.CAPSeverity
		written      []string
	}{
		{"I", "red", hazards.CAPExtreme, []string{"I", "1", "Ⅰ", "Ⅰ级", "一级", "I级", "红色", "红", "red", "特别严重"}},
		{"II", "orange", hazards.CAPSevere, []string{"II", "2", "Ⅱ级", "二级", "橙色", "橙", "orange", "严重"}},
		{"III", "yellow", hazards.CAPModerate, []string{"III", "3", "Ⅲ级", "三级", "III级", "黄色", "黄", "yellow", "较重"}},
		{"IV", "blue", hazards.CAPMinor, []string{"IV", "4", "Ⅳ", "四级", "蓝色", "蓝", "blue", "一般"}},
	} {
		level := hazards.WarningLevels()[i]
		if level.String() != want.code || level.Colour().String() != want.colour || level.Severity() != want.severity || !level.IsValid() {
			t.Errorf("%v: %v, %v", level, level.Colour(), level.Severity())
		}
		for _, s := range want.written {
			if got, ok := hazards.ParseWarningLevel(s); !ok || got != level {
				t.Errorf("%q is read as %v", s, got)
			}
		}
		if colour, ok := hazards.ParseColour(want.colour); !ok || colour != level.Colour() || colour.In(spec.Chinese) == "" {
			t.Errorf("%q is read as %v", want.colour, colour)
		}
		for k, other := range hazards.WarningLevels() {
			if level.Above(other) != (i < k) {
				t.Errorf("%v above %v", level, other)
			}
		}
	}
	for _, s := range []string{"", "0", "5", "V", "级", "紫色", "i", "色"} {
		if got, ok := hazards.ParseWarningLevel(s); ok || got != 0 {
			t.Errorf("%q is read as %v", s, got)
		}
	}
	for _, none := range []hazards.WarningLevel{0, 5, 255} {
		all, one := none.Actions()
		if none.IsValid() || none.Colour() != 0 || none.Severity() != "" || none.String() != "" || none.Above(hazards.WarningIV) ||
			hazards.WarningI.Above(none) || len(all)+len(one) > 0 {
			t.Errorf("level %d is one", none)
		}
	}
	if hazards.Colour(9).String() != "" {
		t.Error("a ninth colour")
	}
}

// 重庆市突发事件应对条例 (2012), article 30.
func TestMunicipalityIssuesTheUpperTwoLevelsAndTheCountyTheLower(t *testing.T) {
	issuers := hazards.ChongqingWarningIssuers()
	for code, want := range map[string]string{"500000": "I II", "500230": "III IV", "500230101": "", "500200": "", "500230000000": "III IV"} {
		got := ""
		for _, level := range hazards.WarningLevels() {
			if issuers.Allows(division(code), level) {
				if got != "" {
					got += " "
				}
				got += level.String()
			}
		}
		if got != want {
			t.Errorf("%s may issue %q, want %q", code, got, want)
		}
	}
	if issuers.Allows(hazards.DivisionCode{}, hazards.WarningIV) || issuers.Allows(division("500230"), 0) ||
		hazards.WarningIssuers(nil).Allows(division("500230"), hazards.WarningIV) {
		t.Error("nobody may issue, or nothing")
	}
	if one, ok := issuers.Of(hazards.WarningII); !ok || one.Source.Place != "第三十条" || one.Source.Standing != spec.Statute {
		t.Errorf("%v", one)
	}
}

func TestWarningTellsWhatTheLawAsks(t *testing.T) {
	w := rainstorm()
	if got := w.Lacks(); len(got) != 0 {
		t.Errorf("lacks %v", got)
	}
	for i, spoil := range []func(w *hazards.Warning){
		func(w *hazards.Warning) { w.Event.ZH = "" },
		func(w *hazards.Warning) { w.Level = 0 },
		func(w *hazards.Warning) { w.Starts = hazards.Moment{} },
		func(w *hazards.Warning) { w.Areas = nil },
		func(w *hazards.Warning) { w.Advice.ZH = "" },
		func(w *hazards.Warning) { w.Measures.ZH = "" },
		func(w *hazards.Warning) { w.IssuerName.ZH = "" },
		func(w *hazards.Warning) { w.Issued = hazards.Moment{} },
	} {
		w := rainstorm()
		spoil(&w)
		if diff := cmp.Diff(hazards.WarningContents()[i:i+1], w.Lacks()); diff != "" {
			t.Error(diff)
		}
	}
	if got := (hazards.Warning{}).Lacks(); len(got) != 8 {
		t.Errorf("the empty warning lacks %v", got)
	}
	w.Hazard = 0
	if diff := cmp.Diff([]hazards.WarningContent{hazards.TellsKind}, w.Lacks()); diff != "" {
		t.Error(diff)
	}
	for _, c := range hazards.WarningContents() {
		if c.String() == "" || c.In(spec.Chinese) == "" || c.In(spec.English) == "" {
			t.Errorf("content %d has no name", c)
		}
	}
}

// 突发事件应对法, article 66: all five; article 67: one or more of seven at the two
// upper levels.
func TestActionsByLevel(t *testing.T) {
	five, _ := hazards.WarningIV.Actions()
	for _, level := range hazards.WarningLevels() {
		all, oneOf := level.Actions()
		upper := level == hazards.WarningI || level == hazards.WarningII
		if len(all) != 5 || (len(oneOf) == 7) != upper || (len(oneOf) == 0) == upper {
			t.Errorf("%v: %d and %d", level, len(all), len(oneOf))
		}
		if missing, more := level.ActionGap(five); len(missing) != 0 || more != upper {
			t.Errorf("%v after the five: %v, %v", level, missing, more)
		}
		for i := range all {
			without := append(append([]hazards.WarningAction{hazards.MovePeople}, all[:i]...), all[i+1:]...)
			missing, more := level.ActionGap(without)
			if diff := cmp.Diff(all[i:i+1], missing); diff != "" || more {
				t.Errorf("%v: %s %v", level, diff, more)
			}
		}
		for _, a := range oneOf {
			if _, more := level.ActionGap(append([]hazards.WarningAction{a}, five...)); more {
				t.Errorf("%v is not enough at %v", a, level)
			}
			if a.Source().Place != "第六十七条" {
				t.Errorf("%v stands in %v", a, a.Source())
			}
		}
	}
	seen := map[string]bool{}
	for a := hazards.StartPlan; a <= hazards.CloseExposedPlaces; a++ {
		if back, ok := hazards.ParseWarningAction(a.String()); !ok || back != a || a.In(spec.Chinese) == "" || seen[a.String()] || !a.Source().Complete() {
			t.Errorf("%d: %v", a, a)
		}
		seen[a.String()] = true
	}
	if len(seen) != 12 || hazards.WarnPublic.Source().Place != "第六十六条" || hazards.WarningAction(0).Source().Complete() || hazards.WarningAction(13).String() != "" {
		t.Errorf("%d actions", len(seen))
	}
}

func TestBrokenWarningsAreRefused(t *testing.T) {
	for _, one := range []struct {
		name  string
		spoil func(w *hazards.Warning)
		want  []string
	}{
		{"good", func(*hazards.Warning) {}, nil},
		{"until it is lifted", func(w *hazards.Warning) { w.Expires, w.Starts = hazards.Moment{}, hazards.Moment{} }, nil},
		{"empty", func(w *hazards.Warning) { *w = hazards.Warning{} },
			[]string{"hazard warning.kind ", "id warning.id ", "issued warning.dates ", "issuer warning.issuer ", "level warning.level "}},
		{"id with a comma", func(w *hazards.Warning) { w.ID = "a,b" }, []string{"id warning.id a,b"}},
		{"replaces itself", func(w *hazards.Warning) { w.Replaces = w.ID }, []string{"replaces warning.reference 99010141600000_20240710083000", "replaces warning.reference 99010141600000_20240710083000"}},
		{"hazard and sector", func(w *hazards.Warning) { w.Sector = hazards.Mines }, []string{"hazard warning.kind meteorologicalmines"}},
		{"no such hazard", func(w *hazards.Warning) { w.Hazard = 99 }, []string{"hazard warning.kind "}},
		{"start before issue", func(w *hazards.Warning) { w.Starts = w.Issued.Add(measure.Seconds(-1)) }, []string{"starts warning.dates 2024-07-10T08:29:59+08:00"}},
		{"start at issue", func(w *hazards.Warning) { w.Starts = w.Issued }, nil},
		{"end at start", func(w *hazards.Warning) { w.Expires = w.Starts }, []string{"expires warning.dates 2024-07-10T12:00:00+08:00"}},
		{"end at issue", func(w *hazards.Warning) { w.Starts, w.Expires = hazards.Moment{}, w.Issued }, []string{"expires warning.dates 2024-07-10T08:30:00+08:00"}},
		{"end a second after start", func(w *hazards.Warning) { w.Expires = w.Starts.Add(measure.Seconds(1)) }, nil},
		{"area of another county", func(w *hazards.Warning) { w.Areas[0].Codes = append(w.Areas[0].Codes, division("990102")) }, []string{"areas[0].codes[2] warning.area 990102"}},
		{"area above the issuer", func(w *hazards.Warning) { w.Areas[0].Codes[0] = division("990000") }, []string{"areas[0].codes[0] warning.area 990000"}},
		{"unset code", func(w *hazards.Warning) { w.Areas[0].Codes[1] = hazards.DivisionCode{} }, []string{"areas[0].codes[1] area.code "}},
		{"nameless area without extent", func(w *hazards.Warning) { w.Areas[0] = hazards.WarnedArea{} }, []string{"areas[0].codes area.empty ", "areas[0].name area.empty "}},
		{"open polygon, negative radius", func(w *hazards.Warning) {
			p := point("1", "2", hazards.GCJ02)
			w.Areas[0].Polygons = [][]hazards.Position{{p, p, p}}
			w.Areas[0].Circles = []hazards.Circle{{Centre: p, Radius: measure.Millimetres(-1)}}
		}, []string{"areas[0].circles[0] area.circle -0.001", "areas[0].polygons[0] area.polygon "}},
		{"two datums", func(w *hazards.Warning) {
			w.Areas[0].Circles = []hazards.Circle{{Centre: point("1", "2", hazards.GCJ02)}, {Centre: point("1", "2", hazards.WGS84)}, {}}
		}, []string{"areas[0].positions[1] position.datum 1,2 WGS 84", "areas[0].positions[2] position.datum —"}},
		{"level of the municipality", func(w *hazards.Warning) { w.Level = hazards.WarningII }, []string{"issuer warning.issuer 990101"}},
		{"first that replaces", func(w *hazards.Warning) { w.Replaces = "x" }, []string{"replaces warning.reference x"}},
	} {
		t.Run(one.name, func(t *testing.T) {
			w := rainstorm()
			one.spoil(&w)
			chain, err := hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
			if diff := cmp.Diff(one.want, capFaults(t, err)); diff != "" {
				t.Error(diff)
			}
			if _, issued := chain.Last(); issued != (err == nil) {
				t.Error("issued with faults, or not without")
			}
		})
	}
}

func TestLifeOfAWarning(t *testing.T) {
	chain := storm()
	for at, want := range map[string]hazards.WarningState{
		"2024-07-10T08:29:59+08:00": hazards.WarningNotIssued,
		"2024-07-10T08:30:00+08:00": hazards.WarningInForce,
		"2024-07-11T05:59:59+08:00": hazards.WarningInForce,
		"2024-07-11T06:00:00+08:00": hazards.WarningCancelled,
		"2025-07-11T06:00:00+08:00": hazards.WarningCancelled,
	} {
		if got := chain.StateAt(moment(at)); got != want {
			t.Errorf("at %s %v, want %v", at, got, want)
		}
	}
	if got := chain.StateAt(hazards.Moment{}); got != hazards.WarningNotIssued {
		t.Errorf("at no moment %v", got)
	}
	for at, level := range map[string]hazards.WarningLevel{"2024-07-10T13:59:59+08:00": hazards.WarningIII, "2024-07-10T14:00:00+08:00": hazards.WarningII, "2024-07-12 00:00": hazards.WarningIII} {
		if w, ok := chain.At(moment(at)); !ok || w.Level != level {
			t.Errorf("at %s %v", at, w.Level)
		}
	}
	if diff := cmp.Diff([]hazards.WarningChange{hazards.Raised, hazards.Lowered}, chain.Changes()); diff != "" {
		t.Error(diff)
	}
	if end, ok := chain.Cancellation(); !ok || end.At != moment("2024-07-11 06:00") || len(chain.Versions()) != 3 {
		t.Errorf("%v, %d versions", end, len(chain.Versions()))
	}
}

func TestWarningExpiresAtItsEnd(t *testing.T) {
	issuers := hazards.ChongqingWarningIssuers()
	chain, err := hazards.IssueWarning(rainstorm(), issuers)
	if err != nil {
		t.Fatal(err)
	}
	end := rainstorm().Expires
	before := end.Add(measure.Seconds(-1))
	if chain.StateAt(before) != hazards.WarningInForce || chain.StateAt(end) != hazards.WarningExpired {
		t.Errorf("%v before the end, %v at it", chain.StateAt(before), chain.StateAt(end))
	}
	later := func(at hazards.Moment, spoil func(w *hazards.Warning)) (hazards.WarningChain, error) {
		w := rainstorm()
		w.ID, w.Replaces, w.Issued, w.Starts, w.Expires = "next", w.ID, at, hazards.Moment{}, end.Add(measure.Seconds(3600))
		spoil(&w)
		return chain.Update(w, issuers)
	}
	as := func(*hazards.Warning) {}
	cancel := func(end hazards.Cancellation) []string {
		_, err := chain.Cancel(end)
		return capFaults(t, err)
	}
	county := division("990101")
	for _, one := range []struct {
		name string
		got  []string
		want []string
	}{
		{"a second before the end", must(later(before, as))(t), nil},
		{"at the end", must(later(end, as))(t), []string{"issued warning.ended 2024-07-11T08:00:00+08:00"}},
		{"at the moment of issue", must(later(rainstorm().Issued, as))(t), []string{"issued warning.dates 2024-07-10T08:30:00+08:00"}},
		{"naming another", must(later(before, func(w *hazards.Warning) { w.Replaces = "other" }))(t), []string{"replaces warning.reference other"}},
		{"naming none", must(later(before, func(w *hazards.Warning) { w.Replaces = "" }))(t), []string{"replaces warning.reference "}},
		{"of another hazard", must(later(before, func(w *hazards.Warning) { w.Hazard = hazards.ForestFire }))(t), []string{"hazard warning.kind forest-fire"}},
		{"raised by the county", must(later(before, func(w *hazards.Warning) { w.Level = hazards.WarningI }))(t), []string{"issuer warning.issuer 990101"}},
		{"by a neighbour", must(later(before, func(w *hazards.Warning) { w.Issuer, w.Areas = division("990102"), nil }))(t), []string{"issuer warning.issuer 990102"}},
		{"cancelled a second before the end", cancel(hazards.Cancellation{ID: "c", Issuer: county, At: before}), nil},
		{"cancelled with 12 digits", cancel(hazards.Cancellation{ID: "c", Issuer: division("990101000000"), At: before}), nil},
		{"cancelled at the end", cancel(hazards.Cancellation{ID: "c", Issuer: county, At: end}), []string{"at warning.ended 2024-07-11T08:00:00+08:00"}},
		{"cancelled at no moment", cancel(hazards.Cancellation{ID: "c", Issuer: county}), []string{"at warning.dates —"}},
		{"cancelled by the municipality", cancel(hazards.Cancellation{ID: "c", Issuer: division("990000"), At: before}), []string{"issuer warning.issuer 990000"}},
		{"cancelled under an old id", cancel(hazards.Cancellation{ID: rainstorm().ID, Issuer: county, At: before}), []string{"id warning.reference 99010141600000_20240710083000"}},
		{"cancelled without id", cancel(hazards.Cancellation{Issuer: county, At: before}), []string{"id warning.id "}},
	} {
		if diff := cmp.Diff(one.want, one.got); diff != "" {
			t.Errorf("%s: %s", one.name, diff)
		}
	}
	for name, change := range map[hazards.WarningChange]hazards.Moment{hazards.Prolonged: {}, hazards.Shortened: end.Add(measure.Seconds(-1)), hazards.Amended: end} {
		next, err := later(moment("2024-07-10 20:00"), func(w *hazards.Warning) { w.Expires = change })
		if diff := cmp.Diff([]hazards.WarningChange{name}, next.Changes()); err != nil || diff != "" {
			t.Error(err, diff)
		}
	}
	open, err := later(moment("2024-07-10 20:00"), func(w *hazards.Warning) { w.Expires = hazards.Moment{} })
	if err != nil {
		t.Fatal(err)
	}
	third := rainstorm()
	third.ID, third.Replaces, third.Issued, third.Starts, third.Expires = "third", "next", moment("2024-07-10 21:00"), hazards.Moment{}, end
	ended, err := open.Update(third, issuers)
	if diff := cmp.Diff([]hazards.WarningChange{hazards.Prolonged, hazards.Shortened}, ended.Changes()); err != nil || diff != "" {
		t.Error(err, diff)
	}
	third.ID = rainstorm().ID
	_, err = open.Update(third, issuers)
	if diff := cmp.Diff([]string{"id warning.reference 99010141600000_20240710083000"}, capFaults(t, err)); diff != "" {
		t.Error(diff)
	}
	var none hazards.WarningChain
	if _, err := none.Cancel(hazards.Cancellation{ID: "c", Issuer: county, At: before}); err == nil {
		t.Error("nothing was cancelled")
	}
	if _, err := storm().Cancel(hazards.Cancellation{ID: "c", Issuer: county, At: moment("2024-07-11 07:00")}); capFaults(t, err)[0] != "at warning.ended 2024-07-11T07:00:00+08:00" {
		t.Errorf("%v", err)
	}
}

func must(_ hazards.WarningChain, err error) func(t *testing.T) []string {
	return func(t *testing.T) []string { t.Helper(); return capFaults(t, err) }
}

func TestChainsCannotBeChangedFromOutside(t *testing.T) {
	chain, again := storm(), storm()
	versions := chain.Versions()
	versions[1].Areas[0].Codes[0] = division("11")
	versions[1].Areas[0].Polygons[0][0] = hazards.Position{}
	versions[1].Areas[0].Circles[0] = hazards.Circle{}
	versions[0].Areas[0].Name = spec.Text{}
	last, _ := chain.Last()
	last.Areas[0].Codes[0] = division("11")
	if !chain.Equal(again) {
		t.Error("the chain changed")
	}
	w := rainstorm()
	chain, err := hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
	w.Areas[0].Codes[0] = division("11")
	if kept, _ := chain.Last(); err != nil || kept.Areas[0].Codes[0] == division("11") {
		t.Error("the chain keeps the caller's list")
	}
}

func TestAreaIsMatchedByPrefix(t *testing.T) {
	a := hazards.WarnedArea{Codes: []hazards.DivisionCode{division("500230101000"), division("500231")}}
	for code, want := range map[string][2]bool{
		"500230101": {true, true}, "500230101201": {true, true}, "500230": {false, true}, "500230000000": {false, true},
		"500230102": {false, false}, "500231001": {true, true}, "50": {false, true}, "5002": {false, true}, "51": {false, false},
	} {
		if got := [2]bool{a.Covers(division(code)), a.Touches(division(code))}; got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
	w := hazards.Warning{Areas: []hazards.WarnedArea{{}, a}}
	if !w.Covers(division("500231")) || w.Covers(division("500230")) || a.Covers(hazards.DivisionCode{}) {
		t.Error("the warning covers otherwise than its areas")
	}
}
