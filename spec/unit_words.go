package spec

// measureWord returns the text of the Chinese measure words in which supplies are
// counted (量词). What English counts without a word are pieces.
func (u Unit) measureWord() Text {
	switch u {
	case "床", "张", "顶", "条", "件", "个", "把", "台", "具", "只", "块":
		return Text{EN: "pieces", ZH: string(u)}
	case "套":
		return Text{EN: "sets", ZH: string(u)}
	case "升":
		return Text{EN: "litres", ZH: string(u)}
	case "千克", "公斤":
		return Text{EN: "kg", ZH: string(u)}
	case "克":
		return Text{EN: "g", ZH: string(u)}
	case "吨":
		return Text{EN: "tonnes", ZH: string(u)}
	}
	return Text{}
}

// IsPieces reports whether the unit is a measure word for single pieces, which
// English leaves out: 1600 床 are 1600 quilts.
func (u Unit) IsPieces() bool {
	t := u.measureWord()
	return t.EN == "pieces" || t.EN == "sets"
}
