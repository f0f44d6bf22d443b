"""What takes the tables as they are, and what needs the plain form: the table of the recipes, run."""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path

import pytest
from support_panel import read_ndjson
from synthetic import lines_of

pd = pytest.importorskip("pandas")
PAGE = (
    Path(os.environ.get("SUPPORT_PANEL_REPOSITORY", Path(__file__).parents[3]))
    / "docs"
    / "recipes.md"
).read_text(encoding="utf-8")
# With lengths of time, lists, words, moments, and cells that are empty.
NAMES = ("panels", "stages", "actions", "ratings")


@pytest.fixture(scope="module")
def tables():
    return read_ndjson(lines_of(60, seed=6).encode(), as_of="2026-06-30")


def seconds(frame, column):
    """A length of time as whole seconds, whatever it came back as."""
    return [
        None if pd.isna(value) else int(getattr(value, "total_seconds", lambda v=value: v)())
        for value in frame[column]
    ]


def delta(table, plain, folder):
    import deltalake

    # It keeps no order of rows: each brings its place.
    rows = table.to_pyarrow(plain=plain)
    rows = rows.append_column("place", [[*range(len(rows))]])
    deltalake.write_deltalake(folder / "delta", rows)
    frame = deltalake.DeltaTable(folder / "delta").to_pyarrow_table().to_pandas()
    return frame.sort_values("place", ignore_index=True)


def fastparquet(table, plain, folder):
    table.to_pandas(plain=plain).to_parquet(folder / "f.parquet", engine="fastparquet")
    return pd.read_parquet(folder / "f.parquet", engine="fastparquet")


def parquet(table, plain, folder):
    table.to_polars(plain=plain).write_parquet(folder / "p.parquet")
    import duckdb

    return duckdb.sql(f"select * from '{folder}/p.parquet'").df()


def sql(table, plain, folder):
    import sqlite3

    with sqlite3.connect(folder / "s.db") as database:
        table.to_pandas(plain=plain).to_sql("t", database, index=False)
        return pd.read_sql("select * from t", database)


def excel(table, plain, folder):
    table.to_pandas(plain=plain).to_excel(folder / "e.xlsx", index=False)
    return pd.read_excel(folder / "e.xlsx")


def csv(table, plain, folder):
    table.to_pandas(plain=plain).to_csv(folder / "c.csv", index=False)
    return pd.read_csv(folder / "c.csv")


def stata(table, plain, folder):
    frame = table.to_pandas(plain=plain)
    # Its numbers have a sign for what is missing, its texts and truths none.
    for name in frame:
        if frame[name].dtype.name in ("Int32", "Int64", "Int16", "boolean", "bool"):
            frame[name] = frame[name].astype("float64")
        elif frame[name].dtype.name in ("object", "str"):
            frame[name] = frame[name].fillna("")
    frame.to_stata(folder / "s.dta", write_index=False, version=118)
    return pd.read_stata(folder / "s.dta")


def spss(table, plain, folder):
    import pyreadstat

    pyreadstat.write_sav(table.to_pandas(plain=plain), folder / "s.sav")
    return pyreadstat.read_sav(folder / "s.sav")[0]


def ibis(table, plain, folder):
    import ibis

    return ibis.memtable(table.to_polars(plain=plain)).to_pandas()


def altair(table, plain, folder):
    import altair

    chart = altair.Chart(table.to_polars(plain=plain)).mark_point().encode(x="record_id:N")
    values = next(iter(chart.to_dict()["datasets"].values()))
    return pd.DataFrame(values)


PROGRAMS = {
    "`to_csv` of pandas": ("pandas", csv),
    "`to_sql` of pandas": ("pandas", sql),
    "`to_excel` of pandas": ("openpyxl", excel),
    "`to_stata` of pandas": ("pandas", stata),
    "SPSS, by pyreadstat": ("pyreadstat", spss),
    "Parquet from polars, read by DuckDB": ("duckdb", parquet),
    "Parquet by fastparquet": ("fastparquet", fastparquet),
    "Delta Lake": ("deltalake", delta),
    "Ibis": ("ibis", ibis),
    "Altair": ("altair", altair),
}


def fault(tables, write, plain, folder):
    """What is not as it was in a table that was written and read again: its rows, lengths of time, lists; None if all is."""
    expected = seconds(tables.stages.to_pandas(), "actual")
    for name in NAMES:
        place = folder / f"{name}-{plain}"
        place.mkdir()
        try:
            frame = write(tables[name], plain, place)
        except Exception as error:
            return f"{name}: {error!r}"
        if len(frame) != len(tables[name]):
            return f"{name}: {len(frame)} rows"
        if name == "stages":
            try:
                if seconds(frame, "actual") != expected:
                    return "lengths of time differ"
            except (TypeError, ValueError) as error:
                return f"lengths of time: {error!r}"
        if name == "actions":
            import json

            said = [
                json.dumps(ids) if plain else ids for ids in tables.actions.to_pandas()["serves"]
            ]
            found = [ids.tolist() if hasattr(ids, "tolist") else ids for ids in frame["serves"]]
            if found != said:
                return "lists differ"
    return None


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_table_of_the_recipes_says_so(program, tables, tmp_path):
    library, write = PROGRAMS[program]
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    row = re.search(rf"^\| {re.escape(program)} \| (\w+) \| (\w+) \|$", PAGE, re.MULTILINE)
    faults = [fault(tables, write, plain, tmp_path) for plain in (False, True)]
    assert row and row.groups() == tuple("no" if each else "yes" for each in faults), faults


def test_every_program_is_in_the_table():
    listed = re.findall(r"^\| (.*?) \| (?:yes|no) \| (?:yes|no) \|$", PAGE, re.MULTILINE)
    assert listed == [*PROGRAMS]
