"""JSON of untrusted files, and the one way of writing it that can be compared byte by byte."""

from __future__ import annotations

import json
from typing import Any

MAX_INT = 2**53 - 1  # every reader in every language agrees up to here (RFC 8259, section 6)
_MAX_DIGITS = 16

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode
_encode_ascii = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode


class NotStrict(ValueError):
    """The bytes are not JSON, or JSON that two readers could understand differently."""


def dump(value: Any) -> bytes:
    """Canonical JSON: keys sorted, no spaces, UTF-8."""
    try:
        return _encode(value).encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can hold and UTF-8 cannot
        return _encode_ascii(value).encode("ascii")


def load(untrusted: bytes | bytearray) -> Any:
    """Parse; raises NotStrict for duplicate keys, fractions, integers beyond 2^53 and too deep nesting."""
    try:
        return json.loads(
            untrusted,
            object_pairs_hook=_without_duplicates,
            parse_int=_small_int,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except NotStrict:
        raise
    except (ValueError, RecursionError):
        raise NotStrict("not JSON") from None


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys all differ."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("a key occurs twice")
    return found


def _small_int(digits: str) -> int:
    """An integer; the length is checked first because parsing long ones takes quadratic time."""
    if len(digits) > _MAX_DIGITS + 1 or abs(int(digits)) > MAX_INT:
        raise NotStrict("an integer is out of range")
    return int(digits)


def _no_fraction(untrusted: str) -> float:
    """Nothing in a header is measured in fractions."""
    raise NotStrict(f"a fraction of {len(untrusted)} characters")
