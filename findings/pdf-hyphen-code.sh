#!/usr/bin/env bash
# "Self-harm" is two words in two of five PDF extractors, and one word in a third.
#
# Versions: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, pymupdf 2.0.
# Behaviour: in the WinAnsiEncoding of a PDF the code 255 (octal) is a hyphen, as 055 is (ISO
#   32000-1, annex D.2, with its note on the hyphen). pdfminer.six and pdfplumber make a space of
#   it, and pypdf a soft hyphen, which is not shown and not found.
# Expected: a hyphen for both codes.
# Why it matters: programs that write a soft hyphen write this code. A search for self-harm, or for
#   a double- barrelled surname, finds the pages of one program and not those of another.
# support-panel: the rule for its PDFs is to draw as text whatever has to be read.
#
# Output seen, line by line; the script fails where it prints anything else:
# > 055: pypdf 'self-harm', pdfminer.six 'self-harm', pdfplumber 'self-harm', pypdfium2 'self-harm', pymupdf 'self-harm'
# > 255: pypdf 'self\xadharm', pdfminer.six 'self harm', pdfplumber 'self harm', pypdfium2 'self-harm', pymupdf 'self-harm'
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
for code in ("055", "255"):
    write(f"BT /F1 12 Tf 72 700 Td (self\\{code}harm) Tj ET",
          "/BaseFont/Helvetica/Encoding/WinAnsiEncoding")
    texts = (f"{name} {ascii(read().strip())}" for name, read in READERS.items())
    print(f"{code}:", ", ".join(texts))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
