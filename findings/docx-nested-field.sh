#!/usr/bin/env bash
# "Dear Ruth" is "Dear yesRuth" in four readers if a letter was merged with a condition.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python 3.7.1.
# Behaviour: a field may hold another in its instruction (ECMA-376 part 1, 17.16.18): IF, with the
#   merged value that it compares within. Only the result of the outer field is text of the document. All
#   four print the result of the inner one as well, in front of it. A field without another inside
#   is read rightly. Where the inner field is shown first and the outer has no text yet, the value
#   compared is all that they print.
# Expected: "Dear Ruth.", as Word and LibreOffice show it. What stands between `begin` and `separate` of a
#   field is its instruction.
# Why it matters: "if there is an interpreter, then ..." is how letters to families are merged. What
#   was compared is often what was not to be written: a reason, a status, a name of another child.
# support-panel: the rule for its Word papers is plain runs, without fields.
#
# Output seen, line by line; the script fails where it prints anything else:
# > one field: python-docx "Dear Ruth." mammoth "Dear Ruth." pandoc "Dear Ruth." docx2python "Dear Ruth."
# > nested: python-docx "Dear yesRuth." mammoth "Dear yesRuth." pandoc "Dear yesRuth." docx2python "Dear yesRuth."
# > nested, empty result: python-docx "Dear yes." mammoth "Dear yes." pandoc "Dear yes." docx2python "Dear yes."
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  python-docx==1.2.0 mammoth==1.13.0 pypandoc-binary==1.17 docx2python==3.7.1

seen=$(
  venv/bin/python - <<'PY'
import re, zipfile
import docx, mammoth, pypandoc
from docx2python import docx2python

docx.Document().save("empty.docx")
MAIN = "word/document.xml"

def write(body):
    with zipfile.ZipFile("empty.docx") as source, zipfile.ZipFile("p.docx", "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == MAIN:
                part = part.replace(b"<w:body>", b"<w:body>" + body.encode())
            target.writestr(name, part)

def plain(html):
    return "/".join(re.sub("<.*?>", "", html.replace("</p>", "\n")).split("\n")).strip("/ ")

def python_docx():
    return "/".join(paragraph.text for paragraph in docx.Document("p.docx").paragraphs).strip("/")

def mammoth_():
    with open("p.docx", "rb") as file:
        return plain(mammoth.convert_to_html(file).value)

def pandoc():
    html = pypandoc.convert_file("p.docx", "html", extra_args=["--wrap=none"])
    return plain(html.replace("\n", ""))

def docx2python_():
    with docx2python("p.docx") as read:
        return re.sub("\n+", "/", read.text.strip())

READERS = {"python-docx": python_docx, "mammoth": mammoth_, "pandoc": pandoc,
           "docx2python": docx2python_}
run = lambda inner: f"<w:r>{inner}</w:r>"
text = lambda words: run(f'<w:t xml:space="preserve">{words}</w:t>')
mark = lambda kind: run(f'<w:fldChar w:fldCharType="{kind}"/>')
code = lambda words: run(f'<w:instrText xml:space="preserve">{words}</w:instrText>')
field = lambda instruction, result: (
    mark("begin") + instruction + mark("separate") + result + mark("end"))
inner = field(code(" MERGEFIELD Known "), text("yes"))
condition = code(" IF ") + inner + code(' = "yes" "Ruth" "" ')
for kind, made in {
    "one field": field(code(" MERGEFIELD Name "), text("Ruth")),
    "nested": field(condition, text("Ruth")),
    "nested, empty result": field(condition, ""),
}.items():
    write(f"<w:p>{text('Dear ')}{made}{text('.')}</w:p>")
    print(f"{kind}:", *(f'{name} "{read()}"' for name, read in READERS.items()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
