package strict

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// Node is a part of a document (节点). A nil Node is absent: every method may
// be called on it, files nothing and returns ok false.
type Node struct {
	doc    *Document
	parent *Node
	key    string // in a mapping
	index  int    // in a list
	tree   *tree
}

func (n *Node) child(key string, t *tree) *Node {
	return &Node{doc: n.doc, parent: n, key: key, tree: t}
}

// File returns the name of the file.
func (n *Node) File() string {
	if n == nil {
		return ""
	}
	return n.sink().file
}

// Line returns the 1-based line, 0 for an absent node.
func (n *Node) Line() int {
	if n == nil {
		return 0
	}
	return int(n.tree.line)
}

// Column returns the 1-based column in characters, 0 for an absent node.
func (n *Node) Column() int {
	if n == nil {
		return 0
	}
	return int(n.tree.column)
}

// Path returns the place in the data, as shelters[3].area; empty at the root.
func (n *Node) Path() string {
	switch {
	case n == nil || n.parent == nil:
		return ""
	case n.parent.tree.kind == kindList:
		return n.parent.Path() + "[" + strconv.Itoa(n.index) + "]"
	}
	return join(n.parent.Path(), n.key)
}

// Key returns the key the node stands under, empty in a list and at the root.
func (n *Node) Key() string {
	if n == nil {
		return ""
	}
	return n.key
}

// IsMap reports whether the node is a mapping.
func (n *Node) IsMap() bool { return n != nil && n.tree.kind == kindMap }

// IsList reports whether the node is a list.
func (n *Node) IsList() bool { return n != nil && n.tree.kind == kindList }

// IsScalar reports whether the node is a single value other than null.
func (n *Node) IsScalar() bool { return n != nil && n.tree.kind == kindScalar }

// IsNull reports whether the node is written as null, ~ or nothing.
func (n *Node) IsNull() bool { return n != nil && n.tree.kind == kindNull }

// Literal returns a single value as written, without quotation marks; empty
// for anything else.
func (n *Node) Literal() string {
	if !n.IsScalar() {
		return ""
	}
	return n.tree.value
}

// List returns the items of a list in order. Anything but a list is a fault
// and has no items.
func (n *Node) List() []*Node {
	if n == nil || n.tree.kind == kindBroken {
		return nil
	}
	if n.tree.kind != kindList {
		n.wrongType(spec.T("list", "列表"))
		return nil
	}
	out := make([]*Node, len(n.tree.kids))
	for i := range n.tree.kids {
		out[i] = &Node{doc: n.doc, parent: n, index: i, tree: &n.tree.kids[i]}
	}
	return out
}

// Fault files a fault at the node. On an absent node it files nothing.
func (n *Node) Fault(code, value string, message spec.Text) {
	if n == nil {
		return
	}
	f := n.place()
	f.Code, f.Value, f.Message = code, value, message
	n.sink().add(f)
}

// sink is where faults of the node go: to the overlay that wrote it, else to the
// document.
func (n *Node) sink() *sink {
	if n.tree.sink != nil {
		return n.tree.sink
	}
	return n.doc.sink
}

func (n *Node) place() spec.Fault {
	return spec.Fault{Line: n.Line(), Column: n.Column(), Path: n.Path()}
}

// seen is what a message shows of the node.
func (n *Node) seen() string {
	switch n.tree.kind {
	case kindScalar:
		return n.tree.value
	case kindNull:
		return "null"
	case kindList, kindMap:
		var b strings.Builder
		write(&b, n.tree, 400)
		return spec.Shorten(b.String())
	}
	return ""
}

func (n *Node) wrongType(want spec.Text) {
	is := spec.T("nothing", "空值")
	switch n.tree.kind {
	case kindScalar:
		is = spec.Textf("the single value %s", "单个值 %s", strconv.Quote(spec.Shorten(n.tree.value)))
	case kindList:
		is = spec.Textf("the list %s", "列表 %s", n.seen())
	case kindMap:
		is = spec.Textf("the mapping %s", "映射 %s", n.seen())
	}
	n.Fault(CodeWrongType, n.seen(), spec.Textf("a %s is wanted, this is %s", "应为%s，实为%s", want, is))
}
