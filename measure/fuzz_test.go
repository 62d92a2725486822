package measure_test

import (
	"math/big"
	"testing"

	"github.com/county-emergency/emergency/measure"
)

func seed(f *testing.F, more ...string) {
	for _, s := range append([]string{
		"", "0", "1", "1.9", "0120", "1_000", "-3", "+3", "３", "1e3", " 1", "120.50", "9223372036854775807", "9223372036854775808",
		"99999999999999999999999999999999999999", "0.00001", ".", "-", "1.", ".1",
	}, more...) {
		f.Add(s)
	}
}

// A reader answers with a value that is written back as it was read, or with an error of this package; never with both.
func FuzzParsePeople(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		p, err := measure.ParsePeople(s)
		if err == nil && (p < 0 || p.String() != s) || err != nil && (p != 0 || code(err)[:8] != "measure.") {
			t.Fatalf("%q: %d, %v", s, p, err)
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := measure.ParseDecimal(s)
		if err == nil && (d.Sign() < 0 || measure.DecimalText(d) != s) || err != nil && code(err)[:8] != "measure." {
			t.Fatalf("%q: %s, %v", s, measure.DecimalText(d), err)
		}
	})
}

func FuzzParseArea(f *testing.F) {
	seed(f, "379600.0000", "0.0001", "922337203685477.5807", "922337203685477.5808")
	f.Fuzz(func(t *testing.T, s string) {
		a, err := measure.ParseArea(s)
		if err != nil {
			if a != (measure.Area{}) || code(err)[:8] != "measure." {
				t.Fatalf("%q: %s, %v", s, a, err)
			}
			return
		}
		d, err := measure.ParseDecimal(s)
		if err != nil {
			t.Fatalf("%q is an area but no decimal: %v", s, err)
		}
		if b, err := measure.SquareMetres(d); err != nil || a != b {
			t.Fatalf("%q: %s by text, %s (%v) by decimal", s, a, b, err)
		}
	})
}

func FuzzParseRatio(f *testing.F) {
	seed(f, "1/3", "-1/3", "1/0", "2/4", "0/1", "1/", "/1", "1/-1", "12345678901234567890/3")
	f.Fuzz(func(t *testing.T, s string) {
		r, err := measure.ParseRatio(s)
		if err != nil {
			if r.Known() || code(err)[:8] != "measure." {
				t.Fatalf("%q: %s, %v", s, r, err)
			}
			return
		}
		want, ok := new(big.Rat).SetString(s)
		got, known := r.Rat()
		if !ok || !known || got.Cmp(want) != 0 {
			t.Fatalf("%q: %s, want %s", s, r, want)
		}
		if back, err := measure.ParseRatio(r.String()); err != nil || !back.Equal(r) {
			t.Fatalf("%q is written as %q, which reads as %s, %v", s, r, back, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	seed(f, "2022-08-02", "2023-02-29", "2024-02-29", "0001-01-01", "9999-12-31", "2022年8月2日")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := measure.ParseDate(s)
		if err == nil && (d.IsZero() || d.String() != s) || err != nil && (!d.IsZero() || code(err) != measure.CodeDate) {
			t.Fatalf("%q: %s, %v", s, d, err)
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	seed(f, "2021-2025", "2025-2021", "2021-2021")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := measure.ParsePeriod(s)
		if err == nil && (p.Len() < 1 || p.String() != s) || err != nil && (!p.IsZero() || code(err) != measure.CodePeriod) {
			t.Fatalf("%q: %s, %v", s, p, err)
		}
	})
}
