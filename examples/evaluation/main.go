// Command evaluation prints the section of a plan's mid-term or final evaluation
// (中期和终期评估): when each is due and whether it was held, then targets, duties
// and projects by the department that leads in them, with a score where enough
// is answered.
//
//	go run ./examples/evaluation
//	go run ./examples/evaluation -lang zh -as-of 2023-12-31
//	go run ./examples/evaluation -plan examples/secondcounty/plan -data examples/secondcounty/data
//
// It exits with 0, with 1 when the input has faults and with 2 on wrong usage.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The exit codes.
const (
	printed = 0
	faulty  = 1
	misused = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, complain io.Writer) int {
	flags := flag.NewFlagSet("evaluation", flag.ContinueOnError)
	flags.SetOutput(complain)
	folder := flags.String("plan", "", "`folder` of a plan (default: Fengdu's, embedded)")
	records := flags.String("data", "", "`folder` of a county's records (default: Fengdu's, embedded)")
	language := flags.String("lang", "en", "`language`: en or zh")
	written := flags.String("as-of", "", "`date` of the evaluation (default: the records' own)")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return printed
		}
		return misused
	}
	fail := func(code int, err error, lang spec.Lang) int {
		var faults *spec.Faults
		text := err.Error()
		if errors.As(err, &faults) {
			text, code = faults.In(lang), faulty
		}
		_, _ = fmt.Fprintln(complain, "evaluation:", text)
		return code
	}
	lang, ok := spec.ParseLang(*language)
	if !ok || flags.NArg() > 0 {
		return fail(misused, fmt.Errorf("wrong usage: language %q, arguments %q", *language, flags.Args()), lang)
	}
	var asOf measure.Date
	if *written != "" {
		var err error
		if asOf, err = measure.ParseDate(*written); err != nil {
			return fail(misused, err, lang)
		}
	}
	plan, county, err := load(*folder, *records)
	if err != nil {
		return fail(misused, err, lang)
	}
	if _, err := io.WriteString(out, section(plan, plan.Assess(county, asOf).Evaluation(), lang)); err != nil {
		return fail(faulty, err, lang)
	}
	return printed
}

// load reads plan and county; the faults of both are told together.
func load(folder, records string) (plan emergency.FiveYearPlan, county *emergency.County, err error) {
	var faults spec.Faults
	plan = emergency.Fengdu()
	if folder != "" {
		if _, err := os.Stat(folder); err != nil {
			return plan, nil, err
		}
		plan, err = emergency.ReadPlan(os.DirFS(folder))
		faults.AddError(spec.Fault{File: "plan"}, err)
	}
	from := emergency.FengduRecords()
	if records != "" {
		if _, err := os.Stat(records); err != nil {
			return plan, nil, err
		}
		from = os.DirFS(records)
	}
	county, err = emergency.ReadCounty(from)
	faults.AddError(spec.Fault{File: "county"}, err)
	return plan, county, faults.Err()
}

// section writes the evaluation for a terminal.
func section(plan emergency.FiveYearPlan, e emergency.Evaluation, lang spec.Lang) string {
	var b strings.Builder
	say := func(en, zh string, args ...any) { fmt.Fprintln(&b, spec.Textf(en, zh, args...).In(lang)) }
	say("%s: evaluation as of %s", "%s评估（截至 %s）", plan.Title(), e.AsOf)
	if plan.Invented() {
		say("*** INVENTED – this plan does not exist ***", "*** 虚构 – 本规划不存在 ***")
	}
	say("\nCalendar", "\n评估日历")
	for _, s := range e.Calendar {
		due := spec.T("not due", "未到期")
		if s.IsDue {
			due = spec.T("due", "已到期")
		}
		say("- %s  %s: %s, %s [%s]", "- %s  %s：%s，%s〔%s〕", s.Evaluation.By.Value, s.Evaluation.Title, due, s.Verdict, s.Evaluation.By.Source.Standing)
	}
	say("\nBy responsible department: met / unmet / unknown", "\n分责任部门：达标 / 未达标 / 未知")
	if e.Floor.Known() {
		say("(a score needs answers to %s %% of what applies [%s])", "（得分须有 %s%% 的适用事项已判定〔%s〕）", e.Floor.Value, e.Floor.Source.Standing)
	}
	for _, d := range e.Departments {
		name := d.Bearer.Name
		if d.Bearer.ID == "" {
			name = spec.T("nobody named", "规划未指明")
		}
		line(&b, name, d, lang)
		for _, what := range d.Unmet {
			fmt.Fprintln(&b, "    × "+what.In(lang))
		}
	}
	line(&b, spec.T("all", "合计"), e.Total, lang)
	return b.String()
}

func line(b *strings.Builder, name spec.Text, d emergency.DepartmentEvaluation, lang spec.Lang) {
	tally := func(t spec.Tally) string { return fmt.Sprintf("%d/%d/%d", t.Met, t.Unmet, t.Unknown) }
	score := spec.T("no score", "不给出得分")
	if d.Score.Given {
		score = spec.Textf("%s %%", "%s%%", d.Score.Met.Text(1))
	}
	fmt.Fprintln(b, spec.Textf("- %s: targets %s, duties %s, projects %s – %s", "- %s：目标 %s，职责 %s，项目 %s – %s",
		name, tally(d.Targets), tally(d.Duties), tally(d.Projects), score).In(lang))
}
