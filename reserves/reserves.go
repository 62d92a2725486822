// Package reserves is the room of relief supplies: what a county must hold,
// what it holds that can be used, whom that serves, and when help arrives.
//
// Two rules live here and are never mixed. The stock rule asks whether the
// usable stock covers the emergency resettlement of a number of evacuees: the
// scarcest essential item decides. The relief rule asks whether help reaches
// all people affected within a number of hours, which is a matter of lead,
// travel and handing-out times, and of many more people than the evacuees.
//
// What the results rest on:
//
//   - demand rounds up, coverage rounds down, to whole units and whole people;
//   - how many days the stock must last is a parameter of its own. A limit of
//     24 hours for relief says nothing about it; it is unknown until given;
//   - norms per evacuee are figures with a source. None is applied unless given;
//   - a lot counts once, in one mode, until the end of its day of expiry;
//   - a delivery counts when its last person has been handed the goods, and
//     two deliveries serve different people.
//
// # Not covered
//
// The code layout of GB/T 38565, purchase and dispatch plans, rotation and
// replacement, movements between stores, household kits, roads that are cut,
// people served place by place, and norms per site or per responder.
package reserves
