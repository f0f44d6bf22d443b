"""Files as people have them are read; what cannot be is told in one row, with what to do."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import zipfile

import pytest
from support_panel import MissingFileError, PanelError, Record, iter_records, read_ndjson
from synthetic import lines_of

LINES = lines_of(12, seed=3, defects=0.5)
RECORDS = [json.loads(line) for line in LINES.splitlines()]
AS_OF = "2026-06-30"
NAMES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings")


def told(source, **options):
    """Every table but for where the records came from."""
    tables = read_ndjson(source, as_of=AS_OF, **options)
    assert len(tables.errors) == 0, tables.errors.to_pyarrow().to_pylist()
    return {
        name: [
            {k: v for k, v in row.items() if k not in ("file", "line")}
            for row in tables[name].to_pyarrow().to_pylist()
        ]
        for name in NAMES
    }


EXPECTED = told(LINES.encode())


def zipped(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


FILES = {
    "panels.ndjson": LINES.encode(),
    "bom.ndjson": b"\xef\xbb\xbf" + LINES.encode(),
    "windows.ndjson": LINES.replace("\n", "\r\n").encode(),
    "notepad.ndjson": LINES.encode("utf-16"),
    "big-endian.ndjson": b"\xfe\xff" + LINES.encode("utf-16-be"),
    "panels.ndjson.xz": lzma.compress(LINES.encode()),
    "panels.ndjson.bz2": bz2.compress(LINES.encode()),
    "panels.ndjson.gz": gzip.compress(LINES.encode()),
    "array.json": json.dumps(RECORDS).encode(),
    "indented-array.json": json.dumps(RECORDS, indent=2).encode(),
    "indented.json": "\n".join(json.dumps(record, indent=4) for record in RECORDS).encode(),
    "indented-windows.json": b"\xef\xbb\xbf"
    + "\r\n".join(json.dumps(r, indent=4).replace("\n", "\r\n") for r in RECORDS).encode(),
    "panels.zip": zipped(
        {
            "a.ndjson": "\n".join(LINES.splitlines()[:5]),
            "__MACOSX/a.ndjson": "\0",
            "b.ndjson": "\n".join(LINES.splitlines()[5:]),
        }
    ),
    "no-ending": LINES.encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_read(name, tmp_path):
    file = tmp_path / name
    file.write_bytes(FILES[name])
    assert told(file) == EXPECTED
    assert told(str(file)) == EXPECTED
    assert [r.id for r in iter_records(file)] == [record["id"] for record in RECORDS]
    files = {row["file"] for row in read_ndjson(file).panels.to_pyarrow().to_pylist()}
    inside = {f"{file}/a.ndjson", f"{file}/b.ndjson"} if name == "panels.zip" else {str(file)}
    assert files == inside


def test_a_folder_and_a_pattern_are_read(tmp_path):
    parts = LINES.splitlines(keepends=True)
    for place, (start, end) in enumerate([(0, 4), (4, 9), (9, 12)]):
        folder = tmp_path / f"year={2024 + place}"
        folder.mkdir()
        (folder / "part-0000.ndjson").write_text("".join(parts[start:end]))
        (folder / "_SUCCESS").write_bytes(b"")
        (folder / ".part-0000.ndjson.crc").write_bytes(b"crc")
    (tmp_path / "README.md").write_text("# What this is")
    assert told(tmp_path) == EXPECTED
    assert told(f"{tmp_path}/**/*.ndjson") == EXPECTED
    assert told(f"{tmp_path}/year=202?/part*") == EXPECTED
    assert told([f"{tmp_path}/year=2024", *sorted(tmp_path.glob("year=202[56]"))]) == EXPECTED


def test_a_folder_of_records_each_in_a_file(tmp_path):
    for place, record in enumerate(RECORDS):
        (tmp_path / f"{place:02}.json").write_text(json.dumps(record, indent=2))
    assert told(tmp_path) == EXPECTED


def test_a_text_keeps_what_it_holds(tmp_path):
    """Line ends inside of texts are escapes; braces and quotes in texts are no structure."""
    record = json.loads(LINES.splitlines()[0])
    record["referral"]["reason"] = 'a "quoted" {brace} [list] \\ and\nanother line'
    (tmp_path / "one.json").write_text(json.dumps([record, record["id"], record], indent=1))
    read = iter_records(tmp_path / "one.json", on_error="collect")
    assert [r.to_json() for r in read] == [Record.from_dict(record).to_json()] * 2


MISSING = ["nothing.ndjson", "nothing/", "no*.ndjson"]


@pytest.mark.parametrize("name", MISSING)
def test_what_is_not_there(name, tmp_path):
    for read in (read_ndjson, lambda source: [*iter_records(source)]):
        with pytest.raises(FileNotFoundError) as caught:
            read(f"{tmp_path}/{name}")
        assert isinstance(caught.value, MissingFileError) and isinstance(caught.value, PanelError)
        assert caught.value.code == "unreadable"
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("no record")
    with pytest.raises(FileNotFoundError, match="a folder without files of records"):
        read_ndjson(tmp_path / "empty")


TOLD = {
    "a zip archive.*unpack it first": FILES["panels.zip"],
    "compressed with xz.*unpack it first": FILES["panels.ndjson.xz"],
    "compressed with bzip2.*unpack it first": FILES["panels.ndjson.bz2"],
    "UTF-16, expected UTF-8: save it as UTF-8": FILES["notepad.ndjson"],
    "a JSON array, expected one record a line": FILES["indented-array.json"],
    "a record over several lines, expected one record a line": FILES["indented.json"],
}


@pytest.mark.parametrize("message", TOLD)
def test_bytes_are_what_they_are_told_to_be(message, tmp_path):
    """Where only bytes are there, one row says what they are."""
    import re

    for source in (TOLD[message], io.BytesIO(TOLD[message]), gzip.compress(TOLD[message])):
        if isinstance(source, bytes) and source[:2] == b"\x1f\x8b" and "unpack" in message:
            continue
        [row] = read_ndjson(source).errors.to_pyarrow().to_pylist()
        assert (row["code"], row["line"]) == ("unreadable", 1)
        assert re.search(message, row["message"]), row["message"]


@pytest.mark.parametrize("name", ["panels.ndjson.xz", "panels.ndjson.bz2", "panels.zip"])
def test_what_breaks_off_is_a_row(name, tmp_path):
    file = tmp_path / name
    whole = FILES[name]
    file.write_bytes(whole[: len(whole) * 2 // 3])
    tables = read_ndjson([file, LINES.encode()])
    assert len(tables.panels) >= 12
    assert {row["code"] for row in tables.errors.to_pyarrow().to_pylist()} == {"unreadable"}
    assert len(tables.errors) == 1


def test_a_broken_first_line_costs_that_line(tmp_path):
    for first in ('{"broken":', "[1, 2]", "", "   "):
        file = tmp_path / "panels.ndjson"
        file.write_text(f"{first}\n{LINES}")
        tables = read_ndjson(file)
        assert len(tables.panels) == 12 and len(tables.errors) == bool(first.strip())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_looked_into(tmp_path):
    import threading

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(LINES))
    writer.start()
    assert told(pipe) == EXPECTED
    writer.join()
