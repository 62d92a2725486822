package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DutyLedger is every duty of a plan with its bearers (责任清单). It is data of
// the plan: the zero DutyLedger has none.
type DutyLedger struct {
	Bearers []Bearer
	Duties  []Duty // in the order of the plan
	Source  spec.Source
}

// Duty returns the duty with an id.
func (l DutyLedger) Duty(id string) (Duty, bool) {
	for i := range l.Duties {
		if d := &l.Duties[i]; d.ID == id {
			return *d, true
		}
	}
	return Duty{}, false
}

// Of returns the duties in which a bearer has a part, in the order of the plan
// (按责任主体查询).
func (l DutyLedger) Of(bearer string) []Duty {
	var out []Duty
	for _, d := range l.Duties {
		if d.Bears(bearer) {
			out = append(out, d)
		}
	}
	return out
}

// LedgerPart is the duties that share a key: who leads, or which clause
// (分类责任事项).
type LedgerPart struct {
	Key    string // empty for duties whose clause names nobody
	Duties []Duty
}

// ByLead divides the ledger by who leads, in the order of the bearers, at the
// end those that nobody is named for. Each duty is in exactly one part.
func (l DutyLedger) ByLead() []LedgerPart { return parts(l.leads(), l.Duties, Duty.Lead) }

// leads counts the duties of each part of ByLead.
func (l DutyLedger) leads() []share {
	keys := make([]string, 0, len(l.Bearers)+1)
	for _, b := range l.Bearers {
		keys = append(keys, b.ID)
	}
	return shares(append(keys, ""), l.Duties, Duty.Lead)
}

// ByClause divides the ledger by clause, in the order of the plan. Each duty is
// in exactly one part.
func (l DutyLedger) ByClause() []LedgerPart {
	place := func(d Duty) string { return d.Source.Place }
	return parts(shares(nil, l.Duties, place), l.Duties, place)
}

// share is how many duties have a key.
type share struct {
	key string
	n   int
}

// shares counts duties by a key, in the order of the keys given, any other as
// it comes; a key without duties is left out.
func shares(keys []string, duties []Duty, key func(Duty) string) []share {
	at := make(map[string]int, len(keys))
	all := make([]share, len(keys))
	for i, k := range keys {
		at[k], all[i].key = i, k
	}
	for _, d := range duties {
		k := key(d)
		i, ok := at[k]
		if !ok {
			i = len(all)
			at[k], all = i, append(all, share{key: k})
		}
		all[i].n++
	}
	return slices.DeleteFunc(all, func(s share) bool { return s.n == 0 })
}

// parts divides duties by a key into the shares counted of it.
func parts(shares []share, duties []Duty, key func(Duty) string) []LedgerPart {
	at := make(map[string]int, len(shares))
	all := make([]LedgerPart, len(shares))
	for i, s := range shares {
		at[s.key], all[i] = i, LedgerPart{Key: s.key, Duties: make([]Duty, 0, s.n)}
	}
	for _, d := range duties {
		part := &all[at[key(d)]]
		part.Duties = append(part.Duties, d)
	}
	return all
}

// LedgerStatus is where a whole ledger stands on a date (责任清单履职情况).
type LedgerStatus struct {
	AsOf     measure.Date
	Duties   []DutyStatus // in the order of the ledger
	Readings []string     // reading=option, for each reading that a duty of the ledger rests on
	Valid    bool         // every option chosen is one of its reading's
}

// Tally counts the verdicts (履职汇总).
func (s LedgerStatus) Tally() spec.Tally {
	var t spec.Tally
	for i := range s.Duties {
		t.Add(s.Duties[i].Verdict)
	}
	return t
}

// OverdueItem is one occurrence of a duty that is due and neither done nor
// waived (逾期事项).
type OverdueItem struct {
	Duty Duty
	OccurrenceStatus
}

// Overdue returns what is overdue on the date, by due day, then in the order of
// the ledger (逾期清单).
func (s LedgerStatus) Overdue() []OverdueItem {
	var out []OverdueItem
	for _, d := range s.Duties {
		for _, o := range d.Overdue() {
			out = append(out, OverdueItem{Duty: d.Duty, OccurrenceStatus: o})
		}
	}
	slices.SortStableFunc(out, func(a, b OverdueItem) int { return a.Due.Compare(b.Due) })
	return out
}

// Status judges every duty by the county's evidence as of a date (履职评估).
// Evidence of a later day is not read; nothing shown is unknown, never failed,
// unless the county says that its records of the year are complete.
func (l DutyLedger) Status(p Provisions, r Records, asOf measure.Date, choices spec.Choices) LedgerStatus {
	w, readings, valid := ledgerClock(p, r, asOf, choices)
	out := LedgerStatus{AsOf: asOf, Duties: make([]DutyStatus, len(l.Duties)), Valid: valid}
	byDuty := map[string][]DutyEvidence{}
	for _, e := range r.Evidence {
		byDuty[e.Duty] = append(byDuty[e.Duty], e)
	}
	for i, d := range l.Duties {
		out.Duties[i] = w.status(d, byDuty[d.ID])
	}
	out.Readings = readings(l)
	return out
}

// DueItem is one occurrence of a duty (应办事项).
type DueItem struct {
	Duty Duty
	Occurrence
}

// Due returns every occurrence whose day has come by a date, by due day, then
// in the order of the ledger, whatever the county has done (到期事项). It asks
// the plan alone; [LedgerStatus.Overdue] leaves out what was done.
func (l DutyLedger) Due(p Provisions, asOf measure.Date, choices spec.Choices) []DueItem {
	w, _, _ := ledgerClock(p, Records{}, asOf, choices)
	var out []DueItem
	for _, d := range l.Duties {
		all := w.occurring(d)
		for o, ok := w.next(&all); ok; o, ok = w.next(&all) {
			if !o.Due.IsZero() && !asOf.Before(o.Due) {
				out = append(out, DueItem{d, o})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b DueItem) int { return a.Due.Compare(b.Due) })
	return out
}
