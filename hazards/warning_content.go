package hazards

import "github.com/county-emergency/emergency/spec"

// WarningContent is one of the things that a warning must tell (预警内容). The zero
// WarningContent is unset.
type WarningContent uint8

// The contents of a warning, 突发事件应对法 (2024) article 64, in its order.
const (
	_               WarningContent = iota
	TellsKind                      // 类别
	TellsLevel                     // 级别
	TellsStart                     // 起始时间
	TellsArea                      // 可能影响范围
	TellsAdvice                    // 警示事项
	TellsMeasures                  // 应当采取的措施
	TellsIssuer                    // 发布单位
	TellsIssuedTime                // 发布时间
)

var warningContents = [...]term{
	TellsKind:       {"kind", spec.Text{EN: "kind of event", ZH: "突发事件类别"}, nil},
	TellsLevel:      {"level", spec.Text{EN: "level", ZH: "预警级别"}, nil},
	TellsStart:      {"start", spec.Text{EN: "start", ZH: "起始时间"}, nil},
	TellsArea:       {"area", spec.Text{EN: "area that may be affected", ZH: "可能影响范围"}, nil},
	TellsAdvice:     {"advice", spec.Text{EN: "advice", ZH: "警示事项"}, nil},
	TellsMeasures:   {"measures", spec.Text{EN: "measures to take", ZH: "应采取措施"}, nil},
	TellsIssuer:     {"issuer", spec.Text{EN: "issuer", ZH: "发布机关"}, nil},
	TellsIssuedTime: {"issued", spec.Text{EN: "time of issue", ZH: "发布时间"}, nil},
}

// WarningContents returns the contents in the order of the article.
func WarningContents() []WarningContent {
	return []WarningContent{TellsKind, TellsLevel, TellsStart, TellsArea, TellsAdvice, TellsMeasures, TellsIssuer, TellsIssuedTime}
}

// String returns the code, as "area", empty for the zero WarningContent.
func (c WarningContent) String() string { return termAt(warningContents[:], int(c)).code }

// In returns the name of the content.
func (c WarningContent) In(lang spec.Lang) string {
	return termAt(warningContents[:], int(c)).text.In(lang)
}

// MarshalText returns the code.
func (c WarningContent) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Lacks returns what the warning must tell and does not, in the order of the
// article (预警内容缺项). Chinese decides: a text in English alone tells nobody.
func (w Warning) Lacks() []WarningContent {
	tells := [...]bool{
		TellsKind:       w.Event.ZH != "" && (w.Hazard != 0 || w.Sector != 0),
		TellsLevel:      w.Level.IsValid(),
		TellsStart:      !w.Starts.IsZero(),
		TellsArea:       len(w.Areas) > 0,
		TellsAdvice:     w.Advice.ZH != "",
		TellsMeasures:   w.Measures.ZH != "",
		TellsIssuer:     w.IssuerName.ZH != "",
		TellsIssuedTime: !w.Issued.IsZero(),
	}
	var out []WarningContent
	for _, c := range WarningContents() {
		if !tells[c] {
			out = append(out, c)
		}
	}
	return out
}

// emergencyResponseLaw is the law on warnings.
func emergencyResponseLaw(place string) spec.Source {
	return spec.Source{Document: "中华人民共和国突发事件应对法", Number: "2024年修订", Place: place, Standing: spec.Statute}
}
