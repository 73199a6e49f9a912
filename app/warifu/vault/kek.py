"""Keys that a computer keeps for its user, as a type that nothing short enough to guess can become."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from warifu.vault import aead

_FEWEST_VALUES: Final = 16  # different bytes of 32: random ones never have fewer, texts and PINs always do


@dataclass(frozen=True, slots=True)
class Kek:
    """32 random bytes that wrap the master key; never a password, a PIN, or made from one.

    Raises TypeError for anything but a bytearray of 32, ValueError for bytes that are plainly not random.
    """

    raw: bytearray = field(repr=False)

    def __post_init__(self) -> None:
        if type(self.raw) is not bytearray or len(self.raw) != aead.KEY_BYTES:
            raise TypeError("a key is 32 bytes")
        if len(set(self.raw)) < _FEWEST_VALUES:
            raise ValueError("a key is random")

    @staticmethod
    def random() -> Kek:
        """A fresh key from the operating system."""
        while len(set(raw := aead.random_key())) < _FEWEST_VALUES:
            continue
        return Kek(raw)

    def forget(self) -> None:
        """Overwrite the key."""
        aead.zero(self.raw)
