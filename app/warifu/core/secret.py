"""The shared secret of an account: bytes that never show themselves."""

from __future__ import annotations

import base64
import hmac
from typing import NoReturn


class Secret:
    """Raw key bytes. ``repr`` and ``str`` tell the length alone; equality takes constant time."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        self._raw = bytes(raw)

    def reveal(self) -> bytes:
        """The raw bytes, for computing a code or writing a vault."""
        return self._raw

    def base32(self) -> str:
        """Upper-case RFC 4648 base32 without padding, as sites print it."""
        return base64.b32encode(self._raw).decode("ascii").rstrip("=")

    @property
    def bits(self) -> int:
        """Length of the key in bits."""
        return 8 * len(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._raw, other._raw)

    def __hash__(self) -> int:
        return hash(self._raw)

    def __repr__(self) -> str:
        return f"Secret({len(self._raw)} bytes)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not pickled")
