package hazards

// WarningState is where a warning stands in its life (预警状态). The zero
// WarningState is not issued.
type WarningState uint8

// The states of a warning. Nothing follows cancelled and expired.
const (
	WarningNotIssued WarningState = iota
	WarningInForce                // 生效
	WarningCancelled              // 解除
	WarningExpired                // 到期
)

// String returns "not-issued", "in-force", "cancelled" or "expired".
func (s WarningState) String() string {
	switch s {
	case WarningInForce:
		return "in-force"
	case WarningCancelled:
		return "cancelled"
	case WarningExpired:
		return "expired"
	}
	return "not-issued"
}

// WarningChange is what an update does to a warning (预警调整). The zero
// WarningChange is none.
type WarningChange uint8

// The changes. A change of level counts before one of the end.
const (
	_         WarningChange = iota
	Raised                  // 升级
	Lowered                 // 降级
	Prolonged               // 延长
	Shortened               // 缩短
	Amended                 // 其他内容调整
)

// String returns "raised", "lowered", "prolonged", "shortened", "amended" or
// nothing.
func (c WarningChange) String() string {
	if int(c) >= len(warningChanges) {
		return ""
	}
	return warningChanges[c]
}

var warningChanges = [...]string{Raised: "raised", Lowered: "lowered", Prolonged: "prolonged", Shortened: "shortened", Amended: "amended"}
