package emergency_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
)

// TestNoNumberOfAPersonGetsIntoTheData writes a telephone and an identity number
// into every column that names a post or a body: each is refused with its place and
// not repeated.
func TestNoNumberOfAPersonGetsIntoTheData(t *testing.T) {
	for name, headers := range map[string][]string{
		"evidence.csv": {"负责岗位"}, "duty_posts.csv": {"岗位"}, "responses.csv": {"决定主体", "现场指挥官", "统筹协调部门"},
		"response_levels.csv": {"决定主体", "响应主体", "职责任务", "联动方式"}, "organisation.csv": {"岗位", "职责"},
		"drills.csv": {"联合单位"}, "drill_shortcomings.csv": {"责任岗位"}, "agreements.csv": {"协议方"}, "teams.csv": {"队伍名称"},
		"villages.csv": {"name"}, "stores.csv": {"名称"}, "shelters.csv": {"名称"}, "risks.csv": {"责任岗位"},
		"minimum_stock.csv": {"企业"}, "contingency.csv": {"预案名称"}, "parks.csv": {"name"}, "plan_objects.csv": {"名称"}, "stock_claims.csv": {"用途"},
	} {
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(secondCopy(t, secondData)[name].Data, []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Fatal(name, err)
		}
		for _, header := range headers {
			column := slices.Index(rows[0], header)
			if column < 0 {
				t.Errorf("%s has no column %s: %v", name, header, rows[0])
				continue
			}
			for _, number := range []string{"13800000000", "023-6800 0000", "50023019000101000X"} {
				again := slices.Clone(rows)
				last := slices.Clone(rows[len(rows)-1])
				last[column] = "某岗" + number
				again[len(again)-1] = last
				var out bytes.Buffer
				if err := csv.NewWriter(&out).WriteAll(again); err != nil {
					t.Fatal(err)
				}
				folder := secondCopy(t, secondData)
				folder[name] = &fstest.MapFile{Data: out.Bytes()}
				_, err := emergency.ReadCounty(folder)
				got := strings.Join(faultsOf(t, err), "\n")
				if !strings.Contains(got, name) || !strings.Contains(got, "[table.person-number]") {
					t.Errorf("%s, %s: %q is read: %s", name, header, number, got)
				} else if strings.Contains(err.Error(), number) || strings.Contains(err.Error(), "某岗") {
					t.Errorf("%s, %s is repeated: %v", name, header, err)
				}
			}
		}
	}
}
