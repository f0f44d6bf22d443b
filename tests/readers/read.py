"""Reads the files with python-docx, mammoth, pypdf, pdfplumber, openpyxl and icalendar, and compares with what was written."""

from __future__ import annotations

import datetime
import itertools
import json
import sys
import zoneinfo
from pathlib import Path

import docx
import icalendar
import mammoth
import openpyxl
import pdfplumber
import pypdf

FILES = Path(sys.argv[1])


def same(found: object, expected: object, where: str) -> None:
    """Stops at the first difference; the records are fictional."""
    if found == expected:
        return
    if isinstance(found, list) and isinstance(expected, list):
        pairs = ((f, e) for f, e in zip(found, expected, strict=False) if f != e)
        found, expected = next(pairs, (f"{len(found)} of them", f"{len(expected)}"))
    sys.exit(f"{where}: found {found!r}, expected {expected!r}")


def squeezed(text: str) -> str:
    return " ".join(text.split())


# Word


def words_of(document: docx.document.Document) -> list[list[object]]:
    """What stands in a Word file, in its order, as the list that was written has it."""
    all_: list[list[object]] = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            header = (
                block.rows[0]._tr.trPr is not None and "tblHeader" in block.rows[0]._tr.trPr.xml
            )
            assert header, "a table without a header row"
            described = block._tbl.tblPr.find(docx.oxml.ns.qn("w:tblDescription"))
            if described.get(docx.oxml.ns.qn("w:val")).startswith("A scale from"):
                corner = 1 if len(rows) > 1 else 0
                lanes = [[row[0], marks(row[1:])] for row in rows[1:]]
                all_.append(["scale", rows[0][corner:], lanes])
            else:
                all_ += [["head", cell] for cell in rows[0]]
                all_ += [["cell", cell] for row in rows[1:] for cell in row]
        elif block.style.name.startswith("Heading"):
            all_.append(["heading", block.text])
        elif block.style.name not in ("Between", "Write", "Fold"):
            all_.append(["text", block.text])
    return all_


def marks(cells: list[str]) -> int:
    """How many stand on a lane, or how long a span is."""
    points = [index for index, cell in enumerate(cells) if cell == "●"]
    if points:
        return points[-1] - points[0] if len(points) > 1 else 1
    return sum(int(cell) for cell in cells if cell.isdigit())


def word(index: int, expected: dict[str, object]) -> None:
    path = FILES / f"{index}.docx"
    document = docx.Document(str(path))
    same(words_of(document), expected["texts"], f"{path.name} by python-docx")
    properties = document.core_properties
    title = squeezed(str(expected["title"])) or "Paper"
    same(squeezed(properties.title), title, f"{path.name}: title")
    same(properties.language, expected["language"], f"{path.name}: language")
    same(properties.author, expected["authority"] or "", f"{path.name}: authority")
    levels = [
        int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")
    ]
    same(levels[0], 1, f"{path.name}: first heading")
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), f"{path.name}: {levels}"
    with path.open("rb") as file:
        html = mammoth.convert_to_html(file)
    same([m.message for m in html.messages if m.type == "error"], [], f"{path.name} by mammoth")
    heads = sum(1 for text in expected["texts"] if text[0] == "head")
    scales = sum(len(t[1]) + (1 if t[2] else 0) for t in expected["texts"] if t[0] == "scale")
    same(html.value.count("<th>"), heads + scales, f"{path.name}: header cells by mammoth")


# PDF


Element = dict[str, object]
"""An element of a structure tree: its `type`, its `alt_text`, and its children and (page, number) of what is drawn."""


def element(node: object, pages: dict[int, int], page: int | None) -> Element:
    """An element of the tree as pypdf gives it; an element may go on on another page."""
    page = pages[node["/Pg"].indirect_reference.idnum] if "/Pg" in node else page
    children: list[object] = []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, int):
            children.append((page, int(kid)))
        elif kid.get("/Type") == "/MCR":
            at = pages[kid["/Pg"].indirect_reference.idnum] if "/Pg" in kid else page
            children.append((at, int(kid["/MCID"])))
        else:
            children.append(element(kid, pages, page))
    return {"type": str(node.get("/S", ""))[1:], "alt_text": node.get("/Alt"), "children": children}


def elements(tree: Element) -> list[Element]:
    """An element and every one within it, in reading order."""
    within = [elements(child) for child in tree["children"] if isinstance(child, dict)]
    return [tree, *(one for some in within for one in some)]


def text_of(tree: Element, drawn: dict[tuple[int, int], str]) -> str:
    """The text of an element and of those within it."""
    parts = (
        text_of(c, drawn) if isinstance(c, dict) else drawn.get(c, "") for c in tree["children"]
    )
    return "".join(parts)


def pdf(index: int, expected: dict[str, object]) -> int:
    path = FILES / f"{index}.pdf"
    reader = pypdf.PdfReader(path)
    root = reader.trailer["/Root"]
    same(root["/Lang"], expected["language"], f"{path.name}: language by pypdf")
    same(bool(root["/MarkInfo"]["/Marked"]), True, f"{path.name}: tagged")
    same(bool(root["/ViewerPreferences"]["/DisplayDocTitle"]), True, f"{path.name}: title shown")
    title = squeezed(str(expected["title"])) or "Paper"
    same(squeezed(reader.metadata.title), title, f"{path.name}: title by pypdf")
    drawn: dict[tuple[int, int], str] = {}
    with pdfplumber.open(path) as file:
        for number, page in enumerate(file.pages):
            for char in page.chars:
                if char["mcid"] is not None:
                    key = (number, char["mcid"])
                    drawn[key] = drawn.get(key, "") + char["text"]
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    all_ = elements(element(root["/StructTreeRoot"], pages, None))
    kinds = [(one["type"], text_of(one, drawn)) for one in all_]
    figures = [one for one in all_ if one["type"] == "Figure"]
    headings = [squeezed(text) for kind, text in kinds if kind[:1] == "H" and kind[1:].isdigit()]
    wanted = [squeezed(t[1]) for t in expected["texts"] if t[0] == "heading"]
    same(
        [h for h in headings if h != "Paper"],
        [w for w in wanted if w],
        f"{path.name}: headings by pdfplumber",
    )
    levels = [int(kind[1:]) for kind, _ in kinds if kind[:1] == "H" and kind[1:].isdigit()]
    same(levels[0], 1, f"{path.name}: first heading")
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), f"{path.name}: {levels}"
    heads = [squeezed(t[1]) for t in expected["texts"] if t[0] == "head"]
    cells = [squeezed(text) for kind, text in kinds if kind in ("TH", "TD")]
    table = [squeezed(t[1]) or "–" for t in expected["texts"] if t[0] in ("head", "cell")]
    same([cell or "–" for cell in cells], table, f"{path.name}: cells by pdfplumber")
    assert sum(1 for kind, _ in kinds if kind == "TH") >= len(heads), f"{path.name}: header cells"
    scales = [t for t in expected["texts"] if t[0] == "scale"]
    same(len(figures), len(scales), f"{path.name}: figures")
    for figure, (_, numbers, _) in zip(figures, scales, strict=True):
        same(
            squeezed(figure["alt_text"]).startswith(
                squeezed(f"A scale from {numbers[0]} to {numbers[-1]}")
            ),
            True,
            f"{path.name}: alternative text",
        )
    # Everything said, in reading order: a label and what it stands for are one text.
    said = squeezed(
        " ".join(
            text
            for kind, text in kinds
            if kind in ("H1", "H2", "H3", "H4", "P", "LBody", "Lbl", "TH", "TD")
        )
    )
    at = 0
    for text in expected["texts"]:
        if text[0] == "scale":
            continue
        for part in squeezed(text[1]).split(" "):
            found = said.find(part, at)
            assert found >= 0, (
                f"{path.name}: {part!r} is missing or out of order after {said[max(0, at - 60) : at + 60]!r}"
            )
            at = found + len(part)
    return len(scales)


# Excel


def sheets() -> None:
    workbook = openpyxl.load_workbook(FILES / "tracker.xlsx")
    same(workbook.sheetnames, ["By owner", "By case"], "tracker: sheets by openpyxl")
    same(workbook.properties.title, "Tracker", "tracker: title by openpyxl")
    for sheet in workbook:
        head, *rows = sheet.iter_rows(values_only=True)
        same(
            sorted(head),
            sorted(
                [
                    "Owner",
                    "Agency",
                    "Action",
                    "Case",
                    "Panel",
                    "Due",
                    "Days late",
                    "Progress",
                    "Not for",
                ]
            ),
            sheet.title,
        )
        same(len(rows), 5, f"{sheet.title}: rows")
        for row in rows:
            cells = dict(zip(head, row, strict=True))
            assert isinstance(cells["Due"], datetime.datetime), sheet.title
            assert all(
                isinstance(cells[key], str) for key in ("Case", "Panel", "Action", "Owner")
            ), sheet.title
            assert cells["Days late"] is None or isinstance(cells["Days late"], int), sheet.title
    expected = json.loads((FILES / "hostile.json").read_text())
    rows = list(openpyxl.load_workbook(FILES / "hostile.xlsx").active.iter_rows())[1:]
    same([row[0].value or "" for row in rows], expected, "hostile texts by openpyxl")
    same({row[0].data_type for row in rows}, {"s"}, "hostile texts are texts")
    same({row[1].value for row in rows}, {datetime.datetime(2026, 3, 29)}, "days by openpyxl")


# iCalendar


def calendars() -> None:
    london = zoneinfo.ZoneInfo("Europe/London")
    uids = set()
    for path in sorted(FILES.glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        day, sequence = path.stem[:10], int(path.stem[-1])
        panel, review = calendar.walk("VEVENT")
        (todo,) = calendar.walk("VTODO")
        local = panel.decoded("dtstart").astimezone(london)
        same(local.strftime("%Y-%m-%d %H:%M"), f"{day} 10:00", f"{path.name}: London by icalendar")
        same(review.decoded("dtstart"), datetime.date(2026, 5, 14), f"{path.name}: review")
        same(todo.decoded("due"), datetime.date(2026, 4, 9), f"{path.name}: action")
        items = (panel, review, todo)
        same([int(item["sequence"]) for item in items], [sequence] * 3, f"{path.name}: sequence")
        same(
            [str(item["summary"]) for item in items],
            ["Meeting", "Meeting", "Something to do"],
            path.name,
        )
        uids.add(tuple(str(item["uid"]) for item in items))
    same(len(uids), 1, "UIDs stay the same")


def main() -> None:
    documents = json.loads((FILES / "documents.json").read_text())
    pdfs = scales = 0
    for index, expected in enumerate(documents):
        word(index, expected)
        if expected["has_pdf"]:
            pdfs += 1
            scales += pdf(index, expected)
    assert pdfs >= 60 and scales >= 10, f"{pdfs} PDFs, {scales} scales"
    sheets()
    calendars()
    print(
        f"{len(documents)} Word files, {pdfs} PDFs with {scales} scales, 2 workbooks and 8 calendars read as they were written"
    )


main()
