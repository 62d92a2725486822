package hazards

import "github.com/county-emergency/emergency/spec"

// NationalClass is one of the four top classes of emergencies of the national
// standard GB/T 35561-2017 and of the Emergency Response Law, article 3
// (突发事件分类). The zero NationalClass is unset. The digits of the standard's
// codes for finer classes were not seen and are not given.
type NationalClass uint8

// The four classes.
const (
	_               NationalClass = iota
	NaturalDisaster               // 自然灾害
	AccidentClass                 // 事故灾难
	PublicHealth                  // 公共卫生事件
	SocialSecurity                // 社会安全事件
)

var nationalClasses = [...]term{
	NaturalDisaster: {"natural-disaster", spec.Text{EN: "natural disaster", ZH: "自然灾害"}, nil},
	AccidentClass:   {"accident", spec.Text{EN: "accident", ZH: "事故灾难"}, nil},
	PublicHealth:    {"public-health", spec.Text{EN: "public health event", ZH: "公共卫生事件"}, nil},
	SocialSecurity:  {"social-security", spec.Text{EN: "social security event", ZH: "社会安全事件"}, nil},
}

// NationalClasses returns the four classes in the standard's order.
func NationalClasses() []NationalClass {
	return []NationalClass{NaturalDisaster, AccidentClass, PublicHealth, SocialSecurity}
}

// NationalClassSource returns where the four classes stand (出处).
func NationalClassSource() spec.Source {
	return spec.Source{Document: "突发事件分类与编码", Number: "GB/T 35561-2017", Standing: spec.Published}
}

// ParseNationalClass reads a class by its code or name. ok is false for anything
// else.
func ParseNationalClass(s string) (class NationalClass, ok bool) {
	i := findTerm(nationalClasses[:], s, "")
	return NationalClass(i), i > 0
}

// String returns the code, as "accident", empty for the zero NationalClass.
func (c NationalClass) String() string { return termAt(nationalClasses[:], int(c)).code }

// In returns the name of the class.
func (c NationalClass) In(lang spec.Lang) string {
	return termAt(nationalClasses[:], int(c)).text.In(lang)
}

// Class returns the national class of the hazard: a natural disaster, unset for
// the zero Natural (国家分类).
func (n Natural) Class() NationalClass {
	if n >= Earthquake && n <= ForestFire {
		return NaturalDisaster
	}
	return 0
}

// Class returns the national class of the accidents of the sector: accidents,
// unset for the zero Sector (国家分类).
func (s Sector) Class() NationalClass {
	if s >= HazardousChemicals && s <= OtherSector {
		return AccidentClass
	}
	return 0
}
