package reserves

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// normsFinding counts the norms that rest on no firm source, and names them.
func (a *Assessment) normsFinding() spec.Finding {
	f := a.about(ruleNorms, spec.Source{})
	f.Unit = spec.Items
	var open []string
	essential := 0
	for _, item := range a.Items {
		if !item.Essential {
			continue
		}
		essential++
		if !item.Norm.Known() {
			open = append(open, item.Code)
			continue
		}
		norm := item.Norm
		input(&f, item.Code+".norm", spec.Textf("%s: norm %s", "%s：配备标准（%s）", item.Name, norm.Value), quantity(norm.Value.Quantity), item.Unit, norm.Source)
		if !norm.Source.Standing.Firm() {
			open = append(open, item.Code)
		}
	}
	if len(a.records.Profiles) > 0 {
		noted(&f, "profiles", spec.T("sets of norms chosen", "所选定额方案"), strings.Join(a.records.Profiles, ", "))
	}
	if err := a.itemFaults.Err(); err != nil {
		noted(&f, "faults", spec.T("items and norms that do not fit and are left out", "未采用的品目和定额"), a.itemFaults.In(spec.Chinese))
	}
	if essential == 0 {
		return unknown(f, spec.T("the plan lists no essential items", "规划未列必需物资"), need(needItems, "", spec.T("which items must the stock hold, and how much of each per person?", "应储备哪些物资，每人（组、户、日）配备多少？")))
	}
	input(&f, "essential", spec.T("essential items", "必需物资品种"), spec.Whole(essential), spec.Items, spec.Source{})
	input(&f, "firm", spec.T("norms that rest on a firm source", "依据充分的标准"), spec.Whole(essential-len(open)), spec.Items, spec.Source{})
	f.Actual = spec.Whole(len(open))
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%d of %d norms rest on no firm source%s", "%[2]d 项标准中 %[1]d 项依据不足%[3]s", len(open), essential, within(open)))
	if a.itemFaults.Err() != nil {
		left := strings.NewReplacer("\n", "; ")
		f.Reason.Text = spec.Textf("%s; do not fit and are left out: %s", "%s；不符合而未采用：%s", f.Reason.Text,
			spec.T(left.Replace(a.itemFaults.In(spec.English)), left.Replace(a.itemFaults.In(spec.Chinese))))
	}
	if len(open) > 0 {
		f.Missing = []spec.Need{need(needNorms, "", spec.Textf("what does the county or the municipality prescribe for: %s?", "本县或本市对以下物资规定的配备标准是多少：%s？", a.itemsNamed(open)))}
	}
	return f
}

func silent() spec.Text {
	return spec.T("the plan says nothing of relief supplies", "规划未涉及应急物资")
}

// within writes a list in brackets.
func within(ids []string) spec.Text {
	if len(ids) == 0 {
		return spec.Text{}
	}
	return spec.T(" ("+listed(ids)+")", "（"+listed(ids)+"）")
}

func (a *Assessment) claimsFinding() spec.Finding {
	f := a.about(ruleClaims, spec.Source{})
	if a.provisions.isSilent() {
		return notInPlan(f, silent())
	}
	if !a.records.HasClaims || !a.records.HasStock {
		return unknown(f, spec.T("what other plans claim of the stock is not known", "其他预案和用途对储备的占用尚不可知"),
			need(needClaims, "", spec.T("which plans and purposes claim which lots, and how much of each?", "哪些预案和用途占用哪些批次、各占用多少？")))
	}
	var short []string
	for _, g := range a.Grants {
		if !g.Refused.IsZero() {
			short = append(short, g.ID)
			input(&f, g.ID+".refused", spec.Textf("%s: claimed of %s beyond what is left", "%s：对 %s 的占用超出余量", g.ID, g.Lot), quantity(g.Refused), "", spec.Source{})
		}
	}
	if len(a.Grants) == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("nothing is claimed", "没有占用"))
		return f
	}
	input(&f, "claims", spec.T("claims", "占用项数"), spec.Whole(len(a.Grants)), spec.Items, spec.Source{})
	input(&f, "cut", spec.T("claims not granted in full", "未足额核给项数"), spec.Whole(len(short)), spec.Items, spec.Source{})
	ofAll(&f, len(a.Grants)-len(short), len(a.Grants), spec.Items)
	f.Reason.Text = spec.Textf("%d of %d claims are granted in full%s", "%[2]d 项占用中 %[1]d 项足额核给%[3]s", len(a.Grants)-len(short), len(a.Grants), within(short))
	return f
}

func (a *Assessment) ledgerFinding() spec.Finding {
	f := a.about(ruleLedger, spec.Source{})
	if a.provisions.isSilent() {
		return notInPlan(f, silent())
	}
	if !a.records.HasMovements || !a.records.HasStock {
		return unknown(f, spec.T("the movements of the stock are not known", "出入库情况尚不可知"),
			need(needMovements, "", spec.T("which lots moved in, out, to other stores, on loan and back, and which were lost, when and by which voucher?",
				"各批次何时、凭何单据入库、出库、调拨、借出、归还、核销？")))
	}
	moves := 0
	var bare, wrong []string
	for _, m := range a.records.Movements {
		if m.On.After(a.AsOf) {
			continue
		}
		moves++
		if m.Voucher == "" {
			bare = append(bare, m.ID)
		}
	}
	for _, fault := range a.moveFaults.All() {
		if !slices.Contains(wrong, fault.Path) {
			wrong = append(wrong, fault.Path)
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: fault.Path + "." + fault.Code, Label: spec.Textf("movement %s", "出入库记录 %s", fault.Path), Text: fault.Message.ZH + " / " + fault.Message.EN})
	}
	if moves == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("nothing has moved", "没有出入库"))
		return f
	}
	for _, id := range bare {
		if !slices.Contains(wrong, id) {
			wrong = append(wrong, id)
		}
	}
	noted(&f, "no-voucher", spec.T("movements without a voucher", "无凭证的出入库记录"), listed(bare))
	input(&f, "movements", spec.T("movements", "出入库笔数"), spec.Whole(moves), spec.Items, spec.Source{})
	input(&f, "wrong", spec.T("movements that cannot be or have no voucher", "无法入账或无凭证的笔数"), spec.Whole(len(wrong)), spec.Items, spec.Source{})
	good := max(0, moves-len(wrong))
	ofAll(&f, good, moves, spec.Items)
	f.Reason.Text = spec.Textf("%d of %d movements can be entered and have a voucher%s", "%[2]d 笔出入库中 %[1]d 笔可入账且有凭证%[3]s", good, moves, within(wrong))
	return f
}

func (a *Assessment) ageingFinding() spec.Finding {
	f := a.about(ruleAgeing, a.provisions.Ahead.Source)
	if a.provisions.isSilent() {
		return notInPlan(f, silent())
	}
	if !a.records.HasStock {
		return unknown(f, spec.T("whether anything expired lies in store is not known", "在库物资是否过期尚不可知"),
			need(needStock+": expiry", "", spec.T("when does each lot expire?", "各批次的失效日期是什么？")))
	}
	if a.provisions.Ahead.Known() {
		input(&f, "ahead", spec.T("days looked ahead", "提前提示天数"), spec.Whole(a.provisions.Ahead.Value), spec.Days, a.provisions.Ahead.Source)
	}
	by := map[Action][]string{}
	for _, line := range a.Ageing {
		by[line.Action] = append(by[line.Action], line.Lot.ID)
		f.Inputs = append(f.Inputs, spec.Input{Name: line.Lot.ID + "." + line.Action.String(), Label: spec.Textf("%s: %s", "%s：%s", line.Lot.ID, line.Action),
			Text: line.Day.String(), Source: line.Source})
		f.Lean(line.Source)
	}
	lots := 0
	for i := range a.held {
		if q, ok := a.held[i].Quantity.Value(); !ok || q.Sign() > 0 {
			lots++
		}
	}
	if lots == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there are no lots", "没有在库批次"))
		return f
	}
	input(&f, "lots", spec.T("lots in store", "在库批次"), spec.Whole(lots), spec.Items, spec.Source{})
	input(&f, "expired", spec.T("lots expired and not written off", "过期未核销批次"), spec.Whole(len(by[WriteOff])), spec.Items, spec.Source{})
	ofAll(&f, lots-len(by[WriteOff]), lots, spec.Items)
	f.Reason.Text = spec.Textf("of %d lots %d are expired%s, %d are to be rotated%s, %d replaced%s", "%d 个批次中，过期应核销 %d 个%s，应轮换 %d 个%s，应更新 %d 个%s",
		lots, len(by[WriteOff]), within(by[WriteOff]), len(by[Rotate]), within(by[Rotate]), len(by[Replace]), within(by[Replace]))
	return f
}

func (a *Assessment) minimumFinding() spec.Finding {
	f := a.about(ruleMinimum, a.provisions.MinimumStock.Source)
	if !a.provisions.MinimumStock.Value {
		return notInPlan(f, spec.T("the plan asks no firm to keep a minimum stock", "规划未要求企业保持最低库存"))
	}
	if !a.records.HasMinimums {
		return unknown(f, spec.T("which firms are to keep which minimum stock is not known", "重点企业及其最低库存尚不可知"),
			need(needMinimums, "", spec.T("which key firms keep which goods, how much at least and how much now? The plan names none", "哪些重点企业储备哪些商品，最低库存和现有库存各多少？规划未列明")))
	}
	var t spec.Tally
	var open []string
	for _, m := range a.records.Minimums {
		v := m.Verdict()
		t.Add(v)
		name := m.Firm + "/" + m.Good
		if v == spec.Unknown {
			open = append(open, name)
		}
		if q, ok := m.Least.Value(); ok {
			input(&f, name+".least", spec.Textf("%s: minimum", "%s：最低库存", name), quantity(q), m.Unit, spec.Source{})
		}
		if q, ok := m.Held.Value(); ok {
			input(&f, name+".held", spec.Textf("%s: held", "%s：现有库存", name), quantity(q), m.Unit, spec.Source{})
		}
		if q, ok := m.Short().Value(); ok && !q.IsZero() {
			input(&f, name+".short", spec.Textf("%s: short", "%s：缺口", name), quantity(q), m.Unit, spec.Source{})
		}
	}
	if t.Total() == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("no firm is to keep a minimum", "没有规定最低库存的企业"))
		return f
	}
	tallyInputs(&f, t)
	ofAll(&f, t.Met, t.Total(), spec.Items)
	if f.Verdict = t.Verdict(); f.Verdict == spec.Unknown {
		partly(&f, need(needMinimums+": least, held", "", spec.Textf("what are the minimum and the stock of: %s?", "以下企业商品的最低库存和现有库存是多少：%s？", a.itemsNamed(open))))
	}
	f.Reason.Text = spec.Textf("%d kept, %d not, %d not known", "达到 %d 项，未达到 %d 项，未知 %d 项", t.Met, t.Unmet, t.Unknown)
	return f
}
