#!/usr/bin/env bash
# A name with a guide to how it is said is left out by three readers of Word files.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python
#   3.7.1.
# Behaviour: "Phonetic guide" puts a name and how it is said into one run as `ruby`. What three
#   readers give has neither of them; the words around it are joined. docx2python gives one after
#   the other.
# Expected: the base text, as Word prints it: ECMA-376 part 1, 17.3.3.25; the guide beside it or
#   left out.
# Why it matters: whoever takes care to write down how a name is said loses the name itself in a
#   conversion, and nothing reports it.
# support-panel: writes names as plain text.
#
# Output seen, line by line; the script fails where it prints anything else:
# > with a guide: python-docx 'Dear , we meet on Monday.' mammoth 'Dear , we meet on Monday.' pandoc 'Dear , we meet on Monday.' docx2python 'Dear Shi-vawnSiobhan, we meet on Monday.'
# > without: python-docx 'Dear Siobhan, we meet on Monday.' mammoth 'Dear Siobhan, we meet on Monday.' pandoc 'Dear Siobhan, we meet on Monday.' docx2python 'Dear Siobhan, we meet on Monday.'
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


ruby = run("<w:ruby><w:rubyPr/><w:rt>" + text("Shi-vawn") + "</w:rt><w:rubyBase>" + text("Siobhan") + "</w:rubyBase></w:ruby>")
write(paragraph(text("Dear ") + ruby + text(", we meet on Monday.")))
told("with a guide")
write(paragraph(text("Dear ") + text("Siobhan") + text(", we meet on Monday.")))
told("without")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
