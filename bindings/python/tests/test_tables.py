"""Many records: whatever they come in, and whatever takes the tables."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import corpus
import duckdb
import pandas
import polars
import pyarrow
import pyarrow.ipc
import pytest
import rich.progress
import support_panel
from support_panel import (
    PanelError,
    Profile,
    Record,
    Table,
    Tables,
    iter_records,
    read_ndjson,
    stream_ndjson,
)
from tqdm import tqdm

TABLES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings", "errors")


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """Some hundred panels, each under an id of its own."""
    documents = [
        json.loads(corpus.stored("records", name, "json"))
        for name in ("clean", "leicester-initial", "leicester-review")
    ]
    return [Record.from_dict({**documents[n % 3], "id": f"panel-{n}"}) for n in range(2500)]


@pytest.fixture(scope="module")
def lines(records: list[Record]) -> bytes:
    return b"".join(record.to_json().encode() + b"\n" for record in records)


@pytest.fixture(scope="module")
def tables(lines: bytes) -> Tables:
    return read_ndjson(lines)


def rows(table: Table) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return listed


def test_every_table_in_every_library(tables: Tables) -> None:
    for name in TABLES:
        table = getattr(tables, name)
        assert (table.name, repr(table)) == (name, f"<Table {name}: {len(table)} rows>")
        arrow = pyarrow.table(table)
        arrow.validate(full=True)
        assert arrow.equals(table.to_pyarrow())
        assert arrow.column_names == list(table.columns)
        assert pyarrow.schema(table) == arrow.schema
        for frame in (table.to_pandas(), pandas.DataFrame.from_arrow(table)):
            assert (len(frame), list(frame.columns)) == (len(table), arrow.column_names)
        for other in (table.to_polars(), polars.DataFrame(table)):
            assert (other.height, other.columns) == (len(table), arrow.column_names)
            assert other.rows() == polars.from_arrow(arrow).rows()  # type: ignore[union-attr]
        held = duckdb.execute("select count(*) from arrow").fetchone()
        assert held == (len(table),)
    assert len(tables.panels) == 2500
    assert len(tables.errors) == 0
    assert "2500 panels" in repr(tables)


def test_findings_are_those_of_check(records: list[Record], tables: Tables) -> None:
    found = [
        (
            row["record_id"],
            row["line"],
            row["code"],
            row["severity"],
            row["path"],
            row["subject"],
            row["message"],
        )
        for row in rows(tables.findings)
    ]
    expected = [
        (record.id, line, f.code, f.severity, f.path, f.subject, f.message)
        for line, record in enumerate(records, 1)
        for f in record.check()
    ]
    assert found == expected


def test_the_stream_outlives_its_tables(lines: bytes) -> None:
    capsule = read_ndjson(lines).panels.__arrow_c_stream__()
    del capsule
    arrow = pyarrow.table(read_ndjson(lines).panels)
    assert arrow.num_rows == 2500


def test_sources_of_every_kind(lines: bytes, tables: Tables, tmp_path: Path) -> None:
    plain, packed = tmp_path / "panels.ndjson", tmp_path / "panels.ndjson.gz"
    plain.write_bytes(lines)
    packed.write_bytes(gzip.compress(lines))

    def told(of: Tables) -> list[dict[str, Any]]:
        return [{**row, "file": None} for row in rows(of.ratings)]

    expected = told(tables)
    with plain.open("rb") as binary, plain.open(encoding="utf-8") as text:
        for source in (
            plain,
            str(plain),
            packed,
            bytearray(lines),
            io.BytesIO(lines),
            io.StringIO(lines.decode()),
            binary,
            text,
        ):
            assert told(read_ndjson(source)) == expected
    both = read_ndjson([plain, packed])
    assert len(both.panels) == 5000
    assert {row["file"] for row in rows(both.panels)} == {str(plain), str(packed)}
    with pytest.raises(TypeError, match="expected a path"):
        read_ndjson(7)  # type: ignore[arg-type]
    with pytest.raises(PanelError) as caught:
        read_ndjson(tmp_path / "nothing.ndjson")
    assert caught.value.code == "unreadable"
    assert isinstance(caught.value, FileNotFoundError)


def test_a_bad_line_is_a_row_or_an_error(lines: bytes) -> None:
    first, rest = lines.split(b"\n", 1)
    broken = first + b'\n{"format": "support-panel/1", "id": 7}\n' + rest
    tables = read_ndjson(broken)
    assert len(tables.panels) == 2500
    [row] = rows(tables.errors)
    assert (row["line"], row["code"], row["path"]) == (2, "wrong_type", "/id")
    with pytest.raises(PanelError) as caught:
        read_ndjson(broken, on_error="raise")
    assert (caught.value.code, caught.value.path, caught.value.line) == ("wrong_type", "/id", 2)
    with pytest.raises(PanelError) as caught:
        read_ndjson(broken, on_error="ignore")  # type: ignore[arg-type]
    assert caught.value.code == "unknown_word"


def test_threads_make_no_difference(lines: bytes, tables: Tables) -> None:
    for threads in (1, 2, 5):
        other = read_ndjson(lines, threads=threads)
        assert all(
            getattr(other, name).to_pyarrow().equals(getattr(tables, name).to_pyarrow())
            for name in TABLES
        )
    with pytest.raises(ValueError):
        read_ndjson(lines, threads=0)


def test_several_profiles_are_read_together(records: list[Record]) -> None:
    ours = [
        Profile.from_toml(f"""
            extends = "leicester-masp"
            id = "our-panel"
            version = "{version}"
            [quorum]
            min_agencies = {agencies}
        """)
        for version, agencies in (("2026.1", 1), ("2027.1", 9))
    ]
    some = []
    for place, record in enumerate(records[:30]):
        document = record.to_dict()
        version = ("2026.1", "2027.1")[place % 2]
        some.append({**document, "profile": {"id": "our-panel", "version": version}})
    together = read_ndjson(some, profile=ours)
    assert len(together.panels) == 30 and len(together.errors) == 0
    found = rows(together.findings)
    for place, one in enumerate(some):
        alone = Record.from_dict(one).check(profile=ours[place % 2])
        here = [row["code"] for row in found if row["record_id"] == one["id"]]
        assert here == [finding.code for finding in alone]
    assert {row["code"] for row in rows(read_ndjson(some, profile=ours[:1]).errors)} == {
        "profile_mismatch"
    }
    with pytest.raises(TypeError, match="expected a Profile or several, found str"):
        read_ndjson(some, profile=["our-panel"])  # type: ignore[list-item]


def test_profile_and_day_are_passed_on(lines: bytes) -> None:
    late = read_ndjson(lines, profile=Profile.built_in(), as_of="2030-01-01")
    assert "SP609" in {row["code"] for row in rows(late.findings)}
    other = Profile.from_toml('extends = "leicester-masp"\nid = "ours"\nversion = "1"\n')
    assert {row["code"] for row in rows(read_ndjson(lines, profile=other).errors)} == {
        "profile_mismatch"
    }


def test_free_text_only_where_asked(lines: bytes) -> None:
    assert "text" not in read_ndjson(lines).entries.columns
    assert "text" in read_ndjson(lines, text=True).entries.columns


def test_a_stream_is_bounded_and_the_same(lines: bytes, tables: Tables) -> None:
    parts = list(stream_ndjson(lines))
    assert len(parts) > 1
    assert all(len(part.panels) <= 1000 for part in parts)
    for name in TABLES:
        joined = [row for part in parts for row in rows(getattr(part, name))]
        assert joined == rows(getattr(tables, name))


def test_progress_to_a_callable_tqdm_and_rich(lines: bytes) -> None:
    seen: list[support_panel.Progress] = []
    read_ndjson(lines, progress=seen.append)
    assert seen == sorted(seen)
    assert (seen[-1].records, seen[-1].bytes, seen[-1].total_bytes) == (
        2500,
        len(lines),
        len(lines),
    )

    with tqdm(file=io.StringIO()) as bar:
        read_ndjson(lines, progress=bar)
    assert (bar.n, bar.total) == (len(lines), len(lines))

    with rich.progress.Progress(disable=True) as shown:
        read_ndjson(lines, progress=shown)
    assert (shown.tasks[0].completed, shown.tasks[0].total) == (len(lines), len(lines))
    with pytest.raises(TypeError, match="expected a callable"):
        read_ndjson(lines, progress=7)

    def stop(progress: support_panel.Progress) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        read_ndjson(lines, progress=stop)


def test_ctrl_c_ends_the_work(lines: bytes, tmp_path: Path) -> None:
    """A process that reads without end hears of Ctrl-C."""
    script = """
import itertools, sys
from support_panel import stream_ndjson, read_ndjson
line = open(sys.argv[1], 'rb').readline()
class Endless:
    told = False
    def read(self, size):
        if not Endless.told:
            Endless.told = True
            print('reading', flush=True)
        return line * 10
try:
    for part in stream_ndjson(Endless(), threads=2): pass
except KeyboardInterrupt:
    print('stopped', flush=True)
"""
    (tmp_path / "lines").write_bytes(lines)
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "lines")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    os.kill(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert (out, process.returncode) == ("stopped\n", 0)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize(
    "source", ["sys.stdin.fileno()", "sys.argv[1]", "sys.stdin.buffer", "sys.stdin"]
)
@pytest.mark.parametrize("call", ["read_ndjson", "stream_ndjson"])
def test_ctrl_c_is_heard_while_a_pipe_is_silent(
    call: str, source: str, threads: int, lines: bytes
) -> None:
    script = f"""
import sys
from support_panel import read_ndjson, stream_ndjson
source = {source}
if isinstance(source, int):
    source = open(source, 'rb', buffering=0)
print('reading', flush=True)
try:
    for part in [{call}(source, threads={threads})]:
        list(part)
except KeyboardInterrupt:
    print('stopped', flush=True)
"""
    command = [sys.executable, "-c", script, "/dev/stdin"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    # One line and a bit of the next, and then nothing more.
    process.stdin.write(lines[: lines.index(b"\n") + 100])
    process.stdin.flush()
    assert process.stdout.readline() == b"reading\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    # Standard input stays open: only the signal can end it.
    assert process.stdout.readline() == b"stopped\n"
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == b""


def test_only_the_tables_asked_for(lines: bytes, tables: Tables) -> None:
    some = read_ndjson(lines, tables=["ratings", "stages"])
    assert rows(some.ratings) == rows(tables.ratings)
    assert repr(some).startswith("<Tables: ") and "panels" not in repr(some)
    assert len(some.errors) == 0
    with pytest.raises(AttributeError, match="the table panels was not asked for"):
        some.panels
    assert not hasattr(next(iter(stream_ndjson(lines, tables=["findings"]))), "entries")
    with pytest.raises(PanelError) as caught:
        read_ndjson(lines, tables=["people"])  # type: ignore[list-item]
    assert caught.value.code == "unknown_word"


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="this system does not tell a process's own peak"
)
def test_many_threads_take_no_more_memory(lines: bytes, tmp_path: Path) -> None:
    """64 MB, whatever is asked for; the interpreter and its imports are part of it."""
    script = """
import re, sys
from support_panel import stream_ndjson
rows = sum(len(part.ratings) for part in stream_ndjson(sys.argv[1], threads=100))
print(rows, re.search(r"VmHWM:\\s+(\\d+) kB", open('/proc/self/status').read())[1])
"""
    (tmp_path / "lines").write_bytes(lines * 4)
    out = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "lines")],
        capture_output=True,
        check=True,
        text=True,
    )
    counted, peak = map(int, out.stdout.split())
    assert counted == 4 * len(read_ndjson(lines).ratings)
    assert peak * 1024 <= 64_000_000


@pytest.mark.parametrize("name", TABLES)
def test_the_commands_arrow_is_read_by_pyarrow_and_polars(
    name: str, lines: bytes, tables: Tables, tmp_path: Path
) -> None:
    file = tmp_path / "panels.ndjson"
    file.write_bytes(lines)
    command = [sys.executable, "-m", "support_panel", "table", name, str(file), "--format", "arrow"]
    out = subprocess.run(command, capture_output=True, check=True).stdout
    expected = getattr(read_ndjson(file, tables=[name]), name).to_pyarrow()  # type: ignore[list-item]
    read = pyarrow.ipc.open_stream(out).read_all()
    assert read.schema == expected.schema
    # How a dictionary is numbered is no one's business.
    assert read.to_pylist() == expected.to_pylist()
    frame = polars.read_ipc_stream(io.BytesIO(out))
    assert (frame.height, frame.columns) == (expected.num_rows, expected.column_names)


def test_a_file_whose_read_fails_is_that_failure(lines: bytes) -> None:
    class Broken:
        name = "broken"

        def read(self, size: int) -> bytes:
            raise OSError("a reason that may name anything")

    with pytest.raises(OSError, match="a reason that may name anything"):
        read_ndjson(Broken())
    with pytest.raises(OSError, match="a reason"):
        [*stream_ndjson(Broken(), on_error="raise")]
    with pytest.raises(OSError, match="a reason"):
        [*iter_records(Broken(), on_error="collect")]


def test_other_threads_run_meanwhile(lines: bytes) -> None:
    ended, steps = threading.Event(), 0

    def work() -> None:
        read_ndjson(lines * 4, threads=1)
        ended.set()

    worker = threading.Thread(target=work)
    worker.start()
    while not ended.wait(0.001):
        steps += 1
    worker.join()
    assert steps > 3
