package strict

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// kind is the shape of a part of a document. A broken part, the zero kind, has
// been reported already and is read as absent without another fault.
type kind uint8

const (
	kindBroken kind = iota
	kindNull
	kindScalar
	kindList
	kindMap
)

// tree is a part of a document as written: a scalar with its literal text, a
// list, or a mapping whose keys run parallel to its kids.
type tree struct {
	kind         kind
	plain        bool // a scalar without quotation marks
	line, column int32
	value        string
	sink         *sink // of the overlay that wrote it, nil for the document's own
	keys         []treeKey
	kids         []tree
}

type treeKey struct {
	name         string
	line, column int32
}

// Document is one YAML file being read (文档). Its nodes share it: the place
// for faults and the record of figures and carried ids.
type Document struct {
	sink       *sink
	parameters []Parameter
	carried    []Carried
}

// ReadDocument reads one YAML document and returns its root, a mapping whose
// first key must be format with the value given. Every fault goes to faults.
//
// It returns nil where nothing can be read on with: too large, not text, not
// YAML, not a mapping, another format. ok is false also where the root can be
// read but parts were refused (aliases, tags, odd or duplicate keys, depth);
// these parts read as absent, without another fault.
func ReadDocument(file string, data []byte, format string, faults *spec.Faults) (root *Node, ok bool) {
	s := newSink(file, faults)
	if len(data) > MaxDocument {
		tooLarge(s, MaxDocument)
		return nil, false
	}
	text := strings.TrimPrefix(string(data), bom)
	if !checkText(s, text) {
		return nil, false
	}
	t := parseYAML(s, text)
	if t == nil {
		return nil, false
	}
	root = &Node{doc: &Document{sink: s}, tree: t}
	if t.kind != kindMap {
		root.wrongType(spec.T("mapping", "映射"))
		return nil, false
	}
	if !checkFormat(root, format) {
		return nil, false
	}
	return root, s.count() == 0
}

func checkFormat(root *Node, format string) bool {
	t := root.tree
	if len(t.keys) == 0 || t.keys[0].name != "format" {
		root.Fault(CodeMissingFormat, "", spec.Textf("the first key is not format: %s", "首个键不是 format: %s", format))
		return false
	}
	at := root.child("format", &t.kids[0])
	if at.tree.kind != kindScalar || at.tree.value != format {
		at.Fault(CodeUnknownFormat, at.seen(), spec.Textf("format %s is not %s", "格式 %s 不是 %s", spec.Shorten(at.seen()), format))
		return false
	}
	return true
}

func tooLarge(s *sink, limit int64) {
	s.add(spec.Fault{Code: CodeTooLarge, Message: spec.Textf(
		"larger than %s MiB", "超过 %s MiB", strconv.FormatInt(limit>>20, 10))})
}

// File returns the name of the file.
func (d *Document) File() string { return d.sink.file }

// Finish writes into the list how many faults of this file are not listed,
// where there are more than 200 of one kind. Call it once, after the last read.
func (d *Document) Finish() { d.sink.finish() }

// Unlisted returns how many faults of this file are not in the list.
func (d *Document) Unlisted() int { return d.sink.rest }

// Document returns the document the node belongs to, nil for an absent node.
func (n *Node) Document() *Document {
	if n == nil {
		return nil
	}
	return n.doc
}

// join appends a key to a path. A key that is not a plain word is quoted, so
// that targets["reserves.evacuees"] cannot be taken for three steps.
func join(path, key string) string {
	switch {
	case !isWord(key):
		return path + "[" + strconv.Quote(key) + "]"
	case path == "":
		return key
	}
	return path + "." + key
}

func isWord(key string) bool {
	for _, r := range key {
		if r <= ' ' || strings.ContainsRune(`.[]"'\`, r) || isControl(r) {
			return false
		}
	}
	return key != ""
}
