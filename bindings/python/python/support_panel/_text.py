"""Python's objects as JSON text, and back."""

import json


def _plain(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    if isoformat is None:
        raise TypeError(f"{type(value).__name__} has no place in JSON")
    text: str = isoformat()
    return text


# Made once: `json.dumps` with options makes one each time.
_AS_IT_IS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
_ESCAPED = json.JSONEncoder(separators=(",", ":"), default=_plain)
_DECODER = json.JSONDecoder()


def dumps(value: object) -> str:
    """The value as JSON text; dates and times in ISO form."""
    try:
        text = _AS_IT_IS.encode(value)
    except Exception as error:
        # From Python 3.14 on, notes name the keys on the way: they may be someone's name.
        if hasattr(error, "__notes__"):
            del error.__notes__
        raise
    # Half a surrogate pair stays an escape, so that reading it says what it is.
    return text if text.isascii() or _is_utf8(text) else _ESCAPED.encode(value)


def loads(text: str) -> object:
    """What the core wrote: there is no space around it to look for."""
    return _DECODER.raw_decode(text)[0]


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
