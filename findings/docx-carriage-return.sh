#!/usr/bin/env bash
# Two words that Word prints on two lines, or at two margins, are one word in three readers.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python
#   3.7.1.
# Behaviour: `cr` breaks a line as `br` does, and `ptab` moves to a place as `tab` does; Word
#   writes the second for a tab that is aligned to a margin, as in headings with a date at the
#   right. mammoth, pandoc and docx2python drop both without a blank.
# Expected: a line break and a tab, as for `br` and `tab`: ECMA-376 part 1, 17.3.3.4 ("the same as
#   a break") and 17.3.3.23.
# Why it matters: "Owner" and "School" become "OwnerSchool". A search for either finds nothing,
#   and a date runs into a name.
# support-panel: writes `br` and table cells, and neither of the two.
#
# Output seen, line by line; the script fails where it prints anything else:
# > br: python-docx 'Owner\nSchool' mammoth 'Owner/School' pandoc 'Owner/School' docx2python 'Owner/School'
# > cr: python-docx 'Owner\nSchool' mammoth 'OwnerSchool' pandoc 'OwnerSchool' docx2python 'OwnerSchool'
# > tab: python-docx 'Owner\tSchool' mammoth 'Owner\tSchool' pandoc 'Owner School' docx2python 'Owner\tSchool'
# > ptab: python-docx 'Owner\tSchool' mammoth 'OwnerSchool' pandoc 'OwnerSchool' docx2python 'OwnerSchool'
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


AT_MARGIN = '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>'
for what, between in {"br": "<w:br/>", "cr": "<w:cr/>", "tab": "<w:tab/>", "ptab": AT_MARGIN}.items():
    write(paragraph(run(f"<w:t>Owner</w:t>{between}<w:t>School</w:t>")))
    told(what)
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
