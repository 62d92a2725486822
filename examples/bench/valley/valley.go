// Package valley makes invented instances of evacuation: villages round twelve
// towns, shelters anywhere in a square of 60 km, and more room than people by a
// given share. Equal sizes give equal instances, so that programs can be
// compared on them. No place in it exists.
package valley

import (
	"math"
	"math/rand/v2"
)

// Place is a point in metres with the people of a village or the room of a
// shelter.
type Place struct {
	X, Y   int64
	People int64
}

// Valley is an instance.
type Valley struct {
	Villages, Shelters []Place
}

// New draws the valley of that size; tight is room divided by people.
func New(villages, shelters int, tight float64) Valley {
	r := rand.New(rand.NewPCG(7, uint64(villages)<<32|uint64(shelters)))
	v := Valley{make([]Place, villages), make([]Place, shelters)}
	people := int64(0)
	for i := range v.Villages {
		p := &v.Villages[i]
		p.People = int64(200 + r.IntN(2800))
		people += p.People
		town := r.IntN(12)
		p.X = int64(5000 + town*7919%50000 + int(r.NormFloat64()*7000))
		p.Y = int64(5000 + town*104729%50000 + int(r.NormFloat64()*7000))
	}
	weights := int64(0)
	for j := range v.Shelters {
		v.Shelters[j].People = int64(100 + r.IntN(900))
		weights += v.Shelters[j].People
	}
	room := int64(float64(people) * tight)
	rest := room
	for j := range v.Shelters {
		v.Shelters[j].People = v.Shelters[j].People * room / weights
		rest -= v.Shelters[j].People
	}
	for j := range v.Shelters {
		v.Shelters[j].X, v.Shelters[j].Y = int64(r.IntN(60000)), int64(r.IntN(60000))
	}
	if shelters > 0 {
		v.Shelters[0].People += rest
	}
	return v
}

// Metres is the distance as the crow flies from a village to a shelter, in
// whole metres, rounded down. The root of a number below 2⁵² is exact enough.
func (v Valley) Metres(village, shelter int) int64 {
	dx := v.Villages[village].X - v.Shelters[shelter].X
	dy := v.Villages[village].Y - v.Shelters[shelter].Y
	return int64(math.Sqrt(float64(dx*dx + dy*dy)))
}

// Cost is Metres in the form of a cost function: any village may use any
// shelter.
func (v Valley) Cost(village, shelter int) (metres int64, ok bool) {
	return v.Metres(village, shelter), true
}

// Matrix is the same function with all distances worked out beforehand.
func (v Valley) Matrix() func(village, shelter int) (metres int64, ok bool) {
	m := len(v.Shelters)
	metres := make([]int32, len(v.Villages)*m)
	for k := range metres {
		metres[k] = int32(v.Metres(k/m, k%m))
	}
	return func(i, j int) (int64, bool) { return int64(metres[i*m+j]), true }
}

// People are the people of each village and the room of each shelter.
func (v Valley) People() (villages, shelters []int64) {
	for _, p := range v.Villages {
		villages = append(villages, p.People)
	}
	for _, p := range v.Shelters {
		shelters = append(shelters, p.People)
	}
	return villages, shelters
}
