package measure

import "strconv"

// Count is a number of things that have no parts (个): accidents, teams, rooms, villages. What is observed is never
// negative, a difference may be. Sums go through [Sum] and [Add], which are checked.
type Count int64

// ParseCount reads a whole non-negative number of things (数量), as strictly as [ParsePeople] and with the same errors.
func ParseCount(s string) (Count, error) {
	n, err := parseWhole(s)
	return Count(n), err
}

// String returns the number in ASCII digits, without a measure word.
func (c Count) String() string { return strconv.FormatInt(int64(c), 10) }

// MarshalText writes the number as [Count.String] does. It never fails.
func (c Count) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what [ParseCount] reads.
func (c *Count) UnmarshalText(text []byte) error {
	n, err := ParseCount(string(text))
	if err != nil {
		return err
	}
	*c = n
	return nil
}
