"""A host in Python: the module in wasmtime, and the little that any host has to write.

Blocks are freed as soon as they are read, so that the module holds nothing between two calls but open meetings.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import wasmtime

MODULE = Path(__file__).parents[1] / "dist" / "support_panel.wasm"
INTERFACE = 1


class ModuleError(Exception):
    """What the module answers instead of a result."""

    def __init__(self, members: dict[str, Any]) -> None:
        super().__init__(members["message"])
        self.code: str = members["code"]
        self.path: str = members["path"]
        self.line: int | None = members["line"]
        self.column: int | None = members["column"]
        self.offset: int | None = members["offset"]


@functools.cache
def compiled(path: Path) -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The module made into machine code, which takes longer than most calls: once for all instances."""
    engine = wasmtime.Engine()
    return engine, wasmtime.Module.from_file(engine, str(path))


class Module:
    """One instance. It serves one call at a time."""

    def __init__(self, path: Path = MODULE) -> None:
        engine, self.module = compiled(path)
        self.store = wasmtime.Store(engine)
        self.exports = wasmtime.Instance(self.store, self.module, []).exports(self.store)
        self.memory = self.exports["memory"]
        found = self.number("interface_version")
        if found != INTERFACE:
            raise RuntimeError(f"found interface {found}, expected {INTERFACE}")

    def number(self, name: str, *arguments: int) -> int:
        """Calls an export as it is. Addresses are unsigned, and wasmtime takes and gives signed numbers."""
        signed = [n - (1 << 32) if n >= 1 << 31 else n for n in arguments]
        result: int = self.exports[name](self.store, *signed)
        return result % (1 << 32)

    def put(self, argument: str | bytes) -> int:
        """A block that holds an argument."""
        # Half a surrogate pair is no text in UTF-8: it goes on as the bytes it would be, for the module to refuse.
        data = argument.encode("utf-8", "surrogatepass") if isinstance(argument, str) else argument
        block = self.number("alloc", len(data))
        if block == 0:
            raise MemoryError
        self.memory.write(self.store, data, block)
        return block

    def bytes(self, name: str, *arguments: str | bytes | int | None) -> bytes:
        """The result of an operation. A text or bytes become a block, a number stays one, and None is left out."""
        blocks: list[int] = []
        numbers: list[int] = []
        for argument in arguments:
            if isinstance(argument, str | bytes):
                blocks.append(self.put(argument))
                numbers.append(blocks[-1])
            else:
                numbers.append(argument or 0)
        answer = self.number(name, *numbers)
        blocks.append(answer)
        header = self.memory.read(self.store, answer, answer + 8)
        status, length = (int.from_bytes(header[at : at + 4], "little") for at in (0, 4))
        text = bytes(self.memory.read(self.store, answer + 8, answer + 8 + length))
        for block in blocks:
            self.number("free", block)
        if status:
            raise ModuleError(json.loads(text))
        return text

    def text(self, name: str, *arguments: str | bytes | int | None) -> str:
        """The same as text."""
        return self.bytes(name, *arguments).decode()

    def json(self, name: str, *arguments: str | bytes | int | None) -> Any:
        """The same as the values that the JSON holds."""
        return json.loads(self.bytes(name, *arguments))
