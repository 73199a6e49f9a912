"""XML of other apps: never an entity or a DTD, and no more depth and elements than any export has."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from warifu.formats.errors import FileDamaged, FileTooBig
from warifu.formats.untrusted import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

MAX_ELEMENTS: Final = 400_000
_STARTS: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")


class _InLargeParts(io.BytesIO):
    """Expat looks at an unfinished tag again with every part; iterparse’s own are small."""

    def read(self, _size: int | None = -1, /) -> bytes:
        return super().read(1 << 18)


def parse_xml(data: bytes) -> Element:
    """The root of an XML document, its names without namespaces. Raises FileDamaged, FileTooBig."""
    root: Element | None = None
    for element, above in _ended(data):
        root = root if above else element
    if root is None:
        raise FileDamaged
    return root


def children(data: bytes, name: str) -> Iterator[Element]:
    """Each element right below a root of that name, read as it is asked for, and kept by the asker alone.

    Raises FileDamaged at the place that shows it, also for another root; FileTooBig.
    """
    found = False
    for element, above in _ended(data):
        if len(above) == 1:
            if _plain(above[0].tag) != name:
                raise FileDamaged
            above[0].clear()
            yield element
        found = not above and element.tag == name
    if not found:
        raise FileDamaged


def _ended(data: bytes) -> Iterator[tuple[Element, list[Element]]]:
    """Every element as it ends, its name without a namespace, and those around it from the root on."""
    from defusedxml.ElementTree import iterparse

    above: list[Element] = []
    count = 0
    data = data.lstrip()
    if not data.startswith(_STARTS):
        raise FileDamaged
    try:
        for event, element in iterparse(_InLargeParts(data), ("start", "end"), forbid_dtd=True):
            if event == "end":
                element.tag = _plain(element.tag)
                above.pop()
                yield element, above
                continue
            above.append(element)
            count += 1
            if len(above) > MAX_DEPTH:
                raise FileDamaged
            if count > MAX_ELEMENTS:
                raise FileTooBig(
                    "This file has far more parts than an export of accounts has.",
                    hint="It may be made to do harm. Export it again if you trust where it comes from.",
                )
    except (ParseError, ValueError, LookupError):
        raise FileDamaged from None


def _plain(tag: str) -> str:
    """A name without its namespace, which says nothing here."""
    return tag.rpartition("}")[2]


def preferences(data: bytes) -> dict[str, str]:
    """The texts of Android's SharedPreferences, by name. Raises FileDamaged, FileTooBig."""
    root = parse_xml(data)
    if root.tag != "map":
        raise FileDamaged
    return {each.get("name", ""): each.text or "" for each in root.iter("string")}


def inside(element: Element | None, *path: str) -> Element | None:
    """The first element along a path of names, or None."""
    for name in path:
        element = None if element is None else element.find(name)
    return element


def text_in(element: Element | None, *path: str) -> str:
    """The text at the end of a path, or an empty one."""
    found = inside(element, *path)
    return "" if found is None else (found.text or "").strip()
