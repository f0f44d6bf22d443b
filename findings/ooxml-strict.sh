#!/usr/bin/env bash
# A workbook that is saved as Strict Open XML has no sheet in openpyxl, and six other readers read it.
#
# Versions: python-docx 1.2.0, openpyxl 3.1.5, python-calamine 0.9.1, mammoth 1.13.0, pypandoc-
#   binary 1.17 (pandoc 3.9), docx2python 3.7.1 (Python); exceljs 4.4.0, xlsx 0.18.5, read-excel-
#   file 9.3.17 (npm).
# Behaviour: Word and Excel offer "Strict Open XML" beside the usual format, under the same
#   ending; all that differs here is the names of the namespaces. openpyxl opens such a workbook
#   without an error, and it has no sheets. python-docx says that a relationship is missing. The
#   seven others read both.
# Expected: ECMA-376 part 1 is that format; what is usually written is the transitional one of
#   part 4.
# Why it matters: offices that must archive in the standard format save so. A script that goes
#   through the sheets of every workbook in a folder goes through none of these, and reports
#   nothing.
# support-panel: writes the transitional format, which every program here reads.
#
# Output seen, line by line; the script fails where it prints anything else:
# > python-docx: KeyError, "no relationship of type 'http://schemas.openxmlformats.or
# > mammoth: Ring the school
# > pandoc: Ring the school
# > docx2python: Ring the school
# > openpyxl, sheets: []
# > calamine: [['Due', datetime.date(2026, 3, 26)]]
# > exceljs: ["Due","2026-03-26T00:00:00.000Z"]
# > xlsx: ["Due","2026-03-26T00:00:00.000Z"]
# > read-excel-file: ["Due","2026-03-26T00:00:00.000Z"]
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 openpyxl==3.1.5 python-calamine==0.9.1 \
  mammoth==1.13.0 pypandoc-binary==1.17 docx2python==3.7.1
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17

seen=$(
  venv/bin/python - <<'PY'
import datetime, re, zipfile
import docx, mammoth, openpyxl, pypandoc, python_calamine
from docx2python import docx2python

letter = docx.Document()
letter.add_paragraph("Ring the school")
letter.save("usual.docx")
book = openpyxl.Workbook()
book.active.append(["Due", datetime.date(2026, 3, 26)])
book.save("usual.xlsx")

# The names of part 1 in place of those of part 4: what "Strict Open XML" in the list of formats writes.
STRICT = {b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
          b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
          b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
          b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/"}
for kind in ("docx", "xlsx"):
    with zipfile.ZipFile(f"usual.{kind}") as usual, zipfile.ZipFile(f"strict.{kind}", "w") as strict:
        for name in usual.namelist():
            part = usual.read(name)
            if name != "[Content_Types].xml":
                for old, new in STRICT.items():
                    part = part.replace(old, new)
            strict.writestr(name, part)

def told(name, way):
    try:
        print(f"{name}: {way()}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}, {str(error)[:58]}")

def mammoth_():
    with open("strict.docx", "rb") as file:
        return mammoth.extract_raw_text(file).value.strip()

told("python-docx", lambda: docx.Document("strict.docx").paragraphs[0].text)
told("mammoth", mammoth_)
told("pandoc", lambda: pypandoc.convert_file("strict.docx", "plain").strip())
told("docx2python", lambda: docx2python("strict.docx").text.strip())
told("openpyxl, sheets", lambda: openpyxl.load_workbook("strict.xlsx").sheetnames)
told("calamine", lambda: python_calamine.CalamineWorkbook.from_path("strict.xlsx").get_sheet_by_index(0).to_python())
PY
  cat >read.mjs <<'JS'
import fs from "node:fs";
import ExcelJS from "exceljs";
import XLSX from "xlsx";
import readExcelFile from "read-excel-file/node";

const book = new ExcelJS.Workbook();
await book.xlsx.readFile("strict.xlsx");
console.log("exceljs:", JSON.stringify(book.worksheets[0].getRow(1).values.slice(1)));
const sheet = XLSX.read(fs.readFileSync("strict.xlsx"), { cellDates: true, UTC: true }).Sheets.Sheet;
console.log("xlsx:", JSON.stringify(XLSX.utils.sheet_to_json(sheet, { header: 1, UTC: true })[0]));
console.log("read-excel-file:", JSON.stringify((await readExcelFile("strict.xlsx"))[0].data[0]));
JS
  node read.mjs 2>/dev/null
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
