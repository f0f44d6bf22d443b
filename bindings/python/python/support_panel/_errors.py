"""What is raised where something cannot be read, asked or done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Code


class PanelError(ValueError):
    """What went wrong, where, and what was expected: never what a record says.

    `code` is stable and listed by `codes()`; `path` is a JSON Pointer to the member at fault, empty for the whole
    document; `line` and `column` count from 1 where a text was read, `file` names the one of many, and all three are
    None elsewhere.
    """

    code: Code
    path: str
    message: str
    line: int | None
    column: int | None
    file: str | None

    def __init__(
        self,
        code: Code,
        path: str,
        message: str,
        line: int | None = None,
        column: int | None = None,
        file: str | None = None,
    ) -> None:
        # The arguments are those of the class, so that it survives pickling.
        super().__init__(code, path, message, line, column, file)
        self.code = code
        self.path = path
        self.message = message
        self.line = line
        self.column = column
        self.file = file

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line is not None else None
        if line and self.column is not None:
            line += f" column {self.column}"
        where = ", ".join(part for part in (self.file, self.path, line) if part)
        return (
            f"{where}: {self.message} ({self.code})" if where else f"{self.message} ({self.code})"
        )


class MissingFileError(PanelError, FileNotFoundError):
    """A file that is not there."""


PanelError.__module__ = MissingFileError.__module__ = "support_panel"
