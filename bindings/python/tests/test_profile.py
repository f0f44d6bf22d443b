"""Profiles: read, checked, shown and compared."""

from __future__ import annotations

import pickle

import pytest
import support_panel
from support_panel import PanelError, Profile

OURS = 'extends = "leicester-masp"\nid = "ours"\nversion = "1"\n'


def test_profiles() -> None:
    listed = support_panel.profiles()
    assert listed[0] == Profile.built_in() == Profile.built_in("leicester-masp")
    assert len({(profile.id, profile.version) for profile in listed}) == len(listed)
    for profile in listed:
        assert (
            Profile.from_json(profile.to_json()) == profile == pickle.loads(pickle.dumps(profile))
        )
        assert hash(profile) == hash(Profile.from_json(profile.to_json()))
        assert profile.to_dict()["id"] == profile.id
    assert repr(listed[0]) == "<Profile leicester-masp 2017.1>"
    with pytest.raises(PanelError) as caught:
        Profile.built_in("nowhere")
    assert caught.value.code == "unknown_profile"


def test_a_profile_may_extend_another() -> None:
    base = Profile.from_toml(
        'extends = "leicester-masp"\nid = "ours"\nversion = "1"\n[quorum]\nmin_agencies = 3\n'
    )
    own = Profile.from_toml('extends = "ours"\nid = "theirs"\nversion = "1"\n', bases=[base])
    assert own.to_dict()["quorum"]["min_agencies"] == 3
    assert own == Profile.from_json(
        '{"extends": "ours", "id": "theirs", "version": "1"}', bases=[base]
    )
    with pytest.raises(PanelError) as caught:
        Profile.from_toml('extends = "ours"\nid = "theirs"\nversion = "1"\n')
    assert caught.value.code == "unknown_base"


def test_a_check_tells_every_fault_with_its_line_and_the_nearest_word() -> None:
    checked = Profile.check(OURS + "[quorum]\nmin_agencys = 3\n[reviews]\nafter = 3\n")
    first = checked["faults"][0]
    assert (first["line"], first["word"], first["nearest"]) == (5, "min_agencys", "min_agencies")
    assert [fault["line"] for fault in checked["faults"]] == [5, 6, 7]
    assert (checked["warnings"], checked["silent"], checked["counts"]) == ([], [], [])


def test_a_check_of_a_profile_without_faults_counts_it() -> None:
    base = Profile.from_toml(OURS)
    text = 'extends = "ours"\nid = "theirs"\nversion = "1"\n'
    checked = Profile.check(text.encode(), bases=[base])
    assert checked["faults"] == []
    counts = {count["of"]: count["n"] for count in checked["counts"]}
    assert counts["questions"] == len(base.to_dict()["questions"]) > 0
    assert {rule["rule"] for rule in checked["silent"]} <= {
        r["code"] for r in support_panel.rules()
    }
    [fault] = Profile.check(text)["faults"]
    assert fault["code"] == "unknown_base"


def test_a_profile_is_shown_as_a_page() -> None:
    profile = Profile.built_in()
    title = profile.to_dict()["title"]
    assert profile.show() == profile.show("markdown")
    assert profile.show().startswith("# ")
    assert profile.show("html").startswith("<!DOCTYPE html>")
    assert all(title in profile.show(format) for format in ("markdown", "html", "text"))
    with pytest.raises(PanelError) as caught:
        profile.show("pdf")  # type: ignore[arg-type]
    assert caught.value.code == "unknown_word"


def test_a_difference_is_told_from_the_old_to_the_new() -> None:
    old, new = (Profile.from_toml(f"{OURS}[quorum]\nmin_agencies = {n}\n") for n in (2, 3))
    assert old.diff(old) == []
    there, back = ({c["path"]: c for c in a.diff(b)} for a, b in ((old, new), (new, old)))
    assert "was 2, is now 3" in there["/quorum/min_agencies"]["message"]
    assert "was 3, is now 2" in back["/quorum/min_agencies"]["message"]
    assert there["/version"].get("consequence") == "same_version"
