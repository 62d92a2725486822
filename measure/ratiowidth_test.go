package measure_test

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
)

// Numbers are printed in 64 bits where they fit and in big integers where they
// do not. Around the edge between the two the print is held against the
// standard library's fractions.
func TestRatiosPrintAlikeOnBothSidesOf64Bits(t *testing.T) {
	for _, r := range edgeRatios() {
		exact, _ := r.Rat()
		for places := range 22 {
			want := exact.FloatString(places) // halves away from zero as well
			if strings.Trim(want, "-0.") == "" {
				want = strings.TrimPrefix(want, "-")
			}
			if got := r.Text(places); got != want {
				t.Fatalf("%s at %d places: %q, want %q", exact, places, got, want)
			}
			for _, limit := range []measure.Ratio{r, measure.Whole(20), measure.RatioOf(1, 3)} {
				end, _ := limit.Rat()
				text := r.TextAgainst(limit, places)
				if printed := rational(t, text); printed.Cmp(end) != exact.Cmp(end) && !strings.Contains(text, "/") {
					t.Fatalf("%s against %s is printed as %q", exact, end, text)
				}
			}
		}
		text, ends := r.Exact()
		n, terminates := exact.FloatPrec()
		if ends && rational(t, text).Cmp(exact) != 0 || ends != (terminates && len(strings.Trim(exact.FloatString(n), "-"))-min(n, 1) <= 38) {
			t.Fatalf("%s is %q, %v; %d places, %v", exact, text, ends, n, terminates)
		}
	}
}

// edgeRatios are those whose print is about 2⁶³ or 2⁶⁴ of the last place, those
// that end late, and the widest.
func edgeRatios() []measure.Ratio {
	var out []measure.Ratio
	add := func(num, den int64) { out = append(out, measure.RatioOf(num, den), measure.RatioOf(-num, den)) }
	for _, num := range []int64{0, 1, 2, 3, 7, 18, 19, 20, 36, 37, 1<<62 - 1, math.MaxInt64 - 1, math.MaxInt64} {
		for _, den := range []int64{1, 2, 3, 4, 5, 7, 8, 9, 10, 1 << 62, math.MaxInt64 - 1, math.MaxInt64} {
			add(num, den)
		}
	}
	for k, two, five := 0, int64(1), int64(1); k < 27; k, two, five = k+1, two*2, five*5 {
		add(1, two)
		add(3, five)
		add(1, two*1<<30)
	}
	for places, power := 2, int64(100); places < 4; places, power = places+1, power*10 {
		for den := int64(1); den < power/2; den += 1 + den/24 {
			for _, bits := range []uint{63, 64} {
				near := new(big.Int).Lsh(big.NewInt(den), bits)
				near.Quo(near, big.NewInt(power))
				if near.IsInt64() && near.Int64() < math.MaxInt64 {
					add(near.Int64(), den)
					add(near.Int64()+1, den)
				}
			}
		}
	}
	return out
}

func TestWholeNumbersOfAnyWidth(t *testing.T) {
	for _, n := range []int64{math.MinInt64, math.MinInt64 + 1, -1, 0, 1, math.MaxInt64} {
		want := big.NewRat(n, 1)
		if got, ok := measure.Whole(n).Rat(); !ok || got.Cmp(want) != 0 || measure.Whole(n).String() != strconv.FormatInt(n, 10) {
			t.Errorf("Whole(%d) = %v", n, got)
		}
		if !measure.Whole(n).Equal(measure.RatioOf(n, 1)) {
			t.Errorf("Whole(%d) is not the quotient", n)
		}
	}
}
