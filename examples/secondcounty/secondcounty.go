// Package secondcounty embeds an invented county, so that the example programs
// run from anywhere: a plan of its own and the records of one county. Nothing
// in it is of a real place.
package secondcounty

import (
	"embed"
	"io/fs"
)

//go:embed plan data
var files embed.FS

// Plan returns the folder of the invented plan.
func Plan() fs.FS { return sub("plan") }

// Data returns the folder of the invented county's records.
func Data() fs.FS { return sub("data") }

func sub(name string) fs.FS {
	folder, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // the names are constants of ours
	}
	return folder
}
