#!/usr/bin/env bash
# A number shown as "3.5 h" or "4 d" is a date of January 1900 in ExcelJS.
#
# Versions: exceljs 4.4.0, xlsx 0.18.5 (npm); openpyxl 3.1.5, python-calamine 0.9.1 (Python).
# Behaviour: a number format may show a letter as it is, after a backslash (ECMA-376 part 1, 18.8.31),
#   and may leave the room that a letter takes, after an underscore. ExcelJS looks for d, h, m, s and
#   y outside of quotes and brackets: with `0.0\ \h`, `0\ \d` or `0_d` the cell is a Date, and with the
#   letter in quotes it is the number. `[ss]`, a time in seconds, is a number to it.
# Expected: the number, as in the other three; the letter after a backslash is text.
# Why it matters: hours worked and days late have such units. What was a number is a Date, whose
#   value in a sum is milliseconds since 1970, far below zero; the next column, in quotes, is right.
# support-panel: the rule for its workbooks is a unit in the heading and none in the number format.
#
# Output seen, line by line; the script fails where it prints anything else:
# > 0.0\ \h: openpyxl 3.5, calamine 3.5, exceljs 1900-01-02T12:00, xlsx 3.5 shown as "3.5 h"
# > 0\ \d: openpyxl 3.5, calamine 3.5, exceljs 1900-01-02T12:00, xlsx 3.5 shown as "4 d"
# > 0_d: openpyxl 3.5, calamine 3.5, exceljs 1900-01-02T12:00, xlsx 3.5 shown as "4 "
# > 0.0" h": openpyxl 3.5, calamine 3.5, exceljs 3.5, xlsx 3.5 shown as "3.5 h"
# > 0: openpyxl 3.5, calamine 3.5, exceljs 3.5, xlsx 3.5 shown as "4"
# > [ss]: openpyxl 3 days, 12:00:00, calamine 3 days, 12:00:00, exceljs 3.5, xlsx 1900-01-02T12:00 shown as "302400"
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5

cat >read.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const book = new ExcelJS.Workbook();
await book.xlsx.readFile("t.xlsx");
const { Sheets, SheetNames } = XLSX.readFile("t.xlsx", { cellDates: true });
book.worksheets[0].eachRow((row, index) => {
  const show = (value) => (value instanceof Date ? value.toISOString().slice(0, 16) : value);
  const cell = Sheets[SheetNames[0]][`A${index}`];
  console.log(`exceljs ${show(row.getCell(1).value)}, xlsx ${show(cell.v)} shown as "${cell.w}"`);
});
JS
seen=$(
  venv/bin/python - <<'PY'
import subprocess
import openpyxl, python_calamine

FORMATS = [r"0.0\ \h", r"0\ \d", "0_d", '0.0" h"', "0", "[ss]"]
book = openpyxl.Workbook()
for row, code in enumerate(FORMATS, 1):
    book.active.cell(row, 1, 3.5).number_format = code
book.save("t.xlsx")
by_openpyxl = [row[0] for row in openpyxl.load_workbook("t.xlsx").active.iter_rows(values_only=True)]
sheet = python_calamine.CalamineWorkbook.from_path("t.xlsx").get_sheet_by_index(0)
others = subprocess.run(["node", "read.mjs"], capture_output=True, text=True).stdout.splitlines()
for code, one, (two,), rest in zip(FORMATS, by_openpyxl, sheet.to_python(), others, strict=True):
    print(f"{code}: openpyxl {one}, calamine {two}, {rest}")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
