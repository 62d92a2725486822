package main

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/county-emergency/emergency/examples/bench/valley"
)

//go:embed lemon/solve.cpp
var source string

// errNoLemon says that LEMON's program cannot be built here.
var errNoLemon = errors.New("needs g++ and LEMON's headers (Debian: apt-get install g++ liblemon-dev)")

// build compiles LEMON's program into the folder.
func build(folder string) (program string, err error) {
	compiler, err := exec.LookPath("g++")
	if err != nil {
		return "", errNoLemon
	}
	probe := exec.Command(compiler, "-fsyntax-only", "-x", "c++", "-")
	probe.Stdin = strings.NewReader("#include <lemon/network_simplex.h>\n")
	if probe.Run() != nil {
		return "", errNoLemon
	}
	program = filepath.Join(folder, "solve")
	compile := exec.Command(compiler, "-O2", "-o", program, "-x", "c++", "-")
	compile.Stdin, compile.Stderr = strings.NewReader(source), os.Stderr
	if err := compile.Run(); err != nil {
		return "", err
	}
	return program, nil
}

// peer is a running program that holds one instance.
type peer struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
}

// hand starts the program and hands it the instance.
func hand(program string, v valley.Valley) (*peer, error) {
	p := &peer{command: exec.Command(program)}
	var err error
	if p.in, err = p.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewReader(out)
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	w := bufio.NewWriter(p.in)
	_, _ = fmt.Fprintln(w, len(v.Villages), len(v.Shelters))
	for _, places := range [][]valley.Place{v.Villages, v.Shelters} {
		for _, one := range places {
			_, _ = fmt.Fprintln(w, one.X, one.Y, one.People)
		}
	}
	return p, w.Flush() // a buffered writer keeps the first error
}

// solve builds the graph and solves the instance once.
func (p *peer) solve() (building, solving time.Duration, optimum int64, err error) {
	if _, err := fmt.Fprintln(p.in, "solve"); err != nil {
		return 0, 0, 0, err
	}
	_, err = fmt.Fscanln(p.out, &building, &solving, &optimum)
	return building, solving, optimum, err
}

// end lets the program end.
func (p *peer) end() error {
	if err := p.in.Close(); err != nil {
		return err
	}
	return p.command.Wait()
}
