package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Cancellation is the end of a warning before its time (预警解除).
type Cancellation struct {
	ID     string // of the message that says so
	Issuer DivisionCode
	At     Moment
}

// WarningChain is the life of one warning (预警全过程): issued, updated any number of
// times, then cancelled or expired. Values are immutable: each step returns a
// new chain or the faults that forbid it. The zero WarningChain is not issued.
//
// Its laws: every step is later than the one before; no step follows a
// cancellation or the end; each update names the version it replaces; no
// version has a level that its issuer may not issue; whoever issued the version
// in force cancels it.
type WarningChain struct {
	versions []Warning
	ended    Cancellation
}

// IssueWarning begins a chain (发布预警). The error is [spec.Faults]: those of
// [Warning.Validate], [FaultWarningIssuer] where the issuer may not issue the
// level, [FaultWarningReference] where the first version replaces another.
func IssueWarning(w Warning, issuers WarningIssuers) (WarningChain, error) {
	faults := checkVersion(w, issuers)
	if w.Replaces != "" {
		faults.Add(spec.Fault{Path: "replaces", Code: FaultWarningReference, Value: w.Replaces,
			Message: spec.Textf("a first version replaces none, not %q", "首次发布不替代任何版本，不应为 %q", spec.Shorten(w.Replaces))})
	}
	if err := faults.Err(); err != nil {
		return WarningChain{}, err
	}
	return WarningChain{versions: []Warning{w.copied()}}, nil
}

// checkVersion checks one version by itself and the right to issue it.
func checkVersion(w Warning, issuers WarningIssuers) *spec.Faults {
	faults := &spec.Faults{}
	gather(faults, w.Validate())
	if !w.Issuer.IsZero() && w.Level.IsValid() && !issuers.Allows(w.Issuer, w.Level) {
		faults.Add(spec.Fault{Path: "issuer", Code: FaultWarningIssuer, Value: w.Issuer.String(), Message: spec.Textf(
			"%s, a %s, may not issue %s", "%s（%s）无权发布%s预警", w.Issuer, w.Issuer.Level(), w.Level)})
	}
	return faults
}

// Update adds a version that raises, lowers, prolongs or amends the warning
// (调整预警). The error is [spec.Faults]: [FaultWarningEnded] where the warning is
// cancelled or expired by then, [FaultWarningReference] where the version does
// not name the last one or its id is taken, [FaultWarningDates] where it is not
// later, [FaultWarningKind] where it is about something else, and those of
// [IssueWarning].
func (c WarningChain) Update(w Warning, issuers WarningIssuers) (WarningChain, error) {
	faults := checkVersion(w, issuers)
	last, ok := c.step(w.Issued, "issued", faults)
	if ok {
		if w.Replaces != last.ID {
			faults.Add(spec.Fault{Path: "replaces", Code: FaultWarningReference, Value: w.Replaces, Message: spec.Textf(
				"%q is not the version in force, %q", "%q 不是现行版本 %q", spec.Shorten(w.Replaces), last.ID)})
		}
		c.checkFresh(w.ID, faults)
		if w.Hazard != last.Hazard || w.Sector != last.Sector {
			faults.Add(spec.Fault{Path: "hazard", Code: FaultWarningKind, Value: w.Hazard.String() + w.Sector.String(), Message: spec.Textf(
				"the warning is about %s", "原预警针对%s", last.kind())})
		}
		if !w.Issuer.Contains(last.Issuer) && !last.Issuer.Contains(w.Issuer) {
			faults.Add(spec.Fault{Path: "issuer", Code: FaultWarningIssuer, Value: w.Issuer.String(), Message: spec.Textf(
				"%s is neither above nor below the issuer %s", "%s 与原发布机关 %s 无隶属关系", w.Issuer, last.Issuer)})
		}
	}
	if err := faults.Err(); err != nil {
		return c, err
	}
	return WarningChain{versions: append(slices.Clone(c.versions), w.copied())}, nil
}

// Cancel ends the warning (解除预警). The error is [spec.Faults]: [FaultWarningEnded],
// [FaultWarningDates] or [FaultWarningReference] as of an update,
// [FaultWarningIssuer] where another than the issuer of the version in force
// cancels, 突发事件应对法 article 70.
func (c WarningChain) Cancel(end Cancellation) (WarningChain, error) {
	faults := &spec.Faults{}
	if last, ok := c.step(end.At, "at", faults); ok {
		if !capName(end.ID) {
			faults.Add(spec.Fault{Path: "id", Code: FaultWarningID, Value: end.ID, Message: spec.Textf("%q is no id", "%q 不能作为编号", spec.Shorten(end.ID))})
		}
		c.checkFresh(end.ID, faults)
		if !end.Issuer.Equal(last.Issuer) {
			faults.Add(spec.Fault{Path: "issuer", Code: FaultWarningIssuer, Value: end.Issuer.String(), Message: spec.Textf(
				"%s did not issue it, %s did", "%s 不是发布机关 %s", end.Issuer, last.Issuer)})
		}
	}
	if err := faults.Err(); err != nil {
		return c, err
	}
	return WarningChain{versions: c.versions, ended: end}, nil
}

// step checks that something may still follow at a moment, and returns the
// version that it would follow.
func (c WarningChain) step(at Moment, path string, faults *spec.Faults) (Warning, bool) {
	last, issued := c.Last()
	switch {
	case !issued:
		faults.Add(spec.Fault{Path: path, Code: FaultWarningEnded, Message: spec.T("the warning is not issued", "预警尚未发布")})
	case !c.ended.At.IsZero():
		faults.Add(spec.Fault{Path: path, Code: FaultWarningEnded, Value: at.String(), Message: spec.Textf(
			"the warning was cancelled at %v", "预警已于 %v 解除", c.ended.At)})
	case at.IsZero() || !at.After(last.Issued):
		faults.Add(spec.Fault{Path: path, Code: FaultWarningDates, Value: at.String(), Message: spec.Textf(
			"%v is not after the step before, %v", "%v 不晚于上一步 %v", at, last.Issued)})
	case !last.Expires.IsZero() && !at.Before(last.Expires):
		faults.Add(spec.Fault{Path: path, Code: FaultWarningEnded, Value: at.String(), Message: spec.Textf(
			"the warning expired at %v", "预警已于 %v 到期", last.Expires)})
	default:
		return last, true
	}
	return last, false
}

// checkFresh checks that no version has an id yet.
func (c WarningChain) checkFresh(id string, faults *spec.Faults) {
	if slices.ContainsFunc(c.versions, func(w Warning) bool { return w.ID == id }) {
		faults.Add(spec.Fault{Path: "id", Code: FaultWarningReference, Value: id, Message: spec.Textf(
			"%q is the id of an earlier version", "%q 是先前版本的编号", spec.Shorten(id))})
	}
}

// Last returns the latest version; ok is false where none was issued.
func (c WarningChain) Last() (w Warning, ok bool) {
	if len(c.versions) == 0 {
		return Warning{}, false
	}
	return c.versions[len(c.versions)-1].copied(), true
}

// Versions returns every version, in order.
func (c WarningChain) Versions() []Warning {
	out := make([]Warning, len(c.versions))
	for i, w := range c.versions {
		out[i] = w.copied()
	}
	return out
}

// Cancellation returns how the warning was cancelled; ok is false where it was
// not.
func (c WarningChain) Cancellation() (end Cancellation, ok bool) {
	return c.ended, !c.ended.At.IsZero()
}

// StateAt returns where the warning stands at a moment (预警状态): what happened later
// is not known then. At its very end it has expired.
func (c WarningChain) StateAt(at Moment) WarningState {
	w, ok := c.At(at)
	switch {
	case !ok:
		return WarningNotIssued
	case !c.ended.At.IsZero() && !at.Before(c.ended.At):
		return WarningCancelled
	case !w.InForce(at):
		return WarningExpired
	}
	return WarningInForce
}

// At returns the version that was the latest at a moment, whether it still
// applied or not; ok is false before the issue.
func (c WarningChain) At(at Moment) (w Warning, ok bool) {
	for i := len(c.versions) - 1; i >= 0; i-- {
		if !at.IsZero() && !at.Before(c.versions[i].Issued) {
			return c.versions[i].copied(), true
		}
	}
	return Warning{}, false
}

// Changes returns what each update did, in order: one fewer than the versions.
func (c WarningChain) Changes() []WarningChange {
	var out []WarningChange
	for i := 1; i < len(c.versions); i++ {
		out = append(out, changeOf(c.versions[i-1], c.versions[i]))
	}
	return out
}

func changeOf(before, after Warning) WarningChange {
	switch {
	case after.Level.Above(before.Level):
		return Raised
	case before.Level.Above(after.Level):
		return Lowered
	case after.Expires == before.Expires:
		return Amended
	case before.Expires.IsZero() || after.Expires.Before(before.Expires): // an unset end is the latest
		return Shortened
	}
	return Prolonged
}

// Equal reports whether both chains say the same.
func (c WarningChain) Equal(d WarningChain) bool {
	return c.ended == d.ended && slices.EqualFunc(c.versions, d.versions, Warning.Equal)
}

// kind returns the name of the hazard or sector.
func (w Warning) kind() spec.Text {
	if w.Hazard != 0 {
		return termAt(naturals[:], int(w.Hazard)).text
	}
	return termAt(sectors[:], int(w.Sector)).text
}

// copied returns the warning with lists of its own.
func (w Warning) copied() Warning {
	w.Areas = slices.Clone(w.Areas)
	for i := range w.Areas {
		a := &w.Areas[i]
		a.Codes, a.Circles, a.Polygons = slices.Clone(a.Codes), slices.Clone(a.Circles), slices.Clone(a.Polygons)
		for k := range a.Polygons {
			a.Polygons[k] = slices.Clone(a.Polygons[k])
		}
	}
	return w
}
