"""Duo Mobile's accounts.json on Android."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, text_at
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account that makes codes. Raises FileDamaged."""
    if not isinstance(file.json, list):
        raise FileDamaged
    return collected(file.array, _account, lambda item: text_at(item, "name"))


def _account(item: dict[str, Any]) -> Imported:
    generator = item.get("otpGenerator")
    if not isinstance(generator, dict) or not text_at(generator, "otpSecret"):
        raise BadText(
            "This account confirms sign-ins in Duo’s app and has no secret key for codes.",
            hint="Ask the site, or who manages Duo there, for a code for other authenticator apps.",
        )
    counter = generator.get("counter")
    return imported(
        secret=text_at(generator, "otpSecret"),
        kind=OtpType.TOTP if counter is None else OtpType.HOTP,
        account=text_at(item, "name"),
        counter=counter,
    )


def _is_account(item: Any) -> bool:
    return isinstance(item, dict) and (
        isinstance(item.get("otpGenerator"), dict) or {"accountType", "pkey", "logoUri"} <= item.keys()
    )


FORMAT = Format(
    id="duo",
    name="Duo Mobile",
    fits=lambda file: any(_is_account(item) for item in file.array[:20]),
    read=read,
    forms=Form.PLAIN,
    steps=Text(
        "Only on a rooted Android phone: the file files/duokit/accounts.json in the folder of the app."
    ),
)
