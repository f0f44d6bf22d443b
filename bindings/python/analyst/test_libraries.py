"""Tables in the hands of other libraries: the oldest that are taken, and those of today."""

from __future__ import annotations

import copy
import csv
import datetime
import io
import json
import pickle
import sys

import pytest
from support_panel import _libraries, read_ndjson
from support_panel._showing import cells as all_cells
from synthetic import records_of

pd = pytest.importorskip("pandas")
np = pytest.importorskip("numpy")

AS_OF = "2026-06-30"
NAMES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings", "errors")
# More than one batch, and lines that cannot be read.
RECORDS = records_of(140, seed=41, defects=0.6)


@pytest.fixture(scope="module")
def tables():
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS)
    return read_ndjson(lines.encode() + b"no record\n", as_of=AS_OF)


@pytest.fixture(scope="module")
def expected(tables):
    """Every cell as Python's own value, by what Arrow says of it."""
    return {
        table.name: {
            name: [*all_cells(kind, values, there)]
            for name, kind, values, there in table._columns(None)
        }
        for table in tables
    }


def values(series):
    """A column of pandas as Python's own values."""
    found = []
    for value in series.astype(object):
        if value is None or value is pd.NaT or value is pd.NA or value != value:
            found.append(None)
        elif isinstance(value, pd.Timestamp):
            found.append(value.tz_localize(None).to_pydatetime())
        elif isinstance(value, pd.Timedelta):
            found.append(value.to_pytimedelta())
        else:
            found.append(value.item() if isinstance(value, np.generic) else value)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_pandas_has_every_cell(tables, expected, name):
    frame = tables[name].to_pandas()
    assert [*frame.columns] == [*expected[name]]
    assert len(frame) == len(tables[name])
    for column, cells in expected[name].items():
        found = values(frame[column])
        if cells and isinstance(next(filter(None, cells), None), datetime.date):
            found = [
                v.date() if type(c) is datetime.date else v
                for v, c in zip(found, cells, strict=True)
            ]
        assert found == cells, column


def test_days_and_moments_are_such_in_pandas(tables):
    panels = tables.panels.to_pandas()
    assert panels["held_on"].dtype.kind == "M"
    later = panels[panels["held_on"] > pd.Timestamp("2025-06-01")]
    assert 0 < len(later) < len(panels)
    assert panels["held_on"].dt.year.between(2015, 2030).sum() == panels["held_on"].notna().sum()
    assert (panels["held_on"].dt.day_name() != "Sunday").any()
    by_quarter = panels.dropna(subset=["held_on"]).resample("QS", on="held_on").size()
    assert by_quarter.sum() == panels["held_on"].notna().sum()
    assert (panels["held_on"] - panels["received_on"]).dt.days.median() > 0
    stages = tables.stages.to_pandas()
    assert str(stages["started_at"].dt.tz) == "UTC"
    assert stages["started_at"].dt.tz_convert("Europe/London").dt.hour.between(0, 23).any()
    assert (stages["actual"] > pd.Timedelta(minutes=1)).any()
    assert stages.loc[stages["held"], "actual"].dt.total_seconds().median() > 60
    types = tables.actions.to_pandas().dtypes.astype(str)
    assert (types["days_late"], types["live"], types["position"]) == ("Int32", "bool", "int32")
    assert types["status"] == "category"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_others_have_every_cell(tables, expected, name, library):
    pytest.importorskip(library)
    frame = getattr(tables[name], f"to_{library}")()
    assert len(frame) == len(tables[name])
    rows = frame.to_pylist() if library == "pyarrow" else frame.to_dicts()

    def naive(value):
        return value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value

    for column, cells in expected[name].items():
        assert [naive(row[column]) for row in rows] == cells, column


def plain(cells):
    def value(cell):
        if isinstance(cell, datetime.timedelta):
            return int(cell.total_seconds())
        return json.dumps(cell, ensure_ascii=False) if isinstance(cell, list) else cell

    return [*map(value, cells)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_plain_form_is_text_and_numbers(tables, expected, name, library):
    pytest.importorskip(library)
    frame = getattr(tables[name], f"to_{library}")(plain=True)
    assert len(frame) == len(tables[name])
    for column, cells in expected[name].items():
        if library == "pandas":
            found = values(frame[column])
            assert str(frame[column].dtype) != "category" and frame[column].dtype.kind != "m"
        else:
            found = frame[column].to_pylist() if library == "pyarrow" else frame[column].to_list()
        days = [type(cell) is datetime.date for cell in cells]
        found = [
            v.date() if day and isinstance(v, datetime.datetime) else v
            for v, day in zip(found, days, strict=True)
        ]
        assert found == plain(cells), column


@pytest.mark.parametrize("name", NAMES)
def test_what_takes_no_more_takes_the_plain_form(tables, name, tmp_path):
    """`to_excel`, `to_sql` and `to_stata`, which refuse or misread the other one."""
    import sqlite3

    frame = tables[name].to_pandas(plain=True)
    with sqlite3.connect(tmp_path / "panels.db") as database:
        assert frame.to_sql(name, database, index=False) == len(frame)
        again = pd.read_sql(f"select * from {name}", database)
    assert len(again) == len(frame)
    assert again.iloc[:, 0].fillna("").tolist() == frame.iloc[:, 0].fillna("").tolist()
    if importable("openpyxl"):
        frame.to_excel(tmp_path / "panels.xlsx", index=False)
        again = pd.read_excel(tmp_path / "panels.xlsx")
        assert [*again.columns] == [*frame.columns] and len(again) == len(frame)
        for column in frame:
            if frame[column].dtype.kind == "M" and frame[column].notna().any():
                assert again[column].dtype.kind == "M", column
    csv_file = tmp_path / "panels.csv"
    frame.to_csv(csv_file, index=False)
    assert len(pd.read_csv(csv_file)) == len(frame)


def importable(library):
    import importlib.util

    return importlib.util.find_spec(library) is not None


@pytest.mark.parametrize("name", NAMES)
def test_an_arrow_file_takes_every_table(tables, name):
    """A file has one dictionary for a column: batches of several were refused."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.ipc

    table = pa.RecordBatchReader.from_stream(tables[name]).read_all()
    assert name == "errors" or len(table.to_batches()) > 1
    sink = pa.BufferOutputStream()
    with pyarrow.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    assert pyarrow.ipc.open_file(sink.getvalue()).read_all().equals(table)


def test_duckdb_counts_every_row(tables):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    for table in tables:
        frame = table.to_pyarrow()  # noqa: F841
        assert duckdb.sql("select count(*) from frame").fetchall() == [(len(table),)]


def test_tables_are_gone_through_pickled_and_shown(tables):
    assert [table.name for table in tables] == [*NAMES]
    assert [len(table) for table in tables] == [len(tables[name]) for name in NAMES]
    again = pickle.loads(pickle.dumps(tables))
    assert repr(again) == repr(tables)
    for name in NAMES:
        for (column, *cells), (same, *others) in zip(
            again[name]._columns(None), tables[name]._columns(None), strict=True
        ):
            assert column == same and [*all_cells(*cells)] == [*all_cells(*others)]
    shown = tables._repr_html_()
    assert all(f"<td>{name}</td><td>{len(tables[name]):,}</td>" in shown for name in NAMES)
    one = tables.actions._repr_html_()
    assert one.count("<tr>") == 11 and f"{len(tables.actions):,} rows" in one
    with pytest.raises(KeyError, match="found another name, expected one of panels"):
        tables["Zebedee"]


def test_some_tables_alone(tables):
    some = read_ndjson(json.dumps(RECORDS[0]).encode(), tables=["actions"])
    assert [table.name for table in some] == ["actions", "errors"]
    again = pickle.loads(pickle.dumps(some))
    assert [table.name for table in again] == ["actions", "errors"]
    with pytest.raises(ValueError, match="tables of another choice"):
        some.append(tables)
    assert len(some.append(again).actions) == 2 * len(some.actions)


def test_lines_and_csv(tables, expected, tmp_path):
    for table in tables:
        table.to_ndjson(tmp_path / "rows.ndjson")
        lines = (tmp_path / "rows.ndjson").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(table)
        assert all([*json.loads(line)] == sorted(table.columns) for line in lines) or all(
            {*json.loads(line)} == {*table.columns} for line in lines
        )
        table.to_csv(tmp_path / "rows.csv", excel=True)
        content = (tmp_path / "rows.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = [*csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))]
        assert rows[0] == [*table.columns] and len(rows) == len(table) + 1
        table.to_csv(tmp_path / "rows.csv")
        assert (tmp_path / "rows.csv").read_bytes() == content[3:]


def test_a_folder_of_parquet(tables, tmp_path):
    pa = pytest.importorskip("pyarrow")
    from support_panel import Tables

    assert tables.save(tmp_path / "kept") == "0001"
    assert tables.save(tmp_path / "kept", name="again") == "again"
    once = pickle.dumps(tables)
    loaded = Tables.load(tmp_path / "kept")
    assert [len(table) for table in loaded] == [2 * len(tables[name]) for name in NAMES]
    single = Tables.load(tmp_path / "kept", keep="last")
    assert [len(t) for t in single][:7] == [len(tables[name]) for name in NAMES][:7]
    for name in NAMES[:7]:
        assert single[name].to_pyarrow().equals(tables[name].to_pyarrow().combine_chunks()) or (
            single[name].to_pyarrow().to_pylist() == tables[name].to_pyarrow().to_pylist()
        )
    assert pickle.dumps(tables) == once
    with pytest.raises(FileExistsError, match=r"again\.parquet is there already"):
        tables.save(tmp_path / "kept", name="again")
    with pytest.raises(ValueError, match="the same tables were expected"):
        read_ndjson(b"", tables=["panels"]).save(tmp_path / "kept")
    with pytest.raises(ValueError, match="name: expected the name of a file"):
        tables.save(tmp_path / "kept", name="../elsewhere")
    with pytest.raises(FileNotFoundError):
        Tables.load(tmp_path / "nothing")
    assert not [*(tmp_path / "kept").glob(".unfinished*")]
    if importable("duckdb"):
        import duckdb

        files = f"{tmp_path}/kept/actions/*.parquet"
        counted = duckdb.sql(f"select count(*) from '{files}'").fetchall()
        assert counted == [(2 * len(tables.actions),)]
    assert pa


def test_a_library_that_is_too_old_is_told(tables, monkeypatch):
    for name in ("pandas", "polars", "pyarrow"):
        if not importable(name):
            continue
        monkeypatch.setattr(_libraries, "version_of", lambda _: (0, 1))
        with pytest.raises(
            ImportError, match=rf"to_{name}\(\) needs {name} .* and 0\.1 is installed"
        ):
            getattr(tables.panels, f"to_{name}")()
        monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r"to_polars\(\) needs polars: install polars>="):
        tables.panels.to_polars()


def test_a_moment_that_python_cannot_hold_is_told():
    record = copy.deepcopy(RECORDS[0])
    record["agenda"] = [
        {"stage": "introductions", "started_at": "9999-12-31T23:30:00-02:00"},
        {"stage": "close", "started_at": "0001-01-01T00:30:00+05:00"},
    ]
    tables = read_ndjson(json.dumps(record).encode())
    assert len(tables.errors) == 0
    frame = tables.stages.to_pandas()
    assert frame["started_at"].notna().all()
    assert "out of range" in tables.stages._repr_html_()


def test_a_workbook(tables, tmp_path):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    from support_panel import analysis, explain, workbook

    workbook.findings(tmp_path / "to-do.xlsx", tables)
    book = openpyxl.load_workbook(tmp_path / "to-do.xlsx")
    assert book.sheetnames == ["To put right", "Lines not read", "Rules"]
    rows = [*book["To put right"].iter_rows(values_only=True)]
    assert len(rows) == len(tables.findings) + 1
    head = rows[0]
    for row in rows[1:20]:
        cells = dict(zip(head, row, strict=True))
        about = explain(cells["code"])
        assert (cells["title"], cells["what to do"]) == (about["title"], about["remedy"])
        assert isinstance(cells["record_id"], str) and isinstance(cells["line"], int)
    [unread] = [*book["Lines not read"].iter_rows(values_only=True)][1:]
    assert unread[-1] == explain(unread[4])["remedy"]
    counts = {row[0]: row[3] for row in [*book["Rules"].iter_rows(values_only=True)][1:]}
    assert sum(counts.values()) == len(tables.findings)

    answer = analysis.attendance(tables)
    workbook.answers(tmp_path / "answers.xlsx", {"Attendance": answer, "Panels": tables.panels})
    once = (tmp_path / "answers.xlsx").read_bytes()
    workbook.answers(tmp_path / "answers.xlsx", {"Attendance": answer, "Panels": tables.panels})
    assert (tmp_path / "answers.xlsx").read_bytes() == once
    book = openpyxl.load_workbook(tmp_path / "answers.xlsx")
    head, *rows = book["Panels"].iter_rows()
    place = {cell.value: at for at, cell in enumerate(head)}
    held = [row[place["held_on"]] for row in rows if row[place["held_on"]].value is not None]
    assert held and all(cell.is_date and cell.number_format == "yyyy-mm-dd" for cell in held)
    ids = [row[place["case_reference"]] for row in rows]
    assert all(cell.data_type == "s" and cell.number_format == "@" for cell in ids)
    assert book["Attendance"].max_row == len(answer) + 1


def test_nothing_in_a_workbook_is_a_formula(tmp_path):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    from support_panel import workbook

    frame = pd.DataFrame(
        {"id": ["=1+1", "007", "{=A1}", "http://example.org"], "n": [1.5, None, 3, 4]}
    )
    workbook.answers(tmp_path / "odd.xlsx", {"Odd": frame})
    sheet = openpyxl.load_workbook(tmp_path / "odd.xlsx")["Odd"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == frame["id"].tolist()
    assert {cell.data_type for cell in cells} == {"s"} and not any(cell.hyperlink for cell in cells)
