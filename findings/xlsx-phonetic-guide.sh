#!/usr/bin/env bash
# A guide to how one name is said makes ExcelJS drop the cell and every row after it.
#
# Versions: exceljs 4.4.0 (npm); openpyxl 3.1.5, python-calamine 0.9.1 (Python).
# Behaviour: a cell's own text may carry a phonetic guide (`rPh` in an inline string, ECMA-376
#   part 1, 18.4.6). ExcelJS then finds no value in the cell and ends the sheet there: of four rows
#   two are left, without an error. Its streaming reader keeps the rows, and gives the guide in place
#   of the name.
# Expected: the name, as in openpyxl and calamine, and the rows that follow.
# Why it matters: what is missing is at the end, where nobody looks, and no error is raised. A list
#   of people to be asked to a meeting is short by everybody after the first such name.
# support-panel: nothing; it has no use for such guides.
#
# Output seen, line by line; the script fails where it prints anything else:
# > openpyxl: Name | Niamh | Owen | Priya
# > calamine: Name | Niamh | Owen | Priya
# > exceljs: Name | undefined
# > exceljs, streaming: Name | Neev | Owen | Priya
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund exceljs@4.4.0

seen=$(
  venv/bin/python - <<'PY'
import io, zipfile
import openpyxl, python_calamine

book = openpyxl.Workbook()
for name in ("Name", "Niamh", "Owen", "Priya"):
    book.active.append([name])
plain = io.BytesIO()
book.save(plain)
guide = b'<rPh sb="0" eb="5"><t>Neev</t></rPh>'
with zipfile.ZipFile(plain) as source:
    parts = {name: source.read(name) for name in source.namelist()}
sheet = "xl/worksheets/sheet1.xml"
guided = parts[sheet].replace(b"<t>Niamh</t>", b"<t>Niamh</t>" + guide)
assert guided != parts[sheet], "openpyxl no longer writes inline strings"
with zipfile.ZipFile("people.xlsx", "w") as target:
    for name, part in {**parts, sheet: guided}.items():
        target.writestr(name, part)
rows = openpyxl.load_workbook("people.xlsx").active.values
print("openpyxl:", " | ".join(str(cell) for (cell,) in rows))
rows = python_calamine.CalamineWorkbook.from_path("people.xlsx").get_sheet_by_index(0).to_python()
print("calamine:", " | ".join(str(cell) for (cell,) in rows))
PY
  cat > read.mjs <<'JS'
import ExcelJS from "exceljs";

const first = (row) => String(row.getCell(1).value);
const [book, cells, streamed] = [new ExcelJS.Workbook(), [], []];
await book.xlsx.readFile("people.xlsx");
book.worksheets[0].eachRow((row) => cells.push(first(row)));
console.log("exceljs:", cells.join(" | "));
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader("people.xlsx"))
  for await (const row of sheet) streamed.push(first(row));
console.log("exceljs, streaming:", streamed.join(" | "));
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
