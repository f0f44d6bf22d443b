"""What leads to someone by its shape alone: numbers, addresses, handles, dates; and what may still do so in words."""

from __future__ import annotations

import re
from collections import Counter

_S = r"[\s./-]{0,3}"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ENDS = r"(?:com|org|net|uk|gov|sch|info|io|me|co|eu|ie|app|tv|online|social|site|link)"

DATE = "(date)"
"""Stands in the place of a day that a text tells."""

# In the order in which they are tried; over folded text.
_PATTERNS = {
    "(e-mail address)": r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+",
    "(handle)": r"(?<![\w@])@[a-z0-9_.]*[a-z0-9_]",
    "(web address)": (
        r"\bhttps?://\S*[\w/]|\bwww\.\S*[\w/]|"
        rf"(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.{_ENDS}(?![\w@-])(?:/\S*[\w/])?"
    ),
    DATE: (
        r"(?<!\d)(?:\d{4}(?P<y>[-/.])\d{1,2}(?P=y)\d{1,2}(?:t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:\d\d)?)?|"
        r"\d{1,2}(?P<d>[-/.])\d{1,2}(?P=d)(?:\d{4}|\d{2}))(?!\d)(?![-/.]\d)|"
        rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+\d{{4}}\b)?|"
        rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?"
    ),
    # Two letters apart from the digits may be a word: then the last letter has to be there.
    "(National Insurance number)": (
        rf"(?<![a-z0-9])[a-z]{{2}}(?:\d(?:{_S}\d){{5}}(?:{_S}[a-d])?|{_S}\d\d{_S}\d\d{_S}\d\d{_S}[a-d])(?![a-z0-9])"
    ),
    "(UPN)": rf"(?<![a-z0-9])[a-z]{_S}\d(?:{_S}\d){{10}}{_S}[a-z0-9](?![a-z0-9])",
    "(postcode)": (
        r"(?<![a-z0-9])(?:[a-z]{1,2}[0-9][0-9a-z]?|gir)[\s.-]{0,3}[0-9][a-z]{2}(?![a-z0-9])"
    ),
    "(number)": r"(?<![\d])(?:\+|\(\+?)?\d(?:[\s./()-]{0,3}\d){5,}(?!\d)",
}
_NAMES = {f"s{place}": said for place, said in enumerate(_PATTERNS)}
_ANY = re.compile("|".join(f"(?P<{name}>{_PATTERNS[said]})" for name, said in _NAMES.items()))
# Nothing of this in a text: no pattern fits. Most texts end here.
_SIGN = re.compile(r"[0-9@]|\w\.\w|://")


def shapes(text: str) -> list[tuple[int, int, str]]:
    """Where a folded text has what leads to someone by its shape: from, to, and what it is."""
    if not _SIGN.search(text):
        return []
    found = []
    for match in _ANY.finditer(text):
        name = next(name for name in _NAMES if match[name] is not None)
        found.append((*match.span(), _NAMES[name]))
    return found


_REMAINING = {
    "words with a capital letter inside a sentence, which may be names": re.compile(
        r"(?<=[^\W\d_A-Z.!?:][ ,;] |[^\W\d_A-Z.!?:]{2} )(?!I\b|I')[A-Z][^\W\d_]+"
    ),
    "ages": re.compile(
        r"\b(?:aged?|age of)\s+\d{1,2}\b|\b\d{1,2}[\s-]+(?:years?|months?|weeks?)[\s-]+old\b|\byear\s+\d{1,2}\b",
        re.IGNORECASE,
    ),
    "schools, streets and other places by their kind": re.compile(
        r"\b[A-Z][^\W\d_]+ (?:Primary|Infants?|Juniors?|School|Academy|College|Nursery|Street|Road|Avenue|Lane|"
        r"Close|Drive|Crescent|Court|Way|House|Surgery|Hospital|Church|Park)\b"
    ),
    "months and days of the week": re.compile(
        r"\b(?:January|February|March|April|June|July|August|September|October|November|December|"
        r"Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)\b"
    ),
    "other numbers of four or five digits": re.compile(r"(?<!\d)\d{4,5}(?!\d)"),
}


def remaining(text: str) -> Counter[str]:
    """How often a text has what may still lead to someone, by what it looks like."""
    counted = Counter({said: len(pattern.findall(text)) for said, pattern in _REMAINING.items()})
    return +counted
