package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
)

func relief(args ...string) (code int, out, complaint string) {
	var stdout, stderr bytes.Buffer
	code = run(args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestTablesAreTheGoldenOnes(t *testing.T) {
	for name, args := range map[string][]string{
		"second.zh.txt": {"-lang", "zh"},
		"second.en.txt": {"-lang", "en"},
		"fengdu.zh.txt": {"-data", "../../fengdu/county", "-lang", "zh"},
		"fengdu.en.txt": {"-data", "../../fengdu/county", "-lang", "en"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, complaint := relief(args...)
			if code != 0 || complaint != "" {
				t.Fatalf("exit %d: %s", code, complaint)
			}
			golden.Same(t, name, out)
		})
	}
}

func TestEveryTableOfAnInventedCountySaysSo(t *testing.T) {
	for lang, mark := range map[string]string{"zh": "虚构", "en": "INVENTED"} {
		_, out, _ := relief("-lang", lang)
		blocks := strings.Split(out, "\n\n")
		if len(blocks) < 6 {
			t.Fatalf("%d blocks", len(blocks))
		}
		for _, block := range blocks {
			title, _, _ := strings.Cut(strings.TrimPrefix(block, "\n"), "\n  --")
			if !strings.Contains(title, mark) {
				t.Errorf("%s: a table without the mark:\n%s", lang, title)
			}
		}
	}
	_, out, _ := relief("-data", "../../fengdu/county")
	if strings.Contains(out, "虚构") {
		t.Error("Fengdu is called invented")
	}
}

func TestThePictureIsTheGoldenOneAndWellFormed(t *testing.T) {
	for lang, mark := range map[string]string{"zh": "虚构", "en": "INVENTED"} {
		file := filepath.Join(t.TempDir(), "relief.svg")
		if code, _, complaint := relief("-lang", lang, "-svg", file); code != 0 || complaint != "" {
			t.Fatalf("exit %d: %s", code, complaint)
		}
		picture, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(picture)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if strings.Count(string(picture), ">"+mark+"<") < 2 {
			t.Errorf("%s: the picture does not bear its mark", lang)
		}
		golden.Same(t, "second."+lang+".svg", string(picture))
	}
}

func TestFengduHasNothingToDraw(t *testing.T) {
	file := filepath.Join(t.TempDir(), "relief.svg")
	code, _, complaint := relief("-data", "../../fengdu/county", "-svg", file)
	if _, err := os.Stat(file); code != 0 || complaint == "" || err == nil {
		t.Errorf("exit %d, %q, %v", code, complaint, err)
	}
}

func TestWrongUsageAndFaultsAreTold(t *testing.T) {
	bad := t.TempDir()
	if err := os.WriteFile(filepath.Join(bad, "county.yaml"), []byte("format: emergency/county/v1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		args []string
		code int
		say  string
	}{
		{[]string{"-lang", "fr"}, 2, `"fr"`},
		{[]string{"stock"}, 2, "stock"},
		{[]string{"-colour"}, 2, "colour"},
		{[]string{"-data", "nowhere"}, 1, "nowhere"},
		{[]string{"-plan", "nowhere"}, 1, "nowhere"},
		{[]string{"-data", bad, "-lang", "en"}, 1, "county.yaml"},
		{[]string{"-data", "../../fengdu/county", "-plan", "../secondcounty/plan", "-lang", "en"}, 1, "[relief.invented-for-real]"},
		{[]string{"-svg", filepath.Join(bad, "no", "file.svg")}, 1, "file.svg"},
		{[]string{"-h"}, 0, "-svg"},
	} {
		if code, _, complaint := relief(row.args...); code != row.code || !strings.Contains(complaint, row.say) {
			t.Errorf("%v: exit %d, %q", row.args, code, complaint)
		}
	}
	if code, out, _ := relief("-plan", "../secondcounty/plan", "-data", "../secondcounty/data"); code != 0 || !strings.Contains(out, "4714") {
		t.Errorf("folders by flag: exit %d", code)
	}
}

func TestWhatIsNotKnownIsSaidBesideEveryNumberItTouches(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../secondcounty/data")); err != nil {
		t.Fatal(err)
	}
	stock := filepath.Join(folder, "stock.csv")
	text, err := os.ReadFile(stock)
	if err != nil {
		t.Fatal(err)
	}
	wrong := strings.Replace(string(text), "lot-01,quilt,3600,床", "lot-01,quilt,3600,公斤", 1)
	if err := os.WriteFile(stock, []byte(wrong), 0o600); err != nil || wrong == string(text) {
		t.Fatal("nothing was changed", err)
	}
	_, out, _ := relief("-data", folder, "-lang", "en")
	for _, say := range []string{"see the end: unknown", "The least purchase by what is known", "Not known and not counted on", "lot-01, lot-01@store-river?"} {
		if !strings.Contains(out, say) {
			t.Errorf("%q is not said", say)
		}
	}
	if strings.Contains(out, "too few") || strings.Contains(out, "never suffices") {
		t.Error("what is not certain is said as if it were")
	}
	if _, out, _ = relief("-lang", "en"); strings.Contains(out, "see the end") || strings.ContainsAny(out, "床张顶升") {
		t.Error("a doubt where there is none, or a Chinese measure word in English")
	}
}
