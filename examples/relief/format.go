package main

import (
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func hours(d measure.Duration) string { return spec.AmountOf(d.Hours(), 2).String() }

func known(n spec.Observed[measure.People]) string {
	if v, ok := n.Value(); ok {
		return v.String()
	}
	return "?"
}

func days(n measure.Count) string {
	if n <= 0 {
		return "?"
	}
	return n.String()
}

func share(part, all measure.People) string {
	if all == 0 {
		return "–"
	}
	return measure.RatioOf(int64(part), int64(all)).Percent(1) + "%"
}

// table prints rows under their head, numbers to the right.
func table(b *strings.Builder, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], width(cell))
		}
	}
	for k, row := range rows {
		line := " "
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-width(cell))
			if isNumber(rows, i) {
				cell, pad = pad, cell
			}
			line += " " + cell + pad + " "
		}
		fmt.Fprintln(b, strings.TrimRight(line, " "))
		if k == 0 {
			total := 0
			for _, w := range widths {
				total += w + 2
			}
			fmt.Fprintln(b, "  "+strings.Repeat("-", total-2))
		}
	}
}

// isNumber reports whether a column holds numbers.
func isNumber(rows [][]string, column int) bool {
	for _, row := range rows[1:] {
		if c := row[column]; c != "" && c != "–" && (c[0] < '0' || c[0] > '9') {
			return false
		}
	}
	return true
}

// width counts Chinese characters as two columns.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2e80 {
			n++
		}
	}
	return n
}
