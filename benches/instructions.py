#!/usr/bin/env python3
"""Counts the instructions of fixed work under callgrind, and holds them to benches/instructions.json.

    benches/instructions            fails where a job takes over 2 % more than the number kept, or where reading a record and
                                    asking the rules takes as many as serde_json takes to parse it alone, into naive types,
                                    and where a paper takes more than it may of checks
    benches/instructions --update   keeps the numbers of now

A count does not hear how busy a machine is, but it does know the compiler and the C library: after a change of either,
update. Without valgrind it says so and passes, unless --strict is given.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "bindings/python/backend"))
from remap import rust_flags  # noqa: E402  (it is no package)

KEPT = ROOT / "benches" / "instructions.json"
JOBS = ("read", "check", "write", "many", "tables")
FILES = ("papers", "word", "pdf", "excel", "calendar")
"""`papers` is every paper in three formats of text, and the files are the minutes or the tracker."""
A_PAPER = 21
"""How many times a check one paper as Markdown may take: what the minutes took before readers had copies."""
ALL_PAPERS = 12
"""How many times that much every paper in three formats of text may take."""
TOLERANCE = 0.02


def built(name="count"):
    """The path of a program, built of the same pieces as the command is that is given out."""
    command = ["cargo", "build", "--release", "--locked", "--workspace", "--bin", name]
    messages = subprocess.run(
        [*command, "--message-format=json"],
        cwd=ROOT,
        env=os.environ | {"CARGO_ENCODED_RUSTFLAGS": rust_flags()},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    artifacts = [json.loads(line) for line in messages.splitlines()]
    return next(
        a["executable"] for a in artifacts if a.get("executable") and a["target"]["name"] == name
    )


def papers(program):
    """Each paper by its name: as Markdown, a job of its own."""
    return subprocess.run(
        [program, "names"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.split()


def counted(program, job):
    """How many instructions a job takes: of `tables`, which has a thread of its own, the whole program with its lines given."""
    lines = (
        subprocess.run(
            [program, "lines"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        if job == "tables"
        else ""
    )
    part = [] if lines else ["--toggle-collect=count::measured*"]
    with tempfile.TemporaryDirectory() as room:
        watch = ["--tool=callgrind", f"--callgrind-out-file={room}/out", *part]
        run = subprocess.run(
            ["valgrind", *watch, program, job],
            cwd=ROOT,
            input=lines,
            stderr=subprocess.PIPE,
            text=True,
        )
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found or found[1] == "0":
        sys.exit(f"{job}: nothing was counted\n{run.stderr}")
    return int(found[1])


def main(arguments):
    if not shutil.which("valgrind"):
        print("instructions: not counted, as valgrind is not installed", file=sys.stderr)
        return 1 if "--strict" in arguments else 0
    program = built()
    names = papers(program)
    now = {job: counted(program, job) for job in (*JOBS, *names, *FILES)}
    if "--update" in arguments:
        KEPT.write_text(json.dumps(now, indent=2) + os.linesep)
    kept = json.loads(KEPT.read_text())
    failed = False
    for job, count in now.items():
        if job not in kept:
            failed = True
            print(f"{job:16} {count:>12,}           NOT KEPT: benches/instructions --update")
            continue
        change = count / kept[job] - 1
        note = ""
        if change > TOLERANCE:
            failed, note = True, "  TOO MANY"
        elif change < -TOLERANCE:
            note = "  fewer than kept: benches/instructions --update"
        print(f"{job:16} {count:>12,} {change:>+8.2%}{note}")
    ratio = counted(program, "peer") / (now["read"] + now["check"])
    print(f"the peer takes {ratio:.2f} x what read and check take")
    failed = failed or ratio < 1
    most = max(names, key=now.get)
    one, every = now[most] / now["check"], now["papers"] / (A_PAPER * now["check"])
    print(f"{most} takes {one:.1f} x a check, of {A_PAPER} at most")
    print(f"all papers take {every:.1f} x what one may, of {ALL_PAPERS} at most")
    failed = failed or one > A_PAPER or every > ALL_PAPERS
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
