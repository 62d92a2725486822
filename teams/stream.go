package teams

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// Assessed is one unit with its answers, as a stream of many counties brings
// them.
type Assessed struct {
	Code  hazards.DivisionCode
	Class UnitClass
	Sheet Sheet
}

// CountyResult is how the units of one county stand on a checklist
// (县级达标汇总).
type CountyResult struct {
	County string // significant digits of its code, six
	Tally  spec.Tally
	Items  []spec.Tally // by item of the checklist
}

// Verdict returns what the county as a whole is.
func (c CountyResult) Verdict() spec.Verdict { return c.Tally.Verdict() }

// FaultStreamOrder is the code of a unit that stands after one of a later
// county, FaultStreamCode that of one without a township or village code.
const (
	FaultStreamOrder = "teams.stream-order"
	FaultStreamCode  = "teams.stream-code"
)

// countyDigits is how many digits of a code name the county.
const countyDigits = 6

// Stream rolls up the units of many counties that come sorted by code (逐县汇总).
// It keeps one county at a time: its memory does not grow with the input.
type Stream struct {
	list    Checklist
	county  string
	open    bool
	verdict [4]int
	absent  [MaxItems]int
	present [MaxItems]int
	exempt  [MaxItems]int
	units   int
}

// NewStream returns a stream for one checklist, of which it reads at most
// [MaxItems] items.
func NewStream(c Checklist) *Stream { return &Stream{list: c} }

// Add counts units and hands each county to yield once the first unit of a
// later one comes. Units to which the checklist does not apply are left out.
// The error is a [spec.Fault] at the first unit that is out of order or has no
// township or village code; what came before it is counted.
func (s *Stream) Add(units []Assessed, yield func(CountyResult)) error {
	classes := s.classes()
	items := min(len(s.list.Items), MaxItems)
	all := itemBits(items)
	for i := range units {
		u := &units[i]
		code := u.Code.Short()
		if len(code) < countyDigits+3 {
			return spec.Fault{Code: FaultStreamCode, Value: code, Message: spec.Textf("%q is not the code of a township or village", "%q 不是乡镇或村的代码", code)}
		}
		if !s.open || code[:countyDigits] != s.county {
			if s.open && code[:countyDigits] < s.county {
				return spec.Fault{Code: FaultStreamOrder, Value: code, Message: spec.Textf("%q stands after county %s", "%q 排在 %s 之后", code, s.county)}
			}
			s.close(yield)
			s.county, s.open = code[:countyDigits], true
		}
		if classes>>u.Class&1 == 0 {
			continue
		}
		s.units++
		sheet := u.Sheet
		s.verdict[sheet.Verdict(items)&3]++
		absent, present, exempt := sheet.absent&all, sheet.present&all, sheet.exempt&all
		for j := 0; absent != 0; j, absent = j+1, absent>>1 {
			s.absent[j] += int(absent & 1)
		}
		for j := 0; present != 0; j, present = j+1, present>>1 {
			s.present[j] += int(present & 1)
		}
		for j := 0; exempt != 0; j, exempt = j+1, exempt>>1 {
			s.exempt[j] += int(exempt & 1)
		}
	}
	return nil
}

// Close hands the last county to yield. The stream is empty then and may be
// used again.
func (s *Stream) Close(yield func(CountyResult)) { s.close(yield) }

func (s *Stream) close(yield func(CountyResult)) {
	if s.open && s.units > 0 {
		yield(s.result())
	}
	s.open, s.units, s.verdict = false, 0, [4]int{}
	items := min(len(s.list.Items), MaxItems)
	clear(s.absent[:items])
	clear(s.present[:items])
	clear(s.exempt[:items])
}

func (s *Stream) result() CountyResult {
	out := CountyResult{County: s.county, Items: make([]spec.Tally, min(len(s.list.Items), MaxItems)), Tally: spec.Tally{
		Met: s.verdict[spec.Met], Unmet: s.verdict[spec.Unmet],
		Unknown: s.verdict[spec.Unknown], NotApplicable: s.verdict[spec.NotApplicable]}}
	for j := range out.Items {
		out.Items[j] = spec.Tally{Met: s.present[j], Unmet: s.absent[j], NotApplicable: s.exempt[j],
			Unknown: s.units - s.present[j] - s.absent[j] - s.exempt[j]}
	}
	return out
}

// classes is a bit for each class that the checklist concerns.
func (s *Stream) classes() uint32 {
	var out uint32
	for _, c := range s.list.AppliesTo {
		if c < numClasses {
			out |= 1 << c
		}
	}
	return out
}
