package emergency

import (
	"io/fs"

	"github.com/county-emergency/emergency/internal/strict"
)

// overlaid is what the names of an overlay's files begin with.
const overlaid = "overlay/"

// ReadCountyOver reads a county's records with a folder laid over them (叠加修改):
// what if. county.yaml of the overlay holds only the keys that are another, laid
// over as [FiveYearPlan.Overlay] says; a table of the overlay stands for the
// whole table. An empty overlay changes nothing. A service that has the County
// as a value copies the value and sets what is another.
func ReadCountyOver(folder, over fs.FS) (*County, error) { return readCounty(folder, over) }

// countyFiles is a county's folder with the tables of an overlay before its own.
type countyFiles struct{ base, over *strict.Hashed }

func (c *countyFiles) of(name string) *strict.Hashed {
	if c.over != nil {
		if _, err := fs.Stat(c.over, name); err == nil {
			return c.over
		}
	}
	return c.base
}

// Open opens the overlay's file, else the county's own.
func (c *countyFiles) Open(name string) (fs.File, error) { return c.of(name).Open(name) }

// Stat asks for the overlay's file, else the county's own.
func (c *countyFiles) Stat(name string) (fs.FileInfo, error) { return c.of(name).Stat(name) }

func (c *countyFiles) hashes() []FileHash {
	var out []FileHash
	for _, file := range c.base.Files() {
		out = append(out, FileHash(file))
	}
	if c.over != nil {
		for _, file := range c.over.Files() {
			out = append(out, FileHash{overlaid + file.Name, file.SHA256})
		}
	}
	return out
}
