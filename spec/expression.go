package spec

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
)

// expression is a node of a derivation: a number, a name, a sign between two
// others, or a function of some.
type expression struct {
	op     string // "number", "name", "(", a sign, a comparison, or a function
	text   string // the number or the name as written
	number measure.Ratio
	args   []expression
}

// functions and how many arguments they take; 0 is one or more.
func arity(function string) (int, bool) {
	switch function {
	case "floor", "ceil", "abs":
		return 1, true
	case "round":
		return 2, true
	case "root":
		return 3, true
	case "min", "max", "sum", "mean", "count":
		return 0, true
	}
	return 0, false
}

// ranges reports whether ** may stand in a function.
func ranges(function string) bool {
	n, ok := arity(function)
	return ok && n == 0
}

var errExpression = errors.New("not an expression")

// parseExpression reads an expression as [Derivation] describes.
func parseExpression(s string) (expression, error) {
	p := parser{tokens: tokens(s)}
	out, err := p.comparison(false)
	if err == nil && p.at < len(p.tokens) {
		err = fmt.Errorf("%w: %q is left over", errExpression, p.tokens[p.at])
	}
	return out, err
}

// tokens splits at blanks, brackets and commas.
func tokens(s string) []string {
	for _, sign := range []string{"(", ")", ","} {
		s = strings.ReplaceAll(s, sign, " "+sign+" ")
	}
	return strings.Fields(s)
}

type parser struct {
	tokens []string
	at     int
	depth  int
}

// maxDepth bounds the brackets within brackets.
const maxDepth = 32

func (p *parser) peek() string {
	if p.at < len(p.tokens) {
		return p.tokens[p.at]
	}
	return ""
}

func (p *parser) take(token string) bool {
	if p.peek() != token {
		return false
	}
	p.at++
	return true
}

// comparison reads a sum and, where it may, a comparison with another.
func (p *parser) comparison(allowed bool) (expression, error) {
	left, err := p.signs([]string{"+", "−"}, func() (expression, error) {
		return p.signs([]string{"×", "÷"}, p.factor)
	})
	if err != nil || !allowed {
		return left, err
	}
	for _, sign := range []string{"≤", "<", "≥", ">", "=", "≠"} {
		if p.take(sign) {
			right, err := p.comparison(false)
			return expression{op: sign, args: []expression{left, right}}, err
		}
	}
	return left, nil
}

// signs reads operands with signs of one rank between them, from the left.
func (p *parser) signs(signs []string, operand func() (expression, error)) (expression, error) {
	left, err := operand()
	for err == nil && contains(signs, p.peek()) {
		sign := p.peek()
		p.at++
		var right expression
		right, err = operand()
		left = expression{op: sign, args: []expression{left, right}}
	}
	return left, err
}

func (p *parser) factor() (expression, error) {
	if p.depth++; p.depth > maxDepth {
		return expression{}, fmt.Errorf("%w: too deep", errExpression)
	}
	defer func() { p.depth-- }()
	token := p.peek()
	p.at++
	switch {
	case token == "(":
		inner, err := p.comparison(false)
		if err == nil && !p.take(")") {
			err = fmt.Errorf("%w: ) is missing", errExpression)
		}
		return expression{op: "(", args: []expression{inner}}, err
	case token != "" && token[0] >= '0' && token[0] <= '9':
		number, ok := literal(token)
		if !ok {
			return expression{}, fmt.Errorf("%w: number %q", errExpression, token)
		}
		return expression{op: "number", text: token, number: number}, nil
	case p.peek() == "(":
		return p.function(token)
	case isName(token):
		return expression{op: "name", text: token}, nil
	}
	return expression{}, fmt.Errorf("%w: %q stands where a value should", errExpression, token)
}

func (p *parser) function(name string) (expression, error) {
	want, ok := arity(name)
	if !ok {
		return expression{}, fmt.Errorf("%w: no function %q", errExpression, name)
	}
	p.at++ // the bracket
	out := expression{op: name}
	for {
		arg, err := p.comparison(name == "count")
		if err != nil {
			return out, err
		}
		out.args = append(out.args, arg)
		if p.take(",") {
			continue
		}
		if !p.take(")") {
			return out, fmt.Errorf("%w: ) is missing", errExpression)
		}
		break
	}
	if want != 0 && len(out.args) != want {
		return out, fmt.Errorf("%w: %s takes %d", errExpression, name, want)
	}
	return out, nil
}

// literal reads 100 or 0.05, of at most 18 digits.
func literal(s string) (measure.Ratio, bool) {
	whole, part, dot := strings.Cut(s, ".")
	if dot && part == "" || len(whole)+len(part) > 18 {
		return measure.Ratio{}, false
	}
	n, err := strconv.ParseUint(whole+part, 10, 63)
	scale := int64(1)
	for range part {
		scale *= 10
	}
	return measure.RatioOf(int64(n), scale), err == nil
}

// isName reports whether a token can be a name: letters of code, digits and
// . - _ / *, beginning with a letter or *.
func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '*'
		if !letter && (i == 0 || (r < '0' || r > '9') && !strings.ContainsRune(".-_/", r)) {
			return false
		}
	}
	return s != ""
}

// names visits the names in an expression from the left, as often as they stand
// there.
func (e expression) names(visit func(name string)) {
	if e.op == "name" {
		visit(e.text)
	}
	for _, arg := range e.args {
		arg.names(visit)
	}
}
