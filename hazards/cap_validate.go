package hazards

import "github.com/county-emergency/emergency/spec"

// The codes of faults of CAP messages. They are permanent.
const (
	FaultCAPSize      = "cap.size"        // larger than [MaxCAP]
	FaultCAPXML       = "cap.xml"         // not well-formed, or not UTF-8
	FaultCAPForbidden = "cap.forbidden"   // DTD, processing instruction, attribute
	FaultCAPElement   = "cap.element"     // unknown element
	FaultCAPOrder     = "cap.order"       // element after one that it must precede
	FaultCAPCount     = "cap.count"       // element missing or too often
	FaultCAPValue     = "cap.value"       // not of the closed set or the form
	FaultCAPText      = "cap.text"        // text beside elements, or that XML cannot hold
	FaultCAPDates     = "cap.dates"       // end not after the start
	FaultCAPReference = "cap.reference"   // none where the type demands one
	FaultCAPWarning   = "cap.warning"     // a good message that is no warning of this library
	FaultCAPLanguage  = "cap.language"    // texts of two languages do not match
	FaultCAPID        = "cap.national-id" // not an identifier of the national form
)

// capCheck gathers the faults of one message.
type capCheck struct{ faults spec.Faults }

func (c *capCheck) add(path, code, value string, message spec.Text) {
	c.faults.Add(spec.Fault{Path: path, Code: code, Value: value, Message: message})
}

func (c *capCheck) value(ok bool, path, value string) {
	if !ok {
		c.add(path, FaultCAPValue, value, spec.Textf("%q is no value of this element", "%q 不是该元素的取值", spec.Shorten(value)))
	}
}

// text checks a text that may be absent.
func (c *capCheck) text(path, s string) {
	if !capText(s) {
		c.add(path, FaultCAPText, s, spec.Textf("%q has characters that XML cannot hold", "%q 含 XML 不能表示的字符", spec.Shorten(s)))
	}
}

// need checks a text that must be there.
func (c *capCheck) need(path, s string) {
	if s == "" {
		c.add(path, FaultCAPCount, "", spec.T("the element is missing", "缺少该元素"))
	}
	c.text(path, s)
}

func (c *capCheck) pairs(path string, list []CAPValue) {
	for i, one := range list {
		c.need(indexed(path, i)+".valueName", one.Name)
		c.text(indexed(path, i)+".value", one.Value)
	}
}

// Validate returns [spec.Faults] with everything that keeps the message from
// being one of CAP 1.2, by the names of its elements: a missing or unknown
// value, an update without reference, a restricted or private scope without
// its restriction or addresses, an end that is not after the start, a polygon
// that is not closed, coordinates that are not in WGS 84.
func (a CAPAlert) Validate() error {
	c := &capCheck{}
	c.value(capName(a.Identifier), "identifier", a.Identifier)
	c.value(capName(a.Sender), "sender", a.Sender)
	if a.Sent.IsZero() {
		c.need("sent", "")
	}
	c.value(isOne(capStatuses, a.Status), "status", string(a.Status))
	c.value(isOne(capTypes, a.Type), "msgType", string(a.Type))
	c.value(isOne(capScopes, a.Scope), "scope", string(a.Scope))
	c.text("source", a.Source)
	c.text("restriction", a.Restriction)
	c.text("addresses", a.Addresses)
	if a.Scope == CAPRestricted {
		c.need("restriction", a.Restriction)
	}
	if a.Scope == CAPPrivate {
		c.need("addresses", a.Addresses)
	}
	for i, code := range a.Codes {
		c.need(indexed("code", i), code)
	}
	c.text("note", a.Note)
	c.text("incidents", a.Incidents)
	if len(a.References) == 0 && a.Type != CAPIssue && isOne(capTypes, a.Type) {
		c.add("references", FaultCAPReference, string(a.Type), spec.Textf("a message of type %s names no earlier one", "%s 类消息未引用先前消息", string(a.Type)))
	}
	for i, r := range a.References {
		c.value(capName(r.Identifier) && capName(r.Sender) && !r.Sent.IsZero(), indexed("references", i), r.Identifier)
	}
	for i := range a.Infos {
		a.Infos[i].check(c, indexed("info", i))
	}
	return c.faults.Err()
}

func (i *CAPInfo) check(c *capCheck, at string) {
	at += "."
	c.value(i.Language == "" || capLanguage(i.Language), at+"language", i.Language)
	if len(i.Categories) == 0 {
		c.need(at+"category", "")
	}
	for _, one := range i.Categories {
		c.value(isOne(capCategories, one), at+"category", string(one))
	}
	c.need(at+"event", i.Event)
	for _, one := range i.Responses {
		c.value(isOne(capResponses, one), at+"responseType", string(one))
	}
	c.value(isOne(capUrgencies, i.Urgency), at+"urgency", string(i.Urgency))
	c.value(isOne(capSeverities, i.Severity), at+"severity", string(i.Severity))
	c.value(isOne(capCertainties, i.Certainty), at+"certainty", string(i.Certainty))
	c.pairs(at+"eventCode", i.EventCodes)
	if !i.Expires.IsZero() && (i.Effective == i.Expires || i.Onset == i.Expires || i.Expires.Before(i.Effective) || i.Expires.Before(i.Onset)) {
		c.add(at+"expires", FaultCAPDates, i.Expires.String(), spec.Textf("the end %v is not after the start", "终止时间 %v 不晚于起始时间", i.Expires))
	}
	for _, one := range []struct{ name, text string }{
		{"audience", i.Audience}, {"senderName", i.SenderName}, {"headline", i.Headline}, {"description", i.Description},
		{"instruction", i.Instruction}, {"web", i.Web}, {"contact", i.Contact},
	} {
		c.text(at+one.name, one.text)
	}
	c.pairs(at+"parameter", i.Parameters)
	for k, r := range i.Resources {
		path := at + indexed("resource", k) + "."
		c.need(path+"resourceDesc", r.Description)
		c.need(path+"mimeType", r.MIMEType)
		c.value(r.Size >= 0 && r.Size <= maxSize, path+"size", decimalText(r.Size, 0))
		c.text(path+"uri", r.URI)
		c.text(path+"derefUri", r.DerefURI)
		c.text(path+"digest", r.Digest)
	}
	for k := range i.Areas {
		i.Areas[k].check(c, at+indexed("area", k)+".")
	}
}

// maxRadius keeps a radius within what the reader takes: 9 digits of kilometres.
const maxRadius = 1_000_000_000*1_000_000 - 1

// maxSize likewise: 9 digits of bytes.
const maxSize = 999_999_999

func (a *CAPArea) check(c *capCheck, at string) {
	c.need(at+"areaDesc", a.Description)
	for i, ring := range a.Polygons {
		path := at + indexed("polygon", i)
		if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
			c.add(path, FaultAreaPolygon, "", spec.Textf("the polygon of %d points is not closed or has fewer than three corners",
				"由 %d 个点组成的多边形未闭合或不足三个角点", len(ring)))
		}
		for _, p := range ring {
			c.onWGS84(path, p)
		}
	}
	for i, circle := range a.Circles {
		path := at + indexed("circle", i)
		if r := circle.Radius.Millimetres(); r < 0 || r > maxRadius {
			c.add(path, FaultAreaCircle, circle.Radius.String(), spec.Textf("no radius of %v m", "半径不能为 %v 米", circle.Radius))
		}
		c.onWGS84(path, circle.Centre)
	}
	c.pairs(at+"geocode", a.Geocodes)
	c.value(a.Altitude == "" || capDecimal(a.Altitude), at+"altitude", a.Altitude)
	c.value(a.Ceiling == "" || (capDecimal(a.Ceiling) && a.Altitude != ""), at+"ceiling", a.Ceiling)
}

func (c *capCheck) onWGS84(path string, p Position) {
	if p.Datum() != WGS84 {
		c.add(path, FaultDatum, p.String(), spec.Textf("%s is not in WGS 84, which the format demands", "%s 不是该格式要求的 WGS 84 坐标", p))
	}
}
