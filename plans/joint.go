package plans

import (
	"errors"
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Resource is something that contingency plans draw on (应急资源): a team, a lot of
// stock, a shelter. What it is the caller knows; here it has an id, a pool and
// the uses it can serve. Nothing is drawn on twice.
type Resource struct {
	ID     string
	Pool   string   // things counted together in one unit, as teams, or stock:tent
	Serves []string // the uses it can serve, as fire, mountain; nil for any
	Amount spec.Observed[measure.Quantity]
}

// serves reports whether the resource can be used for something.
func (r Resource) serves(use string) bool {
	return use == "" || r.Serves == nil || slices.Contains(r.Serves, use)
}

// Draw is what a plan needs while it runs (预案资源需求).
type Draw struct {
	ID     string
	Plan   string
	Pool   string
	Use    string // empty where any of the pool will do
	Amount measure.Quantity
}

// Scenario is plans that run at the same time (并发情景), the most urgent first.
type Scenario struct {
	ID    string
	Name  spec.Text
	Plans []string
}

// JointRecords is what a county says of plans that run together (并发情景填报数据).
type JointRecords struct {
	Draws        []Draw
	HasDraws     bool // the table was supplied: it is then the whole of them
	Scenarios    []Scenario
	HasScenarios bool
	Resources    []Resource // the front door builds them from the records of the other rooms
	Pools        []Pool
}

// Pool names the resources of one kind and says whether they are all known.
type Pool struct {
	ID    string
	Title spec.Text
	Unit  spec.Unit
	Known bool   // the resources are all there are
	Who   string // key of the table that would name them
}

// Allocation is what plans that run together get from one pool (联合保障).
type Allocation struct {
	Pool    string
	Grants  []Grant
	Short   []Shortfall      // the draws that are not served in full, in their order
	Missing measure.Quantity // the least amount that has to be added, and all of Short together
	// Where something is missing: the draws that contend, and the resources they
	// can use, all of which are exhausted. Added elsewhere it would not help.
	Contend []string
	Use     []string
}

// Feasible reports whether every draw is served in full.
func (a Allocation) Feasible() bool { return a.Missing.IsZero() }

// Grant is an amount that one draw takes from one resource.
type Grant struct {
	Draw, Resource string
	Amount         measure.Quantity
}

// Shortfall is what a draw does not get.
type Shortfall struct {
	Draw, Plan string
	Amount     measure.Quantity
}

// The codes of faults of an allocation.
const (
	FaultAmountNegative = "plans.negative-amount"
	FaultPoolMixed      = "plans.another-pool"
)

// Allocate serves the draws of one pool from its resources so that as little as
// possible is missing in all, nothing is used twice, and where something is
// missing the later draws go without first (联合可行性). Of a resource whose amount
// is not exact the amount given by bound counts. It is exact: a transportation
// problem, solved by the network simplex of internal/flow, whose greatest cut is
// the least amount to add.
//
// It fails with a [spec.Fault] on a negative amount and on another pool, and
// where the amounts together exceed the range of a quantity.
func Allocate(pool string, draws []Draw, resources []Resource, bound func(spec.Observed[measure.Quantity]) measure.Quantity) (Allocation, error) {
	out := Allocation{Pool: pool}
	for i := range draws {
		if draws[i].Pool != pool {
			return out, poolFault(draws[i].ID, draws[i].Pool, pool)
		}
		if draws[i].Amount.Sign() < 0 {
			return out, amountFault(draws[i].ID, draws[i].Amount)
		}
	}
	p := flow.Problem{Supplies: make([]int64, len(draws)), Capacities: make([]int64, len(resources))}
	for i := range draws {
		p.Supplies[i] = draws[i].Amount.Thousandths()
	}
	for j := range resources {
		if resources[j].Pool != pool {
			return out, poolFault(resources[j].ID, resources[j].Pool, pool)
		}
		amount := bound(resources[j].Amount)
		if amount.Sign() < 0 {
			return out, amountFault(resources[j].ID, amount)
		}
		p.Capacities[j] = amount.Thousandths()
	}
	p.Cost = func(i, j int) (int64, bool) { return 0, resources[j].serves(draws[i].Use) }
	result, err := flow.Solve(p)
	var cut *flow.Cut
	if errors.As(err, &cut) {
		out.Missing = measure.Thousandths(cut.Missing)
		for _, i := range cut.Sources {
			out.Contend = append(out.Contend, draws[i].ID)
		}
		for _, j := range cut.Sinks {
			out.Use = append(out.Use, resources[j].ID)
		}
		// Once more with a last sink for exactly what is missing: going there
		// costs the more, the earlier the draw.
		p.Capacities = append(p.Capacities, cut.Missing)
		p.Cost = func(i, j int) (int64, bool) {
			if j == len(resources) {
				return int64(len(draws) - i), true
			}
			return 0, resources[j].serves(draws[i].Use)
		}
		result, err = flow.Solve(p)
	}
	if err != nil {
		return out, err
	}
	for _, arc := range result.Arcs {
		amount := measure.Thousandths(arc.Units)
		if arc.Sink == len(resources) {
			out.Short = append(out.Short, Shortfall{Draw: draws[arc.Source].ID, Plan: draws[arc.Source].Plan, Amount: amount})
			continue
		}
		out.Grants = append(out.Grants, Grant{Draw: draws[arc.Source].ID, Resource: resources[arc.Sink].ID, Amount: amount})
	}
	return out, nil
}

func poolFault(id, have, want string) error {
	return spec.Fault{Path: id, Code: FaultPoolMixed, Value: have, Message: spec.Textf("%q is of the pool %q, not %q", "%q 属于 %q 而非 %q", id, have, want)}
}

func amountFault(id string, amount measure.Quantity) error {
	return spec.Fault{Path: id, Code: FaultAmountNegative, Value: amount.String(), Message: spec.Textf("the amount of %q is %s", "%q 的数量为 %s", id, amount)}
}

// The pools that the front door fills from a county's records. Teams are counted
// in teams, shelter places in people, an item of stock in its own unit.
const (
	TeamPool    = "teams"
	ShelterPool = "shelter"
)

// StockPool is the pool of an item of stock.
func StockPool(item string) string { return "stock:" + item }
