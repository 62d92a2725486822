package shelters_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestRulesAreComplete(t *testing.T) {
	form := regexp.MustCompile(`^shelters\.[a-z]+(-[a-z]+)*$`)
	readings := map[string]bool{}
	for _, r := range shelters.Readings() {
		readings[r.ID] = true
		if !form.MatchString(r.ID) || !r.Has(r.Default) || !r.Question.Complete() || !r.Source.Complete() {
			t.Errorf("reading %s", r.ID)
		}
	}
	seen := map[string]bool{}
	for _, r := range shelters.Rules() {
		if !form.MatchString(r.ID) || seen[r.ID] || r.Revision < 1 || r.Kind == 0 || len(r.Reads) == 0 ||
			!r.Title.Complete() || !r.Formula.Complete() || !r.Source.Complete() {
			t.Errorf("rule %s", r.ID)
		}
		seen[r.ID] = true
		for _, id := range r.Readings {
			if !readings[id] {
				t.Errorf("rule %s depends on %s, which is not a reading", r.ID, id)
			}
		}
	}
	for _, u := range shelters.Undefined() {
		if len(u.Carries) == 0 || !u.Reason.Complete() || !u.Source.Complete() {
			t.Errorf("undefined %v", u.Carries)
		}
	}
}

func TestEveryRuleSpeaks(t *testing.T) {
	var want, got []string
	for _, r := range shelters.Rules() {
		want = append(want, r.ID)
	}
	for _, f := range shelters.Assess(shelters.Provisions{}, shelters.Records{}, day("2025-12-31"), spec.Choices{}).Findings() {
		got = append(got, f.Rule)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestListsAreTheCallersOwn(t *testing.T) {
	shelters.Rules()[0].ID = "changed"
	shelters.Readings()[0].Options[0].ID = "changed"
	shelters.Remembered()[0].ID = "changed"
	shelters.FaultCodes()[0] = "changed"
	if shelters.Rules()[0].ID == "changed" || shelters.Readings()[0].Options[0].ID == "changed" ||
		shelters.Remembered()[0].ID == "changed" || shelters.FaultCodes()[0] == "changed" {
		t.Error("a change to a list came back")
	}
}

func TestWordsAreReadInBothLanguages(t *testing.T) {
	if diff := cmp.Diff([]shelters.Stay{shelters.Temporary, shelters.Lodging}, shelters.Stays()); diff != "" {
		t.Error(diff)
	}
	for _, s := range shelters.Stays() {
		if got, ok := shelters.ParseStay(s.String()); !ok || got != s {
			t.Errorf("stay %s", s)
		}
	}
	for word, want := range map[string]string{"临时安置": "temporary", "住宿避难": "lodging", "Lodging": ""} {
		if got, ok := shelters.ParseStay(word); got.String() != want || ok != (want != "") {
			t.Errorf("stay %s is %q", word, got)
		}
	}
	for word, want := range map[string]string{"既有": "existing", "new": "new", "新建": "new", "upgraded": "upgraded", "改造升级": "upgraded", "existing": "existing", "": ""} {
		if got, ok := shelters.ParseStatus(word); got.String() != want || ok != (want != "") {
			t.Errorf("status %s is %q", word, got)
		}
	}
	for word, want := range map[string]string{"室内": "indoor", "outdoor": "outdoor", "室外": "outdoor", "indoor": "indoor", "户外": ""} {
		if got, ok := shelters.ParseSetting(word); got.String() != want || ok != (want != "") {
			t.Errorf("setting %s is %q", word, got)
		}
	}
}
