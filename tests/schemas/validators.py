"""What Python's validators say: validators.py SCHEMA RECORDS OUT, one line a validator and a record."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import fastjsonschema
import jschon
import jsonschema
import jsonschema_rs

schema_file, records_file, out_file = sys.argv[1:]
with open(schema_file, encoding="utf-8") as file:
    schema = json.load(file)


def fast() -> Callable[[Any], bool]:
    compiled = fastjsonschema.compile(schema)

    def takes(record: Any) -> bool:
        try:
            compiled(record)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return takes


def by_jschon() -> Callable[[Any], bool]:
    jschon.create_catalog("2020-12")
    compiled = jschon.JSONSchema(schema)
    assert compiled.validate().valid
    return lambda record: compiled.evaluate(jschon.JSON(record)).valid


def by_jsonschema() -> Callable[[Any], bool]:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema).is_valid


VALIDATORS: dict[str, Callable[[], Callable[[Any], bool]]] = {
    "jsonschema": by_jsonschema,
    "fastjsonschema": fast,
    "jschon": by_jschon,
    "jsonschema-rs": lambda: jsonschema_rs.validator_for(schema).is_valid,
}
#: jschon takes minutes for one record at the limits of lists, and half a second for any: it is given a fifth, none of them long.
LONGEST, SHARE = {"jschon": 100_000}, {"jschon": 5}
with open(records_file, encoding="utf-8") as file:
    lines = file.read().removesuffix("\n").split("\n")
with open(out_file, "w", encoding="utf-8") as out:
    for name, compiled in VALIDATORS.items():
        takes, longest = compiled(), LONGEST.get(name, float("inf"))
        share = SHARE.get(name, 1)
        given = [index % share == 0 and len(line) <= longest for index, line in enumerate(lines)]
        verdicts = [
            takes(json.loads(line)) if is_given else None
            for line, is_given in zip(lines, given, strict=True)
        ]
        out.write(
            json.dumps(
                {"validator": f"{name} (Python)", "version": version(name), "takes": verdicts}
            )
            + "\n"
        )
