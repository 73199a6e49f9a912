"""What every decoder can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from warifu.scan.frame import Found, Frame


class Decoder(Protocol):
    """Reads QR codes in a grey picture."""

    name: str

    def available(self) -> bool:
        """Whether what it needs is installed on this computer."""

    def read(self, frame: Frame) -> list[Found]:
        """All codes that it can read, none twice at one place; never raises because of the picture."""
