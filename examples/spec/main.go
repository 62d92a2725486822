// Command spec prints the library as the specification of Fengdu's plan: every
// clause with what carries it, every rule with its formula, parameters, sources
// and their standing, readings, laws and worked example.
//
//	go run ./examples/spec -lang zh
//	go run ./examples/spec -format html >specification.html
//	go run ./examples/spec -format json
//	go run ./examples/spec -drift plan.txt
//
// The last compares a text of the plan with the one that the library was
// written from and names every rule whose clause has changed; it exits with 3
// where one has.
//
// # Not covered
//
// The wording of the plan: a clause is named by its id and its place.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

const (
	exitUsage = 2
	exitDrift = 3
)

// run returns 0 when the specification was printed, 1 where something could not
// be read or written, 2 on wrong usage and 3 when a text has drifted.
func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("spec", flag.ContinueOnError)
	flags.SetOutput(complain)
	written := flags.String("lang", "en", "language, `zh or en`")
	format := flags.String("format", "markdown", "`markdown, html or json`")
	drift := flags.String("drift", "", "compare the text of the plan in `FILE` with the one that the rules were written from")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return exitUsage
	}
	lang, ok := spec.ParseLang(*written)
	forms := map[string]func(page, spec.Lang) string{"markdown": markdown, "html": html, "json": asJSON}
	form, known := forms[*format]
	switch {
	case !ok:
		_, _ = fmt.Fprintf(complain, "spec: -lang %q is neither zh nor en\n", *written)
		return exitUsage
	case !known:
		_, _ = fmt.Fprintf(complain, "spec: -format %q is none of markdown, html and json\n", *format)
		return exitUsage
	case flags.NArg() > 0:
		_, _ = fmt.Fprintf(complain, "spec: unexpected argument %q\n", flags.Arg(0))
		return exitUsage
	}
	plan := emergency.Fengdu()
	if *drift != "" {
		return printDrift(plan, *drift, lang, out, complain)
	}
	p, err := pageOf(plan, sourceIndex())
	if err == nil {
		_, err = io.WriteString(out, form(p, lang))
	}
	if err != nil {
		_, _ = fmt.Fprintln(complain, "spec:", err)
		return 1
	}
	return 0
}

// printDrift names each clause whose paragraphs a text no longer holds.
func printDrift(plan emergency.FiveYearPlan, file string, lang spec.Lang, out, complain io.Writer) int {
	text, err := os.ReadFile(file)
	if err != nil {
		_, _ = fmt.Fprintln(complain, "spec:", err)
		return 1
	}
	drifted := plan.Drift(string(text))
	_, _ = fmt.Fprintln(out, spec.Textf("%d of %d clauses rest on a paragraph that the text does not hold",
		"%d 条（共 %d 条）条款所依据的段落与文本不符", len(drifted), len(plan.Clauses())).In(lang))
	for _, d := range drifted {
		_, _ = fmt.Fprintf(out, "%s  %s\n", d.Clause.Place, d.Clause.ID)
		for _, c := range d.Clause.Carriers {
			_, _ = fmt.Fprintf(out, "    %s %s\n", c.Kind.In(lang), c.ID)
		}
	}
	if len(drifted) > 0 {
		return exitDrift
	}
	return 0
}

// assessed returns Fengdu's report on what its plan publishes, so that each
// rule is shown with real numbers.
func assessed(plan emergency.FiveYearPlan) (*emergency.Report, error) {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		return nil, err
	}
	return plan.Assess(county, measure.Date{}), nil
}
