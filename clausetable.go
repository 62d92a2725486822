package emergency

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/internal/clauses"
	"github.com/county-emergency/emergency/spec"
)

// CarrierKind says how a clause is carried (承载方式). The zero CarrierKind is
// unset.
type CarrierKind uint8

// The kinds of carriers, from what computes to what is declared open.
const (
	_             CarrierKind = iota
	ByRule                    // a rule computes it
	ByCrossCheck              // a rule holds the plan against itself
	ByParameter               // a value of the plan's files
	ByCatalogue               // a list with its members
	ByDuty                    // an entry of the duty ledger
	ByEntry                   // another entry of the plan's files, such as a project or a force
	ByReading                 // the ways to understand it are named
	ByDeclaredGap             // declared as not computed, with the reason
)

var carrierKinds = [...]struct {
	code string
	text spec.Text
}{
	ByRule:        {"rule", spec.Text{EN: "rule", ZH: "规则"}},
	ByCrossCheck:  {"cross-check", spec.Text{EN: "cross-check", ZH: "互校"}},
	ByParameter:   {"parameter", spec.Text{EN: "parameter", ZH: "参数"}},
	ByCatalogue:   {"catalogue", spec.Text{EN: "catalogue", ZH: "名目"}},
	ByDuty:        {"duty", spec.Text{EN: "duty", ZH: "责任清单"}},
	ByEntry:       {"entry", spec.Text{EN: "entry", ZH: "条目"}},
	ByReading:     {"reading", spec.Text{EN: "reading", ZH: "解读"}},
	ByDeclaredGap: {"undefined", spec.Text{EN: "undefined", ZH: "未定义"}},
}

// String returns the code, as "rule", empty for the zero CarrierKind.
func (k CarrierKind) String() string {
	if int(k) >= len(carrierKinds) {
		return ""
	}
	return carrierKinds[k].code
}

// In returns the kind in words.
func (k CarrierKind) In(lang spec.Lang) string {
	if int(k) >= len(carrierKinds) {
		return ""
	}
	return carrierKinds[k].text.In(lang)
}

// MarshalText returns the code.
func (k CarrierKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Carrier is one thing of the library or of a plan's files that carries a
// clause (条款承载).
type Carrier struct {
	Kind    CarrierKind
	ID      string      // of the rule or reading, else the place in the plan's files
	Title   spec.Text   // empty where the carrier has none
	Value   string      // of a parameter as written, of an entry its single values
	Members []spec.Text // of a list
	Source  spec.Source // unset where the carrier has none of its own
}

// Clause is one clause of the built-in plan with everything that carries it
// (条款). A clause without a carrier is not covered.
type Clause struct {
	ID       string // permanent, as target-reserve-3000
	Place    string // in the plan's own numbering
	Kind     string // target, duty, checklist, cross-check, discrepancy …
	Room     string // the package, or assessment for the front door
	Carriers []Carrier
}

// Undefined returns why the clause is not computed; it is empty where
// something computes or holds it, and where nothing carries it.
func (c Clause) Undefined() spec.Text {
	var reason spec.Text
	for _, carrier := range c.Carriers {
		if carrier.Kind != ByDeclaredGap {
			return spec.Text{}
		}
		reason = carrier.Title
	}
	return reason
}

// Clauses returns every clause of the built-in plan in its order, with what
// carries it here: rules, readings and declared gaps of the library, parameters
// and entries of this plan's files (条款表). It is built anew from them at each
// call, so that it cannot drift from the code.
func (f FiveYearPlan) Clauses() []Clause {
	carriers := map[string][]Carrier{}
	add := func(c Carrier, entries []string) {
		for _, id := range entries {
			carriers[id] = append(carriers[id], c)
		}
	}
	for _, r := range Rules() {
		kind := ByRule
		if r.Kind == spec.CrossCheckKind {
			kind = ByCrossCheck
		}
		add(Carrier{Kind: kind, ID: r.ID, Title: r.Title, Source: r.Source}, r.Carries)
	}
	for _, p := range f.content().parameters {
		add(Carrier{Kind: ByParameter, ID: p.Path, Value: p.Value, Source: p.Source}, p.Carries)
	}
	for _, e := range f.content().entries {
		add(Carrier{Kind: entryKind(e.by), ID: e.by, Title: e.Title, Value: e.Values, Members: slices.Clone(e.Members),
			Source: f.content().placed(e)}, e.IDs)
	}
	for _, r := range Readings() {
		add(Carrier{Kind: ByReading, ID: r.ID, Title: r.Question, Source: r.Source}, r.Carries)
	}
	for _, u := range Undefined() {
		add(Carrier{Kind: ByDeclaredGap, Title: u.Reason, Source: u.Source}, u.Carries)
	}
	all := clauses.All()
	out := make([]Clause, len(all))
	for i, c := range all {
		out[i] = Clause{ID: c.ID, Place: c.Place, Kind: c.Kind, Room: c.Package, Carriers: carriers[c.ID]}
		slices.SortStableFunc(out[i].Carriers, func(a, b Carrier) int { return int(a.Kind) - int(b.Kind) })
	}
	return out
}

// placed is the source of an entry: what it cites, or where in the plan it says
// to stand.
func (p *plan) placed(e entry) spec.Source {
	switch out := e.Source; {
	case out.Document != "":
		return out
	case !out.IsZero():
		out.Document, out.Number = p.source.Document, p.source.Number
		return out
	case e.Place == "":
		return spec.Source{}
	}
	return spec.Source{Document: p.source.Document, Number: p.source.Number, Place: e.Place, Standing: spec.InPlan}
}

// entryKind tells from the place in a plan's files what an entry is.
func entryKind(by string) CarrierKind {
	file, path, _ := strings.Cut(by, ": ")
	switch {
	case strings.HasPrefix(path, "catalogues["), strings.HasPrefix(path, "catalogue["):
		return ByCatalogue
	case file == "duties.yaml":
		return ByDuty
	}
	return ByEntry
}
