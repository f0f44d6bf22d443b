#!/usr/bin/env bash
# A ticked box of Word's own symbols is þ, nothing, or HTML, according to the reader.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python 3.7.1.
# Behaviour: "Insert symbol" writes `sym` with a font and a place in it (ECMA-376 part 1, 17.3.3.30);
#   the same mark may be text in that font. Of `sym`, python-docx gives nothing, so that ticked and
#   empty are one, and docx2python a `span` of HTML within plain text. Of text in the font only pandoc
#   gives the mark; mammoth, which knows the `sym`, gives "þ" with the others, and "at least" is a
#   power of three.
# Expected: a ticked box, an empty one and ≥, whichever way they are written.
# Why it matters: forms that are twenty years old have such boxes. "Agreed" and "not agreed" have the
#   same text, and a score of at least 5 is 5.
# support-panel: the rule for its Word papers is words for what was decided, and Unicode for the rest.
#
# Output seen, line by line; the script fails where it prints anything else:
# > sym, ticked: python-docx "Mark:  5" mammoth "Mark: 🗹 5" pandoc "Mark: 🗹 5" docx2python "Mark: <span style=font-family:Wingdings>&#x00FE;</span> 5"
# > sym, empty: python-docx "Mark:  5" mammoth "Mark: 🞎 5" pandoc "Mark: ◻ 5" docx2python "Mark: <span style=font-family:Wingdings>&#x00A8;</span> 5"
# > sym, at least: python-docx "Mark:  5" mammoth "Mark: ≥ 5" pandoc "Mark: ≥ 5" docx2python "Mark: <span style=font-family:Symbol>&#x00B3;</span> 5"
# > text, ticked: python-docx "Mark: þ 5" mammoth "Mark: þ 5" pandoc "Mark: 🗹 5" docx2python "Mark: þ 5"
# > text, empty: python-docx "Mark: ¨ 5" mammoth "Mark: ¨ 5" pandoc "Mark: ◻ 5" docx2python "Mark: ¨ 5"
# > text, at least: python-docx "Mark: ³ 5" mammoth "Mark: ³ 5" pandoc "Mark: ≥ 5" docx2python "Mark: ³ 5"
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
def in_font(character, font):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return run(f"{fonts}<w:t>{character}</w:t>")

sym = lambda place, font: run(f'<w:sym w:font="{font}" w:char="{place:04X}"/>')
MARKS = {"ticked": (0xF0FE, "Wingdings"), "empty": (0xF0A8, "Wingdings"), "at least": (0xF0B3, "Symbol")}
for way, made in {"sym": sym, "text": lambda place, font: in_font(chr(place - 0xF000), font)}.items():
    for what, (place, font) in MARKS.items():
        write(f"<w:p>{text('Mark: ')}{made(place, font)}{text(' 5')}</w:p>")
        print(f"{way}, {what}:", *(f'{name} "{read()}"' for name, read in READERS.items()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
