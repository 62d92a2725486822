// Command headroom prints what the invented second county has left before each target is lost.
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
	for _, f := range plan.Assess(county, county.AsOf).Findings() {
		for _, in := range f.Inputs {
			if in.Name == "headroom" {
				fmt.Println(f.Title.In(lang)+":", in.Value, in.Unit.In(lang))
			}
		}
	}
}
