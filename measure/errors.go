package measure

import (
	"strconv"
	"unicode/utf8"
)

// The codes of this package. They are permanent: a program may branch on them, and no code changes its meaning.
const (
	// CodeSyntax: the text is not a number in the strict form.
	CodeSyntax = "measure.syntax"
	// CodeFraction: a part of a person or of a thing that is counted whole.
	CodeFraction = "measure.fraction"
	// CodeNegative: below zero where nothing can be.
	CodeNegative = "measure.negative"
	// CodeRange: beyond what the type can hold, or more than 38 digits.
	CodeRange = "measure.range"
	// CodeInexact: finer than the smallest stored unit.
	CodeInexact = "measure.inexact"
	// CodeOverflow: the result of a calculation does not fit in 64 bits.
	CodeOverflow = "measure.overflow"
	// CodeDate: no such day or year, or not written as 2022-08-02 or 2022.
	CodeDate = "measure.date"
	// CodePeriod: not a span of years, or not written as 2021-2025.
	CodePeriod = "measure.period"
	// CodeLeadingZero: a number such as 0120, which some readers take for octal.
	CodeLeadingZero = "measure.leading-zero"
)

// Codes lists every code that an [Error] of this package can carry, in a fixed order.
func Codes() []string {
	return []string{
		CodeSyntax, CodeFraction, CodeNegative, CodeRange, CodeInexact,
		CodeOverflow, CodeDate, CodePeriod, CodeLeadingZero,
	}
}

// Error is one value that could not be read or computed exactly (错误). Every error of this package is an *Error.
type Error struct {
	Code  string // one of the codes of this package
	Value string // the text, number or calculation seen, cut after 64 bytes
}

// Error returns the English message: lower case, showing the value.
func (e *Error) Error() string {
	return "measure: " + strconv.Quote(e.Value) + " " + message(e.Code)
}

func message(code string) string {
	switch code {
	case CodeSyntax:
		return "is not a plain number"
	case CodeFraction:
		return "is not a whole number"
	case CodeNegative:
		return "is negative"
	case CodeRange:
		return "is out of range"
	case CodeInexact:
		return "is finer than the smallest unit"
	case CodeOverflow:
		return "overflows 64 bits"
	case CodeDate:
		return "is not a date"
	case CodePeriod:
		return "is not a period of years"
	case CodeLeadingZero:
		return "has a leading zero"
	}
	return "is refused (" + code + ")"
}

// maxValue keeps a ten-megabyte cell out of messages and logs.
const maxValue = 64

func fault(code, value string) error {
	if len(value) > maxValue {
		cut := maxValue
		for cut > maxValue-utf8.UTFMax && !utf8.RuneStart(value[cut]) {
			cut--
		}
		value = value[:cut] + "…"
	}
	return &Error{Code: code, Value: value}
}
