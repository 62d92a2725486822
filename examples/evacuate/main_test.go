package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"

	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// evacuate runs the program and returns its exit code and both outputs.
func evacuate(args ...string) (code int, out, complaint string) {
	var stdout, stderr bytes.Buffer
	code = run(args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestOutputsAreTheGoldenOnes(t *testing.T) {
	for name, args := range map[string][]string{
		"second.zh.txt":          {"-lang", "zh"},
		"second.en.txt":          {"-lang", "en"},
		"second.straight.zh.txt": {"-lang", "zh", "-straight", "-new", "3"},
		"fengdu.zh.txt":          {"-lang", "zh", "-data", "../../fengdu/county"},
		"fengdu.en.txt":          {"-lang", "en", "-data", "../../fengdu/county"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, complaint := evacuate(args...)
			if code != 0 || complaint != "" {
				t.Fatalf("exit %d: %s", code, complaint)
			}
			golden.Same(t, name, out)
		})
	}
}

func TestMapsAreTheGoldenOnesAndWellFormed(t *testing.T) {
	for name, args := range map[string][]string{"second.zh.svg": {"-lang", "zh"}, "second.en.svg": {"-lang", "en"}} {
		file := filepath.Join(t.TempDir(), "map.svg")
		if code, _, complaint := evacuate(append(args, "-svg", file)...); code != 0 || complaint != "" {
			t.Fatalf("exit %d: %s", code, complaint)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		reader := xml.NewDecoder(bytes.NewReader(data))
		for {
			_, err := reader.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if strings.Contains(string(data), "%!") {
			t.Errorf("%s has a broken format", name)
		}
		golden.Same(t, name, string(data))
	}
}

func TestEveryTableAndPictureOfAnInventedCountySaysSo(t *testing.T) {
	for lang, mark := range map[string]string{"zh": "虚构", "en": "nvented"} {
		_, out, _ := evacuate("-lang", lang)
		for _, part := range strings.Split(out, "\n\n") {
			if first, _, _ := strings.Cut(strings.TrimSpace(part), "\n"); first != "" && !strings.Contains(strings.ToLower(first), strings.ToLower(mark)) {
				t.Errorf("%s: a part begins with %q", lang, first)
			}
		}
	}
}

// No assignment, no map and no number of people comes out for Fengdu.
func TestFengduIsAskedAndNotOrdered(t *testing.T) {
	file := filepath.Join(t.TempDir(), "map.svg")
	code, out, complaint := evacuate("-lang", "en", "-data", "../../fengdu/county", "-svg", file)
	if code != 0 || !strings.Contains(complaint, "nothing to draw") {
		t.Errorf("exit %d: %s", code, complaint)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a map was written")
	}
	for _, word := range []string{"shelters.csv", "service_areas.csv", "distances.csv", "No assignment"} {
		if !strings.Contains(out, word) {
			t.Errorf("%s is not asked for", word)
		}
	}
	for _, word := range []string{"on average", "person-kilometres", "Who goes where", "INVENTED"} {
		if strings.Contains(out, word) {
			t.Errorf("%q is printed of Fengdu", word)
		}
	}
}

// changed writes the invented county to a folder, with words of one file
// replaced, an empty word removing the file.
func changed(t *testing.T, file, old, now string) string {
	t.Helper()
	folder := t.TempDir()
	err := fs.WalkDir(secondcounty.Data(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == file && old == "" {
			return err
		}
		data, err := fs.ReadFile(secondcounty.Data(), name)
		if err != nil {
			return err
		}
		if name == file {
			if !strings.Contains(string(data), old) {
				t.Fatalf("%s has no %q", file, old)
			}
			data = []byte(strings.Replace(string(data), old, now, 1))
		}
		return os.WriteFile(filepath.Join(folder, name), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestShortageNamesVillagesAndBeds(t *testing.T) {
	folder := changed(t, "service_areas.csv", "990101001001,31000,3200,160", "990101001001,31000,13200,160")
	code, out, complaint := evacuate("-lang", "en", "-data", folder)
	if code != 0 || complaint != "" {
		t.Fatalf("exit %d: %s", code, complaint)
	}
	for _, words := range []string{"Not everybody can be housed (invented)", "6150 of 27450 people without a bed", "add 6150 at S03", "proof of the shortage: passed"} {
		if !strings.Contains(out, words) {
			t.Errorf("no %q in\n%s", words, out)
		}
	}
}

func TestCountyWithoutDistancesIsMeasuredStraight(t *testing.T) {
	code, out, complaint := evacuate("-lang", "zh", "-data", changed(t, "distances.csv", "", ""))
	if code != 0 || complaint != "" || !strings.Contains(out, "大圆距离（WGS 84坐标系），非道路距离") {
		t.Errorf("exit %d: %s\n%s", code, complaint, out)
	}
}

func TestInventedFiguresNeverMoveARealCounty(t *testing.T) {
	real := changed(t, "county.yaml", "  invented: true\n", "")
	for _, args := range [][]string{{"-data", real}, {"-data", real, "-plan", "../secondcounty/plan"}} {
		code, out, complaint := evacuate(append(args, "-lang", "zh")...)
		if code != 1 || out != "" || !strings.Contains(complaint, "不得用虚构") {
			t.Errorf("%v: exit %d: %s\n%s", args, code, complaint, out)
		}
	}
}

func TestWrongUsageIsTold(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"-new", "-1"}, {"map"}, {"-no"}} {
		if code, out, complaint := evacuate(args...); code != 2 || out != "" || complaint == "" {
			t.Errorf("%v: exit %d", args, code)
		}
	}
	if code, _, complaint := evacuate("-data", "nowhere"); code != 1 || complaint == "" {
		t.Errorf("exit %d", code)
	}
	if code, _, complaint := evacuate("-lang", "en", "-data", changed(t, "distances.csv", "S02,", "S99,")); code != 1 || !strings.Contains(complaint, "shelters.unknown-shelter") {
		t.Errorf("exit %d: %s", code, complaint)
	}
}

func TestGreatCircleOnKnownPairs(t *testing.T) {
	at := func(lat, lon string) hazards.Position {
		p, err := hazards.ParsePosition(lat, lon, hazards.WGS84)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, tt := range []struct {
		a, b hazards.Position
		want int64
	}{
		{at("0", "0"), at("0", "0"), 0},
		{at("0", "0"), at("1", "0"), 111195},  // a degree of a sphere of 6,371,008.8 m
		{at("0", "0"), at("0", "1"), 111195},  // on the equator
		{at("60", "0"), at("60", "1"), 55597}, // a little less than half of it
		{at("0", "0"), at("0", "180"), 20015114},
	} {
		if got := greatCircle(tt.a, tt.b); got != tt.want || greatCircle(tt.b, tt.a) != got {
			t.Errorf("%v to %v: %d m, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestTablesFit110Columns(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, args := range [][]string{{"-lang", lang}, {"-lang", lang, "-data", "../../fengdu/county"}} {
			_, out, _ := evacuate(args...)
			for i, line := range strings.Split(out, "\n") {
				if n := columns(line); n > 110 || strings.TrimRight(line, " ") != line {
					t.Errorf("%v line %d has %d columns: %s", args, i+1, n, line)
				}
			}
		}
	}
}

func TestTextsAreInBothLanguages(t *testing.T) {
	if !errReal.Message.Complete() {
		t.Error("a fault lacks a language")
	}
	for _, text := range (&evacuation{}).alsoNeeded() {
		if !text.Complete() || text.In(spec.Chinese) == text.In(spec.English) {
			t.Errorf("%+v", text)
		}
	}
}
