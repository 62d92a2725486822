module github.com/county-emergency/emergency/examples/workdays

go 1.25

require (
	github.com/6tail/lunar-go v1.4.7
	github.com/county-emergency/emergency v0.0.0
)

require github.com/shopspring/decimal v1.6.0 // indirect

replace github.com/county-emergency/emergency => ../..
