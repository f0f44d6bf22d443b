"""LibreOffice as a reader of the Word files, and as the peer of the PDF: office.py read|speed FOLDER [MILLISECONDS].

`read` compares headings, texts, tables with their header rows, title and language with what was written, in reading order. `speed`
has a listener that is already running turn the minutes into PDF, against the milliseconds that ours took.
Needs Debian's libreoffice-writer-nogui and python3-uno, and so the system's own Python.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

UNSAID = ("Between", "Write", "Fold")
"""Styles of paragraphs that say nothing."""


def option(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Office:
    """A LibreOffice that listens."""

    def __enter__(self) -> Office:
        self.room = tempfile.TemporaryDirectory()
        pipe = f"readers-{time.monotonic_ns()}"
        profile = Path(self.room.name, "profile").as_uri()
        self.process = subprocess.Popen(
            [
                *("soffice", "--headless", "--norestore", "--nologo"),
                f"-env:UserInstallation={profile}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", here
        )
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.25)
        else:
            sys.exit("LibreOffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.desktop.terminate()
            self.process.wait(20)
        except Exception:
            self.process.kill()
        self.room.cleanup()

    def open(self, path: Path) -> object:
        document = self.desktop.loadComponentFromURL(
            path.resolve().as_uri(),
            "_blank",
            0,
            # Without a lock: a check that fails leaves the file open.
            (option("Hidden", True), option("ReadOnly", True)),
        )
        assert document is not None, f"{path.name} cannot be opened"
        return document


def squeezed(text: str) -> str:
    return " ".join(text.split())


def parts(listing: object) -> list[object]:
    found, walk = [], listing.createEnumeration()
    while walk.hasMoreElements():
        found.append(walk.nextElement())
    return found


def rows_of(table: object) -> list[list[str]]:
    columns = table.Columns.Count
    return [
        [table.getCellByPosition(column, row).String for column in range(columns)]
        for row in range(table.Rows.Count)
    ]


def read_one(document: object, expected: dict[str, object], where: str) -> tuple[int, int]:
    """How many headings and tables there are; stops at the first difference. The records are fictional."""
    waiting = [text for text in expected["texts"] if text[0] == "scale" or squeezed(text[1])]
    headings = tables = 0
    levels: list[int] = []

    def take(kind: str, text: str) -> None:
        wanted = waiting.pop(0) if waiting else ["the end", ""]
        if (wanted[0], squeezed(str(wanted[1]))) != (kind, text):
            sys.exit(f"{where}: found {kind} {text!r}, expected {wanted!r}")

    for part in parts(document.Text):
        if part.supportsService("com.sun.star.text.TextTable"):
            tables += 1
            if not part.RepeatHeadline or part.HeaderRowCount != 1:
                sys.exit(f"{where}: a table without a header row")
            rows = rows_of(part)
            if waiting and waiting[0][0] == "scale":
                _, numbers, lanes = waiting.pop(0)
                head = rows[0][1:] if lanes else rows[0]
                told = [list(map(squeezed, numbers)), [squeezed(lane[0]) for lane in lanes]]
                found = [list(map(squeezed, head)), [squeezed(row[0]) for row in rows[1:]]]
                if found != told:
                    sys.exit(f"{where}: found a scale {found!r}, expected {told!r}")
                continue
            for index, row in enumerate(rows):
                for cell in map(squeezed, row):
                    if cell:
                        take("cell" if index else "head", cell)
            continue
        style, text = part.ParaStyleName, squeezed(part.String)
        if style in UNSAID or not text:
            continue
        if part.OutlineLevel:
            headings += 1
            levels.append(part.OutlineLevel)
            if style != f"Heading {part.OutlineLevel}":
                sys.exit(f"{where}: a heading of level {part.OutlineLevel} in the style {style}")
        take("heading" if part.OutlineLevel else "text", text)
    if waiting:
        sys.exit(f"{where}: {waiting[0]!r} is missing")
    steps = zip([0, *levels], levels, strict=False)
    if any(level > before + 1 for before, level in steps) or levels.count(1) > 1:
        sys.exit(f"{where}: levels {levels}")
    properties = document.DocumentProperties
    title = squeezed(str(expected["title"])) or "Paper"
    if squeezed(properties.Title) != title:
        sys.exit(f"{where}: title {properties.Title!r}, expected {title!r}")
    locale = document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard").CharLocale
    language = "-".join(filter(None, [locale.Language, locale.Country]))
    if language != expected["language"]:
        sys.exit(f"{where}: language {language!r}, expected {expected['language']!r}")
    return headings, tables


def read(folder: Path) -> None:
    documents = json.loads((folder / "documents.json").read_text())
    headings = tables = 0
    with Office() as office:
        for index, expected in enumerate(documents):
            document = office.open(folder / f"{index}.docx")
            counts = read_one(document, expected, f"{index}.docx by LibreOffice")
            headings, tables = headings + counts[0], tables + counts[1]
            document.close(True)
    assert len(documents) >= 60 and headings > len(documents) and tables >= 60
    print(
        f"{len(documents)} Word files with {headings} headings and {tables} tables read by LibreOffice as they were written"
    )


def speed(folder: Path, ours: float) -> None:
    documents = json.loads((folder / "documents.json").read_text())
    minutes = max(
        (
            index
            for index, document in enumerate(documents)
            if document["title"].startswith("Minutes")
            and document["authority"] == "Leicester City Council"
        ),
        key=lambda index: len(documents[index]["texts"]),
    )
    times = []
    with Office() as office, tempfile.TemporaryDirectory() as room:
        out = Path(room, "minutes.pdf").as_uri()
        for _ in range(13):
            start = time.perf_counter()
            document = office.open(folder / f"{minutes}.docx")
            document.storeToURL(out, (option("FilterName", "writer_pdf_Export"),))
            document.close(True)
            times.append((time.perf_counter() - start) * 1000)
    theirs = statistics.median(times[3:])
    print(f"LibreOffice {theirs:.1f} ms, ours {ours:.2f} ms: PDF {theirs / ours:.0f} times")


if __name__ == "__main__":
    if sys.argv[1] == "read":
        read(Path(sys.argv[2]))
    else:
        speed(Path(sys.argv[2]), float(sys.argv[3]))
