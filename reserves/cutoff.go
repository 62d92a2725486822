package reserves

// unserved sorts the places with people that no route leads to by what is known
// of them: that there is no way from any store, or nothing. A store is one that
// some route names.
func (f *frame) unserved() (cutOff, unmeasured []int) {
	s := f.scenario
	for place := range s.Needs {
		if n, ok := s.Needs[place].People.Value(); ok && n <= 0 {
			continue
		}
		open, closed := false, make([]bool, len(f.stores))
		for i := range s.Routes {
			r := &s.Routes[i]
			if !r.Place.Equal(s.Needs[place].Place) {
				continue
			}
			open = open || !r.Closed
			if r.Closed && r.Item == "" {
				closed[f.index[r.Store]] = true
			}
		}
		all := len(closed) > 0
		for _, one := range closed {
			all = all && one
		}
		switch {
		case open:
		case all:
			cutOff = append(cutOff, place)
		default:
			unmeasured = append(unmeasured, place)
		}
	}
	return cutOff, unmeasured
}
