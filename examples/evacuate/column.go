package main

import "strings"

// columns counts terminal columns: two for every character of the Chinese
// blocks and for full-width forms.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x2e80 && r <= 0x9fff || r >= 0xff00 && r <= 0xff60 {
			n++
		}
	}
	return n
}

// grid writes rows in columns as wide as their widest cell; the columns named
// are set to the right, and nothing trails.
func grid(rows [][]string, right ...int) string {
	var wide []int
	for _, row := range rows {
		for k, cell := range row {
			if k == len(wide) {
				wide = append(wide, 0)
			}
			wide[k] = max(wide[k], columns(cell))
		}
	}
	isRight := map[int]bool{}
	for _, k := range right {
		isRight[k] = true
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for k, cell := range row {
			pad := strings.Repeat(" ", wide[k]-columns(cell))
			if isRight[k] {
				line.WriteString("  " + pad + cell)
			} else {
				line.WriteString("  " + cell + pad)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
