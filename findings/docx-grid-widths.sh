#!/usr/bin/env bash
# pandoc leaves out the columns of a Word table whose grid states no widths: all, or the last ones.
#
# Versions: pypandoc-binary 1.16.2 (pandoc 3.8.2.1) and 1.17 (pandoc 3.9); mammoth 1.13.0.
# Behaviour: `w:w` of `<w:gridCol/>` may be left out (ECMA-376 part 1, 17.4.16: it then counts as
#   zero). pandoc 3.8.2.1 prints such a table as empty rows. pandoc 3.9 counts the cells of the first
#   row instead, each as one column: if that row is a title over two, the second column is gone from
#   every row. With one width stated of three, both print one column of three.
# Expected: every cell, as in mammoth; a missing width is no missing column.
# Why it matters: a title row over a table of actions is common, and a generator may leave the widths
#   to the program that lays it out. The owner and the day vanish from the text, which still looks like a whole table.
# support-panel: the rule for its Word papers is to state the width of every column.
#
# Output seen, line by line; the script fails where it prints anything else:
# > no widths: mammoth Visit/Ruth; pandoc 3.8.2.1 empty; pandoc 3.9 Visit/Ruth
# > no widths, title row: mammoth Actions Visit/Ruth; pandoc 3.8.2.1 empty; pandoc 3.9 Actions Visit
# > one width: mammoth Visit/Ruth/May; pandoc 3.8.2.1 Visit; pandoc 3.9 Visit
# > all widths, title row: mammoth Actions Visit/Ruth; pandoc 3.8.2.1 Actions Visit/Ruth; pandoc 3.9 Actions Visit/Ruth
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv old
old/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.16.2
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  pypandoc-binary==1.17 mammoth==1.13.0 python-docx==1.2.0

cat > read.py <<'PY'
import re, sys
import pypandoc

def rows(html):
    lines = (re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in html.split("<tr")[1:])
    cells = ("/".join(re.sub("<.*?>", "", cell) for cell in line) for line in lines)
    return " ".join(filter(None, cells)) or "empty"

if __name__ == "__main__":
    html = pypandoc.convert_file(sys.argv[1], "html", extra_args=["--wrap=none"])
    print("pandoc", pypandoc.get_pandoc_version(), rows(html))
PY
seen=$(
  venv/bin/python - <<'PY'
import subprocess, zipfile
import docx, mammoth
from read import rows

MAIN = "word/document.xml"
docx.Document().save("empty.docx")

def write(file, table):
    with zipfile.ZipFile("empty.docx") as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == MAIN:
                part = part.replace(b"<w:body>", b"<w:body>" + table.encode())
            target.writestr(name, part)

def cell(text, span=1):
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{merged}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

def table(grid, *lines):
    body = "".join(f"<w:tr>{''.join(line)}</w:tr>" for line in lines)
    grid = f"<w:tblGrid>{grid}</w:tblGrid>"
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{body}</w:tbl><w:p/>'

fit, wide = "<w:gridCol/>", '<w:gridCol w:w="3000"/>'
title, action = [cell("Actions", 2)], [cell("Visit"), cell("Ruth")]
for name, made in {
    "no widths": table(fit * 2, action),
    "no widths, title row": table(fit * 2, title, action),
    "one width": table(wide + fit * 2, action + [cell("May")]),
    "all widths, title row": table(wide * 2, title, action),
}.items():
    write("t.docx", made)
    with open("t.docx", "rb") as file:
        seen = ["mammoth " + rows(mammoth.convert_to_html(file).value)]
    for venv in ("old", "venv"):
        command = [f"{venv}/bin/python", "read.py", "t.docx"]
        seen.append(subprocess.run(command, capture_output=True, text=True).stdout.strip())
    print(f"{name}:", "; ".join(seen))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
