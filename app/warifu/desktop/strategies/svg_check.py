"""Whether an SVG may be drawn: it must be small, plain and need nothing but itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from warifu.core.errors import AppError
from warifu.core.text import Text

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl

MAX_SVG = 1024 * 1024  # bytes
_MAX_ELEMENTS = 5_000
_MAX_DEPTH = 64
_MAX_COPIES = 16  # each <use> may draw others again, so that their number doubles with each level
_ACTIVE = frozenset(
    ["script", "foreignobject", "image", "feimage", "iframe", "handler", "listener", "audio", "video"]
)
_RECURSIVE = frozenset(["pattern", "marker"])  # Qt before 6.9.3 follows one that draws itself without end
_FOREIGN = re.compile(r"@import|\\|url\(\s*[\"']?\s*(?!#)[^\s\"')]", re.IGNORECASE)  # \ can spell out url
# Two parsers might read other encodings differently, and Qt would draw what was not looked at.
_ENCODED = re.compile(rb"""\s*(\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)


class _Check(ContentHandler):
    """Refuses at the first part that may not be there."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._elements = 0
        self._copies = 0
        self._text: list[str] = []  # style sheets among it; a comment may part a word in two

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        local = name.rpartition(":")[2].lower()
        if not self._elements and local != "svg":
            raise _no_picture()
        self._depth += 1
        self._elements += 1
        self._copies += local == "use"
        if self._depth > _MAX_DEPTH or self._elements > _MAX_ELEMENTS or self._copies > _MAX_COPIES:
            raise AppError("This picture has too many parts.", hint=Text("Choose a simpler one, or a PNG."))
        if local in _ACTIVE or local in _RECURSIVE:
            _refuse()
        for attribute, value in attrs.items():
            _check_attribute(attribute.rpartition(":")[2].lower(), value)

    def endElement(self, name: str) -> None:
        self._depth -= 1

    def characters(self, content: str) -> None:
        self._text.append(content)

    def endDocument(self) -> None:
        if _FOREIGN.search("".join(self._text)):
            _refuse()

    def processingInstruction(self, target: str, data: str) -> None:
        _refuse()


def check_svg(untrusted: bytes) -> None:
    """Raises AppError unless the bytes are a small SVG without document type, scripts or references to other
    files.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.sax import parseString

    if len(untrusted) > MAX_SVG:
        raise AppError("This picture is too large.", hint=Text("An SVG may have at most 1 MB."))
    if _ENCODED.match(untrusted):
        raise AppError(
            "This picture is not written in UTF-8.", hint=Text("Choose a PNG, JPEG or SVG picture.")
        )
    try:
        parseString(untrusted, _Check(), forbid_dtd=True)
    except DefusedXmlException:
        _refuse()
    except (SAXParseException, ValueError, LookupError) as error:
        raise AppError("This picture is damaged.", hint=Text("Choose a PNG, JPEG or SVG picture.")) from error


def _check_attribute(local: str, value: str) -> None:
    outside = local in ("href", "src", "base") and not value.strip().startswith("#")
    if outside or local.startswith("on") or _FOREIGN.search(value):
        _refuse()


def _no_picture() -> AppError:
    hint = Text("Choose a PNG, JPEG or SVG picture.")
    return AppError("This file is not a picture that can be used.", hint=hint)


def _refuse() -> NoReturn:
    raise AppError(
        "This picture has scripts or refers to other files.", hint=Text("Choose a simpler one, or a PNG.")
    )
