// Command purchase prints what the invented second county has to buy until its
// stock serves everybody to be resettled: whole units and money, item by item.
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
	for _, f := range report.Only("reserves.purchase").Findings() {
		fmt.Println(f.Title.In(lang)+":", f.Actual, f.Unit.In(lang))
		for _, in := range f.Inputs {
			fmt.Println(" ", in.Label.In(lang), in.Value, in.Unit.In(lang))
		}
	}
}
