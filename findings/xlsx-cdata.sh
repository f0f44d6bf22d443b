#!/usr/bin/env bash
# "Ann & Bell", put into a workbook as CDATA, is an empty cell in two readers.
#
# Versions: exceljs 4.4.0, read-excel-file 9.3.17, xlsx 0.18.5 (npm); openpyxl 3.1.5,
#   python-calamine 0.9.1 (Python).
# Behaviour: a CDATA section is one of the ways in which XML writes text (XML 1.0, 2.7), with which
#   a template need not escape `&`. ExcelJS and read-excel-file read the cell as empty. Of a text
#   with a comment in it (2.5) read-excel-file keeps what comes after, and xlsx takes the comment
#   for text.
# Expected: "Ann & Bell" and "Ann Bell". CDATA is not markup of SpreadsheetML but of XML, so that no
#   reader of the format is asked whether it supports it.
# Why it matters: case systems fill a template with text from people, and CDATA is how a template is
#   made safe for that. The cells that people wrote are the empty ones.
# support-panel: its workbooks have neither, and texts are escaped.
#
# Output seen, line by line; the script fails where it prints anything else:
# > in the sheet, openpyxl: ['Ann & Bell', 'Ann & Bell', 'Ann Bell']
# > in the sheet, calamine: ['Ann & Bell', 'Ann & Bell', 'Ann Bell']
# > shared, openpyxl: ['Ann & Bell', 'Ann & Bell', 'Ann Bell']
# > shared, calamine: ['Ann & Bell', 'Ann & Bell', 'Ann Bell']
# > in the sheet, exceljs: ["Ann & Bell",null,"Ann Bell"]
# > in the sheet, read-excel-file: ["Ann & Bell",null,"Bell"]
# > in the sheet, xlsx: ["Ann & Bell","Ann & Bell","Ann<!-- x --> Bell"]
# > shared, exceljs: ["Ann & Bell","","Ann Bell"]
# > shared, read-excel-file: ["Ann & Bell",null,"Bell"]
# > shared, xlsx: ["Ann & Bell","Ann & Bell","Ann<!-- x --> Bell"]
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
npm install --silent --no-audit --no-fund exceljs@4.4.0 read-excel-file@9.3.17 xlsx@0.18.5

seen=$(
  venv/bin/python - <<'PY'
import zipfile
import openpyxl, python_calamine, xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
with xlsxwriter.Workbook("empty.xlsx") as book:
    book.add_worksheet("Sheet").write_string(0, 0, "cell")
TEXTS = ["Ann &amp; Bell", "<![CDATA[Ann & Bell]]>", "Ann<!-- x --> Bell"]
for place in ("in the sheet", "shared"):
    with zipfile.ZipFile("empty.xlsx") as source, zipfile.ZipFile(f"{place}.xlsx", "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            if name == SHEET:
                start, end = part.index("<sheetData>"), part.index("</sheetData>")
                cells = "".join(
                    f'<c r="{column}1" t="inlineStr"><is><t>{text}</t></is></c>'
                    if place == "in the sheet" else f'<c r="{column}1" t="s"><v>{index}</v></c>'
                    for index, (column, text) in enumerate(zip("ABC", TEXTS)))
                part = f'{part[:start]}<sheetData><row r="1">{cells}</row>{part[end:]}'
            elif name == "xl/sharedStrings.xml" and place == "shared":
                start = part.index(">", part.index("<sst")) + 1
                items = "".join(f"<si><t>{text}</t></si>" for text in TEXTS)
                part = f"{part[:start]}{items}</sst>"
            target.writestr(name, part)
    row = [cell.value for cell in openpyxl.load_workbook(f"{place}.xlsx").active[1]]
    print(f"{place}, openpyxl: {row}")
    other = python_calamine.CalamineWorkbook.from_path(f"{place}.xlsx")
    print(f"{place}, calamine: {other.get_sheet_by_index(0).to_python()[0]}")
PY
  cat > read.mjs <<'JS'
import ExcelJS from "exceljs";
import { readSheet } from "read-excel-file/node";
import XLSX from "xlsx";

for (const place of ["in the sheet", "shared"]) {
  const show = (name, row) => console.log(`${place}, ${name}: ${JSON.stringify(row)}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`${place}.xlsx`);
  show("exceljs", ["A1", "B1", "C1"].map((name) => book.worksheets[0].getCell(name).value));
  try {
    show("read-excel-file", (await readSheet(`${place}.xlsx`))[0]);
  } catch (error) {
    console.log(`${place}, read-excel-file: ${error.message}`);
  }
  const other = XLSX.readFile(`${place}.xlsx`).Sheets.Sheet;
  show("xlsx", ["A1", "B1", "C1"].map((name) => other[name]?.v ?? null));
}
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
