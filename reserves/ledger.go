package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Balance is what became of a lot in one store (收发存). At any time
// Opening + In + Received + Returned = Held + Out + Sent + Lent + Lost.
type Balance struct {
	Lot, Store     string
	Opening        measure.Quantity // at the count of the stock
	In, Out        measure.Quantity
	Received, Sent measure.Quantity // by transfer
	Lent, Returned measure.Quantity
	Lost           measure.Quantity
	Held           measure.Quantity // now
}

// Ledger is the stock after its movements (库存台账).
type Ledger struct {
	balances []Balance
	at       map[[2]string]int
	owed     map[string]measure.Quantity // lent and not returned, by lot
	broken   map[string]bool             // lots with a movement that cannot be
}

// The codes of faults of movements.
const (
	FaultMoveLot       = "reserves.move-unknown-lot"
	FaultMoveKind      = "reserves.move-kind"
	FaultMoveQuantity  = "reserves.move-quantity"
	FaultMoveDate      = "reserves.move-undated"
	FaultMoveOverdraft = "reserves.move-overdraft"
	FaultMoveReturn    = "reserves.move-return"
	FaultMoveStore     = "reserves.move-same-store"
	FaultMoveRepeated  = "reserves.move-repeated"
)

// Post enters the movements up to a date, in the order of their days and, on
// one day, of the list (登账). A movement on or before the day on which its lot
// was counted is in the count already. What cannot have happened is told and not
// entered: a lot that is not there or not counted, more out of a store than it
// holds, more returned than was lent. The error is a [*spec.Faults] beside a
// ledger whose balance adds up all the same.
func Post(lots []Lot, movements []Movement, asOf measure.Date) (Ledger, error) {
	l := Ledger{at: map[[2]string]int{}, owed: map[string]measure.Quantity{}, broken: map[string]bool{}}
	var faults spec.Faults
	byID := make(map[string]*Lot, len(lots))
	for i := range lots {
		lot := &lots[i]
		byID[lot.ID] = lot
		if q, ok := lot.Quantity.Value(); ok && q.Sign() >= 0 {
			b := l.balance(lot.ID, lot.Store)
			b.Opening, b.Held = q, q
		}
	}
	for _, id := range Repeated(lots) {
		delete(byID, id)
	}
	order := make([]int, len(movements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return movements[a].On.Compare(movements[b].On) })
	seen := map[string]bool{}
	for _, i := range order {
		m := movements[i]
		if fault := l.enter(m, byID[m.Lot], asOf, seen[m.ID]); fault.Code != "" {
			fault.Path, fault.Value = m.ID, m.Quantity.String()
			faults.Add(fault)
			l.broken[m.Lot] = true
		}
		seen[m.ID] = true
	}
	slices.SortStableFunc(l.balances, func(a, b Balance) int {
		return cmp.Or(cmp.Compare(a.Lot, b.Lot), cmp.Compare(a.Store, b.Store))
	})
	l.at = nil // the places have changed, and nothing is entered any more
	return l, faults.Err()
}

// enter books one movement; the fault has a code where it cannot be.
func (l *Ledger) enter(m Movement, lot *Lot, asOf measure.Date, again bool) (fault spec.Fault) {
	say := func(code string, text spec.Text) spec.Fault { return spec.Fault{Code: code, Message: text} }
	switch {
	case again:
		return say(FaultMoveRepeated, spec.Textf("movement %q occurs twice", "出入库记录 %q 重复", m.ID))
	case lot == nil:
		return say(FaultMoveLot, spec.Textf("there is no lot %q, or it stands twice", "没有批次 %q，或该批次重复", m.Lot))
	case m.On.IsZero():
		return say(FaultMoveDate, spec.Textf("movement %q has no date", "出入库记录 %q 没有日期", m.ID))
	case m.Quantity.Sign() <= 0:
		return say(FaultMoveQuantity, spec.Textf("movement %q moves %s", "出入库记录 %q 的数量为 %s", m.ID, m.Quantity))
	case m.On.After(asOf) || !lot.Quantity.On().IsZero() && !m.On.After(lot.Quantity.On()):
		return fault
	case !lot.Quantity.Known():
		return say(FaultMoveLot, spec.Textf("lot %q was never counted", "批次 %q 未盘点", m.Lot))
	}
	from, to := cmp.Or(m.From, lot.Store), cmp.Or(m.To, lot.Store)
	overdrawn := l.held(m.Lot, from).Less(m.Quantity)
	tooMuch := say(FaultMoveOverdraft, spec.Textf("%s leave %q of lot %q, which holds %s", "从“%[2]s”调出批次 %[3]q %[1]s，账面仅 %[4]s", m.Quantity, from, m.Lot, l.held(m.Lot, from)))
	switch m.Kind {
	case MoveIn:
		return l.add(m, to, func(b *Balance) *measure.Quantity { return &b.In })
	case MoveOut, MoveLoss, MoveLoan, MoveTransfer:
		if m.Kind == MoveTransfer && from == to {
			return say(FaultMoveStore, spec.Textf("movement %q goes from %q to itself", "出入库记录 %q 的调出和调入库点同为“%s”", m.ID, from))
		}
		if overdrawn {
			return tooMuch
		}
		if fault := l.take(m, from); fault.Code != "" || m.Kind != MoveTransfer {
			return fault
		}
		return l.add(m, to, func(b *Balance) *measure.Quantity { return &b.Received })
	case MoveReturn:
		if l.owed[m.Lot].Less(m.Quantity) {
			return say(FaultMoveReturn, spec.Textf("%s come back of lot %q, of which %s are lent", "批次 %[2]q 归还 %[1]s，而借出未还仅 %[3]s", m.Quantity, m.Lot, l.owed[m.Lot]))
		}
		l.owed[m.Lot] = minus(l.owed[m.Lot], m.Quantity)
		return l.add(m, to, func(b *Balance) *measure.Quantity { return &b.Returned })
	}
	return say(FaultMoveKind, spec.Textf("movement %q does not say its kind", "出入库记录 %q 未说明类型", m.ID))
}

// add books a quantity into a store.
func (l *Ledger) add(m Movement, store string, column func(*Balance) *measure.Quantity) (fault spec.Fault) {
	b := l.balance(m.Lot, store)
	held, err := b.Held.Add(m.Quantity)
	booked, err2 := column(b).Add(m.Quantity)
	if err != nil || err2 != nil {
		return uncountable(m.Lot)
	}
	b.Held, *column(b) = held, booked
	return fault
}

// take books a quantity out of a store that holds it.
func (l *Ledger) take(m Movement, store string) (fault spec.Fault) {
	b := l.balance(m.Lot, store)
	column := &b.Out
	switch m.Kind {
	case MoveLoss:
		column = &b.Lost
	case MoveLoan:
		column = &b.Lent
	case MoveTransfer:
		column = &b.Sent
	}
	booked, err := column.Add(m.Quantity)
	if err != nil {
		return uncountable(m.Lot)
	}
	if m.Kind == MoveLoan {
		l.owed[m.Lot] = measure.Thousandths(l.owed[m.Lot].Thousandths() + m.Quantity.Thousandths()) // at most all that was lent
	}
	b.Held, *column = minus(b.Held, m.Quantity), booked
	return fault
}

func uncountable(lot string) spec.Fault {
	return spec.Fault{Code: FaultMoveQuantity, Message: spec.Textf("more of lot %q than can be counted", "批次 %q 的数量超出可表示范围", lot)}
}

// minus takes a quantity from one that is no smaller.
func minus(a, b measure.Quantity) measure.Quantity {
	return measure.Thousandths(a.Thousandths() - b.Thousandths())
}

func (l *Ledger) balance(lot, store string) *Balance {
	key := [2]string{lot, store}
	i, ok := l.at[key]
	if !ok {
		i = len(l.balances)
		l.at[key] = i
		l.balances = append(l.balances, Balance{Lot: lot, Store: store})
	}
	return &l.balances[i]
}

func (l *Ledger) held(lot, store string) measure.Quantity {
	if i, ok := l.at[[2]string{lot, store}]; ok {
		return l.balances[i].Held
	}
	return measure.Quantity{}
}
