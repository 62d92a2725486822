package plans

import "github.com/county-emergency/emergency/spec"

// ContingencyKind is what a contingency plan is for (预案种类). The zero
// ContingencyKind is unset.
type ContingencyKind uint8

// The kinds of contingency plans. The last four are those for the protection of
// one object each.
const (
	_                  ContingencyKind = iota
	MasterPlan                         // 总体应急预案
	SpecialPlan                        // 专项应急预案
	DepartmentPlan                     // 部门应急预案
	TownshipPlan                       // 乡镇（街道）应急预案
	VillagePlan                        // 村（社区）应急预案
	ParkPlan                           // 园区应急预案
	EnterprisePlan                     // 企事业单位应急预案
	KeyTargetPlan                      // 重要目标
	HazardSourcePlan                   // 重大危险源
	MajorEventPlan                     // 重大活动
	InfrastructurePlan                 // 重大基础设施
)

var contingencyKinds = [...]name{
	MasterPlan:         {"master", spec.Text{EN: "master plan", ZH: "总体应急预案"}, []string{"总体", "总体预案"}},
	SpecialPlan:        {"special", spec.Text{EN: "special plan", ZH: "专项应急预案"}, []string{"专项", "专项预案"}},
	DepartmentPlan:     {"department", spec.Text{EN: "department plan", ZH: "部门应急预案"}, []string{"部门", "部门预案"}},
	TownshipPlan:       {"township", spec.Text{EN: "township plan", ZH: "乡镇（街道）应急预案"}, []string{"乡镇", "街道", "乡镇（街道）"}},
	VillagePlan:        {"village", spec.Text{EN: "village plan", ZH: "村（社区）应急预案"}, []string{"村", "社区", "村（社区）"}},
	ParkPlan:           {"park", spec.Text{EN: "park plan", ZH: "园区应急预案"}, []string{"园区", "工业园区"}},
	EnterprisePlan:     {"enterprise", spec.Text{EN: "enterprise plan", ZH: "企事业单位应急预案"}, []string{"企业", "企事业单位"}},
	KeyTargetPlan:      {"key-target", spec.Text{EN: "protection plan of a key target", ZH: "重要目标安全保障应急预案"}, []string{"重要目标"}},
	HazardSourcePlan:   {"hazard-source", spec.Text{EN: "protection plan of a major hazard source", ZH: "重大危险源安全保障应急预案"}, []string{"重大危险源"}},
	MajorEventPlan:     {"major-event", spec.Text{EN: "protection plan of a major event", ZH: "重大活动安全保障应急预案"}, []string{"重大活动"}},
	InfrastructurePlan: {"infrastructure", spec.Text{EN: "protection plan of major infrastructure", ZH: "重大基础设施安全保障应急预案"}, []string{"重大基础设施"}},
}

// ContingencyKinds returns the kinds from the top of the tree down.
func ContingencyKinds() []ContingencyKind { return allOf[ContingencyKind](len(contingencyKinds)) }

// ParseContingencyKind reads a kind by its code, as "special", or its Chinese
// name or short form (预案种类). ok is false for anything else.
func ParseContingencyKind(s string) (kind ContingencyKind, ok bool) {
	i := findName(contingencyKinds[:], s)
	return ContingencyKind(i), i > 0
}

// String returns the code, as "special", empty for the zero ContingencyKind.
func (k ContingencyKind) String() string { return nameAt(contingencyKinds[:], int(k)).code }

// In returns the name of the kind.
func (k ContingencyKind) In(lang spec.Lang) string {
	return nameAt(contingencyKinds[:], int(k)).text.In(lang)
}

// IsProtection reports whether plans of the kind protect one object: a key
// target, a major hazard source, a major event or major infrastructure
// (安全保障应急预案).
func (k ContingencyKind) IsProtection() bool { return k >= KeyTargetPlan && k <= InfrastructurePlan }

// rank is the height of a kind in the tree: a plan is drawn from one that
// stands higher.
func (k ContingencyKind) rank() int {
	switch k {
	case MasterPlan:
		return 4
	case SpecialPlan, DepartmentPlan:
		return 3
	case TownshipPlan:
		return 2
	case VillagePlan, ParkPlan, EnterprisePlan, KeyTargetPlan, HazardSourcePlan, MajorEventPlan, InfrastructurePlan:
		return 1
	}
	return 0
}

// LinkKind is one of the four sides on which a plan meets others (预案衔接). The
// zero LinkKind is unset.
type LinkKind uint8

// The four kinds of links.
const (
	_              LinkKind = iota
	UpwardLink              // 上下级预案: from the lower plan to the higher
	SidewaysLink            // 同级预案
	EnterpriseLink          // 政府与企业预案
	NeighbourLink           // 相邻地区预案
)

var linkKinds = [...]name{
	UpwardLink:     {"up", spec.Text{EN: "plan of the level above", ZH: "上下级预案"}, []string{"上级", "上级预案", "上下级"}},
	SidewaysLink:   {"sideways", spec.Text{EN: "plan of the same level", ZH: "同级预案"}, []string{"同级"}},
	EnterpriseLink: {"enterprise", spec.Text{EN: "between government and enterprise", ZH: "政府与企业预案"}, []string{"政企", "政府与企业"}},
	NeighbourLink:  {"neighbour", spec.Text{EN: "plan of a neighbouring area", ZH: "相邻地区预案"}, []string{"相邻", "相邻地区", "毗邻"}},
}

// LinkKinds returns the four kinds in the plan's order.
func LinkKinds() []LinkKind { return allOf[LinkKind](len(linkKinds)) }

// ParseLinkKind reads a kind of link by its code, as "up", or its Chinese name
// (预案衔接). ok is false for anything else.
func ParseLinkKind(s string) (kind LinkKind, ok bool) {
	i := findName(linkKinds[:], s)
	return LinkKind(i), i > 0
}

// String returns the code, as "up", empty for the zero LinkKind.
func (k LinkKind) String() string { return nameAt(linkKinds[:], int(k)).code }

// In returns the name of the kind.
func (k LinkKind) In(lang spec.Lang) string { return nameAt(linkKinds[:], int(k)).text.In(lang) }
