// Package strict reads the documents (YAML) and tables (CSV) of a county or a
// plan, which nobody has checked, and tells everything that is wrong with them
// at once.
//
// A document is read by [ReadDocument] into [Node] values. Each mapping is
// asked for the keys it may have and closed with [Map.Done], which reports the
// keys nobody asked for. A table is read by [ReadTable] against its [Column]
// list. Every value comes back as (value, ok); where ok is false the fault has
// been filed with file, line, column, path, code and the value seen, or the
// value is absent. Absent, null and empty never read as zero.
//
// Nothing is guessed. A number has one written form, a document has no aliases,
// tags or duplicate keys, a table has no unknown column. The one loosening is
// in tables, which people keep in spreadsheets: blanks around a cell are cut,
// full-width digits and correct thousands separators are read, 2022/8/2 is
// a date, units may stand in the header, and the text may be GB18030.
//
// Every limit is fixed: a document has at most 64 MiB and a million parts, a
// table 256 MiB, a line or a cell 1 MiB, a mapping is at most 64 deep, and at
// most 1,000 faults of one file and 200 of one kind are listed, the others
// counted; after 10,000 the rows of a table are not read on. Time and memory grow
// linearly with the input.
//
// # Not covered
//
// Writing documents. Spreadsheet files, tab- or semicolon-separated tables,
// text in GBK variants that GB18030 does not write back byte by byte, UTF-16.
// YAML anchors, aliases, merge keys, directives and tags, which are refused.
package strict
