package teams

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// TrainingKind is what a team took part in (训练类别). The zero TrainingKind is
// unset.
type TrainingKind uint8

// The kinds of training.
const (
	_             TrainingKind = iota
	OwnTraining                // 专业化训练: the team on its own
	JointTraining              // 联合训练: with other teams
	Contest                    // 比武竞赛
	MobileDrill                // 跨区机动演练

	numTrainingKinds = iota
)

var trainingKinds = [numTrainingKinds]struct {
	code string
	text spec.Text
}{
	OwnTraining:   {"training", spec.Text{EN: "training", ZH: "专业化训练"}},
	JointTraining: {"joint", spec.Text{EN: "joint training", ZH: "联合训练"}},
	Contest:       {"contest", spec.Text{EN: "contest", ZH: "比武竞赛"}},
	MobileDrill:   {"mobile", spec.Text{EN: "cross-area drill", ZH: "跨区机动演练"}},
}

// ParseTrainingKind reads the code of a kind, as "joint", or its Chinese name.
func ParseTrainingKind(s string) (TrainingKind, bool) {
	for k := OwnTraining; k < numTrainingKinds; k++ {
		if trainingKinds[k].code == s || trainingKinds[k].text.ZH == s {
			return k, true
		}
	}
	return 0, false
}

// String returns the code of the kind.
func (k TrainingKind) String() string {
	if k >= numTrainingKinds {
		return ""
	}
	return trainingKinds[k].code
}

// In returns the kind in words.
func (k TrainingKind) In(lang spec.Lang) string {
	if k >= numTrainingKinds {
		return ""
	}
	return trainingKinds[k].text.In(lang)
}

// Training is one time that a team trained, competed or drilled (训练记录).
type Training struct {
	Team   string // id of the team
	On     measure.Date
	Kind   TrainingKind
	Hazard hazards.Natural // what it was about, 0 where about no one hazard
}

// TrainedHazards returns the hazards that a team has trained for from one day
// to another, both included (已训练灾种).
func TrainedHazards(team string, list []Training, from, to measure.Date) []hazards.Natural {
	var out []hazards.Natural
	for _, h := range hazards.Naturals() {
		for _, t := range list {
			if t.Team == team && t.Hazard == h && !t.On.IsZero() && !t.On.Before(from) && !t.On.After(to) {
				out = append(out, h)
				break
			}
		}
	}
	return out
}

// Times returns how often a team took part in something of one of the kinds
// from one day to another, both included (参训次数). Any kind counts where none
// is given.
func Times(team string, list []Training, from, to measure.Date, kinds ...TrainingKind) measure.Count {
	var n measure.Count
	for _, t := range list {
		if t.Team != team || t.On.IsZero() || t.On.Before(from) || t.On.After(to) {
			continue
		}
		if len(kinds) == 0 {
			n++
		}
		for _, k := range kinds {
			if t.Kind == k {
				n++
				break
			}
		}
	}
	return n
}

// Agreement is a promise of help from outside of the county, or from a
// neighbour inside of it (互助协议).
type Agreement struct {
	ID      string
	Partner string // as the county writes it
	Skills  []Skill
	From    measure.Date // first day, unset where nobody said
	Until   measure.Date // last day, unset where it does not end
}

// InForce reports whether the agreement holds on a day; both its days count.
func (a Agreement) InForce(asOf measure.Date) bool {
	return !a.From.After(asOf) && !asOf.After(a.Until)
}

// AgreementsOn returns the agreements that hold on a day, in their order.
func AgreementsOn(list []Agreement, asOf measure.Date) []Agreement {
	var out []Agreement
	for _, a := range list {
		if a.InForce(asOf) {
			out = append(out, a)
		}
	}
	return out
}

// Rating is the grade that a social force was given (分类分级测评).
type Rating struct {
	Grade string
	On    measure.Date
}

// StandsOn reports whether the rating holds on a day: given by then, and no
// older than so many days where the plan sets an interval. Without a grade or a
// date it is unknown.
func (r Rating) StandsOn(asOf measure.Date, interval spec.Figure[measure.Count]) spec.Verdict {
	switch {
	case r.Grade == "" || r.On.IsZero() || r.On.After(asOf):
		return spec.Unknown
	case interval.Known() && int64(r.On.DaysUntil(asOf)) > int64(interval.Value):
		return spec.Unmet
	}
	return spec.Met
}
