"""Every picture in both libraries: what it says in words, and that it does not rest on colour."""

from __future__ import annotations

import html
import io
import json

import pytest
from synthetic import lines_of, records_of

pytest.importorskip("matplotlib", reason="matplotlib is not installed")
pytest.importorskip("altair", reason="altair is not installed")

import matplotlib
from support_panel import Record, plot, read_ndjson

TABLES = read_ndjson(lines_of(120, seed=3).encode(), as_of="2025-06-30")


def history():
    records = records_of(40, seed=3, defects=0)
    cases = [record["case"]["reference"] for record in records]
    most = max(cases, key=cases.count)
    return [Record.from_dict(r) for r, case in zip(records, cases, strict=True) if case == most]


PICTURES = {
    "trajectory": lambda backend: plot.trajectory(history(), scale="panel", backend=backend),
    "spread": lambda backend: plot.spread(TABLES, scale="panel", limit=9, backend=backend),
    "action_ageing": lambda backend: plot.action_ageing(TABLES, backend=backend),
    "attendance": lambda backend: plot.attendance(TABLES, backend=backend),
    "agenda": lambda backend: plot.agenda(TABLES, backend=backend),
}


@pytest.mark.parametrize("name", PICTURES)
def test_it_is_drawn_and_said_in_words_the_same_in_both(name):
    figure, chart = (PICTURES[name](backend) for backend in ("matplotlib", "altair"))
    assert len(figure.alt) > 60 and chart.description == figure.alt
    written = io.BytesIO()
    with matplotlib.rc_context({"svg.fonttype": "none"}):
        figure.savefig(written, format="svg")
    drawn = html.unescape(written.getvalue().decode())
    assert all(line in drawn for line in figure.get_suptitle().split("\n"))
    shown = figure._repr_html_()
    assert shown.startswith('<img src="data:image/png;base64,')
    assert html.unescape(shown).endswith(f'alt="{figure.alt}">')
    assert json.loads(chart.to_json())["description"] == figure.alt


def test_parts_of_a_bar_differ_by_hatch_and_sides_by_marker():
    bars = PICTURES["attendance"]("matplotlib").axes[0].containers
    hatches = [bar.patches[0].get_hatch() for bar in bars]
    assert len(bars) > 1 and len({*hatches}) == len(hatches)
    lines = PICTURES["spread"]("matplotlib").axes[0].get_lines()
    markers = {
        line.get_label(): line.get_marker()
        for line in lines
        if not line.get_label().startswith("_")
    }
    assert len({*markers.values()}) == len(markers) > 1


def test_bars_count_what_the_answer_counts():
    from support_panel import analysis

    bars = PICTURES["attendance"]("matplotlib").axes[0].containers
    drawn = {bar.get_label(): [int(part.get_width()) for part in bar] for bar in bars}
    found = analysis.attendance(TABLES, threshold=0, library="pyarrow").to_pylist()
    assert drawn["attended"] == [row["attended"] for row in found]
    assert drawn["apologies"] == [row["apologies"] for row in found]


def test_scales_are_not_mixed():
    with pytest.raises(ValueError, match="different scales go by that id"):
        plot.spread(TABLES, scale="referrer")
    with pytest.raises(ValueError, match="that scale was not asked; one of panel, referrer"):
        plot.spread(TABLES, scale="nothing")
    with pytest.raises(ValueError, match="no sitting of that scale was found; one of"):
        plot.trajectory(history(), scale="nothing")


def test_a_side_has_one_ink_in_all_pictures():
    axes = PICTURES["spread"]("matplotlib").axes[0]
    marks = {line.get_label(): line.get_markerfacecolor() for line in axes.lines}
    bars = {
        bar.get_label(): bar.patches[0].get_facecolor()
        for bar in PICTURES["action_ageing"]("matplotlib").axes[0].containers
    }
    for side in ("family side", "professionals"):
        assert matplotlib.colors.to_rgba(marks[side]) == bars[side]


def test_a_legend_has_what_is_in_the_picture():
    drawn = json.dumps(json.loads(PICTURES["trajectory"]("altair").to_json()))
    assert "professionals" in drawn and '"others"' not in drawn
    points = json.loads(PICTURES["spread"]("altair").to_json())["layer"][1]["encoding"]
    assert points["size"]["legend"]["values"][0] == 1 == points["size"]["scale"]["domain"][0]


def test_numbers_that_fall_together_stand_beside_each_other():
    chart = PICTURES["trajectory"]("altair").to_dict()
    places = [(point["day"], point["number"]) for point in chart["data"]["values"]]
    assert len({number for _, number in places}) < len(places) == len({*places})


def test_a_title_says_what_there_is_to_see_in_the_profile_s_words():
    from support_panel import Profile, analysis

    title = {
        name: " ".join(draw("matplotlib").get_suptitle().split()) for name, draw in PICTURES.items()
    }
    profile = Profile.built_in().to_dict()
    prompt = next(scale["prompt"] for scale in profile["scales"] if scale["id"] == "panel")
    assert title["spread"].startswith(f"“{prompt}” Up to ")
    assert title["trajectory"].startswith(f"“{prompt}” The lowest number ")
    rows = analysis.attendance(TABLES, threshold=0, library="pyarrow").to_pylist()
    least = min(rows, key=lambda row: (row["attended"] / row["n"], row["seat_title"]))
    assert title["attendance"].startswith(f"{least['seat_title']} was at the fewest panels: ")
    assert {row["seat_title"] for row in rows} <= {seat["title"] for seat in profile["seats"]}
    assert " live actions are late" in title["action_ageing"]
    drawn = [
        label.get_text() for label in PICTURES["agenda"]("matplotlib").axes[0].get_yticklabels()
    ]
    assert any(stage["title"] in label for label in drawn for stage in profile["agenda"])


@pytest.mark.parametrize("backend", ["matplotlib", "altair"])
def test_where_there_is_nothing_the_picture_says_why(backend):
    none = read_ndjson(b"", as_of="2025-06-30")
    undated = read_ndjson(lines_of(20, seed=3).encode())
    for picture, why in (
        (plot.attendance(none, backend=backend), "No panel has begun"),
        (plot.agenda(none, backend=backend), "No stage has both a start and an end"),
        (plot.action_ageing(none, backend=backend), "No action is live"),
        (plot.action_ageing(undated, backend=backend), "read the records with as_of"),
        (plot.spread(none, scale="panel", backend=backend), "No one gave a number"),
        (plot.trajectory([], backend=backend), "No panel with a day has a number"),
    ):
        alt = picture.alt if backend == "matplotlib" else picture.description
        drawn = picture._repr_html_() if backend == "matplotlib" else picture.to_json()
        assert why in alt and drawn


def test_time_is_kept_on_the_axis():
    records = history()
    days = [record.at("/meeting/held_on") for record in records]
    ticks = PICTURES["trajectory"]("matplotlib").axes[0].get_xticks()
    import datetime

    assert [*ticks] == sorted(datetime.date.fromisoformat(day).toordinal() for day in days if day)[
        : len(ticks)
    ] or ({*ticks} <= {datetime.date.fromisoformat(day).toordinal() for day in days if day})
