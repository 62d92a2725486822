// Command headroom prints what the invented second county has left before each target is lost.
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
	for _, f := range report.Findings() {
		in, ok := f.Input("headroom")
		if ok {
			fmt.Println(f.Title.In(lang)+":", in.Value, in.Unit.In(lang))
		}
	}
}
