package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Class is how firmly a project is planned (项目分类). The zero Class is unset.
type Class uint8

// The two classes of a project table.
const (
	_            Class = iota
	PlannedClass       // 规划建设类: to be built under this plan
	ReserveClass       // 储备项目类: held ready, not committed
)

var classes = [...]struct {
	code string
	text spec.Text
}{
	PlannedClass: {"planned", spec.Text{EN: "planned construction", ZH: "规划建设类"}},
	ReserveClass: {"reserve", spec.Text{EN: "reserve project", ZH: "储备项目类"}},
}

// ParseClass reads the code or the Chinese name of a class, as "reserve".
func ParseClass(s string) (Class, bool) {
	for c := PlannedClass; c <= ReserveClass; c++ {
		if s == classes[c].code || s == classes[c].text.ZH {
			return c, true
		}
	}
	return 0, false
}

// String returns the code: "planned" or "reserve", nothing where unset.
func (c Class) String() string {
	if int(c) >= len(classes) {
		return ""
	}
	return classes[c].code
}

// In returns the class in words.
func (c Class) In(lang spec.Lang) string {
	if int(c) >= len(classes) {
		return ""
	}
	return classes[c].text.In(lang)
}

// Nature is whether a project begins anew (建设性质). The zero Nature is unset.
type Nature uint8

// The two natures of a project table.
const (
	_         Nature = iota
	New              // 新建
	Continued        // 续建
)

var natures = [...]struct {
	code string
	text spec.Text
}{
	New:       {"new", spec.Text{EN: "new", ZH: "新建"}},
	Continued: {"continued", spec.Text{EN: "continued", ZH: "续建"}},
}

// ParseNature reads the code or the Chinese name of a nature, as "new".
func ParseNature(s string) (Nature, bool) {
	for n := New; n <= Continued; n++ {
		if s == natures[n].code || s == natures[n].text.ZH {
			return n, true
		}
	}
	return 0, false
}

// String returns the code: "new" or "continued", nothing where unset.
func (n Nature) String() string {
	if int(n) >= len(natures) {
		return ""
	}
	return natures[n].code
}

// In returns the nature in words.
func (n Nature) In(lang spec.Lang) string {
	if int(n) >= len(natures) {
		return ""
	}
	return natures[n].text.In(lang)
}

// Project is one row of a plan's project table (项目). The row keeps what the
// table says, also where the text says otherwise.
type Project struct {
	ID      string // the plan's own number, a letter added where one number has two rows
	Work    string // id of the work that it carries out
	Name    spec.Text
	Class   Class
	Nature  Nature
	Lead    spec.Text      // the leading department as written
	Start   measure.Year   // 启动年份, 0 where the row gives a span of years or nothing
	Span    measure.Period // 建设年限, unset where the row gives a start or nothing
	Content spec.Text      // 建设内容, in other words
	Money   spec.Observed[measure.Money]
	Remark  spec.Text
	Source  spec.Source
	Carries []string

	Serves     []string          // ids of targets and duties that it serves; our reading where the row names none
	Delivers   []spec.Member     // what is built, each with an id that is the same in every row
	PaidFor    []string          // ids of what the amount pays for, all of it where none is named
	Depends    []string          // ids of the projects that it rests on
	Cooperates bool              // the remark says that the lead only cooperates 配合
	UnderWay   spec.Figure[bool] // the text says that it was under way before the plan began
	Units      measure.Count     // units built or upgraded, 0 where the row does not say
	Upgraded   measure.Count     // of these, upgrades 改造升级
	Funds      spec.Text         // where the money comes from, as the remark says it
}

// Timing returns when the project is carried out as the table says it: 2022
// for a start, 2021-2025 for a span, nothing where neither is given.
func (p Project) Timing() string {
	switch {
	case !p.Span.IsZero():
		return p.Span.String()
	case !p.Start.IsZero():
		return p.Start.String()
	}
	return ""
}

// Work is one of the key works of a plan (重点工程), which projects carry out.
type Work struct {
	ID      string // the plan's own number
	Name    spec.Text
	Aliases []string      // other names of the same work in the plan
	Parts   []spec.Member // parts that the text divides the work into 子项
	Builds  []spec.Member // what the text says that it builds, each with an id that is the same in every work
	Source  spec.Source
	Carries []string
}

// Named reports whether the work goes by a name: its own in either language,
// or an alias.
func (w Work) Named(name string) bool {
	return name != "" && (name == w.Name.ZH || name == w.Name.EN || slices.Contains(w.Aliases, name))
}
