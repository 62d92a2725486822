package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// WarningAction is something that a government does once a warning is out
// (预警措施). The zero WarningAction is unset.
type WarningAction uint8

// The actions of 突发事件应对法 (2024), in its order: articles 66, then 67.
const (
	_                  WarningAction = iota
	StartPlan                        // 启动应急预案
	StepUpMonitoring                 // 加强监测、预报和信息报告
	AssessSituation                  // 随时分析评估
	PublishForecasts                 // 定时公布预测信息
	WarnPublic                       // 发布警告，公布咨询电话
	TeamsOnStandby                   // 救援队伍待命
	ReadySupplies                    // 调集物资，准备避难场所
	GuardKeySites                    // 加强重点单位、部位保卫
	KeepUtilities                    // 保障公共设施运行
	GiveAdvice                       // 发布防灾建议、劝告
	MovePeople                       // 转移疏散安置人员，转移财产
	CloseExposedPlaces               // 关闭或限制易受害场所
)

var warningActions = [...]term{
	StartPlan:          {"start-plan", spec.Text{EN: "start the contingency plan", ZH: "启动应急预案"}, nil},
	StepUpMonitoring:   {"step-up-monitoring", spec.Text{EN: "step up monitoring and reporting", ZH: "加强监测和信息报告"}, nil},
	AssessSituation:    {"assess-situation", spec.Text{EN: "assess the situation continuously", ZH: "随时分析评估事态"}, nil},
	PublishForecasts:   {"publish-forecasts", spec.Text{EN: "publish forecasts at set times", ZH: "定时公布预测结果"}, nil},
	WarnPublic:         {"warn-public", spec.Text{EN: "warn the public and give contact channels", ZH: "向社会发布警告并公布联系渠道"}, nil},
	TeamsOnStandby:     {"teams-on-standby", spec.Text{EN: "put teams on standby", ZH: "救援队伍待命"}, nil},
	ReadySupplies:      {"ready-supplies", spec.Text{EN: "gather supplies, make shelters and other sites ready", ZH: "调集物资并备好避难等场所"}, nil},
	GuardKeySites:      {"guard-key-sites", spec.Text{EN: "guard key sites", ZH: "加强重点部位保卫"}, nil},
	KeepUtilities:      {"keep-utilities", spec.Text{EN: "keep utilities running", ZH: "保障公共设施运行"}, nil},
	GiveAdvice:         {"give-advice", spec.Text{EN: "give advice on how to avoid harm", ZH: "发布避灾建议劝告"}, nil},
	MovePeople:         {"move-people", spec.Text{EN: "move people and property", ZH: "转移疏散人员和财产"}, nil},
	CloseExposedPlaces: {"close-exposed-places", spec.Text{EN: "close exposed places", ZH: "关闭易受危害场所"}, nil},
}

// ParseWarningAction reads an action by its code or name. ok is false for
// anything else.
func ParseWarningAction(s string) (action WarningAction, ok bool) {
	i := findTerm(warningActions[:], s, "")
	return WarningAction(i), i > 0
}

// String returns the code, as "start-plan", empty for the zero WarningAction.
func (a WarningAction) String() string { return termAt(warningActions[:], int(a)).code }

// In returns the action in words.
func (a WarningAction) In(lang spec.Lang) string {
	return termAt(warningActions[:], int(a)).text.In(lang)
}

// MarshalText returns the code.
func (a WarningAction) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Source returns the article that the action stands in.
func (a WarningAction) Source() spec.Source {
	switch {
	case a >= StartPlan && a <= WarnPublic:
		return emergencyResponseLaw("第六十六条")
	case a > WarnPublic && a <= CloseExposedPlaces:
		return emergencyResponseLaw("第六十七条")
	}
	return spec.Source{}
}

// Actions returns what a warning of the level calls for (预警措施): all of the
// first list, article 66, and at least one of the second, article 67, which is
// empty below level II. Both are empty for no level.
func (l WarningLevel) Actions() (all, oneOf []WarningAction) {
	if !l.IsValid() {
		return nil, nil
	}
	all = []WarningAction{StartPlan, StepUpMonitoring, AssessSituation, PublishForecasts, WarnPublic}
	if l <= WarningII {
		oneOf = []WarningAction{TeamsOnStandby, ReadySupplies, GuardKeySites, KeepUtilities, GiveAdvice, MovePeople, CloseExposedPlaces}
	}
	return all, oneOf
}

// ActionGap holds what was done against what the level calls for (预警措施缺项):
// the actions of article 66 that are missing, in its order, and whether one of
// article 67 is still needed. Both are empty for no level.
func (l WarningLevel) ActionGap(taken []WarningAction) (missing []WarningAction, needsOneMore bool) {
	all, oneOf := l.Actions()
	for _, a := range all {
		if !slices.Contains(taken, a) {
			missing = append(missing, a)
		}
	}
	needsOneMore = len(oneOf) > 0 && !slices.ContainsFunc(taken, func(a WarningAction) bool { return slices.Contains(oneOf, a) })
	return missing, needsOneMore
}
