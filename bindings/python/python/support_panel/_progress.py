"""How far reading has come, reported to whatever the caller shows it with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Progress(NamedTuple):
    """How far reading has come."""

    records: int
    """Lines that became a record or an error."""
    bytes: int
    """Bytes taken from the source as it is stored, compressed or not."""
    total_bytes: int | None
    """Bytes of the whole source as it is stored, where it can tell."""


Progress.__module__ = "support_panel"


def reporter(progress: Any) -> Callable[[int, int, int | None], None]:
    """Reports to a callable, a bar of tqdm, or a display of rich."""
    if hasattr(progress, "add_task"):
        task = progress.add_task("Reading panels", total=None)
        return lambda records, done, total: progress.update(task, completed=done, total=total)
    if hasattr(progress, "update"):

        def update(records: int, done: int, total: int | None) -> None:
            progress.total = total
            progress.update(done - progress.n)

        return update
    if not callable(progress):
        raise TypeError(
            f"expected a callable, a tqdm bar or a rich Progress, found {type(progress).__name__}"
        )
    return lambda records, done, total: progress(Progress(records, done, total))
