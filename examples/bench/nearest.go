package main

import (
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
)

// nearestFirst is what it costs to send each village in turn to its nearest
// shelter that has room, the rest to the next; left is how many find none.
func nearestFirst(p flow.Problem) (cost, left int64) {
	room := slices.Clone(p.Capacities)
	for i, people := range p.Supplies {
		for people > 0 {
			nearest, least := -1, int64(0)
			for j := range room {
				if c, ok := p.Cost(i, j); ok && room[j] > 0 && (nearest < 0 || c < least) {
					nearest, least = j, c
				}
			}
			if nearest < 0 {
				left += people
				break
			}
			sent := min(people, room[nearest])
			room[nearest] -= sent
			people -= sent
			cost += sent * least
		}
	}
	return cost, left
}
