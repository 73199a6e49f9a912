"""Text in the encodings that Windows used before Unicode, as Excel still saves tables: cp932 and cp1252."""

from __future__ import annotations

import re
from typing import Final

_GLANCE: Final = 65536  # bytes that are looked at
_READABLE: Final = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
# Western text read as Japanese gives single characters among Latin letters, and halfwidth katakana.
_JAPANESE: Final = re.compile("[\u3041-\u30ff]{2}|[\u4e00-\u9fff\u3041-\u30ff]{3}")


def older_text(data: bytes) -> str | None:
    """The text, where the bytes are such; JSON and XML, which are Unicode, never are."""
    start = data[:_GLANCE]
    if start.lstrip()[:1] in {b"{", b"[", b"<"}:
        return None
    if any(byte not in _READABLE for byte in start if byte < 0x80):
        return None
    try:
        japanese = data.decode("cp932")
    except UnicodeDecodeError:
        japanese = ""
    if _JAPANESE.search(japanese):
        return japanese
    foreign = sum(byte >= 0x80 for byte in start)
    try:
        return data.decode("cp1252") if 4 * foreign <= len(start) else None
    except UnicodeDecodeError:
        return None
