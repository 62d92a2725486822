package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// RequirementForm is what a sub-requirement of an item asks for (要求形式). The
// zero RequirementForm is unset.
type RequirementForm uint8

// The forms of a requirement.
const (
	_         RequirementForm = iota
	Exists                    // 存在性: there is one, and it has not lapsed
	CountOf                   // 数量: at least so many
	SizeOf                    // 规模: at least so large
	EveryDays                 // 频次: at least so often within so many days
	NotOlder                  // 时效: the last one is not older than so many days

	numForms = iota
)

var requirementForms = [numForms]string{Exists: "exists", CountOf: "count", SizeOf: "size", EveryDays: "frequency", NotOlder: "date"}

// ParseRequirementForm reads "exists", "count", "size", "frequency" or "date".
func ParseRequirementForm(s string) (RequirementForm, bool) {
	for f := Exists; f < numForms; f++ {
		if requirementForms[f] == s {
			return f, true
		}
	}
	return 0, false
}

// String returns the code of the form.
func (f RequirementForm) String() string {
	if f >= numForms {
		return ""
	}
	return requirementForms[f]
}

// Origin names records of a county that can prove something (证据来源), as roster
// or stock. The room itself does not know them: whoever ties the rooms together
// turns records into evidence. The empty Origin is what the unit itself states.
type Origin string

// MaxRequirements is how many requirements an item may have.
const MaxRequirements = 16

// Requirement is one thing that an item of a checklist asks for in detail
// (子要求). An item without any asks that the thing exists.
type Requirement struct {
	ID      string
	Title   spec.Text
	Form    RequirementForm
	Least   spec.Figure[measure.Quantity] // how many, how large, how often; 1 where it is not supplied
	Unit    spec.Unit
	Days    spec.Figure[measure.Count] // of a frequency or date
	Origins []Origin                   // records that can prove it
}

// Evidence is a piece of evidence for an item or a requirement of it (佐证材料).
type Evidence struct {
	Checklist, Unit, Item string // ids, as of an [ItemAnswer]
	Requirement           string // id of the requirement, empty where the item has none
	// Value is how many, how large or how often. Unknown says only that there is
	// one; 0 says that there is none, of a frequency that there was none from On
	// to Until.
	Value  spec.Observed[measure.Quantity]
	On     measure.Date // of the document, the count or the event; unset where nobody said
	Until  measure.Date // last day on which it proves anything; unset where it does not lapse
	By     string       // the post that vouches for it, never a person
	File   string       // name of the file
	Hash   string       // SHA-256 of the file in hexadecimal
	Origin Origin       // records it was derived from; empty where the unit states it
}

// Fact is a piece of evidence reduced to what a judgement needs, with its
// place in the checklist. It holds no text.
type Fact struct {
	item, requirement uint8
	of                uint8 // requirements of the item, one where it has none
	form              RequirementForm
	derived           bool
	hasLow, hasHigh   bool
	days              int32
	on, until         day
	low, high, least  measure.Quantity
}

// day is a date as a number, so that judging compares integers.
type day int64

// undated comes before every date, never after every date.
const (
	undated day = -1 << 40
	never   day = 1 << 40
)

// dayOf numbers a date; an unset one is what unset says.
func dayOf(d measure.Date, unset day) day {
	if d.IsZero() {
		return unset
	}
	return day(measure.DateOf(1, 1, 1).DaysUntil(d))
}

// mostDays is more days than the calendar has.
const mostDays = 1 << 30

// Moment is a date of assessment, ready to judge many units by (判定时点): what is
// known later is not read, what lasts until then has not lapsed. The zero
// Moment reads nothing; [At] makes one.
type Moment struct{ known, valid day }

// At returns the moment of a date. Of the unset date everything is known and
// nothing has lapsed.
func At(asOf measure.Date) Moment {
	if asOf.IsZero() {
		return Moment{known: never, valid: undated}
	}
	d := dayOf(asOf, never)
	return Moment{known: d, valid: d}
}

// none reports whether the fact says that there is nothing.
func (f *Fact) none() bool { return f.hasHigh && f.high.IsZero() }

// lapsed reports whether the fact proves nothing any more.
func (f *Fact) lapsed(now Moment) bool { return f.until < now.valid }

// requirements returns how many requirements an item has, at least the one that
// it exists.
func (i *ChecklistItem) requirements() int { return max(1, len(i.Requirements)) }

// asked returns the form, the least value and the days of a requirement.
func (i *ChecklistItem) asked(n int) (form RequirementForm, least measure.Quantity, days int32) {
	if n >= len(i.Requirements) {
		return Exists, measure.Thousandths(1), 0
	}
	r := &i.Requirements[n]
	least = measure.Thousandths(1000)
	if r.Least.Known() {
		least = r.Least.Value
	}
	if r.Days.Known() {
		days = int32(min(r.Days.Value, mostDays))
	}
	return r.Form, least, days
}
