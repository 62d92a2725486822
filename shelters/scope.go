package shelters

import "github.com/county-emergency/emergency/spec"

// Scope is how many kinds of danger a shelter is for (功能类型): a dimension of
// GB/T 44013-2024. Which hazards it serves is a fact of its own ([Exposure]).
// The zero Scope is unreported.
type Scope uint8

// The three scopes.
const (
	_               Scope = iota
	Comprehensive         // 综合性
	SingleHazard          // 单一性
	SpecialFunction       // 特定功能: designed individually, as a refuge chamber in a mine
)

var scopes = [...]word{
	Comprehensive:   {"comprehensive", spec.Text{EN: "comprehensive", ZH: "综合性"}, []string{"综合"}},
	SingleHazard:    {"single", spec.Text{EN: "for a single hazard", ZH: "单一性"}, []string{"单一"}},
	SpecialFunction: {"special", spec.Text{EN: "for a special function", ZH: "特定功能"}, []string{"特定"}},
}

// Scopes returns the scopes.
func Scopes() []Scope { return []Scope{Comprehensive, SingleHazard, SpecialFunction} }

// ParseScope reads a scope by its code or name, as "single" or 单一性; ok is false
// for anything else.
func ParseScope(s string) (scope Scope, ok bool) {
	i, ok := wordOf(scopes[:], s)
	return Scope(i), ok
}

// String returns the code, as "single", or nothing.
func (s Scope) String() string { return wordAt(scopes[:], int(s)).code }

// In returns the scope in words.
func (s Scope) In(lang spec.Lang) string { return wordAt(scopes[:], int(s)).text.In(lang) }

// MarshalText returns the code.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Ownership is who owns the ground or building of a shelter (权属). The list is
// ours: no standard that was seen has one. The zero Ownership is unreported.
type Ownership uint8

// The ownerships.
const (
	_               Ownership = iota
	StateOwned                // 国有
	CollectiveOwned           // 集体
	EnterpriseOwned           // 企业
	PrivateOwned              // 个人及其他
)

var ownerships = [...]word{
	StateOwned:      {"state", spec.Text{EN: "state", ZH: "国有"}, []string{"公共", "政府"}},
	CollectiveOwned: {"collective", spec.Text{EN: "collective", ZH: "集体"}, []string{"集体所有"}},
	EnterpriseOwned: {"enterprise", spec.Text{EN: "enterprise", ZH: "企业"}, nil},
	PrivateOwned:    {"private", spec.Text{EN: "private", ZH: "个人及其他"}, []string{"个人", "其他"}},
}

// Ownerships returns the ownerships.
func Ownerships() []Ownership {
	return []Ownership{StateOwned, CollectiveOwned, EnterpriseOwned, PrivateOwned}
}

// ParseOwnership reads an ownership by its code or name, as "state" or 国有; ok is
// false for anything else.
func ParseOwnership(s string) (owner Ownership, ok bool) {
	i, ok := wordOf(ownerships[:], s)
	return Ownership(i), ok
}

// String returns the code, as "state", or nothing.
func (o Ownership) String() string { return wordAt(ownerships[:], int(o)).code }

// In returns the ownership in words.
func (o Ownership) In(lang spec.Lang) string { return wordAt(ownerships[:], int(o)).text.In(lang) }

// MarshalText returns the code.
func (o Ownership) MarshalText() ([]byte, error) { return []byte(o.String()), nil }
