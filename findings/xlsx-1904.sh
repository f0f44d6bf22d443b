#!/usr/bin/env bash
# In a workbook of the 1904 calendar one reader moves the dates by four years, another if it says so.
#
# Versions: openpyxl 3.1.5, python-calamine 0.9.1 (Python); exceljs 4.4.0, xlsx 0.18.5 (npm).
# Behaviour: a workbook may count its days from 1904 (`date1904`, ECMA-376 part 1, 18.2.28). xlsx
#   with `cellDates` reports the setting, formats the cell rightly and gives a Date that is 1,462
#   days too early. ExcelJS reads `date1904="1"` and not `date1904="true"`, the other spelling of
#   the same XML boolean, and is then wrong by the same span.
# Expected: one date, whichever way the cell is asked and the setting is spelled.
# Why it matters: workbooks begun on a Mac long ago keep this calendar for life. The date is wrong by
#   a plausible span, so that a child's age and a review both look possible and are not.
# support-panel: the rule for its workbooks is the 1900 calendar, and no date before 1900.
#
# Output seen, line by line; the script fails where it prints anything else:
# > date1904="1", openpyxl: 2026-03-26
# > date1904="1", calamine: 2026-03-26
# > date1904="true", openpyxl: 2026-03-26
# > date1904="true", calamine: 2026-03-26
# > date1904="1", exceljs: 2026-03-26
# > date1904="1", xlsx: 2022-03-25, as text 2026-03-26, setting true
# > date1904="true", exceljs: 2022-03-25
# > date1904="true", xlsx: 2022-03-25, as text 2026-03-26, setting true
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
from datetime import date
import zipfile
import openpyxl, python_calamine
from openpyxl.utils.datetime import CALENDAR_MAC_1904

book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
book.active.append([date(2026, 3, 26)])
book.save("1.xlsx")
with zipfile.ZipFile("1.xlsx") as source, zipfile.ZipFile("true.xlsx", "w") as target:
    for name in source.namelist():
        part = source.read(name)
        target.writestr(name, part.replace(b'date1904="1"', b'date1904="true"'))
for spelled in ("1", "true"):
    cell = openpyxl.load_workbook(f"{spelled}.xlsx").active["A1"].value
    print(f'date1904="{spelled}", openpyxl: {cell:%Y-%m-%d}')
    book = python_calamine.CalamineWorkbook.from_path(f"{spelled}.xlsx")
    print(f'date1904="{spelled}", calamine: {book.get_sheet_by_index(0).to_python()[0][0]}')
PY
  cat > read.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const day = (date) => date.toISOString().slice(0, 10);
for (const spelled of ["1", "true"]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`${spelled}.xlsx`);
  console.log(`date1904="${spelled}", exceljs: ${day(book.worksheets[0].getCell("A1").value)}`);
  const other = XLSX.readFile(`${spelled}.xlsx`, { cellDates: true });
  const { v, w } = other.Sheets.Sheet.A1;
  const setting = other.Workbook.WBProps.date1904;
  console.log(`date1904="${spelled}", xlsx: ${day(v)}, as text ${w}, setting ${setting}`);
}
JS
  TZ=UTC node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
