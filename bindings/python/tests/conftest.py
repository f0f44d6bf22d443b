"""What several tests start from."""

from __future__ import annotations

import corpus
import pytest
from support_panel import Record


@pytest.fixture
def initial() -> Record:
    """A family's first panel."""
    return Record.from_json(corpus.stored("records", "leicester-initial", "json"))


@pytest.fixture
def review() -> Record:
    """The same family's review."""
    return Record.from_json(corpus.stored("records", "leicester-review", "json"))
