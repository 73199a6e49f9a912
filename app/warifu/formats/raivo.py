"""Raivo OTP: its export, a zip archive under the master password (WinZip AES), and the JSON in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.text import Text
from warifu.formats.base import Form, Format, Imported
from warifu.formats.decoding import json_in, kind_named
from warifu.formats.entries import collected, imported, text_at
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_NAME: Final = "raivo-otp-export.json"
_KINDS = {"TOTP": OtpType.TOTP, "HOTP": OtpType.HOTP, "STEAM": OtpType.STEAM}


def fits(file: Untrusted) -> bool:
    """Whether it is the archive, or the JSON of it."""
    if file.archive is not None:
        return bool(_name_in(file.archive.names))
    first = file.array[0] if file.array else None
    return isinstance(first, dict) and {"kind", "timer"} <= first.keys()


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account."""
    items: Any = file.array
    if file.archive is not None:
        items = json_in(file.archive.read(_name_in(file.archive.names), keys.passwords))
    if not isinstance(items, list) or (not items and file.archive is None):
        raise FileDamaged
    return collected(items, _account, lambda item: item["issuer"])


def _name_in(names: Iterable[str]) -> str:
    """The file with the accounts, also in a folder, where somebody packed it anew."""
    return next((name for name in names if name.rpartition("/")[2] == _NAME), "")


def _account(item: Any) -> Imported:
    return imported(
        secret=text_at(item, "secret"),
        kind=kind_named(_KINDS, text_at(item, "kind", "TOTP")),
        issuer=text_at(item, "issuer"),
        account=text_at(item, "account"),
        algorithm=text_at(item, "algorithm"),
        digits=item.get("digits"),
        period=item.get("timer"),
        counter=item.get("counter"),
        pinned=str(item.get("pinned")).casefold() == "true",
    )


FORMAT = Format(
    id="raivo",
    name="Raivo OTP",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In Raivo: Settings > Export OTPs to ZIP archive. Its password is your master password."),
)
