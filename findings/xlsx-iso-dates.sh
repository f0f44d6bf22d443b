#!/usr/bin/env bash
# 26 March 2026, written by openpyxl as an ISO date, is 18 July 1905 in ExcelJS.
#
# Versions: openpyxl 3.1.5, python-calamine 0.9.1 (Python); exceljs 4.4.0, xlsx 0.18.5 (npm).
# Behaviour: a cell may hold its date as text (`t="d"`, ECMA-376 part 1, 18.18.11), and openpyxl
#   writes it so with `Workbook(iso_dates=True)`. ExcelJS takes the digits up to the first hyphen as
#   a serial number: day 2026 of the calendar of 1900. A time of 10:30 becomes 9 January 1900. xlsx
#   0.18.5, the newest in the npm registry, reads the dates but not the time: an invalid Date, and
#   "NaN:NaN:Na" where it is asked for text.
# Expected: the date, or an error for a cell type that the library does not know.
# Why it matters: a due date is read as a valid date of another century without a warning.
#   Every action of such a tracker is a century overdue.
# support-panel: the rule for its workbooks is serial numbers with a date format, no ISO dates.
#
# Output seen, line by line; the script fails where it prints anything else:
# > written: <v>2026-03-26</v> <v>2026-03-26T10:30:00</v> <v>10:30:00</v>
# > openpyxl: 2026-03-26 | 2026-03-26 10:30:00 | 10:30:00
# > calamine: 2026-03-26 | 2026-03-26 10:30:00 | 10:30:00
# > exceljs: 1905-07-18T00:00:00.000Z | 1905-07-18T00:00:00.000Z | 1900-01-09T00:00:00.000Z
# > xlsx: 2026-03-26T00:00:00.000Z | 2026-03-26T10:30:00.000Z | Invalid Date
# > xlsx as text: 2026-03-26 | 2026-03-26 10:30:00 | NaN:NaN:Na
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5

seen=$(
  venv/bin/python - <<'PY'
from datetime import date, datetime, time
import re, zipfile
import openpyxl, python_calamine

book = openpyxl.Workbook(iso_dates=True)
for value in (date(2026, 3, 26), datetime(2026, 3, 26, 10, 30), time(10, 30)):
    book.active.append([value])
book.save("due.xlsx")
sheet = zipfile.ZipFile("due.xlsx").read("xl/worksheets/sheet1.xml").decode()
print("written:", *re.findall(r't="d">(<v>.*?</v>)', sheet))
print("openpyxl:", " | ".join(str(r[0]) for r in openpyxl.load_workbook("due.xlsx").active.values))
book = python_calamine.CalamineWorkbook.from_path("due.xlsx")
print("calamine:", " | ".join(str(r[0]) for r in book.get_sheet_by_index(0).to_python()))
PY
  cat > read.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const text = (date) => (Number.isNaN(date.valueOf()) ? String(date) : date.toISOString());
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("due.xlsx");
const cells = [1, 2, 3].map((row) => book.worksheets[0].getCell(row, 1).value);
console.log("exceljs:", cells.map(text).join(" | "));
const sheet = XLSX.readFile("due.xlsx", { cellDates: true }).Sheets.Sheet;
console.log("xlsx:", ["A1", "A2", "A3"].map((cell) => text(sheet[cell].v)).join(" | "));
console.log("xlsx as text:", ["A1", "A2", "A3"].map((cell) => sheet[cell].w).join(" | "));
JS
  TZ=UTC node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
