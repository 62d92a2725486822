package plans_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// parseCalendar reads iCalendar by RFC 5545, 3.1, written apart from what
// writes it: it unfolds, cuts at the first colon outside quotation marks, and
// nests by BEGIN and END.
func parseCalendar(data []byte) (plans.CalendarComponent, error) {
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") || !strings.HasSuffix(text, "\r\n") {
		return plans.CalendarComponent{}, errors.New("a line does not end in CR LF")
	}
	stack := []plans.CalendarComponent{{}}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		quoted, colon := false, -1
		for i, r := range line {
			if r == '"' {
				quoted = !quoted
			}
			if r == ':' && !quoted {
				colon = i
				break
			}
		}
		if colon < 0 {
			return plans.CalendarComponent{}, fmt.Errorf("no colon in %q", line)
		}
		head := strings.Split(line[:colon], ";")
		value := line[colon+1:]
		switch top := len(stack) - 1; head[0] {
		case "BEGIN":
			stack = append(stack, plans.CalendarComponent{Name: value})
		case "END":
			if stack[top].Name != value || top == 0 {
				return plans.CalendarComponent{}, fmt.Errorf("END:%s closes %s", value, stack[top].Name)
			}
			stack[top-1].Parts = append(stack[top-1].Parts, stack[top])
			stack = stack[:top]
		default:
			p := plans.CalendarProperty{Name: head[0], Value: value}
			if len(head) > 1 {
				p.Params = head[1:]
			}
			stack[top].Properties = append(stack[top].Properties, p)
		}
	}
	if len(stack) != 1 || len(stack[0].Parts) != 1 {
		return plans.CalendarComponent{}, errors.New("not one component")
	}
	return stack[0].Parts[0], nil
}

// unescape undoes the escapes of a text.
func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, `;`, `\,`, `,`, `\n`, "\n", `\N`, "\n").Replace(s)
}

func drawComponent(t *rapid.T, depth int) plans.CalendarComponent {
	name := rapid.StringMatching(`[A-Z][A-Z-]{0,9}`).Filter(func(s string) bool { return s != "BEGIN" && s != "END" })
	c := plans.CalendarComponent{Name: name.Draw(t, "name")}
	for range rapid.IntRange(0, 4).Draw(t, "properties") {
		p := plans.CalendarProperty{Name: name.Draw(t, "property"), Value: plans.CalendarText(rapid.String().Draw(t, "value"))}
		for range rapid.IntRange(0, 2).Draw(t, "params") {
			p.Params = append(p.Params, name.Draw(t, "param")+"="+rapid.StringMatching(`[A-Za-z0-9-]{1,40}`).Draw(t, "param value"))
		}
		c.Properties = append(c.Properties, p)
	}
	if depth > 0 {
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			c.Parts = append(c.Parts, drawComponent(t, depth-1))
		}
	}
	return c
}

// checkLines holds the written form to RFC 5545, 3.1: no line of more than 75
// octets, no character cut in two, each line ends in CR LF.
func checkLines(t interface{ Fatalf(string, ...any) }, data []byte) {
	for _, line := range bytes.Split(bytes.TrimSuffix(data, []byte("\r\n")), []byte("\r\n")) {
		if len(line) > 75 || !utf8.Valid(line) || bytes.ContainsAny(line, "\r\n") {
			t.Fatalf("%d octets, valid %v: %q", len(line), utf8.Valid(line), line)
		}
	}
}

// What is written reads back the same, and no line is longer than 75 octets.
func TestCalendarReadsBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawComponent(t, 2)
		data := c.Bytes()
		checkLines(t, data)
		back, err := parseCalendar(data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestCalendarTextLosesNothingReadable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		got := unescape(plans.CalendarText(s))
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
				return utf8.RuneError
			}
			return r
		}, strings.ReplaceAll(s, "\r\n", "\n"))
		if got != want {
			t.Fatalf("%q came back as %q, want %q", s, got, want)
		}
	})
	if got := plans.CalendarText("a;b,c\\d\ne\xff"); got != `a\;b\,c\\d\ne`+"\ufffd" {
		t.Errorf("%q", got)
	}
}

// The calendar of a work list: UIDs are unique and the same in both languages,
// every due day of the list is in it, and nothing depends on a clock.
func TestCalendarOfAWorkListIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawLedger(t)
		year := rapid.SampledFrom(p.Period.Years()).Draw(t, "year")
		list, _ := p.Ledger.WorkList(p, year, "", spec.Choices{})
		stamp := date(2025, 1, 2)
		evaluations := []plans.Evaluation{{ID: "mid", Title: spec.T("mid-term", "中期"), By: spec.Cite(date(int(year), 6, 30), inPlan("五"))}}
		read := func(lang spec.Lang) plans.CalendarComponent {
			data := list.Calendar("plan", p.Ledger.Bearers, evaluations, stamp, lang)
			checkLines(t, data)
			if !bytes.Equal(data, list.Calendar("plan", p.Ledger.Bearers, evaluations, stamp, lang)) {
				t.Fatal("two runs differ")
			}
			c, err := parseCalendar(data)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		zh, en := uids(t, read(spec.Chinese)), uids(t, read(spec.English))
		if !slices.Equal(zh, en) {
			t.Fatalf("%v against %v", zh, en)
		}
		want := 1 // the evaluation
		for _, item := range list.Items {
			if item.Section == plans.DueInYear && !item.Finely() {
				want += len(item.Dues)
			} else {
				want++
			}
		}
		if len(en) != want {
			t.Fatalf("%d entries, want %d", len(en), want)
		}
	})
}

func uids(t interface{ Fatalf(string, ...any) }, c plans.CalendarComponent) []string {
	var out []string
	for _, part := range c.Parts {
		have := map[string]string{}
		for _, p := range part.Properties {
			if _, twice := have[p.Name]; twice {
				t.Fatalf("%s stands twice", p.Name)
			}
			have[p.Name] = p.Value
		}
		if have["UID"] == "" || have["DTSTAMP"] != "20250102T000000Z" || have["SUMMARY"] == "" || slices.Contains(out, have["UID"]) {
			t.Fatalf("%v", part)
		}
		// RFC 5545, 3.8.2.3: what is due is due after it starts.
		if have["DUE"] != "" && have["DTSTART"] != "" && have["DUE"] <= have["DTSTART"] {
			t.Fatalf("due %s, starts %s", have["DUE"], have["DTSTART"])
		}
		out = append(out, have["UID"])
	}
	return out
}

func ExampleAnnualWorkList_Calendar() {
	p := ledger(duty("debrief", "em", rhythm(plans.Yearly)))
	list, _ := p.Ledger.WorkList(p, 2025, "县应急局", spec.Choices{})
	fmt.Print(strings.ReplaceAll(string(list.Calendar("fengdu", p.Ledger.Bearers, nil, measure.DateOf(2025, 1, 2), spec.English)), "\r\n", "\n"))
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//county-emergency//annual work list//EN
	// CALSCALE:GREGORIAN
	// METHOD:PUBLISH
	// X-WR-CALNAME:bureau: work list 2025
	// BEGIN:VTODO
	// UID:fengdu/debrief/2025-12-31@work-list.county-emergency
	// DTSTAMP:20250102T000000Z
	// DTSTART;VALUE=DATE:20250101
	// DUE;VALUE=DATE:20251231
	// SUMMARY:do debrief
	// DESCRIPTION:by: bureau\nhow often: every year\nevidence: paper\nclause: pla
	//  n 三 debrief
	// CATEGORIES:due in the year
	// STATUS:NEEDS-ACTION
	// END:VTODO
	// END:VCALENDAR
}
