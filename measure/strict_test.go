package measure_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestStrictFormsRefuse(t *testing.T) {
	tests := []struct{ text, code string }{
		{"", measure.CodeSyntax}, {" 1", measure.CodeSyntax}, {"1 ", measure.CodeSyntax}, {"1\n", measure.CodeSyntax},
		{".5", measure.CodeSyntax}, {"5.", measure.CodeSyntax}, {".", measure.CodeSyntax}, {"1.2.3", measure.CodeSyntax},
		{"1_000", measure.CodeSyntax}, {"1,000", measure.CodeSyntax}, {"+3", measure.CodeSyntax}, {"1e3", measure.CodeSyntax},
		{"1E3", measure.CodeSyntax}, {"0x10", measure.CodeSyntax}, {"３", measure.CodeSyntax}, {"三", measure.CodeSyntax},
		{"NaN", measure.CodeSyntax}, {"-", measure.CodeSyntax}, {"--3", measure.CodeSyntax}, {"3-", measure.CodeSyntax},
		{"−3", measure.CodeSyntax}, {"1/2", measure.CodeSyntax}, {"1e400000", measure.CodeSyntax}, {"null", measure.CodeSyntax},
		{"-3", measure.CodeNegative}, {"-0", measure.CodeNegative}, {"-1.9", measure.CodeNegative},
		{"0120", measure.CodeLeadingZero}, {"00", measure.CodeLeadingZero}, {"01.5", measure.CodeLeadingZero},
		{"-01", measure.CodeLeadingZero},
		{"9223372036854775808", measure.CodeRange}, {strings.Repeat("9", 38), measure.CodeRange},
		{strings.Repeat("9", 39), measure.CodeRange}, {strings.Repeat("0", 39), measure.CodeRange},
		{"1." + strings.Repeat("0", 38), measure.CodeRange}, {strings.Repeat("1", 10_000_000), measure.CodeRange},
	}
	for _, tt := range tests {
		for _, k := range kinds() {
			if got, err := k.parse(tt.text); code(err) != tt.code || got != 0 {
				t.Errorf("%s(%.50q) = %d, %v; want %s", k.name, tt.text, got, err, tt.code)
			}
			if got, err := k.unmarshal(tt.text); code(err) != tt.code || got != 7 {
				t.Errorf("%s.UnmarshalText(%.50q) left %d, %v; want %s", k.name, tt.text, got, err, tt.code)
			}
		}
	}
}

func TestPartsOfPersonsAndThingsAreRefused(t *testing.T) {
	for _, text := range []string{"1.9", "1.0", "0.5", "9223372036854775807.0"} {
		if _, err := measure.ParsePeople(text); code(err) != measure.CodeFraction {
			t.Errorf("ParsePeople(%q): %v", text, err)
		}
		if _, err := measure.ParseCount(text); code(err) != measure.CodeFraction {
			t.Errorf("ParseCount(%q): %v", text, err)
		}
	}
}

func TestLargestValuesAreRead(t *testing.T) {
	for _, k := range kinds() {
		largest := k.text(math.MaxInt64)
		if n, err := k.parse(largest); err != nil || n != math.MaxInt64 {
			t.Errorf("%s(%q) = %d, %v", k.name, largest, n, err)
		}
		next := []byte(largest)
		next[len(next)-1]++ // …807 → …808
		if n, err := k.parse(string(next)); code(err) != measure.CodeRange {
			t.Errorf("%s(%q) = %d, %v", k.name, next, n, err)
		}
	}
}

func TestDecimalReadersRefuse(t *testing.T) {
	tests := []struct{ text, unsigned, signed string }{
		{"0.625", "", ""}, {"0", "", ""}, {"120.50", "", ""}, {strings.Repeat("9", 38), "", ""},
		{"0." + strings.Repeat("1", 37), "", ""},
		{"-38", measure.CodeNegative, ""}, {"-0.0", measure.CodeNegative, ""},
		{"0." + strings.Repeat("1", 38), measure.CodeRange, measure.CodeRange},
		{strings.Repeat("9", 39), measure.CodeRange, measure.CodeRange},
		{"-" + strings.Repeat("9", 39), measure.CodeRange, measure.CodeRange},
		{"1e5", measure.CodeSyntax, measure.CodeSyntax}, {"+1", measure.CodeSyntax, measure.CodeSyntax},
		{"--1", measure.CodeSyntax, measure.CodeSyntax}, {"-", measure.CodeSyntax, measure.CodeSyntax},
		{"", measure.CodeSyntax, measure.CodeSyntax}, {"-.5", measure.CodeSyntax, measure.CodeSyntax},
		{"-007", measure.CodeLeadingZero, measure.CodeLeadingZero},
	}
	for _, tt := range tests {
		_, err := measure.ParseDecimal(tt.text)
		_, signedErr := measure.ParseSignedDecimal(tt.text)
		if code(err) != tt.unsigned || code(signedErr) != tt.signed {
			t.Errorf("%q: %v and signed %v; want %q and %q", tt.text, err, signedErr, tt.unsigned, tt.signed)
		}
	}
}

func TestDecimalTextOfUnusualDecimals(t *testing.T) {
	tests := []struct {
		d    decimal.Decimal
		want string
	}{
		{decimal.Decimal{}, "0"}, {decimal.New(0, 5), "0"}, {decimal.New(0, -2), "0.00"}, {decimal.New(-5, -1), "-0.5"},
		{decimal.New(3, 2), "300"}, {decimal.New(-12, 0), "-12"}, {decimal.New(150, -2), "1.50"},
		{decimal.New(7, 401), "7e401"}, {decimal.New(-7, -401), "-7e-401"}, {decimal.New(7, math.MaxInt32), "7e2147483647"},
		{decimal.New(1, 400), "1" + strings.Repeat("0", 400)}, {decimal.New(1, -400), "0." + strings.Repeat("0", 399) + "1"},
	}
	for _, tt := range tests {
		if got := measure.DecimalText(tt.d); got != tt.want {
			t.Errorf("DecimalText = %q, want %q", got, tt.want)
		}
	}
}

func TestImmenseDecimalsAreRefusedAtNoCost(t *testing.T) {
	longest := new(big.Int).Lsh(powerOfTen(400), 1) // 1330 bits
	long := decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1_000_000), 0)
	tests := []struct {
		name string
		d    decimal.Decimal
		code string
	}{
		{"zero with a billion places", decimal.New(0, math.MinInt32), ""},
		{"zero with a billion zeros", decimal.New(0, math.MaxInt32), ""},
		{"a billion zeros", decimal.New(1, math.MaxInt32), measure.CodeRange},
		{"a billion places", decimal.New(1, math.MinInt32), measure.CodeInexact},
		{"a million bits", long, measure.CodeRange},
		{"400 zeros", decimal.New(3, 400), measure.CodeRange},
		{"401 zeros", decimal.New(3, 401), measure.CodeRange},
		{"800 places", decimal.New(1, -800), measure.CodeInexact},
		{"801 places", decimal.New(1, -801), measure.CodeInexact},
		{"the longest number read, as places", decimal.NewFromBigInt(longest, -400), ""},
		{"a bit more, as places", decimal.NewFromBigInt(new(big.Int).Lsh(longest, 1), -400), measure.CodeRange},
		{"one with 400 zeros as places", decimal.NewFromBigInt(powerOfTen(400), -400), ""},
	}
	for _, tt := range tests {
		for _, c := range conversions() {
			if strings.HasSuffix(c.name, "Mu") && tt.code == "" {
				continue // one mu is no whole number of square centimetres
			}
			if _, err := c.of(tt.d); code(err) != tt.code {
				t.Errorf("%s of %s: %v, want %q", c.name, tt.name, err, tt.code)
			}
		}
	}
	for _, tt := range tests[2:5] {
		if r := measure.RatioOfDecimal(tt.d); r.Known() {
			t.Errorf("RatioOfDecimal of %s is known", tt.name)
		}
		if r := measure.RatioOfDecimals(dec("1"), tt.d); r.Known() {
			t.Errorf("RatioOfDecimals over %s is known", tt.name)
		}
	}
	for _, d := range []decimal.Decimal{decimal.New(1, 400), decimal.New(1, -400), decimal.NewFromBigInt(longest, 0)} {
		if !measure.RatioOfDecimal(d).Known() {
			t.Errorf("RatioOfDecimal of %s is unknown", measure.DecimalText(d))
		}
	}
}

func TestMessagesShowTheValue(t *testing.T) {
	fails := func(_ any, err error) error { return err }
	tests := []struct {
		err  error
		want string
	}{
		{fails(measure.ParsePeople("abc")), `measure: "abc" is not a plain number`},
		{fails(measure.ParsePeople("1.9")), `measure: "1.9" is not a whole number`},
		{fails(measure.ParseCount("-3")), `measure: "-3" is negative`},
		{fails(measure.ParsePeople("0120")), `measure: "0120" has a leading zero`},
		{fails(measure.ParsePeople("9223372036854775808")), `measure: "9223372036854775808" is out of range`},
		{fails(measure.ParseArea("0.00001")), `measure: "0.00001" is finer than the smallest unit`},
		{fails(measure.Mu(dec("1"))), `measure: "1" is finer than the smallest unit`},
		{fails(measure.Yuan(dec("-0.001"))), `measure: "-0.001" is finer than the smallest unit`},
		{fails(measure.Yuan(decimal.New(12, 38))), `measure: "1200000000000000000000000000000000000000" is out of range`},
		{fails(measure.Yuan(decimal.New(12, 39))), `measure: "12e39" is out of range`},
		{fails(measure.Yuan(decimal.New(12, -39))), `measure: "12e-39" is finer than the smallest unit`},
		{fails(measure.Yuan(decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1330), 0))),
			`measure: "a number of 1331 bits" is out of range`},
		{fails(measure.Yuan(decimal.NewFromBigInt(new(big.Int).Lsh(powerOfTen(400), 1), 0))),
			`measure: "2` + strings.Repeat("0", 63) + `…" is out of range`},
		{fails(measure.Yuan(decimal.New(12, -38))),
			`measure: "0.` + strings.Repeat("0", 36) + `12" is finer than the smallest unit`},
		{fails(measure.Add(measure.People(math.MaxInt64), 1)), `measure: "9223372036854775807 + 1" overflows 64 bits`},
		{fails(measure.Sub(measure.People(math.MinInt64), 10)), `measure: "-9223372036854775808 - 10" overflows 64 bits`},
		{fails(measure.Mul(measure.People(1<<62), 2)), `measure: "4611686018427387904 × 2" overflows 64 bits`},
		{fails(measure.Sum(measure.People(1<<62), 1<<62)), `measure: "9223372036854775808" overflows 64 bits`},
		{fails(measure.Sum(measure.People(math.MinInt64), -1)), `measure: "-9223372036854775809" overflows 64 bits`},
		{fails(measure.ParseDate("2023-02-29")), `measure: "2023-02-29" is not a date`},
		{fails(measure.PeriodOf(2025, 2021)), `measure: "2025-2021" is not a period of years`},
		{&measure.Error{Code: "measure.new", Value: "x"}, `measure: "x" is refused (measure.new)`},
	}
	for _, tt := range tests {
		if tt.err == nil || tt.err.Error() != tt.want {
			t.Errorf("got %v, want %s", tt.err, tt.want)
		}
	}
}

func TestLongValuesAreCutBetweenCharacters(t *testing.T) {
	for _, pad := range []string{"", "x", "xx", "xxx"} {
		_, err := measure.ParsePeople(pad + strings.Repeat("人", 1000))
		var e *measure.Error
		if !errors.As(err, &e) || len(e.Value) > 64+len("…") || len(e.Value) < 62+len("…") || strings.ContainsRune(e.Value, '\uFFFD') ||
			!strings.HasSuffix(e.Value, "人…") {
			t.Errorf("%v", err)
		}
	}
	for _, n := range []int{64, 65} {
		_, err := measure.ParsePeople(strings.Repeat("x", n))
		if cut := strings.Contains(err.Error(), "…"); cut != (n > 64) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

func TestCodesAreUniqueAndWellFormed(t *testing.T) {
	codes := measure.Codes()
	sorted := slices.Clone(codes)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != 9 || len(codes) != 9 {
		t.Errorf("codes %v", codes)
	}
	form := regexp.MustCompile(`^measure\.[a-z]+(-[a-z]+)*$`)
	for _, c := range codes {
		if e := (&measure.Error{Code: c, Value: "x"}).Error(); !form.MatchString(c) || strings.Contains(e, "refused") {
			t.Errorf("code %q, message %q", c, e)
		}
	}
	codes[0] = "changed"
	if measure.Codes()[0] != measure.CodeSyntax {
		t.Error("the list handed out can be changed")
	}
}

func TestJSONKeepsEveryDigit(t *testing.T) {
	type record struct {
		People  measure.People
		Count   measure.Count
		Area    measure.Area
		Gross   measure.GrossArea
		Money   measure.Money
		Far     measure.Distance
		Stock   measure.Quantity
		Lead    measure.Duration
		Rate    measure.Ratio
		Third   measure.Ratio
		Unknown measure.Ratio
		Year    measure.Year
		Day     measure.Date
		Span    measure.Period
		Unset   measure.Date
	}
	span, err := measure.PeriodOf(2021, 2025)
	if err != nil {
		t.Fatal(err)
	}
	in := record{
		253406, 25, measure.SquareCentimetres(3_796_000_001), measure.GrossSquareCentimetres(1), measure.Fen(math.MaxInt64),
		measure.Millimetres(1500), measure.Thousandths(2500), measure.Seconds(90), measure.RatioOf(5, 8),
		measure.RatioOf(-1, 3), measure.Ratio{}, 2021, measure.DateOf(2022, 8, 2), span, measure.Date{},
	}
	text, err := json.Marshal(in)
	want := `{"People":"253406","Count":"25","Area":"379600.0001","Gross":"0.0001","Money":"92233720368547758.07",` +
		`"Far":"1.5","Stock":"2.5","Lead":"90","Rate":"0.625","Third":"-1/3","Unknown":"","Year":"2021",` +
		`"Day":"2022-08-02","Span":"2021-2025","Unset":""}`
	if err != nil || string(text) != want {
		t.Errorf("%s, %v\nwant %s", text, err, want)
	}
	var out record
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}
