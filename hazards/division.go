package hazards

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// FaultDivisionSyntax is the code of the fault of a text that is no division
// code. It is permanent.
const FaultDivisionSyntax = "division.syntax"

// DivisionCode is the code of an administrative division (行政区划代码): two digits
// each for province, prefecture and county, three each for township and
// village, as in GB/T 2260 and 国统字〔2009〕91号. The form it was written in is
// kept; the groups of zeros that only fill it up at the end do not count, so
// 500230 and 500230000000 are the same county. The zero DivisionCode is unset.
//
// == compares the written form; [DivisionCode.Equal] compares divisions.
type DivisionCode struct {
	written string
	digits  uint8 // how many of them are significant
}

// ParseDivisionCode reads a code of 2, 4, 6, 9 or 12 ASCII digits. Shorter
// codes are never filled up with zeros. The error is a [spec.Fault] with
// [FaultDivisionSyntax].
func ParseDivisionCode(s string) (DivisionCode, error) {
	switch len(s) {
	case 2, 4, 6, 9, 12:
	default:
		return DivisionCode{}, divisionFault(s)
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return DivisionCode{}, divisionFault(s)
		}
	}
	n := significant(s)
	if n == 0 || s[:2] == "00" {
		return DivisionCode{}, divisionFault(s)
	}
	return DivisionCode{written: s, digits: uint8(n)}, nil
}

func divisionFault(s string) error {
	return spec.Fault{Code: FaultDivisionSyntax, Value: spec.Shorten(s),
		Message: spec.Textf("%q is not a division code of 2, 4, 6, 9 or 12 digits", "%q 不是2、4、6、9或12位行政区划代码", spec.Shorten(s))}
}

// significant counts the digits that remain when the zero groups at the end
// are left out.
func significant(s string) int {
	n := len(s)
	for n > 0 && strings.Trim(s[above(n):n], "0") == "" {
		n = above(n)
	}
	return n
}

// above returns the length of the code one group shorter.
func above(n int) int {
	switch n {
	case 12:
		return 9
	case 9:
		return 6
	case 6, 4:
		return n - 2
	}
	return 0
}

// String returns the code as it was written, empty where it is unset.
func (c DivisionCode) String() string { return c.written }

// Short returns the significant digits: 500230 for 500230000000. It is the key
// of a division in a map.
func (c DivisionCode) Short() string { return c.written[:c.digits] }

// IsZero reports whether the code is unset.
func (c DivisionCode) IsZero() bool { return c.digits == 0 }

// Equal reports whether both are the same division, however written.
func (c DivisionCode) Equal(d DivisionCode) bool { return c.Short() == d.Short() }

// Compare orders by significant digits, a division before those inside it. It
// returns -1, 0 or 1.
func (c DivisionCode) Compare(d DivisionCode) int { return strings.Compare(c.Short(), d.Short()) }

// Contains reports whether d is this division or lies inside it. It is false
// where either is unset.
func (c DivisionCode) Contains(d DivisionCode) bool {
	return c.digits > 0 && strings.HasPrefix(d.Short(), c.Short())
}

// Parent returns the division one level up, in its short form: the county of a
// township. It is unset for a province. Where a prefecture has no counties
// (441900003000) the parent of the township is the prefecture.
func (c DivisionCode) Parent() DivisionCode {
	n := significant(c.written[:above(int(c.digits))])
	return DivisionCode{written: c.written[:n], digits: uint8(n)}
}

// Level returns the level of the division.
func (c DivisionCode) Level() Level {
	switch c.digits {
	case 2:
		return Province
	case 4:
		return Prefecture
	case 6:
		return County
	case 9:
		return Township
	case 12:
		return Village
	}
	return 0
}

// IsSubdistrict reports whether the code is that of a subdistrict (街道), whose
// township group is 001–099 (国统字〔2009〕91号; GB/T 10114-2003).
func (c DivisionCode) IsSubdistrict() bool {
	return c.Level() == Township && c.written[6] == '0'
}

// IsCommunity reports whether the code is that of an urban community with a
// residents' committee (社区居民委员会), whose village group is 001–199; villagers'
// committees have 200–399 (国统字〔2009〕91号).
func (c DivisionCode) IsCommunity() bool {
	return c.Level() == Village && c.written[9] < '2'
}

// MarshalText returns the code as it was written.
func (c DivisionCode) MarshalText() ([]byte, error) { return []byte(c.written), nil }

// UnmarshalText reads what [ParseDivisionCode] reads; the empty text is unset.
func (c *DivisionCode) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = DivisionCode{}
		return nil
	}
	code, err := ParseDivisionCode(string(text))
	if err != nil {
		return err
	}
	*c = code
	return nil
}
