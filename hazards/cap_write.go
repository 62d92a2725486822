package hazards

import (
	"bytes"
	"encoding/xml"
)

// WriteCAP writes the message as XML, indented, in UTF-8, elements in the order
// of the standard, so that equal messages give equal bytes (写出 CAP). The error
// is that of [CAPAlert.Validate]; nothing is written of a message that has one.
func (a CAPAlert) WriteCAP() ([]byte, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	w := &capWriter{}
	w.b.WriteString(xml.Header)
	w.b.WriteString(`<alert xmlns="` + CAPNamespace + `">` + "\n")
	w.depth = 1
	w.text("identifier", a.Identifier)
	w.text("sender", a.Sender)
	w.moment("sent", a.Sent)
	w.text("status", string(a.Status))
	w.text("msgType", string(a.Type))
	w.text("source", a.Source)
	w.text("scope", string(a.Scope))
	w.text("restriction", a.Restriction)
	w.text("addresses", a.Addresses)
	for _, code := range a.Codes {
		w.text("code", code)
	}
	w.text("note", a.Note)
	w.text("references", referencesText(a.References))
	w.text("incidents", a.Incidents)
	for i := range a.Infos {
		w.group("info", func() { w.info(&a.Infos[i]) })
	}
	w.b.WriteString("</alert>\n")
	return w.b.Bytes(), nil
}

func referencesText(list []CAPReference) string {
	var b bytes.Buffer
	for i, r := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(r.Sender + "," + r.Identifier + "," + r.Sent.String())
	}
	return b.String()
}

// capWriter writes elements with two spaces a level. A buffer takes every byte,
// so that none of its writes can fail.
type capWriter struct {
	b     bytes.Buffer
	depth int
}

func (w *capWriter) indent() {
	for range w.depth {
		w.b.WriteString("  ")
	}
}

// text writes an element with a text, and nothing for an empty one.
func (w *capWriter) text(name, s string) {
	if s != "" {
		w.element(name, s)
	}
}

func (w *capWriter) element(name, s string) {
	w.indent()
	w.b.WriteString("<" + name + ">")
	_ = xml.EscapeText(&w.b, []byte(s))
	w.b.WriteString("</" + name + ">\n")
}

func (w *capWriter) moment(name string, m Moment) {
	if !m.IsZero() {
		w.element(name, m.String())
	}
}

func (w *capWriter) group(name string, inside func()) {
	w.indent()
	w.b.WriteString("<" + name + ">\n")
	w.depth++
	inside()
	w.depth--
	w.indent()
	w.b.WriteString("</" + name + ">\n")
}

func (w *capWriter) pairs(name string, list []CAPValue) {
	for _, one := range list {
		w.group(name, func() {
			w.element("valueName", one.Name)
			w.element("value", one.Value)
		})
	}
}

func (w *capWriter) info(i *CAPInfo) {
	w.text("language", i.Language)
	for _, one := range i.Categories {
		w.text("category", string(one))
	}
	w.text("event", i.Event)
	for _, one := range i.Responses {
		w.text("responseType", string(one))
	}
	w.text("urgency", string(i.Urgency))
	w.text("severity", string(i.Severity))
	w.text("certainty", string(i.Certainty))
	w.text("audience", i.Audience)
	w.pairs("eventCode", i.EventCodes)
	w.moment("effective", i.Effective)
	w.moment("onset", i.Onset)
	w.moment("expires", i.Expires)
	w.text("senderName", i.SenderName)
	w.text("headline", i.Headline)
	w.text("description", i.Description)
	w.text("instruction", i.Instruction)
	w.text("web", i.Web)
	w.text("contact", i.Contact)
	w.pairs("parameter", i.Parameters)
	for _, r := range i.Resources {
		w.group("resource", func() {
			w.text("resourceDesc", r.Description)
			w.text("mimeType", r.MIMEType)
			if r.Size > 0 {
				w.text("size", decimalText(r.Size, 0))
			}
			w.text("uri", r.URI)
			w.text("derefUri", r.DerefURI)
			w.text("digest", r.Digest)
		})
	}
	for k := range i.Areas {
		w.group("area", func() { w.area(&i.Areas[k]) })
	}
}

func (w *capWriter) area(a *CAPArea) {
	w.text("areaDesc", a.Description)
	for _, ring := range a.Polygons {
		var b bytes.Buffer
		for i, p := range ring {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(p.LatitudeText() + "," + p.LongitudeText())
		}
		w.text("polygon", b.String())
	}
	for _, c := range a.Circles {
		w.text("circle", c.Centre.LatitudeText()+","+c.Centre.LongitudeText()+" "+kilometres(c.Radius))
	}
	w.pairs("geocode", a.Geocodes)
	w.text("altitude", a.Altitude)
	w.text("ceiling", a.Ceiling)
}
