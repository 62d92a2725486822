package teams_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

var epoch = measure.DateOf(2020, 1, 1)

// drawDay returns a day, or none.
func drawDay(t *rapid.T, label string) measure.Date {
	n := rapid.IntRange(-1, 400).Draw(t, label)
	if n < 0 {
		return measure.Date{}
	}
	return epoch.AddDays(n)
}

func drawCertificates(t *rapid.T) []teams.Certificate {
	var out []teams.Certificate
	for i := range rapid.IntRange(0, 6).Draw(t, "certificates") {
		out = append(out, teams.Certificate{
			ID: string(rune('a' + i)), Team: rapid.SampledFrom([]string{"t1", "t2"}).Draw(t, "team"),
			Skill: rapid.SampledFrom([]teams.Skill{"forest", "water"}).Draw(t, "skill"),
			From:  drawDay(t, "from"), Until: drawDay(t, "until"),
		})
	}
	return out
}

func drawWindows(t *rapid.T) teams.Windows {
	return teams.Windows{Renewal: rapid.IntRange(0, 40).Draw(t, "renewal"), Grace: rapid.IntRange(0, 40).Draw(t, "grace")}
}

// holds is the slow way: every day that the certificate gives the skill, one by one.
func holds(c teams.Certificate, day measure.Date, grace int) bool {
	if !c.From.IsZero() && day.Compare(c.From) < 0 {
		return false
	}
	return c.Until.IsZero() || day.Compare(c.Until.AddDays(grace)) <= 0
}

func TestALapsedCertificateRemovesTheSkill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, w := drawCertificates(t), drawWindows(t)
		team := teams.Team{ID: "t1", SkillsKnown: rapid.Bool().Draw(t, "says what it can do")}
		if rapid.Bool().Draw(t, "claims") {
			team.Skills = []teams.Skill{"forest"}
			team.SkillsKnown = true
		}
		proof := rapid.SampledFrom([]teams.SkillProof{teams.CertificateNeeded, teams.ClaimEnough}).Draw(t, "proof")
		day := epoch.AddDays(rapid.IntRange(0, 450).Draw(t, "day"))
		attested, held := false, false
		for _, c := range list {
			if c.Team == "t1" && c.Skill == "forest" {
				attested, held = true, held || holds(c, day, w.Grace)
			}
		}
		want := spec.Unknown
		switch {
		case held:
			want = spec.Met
		case attested:
			want = spec.Unmet
		case team.Claims("forest"):
			if proof == teams.ClaimEnough {
				want = spec.Met
			}
		case team.SkillsKnown:
			want = spec.Unmet
		}
		if got := teams.SkillVerdict(team, "forest", list, day, w, proof); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestOneMoreCertificateInForceNeverRemovesASkill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, w := drawCertificates(t), drawWindows(t)
		day := epoch.AddDays(rapid.IntRange(0, 450).Draw(t, "day"))
		more := append(list[:len(list):len(list)], teams.Certificate{ID: "new", Team: "t1", Skill: "forest", From: day, Until: day})
		team := teams.Team{ID: "t1"}
		if got := teams.SkillVerdict(team, "forest", more, day, w, teams.CertificateNeeded); got != spec.Met {
			t.Fatalf("%v with a certificate in force", got)
		}
		for _, skill := range []teams.Skill{"forest", "water"} {
			before := teams.SkillVerdict(team, skill, list, day, w, teams.CertificateNeeded)
			after := teams.SkillVerdict(team, skill, more, day, w, teams.CertificateNeeded)
			if before == spec.Met && after != spec.Met {
				t.Fatalf("%s: %v became %v", skill, before, after)
			}
		}
	})
}

func TestRenewalListHoldsEveryLastDayOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, w := drawCertificates(t), drawWindows(t)
		day := epoch.AddDays(rapid.IntRange(0, 450).Draw(t, "day"))
		got := teams.Renewals(list, day, w)
		want := 0
		for _, c := range list {
			if !c.Until.IsZero() {
				want++
			}
		}
		if len(got) != want {
			t.Fatalf("%d lines, want %d", len(got), want)
		}
		for i, r := range got {
			if i > 0 && r.Certificate.Until.Before(got[i-1].Certificate.Until) {
				t.Fatal("not in the order of the last days")
			}
			if r.State.Holds() && !holds(r.Certificate, day, w.Grace) {
				t.Fatalf("%v holds on %v", r.Certificate, day)
			}
			if r.State == teams.Replaced {
				verdict := teams.SkillVerdict(teams.Team{ID: r.Certificate.Team}, r.Certificate.Skill, list, day, w, teams.CertificateNeeded)
				if verdict != spec.Met {
					t.Fatalf("%v is replaced, but the skill is %v", r.Certificate, verdict)
				}
			}
			if r.Days < 0 != day.After(r.Certificate.Until) {
				t.Fatalf("%d days until %v on %v", r.Days, r.Certificate.Until, day)
			}
		}
	})
}

func TestEquipmentRateIsTheExactShareAndNoSurplusMakesUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []teams.Equipment
		have, need := new(big.Int), new(big.Int)
		for range rapid.IntRange(0, 6).Draw(t, "items") {
			h, n := rapid.IntRange(0, 9).Draw(t, "have"), rapid.IntRange(0, 9).Draw(t, "need")
			list = append(list, teams.Equipment{Have: count(h), Need: count(n)})
			have.Add(have, big.NewInt(int64(min(h, n))))
			need.Add(need, big.NewInt(int64(n)))
		}
		v := teams.EquipmentRate(list)
		if need.Sign() == 0 {
			if v != (spec.Value{}) {
				t.Fatalf("nothing needed, but %v", v)
			}
			return
		}
		want := new(big.Rat).SetFrac(new(big.Int).Mul(have, big.NewInt(100)), need)
		got, ok := v.Low.Rat()
		if !ok || !v.Known() || got.Cmp(want) != 0 {
			t.Fatalf("%v, want %v", v, want)
		}
		// An unknown stock widens it: the true rate stays inside.
		i := rapid.IntRange(0, len(list)-1).Draw(t, "unknown")
		list[i].Have = spec.Observed[measure.Count]{}
		wide := teams.EquipmentRate(list)
		if wide.Low.Known() && v.Low.Less(wide.Low) || wide.High.Known() && wide.High.Less(v.High) {
			t.Fatalf("%v is outside of %v", v, wide)
		}
		list[i].Need = spec.Observed[measure.Count]{}
		if v := teams.EquipmentRate(list); v != (spec.Value{}) {
			t.Fatalf("a need that is not known, but %v", v)
		}
	})
}

func TestAFieldIsServedByATeamThatHasItsSkill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := teams.FieldQuestion{Certificates: drawCertificates(t), Windows: drawWindows(t), Complete: rapid.Bool().Draw(t, "complete"),
			Conditional: rapid.Bool().Draw(t, "conditional"), AnyKind: rapid.Bool().Draw(t, "any kind")}
		if rapid.Bool().Draw(t, "ripe") {
			q.Ripe.Yes = teams.FieldsOf(teams.Forest)
		} else if rapid.Bool().Draw(t, "not ripe") {
			q.Ripe.No = teams.FieldsOf(teams.Forest)
		}
		roster := []teams.Team{{ID: "t1", Kind: rapid.SampledFrom([]teams.Kind{teams.Professional, teams.Social, teams.Experts}).Draw(t, "kind"), SkillsKnown: true}}
		day := epoch.AddDays(rapid.IntRange(0, 450).Draw(t, "day"))
		got := teams.FieldCoverage([]teams.Field{teams.Forest}, roster, q, day)[0]
		counts := roster[0].Kind == teams.Professional || q.AnyKind && roster[0].Kind == teams.Social
		has := teams.SkillVerdict(roster[0], "forest", q.Certificates, day, q.Windows, q.Proof) == spec.Met
		switch {
		case counts && has:
			if got.Verdict != spec.Met || len(got.Teams) != 1 {
				t.Fatalf("%+v", got)
			}
		case !q.Complete && (!q.Conditional || !q.Ripe.No.Has(teams.Forest)):
			if got.Verdict != spec.Unknown {
				t.Fatalf("an incomplete roster without the skill is %v", got.Verdict)
			}
		case q.Conditional && q.Ripe.No.Has(teams.Forest):
			if got.Verdict != spec.NotApplicable {
				t.Fatalf("not ripe: %v", got.Verdict)
			}
		case q.Conditional && !q.Ripe.Yes.Has(teams.Forest):
			if got.Verdict != spec.Unknown {
				t.Fatalf("nobody said whether ripe: %v", got.Verdict)
			}
		default:
			if got.Verdict != spec.Unmet {
				t.Fatalf("a breach is %v", got.Verdict)
			}
		}
	})
}
