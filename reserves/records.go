package reserves

import (
	"strconv"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Records is what a county reports of its relief supplies (填报数据).
type Records struct {
	Subject spec.Subject

	Lots     []Lot
	HasStock bool // the register was supplied; without lots there is no stock

	Movements    []Movement
	HasMovements bool // the ledger was supplied
	Claims       []Claim
	HasClaims    bool // the list of claims was supplied
	Stores       []Store
	HasStores    bool // the list of stores was supplied
	Minimums     []Minimum
	HasMinimums  bool // the list of key firms was supplied

	Deliveries    []Delivery
	HasDeliveries bool // the delivery plan was supplied
	Routes        []Route
	HasRoutes     bool // the table of routes was supplied
	Needs         []Need
	HasNeeds      bool // the people affected were supplied place by place

	Items    []Item     // the county's own, beside the plan's
	Norms    []ItemNorm // the county's own, over every profile
	Profiles []string   // ids of the profiles laid over the plan's norms, in order

	SupportDays   spec.Observed[measure.Count]
	HouseholdSize spec.Observed[measure.People]
	Sites         spec.Observed[measure.Count] // where those resettled are lodged
	Responders    spec.Observed[measure.People]
	Shares        Shares
	Affected      spec.Observed[measure.People]   // people to be relieved in the planning scenario
	ReportDelay   spec.Observed[measure.Duration] // from the event until it is reported
	Warehouses    spec.Observed[measure.Count]    // dedicated warehouses

	Levels       []string // the members of the announced standard of levels
	Centre       spec.Observed[CentreState]
	System       spec.Observed[bool] // the county runs its own information system of supplies
	Unified      spec.Observed[bool] // it is joined to the unified database
	Townships    []hazards.DivisionCode
	HasTownships bool // the county's division table was supplied
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
