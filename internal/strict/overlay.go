package strict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// Overlay lays a document over another (叠加) and returns what is read then; the
// base is not changed. Faults in what the overlay wrote name its file.
//
//   - A mapping is laid over key by key; null takes a key away.
//   - A list of mappings that name themselves by id or code is laid over item by
//     item; {id: x, remove: true} takes one away, a new id is added at the end.
//   - Anything else is replaced, and so is a figure, {value: …}.
//   - Whatever changes in a part that says where it stands (place or source) must
//     say so anew, so that no clause is cited for what it does not say.
func Overlay(base, over *Node) *Node {
	if base == nil || over == nil {
		if base == nil {
			return over
		}
		return base
	}
	l := layer{sink: over.doc.sink}
	t := l.mapping(base.tree, over.tree, true)
	return &Node{doc: base.doc, tree: &t}
}

// layer is an overlay at work: the place for faults of what it wrote.
type layer struct{ sink *sink }

// written marks a part as written by the overlay, with everything in it.
func (l layer) written(t tree) tree {
	t.sink = l.sink
	t.kids = slices.Clone(t.kids)
	for i := range t.kids {
		t.kids[i] = l.written(t.kids[i])
	}
	return t
}

func (t *tree) keyed(name string) int {
	return slices.IndexFunc(t.keys, func(k treeKey) bool { return k.name == name })
}

func (l layer) lay(base, over *tree) tree {
	switch {
	case base.kind == kindMap && over.kind == kindMap && base.keyed("value") >= 0:
		l.attributed(base, over)
		return l.written(*over)
	case base.kind == kindMap && over.kind == kindMap:
		return l.mapping(base, over, false)
	case base.kind == kindList && over.kind == kindList && base.named() && over.named():
		return l.list(base, over)
	}
	return l.written(*over)
}

func (l layer) mapping(base, over *tree, root bool) tree {
	out := *base
	out.keys, out.kids = slices.Clone(base.keys), slices.Clone(base.kids)
	if !root && l.changes(base, over) {
		l.attributed(base, over)
	}
	if !root && (over.keyed("place") >= 0 || over.keyed("source") >= 0) {
		out.drop("place")
		out.drop("source")
	}
	for i, key := range over.keys {
		at, kid := out.keyed(key.name), &over.kids[i]
		switch {
		case kid.kind == kindNull:
			out.drop(key.name)
		case at < 0:
			out.keys, out.kids = append(out.keys, key), append(out.kids, l.written(*kid))
		default:
			out.kids[at] = l.lay(&out.kids[at], kid)
		}
	}
	return out
}

// changes reports whether an overlay writes a value directly into a mapping,
// other than one that names it or is laid over further down.
func (l layer) changes(base, over *tree) bool {
	for i, key := range over.keys {
		at, kid := base.keyed(key.name), &over.kids[i]
		switch {
		case slices.Contains([]string{"id", "code", "place", "source", "title", "name"}, key.name):
		case at >= 0 && base.kids[at].kind == kindMap && kid.kind == kindMap:
		case at >= 0 && base.kids[at].named() && kid.named():
		default:
			return true
		}
	}
	return false
}

// attributed files a fault where a part that says where it stands is changed by
// one that does not.
func (l layer) attributed(base, over *tree) {
	if base.keyed("place") < 0 && base.keyed("source") < 0 && base.keyed("value") < 0 ||
		over.keyed("place") >= 0 || over.keyed("source") >= 0 {
		return
	}
	l.sink.add(spec.Fault{Line: int(over.line), Column: int(over.column), Code: CodeOverlaySource,
		Message: spec.T("what is changed does not say where it stands: place or source is missing", "修改后的数值未写明出处：缺 place 或 source")})
}

func (t *tree) drop(name string) {
	if at := t.keyed(name); at >= 0 {
		t.keys, t.kids = slices.Delete(t.keys, at, at+1), slices.Delete(t.kids, at, at+1)
	}
}

// id returns how an item of a list names itself, empty where it does not.
func (t *tree) id() string {
	for _, key := range []string{"id", "code"} {
		if at := t.keyed(key); at >= 0 && t.kids[at].kind == kindScalar {
			return key + "=" + t.kids[at].value
		}
	}
	return ""
}

// named reports whether every item of a list names itself.
func (t *tree) named() bool {
	if t.kind != kindList || len(t.kids) == 0 {
		return false
	}
	for i := range t.kids {
		if t.kids[i].kind != kindMap || t.kids[i].id() == "" {
			return false
		}
	}
	return true
}

func (l layer) list(base, over *tree) tree {
	out := *base
	out.kids = slices.Clone(base.kids)
	for i := range over.kids {
		item := &over.kids[i]
		at := slices.IndexFunc(out.kids, func(t tree) bool { return t.id() == item.id() })
		remove := item.keyed("remove")
		switch {
		case remove >= 0 && item.kids[remove].value == "true" && at >= 0:
			out.kids = slices.Delete(out.kids, at, at+1)
		case remove >= 0 && item.kids[remove].value == "true":
			l.sink.add(spec.Fault{Line: int(item.line), Column: int(item.column), Code: CodeOverlayRemove, Value: item.id(),
				Message: spec.Textf("there is no item %q to take away", "没有可删除的条目 %q", item.id())})
		case at < 0:
			out.kids = append(out.kids, l.written(*item))
		default:
			out.kids[at] = l.mapping(&out.kids[at], item, false)
		}
	}
	return out
}

// Leaf is a single value of a document with its place (叶值), in which the items
// of a list that name themselves stand under their name: targets[core-1].limit.
type Leaf struct{ Path, Value string }

// Leaves returns every single value of a document in its order, the format line
// left out. Its items of lists without a name stand under their number.
func (n *Node) Leaves() []Leaf {
	if n == nil {
		return nil
	}
	var out []Leaf
	n.tree.leaves("", &out)
	return slices.DeleteFunc(out, func(l Leaf) bool { return l.Path == "format" })
}

func (t *tree) leaves(path string, out *[]Leaf) {
	switch t.kind {
	case kindScalar:
		*out = append(*out, Leaf{path, t.value})
	case kindList:
		plain := !slices.ContainsFunc(t.kids, func(k tree) bool { return k.kind != kindScalar })
		if plain {
			n := Node{tree: t}
			*out = append(*out, Leaf{path, n.written()})
			return
		}
		named := t.named()
		for i := range t.kids {
			name := "[" + strconv.Itoa(i) + "]"
			if named {
				_, id, _ := strings.Cut(t.kids[i].id(), "=")
				name = "[" + id + "]"
			}
			t.kids[i].leaves(path+name, out)
		}
	case kindMap:
		for i := range t.kids {
			t.kids[i].leaves(join(path, t.keys[i].name), out)
		}
	}
}
