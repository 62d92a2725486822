package read

import "github.com/county-emergency/emergency/internal/strict"

// namesPost reports whether a column of a table names a post, a body or what
// they are for, in words of the county's own. No name, telephone or identity
// number of a person belongs there. The reader refuses numbers; a bare name is not
// to be told from the name of a post, and nobody but the county keeps it out.
func namesPost(column string) bool {
	switch column {
	case "name", "post", "owner_post", "role", "by", "decider", "responder", "commander", "technical", "core",
		"partner", "holder", "firm", "duty", "duties", "linkage", "earmark", "for", "peacetime", "wartime", "trigger":
		return true
	}
	return false
}

// withPosts marks the columns that name posts.
func withPosts(columns []strict.Column) []strict.Column {
	for i := range columns {
		columns[i].Post = namesPost(columns[i].Name)
	}
	return columns
}
