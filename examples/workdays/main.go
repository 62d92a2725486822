// Command workdays writes the table workdays.csv that a county folder needs to
// count working days (工作日): the public holidays of China and the weekends worked
// for them, as the State Council's office announces them each year.
//
//	go run .                          the years 2021 to 2027
//	go run . -years 2023-2024 -lang en
//
// The days come from github.com/6tail/lunar-go, which carries them as data year
// by year. github.com/rickar/cal/v2 was looked at and has no holidays of China.
// A year that the library does not carry is refused, not left empty. It exits
// with 2 on wrong usage and with 1 where a year is missing.
package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/6tail/lunar-go/HolidayUtil"
	"github.com/county-emergency/emergency/measure"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("workdays", flag.ContinueOnError)
	flags.SetOutput(complain)
	years := flags.String("years", "2021-2027", "the years, as 2023-2027")
	lang := flags.String("lang", "zh", "the language of the headers, zh or en")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	period, err := measure.ParsePeriod(*years)
	if err != nil || *lang != "zh" && *lang != "en" {
		_, _ = fmt.Fprintln(complain, "workdays: years as 2023-2027, lang zh or en")
		return 2
	}
	rows, err := table(period, *lang)
	if err != nil {
		_, _ = fmt.Fprintln(complain, "workdays:", err)
		return 1
	}
	if err := csv.NewWriter(out).WriteAll(rows); err != nil {
		_, _ = fmt.Fprintln(complain, "workdays:", err)
		return 1
	}
	return 0
}

// table returns the header and one row a day, in order.
func table(period measure.Period, lang string) ([][]string, error) {
	rows := [][]string{{"日期", "是否上班", "名称"}}
	yes, no := "是", "否"
	if lang == "en" {
		rows = [][]string{{"date", "working", "name"}}
		yes, no = "true", "false"
	}
	for _, year := range period.Years() {
		// No official year has had fewer days off than this.
		const fewest = 25
		days := HolidayUtil.GetHolidaysByYear(int(year))
		if days == nil || days.Len() < fewest {
			return nil, fmt.Errorf("the holidays of %v are not known", year)
		}
		for e := days.Front(); e != nil; e = e.Next() {
			holiday, ok := e.Value.(*HolidayUtil.Holiday)
			if !ok {
				return nil, fmt.Errorf("an entry of %v is no holiday", year)
			}
			working := no
			if holiday.IsWork() {
				working = yes
			}
			rows = append(rows, []string{holiday.GetDay(), working, holiday.GetName()})
		}
	}
	return rows, nil
}
