"""A record, member by member, as its schema has it: what each is, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from support_panel import schema

Path = tuple[str, ...]
"""The keys that lead to a member; places in lists are left out."""


class Member(NamedTuple):
    """A member that holds no others."""

    kind: str
    """What its schema calls it: `id`, `date`, `instant`, `text`, `extensions`, or another name."""
    path: Path
    is_required: bool
    """Whether what it stands in cannot be read without it."""


DROP: Any = object()
"""What an action gives for a value that is to be left out."""

Action = Callable[[Any, Any], Any]
"""Is given a value and what is known of its family; gives the new value, or `DROP`."""

Rule = Callable[[Member], Action | None]
"""What becomes of a member's values; None where they stay as they are."""


def rewriter(rule: Rule) -> Callable[[dict[str, Any], Any], dict[str, Any]]:
    """What rewrites a whole record. Its schema is read once, so that a record costs no more than its values."""
    action = _action({"$ref": "#/$defs/record"}, (), True, rule)
    return cast(
        "Callable[[dict[str, Any], Any], dict[str, Any]]", action or (lambda value, _: value)
    )


@cache
def _definitions() -> dict[str, Any]:
    return cast("dict[str, Any]", schema("record")["$defs"])


def _action(node: Mapping[str, Any], path: Path, is_required: bool, rule: Rule) -> Action | None:
    kind, objects, items = _resolved(node)
    if kind == "extensions" or not (objects or items):
        return rule(Member(kind, path, is_required))
    if items is not None:
        inner = _action(items, path, False, rule)
        return inner and _of_list(inner)
    choices = [
        (
            frozenset(option.get("required", ())),
            {
                name: _action(member, (*path, name), name in option.get("required", ()), rule)
                for name, member in option["properties"].items()
            },
        )
        for option in objects
    ]
    return _of_object(choices)


def _resolved(
    node: Mapping[str, Any],
) -> tuple[str, list[Mapping[str, Any]], Mapping[str, Any] | None]:
    """The first name that leads to a member, what objects it may be, and the items it has as a list."""
    kind, objects, items = "", [], None
    waiting = [node]
    while waiting:
        option = waiting.pop(0)
        if "$ref" in option:
            name = option["$ref"].rpartition("/")[2]
            if not name.startswith("absent"):
                kind = kind or name
                waiting.insert(0, _definitions()[name])
        elif "items" in option:
            items = option["items"]
        elif "properties" in option:
            objects.append(option)
        else:
            waiting[:0] = [
                *option.get("allOf", ()),
                *option.get("anyOf", ()),
                *option.get("oneOf", ()),
            ]
    return kind, objects, items


def _of_list(inner: Action) -> Action:
    def change(items: Any, family: Any) -> Any:
        return [new for item in items if (new := inner(item, family)) is not DROP]

    return change


def _of_object(choices: list[tuple[frozenset[str], dict[str, Action | None]]]) -> Action:
    def change(members: Any, family: Any) -> Any:
        actions = choices[0][1]
        if len(choices) > 1:
            # Of several forms it has the one whose members are there, and no other's.
            actions = next(actions for required, actions in choices if members.keys() >= required)
        new = {}
        for name, value in members.items():
            action = actions[name]
            if action is not None:
                value = action(value, family)
                if value is DROP:
                    continue
            new[name] = value
        return new

    return change
