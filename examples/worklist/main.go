// Command worklist prints what a bearer of duties has to do in a year: the
// annual work list (年度工作清单) of a plan, as text or as an iCalendar file.
//
//	go run ./examples/worklist
//	go run ./examples/worklist -bearer 县应急管理局 -year 2023 -lang zh
//	go run ./examples/worklist -bearer 县减灾委办公室 -format ics > list.ics
//
// Without flags it prints all bearers and the plan's last year. A bearer goes by
// its id, its name or an alias. A calendar needs the day it was made, for
// DTSTAMP: -stamp, by default the first day of the year, so that the same
// command writes the same bytes.
//
// It exits with 0, with 1 when a plan has faults and with 2 on wrong usage.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// The exit codes.
const (
	listed  = 0
	faulty  = 1
	misused = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("worklist", flag.ContinueOnError)
	flags.SetOutput(complain)
	folder := flags.String("plan", "", "`folder` of a plan (default: Fengdu's, embedded)")
	bearer := flags.String("bearer", "", "id, `name` or alias of a bearer (default: all)")
	written := flags.String("year", "", "`year` (default: the plan's last)")
	language := flags.String("lang", "en", "`language`: en or zh")
	format := flags.String("format", "text", "`form`: text or ics")
	stamped := flags.String("stamp", "", "`day` the calendar was made (default: the year's first day)")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return listed
		}
		return misused
	}
	fail := func(code int, format string, args ...any) int {
		_, _ = fmt.Fprintf(complain, "worklist: "+format+"\n", args...)
		return code
	}
	lang, ok := spec.ParseLang(*language)
	switch {
	case flags.NArg() > 0:
		return fail(misused, "%q is not a flag", flags.Arg(0))
	case !ok:
		return fail(misused, "there is no language %q", *language)
	case *format != "text" && *format != "ics":
		return fail(misused, "there is no form %q", *format)
	}
	plan, err := load(*folder)
	if err != nil {
		var faults *spec.Faults
		if errors.As(err, &faults) {
			return fail(faulty, "%s", faults.In(lang))
		}
		return fail(misused, "%v", err)
	}
	year := plan.Period().To()
	if *written != "" {
		if year, err = measure.ParseYear(*written); err != nil || !plan.Period().ContainsYear(year) {
			return fail(misused, "%q is no year of the plan, %s", *written, plan.Period())
		}
	}
	stamp := year.FirstDay()
	if *stamped != "" {
		if stamp, err = measure.ParseDate(*stamped); err != nil {
			return fail(misused, "%v", err)
		}
	}
	list, ok := plan.WorkList(year, *bearer)
	if !ok {
		return fail(misused, "there is no bearer %q; known: %s", *bearer, names(plan, lang))
	}
	text := asText(plan, list, lang)
	if *format == "ics" {
		text = string(plan.WorkListCalendar(list, stamp, lang))
	}
	if _, err := io.WriteString(out, text); err != nil {
		return fail(faulty, "%v", err)
	}
	return listed
}

func load(folder string) (emergency.FiveYearPlan, error) {
	if folder == "" {
		return emergency.Fengdu(), nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return emergency.FiveYearPlan{}, cmp.Or(err, fmt.Errorf("%q is not a folder", folder))
	}
	return emergency.ReadPlan(os.DirFS(folder))
}

func names(plan emergency.FiveYearPlan, lang spec.Lang) string {
	var out []string
	for _, b := range plan.Ledger().Bearers {
		out = append(out, b.Name.In(lang))
	}
	return strings.Join(out, ", ")
}

// asText writes the list for a terminal, section by section.
func asText(plan emergency.FiveYearPlan, list plans.AnnualWorkList, lang spec.Lang) string {
	var b strings.Builder
	who := spec.T("all bearers", "全部责任主体")
	if list.Bearer.ID != "" {
		who = list.Bearer.Name
	}
	fmt.Fprintln(&b, spec.Textf("%s: work list of %s for %s, %d items", "%s：%[3]s %[2]s年度工作清单，共 %[4]d 项",
		plan.Title(), list.Year, who, len(list.Items)).In(lang))
	if plan.Invented() {
		fmt.Fprintln(&b, spec.T("*** INVENTED – this plan does not exist ***", "*** 虚构 – 本规划不存在 ***").In(lang))
	}
	for _, e := range plan.Evaluations() {
		if list.Year.Contains(e.By.Value) && (list.Bearer.ID == "" || e.Bears(list.Bearer.ID)) {
			fmt.Fprintf(&b, "\n%s  %s  [%s]\n", e.By.Value, e.Title.In(lang), e.By.Source.Standing.In(lang))
		}
	}
	for _, section := range plans.WorkSections() {
		first := true
		for _, item := range list.Items {
			if item.Section != section {
				continue
			}
			if first {
				fmt.Fprintf(&b, "\n%s\n", section.In(lang))
				first = false
			}
			writeItem(&b, plan, item, lang)
		}
	}
	return b.String()
}

// writeItem writes an item on two lines: when and what, then who, the clause and
// what is asked for as proof.
func writeItem(b *strings.Builder, plan emergency.FiveYearPlan, item plans.WorkItem, lang spec.Lang) {
	d := item.Duty
	when := d.When.Rhythm.In(lang)
	if !item.Finely() && len(item.Dues) > 0 {
		dates := make([]string, len(item.Dues))
		for i, o := range item.Dues {
			if dates[i] = o.Due.String(); o.Due.IsZero() {
				dates[i] = d.When.Rhythm.In(lang)
			}
		}
		when = strings.Join(dates, ", ")
		if d.When.Times > 1 {
			when += " ×" + d.When.Times.String()
		}
	}
	who := plans.BearerNames(plan.Ledger().Bearers, d.Bearers)
	if d.Assigned {
		who = spec.Textf("%s (our reading)", "%s（本库解读）", who)
	}
	fmt.Fprintf(b, "- %s  %s\n", when, d.Action.In(lang))
	fmt.Fprintf(b, "    %s\n", spec.Textf("%s · %s · evidence: %s", "%s · %s · 佐证：%s", who, d.Source.Place, d.Evidence).In(lang))
	if d.WhenFrom.Document != "" && d.WhenFrom.Document != d.Source.Document {
		fmt.Fprintf(b, "    %s\n", spec.Textf("time by %s [%s]", "时限依据：%s〔%s〕", d.WhenFrom.String(), d.WhenFrom.Standing).In(lang))
	}
}
