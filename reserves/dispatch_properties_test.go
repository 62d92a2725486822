package reserves_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
)

// drawNet draws a net that is small enough to try every dispatch.
func drawNet(t *rapid.T) reserves.SupplyNet {
	stores := rapid.IntRange(1, 3).Draw(t, "stores")
	var n reserves.SupplyNet
	for range rapid.IntRange(1, 3).Draw(t, "places") {
		n.Needs = append(n.Needs, rapid.Int64Range(0, 3).Draw(t, "need"))
	}
	for range rapid.IntRange(0, 3).Draw(t, "supplies") {
		n.Supplies = append(n.Supplies, reserves.Supply{
			Store: rapid.IntRange(0, stores-1).Draw(t, "store"),
			Ready: hour(rapid.Int64Range(0, 2).Draw(t, "ready")),
			Units: rapid.Int64Range(0, 4).Draw(t, "units"),
			Cost:  rapid.Int64Range(0, 3).Draw(t, "cost of the supply"),
		})
	}
	for s := range stores {
		for p := range n.Needs {
			if rapid.IntRange(0, 3).Draw(t, "no link") == 0 {
				continue
			}
			l := reserves.Link{Store: s, Place: p, Time: hour(rapid.Int64Range(1, 5).Draw(t, "time")),
				Cost: rapid.Int64Range(0, 9).Draw(t, "cost"), Limit: reserves.Unlimited}
			if rapid.Bool().Draw(t, "limited") {
				l.Limit = rapid.Int64Range(0, 3).Draw(t, "limit")
			}
			n.Links = append(n.Links, l)
		}
	}
	return n
}

// tried is what trying every dispatch within a limit finds.
type tried struct {
	complete bool
	cost     int64 // of the cheapest complete one
	most     int64 // units that can arrive
}

// tryAll tries every dispatch, unit by unit.
func tryAll(n reserves.SupplyNet, limit measure.Duration) tried {
	left := slices.Clone(n.Supplies)
	links := slices.Clone(n.Links)
	out := tried{cost: -1}
	var place func(p int, sent, cost int64)
	var fill func(p int, rest int64, from int, sent, cost int64)
	place = func(p int, sent, cost int64) {
		if p == len(n.Needs) {
			out.most = max(out.most, sent)
			return
		}
		fill(p, n.Needs[p], 0, sent, cost)
	}
	total := int64(0)
	for _, need := range n.Needs {
		total += need
	}
	fill = func(p int, rest int64, from int, sent, cost int64) {
		if from == len(left) {
			if p == len(n.Needs)-1 && sent == total && (out.cost < 0 || cost < out.cost) {
				out.complete, out.cost = true, cost
			}
			place(p+1, sent, cost)
			return
		}
		for units := int64(0); units <= min(rest, left[from].Units); units++ {
			l := slices.IndexFunc(links, func(l reserves.Link) bool { return l.Store == left[from].Store && l.Place == p })
			if units > 0 {
				if l < 0 || links[l].Limit >= 0 && links[l].Limit < units {
					break
				}
				at, _ := left[from].Ready.Add(links[l].Time)
				if limit.Less(at) {
					break
				}
			}
			left[from].Units -= units
			if units > 0 && links[l].Limit >= 0 {
				links[l].Limit -= units
			}
			each := int64(0)
			if units > 0 {
				each = links[l].Cost + left[from].Cost
			}
			fill(p, rest-units, from+1, sent+units, cost+units*each)
			left[from].Units += units
			if units > 0 && links[l].Limit >= 0 {
				links[l].Limit += units
			}
		}
	}
	place(0, 0, 0)
	return out
}

func TestDispatchIsTheCheapestThatArrivesInTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, limit := drawNet(t), hour(rapid.Int64Range(0, 7).Draw(t, "limit"))
		want := tryAll(n, limit)
		d, err := n.Within(limit)
		var short *reserves.Shortage
		switch {
		case err == nil:
			if !want.complete || d.Cost != want.cost {
				t.Fatalf("cost %d; trying all: %+v", d.Cost, want)
			}
			if err := d.Check(n); err != nil {
				t.Fatal(err)
			}
		case errors.As(err, &short):
			if want.complete {
				t.Fatalf("%v; trying all: %+v", err, want)
			}
			if err := short.Check(n, limit); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatal(err)
		}
		d, short, err = n.Most(limit)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Check(n); err != nil {
			t.Fatal(err)
		}
		sent, total := int64(0), int64(0)
		for _, c := range d.Consignments {
			sent += c.Units
		}
		for _, need := range n.Needs {
			total += need
		}
		if sent != want.most || (short == nil) != want.complete || short != nil && total-sent != short.Missing {
			t.Fatalf("%d of %d units sent, shortage %+v; trying all: %+v", sent, total, short, want)
		}
	})
}

func TestEarliestDispatchIsCompleteNoLaterThanAnyOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawNet(t)
		first := int64(-1)
		for h := int64(0); h <= 7 && first < 0; h++ {
			if tryAll(n, hour(h)).complete {
				first = h
			}
		}
		d, err := n.Earliest()
		if (err == nil) != (first >= 0) {
			t.Fatalf("%v, first complete after %d h", err, first)
		}
		if err != nil {
			var short *reserves.Shortage
			if !errors.As(err, &short) {
				t.Fatal(err)
			}
			if err := short.Check(n, hour(100)); err != nil {
				t.Fatal(err)
			}
			return
		}
		if d.Done != hour(first) || d.Cost != tryAll(n, d.Done).cost {
			t.Fatalf("done after %v, at %d; trying all: %d h, %+v", d.Done, d.Cost, first, tryAll(n, d.Done))
		}
		if err := d.Check(n); err != nil {
			t.Fatal(err)
		}
	})
}

func TestLeastPurchaseIsEnoughAndOneUnitLessIsNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, limit := drawNet(t), hour(rapid.Int64Range(0, 7).Draw(t, "limit"))
		ready := []measure.Duration{hour(0), hour(1)}
		p, err := n.LeastPurchase(limit, ready)
		if err != nil {
			t.Fatal(err)
		}
		// Every way to buy so many units, in every store.
		enough := func(total int64) bool {
			for first := int64(0); first <= total; first++ {
				more := n
				more.Supplies = append(slices.Clone(n.Supplies),
					reserves.Supply{Store: 0, Ready: ready[0], Units: first}, reserves.Supply{Store: 1, Ready: ready[1], Units: total - first})
				if tryAll(more, limit).complete {
					return true
				}
			}
			return false
		}
		if p.Beyond != nil {
			if enough(9) {
				t.Fatalf("nine units are enough: %+v", p.Beyond)
			}
			return
		}
		sum := int64(0)
		for _, line := range p.Lines {
			sum += line.Units
		}
		if sum != p.Units || !enough(p.Units) || p.Units > 0 && enough(p.Units-1) {
			t.Fatalf("%+v", p)
		}
	})
}

func TestCheckersRejectWhatWasChanged(t *testing.T) {
	n := reserves.SupplyNet{
		Needs:    []int64{5, 5},
		Supplies: []reserves.Supply{{Store: 0, Ready: hour(0), Units: 8}, {Store: 1, Ready: hour(1), Units: 6}},
		Links: []reserves.Link{{Store: 0, Place: 0, Time: hour(1), Cost: 1, Limit: 4}, {Store: 0, Place: 1, Time: hour(2), Cost: 2, Limit: reserves.Unlimited},
			{Store: 1, Place: 0, Time: hour(3), Cost: 5, Limit: reserves.Unlimited}, {Store: 1, Place: 1, Time: hour(3), Cost: 1, Limit: reserves.Unlimited}},
	}
	d, err := n.Earliest()
	if err != nil || d.Check(n) != nil || d.Done != hour(4) || d.Cost != 4*1+5+5*1 {
		t.Fatalf("%+v, %v, %v", d, err, d.Check(n))
	}
	for i := range d.Consignments {
		for name, change := range map[string]func(*reserves.Consignment){
			"a unit more":   func(c *reserves.Consignment) { c.Units++ },
			"a unit less":   func(c *reserves.Consignment) { c.Units-- },
			"sooner":        func(c *reserves.Consignment) { c.At = hour(0) },
			"another place": func(c *reserves.Consignment) { c.Place = 1 - c.Place },
			"no supply":     func(c *reserves.Consignment) { c.Supply = 9 },
		} {
			bad := d
			bad.Consignments = slices.Clone(d.Consignments)
			change(&bad.Consignments[i])
			if bad.Check(n) == nil {
				t.Errorf("consignment %d, %s: accepted", i, name)
			}
		}
	}
	bad := d
	bad.Cost++
	if bad.Check(n) == nil {
		t.Error("another cost is accepted")
	}
	_, err = n.Within(hour(2))
	var short *reserves.Shortage
	if !errors.As(err, &short) || short.Check(n, hour(2)) != nil || short.Missing != 2 {
		t.Fatalf("%v", err)
	}
	for name, change := range map[string]func(*reserves.Shortage){
		"more missing": func(s *reserves.Shortage) { s.Missing++ },
		"a place less": func(s *reserves.Shortage) { s.Places = s.Places[1:] },
		"no supplies":  func(s *reserves.Shortage) { s.Supplies, s.Held, s.Missing = nil, 0, s.Missing+s.Held },
		"a free link":  func(s *reserves.Shortage) { s.Links = append(slices.Clone(s.Links), 1) },
	} {
		bad := *short
		change(&bad)
		if bad.Check(n, hour(2)) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestNetsThatCannotBeAreTold(t *testing.T) {
	good := reserves.SupplyNet{Needs: []int64{1}, Supplies: []reserves.Supply{{Units: 1}}, Links: []reserves.Link{{Limit: reserves.Unlimited}}}
	if _, err := good.Earliest(); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name   string
		change func(*reserves.SupplyNet)
		want   reserves.NetFault
	}{
		{"need", func(n *reserves.SupplyNet) { n.Needs = []int64{-1} }, reserves.NetNegative},
		{"units", func(n *reserves.SupplyNet) { n.Supplies = []reserves.Supply{{Units: -1}} }, reserves.NetNegative},
		{"cost", func(n *reserves.SupplyNet) { n.Links = []reserves.Link{{Cost: -1}} }, reserves.NetNegative},
		{"limit", func(n *reserves.SupplyNet) { n.Links = []reserves.Link{{Limit: -2}} }, reserves.NetNegative},
		{"store", func(n *reserves.SupplyNet) { n.Supplies = []reserves.Supply{{Store: -1}} }, reserves.NetUnknownEnd},
		{"place", func(n *reserves.SupplyNet) { n.Links = []reserves.Link{{Place: 1}} }, reserves.NetUnknownEnd},
		{"two links", func(n *reserves.SupplyNet) { n.Links = []reserves.Link{{}, {}} }, reserves.NetTwoLinks},
		{"too much", func(n *reserves.SupplyNet) { n.Needs = []int64{1 << 41} }, reserves.NetRange},
		{"too dear", func(n *reserves.SupplyNet) { n.Links = []reserves.Link{{Cost: 1 << 31}} }, reserves.NetRange},
	} {
		n := good
		row.change(&n)
		if _, err := n.Earliest(); !errors.Is(err, row.want) {
			t.Errorf("%s: %v", row.name, err)
		}
		if _, err := n.LeastPurchase(hour(1), nil); !errors.Is(err, row.want) {
			t.Errorf("%s, purchase: %v", row.name, err)
		}
		if _, _, err := n.Most(hour(1)); !errors.Is(err, row.want) {
			t.Errorf("%s, most: %v", row.name, err)
		}
		if _, err := n.Within(hour(1)); !errors.Is(err, row.want) || row.want.Error() == "reserves: fault" {
			t.Errorf("%s, within: %v", row.name, err)
		}
	}
}
