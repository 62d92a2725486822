package plans

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Budget is the money of a list of projects (建设资金).
type Budget struct {
	Projects measure.Count
	Priced   measure.Count                // projects whose amount is known exactly
	Total    spec.Observed[measure.Money] // exact, or bounds where amounts are missing
}

// Unpriced returns how many projects have no exact amount.
func (b Budget) Unpriced() measure.Count { return b.Projects - b.Priced }

// Add returns the budget of two lists that share no project. A total beyond
// 64 bits is a [measure.Error] with [measure.CodeOverflow].
func (b Budget) Add(o Budget) (Budget, error) {
	sum := Budget{Projects: b.Projects + o.Projects, Priced: b.Priced + o.Priced}
	switch {
	case b.Projects == 0:
		sum.Total = o.Total
		return sum, nil
	case o.Projects == 0:
		sum.Total = b.Total
		return sum, nil
	}
	bLow, bHasLow := b.Total.Low()
	oLow, oHasLow := o.Total.Low()
	bHigh, bHasHigh := b.Total.High()
	oHigh, oHasHigh := o.Total.High()
	// An amount that is not known may be nothing: it leaves the lower bound as
	// it is and takes the upper bound away.
	low, err := bLow.Add(oLow)
	if err != nil {
		return Budget{}, err
	}
	// An upper bound beyond 64 bits bounds nothing that could be stored.
	high, err := bHigh.Add(oHigh)
	sum.Total = bounded(low, bHasLow || oHasLow, high, bHasHigh && oHasHigh && err == nil)
	return sum, nil
}

func bounded(low measure.Money, hasLow bool, high measure.Money, hasHigh bool) spec.Observed[measure.Money] {
	switch {
	case hasLow && hasHigh && low == high:
		return spec.Exactly(low)
	case hasLow && hasHigh:
		return spec.Between(low, high)
	case hasLow:
		return spec.AtLeast(low)
	case hasHigh:
		return spec.AtMost(high)
	}
	return spec.Observed[measure.Money]{}
}

// BudgetOf adds up the amounts of projects (资金合计). Where an amount is
// missing the total is a lower bound, never less for the gap and never as if it
// were zero; where none is known the total is unknown, and no projects cost
// exactly nothing. The order of the projects does not matter. Nothing is
// rounded.
//
// A negative amount is a [measure.Error] with [measure.CodeNegative], a total
// beyond 64 bits one with [measure.CodeOverflow].
func BudgetOf(projects []Project) (Budget, error) {
	var sum Budget
	for i := range projects {
		one, err := budgetOfOne(&projects[i])
		if err != nil {
			return Budget{}, err
		}
		if sum, err = sum.Add(one); err != nil {
			return Budget{}, err
		}
	}
	if sum.Projects == 0 {
		sum.Total = spec.Exactly(measure.Money{})
	}
	return sum, nil
}

func budgetOfOne(p *Project) (Budget, error) {
	low, hasLow := p.Money.Low()
	high, hasHigh := p.Money.High()
	for _, m := range [2]measure.Money{low, high} {
		if m.Sign() < 0 {
			return Budget{}, &measure.Error{Code: measure.CodeNegative, Value: m.String()}
		}
	}
	one := Budget{Projects: 1, Total: bounded(low, hasLow, high, hasHigh)}
	if one.Total.Known() {
		one.Priced = 1
	}
	return one, nil
}

// Part is the money of the projects that share a key (分类资金).
type Part[K cmp.Ordered] struct {
	Key    K
	Budget Budget
}

// PartsBy divides projects by a key – class, nature, timing, work – and adds up
// each part, in the order of the keys. The parts add up to the whole. Errors as
// in [BudgetOf].
func PartsBy[K cmp.Ordered](projects []Project, key func(Project) K) ([]Part[K], error) {
	var parts []Part[K]
	at := map[K]int{}
	for i := range projects {
		one, err := budgetOfOne(&projects[i])
		if err != nil {
			return nil, err
		}
		k := key(projects[i])
		n, ok := at[k]
		if !ok {
			n = len(parts)
			at[k] = n
			parts = append(parts, Part[K]{Key: k})
		}
		if parts[n].Budget, err = parts[n].Budget.Add(one); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(parts, func(a, b Part[K]) int { return cmp.Compare(a.Key, b.Key) })
	return parts, nil
}

// Share returns which share of the money known in the whole lies in a part
// (资金占比), exact. It is unknown where either has no known money and where
// the whole has none but zero. Amounts that are not known are in neither.
func Share(part, whole Budget) measure.Ratio {
	a, ok := part.Total.Low()
	b, known := whole.Total.Low()
	if !ok || !known {
		return measure.Ratio{}
	}
	return measure.RatioOf(a.Fen(), b.Fen())
}

// Largest returns the project with the greatest known amount (最大项目), the
// first by id among equals. It is false where no amount is known exactly.
func Largest(projects []Project) (Project, bool) {
	best := -1
	var most measure.Money
	for i := range projects {
		m, ok := projects[i].Money.Value()
		switch {
		case !ok:
		case best < 0 || most.Less(m) || (most == m && projects[i].ID < projects[best].ID):
			best, most = i, m
		}
	}
	if best < 0 {
		return Project{}, false
	}
	return projects[best], true
}

// WorkBudget is one work with the rows that carry it out (工程与项目对应).
type WorkBudget struct {
	Work     Work
	Projects []string // ids in the order of the table
	Budget   Budget
}

// ByWork lays the projects under their works, in the order of the works.
// Orphans are the ids of the projects that name no listed work. Errors as in
// [BudgetOf].
func ByWork(works []Work, projects []Project) (rows []WorkBudget, orphans []string, err error) {
	at := make(map[string]int, len(works))
	rows = make([]WorkBudget, len(works))
	for i, w := range works {
		at[w.ID] = i
		rows[i].Work = w
		rows[i].Budget.Total = spec.Exactly(measure.Money{})
	}
	for i := range projects {
		p := &projects[i]
		n, ok := at[p.Work]
		if !ok {
			orphans = append(orphans, p.ID)
			continue
		}
		one, err := budgetOfOne(p)
		if err != nil {
			return nil, nil, err
		}
		rows[n].Projects = append(rows[n].Projects, p.ID)
		if rows[n].Budget, err = rows[n].Budget.Add(one); err != nil {
			return nil, nil, err
		}
	}
	return rows, orphans, nil
}
