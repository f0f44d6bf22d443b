"""Rules of a council's own, and what changed of rules."""

from __future__ import annotations

import json
from typing import Any

import pytest
import support_panel
from corpus import stored
from support_panel import PanelError, Profile, Record

RULE = {
    "code": "LM001",
    "title": "A family member acts alone",
    "severity": "advice",
    "for_each": "/actions",
    "path": "/supporting",
    "when": {"!": {"var": "item.supporting"}},
    "message": "An action has no one beside it.",
    "why": "A plan holds where someone stands beside the family in it.",
}


def council(*rules: dict[str, Any]) -> Profile:
    base = Profile.built_in().to_dict()
    return Profile.from_json(json.dumps({**base, "local_rules": list(rules)}))


@pytest.fixture
def clean() -> Record:
    return Record.from_json(stored("records", "clean", "json"))


def test_a_rule_of_the_councils_own_is_asked_beside_the_others(clean: Record) -> None:
    found = clean.check(council(RULE))
    assert [(finding.code, finding.path, finding.subject) for finding in found] == [
        ("LM001", "/actions/0/supporting", "a1"),
        ("LM001", "/actions/2/supporting", "a3"),
        ("LM001", "/actions/4/supporting", "a5"),
    ]
    assert {finding.message for finding in found} == {RULE["message"]}
    assert clean.check(council()) == []


def test_it_is_explained_where_its_profile_is_given(clean: Record) -> None:
    profile = council(RULE)
    assert dict(support_panel.explain("LM001", profile))["why"] == RULE["why"]
    assert support_panel.explain("SP601", profile) == support_panel.explain("SP601")
    explained = support_panel.explain(clean.check(profile)[0], profile)
    assert (explained["code"], explained["finding"]["subject"]) == ("LM001", "a1")
    with pytest.raises(PanelError) as refused:
        support_panel.explain("LM001")
    assert refused.value.code == "unknown_code"


def test_a_path_that_no_record_has_is_a_fault_of_the_profile() -> None:
    with pytest.raises(PanelError) as refused:
        council({**RULE, "when": {"!": {"var": "item.suporting"}}})
    assert (refused.value.code, refused.value.path) == (
        "unknown_path",
        "/local_rules/0/when/!/var",
    )


def test_what_changed_of_the_rules() -> None:
    came = support_panel.rules_diff("2026.1", "2026.2")
    assert "SP801" in [difference["code"] for difference in came]
    assert {difference["change"] for difference in came} == {"came"}
    own = support_panel.rules_diff(Profile.built_in(), council(RULE))
    assert [(difference["code"], difference["change"]) for difference in own] == [("LM001", "came")]
    with pytest.raises(PanelError) as refused:
        support_panel.rules_diff("2025.1", "2026.2")
    assert refused.value.code == "unknown_edition"


def test_a_record_is_judged_by_the_edition_in_force_when_its_panel_was_held() -> None:
    record = Record.from_json(stored("records", "clean", "json"))
    other = Record.from_dict({**record.to_dict(), "participants": []})
    codes = {
        edition: {finding.code for finding in other.check(edition=edition)}
        for edition in ("latest", "when_held", "2026.1")
    }
    assert codes["when_held"] == codes["2026.1"] <= codes["latest"]
    with pytest.raises(PanelError) as refused:
        record.check(edition="2025.1")
    assert (refused.value.code, refused.value.path) == ("unknown_edition", "/edition")
