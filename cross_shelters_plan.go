package emergency

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// crossShelterPlan holds what the plan says of the network of shelters against itself.
func crossShelterPlan() []crossCheck {
	return []crossCheck{
		check("shelter-mean-size", spec.FigureKind,
			spec.T("Mean shelter", "单处避难场所平均规模"),
			spec.T("effective area, temporary and lodging capacity, each / shelters", "有效避难面积、临时安置人数、住宿避难人数，各 ÷ 处数"),
			"一（一）3", []string{"cc-shelter-mean-size"}, meanShelter).
			from(is("actual", "effective-area ÷ shelters"),
				step("mean-temporary", "temporary ÷ shelters", spec.T("short-stay places a shelter", "平均每处临时安置人数"), spec.Persons, 2),
				step("mean-lodging", "lodging ÷ shelters", spec.T("lodging places a shelter", "平均每处住宿人数"), spec.Persons, 2)),
		check("shelter-mixed-use", spec.FigureKind,
			spec.T("Both capacities at the same time", "住宿与临时安置同时使用"),
			spec.T("(effective area − lodgers × area per lodger) / others, for each cited area", "（有效避难面积 − 住宿人数 × 人均住宿面积）÷ 其余人数，按各引用指标计"),
			"一（一）3", []string{"cc-shelter-mixed-use"}, mixedUse).
			from(step("others", "temporary − lodging", spec.T("others", "其余人数"), spec.Persons, 0),
				is("actual", "(effective-area − lodging × area-per-lodger) ÷ others"),
				step("*.left", "(effective-area − lodging × *.area) ÷ others",
					spec.T("left for each other by * (below 0: impossible)", "按 * 其余人均面积（负值即无法同时使用）"), spec.SquareMetresPP, 2)),
		check("shelter-plan-titles", spec.CrossCheckKind,
			spec.T("Citations of the long-term shelter plan name one plan", "避难场所中长期规划各处引用为同一规划"),
			spec.T("the titles between 《 and 》 are the same wherever the plan is cited", "各处引用书名号内的名称相同"),
			"三（五~）3~", []string{"dis-two-county-plan-titles"}, planTitles),
	}
}

func ratioHa(a measure.Area) measure.Ratio { return measure.RatioOfDecimal(a.Hectares()) }

// inSaid lists a figure among the inputs as [in] does, with its words.
func inSaid[T any](f *spec.Finding, name string, label spec.Text, figure spec.Figure[T], value spec.Amount, unit spec.Unit) {
	in(f, name, figure, value, unit)
	f.Inputs[len(f.Inputs)-1].Label = label
}

func existingInput(f *spec.Finding, n spec.Figure[measure.Count]) {
	inSaid(f, "shelters", spec.T("existing shelters", "现有避难场所"), n, spec.Whole(n.Value), spec.Shelters)
}

// programmeInput lists the number of a target of the shelter programme.
func programmeInput(f *spec.Finding, name string, t spec.Target) {
	label := spec.T("new shelters", "新建避难场所")
	if name == "upgraded" {
		label = spec.T("upgraded shelters", "改造避难场所")
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Value: spec.AmountOf(t.Limit, 0), Unit: spec.Shelters, Source: t.Source})
}

func meanShelter(p *plan, _ *County, f *spec.Finding) {
	b := p.shelters.Baseline
	if !b.Shelters.Known() || b.Shelters.Value == 0 || !b.EffectiveArea.Known() || !b.Temporary.Known() || !b.Lodging.Known() {
		return
	}
	n := measure.Whole(int64(b.Shelters.Value))
	existingInput(f, b.Shelters)
	in(f, "effective-area", b.EffectiveArea, spec.AmountOf(ratioHa(b.EffectiveArea.Value), 8), spec.Hectares)
	in(f, "temporary", b.Temporary, spec.Whole(b.Temporary.Value), spec.Persons)
	in(f, "lodging", b.Lodging, spec.Whole(b.Lodging.Value), spec.Persons)
	area := ratioHa(b.EffectiveArea.Value).Div(n)
	figured(f, spec.AmountOf(area, 3), spec.Hectares, spec.Textf("a shelter has on average %s ha, %s temporary and %s lodging places",
		"平均每处 %s 公顷，临时安置 %s 人，住宿避难 %s 人", area.Text(3),
		spec.AmountOf(measure.Whole(int64(b.Temporary.Value)).Div(n), 2), spec.AmountOf(measure.Whole(int64(b.Lodging.Value)).Div(n), 2)))
}

func mixedUse(p *plan, _ *County, f *spec.Finding) {
	b := p.shelters.Baseline
	if !b.EffectiveArea.Known() || !b.Temporary.Known() || !b.Lodging.Known() {
		return
	}
	in(f, "effective-area", b.EffectiveArea, spec.AmountOf(measure.RatioOfDecimal(b.EffectiveArea.Value.SquareMetres()), 4), spec.SquareMetres)
	in(f, "temporary", b.Temporary, spec.Whole(b.Temporary.Value), spec.Persons)
	in(f, "lodging", b.Lodging, spec.Whole(b.Lodging.Value), spec.Persons)
	var first measure.Ratio
	said := spec.T("", "")
	for _, per := range p.shelters.PerPerson {
		if per.Stay != shelters.Lodging || !per.Area.Known() {
			continue
		}
		each := measure.RatioOfDecimal(per.Area.Value.SquareMetres())
		name := per.ID + ".area"
		join := spec.T("; ", "；")
		if said.IsZero() {
			join = spec.Text{}
		}
		mixed, ok := shelters.MixedUse(b.EffectiveArea.Value, b.Temporary.Value, b.Lodging.Value, per.Area)
		if ok && !first.Known() {
			first, name = mixed.PerOther, "area-per-lodger"
		}
		inSaid(f, name, spec.T("area per lodger", "住宿人均面积"), per.Area, spec.AmountOf(each, 4), spec.SquareMetresPP)
		if !ok {
			said = spec.Textf("%s%sat %s m² a lodger it cannot be", "%s%s住宿人均 %s 平方米时无法同时使用", said, join, spec.AmountOf(each, 4))
			continue
		}
		said = spec.Textf("%s%sat %s m² a lodger %s m² are left for each of %d others", "%s%s住宿人均 %s 平方米时，其余每人 %s 平方米（共 %d 人）",
			said, join, spec.AmountOf(each, 4), mixed.PerOther.Text(2), mixed.Others)
	}
	if said.IsZero() {
		f.Reason.Text = spec.T("this plan chooses no area per lodger", "本规划未采用住宿人均面积指标")
		return
	}
	figured(f, spec.AmountOf(first, 2), spec.SquareMetresPP, said)
}

func planTitles(p *plan, _ *County, f *spec.Finding) {
	long := p.shelters.LongTerm
	if len(long.Cited) < 2 {
		return
	}
	if long.Years.Known() {
		f.Source = long.Years.Source
	}
	same := true
	for i, cited := range long.Cited {
		f.Inputs = append(f.Inputs, spec.Input{Name: "cited", Label: spec.Textf("citation %d", "第 %d 处引用", i+1), Text: cited, Source: long.Years.Source})
		same = same && quoted(cited) == quoted(long.Cited[0])
	}
	agrees(f, same, spec.Textf("%d citations with different words before the title; the title itself is %s",
		"引用 %d 处，书名号前的用语不同；书名%s", len(long.Cited), map[bool]spec.Text{true: spec.T("the same", "相同"), false: spec.T("not the same", "不同")}[same]))
}

// quoted is the title that a citation quotes, all of it where it quotes none.
func quoted(cited string) string {
	_, after, ok := strings.Cut(cited, "《")
	title, _, closed := strings.Cut(after, "》")
	if !ok || !closed {
		return cited
	}
	return title
}
