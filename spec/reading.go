package spec

import "slices"

// Reading is a clause that can be understood in more than one way, with the
// ways named (解读). The default is stated and a plan can choose another.
type Reading struct {
	ID       string // room.name, as indicators.deaths-comparison
	Question Text   // what the clause leaves open
	Default  string // id of the option used unless another is chosen
	Options  []Option
	Source   Source
	Carries  []string // ids of the inventory entries, mostly discrepancies
}

// Option is one way to understand a clause.
type Option struct {
	ID   string
	Text Text
}

// Has reports whether the reading knows an option.
func (r Reading) Has(option string) bool {
	return slices.ContainsFunc(r.Options, func(o Option) bool { return o.ID == option })
}

// Option returns the option with an id.
func (r Reading) Option(id string) (Option, bool) {
	for _, o := range r.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// Choices says which option of a reading is used (解读选择). The zero Choices
// takes every default. It is immutable.
type Choices struct{ chosen []Choice }

// Choice is one reading and the option used for it.
type Choice struct{ Reading, Option string }

// With returns choices in which one reading uses another option.
func (c Choices) With(reading, option string) Choices {
	out := make([]Choice, 0, len(c.chosen)+1)
	for _, one := range c.chosen {
		if one.Reading != reading {
			out = append(out, one)
		}
	}
	out = append(out, Choice{Reading: reading, Option: option})
	slices.SortFunc(out, func(a, b Choice) int {
		if a.Reading < b.Reading {
			return -1
		}
		return 1
	})
	return Choices{chosen: out}
}

// Of returns the option used for a reading.
func (c Choices) Of(r Reading) string {
	for _, one := range c.chosen {
		if one.Reading == r.ID {
			return one.Option
		}
	}
	return r.Default
}

// All returns the choices that differ from nothing chosen, by reading id.
func (c Choices) All() []Choice { return slices.Clone(c.chosen) }

// Used says which reading and option a result rests on, as
// "indicators.deaths-comparison=year-on-base".
func Used(r Reading, option string) string { return r.ID + "=" + option }
