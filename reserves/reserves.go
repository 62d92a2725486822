// Package reserves is the room of relief supplies: what a county must hold,
// what it holds that can be used, whom that serves, and when help arrives.
//
// Two rules live here and are never mixed. The stock rule asks whether the
// usable stock covers the emergency resettlement of a number of evacuees: the
// scarcest essential item decides. The relief rule asks whether help reaches
// all people affected within a number of hours, which is a matter of lead,
// loading, travel and handing-out times, and of many more people than the
// evacuees.
//
// Where to begin: [CoverageOf] and [GapOf] for the stock, [PlanRelief] for the
// way to the people, [Post] for the ledger, [Assess] for all of it with the
// plan's own figures. Each takes plain values and needs nothing else.
//
// What the results rest on:
//
//   - demand rounds up, coverage rounds down, to whole units and whole people;
//   - how many days the stock must last is a parameter of its own. A limit of
//     24 hours for relief says nothing about it; it is unknown until given, and
//     so is what depends on it: a lot that expires is then there at most;
//   - a lot counts where it is usable until the end of the last day of support;
//   - norms are figures with a source. None is applied unless given; a county
//     lays its own over the plan's, one line an item;
//   - a unit counts once: in one lot, in one mode, for one claim;
//   - a register that contradicts itself says that something is there, not how
//     much: a lot that stands twice or is overdrawn has an unknown quantity;
//   - a delivery counts when its last person has been handed the goods, and
//     two deliveries serve different people.
//
// # Bringing it to the people
//
// A relief plan sends every essential item on its own, or kits packed in the
// stores, from where it lies to where people are affected: complete at the
// earliest moment, and of those ways the one with the least waiting or, where
// every route has a cost, the cheapest. Both are exact (internal/flow), and
// [Dispatch.Check] verifies the answer. What cannot be done comes back as a
// [Shortage]: places, supplies and routes, and how many units are missing, with a
// checker of its own. [SupplyNet.LeastPurchase] says what to add and where.
//
// Vehicles limit a route by what they carry of one item on one way. That several
// items ask for the same vehicles is told ([Overbooking]) and makes the verdict
// unknown: whether the vehicles suffice for all of them at once is a problem of
// several goods, which is not solved here. A route with vehicles of its own for
// one item is a row of its own.
//
// # Not covered
//
// What the codes of GB/T 38565-2020 below the first digit stand for: the layout
// is checked, no code is made up. Vehicles that go twice; several goods sharing
// vehicles, beyond telling; roads that are cut, other than by leaving the route
// out. Needs per site and per responder place by place. A rate at which
// production capacity counts as stock: the modes that count are a reading, each
// in full. Partial consumption of a lot that expires during the days of support.
// The course of a relief plan before it is complete is that of the plan, not the
// most that any plan could serve by each hour.
package reserves
