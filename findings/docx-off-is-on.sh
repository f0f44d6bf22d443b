#!/usr/bin/env bash
# A property that a Word document turns off is turned on by mammoth, and by pandoc for header rows.
#
# Versions: mammoth 1.13.0 (Python and npm), pypandoc-binary 1.17 (pandoc 3.9), python-docx 1.2.0.
# Behaviour: a property that is on or off may be written "off", "false" or "0" (ECMA-376 part 4,
#   14.11.7, and part 1, 17.17.4), which is how a run turns off what its style turns on. mammoth knows
#   "false" and "0", and takes "off" for on: bold, italic and struck through. For `tblHeader`
#   mammoth and pandoc ask only whether the element is there, so all three spellings make a header.
# Expected: off.
# Why it matters: `strike` with "off" is how a decision that stands is written within struck text.
#   mammoth strikes it out. A header that is none makes the first action the name of its column.
# support-panel: the rule for its Word papers is to leave a property out where it is off.
#
# Output seen, line by line; the script fails where it prints anything else:
# > python-docx reads off: strike False, bold False
# > mammoth, Python, off: <s>stands</s> <strong>plain</strong>
# > mammoth, Python, false: stands plain
# > mammoth, Python, 0: stands plain
# > mammoth, npm, off: <s>stands</s> <strong>plain</strong>
# > mammoth, npm, false: stands plain
# > mammoth, npm, 0: stands plain
# > pandoc, off: stands plain
# > tblHeader off: mammoth <th>, pandoc <th>
# > tblHeader false: mammoth <th>, pandoc <th>
# > tblHeader 0: mammoth <th>, pandoc <th>
# > no tblHeader: mammoth <td>, pandoc <td>
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  mammoth==1.13.0 pypandoc-binary==1.17 python-docx==1.2.0
npm install --silent --no-audit --no-fund mammoth@1.13.0

seen=$(
  venv/bin/python - <<'PY'
import re, subprocess
import docx, mammoth, pypandoc
from docx.oxml.ns import qn

def made(file, value=None, header=None):
    document = docx.Document()
    if value:
        paragraph = document.add_paragraph()
        for words, tag in (("stands", "w:strike"), (" ", None), ("plain", "w:b")):
            run = paragraph.add_run(words)
            if tag:
                properties = run._r.get_or_add_rPr()
                properties.append(properties.makeelement(qn(tag), {qn("w:val"): value}))
    else:
        table = document.add_table(rows=2, cols=1)
        table._tbl.tblPr.remove(table._tbl.tblPr.find(qn("w:tblLook")))  # a header to pandoc, too
        table.cell(0, 0).text, table.cell(1, 0).text = "Visit", "Ring"
        if header:
            row = table.rows[0]._tr.get_or_add_trPr()
            row.append(row.makeelement(qn("w:tblHeader"), {qn("w:val"): header}))
    document.save(file)
    return file

def by_mammoth(file):
    with open(file, "rb") as opened:
        return mammoth.convert_to_html(opened).value

by_pandoc = lambda file: pypandoc.convert_file(file, "html", extra_args=["--wrap=none"]).strip()
inner = lambda html: re.sub("</?p>", "", html)
made("off.docx", value="off")
stands, _, plain = docx.Document("off.docx").paragraphs[0].runs
print(f"python-docx reads off: strike {stands.font.strike}, bold {plain.bold}")
for value in ("off", "false", "0"):
    print(f"mammoth, Python, {value}:", inner(by_mammoth(made("p.docx", value))))
for value in ("off", "false", "0"):
    made("p.docx", value)
    script = 'require("mammoth").convertToHtml({path: "p.docx"}).then(r => console.log(r.value))'
    html = subprocess.run(["node", "-e", script], capture_output=True, text=True).stdout.strip()
    print(f"mammoth, npm, {value}:", inner(html))
print("pandoc, off:", inner(by_pandoc("off.docx")))
for value in ("off", "false", "0", None):
    file = made("t.docx", header=value)
    kinds = [re.search("<t[dh]", read(file)).group() for read in (by_mammoth, by_pandoc)]
    name = f"tblHeader {value}" if value else "no tblHeader"
    print(f"{name}: mammoth {kinds[0]}>, pandoc {kinds[1]}>")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
