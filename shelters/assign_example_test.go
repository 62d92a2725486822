package shelters_test

import (
	"errors"
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// Two villages, two sites: the near one has beds for five.
func evacuation() shelters.Task {
	metres, err := shelters.DistanceMatrix([][]int64{{100, 900}, {200, 400}}, 2)
	if err != nil {
		panic(err)
	}
	return shelters.Task{
		Villages: []shelters.Village{{ID: "upper", People: 4}, {ID: "lower", People: 3}},
		Sites:    []shelters.Site{{ID: "school", Beds: 5, Usable: spec.Met}, {ID: "hall", Beds: 5, Usable: spec.Met}},
		Distance: metres,
	}
}

func ExampleAssign() {
	task := evacuation()
	a, err := shelters.Assign(task)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, leg := range a.Legs {
		fmt.Println(task.Villages[leg.Village].ID, "to", task.Sites[leg.Site].ID, leg.People, "people", leg.Metres, "m")
	}
	near, _ := shelters.NearestFirst(task)
	fmt.Println(a.PersonMetres, "person-metres, nearest first", near.PersonMetres)
	fmt.Println("certificate:", a.Check(task), "one bed more saves", a.SitePrices)
	// Output:
	// upper to school 4 people 100 m
	// lower to school 1 people 200 m
	// lower to hall 2 people 400 m
	// 1400 person-metres, nearest first 1400
	// certificate: <nil> one bed more saves [200 0]
}

// Kept together, the people of a village go to one site.
func ExampleAssign_whole() {
	task := evacuation()
	task.Whole = true
	a, err := shelters.Assign(task)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, leg := range a.Legs {
		fmt.Println(task.Villages[leg.Village].ID, "to", task.Sites[leg.Site].ID, leg.People)
	}
	fmt.Println(a.PersonMetres, "person-metres; the prices prove", a.Bound, "and the search", a.Search.Bound)
	// Output:
	// upper to school 4
	// lower to hall 3
	// 1600 person-metres; the prices prove 1400 and the search 1600
}

func ExampleShortage() {
	task := evacuation()
	task.Sites[1].Usable = spec.Unmet // in the flood zone
	_, err := shelters.Assign(task)
	var short *shelters.Shortage
	if errors.As(err, &short) {
		fmt.Println("villages", short.Villages, "people", short.People, "sites", short.Sites, "beds", short.Beds, "missing", short.Missing)
		fmt.Println("add", short.Add[0].Beds, "beds at", task.Sites[short.Add[0].Site].ID)
		fmt.Println("proof:", shelters.CheckShortage(task, *short))
	}
	// Output:
	// villages [0 1] people 7 sites [0] beds 5 missing 2
	// add 2 beds at school
	// proof: <nil>
}

func ExampleExpand() {
	task := evacuation()
	task.Sites[0].Beds, task.Sites[1].Beds = 3, 2
	x, err := shelters.Expand(task, func(site int) (measure.Money, bool) {
		return measure.Fen([]int64{300_00, 250_00}[site]), true
	})
	fmt.Println(x.Beds, "beds for", x.Money, "yuan at", task.Sites[x.Added[0].Site].ID, err)
	// Output: 2 beds for 500 yuan at hall <nil>
}

func ExamplePath() {
	plan, err := measure.PeriodOf(2015, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	path := shelters.Path(nil, spec.Exactly[measure.Count](40), plan, measure.DateOf(2025, 12, 31))
	last := path[len(path)-1]
	fmt.Println(last.Year, "a steady programme would have built", last.Linear.Percent(1), "%")
	// Output: 2025 a steady programme would have built 66.7 %
}
