package shelters

import "github.com/county-emergency/emergency/spec"

// Class is what a shelter is built for by the design code (避难场所类别): GB
// 51143-2015, 3.1.4. It is not how long GB/T 44013 has it open ([Term]), nor
// which administration keeps it ([Level]); the same word 紧急 stands in two of
// the three. The zero Class is unreported.
type Class uint8

// The classes, each with the facilities of the one before and more.
const (
	_              Class = iota
	EmergencyClass       // 紧急避难场所
	FixedShort           // 短期固定避难场所
	FixedMedium          // 中期固定避难场所
	FixedLong            // 长期固定避难场所
	Centre               // 中心避难场所
)

var classes = [...]word{
	EmergencyClass: {"emergency", spec.Text{EN: "emergency shelter", ZH: "紧急避难场所"}, []string{"紧急"}},
	FixedShort:     {"fixed-short", spec.Text{EN: "short-term fixed shelter", ZH: "短期固定避难场所"}, []string{"短期固定", "固定短期", "固定（短期）"}},
	FixedMedium:    {"fixed-medium", spec.Text{EN: "medium-term fixed shelter", ZH: "中期固定避难场所"}, []string{"中期固定", "固定中期", "固定（中期）"}},
	FixedLong:      {"fixed-long", spec.Text{EN: "long-term fixed shelter", ZH: "长期固定避难场所"}, []string{"长期固定", "固定长期", "固定（长期）"}},
	Centre:         {"centre", spec.Text{EN: "centre shelter", ZH: "中心避难场所"}, []string{"中心"}},
}

// Classes returns the classes, the least equipped first.
func Classes() []Class { return []Class{EmergencyClass, FixedShort, FixedMedium, FixedLong, Centre} }

// ParseClass reads a class by its code or name, as "fixed-short" or 短期固定; ok
// is false for anything else, the bare 固定 and 长期 among it, which name no class
// of this code.
func ParseClass(s string) (class Class, ok bool) {
	i, ok := wordOf(classes[:], s)
	return Class(i), ok
}

// String returns the code, as "fixed-short", or nothing.
func (c Class) String() string { return wordAt(classes[:], int(c)).code }

// In returns the class in words.
func (c Class) In(lang spec.Lang) string { return wordAt(classes[:], int(c)).text.In(lang) }

// MarshalText returns the code.
func (c Class) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// IsFixed reports whether it is one of the three fixed classes (固定避难场所).
func (c Class) IsFixed() bool { return c >= FixedShort && c <= FixedLong }

// IsLongOrCentre reports whether the class is long-term fixed or centre, which
// several clauses name together.
func (c Class) IsLongOrCentre() bool { return c == FixedLong || c == Centre }

// Next returns the class after this one; ok is false for the last and for none.
func (c Class) Next() (next Class, ok bool) {
	if c < EmergencyClass || c >= Centre {
		return 0, false
	}
	return c + 1, true
}

// ClassSource is where the classes stand.
func ClassSource() spec.Source {
	return spec.Source{Document: "防灾避难场所设计规范", Number: "GB 51143-2015", Place: "3.1.4", Standing: spec.Standard}
}
