// Package clauses is the list of what Fengdu's plan says, one entry a clause
// that can be checked: its permanent id, its place in the plan, its kind and
// the part of the house it belongs to. Tests hold the carriers of the
// specification against it, so that no clause is forgotten in silence.
//
// The plan is 丰都县应急管理“十四五”规划 (丰都府发〔2022〕17号). A place is the
// plan's own numbering; ~ follows a number that the published text has lost.
//
// Numbers, terms and members that the clauses print stand with their entries, so
// that tests can hold parameters and catalogues against them. Each entry also
// keeps the SHA-256 of every paragraph that it rests on, so that a changed text
// of the plan is noticed ([Paragraphs] says what a paragraph is).
//
// # Not covered
//
// The wording of the clauses: the list says where to read, not what is written.
package clauses

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
)

// Clause is one entry of the list (条款).
type Clause struct {
	ID      string // permanent, as target-reserve-3000
	Place   string // as 三（五~）2
	Kind    string // target, duty, checklist, cross-check, discrepancy …
	Package string // the room, or assessment for the front door

	figures    string // separated by |
	paragraphs string // separated by a space
}

// Figures returns what the clause prints, a token each: numbers with their
// units, terms, members of a list. There are none for the kinds that a ledger
// carries, nor for cross-checks and discrepancies.
func (c Clause) Figures() []string { return split(c.figures, "|") }

// Hashes returns the SHA-256 of each paragraph of the plan that the clause
// rests on, in the order of the text, as 64 hexadecimal digits.
func (c Clause) Hashes() []string { return split(c.paragraphs, " ") }

func split(s, by string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, by)
}

//go:embed clauses.csv
var table string

// entries reads the table once. It is our own source: the test counts it, and
// a broken table would come out short there.
var entries = sync.OnceValue(func() []Clause {
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil
	}
	out := make([]Clause, 0, len(rows)-1)
	for _, row := range rows[1:] {
		out = append(out, Clause{ID: row[0], Place: row[1], Kind: row[2], Package: row[3],
			figures: row[4], paragraphs: row[5]})
	}
	return out
})

// All returns every clause in the order of the inventory: the text first, then
// the cross-checks and the discrepancies, each in document order.
func All() []Clause { return slices.Clone(entries()) }

// Find returns the clause with an id.
func Find(id string) (Clause, bool) {
	list := entries()
	i := slices.IndexFunc(list, func(c Clause) bool { return c.ID == id })
	if i < 0 {
		return Clause{}, false
	}
	return list[i], true
}
