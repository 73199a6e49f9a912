"""cotp: its export, which is plain JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.core.account import OtpType
from warifu.core.text import Text
from warifu.formats.base import Form, Format, Imported, Keys
from warifu.formats.decoding import kind_named, motp_secret
from warifu.formats.entries import collected, imported, text_at
from warifu.formats.errors import FileDamaged, NotSupported

if TYPE_CHECKING:
    from warifu.formats.base import Contents
    from warifu.formats.untrusted import Untrusted

_KINDS = {each.name: each for each in OtpType}


def fits(file: Untrusted) -> bool:
    """Whether it is an export, or the database that the app itself opens alone."""
    found = file.object
    return isinstance(found.get("elements"), list) or _is_database(found)


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every element. Raises NotSupported for the app's own database."""
    if _is_database(file.object):
        raise NotSupported(
            "This is cotp’s own database, which only cotp opens.",
            hint="Run “cotp export” and choose the file that it writes.",
        )
    elements = file.object.get("elements")
    if not isinstance(elements, list):
        raise FileDamaged
    return collected(elements, _account, lambda item: item["issuer"] or item["label"])


def _is_database(found: dict[str, Any]) -> bool:
    return {"version", "nonce", "salt", "cipher"} <= found.keys()


def _account(item: Any) -> Imported:
    kind = kind_named(_KINDS, text_at(item, "type", "TOTP"))
    secret = text_at(item, "secret")
    return imported(
        secret=motp_secret(secret) if kind is OtpType.MOTP else secret,
        kind=kind,
        issuer=text_at(item, "issuer"),
        account=text_at(item, "label"),
        algorithm=text_at(item, "algorithm"),
        digits=item.get("digits"),
        period=item.get("period"),
        counter=item.get("counter"),
        pin=text_at(item, "pin"),
    )


FORMAT = Format(
    id="cotp",
    name="cotp",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("Run “cotp export”."),
)
