"""Every case of the corpus, from the installed wheel."""

from __future__ import annotations

from typing import Any

import corpus
import pytest


def listed() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in corpus.files()
        for case in corpus.cases(file)
    ]


def test_there_are_cases() -> None:
    assert len(listed()) > 500


@pytest.mark.parametrize("case", listed())
def test_case(case: corpus.Case) -> None:
    found = corpus.comparable(case, corpus.run(case))
    assert corpus.holds(case["expect"], found), f"expected {case['expect']}, found {found}"


def test_every_answer_is_logged() -> None:
    folder = corpus.FOLDER.parent / "target" / "corpus"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "python.ndjson").open("w", encoding="utf-8") as log:
        for file in corpus.files():
            for case in corpus.cases(file):
                log.write(corpus.log_line(file, case, corpus.run(case)) + "\n")
