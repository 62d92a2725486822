// Command headroom prints how many accidents, deaths or how much loss are left
// to the invented second county before each of its targets is lost.
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
		for _, in := range f.Inputs {
			if in.Name == "headroom" {
				fmt.Println(f.Title.In(lang)+":", in.Value, in.Unit.In(lang))
			}
		}
	}
}
