"""What the pictures share: inks, shapes and hatches, bars in parts, and how a figure is begun and finished."""

from __future__ import annotations

import base64
import io
import textwrap
from collections.abc import Mapping, Set
from functools import cache
from html import escape
from importlib import import_module
from typing import Any, Literal

Backend = Literal["matplotlib", "altair"]

# Distinct in grey as in colour (after Okabe and Ito), each with a marker and a hatch of its own.
INKS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#999999", "#56B4E9")
HATCHES = ("", "///", "...", "xx", "\\\\\\", "oo")
MARKERS = {"family": "s", "professional": "o", "other": "^"}
_SHAPES = {"family": "square", "professional": "circle", "other": "triangle-up"}
SIDES = {"family": "family side", "professional": "professionals", "other": "others"}
SIDE_INKS = dict(zip(SIDES, INKS, strict=False))


def stacked(
    labels: list[str],
    parts: dict[str, list[int]],
    title: str,
    alt: str,
    unit: str,
    backend: Backend,
) -> Any:
    """A bar for each label, in parts one after another."""
    # In a part that is narrower a count has no room.
    narrow = 0.03 * max(
        (sum(counts[place] for counts in parts.values()) for place in range(len(labels))), default=1
    )
    if backend == "altair":
        chart = altair()
        values = [
            {"label": label, "part": part, "order": order, "count": counts[place]}
            for order, (part, counts) in enumerate(parts.items())
            for place, label in enumerate(labels)
        ]
        names = list(parts)
        base = chart.Chart(chart.Data(values=values)).encode(
            y=chart.Y("label:N", title=None, sort=labels, axis=chart.Axis(labelLimit=260)),
            x=chart.X("count:Q", title=unit, stack="zero", axis=chart.Axis(tickMinStep=1)),
            order="order:O",
        )
        bars = base.mark_bar(stroke="black", strokeWidth=0.6).encode(
            color=chart.Color(
                "part:N",
                title=None,
                sort=names,
                scale=chart.Scale(domain=names, range=list(INKS[: len(names)])),
            ),
            tooltip=["label:N", "part:N", "count:Q"],
        )
        # Vega-Lite has no hatches: the count stands in each part, so that order and size say it without colour.
        said = base.transform_calculate(said=f"datum.count > {narrow} ? datum.count : ''").encode(
            x=chart.X("count:Q", stack="zero", bandPosition=0.5), text="said:N", detail="part:N"
        )
        text = said.mark_text(stroke="white", strokeWidth=3, fontSize=10) + said.mark_text(
            color="black", fontSize=10
        )
        return (bars + text).properties(width=480, title=title, description=alt)
    figure, axes = canvas(8.4, 1.5 + 0.42 * max(len(labels), 2))
    left = [0] * len(labels)
    for (part, counts), ink, hatch in zip(parts.items(), INKS, HATCHES, strict=False):
        axes.barh(
            labels,
            counts,
            left=left,
            color=ink,
            hatch=hatch,
            edgecolor="black",
            linewidth=0.6,
            label=part,
        )
        for y, (start, count) in enumerate(zip(left, counts, strict=True)):
            if count > narrow:
                box = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.85}
                axes.text(
                    start + count / 2, y, str(count), ha="center", va="center", fontsize=8, bbox=box
                )
        left = [start + count for start, count in zip(left, counts, strict=True)]
    axes.invert_yaxis()
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel(unit)
    legend(figure, axes)
    return finished(figure, axes, title, alt)


def canvas(width: float, height: float) -> tuple[Any, Any]:
    """A figure of matplotlib and its axes; inches."""
    figure = _figure_class()(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


@cache
def _figure_class() -> type:
    """A figure that a notebook shows by itself, with its content in words. It is not pyplot's: no window, and nothing to close."""

    class Figure(import_module("matplotlib.figure").Figure):  # type: ignore[misc]
        alt = ""

        def _repr_html_(self) -> str:
            picture = io.BytesIO()
            self.savefig(picture, format="png", dpi=144)
            data = base64.b64encode(picture.getvalue()).decode()
            width = round(self.get_size_inches()[0] * 96)
            return (
                f'<img src="data:image/png;base64,{data}" width="{width}" alt="{escape(self.alt)}">'
            )

    return Figure


def nothing(title: str, why: str, backend: Backend) -> Any:
    """A picture of nothing, which says why there is nothing."""
    alt = f"{title}. {why}"
    if backend == "altair":
        chart = altair()
        said = chart.Chart(chart.Data(values=[{"why": why}])).mark_text(fontSize=12)
        return said.encode(text="why:N").properties(
            width=480, height=80, title=title, description=alt
        )
    figure, axes = canvas(7.6, 1.8)
    axes.text(0.5, 0.5, why, ha="center", va="center", transform=axes.transAxes, wrap=True)
    axes.set_axis_off()
    return finished(figure, axes, title, alt)


def legend(figure: Any, axes: Any) -> None:
    """Below the picture, each name once."""
    handles, labels = axes.get_legend_handles_labels()
    once = dict(zip(reversed(labels), reversed(handles), strict=True))
    shown = {label: once[label] for label in labels}
    figure.legend(
        shown.values(),
        shown.keys(),
        loc="outside lower center",
        frameon=False,
        ncols=5,
        handlelength=2.2,
        handleheight=1.4,
    )


def finished(figure: Any, axes: Any, title: str, alt: str) -> Any:
    """The figure with its title, its grid, and its content in words."""
    # Over the whole picture: beside long labels there is little room above the axes.
    figure.suptitle(textwrap.fill(title, 80), x=0.01, ha="left", fontsize=11)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(visible=True, color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    figure.alt = alt
    return figure


def altair() -> Any:
    return import_module("altair")


def side_colour(chart: Any, sides: Set[str]) -> Any:
    return chart.Color("side:N", title=None, scale=_side_scale(chart, sides, SIDE_INKS))


def side_shape(chart: Any, sides: Set[str]) -> Any:
    return chart.Shape("side:N", title=None, scale=_side_scale(chart, sides, _SHAPES))


def _side_scale(chart: Any, sides: Set[str], looks: Mapping[str, str]) -> Any:
    """Every side as in all pictures; the legend has those that are there."""
    there = [side for side in SIDES if side in sides]
    return chart.Scale(
        domain=[SIDES[side] for side in there], range=[looks[side] for side in there]
    )
