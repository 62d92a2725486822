package strict

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// ReadFile reads a file of a folder, at most limit bytes; a larger one is a
// fault and one byte more is all that is read of it. A file that does not exist
// is no fault: existed is false.
func ReadFile(fsys fs.FS, name string, limit int64, faults *spec.Faults) (data []byte, ok, existed bool) {
	text, ok, existed := ReadText(fsys, name, limit, faults)
	if !ok {
		return nil, ok, existed
	}
	return []byte(text), true, true
}

// ReadText is [ReadFile] as a text, of which no second copy is made.
func ReadText(fsys fs.FS, name string, limit int64, faults *spec.Faults) (text string, ok, existed bool) {
	s := newSink(name, faults)
	if !fs.ValidPath(name) {
		unreadable(s, fs.ErrInvalid)
		return "", false, true
	}
	info, err := fs.Stat(fsys, name) // asked first: opening a pipe would wait
	if errors.Is(err, fs.ErrNotExist) {
		return "", false, false
	}
	if err != nil {
		unreadable(s, err)
		return "", false, true
	}
	if !info.Mode().IsRegular() {
		s.add(spec.Fault{Code: CodeNotAFile, Value: name, Message: spec.T("not a regular file", "不是普通文件")})
		return "", false, true
	}
	file, err := fsys.Open(name)
	if err != nil {
		unreadable(s, err)
		return "", false, true
	}
	defer func() { _ = file.Close() }() // read only: nothing can be lost
	var all strings.Builder
	all.Grow(int(min(max(info.Size(), 0), limit)) + 1) // at once: growing would cost as much again
	n, err := io.Copy(&all, io.LimitReader(file, limit+1))
	switch {
	case err != nil:
		unreadable(s, err)
		return "", false, true
	case n > limit:
		s.add(spec.Fault{Code: CodeTooLarge, Message: spec.Textf("larger than %d bytes", "超过 %d 字节", limit)})
		return "", false, true
	}
	return all.String(), true, true
}

// KnownFiles looks through the root of a folder and files everything that is
// not one of the known files, so that shelter.csv for shelters.csv does not
// vanish. README*, *.md and names that begin with a point are left alone, and so
// is a subfolder that is known by its name and a slash.
func KnownFiles(fsys fs.FS, known []string, faults *spec.Faults) (readable bool) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		unreadable(newSink("", faults), err)
		return false
	}
	for _, entry := range entries {
		name := entry.Name()
		s := newSink(name, faults)
		switch {
		case strings.HasPrefix(name, "."):
		case entry.IsDir() && slices.Contains(known, name+"/"):
		case entry.IsDir() && slices.Contains(known, name): // reading it says that it is no file
		case entry.IsDir():
			s.add(spec.Fault{Code: CodeSubfolder, Value: name, Message: spec.T("subfolders are not read", "不读取子文件夹")})
		case slices.Contains(known, name):
			if _, err := fs.Stat(fsys, name); errors.Is(err, fs.ErrNotExist) { // a link to nothing, which is not the same as no file
				unreadable(s, err)
			}
		case strings.HasPrefix(name, "README"), strings.HasSuffix(name, ".md"):
		default:
			s.add(spec.Fault{Code: CodeUnknownFile, Value: name, Message: spec.Textf("unknown file %q (%s)", "未知的文件 %q（%s）", spec.Shorten(name), KnownAs(name, known))})
		}
	}
	return true
}

// unreadable says what the system says, without the path of the machine.
func unreadable(s *sink, err error) {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	s.add(spec.Fault{Code: CodeUnreadable, Message: spec.Textf("cannot be read: %s", "无法读取：%s", spec.Shorten(err.Error()))})
}
