package reserves_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func delivery(id string, n, lead, travel, out int64) reserves.Delivery {
	return reserves.Delivery{ID: id, People: people(n), Lead: minutes(lead), Travel: minutes(travel), HandingOut: minutes(out)}
}

func TestCurveIsExactAtItsSteps(t *testing.T) {
	c := reserves.CurveOf([]reserves.Delivery{
		delivery("late", 500, 600, 60, 60), delivery("soon", 300, 30, 20, 10), delivery("also soon", 200, 10, 20, 30), delivery("empty", 0, 1, 1, 1),
	}, minutes(30))
	want := []reserves.Step{{At: measure.Seconds(90 * 60), Served: 500}, {At: measure.Seconds(750 * 60), Served: 1000}}
	if diff := cmp.Diff(want, c.Steps()); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
	for _, row := range []struct{ seconds, served int64 }{{0, 0}, {90*60 - 1, 0}, {90 * 60, 500}, {750*60 - 1, 500}, {750 * 60, 1000}, {1 << 62, 1000}} {
		wantObserved(t, "served", c.Served(measure.Seconds(row.seconds)), people(row.served))
	}
	for _, row := range []struct {
		people measure.People
		at     int64
		ok     bool
	}{{-1, 0, true}, {0, 0, true}, {1, 90, true}, {500, 90, true}, {501, 750, true}, {1000, 750, true}, {1001, 0, false}} {
		if at, ok := c.ReachedAt(row.people); ok != row.ok || at != measure.Seconds(row.at*60) {
			t.Errorf("ReachedAt(%d) = %v, %v", row.people, at, ok)
		}
	}
}

func TestCurveOfWhatIsNotKnown(t *testing.T) {
	day := hour(24)
	unknown := spec.Observed[measure.Duration]{}
	noTravel := delivery("a", 300, 60, 0, 60)
	noTravel.Travel = unknown
	tooLate := delivery("a", 300, 25*60, 0, 60)
	tooLate.Travel = unknown
	noSize := delivery("a", 0, 60, 60, 60)
	noSize.People = spec.Observed[measure.People]{}
	negative := delivery("a", 300, 60, -90, 60)
	maybe, below := negative, negative
	maybe.Travel, below.Travel = spec.Between(hour(-1), hour(1)), spec.AtMost(hour(-1))
	sure := delivery("b", 100, 60, 60, 60)
	for _, row := range []struct {
		name  string
		delay spec.Observed[measure.Duration]
		list  []reserves.Delivery
		want  spec.Observed[measure.People]
	}{
		{"none", minutes(0), nil, people(0)},
		{"travel unknown", minutes(0), []reserves.Delivery{noTravel, sure}, spec.Between(measure.People(100), measure.People(400))},
		{"travel unknown but too late anyway", minutes(0), []reserves.Delivery{tooLate, sure}, people(100)},
		{"size unknown", minutes(0), []reserves.Delivery{noSize, sure}, spec.AtLeast(measure.People(100))},
		{"a negative time is no time", minutes(0), []reserves.Delivery{negative, sure}, spec.Between(measure.People(100), measure.People(400))},
		{"a time that may be negative is no time", minutes(0), []reserves.Delivery{maybe, sure}, spec.Between(measure.People(100), measure.People(400))},
		{"a time below nothing is no time", minutes(0), []reserves.Delivery{below, sure}, spec.Between(measure.People(100), measure.People(400))},
		{"delay unknown is not no delay", unknown, []reserves.Delivery{sure}, spec.AtMost(measure.People(100))},
		{"delay at most", spec.AtMost(hour(2)), []reserves.Delivery{sure}, people(100)},
		{"delay at most, too long", spec.AtMost(hour(22)), []reserves.Delivery{sure}, spec.AtMost(measure.People(100))},
		{"delay at least, too long", spec.AtLeast(hour(22)), []reserves.Delivery{sure}, people(0)},
		{"time beyond counting", minutes(0), []reserves.Delivery{{ID: "a", People: people(5), Lead: spec.Exactly(measure.Seconds(1<<63 - 1)), Travel: minutes(1), HandingOut: minutes(1)}}, people(0)},
		{"people beyond counting", minutes(0), []reserves.Delivery{delivery("a", 1<<63-1, 1, 1, 1), sure}, spec.AtLeast(measure.People(1<<63 - 1))},
	} {
		t.Run(row.name, func(t *testing.T) {
			wantObserved(t, "served", reserves.CurveOf(row.list, row.delay).Served(day), row.want)
		})
	}
}
