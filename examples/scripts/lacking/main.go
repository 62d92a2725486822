// Command lacking prints which townships, parks and villages of the invented
// second county lack what their standard asks for, item by item.
package main

import (
	"flag"
	"fmt"
	"log"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func main() {
	var lang spec.Lang
	flag.TextVar(&lang, "lang", spec.English, "`zh or en`")
	flag.Parse()
	report, err := emergency.AssessFolders(secondcounty.Plan(), secondcounty.Data(), measure.Date{})
	if err != nil {
		log.Fatalln(err)
	}
	for _, f := range report.Units("teams.checklist") {
		if f.Verdict == spec.Unmet || f.Verdict == spec.Unknown {
			fmt.Printf("%s  %s: %s\n", f.Subject.Name, f.Title.In(lang), f.Verdict.In(lang))
		}
	}
}
