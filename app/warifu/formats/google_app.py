"""Google Authenticator's own database on Android (up to 5.10), which Authenticator Plus copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import NotSupported
from warifu.formats.sqlite import is_database, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_HOTP: Final = 1
_BLIZZARD: Final = 2  # only in Authenticator Plus
_ALL: Final = "all accounts"  # what Authenticator Plus calls having no category
_SEALED: Final = Text("The phone that it comes from keeps the key of this account to itself.")
_TRANSFER: Final = Text(
    "In Google Authenticator: Transfer accounts > Export accounts, and scan the QR codes."
)


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account of the database. Raises FileDamaged, NotSupported."""
    found = rows(file, "accounts")
    if found and all(row.get("isencrypted") for row in found):
        raise NotSupported(_SEALED, hint=_TRANSFER)
    return accounts_of(found)


def accounts_of(found: Iterable[dict[str, Any]], categories: dict[Any, str] | None = None) -> Contents:
    """The accounts of rows of the table; ``categories``: names by what a row says."""
    return collected(found, lambda row: _account(row, categories or {}), lambda row: text_at(row, "email"))


def _account(row: dict[str, Any], categories: dict[Any, str]) -> Imported:
    if whole(row.get("isencrypted")):
        raise BadText(_SEALED, hint=_TRANSFER)
    kind, secret = whole(row.get("type")), text_at(row, "secret")
    issuer, account = text_at(row, "issuer").strip(), text_at(row, "email").strip()
    prefix, colon, rest = account.partition(":")
    if colon and (not issuer or prefix.strip().casefold() == issuer.casefold()):
        issuer, account = issuer or prefix.strip(), rest.strip()
    if not issuer:  # an account that was renamed keeps the site's name here alone
        first, told, _ = text_at(row, "original_name").partition(":")
        issuer = first.strip() if told else ""
    category = row.get("category")
    tag = categories.get(category, category if isinstance(category, str) else "")
    blizzard = kind == _BLIZZARD
    return imported(
        secret=_hexadecimal(secret) if blizzard else secret,
        kind=OtpType.HOTP if kind == _HOTP else OtpType.TOTP,
        issuer=issuer or ("Battle.net" if blizzard else ""),
        account=account,
        digits=8 if blizzard else 6,
        counter=row.get("counter"),
        tags=() if not tag or tag.casefold() == _ALL else (tag,),
    )


def _hexadecimal(text: str) -> Secret:
    try:
        return Secret(bytes.fromhex(text))
    except ValueError:
        raise BadText("Its secret is not written in hexadecimal digits.") from None


FORMAT = Format(
    id="google-sqlite",
    name="Google Authenticator (database)",
    fits=lambda file: (
        is_database(file, b"accounts", b"email", b"secret") and not is_database(file, b"oath_secret_key")
    ),
    read=read,
    forms=Form.PLAIN,
    steps=Text(
        "Only on a rooted Android phone: the file databases in the folder of the app. Otherwise, in Google "
        "Authenticator: Transfer accounts > Export accounts, and scan the QR codes."
    ),
)
