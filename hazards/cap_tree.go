package hazards

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// capNode is an element of a message: with children, or with text.
type capNode struct {
	name     string
	path     string
	line     int
	children []*capNode
	text     strings.Builder
	seen     map[string]int // children by name so far, for their paths
}

// capFile is what stands for the name of the message in faults with a line: the
// reader is not told the real one.
const capFile = "message"

// maxDepth is how deep elements may lie in each other; the table of the
// standard goes to four.
const maxDepth = 8

// capTree reads well-formed XML into elements. Comments are left out, for they
// are no part of the message; everything else that is not an element of CAP is
// a fault: document types with their entities, processing instructions,
// attributes, other namespaces. The root is nil where the XML is broken.
func capTree(data []byte, faults *spec.Faults) *capNode {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, errors.New("the encoding " + spec.Shorten(charset) + " is not UTF-8")
	}
	top := &capNode{seen: map[string]int{}}
	stack := []*capNode{top}
	for {
		line, _ := d.InputPos()
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ = d.InputPos()
			faults.Add(spec.Fault{File: capFile, Line: line, Code: FaultCAPXML, Message: spec.Textf("%s", "XML 无法读取：%s", xmlReason(err))})
			return nil
		}
		current := stack[len(stack)-1]
		at := spec.Fault{File: capFile, Line: line, Path: current.path}
		switch t := token.(type) {
		case xml.StartElement:
			child := current.child(t.Name.Local, line)
			child.checkTag(t, current == top, faults)
			if len(stack) > maxDepth {
				at.Code, at.Value, at.Message = FaultCAPXML, child.name, spec.T("elements lie too deep in each other", "元素嵌套过深")
				faults.Add(at)
				return nil
			}
			stack = append(stack, child)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if current != top {
				current.text.Write(t)
			} else if s := strings.TrimSpace(string(t)); strings.TrimPrefix(s, "\ufeff") != "" {
				at.Code, at.Value, at.Message = FaultCAPText, s, spec.T("text outside the message", "消息之外有文字")
				faults.Add(at)
			}
		case xml.Directive:
			at.Code, at.Value, at.Message = FaultCAPForbidden, string(t), spec.T("a document type is refused", "不接受文档类型声明")
			faults.Add(at)
		case xml.ProcInst:
			if t.Target != "xml" {
				at.Code, at.Value, at.Message = FaultCAPForbidden, t.Target, spec.T("a processing instruction is refused", "不接受处理指令")
				faults.Add(at)
			}
		}
	}
	if len(top.children) != 1 || top.children[0].name != "alert" {
		faults.Add(spec.Fault{File: capFile, Line: 1, Path: "alert", Code: FaultCAPCount, Message: spec.T("a message is one alert", "一个消息应为一个 alert")})
		return nil
	}
	return top.children[0]
}

// xmlReason returns what is wrong without the line, which the fault has itself.
func xmlReason(err error) string {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return spec.Shorten(syntax.Msg)
	}
	return spec.Shorten(err.Error())
}

// child adds an element; its path is that of the message below alert.
func (n *capNode) child(name string, line int) *capNode {
	child := &capNode{name: name, line: line, path: indexed(name, n.seen[name]), seen: map[string]int{}}
	if !capRepeats(name) {
		child.path = name
	}
	if n.path != "" && n.path != "alert" {
		child.path = n.path + "." + child.path
	}
	n.seen[name]++
	n.children = append(n.children, child)
	return child
}

// capRepeats reports whether an element with members of its own may stand more
// than once, so that its path needs a number.
func capRepeats(name string) bool {
	switch name {
	case "info", "area", "resource", "parameter", "eventCode", "geocode", "polygon", "circle", "code":
		return true
	}
	return false
}

// checkTag checks namespace and attributes. Declarations of namespaces and the
// place of a schema say nothing about the message and may stand at the root.
func (n *capNode) checkTag(t xml.StartElement, root bool, faults *spec.Faults) {
	if t.Name.Space != CAPNamespace {
		faults.Add(spec.Fault{File: capFile, Line: n.line, Path: n.path, Code: FaultCAPElement, Value: t.Name.Space, Message: spec.Textf(
			"the element %s is not of the namespace of CAP 1.2 but of %q", "元素 %s 不属于 CAP 1.2 命名空间，而属于 %q", spec.Shorten(n.name), spec.Shorten(t.Name.Space))})
	}
	for _, a := range t.Attr {
		declares := a.Name.Space == "xmlns" || (a.Name.Space == "" && a.Name.Local == "xmlns")
		schema := a.Name.Space == "http://www.w3.org/2001/XMLSchema-instance" && a.Name.Local == "schemaLocation"
		if declares || (root && schema) {
			continue
		}
		faults.Add(spec.Fault{File: capFile, Line: n.line, Path: n.path, Code: FaultCAPForbidden, Value: a.Name.Local, Message: spec.Textf(
			"the attribute %q is no part of CAP", "属性 %q 不属于 CAP", spec.Shorten(a.Name.Local))})
	}
}
