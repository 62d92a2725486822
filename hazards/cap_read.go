package hazards

import (
	"io"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// MaxCAP is the size in bytes above which a message is refused.
const MaxCAP = 1 << 20

// ReadCAP reads a message of CAP 1.2 strictly (读取 CAP). The error is
// [spec.Faults] with everything wrong at once, each with its element and, where
// known, its line; or the error of the reader. Refused are messages larger than
// [MaxCAP], document types and entities of their own, processing instructions,
// attributes, unknown elements and digital signatures (dropping one would lose
// what it proves), elements out of order, moments of another zone than +08:00,
// and coordinates with more than seven decimals.
func ReadCAP(r io.Reader) (CAPAlert, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxCAP+1))
	if err != nil {
		return CAPAlert{}, err
	}
	var faults spec.Faults
	if len(data) > MaxCAP {
		faults.Add(spec.Fault{Code: FaultCAPSize, Message: spec.Textf("the message is larger than %d bytes", "消息超过 %d 字节", MaxCAP)})
		return CAPAlert{}, faults.Err()
	}
	root := capTree(data, &faults)
	if root == nil {
		return CAPAlert{}, faults.Err()
	}
	var a CAPAlert
	(&capReader{faults: &faults}).alert(root, &a)
	if faults.Len() == 0 {
		gather(&faults, a.Validate())
	}
	if err := faults.Err(); err != nil {
		return CAPAlert{}, err
	}
	return a, nil
}

// capReader turns elements into the message and gathers what is wrong.
type capReader struct{ faults *spec.Faults }

func (r *capReader) fault(n *capNode, code, value string, message spec.Text) {
	r.faults.Add(spec.Fault{File: capFile, Line: n.line, Path: n.path, Code: code, Value: value, Message: message})
}

// capElement is one row of the standard's table: an element, how often it
// stands, and what to do with it.
type capElement struct {
	name        string
	least, most int
	read        func(*capNode)
}

// unbounded is how often an element may stand that has no limit.
const unbounded = 1 << 30

// walk reads the children of an element against its table, whose order is that
// of the standard.
func (r *capReader) walk(n *capNode, table []capElement) {
	if s := strings.TrimSpace(n.text.String()); s != "" {
		r.fault(n, FaultCAPText, s, spec.Textf("text beside elements: %q", "元素之间有文字：%q", spec.Shorten(s)))
	}
	last := 0
	count := make([]int, len(table))
	for _, child := range n.children {
		at := slices.IndexFunc(table, func(e capElement) bool { return e.name == child.name })
		if at < 0 {
			r.fault(child, FaultCAPElement, child.name, spec.Textf("unknown element %q", "未知元素 %q", spec.Shorten(child.name)))
			continue
		}
		if at < last {
			r.fault(child, FaultCAPOrder, child.name, spec.Textf("%s stands after %s", "%s 应在 %s 之前", child.name, table[last].name))
		}
		last = max(last, at)
		count[at]++
		if count[at] == table[at].most+1 {
			r.fault(child, FaultCAPCount, child.name, spec.Textf("%s stands more than once", "%s 重复出现", child.name))
		}
		table[at].read(child)
	}
	for i, e := range table {
		if count[i] < e.least {
			r.faults.Add(spec.Fault{File: capFile, Line: n.line, Path: strings.TrimPrefix(n.path+"."+e.name, "alert."), Code: FaultCAPCount,
				Value: e.name, Message: spec.Textf("%s is missing", "缺少 %s", e.name)})
		}
	}
}

// leaf returns the text of an element without children.
func (r *capReader) leaf(n *capNode) string {
	for _, child := range n.children {
		r.fault(child, FaultCAPElement, child.name, spec.Textf("unknown element %q", "未知元素 %q", spec.Shorten(child.name)))
	}
	return n.text.String()
}

// filled returns the text of an element that says nothing when it is empty.
func (r *capReader) filled(n *capNode) string {
	s := r.leaf(n)
	if s == "" {
		r.fault(n, FaultCAPValue, "", spec.Textf("%s is empty", "%s 为空", n.name))
	}
	return s
}

func (r *capReader) text(to *string) func(*capNode) {
	return func(n *capNode) { *to = r.filled(n) }
}

func (r *capReader) moment(to *Moment) func(*capNode) {
	return func(n *capNode) {
		s := r.filled(n)
		m, err := ParseMoment(s)
		if s != "" && (err != nil || len(s) != len(m.String())) {
			r.fault(n, FaultCAPValue, s, spec.Textf("%q is not a moment as 2024-07-10T08:30:00+08:00", "%q 不是形如 2024-07-10T08:30:00+08:00 的时刻", spec.Shorten(s)))
		}
		*to = m
	}
}

// chosen reads a member of a closed set.
func member[T ~string](r *capReader, set []T, n *capNode) T {
	s := T(r.filled(n))
	if s != "" && !isOne(set, s) {
		r.fault(n, FaultCAPValue, string(s), spec.Textf("%q is no value of %s", "%q 不是 %s 的取值", spec.Shorten(string(s)), n.name))
	}
	return s
}

func oneOf[T ~string](r *capReader, set []T, to *T) func(*capNode) {
	return func(n *capNode) { *to = member(r, set, n) }
}

func manyOf[T ~string](r *capReader, set []T, to *[]T) func(*capNode) {
	return func(n *capNode) { *to = append(*to, member(r, set, n)) }
}

func (r *capReader) pairs(to *[]CAPValue) func(*capNode) {
	return func(n *capNode) {
		var v CAPValue
		r.walk(n, []capElement{
			{"valueName", 1, 1, r.text(&v.Name)},
			{"value", 1, 1, func(n *capNode) { v.Value = r.leaf(n) }},
		})
		*to = append(*to, v)
	}
}

func (r *capReader) alert(n *capNode, a *CAPAlert) {
	r.walk(n, []capElement{
		{"identifier", 1, 1, r.text(&a.Identifier)},
		{"sender", 1, 1, r.text(&a.Sender)},
		{"sent", 1, 1, r.moment(&a.Sent)},
		{"status", 1, 1, oneOf(r, capStatuses, &a.Status)},
		{"msgType", 1, 1, oneOf(r, capTypes, &a.Type)},
		{"source", 0, 1, r.text(&a.Source)},
		{"scope", 1, 1, oneOf(r, capScopes, &a.Scope)},
		{"restriction", 0, 1, r.text(&a.Restriction)},
		{"addresses", 0, 1, r.text(&a.Addresses)},
		{"code", 0, unbounded, func(n *capNode) { a.Codes = append(a.Codes, r.filled(n)) }},
		{"note", 0, 1, r.text(&a.Note)},
		{"references", 0, 1, func(n *capNode) { a.References = r.references(n) }},
		{"incidents", 0, 1, r.text(&a.Incidents)},
		{"info", 0, unbounded, func(n *capNode) {
			var i CAPInfo
			r.info(n, &i)
			a.Infos = append(a.Infos, i)
		}},
	})
}

func (r *capReader) references(n *capNode) []CAPReference {
	var out []CAPReference
	for _, s := range strings.Fields(r.filled(n)) {
		part := strings.Split(s, ",")
		if len(part) == 3 && capName(part[0]) && capName(part[1]) {
			if sent, err := ParseMoment(part[2]); err == nil {
				out = append(out, CAPReference{part[0], part[1], sent})
				continue
			}
		}
		r.fault(n, FaultCAPValue, s, spec.Textf("%q is not sender,identifier,sent", "%q 不是 sender,identifier,sent", spec.Shorten(s)))
	}
	return out
}

func (r *capReader) info(n *capNode, i *CAPInfo) {
	r.walk(n, []capElement{
		{"language", 0, 1, r.text(&i.Language)},
		{"category", 1, unbounded, manyOf(r, capCategories, &i.Categories)},
		{"event", 1, 1, r.text(&i.Event)},
		{"responseType", 0, unbounded, manyOf(r, capResponses, &i.Responses)},
		{"urgency", 1, 1, oneOf(r, capUrgencies, &i.Urgency)},
		{"severity", 1, 1, oneOf(r, capSeverities, &i.Severity)},
		{"certainty", 1, 1, oneOf(r, capCertainties, &i.Certainty)},
		{"audience", 0, 1, r.text(&i.Audience)},
		{"eventCode", 0, unbounded, r.pairs(&i.EventCodes)},
		{"effective", 0, 1, r.moment(&i.Effective)},
		{"onset", 0, 1, r.moment(&i.Onset)},
		{"expires", 0, 1, r.moment(&i.Expires)},
		{"senderName", 0, 1, r.text(&i.SenderName)},
		{"headline", 0, 1, r.text(&i.Headline)},
		{"description", 0, 1, r.text(&i.Description)},
		{"instruction", 0, 1, r.text(&i.Instruction)},
		{"web", 0, 1, r.text(&i.Web)},
		{"contact", 0, 1, r.text(&i.Contact)},
		{"parameter", 0, unbounded, r.pairs(&i.Parameters)},
		{"resource", 0, unbounded, func(n *capNode) { i.Resources = append(i.Resources, r.resource(n)) }},
		{"area", 0, unbounded, func(n *capNode) { i.Areas = append(i.Areas, r.area(n)) }},
	})
}
