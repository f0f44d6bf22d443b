#!/usr/bin/env bash
# A Zstandard file that begins with a note is no valid UTF-8 to Polars, and is read by four others.
#
# Versions: polars 2.1.0, duckdb 2.0.1, pyarrow 25.0.1, pandas 3.1.1 with zstandard 0.25.0
#   (Python); fzstd 0.1.1 (npm).
# Behaviour: a Zstandard file is a row of frames, and some of them may be passed over: programs
#   that compress on many threads write such a frame first, to say how long the next one is, and
#   archives keep a note in one. Polars looks at the first four bytes alone; where they begin such
#   a frame it takes the file for plain text and says that it is not valid UTF-8 at line 0. At the
#   end of the file it takes the same frame.
# Expected: RFC 8878, 3.1.2: a decoder passes over skippable frames wherever they stand.
# Why it matters: the same nightly extract is read for years, and refused from the day on which
#   someone compresses it on eight threads; the error sends them to look for a bad letter.
# support-panel: knows such a frame at the beginning of a file, and reads on.
#
# Output seen, line by line; the script fails where it prints anything else:
# > a frame
# >   polars, read: 3
# >   polars, scan: 3
# >   duckdb: 3
# >   pandas: 3
# >   pyarrow: 3
# > a note and a frame
# >   polars, read: ComputeError, stream did not contain valid UTF-8 at line 0
# >   polars, scan: ComputeError, stream did not contain valid UTF-8 at line 0
# >   duckdb: 3
# >   pandas: 3
# >   pyarrow: 3
# > a frame and a note
# >   polars, read: 3
# >   polars, scan: 3
# >   duckdb: 3
# >   pandas: 3
# >   pyarrow: 3
# > fzstd, a note and a frame: 3
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1 pyarrow==25.0.1 pandas==3.1.1 zstandard==0.25.0
npm install --silent --no-audit --no-fund fzstd@0.1.1

seen=$(
  venv/bin/python - <<'PY'
import struct
import duckdb, pandas as pd, polars as pl, pyarrow as pa, pyarrow.json, zstandard

LINES = b'{"case": 1}\n{"case": 2}\n{"case": 3}\n'
frame = zstandard.ZstdCompressor().compress(LINES)
note = struct.pack("<II", 0x184D2A50, 4) + b"note"

def told(name, way):
    try:
        print(f"  {name}: {way()}")
    except Exception as error:
        print(f"  {name}: {type(error).__name__}, {str(error).splitlines()[0]}")

for what, content in {"a frame": frame, "a note and a frame": note + frame, "a frame and a note": frame + note}.items():
    print(what)
    open("lines.ndjson.zst", "wb").write(content)
    told("polars, read", lambda: pl.read_ndjson("lines.ndjson.zst").height)
    told("polars, scan", lambda: pl.scan_ndjson("lines.ndjson.zst").collect().height)
    told("duckdb", lambda: duckdb.sql("FROM read_json('lines.ndjson.zst', format='newline_delimited')").fetchall().__len__())
    told("pandas", lambda: len(pd.read_json("lines.ndjson.zst", lines=True)))
    told("pyarrow", lambda: pa.json.read_json(pa.input_stream("lines.ndjson.zst")).num_rows)
    open(what.replace(" ", "-") + ".zst", "wb").write(content)
PY
  cat >read.mjs <<'JS'
import fs from "node:fs";
import { decompress } from "fzstd";

const lines = Buffer.from(decompress(fs.readFileSync("a-note-and-a-frame.zst"))).toString();
console.log(`fzstd, a note and a frame: ${lines.trim().split("\n").length}`);
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
