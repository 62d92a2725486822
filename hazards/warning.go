package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of a warning and of its life cycle. They are permanent.
const (
	FaultWarningID        = "warning.id"
	FaultWarningLevel     = "warning.level"
	FaultWarningKind      = "warning.kind"
	FaultWarningIssuer    = "warning.issuer"
	FaultWarningArea      = "warning.area"
	FaultWarningDates     = "warning.dates"
	FaultWarningReference = "warning.reference"
	FaultWarningEnded     = "warning.ended"
)

// Warning is one version of a warning as a government issues it (预警). An update
// is another version that names the one it replaces; [WarningChain] keeps them
// together.
type Warning struct {
	ID       string // of this version, as [MessageID] writes it
	Replaces string // id of the version before, empty for the first

	Hazard Natural   // the natural hazard, or
	Sector Sector    // the sector of accidents: exactly one of the two
	Event  spec.Text // as it is announced, as 暴雨
	Level  WarningLevel

	Issuer     DivisionCode // whose government issues it
	IssuerName spec.Text    // as it signs
	Issued     Moment       // 发布时间
	Starts     Moment       // 起始时间
	Expires    Moment       // unset: until it is lifted

	Areas    []WarnedArea // 可能影响范围
	Advice   spec.Text    // 警示事项
	Measures spec.Text    // 应采取的措施
}

// Validate returns [spec.Faults] where the warning cannot be one: no id, level,
// issuer or moment of issue, not exactly one kind, a start before the issue, an
// end not after both, an area that is broken or lies outside the issuer's
// division. What the law wants told but nobody has written yet is no fault;
// [Warning.Lacks] lists it.
func (w Warning) Validate() error {
	var faults spec.Faults
	add := func(path, code, value string, message spec.Text) {
		faults.Add(spec.Fault{Path: path, Code: code, Value: value, Message: message})
	}
	if !capName(w.ID) {
		add("id", FaultWarningID, w.ID, spec.Textf("%q is no id: empty, or with a space, comma, < or &", "%q 不能作为编号：为空或含空格、逗号、< 或 &", spec.Shorten(w.ID)))
	}
	if w.Replaces != "" && (w.Replaces == w.ID || !capName(w.Replaces)) {
		add("replaces", FaultWarningReference, w.Replaces, spec.Textf("%q cannot be the version before", "%q 不能作为被替代的版本", spec.Shorten(w.Replaces)))
	}
	if !w.Level.IsValid() {
		add("level", FaultWarningLevel, "", spec.T("the level is unset", "未定预警级别"))
	}
	if (w.Hazard == 0) == (w.Sector == 0) || w.Hazard.String() == "" != (w.Hazard == 0) || w.Sector.String() == "" != (w.Sector == 0) {
		add("hazard", FaultWarningKind, w.Hazard.String()+w.Sector.String(), spec.T("a warning is of one hazard or of one sector", "预警须且仅须属于一个灾种或一个行业领域"))
	}
	if w.Issuer.IsZero() {
		add("issuer", FaultWarningIssuer, "", spec.T("the issuer is unset", "未填发布机关"))
	}
	if w.Issued.IsZero() {
		add("issued", FaultWarningDates, "", spec.T("the moment of issue is unset", "未填发布时间"))
	}
	if w.Starts.Before(w.Issued) {
		add("starts", FaultWarningDates, w.Starts.String(), spec.Textf("the start %v lies before the issue %v", "起始时间 %v 早于发布时间 %v", w.Starts, w.Issued))
	}
	if !w.Expires.IsZero() && (!w.Expires.After(w.Issued) || (!w.Starts.IsZero() && !w.Expires.After(w.Starts))) {
		add("expires", FaultWarningDates, w.Expires.String(), spec.Textf("the end %v is not after issue and start", "终止时间 %v 不晚于发布时间或起始时间", w.Expires))
	}
	for i, area := range w.Areas {
		faults.Merge(under(indexed("areas", i), area.Validate()))
		for k, c := range area.Codes {
			if !w.Issuer.IsZero() && !c.IsZero() && !w.Issuer.Contains(c) {
				add(indexed("areas", i)+"."+indexed("codes", k), FaultWarningArea, c.String(), spec.Textf(
					"%s lies outside the division of the issuer, %s", "%s 不在发布机关辖区 %s 内", c, w.Issuer))
			}
		}
	}
	return faults.Err()
}

// under returns the faults of a part with the path of the part before theirs.
func under(path string, err error) *spec.Faults {
	var all, out spec.Faults
	gather(&all, err)
	for _, one := range all.All() {
		if one.Path != "" {
			one.Path = "." + one.Path
		}
		one.Path = path + one.Path
		out.Add(one)
	}
	return &out
}

// Covers reports whether a division lies wholly in the warned areas, by codes
// (预警覆盖).
func (w Warning) Covers(d DivisionCode) bool {
	return slices.ContainsFunc(w.Areas, func(a WarnedArea) bool { return a.Covers(d) })
}

// InForce reports whether this version, taken alone, applies at a moment
// (预警有效): from its issue, up to and without its end. It is false where the
// moment is unset.
func (w Warning) InForce(at Moment) bool {
	return !at.IsZero() && !w.Issued.IsZero() && !at.Before(w.Issued) && (w.Expires.IsZero() || at.Before(w.Expires))
}

// Equal reports whether both say the same.
func (w Warning) Equal(v Warning) bool {
	a, b := w.Areas, v.Areas
	return w.ID == v.ID && w.Replaces == v.Replaces && w.Hazard == v.Hazard && w.Sector == v.Sector && w.Event == v.Event &&
		w.Level == v.Level && w.Issuer == v.Issuer && w.IssuerName == v.IssuerName && w.Issued == v.Issued &&
		w.Starts == v.Starts && w.Expires == v.Expires && w.Advice == v.Advice && w.Measures == v.Measures &&
		slices.EqualFunc(a, b, WarnedArea.Equal)
}
