"""Whether an SVG may be drawn: it must be small, plain and need nothing but itself."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from warifu.scan.errors import PictureRefused, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.sax.xmlreader import AttributesImpl

_ACTIVE = frozenset(["script", "foreignobject", "feimage", "iframe", "handler", "listener", "audio", "video"])
_RECURSIVE = frozenset(["pattern", "marker"])  # Qt before 6.9.3 follows one that draws itself without end
_FOREIGN = re.compile(r"@import|\\|url\(\s*[\"']?\s*(?!#)[^\s\"')]", re.IGNORECASE)  # \ can spell out url
_INLINE = re.compile(r"\s*data:image/(?:png|jpeg|jpg);base64,", re.IGNORECASE)
# Two parsers might read other encodings differently, and what is drawn would not be what was looked at.
_ENCODED = re.compile(rb"""\s*(\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SvgLimits:
    """How much an SVG may hold, and what whoever draws it can bear.

    ``copies`` limits <use>, which may draw others again, so that their number doubles with each level;
    ``check_image`` looks at each picture inside, and without it there may be none.
    """

    size: int = 1024 * 1024  # bytes
    elements: int = 5_000
    depth: int = 64
    copies: int = 16
    recursive: bool = False
    document_type: bool = False  # even then none that declares entities
    check_image: Callable[[bytes], object] | None = None


class _Check(ContentHandler):
    """Refuses at the first part that may not be there."""

    def __init__(self, limits: SvgLimits) -> None:
        super().__init__()
        self._limits = limits
        self._depth = 0
        self._elements = 0
        self._copies = 0
        self._text: list[str] = []  # style sheets among it; a comment may part a word in two

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        local = name.rpartition(":")[2].lower()
        if not self._elements and local != "svg":
            raise PictureRefused(Refusal.NOT_A_PICTURE)
        self._depth += 1
        self._elements += 1
        self._copies += local == "use"
        self._require_few()
        if local in _ACTIVE or (local in _RECURSIVE and not self._limits.recursive):
            _refuse()
        if local == "image" and self._limits.check_image is None:
            _refuse()
        for attribute, value in attrs.items():
            self._check_attribute(local, attribute.rpartition(":")[2].lower(), value)

    def endElement(self, name: str) -> None:
        self._depth -= 1

    def characters(self, content: str) -> None:
        self._text.append(content)

    def endDocument(self) -> None:
        if _FOREIGN.search("".join(self._text)):
            _refuse()

    def processingInstruction(self, target: str, data: str) -> None:
        _refuse()

    def _require_few(self) -> None:
        most = self._limits
        if self._depth > most.depth or self._elements > most.elements or self._copies > most.copies:
            raise PictureRefused(Refusal.SVG_TOO_COMPLEX)

    def _check_attribute(self, element: str, local: str, value: str) -> None:
        if element == "image" and local == "href" and (inline := _INLINE.match(value)):
            self._check_inline(value[inline.end() :])
            return
        outside = local in ("href", "src", "base") and not value.strip().startswith("#")
        if outside or local.startswith("on") or _FOREIGN.search(value):
            _refuse()

    def _check_inline(self, base64_text: str) -> None:
        assert self._limits.check_image is not None  # noqa: S101 - asked before
        try:
            self._limits.check_image(base64.b64decode(base64_text))
        except (binascii.Error, ValueError):
            raise PictureRefused(Refusal.DAMAGED) from None


def check_svg(untrusted: bytes, limits: SvgLimits | None = None) -> None:
    """Raises PictureRefused unless the bytes are a small SVG without scripts or references to other files."""
    from defusedxml import DefusedXmlException
    from defusedxml.sax import parseString

    limits = limits or SvgLimits()
    if len(untrusted) > limits.size:
        raise PictureRefused(Refusal.SVG_TOO_LARGE)
    if _ENCODED.match(untrusted):
        raise PictureRefused(Refusal.SVG_NOT_UTF8)
    try:
        strict = not limits.document_type  # else what it names is not fetched, and entities are refused
        parseString(untrusted, _Check(limits), forbid_dtd=strict, forbid_external=strict)
    except DefusedXmlException:
        _refuse()
    except (SAXParseException, ValueError, LookupError) as error:
        raise PictureRefused(Refusal.DAMAGED) from error


def _refuse() -> NoReturn:
    raise PictureRefused(Refusal.SVG_FOREIGN)
