"""Spark's rows beside the local ones, on a session with two worker processes."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path

import pytest
from synthetic import lines_of

pytest.importorskip("pyspark", reason="pyspark is not installed")
pytest.importorskip("pyarrow")

from support_panel import Profile, read_ndjson
from support_panel import spark as panels

AS_OF = "2026-06-30"


@pytest.fixture(scope="module")
def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.memory", "1g")
        .getOrCreate()
    )
    panels.register(session)
    yield session
    session.stop()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("panels")
    (folder / "a.ndjson").write_text(
        lines_of(120, seed=1, defects=0.7) + '{"format":"support-panel/1","id":7}\nnot json\n'
    )
    (folder / "b.ndjson").write_text('{"broken":\n' + lines_of(60, seed=2))
    (folder / "c.ndjson.gz").write_bytes(gzip.compress(lines_of(40, seed=3).encode()))
    return [str(path) for path in sorted(folder.iterdir())]


def plain(row, without=()):
    """A row of either, times in seconds, so that zones make no difference."""

    def value(item):
        return item.timestamp() if hasattr(item, "timestamp") else item

    return {name: value(item) for name, item in row.items() if name not in without}


@pytest.mark.parametrize("table", panels.TABLES)
def test_the_data_source_gives_the_local_rows(session, files, table):
    local = read_ndjson(files, as_of=AS_OF)
    reader = session.read.format("support_panel").option("table", table).option("as_of", AS_OF)
    frame = reader.option("split", 150_000).load(files)
    assert frame.rdd.getNumPartitions() > 5
    expected = [plain(row) for row in getattr(local, table).to_pyarrow().to_pylist()]
    assert expected
    assert [plain(row.asDict()) for row in frame.collect()] == expected


@pytest.mark.parametrize(
    ("table", "text"),
    [("findings", False), ("errors", False), ("entries", True), ("stages", False)],
)
def test_lines_of_a_frame_give_the_local_rows(session, files, table, text):
    lines = [
        line for path in files[:2] for line in Path(path).read_text(encoding="utf-8").splitlines()
    ]
    frame = session.createDataFrame([(line,) for line in lines], "value string").repartition(1)
    order = [row.value for row in frame.collect()]
    local = read_ndjson("\n".join(order).encode(), as_of=AS_OF, text=text)
    mapped = panels.map_lines(frame, table, profile=Profile.built_in(), as_of=AS_OF, text=text)
    without = ("file", "line", "byte_offset")
    expected = [plain(row, without) for row in getattr(local, table).to_pyarrow().to_pylist()]
    rows = [row.asDict() for row in mapped.collect()]
    assert expected and [plain(row, without) for row in rows] == expected
    assert all(row.get(name) is None for row in rows for name in without)


def test_lines_keep_the_place_that_the_frame_gives_them(session, files):
    lines = Path(files[0]).read_text(encoding="utf-8").splitlines()
    frame = session.createDataFrame(
        [(files[0], n, line) for n, line in enumerate(lines, 1)],
        "file string, line long, value string",
    )
    mapped = panels.map_lines(frame.repartition(2), "findings", as_of=AS_OF)
    local = read_ndjson(files[0], as_of=AS_OF).findings.to_pyarrow().to_pylist()

    def by_line(rows):
        return sorted(rows, key=lambda row: row["line"])

    assert by_line([row.asDict() for row in mapped.collect()]) == by_line(local)


def test_work_is_done_in_two_processes(session, files):

    frame = session.read.text(files[:2]).repartition(2)

    def where(batches):
        import pyarrow as pa

        rows = sum(len(batch) for batch in batches)
        yield pa.RecordBatch.from_pydict({"pid": [os.getpid()], "rows": [rows]})

    found = frame.mapInArrow(where, "pid long, rows long").collect()
    assert len({row.pid for row in found}) == 2 and os.getpid() not in {row.pid for row in found}


def test_what_is_wrong_is_said(session, files, tmp_path):
    with pytest.raises(ValueError, match="table: found another word"):
        panels.table_schema("people")
    with pytest.raises(Exception, match="no file was found"):
        session.read.format("support_panel").load(str(tmp_path / "none*")).collect()
    two = session.createDataFrame([("{}\n{}",)], "value string")
    with pytest.raises(Exception, match="holds more than one line"):
        panels.map_lines(two).collect()
    assert json.loads(Profile.built_in().to_json())["id"]


def test_folders_of_partitions_and_several_profiles(session, tmp_path):
    theirs = Profile.from_toml(
        'extends = "leicester-masp"\nid = "theirs"\nversion = "7"\n[quorum]\nmin_agencies = 9\n'
    )
    lines = lines_of(40, seed=9, defects=0.5).splitlines()
    for place, line in enumerate(lines):
        record = json.loads(line)
        if place % 2:
            record["profile"] = {"id": "theirs", "version": "7"}
        folder = tmp_path / f"year={2020 + place % 3}" / f"quarter={place % 2 + 1}"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "part-00000.json").open("a") as file:
            file.write(json.dumps(record) + "\n")
    (tmp_path / "_SUCCESS").write_bytes(b"")
    (tmp_path / "year=2020" / "_committed_1").write_text("{}")
    (tmp_path / "year=2020" / ".part.crc").write_text("crc")
    files = sorted(str(path) for path in tmp_path.rglob("part-*"))
    both = [Profile.built_in(), theirs]
    local = read_ndjson(files, profile=both, as_of=AS_OF)
    assert len(local.panels) == 40
    option = "[" + ",".join(profile.to_json() for profile in both) + "]"
    for table in ("panels", "findings"):
        expected = [plain(row) for row in local[table].to_pyarrow().to_pylist()]
        reader = session.read.format("support_panel").option("table", table)
        reader = reader.option("as_of", AS_OF).option("profile", option)
        for paths in (str(tmp_path), [f"{tmp_path}/year=202*"]):
            assert [plain(row.asDict()) for row in reader.load(paths).collect()] == expected
    text = [line for path in files for line in Path(path).read_text().splitlines()]
    frame = session.createDataFrame([(line,) for line in text], "value string").repartition(1)
    mapped = panels.map_lines(frame, "findings", profile=both, as_of=AS_OF)
    assert mapped.count() == len(local.findings)
