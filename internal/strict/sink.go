package strict

import (
	"errors"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The limits of what is listed of one file. The rest is counted, by code, so
// that a flood of one fault neither fills the memory nor hides the others.
const (
	maxFaults = 1000
	maxOfCode = 200

	// maxCounted is after how many faults the rows of a table are not read on.
	maxCounted = 10 * maxFaults
)

// sink gathers the faults of one file.
type sink struct {
	file   string
	faults *spec.Faults
	listed int
	rest   int
	of     map[string]*listing // of each code
	unread int                 // rows not read on
}

type listing struct{ listed, rest int }

func newSink(file string, faults *spec.Faults) *sink {
	if faults == nil {
		faults = new(spec.Faults)
	}
	return &sink{file: file, faults: faults}
}

// count returns how many faults were filed, listed or not.
func (s *sink) count() int { return s.listed + s.rest }

// exhausted reports whether so much is wrong that reading on tells nothing new.
func (s *sink) exhausted() bool { return s.count() >= maxCounted }

func (s *sink) code(code string) *listing {
	if s.of == nil {
		s.of = make(map[string]*listing)
	}
	if s.of[code] == nil {
		s.of[code] = new(listing)
	}
	return s.of[code]
}

// full reports whether no more faults of a code are listed, so that a caller
// need not prepare a message; it counts the fault.
func (s *sink) full(code string) bool { return s.fullBy(code, 1) }

// fullBy counts several faults of a code at once where no more are listed.
func (s *sink) fullBy(code string, n int) bool {
	c := s.code(code)
	if s.listed < maxFaults && c.listed < maxOfCode {
		return false
	}
	s.rest += n
	c.rest += n
	if c.rest == n && n > 0 {
		// Filed at once, so that nothing is silent even where nobody calls finish.
		s.faults.Add(spec.Fault{File: s.file, Code: CodeMoreFaults, Value: code, Message: spec.Textf(
			"more faults %s, not listed", "另有更多 %s 错误，未列出", code)})
	}
	return true
}

func (s *sink) add(f spec.Fault) {
	if s.full(f.Code) {
		return
	}
	s.put(f)
}

// put lists a fault after full has said that there is room.
func (s *sink) put(f spec.Fault) {
	f.File = s.file
	s.listed++
	s.code(f.Code).listed++
	s.faults.Add(f)
}

// addError lists an error, which may be several faults in one.
func (s *sink) addError(at spec.Fault, err error) {
	if err == nil {
		return
	}
	var measured *measure.Error
	if errors.As(err, &measured) {
		at.Code = measured.Code
	}
	if s.full(at.Code) {
		return
	}
	at.File = s.file
	before := s.faults.Len()
	s.faults.AddError(at, err)
	s.listed += s.faults.Len() - before
	s.code(at.Code).listed += s.faults.Len() - before
}

// finish puts the number of the unlisted faults into the faults that say there
// are more. It rebuilds the list once.
func (s *sink) finish() {
	if s.unread > 0 {
		s.faults.Add(spec.Fault{File: s.file, Code: CodeNotReadOn, Message: spec.Textf(
			"after %d faults the last %d rows were not read", "错误达 %d 处后，末 %d 行未再读取", maxCounted, s.unread)})
		s.unread = 0
	}
	if s.rest == 0 {
		return
	}
	all := s.faults.All()
	*s.faults = spec.Faults{}
	for _, f := range all {
		if f.Code == CodeMoreFaults && f.File == s.file {
			f.Message = spec.Textf("%d more faults %s are not listed", "另有 %d 处 %s 错误未列出", s.of[f.Value].rest, f.Value)
		}
		s.faults.Add(f)
	}
}
