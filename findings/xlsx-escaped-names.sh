#!/usr/bin/env bash
# A column named Due_x0020_Date is read as that or as "Due Date", and written so that it changes.
#
# Versions: openpyxl 3.1.5, xlsxwriter 3.3.1, python-calamine 0.9.1 (Python); exceljs 4.4.0,
#   xlsx 0.18.5 (npm).
# Behaviour: in a text of a workbook, `_xHHHH_` stands for the character of that number, and a text
#   that has these seven characters itself is written with `_x005F_` in front (ECMA-376 part 1,
#   22.9.2.19). Of four writers only xlsxwriter does so. Of four readers calamine and xlsx decode
#   everywhere, ExcelJS in the table of shared texts but not in a cell, and openpyxl takes away
#   `_x005F_` there and nothing else. ExcelJS and xlsx do not read back what they wrote themselves.
# Expected: the name that was written, whoever reads it.
# Why it matters: SharePoint names its columns so, with `_x0020_` for a blank, and exports go
#   through these libraries. The join on the name of a column finds nothing, or finds two.
# support-panel: the headings of its workbook are plain words.
#
# Output seen, line by line; the script fails where it prints anything else:
# > written by openpyxl: openpyxl "Due_x0020_Date" calamine "Due Date" exceljs "Due_x0020_Date" xlsx "Due Date"
# > written by xlsxwriter: openpyxl "Due_x0020_Date" calamine "Due_x0020_Date" exceljs "Due_x0020_Date" xlsx "Due_x0020_Date"
# > written by exceljs: openpyxl "Due_x0020_Date" calamine "Due Date" exceljs "Due Date" xlsx "Due Date"
# > written by xlsx: openpyxl "Due_x0020_Date" calamine "Due Date" exceljs "Due_x0020_Date" xlsx "Due Date"
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 xlsxwriter==3.3.1 python-calamine==0.9.1
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5

venv/bin/python - <<'PY'
import openpyxl, xlsxwriter

NAME = "Due_x0020_Date"
book = openpyxl.Workbook()
book.active.append([NAME])
book.save("openpyxl.xlsx")
book = xlsxwriter.Workbook("xlsxwriter.xlsx")
book.add_worksheet().write_string(0, 0, NAME)
book.close()
PY
cat >write.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const name = "Due_x0020_Date";
const book = new ExcelJS.Workbook();
book.addWorksheet("Sheet").addRow([name]);
await book.xlsx.writeFile("exceljs.xlsx");
const other = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(other, XLSX.utils.aoa_to_sheet([[name]]), "Sheet");
XLSX.writeFile(other, "xlsx.xlsx");
JS
node write.mjs
cat >read.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const file = process.argv[2];
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(file);
const { Sheets, SheetNames } = XLSX.readFile(file);
console.log(`exceljs "${book.worksheets[0].getCell("A1").value}"` +
  ` xlsx "${Sheets[SheetNames[0]].A1.v}"`);
JS
seen=$(
  venv/bin/python - <<'PY'
import subprocess
import openpyxl, python_calamine

for writer in ("openpyxl", "xlsxwriter", "exceljs", "xlsx"):
    file = f"{writer}.xlsx"
    by_calamine = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    others = subprocess.run(["node", "read.mjs", file], capture_output=True, text=True).stdout
    print(f'written by {writer}: openpyxl "{openpyxl.load_workbook(file).active["A1"].value}"',
          f'calamine "{by_calamine[0][0]}"', others.strip())
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
