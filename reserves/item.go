package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Item is a kind of supplies that a plan counts (物资品种).
type Item struct {
	Code      string // the plan's own, as quilt
	Name      spec.Text
	Category  Category
	Essential bool                       // without it nobody counts as served
	Unit      spec.Unit                  // measure word, as 床, or litre
	Norm      spec.Figure[Norm]          // how much people need
	Price     spec.Figure[measure.Money] // of one unit; zero where not given
}
