package strict

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3" // the only file that knows it, so that it can be replaced here

	"github.com/county-emergency/emergency/spec"
)

const (
	maxDepth = 64
	maxParts = 1_000_000
)

// parseYAML parses exactly one document into a tree without anchors, aliases,
// tags, duplicate or odd keys; each of those is filed and leaves a broken
// part. It returns nil where there is nothing to read on with.
func parseYAML(s *sink, text string) *tree {
	if !checkParts(s, text) {
		return nil
	}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	root, err := decode(decoder)
	switch {
	case errors.Is(err, io.EOF) || err == nil && isEmpty(root):
		s.add(spec.Fault{Line: 1, Column: 1, Code: CodeEmpty, Message: spec.T("the document is empty", "文档为空")})
		return nil
	case err != nil:
		syntax(s, text, err)
		return nil
	}
	out := &tree{}
	convert(s, root.Content[0], out, "", 1)
	second, err := decode(decoder)
	switch {
	case errors.Is(err, io.EOF):
	case err != nil:
		syntax(s, text, err)
		return nil
	default:
		s.add(spec.Fault{Line: second.Line, Column: second.Column, Code: CodeSecondDocument,
			Message: spec.T("a second document begins here", "此处开始第二个文档")})
	}
	return out
}

// decode reads the next document. The parser panics on some hostile inputs;
// that is a fault of the input, not of the program.
func decode(d *yaml.Decoder) (node *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			node, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	node = new(yaml.Node)
	err = d.Decode(node)
	if err == nil && (node.Kind != yaml.DocumentNode || len(node.Content) != 1) {
		err = io.EOF
	}
	return node, err
}

func isEmpty(doc *yaml.Node) bool {
	only := doc.Content[0]
	return only.Kind == yaml.ScalarNode && only.ShortTag() == "!!null" && only.Value == ""
}

// checkParts refuses, before the parser allocates for them, documents of more
// parts than any plan has, and directives, which the parser handles slowly.
func checkParts(s *sink, text string) bool {
	parts := 0
	for i := range len(text) {
		switch text[i] {
		case ':', ',', '?':
			parts += 2
		case '[', '{':
			parts++
		case '-':
			if i+1 == len(text) || text[i+1] <= ' ' {
				parts++
			}
		}
	}
	if parts > maxParts {
		s.add(spec.Fault{Code: CodeTooMany, Value: strconv.Itoa(parts), Message: spec.Textf(
			"the document has about %d parts, the limit is %d", "文档约有 %d 个组成部分，上限为 %d", parts, maxParts)})
		return false
	}
	line, ok := 1, true
	for at := 0; at < len(text); line++ {
		if text[at] == '%' {
			end := lineEnd(text, at)
			seen := spec.Shorten(text[at:end])
			s.add(spec.Fault{Line: line, Column: 1, Code: CodeDirective, Value: seen, Message: spec.Textf("directive %s", "指令行 %s", seen)})
			ok = false
		}
		at = nextLine(text, at)
	}
	return ok
}

// convert copies the part of a document at depth into out.
func convert(s *sink, n *yaml.Node, out *tree, path string, depth int) {
	out.line, out.column = int32(n.Line), int32(n.Column)
	at := spec.Fault{Line: n.Line, Column: n.Column, Path: path}
	if n.Anchor != "" {
		at.Code, at.Value = CodeAlias, "&"+n.Anchor
		at.Message = spec.Textf("anchor &%s", "锚点 &%s", spec.Shorten(n.Anchor))
		s.add(at)
	}
	if n.Kind == yaml.AliasNode {
		at.Code, at.Value = CodeAlias, "*"+n.Value
		at.Message = spec.Textf("alias *%s", "引用 *%s", spec.Shorten(n.Value))
		s.add(at)
		return
	}
	if n.Style&yaml.TaggedStyle != 0 && (n.Kind != yaml.ScalarNode || n.Tag != "!!str") {
		at.Code, at.Value, at.Message = CodeTag, n.Tag, spec.Textf("tag %s", "类型标签 %s", spec.Shorten(n.Tag))
		s.add(at)
		return
	}
	if depth > maxDepth {
		at.Code, at.Value = CodeDepth, strconv.Itoa(depth)
		at.Message = spec.Textf("nested more than %d deep", "嵌套超过 %d 层", maxDepth)
		s.add(at)
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		out.kind, out.value, out.plain = kindScalar, n.Value, n.Style == 0
		if n.ShortTag() == "!!null" {
			out.kind = kindNull
		}
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			// The break that ends a block is part of its writing, not of the text.
			out.value = strings.TrimSuffix(n.Value, "\n")
		}
	case yaml.SequenceNode:
		out.kind = kindList
		out.kids = make([]tree, len(n.Content))
		for i, kid := range n.Content {
			convert(s, kid, &out.kids[i], path+"["+strconv.Itoa(i)+"]", depth+1)
		}
	case yaml.MappingNode:
		out.kind = kindMap
		convertMap(s, n, out, path, depth)
	}
	n.Content = nil // copied; let it go
}

func convertMap(s *sink, n *yaml.Node, out *tree, path string, depth int) {
	seen := make(map[string]int, len(n.Content)/2) // line of each key
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		at := spec.Fault{Line: k.Line, Column: k.Column, Path: path, Value: k.Value}
		switch {
		case k.Kind == yaml.AliasNode || k.Anchor != "" || k.Kind == yaml.ScalarNode && k.ShortTag() == "!!merge":
			at.Code, at.Message = CodeAlias, spec.Textf("anchor, alias or merge key %s", "锚点、引用或合并键 %s", spec.Shorten(k.Value))
			s.add(at)
			continue
		case k.Kind != yaml.ScalarNode || k.ShortTag() != "!!str" || k.Value == "" || trim(k.Value) != k.Value:
			at.Code, at.Message = CodeKey, spec.Textf("key %q is not a text", "键 %q 不是文字", spec.Shorten(k.Value))
			s.add(at)
			continue
		case seen[k.Value] > 0:
			at.Path = join(path, k.Value)
			at.Code, at.Message = CodeDuplicateKey, spec.Textf("key %q stands in line %d already", "键 %q 已在第 %d 行出现", spec.Shorten(k.Value), seen[k.Value])
			s.add(at)
			continue
		}
		seen[k.Value] = k.Line
		out.keys = append(out.keys, treeKey{k.Value, int32(k.Line), int32(k.Column)})
		out.kids = append(out.kids, tree{})
		convert(s, n.Content[i+1], &out.kids[len(out.kids)-1], join(path, k.Value), depth+1)
	}
}

// syntax files what the parser says, with the line it says: where the broken
// part begins, which may be a few lines above the break. The parser gives no
// column; it is that of the first character of the line.
func syntax(s *sink, text string, err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	at := spec.Fault{Line: 1, Code: CodeSyntax}
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		if number, what, ok := strings.Cut(rest, ": "); ok {
			if line, err := strconv.Atoi(number); err == nil {
				at.Line, message = line, what
				if fromZero(what) {
					at.Line++
				}
			}
		}
	}
	if name, ok := strings.CutPrefix(message, "unknown anchor '"); ok {
		name, _, _ = strings.Cut(name, "'")
		at.Code, at.Value = CodeAlias, "*"+name
		if i := strings.Index(text, "*"+name); i >= 0 {
			at.Line, at.Column = placeAt(text, i)
		}
		at.Message = spec.Textf("alias *%s", "引用 *%s", spec.Shorten(name))
		s.add(at)
		return
	}
	if strings.HasPrefix(message, "exceeded max depth") {
		at.Code = CodeDepth
		at.Message = spec.Textf("nested more than %d deep", "嵌套超过 %d 层", maxDepth)
		s.add(at)
		return
	}
	at.Value = lineText(text, at.Line)
	at.Column = 1 + utf8.RuneCountInString(at.Value[:len(at.Value)-len(strings.TrimLeft(at.Value, " \t"))])
	at.Message = spec.Textf("not YAML from here on: %s", "自此处起不符合 YAML 语法：%s", spec.Shorten(message))
	s.add(at)
}

// fromZero tells the messages whose line yaml.v3 counts from 0: those of its
// parser, not of its scanner.
func fromZero(message string) bool {
	switch strings.TrimPrefix(message, "did not find expected ") {
	case "key", "node content", "'-' indicator", "',' or ']'", "',' or '}'", "<document start>":
		return true
	}
	return false
}
