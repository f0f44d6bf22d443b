"""A record, member by member, as its schema has it: what each is, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from ._native import schema

Path = tuple[str, ...]
"""The keys that lead to a member; places in lists are left out."""

Change = Callable[[str, Path, Any], Any]
"""Is given what kind of thing a member is, its path and its value; gives the new value, or `DROP`."""

DROP = object()

_known: dict[str, Any] = {}


def _definitions() -> dict[str, Any]:
    if not _known:
        _known.update(schema("record")["$defs"])
    return _known


def changed(record: dict[str, Any], change: Change) -> dict[str, Any]:
    return cast("dict[str, Any]", _walk(record, {"$ref": "#/$defs/record"}, (), change))


def _walk(value: Any, node: Mapping[str, Any], path: Path, change: Change) -> Any:
    kind, options = "", [node]
    # The first reference by name says what a leaf is; what stands behind it says what holds others.
    found: Mapping[str, Any] | None = None
    while options:
        option = options.pop(0)
        if "$ref" in option:
            name = option["$ref"].rpartition("/")[2]
            if name.startswith("absent"):
                continue
            kind = kind or name
            options.insert(0, _definitions()[name])
        elif not {"allOf", "anyOf", "oneOf"}.isdisjoint(option):
            options[:0] = [
                *option.get("allOf", ()),
                *option.get("anyOf", ()),
                *option.get("oneOf", ()),
            ]
        elif _fits(value, option):
            found = option
            break
    if kind == "extensions" or found is None or not isinstance(value, dict | list):
        return change(kind, path, value)
    if isinstance(value, list):
        items = (_walk(item, found["items"], path, change) for item in value)
        return [item for item in items if item is not DROP]
    members = {
        name: _walk(member, found["properties"][name], (*path, name), change)
        for name, member in value.items()
    }
    return {name: member for name, member in members.items() if member is not DROP}


def _fits(value: Any, option: Mapping[str, Any]) -> bool:
    if isinstance(value, dict):
        return (
            value.keys() >= {*option.get("required", ())}
            and value.keys() <= option.get("properties", {}).keys()
        )
    if isinstance(value, list):
        return "items" in option
    return True
