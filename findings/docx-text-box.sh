#!/usr/bin/env bash
# A text box in a paragraph makes pandoc leave out the words of the paragraph.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python 3.7.1.
# Behaviour: Word anchors a text box in a run of a paragraph, and writes it twice, new and old, of
#   which a reader takes one (ECMA-376 part 3, 10.2.1: AlternateContent). pandoc prints the text of
#   the box alone: the words before and behind it are gone. With the old form alone it keeps the
#   words and drops the box. docx2python prints the box twice, python-docx not at all; mammoth puts
#   it behind the paragraph.
# Expected: the words of the paragraph, and the box once.
# Why it matters: a box such as "Confidential" is anchored in whatever paragraph stood there when it
#   was drawn. A decision vanishes from the text because of a stamp beside it.
# support-panel: the rule for its Word papers is paragraphs and tables, without text boxes.
#
# Output seen, line by line; the script fails where it prints anything else:
# > no box: python-docx "Visit weekly./Next." mammoth "Visit weekly./Next." pandoc "Visit weekly./Next." docx2python "Visit weekly./Next."
# > box in the middle: python-docx "Visit weekly./Next." mammoth "Visit weekly./Stamp/Next." pandoc "Stamp/Next." docx2python "Stamp/Stamp/Visit weekly./Next."
# > box at the end: python-docx "Visit weekly./Next." mammoth "Visit weekly./Stamp/Next." pandoc "Stamp/Next." docx2python "Stamp/Stamp/Visit weekly./Next."
# > old form only: python-docx "Visit weekly./Next." mammoth "Visit weekly./Stamp/Next." pandoc "Visit weekly./Next." docx2python "Stamp/Visit weekly./Next."
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
paragraph = lambda inner: f"<w:p>{inner}</w:p>"
content = f"<w:txbxContent>{paragraph(text('Stamp'))}</w:txbxContent>"
OPEN = "http://schemas.openxmlformats.org"
WORD = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
new = f"""<w:drawing><wp:inline xmlns:wp="{OPEN}/drawingml/2006/wordprocessingDrawing">
<wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Box"/>
<a:graphic xmlns:a="{OPEN}/drawingml/2006/main"><a:graphicData uri="{WORD}">
<wps:wsp xmlns:wps="{WORD}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"/></wps:spPr>
<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"""
old = f"""<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" type="#_x0000_t202"
style="width:70pt;height:24pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>"""
both = f"""<mc:AlternateContent xmlns:mc="{OPEN}/markup-compatibility/2006">
<mc:Choice xmlns:wps="{WORD}" Requires="wps">{new}</mc:Choice>
<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"""
for kind, made in {
    "no box": text("Visit ") + text("weekly."),
    "box in the middle": text("Visit ") + run(both) + text("weekly."),
    "box at the end": text("Visit ") + text("weekly.") + run(both),
    "old form only": text("Visit ") + run(old) + text("weekly."),
}.items():
    write(paragraph(made) + paragraph(text("Next.")))
    print(f"{kind}:", *(f'{name} "{read()}"' for name, read in READERS.items()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
