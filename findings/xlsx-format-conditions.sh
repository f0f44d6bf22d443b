#!/usr/bin/env bash
# A date whose format leaves a zero blank is a number to openpyxl and calamine.
#
# Versions: openpyxl 3.1.5, python-calamine 0.9.1 (Python); exceljs 4.4.0, read-excel-file 9.3.17,
#   xlsx 0.18.5 (npm).
# Behaviour: a number format has up to four sections, and a section may say for which numbers it is
#   (ECMA-376 part 1, 18.8.31): `[=0]"";dd/mm/yyyy` shows no date where there is none. openpyxl and
#   calamine ask the first section only, whatever its condition, and give 46107. The others ask
#   whether there is a date in any section. Where the first section is the date and another one
#   applies, all five make a date of a number.
# Expected: 26 March 2026 twice and the number 12, as xlsx has them as text.
# Why it matters: "blank if none" is what people ask of a column of due dates. The whole column
#   comes out as numbers in one program and as dates in the other.
# support-panel: its workbooks have formats of one section.
#
# Output seen, line by line; the script fails where it prints anything else:
# > openpyxl: 46107 46107 1900-01-12
# > calamine: 46107 46107 1900-01-12
# > exceljs: 2026-03-26 2026-03-26 1900-01-11
# > read-excel-file: 2026-03-26 2026-03-26 1900-01-11
# > xlsx: 2026-03-26 2026-03-26 1900-01-11
# > xlsx, as text: 26/03/2026, 26/03/2026, 12 weeks
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
import openpyxl, python_calamine, xlsxwriter

with xlsxwriter.Workbook("dates.xlsx") as book:
    sheet = book.add_worksheet("Sheet")
    for column, (value, code) in enumerate([
        (46107, '[=0]"";dd/mm/yyyy'),
        (46107, '[<43831]"before 2020";dd/mm/yyyy'),
        (12, '[>=43831]dd/mm/yyyy;0" weeks"'),
    ]):
        sheet.write_number(0, column, value, book.add_format({"num_format": code}))

def show(value):
    return f"{value:%Y-%m-%d}" if hasattr(value, "year") else f"{value:g}"

print("openpyxl:", *(show(cell.value) for cell in openpyxl.load_workbook("dates.xlsx").active[1]))
sheet = python_calamine.CalamineWorkbook.from_path("dates.xlsx").get_sheet_by_index(0)
print("calamine:", *map(show, sheet.to_python()[0]))
PY
  cat > read.mjs <<'JS'
import ExcelJS from "exceljs";
import { readSheet } from "read-excel-file/node";
import XLSX from "xlsx";

const show = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("dates.xlsx");
console.log("exceljs:", ...book.worksheets[0].getRow(1).values.slice(1).map(show));
console.log("read-excel-file:", ...(await readSheet("dates.xlsx"))[0].map(show));
const sheet = XLSX.readFile("dates.xlsx", { cellDates: true }).Sheets.Sheet;
console.log("xlsx:", ...["A1", "B1", "C1"].map((name) => show(sheet[name].v)));
console.log("xlsx, as text:", ["A1", "B1", "C1"].map((name) => sheet[name].w).join(", "));
JS
  TZ=UTC node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
