package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// BodyClass is what a body of the organisation is (机构类别). The zero BodyClass is
// unset.
type BodyClass uint8

// The classes of bodies.
const (
	_              BodyClass = iota
	Committee                // 委员会: 县安委会, 县减灾委
	GeneralCommand           // 应急总指挥部
	SpecialCommand           // 专项指挥部
	SpecialOffice            // 专项办公室 of work safety

	numBodyClasses = iota
)

var bodyClasses = [numBodyClasses]struct {
	code string
	text spec.Text
}{
	Committee:      {"committee", spec.Text{EN: "committees", ZH: "委员会"}},
	GeneralCommand: {"general-command", spec.Text{EN: "general command", ZH: "应急总指挥部"}},
	SpecialCommand: {"special-command", spec.Text{EN: "special commands", ZH: "专项指挥部"}},
	SpecialOffice:  {"special-office", spec.Text{EN: "special offices", ZH: "专项办公室"}},
}

// ParseBodyClass reads the code of a class, as "special-office".
func ParseBodyClass(s string) (BodyClass, bool) {
	for c := Committee; c < numBodyClasses; c++ {
		if bodyClasses[c].code == s {
			return c, true
		}
	}
	return 0, false
}

// String returns the code of the class.
func (c BodyClass) String() string {
	if c >= numBodyClasses {
		return ""
	}
	return bodyClasses[c].code
}

// In returns the class in words.
func (c BodyClass) In(lang spec.Lang) string {
	if c >= numBodyClasses {
		return ""
	}
	return bodyClasses[c].text.In(lang)
}

// Body is one committee, command or special office of the plan (机构).
type Body struct {
	ID      string
	Name    spec.Text
	Class   BodyClass
	Under   string // id of the body above it, empty for the highest
	Office  string // id of the [Office] that does its daily work, where the plan names one
	Source  spec.Source
	Carries []string
}

// Structure is how the bodies of a plan hang together (组织体系).
type Structure struct {
	Bodies []Body
	// What the plan says of their number, by class; not supplied where it does not.
	Committees, GeneralCommands, SpecialCommands, SpecialOffices spec.Figure[measure.Count]
	Offices                                                      spec.Figure[measure.Count] // command offices 指挥部办公室
}

// stated returns the number that the plan states for a class.
func (s Structure) stated(c BodyClass) spec.Figure[measure.Count] {
	switch c {
	case Committee:
		return s.Committees
	case GeneralCommand:
		return s.GeneralCommands
	case SpecialCommand:
		return s.SpecialCommands
	case SpecialOffice:
		return s.SpecialOffices
	}
	return spec.Figure[measure.Count]{}
}

// Listed counts the bodies of a class.
func (s Structure) Listed(c BodyClass) int {
	n := 0
	for _, b := range s.Bodies {
		if b.Class == c {
			n++
		}
	}
	return n
}

// Body returns the body with an id.
func (s Structure) Body(id string) (Body, bool) {
	for _, b := range s.Bodies {
		if b.ID == id {
			return b, true
		}
	}
	return Body{}, false
}

// Root returns the body at the top above one, and whether the way up ends: it
// does not where bodies stand above each other in a ring or one is missing.
func (s Structure) Root(id string) (root Body, ok bool) {
	for range len(s.Bodies) + 1 {
		b, found := s.Body(id)
		if !found {
			return Body{}, false
		}
		if b.Under == "" {
			return b, true
		}
		id = b.Under
	}
	return Body{}, false
}

// MemberRole is what a member does in a body (成员职务). The zero MemberRole is
// unset.
type MemberRole uint8

// The roles. A role is a post, never a person.
const (
	_        MemberRole = iota
	Head                // 主任、指挥长
	Deputy              // 副主任、副指挥长
	Ordinary            // 成员单位
)

var memberRoles = [...]struct{ code, zh string }{Head: {"head", "主要负责"}, Deputy: {"deputy", "副职"}, Ordinary: {"member", "成员单位"}}

// ParseMemberRole reads "head", "deputy" or "member", or 主要负责, 副职, 成员单位.
func ParseMemberRole(s string) (MemberRole, bool) {
	for r := Head; r <= Ordinary; r++ {
		if memberRoles[r].code == s || memberRoles[r].zh == s {
			return r, true
		}
	}
	return 0, false
}

// String returns the code of the role.
func (r MemberRole) String() string {
	if int(r) >= len(memberRoles) {
		return ""
	}
	return memberRoles[r].code
}

// Member is one post or department in a body, with the duty that it has there
// (成员单位及职责). No person is named.
type Member struct {
	Body string // id of the body
	Post string // post or department, as the county writes it
	Role MemberRole
	Duty string // in a few words, empty where none is laid down
}

// BodyReport is what a county reports of a body as a whole (机构情况).
type BodyReport struct {
	Body        string
	Established spec.Observed[bool]
	WorkRules   spec.Observed[bool] // 工作制度
}

// BodyResult is how one body stands (机构运行情况).
type BodyResult struct {
	Body        Body
	Established spec.Verdict
	WorkRules   spec.Verdict
	Headed      spec.Verdict // a post heads it
	Members     int
	Idle        []string // members for whom no duty is laid down
	Verdict     spec.Verdict
}

// Judge judges a body by what is reported of it and by its members: it is
// established, has work rules and a head, and every member has a duty. Where no
// member is listed neither head nor duties are known; a list of members is
// taken as the whole of it.
func (b Body) Judge(reports []BodyReport, members []Member, asOf measure.Date) BodyResult {
	out := BodyResult{Body: b}
	for _, r := range reports {
		if r.Body == b.ID {
			out.Established, out.WorkRules = yesOrNo(r.Established.AsOf(asOf)), yesOrNo(r.WorkRules.AsOf(asOf))
		}
	}
	head := spec.Unmet
	for _, m := range members {
		if m.Body != b.ID {
			continue
		}
		out.Members++
		if m.Role == Head {
			head = spec.Met
		}
		if m.Duty == "" {
			out.Idle = append(out.Idle, m.Post)
		}
	}
	tasked := spec.Unknown
	if out.Members > 0 {
		out.Headed, tasked = head, spec.Met
		if len(out.Idle) > 0 {
			tasked = spec.Unmet
		}
	}
	out.Verdict = spec.All(out.Established, out.WorkRules, out.Headed, tasked)
	return out
}

// yesOrNo is a reported yes or no as a verdict.
func yesOrNo(o spec.Observed[bool]) spec.Verdict {
	yes, ok := o.Value()
	switch {
	case !ok:
		return spec.Unknown
	case yes:
		return spec.Met
	}
	return spec.Unmet
}
