#!/usr/bin/env bash
# A merged name, and a name between direction marks, are not in the text that three readers give.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python 3.7.1.
# Behaviour: Word's field may be one element around its text (`fldSimple`, ECMA-376 part 1,
#   17.16.19) or a row of marks (`fldChar`). python-docx, mammoth and pandoc print the second and
#   nothing of the first. The same three drop the text in `dir` and `bdo`, which set the direction of
#   a name in Arabic, Urdu or Hebrew. `cr`, a line break, is dropped by mammoth and pandoc, so that
#   two words run into one, and docx2python drops the hyphen of `noBreakHyphen`.
# Expected: the text that Word shows. To a reader all of these are plain text within a line.
# Why it matters: names are what mail merge fills in and what direction marks surround. A paper that
#   goes through such a reader, on its way to a web page, a search index or a model, loses who.
# support-panel: the rule for its Word papers is plain runs, without fields or direction elements.
#
# Output seen, line by line; the script fails where it prints anything else:
# > fldChar: python-docx "Chair: Ruth." mammoth "Chair: Ruth." pandoc "Chair: Ruth." docx2python "Chair: Ruth."
# > fldSimple: python-docx "Chair: ." mammoth "Chair: ." pandoc "Chair: ." docx2python "Chair: Ruth."
# > dir: python-docx "Chair: ." mammoth "Chair: ." pandoc "Chair: ." docx2python "Chair: Ruth."
# > bdo: python-docx "Chair: ." mammoth "Chair: ." pandoc "Chair: ." docx2python "Chair: Ruth."
# > cr: python-docx "Chair:/Ruth." mammoth "Chair:Ruth." pandoc "Chair:Ruth." docx2python "Chair:Ruth."
# > noBreakHyphen: python-docx "Ruth-Ann" mammoth "Ruth‑Ann" pandoc "Ruth‑Ann" docx2python "RuthAnn"
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

empty = docx.Document()
empty.save("empty.docx")
MAIN = "word/document.xml"

def write(paragraph):
    with zipfile.ZipFile("empty.docx") as source, zipfile.ZipFile("p.docx", "w") as target:
        for name in source.namelist():
            part = source.read(name).decode() if name == MAIN else source.read(name)
            if name == MAIN:
                part = part.replace("<w:body>", f"<w:body><w:p>{paragraph}</w:p>")
            target.writestr(name, part)

def plain(html):
    return re.sub(r"<br ?/>", "/", re.sub(r"</?p>", "", html)).strip()

def python_docx():
    return docx.Document("p.docx").paragraphs[0].text.replace("\n", "/")

def mammoth_():
    with open("p.docx", "rb") as file:
        return plain(mammoth.convert_to_html(file).value)

def pandoc():
    return plain(pypandoc.convert_file("p.docx", "html", extra_args=["--wrap=none"]))

def docx2python_():
    with docx2python("p.docx") as read:
        return read.text.strip().replace("\n", "/")

run = lambda inner: f"<w:r>{inner}</w:r>"
text = lambda words: run(f'<w:t xml:space="preserve">{words}</w:t>')
mark = lambda kind: run(f'<w:fldChar w:fldCharType="{kind}"/>')
field = "MERGEFIELD Chair"
name, before, end = text("Ruth"), text("Chair: "), text(".")
for kind, paragraph in {
    "fldChar": before + mark("begin") + run(f"<w:instrText> {field} </w:instrText>")
    + mark("separate") + name + mark("end") + end,
    "fldSimple": f'{before}<w:fldSimple w:instr=" {field} ">{name}</w:fldSimple>{end}',
    "dir": f'{before}<w:dir w:val="rtl">{name}</w:dir>{end}',
    "bdo": f'{before}<w:bdo w:val="ltr">{name}</w:bdo>{end}',
    "cr": run("<w:t>Chair:</w:t><w:cr/><w:t>Ruth.</w:t>"),
    "noBreakHyphen": run("<w:t>Ruth</w:t><w:noBreakHyphen/><w:t>Ann</w:t>"),
}.items():
    write(paragraph)
    print(f"{kind}:", f'python-docx "{python_docx()}" mammoth "{mammoth_()}"',
          f'pandoc "{pandoc()}" docx2python "{docx2python_()}"')
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
