package teams

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// The numbers of divisions of the nation as of 2023.
const (
	nationTownships = 41352
	nationVillages  = 620573
	nationCounties  = 2978
)

// nation returns the units of the nation, sorted by code, with generated
// answers: the real codes where the file is there, else as many of our own.
func nation(tb testing.TB, file string, class UnitClass, n, items int) []Assessed {
	tb.Helper()
	codes := nationCodes(tb, file)
	if codes == nil {
		for i := range n {
			county := i * nationCounties / n
			codes = append(codes, fmt.Sprintf("%06d%03d", 110101+county, 1+i%999))
			if class == Village {
				codes[i] += fmt.Sprintf("%03d", 200+i/999%799)
			}
		}
	}
	out := make([]Assessed, 0, len(codes))
	state := uint32(1)
	for _, code := range codes {
		parsed, err := hazards.ParseDivisionCode(code)
		if err != nil || len(parsed.Short()) < countyDigits+3 {
			continue // places that the source numbers like a county
		}
		u := Assessed{Code: parsed, Class: class}
		for j := range items {
			state = state*1664525 + 1013904223
			answer := Present
			switch state >> 24 {
			case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12:
				answer = Absent
			case 13, 14, 15, 16, 17:
				answer = NotAssessed
			case 18, 19:
				answer = NotApplicable
			}
			u.Sheet = u.Sheet.With(j, answer)
		}
		out = append(out, u)
	}
	return out
}

func nationCodes(tb testing.TB, file string) []string {
	tb.Helper()
	f, err := os.Open("../../shared/domain/data/" + file)
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for lines := bufio.NewScanner(z); lines.Scan(); {
		if code, _, ok := strings.Cut(lines.Text(), ","); ok && code != "code" {
			out = append(out, code)
		}
	}
	return out
}

func benchList(items int, class UnitClass) Checklist {
	c := Checklist{ID: "list", AppliesTo: []UnitClass{class}}
	for i := range items {
		c.Items = append(c.Items, ChecklistItem{ID: fmt.Sprint(i)})
	}
	return c
}

// bareLoop is the least that counts the same: one loop over the same structs,
// a county closed where the six digits change, verdicts and items counted.
func bareLoop(units []Assessed, items int) (counties, met int) {
	all := itemBits(items)
	county := ""
	var verdicts [4]int
	var absent, present, exempt [MaxItems]int
	for i := range units {
		u := &units[i]
		code := u.Code.Short()
		if code[:countyDigits] != county {
			county = code[:countyDigits]
			counties++
			met += verdicts[spec.Met]
			verdicts = [4]int{}
			clear(absent[:items])
			clear(present[:items])
			clear(exempt[:items])
		}
		s := &u.Sheet
		switch {
		case s.absent&all != 0:
			verdicts[spec.Unmet]++
		case (s.present|s.exempt)&all != all:
			verdicts[spec.Unknown]++
		case s.present&all != 0:
			verdicts[spec.Met]++
		default:
			verdicts[spec.NotApplicable]++
		}
		for j := range items {
			absent[j] += int(s.absent >> j & 1)
			present[j] += int(s.present >> j & 1)
			exempt[j] += int(s.exempt >> j & 1)
		}
	}
	return counties, met + verdicts[spec.Met]
}

func benchNation(b *testing.B, file string, class UnitClass, n, items int) {
	units := nation(b, file, class, n, items)
	list := benchList(items, class)
	wantCounties, wantMet := bareLoop(units, items)
	b.Run("stream", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			counties, met := 0, 0
			s := NewStream(list)
			yield := func(c CountyResult) { counties++; met += c.Tally.Met }
			if err := s.Add(units, yield); err != nil {
				b.Fatal(err)
			}
			s.Close(yield)
			if counties != wantCounties || met != wantMet {
				b.Fatalf("%d counties with %d met, want %d and %d", counties, met, wantCounties, wantMet)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(units)), "ns/unit")
	})
	b.Run("bare-loop", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if counties, met := bareLoop(units, items); counties != wantCounties || met != wantMet {
				b.Fatal("the loop differs from itself")
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(units)), "ns/unit")
	})
}

func BenchmarkNationTownships(b *testing.B) {
	benchNation(b, "china_townships.csv.gz", Township, nationTownships, 6)
}

func BenchmarkNationVillages(b *testing.B) {
	benchNation(b, "china_villages.csv.gz", Village, nationVillages, 3)
}
