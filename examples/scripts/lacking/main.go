// Command lacking prints which townships, parks and villages of the invented
// second county lack what their standard asks for, item by item.
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
	for _, f := range plan.Assess(county, county.AsOf).Units("teams.checklist") {
		if f.Verdict == spec.Unmet || f.Verdict == spec.Unknown {
			fmt.Printf("%s  %s: %s\n", f.Subject.Name, f.Title.In(lang), f.Verdict.In(lang))
		}
	}
}
