module github.com/county-emergency/emergency/examples/worklist/readback

go 1.25

require (
	github.com/arran4/golang-ical v0.3.4
	github.com/county-emergency/emergency v0.0.0
)

replace github.com/county-emergency/emergency => ../../..
