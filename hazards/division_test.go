package hazards_test

import (
	"errors"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

func TestDivisionLevels(t *testing.T) {
	for _, one := range []struct {
		written, short, parent string
		level                  hazards.Level
		subdistrict, community bool
	}{
		{"50", "50", "", hazards.Province, false, false},
		{"5002", "5002", "50", hazards.Prefecture, false, false},
		{"500230", "500230", "5002", hazards.County, false, false},
		{"500230000000", "500230", "5002", hazards.County, false, false},
		{"500200", "5002", "50", hazards.Prefecture, false, false},
		{"500230001", "500230001", "500230", hazards.Township, true, false},
		{"500230001000", "500230001", "500230", hazards.Township, true, false},
		{"500230099", "500230099", "500230", hazards.Township, true, false},
		{"500230100", "500230100", "500230", hazards.Township, false, false},
		{"500230101", "500230101", "500230", hazards.Township, false, false},
		{"500230001001", "500230001001", "500230001", hazards.Village, false, true},
		{"500230001199", "500230001199", "500230001", hazards.Village, false, true},
		{"500230001200", "500230001200", "500230001", hazards.Village, false, false},
		{"500230001399", "500230001399", "500230001", hazards.Village, false, false},
		// A prefecture without counties: its townships stand under it.
		{"441900003000", "441900003", "4419", hazards.Township, true, false},
	} {
		code := division(one.written)
		if code.String() != one.written || code.Short() != one.short || code.Parent().String() != one.parent || code.Level() != one.level {
			t.Errorf("%s: %q %q under %q, %v", one.written, code, code.Short(), code.Parent(), code.Level())
		}
		if code.IsSubdistrict() != one.subdistrict || code.IsCommunity() != one.community {
			t.Errorf("%s: subdistrict %v, community %v", one.written, code.IsSubdistrict(), code.IsCommunity())
		}
	}
}

func TestDivisionFaults(t *testing.T) {
	for _, s := range []string{"", "5", "500", "50023", "5002300", "50023000", "5002300011", "5002300010011",
		"00", "000000", "000000000000", "002300", "50023a", "50023:", "50023/", "５００２３０", " 500230", "-50023", "+50023", "50 230"} {
		code, err := hazards.ParseDivisionCode(s)
		var fault spec.Fault
		if !errors.As(err, &fault) || fault.Code != hazards.FaultDivisionSyntax || !code.IsZero() {
			t.Errorf("%q: %v, %v", s, code, err)
		}
	}
	var code hazards.DivisionCode
	if err := code.UnmarshalText([]byte("x")); err == nil {
		t.Error("x was read")
	}
	code = division("500230")
	if err := code.UnmarshalText(nil); err != nil || !code.IsZero() {
		t.Errorf("empty text: %v, %v", code, err)
	}
}

func TestUnsetDivisionContainsNothing(t *testing.T) {
	var unset hazards.DivisionCode
	county := division("500230")
	if unset.Contains(county) || county.Contains(unset) || unset.Contains(unset) || !unset.Parent().IsZero() || unset.Level() != 0 {
		t.Error("the unset division has a place")
	}
	if county.Contains(division("500231001")) || !county.Contains(county) || county.Contains(division("50")) {
		t.Error("containment of 500230")
	}
}

func TestDivisionsAllocateNothing(t *testing.T) {
	county, village := division("500230"), division("500230001001")
	held := false
	if n := testing.AllocsPerRun(100, func() {
		code, err := hazards.ParseDivisionCode("500230001001")
		held = err == nil && code.Equal(village) && county.Contains(code)
	}); n != 0 || !held {
		t.Errorf("%v allocations, contained %v", n, held)
	}
}

func BenchmarkDivisionContains(b *testing.B) {
	county, village := division("500230"), division("500230001001")
	b.ReportAllocs()
	for b.Loop() {
		if !county.Contains(village) {
			b.Fatal("not contained")
		}
	}
}
