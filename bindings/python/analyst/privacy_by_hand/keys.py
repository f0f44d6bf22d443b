"""A key, and the tokens that it gives."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

_KEY_BYTES = 32


class Key:
    """A key that no traceback, log or `repr` shows."""

    __slots__ = ("__message",)

    def __init__(self, key: bytes) -> None:
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(
                f"key is {type(key).__name__}; bytes were expected, for example secrets.token_bytes(32)"
            )
        if len(key) < _KEY_BYTES:
            raise ValueError(f"key has {len(key)} bytes; {_KEY_BYTES} or more were expected")
        self.__message = hmac.new(bytes(key), digestmod=hashlib.sha256)

    def __repr__(self) -> str:
        return "<key>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a key is not pickled")

    def digest(self, *parts: str) -> bytes:
        """Of the parts, each with its length before it, so that nothing runs into its neighbour."""
        message = self.__message.copy()
        for part in parts:
            # Text is not always valid UTF-8 once someone has cut it: every string has a digest.
            encoded = part.encode("utf-8", "surrogatepass")
            message.update(len(encoded).to_bytes(8, "big") + encoded)
        return message.digest()

    def token(self, purpose: str, field: str, scope: str, value: str) -> str:
        """What stands for a value under a purpose; `scope` is what the value is an id within."""
        return f"{field[0]}-{self.digest('pseudonym', purpose, field, scope, value).hex()[:32]}"
