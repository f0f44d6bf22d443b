#!/usr/bin/env bash
# A layer of a PDF that is switched off is in the text that four of five extractors give.
#
# Versions: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, pymupdf 2.0.
# Behaviour: what a PDF marks as a layer (optional content, ISO 32000-1, 8.11) is shown where the
#   layer is on. Of a layer that the document has switched off, pypdf, pdfminer.six, pdfplumber and
#   pypdfium2 give the text in the midst of the rest. The same four give what the page's crop box
#   cuts away. pymupdf gives neither.
# Expected: what is seen, or a way to ask for it. pypdfium2 draws the page without the layer.
# Why it matters: notes, answers and earlier wordings are kept in layers, and pages are cropped to
#   their part for a reader. What nobody saw in the paper is in the index of a search, or goes to a
#   model.
# support-panel: what a reader may not see is not in its PDFs, in no layer and outside no edge.
#
# Output seen, line by line; the script fails where it prints anything else:
# > layer on, drawn by pypdfium2: with the note
# > layer off, drawn by pypdfium2: without the note
# > layer on, pypdf: Plan agreed / Note of the chair
# > layer on, pdfminer.six: Plan agreed / Note of the chair
# > layer on, pdfplumber: Plan agreed / Note of the chair
# > layer on, pypdfium2: Plan agreed / Note of the chair
# > layer on, pymupdf: Plan agreed / Note of the chair
# > layer off, pypdf: Plan agreed / Note of the chair
# > layer off, pdfminer.six: Plan agreed / Note of the chair
# > layer off, pdfplumber: Plan agreed / Note of the chair
# > layer off, pypdfium2: Plan agreed / Note of the chair
# > layer off, pymupdf: Plan agreed
# > cropped, pypdf: Plan agreed / Note of the chair
# > cropped, pdfminer.six: Plan agreed / Note of the chair
# > cropped, pdfplumber: Plan agreed / Note of the chair
# > cropped, pypdfium2: Plan agreed / Note of the chair
# > cropped, pymupdf: Plan agreed
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
line = lambda height, text: f"BT /F1 12 Tf 72 {height} Td ({text}) Tj ET"
FONT = "/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
LAYERS = "/OCProperties<</OCGs[6 0 R]/D<</Order[6 0 R]{off}>>>>"
found = {}
for state, off in (("on", ""), ("off", "/OFF[6 0 R]")):
    write(f"{line(700, 'Plan agreed')} /OC /Layer BDC {line(680, 'Note of the chair')} EMC", FONT,
          LAYERS.format(off=off), "/Properties<</Layer 6 0 R>>", ["<</Type/OCG/Name(Notes)>>"])
    found[f"layer {state}"] = {name: read() for name, read in READERS.items()}
    pixels = pypdfium2.PdfDocument("page.pdf")[0].render().to_pil().convert("L")
    inked = min(pixels.crop((60, 842 - 692, 300, 842 - 675)).getdata()) < 128
    print(f"layer {state}, drawn by pypdfium2:", "with the note" if inked else "without the note")
write(f"{line(700, 'Plan agreed')} {line(100, 'Note of the chair')}", FONT)
writer = pypdf.PdfWriter()
writer.append("page.pdf")
writer.pages[0].cropbox = pypdf.generic.RectangleObject((0, 400, 595, 842))
writer.write("page.pdf")
found["cropped"] = {name: read() for name, read in READERS.items()}
for state, texts in found.items():
    for name, text in texts.items():
        print(f"{state}, {name}:", " / ".join(part for part in text.strip().splitlines() if part))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
