package teams

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Skill is what a team can do, by id (技能). The code of a [Field] is a skill;
// a county may name others of its own.
type Skill string

// Certificate attests that a team has a skill for a time (资质证书). It names no
// person.
type Certificate struct {
	ID    string
	Team  string // id of the team
	Skill Skill
	From  measure.Date // first day; unset where nobody said: it holds from ever
	Until measure.Date // last day; unset where it does not expire
}

// Windows is how many days before the last day of a certificate renewal may
// begin, and how many after it the skill is still kept (换证窗口期与宽限期). The zero
// Windows has neither.
type Windows struct{ Renewal, Grace int }

// CertificateState is how a certificate stands on a day (证书状态). The zero
// CertificateState is unset.
type CertificateState uint8

// The states of a certificate.
const (
	_        CertificateState = iota
	NotYet                    // 未生效: its first day has not come
	InForce                   // 有效
	Renew                     // 待换证: in force, inside of the renewal window
	InGrace                   // 宽限期: past its last day, the skill is still kept
	Lapsed                    // 失效
	Replaced                  // 已换证: past its last day, but a later one of the team for the skill is in force
)

var certificateStates = [...]struct {
	code string
	text spec.Text
}{
	NotYet:   {"not-yet", spec.Text{EN: "not yet in force", ZH: "未生效"}},
	InForce:  {"in-force", spec.Text{EN: "in force", ZH: "有效"}},
	Renew:    {"renew", spec.Text{EN: "to be renewed", ZH: "待换证"}},
	InGrace:  {"grace", spec.Text{EN: "in grace", ZH: "宽限期内"}},
	Lapsed:   {"lapsed", spec.Text{EN: "lapsed", ZH: "失效"}},
	Replaced: {"replaced", spec.Text{EN: "replaced", ZH: "已换证"}},
}

// String returns the code of the state.
func (s CertificateState) String() string {
	if int(s) >= len(certificateStates) {
		return ""
	}
	return certificateStates[s].code
}

// In returns the state in words.
func (s CertificateState) In(lang spec.Lang) string {
	if int(s) >= len(certificateStates) {
		return ""
	}
	return certificateStates[s].text.In(lang)
}

// Holds reports whether the skill is there in this state.
func (s CertificateState) Holds() bool { return s == InForce || s == Renew || s == InGrace }

// State returns how the certificate alone stands on a day. Both its days are
// included; so are the last days of both windows. Without a date every
// certificate is in force.
func (c Certificate) State(asOf measure.Date, w Windows) CertificateState {
	switch {
	case c.From.After(asOf):
		return NotYet
	case asOf.IsZero() || c.Until.IsZero():
		return InForce
	case asOf.After(c.Until):
		if c.Until.DaysUntil(asOf) <= w.Grace {
			return InGrace
		}
		return Lapsed
	case asOf.DaysUntil(c.Until) < w.Renewal:
		return Renew
	}
	return InForce
}

// Renewal is one line of the renewal list (换证清单).
type Renewal struct {
	Certificate Certificate
	State       CertificateState
	Days        int // until its last day; negative once that is past
}

// Renewals returns how every certificate stands on a day, the most urgent
// first: by last day, then by id; those without a last day are left out. One
// whose team holds a later one for the same skill is replaced.
func Renewals(list []Certificate, asOf measure.Date, w Windows) []Renewal {
	var out []Renewal
	for i, c := range list {
		if c.Until.IsZero() {
			continue
		}
		r := Renewal{Certificate: c, State: c.State(asOf, w), Days: asOf.DaysUntil(c.Until)}
		for j, o := range list {
			later := o.Until.IsZero() || o.Until.After(c.Until) || o.Until.Equal(c.Until) && j < i
			if j != i && later && o.Team == c.Team && o.Skill == c.Skill && o.State(asOf, w).Holds() {
				r.State = Replaced
			}
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Renewal) int {
		if n := a.Certificate.Until.Compare(b.Certificate.Until); n != 0 {
			return n
		}
		return strings.Compare(a.Certificate.ID, b.Certificate.ID)
	})
	return out
}

// SkillProof says what it takes for a skill to count (技能认定). The zero
// SkillProof asks for a certificate wherever the team holds none.
type SkillProof uint8

// The two ways to take a skill that a team claims and no certificate attests.
const (
	CertificateNeeded SkillProof = iota // it is unknown
	ClaimEnough                         // it counts
)

// SkillVerdict says whether a team has a skill on a day (技能是否有效). A certificate
// that holds is Met. Where the team has certificates for the skill and none
// holds, it is Unmet: a lapsed certificate removes the skill, whatever the team
// claims. A skill only claimed is Unknown, or Met where a claim is enough; one
// that is neither claimed nor attested is Unmet where the team says what it can
// do, and Unknown where it does not.
func SkillVerdict(t Team, skill Skill, list []Certificate, asOf measure.Date, w Windows, proof SkillProof) spec.Verdict {
	attested := false
	for _, c := range list {
		if c.Team != t.ID || c.Skill != skill {
			continue
		}
		if c.State(asOf, w).Holds() {
			return spec.Met
		}
		attested = true
	}
	switch {
	case attested:
		return spec.Unmet
	case !t.Claims(skill) && t.SkillsKnown:
		return spec.Unmet
	case t.Claims(skill) && proof == ClaimEnough:
		return spec.Met
	}
	return spec.Unknown
}
