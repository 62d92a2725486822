package plans_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// duty is a duty of one bearer.
func duty(id, bearer string, when plans.Recurrence) plans.Duty {
	d := plans.Duty{ID: id, Entry: plans.DutyClause, Action: spec.T("do "+id, "做"+id), When: when, Evidence: spec.T("paper", "文件"), Source: inPlan("三 " + id)}
	if bearer != "" {
		d.Bearers = []string{bearer}
	}
	return d
}

func rhythm(r plans.Rhythm) plans.Recurrence { return plans.Recurrence{Rhythm: r} }

func done(id string, on measure.Date) plans.DutyEvidence {
	return plans.DutyEvidence{Duty: id, On: on, State: plans.Done}
}

// ledger is a plan of 2021–2025 with these duties.
func ledger(duties ...plans.Duty) plans.Provisions {
	return plans.Provisions{Period: period(2021, 2025), Issued: spec.Cite(date(2022, 8, 2), inPlan("文首")),
		Ledger: plans.DutyLedger{Source: inPlan("三"), Duties: duties, Bearers: []plans.Bearer{
			{ID: "em", Name: spec.T("bureau", "县应急管理局"), Aliases: []string{"县应急局"}}, {ID: "town", Name: spec.T("townships", "乡镇")}}}}
}

func status(p plans.Provisions, r plans.Records, asOf measure.Date, choices ...spec.Choices) plans.LedgerStatus {
	var chosen spec.Choices
	if len(choices) > 0 {
		chosen = choices[0]
	}
	return p.Ledger.Status(p, r, asOf, chosen)
}

func TestOccurrencesOfEachRhythm(t *testing.T) {
	year := period(2023, 2023)
	for _, c := range []struct {
		when plans.Recurrence
		want []string
	}{
		{plans.Recurrence{Rhythm: plans.Yearly}, []string{"2023-01-01 2023-12-31 2023-12-31"}},
		{plans.Recurrence{Rhythm: plans.Yearly, Month: 10, Day: 31}, []string{"2023-01-01 2023-10-31 2023-12-31"}},
		{plans.Recurrence{Rhythm: plans.HalfYearly}, []string{"2023-01-01 2023-06-30 2023-06-30", "2023-07-01 2023-12-31 2023-12-31"}},
		{plans.Recurrence{Rhythm: plans.ByDate, By: date(2023, 5, 6)}, []string{"2023-01-01 2023-05-06 2023-12-31"}},
		{plans.Recurrence{Rhythm: plans.ByDate, By: date(2030, 12, 31)}, []string{"2023-01-01 2030-12-31 2030-12-31"}},
		{plans.Recurrence{Rhythm: plans.ByDate, By: date(2022, 8, 2)}, []string{"2022-08-02 2022-08-02 2023-12-31"}},
		{plans.Recurrence{Rhythm: plans.Undated}, []string{"2023-01-01 2023-11-30 2023-12-31"}},
		{plans.Recurrence{Rhythm: plans.Regular}, nil}, {plans.Recurrence{Rhythm: plans.Continuous}, nil}, {plans.Recurrence{Rhythm: plans.PerCase}, nil},
	} {
		var got []string
		for _, o := range c.when.Occurrences(year, date(2023, 11, 30)) {
			got = append(got, o.From.String()+" "+o.Due.String()+" "+o.To.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v: %s", c.when, diff)
		}
	}
	for r, n := range map[plans.Rhythm]int{plans.EachDay: 365, plans.EachWeek: 53, plans.EachMonth: 12, plans.Quarterly: 4} {
		if got := len(rhythm(r).Occurrences(year, measure.Date{})); got != n {
			t.Errorf("%v: %d, want %d", r, got, n)
		}
	}
	if got := rhythm(plans.Yearly).Occurrences(measure.Period{}, measure.Date{}); got != nil {
		t.Errorf("no period, but %v", got)
	}
}

func TestEvidenceDecidesEachOccurrence(t *testing.T) {
	d := duty("a", "em", plans.Recurrence{Rhythm: plans.Yearly, Times: 2, Month: 10, Day: 31})
	p := ledger(d)
	r := plans.Records{HasEvidence: true, EvidenceComplete: period(2022, 2023), Evidence: []plans.DutyEvidence{
		done("a", date(2021, 3, 1)), done("a", date(2021, 11, 1)), // late
		done("a", date(2022, 3, 1)),                                                                                      // once only, and complete
		done("a", date(2023, 3, 1)), done("a", date(2023, 4, 1)), {Duty: "a", On: date(2023, 4, 1), State: plans.Lapsed}, // taken back on the day
		done("a", date(2024, 2, 1)), {Duty: "a", On: date(2024, 3, 1), State: plans.Waived},
		done("b", date(2024, 2, 1)), done("a", date(2025, 12, 1)),
	}}
	got := status(p, r, date(2025, 10, 31)).Duties[0]
	want := []struct {
		verdict spec.Verdict
		done    measure.Count
		late    bool
	}{{spec.Met, 2, true}, {spec.Unmet, 1, false}, {spec.Unmet, 0, false}, {spec.NotApplicable, 1, false}, {spec.Unknown, 0, false}}
	for i, w := range want {
		o := got.Occurrences[i]
		if o.Verdict != w.verdict || o.Done != w.done || o.Late != w.late || !o.IsDue {
			t.Errorf("%d: %+v", 2021+i, o)
		}
	}
	if got.Verdict != spec.Unmet || len(got.Overdue()) != 3 {
		t.Errorf("%v, overdue %v", got.Verdict, got.Overdue())
	}
	if before := status(p, r, date(2025, 10, 30)).Duties[0]; before.Occurrences[4].IsDue || len(before.Overdue()) != 2 {
		t.Errorf("a day before: %+v", before.Occurrences[4])
	}
	if r.HasEvidence = false; status(p, r, date(2022, 12, 31)).Duties[0].Occurrences[1].Verdict != spec.Unknown {
		t.Error("a table that was not supplied is complete")
	}
}

func TestStandingDutiesFollowTheLastEvidence(t *testing.T) {
	p := ledger(duty("a", "em", rhythm(plans.Continuous)))
	for name, c := range map[string]struct {
		rows []plans.DutyEvidence
		want spec.Verdict
	}{
		"nothing":       {nil, spec.Unknown},
		"done":          {[]plans.DutyEvidence{done("a", date(2022, 1, 1))}, spec.Met},
		"lapsed":        {[]plans.DutyEvidence{done("a", date(2022, 1, 1)), {Duty: "a", On: date(2023, 1, 1), State: plans.Lapsed}}, spec.Unmet},
		"done again":    {[]plans.DutyEvidence{done("a", date(2024, 1, 1)), {Duty: "a", On: date(2023, 1, 1), State: plans.Lapsed}}, spec.Met},
		"both on a day": {[]plans.DutyEvidence{{Duty: "a", On: date(2023, 1, 1), State: plans.NotDone}, done("a", date(2023, 1, 1))}, spec.Unmet},
		"waived":        {[]plans.DutyEvidence{{Duty: "a", On: date(2023, 1, 1), State: plans.Waived}}, spec.NotApplicable},
		"later":         {[]plans.DutyEvidence{done("a", date(2025, 1, 1))}, spec.Unknown},
	} {
		if got := status(p, plans.Records{Evidence: c.rows}, date(2024, 12, 31)).Duties[0]; got.Verdict != c.want || len(got.Overdue()) != 0 {
			t.Errorf("%s: %v, want %v", name, got.Verdict, c.want)
		}
	}
}

func TestReadingsDecideUndatedAndRegularDuties(t *testing.T) {
	p := ledger(duty("once", "em", rhythm(plans.Undated)), duty("often", "em", rhythm(plans.Regular)), duty("yearly", "em", rhythm(plans.Yearly)))
	count := func(reading, option string) int {
		return len(p.Ledger.Due(p, date(2025, 12, 31), spec.Choices{}.With(reading, option)))
	}
	for _, c := range []struct {
		reading, option string
		want            int
	}{
		{plans.ReadingUndatedDuty, plans.UndatedByPeriodEnd, 6}, {plans.ReadingUndatedDuty, plans.UndatedOpen, 5},
		{plans.ReadingRegularInterval, "year", 11}, {plans.ReadingRegularInterval, "half-year", 16}, {plans.ReadingRegularInterval, "quarter", 26},
		{plans.ReadingDutyBeforeIssue, plans.BeforeIssueExcluded, 5},
	} {
		if got := count(c.reading, c.option); got != c.want {
			t.Errorf("%s=%s: %d due, want %d", c.reading, c.option, got, c.want)
		}
	}
	s := status(p, plans.Records{}, date(2022, 12, 31))
	if diff := cmp.Diff([]string{"plans.duty-before-issue=counts", "plans.regular-interval=undefined", "plans.undated-duty=period-end"}, s.Readings); diff != "" {
		t.Error(diff)
	}
	if !s.Duties[0].NotDue || !s.Duties[1].NoInterval || s.Duties[1].Verdict != spec.Unknown {
		t.Errorf("%+v", s.Duties)
	}
	if bad := status(p, plans.Records{}, date(2022, 12, 31), spec.Choices{}.With(plans.ReadingUndatedDuty, "tomorrow")); bad.Valid {
		t.Error("an option that does not exist was taken")
	}
}

func TestCodedWordsOfTheLedgerReadBack(t *testing.T) {
	for _, r := range plans.Rhythms() {
		if back, ok := plans.ParseRhythm(r.String()); !ok || back != r || r.In(spec.Chinese) == "" || r.In(spec.English) == "" {
			t.Errorf("rhythm %d", r)
		}
	}
	for _, e := range plans.Entries() {
		if back, ok := plans.ParseEntry(e.String()); !ok || back != e || e.In(spec.Chinese) == "" || e.In(spec.English) == "" {
			t.Errorf("entry %d", e)
		}
	}
	for e := plans.Done; e <= plans.Waived; e++ {
		for _, s := range []string{e.String(), e.In(spec.Chinese)} {
			if back, ok := plans.ParseEvidenceState(s); !ok || back != e {
				t.Errorf("state %q", s)
			}
		}
	}
	for s := plans.Argued; s <= plans.Stopped; s++ {
		for _, text := range []string{s.String(), s.In(spec.Chinese)} {
			if back, ok := plans.ParseStage(text); !ok || back != s {
				t.Errorf("stage %q", text)
			}
		}
	}
	for _, hash := range []string{"", "0", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeF", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg"} {
		if plans.IsEvidenceHash(hash) {
			t.Errorf("%q is a hash", hash)
		}
	}
}
