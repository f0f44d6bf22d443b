"""Builds the wheel: what pip calls is maturin, with the flags of `remap`."""

import os

from maturin import *  # noqa: F403
from remap import rust_flags

os.environ["CARGO_ENCODED_RUSTFLAGS"] = rust_flags()
