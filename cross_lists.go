package emergency

import (
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossLists holds the plan's lists against their names and each other, and the
// works against the project table.
func crossLists() []crossCheck {
	return []crossCheck{
		check("numeral-sets", spec.CrossCheckKind,
			spec.T("Numbers in the names of sets", "带数字名目与所列成员"),
			spec.T("for every list of the plan whose name says a number: members listed = that number; sets without any member are counted apart",
				"名称含数字的每一名目：所列成员数 = 名称中的数字；未列成员的名目另计"),
			"全文", []string{"cc-numeral-sets"}, numeralSets).
			from(is("actual", "count(**.listed = **.named)"), is("required", "count(**.named)")),
		check("lists-twice", spec.CrossCheckKind,
			spec.T("Lists that stand twice are the same", "两处所列名目一致"),
			spec.T("for every list that repeats another: the same members, whatever their order",
				"重复出现的名目：成员相同，次序不论"),
			"三（二）1~", []string{"cc-misreport-sets-equal", "dis-enforcement-repeated"}, listsTwice).
			from(is("actual", "count(differing/** = 0)"), is("required", "count(differing/**)")),
		check("reconstructed-places", spec.FigureKind,
			spec.T("Places reconstructed from lost numbers", "依上下文复原的条款编号"),
			spec.T("duties, lists and parameters whose place has a ~: the published text lost the number before it",
				"出处含“~”的责任事项、名目和参数数：“~”前的编号在公开文本中缺失"),
			"三", []string{"dis-heading-numbers-missing"}, reconstructedPlaces).
			from(is("actual", "duties + lists + parameters")),
		check("joint-exercises-before", spec.FigureKind,
			spec.T("Fields of joint exercises before the plan", "规划期前联合演练领域"),
			spec.T("number of fields in which the plan says that joint exercises were held", "规划所述已开展联合演练的领域数"),
			"一（一）4", []string{"baseline-joint-exercises"}, jointExercises).
			from(is("actual", "count(field/**)")),
		check("enforcement-equipment-twice", spec.CrossCheckKind,
			spec.T("Enforcement equipment: rate and standard", "执法装备达标率与标准"),
			spec.T("the rate and the standard that it is measured by stand at two places: the standard is among the documents that the plan cites",
				"达标率与其所依标准分列两处：该标准在规划引用文件之列"),
			"三（六）2", []string{"cc-enforcement-equipment-double"}, enforcementEquipment).
			from(is("actual", "cited"), is("required", spec.Given)),
		check("work-parts", spec.CrossCheckKind,
			spec.T("Parts of a work against its rows", "重点工程分项与项目行数"),
			spec.T("for every work that the text divides: rows of the project table = parts",
				"正文划分子项的每项工程：项目库行数 = 子项数"),
			"四（二）", []string{"dis-work-2-merges-three"}, workParts).
			from(is("actual", "count(**.rows = **.parts)"), is("required", "count(**.parts)")),
	}
}

func numeralSets(p *plan, _ *County, f *spec.Finding) {
	var t spec.Tally
	unlisted := 0
	var off []string
	for _, c := range p.lists {
		if c.Announced == 0 {
			continue
		}
		if len(c.Members) == 0 {
			unlisted++
			continue
		}
		verdict := c.Numeral()
		t.Add(verdict)
		tally(f, c.ID+".listed", spec.T("listed of: "+c.Title.EN, "所列成员："+c.Title.ZH), len(c.Members), spec.Items, c.Source)
		tally(f, c.ID+".named", spec.T("named in: "+c.Title.EN, "名称所示："+c.Title.ZH), c.Announced, spec.Items, c.Source)
		if verdict == spec.Unmet {
			off = append(off, c.Title.ZH)
			if f.Source.Place == "" {
				f.Source = c.Source
			}
		}
	}
	sets := t.Met + t.Unmet
	if sets == 0 {
		return
	}
	tally(f, "unlisted", spec.T("numbered sets without any member listed", "未列成员的带数字名目"), unlisted, spec.Items, spec.Source{})
	compared(f, measure.Whole(int64(t.Met)), spec.Equals, measure.Whole(int64(sets)), 0, spec.Items)
	if len(off) == 0 {
		agrees(f, true, spec.Textf("all %d numbered sets list as many members; %d list none", "%d 个带数字的名目均与成员数一致；另有 %d 个未列成员", sets, unlisted))
		return
	}
	agrees(f, false, spec.Textf("%[1]d of %[2]d numbered sets; not so: %[3]s; %[4]d list none", "%[2]d 个带数字的名目中 %[1]d 个一致；不一致：%[3]s；另有 %[4]d 个未列成员",
		t.Met, sets, strings.Join(off, "、"), unlisted))
}

func listsTwice(p *plan, _ *County, f *spec.Finding) {
	all := FiveYearPlan{p}
	names := func(c spec.Catalogue) []string {
		var out []string
		for _, m := range c.Members {
			out = append(out, m.Title.ZH)
		}
		slices.Sort(out)
		return out
	}
	pairs := 0
	var off []string
	for _, c := range p.lists {
		if c.SameAs == "" {
			continue
		}
		pairs++
		first, ok := all.Catalogue(c.SameAs)
		differing := apartFrom(names(c), names(first)) + apartFrom(names(first), names(c))
		tally(f, "differing/"+c.ID, spec.T("members not in both: "+c.Title.EN, "非两处共有的成员："+c.Title.ZH), differing, spec.Items, c.Source)
		f.Inputs[len(f.Inputs)-1].Text = c.SameAs
		if !ok || differing > 0 {
			off = append(off, c.Title.ZH)
		}
		if f.Source.Place == "" {
			f.Source = c.Source
		}
	}
	if pairs == 0 {
		return
	}
	compared(f, measure.Whole(int64(pairs-len(off))), spec.Equals, measure.Whole(int64(pairs)), 0, spec.Items)
	if len(off) == 0 {
		agrees(f, true, spec.Textf("all %d lists that stand twice have the same members", "%d 个两处出现的名目成员均相同", pairs))
		return
	}
	agrees(f, false, spec.Textf("%[1]d of %[2]d lists differ: %[3]s", "%[2]d 个名目中 %[1]d 个不一致：%[3]s", len(off), pairs, strings.Join(off, "、")))
}

// apartFrom counts the names of a list that another does not have, each as
// often as it stands there more.
func apartFrom(names, others []string) int {
	left := slices.Clone(others)
	n := 0
	for _, name := range names {
		if i := slices.Index(left, name); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		n++
	}
	return n
}

func reconstructedPlaces(p *plan, _ *County, f *spec.Finding) {
	lost := func(s spec.Source) int {
		if strings.Contains(s.Place, "~") {
			return 1
		}
		return 0
	}
	duties, lists, parameters := 0, 0, 0
	for _, d := range p.plans.Ledger.Duties {
		duties += lost(d.Source)
	}
	for _, c := range p.lists {
		lists += lost(c.Source)
	}
	for _, one := range p.parameters {
		parameters += lost(one.Source)
	}
	all := duties + lists + parameters
	if all == 0 {
		return
	}
	f.Source.Place = "三"
	tally(f, "duties", spec.T("duties", "责任事项"), duties, spec.Items, spec.Source{})
	tally(f, "lists", spec.T("lists", "名目"), lists, spec.Items, spec.Source{})
	tally(f, "parameters", spec.T("parameters", "参数"), parameters, spec.Items, spec.Source{})
	figured(f, spec.Whole(all), spec.Items, spec.Textf("%d duties, %d lists and %d parameters stand at a reconstructed place; to be confirmed against the original",
		"%d 项责任事项、%d 个名目、%d 个参数的出处编号系复原，须以原件核对", duties, lists, parameters))
}

func workParts(p *plan, _ *County, f *spec.Finding) {
	rows := map[string]int{}
	for _, row := range p.plans.Projects {
		rows[row.Work]++
	}
	divided, even := 0, 0
	var off []string
	for _, w := range p.plans.Works {
		if len(w.Parts) == 0 {
			continue
		}
		divided++
		tally(f, "work/"+w.ID+".rows", spec.T("rows of: "+w.Name.EN, "项目行数："+w.Name.ZH), rows[w.ID], spec.Projects, w.Source)
		tally(f, "work/"+w.ID+".parts", spec.T("parts of: "+w.Name.EN, "子项数："+w.Name.ZH), len(w.Parts), spec.Items, w.Source)
		if rows[w.ID] == len(w.Parts) {
			even++
			continue
		}
		off = append(off, w.ID)
	}
	if divided == 0 || len(p.plans.Projects) == 0 {
		return
	}
	f.Source = p.plans.WorksSource
	compared(f, measure.Whole(int64(even)), spec.Equals, measure.Whole(int64(divided)), 0, spec.Items)
	agrees(f, len(off) == 0, spec.Textf("works with as many rows as parts: %[1]d of %[2]d; not so: %[3]s", "子项与项目行数一致的工程：%[2]d 项中 %[1]d 项；不一致：%[3]s",
		even, divided, strings.Join(off, ", ")))
}

func jointExercises(p *plan, _ *County, f *spec.Finding) {
	list, ok := p.list("baseline-joint-exercises")
	if !ok {
		return
	}
	f.Source = list.Source
	fields := 0
	for i, m := range list.Members {
		name := "partner/"
		if m.Group == list.Members[0].Group {
			name = "field/"
			fields++
		}
		tally(f, name+strconv.Itoa(i+1), m.Title, 1, spec.Items, list.Source)
		f.Inputs[len(f.Inputs)-1].Text = m.Group
	}
	figured(f, spec.Whole(fields), spec.Items, spec.Textf("%d fields, %d partners named; no standard judges it", "%d 个领域，%d 个参与单位；无判定标准", fields, len(list.Members)-fields))
}

func enforcementEquipment(p *plan, _ *County, f *spec.Finding) {
	target := p.teams.Enforcement.Equipment
	if target.Form == 0 || len(p.documents) == 0 {
		return
	}
	f.Source = target.Source
	cited := 0
	for _, d := range p.documents {
		if strings.Contains(d.Title, "执法装备") || strings.Contains(d.Title, "执法") && strings.Contains(d.Title, "装备") {
			cited++
			f.Inputs = append(f.Inputs, spec.Input{Name: "standard", Label: spec.T("standard cited", "所引标准"), Text: d.Title, Source: spec.Source{Document: p.source.Document, Number: p.source.Number, Place: d.Place, Standing: p.source.Standing}})
		}
	}
	tally(f, "cited", spec.T("standards cited for the equipment", "所引装备配备标准"), cited, spec.Items, spec.Source{})
	f.Inputs = append(f.Inputs, spec.Input{Name: "rate", Label: spec.T("rate", "达标率"), Value: spec.AmountOf(target.Limit, 2), Unit: spec.Percent, Source: target.Source})
	compared(f, measure.Whole(int64(cited)), spec.NotBelow, measure.Whole(1), 0, spec.Items)
	agrees(f, cited > 0, spec.Textf("%d standard for the equipment is cited; its quantities are not in the plan", "引用执法装备标准 %d 件；其数量规定不在规划内", cited))
}
