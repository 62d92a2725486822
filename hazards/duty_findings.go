package hazards

import "github.com/county-emergency/emergency/spec"

// dutyObjects judges every object of a scheme.
func (a *Assessment) dutyObjects(s DutyScheme) []DutyObject {
	var divisions []DivisionCode
	if code, err := ParseDivisionCode(a.Subject.ID); err == nil {
		divisions = append(divisions, code)
	}
	return s.Occupied(append(divisions, a.prevention.Townships...), a.prevention.Posts, a.AsOf)
}

func (a *Assessment) dutyHolders(f *spec.Finding) {
	schemes := a.provisions.Prevention.Duties
	if len(schemes) == 0 {
		notInPlan(f)
		return
	}
	var t spec.Tally
	for _, s := range schemes {
		f.Lean(s.Source)
		var own spec.Tally
		objects := a.dutyObjects(s)
		for _, o := range objects {
			for _, p := range o.Posts {
				own.Add(p.Verdict)
			}
		}
		t.Merge(own)
		f.Inputs = append(f.Inputs, count(s.ID+".objects", spec.Textf("%s: objects", "%s：对象", s.Title), len(objects), spec.Units))
		if own.Met+own.Unmet > 0 {
			f.Inputs = append(f.Inputs, count(s.ID+".vacant", spec.Textf("%s: posts not filled", "%s：未落实岗位", s.Title), own.Unmet, spec.Units))
		}
	}
	need := want(postsTable, spec.T("for each reservoir, key area, geohazard site and township, which posts are filled (posts, no names)",
		"各水库、重点区域、地质灾害点和乡镇（街道）的责任岗位是否落实（只填岗位，不填姓名）"))
	if !a.prevention.HasPosts {
		f.Inputs = nil
		noTable(f, need)
		return
	}
	one := postsFilled(t)
	one.need = need
	roll(f, one)
}

func postsFilled(t spec.Tally) rolled {
	return rolled{tally: t, noun: spec.T("posts", "责任岗位"), done: spec.T("are filled", "已落实"), unit: spec.Units,
		met: spec.T("posts filled", "已落实岗位"), unmet: spec.T("posts not filled", "未落实岗位")}
}

// dutyUnits is one finding an object of a scheme.
func (a *Assessment) dutyUnits() []spec.Finding {
	var out []spec.Finding
	for _, s := range a.provisions.Prevention.Duties {
		for _, o := range a.dutyObjects(s) {
			f := a.finding(dutyHoldersRule())
			f.Target, f.Title, f.Source, f.Unit = s.ID, s.Title, s.Source, spec.Units
			f.Subject = spec.Subject{Kind: "object", ID: o.Object}
			f.Lean(s.Source)
			var unknown []spec.Member
			for _, p := range o.Posts {
				if p.Verdict == spec.Unknown {
					unknown = append(unknown, p.Post)
				}
			}
			vacant := o.Vacant()
			f.Inputs = postsFilled(spec.Tally{Met: len(o.Posts) - len(vacant) - len(unknown), Unmet: len(vacant), Unknown: len(unknown)}).counts()
			f.Comparison, f.Required = spec.NotBelow, spec.Whole(len(o.Posts))
			if len(unknown) == 0 {
				f.Actual, f.Gap = spec.Whole(len(o.Posts)-len(vacant)), spec.Whole(len(vacant))
			}
			switch {
			case len(vacant) > 0:
				decide(&f, spec.Unmet, spec.ReasonSomeUnmet, spec.T("not filled: "+names(vacant, spec.English), "未落实："+names(vacant, spec.Chinese)))
			case len(unknown) > 0:
				decide(&f, spec.Unknown, spec.ReasonNotAssessed, spec.T("not reported: "+names(unknown, spec.English), "未填报："+names(unknown, spec.Chinese)))
			default:
				decide(&f, o.Verdict(), spec.ReasonAllMet, spec.T("every post is filled", "岗位全部落实"))
			}
			if len(unknown) > 0 {
				f.Missing = []spec.Need{want(postsTable+": "+s.ID+" "+o.Object,
					spec.T("whether these posts are filled: "+names(unknown, spec.English), "以下岗位是否落实："+names(unknown, spec.Chinese)))}
			}
			out = append(out, f)
		}
	}
	return out
}

// departmentLists holds the plan's lists of departments against each other.
func (a *Assessment) departmentLists(f *spec.Finding) {
	p := a.provisions.Prevention
	if len(p.DepartmentLists) < 2 {
		notInPlan(f)
		return
	}
	f.Source, f.Unit, f.Actual = p.DepartmentLists[0].Source, spec.Items, spec.Whole(len(p.DepartmentLists))
	for _, list := range p.DepartmentLists {
		f.Lean(list.Source)
		f.Inputs = append(f.Inputs, spec.Input{Name: "list", Label: spec.T("list of departments", "部门清单"), Text: joined(list.Names), Source: list.Source})
	}
	same, unread := p.SameDepartments()
	switch {
	case same:
		decide(f, spec.Met, spec.ReasonAgrees, spec.Textf("%d lists of %d departments, compared after their names were read",
			"%d 处清单各 %d 个部门，归一化名称后一致", len(p.DepartmentLists), len(p.DepartmentLists[0].Names)))
	case len(unread) > 0:
		decide(f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("names of no department of the plan: %s", "不在规划部门名录中：%s", joined(unread)))
	default:
		decide(f, spec.Unmet, spec.ReasonDisagrees, spec.T("the lists name different departments", "各处清单部门不同"))
	}
}
