package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Trigger is a condition under which an event must be reported past the usual
// way or at once (必报情形).
type Trigger struct {
	ID     string // permanent, as "forest-fire-24h"
	Text   spec.Text
	To     Authority
	Within spec.Figure[measure.Duration] // not known where the text says "at once" or nothing
	Source spec.Source
}

// Triggered is what a trigger says of an event (必报判定): Met where the event must
// be reported, Unmet where this trigger does not ask for it, Unknown where a
// fact is missing.
type Triggered struct {
	Trigger Trigger
	Verdict spec.Verdict
}

// MustReport combines what triggers say: Met where one asks for a report, Unknown
// where one may, Unmet where none does (应否必报).
func MustReport(list []Triggered) spec.Verdict {
	verdicts := make([]spec.Verdict, len(list))
	for i, one := range list {
		verdicts[i] = one.Verdict
	}
	return spec.Any(verdicts...)
}

// FireState is what the triggers for forest fires look at besides [Facts]
// (森林火灾报告要素). What is not given is unknown.
type FireState struct {
	Burning               spec.Observed[measure.Duration] // how long it has not been out
	StateBorder           spec.Observed[bool]             // near or across the State's border 国界
	ProvinceBorder        spec.Observed[bool]             // near a provincial boundary 省界
	CountyBorder          spec.Observed[bool]             // near a county boundary 区县界
	ThreatensHomes        spec.Observed[bool]             // homes or key sites
	VirginForest          spec.Observed[bool]             // 原始林区
	KeyForest             spec.Observed[bool]             // 重点林区
	NeedsHelpFromTheState spec.Observed[bool]
}

// ForestFireTriggers returns what of a forest fire must be reported to the State
// under the national regulation, and to the municipality under that of
// Chongqing (森林火灾必报情形): 森林防火条例, article 32; 重庆市森林防火条例 (2018). A fire that has
// burnt for exactly the time is not out in it.
func ForestFireTriggers(f *Facts, s FireState) []Triggered {
	national := spec.Source{Document: "森林防火条例", Place: "第三十二条", Standing: spec.Statute}
	local := spec.Source{Document: "重庆市森林防火条例", Number: "2018年", Standing: spec.Statute}
	scale := ForestFireDamage()
	can := scale.Bounds(f)
	at := func(id string, to Authority, source spec.Source, en, zh string, verdict spec.Verdict) Triggered {
		return Triggered{Trigger{ID: id, Text: spec.T(en, zh), To: to, Source: source}, verdict}
	}
	return []Triggered{
		at("forest-fire-state-border", StateAuthority, national, "at the State's border", "国界附近", flag(s.StateBorder)),
		at("forest-fire-major", StateAuthority, national, "major or extraordinary", "重大、特别重大森林火灾", reaches(can, Major)),
		at("forest-fire-casualties", StateAuthority, national, "3 deaths or 10 serious injuries", "死亡3人以上或重伤10人以上",
			spec.Any(atLeast(peopleKnown(&f.Deaths), 3), atLeast(peopleKnown(&f.SeriousInjuries), 10))),
		at("forest-fire-homes", StateAuthority, national, "homes or key sites threatened", "威胁居民区或重要设施", flag(s.ThreatensHomes)),
		at("forest-fire-24h", StateAuthority, national, "not out in 24 hours", "24小时尚未扑灭", atLeast(durationKnown(&s.Burning), 24*3600)),
		at("forest-fire-virgin", StateAuthority, national, "virgin forest", "原始林区", flag(s.VirginForest)),
		at("forest-fire-province-border", StateAuthority, national, "at a provincial boundary", "省界附近", flag(s.ProvinceBorder)),
		at("forest-fire-help", StateAuthority, national, "help from the State needed", "需要国家支援", flag(s.NeedsHelpFromTheState)),
		at("forest-fire-local-casualties", ProvinceAuthority, local, "1 death or 3 serious injuries", "死亡1人以上或重伤3人以上",
			spec.Any(atLeast(peopleKnown(&f.Deaths), 1), atLeast(peopleKnown(&f.SeriousInjuries), 3))),
		at("forest-fire-4h", ProvinceAuthority, local, "not out in 4 hours", "4小时尚未扑灭", atLeast(durationKnown(&s.Burning), 4*3600)),
		at("forest-fire-key-forest", ProvinceAuthority, local, "key forest", "重点林区", flag(s.KeyForest)),
		at("forest-fire-county-border", ProvinceAuthority, local, "at a county boundary", "区县界附近", flag(s.CountyBorder)),
	}
}

// GeologicalTriggers returns what of a geological disaster or threat a county of
// Chongqing must report to the municipality within 1 hour (地质灾害必报情形): the
// upper two sizes (大型, 特大型) of damage or of threat. 重庆市地质灾害防治条例 (2020),
// article 35.
func GeologicalTriggers(f *Facts) []Triggered {
	source := spec.Source{Document: "重庆市地质灾害防治条例", Number: "2020年", Place: "第三十五条", Standing: spec.Statute}
	hour := spec.Cite(measure.Seconds(3600), source)
	damage, threat := GeologicalDamage(), GeologicalThreat()
	at := func(id, en, zh string, verdict spec.Verdict) Triggered {
		return Triggered{Trigger{ID: id, Text: spec.T(en, zh), To: ProvinceAuthority, Within: hour, Source: source}, verdict}
	}
	return []Triggered{
		at("geological-damage", "damage large or extra large", "大型、特大型灾情", reaches(damage.Bounds(f), Major)),
		at("geological-threat", "threat large or extra large", "大型、特大型险情", reaches(threat.Bounds(f), Major)),
	}
}

// DisasterTriggers returns what of any natural disaster goes past the usual way
// (自然灾害直报情形): 10 or more deaths and missing are reported to the province and
// the ministry as well. The figure was seen in a repost of an older return.
func DisasterTriggers(f *Facts) []Triggered {
	source := spec.Source{Document: "自然灾害情况统计制度", Place: "直报（旧版，转载）", Standing: spec.Unverified}
	return []Triggered{{
		Trigger{ID: "disaster-direct", Text: spec.T("10 deaths and missing", "死亡和失踪10人以上"), To: StateAuthority, Source: source},
		atLeast(f.ends(ByDeathsAndMissing), 10),
	}}
}

// FirstDisasterReport returns how long a county has for its first report of a
// natural disaster (灾情初报时限): 2 hours after the event. Draft of 2019 of the
// national return.
func FirstDisasterReport() spec.Figure[measure.Duration] {
	return spec.Cite(measure.Seconds(2*3600), spec.Source{Document: "自然灾害情况统计调查制度", Number: "2019年征求意见稿", Place: "初报", Standing: spec.Published})
}

// Triggers returns what the triggers say of a disaster whose hazard has some,
// and those of every disaster (必报判定). What its return does not hold, such as
// how long a fire has burnt, is unknown.
func (d *Disaster) Triggers() []Triggered {
	facts := d.Facts()
	out := DisasterTriggers(&facts)
	switch d.Hazard {
	case Geological:
		out = append(out, GeologicalTriggers(&facts)...)
	case ForestFire:
		out = append(out, ForestFireTriggers(&facts, FireState{})...)
	}
	return out
}

func reaches(can ScaleRange[Grade], from Grade) spec.Verdict {
	switch {
	case can.Lowest >= from:
		return spec.Met
	case can.Highest < from:
		return spec.Unmet
	}
	return spec.Unknown
}

func atLeast(v interval, from int64) spec.Verdict {
	switch {
	case v.low >= from:
		return spec.Met
	case v.bounded && v.high < from:
		return spec.Unmet
	}
	return spec.Unknown
}

func flag(o spec.Observed[bool]) spec.Verdict {
	switch yes, ok := o.Value(); {
	case !ok:
		return spec.Unknown
	case yes:
		return spec.Met
	}
	return spec.Unmet
}

func durationKnown(o *spec.Observed[measure.Duration]) interval {
	return knownEnds(o, measure.Duration.Seconds, spec.Hours)
}
