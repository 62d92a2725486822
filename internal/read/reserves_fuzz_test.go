package read

import (
	"errors"
	"os"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// Whatever a table of supplies holds, it is read or told, and what was read can
// be assessed.
func FuzzSupplyTables(f *testing.F) {
	names := reservesTables()
	for i, name := range names {
		text, err := os.ReadFile("../../examples/secondcounty/data/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), string(text))
	}
	f.Add(uint8(6), "store,division,loading,travel,handing_out\na,990101001,1h,99999999999h,-1\n")
	f.Add(uint8(0), "id,item,quantity,mode,expiry\na,棉被,9223372036854775,physical,9999-12-31\n")
	f.Add(uint8(6), "store,division,loading(h),travel(h),handing_out(h)\ncounty-store,990101001,,不通,\ncounty-store,990101101,1,none,2\n")
	f.Add(uint8(0), "id,item,quantity,unit,mode\na,棉被,5,床,physical\nb,棉背,900,床,physical\n")
	f.Add(uint8(0), "id,store,division\nrun-1,county-store,990101001\n")
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		name := names[int(which)%len(names)]
		tables := []string{}
		for _, one := range append(DivisionTables(), names...) {
			if one != name {
				tables = append(tables, one, sheltersFile(t, "../../examples/secondcounty/data/"+one))
			}
		}
		c := sheltersContext(t, "990101", "2023-2027", append(tables, name, text)...)
		plan := sheltersFile(t, "../../examples/secondcounty/plan/reserves.yaml")
		p := ReservesPlan(sheltersMap(t, "reserves.yaml", PlanFormat, plan, c), c)
		m := sheltersMap(t, "county.yaml", CountyFormat, "format: "+CountyFormat+"\n"+secondReserves, c)
		r := ReservesRecords(m, c)
		var faults *spec.Faults
		if err := c.Faults.Err(); err != nil && !errors.As(err, &faults) {
			t.Fatal(err)
		}
		for _, f := range reserves.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Findings() {
			if f.Verdict == spec.Unknown && len(f.Missing) == 0 && f.Reason.Code != spec.ReasonNotDue {
				t.Errorf("%s is unknown and asks for nothing: %s", f.Rule, f.Reason.Text.EN)
			}
		}
	})
}
