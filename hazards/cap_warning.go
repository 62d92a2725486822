package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// The names of the parameters and codes that a warning is written with. They
// are ours, and permanent.
const (
	CAPLevel    = "county-emergency:level"  // I to IV
	CAPColour   = "county-emergency:colour" // red to blue
	CAPIssuer   = "county-emergency:issuer" // division code of the issuing government
	CAPKind     = "county-emergency:kind"   // hazard:flood-drought, sector:mines
	CAPDivision = "division-code"           // geocode: 行政区划代码, as it was written
)

// CAPOptions is what a message says beyond the warning (发布选项). The zero
// CAPOptions has no sender and is refused.
type CAPOptions struct {
	Sender    string    // unique name of the sending system
	Status    CAPStatus // [CAPActual] where it is empty
	Urgency   CAPUrgency
	Certainty CAPCertainty // both Unknown where they are empty
	Choices   spec.Choices // for hazards.cgcs2000-as-wgs84
}

// CAPMessages writes the life of a warning as messages of CAP 1.2, in order
// (预警消息): an Alert, an Update for each further version, a Cancel at its end. Each
// refers to the message before. The severity follows from the level; urgency
// and certainty are Unknown unless they are given. A block in Chinese comes
// first; one in English follows where every text has an English form. The error
// is [spec.Faults]: a text with English beside one without, coordinates that
// are not in WGS 84, and those of [CAPAlert.Validate]. [ReadWarning] reads the
// messages back.
func (c WarningChain) CAPMessages(o CAPOptions) ([]CAPAlert, error) {
	var faults spec.Faults
	var out []CAPAlert
	add := func(a CAPAlert, infos []CAPInfo) {
		a.Sender, a.Scope, a.Infos = o.Sender, CAPPublic, infos
		a.Status = orElse(o.Status, CAPActual)
		if n := len(out); n > 0 {
			a.References = []CAPReference{{o.Sender, out[n-1].Identifier, out[n-1].Sent}}
		}
		faults.Merge(under(indexed("messages", len(out)), a.Validate()))
		out = append(out, a)
	}
	var infos []CAPInfo
	for i, w := range c.versions {
		var err error
		infos, err = w.infos(o)
		faults.Merge(under(indexed("versions", i), err))
		kind := CAPIssue
		if i > 0 {
			kind = CAPUpdate
		}
		add(CAPAlert{Identifier: w.ID, Sent: w.Issued, Type: kind}, infos)
	}
	if end, ok := c.Cancellation(); ok {
		infos = slices.Clone(infos)
		for i := range infos {
			infos[i].Responses = []CAPResponse{CAPAllClear}
		}
		add(CAPAlert{Identifier: end.ID, Sent: end.At, Type: CAPCancel}, infos)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return out, nil
}

func orElse[T ~string](v, instead T) T {
	if v == "" {
		return instead
	}
	return v
}

// infos writes the blocks of a version: Chinese, then English where it is
// complete.
func (w Warning) infos(o CAPOptions) ([]CAPInfo, error) {
	texts := []spec.Text{w.Event, w.IssuerName, w.Advice, w.Measures}
	for _, a := range w.Areas {
		texts = append(texts, a.Name)
	}
	var faults spec.Faults
	english := slices.ContainsFunc(texts, func(t spec.Text) bool { return t.EN != "" })
	for _, t := range texts {
		if (t.EN == "") != (t.ZH == "") && (english || t.ZH == "") {
			faults.Add(spec.Fault{Code: FaultCAPLanguage, Value: t.ZH + t.EN, Message: spec.Textf(
				"%q stands in one language, other texts in two", "%q 仅有一种语言，其他文字有两种", spec.Shorten(t.ZH+t.EN))})
		}
	}
	areas, err := w.capAreas(o.Choices)
	gather(&faults, err)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	out := []CAPInfo{w.info(spec.Chinese, "zh-CN", o, areas)}
	if english {
		out = append(out, w.info(spec.English, "en-US", o, areas))
	}
	return out, nil
}

func (w Warning) info(lang spec.Lang, tag string, o CAPOptions, areas []CAPArea) CAPInfo {
	category, kind := w.Hazard.Category(), "hazard:"+w.Hazard.String()
	if w.Sector != 0 {
		category, kind = w.Sector.Category(), "sector:"+w.Sector.String()
	}
	headline := spec.Textf("%s: %s %s warning [%s]", "%s发布%s%s预警［%s］", w.IssuerName, w.Event, w.Level.Colour(), w.Level)
	if w.IssuerName.IsZero() {
		headline = spec.Textf("%s %s warning [%s]", "%s%s预警［%s］", w.Event, w.Level.Colour(), w.Level)
	}
	i := CAPInfo{
		Language: tag, Categories: []CAPCategory{category}, Event: w.Event.In(lang),
		Urgency: orElse(o.Urgency, CAPUrgencyUnknown), Severity: w.Level.Severity(), Certainty: orElse(o.Certainty, CAPCertaintyUnknown),
		EventCodes: []CAPValue{{CAPKind, kind}},
		Effective:  w.Issued, Onset: w.Starts, Expires: w.Expires,
		SenderName: w.IssuerName.In(lang), Headline: headline.In(lang),
		Description: w.Advice.In(lang), Instruction: w.Measures.In(lang),
		Parameters: []CAPValue{{CAPLevel, w.Level.String()}, {CAPColour, w.Level.Colour().String()}, {CAPIssuer, w.Issuer.String()}},
	}
	for k, a := range areas {
		a.Description = w.Areas[k].Name.In(lang)
		a.Polygons, a.Circles, a.Geocodes = slices.Clone(a.Polygons), slices.Clone(a.Circles), slices.Clone(a.Geocodes)
		i.Areas = append(i.Areas, a)
	}
	return i
}

// capAreas writes the areas without their names.
func (w Warning) capAreas(choices spec.Choices) ([]CAPArea, error) {
	var faults spec.Faults
	var out []CAPArea
	on := func(path string, p Position) Position {
		q, err := p.OnWGS84(choices)
		faults.Merge(under(path, err))
		return q
	}
	for i, a := range w.Areas {
		at := indexed("areas", i) + "."
		var area CAPArea
		for k, ring := range a.Polygons {
			moved := make([]Position, len(ring))
			for n, p := range ring {
				moved[n] = on(at+indexed("polygons", k), p)
			}
			area.Polygons = append(area.Polygons, moved)
		}
		for k, c := range a.Circles {
			area.Circles = append(area.Circles, Circle{on(at+indexed("circles", k), c.Centre), c.Radius})
		}
		for _, c := range a.Codes {
			area.Geocodes = append(area.Geocodes, CAPValue{CAPDivision, c.String()})
		}
		out = append(out, area)
	}
	return out, faults.Err()
}
