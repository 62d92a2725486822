package measure

import "strconv"

// People is a number of persons (人). It is whole; what is observed is never negative, a difference may be.
// Sums go through [Sum] and [Add], which are checked.
type People int64

// ParsePeople reads a whole non-negative number of persons (人数): ASCII digits only. It fails with an [Error]: a part of
// a person is [CodeFraction], a minus [CodeNegative], 0120 [CodeLeadingZero], more than 64 bits [CodeRange], anything
// else [CodeSyntax].
func ParsePeople(s string) (People, error) {
	n, err := parseWhole(s)
	return People(n), err
}

// String returns the number in ASCII digits, without the measure word.
func (p People) String() string { return strconv.FormatInt(int64(p), 10) }

// MarshalText writes the number as [People.String] does. It never fails.
func (p People) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what [ParsePeople] reads. Without it a YAML value of 1.9 would be cut to 1 and 0120 read as 80,
// both without a word.
func (p *People) UnmarshalText(text []byte) error {
	n, err := ParsePeople(string(text))
	if err != nil {
		return err
	}
	*p = n
	return nil
}
