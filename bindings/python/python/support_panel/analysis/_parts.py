"""Answers over more records than fit in memory: part by part, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .._native import Fold
from ._actions import ACTIONS, TIMING, actions, timing
from ._answer import THRESHOLD
from ._folds import Question, update
from ._frames import given
from ._panel_counts import QUORUM, quorum
from ._scaling import (
    DEVIATIONS,
    FAMILY_AND_PROFESSIONALS,
    MOVEMENT,
    SPREAD,
    deviations,
    family_and_professionals,
    movement,
    spread,
)
from ._sitting import (
    ATTENDANCE,
    COMPLETENESS,
    OVERRUNS,
    VOICE_OF_THE_CHILD,
    attendance,
    completeness,
    overruns,
    voice_of_the_child,
)

_QUESTIONS: Mapping[Callable[..., Any], Question] = {
    attendance: ATTENDANCE,
    completeness: COMPLETENESS,
    overruns: OVERRUNS,
    quorum: QUORUM,
    voice_of_the_child: VOICE_OF_THE_CHILD,
    movement: MOVEMENT,
    family_and_professionals: FAMILY_AND_PROFESSIONALS,
    deviations: DEVIATIONS,
    spread: SPREAD,
    actions: ACTIONS,
    timing: TIMING,
}

NEEDS: Mapping[Callable[..., Any], tuple[str, ...]] = {
    question: tuple(Fold([(asked.name, {})]).needs()) for question, asked in _QUESTIONS.items()
}
"""The questions that are answered in one pass, and the tables that each reads."""


def in_parts(
    stream: Iterable[Any],
    *questions: Callable[..., Any],
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> list[Any]:
    """The answers to some of `NEEDS` over a stream of any length, in one pass: one frame for each question, in their order.

        stream = support_panel.stream_ndjson("panels.ndjson.zst", as_of="2026-06-30", tables=["panels", "participants", "stages"])
        who_came, how_long = analysis.in_parts(stream, analysis.attendance, analysis.overruns)

    `by`, `threshold` and `base` are those of every question (without `by`, `actions` are by kind of owner). The answers are those of the
    questions themselves over all the tables at once. Of each record a number stays in memory, so that no record id counts on two lines;
    and of what a later record may go on from, some bytes: of each number for `movement`, of each sitting for `spread`, of each action for
    `actions`, of each panel and each action that was done for `timing`, and of each late or carried action for `completeness`.
    """
    for question in questions:
        if question not in _QUESTIONS:
            name = getattr(question, "__name__", type(question).__name__)
            raise ValueError(
                f"{name} cannot be answered in parts; one of {', '.join(q.__name__ for q in NEEDS)} was expected"
            )
    fold, asked, missing = None, [], 0
    for part in stream:
        if fold is None:
            asked = [
                _QUESTIONS[question].asked_by(
                    part, "owner_kind" if by is None and question is actions else by
                )
                for question in questions
            ]
            columns = (where.column for _, where in asked if where.column is not None)
            fold = Fold([(one.name, {**one.options}) for one, _ in asked], next(columns, None))
        update(fold, part)
        missing += len(given(part, "errors") or ())
    if fold is None:
        raise ValueError("there was nothing to read")
    answers, titles = fold.finish()
    # Of the lines that could not be read, an answer asks how many there are.
    errors = {"errors": range(missing)}
    frames = []
    for (one, where), found in zip(asked, answers, strict=True):
        frame = one.shown(
            errors,
            where,
            found,
            titles,
            threshold=threshold,
            base=base,
            library=library,
            stacklevel=5,
        )
        frames.append(frame)
    return frames
