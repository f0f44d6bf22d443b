#!/usr/bin/env bash
# A line that is struck out twice stands as agreed in three readers of Word files.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python
#   3.7.1.
# Behaviour: a run may be struck through by one line (`strike`) or by two (`dstrike`). All three
#   readers that keep such marks know the one; none of them knows the other, and gives the words
#   as if nothing had been done to them.
# Expected: ECMA-376 part 1, 17.3.2.9 and 17.3.2.37: both strike the text through, and cannot
#   stand together.
# Why it matters: in minutes that are corrected by hand an action is struck out, and by house
#   style it may be twice. In what is made of the file, the action stands.
# support-panel: strikes nothing out: an action that was cancelled says so in words.
#
# Output seen, line by line; the script fails where it prints anything else:
# > struck once: mammoth struck; pandoc struck; docx2python struck;
# > struck twice: mammoth stands; pandoc stands; docx2python stands;
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


def struck(html):
    return "struck" if re.search("<(s|del|strike)>", html) else "stands"

def marked():
    with docx2python("p.docx", html=True) as read:
        return read.text

WAYS = {"struck once": "<w:strike/>", "struck twice": "<w:dstrike/>"}
for what, properties in WAYS.items():
    write(paragraph(text("Ring the school", properties)))
    ways = {"mammoth": mammoth_html(), "pandoc": pandoc_html(), "docx2python": marked()}
    print(f"{what}:", *(f"{name} {struck(html)};" for name, html in ways.items()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
