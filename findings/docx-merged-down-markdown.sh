#!/usr/bin/env bash
# markitdown turns a table with a merged cell into Markdown whose owners stand under "Action".
#
# Versions: markitdown 0.1.9 with mammoth 1.13.0 and markdownify 1.2.3.
# Behaviour: "Visit" is merged down over two rows. mammoth gives the right HTML, `rowspan="2"`.
#   markdownify, which markitdown then calls, keeps a place for `colspan` and none for `rowspan`: the
#   second row has one cell less, and each of its cells slides one column to the left. In a head of
#   two rows, a heading slides over the wrong column.
# Expected: an empty cell, or "Visit" again, in the place of the merged cell, as for `colspan`.
# Why it matters: this is how papers are handed to language models. "Sam" is then an action and
#   "8 May" its owner; the row is still a valid row of the table, so nobody is warned.
# support-panel: the rule for its Word papers is tables without merged cells.
#
# Output seen, line by line; the script fails where it prints anything else:
# > mammoth: <td rowspan="2"><p>Visit</p></td>
# > | Action | Owner | Due |
# > | --- | --- | --- |
# > | Visit | Ruth | 1 May |
# > | Sam | 8 May |
# > | For both | | 9 May |
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  'markitdown[docx]==0.1.9' mammoth==1.13.0 markdownify==1.2.3 python-docx==1.2.0

seen=$(
  venv/bin/python - <<'PY'
import re
import docx, mammoth
from markitdown import MarkItDown

document = docx.Document()
lines = [("Action", "Owner", "Due"), ("Visit", "Ruth", "1 May"), ("", "Sam", "8 May"),
         ("For both", "", "9 May")]
table = document.add_table(rows=0, cols=3)
for line in lines:
    for cell, text in zip(table.add_row().cells, line):
        cell.text = text
head = table.rows[0]._tr.get_or_add_trPr()
head.append(head.makeelement(docx.oxml.ns.qn("w:tblHeader"), {}))
down, right = table.cell(1, 0).merge(table.cell(2, 0)), table.cell(3, 0).merge(table.cell(3, 1))
down.text, right.text = "Visit", "For both"
document.save("actions.docx")
with open("actions.docx", "rb") as file:
    print("mammoth:", re.search("<td rowspan.*?</td>", mammoth.convert_to_html(file).value).group())
print(MarkItDown().convert("actions.docx").text_content)
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
