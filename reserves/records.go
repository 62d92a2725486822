package reserves

import (
	"strconv"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Records is what a county reports of its relief supplies (填报数据).
type Records struct {
	Subject spec.Subject

	Lots     []Lot
	HasStock bool // the register was supplied; without lots there is no stock

	Deliveries    []Delivery
	HasDeliveries bool // the delivery plan was supplied

	SupportDays   spec.Observed[measure.Count]
	HouseholdSize spec.Observed[measure.People]
	Affected      spec.Observed[measure.People]   // people to be relieved in the planning scenario
	ReportDelay   spec.Observed[measure.Duration] // from the event until it is reported
	Warehouses    spec.Observed[measure.Count]    // dedicated warehouses
}

// The codes of faults of records.
const (
	FaultLotRepeated  = "reserves.lot-repeated"
	FaultLotNegative  = "reserves.lot-negative"
	FaultLotMode      = "reserves.lot-mode"
	FaultLotBackwards = "reserves.lot-backwards"
)

// Validate returns every fault of the register that can be seen without the
// plan, nil when there is none. It does not change the records.
func (r Records) Validate() error {
	var faults spec.Faults
	add := func(i int, field, code, value string, message spec.Text) {
		faults.Add(spec.Fault{Path: "lots[" + strconv.Itoa(i) + "]." + field, Code: code, Value: value, Message: message})
	}
	first := make(map[string]int, len(r.Lots))
	for i := range r.Lots {
		lot := &r.Lots[i]
		if at, again := first[lot.ID]; again {
			add(i, "id", FaultLotRepeated, lot.ID, spec.Textf("lot %q is lots[%d] already", "批次 %q 与 lots[%d] 重复", lot.ID, at))
		} else {
			first[lot.ID] = i
		}
		low, _ := lot.Quantity.Low()
		high, _ := lot.Quantity.High()
		if low.Sign() < 0 || high.Sign() < 0 {
			least := min(low.Thousandths(), high.Thousandths())
			value := measure.Thousandths(least).String()
			add(i, "quantity", FaultLotNegative, value, spec.Textf("quantity is %s", "数量为 %s", value))
		}
		if lot.Mode.String() == "" {
			add(i, "mode", FaultLotMode, "", spec.T("the mode is not said", "未说明储备方式"))
		}
		if lot.Expiry.Before(lot.ReceivedOn) {
			add(i, "expiry", FaultLotBackwards, lot.Expiry.String(),
				spec.Textf("expiry %s is before receipt %s", "失效日期 %s 早于入库日期 %s", lot.Expiry, lot.ReceivedOn))
		}
	}
	return faults.Err()
}
