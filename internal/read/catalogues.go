package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// Catalogues reads the key catalogues of any file of a plan: a list of
// {id, title, kind, members, announced, wanting, place or source, carries}. An
// entry without members says what is wanting.
func (c *Context) Catalogues(list *strict.Node) []spec.Catalogue {
	var out []spec.Catalogue
	seen := map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		entry, ok := c.catalogue(m, FaultDuplicateID)
		m.Done()
		if ok && !repeated(seen, entry.ID, m.Get("id"), FaultDuplicateID) {
			out = append(out, entry)
		}
	}
	return out
}

// catalogue reads the keys that entries of every room have and leaves the
// mapping open for more. ok is false where the entry cannot be used.
func (c *Context) catalogue(m *strict.Map, duplicate string) (e spec.Catalogue, ok bool) {
	var kinds []string
	for _, k := range spec.CatalogueKinds() {
		kinds = append(kinds, k.String())
	}
	e.ID, _ = m.Need("id").Text()
	e.Title, _ = m.Need("title").Bilingual()
	e.Kind, ok = strict.Choice(m.Need("kind"), spec.ParseCatalogueKind, kinds...)
	e.Members = members(m.Get("members"), duplicate)
	e.Announced, _ = m.Get("announced").Int()
	for _, w := range m.Get("wanting").List() {
		if text, ok := w.Bilingual(); ok {
			e.Wanting = append(e.Wanting, text)
		}
	}
	e.SameAs, _ = m.Get("same_as").Text()
	e.Source, e.Carries = c.leadClause(m)
	return e, ok && e.ID != ""
}

// members reads a list of {zh, en, group, id}; the last two may be left out.
func members(list *strict.Node, duplicate string) []spec.Member {
	var out []spec.Member
	seen, ids := map[string]bool{}, map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var one spec.Member
		one.ID, _ = m.Get("id").Text()
		one.Title.ZH, _ = m.Need("zh").Text()
		one.Title.EN, _ = m.Need("en").Text()
		one.Group, _ = m.Get("group").Text()
		m.Done()
		again := one.ID != "" && repeated(ids, one.ID, m.Get("id"), duplicate)
		if one.Title.Complete() && !repeated(seen, one.Title.ZH, item, duplicate) && !again {
			out = append(out, one)
		}
	}
	return out
}

// repeated reports, and files as a fault with a code, that an id has been seen.
func repeated(seen map[string]bool, id string, node *strict.Node, code string) bool {
	if seen[id] {
		node.Fault(code, id, spec.Textf("%q occurs twice", "%q 重复出现", spec.Shorten(id)))
		return true
	}
	seen[id] = true
	return false
}
