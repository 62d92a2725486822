package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// CAPNamespace is the XML namespace of the OASIS Common Alerting Protocol,
// version 1.2.
const CAPNamespace = "urn:oasis:names:tc:emergency:cap:1.2"

// CAPAlert is a message of the Common Alerting Protocol 1.2 with every element
// of its table (通用警报协议消息). [ReadCAP] and [CAPAlert.WriteCAP] lose nothing of it.
// An empty text and an empty list are an absent element.
type CAPAlert struct {
	Identifier  string // unique for the sender; no spaces, commas, < or &
	Sender      string // likewise
	Sent        Moment
	Status      CAPStatus
	Type        CAPType
	Source      string
	Scope       CAPScope
	Restriction string // demanded by the scope Restricted
	Addresses   string // demanded by the scope Private; names separated by spaces, quoted where they have some
	Codes       []string
	Note        string
	References  []CAPReference // the messages that this one updates or cancels
	Incidents   string
	Infos       []CAPInfo
}

// CAPReference names an earlier message (引用消息).
type CAPReference struct {
	Sender     string
	Identifier string
	Sent       Moment
}

// CAPInfo is what a message says, in one language (预警信息).
type CAPInfo struct {
	Language    string // as zh-CN; empty means en-US
	Categories  []CAPCategory
	Event       string
	Responses   []CAPResponse
	Urgency     CAPUrgency
	Severity    CAPSeverity
	Certainty   CAPCertainty
	Audience    string
	EventCodes  []CAPValue
	Effective   Moment
	Onset       Moment
	Expires     Moment
	SenderName  string
	Headline    string
	Description string
	Instruction string
	Web         string
	Contact     string
	Parameters  []CAPValue
	Resources   []CAPResource
	Areas       []CAPArea
}

// CAPValue is a name and a value of a system that the sender defines (自定义参数).
type CAPValue struct{ Name, Value string }

// CAPResource is a file that belongs to a message (附件).
type CAPResource struct {
	Description string
	MIMEType    string
	Size        int64 // bytes, 0 where it is not given
	URI         string
	DerefURI    string // the content itself in Base64
	Digest      string
}

// CAPArea is a part of the area that a message is for (消息区域).
type CAPArea struct {
	Description string
	Polygons    [][]Position // closed, WGS 84
	Circles     []Circle     // centre in WGS 84
	Geocodes    []CAPValue
	Altitude    string // plain decimal, feet above mean sea level
	Ceiling     string // likewise; demands an altitude
}

// Equal reports whether both messages say the same.
func (a CAPAlert) Equal(b CAPAlert) bool {
	return a.Identifier == b.Identifier && a.Sender == b.Sender && a.Sent == b.Sent && a.Status == b.Status && a.Type == b.Type &&
		a.Source == b.Source && a.Scope == b.Scope && a.Restriction == b.Restriction && a.Addresses == b.Addresses && a.Note == b.Note &&
		a.Incidents == b.Incidents && slices.Equal(a.Codes, b.Codes) && slices.Equal(a.References, b.References) &&
		slices.EqualFunc(a.Infos, b.Infos, CAPInfo.Equal)
}

// Equal reports whether both say the same.
func (a CAPInfo) Equal(b CAPInfo) bool {
	return a.Language == b.Language && slices.Equal(a.Categories, b.Categories) && a.Event == b.Event &&
		slices.Equal(a.Responses, b.Responses) && a.Urgency == b.Urgency && a.Severity == b.Severity && a.Certainty == b.Certainty &&
		a.Audience == b.Audience && slices.Equal(a.EventCodes, b.EventCodes) && a.Effective == b.Effective && a.Onset == b.Onset &&
		a.Expires == b.Expires && a.SenderName == b.SenderName && a.Headline == b.Headline && a.Description == b.Description &&
		a.Instruction == b.Instruction && a.Web == b.Web && a.Contact == b.Contact && slices.Equal(a.Parameters, b.Parameters) &&
		slices.Equal(a.Resources, b.Resources) && slices.EqualFunc(a.Areas, b.Areas, CAPArea.Equal)
}

// Equal reports whether both are the same area.
func (a CAPArea) Equal(b CAPArea) bool {
	return a.Description == b.Description && slices.Equal(a.Circles, b.Circles) && slices.Equal(a.Geocodes, b.Geocodes) &&
		a.Altitude == b.Altitude && a.Ceiling == b.Ceiling && slices.EqualFunc(a.Polygons, b.Polygons, slices.Equal)
}

// parameter returns the value of a parameter; ok is false where there is none
// or more than one.
func (i CAPInfo) parameter(name string) (value string, ok bool) { return oneValue(i.Parameters, name) }

func oneValue(list []CAPValue, name string) (value string, ok bool) {
	n := 0
	for _, one := range list {
		if one.Name == name {
			value, n = one.Value, n+1
		}
	}
	return value, n == 1
}

// kilometres writes a radius as CAP wants it, exact.
func kilometres(d measure.Distance) string { return decimalText(d.Millimetres(), 6) }
