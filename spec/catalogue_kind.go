package spec

// CatalogueKind is what a catalogue entry is (条目类别). The zero CatalogueKind is
// unset.
type CatalogueKind uint8

// The kinds of catalogue entries. An enumeration or a figure is there to be
// looked up; the others can be answered by a county.
const (
	_                CatalogueKind = iota
	EnumerationEntry               // 名目: a closed list
	FigureEntry                    // 数值: a constant
	ChecklistEntry                 // 清单: every member must be there
	DutyEntry                      // 职责
	ProcessEntry                   // 流程: the members are its steps, in order
	InstitutionEntry               // 机构与机制
	ProjectEntry                   // 项目
)

var catalogueKinds = [...]struct {
	code string
	text Text
}{
	EnumerationEntry: {"enumeration", Text{EN: "enumeration", ZH: "名目"}},
	FigureEntry:      {"figure", Text{EN: "figure", ZH: "数值"}},
	ChecklistEntry:   {"checklist", Text{EN: "checklist", ZH: "清单"}},
	DutyEntry:        {"duty", Text{EN: "duty", ZH: "职责"}},
	ProcessEntry:     {"process", Text{EN: "process", ZH: "流程"}},
	InstitutionEntry: {"institution", Text{EN: "institution", ZH: "机制"}},
	ProjectEntry:     {"project", Text{EN: "project", ZH: "项目"}},
}

// CatalogueKinds returns the kinds in order.
func CatalogueKinds() []CatalogueKind {
	return []CatalogueKind{EnumerationEntry, FigureEntry, ChecklistEntry, DutyEntry, ProcessEntry, InstitutionEntry, ProjectEntry}
}

// ParseCatalogueKind reads the code of a kind, as "checklist", or its Chinese
// name (条目类别). ok is false for anything else.
func ParseCatalogueKind(s string) (kind CatalogueKind, ok bool) {
	for _, k := range CatalogueKinds() {
		if catalogueKinds[k].code == s || catalogueKinds[k].text.ZH == s {
			return k, true
		}
	}
	return 0, false
}

// String returns the code, as "checklist", empty for the zero CatalogueKind.
func (k CatalogueKind) String() string {
	if int(k) >= len(catalogueKinds) {
		return ""
	}
	return catalogueKinds[k].code
}

// In returns the name of the kind.
func (k CatalogueKind) In(lang Lang) string {
	if int(k) >= len(catalogueKinds) {
		return ""
	}
	return catalogueKinds[k].text.In(lang)
}

// IsAnswered reports whether a county answers entries of the kind.
func (k CatalogueKind) IsAnswered() bool { return k >= ChecklistEntry && k <= ProjectEntry }
