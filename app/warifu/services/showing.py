"""Accounts as QR codes for other devices. What the pictures hold is everything that codes are made from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warifu.core.errors import NotPossible
from warifu.core.targets import names_on_phone
from warifu.core.uri import format_uri

if TYPE_CHECKING:
    from warifu.core.account import Account

QUIET = 4  # modules of white that a reader needs around a code (ISO/IEC 18004)
_LARGEST = 1852  # characters: version 30 of level L, which still fills 3 pixels a module in the usual window


@dataclass(frozen=True, slots=True)
class QrCode:
    """The modules of a code without the white around them: rows of bytes, 1 for a black one."""

    rows: tuple[bytes, ...] = field(repr=False)
    version: int

    @property
    def side(self) -> int:
        """Modules from edge to edge."""
        return len(self.rows)


def account_link(account: Account) -> str:
    """The key link that phones read, with names short enough to keep the QR code coarse."""
    issuer, name = names_on_phone(account)
    return format_uri(dataclasses.replace(account, title="", issuer=issuer, account=name))


def qr_code(text: str) -> QrCode:
    """The coarsest code for a text, with as much error correction as fits into that size. Raises NotPossible.

    A screen has no dirt or creases: large modules help a camera more than redundancy does.
    """
    if len(text) > _LARGEST:
        raise NotPossible(
            "The secret is too long for a QR code that phones can scan.",
            hint="“Edit” shows the secret key, which can be typed on the phone.",
        )
    import segno

    made = segno.make(text, error="L", boost_error=True, micro=False)
    return QrCode(tuple(bytes(row) for row in made.matrix), int(made.version))
