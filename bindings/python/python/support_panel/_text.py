"""Python's objects as JSON text."""

import json


def _plain(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    if isoformat is None:
        raise TypeError(f"{type(value).__name__} has no place in JSON")
    text: str = isoformat()
    return text


def dumps(value: object) -> str:
    """The value as JSON text; dates and times in ISO form."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    # Half a surrogate pair stays an escape, so that reading it says what it is.
    return text if text.isascii() or _is_utf8(text) else json.dumps(value, separators=(",", ":"), default=_plain)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
