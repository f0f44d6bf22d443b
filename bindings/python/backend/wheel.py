"""Builds the wheel: what pip calls is maturin, with the flags of `remap`, packed as small as can be."""

import os

import maturin
from maturin import *  # noqa: F403
from remap import rust_flags

os.environ["CARGO_ENCODED_RUSTFLAGS"] = rust_flags()


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """The wheel, at deflate's highest level unless whoever builds it says otherwise."""
    settings = {"build-args": "--compression-level 9"} | (config_settings or {})
    return maturin.build_wheel(wheel_directory, settings, metadata_directory)
