"""Hundreds of tests make an application each, and all have the same addresses and templates: what the first one
of a process has compiled, the others use. That is a third of the time that these tests take."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

_Builder = Callable[..., tuple[str, str]]


class _Templates(BytecodeCache):
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


class _Rule(Rule):
    """A rule whose builder of addresses is compiled once for each text. What it builds depends on the text and
    the defaults alone; converters are looked up in the rule when it builds."""

    kept: ClassVar[dict[tuple[str, bool], _Builder]] = {}

    def _compile_builder(self, append_unknown: bool = True) -> _Builder:
        if self.defaults or self.host or self.subdomain:
            return super()._compile_builder(append_unknown)
        key = (self.rule, append_unknown)
        if key not in self.kept:
            self.kept[key] = super()._compile_builder(append_unknown)
        return self.kept[key]


_templates = _Templates()
Flask.url_rule_class = _Rule


def lighten(app: Flask) -> None:
    """Let an application use what was compiled for those before it."""
    app.jinja_env.bytecode_cache = _templates
