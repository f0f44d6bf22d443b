#!/usr/bin/env bash
# A workbook that does not number its rows and cells is read by three readers and refused by two.
#
# Versions: openpyxl 3.1.5, python-calamine 0.9.1 (Python); exceljs 4.4.0, read-excel-file 9.3.17,
#   xlsx 0.18.5 (npm).
# Behaviour: a row and a cell may say where they are (`r`, ECMA-376 part 1, 18.3.1.73 and 18.3.1.4)
#   and need not: one without follows the one before it. ExcelJS says "Invalid row number in model",
#   and read-excel-file that it cannot read a property of undefined, as though the file were broken.
# Expected: the two rows, as the other three read them.
# Why it matters: programs that write large files leave `r` out to keep them small. The person who
#   gets the message asks for a new file and gets the same one.
# support-panel: its workbooks number their rows and cells.
#
# Output seen, line by line; the script fails where it prints anything else:
# > numbered, openpyxl: ['Goal', 'Rating'] ['Settled', 6]
# > numbered, calamine: ['Goal', 'Rating'] ['Settled', 6.0]
# > plain, openpyxl: ['Goal', 'Rating'] ['Settled', 6]
# > plain, calamine: ['Goal', 'Rating'] ['Settled', 6.0]
# > numbered, xlsx: [["Goal","Rating"],["Settled",6]]
# > numbered, exceljs: [["Goal","Rating"],["Settled",6]]
# > numbered, read-excel-file: [["Goal","Rating"],["Settled",6]]
# > plain, xlsx: [["Goal","Rating"],["Settled",6]]
# > plain, exceljs: Invalid row number in model
# > plain, read-excel-file: Cannot read properties of undefined (reading 'length')
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
import re, zipfile
import openpyxl, python_calamine, xlsxwriter

with xlsxwriter.Workbook("numbered.xlsx") as book:
    sheet = book.add_worksheet("Sheet")
    sheet.write_row(0, 0, ["Goal", "Rating"])
    sheet.write_row(1, 0, ["Settled", 6])
with zipfile.ZipFile("numbered.xlsx") as source, zipfile.ZipFile("plain.xlsx", "w") as target:
    for name in source.namelist():
        part = source.read(name).decode()
        if name == "xl/worksheets/sheet1.xml":
            part = re.sub(r'<(row|c)\b([^>]*?) r="\w+"', r"<\1\2", part)
            assert " r=" not in part
        target.writestr(name, part)
for name in ("numbered", "plain"):
    rows = openpyxl.load_workbook(f"{name}.xlsx").active.iter_rows(values_only=True)
    print(f"{name}, openpyxl:", *map(list, rows))
    book = python_calamine.CalamineWorkbook.from_path(f"{name}.xlsx")
    print(f"{name}, calamine:", *book.get_sheet_by_index(0).to_python())
PY
  cat > read.mjs <<'JS'
import ExcelJS from "exceljs";
import { readSheet } from "read-excel-file/node";
import XLSX from "xlsx";

const readers = {
  xlsx: (file) => XLSX.utils.sheet_to_json(XLSX.readFile(file).Sheets.Sheet, { header: 1 }),
  exceljs: async (file) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    return book.worksheets[0].getSheetValues().slice(1).map((row) => row.slice(1));
  },
  "read-excel-file": (file) => readSheet(file),
};
for (const name of ["numbered", "plain"])
  for (const [reader, read] of Object.entries(readers))
    try {
      console.log(`${name}, ${reader}: ${JSON.stringify(await read(`${name}.xlsx`))}`);
    } catch (error) {
      console.log(`${name}, ${reader}: ${error.message}`);
    }
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
