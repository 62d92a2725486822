package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// MovementKind is how stock moves (出入库类型). The zero MovementKind is unset.
type MovementKind uint8

// The kinds of movements.
const (
	_            MovementKind = iota
	MoveIn                    // 入库: bought, produced or requisitioned
	MoveOut                   // 出库: handed out for good
	MoveTransfer              // 调拨: from one store to another
	MoveLoan                  // 借出: owed back
	MoveReturn                // 归还: of what was lent
	MoveLoss                  // 核销: spoiled, lost or written off
)

var movementKinds = [...]word{
	MoveIn:       {"in", spec.Text{EN: "in", ZH: "入库"}},
	MoveOut:      {"out", spec.Text{EN: "out", ZH: "出库"}},
	MoveTransfer: {"transfer", spec.Text{EN: "transfer", ZH: "调拨"}},
	MoveLoan:     {"loan", spec.Text{EN: "loan", ZH: "借出"}},
	MoveReturn:   {"return", spec.Text{EN: "return", ZH: "归还"}},
	MoveLoss:     {"loss", spec.Text{EN: "loss", ZH: "核销"}},
}

// movementAliases are the other words of the plan, 三（五~）2 and 四（四）: one
// transfer is 调拨 in one list and 调配 in another.
var movementAliases = [...]struct {
	name string
	kind MovementKind
}{
	{"采购", MoveIn}, {"生产", MoveIn}, {"征用", MoveIn}, {"更新", MoveIn},
	{"发放", MoveOut},
	{"调配", MoveTransfer}, {"调运", MoveTransfer},
	{"回收", MoveReturn},
	{"损耗", MoveLoss}, {"报废", MoveLoss},
}

// MovementKinds returns the kinds in order.
func MovementKinds() []MovementKind {
	return []MovementKind{MoveIn, MoveOut, MoveTransfer, MoveLoan, MoveReturn, MoveLoss}
}

// ParseMovementKind reads the code of a kind, as "transfer", its Chinese name
// or a word that the plan uses for it; ok is false for anything else.
func ParseMovementKind(s string) (k MovementKind, ok bool) {
	if i, ok := find(movementKinds[:], s); ok {
		return MovementKind(i), true
	}
	for _, a := range movementAliases {
		if a.name == s {
			return a.kind, true
		}
	}
	return 0, false
}

// String returns the code, as "transfer".
func (k MovementKind) String() string { return at(movementKinds[:], int(k)).code }

// In returns the name of the kind.
func (k MovementKind) In(lang spec.Lang) string { return at(movementKinds[:], int(k)).name.In(lang) }

// MarshalText returns the code.
func (k MovementKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Movement is one entry of the ledger of a store (出入库记录).
type Movement struct {
	ID       string
	Kind     MovementKind
	Lot      string // id of the lot
	From     string // store that it leaves; empty is the lot's own
	To       string // store that it reaches; empty is the lot's own
	Quantity measure.Quantity
	On       measure.Date
	Voucher  string // number of the document, empty where there is none
}
