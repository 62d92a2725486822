package plans

import (
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) servesFinding() spec.Finding {
	f, ok := a.project(RuleProjectServes)
	if !ok {
		return f
	}
	f.Lean(spec.Source{Document: "county-emergency", Place: RuleProjectServes, Standing: spec.Ours})
	var none []string
	for _, p := range a.provisions.Projects {
		name := "serves-"
		if len(p.Serves) == 0 {
			name, none = "none-", append(none, p.ID)
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: name + p.ID, Label: p.Name, Text: orDash(strings.Join(p.Serves, ", ")), Source: p.Source})
	}
	all := len(a.provisions.Projects)
	f.Inputs = append(f.Inputs, number("rows", spec.T("rows of the table", "项目库行数"), all, spec.Projects),
		number("serving", spec.T("rows that serve a target or a duty", "有对应指标或责任事项的行"), all-len(none), spec.Projects),
		number("idle", spec.T("rows that serve none", "无对应指标或责任事项的行"), len(none), spec.Projects))
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(all-len(none)), spec.NotBelow, spec.Whole(all), spec.Whole(len(none))
	if len(none) == 0 {
		decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d rows serve a target or a duty", "%d 行均服务于指标或责任事项", all))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("%d of %d rows serve none: %s", "%[2]d 行中 %[1]d 行无对应指标或责任事项：%[3]s", len(none), all, strings.Join(none, ", ")))
	return f
}

// Listing is one thing to be built that stands in more than one row
// (重复列项).
type Listing struct {
	What  spec.Member
	Rows  []string // ids of the projects that list it
	Paid  []string // of these, the rows whose amount pays for it
	Count string   // the row to count it in: the one that pays, else the first
}

// ListedTwice returns what stands in more than one row of a project table, in
// the order of the table (重复列项). A row pays for what it names as paid for, and
// for all it builds where it has an amount and names nothing.
func ListedTwice(projects []Project) []Listing {
	var out []Listing
	at := map[string]int{}
	for _, p := range projects {
		for _, what := range p.Delivers {
			i, seen := at[what.ID]
			if !seen {
				i = len(out)
				at[what.ID] = i
				out = append(out, Listing{What: what})
			}
			out[i].Rows = append(out[i].Rows, p.ID)
			if p.Money.Known() && (len(p.PaidFor) == 0 || slices.Contains(p.PaidFor, what.ID)) {
				out[i].Paid = append(out[i].Paid, p.ID)
			}
		}
	}
	out = slices.DeleteFunc(out, func(l Listing) bool { return len(l.Rows) < 2 })
	for i := range out {
		out[i].Count = out[i].Rows[0]
		if len(out[i].Paid) > 0 {
			out[i].Count = out[i].Paid[0]
		}
	}
	return out
}

func (a *Assessment) onceFinding() spec.Finding {
	f, ok := a.project(RuleProjectOnce)
	if ok {
		listedOnce(&f, a.provisions.Projects)
	}
	return f
}

// worksOnceFinding is the same for what the text says that the works build.
func (a *Assessment) worksOnceFinding() spec.Finding {
	f := a.finding(RuleWorksOnce, a.provisions.WorksSource)
	rows := make([]Project, 0, len(a.provisions.Works))
	for _, w := range a.provisions.Works {
		f.Lean(w.Source)
		rows = append(rows, Project{ID: w.ID, Delivers: w.Builds})
	}
	listedOnce(&f, rows)
	return f
}

// listedOnce judges whether each thing to be built stands in one row.
func listedOnce(f *spec.Finding, rows []Project) {
	f.Unit = spec.Items
	twice := ListedTwice(rows)
	things := map[string]bool{}
	for _, p := range rows {
		for _, what := range p.Delivers {
			things[what.ID] = true
		}
	}
	var said, saidEN []string
	for _, l := range twice {
		counted, countedEN := "", ""
		if len(l.Paid) > 0 {
			counted, countedEN = "，计入 "+l.Count, "; count it in "+l.Count
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "twice-" + l.What.ID, Label: l.What.Title, Text: strings.Join(l.Rows, ", ") + " → " + l.Count,
			Words: spec.Textf("rows %[1]s, counted in %[3]s", "列于第 %[2]s 行，计入第 %[3]s 行", strings.Join(l.Rows, ", "), strings.Join(l.Rows, "、"), l.Count)})
		said = append(said, l.What.Title.ZH+"（"+strings.Join(l.Rows, "、")+counted+"）")
		saidEN = append(saidEN, l.What.Title.EN+" ("+strings.Join(l.Rows, ", ")+countedEN+")")
	}
	f.Inputs = append(f.Inputs, number("things", spec.T("things to be built", "建设内容项数"), len(things), spec.Items),
		number("twice", spec.T("listed more than once", "重复列项数"), len(twice), spec.Items))
	if len(things) == 0 {
		decide(f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("nothing says what is built", "未登记建设内容"))
		return
	}
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(len(twice)), spec.NotAbove, spec.Whole(0), spec.Whole(len(twice))
	if len(twice) == 0 {
		decide(f, spec.Met, spec.ReasonAgrees, spec.Textf("each of %d things stands once", "%d 项建设内容均只列一次", len(things)))
		return
	}
	decide(f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("listed more than once: %[1]s", "重复列项：%[2]s", strings.Join(saidEN, "; "), strings.Join(said, "；")))
}

func (a *Assessment) leadNamesFinding() spec.Finding {
	f, ok := a.project(RuleProjectLeadNames)
	if !ok {
		return f
	}
	bearers := a.provisions.Ledger.Bearers
	if len(bearers) == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan's data list no bearers", "本规划数据未登记责任主体"))
		return f
	}
	var strange []string
	offices := map[string]bool{}
	parts, err := PartsBy(a.provisions.Projects, func(p Project) string { return p.Lead.ZH })
	if err != nil {
		decide(&f, spec.Unknown, ReasonUnusable, spec.Textf("the amounts cannot be added: %s", "建设资金无法相加：%s", err.Error()))
		return f
	}
	for i, part := range parts {
		name := "known-"
		b, known := BearerNamed(bearers, part.Key)
		if !known {
			name, strange = "strange-", append(strange, part.Key)
		} else {
			offices[b.ID] = true
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: name + strconv.Itoa(i+1), Label: spec.T("rows of "+part.Key, "书写为"+part.Key+"的行数"),
			Value: spec.Whole(part.Budget.Projects), Text: b.ID, Words: b.Name, Unit: spec.Projects})
	}
	f.Inputs = append(f.Inputs, number("names", spec.T("written names", "书写名称"), len(parts), spec.Items),
		number("known", spec.T("names of a known office", "可归入责任主体的名称"), len(parts)-len(strange), spec.Items),
		number("strange", spec.T("names of no known office", "无对应责任主体的名称"), len(strange), spec.Items),
		number("offices", spec.T("offices that they are", "归入的部门"), len(offices), spec.Items))
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(len(parts)-len(strange)), spec.NotBelow, spec.Whole(len(parts)), spec.Whole(len(strange))
	f.Unit = spec.Items
	if len(strange) == 0 {
		decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("%d written names are %d offices", "%d 种写法归为 %d 个部门", len(parts), len(offices)))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("no such bearer: %s", "无对应责任主体：%s", strings.Join(strange, ", ")))
	return f
}

// Rests is what is wrong with what projects rest on (依托关系).
type Rests struct {
	Dangling []string // rows that rest on a row that the table does not have
	Circular []string // rows that rest on themselves, over however many others
}

// RestsOf checks what projects rest on, in the order of the table.
func RestsOf(projects []Project) Rests {
	on := map[string][]string{}
	for _, p := range projects {
		on[p.ID] = p.Depends
	}
	var out Rests
	for _, p := range projects {
		if slices.ContainsFunc(p.Depends, func(id string) bool { _, ok := on[id]; return !ok }) {
			out.Dangling = append(out.Dangling, p.ID)
		}
		seen := map[string]bool{}
		for todo := slices.Clone(p.Depends); len(todo) > 0; todo = todo[1:] {
			if todo[0] == p.ID {
				out.Circular = append(out.Circular, p.ID)
				break
			}
			if !seen[todo[0]] {
				seen[todo[0]] = true
				todo = append(todo, on[todo[0]]...)
			}
		}
	}
	return out
}

func (a *Assessment) orderFinding() spec.Finding {
	f, ok := a.project(RuleProjectOrder)
	if !ok {
		return f
	}
	status := map[string]ProjectStatus{}
	links := 0
	for _, s := range a.Stages {
		status[s.Project.ID] = s
		links += len(s.Project.Depends)
	}
	if links == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("no row rests on another", "没有依托其他项目的行"))
		return f
	}
	rests := RestsOf(a.provisions.Projects)
	var early []string
	for _, s := range a.Stages {
		for _, id := range s.Project.Depends {
			other, known := status[id]
			f.Inputs = append(f.Inputs, spec.Input{Name: "link-" + s.Project.ID + "-" + id, Label: s.Project.Name, Text: "→ " + id, Words: spec.Textf("rests on row %s", "依托第 %s 行", id), Source: s.Project.Source})
			if known && s.Stage == Completed && other.Stage != 0 && (other.Stage != Completed || s.On.Before(other.On)) {
				early = append(early, s.Project.ID)
			}
		}
	}
	bad := slices.Concat(rests.Dangling, rests.Circular, early)
	f.Inputs = append(f.Inputs, number("links", spec.T("links between rows", "依托关系"), links, spec.Items),
		number("dangling", spec.T("rows that rest on no row of the table", "被依托项目不在表内的行"), len(rests.Dangling), spec.Items),
		number("circular", spec.T("rows that rest on themselves", "循环依托的行"), len(rests.Circular), spec.Items),
		number("early", spec.T("links completed out of order", "完工倒置的依托关系"), len(early), spec.Items))
	f.Unit = spec.Items
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(len(bad)), spec.NotAbove, spec.Whole(0), spec.Whole(len(bad))
	if len(bad) == 0 {
		decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("%d links, none dangling, circular or out of order", "%d 条依托关系，无缺失、循环或倒置", links))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("dangling %d, circular %d, completed too early %d: %s", "缺失 %d、循环 %d、完工过早 %d：%s",
		len(rests.Dangling), len(rests.Circular), len(early), strings.Join(bad, ", ")))
	return f
}
