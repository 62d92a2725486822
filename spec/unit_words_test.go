package spec_test

import (
	"testing"

	"github.com/county-emergency/emergency/spec"
)

func TestMeasureWordsAreWrittenInBothLanguages(t *testing.T) {
	for word, want := range map[spec.Unit]string{"床": "pieces", "顶": "pieces", "套": "sets", "升": "litres", "千克": "kg", "公斤": "kg", "克": "g", "吨": "tonnes", "箩": "箩"} {
		if en, zh := word.In(spec.English), word.In(spec.Chinese); en != want || zh != string(word) {
			t.Errorf("%s: %q, %q", word, en, zh)
		}
	}
	for word, want := range map[spec.Unit]bool{"床": true, "套": true, "升": false, "吨": false, spec.Persons: false, "": false} {
		if word.IsPieces() != want {
			t.Errorf("%q counts pieces: %v", word, !want)
		}
	}
}
