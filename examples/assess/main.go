// Command assess assesses a county against a five-year emergency-management
// plan and says what data is missing. Without flags it assesses Fengdu County
// against its own plan, on the figures that the plan publishes and the county's
// real division codes, all embedded.
//
//	go run ./examples/assess
//	go run ./examples/assess -lang zh -format markdown
//	go run ./examples/assess -rule teams.checklist
//	go run ./examples/assess -explain teams.office-staffing
//	go run ./examples/assess -sensitivity
//	go run ./examples/assess -receipt -format json > receipt.json
//	go run ./examples/assess -verify receipt.json
//	go run ./examples/assess -plan examples/secondcounty/plan -data examples/secondcounty/data
//
// It exits with 0 when the county was assessed, whatever the verdicts; with 1
// when the input has faults, each on standard error, or a receipt is not
// confirmed; with 2 on wrong usage;
// with 3 under -strict when a binding target is unmet. (go run itself turns
// every failure into 1: build the program to see the codes.)
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The exit codes.
const (
	assessed     = 0
	faulty       = 1
	misused      = 2
	bindingUnmet = 3
)

func main() {
	os.Exit(run(os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
}

// options are the flags, read.
type options struct {
	plan, data fs.FS
	asOf       measure.Date
	lang       spec.Lang
	format     string
	rule       string
	explain    string
	sensitive  bool
	receipt    bool
	verify     string
	strict     bool
}

func run(args []string, env func(string) string, out, complain io.Writer) int {
	o, err := parse(args, env, complain)
	if errors.Is(err, flag.ErrHelp) {
		return assessed
	}
	if err != nil {
		_, _ = fmt.Fprintln(complain, "assess:", err)
		return misused
	}
	plan, county, faults := load(o)
	if faults != nil {
		_, _ = fmt.Fprintln(complain, say(faults, o.lang))
		return faulty
	}
	if o.verify != "" {
		return verified(plan, county, o, out, complain)
	}
	report := plan.Assess(county, o.asOf)
	if o.rule != "" {
		report = report.Only(o.rule)
		if len(report.Findings()) == 0 && len(report.Units(o.rule)) == 0 {
			_, _ = fmt.Fprintf(complain, "assess: no rule or target begins with %q\n", o.rule)
			return misused
		}
	}
	text, err := answer(plan, county, report, o)
	if err != nil {
		_, _ = fmt.Fprintln(complain, "assess:", say(err, o.lang))
		return misused
	}
	if _, err := io.WriteString(out, text); err != nil {
		_, _ = fmt.Fprintln(complain, "assess:", err)
		return faulty
	}
	if o.strict && len(report.UnmetBinding()) > 0 {
		return bindingUnmet
	}
	return assessed
}

func parse(args []string, env func(string) string, complain io.Writer) (o options, err error) {
	flags := flag.NewFlagSet("assess", flag.ContinueOnError)
	flags.SetOutput(complain)
	data := flags.String("data", "", "`folder` of a county's records (default: Fengdu, embedded)")
	plan := flags.String("plan", "", "`folder` of a plan (default: Fengdu's, embedded)")
	asOf := flags.String("as-of", "", "`date` of the assessment, as 2022-08-02 (default: the records' own)")
	lang := flags.String("lang", "", "language, `zh or en` (default: the locale's)")
	flags.StringVar(&o.format, "format", "text", "`text, markdown or json`")
	flags.StringVar(&o.rule, "rule", "", "only rules or targets that begin with this `prefix`, with their single units")
	flags.StringVar(&o.explain, "explain", "", "show how a `rule[@subject]` was computed, as teams.office-staffing or six-haves@990101001; all shows every one")
	flags.BoolVar(&o.sensitive, "sensitivity", false, "show which verdicts depend on which reading of an unclear clause")
	flags.BoolVar(&o.receipt, "receipt", false, "show what the report was computed from: versions, hashes, date, readings; with -format json in the form that -verify reads")
	flags.StringVar(&o.verify, "verify", "", "compute the report of a receipt `file` in its JSON form (-receipt -format json) again and say what differs")
	flags.BoolVar(&o.strict, "strict", false, "exit with 3 when a binding target is unmet")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("%q is not a flag", flags.Arg(0))
	}
	if *lang == "" {
		*lang = locale(env)
	}
	var ok bool
	if o.lang, ok = spec.ParseLang(*lang); !ok {
		return o, fmt.Errorf("-lang %q is neither zh nor en", *lang)
	}
	if o.format != "text" && o.format != "markdown" && o.format != "json" {
		return o, fmt.Errorf("-format %q is none of text, markdown, json", o.format)
	}
	if *asOf != "" {
		if o.asOf, err = measure.ParseDate(*asOf); err != nil {
			return o, fmt.Errorf("-as-of %q is not a date", *asOf)
		}
	}
	if o.plan, err = folder("-plan", *plan); err != nil {
		return o, err
	}
	o.data, err = folder("-data", *data)
	return o, err
}

// folder opens a folder named by a flag, nil where the flag is not given.
func folder(name, path string) (fs.FS, error) {
	if path == "" {
		return nil, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s: %q is not a folder", name, path)
	}
	return os.DirFS(path), nil
}

// locale is the language of the environment, English where it is neither.
func locale(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			if strings.HasPrefix(value, "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}

// load reads plan and county; the faults of both are told together.
func load(o options) (emergency.FiveYearPlan, *emergency.County, error) {
	var faults spec.Faults
	plan := emergency.Fengdu()
	if o.plan != nil {
		var err error
		plan, err = emergency.ReadPlan(o.plan)
		faults.AddError(spec.Fault{Code: "plan"}, err)
	}
	if o.data == nil {
		o.data = emergency.FengduRecords()
	}
	county, err := emergency.ReadCounty(o.data)
	faults.AddError(spec.Fault{Code: "county"}, err)
	return plan, county, faults.Err()
}

// say writes faults in the language asked for.
func say(err error, lang spec.Lang) string {
	var faults *spec.Faults
	if errors.As(err, &faults) {
		return faults.In(lang)
	}
	return err.Error()
}

// form is anything that can be written in the three formats.
type form interface {
	Text(spec.Lang) string
	Markdown(spec.Lang) string
	JSON() []byte
}

func written(f form, o options) string {
	switch o.format {
	case "markdown":
		return f.Markdown(o.lang)
	case "json":
		return string(f.JSON())
	}
	return f.Text(o.lang)
}

// answer writes what was asked for: the report unless a flag says otherwise.
func answer(plan emergency.FiveYearPlan, county *emergency.County, report *emergency.Report, o options) (string, error) {
	switch {
	case o.explain == "all":
		return written(report.ExplainAll(), o), nil
	case o.explain != "":
		rule, subject, _ := strings.Cut(o.explain, "@")
		e, err := report.Explain(rule, subject)
		return written(e, o), err
	case o.sensitive:
		return written(plan.Sensitivity(county, o.asOf), o), nil
	case o.receipt:
		return written(report.Receipt(), o), nil
	}
	return written(report, o), nil
}

// verified computes the report of a receipt again and says what differs.
func verified(plan emergency.FiveYearPlan, county *emergency.County, o options, out, complain io.Writer) int {
	data, err := os.ReadFile(o.verify)
	if err != nil {
		_, _ = fmt.Fprintln(complain, "assess:", err)
		return misused
	}
	receipt, err := emergency.ParseReceipt(data)
	if err != nil {
		_, _ = fmt.Fprintln(complain, "assess:", say(err, o.lang))
		return misused
	}
	differences := receipt.Verify(plan, county)
	for _, d := range differences {
		_, _ = fmt.Fprintln(out, d.Text.In(o.lang))
	}
	if len(differences) > 0 {
		return faulty
	}
	_, _ = fmt.Fprintln(out, spec.T("the receipt is confirmed", "回执核验一致").In(o.lang))
	return assessed
}
