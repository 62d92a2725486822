package flow

// list keeps the arcs of one source with the least keys, least first, and the
// lower sink first of equals that are added in order.
type list struct {
	arcs        [8]listed
	count, most int
	worst       int64 // only less than this comes in
}

type listed struct {
	key, cost int64
	sink      int32
}

// reset empties the list, for at most most arcs with keys below.
func (l *list) reset(most int, below int64) {
	l.count, l.most, l.worst = 0, most, below
}

// add puts in an arc whose key is less than worst.
func (l *list) add(sink int32, key, cost int64) {
	if l.count < l.most {
		l.count++
	}
	at := l.count - 1
	for ; at > 0 && l.arcs[at-1].key > key; at-- {
		l.arcs[at] = l.arcs[at-1]
	}
	l.arcs[at] = listed{key, cost, sink}
	if l.count == l.most {
		l.worst = l.arcs[l.most-1].key
	}
}

func (l *list) best() []listed { return l.arcs[:l.count] }
