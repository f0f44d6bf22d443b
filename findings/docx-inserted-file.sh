#!/usr/bin/env bash
# A plan that was inserted into a Word document as a file is missing in what four readers give.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python
#   3.7.1.
# Behaviour: programs that put a document together (templates, mail merge, reports) insert a piece
#   as it is, as `altChunk`; Word takes it in when the file is opened. None of the four readers
#   does, and none of them says that something is left out.
# Expected: ECMA-376 part 1, 17.17.2.1: what the part holds is content at that place. A reader
#   that cannot take it in would say so.
# Why it matters: the file looks whole in Word and prints whole. What is indexed or imported of it
#   may be a title and a signature.
# support-panel: writes every paragraph into the document itself.
#
# Output seen, line by line; the script fails where it prints anything else:
# > inserted: python-docx 'The plan:/End.' mammoth 'The plan:/End.' pandoc 'The plan:/End.' docx2python 'The plan:/End.'
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

def write(body, more=None):
    """A document with this body; `more` has what stands before the end of other parts, or parts of its own."""
    more = {"word/document.xml": ("<w:body>", "<w:body>" + body)} | (more or {})
    with zipfile.ZipFile("empty.docx") as source, zipfile.ZipFile("p.docx", "w") as target:
        for name in source.namelist():
            part = source.read(name).decode("latin-1")
            if name in more:
                part = part.replace(*more.pop(name), 1)
            target.writestr(name, part.encode("latin-1"))
        for name, part in more.items():
            target.writestr(name, part)

def plain(html):
    return "/".join(re.sub("<.*?>", "", re.sub("</p>|</li>|<br[^>]*>", "\n", html)).split("\n")).strip("/ ")

def python_docx():
    return "/".join(paragraph.text for paragraph in docx.Document("p.docx").paragraphs).strip("/")

def mammoth_html():
    with open("p.docx", "rb") as file:
        return mammoth.convert_to_html(file).value

def pandoc_html():
    return pypandoc.convert_file("p.docx", "html", extra_args=["--wrap=none"]).replace("\n", "")

def docx2python_():
    with docx2python("p.docx") as read:
        return re.sub("\n+", "/", read.text.strip())

READERS = {"python-docx": python_docx, "mammoth": lambda: plain(mammoth_html()),
           "pandoc": lambda: plain(pandoc_html()), "docx2python": docx2python_}

def told(what):
    print(f"{what}:", *(f"{name} {read()!a}" for name, read in READERS.items()))

def run(inner, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>" if properties else f"<w:r>{inner}</w:r>"

def text(words, properties=""):
    return run(f'<w:t xml:space="preserve">{words}</w:t>', properties)

def paragraph(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


RELATION = ('<Relationship Id="chunk" Target="plan.html" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/aFChunk"/></Relationships>')
here = '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="chunk"/>'
write(paragraph(text("The plan:")) + here + paragraph(text("End.")), {
    "word/_rels/document.xml.rels": ("</Relationships>", RELATION),
    "[Content_Types].xml": ("<Default ", '<Default Extension="html" ContentType="text/html"/><Default '),
    "word/plan.html": "<html><body><p>Ring the school by Monday.</p></body></html>",
})
told("inserted")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
