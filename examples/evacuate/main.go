// Command evacuate says who sleeps where when a county must be left: the people
// of its villages assigned to its shelters at least total distance, within beds,
// usability under the hazard of the plan's scenario and the farthest way, as
// tables and as a map, with the certificate of the answer verified aloud.
//
//	go run ./examples/evacuate
//	go run ./examples/evacuate -lang zh
//	go run ./examples/evacuate -svg evacuate.svg
//	go run ./examples/evacuate -straight -new 3
//	go run ./examples/evacuate -data fengdu/county
//
// Without flags it shows an invented county, and says so on every table and
// picture: an evacuation order for real villages must not come from invented
// people. Where a county has not reported what is needed, as Fengdu, it prints
// what to collect first and nothing else. A real county is never held against an
// invented plan, nor assigned by invented figures.
//
// Distances are those of the county's distances.csv; -straight, or a county
// without that table, takes great circles between the coordinates instead. They
// are computed here and not in the library, which knows no floats.
//
// It exits with 1 when an input has faults or may not be used, and with 2 on
// wrong usage.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// evacuation is what the program shows.
type evacuation struct {
	lang     spec.Lang
	plan     emergency.FiveYearPlan
	county   *emergency.County
	said     shelters.Assessment
	straight bool // distances are great circles
	extra    int  // new sites to look for
}

func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("evacuate", flag.ContinueOnError)
	flags.SetOutput(complain)
	written := flags.String("lang", "en", "language, `zh or en`")
	data := flags.String("data", "", "`folder` of a county's records (default: an invented county, embedded)")
	plan := flags.String("plan", "", "`folder` of a plan (default: that of the county, embedded)")
	svg := flags.String("svg", "", "write the map to this `file`")
	straight := flags.Bool("straight", false, "take great circles for the distances")
	extra := flags.Int("new", 2, "`number` of new sites to look for, of the villages' own places")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	lang, ok := spec.ParseLang(*written)
	if !ok || flags.NArg() > 0 || *extra < 0 {
		_, _ = fmt.Fprintf(complain, "evacuate: -lang %q is neither zh nor en, -new %d is negative, or %q is no flag\n", *written, *extra, flags.Args())
		return 2
	}
	e, err := load(*plan, *data, *straight)
	if err != nil {
		_, _ = fmt.Fprintln(complain, inWords(err, lang))
		return 1
	}
	e.lang, e.extra = lang, *extra
	if !e.ready() {
		_, err = io.WriteString(out, e.collect())
	} else {
		_, err = io.WriteString(out, e.tables())
	}
	if err == nil && *svg != "" {
		err = e.draw(*svg, complain)
	}
	if err != nil {
		_, _ = fmt.Fprintln(complain, "evacuate:", err)
		return 1
	}
	return 0
}

// draw writes the map, where there is something to draw.
func (e *evacuation) draw(file string, complain io.Writer) error {
	picture, ok := e.svg()
	if !ok {
		_, err := fmt.Fprintln(complain, "evacuate:", spec.T("there is nothing to draw yet", "尚无可绘制的内容").In(e.lang))
		return err
	}
	return os.WriteFile(file, picture, 0o644)
}

// errReal is returned where invented figures would decide about a real place.
var errReal = spec.Fault{Code: "evacuate.invented-for-real", Message: spec.T(
	"a real county is not evacuated by an invented plan or invented figures: give its own with -plan and -data",
	"不得用虚构规划或虚构数据推演真实县的转移安置：请用 -plan 和 -data 给出其自身的规划与数据")}

func load(plan, data string, straight bool) (*evacuation, error) {
	records := secondcounty.Data()
	if data != "" {
		if _, err := os.Stat(data); err != nil {
			return nil, err
		}
		records = os.DirFS(data)
	}
	county, err := emergency.ReadCounty(records)
	if err != nil {
		return nil, err
	}
	e := &evacuation{county: county, straight: straight}
	switch {
	case plan != "":
		if _, err := os.Stat(plan); err != nil {
			return nil, err
		}
		e.plan, err = emergency.ReadPlan(os.DirFS(plan))
	case county.Invented:
		e.plan, err = emergency.ReadPlan(secondcounty.Plan())
	default:
		e.plan = emergency.Fengdu()
	}
	if err != nil {
		return nil, err
	}
	if !county.Invented && (e.plan.Invented() || inventedFigures(county)) {
		return nil, errReal
	}
	if straight || !county.Shelters.HasWays {
		if ways, ok := greatCircles(county.Shelters); ok {
			changed := *county
			changed.Shelters.Ways, changed.Shelters.HasWays = ways, true
			e.county, e.straight = &changed, true
		}
	}
	e.said = e.plan.Shelters(e.county, county.AsOf)
	return e, nil
}

// inventedFigures reports whether any figure about the people to be housed is
// made up.
func inventedFigures(c *emergency.County) bool {
	for _, a := range c.Shelters.Areas {
		if a.Evacuees.Source().Standing == spec.Invented || a.StepFree.Source().Standing == spec.Invented {
			return true
		}
	}
	return false
}

// ready reports whether the records were enough to say who sleeps where, or
// that not everybody can.
func (e *evacuation) ready() bool { return e.said.Use.Evacuation.Verdict != spec.Unknown }

func (e *evacuation) invented() bool { return e.plan.Invented() || e.county.Invented }

// in picks the form of a text in the language asked for.
func (e *evacuation) in(en, zh string, args ...any) string {
	return spec.Textf(en, zh, args...).In(e.lang)
}

// inWords writes an error in the language asked for.
func inWords(err error, lang spec.Lang) string {
	var faults *spec.Faults
	var fault spec.Fault
	switch {
	case errors.As(err, &faults):
		return faults.In(lang)
	case errors.As(err, &fault):
		return fault.In(lang)
	}
	return err.Error()
}
