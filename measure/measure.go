// Package measure holds the values that the rules of a five-year plan compute with: people, counted things, areas,
// money, distances, stock, durations, exact ratios and civil dates.
//
// Every value is exact. A unit type keeps a 64-bit whole number of its smallest unit, so that a bare number cannot be
// mistaken for a measure, nor an area added to a sum of money; constructors and accessors name the unit. Binary floats
// appear nowhere.
//
//	type        smallest unit       text form
//	People      one person (人)      whole number
//	Count       one thing (个)       whole number
//	Area        1 cm²               m² (平方米)
//	GrossArea   1 cm²               m², never mixed with Area
//	Money       1 fen (分)           yuan (元)
//	Distance    1 mm                m (米)
//	Quantity    1/1000 of its unit  the item's own unit
//	Duration    1 s                 s (秒)
//	Ratio       exact fraction      plain decimal, or a/b
//	Year        –                   2025
//	Date        one day             2022-08-02
//	Period      whole years         2021-2025
//
// # Arithmetic
//
// Sums, differences and products are checked: what leaves the 64-bit range is an [Error] with [CodeOverflow], never a
// wrapped number. Division has a direction that its name states. A sum does not depend on the order of its terms.
//
// # Text
//
// The text forms are strict and the same everywhere (text, JSON, YAML): ASCII digits, at most 38 of them, no sign, no
// exponent, no separators, no superfluous leading zero. What was observed cannot be negative, so reading refuses a minus
// sign; a difference can be, and is written with one. Full-width digits, separators and units in headers belong to the
// reader of tables. In JSON a measure is a string, so that no program on the way can turn it into a binary float.
//
// # Zero values
//
// A zero unit value is 0 of its unit. The zero [Ratio] is unknown, the zero [Year], [Date] and [Period] are unset; these
// four are written as the empty text. Unknown is never compared as zero.
//
// # Not covered
//
// Time of day and time zones; lunar dates and working days; currencies other than the yuan; units of single items (the
// unit travels with the item, not with its [Quantity]); angles and positions; rounding of money to anything but the fen;
// areas in 亩 that are no whole number of square centimetres, which are refused and not rounded.
package measure
