#!/usr/bin/env bash
# A form that was filled in is empty to four of five PDF extractors.
#
# Versions: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, pymupdf 2.0
#   (Python).
# Behaviour: what is typed into a form stands in the appearance of its field, which every viewer
#   draws on the page. Of the text of the page four extractors give the questions alone, also
#   pypdfium2 after the form was loaded; pymupdf gives the answers too. pypdf has them elsewhere,
#   by `get_fields`.
# Expected: ISO 32000-2, 12.5.5 and 12.7.4.3: the appearance of a field is drawn on the page, and
#   shows its value. "The text of the page" would have it, as for what is printed from it.
# Why it matters: referrals arrive as such forms. They are searched and read in as if each had
#   been sent back blank, and no page is empty, so that nobody notices.
# support-panel: its own forms are printed to be filled in by hand, or answered as data: a
#   referral is read from CSV or JSON.
#
# Output seen, line by line; the script fails where it prints anything else:
# > pypdf: Name of the child:
# > pdfminer.six: Name of the child:
# > pdfplumber: Name of the child:
# > pypdfium2, forms loaded: Name of the child:
# > pymupdf: Name of the child: / Kai Brook
# > pypdf, fields: {'child': 'Kai Brook'}
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  pypdf==7.1.1 pdfminer.six==20260107 pdfplumber==0.11.10 pypdfium2==5.15.2 pymupdf==2.0

seen=$(
  venv/bin/python - <<'PY'
import pdfplumber, pymupdf, pypdf, pypdfium2
from pdfminer.high_level import extract_text

form = pymupdf.open()
page = form.new_page()
page.insert_text((50, 50), "Name of the child:")
field = pymupdf.Widget()
field.field_name, field.field_type = "child", pymupdf.PDF_WIDGET_TYPE_TEXT
field.rect, field.field_value = pymupdf.Rect(160, 38, 300, 55), "Kai Brook"
page.add_widget(field)
form.save("form.pdf")

def pdfium():
    document = pypdfium2.PdfDocument("form.pdf")
    document.init_forms()
    return document[0].get_textpage().get_text_range()

READERS = {"pypdf": lambda: pypdf.PdfReader("form.pdf").pages[0].extract_text(),
           "pdfminer.six": lambda: extract_text("form.pdf"),
           "pdfplumber": lambda: pdfplumber.open("form.pdf").pages[0].extract_text(),
           "pypdfium2, forms loaded": pdfium,
           "pymupdf": lambda: pymupdf.open("form.pdf")[0].get_text()}
for name, read in READERS.items():
    print(f"{name}: {' / '.join(read().split(chr(10))).strip(' /' + chr(12))}")
print("pypdf, fields:", {name: field["/V"] for name, field in pypdf.PdfReader("form.pdf").get_fields().items()})
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
