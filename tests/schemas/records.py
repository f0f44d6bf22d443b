"""Valid and mutated records for the validators, with what the library's own reader says of each.

A mutation breaks one thing, at a place that the schema finds in the record, in a way that one code of the reader names.
"""

from __future__ import annotations

import copy
import json
import random
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

Json = Any
# An object or list, the key or index of a value in it, and the definition that the value is of.
Place = tuple[Any, Any, str]
VALID, MUTATED = 200, 400
TEXT_CHARACTERS, ID_CHARACTERS, LIST_ITEMS, NESTING = 20_000, 200, 10_000, 32

#: What JSON Schema cannot say, and why. Everything else that the reader refuses, a validator refuses.
UNSAYABLE = {
    "bad_number": "`multipleOf` counts in binary fractions, in which 0.1 is no multiple of 0.000001: how many decimal places a number has cannot be said.",
    "duplicate_key": "A validator is given what a parser made of the text, and parsers keep the last of two.",
    "too_deep": "A schema says what stands where, not how many levels there may be.",
    "too_large": "A schema does not know how many bytes a document was written in.",
    "bad_scale": "JSON Schema compares a number with a constant, never with another number of the document.",
    "empty_item": "Whether all members of an item count as absent depends on each of them; said in a schema it would stand beside every list.",
}


def places(schema: Json, record: Json) -> list[Place]:
    """Every value of the record below its root, with the name of its definition, or its kind."""
    definitions = schema["$defs"]

    def resolved(node: Json) -> tuple[Json, str]:
        name = ""
        while True:
            if "$ref" in node:
                name = node["$ref"].removeprefix("#/$defs/")
                node = definitions[name]
            elif "allOf" in node:
                node = node["allOf"][0]
            elif "anyOf" in node:
                node = node["anyOf"][0]
            else:
                return node, name

    def walk(node: Json, value: Json) -> Iterator[Place]:
        node, name = resolved(node)
        if "oneOf" in node and isinstance(value, dict):
            chosen = next(one for one in node["oneOf"] if set(value) & set(one["required"]))
            yield from walk(chosen, value)
        elif name == "extensions" or value is None:
            return
        elif isinstance(value, dict):
            for key, child in value.items():
                below = node["properties"][key]
                yield value, key, kind(below)
                yield from walk(below, child)
        elif isinstance(value, list):
            for index, child in enumerate(value):
                yield value, index, kind(node["items"])
                yield from walk(node["items"], child)

    def kind(node: Json) -> str:
        node, name = resolved(node)
        if "oneOf" in node and "const" in node["oneOf"][0]:
            return "word"
        if "oneOf" in node:
            return "choice"
        return (
            name
            if name in ("id", "date", "instant", "text", "decimal", "extensions")
            else node.get("type", "any")
        )

    return list(walk(schema, record))


def objects(record: Json, found: list[Place]) -> list[Json]:
    return [record, *(holder[key] for holder, key, kind in found if kind == "object")]


def of(found: list[Place], *kinds: str) -> list[Place]:
    return [
        place
        for place in found
        if place[2] in kinds and place[0][place[1]] not in (None, "", [], {})
    ]


def put(*values: Json, kinds: tuple[str, ...]) -> Callable[..., str | None]:
    """A mutation that puts one of some values where something of these kinds stands."""

    def mutate(rng: random.Random, record: Json, found: list[Place]) -> str | None:
        if not (here := of(found, *kinds)):
            return None
        holder, key, _ = rng.choice(here)
        holder[key] = copy.deepcopy(rng.choice(values))
        return json.dumps(record, ensure_ascii=False)

    return mutate


def unknown_key(rng: random.Random, record: Json, found: list[Place]) -> str:
    rng.choice(objects(record, found))[rng.choice(["Id", "name ", "x", "visibleTo", "éa"])] = (
        "something"
    )
    return json.dumps(record)


def missing_key(rng: random.Random, record: Json, found: list[Place]) -> str:
    holder, key = rng.choice(
        [
            (record, "id"),
            (record, "case"),
            (record["case"], "reference"),
            *((h[k], "id") for h, k, kind in found if kind == "object" and "id" in h[k]),
        ]
    )
    if rng.random() < 0.5:
        del holder[key]
    else:
        holder[key] = None
    return json.dumps(record)


def wrong_type(rng: random.Random, record: Json, found: list[Place]) -> str:
    holder, key, kind = rng.choice(
        of(found, "id", "date", "instant", "text", "array", "object", "word", "boolean")
    )
    others: list[Json] = [7, True, "seven", ["seven"], {"seven": 7}]
    same = {"array": list, "object": dict, "boolean": bool}.get(kind, str)
    holder[key] = rng.choice([other for other in others if type(other) is not same])
    return json.dumps(record)


def too_long(rng: random.Random, record: Json, found: list[Place]) -> str:
    if rng.random() < 0.3:
        key = "k" * (TEXT_CHARACTERS + 1)
        record["extensions"] = rng.choice(
            [{key: 1}, {"a": [{key: 1}]}, {"a": key}, {"a": [{"b": key}]}]
        )
        return json.dumps(record)
    return (
        put("t" * (TEXT_CHARACTERS + 1), "é" * (TEXT_CHARACTERS + 1), kinds=("text",))(
            rng, record, found
        )
        or ""
    )


def too_many_items(rng: random.Random, record: Json, found: list[Place]) -> str:
    if rng.random() < 0.5:
        record["extensions"] = {"list": [0] * (LIST_ITEMS + 1)}
    else:
        holder = rng.choice(
            [h[k] for h, k, kind in of(found, "array")] or [record.setdefault("actions", [])]
        )
        holder[:] = [holder[0] if holder else {"id": "a", "action": "b"}] * (LIST_ITEMS + 1)
    return json.dumps(record)


def not_exactly_one(rng: random.Random, record: Json, found: list[Place]) -> str | None:
    if not (here := of(found, "choice")):
        return None
    holder, key, _ = rng.choice(here)
    both = (
        {"person": "a", "participant": "b"}
        if key == "on_behalf_of"
        else {"on": "2026-03-12", "within": {"days": 2}}
    )
    known = holder[key]
    holder[key] = {**both, **known}
    return json.dumps(record)


def bad_scale(rng: random.Random, record: Json, _: list[Place]) -> str:
    scale = record.setdefault("referral", {}).setdefault(
        "scale", {"id": "own", "prompt": "How far?"}
    )
    scale.update(
        rng.choice(
            [
                {"min": 5, "max": 5, "step": 1},
                {"min": 0, "max": 10, "step": 3},
                {"min": 7, "max": 2, "step": 1},
            ]
        )
    )
    return json.dumps(record)


def duplicate_key(rng: random.Random, record: Json, _: list[Place]) -> str:
    text = json.dumps(record)
    key = rng.choice(list(record))
    return f"{text[:-1]}, {json.dumps(key)}: {json.dumps(record[key])}}}"


def too_deep(_: random.Random, record: Json, __: list[Place]) -> str:
    record["extensions"] = {"deep": json.loads("[" * NESTING + "]" * NESTING)}
    return json.dumps(record)


def too_large(_: random.Random, record: Json, __: list[Place]) -> str:
    record["extensions"] = {str(n): "t" * TEXT_CHARACTERS for n in range(220)}
    return json.dumps(record)


#: By the code that the reader must give.
MUTATIONS: dict[str, list[Callable[..., str | None]]] = {
    "unknown_key": [unknown_key],
    "missing_key": [missing_key],
    "wrong_type": [wrong_type],
    "wrong_format": [
        lambda rng, record, _: json.dumps(
            {**record, "format": rng.choice(["support-panel/2", "support-panel/1 ", "x"])}
        )
    ],
    "unknown_word": [put("Present", "in progress", "none ", "\u200bpresent", kinds=("word",))],
    "bad_id": [
        put(
            *(
                f"a{chr(c)}b"
                for c in [
                    0,
                    9,
                    10,
                    13,
                    31,
                    32,
                    127,
                    128,
                    133,
                    159,
                    160,
                    5760,
                    8192,
                    8202,
                    8232,
                    8233,
                    8239,
                    8287,
                    12288,
                ]
            ),
            kinds=("id",),
        ),
        put(
            "end\n",
            "\u00a0start",
            "i" * (ID_CHARACTERS + 1),
            "é" * (ID_CHARACTERS + 1),
            kinds=("id",),
        ),
    ],
    "bad_date": [
        put(
            "2026-02-29",
            "2026-04-31",
            "1900-02-29",
            "0000-01-01",
            "2026-13-01",
            "2026-1-1",
            "12/03/2026",
            "2026-03-12\n",
            " 2026-03-12",
            "2026-03-12T00:00:00Z",
            "٢٠٢٦-03-12",
            kinds=("date",),
        ),
    ],
    "bad_instant": [
        put(
            "2026-02-29T10:00:00Z",
            "2026-03-12T24:00:00Z",
            "2026-03-12T10:00:60Z",
            "2026-03-12T10:00:00",
            "2026-03-12T10:00:00.Z",
            kinds=("instant",),
        ),
        put(
            "2026-03-12T10:00:00Z\n",
            "0000-03-12T10:00:00Z",
            "2026-03-12 10:00:00Z",
            "2026-03-12T10:00:00+0100",
            "2026-03-12T10:00:00.0123456789Z",
            kinds=("instant",),
        ),
    ],
    "bad_number": [put(1e16, -1e16, 0.1234567, kinds=("decimal",))],
    "too_long": [too_long],
    "too_many_items": [too_many_items],
    "not_exactly_one": [not_exactly_one],
    "empty_item": [
        lambda rng, record, found: put(None, "", kinds=("id",))(
            rng, record, [p for p in found if isinstance(p[1], int)]
        )
    ],
    "bad_scale": [bad_scale],
    "duplicate_key": [duplicate_key],
    "too_deep": [too_deep],
    "too_large": [too_large],
}
#: Each of these is 4 MiB of text, so that there are few.
FEW = {"too_large": 2, "too_many_items": 10, "too_deep": 10}


def run(command: str, *arguments: str, given: str = "") -> str:
    return subprocess.run(
        [command, *arguments], input=given, capture_output=True, text=True, check=False
    ).stdout


def verdicts(command: str, lines: list[str]) -> list[str]:
    """The reader's code for each line, or `valid`."""
    out = run(
        command,
        "check",
        "--ndjson",
        "--alone",
        "--format",
        "ndjson",
        "-",
        given="\n".join(lines) + "\n",
    )
    codes = ["valid"] * len(lines)
    for line in map(json.loads, out.splitlines()):
        if "error" in line and line["error"]["code"] not in ("unknown_profile",):
            codes[line["line"] - 1] = line["error"]["code"]
    return codes


def made(command: str, schema: Json, seed: int) -> tuple[list[str], list[tuple[str, str]]]:
    """Valid records, and mutated ones with the code that refuses each."""
    rng = random.Random(seed)
    valid = run(command, "synth", str(VALID), "--seed", str(seed), "--defects", "0.5").splitlines()
    share = -(-(MUTATED - sum(FEW.values())) // (len(MUTATIONS) - len(FEW)))
    mutated: list[tuple[str, str]] = []
    for code, ways in MUTATIONS.items():
        wanted = FEW.get(code, share)
        kept: list[tuple[str, str]] = []
        for _ in range(20):
            tried: list[str] = []
            for _ in range(2 * wanted):
                record = json.loads(rng.choice(valid))
                text = rng.choice(ways)(rng, record, places(schema, record))
                if text is not None:
                    tried.append(text)
            # A mutation that the reader names otherwise, or takes, is no case of this code.
            kept += [
                (text, found)
                for text, found in zip(tried, verdicts(command, tried), strict=True)
                if found == code
            ]
            if len(kept) >= wanted:
                break
        if len(kept) < wanted:
            raise SystemExit(
                f"tests/schemas: only {len(kept)} of {wanted} records could be made for {code}"
            )
        mutated += kept[:wanted]
    return valid, mutated
