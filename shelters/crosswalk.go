package shelters

import "github.com/county-emergency/emergency/spec"

// No standard that was seen says how the vocabularies translate into each
// other. The translations here are ours, cited so, and never made in silence:
// a shelter keeps the words it was recorded with.

// Stay says which of the plan's two words a class of GB 51143 comes to (类别与安置方式对照):
// an emergency shelter places people temporarily, every other lodges them. It
// is our reading, unknown for the zero Class.
func (c Class) Stay() spec.Figure[Stay] {
	switch {
	case c == EmergencyClass:
		return spec.Cite(Temporary, ours("GB 51143-2015 3.1.4 → 临时安置"))
	case c.IsFixed() || c == Centre:
		return spec.Cite(Lodging, ours("GB 51143-2015 3.1.4 → 住宿避难"))
	}
	return spec.Figure[Stay]{}
}

// Term says which term of GB/T 44013 a class of GB 51143 comes to (类别与时长对照). It
// is our reading; unknown for the medium-term fixed shelter, which has no term
// of that name, and for the zero Class.
func (c Class) Term() spec.Figure[Term] {
	switch c {
	case EmergencyClass:
		return spec.Cite(EmergencyTerm, ours("GB 51143-2015 3.1.4 → GB/T 44013-2024"))
	case FixedShort:
		return spec.Cite(ShortTerm, ours("GB 51143-2015 3.1.4 → GB/T 44013-2024"))
	case FixedLong, Centre:
		return spec.Cite(LongTerm, ours("GB 51143-2015 3.1.4 → GB/T 44013-2024"))
	}
	return spec.Figure[Term]{}
}

// Stay says which of the plan's two words a term of GB/T 44013 comes to
// (时长与安置方式对照). It is our reading, unknown for the zero Term.
func (t Term) Stay() spec.Figure[Stay] {
	switch t {
	case EmergencyTerm:
		return spec.Cite(Temporary, ours("GB/T 44013-2024 → 临时安置"))
	case ShortTerm, LongTerm:
		return spec.Cite(Lodging, ours("GB/T 44013-2024 → 住宿避难"))
	}
	return spec.Figure[Stay]{}
}
