package spec

import (
	"fmt"
	"slices"
	"strings"
)

// singular returns the form of an English plural for one, as person of people.
// What is no plural stays.
func singular(word string) string {
	switch {
	case word == "people":
		return "person"
	case !isPlural(word):
		return word
	case strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "sses"):
		return word[:len(word)-2]
	}
	return word[:len(word)-1]
}

// isPlural reports whether a word of a phrase after a number reads as a plural.
func isPlural(word string) bool {
	switch word {
	case "people":
		return true
	case "is", "has", "was", "as", "its", "this", "does", "across", "always", "whereas", "perhaps", "series", "lies", "needs":
		return false
	}
	return len(word) > 2 && word[len(word)-1] == 's' && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us")
}

// singularVerb returns the form of an English verb of one, as has of have; ok is
// false for any other word.
func singularVerb(word string) (form string, ok bool) {
	switch word {
	case "are":
		return "is", true
	case "were":
		return "was", true
	case "have":
		return "has", true
	case "do":
		return "does", true
	case "carry":
		return "carries", true
	case "agree", "hold", "name", "lack", "serve", "contradict", "differ", "list", "rest", "say", "stand", "need", "count":
		return word + "s", true
	}
	return word, false
}

// afterOne puts the words that follow a number of one into the singular: the
// first plural within three words, or the verb where there is no noun, and the
// verb right behind it. A word that joins phrases ends the search.
func afterOne(words string) string {
	if !strings.HasPrefix(words, " ") {
		return words
	}
	out, at, noun := []byte(words), 1, false
	for range 4 {
		end := at
		for end < len(out) && (out[end] >= 'a' && out[end] <= 'z' || out[end] == '-') {
			end++
		}
		word := string(out[at:end])
		form, verb := singularVerb(word)
		switch {
		case word == "" || noun && !verb:
			return string(out)
		case verb && (noun || at == 1 || strings.TrimSpace(string(out[:at])) == "more"):
		case verb || joins(word):
			return string(out)
		case isPlural(word):
			form, noun = singular(word), true
		default:
			form = word
		}
		out = append(out[:at], form+string(out[end:])...)
		at += len(form)
		if verb || at >= len(out) || out[at] != ' ' {
			return string(out)
		}
		at++
	}
	return string(out)
}

// joins reports whether a word cannot stand between a number and its noun.
func joins(word string) bool {
	switch word {
	case "of", "per", "in", "and", "or", "to", "at", "it", "by", "for", "on", "is", "was", "has", "with", "without", "from", "each", "than", "not", "a", "the", "that", "which", "if", "as":
		return true
	}
	return false
}

// agreed returns an English format, and its arguments, so that what follows a
// number of one is in the singular. Only the words of the format and units are
// changed, never a name that somebody gave.
func agreed(format string, args []any) (string, []any) {
	var out strings.Builder
	changed, done, next := args, 0, 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		arg, end, ok := verbAt(format, i, &next)
		if !ok || arg >= len(args) {
			i = max(i, end-1)
			continue
		}
		stop := end + len(untilVerb(format[end:]))
		words := format[end:stop]
		unit, isUnit := unitAfter(format, stop, next, words, args)
		if (isUnit || len(words) > 2 && words[0] == ' ') && isOne(args[arg]) {
			out.WriteString(format[done:end] + afterOne(words))
			done = stop
			if isUnit {
				if &changed[0] == &args[0] {
					changed = slices.Clone(args)
				}
				changed[unit] = args[unit].(Unit).one()
			}
		}
		i = end - 1
	}
	if done == 0 {
		return format, changed
	}
	return out.String() + format[done:], changed
}

// verbAt reads the verb of a format that begins at a percent sign: which argument
// it prints and where it ends. next is the argument that a verb without a number
// prints.
func verbAt(format string, i int, next *int) (arg, end int, ok bool) {
	end = i + 1
	if end < len(format) && format[end] == '%' {
		return 0, end + 1, false
	}
	if n, rest, indexed := strings.Cut(format[end:], "]"); indexed && strings.HasPrefix(n, "[") && len(n) == 2 && n[1] >= '1' && n[1] <= '9' {
		*next, end = int(n[1]-'1'), len(format)-len(rest)
	}
	if end >= len(format) || !strings.ContainsRune("dsv", rune(format[end])) {
		*next++
		return 0, end, false
	}
	arg = *next
	*next++
	return arg, end + 1, true
}

func untilVerb(s string) string {
	s, _, _ = strings.Cut(s, "%")
	return s
}

// unitAfter finds the unit that is printed right behind a number.
func unitAfter(format string, at, next int, words string, args []any) (arg int, ok bool) {
	if words != " " || at >= len(format) {
		return 0, false
	}
	if arg, _, ok = verbAt(format, at, &next); !ok || arg >= len(args) {
		return 0, false
	}
	_, ok = args[arg].(Unit)
	return arg, ok
}

// isOne reports whether an argument prints as 1 or -1.
func isOne(a any) bool {
	switch v := a.(type) {
	case int:
		return v == 1 || v == -1
	case string:
		return v == "1" || v == "-1"
	case Text:
		return v.EN == "1" || v.EN == "-1"
	}
	return isOne(fmt.Sprint(a))
}

// one is the unit as English writes it after one.
func (u Unit) one() Text {
	t := u.text()
	if t.IsZero() {
		return Text{EN: string(u), ZH: string(u)}
	}
	switch u {
	case PersonsPerTeam:
		t.EN = "person/team"
	case DeathsPerYi:
		t.EN = "death/100 million yuan"
	case PerMillion, Per100000, WanYuan, YiYuan, PercentPerYear:
	default:
		if last := strings.LastIndexByte(t.EN, ' ') + 1; isPlural(t.EN[last:]) || strings.HasSuffix(t.EN, "-times") {
			t.EN = t.EN[:last] + singular(t.EN[last:])
		}
	}
	return t
}
