package strict

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// The codes of the faults this package files. They never change.
const (
	CodeTooLarge   = "input.too-large"
	CodeTooMany    = "input.too-many-parts"
	CodeMoreFaults = "input.more-faults"
	CodeNotReadOn  = "input.not-read-on"

	CodeBrokenUTF8 = "text.broken-utf8"
	CodeNUL        = "text.nul"
	CodeControl    = "text.control"
	CodeLongLine   = "text.long-line"
	CodeBlank      = "text.blank"

	CodeEmpty          = "yaml.empty"
	CodeSyntax         = "yaml.syntax"
	CodeSecondDocument = "yaml.second-document"
	CodeDirective      = "yaml.directive"
	CodeAlias          = "yaml.alias"
	CodeTag            = "yaml.tag"
	CodeDepth          = "yaml.depth"
	CodeKey            = "yaml.key"
	CodeDuplicateKey   = "yaml.duplicate-key"
	CodeUnknownKey     = "yaml.unknown-key"
	CodeMissingKey     = "yaml.missing-key"
	CodeMissingFormat  = "yaml.missing-format"
	CodeUnknownFormat  = "yaml.unknown-format"
	CodeWrongType      = "yaml.wrong-type"
	CodeEmptyValue     = "yaml.empty-value"
	CodeUnknownValue   = "yaml.unknown-value"
	CodeDuplicateItem  = "yaml.duplicate-item"
	CodeConflict       = "yaml.conflict"
	CodeValue          = "yaml.value"

	CodeUnitMissing  = "unit.missing"
	CodeUnitUnknown  = "unit.unknown"
	CodeUnitConflict = "unit.conflict"

	CodeTableEmpty      = "table.empty"
	CodeUnknownHeader   = "table.unknown-header"
	CodeDuplicateHeader = "table.duplicate-header"
	CodeMissingHeader   = "table.missing-header"
	CodeEmptyRow        = "table.empty-row"
	CodeCells           = "table.cells"
	CodeEmptyCell       = "table.empty-cell"
	CodeQuote           = "table.quote"
	CodeThousands       = "table.thousands"
	CodeCellValue       = "table.unknown-value"
	CodePersonNumber    = "table.person-number"

	CodeUnknownFile = "folder.unknown-file"
	CodeSubfolder   = "folder.subfolder"
	CodeNotAFile    = "folder.not-a-file"
	CodeUnreadable  = "folder.unreadable"

	CodeOverlaySource = "overlay.no-source"
	CodeOverlayRemove = "overlay.nothing-to-remove"
)

// Code is a kind of fault with its meaning (错误代码).
type Code struct {
	Code    string    // permanent, as yaml.unknown-key
	Meaning spec.Text // one phrase
}

var codes = [...]Code{
	{CodeTooLarge, spec.T("the file is larger than the limit", "文件超过大小上限")},
	{CodeTooMany, spec.T("the document has more parts than the limit", "文档的组成部分超过数量上限")},
	{CodeMoreFaults, spec.T("the file has more faults than are listed", "文件的错误多于所列")},
	{CodeNotReadOn, spec.T("the file has so many faults that its last rows were not read", "文件错误过多，末尾各行未再读取")},
	{CodeBrokenUTF8, spec.T("the text is neither UTF-8 nor, in a table, GB18030", "文本不是 UTF-8 编码，表格也不是 GB18030 编码")},
	{CodeNUL, spec.T("the text holds a NUL byte", "文本含有空字节")},
	{CodeControl, spec.T("the text holds a control character", "文本含有控制字符")},
	{CodeLongLine, spec.T("a line or a cell is longer than the limit", "某行或某单元格超过长度上限")},
	{CodeBlank, spec.T("a text begins or ends with a blank", "文字首尾有空白")},
	{CodeEmpty, spec.T("the document is empty", "文档为空")},
	{CodeSyntax, spec.T("the document is not YAML", "文档不符合 YAML 语法")},
	{CodeSecondDocument, spec.T("the file holds a second document", "文件含有第二个文档")},
	{CodeDirective, spec.T("the document has a directive", "文档含有指令行")},
	{CodeAlias, spec.T("the document has an anchor, an alias or a merge key", "文档含有锚点、引用或合并键")},
	{CodeTag, spec.T("the document has a type tag", "文档含有类型标签")},
	{CodeDepth, spec.T("the document is nested too deeply", "文档嵌套过深")},
	{CodeKey, spec.T("a key is not a text", "键不是文字")},
	{CodeDuplicateKey, spec.T("a key occurs twice", "键重复")},
	{CodeUnknownKey, spec.T("a key is not known", "键未定义")},
	{CodeMissingKey, spec.T("a required key is missing", "缺少必填的键")},
	{CodeMissingFormat, spec.T("the document does not begin with its format", "文档未以格式声明开头")},
	{CodeUnknownFormat, spec.T("the format of the document is not the one expected", "文档格式与要求不符")},
	{CodeWrongType, spec.T("a value has the wrong shape", "值的类型不对")},
	{CodeEmptyValue, spec.T("a value is empty", "值为空")},
	{CodeUnknownValue, spec.T("a value is not one of the known ones", "值不在允许范围内")},
	{CodeDuplicateItem, spec.T("an item occurs twice in a list", "列表中有重复项")},
	{CodeConflict, spec.T("two keys exclude each other", "两个键不能同时出现")},
	{CodeValue, spec.T("a value cannot be read", "值无法读取")},
	{CodeUnitMissing, spec.T("a quantity has no unit", "数量缺少单位")},
	{CodeUnitUnknown, spec.T("a unit is not known here", "单位未定义或不适用")},
	{CodeUnitConflict, spec.T("a cell has another unit than its header", "单元格单位与表头单位不一致")},
	{CodeTableEmpty, spec.T("the table is empty", "表格为空")},
	{CodeUnknownHeader, spec.T("a header is not known", "表头未定义")},
	{CodeDuplicateHeader, spec.T("a column occurs twice", "列重复")},
	{CodeMissingHeader, spec.T("a required column is missing", "缺少必填的列")},
	{CodeEmptyRow, spec.T("an empty row stands between rows", "数据行之间有空行")},
	{CodeCells, spec.T("a row has too few or too many cells", "某行单元格数量不对")},
	{CodeEmptyCell, spec.T("a required cell is empty", "必填单元格为空")},
	{CodeQuote, spec.T("a quotation mark is out of place", "引号位置不对")},
	{CodeThousands, spec.T("thousands separators are out of place", "千分位分隔符位置不对")},
	{CodeCellValue, spec.T("a cell is not one of the known values", "单元格的值不在允许范围内")},
	{CodePersonNumber, spec.T("a cell that names a post or a body holds what may be a telephone or identity number", "填写岗位或单位的单元格含有疑似电话或身份证件号码")},
	{CodeUnknownFile, spec.T("a file of the folder is not known", "文件夹中有未定义的文件")},
	{CodeSubfolder, spec.T("the folder has a subfolder", "文件夹中有子文件夹")},
	{CodeNotAFile, spec.T("a name is not that of a regular file", "该名称不是普通文件")},
	{CodeUnreadable, spec.T("a file or folder cannot be read", "文件或文件夹无法读取")},
	{CodeOverlaySource, spec.T("an overlay changes what says where it stands without saying where the change stands", "叠加内容修改了有出处的数值而未写明新的出处")},
	{CodeOverlayRemove, spec.T("an overlay takes away an item that is not there", "叠加内容删除的条目不存在")},
}

// Codes returns every code of this package with its meaning, in a fixed order.
// The codes of package measure come on top where a number or a date is read.
func Codes() []Code { return slices.Clone(codes[:]) }
