package measure_test

import (
	"math"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestParseRatio(t *testing.T) {
	many := strings.Repeat("7", 400)
	tests := []struct{ text, want, code string }{
		{"0.625", "0.625", ""}, {"-0.5", "-0.5", ""}, {"1.50", "1.5", ""}, {"0", "0", ""}, {"-0", "0", ""}, {"3", "3", ""},
		{"1/3", "1/3", ""}, {"-2/6", "-1/3", ""}, {"2/4", "0.5", ""}, {"0/5", "0", ""},
		{many + "/" + many, "1", ""}, {"-" + many + "/" + many, "-1", ""},
		{many + "7/7", "", measure.CodeRange}, {"7/7" + many, "", measure.CodeRange}, {"-" + many + "7/7", "", measure.CodeRange},
		{"", "", measure.CodeSyntax}, {"/", "", measure.CodeSyntax}, {"1/", "", measure.CodeSyntax}, {"/2", "", measure.CodeSyntax},
		{"-/2", "", measure.CodeSyntax}, {"1/0", "", measure.CodeSyntax}, {"0/0", "", measure.CodeSyntax},
		{"1/-2", "", measure.CodeSyntax}, {"--1/2", "", measure.CodeSyntax}, {"+1/2", "", measure.CodeSyntax},
		{"0.5/2", "", measure.CodeSyntax}, {"1/2/3", "", measure.CodeSyntax}, {"1 / 2", "", measure.CodeSyntax},
		{"62.5%", "", measure.CodeSyntax}, {"—", "", measure.CodeSyntax}, {"1e3", "", measure.CodeSyntax},
		{"01/2", "", measure.CodeLeadingZero}, {"1/02", "", measure.CodeLeadingZero}, {"00.5", "", measure.CodeLeadingZero},
		{strings.Repeat("1", 39), "", measure.CodeRange},
	}
	for _, tt := range tests {
		r, err := measure.ParseRatio(tt.text)
		if code(err) != tt.code || err == nil && r.String() != tt.want || err != nil && r.Known() {
			t.Errorf("ParseRatio(%.60q) = %s, %v; want %s, %q", tt.text, r, err, tt.want, tt.code)
		}
		r = measure.Whole(7)
		if err := r.UnmarshalText([]byte(tt.text)); tt.text != "" && tt.code != "" && (err == nil || !r.Equal(measure.Whole(7))) {
			t.Errorf("UnmarshalText(%.60q) left %s, %v", tt.text, r, err)
		}
	}
}

func TestRatioTexts(t *testing.T) {
	unknown := measure.Ratio{}
	text := func(r measure.Ratio, places int) string { return r.Text(places) }
	got := []string{
		text(unknown, 2), unknown.String(), unknown.Percent(1), unknown.TextAgainst(measure.Whole(1), 2),
		text(measure.RatioOf(1, 2), 0), text(measure.RatioOf(-1, 2), 0), text(measure.RatioOf(-1, 1000), 2),
		text(measure.RatioOf(2, 3), -5), measure.RatioOf(1, 3).TextAgainst(unknown, 3),
		// Just under and just over, and on the line.
		measure.RatioOf(9997, 10000).TextAgainst(measure.Whole(1), 1),
		measure.RatioOf(10003, 10000).TextAgainst(measure.Whole(1), 1),
		measure.Whole(1).TextAgainst(measure.Whole(1), 1),
		measure.RatioOf(1, 3).TextAgainst(measure.RatioOf(1, 3), 2),
		measure.RatioOf(-1, 1000).TextAgainst(measure.Whole(0), 2),
	}
	want := []string{
		"—", "—", "—", "—", "1", "-1", "0.00", "1", "0.333",
		"0.9997", "1.0003", "1.0", "1/3", "-0.001",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := len(measure.Whole(1).Text(math.MaxInt)); n != len("1.")+1000 {
		t.Errorf("unbounded places: %d characters", n)
	}
	if b, err := unknown.MarshalText(); err != nil || len(b) != 0 {
		t.Errorf("MarshalText of unknown = %q, %v", b, err)
	}
	// Beyond the bounds of printing in plain digits a ratio is still written exactly.
	wide := measure.RatioOfDecimal(decimal.New(1, 400)).Mul(measure.RatioOfDecimal(decimal.New(1, 100)))
	if s, ok := wide.Exact(); ok || wide.String() != "1"+strings.Repeat("0", 500)+"/1" {
		t.Errorf("Exact = %q, %v", s, ok)
	}
	if s := measure.RatioOf(1, 1).TextAgainst(measure.RatioOf(1, 3), 50); s != "1."+strings.Repeat("0", 50) {
		t.Errorf("with more places than digits: %q", s)
	}
}

func TestExactEndsAt38Digits(t *testing.T) {
	tests := []struct {
		d    decimal.Decimal
		want string
	}{
		{decimal.New(1, -37), "0." + strings.Repeat("0", 36) + "1"}, {decimal.New(1, -38), ""}, {decimal.New(1, -39), ""},
		{decimal.New(1, 37), "1" + strings.Repeat("0", 37)}, {decimal.New(1, 38), ""}, {decimal.New(-1, 37), "-1" + strings.Repeat("0", 37)},
		{decimal.NewFromBigInt(powerOfTen(37), 0).Add(decimal.New(5, -1)), ""},
		{decimal.NewFromBigInt(powerOfTen(36), 0).Add(decimal.New(5, -1)), "1" + strings.Repeat("0", 36) + ".5"},
	}
	for _, tt := range tests {
		if got, ok := measure.RatioOfDecimal(tt.d).Exact(); got != tt.want || ok != (tt.want != "") {
			t.Errorf("Exact of %s = %q, %v", measure.DecimalText(tt.d), got, ok)
		}
	}
}

func TestTextAgainstEndsAt38Places(t *testing.T) {
	zero := measure.Whole(0)
	if got, want := measure.RatioOfDecimal(decimal.New(1, -38)).TextAgainst(zero, 2), "0."+strings.Repeat("0", 37)+"1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := measure.RatioOfDecimal(decimal.New(1, -39)).TextAgainst(zero, 2), "1/1"+strings.Repeat("0", 39); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRatioOfExtremes(t *testing.T) {
	low := int64(math.MinInt64)
	tests := []struct {
		r    measure.Ratio
		want string
	}{
		{measure.RatioOf(low, 1), "-9223372036854775808"}, {measure.RatioOf(low, -1), "9223372036854775808"},
		{measure.RatioOf(low, low), "1"}, {measure.RatioOf(low, 2), "-4611686018427387904"},
		{measure.RatioOf(1, low).Mul(measure.Whole(low)), "1"}, {measure.RatioOf(0, low), "0"},
		{measure.Whole(low).Neg().Neg(), "-9223372036854775808"},
		{measure.Whole(math.MaxInt64).Add(measure.Whole(1)), "9223372036854775808"},
		{measure.Whole(low).Sub(measure.Whole(low)), "0"},
		{measure.SumRatios(), "0"}, {measure.MeanRatios(), "—"},
	}
	for _, tt := range tests {
		if got := tt.r.String(); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
	if n, ok := measure.Whole(low).Ceil(); !ok || n != low {
		t.Errorf("Ceil of the least number = %d, %v", n, ok)
	}
	if n, ok := measure.Whole(low).Floor(); !ok || n != low {
		t.Errorf("Floor of the least number = %d, %v", n, ok)
	}
	if x, ok := (measure.Ratio{}).Rat(); ok || x != nil {
		t.Errorf("Rat of unknown = %v, %v", x, ok)
	}
}

func TestRootRateBounds(t *testing.T) {
	half := measure.RatioOf(1, 2)
	tests := []struct {
		factor        measure.Ratio
		years, places int
		want          string
	}{
		{half, 1, 2, "-0.5"},
		{measure.Whole(0), 5, 2, "-1"}, {measure.Whole(1), 5, 10, "0"}, {measure.Whole(32), 5, 0, "1"},
		{measure.Whole(4), 2, 0, "1"}, {measure.RatioOf(9, 4), 2, 0, "1"}, {measure.RatioOf(1, 4), 2, 0, "-1"},
		{half, 0, 2, "—"}, {half, -1, 2, "—"}, {half, 101, 2, "—"}, {half, 5, -1, "—"}, {half, 5, 39, "—"},
		{measure.Ratio{}, 5, 2, "—"}, {measure.Whole(-1), 1, 2, "—"},
	}
	// The longest root, from another program's arithmetic.
	if r, ok := measure.RootRate(half, 100, 38); !ok || r.Text(38) != "-0.00690750456296409846678978311192542878" {
		t.Errorf("RootRate(0.5, 100, 38) = %s, %v", r.Text(38), ok)
	}
	for _, tt := range tests {
		r, ok := measure.RootRate(tt.factor, tt.years, tt.places)
		if r.String() != tt.want || ok != (tt.want != "—") {
			t.Errorf("RootRate(%s, %d, %d) = %s, %v; want %s", tt.factor, tt.years, tt.places, r, ok, tt.want)
		}
	}
}
