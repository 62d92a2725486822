// Package spec is the vocabulary of an executable specification: clauses,
// figures, readings, rules, verdicts, findings and faults.
//
// A rule of a plan becomes three answers – the value, the reason, the source –
// and, where data is missing, a fourth: what to collect. The types here say
// those answers; the rooms (hazards, indicators, reserves, shelters, teams,
// plans) compute them.
//
// Three distinctions run through everything and are kept by types:
//
//   - unknown is not zero: an [Observed] value that was not reported, a
//     [measure.Ratio] with a zero denominator and the zero [Verdict] are unknown;
//   - not applicable is not failure: [All] and [Any] leave it out of the count;
//   - unchecked is not passed: an empty list of checks is [Unknown].
//
// # Texts
//
// Everything a person reads is a [Text] in Chinese and English. Identifiers,
// codes and JSON are English and the same in both languages.
//
// # Not covered
//
// Working days, time of day and time zones: a plan's clocks are given to the
// rules as arguments. Languages other than Chinese and English.
package spec
