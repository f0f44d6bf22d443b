#!/usr/bin/env bash
# "Find" is "/f_ind", or has a control character in it, by how a PDF's font names a ligature.
#
# Versions: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, pymupdf 2.0.
# Behaviour: where a font says nothing else, the name of a glyph says which text it is. The Adobe
#   Glyph List, to which ISO 32000-1 (9.10.2) refers for that, has rules for names that it does not
#   list: what follows a full stop does not count (A.alt), an underscore joins (f_i), `uni` takes
#   several characters and `u` one of any size. pdfminer.six and pdfplumber follow all four. pypdf
#   prints names of glyphs, pypdfium2 knows the full stop only, and pymupdf cuts the number of a
#   character above U+FFFF, which makes another character of it.
# Expected: difficult, find, Ann, and the two characters, one of them a name with a rare ideograph.
# Why it matters: good fonts have ligatures and small capitals, and give them such names. Words are
#   not found by a search, or the name of a person is read as another.
# support-panel: its PDFs have their fonts embedded, and are read back in its tests.
#
# Output seen, line by line; the script fails where it prints anything else:
# > f_f_i: pypdf 'di\ufb03cult', pdfminer.six 'difficult', pdfplumber 'difficult', pypdfium2 'di\x01cult', pymupdf 'di\ufb03cult'
# > f_i: pypdf '/f_ind', pdfminer.six 'find', pdfplumber 'find', pypdfium2 '\x01nd', pymupdf '\ufb01nd'
# > A.alt: pypdf '/A.altnn', pdfminer.six 'Ann', pdfplumber 'Ann', pypdfium2 'Ann', pymupdf 'Ann'
# > uni00410301: pypdf '/uni00410301', pdfminer.six 'A\u0301', pdfplumber 'A\u0301', pypdfium2 '', pymupdf '\x01'
# > u20BB7: pypdf '\U00020bb7', pdfminer.six '\U00020bb7', pdfplumber '\U00020bb7', pypdfium2 '', pymupdf '\u0bb7'
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  pdfminer.six==20260107 pdfplumber==0.11.10 pypdf==7.1.1 pypdfium2==5.15.2 pymupdf==2.0

seen=$(
  venv/bin/python - <<'PY'
import pdfplumber, pymupdf, pypdf, pypdfium2
from pdfminer.high_level import extract_text

def write(content, font, catalog="", resources="", more=()):
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>{resources}>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        f"<</Type/Font/Subtype/Type1{font}>>",
        *more,
    ]
    body, offsets = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    with open("page.pdf", "w", newline="") as file:
        file.write(f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}"
                   f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n")

def by_pdfplumber():
    with pdfplumber.open("page.pdf") as read:
        return read.pages[0].extract_text()

READERS = {
    "pypdf": lambda: pypdf.PdfReader("page.pdf").pages[0].extract_text(),
    "pdfminer.six": lambda: extract_text("page.pdf"),
    "pdfplumber": by_pdfplumber,
    "pypdfium2": lambda: pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range(),
    "pymupdf": lambda: pymupdf.open("page.pdf")[0].get_text(),
}
for names, codes in (
    ("f_f_i", "di\\001cult"), ("f_i", "\\001nd"), ("A.alt", "\\001nn"),
    ("uni00410301", "\\001"), ("u20BB7", "\\001"),
):
    encoding = f"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/{names}]>>"
    write(f"BT /F1 12 Tf 72 700 Td ({codes}) Tj ET", f"/BaseFont/Helvetica{encoding}")
    texts = (f"{name} {ascii(read().strip())}" for name, read in READERS.items())
    print(f"{names}:", ", ".join(texts))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
