"""The indices of agreement, against published numbers."""

from __future__ import annotations

import json
from typing import Any

import corpus
import pytest
import support_panel
from support_panel import PanelError, agreement

ORACLE: dict[str, Any] = json.loads(corpus.stored("oracles", "agreement", "json"))


@pytest.mark.parametrize("case", ORACLE["alpha"], ids=lambda case: case["name"])
@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_alpha(case: dict[str, Any], level: Any) -> None:
    if "error" in case:
        with pytest.raises(PanelError) as caught:
            agreement.alpha(case["data"], level=level)
        assert caught.value.code in ("no_variation", "too_few_values")
    elif level in case:
        assert agreement.alpha(case["data"], level=level) == pytest.approx(case[level], abs=1e-12)


@pytest.mark.parametrize("case", ORACLE["within_group"], ids=lambda case: str(case["values"]))
def test_within_group_and_deviation(case: dict[str, Any]) -> None:
    values = case["values"]
    assert agreement.within_group(values) == pytest.approx(case["r_wg"], abs=1e-12)
    for about in ("mean", "median"):
        if f"ad_{about}" in case:
            assert agreement.average_deviation(values, about=about) == pytest.approx(
                case[f"ad_{about}"], abs=1e-12
            )


def test_every_code_fires_and_is_explained() -> None:
    inf = float("inf")
    refused: dict[str, Any] = {
        "too_few_values": lambda: agreement.average_deviation([1.0]),
        "no_variation": lambda: agreement.alpha([[3.0, 3.0], [3.0, 3.0]]),
        "ragged_rows": lambda: agreement.alpha([[1.0, 2.0], [1.0]]),
        "not_finite": lambda: agreement.average_deviation([1.0, inf]),
        "bad_scale": lambda: agreement.within_group([1.0, 2.0], min=10, max=0),
        "off_scale": lambda: agreement.within_group([1.0, 11.0]),
        "negative_ratio": lambda: agreement.alpha([[-1.0, 2.0], [1.0, 2.0]], level="ratio"),
        "unknown_name": lambda: agreement.average_deviation([1.0, 2.0], about="mode"),  # type: ignore[arg-type]
    }
    own = {code["code"] for code in support_panel.codes() if code["area"] == "agreement"}
    assert own <= refused.keys()
    for code, call in refused.items():
        with pytest.raises(PanelError) as caught:
            call()
        assert caught.value.code == code
        assert support_panel.explain(code)["remedy"]


def test_what_is_undefined_is_refused_with_its_place() -> None:
    with pytest.raises(PanelError) as caught:
        agreement.alpha([[1.0, 2.0], [1.0]])
    assert (caught.value.code, caught.value.path) == ("ragged_rows", "/1")
    with pytest.raises(PanelError) as caught:
        agreement.within_group([1.0, 11.0])
    assert (caught.value.code, caught.value.path) == ("off_scale", "/1")
    with pytest.raises(PanelError) as caught:
        agreement.alpha([[1.0, 2.0], [1.0, 2.0]], level="loose")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("unknown_name", "/level")


def test_what_was_not_given_may_be_said_in_any_way() -> None:
    import numpy
    import pandas
    import polars
    import pyarrow

    rows: list[list[float | None]] = [
        [1.0, 2.0, 3.0, None],
        [1.0, 3.0, None, 4.0],
        [2.0, 2.0, 3.0, 4.0],
    ]
    expected = agreement.alpha(rows)
    nan = [[float("nan") if value is None else value for value in row] for row in rows]
    columns = {f"unit-{at}": list(values) for at, values in enumerate(zip(*rows, strict=True))}
    frame = pandas.DataFrame(columns)
    matrices: tuple[Any, ...] = (
        nan,
        numpy.array(nan),
        frame,
        frame.astype("Float64"),
        polars.DataFrame(columns),
        pyarrow.table(columns),
    )
    for matrix in matrices:
        assert agreement.alpha(matrix) == expected
    values = [8.0, 8.0, 9.0, 2.0]
    several: tuple[Any, ...] = (
        [*values, None],
        [*values, float("nan")],
        numpy.array([*values, numpy.nan]),
        pandas.Series([*values, None]),
        pandas.Series([*values, None], dtype="Float64"),
        polars.Series([*values, None]),
        pyarrow.array([*values, None]),
    )
    for given in several:
        assert agreement.average_deviation(given) == agreement.average_deviation(values)
        assert agreement.within_group(given) == agreement.within_group(values)


def test_what_is_floored_is_told() -> None:
    divided = [0, 0, 10, 10]
    with pytest.warns(UserWarning, match=r"the index is -2\.333, and is given as 0"):
        assert agreement.within_group(divided) == 0.0
    assert agreement.within_group(divided, floor=False) == pytest.approx(1 - 100 / 3 / 10)
