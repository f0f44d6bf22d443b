#!/usr/bin/env bash
# What a PDF says a mark means is read by two of five extractors, and by one if it is in the tree.
#
# Versions: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, pymupdf 2.0.
# Behaviour: ActualText (ISO 32000-1, 14.9.4) is the text to read in place of what is drawn: here
#   "agreed" for a cross in a box, and nothing for a hyphen at a line's end. Given with the content,
#   pypdfium2 and pymupdf obey it and the rest print the cross. Given on the structure element, the
#   other place that the standard names and where accessible PDFs have it, only pymupdf does. For the
#   hyphen, pypdfium2 puts U+FFFE, which is no character, into the word.
# Expected: "Plan agreed" and "multiagency" from all; at least one answer for both places.
# Why it matters: a tagged PDF is made so that it reads right aloud. A search index or a model that
#   reads it through such a library gets the drawing: "Plan x" is what is left of a decision.
# support-panel: the rule for its PDFs is to draw as text whatever has to be read.
#
# Output seen, line by line; the script fails where it prints anything else:
# > pypdf: content 'Plan x', element 'Plan x', hyphen 'multi-\nagency'
# > pdfminer.six: content 'Plan x', element 'Plan x', hyphen 'multi-\nagency'
# > pdfplumber: content 'Plan x', element 'Plan x', hyphen 'multi-\nagency'
# > pypdfium2: content 'Plan agreed', element 'Plan x', hyphen 'multi\ufffeagency'
# > pymupdf: content 'Plan agreed', element 'Plan agreed', hyphen 'multi\nagency'
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

def write(content, actual=""):
    content = f"BT /F1 12 Tf 72 700 Td {content} ET"
    child, parent = (" 2", " 7 0 R") if "MCID 2" in content else ("", "")
    objects = [
        "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(en-GB)>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R 8 0 R{parent}]]>>>>",
        f"<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K[0 8 0 R{child}]>>",
        f"<</Type/StructElem/S/Span/P 7 0 R/Pg 3 0 R/K 1{actual}>>",
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

readers = {
    "pypdf": lambda: pypdf.PdfReader("page.pdf").pages[0].extract_text(),
    "pdfminer.six": lambda: extract_text("page.pdf"),
    "pdfplumber": by_pdfplumber,
    "pypdfium2": lambda: pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range(),
    "pymupdf": lambda: pymupdf.open("page.pdf")[0].get_text(),
}
seen = {name: [] for name in readers}
part = lambda number, text, more="": f"/Span <</MCID {number}{more}>> BDC {text} Tj EMC"
plan = part(0, "(Plan )")
for kind, content, actual in (
    ("content", plan + part(1, "(x)", "/ActualText(agreed)"), ""),
    ("element", plan + part(1, "(x)"), "/ActualText(agreed)"),
    ("hyphen", part(0, "(multi)") + part(1, "(-)", "/ActualText()") + " 0 -14 Td "
     + part(2, "(agency)"), ""),
):
    write(content, actual)
    for name, read in readers.items():
        seen[name].append(f"{kind} {ascii(read().strip())}")
for name, found in seen.items():
    print(f"{name}:", ", ".join(found))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
