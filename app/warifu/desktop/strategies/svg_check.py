"""Whether an SVG may be drawn: it must be small, plain and need nothing but itself."""

from __future__ import annotations

import re
from typing import Any, NoReturn
from xml.parsers import expat

from warifu.core.errors import AppError
from warifu.core.text import Text

MAX_SVG = 1024 * 1024  # bytes
_MAX_ELEMENTS = 5_000
_MAX_DEPTH = 64
_MAX_COPIES = 16  # each <use> may draw others again, so that their number doubles with each level
_ACTIVE = frozenset({"script", "foreignobject", "image", "iframe", "handler", "listener", "audio", "video"})
_FOREIGN = re.compile(r"@import|url\(\s*[\"']?\s*(?!#)[^\s\"')]", re.IGNORECASE)


class _Check:
    """What the parser has seen so far."""

    def __init__(self) -> None:
        self.depth = 0
        self.elements = 0
        self.copies = 0
        self.root = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """One element opens."""
        local = name.rpartition(":")[2].lower()
        self.root = self.root or local
        self.depth += 1
        self.elements += 1
        self.copies += local == "use"
        if self.depth > _MAX_DEPTH or self.elements > _MAX_ELEMENTS or self.copies > _MAX_COPIES:
            raise AppError("This picture has too many parts.", hint=Text("Choose a simpler one, or a PNG."))
        if local in _ACTIVE:
            _refuse()
        for attribute, value in attributes.items():
            self._check_attribute(attribute.rpartition(":")[2].lower(), value)

    def end(self, _name: str) -> None:
        """One element closes."""
        self.depth -= 1

    @staticmethod
    def text(data: str) -> None:
        """Text, of a style sheet perhaps."""
        if _FOREIGN.search(data):
            _refuse()

    @staticmethod
    def doctype(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        """A document type may name a standard, but define nothing."""
        if has_subset:
            _refuse()

    @staticmethod
    def _check_attribute(local: str, value: str) -> None:
        outside = local in ("href", "src") and not value.strip().startswith("#")
        if outside or local.startswith("on") or _FOREIGN.search(value):
            _refuse()


def check_svg(untrusted: bytes) -> None:
    """Raises AppError unless the bytes are a small SVG without scripts or references to other files."""
    if len(untrusted) > MAX_SVG:
        raise AppError("This picture is too large.", hint=Text("An SVG may have at most 1 MB."))
    check = _Check()
    parser = expat.ParserCreate()
    parser.buffer_text = True  # or a reference split over two pieces would go unseen
    parser.StartElementHandler = check.start
    parser.EndElementHandler = check.end
    parser.CharacterDataHandler = check.text
    parser.StartDoctypeDeclHandler = check.doctype
    parser.ProcessingInstructionHandler = _refuse
    try:
        parser.Parse(untrusted, True)
    except expat.ExpatError as error:
        raise AppError("This picture is damaged.", hint=Text("Choose a PNG, JPEG or SVG picture.")) from error
    if check.root != "svg":
        raise AppError(
            "This file is not a picture that can be used.", hint=Text("Choose a PNG, JPEG or SVG picture.")
        )


def _refuse(*_: Any) -> NoReturn:
    raise AppError(
        "This picture has scripts or refers to other files.", hint=Text("Choose a simpler one, or a PNG.")
    )
