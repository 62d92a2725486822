package strict

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Map reads a mapping key by key and remembers what was asked for (映射). A nil
// Map has no keys and files nothing.
type Map struct {
	node  *Node
	at    map[string]int // place of each key; nil for few keys
	asked []string       // in the order asked
	known map[string]bool
}

// Map returns the node as a mapping. Anything else is a fault. A null in a
// list is a fault too; a null under a key never gets here, [Map.Get] takes it
// for absent.
func (n *Node) Map() (*Map, bool) {
	if n == nil || n.tree.kind == kindBroken {
		return nil, false
	}
	if n.tree.kind != kindMap {
		n.wrongType(spec.T("mapping", "映射"))
		return nil, false
	}
	m := &Map{node: n, known: make(map[string]bool)}
	if len(n.tree.keys) > 8 {
		m.at = make(map[string]int, len(n.tree.keys))
		for i, k := range n.tree.keys {
			m.at[k.name] = i
		}
	}
	if n.parent == nil {
		m.ask("format") // read by ReadDocument
	}
	return m, true
}

// Node returns the node of the mapping.
func (m *Map) Node() *Node {
	if m == nil {
		return nil
	}
	return m.node
}

// Get returns the value of a key that may be missing: nil where it is absent
// or null.
func (m *Map) Get(key string) *Node {
	n := m.find(key)
	if n == nil || n.tree.kind == kindNull {
		return nil
	}
	return n
}

// Need returns the value of a required key. Where it is missing or null a
// fault is filed, at the key or else at the mapping, and nil returned.
func (m *Map) Need(key string) *Node {
	n := m.find(key)
	if m == nil || n != nil && n.tree.kind != kindNull {
		return n
	}
	at := spec.Fault{Line: m.node.Line(), Column: m.node.Column(), Path: join(m.node.Path(), key), Code: CodeMissingKey,
		Message: spec.Textf("key %q is missing", "缺少键 %q", key)}
	if n != nil {
		i := m.index(key)
		at.Line, at.Column = int(m.node.tree.keys[i].line), int(m.node.tree.keys[i].column)
		at.Value, at.Message = "null", spec.Textf("key %q has no value", "键 %q 没有值", key)
	}
	m.node.sink().add(at)
	return nil
}

// Has reports whether the key is written, be it with null.
func (m *Map) Has(key string) bool { return m.find(key) != nil }

// Keys returns the keys in the order written, for a mapping that is open. The
// keys count as asked for.
func (m *Map) Keys() []string {
	if m == nil {
		return nil
	}
	out := make([]string, len(m.node.tree.keys))
	for i, k := range m.node.tree.keys {
		out[i] = k.name
		m.ask(k.name)
	}
	return out
}

// Done files every key that nobody asked for. Call it on every mapping after
// the last key was read.
func (m *Map) Done() {
	if m == nil {
		return
	}
	for i, k := range m.node.tree.keys {
		s := m.node.sink()
		if by := m.node.tree.kids[i].sink; by != nil {
			s = by
		}
		if m.known[k.name] || m.node.tree.kids[i].kind == kindBroken || s.full(CodeUnknownKey) {
			continue
		}
		s.put(spec.Fault{Line: int(k.line), Column: int(k.column), Path: join(m.node.Path(), k.name),
			Code: CodeUnknownKey, Value: k.name,
			Message: spec.Textf("unknown key %q (%s)", "未知的键 %q（%s）", spec.Shorten(k.name), KnownAs(k.name, m.asked))})
	}
}

func (m *Map) find(key string) *Node {
	if m == nil {
		return nil
	}
	m.ask(key)
	i := m.index(key)
	if i < 0 {
		return nil
	}
	return m.node.child(key, &m.node.tree.kids[i])
}

func (m *Map) index(key string) int {
	if m.at != nil {
		if i, ok := m.at[key]; ok {
			return i
		}
		return -1
	}
	return slices.IndexFunc(m.node.tree.keys, func(k treeKey) bool { return k.name == key })
}

func (m *Map) ask(key string) {
	if !m.known[key] {
		m.known[key] = true
		m.asked = append(m.asked, key)
	}
}
