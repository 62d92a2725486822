package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// cell reads a figure of a shelter as it was known on a date.
type cell func(s *Shelter, asOf measure.Date) spec.Value

func areaOf(s *Shelter, asOf measure.Date) spec.Value { return hectares(s.EffectiveArea.AsOf(asOf)) }

func temporaryOf(s *Shelter, asOf measure.Date) spec.Value {
	return countRatio(s.Temporary.AsOf(asOf))
}

func lodgingOf(s *Shelter, asOf measure.Date) spec.Value { return countRatio(s.Lodging.AsOf(asOf)) }

// rows lists what the shelters that stand for certain add to a total at least.
func (a *Assessment) rows(of cell, unit spec.Unit) []spec.Input {
	if of == nil {
		return nil
	}
	out := make([]spec.Input, 0, len(a.Use.Standing)+2)
	for _, i := range a.Use.Standing {
		s := &a.shelters[i]
		value := of(s, a.AsOf)
		if certain, _ := s.built(a.AsOf); !certain || !value.Low.Known() {
			continue
		}
		value.High = value.Low
		out = append(out, input(s.ID+".part", s.label(), value, unit))
	}
	return out
}

// label names a shelter in a list of figures.
func (s *Shelter) label() spec.Text {
	if s.Name == "" {
		return spec.T(s.ID, s.ID)
	}
	return spec.T(s.Name, s.Name)
}

func listedLabel(of cell) spec.Text {
	if of == nil {
		return spec.T("shelters of the table that stand", "明细表中建成的避难场所")
	}
	return spec.T("sum over the shelters of the table that stand", "明细表中建成场所合计")
}
