"""Asks the validators of Python about Bundles, and each about Bundles that are broken: a check that nothing fails is none."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fhirkit
import jsonschema
from fhir.resources.R4B.bundle import Bundle

BUNDLES, SCHEMA = map(Path, sys.argv[1:])


def resource(bundle: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind
    )
    return found


def unknown_key(bundle: dict[str, Any]) -> None:
    resource(bundle, "Goal")["colour"] = "red"


def missing_status(bundle: dict[str, Any]) -> None:
    del resource(bundle, "Observation")["status"]


def wrong_type(bundle: dict[str, Any]) -> None:
    resource(bundle, "Task")["description"] = 7


BROKEN: list[Callable[[dict[str, Any]], None]] = [unknown_key, missing_status, wrong_type]


def r4b(text: str) -> bool:
    try:
        Bundle.model_validate_json(text)
    except ValueError:
        return False
    return True


def kit(text: str) -> bool:
    parsed = fhirkit.parse(text)
    return not parsed.issues and parsed.to_dict()["resourceType"] == "Bundle"


CHECKER = jsonschema.validators.validator_for(schema := json.loads(SCHEMA.read_text()))(schema)

VALIDATORS: dict[str, Callable[[str], bool]] = {
    "fhir.resources R4B": r4b,
    "fhirkit R4": kit,
    # It takes long: each resource is tried as each kind that there is.
    "the R4 JSON Schema in jsonschema": lambda text: CHECKER.is_valid(json.loads(text)),
}
# What a validator is known to pass, by its name and that of the break: the schema requires no element that is of a primitive type.
PASSES = {("the R4 JSON Schema in jsonschema", "missing_status")}

lines = BUNDLES.read_text(encoding="utf-8").splitlines()
whole = next(
    line for line in lines if '"Goal"' in line and '"Task"' in line and "Observation" in line
)
failed = 0
for name, is_valid in VALIDATORS.items():
    asked = lines if "JSON Schema" not in name else lines[:8]
    refused = [number for number, line in enumerate(asked, 1) if not is_valid(line)]
    if refused:
        failed += 1
        print(f"{name} refuses Bundle {refused[0]} and {len(refused) - 1} more", file=sys.stderr)
    for break_it in BROKEN:
        bundle = json.loads(whole)
        break_it(bundle)
        if is_valid(json.dumps(bundle)) != ((name, break_it.__name__) in PASSES):
            failed += 1
            print(f"{name}: {break_it.__name__} is not judged as expected", file=sys.stderr)
    print(f"{name}: {len(asked) - len(refused)} of {len(asked)} Bundles pass")
sys.exit(failed > 0)
