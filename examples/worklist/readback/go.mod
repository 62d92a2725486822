module github.com/county-emergency/emergency/examples/worklist/readback

go 1.25

require (
	github.com/arran4/golang-ical v0.3.4
	github.com/county-emergency/emergency v0.0.0
)

require (
	github.com/shopspring/decimal v1.6.0 // indirect
	golang.org/x/text v0.31.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace github.com/county-emergency/emergency => ../../..
