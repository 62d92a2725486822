package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// TreeFaultKind is what is wrong with how a plan is joined to others
// (预案衔接问题). The zero TreeFaultKind is unset.
type TreeFaultKind uint8

// The faults of the tree, the gravest first.
const (
	_        TreeFaultKind = iota
	Circular               // 循环: following the levels upwards comes back to the plan
	Dangling               // 悬空: the plan at the other end is not in the register or not in force
	Inverted               // 倒置: the plan above stands no higher
	Orphan                 // 孤立: no way up leads to the master plan
	OneSided               // 缺项: a side on which the plan must meet others has no link
)

var treeFaultKinds = [...]name{
	Circular: {"circular", spec.Text{EN: "circular", ZH: "循环"}, nil},
	Dangling: {"dangling", spec.Text{EN: "dangling", ZH: "悬空"}, nil},
	Inverted: {"inverted", spec.Text{EN: "upside down", ZH: "上下级倒置"}, nil},
	Orphan:   {"orphan", spec.Text{EN: "orphan", ZH: "孤立"}, nil},
	OneSided: {"one-sided", spec.Text{EN: "a side missing", ZH: "缺少衔接"}, nil},
}

// TreeFaultKinds returns the faults of the tree in order.
func TreeFaultKinds() []TreeFaultKind { return allOf[TreeFaultKind](len(treeFaultKinds)) }

// String returns the code, as "orphan", empty for the zero TreeFaultKind.
func (k TreeFaultKind) String() string { return nameAt(treeFaultKinds[:], int(k)).code }

// In returns the fault in words.
func (k TreeFaultKind) In(lang spec.Lang) string {
	return nameAt(treeFaultKinds[:], int(k)).text.In(lang)
}

// TreeFault is one thing wrong with the links of one plan.
type TreeFault struct {
	Plan string
	Kind TreeFaultKind
	Link LinkKind // which link, 0 where the fault is about the plan as a whole
	To   string   // the other end, empty where there is none
}

// Tree is the plans in force and how they are joined (预案体系).
type Tree struct {
	Plans  []string    // in the order of the register
	Faults []TreeFault // in the order of the plans, of [TreeFaultKinds] and of the links
}

// With counts the faults of a kind.
func (t Tree) With(kind TreeFaultKind) int {
	n := 0
	for _, f := range t.Faults {
		if f.Kind == kind {
			n++
		}
	}
	return n
}

// TreeOf joins the plans in force on a date, those of unknown issue among them.
// A link counts for both its ends except upwards, where it runs from the lower
// plan.
func (r ContingencyRecords) TreeOf(p ContingencyProvisions, asOf measure.Date) Tree {
	var t Tree
	at := map[string]int{}
	var kinds []ContingencyKind
	for i := range r.Plans {
		if r.Plans[i].InForce(asOf) == spec.Unmet {
			continue
		}
		at[r.Plans[i].ID] = len(t.Plans)
		t.Plans = append(t.Plans, r.Plans[i].ID)
		kinds = append(kinds, r.Plans[i].Kind)
	}
	faults := make([][]TreeFault, len(t.Plans))
	has := make([][len(linkKinds)]bool, len(t.Plans))
	up := make([][]int, len(t.Plans))
	for _, l := range r.Links {
		from, ok := at[l.From]
		if !ok {
			continue // a link of a plan that is not in force any more
		}
		to, inside := at[l.To]
		switch {
		case l.Outside:
			has[from][l.Kind] = true
		case !inside:
			faults[from] = append(faults[from], TreeFault{Plan: l.From, Kind: Dangling, Link: l.Kind, To: l.To})
		default:
			has[from][l.Kind] = true
			if l.Kind != UpwardLink {
				has[to][l.Kind] = true
				continue
			}
			up[from] = append(up[from], to)
			if kinds[to].rank() <= kinds[from].rank() {
				faults[from] = append(faults[from], TreeFault{Plan: l.From, Kind: Inverted, Link: l.Kind, To: l.To})
			}
		}
	}
	onCycle, toTop := cyclesAndTops(up, kinds)
	for i, id := range t.Plans {
		if onCycle[i] {
			faults[i] = append(faults[i], TreeFault{Plan: id, Kind: Circular})
		}
		if kinds[i] != MasterPlan && !toTop[i] {
			faults[i] = append(faults[i], TreeFault{Plan: id, Kind: Orphan})
		}
		for _, one := range p.Interfaces {
			if one.Kind == kinds[i] && !has[i][one.Side] {
				faults[i] = append(faults[i], TreeFault{Plan: id, Kind: OneSided, Link: one.Side})
			}
		}
		slices.SortStableFunc(faults[i], func(a, b TreeFault) int { return int(a.Kind) - int(b.Kind) })
		t.Faults = append(t.Faults, faults[i]...)
	}
	return t
}

// cyclesAndTops says of each plan whether it lies on a cycle of upward links
// and whether a master plan is reached from it. Both are found in time linear
// in plans and links: what reaches a master by walking down from all of them,
// cycles as the strongly connected parts of more than one plan or with a link
// to itself.
func cyclesAndTops(up [][]int, kinds []ContingencyKind) (onCycle, toTop []bool) {
	n := len(up)
	onCycle, toTop = make([]bool, n), make([]bool, n)
	down := make([][]int, n)
	for from, list := range up {
		for _, to := range list {
			down[to] = append(down[to], from)
		}
	}
	var queue []int
	for i, k := range kinds {
		if k == MasterPlan {
			toTop[i], queue = true, append(queue, i)
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, j := range down[i] {
			if !toTop[j] {
				toTop[j], queue = true, append(queue, j)
			}
		}
	}
	// Kosaraju: finish order upwards, then gather downwards. No recursion, so
	// that a long chain cannot exhaust the stack.
	order := finishOrder(up)
	part := make([]int, n)
	size := map[int]int{}
	for label, i := n, n-1; i >= 0; i-- {
		start := order[i]
		if part[start] != 0 {
			continue
		}
		part[start] = label
		for stack := []int{start}; len(stack) > 0; {
			u := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			size[label]++
			for _, v := range down[u] {
				if part[v] == 0 {
					part[v] = label
					stack = append(stack, v)
				}
			}
		}
		label--
	}
	for i := range n {
		onCycle[i] = size[part[i]] > 1 || slices.Contains(up[i], i)
	}
	return onCycle, toTop
}

// finishOrder returns the nodes in the order in which a depth-first walk leaves them.
func finishOrder(edges [][]int) []int {
	order := make([]int, 0, len(edges))
	next := make([]int, len(edges))
	seen := make([]bool, len(edges))
	for start := range edges {
		if seen[start] {
			continue
		}
		seen[start] = true
		for stack := []int{start}; len(stack) > 0; {
			u := stack[len(stack)-1]
			if next[u] == len(edges[u]) {
				order = append(order, u)
				stack = stack[:len(stack)-1]
				continue
			}
			v := edges[u][next[u]]
			next[u]++
			if !seen[v] {
				seen[v] = true
				stack = append(stack, v)
			}
		}
	}
	return order
}
