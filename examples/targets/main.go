// Command targets prints the indicator tables of three other places, read as
// plans: every target in words, with its form, its limits and which way is
// better, the limits of wider areas beside it, and what in it does not agree
// with itself. No place needs code of its own.
//
//	go run ./examples/targets
//	go run ./examples/targets -lang zh
//	go run ./examples/targets examples/targets/sanming
//
// The figures were seen in public papers; each folder says in which.
//
// # Not covered
//
// Judging these targets: the places' own yearly figures are not published with
// them. A county judges such targets by reporting values (see
// examples/secondcounty, targets y14 and y15).
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/spec"
)

//go:embed region sanming guizhou
var places embed.FS

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run prints the folders named, or the three built in; it returns 1 where one
// has faults and 2 on wrong usage.
func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("targets", flag.ContinueOnError)
	flags.SetOutput(complain)
	written := flags.String("lang", "en", "language, `zh or en`")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	lang, ok := spec.ParseLang(*written)
	if !ok {
		_, _ = fmt.Fprintf(complain, "targets: -lang %q is neither zh nor en\n", *written)
		return 2
	}
	folders, err := foldersOf(flags.Args())
	if err != nil {
		_, _ = fmt.Fprintln(complain, "targets:", err)
		return 2
	}
	var text strings.Builder
	for i, folder := range folders {
		plan, err := emergency.ReadPlan(folder)
		if err != nil {
			var faults *spec.Faults
			if errors.As(err, &faults) {
				_, _ = fmt.Fprintln(complain, faults.In(lang))
			}
			return 1
		}
		if i > 0 {
			text.WriteString("\n")
		}
		writePlan(&text, plan, lang)
	}
	if _, err := io.WriteString(out, text.String()); err != nil {
		return 1
	}
	return 0
}

func foldersOf(names []string) ([]fs.FS, error) {
	var out []fs.FS
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, fmt.Errorf("%q is not a folder", name)
		}
		out = append(out, os.DirFS(name))
	}
	if len(names) > 0 {
		return out, nil
	}
	for _, name := range []string{"region", "sanming", "guizhou"} {
		folder, err := fs.Sub(places, name)
		if err != nil {
			return nil, err
		}
		out = append(out, folder)
	}
	return out, nil
}

func writePlan(w *strings.Builder, plan emergency.FiveYearPlan, lang spec.Lang) {
	list := plan.Indicators()
	_, _ = fmt.Fprintf(w, "%s\n%s\n\n", plan.Title().In(lang), spec.Textf("%s, %d targets", "%s年，%d 项目标", plan.Period(), len(list)).In(lang))
	for _, one := range list {
		writeTarget(w, one, lang)
	}
}

// writeTarget prints one target; what the plan does not state is left out.
func writeTarget(w *strings.Builder, i indicators.Indicator, lang spec.Lang) {
	t := i.Target
	_, _ = fmt.Fprintf(w, "%-4s %s\n", t.ID, t.Title.In(lang))
	line := func(label, text spec.Text) {
		_, _ = fmt.Fprintf(w, "     %s: %s\n", label.In(lang), text.In(lang))
	}
	line(spec.T("asks for", "要求"), t.Words())
	line(spec.T("form", "形式"), spec.T(t.Form.String()+", "+better(t).EN, t.Form.String()+"，"+better(t).ZH))
	if t.BaseValue.Known() {
		line(spec.T("base", "基数"), spec.Textf("%s in %s", "%s（%s年）", spec.AmountOf(t.BaseValue, 6), t.Base))
	}
	for _, wider := range i.Wider {
		line(wider.Area, spec.Textf("%s", "%s", spec.AmountOf(wider.Limit, 6)))
	}
	if !i.Owner.IsZero() {
		line(spec.T("in charge", "责任单位"), i.Owner)
	}
	for _, odd := range i.Oddities() {
		line(spec.T("odd ("+odd.Code+")", "矛盾（"+odd.Code+"）"), odd.Text)
	}
	line(spec.T("source", "出处"), spec.Textf("%s [%s]", "%s〔%s〕", t.Source, t.Source.Standing))
}

func better(t spec.Target) spec.Text {
	if t.Direction == spec.HigherBetter {
		return spec.T("more is better", "越高越好")
	}
	return spec.T("less is better", "越低越好")
}
