package spec

// ReasonCutOff says that there is no way at all, recorded as such: not that
// nobody has measured one (不通).
const ReasonCutOff = "cut-off"
