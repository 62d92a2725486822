// Command purchase prints what the invented second county has to buy until its
// stock serves everybody to be resettled: whole units and money, item by item.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func main() {
	written := flag.String("lang", "en", "`zh or en`")
	flag.Parse()
	lang, ok := spec.ParseLang(*written)
	plan, badPlan := emergency.ReadPlan(secondcounty.Plan())
	county, badCounty := emergency.ReadCounty(secondcounty.Data())
	if err := errors.Join(badPlan, badCounty); err != nil || !ok {
		log.Fatal(*written, " ", err)
	}
	for _, f := range plan.Assess(county, measure.Date{}).Findings() {
		if f.Rule == "reserves.purchase" {
			fmt.Println(f.Title.In(lang)+":", f.Actual, f.Unit.In(lang))
			for _, in := range f.Inputs {
				fmt.Println(" ", in.Label.In(lang), in.Value, in.Unit.In(lang))
			}
		}
	}
}
