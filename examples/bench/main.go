// Command bench compares the assignment of people to shelters by internal/flow
// with LEMON's network simplex, written in C++, on the same invented instances:
// the same optimum, the ratio of the times, and how much less walking it is than
// sending each village in turn to its nearest shelter with room.
//
//	go run ./examples/bench
//	go run ./examples/bench -lang zh
//	go run ./examples/bench -large
//
// Flow's time includes the check of its certificate. README.md says what is
// measured and how.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run returns 1 where a comparison fails and 2 on wrong usage.
func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(complain)
	written := flags.String("lang", "en", "language, `zh or en`")
	large := flags.Bool("large", false, "also 5,000 villages and 1,000 shelters, which takes a minute")
	peer := flags.Bool("peer", true, "compare with LEMON where it can be built")
	must := flags.Bool("must", false, "fail where LEMON cannot be built")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	lang, ok := spec.ParseLang(*written)
	if !ok || flags.NArg() > 0 || *must && !*peer {
		_, _ = fmt.Fprintln(complain, "usage: bench [-lang zh|en] [-large] [-peer=false | -must]")
		return 2
	}
	sizes := []size{{332, 30, 301}, {1000, 200, 31}}
	if *large {
		sizes = append(sizes, size{5000, 1000, 9})
	}
	text, err := bench(sizes, *peer, *must, lang)
	if err != nil {
		_, _ = fmt.Fprintln(complain, "bench:", err)
		return 1
	}
	if _, err := io.WriteString(out, text); err != nil {
		return 1
	}
	return 0
}

// bench measures all sizes, beside the peer where it is wanted and can be
// built, and returns the report.
func bench(sizes []size, wanted, must bool, lang spec.Lang) (string, error) {
	folder, err := os.MkdirTemp("", "bench")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	program, absent := "", error(nil)
	if wanted {
		program, absent = build(folder)
		if absent != nil && (must || !errors.Is(absent, errNoLemon)) {
			return "", absent
		}
	}
	var rows []row
	for _, s := range sizes {
		r, err := measure(s, program)
		if err != nil {
			return "", fmt.Errorf("%d × %d: %w", s.villages, s.shelters, err)
		}
		rows = append(rows, r)
	}
	var w strings.Builder
	write(&w, rows, lang)
	if absent != nil {
		missing(&w, lang)
	}
	return w.String(), nil
}
