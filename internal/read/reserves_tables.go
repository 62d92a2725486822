package read

import (
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

const (
	supplyItemsTable = "supply_items.csv"
	supplyNormsTable = "supply_norms.csv"
)

// several splits a cell that lists names with 、 or ; between them.
func several(cell strict.Cell) []string {
	text, ok := cell.Text()
	if !ok {
		return nil
	}
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == ';' || r == '；' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// supplyItems reads the county's own items. Their norms stand in
// supply_norms.csv.
func (c *Context) supplyItems(r *reserves.Records) {
	table, ok := c.Table(supplyItemsTable, []strict.Column{
		{Name: "code", Aliases: []string{"物资代码", "代码"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "物资名称"}, Required: true},
		{Name: "name_en", Aliases: []string{"英文名称"}, Required: true},
		{Name: "aliases", Aliases: []string{"别名"}},
		{Name: "class", Aliases: []string{"分类代码"}},
		{Name: "category", Aliases: []string{"类别", "物资类别"}, Required: true},
		{Name: "essential", Aliases: []string{"是否必需"}, Required: true},
		{Name: "unit", Aliases: []string{"计量单位", "单位"}, Required: true},
		{Name: "words", Aliases: []string{"其他量词"}},
		{Name: "hazards", Aliases: []string{"适用灾种"}},
		{Name: "shelf_life_months", Aliases: []string{"保质期月数"}},
		{Name: "per_vehicle", Aliases: []string{"每车装载量"}},
		{Name: "price", Aliases: []string{"单价"}},
	})
	if !ok {
		return
	}
	seen := map[string]int{}
	for row := range table.Rows() {
		var item reserves.Item
		code := row.Cell("code").Required()
		item.Code, ok = code.Text()
		if !ok || c.Duplicate(seen, item.Code, code) {
			continue
		}
		item.Name.ZH, _ = row.Cell("name").Required().Text()
		item.Name.EN, _ = row.Cell("name_en").Required().Text()
		item.Aliases = several(row.Cell("aliases"))
		item.Class, _ = strict.CellValue(row.Cell("class"), reserves.ParseClassCode)
		item.Category, _ = strict.CellChoice(row.Cell("category").Required(), reserves.ParseCategory, codesOf(reserves.Categories())...)
		item.Essential, _ = row.Cell("essential").Required().Bool()
		unit, _ := row.Cell("unit").Required().Text()
		item.Unit = spec.Unit(unit)
		for _, word := range several(row.Cell("words")) {
			item.Words = append(item.Words, spec.Unit(word))
		}
		for _, name := range several(row.Cell("hazards")) {
			hazard, ok := hazards.ParseNatural(name)
			if !ok {
				row.Cell("hazards").Fault(strict.CodeCellValue, name, spec.Textf("unknown hazard %q", "未知灾种 %q", spec.Shorten(name)))
				continue
			}
			item.Hazards = append(item.Hazards, hazard)
		}
		item.ShelfLife = c.inTable(row.Cell("shelf_life_months").Count())
		item.PerVehicle = c.inTable(row.Cell("per_vehicle").Count())
		if price, ok := row.Cell("price").Money(); ok {
			item.Price = spec.Cite(price, c.Source)
		}
		r.Items = append(r.Items, item)
	}
	table.Finish()
}

// inTable cites a count as the county's own figure; none is not supplied.
func (c *Context) inTable(n measure.Count, ok bool) spec.Figure[measure.Count] {
	if !ok || n == 0 {
		return spec.Figure[measure.Count]{}
	}
	return spec.Cite(n, c.Source)
}

// supplyNorms reads the county's own norms, one line an item, each with its
// source.
func (c *Context) supplyNorms(r *reserves.Records) {
	table, ok := c.Table(supplyNormsTable, []strict.Column{
		{Name: "item", Aliases: []string{"物资代码", "物资"}, Required: true},
		{Name: "kind", Aliases: []string{"口径"}, Required: true},
		{Name: "quantity", Aliases: []string{"数量"}, Required: true},
		{Name: "unit", Aliases: []string{"计量单位", "单位"}},
		{Name: "group", Aliases: []string{"每组人数"}},
		{Name: "of", Aliases: []string{"人群"}},
		{Name: "document", Aliases: []string{"依据文件"}, Required: true},
		{Name: "number", Aliases: []string{"文号"}},
		{Name: "place", Aliases: []string{"条款"}},
		{Name: "standing", Aliases: []string{"依据效力"}, Required: true},
	})
	if !ok {
		return
	}
	seen := map[string]int{}
	for row := range table.Rows() {
		var norm reserves.Norm
		item := row.Cell("item").Required()
		name, ok := item.Text()
		if !ok || c.Duplicate(seen, name, item) {
			continue
		}
		kind := row.Cell("kind").Required()
		norm.Kind, _ = strict.CellChoice(kind, reserves.ParseNormKind, codesOf(reserves.NormKinds())...)
		quantity := row.Cell("quantity").Required()
		norm.Quantity, _ = quantity.Quantity()
		unit, _ := row.Cell("unit").Text()
		norm.Unit = spec.Unit(unit)
		norm.Group, _ = row.Cell("group").People()
		norm.Of, _ = strict.CellChoice(row.Cell("of"), reserves.ParsePopulation, codesOf(reserves.Populations())...)
		var source spec.Source
		source.Document, _ = row.Cell("document").Required().Text()
		source.Number, _ = row.Cell("number").Text()
		source.Place, _ = row.Cell("place").Text()
		source.Standing, _ = strict.CellChoice(row.Cell("standing").Required(), spec.ParseStanding, "in-plan", "statute", "standard", "published", "unverified", "ours", "invented")
		if err := norm.Check(reserves.Item{Code: name, Unit: norm.Unit}); err != nil && norm.Kind != 0 {
			quantity.Fault(reserves.FaultNormSize, quantity.Literal(), spec.Textf("the norm of %s asks for nothing", "%s 的配备标准为零", name))
			continue
		}
		r.Norms = append(r.Norms, reserves.ItemNorm{Item: name, Norm: spec.Cite(norm, source), Row: row.Line()})
	}
	table.Finish()
}
