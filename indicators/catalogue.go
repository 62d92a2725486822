package indicators

import "github.com/county-emergency/emergency/spec"

// Catalogue is a set that a plan names together with its members (名录): classes of
// goals, directions of change. It judges nothing.
type Catalogue struct {
	ID      string
	Title   spec.Text
	Members []Member
	Source  spec.Source
	Carries []string
}

// Member is one member of a catalogue.
type Member struct {
	ID    string
	Title spec.Text
}
