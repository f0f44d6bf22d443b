#!/usr/bin/env bash
# A question that was left open in a Word form has the answer "Choose an item." in three readers.
#
# Versions: python-docx 1.2.0, mammoth 1.13.0, pypandoc-binary 1.17 (pandoc 3.9), docx2python 3.7.1.
# Behaviour: a field of a form (a content control) that nobody has filled in holds the prompt that
#   Word shows in grey, and says so with `showingPlcHdr` (ECMA-376 part 1, 17.5.2.39). mammoth,
#   pandoc and docx2python print the prompt like an answer. python-docx prints neither prompt nor
#   answer.
# Expected: an answer where there is one, and nothing, or a mark, where there is none.
# Why it matters: referral forms are such documents. "Is there a court order? Choose an item." is
#   counted as filled in, and goes into a search index or to a model as what a person said.
# support-panel: reads no Word documents, and the rule for its own is plain runs without fields.
#
# Output seen, line by line; the script fails where it prints anything else:
# > python-docx: Court order? | Known to health? | Who attends? | Who leads?
# > mammoth: Court order? Choose an item. | Known to health? Yes | Who attends? Click or tap here to enter text. | Who leads? Ruth Bell
# > pandoc: Court order? Choose an item. | Known to health? Yes | Who attends? Click or tap here to enter text. | Who leads? Ruth Bell
# > docx2python: Court order? Choose an item. | Known to health? Yes | Who attends? Click or tap here to enter text. | Who leads? Ruth Bell
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
import docx, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

def question(text, kind, state, shown):
    style = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>' if state else ""
    return parse_xml(
        f'<w:p {W}><w:r><w:t xml:space="preserve">{text} </w:t></w:r><w:sdt><w:sdtPr>{state}{kind}'
        f'</w:sdtPr><w:sdtContent><w:r>{style}<w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt></w:p>')

CHOICE = ('<w:dropDownList><w:listItem w:displayText="Yes" w:value="yes"/>'
          '<w:listItem w:displayText="No" w:value="no"/></w:dropDownList>')
OPEN = "<w:showingPlcHdr/>"
form = docx.Document()
for part in (
    question("Court order?", CHOICE, OPEN, "Choose an item."),
    question("Known to health?", CHOICE, "", "Yes"),
    question("Who attends?", "<w:text/>", OPEN, "Click or tap here to enter text."),
    question("Who leads?", "<w:text/>", "", "Ruth Bell"),
):
    form.element.body.insert(len(form.element.body) - 1, part)
form.save("form.docx")

def by_mammoth():
    with open("form.docx", "rb") as file:
        return mammoth.extract_raw_text(file).value

def by_docx2python():
    with docx2python("form.docx") as read:
        return read.text

plain = ["--wrap=none"]
for name, text in {
    "python-docx": "\n".join(p.text for p in docx.Document("form.docx").paragraphs),
    "mammoth": by_mammoth(),
    "pandoc": pypandoc.convert_file("form.docx", "plain", extra_args=plain),
    "docx2python": by_docx2python(),
}.items():
    print(f"{name}:", " | ".join(line.strip() for line in text.splitlines() if line.strip()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
