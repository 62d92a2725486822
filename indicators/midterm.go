package indicators

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// MidTerm is whether one target is on track at the mid-term (中期进度).
type MidTerm struct {
	Year       measure.Year // of the mid-term; 0 where the target is not about that time
	Share      measure.Ratio
	Evaluation Evaluation // of the milestone: what must be reached by then
}

// MidTerms returns for each target, in the order of the plan, whether it is on
// track at the mid-term (中期进度). It is nil where the reading of the path has no
// such option.
func (a Assessment) MidTerms() []MidTerm {
	if a.badPath() || a.ledger == nil {
		return nil
	}
	out := make([]MidTerm, len(a.provisions.Targets))
	for i, target := range a.provisions.Targets {
		out[i] = a.ledger.midTerm(target, &a.provisions, a.options)
	}
	return out
}

// path names the option of the path used.
func (a *Assessment) path() string {
	if a.options == nil {
		return ""
	}
	return a.options.used[ReadingTrajectory]
}

func (a *Assessment) badPath() bool { return a.options == nil || a.options.path == 0 }

// midTermYear returns the year that the plan dates its mid-term to, else the
// middle year of the period, the later of two.
func (p *Provisions) midTermYear(period measure.Period) measure.Year {
	if p.MidTerm.Known() {
		return p.MidTerm.Value
	}
	return period.From() + measure.Year(period.Len()/2)
}

// midTerm judges what must be reached by the mid-term year on the chosen path:
// of a last year the milestone between base and limit, of a total its share,
// of means and single years the whole requirement over the years so far. A
// limit that the base keeps already is held, and so are ranges, zero, trends and
// limits held against others.
func (l *ledger) midTerm(i Indicator, p *Provisions, o *options) MidTerm {
	if len(i.Otherwise) > 0 {
		i, _ = i.under(o)
		i.Otherwise = nil
	}
	period := i.Target.Period
	if period.IsZero() && p.Period.Known() {
		period = p.Period.Value
	}
	mid := p.midTermYear(period)
	if i.Validate() != nil || period.IsZero() || !period.ContainsYear(mid) {
		return MidTerm{}
	}
	over := i.span(o)
	out := MidTerm{Year: mid}
	last, base := period.To(), period.From()-1
	if over == LastYear {
		if d := i.Target.Deadline; !d.IsZero() {
			if last = d.Year(); d.Before(last.LastDay()) {
				last--
			}
		}
		base = i.baseYear(p, base)
	}
	if mid > last {
		return MidTerm{}
	}
	out.Share = o.path.Share(base, mid, last, mid)
	var missing []YearFigure
	m := &milestone{printed: i.Target, share: out.Share, baseYear: base}
	if o.path == Linear && base < mid && mid < last {
		m.gone, m.all = int(mid-base), int(last-base)
	}
	i.Target, missing = l.milestone(i, i.Target, over, m, o)
	i.Target.Deadline = mid.LastDay()
	if over != LastYear {
		i.Target.Period, _ = measure.PeriodOf(period.From(), mid)
	}
	out.Evaluation = l.one(i, p, o)
	out.Evaluation.milestone = m
	if len(missing) > 0 {
		out.Evaluation.needsBase(l, missing, i.Target.ID)
	}
	return out
}

// baseYear returns the one year that a change starts from.
func (i Indicator) baseYear(p *Provisions, before measure.Year) measure.Year {
	switch {
	case i.Target.Base != 0:
		return i.Target.Base
	case p.BaseYear.Known():
		return p.BaseYear.Value
	}
	return before
}

// milestone returns what a target asks for when a share of the way is due, and
// the figures of the base year that it lacks for that.
func (l *ledger) milestone(i Indicator, t spec.Target, over Span, m *milestone, o *options) (spec.Target, []YearFigure) {
	switch t.Form {
	case spec.Change:
		if over == LastYear {
			t.Change, m.enters = t.Change.Mul(m.share), true
		}
	case spec.Gain:
		t.Limit, t.Upper, m.enters = t.Limit.Mul(m.share), measure.Ratio{}, true
	case spec.Ceiling, spec.Floor:
		switch {
		case over == Total && !i.Measurand.IsRate():
			t.Limit, m.enters = t.Limit.Mul(m.share), true
		case over == LastYear && m.share.Less(measure.Whole(1)):
			return l.between(i, t, m, o)
		}
	case spec.Both:
		t.Parts = slices.Clone(t.Parts)
		var missing []YearFigure
		for k := range t.Parts {
			t.Parts[k].BaseValue = t.BaseValue
			var lacks []YearFigure
			t.Parts[k], lacks = l.milestone(i, t.Parts[k], over, m, o)
			missing = append(missing, lacks...)
		}
		return t, missing
	}
	return t, nil
}

// between moves a limit towards a base that does not keep it yet.
func (l *ledger) between(i Indicator, t spec.Target, m *milestone, o *options) (spec.Target, []YearFigure) {
	from := evaluation{Evaluation: Evaluation{Indicator: i}, ledger: l, options: o, target: t}
	value := from.series([]measure.Year{m.baseYear})[0].Value
	stated := value == (spec.Value{}) && t.BaseValue.Known()
	if stated {
		value = spec.ExactValue(t.BaseValue)
	}
	if !value.Known() {
		return t, from.Figures
	}
	if t.Judge(value, spec.Value{}).Verdict == spec.Unmet {
		t.Limit = Milestone(value.Low, t.Limit, m.share)
		m.enters, m.start, m.started, m.stated = true, value.Low, from.Figures, stated
	}
	return t, nil
}

// needsBase says that the milestone is open because the base is; a value that
// keeps the whole limit keeps every milestone.
func (e *Evaluation) needsBase(l *ledger, figures []YearFigure, target string) {
	if e.Judgement.Verdict != spec.Unmet {
		return
	}
	e.Judgement = spec.Judgement{Code: spec.ReasonUnknownBase, Comparison: e.Judgement.Comparison}
	e.HasAllowed, e.HasHeadroom = false, false
	e.Missing = nil
	for _, f := range figures {
		if f.Value.Known() || !l.finished(f.Year) {
			continue
		}
		one := Missing{Statistic: f.Statistic, Year: f.Year}
		if f.Statistic == 0 {
			one.Target = target
		}
		e.Missing = append(e.Missing, one)
	}
}
