package strict

import "github.com/county-emergency/emergency/spec"

// maxFaults is how many faults of one file are listed. The rest is counted.
const maxFaults = 1000

// sink gathers the faults of one file and stops listing at maxFaults.
type sink struct {
	file   string
	faults *spec.Faults
	listed int
	rest   int
}

func newSink(file string, faults *spec.Faults) *sink {
	if faults == nil {
		faults = new(spec.Faults)
	}
	return &sink{file: file, faults: faults}
}

// count returns how many faults were filed, listed or not.
func (s *sink) count() int { return s.listed + s.rest }

// full reports whether nothing more is listed, so that a caller need not
// prepare a message; it counts the fault.
func (s *sink) full() bool {
	if s.listed < maxFaults {
		return false
	}
	s.rest++
	if s.rest == 1 {
		// Filed at once, so that nothing is silent even where nobody calls finish.
		s.faults.Add(spec.Fault{File: s.file, Code: CodeMoreFaults, Message: spec.Textf(
			"more than %d faults, the others are not listed", "错误超过 %d 处，其余未列出", maxFaults)})
	}
	return true
}

func (s *sink) add(f spec.Fault) {
	if s.full() {
		return
	}
	s.put(f)
}

// put lists a fault after full has said that there is room.
func (s *sink) put(f spec.Fault) {
	f.File = s.file
	s.listed++
	s.faults.Add(f)
}

func (s *sink) addError(at spec.Fault, err error) {
	if err == nil || s.full() {
		return
	}
	at.File = s.file
	before := s.faults.Len()
	s.faults.AddError(at, err)
	s.listed += s.faults.Len() - before
}

// finish puts the number of the unlisted faults into the fault that says
// there are more. It rebuilds the list once.
func (s *sink) finish() {
	if s.rest == 0 {
		return
	}
	all := s.faults.All()
	*s.faults = spec.Faults{}
	for _, f := range all {
		if f.Code == CodeMoreFaults && f.File == s.file {
			f.Message = spec.Textf("%d more faults are not listed", "另有 %d 处错误未列出", s.rest)
		}
		s.faults.Add(f)
	}
}
