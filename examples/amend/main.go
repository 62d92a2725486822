// Command amend says what an amendment of a plan does: which values it changes,
// which verdicts of which county flip, which clauses are newly unmet. Without
// flags it lays an invented amendment over Fengdu's plan and holds both against
// what is published of Fengdu and against an invented county, all embedded.
//
//	go run ./examples/amend
//	go run ./examples/amend -lang zh -format markdown
//	go run ./examples/amend -overlay my-amendment -counties folder-of-county-folders
//	go run ./examples/amend -before old-plan -after new-plan
//
// It exits with 0 when the impact was computed, with 1 when an input has faults,
// with 2 on wrong usage.
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

//go:embed amendment
var amendment embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("amend", flag.ContinueOnError)
	flags.SetOutput(complain)
	before := flags.String("before", "", "`folder` of the plan before (default: Fengdu's, embedded)")
	after := flags.String("after", "", "`folder` of the plan after, whole")
	overlay := flags.String("overlay", "", "`folder` of what the amendment changes (default: an invented one, embedded)")
	counties := flags.String("counties", "", "`folder` of county folders (default: Fengdu and an invented county, embedded)")
	asOf := flags.String("as-of", "", "`date` of the assessments (default: each county's own)")
	language := flags.String("lang", "en", "`zh or en`")
	format := flags.String("format", "text", "`text, markdown or json`")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	lang, known := spec.ParseLang(*language)
	date, err := measure.Date{}, error(nil)
	if *asOf != "" {
		date, err = measure.ParseDate(*asOf)
	}
	if !known || err != nil || flags.NArg() > 0 || *after != "" && *overlay != "" ||
		*format != "text" && *format != "markdown" && *format != "json" {
		_, _ = fmt.Fprintln(complain, "amend: wrong usage, see -help; -after and -overlay exclude each other")
		return 2
	}
	old, amended, err := plans(*before, *after, *overlay)
	var records []*emergency.County
	if err == nil {
		records, err = read(*counties)
	}
	if err != nil {
		var faults *spec.Faults
		if errors.As(err, &faults) {
			_, _ = fmt.Fprintln(complain, faults.In(lang))
		} else {
			_, _ = fmt.Fprintln(complain, "amend:", err)
		}
		return 1
	}
	impact := old.Impact(amended, records, date)
	text := impact.Text(lang)
	switch *format {
	case "markdown":
		text = impact.Markdown(lang)
	case "json":
		text = string(impact.JSON())
	}
	if _, err := io.WriteString(out, text); err != nil {
		return 1
	}
	return 0
}

// plans reads the plan before and after.
func plans(before, after, overlay string) (old, amended emergency.FiveYearPlan, err error) {
	old = emergency.Fengdu()
	if before != "" {
		if old, err = emergency.ReadPlan(os.DirFS(before)); err != nil {
			return old, amended, err
		}
	}
	if after != "" {
		amended, err = emergency.ReadPlan(os.DirFS(after))
		return old, amended, err
	}
	over, err := fs.Sub(amendment, "amendment")
	if overlay != "" {
		over = os.DirFS(overlay)
	}
	if err != nil {
		return old, amended, err
	}
	amended, err = old.Overlay(over)
	return old, amended, err
}

// read reads every county folder, in the order of their names; the faults of all
// are told together, each with its county's folder.
func read(folder string) ([]*emergency.County, error) {
	folders, names := []fs.FS{emergency.FengduRecords(), secondcounty.Data()}, []string{"fengdu", "secondcounty"}
	if folder != "" {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		folders, names = nil, nil
		for _, e := range entries {
			if e.IsDir() {
				folders, names = append(folders, os.DirFS(folder+"/"+e.Name())), append(names, e.Name())
			}
		}
	}
	var out []*emergency.County
	var faults spec.Faults
	for i, one := range folders {
		county, err := emergency.ReadCounty(one)
		var own *spec.Faults
		if errors.As(err, &own) {
			for _, f := range own.All() {
				f.File = path.Join(names[i], f.File)
				faults.Add(f)
			}
		}
		out = append(out, county)
	}
	return out, faults.Err()
}
