#!/usr/bin/env bash
# Five minutes and twenty seconds in a spreadsheet are five hours and twenty minutes in pandas.
#
# Versions: pandas 3.1.1 with odfpy 1.4.1, python-calamine 0.9.1 (Python); xlsx 0.18.5 (npm).
# Behaviour: a cell of an .ods file has its time as `office:time-value`, here PT00H05M20S, and the
#   text that is shown. pandas reads dates and numbers by the value, and times by the text: "05:20" in
#   a column formatted MM:SS becomes 05:20:00. A day or more, or less than nothing, is an error about a
#   date. With engine="calamine" the value counts, and such times come as its text. xlsx takes the
#   sign away: an hour early is an hour late.
# Expected: the value. OpenDocument has it as a duration, which may exceed a day and be negative;
#   how it is shown is for people.
# Why it matters: how long a stage took is kept as minutes and seconds. The column reads without an
#   error, and the total is sixty times too long.
# support-panel: writes no .ods; a length of time in its tables is a `duration[us]`.
#
# Output seen, line by line; the script fails where it prints anything else:
# > PT00H05M20S shown as 05:20: pandas 05:20:00, calamine 00:05:20, xlsx 00:05:20 after 1899-12-30
# > PT00H05M20S shown as 00:05:20: pandas 00:05:20, calamine 00:05:20, xlsx 00:05:20 after 1899-12-30
# > PT36H05M00S shown as 36:05: pandas DateParseError, calamine PT36H05M00S, xlsx 12:05:00 after 1899-12-31
# > -PT01H00M00S shown as -01:00: pandas DateParseError, calamine -PT01H00M00S, xlsx 01:00:00 after 1899-12-30
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  pandas==3.1.1 numpy==2.4.6 odfpy==1.4.1 python-calamine==0.9.1
npm install --silent --no-audit --no-fund xlsx@0.18.5

cat >read.mjs <<'JS'
import XLSX from "xlsx";

const cell = XLSX.readFile(process.argv[2], { cellDates: true }).Sheets.Stages.A1.v;
const [day, time] = cell.toISOString().slice(0, 19).split("T");
console.log(`${time} after ${day}`);
JS
seen=$(
  venv/bin/python - <<'PY'
import os, subprocess, zipfile
import pandas, python_calamine

SHEET = "application/vnd.oasis.opendocument.spreadsheet"
NAME = "urn:oasis:names:tc:opendocument:xmlns:"

def write(file, value, shown):
    cell = (f'<table:table-cell office:value-type="time" office:time-value="{value}">'
            f"<text:p>{shown}</text:p></table:table-cell>")
    content = (f'<office:document-content office:version="1.3" xmlns:office="{NAME}office:1.0"'
               f' xmlns:table="{NAME}table:1.0" xmlns:text="{NAME}text:1.0"><office:body>'
               '<office:spreadsheet><table:table table:name="Stages"><table:table-row>'
               f"{cell}</table:table-row></table:table></office:spreadsheet></office:body>"
               "</office:document-content>")
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'.format
    manifest = (f'<manifest:manifest xmlns:manifest="{NAME}manifest:1.0" manifest:version="1.3">'
                f"{entry('/', SHEET)}{entry('content.xml', 'text/xml')}</manifest:manifest>")
    with zipfile.ZipFile(file, "w") as ods:
        for name, part in {"mimetype": SHEET, "META-INF/manifest.xml": manifest,
                           "content.xml": content}.items():
            ods.writestr(name, part)

def by_pandas(file):
    try:
        return pandas.read_excel(file, engine="odf", header=None).iloc[0, 0]
    except ValueError as error:
        return type(error).__name__

for value, shown in (("PT00H05M20S", "05:20"), ("PT00H05M20S", "00:05:20"),
                     ("PT36H05M00S", "36:05"), ("-PT01H00M00S", "-01:00")):
    write("t.ods", value, shown)
    sheet = python_calamine.CalamineWorkbook.from_path("t.ods").get_sheet_by_index(0)
    by_xlsx = subprocess.run(["node", "read.mjs", "t.ods"], capture_output=True, text=True,
                             env=os.environ | {"TZ": "UTC"}).stdout.strip()
    print(f"{value} shown as {shown}: pandas {by_pandas('t.ods')},",
          f"calamine {sheet.to_python()[0][0]}, xlsx {by_xlsx}")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
