"""Writes `support_panel/types.py`: the JSON Schemas as TypedDicts.

Fails where the committed file is another, or writes it where `BLESS` is set in the environment, as `tests/bless` does.
"""

from __future__ import annotations

import json
import keyword
import os
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parents[1] / "crates" / "support-panel" / "schema"
TARGET = HERE / "python" / "support_panel" / "types.py"

HEAD = '''"""The shapes of records, profiles, commands, events and results as dicts, for type checkers.

Generated from the JSON Schemas by generate_types.py: change the types of the core, not this file. What `to_dict` gives
has these shapes; what is read may also have `None`, `""`, `[]` and `{}` for what is absent.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
'''

Schema = dict[str, Any]

WIDTH = 100
"""The widest line, as in `ruff.toml`."""


AS_JSON = {"json", "logic"}
"""Definitions that hold themselves, which a class cannot: what JSON can hold, and conditions in JSON Logic."""


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_")) + "Dict"


class Module:
    """The classes of one schema, under a prefix where another schema has a different one of the same name."""

    def __init__(self, schema: Schema, taken: dict[str, str], root: str) -> None:
        self.definitions: dict[str, Schema] = schema.get("$defs", {})
        self.root = root
        self.taken = taken
        self.names: dict[str, str] = {}

    def write(self) -> None:
        # Words name no other type, and are named before whatever names them.
        for name, definition in sorted(
            self.definitions.items(), key=lambda it: not is_words(it[1])
        ):
            if is_alias(definition):
                alias = camel(name) if "anyOf" in definition else camel(name).removesuffix("Dict")
                self.names[name] = alias
                text = self.alias(alias, definition)
                if self.taken.setdefault(alias, text) != text:
                    raise SystemExit(f"two types would be called {alias}")
            if not is_class(definition) and not variants(definition):
                continue
            # Its own name until another is found, for a class that holds itself.
            self.names[name] = camel(name)
            own = self.root if name == "document" else camel(name)
            for candidate in (own, self.root.removesuffix("Dict") + own):
                self.names[name] = candidate
                text = self.definition(candidate, definition)
                if self.taken.setdefault(candidate, text) == text:
                    break
            else:
                raise SystemExit(f"two classes would be called {candidate}")

    def definition(self, name: str, schema: Schema) -> str:
        if choices := variants(schema):
            parts = []
            for choice in choices:
                tag = choice["properties"]["type"]["const"]
                own = camel(tag).removesuffix("Dict") + name
                text = self.fields(own, choice)
                if self.taken.setdefault(own, text) != text:
                    raise SystemExit(f"two classes would be called {own}")
                parts.append(own)
            joined = "\n    | ".join(parts)
            return f"{name} = (\n    {joined}\n)\n"
        return self.fields(name, schema)

    def alias(self, name: str, schema: Schema) -> str:
        kind = self.kind(schema, name)
        about = schema.get("description", "")
        return f"{name}: TypeAlias = {kind}\n" + (f'"""{about}"""\n' if about else "")

    def fields(self, name: str, schema: Schema) -> str:
        required = set(schema.get("required", []))
        about = schema.get("description", "")
        lines = [f"class {name}(TypedDict):", *([f'    """{about}"""', ""] if about else [])]
        words = {
            key: member for key, member in schema["properties"].items() if keyword.iskeyword(key)
        }
        if words:
            # A class cannot have a member of this name, so it is written as a call.
            members = "".join(
                f'        "{key}": {kind if key in required else f"NotRequired[{kind}]"},\n'
                for key, member in schema["properties"].items()
                for kind in [
                    self.kind(member, name.removesuffix("Dict") + camel(key).removesuffix("Dict"))
                ]
            )
            return (
                f'{name} = TypedDict(\n    "{name}",\n    {{\n{members}    }},\n)\n"""{about}"""\n'
            )
        for key, member in schema["properties"].items():
            if is_absent(member):
                continue
            kind = self.kind(member, name.removesuffix("Dict") + camel(key).removesuffix("Dict"))
            lines.append(f"    {key}: {kind if key in required else f'NotRequired[{kind}]'}")
            if member.get("description"):
                lines.append(f'    """{member["description"]}"""')
        return "\n".join(lines) + "\n"

    def kind(self, schema: Schema, hint: str) -> str:
        """The type of a value, without what counts as absent; an object without a name is called by the hint."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[-1]
            if name in AS_JSON:
                return "Any"
            if name in self.names:
                return self.names[name]
            target = self.definitions[name]
            if is_class(target) or variants(target):
                return camel(name)
            return self.kind(target, camel(name).removesuffix("Dict"))
        if not schema.keys() - {"description"}:
            return "Any"
        if "const" in schema:
            return literal([schema["const"]])
        if "enum" in schema:
            return literal(schema["enum"])
        if "oneOf" in schema and all("const" in choice for choice in schema["oneOf"]):
            return literal([choice["const"] for choice in schema["oneOf"]])
        for key in ("allOf", "anyOf", "oneOf"):
            if key in schema:
                kinds = [self.kind(choice, hint) for choice in schema[key] if not is_absent(choice)]
                return " | ".join(dict.fromkeys(kinds))
        if isinstance(schema.get("type"), list):
            return " | ".join(self.kind({**schema, "type": kind}, hint) for kind in schema["type"])
        match schema.get("type"):
            case "array":
                return f"list[{self.kind(schema['items'], hint)}]"
            case "object" if "properties" in schema and schema.get("additionalProperties") is False:
                members = list(schema["properties"])
                # Told apart by what each requires; where nothing is required and there is one member, called by that.
                own = (
                    camel(members[0])
                    if members == ["severity"]
                    else hint + camel("_".join(schema.get("required", [])))
                )
                text = self.fields(own, schema)
                if self.taken.setdefault(own, text) != text:
                    raise SystemExit(f"two classes would be called {own}")
                return own
            case "object":
                keys = self.kind(schema.get("propertyNames", {"type": "string"}), hint)
                values = schema.get("additionalProperties")
                return (
                    f"dict[{keys}, {self.kind(values, hint)}]"
                    if isinstance(values, dict) and values
                    else "dict[str, Any]"
                )
            case kind:
                return {
                    "string": "str",
                    "boolean": "bool",
                    "integer": "int",
                    "number": "float",
                    "null": "None",
                }[str(kind)]


def literal(values: list[Any]) -> str:
    words = [json.dumps(value) if isinstance(value, str) else repr(value) for value in values]
    return f"Literal[{', '.join(words)}]"


def laid_out(line: str, after: str = "") -> list[str]:
    """A line as the formatter lays it out: where it is too long, what its brackets hold goes below."""
    if len(line) + len(after) <= WIDTH or '"""' in line:
        return [line + after]
    indent = line[: len(line) - len(line.lstrip())]
    deeper = indent + "    "
    name, _, kind = line.strip().partition(": ")
    if kind and len(choices := split(kind, " | ")) > 1:
        below = [deeper + choices[0], *(f"{deeper}| {choice}" for choice in choices[1:])]
        return [
            f"{indent}{name}: (",
            *(each for one in below for each in laid_out(one)),
            f"{indent})",
        ]
    if not line.endswith("]"):
        return [line + after]
    start, inner = line[:-1].split("[", 1)
    items = split(inner, ", ")
    if len(items) == 1 or len(deeper + inner) <= WIDTH:
        body = laid_out(deeper + inner)
    else:
        body = [each for item in items for each in laid_out(deeper + item, ",")]
    return [f"{start}[", *body, f"{indent}]{after}"]


def split(text: str, separator: str) -> list[str]:
    """The parts of a type between separators that stand in no brackets."""
    parts: list[str] = []
    for part in text.split(separator):
        if parts and parts[-1].count("[") > parts[-1].count("]"):
            parts[-1] += separator + part
        else:
            parts.append(part)
    return parts


def is_absent(schema: Schema) -> bool:
    return str(schema.get("$ref", "")).rsplit("/", 1)[-1].startswith("absent")


def is_words(schema: Schema) -> bool:
    """Whether it is a closed list of words."""
    return ("enum" in schema or "oneOf" in schema) and schema.get("type") == "string"


def is_alias(schema: Schema) -> bool:
    """Whether it has a name of its own though it is no class: a closed list of words, or a choice of classes."""
    return is_words(schema) or (
        "anyOf" in schema and all("$ref" in choice for choice in schema["anyOf"])
    )


def is_class(schema: Schema) -> bool:
    return schema.get("type") == "object" and "properties" in schema


def variants(schema: Schema) -> list[Schema]:
    """The choices of an object that is told apart by its `type`."""
    choices: list[Schema] = schema.get("oneOf", [])
    tagged = bool(choices) and all(
        "const" in choice.get("properties", {}).get("type", {}) for choice in choices
    )
    return choices if tagged else []


def generated() -> str:
    taken: dict[str, str] = {}
    # What is read gives the names, where a result has one like it.
    read = ("record", "profile", "command")
    results = sorted(path.stem for path in SCHEMAS.glob("*.json") if path.stem not in read)
    for name in (*read, *results):
        schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
        Module(schema, taken, camel(name)).write()
    taken["SchemaName"] = (
        f'SchemaName: TypeAlias = {literal([*read, *results])}\n"""What `schema` knows."""\n'
    )
    # What is no class names others when it is made, which must be there before it; a list of words names none.
    words = [text for text in taken.values() if "TypeAlias = Literal" in text]
    classes = [text for text in taken.values() if text.startswith("class ")]
    unions = [text for text in taken.values() if text not in words and text not in classes]
    text = HEAD + "\n" + "\n\n".join([*words, *classes, *unions])
    return "".join(f"{line}\n" for long in text.splitlines() for line in laid_out(long))


def main() -> None:
    text = generated()
    if "BLESS" in os.environ:
        TARGET.write_text(text, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != text:
        file = TARGET.relative_to(HERE.parents[1])
        raise SystemExit(f"{file} is not current: run `bash tests/bless` and read the change")


if __name__ == "__main__":
    main()
