package hazards

import "github.com/county-emergency/emergency/spec"

// WarningIssuer says which government issues the warnings of a level (预警发布权限).
type WarningIssuer struct {
	Level   WarningLevel
	Issuer  Level // of the government
	Source  spec.Source
	Carries []string
}

// WarningIssuers says who issues which level. A level that is not in it may be
// issued by nobody that it knows of; the empty list allows nothing.
type WarningIssuers []WarningIssuer

// ChongqingWarningIssuers returns who issues which level in Chongqing (重庆市预警发布权限):
// the municipality the levels I and II, the county the levels III and IV.
// 重庆市突发事件应对条例 (2012), article 30. It is about warnings of governments;
// the signals that a weather station issues by itself are another matter.
func ChongqingWarningIssuers() WarningIssuers {
	source := spec.Source{Document: "重庆市突发事件应对条例", Number: "2012", Place: "第三十条", Standing: spec.Statute}
	return WarningIssuers{
		{Level: WarningI, Issuer: Province, Source: source},
		{Level: WarningII, Issuer: Province, Source: source},
		{Level: WarningIII, Issuer: County, Source: source},
		{Level: WarningIV, Issuer: County, Source: source},
	}
}

// Of returns who issues a level; ok is false where the list does not say.
func (w WarningIssuers) Of(level WarningLevel) (issuer WarningIssuer, ok bool) {
	for _, one := range w {
		if one.Level == level && level.IsValid() {
			return one, true
		}
	}
	return WarningIssuer{}, false
}

// Allows reports whether the government of a division may issue warnings of a
// level (有权发布). It is false where the list does not name the level.
func (w WarningIssuers) Allows(government DivisionCode, level WarningLevel) bool {
	one, ok := w.Of(level)
	return ok && one.Issuer == government.Level()
}
