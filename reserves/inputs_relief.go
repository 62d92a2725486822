package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// placeInput is an input about one place of need.
func placeInput(place *Need, name, en, zh string, people measure.People) spec.Input {
	title := place.Title()
	return spec.Input{Name: place.Place.String() + "." + name, Label: spec.T(title+": "+en, title+"："+zh), Value: spec.Whole(people), Unit: spec.Persons}
}

// affectedInputs lists the people affected: the county's number, else the sum
// over its places.
func (a *Assessment) affectedInputs() []spec.Input {
	n, ok := a.Relief.Affected.Value()
	if !ok {
		return nil
	}
	if a.records.Affected.AsOf(a.AsOf).Known() || !a.records.HasNeeds {
		return []spec.Input{{Name: "affected", Label: spec.T("people affected", "受灾需救助人数"), Value: spec.Whole(n), Unit: spec.Persons}}
	}
	out := make([]spec.Input, 0, len(a.Needs)+1)
	for i := range a.Needs {
		if people, ok := a.Needs[i].People.Value(); ok {
			out = append(out, placeInput(&a.Needs[i], "affected", "people affected", "受灾群众", people))
		}
	}
	return append(out, spec.Input{Name: "affected-in-all", Label: spec.T("people affected in all places", "各地受灾需救助人数合计"), Value: spec.Whole(n), Unit: spec.Persons})
}

// deliveryInputs lists of each delivery whose time is known when its people are
// served, and how many: in time or too late.
func (a *Assessment) deliveryInputs() []spec.Input {
	out := make([]spec.Input, 0, 5*len(a.batches))
	limit := a.provisions.ReliefWithin.Value
	for i := range a.batches {
		d := &a.batches[i]
		arrival := d.arrival(a.Relief.Delay)
		if !arrival.hasLatest {
			continue
		}
		add := func(name, en, zh string, v spec.Amount, unit spec.Unit) {
			out = append(out, spec.Input{Name: d.ID + "." + name, Label: spec.T(d.ID+": "+en, d.ID+"："+zh), Value: v, Unit: unit})
		}
		for _, part := range []struct {
			name, en, zh string
			time         spec.Observed[measure.Duration]
		}{{"lead", "lead", "出库", d.Lead}, {"travel", "travel", "运输", d.Travel}, {"handing-out", "handing out", "发放", d.HandingOut}} {
			if high, ok := part.time.High(); ok {
				add(part.name, part.en, part.zh, hours(high), spec.Hours)
			}
		}
		add("at", "all served after", "发放完毕用时", hours(arrival.latest), spec.Hours)
		name, label := "in-time", spec.T(d.ID+": people served in time", d.ID+"：时限内救助人数")
		if limit.Less(arrival.latest) {
			name, label = "too-late", spec.T(d.ID+": people served too late", d.ID+"：超时救助人数")
		}
		if n, known, ok := endOf(d.People, true); ok { // nobody is sure to be served by an unknown number
			out = append(out, spec.Input{Name: d.ID + "." + name, Label: atEnd(label, known, true), Value: spec.Whole(n), Unit: spec.Persons})
		}
	}
	return out
}

// servedInputs lists how many people of each place have a full set by the limit.
func (a *Assessment) servedInputs() []spec.Input {
	out := make([]spec.Input, 0, len(a.Plan.Places))
	for i := range a.Plan.Places {
		out = append(out, placeInput(&a.Needs[i], "in-time", "full sets by the limit", "时限内领到全套的人数", a.Plan.Places[i].Served(a.provisions.ReliefWithin.Value)))
	}
	return out
}
