package strict

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/spec"
)

// toldFiles returns every fault as "file code value".
func toldFiles(f *spec.Faults) []string {
	out := []string{}
	for _, one := range f.All() {
		out = append(out, one.File+" "+one.Code+" "+one.Value)
	}
	return out
}

func TestKnownFilesTellsEverythingElse(t *testing.T) {
	folder := fstest.MapFS{
		"county.yaml": {}, "shelter.csv": {}, "README": {}, "README.zh.txt": {}, "notes.md": {}, ".git/config": {},
		".DS_Store": {}, "old/shelters.csv": {}, "读我.txt": {},
	}
	var faults spec.Faults
	if !KnownFiles(folder, []string{"county.yaml", "shelters.csv", "teams.csv"}, &faults) {
		t.Error("a folder with unknown files cannot be read")
	}
	want := []string{"old folder.subfolder old", "shelter.csv folder.unknown-file shelter.csv", "读我.txt folder.unknown-file 读我.txt"}
	if diff := cmp.Diff(want, toldFiles(&faults)); diff != "" {
		t.Error(diff)
	}
	if got, want := faults.All()[1].Message.EN, `unknown file "shelter.csv" (nearest: shelters.csv)`; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
}

// TestALinkToNothingIsNoMissingFile: the folder lists it, so it was meant to be there.
func TestALinkToNothingIsNoMissingFile(t *testing.T) {
	folder := fstest.MapFS{"stock.csv": {Data: []byte("nothing"), Mode: fs.ModeSymlink}, "teams.csv": {Mode: fs.ModeDir | 0o755}}
	var faults spec.Faults
	KnownFiles(folder, []string{"stock.csv", "teams.csv"}, &faults)
	_, _, there := ReadFile(folder, "teams.csv", 9, &faults)
	want := []string{"stock.csv folder.unreadable ", "teams.csv folder.not-a-file teams.csv"} // each once
	if diff := cmp.Diff(want, toldFiles(&faults)); diff != "" || !there {
		t.Error(diff)
	}
}

func TestKnownFilesOfAFolderThatIsNotThere(t *testing.T) {
	var faults spec.Faults
	if KnownFiles(os.DirFS(t.TempDir()+"/nothing"), nil, &faults) {
		t.Error("a folder that is not there can be read")
	}
	if diff := cmp.Diff([]string{" folder.unreadable "}, toldFiles(&faults)); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(faults.Error(), "/") {
		t.Errorf("the message shows the machine: %v", faults.Err())
	}
}

func TestReadFileReadsNoMoreThanItsLimit(t *testing.T) {
	folder := fstest.MapFS{"a.csv": {Data: []byte("12345")}, "empty": {}, "sub/a": {}}
	for _, tt := range []struct {
		name        string
		limit       int64
		data        string
		ok, existed bool
		want        []string
	}{
		{"a.csv", 5, "12345", true, true, []string{}},
		{"a.csv", 4, "", false, true, []string{"a.csv input.too-large "}},
		{"empty", 0, "", true, true, []string{}},
		{"b.csv", 5, "", false, false, []string{}},
		{"sub", 5, "", false, true, []string{"sub folder.not-a-file sub"}},
		{"../a.csv", 5, "", false, true, []string{"../a.csv folder.unreadable "}},
	} {
		var faults spec.Faults
		data, ok, existed := ReadFile(folder, tt.name, tt.limit, &faults)
		if string(data) != tt.data || ok != tt.ok || existed != tt.existed {
			t.Errorf("%s: %q, %v, %v", tt.name, data, ok, existed)
		}
		if diff := cmp.Diff(tt.want, toldFiles(&faults)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// endless is a file that says it is regular and never ends.
type endless struct{ read *int64 }

func (e endless) Open(string) (fs.File, error) { return e, nil }
func (e endless) Stat() (fs.FileInfo, error)   { return fs.Stat(fstest.MapFS{"a": {}}, "a") }
func (e endless) Close() error                 { return nil }
func (e endless) Read(p []byte) (int, error)   { *e.read += int64(len(p)); return len(p), nil }

func TestAnEndlessFileIsReadToItsLimitOnly(t *testing.T) {
	var read int64
	var faults spec.Faults
	_, ok, existed := ReadFile(endless{&read}, "a", 1000, &faults)
	if ok || !existed || read > 1001 {
		t.Errorf("ok %v, existed %v, %d bytes read", ok, existed, read)
	}
	if diff := cmp.Diff([]string{"a input.too-large "}, toldFiles(&faults)); diff != "" {
		t.Error(diff)
	}
}

// failing opens a file that cannot be read, or not even opened.
type failing struct {
	fs.FS
	atStat, atOpen bool
}

func (f failing) Open(name string) (fs.File, error) {
	if f.atOpen {
		return nil, &fs.PathError{Op: "open", Path: "/machine/" + name, Err: fs.ErrPermission}
	}
	file, err := f.FS.Open(name)
	return brokenFile{file}, err
}
func (f failing) Stat(name string) (fs.FileInfo, error) {
	if f.atStat {
		return nil, fs.ErrPermission
	}
	return fs.Stat(f.FS, name)
}

type brokenFile struct{ fs.File }

func (brokenFile) Read([]byte) (int, error) { return 0, errors.New("disk broken") }

func TestFilesThatCannotBeRead(t *testing.T) {
	folder := fstest.MapFS{"a": {Data: []byte("x")}}
	for _, broken := range []fs.FS{failing{folder, true, true}, failing{folder, false, true}, failing{folder, false, false}} {
		var faults spec.Faults
		_, ok, existed := ReadFile(broken, "a", 10, &faults)
		if ok || !existed {
			t.Errorf("ok %v, existed %v", ok, existed)
		}
		if diff := cmp.Diff([]string{"a folder.unreadable "}, toldFiles(&faults)); diff != "" || strings.Contains(faults.Error(), "machine") {
			t.Errorf("%v %s", faults.Err(), diff)
		}
	}
}
