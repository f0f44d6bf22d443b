#!/usr/bin/env bash
# A tick in a PDF is the digit 3 to two of five extractors, and a control character to a third.
#
# Versions: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, pymupdf 2.0.
# Behaviour: ZapfDingbats and Symbol are two of the fonts that every PDF reader has, with codes of
#   their own: in the first a tick is 3, a cross 8 and a full circle l (ISO 32000-1, 9.6.2.2 and
#   annex D.5 and D.6). pdfminer.six and pdfplumber print the letters that these codes are in other
#   fonts. pymupdf has Symbol right and prints two control characters and a G for ZapfDingbats.
# Expected: a tick, a cross, a full circle; alpha and "at least", as pypdf and pypdfium2 print.
# Why it matters: filled-in boxes and ratings of forms are drawn with this font. A tick is 3, a
#   cross is 8, and both look like ratings.
# support-panel: the rule for its PDFs is to draw as text whatever has to be read.
#
# Output seen, line by line; the script fails where it prints anything else:
# > ZapfDingbats 3 8 l, pypdf: '\u2713 \u2718 \u25cf'
# > ZapfDingbats 3 8 l, pdfminer.six: '3 8 l'
# > ZapfDingbats 3 8 l, pdfplumber: '3 8 l'
# > ZapfDingbats 3 8 l, pypdfium2: '\u2713 \u2718 \u25cf'
# > ZapfDingbats 3 8 l, pymupdf: '\x13 \x18 G'
# > Symbol a \263, pypdf: '\u03b1 \u2265'
# > Symbol a \263, pdfminer.six: 'a \u2021'
# > Symbol a \263, pdfplumber: 'a \u2021'
# > Symbol a \263, pypdfium2: '\u03b1 \u2265'
# > Symbol a \263, pymupdf: '\u03b1 \u2265'
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
for name, codes in (("ZapfDingbats", "3 8 l"), ("Symbol", "a \\263")):
    write(f"BT /F1 12 Tf 72 700 Td ({codes}) Tj ET", f"/BaseFont/{name}")
    for reader, read in READERS.items():
        print(f"{name} {codes}, {reader}:", ascii(read().strip()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
