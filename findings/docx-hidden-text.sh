#!/usr/bin/env bash
# Text that a Word document hides is in the text that four readers give.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python
#   3.7.1.
# Behaviour: "Hidden", in the font dialogue or in a style, is `vanish`. None of the four readers
#   looks at it: the words stand among the others, and nothing in what is given tells them apart.
# Expected: ECMA-376 part 1, 17.3.2.41: such text is not displayed at all where the document is
#   shown as it is printed. An extractor that is asked for the text would leave it out, or mark
#   it.
# Why it matters: offices hide an aside, or an answer, in a template that goes out. Whoever
#   converts the file to put it into a case system, a search index or a web page publishes what no
#   one sees in Word.
# support-panel: its Word papers hide nothing: what is withheld from a reader is not in the file.
#
# Output seen, line by line; the script fails where it prints anything else:
# > a run: python-docx 'Seen at home. Told in confidence. End.' mammoth 'Seen at home. Told in confidence. End.' pandoc 'Seen at home. Told in confidence. End.' docx2python 'Seen at home. Told in confidence. End.'
# > by its style: python-docx 'Seen at home. Told in confidence. End.' mammoth 'Seen at home. Told in confidence. End.' pandoc 'Seen at home. Told in confidence. End.' docx2python 'Seen at home. Told in confidence. End.'
# > a paragraph: python-docx 'Seen at home. /Told in confidence./End.' mammoth 'Seen at home. /Told in confidence./End.' pandoc 'Seen at home./Told in confidence./End.' docx2python 'Seen at home. /Told in confidence./End.'
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


STYLE = '<w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:vanish/></w:rPr></w:style>'
SHOWN, END = text("Seen at home. "), text("End.")
write(paragraph(SHOWN + text("Told in confidence. ", "<w:vanish/>") + END))
told("a run")
styled = text("Told in confidence. ", '<w:rStyle w:val="Aside"/>')
write(paragraph(SHOWN + styled + END), {"word/styles.xml": ("</w:styles>", STYLE + "</w:styles>")})
told("by its style")
mark = "<w:rPr><w:vanish/></w:rPr>"
write(paragraph(SHOWN) + paragraph(text("Told in confidence.", "<w:vanish/>"), mark) + paragraph(END))
told("a paragraph")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
