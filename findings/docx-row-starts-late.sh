#!/usr/bin/env bash
# In a table row that starts at the second column, three readers put the cells too far left.
#
# Versions: mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), python-docx 1.2.0, docx2python 3.7.1.
# Behaviour: `gridBefore` (ECMA-376 part 1, 17.4.14) says how many columns a row leaves out on its
#   left. Only python-docx has the number at all (`row.grid_cols_before`), and its `row.cells` leaves
#   the gap to the caller. mammoth, pandoc and docx2python read the row from the first column: a cell
#   that is merged upwards there joins the wrong cell, so the HTML spans "Visit" over two rows, and
#   docx2python prints "Visit", a text of another column, in the row.
# Expected: the day 8 May under "Due", and "Ruth" as the cell that spans both rows.
# Why it matters: such a row is what remains when the first cell of a row is deleted in Word. The
#   cell still stands under its heading there; in the text that others read, a day is an owner.
# support-panel: the rule for its Word papers is rows of full width, with empty cells.
#
# Output seen, line by line; the script fails where it prints anything else:
# > mammoth: Action/Owner/Due Visit(2 rows)/Ruth/1 May 8 May
# > pandoc: Action/Owner/Due Visit(2 rows)/Ruth/1 May 8 May/
# > python-docx: Action/Owner/Due Visit/Ruth/1 May Ruth/8 May, columns left out before the last row: 1
# > docx2python: Action/Owner/Due Visit/Ruth/1 May Visit/8 May
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  mammoth==1.13.0 pypandoc-binary==1.17 python-docx==1.2.0 docx2python==3.7.1

seen=$(
  venv/bin/python - <<'PY'
import re, zipfile
import docx, mammoth, pypandoc
from docx2python import docx2python

def cell(text, merged=""):
    width = '<w:tcW w:w="3000" w:type="dxa"/>'
    text = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f"<w:tc><w:tcPr>{width}{merged}</w:tcPr>{text}</w:tc>"

late = '<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="3000" w:type="dxa"/></w:trPr>'
lines = [
    cell("Action") + cell("Owner") + cell("Due"),
    cell("Visit") + cell("Ruth", '<w:vMerge w:val="restart"/>') + cell("1 May"),
    late + cell("", "<w:vMerge/>") + cell("8 May"),
]
grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
head = f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>{grid}'
table = head + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl><w:p/>"
docx.Document().save("empty.docx")
with zipfile.ZipFile("empty.docx") as source, zipfile.ZipFile("t.docx", "w") as target:
    for name in source.namelist():
        part = source.read(name)
        if name == "word/document.xml":
            part = part.replace(b"<w:body>", b"<w:body>" + table.encode())
        target.writestr(name, part)

def rows(html):
    html = html.replace(' rowspan="2">', ">(2 rows)")
    lines = (re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in html.split("<tr")[1:])
    plain = lambda text: re.sub(r"^(\(2 rows\))(.*)", r"\2\1", re.sub("<.*?>", "", text))
    return " ".join("/".join(map(plain, line)) for line in lines)

with open("t.docx", "rb") as file:
    print("mammoth:", rows(mammoth.convert_to_html(file).value))
print("pandoc:", rows(pypandoc.convert_file("t.docx", "html", extra_args=["--wrap=none"])))
read = docx.Document("t.docx").tables[0]
print("python-docx:", " ".join("/".join(c.text for c in row.cells) for row in read.rows) + ",",
      "columns left out before the last row:", read.rows[-1].grid_cols_before)
with docx2python("t.docx") as read:
    print("docx2python:", " ".join("/".join("".join(c) for c in row) for row in read.body[0]))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
