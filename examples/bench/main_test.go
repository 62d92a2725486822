package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/county-emergency/emergency/examples/bench/valley"
	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/spec"
)

// The optima and the shares are those that other programs found on these
// instances.
func TestReportWithoutThePeer(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"Invented instances", "332 villages, 30 shelters", "3954080238 person-metres; certificate verified", "14.8 % more",
			"1000 villages, 200 shelters", "7954020090 person-metres; certificate verified", "33.1 % more"},
		"zh": {"虚构", "332 个村庄、30 处场所", "3954080238 人·米；最优性证书已校验", "多 14.8%", "7954020090", "多 33.1%"},
	} {
		var out, complaint bytes.Buffer
		if code := run([]string{"-lang", lang, "-peer=false"}, &out, &complaint); code != 0 || complaint.Len() > 0 {
			t.Fatalf("exit %d: %s", code, complaint.String())
		}
		for _, line := range want {
			if !strings.Contains(out.String(), line) {
				t.Errorf("%s: no %q in\n%s", lang, line, out.String())
			}
		}
		if strings.Contains(out.String(), "LEMON:") || strings.Contains(out.String(), "LEMON：") {
			t.Error("speaks of LEMON's answer without LEMON")
		}
	}
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"-rounds"}, {"more"}, {"-must", "-peer=false"}} {
		var out, complaint bytes.Buffer
		if code := run(args, &out, &complaint); code != 2 || complaint.Len() == 0 || out.Len() > 0 {
			t.Errorf("%v: exit %d", args, code)
		}
	}
}

func TestReportBesideThePeerShowsBothRatios(t *testing.T) {
	rows := []row{{size: size{2, 1, 3}, optimum: 100, nearestFirst: 133,
		matrix: &ratio{least: 82, median: 104}, function: &ratio{least: 7, median: 200}, functionBuilt: &ratio{least: 99, median: 100}}}
	for lang, want := range map[spec.Lang]string{
		spec.English: `
2 villages, 1 shelter, all pairs allowed
  optimum: 100 person-metres; certificate verified
  nearest first: 133 person-metres, 33.0 % more
  memory for 2 pairs: 0 KiB
  LEMON: the same optimum
  time by LEMON's, distances as a matrix: 0.82 / 1.04
  time by LEMON's, distances as a function: 0.07 / 2.00
  the same, LEMON's graph built from the places: 0.99 / 1.00

Below 1 flow is faster.`,
		spec.Chinese: `
  LEMON：最优值相同
  与 LEMON 用时之比，距离为矩阵：0.82 / 1.04
  与 LEMON 用时之比，距离为函数：0.07 / 2.00
  同上，另计 LEMON 由坐标建图：0.99 / 1.00
`,
	} {
		var w strings.Builder
		write(&w, rows, lang)
		if !strings.Contains(w.String(), want) {
			t.Error(w.String())
		}
	}
}

func TestRatiosAreOfTheLeastTimesAndTheMiddleRound(t *testing.T) {
	got := compare([]time.Duration{30, 10, 40}, []time.Duration{20, 20, 40})
	if want := (ratio{least: 50, median: 100}); *got != want {
		t.Errorf("%+v, want %+v", *got, want)
	}
	if hundredths(1, 3) != 33 || hundredths(2, 3) != 67 || hundredths(5, 0) != 500 {
		t.Error(hundredths(1, 3), hundredths(2, 3), hundredths(5, 0))
	}
}

func TestNearestFirstTakesTheNextNearestWhenFull(t *testing.T) {
	metres := [][]int64{{5, 9, 1}, {1, 2, 3}}
	p := flow.Problem{Supplies: []int64{7, 4}, Capacities: []int64{4, 3, 2},
		Cost: func(i, j int) (int64, bool) { return metres[i][j], i != 0 || j != 1 }}
	// Village 0: two to shelter 2, four to shelter 0, one finds none. Village 1: three to shelter 1, one finds none.
	if cost, left := nearestFirst(p); cost != 2*1+4*5+3*2 || left != 2 {
		t.Error(cost, left)
	}
}

func TestValleysOfEqualSizeAreEqual(t *testing.T) {
	a, b := valley.New(50, 7, 1.2), valley.New(50, 7, 1.2)
	people, room := a.People()
	sum, places := int64(0), int64(0)
	for i, p := range people {
		sum += p
		for j := range room {
			byMatrix, _ := a.Matrix()(i, j)
			if byFunction, ok := b.Cost(i, j); !ok || byMatrix != byFunction {
				t.Fatalf("%d, %d: %d and %d", i, j, byMatrix, byFunction)
			}
		}
	}
	for _, r := range room {
		places += r
	}
	if len(people) != 50 || len(room) != 7 || places != int64(float64(sum)*1.2) {
		t.Error(people, room)
	}
}
