// Command relief works out how the relief supplies of a county reach the people
// affected: whom they serve by each hour, what holds them back and where, which
// store sends what to which township, and the least purchase after which
// everybody is served in time, with its price.
//
//	go run ./examples/relief
//	go run ./examples/relief -lang zh
//	go run ./examples/relief -svg relief.svg
//	go run ./examples/relief -data fengdu/county
//
// Without flags it shows an invented county, and says so on every table and
// picture: a list of stock for a real place must not come from invented figures.
// Where a county has not reported what is needed, as Fengdu, it prints what to
// collect first. -data takes the folder of a county; its plan is Fengdu's where
// the county is Fengdu, else the invented one, unless -plan names a folder.
//
// It exits with 1 when an input has faults and with 2 on wrong usage.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// outlook is what the program shows: the county as it is, and after the least
// purchase.
type outlook struct {
	lang     spec.Lang
	plan     emergency.FiveYearPlan
	county   *emergency.County
	asOf     measure.Date
	now      reserves.Assessment
	then     reserves.Assessment
	bought   bool // then differs from now
	invented bool
}

func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("relief", flag.ContinueOnError)
	flags.SetOutput(complain)
	written := flags.String("lang", "en", "language, `zh or en`")
	data := flags.String("data", "", "`folder` of a county's records (default: an invented county, embedded)")
	plan := flags.String("plan", "", "`folder` of a plan (default: that of the county, embedded)")
	svg := flags.String("svg", "", "write the chart to this `file`")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	lang, ok := spec.ParseLang(*written)
	if !ok || flags.NArg() > 0 {
		_, _ = fmt.Fprintf(complain, "relief: -lang %q is neither zh nor en, or %q is no flag\n", *written, flags.Args())
		return 2
	}
	o, err := load(*plan, *data)
	if err != nil {
		_, _ = fmt.Fprintln(complain, said(err, lang))
		return 1
	}
	o.lang = lang
	if err := o.write(out); err != nil {
		_, _ = fmt.Fprintln(complain, "relief:", err)
		return 1
	}
	if *svg == "" {
		return 0
	}
	if !o.now.Planned {
		_, _ = fmt.Fprintln(complain, "relief:", spec.T("there is nothing to draw yet", "尚无可绘制的内容").In(lang))
		return 0
	}
	picture, err := o.chart()
	if err == nil {
		err = os.WriteFile(*svg, picture, 0o644)
	}
	if err != nil {
		_, _ = fmt.Fprintln(complain, "relief:", err)
		return 1
	}
	return 0
}

// load reads a plan and a county and works out both states.
func load(plan, data string) (*outlook, error) {
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
	o := &outlook{county: county, asOf: county.AsOf}
	if o.plan, err = planOf(plan, county); err != nil {
		return nil, err
	}
	o.invented = o.plan.Invented() || county.Invented
	o.now = o.plan.Reserves(county, o.asOf)
	o.then, o.bought = o.afterPurchase()
	return o, nil
}

func planOf(folder string, county *emergency.County) (emergency.FiveYearPlan, error) {
	files := secondcounty.Plan()
	switch {
	case folder != "":
		if _, err := os.Stat(folder); err != nil {
			return emergency.FiveYearPlan{}, err
		}
		files = os.DirFS(folder)
	case county.Code.String() == "500230":
		return emergency.Fengdu(), nil
	}
	return emergency.ReadPlan(files)
}

// afterPurchase assesses the county once more, with the least purchase in its
// stores.
func (o *outlook) afterPurchase() (reserves.Assessment, bool) {
	changed := *o.county
	lots := append([]reserves.Lot(nil), o.county.Reserves.Lots...)
	for _, one := range o.now.Plan.Items {
		for _, line := range one.Purchase.Lines {
			units, err := measure.Units(line.Units)
			if err != nil {
				return o.now, false
			}
			store := o.now.Plan.Store(line.Store)
			lots = append(lots, reserves.Lot{ID: "purchase " + one.Item.Code + " " + store, Item: one.Item.Code, Store: store,
				Quantity: spec.Exactly(units), Mode: reserves.Physical, ReceivedOn: o.asOf})
		}
	}
	if len(lots) == len(o.county.Reserves.Lots) {
		return o.now, false
	}
	changed.Reserves.Lots = lots
	return o.plan.Reserves(&changed, o.asOf), true
}

// said writes an error in the language asked for.
func said(err error, lang spec.Lang) string {
	var faults *spec.Faults
	if errors.As(err, &faults) {
		return faults.In(lang)
	}
	return "relief: " + err.Error()
}
