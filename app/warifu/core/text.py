"""Sentences for people, kept apart from the language they will be shown in."""

from __future__ import annotations

from typing import Any


class Text:
    """An English sentence with named fields, translated by whoever shows it.

    ``template`` is a literal string at the place of creation, so that the translation files can be kept
    complete by reading the source; ``fields`` fill its ``{names}``. Fields never hold a secret.
    """

    __slots__ = ("fields", "template")

    def __init__(self, template: str, **fields: Any) -> None:
        self.template = template
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format(**self.fields) if self.fields else self.template

    def __repr__(self) -> str:
        return f"Text({str(self)!r})"

    def __bool__(self) -> bool:
        return bool(self.template)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.template, self.fields) == (other.template, other.fields)

    def __hash__(self) -> int:
        return hash((self.template, tuple(sorted(self.fields.items()))))
