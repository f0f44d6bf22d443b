#!/usr/bin/env bash
# Two lines of a PDF are one run-together word to pdfminer.six and pdfplumber.
#
# Versions: pdfminer.six 20260107 with pdfplumber 0.11.10; pypdf 7.1.1, pypdfium2 5.15.2,
#   pymupdf 2.0.
# Behaviour: the operator `"` sets the spacing, moves to the next line and shows a text (ISO 32000-1,
#   table 109). pdfminer.six does not move: the text is put behind that of the line before, at
#   the same height. With `'`, which does the same without the spacing, it moves.
# Expected: `"` is `aw Tw`, `ac Tc` and `'` in one, so the two lines have two heights, as in the others.
# Why it matters: it is the operator of justified text, whose spacing changes from line to line. The
#   last word of each line joins the first of the next, a line of a table joins the row above,
#   and whoever cuts a page by coordinates gets two lines at one height.
# support-panel: nothing; the PDFs that it is to write do not use the operator.
#
# Output seen, line by line; the script fails where it prints anything else:
# > with ', pdfminer.six: Visit | Ruth
# > with ', pdfplumber: Visit at 146, Ruth at 160
# > with ", pdfminer.six: VisitRuth
# > with ", pdfplumber: VisitRuth at 132
# > with ", pypdf: Visit | Ruth
# > with ", pypdfium2: Visit | Ruth
# > with ", pymupdf: Visit | Ruth
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

def write(content):
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
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

lines = lambda text: " | ".join(text.split())
for operator, before in (("'", ""), ('"', "0 0 ")):
    shown = " ".join(f"{before}({text}) {operator}" for text in ("Visit", "Ruth"))
    write(f"BT /F1 12 Tf 14 TL 72 700 Td {shown} ET")
    print(f"with {operator}, pdfminer.six:", lines(extract_text("page.pdf")))
    with pdfplumber.open("page.pdf") as read:
        words = (f"{w['text']} at {w['top']:.0f}" for w in read.pages[0].extract_words())
        print(f"with {operator}, pdfplumber:", ", ".join(words))
print('with ", pypdf:', lines(pypdf.PdfReader("page.pdf").pages[0].extract_text()))
print('with ", pypdfium2:', lines(
    pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range()))
print('with ", pymupdf:', lines(pymupdf.open("page.pdf")[0].get_text()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
