package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// OfficeClass is what an office serves (办公室类别). The zero OfficeClass is
// unset.
type OfficeClass uint8

// The classes of offices.
const (
	_                    OfficeClass = iota
	CommitteeOffice                  // of a committee, as 县减灾办
	GeneralCommandOffice             // of the general command, as 县应急总指办
	SpecialCommandOffice             // of a special command, as 县防办

	numOfficeClasses = iota
)

var officeClasses = [numOfficeClasses]string{CommitteeOffice: "committee", GeneralCommandOffice: "general", SpecialCommandOffice: "special"}

// ParseOfficeClass reads "committee", "general" or "special".
func ParseOfficeClass(s string) (OfficeClass, bool) {
	for c := CommitteeOffice; c < numOfficeClasses; c++ {
		if officeClasses[c] == s {
			return c, true
		}
	}
	return 0, false
}

// String returns the code of the class.
func (c OfficeClass) String() string {
	if c >= numOfficeClasses {
		return ""
	}
	return officeClasses[c]
}

// Office is one of the offices that the staffing norm may apply to (指挥部办公室).
type Office struct {
	ID      string
	Name    spec.Text
	Class   OfficeClass
	Source  spec.Source
	Carries []string
}

// OfficesOf returns those of the offices that have one of the classes, in
// their order.
func OfficesOf(offices []Office, counted ...OfficeClass) []Office {
	var out []Office
	for _, o := range offices {
		for _, class := range counted {
			if o.Class == class {
				out = append(out, o)
				break
			}
		}
	}
	return out
}

// StaffNeeded returns the people that offices need at so many each
// (应配人数). It fails with a [*measure.Error] beyond 64 bits.
func StaffNeeded(offices measure.Count, perOffice measure.People) (measure.People, error) {
	return measure.Mul(perOffice, int64(offices))
}

// Staffing is the staff of offices held against the norm (人员配备).
type Staffing struct {
	Offices  measure.Count // offices that the norm applies to
	Required measure.People
	Actual   spec.Observed[measure.People]
	// Judgement has the verdict and the people missing. It is zero where
	// nothing can be required.
	Judgement spec.Judgement
}

// StaffingOf holds the staff of offices against the norm. ok is false where
// there is no office, no positive norm, or the product is beyond 64 bits.
func StaffingOf(offices measure.Count, norm spec.Figure[measure.People], actual spec.Observed[measure.People]) (result Staffing, ok bool) {
	if offices <= 0 || !norm.Known() || norm.Value <= 0 {
		return Staffing{Offices: offices, Actual: actual}, false
	}
	required, err := StaffNeeded(offices, norm.Value)
	if err != nil {
		return Staffing{Offices: offices, Actual: actual}, false
	}
	floor := spec.Target{Form: spec.Floor, Limit: measure.Whole(int64(required))}
	return Staffing{
		Offices:   offices,
		Required:  required,
		Actual:    actual,
		Judgement: floor.Judge(valueOf(actual), spec.Value{}),
	}, true
}

// valueOf is an observed whole number as a target reads it.
func valueOf[T ~int64](o spec.Observed[T]) spec.Value {
	var out spec.Value
	if n, ok := o.Low(); ok {
		out.Low = measure.Whole(int64(n))
	}
	if n, ok := o.High(); ok {
		out.High = measure.Whole(int64(n))
	}
	return out
}
