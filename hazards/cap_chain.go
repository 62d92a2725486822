package hazards

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// ReadWarning reads the life of a warning from its messages, in order, as
// [WarningChain.CAPMessages] writes them (读取预警): who may issue which level is
// checked again. The error is [spec.Faults]: [FaultCAPWarning] where a message
// says something that a warning here cannot, such as a colour or severity that
// contradicts the level, and the faults of each step of the chain.
func ReadWarning(messages []CAPAlert, issuers WarningIssuers) (WarningChain, error) {
	var chain WarningChain
	var faults spec.Faults
	for i, m := range messages {
		next, err := chain.follow(m, issuers)
		if err != nil {
			faults.Merge(under(indexed("messages", i), err))
			return WarningChain{}, faults.Err() // what follows would be measured against nothing
		}
		chain = next
	}
	if len(messages) == 0 {
		faults.Add(spec.Fault{Path: "messages", Code: FaultCAPWarning, Message: spec.T("no message", "没有消息")})
	}
	return chain, faults.Err()
}

func (c WarningChain) follow(m CAPAlert, issuers WarningIssuers) (WarningChain, error) {
	if err := m.Validate(); err != nil {
		return c, err
	}
	w, err := m.warning()
	if err != nil {
		return c, err
	}
	switch m.Type {
	case CAPIssue:
		if _, issued := c.Last(); issued {
			return c, unlike("msgType", string(m.Type))
		}
		return IssueWarning(w, issuers)
	case CAPUpdate:
		return c.Update(w, issuers)
	}
	if last, ok := c.Last(); ok && w.Replaces != last.ID {
		return c, unlike("references", w.Replaces)
	}
	return c.Cancel(Cancellation{ID: m.Identifier, Issuer: w.Issuer, At: m.Sent})
}

func unlike(path, value string) error {
	return spec.Fault{Path: path, Code: FaultCAPWarning, Value: spec.Shorten(value),
		Message: spec.Textf("%q is not as a warning of this library has it", "%q 不符合本库预警的写法", spec.Shorten(value))}
}

// warning reads the version that a message carries.
func (a CAPAlert) warning() (Warning, error) {
	var faults spec.Faults
	check := func(ok bool, path, value string) {
		if !ok {
			gather(&faults, unlike(path, value))
		}
	}
	w := Warning{ID: a.Identifier, Issued: a.Sent}
	check(a.Type == CAPIssue || a.Type == CAPUpdate || a.Type == CAPCancel, "msgType", string(a.Type))
	check(a.Scope == CAPPublic, "scope", string(a.Scope))
	check(len(a.References) <= 1, "references", referencesText(a.References))
	if len(a.References) > 0 {
		w.Replaces = a.References[0].Identifier
		check(a.References[0].Sender == a.Sender, "references", a.References[0].Sender)
	}
	if len(a.Infos) == 0 || len(a.Infos) > 2 || a.Infos[0].Language != "zh-CN" || (len(a.Infos) == 2 && a.Infos[1].Language != "en-US") {
		check(false, "info", "")
		return w, faults.Err()
	}
	first := a.Infos[0]
	w.Hazard, w.Sector = first.kind()
	check(w.Hazard != 0 || w.Sector != 0, "info[0].eventCode", "")
	level, _ := first.parameter(CAPLevel)
	w.Level, _ = ParseWarningLevel(level)
	check(w.Level.String() == level && w.Level.IsValid(), "info[0].parameter", level)
	colour, _ := first.parameter(CAPColour)
	check(w.Level.Colour().String() == colour, "info[0].parameter", colour)
	check(w.Level.Severity() == first.Severity, "info[0].severity", string(first.Severity))
	issuer, _ := first.parameter(CAPIssuer)
	code, err := ParseDivisionCode(issuer)
	check(err == nil, "info[0].parameter", issuer)
	w.Issuer, w.Starts, w.Expires = code, first.Onset, first.Expires
	if a.Type != CAPCancel {
		check(first.Effective == a.Sent, "info[0].effective", first.Effective.String())
	}
	w.Areas = first.warnedAreas(check)
	for i, info := range a.Infos {
		lang := spec.Chinese
		if i == 1 {
			lang = spec.English
			check(info.sameBut(first), "info[1]", info.Event)
		}
		write(&w.Event, lang, info.Event)
		write(&w.IssuerName, lang, info.SenderName)
		write(&w.Advice, lang, info.Description)
		write(&w.Measures, lang, info.Instruction)
		for k := range min(len(w.Areas), len(info.Areas)) {
			write(&w.Areas[k].Name, lang, info.Areas[k].Description)
		}
	}
	return w, faults.Err()
}

func write(t *spec.Text, lang spec.Lang, s string) {
	if lang == spec.Chinese {
		t.ZH = s
		return
	}
	t.EN = s
}

func (i CAPInfo) kind() (hazard Natural, sector Sector) {
	code, _ := oneValue(i.EventCodes, CAPKind)
	of, name, _ := strings.Cut(code, ":")
	for _, n := range Naturals() {
		if of == "hazard" && n.String() == name {
			return n, 0
		}
	}
	for _, s := range append(Sectors(), OtherSector) {
		if of == "sector" && s.String() == name {
			return 0, s
		}
	}
	return 0, 0
}

func (i CAPInfo) warnedAreas(check func(ok bool, path, value string)) []WarnedArea {
	var out []WarnedArea
	for k, a := range i.Areas {
		path := "info[0]." + indexed("area", k)
		area := WarnedArea{Polygons: a.Polygons, Circles: a.Circles}
		for _, g := range a.Geocodes {
			code, err := ParseDivisionCode(g.Value)
			check(err == nil && g.Name == CAPDivision, path, g.Name+"="+g.Value)
			area.Codes = append(area.Codes, code)
		}
		check(a.Altitude == "" && a.Ceiling == "", path, a.Altitude+a.Ceiling)
		out = append(out, area)
	}
	return out
}

// sameBut reports whether two blocks say the same but for what is written in
// words.
func (i CAPInfo) sameBut(o CAPInfo) bool {
	bare := func(i CAPInfo) CAPInfo {
		i.Language, i.Event, i.SenderName, i.Headline, i.Description, i.Instruction = "", "", "", "", "", ""
		i.Areas = slices.Clone(i.Areas)
		for k := range i.Areas {
			i.Areas[k].Description = ""
		}
		return i
	}
	return bare(i).Equal(bare(o))
}
