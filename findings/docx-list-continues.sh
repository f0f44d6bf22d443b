#!/usr/bin/env bash
# Action 7 of a Word list is action 2, action 1, or has no number, in three of four readers.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python
#   3.7.1.
# Behaviour: a list goes on after a paragraph between its items, and a second list of the same
#   kind is told to start at 7. mammoth begins at 1 after the paragraph and takes the second list
#   for more of the first: 3 and 7 are 1 and 2. docx2python goes on with 3, and gives the 7 as 1.
#   python-docx gives no numbers. pandoc has them as Word prints them.
# Expected: ECMA-376 part 1, 17.9.27 (`startOverride`) and 17.9.15 (`num`): one `num` counts on
#   wherever its paragraphs stand, and an override starts anew at its value. 1, 2, 3, 7.
# Why it matters: minutes refer to actions by number. "As action 7 says" points to another action,
#   or to none, in what was made of them.
# support-panel: its papers name an action by its words and owner; numbers of entries (W1, G2) are
#   written out as text.
#
# Output seen, line by line; the script fails where it prints anything else:
# > mammoth: 1 ring, 2 visit, 1 write, 2 meet
# > pandoc: 1 ring, 2 visit, 3 write, 7 meet
# > docx2python: 1)	ring/2)	visit/Later:/3)	write/1)	meet
# > python-docx: ring/visit/Later:/write/meet
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


LISTS = ('<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
         '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>'
         '<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
         "</w:lvlOverride></w:num>")
NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
MORE = {"word/numbering.xml": '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                              + LISTS + "</w:numbering>"}

def item(words, number):
    return paragraph(text(words), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

def numbers(html):
    found, at = [], None
    for tag, start, words in re.findall(r'<(ol|li)(?:[^>]*?start="(\d+)")?[^>]*>(?:<p>)?([^<]*)', html):
        at = int(start or 1) - 1 if tag == "ol" else at + 1
        found += [f"{at} {words}"] if tag == "li" else []
    return ", ".join(found)

with zipfile.ZipFile("empty.docx") as source:
    has = "word/numbering.xml" in source.namelist()
if has:
    MORE = {"word/numbering.xml": ("</w:numbering>", LISTS + "</w:numbering>")}
write(item("ring", 91) + item("visit", 91) + paragraph(text("Later:")) + item("write", 91) + item("meet", 92), MORE)
print("mammoth:", numbers(mammoth_html()))
print("pandoc:", numbers(pandoc_html()))
print("docx2python:", docx2python_())
print("python-docx:", python_docx())
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
