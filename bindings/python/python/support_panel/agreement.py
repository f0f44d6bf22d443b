"""How far ratings agree: three indices for research and for looking back over many panels.

Look at the spread and the lowest score first: an index can hide one worried person. Agreement is not correctness
either: a panel may agree and be wrong. No threshold is built in, and none is recommended.

- `alpha`: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
- `average_deviation`: M. J. Burke, L. M. Finkelstein & M. S. Dusig (1999), Organizational Research Methods 2(1), 49-68.
- `within_group`: L. R. James, R. G. Demaree & G. Wolf (1984), Journal of Applied Psychology 69(1), 85-98.

Numbers are lists, arrays of NumPy, or columns and frames of pandas, polars or pyarrow; None, NaN and NA are ratings that were not
given. What is undefined is refused with a PanelError: fewer than two values, no variation for alpha. The own numbers of panels are
asked by `support_panel.analysis.agreement`.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from . import _native

__all__ = ["alpha", "average_deviation", "within_group"]


def alpha(
    matrix: Sequence[Iterable[float | None]] | Any,
    level: Literal["nominal", "ordinal", "interval", "ratio"] = "ordinal",
) -> float:
    """Krippendorff's alpha of a matrix or a frame; rows are raters, columns are what they rated."""
    return _native.alpha([[_number(value) for value in row] for row in _matrix(matrix)], level)


def average_deviation(
    values: Iterable[float | None] | Any, about: Literal["mean", "median"] = "mean"
) -> float:
    """The mean distance of the values from their mean or median, in points of the scale."""
    return _native.average_deviation(_given(values), about)


def within_group(
    values: Iterable[float | None] | Any,
    min: float = 0.0,
    max: float = 10.0,
    step: float = 1.0,
    *,
    floor: bool = True,
) -> float:
    """How much narrower a group is than one that answers at random on the scale from `min` to `max`: 1 where all say the same.

    A group that is wider than that would have an index below 0. It is 0, and a warning says what it was; with `floor=False` it is
    given as it is.
    """
    index = _native.within_group_uncut(_given(values), min, max, step)
    if index < 0 and floor:
        warnings.warn(
            f"these numbers are wider apart than numbers at random: the index is {index:.3f}, and is given as 0; "
            "floor=False gives it as it is",
            stacklevel=2,
        )
        return 0.0
    return index


def _given(values: Any) -> list[float]:
    numbers = (_number(value) for value in _list(values))
    return [number for number in numbers if number is not None]


def _number(value: Any) -> float | None:
    """A number, or None for one that was not given."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, str | bytes | bytearray | memoryview):
        # What Python says of a text that is no number would quote it.
        raise TypeError("expected numbers, found text")
    number = float(value)
    return None if math.isnan(number) else number


def _matrix(matrix: Any) -> Any:
    """The rows of nested lists, of an array or of a frame."""
    if hasattr(matrix, "iter_rows"):
        return matrix.iter_rows()
    if hasattr(matrix, "itertuples"):
        return matrix.itertuples(index=False, name=None)
    if hasattr(matrix, "to_pylist") and hasattr(matrix, "column_names"):
        return zip(*(column.to_pylist() for column in matrix.columns), strict=True)
    return matrix


def _list(values: Any) -> Any:
    return values.to_pylist() if hasattr(values, "to_pylist") else values
