// Command purchase prints what the invented second county has to buy until its
// stock serves everybody to be resettled: whole units and money, item by item.
package main

import (
	"flag"
	"fmt"
	"log"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/spec"
)

func main() {
	written := flag.String("lang", "en", "`zh or en`")
	flag.Parse()
	lang, ok := spec.ParseLang(*written)
	plan, noPlan := emergency.ReadPlan(secondcounty.Plan())
	county, noCounty := emergency.ReadCounty(secondcounty.Data())
	if noPlan != nil || noCounty != nil || !ok {
		log.Fatalln("lang:", *written, "plan:", noPlan, "county:", noCounty)
	}
	for _, f := range plan.Assess(county, county.AsOf).Only("reserves.purchase").Findings() {
		fmt.Println(f.Title.In(lang)+":", f.Actual, f.Unit.In(lang))
		for _, in := range f.Inputs {
			fmt.Println(" ", in.Label.In(lang), in.Value, in.Unit.In(lang))
		}
	}
}
