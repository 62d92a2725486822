package teams

import "github.com/county-emergency/emergency/spec"

const plan = "丰都县应急管理“十四五”规划"

func inPlan(place string) spec.Source {
	return spec.Source{Document: plan, Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan}
}

// ours is the source of what the plan leaves to us.
func ours(en string) spec.Source {
	return spec.Source{Document: "county-emergency/emergency", Place: en, Standing: spec.Ours}
}

// The ids of readings and of their options.
const (
	readingCompleted    = "teams.team-completed"
	optionStandardised  = "standardised"
	optionExisting      = "existing"
	readingStations     = "teams.station-names"
	optionThreeThings   = "three-things"
	optionServiceCounts = "service-station-counts"
	readingOffices      = "teams.staffed-offices"
	optionAllOffices    = "all"
	optionSpecial       = "special-commands"
	optionCommands      = "command-offices"
)

// Readings returns the clauses of this room that can be understood in more
// than one way.
func Readings() []spec.Reading {
	return append([]spec.Reading{teamCompleted(), stationNames(), staffedOffices(), enforcerBackground(), answerAndEvidence()}, forceReadings()...)
}

func teamCompleted() spec.Reading {
	return spec.Reading{
		ID: readingCompleted,
		Question: spec.T("when is a township team completed, if one team a township exists already",
			"乡镇队伍已各有一支时，“建成”指什么"),
		Default: optionStandardised,
		Options: []spec.Option{
			{ID: optionStandardised, Text: spec.T("completed to the standard of construction, as the county states", "达到规范化建设标准，以县填报为准")},
			{ID: optionExisting, Text: spec.T("the team exists", "队伍已组建")},
		},
		Source:  inPlan("二（三）2"),
		Carries: []string{"dis-team-rate-already-met"},
	}
}

func stationNames() spec.Reading {
	return spec.Reading{
		ID: readingStations,
		Question: spec.T("which of the three stations named is a community rescue station",
			"三种站点名称中哪些算作社区应急救援站"),
		Default: optionThreeThings,
		Options: []spec.Option{
			{ID: optionThreeThings, Text: spec.T("three different things; only the micro fire station counts", "三者不同，仅微型消防站计入")},
			{ID: optionServiceCounts, Text: spec.T("emergency service stations count too; micro rescue stations never do", "应急服务站也计入，微型应急救援站不计入")},
		},
		Source:  inPlan("二（三）2"),
		Carries: []string{"dis-station-names"},
	}
}

func staffedOffices() spec.Reading {
	return spec.Reading{
		ID: readingOffices,
		Question: spec.T("to which of the offices the norm of people for each special office applies",
			"“每个专项办公室”的人数要求适用于哪些办公室"),
		Default: optionAllOffices,
		Options: []spec.Option{
			{ID: optionAllOffices, Text: spec.T("every office that the clause names", "该条列出的全部办公室")},
			{ID: optionSpecial, Text: spec.T("the offices of special commands only", "仅专项指挥部办公室")},
			{ID: optionCommands, Text: spec.T("the offices of commands, not those of committees", "各指挥部办公室（不含委员会办公室）")},
		},
		Source:  inPlan("一（二）4"),
		Carries: []string{"dis-six-command-offices"},
	}
}

// completionOf, countedStations and countedOffices turn an option into what it
// means; ok is false for an option that the reading does not know.

func completionOf(option string) (meaning Completion, ok bool) {
	switch option {
	case optionStandardised:
		return Standardised, true
	case optionExisting:
		return Existing, true
	}
	return 0, false
}

func countedStations(option string) ([]StationKind, bool) {
	switch option {
	case optionThreeThings:
		return []StationKind{MicroFireStation}, true
	case optionServiceCounts:
		return []StationKind{MicroFireStation, ServiceStation}, true
	}
	return nil, false
}

func countedOffices(option string) ([]OfficeClass, bool) {
	switch option {
	case optionAllOffices:
		return []OfficeClass{CommitteeOffice, GeneralCommandOffice, SpecialCommandOffice}, true
	case optionSpecial:
		return []OfficeClass{SpecialCommandOffice}, true
	case optionCommands:
		return []OfficeClass{GeneralCommandOffice, SpecialCommandOffice}, true
	}
	return nil, false
}
