package emergency

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossHazards holds hazards and sectors against the bodies that lead them.
func crossHazards() []crossCheck {
	return []crossCheck{
		check("hazards-and-commands", spec.CrossCheckKind,
			spec.T("Every natural hazard has a command", "各灾种均有专项指挥部"),
			spec.T("hazards led by a command = hazards of the plan", "有指挥部牵头的灾种数 = 规划灾种数"),
			"三（一）2", []string{"cc-hazards-vs-commands"}, hazardsAndCommands).under(hazards.ReadingGeohazardCommand).
			from(is("hazards", "count(leader/**)"), is("led", "sum(leader/**)"), is("actual", "led"), is("required", "hazards")),
		check("sectors-and-offices", spec.CrossCheckKind,
			spec.T("Every accident sector has a special office", "各行业领域均有专项办公室"),
			spec.T("sectors led by an office = sectors of the plan", "有专项办公室的行业领域数 = 规划行业领域数"),
			"三（三~）4~", []string{"cc-sectors-vs-offices"}, sectorsAndOffices).
			from(is("sectors", "count(leader/**)"), is("led", "sum(leader/**)"), is("actual", "led"), is("required", "sectors")),
		check("hazard-lists", spec.CrossCheckKind,
			spec.T("The plan's lists of hazards name the same ones", "规划各处灾种清单一致"),
			spec.T("every list, after its names are read, holds the same hazards", "各处清单归一化后灾种相同"),
			"三（三~）1~", []string{"cc-hazard-set-equal"}, hazardLists).
			from(is("actual", "count(list/**)")),
	}
}

func hazardsAndCommands(p *plan, _ *County, f *spec.Finding) {
	all := int64(len(p.hazards.Hazards))
	if all == 0 {
		return
	}
	unled := p.hazards.UnledHazards(p.choices)
	led := all - int64(len(unled))
	f.Source = p.hazards.Hazards[0].Source
	tally(f, "hazards", spec.T("natural hazards of the plan", "规划灾种"), int(all), spec.Hazards, f.Source)
	tally(f, "commands", spec.T("commands", "专项指挥部"), len(p.hazards.Commands), spec.Commands, p.hazards.CommandCount.Source)
	tally(f, "led", spec.T("hazards led by a command", "有指挥部牵头的灾种"), int(led), spec.Hazards, spec.Source{})
	compared(f, measure.Whole(led), spec.NotBelow, measure.Whole(all), 0, spec.Hazards)
	for _, reading := range hazards.Readings() {
		if reading.ID == hazards.ReadingGeohazardCommand {
			f.Readings = append(f.Readings, spec.Used(reading, p.choices.Of(reading)))
		}
	}
	for _, lead := range p.hazards.Hazards {
		command, _ := p.hazards.CommandOf(lead.Hazard, p.choices)
		ledBy(f, lead.Hazard, command, spec.Commands, lead.Source)
	}
	commands := len(p.hazards.Commands)
	text := spec.Textf("%d hazards on %d commands", "%d 个灾种，%d 个指挥部", all, commands)
	text.EN += without(unled, spec.English)
	text.ZH += without(unled, spec.Chinese)
	agrees(f, len(unled) == 0, text)
}

func sectorsAndOffices(p *plan, _ *County, f *spec.Finding) {
	all := int64(len(p.hazards.Sectors))
	if all == 0 {
		return
	}
	unled := p.hazards.UnledSectors()
	led := all - int64(len(unled))
	f.Source = p.hazards.Sectors[0].Source
	tally(f, "sectors", spec.T("accident sectors of the plan", "规划行业领域"), int(all), spec.Items, f.Source)
	tally(f, "offices", spec.T("special offices", "专项办公室"), len(p.hazards.Offices), spec.Offices, p.hazards.OfficeCount.Source)
	tally(f, "led", spec.T("sectors led by an office", "有专项办公室的行业领域"), int(led), spec.Items, spec.Source{})
	compared(f, measure.Whole(led), spec.NotBelow, measure.Whole(all), 0, spec.Items)
	for _, lead := range p.hazards.Sectors {
		office, _ := p.hazards.OfficeOf(lead.Sector)
		ledBy(f, lead.Sector, office, spec.Offices, lead.Source)
	}
	offices := len(p.hazards.Offices)
	text := spec.Textf("%d sectors on %d offices", "%d 个行业领域，%d 个专项办公室", all, offices)
	text.EN += without(unled, spec.English)
	text.ZH += without(unled, spec.Chinese)
	agrees(f, len(unled) == 0, text)
}

// ledBy enters one hazard or sector with the body that leads for it, 1, or
// none, 0.
func ledBy[T interface {
	String() string
	In(spec.Lang) string
}](f *spec.Finding, of T, leader hazards.Body, unit spec.Unit, source spec.Source) {
	label, n := spec.Textf("%s: led by none", "%s：无牵头机构", spec.T(of.In(spec.English), of.In(spec.Chinese))), 0
	if leader.ID != "" {
		label, n = spec.Textf("%s: %s", "%s：%s", spec.T(of.In(spec.English), of.In(spec.Chinese)), leader.Name), 1
	}
	tally(f, "leader/"+of.String(), label, n, unit, source)
}

func hazardLists(p *plan, _ *County, f *spec.Finding) {
	if len(p.hazards.HazardLists) < 2 {
		return // nothing to compare
	}
	var lists [][]string
	var places []string
	for i, list := range p.hazards.HazardLists {
		lists = append(lists, list.Names)
		places = append(places, list.Source.Place)
		f.Inputs = append(f.Inputs, spec.Input{Name: "list/" + strconv.Itoa(i+1), Label: spec.T("names listed at "+list.Source.Place, list.Source.Place+"所列灾种"),
			Value: spec.Whole(len(list.Names)), Text: strings.Join(list.Names, "、"), Unit: spec.Items, Source: list.Source})
	}
	f.Source = p.hazards.HazardLists[0].Source
	f.Actual, f.Unit = spec.Whole(len(lists)), spec.Items
	agrees(f, hazards.SameHazards(lists...), spec.Textf("%d lists, at %s, compared after their names were read",
		"%d 处清单（%s）归一化名称后比较", len(lists), strings.Join(places, "；")))
}

// without names what nobody leads.
func without[T interface{ In(spec.Lang) string }](list []T, lang spec.Lang) string {
	if len(list) == 0 {
		return ""
	}
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = one.In(lang)
	}
	if lang == spec.Chinese {
		return "；没有牵头机构：" + strings.Join(names, "、")
	}
	return "; led by none: " + strings.Join(names, ", ")
}
