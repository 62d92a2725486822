package strict

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"slices"
)

// FileHash is a file with the SHA-256 of its bytes as read, in 64 hexadecimal
// digits, as the command sha256sum prints it (文件摘要).
type FileHash struct{ Name, SHA256 string }

// Hash is the SHA-256 of bytes in hexadecimal digits.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Hashed is a folder that remembers the hash of every file read from it to its
// end (带摘要的文件夹). It is not safe for use by several goroutines.
type Hashed struct {
	fs.FS
	files []FileHash
}

// NewHashed wraps a folder.
func NewHashed(folder fs.FS) *Hashed { return &Hashed{FS: folder} }

// Files returns the files read so far, by name, each once.
func (h *Hashed) Files() []FileHash {
	out := slices.Clone(h.files)
	slices.SortFunc(out, func(a, b FileHash) int { return cmp.Compare(a.Name, b.Name) })
	return slices.CompactFunc(out, func(a, b FileHash) bool { return a.Name == b.Name })
}

// Stat asks the folder itself.
func (h *Hashed) Stat(name string) (fs.FileInfo, error) { return fs.Stat(h.FS, name) }

// Open opens a file whose hash is kept when its end was read.
func (h *Hashed) Open(name string) (fs.File, error) {
	file, err := h.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return &hashedFile{File: file, name: name, sum: sha256.New(), keep: h}, nil
}

type hashedFile struct {
	fs.File
	name string
	sum  hash.Hash
	keep *Hashed
}

// Read reads on and hashes what was read.
func (f *hashedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	_, _ = f.sum.Write(p[:n]) // a hash takes everything
	if errors.Is(err, io.EOF) && f.keep != nil {
		f.keep.files = append(f.keep.files, FileHash{f.name, hex.EncodeToString(f.sum.Sum(nil))})
		f.keep = nil // once
	}
	return n, err
}
