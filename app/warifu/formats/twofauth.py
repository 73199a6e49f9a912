"""2FAuth: its export, which is plain JSON with pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.core.account import OtpType
from warifu.core.text import Text
from warifu.formats.base import Form, Format, Imported, Keys
from warifu.formats.decoding import icon_bytes, kind_named
from warifu.formats.entries import collected, imported, of_link, text_at
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from warifu.formats.base import Contents
    from warifu.formats.untrusted import Untrusted

_KINDS = {
    "TOTP": OtpType.TOTP,
    "HOTP": OtpType.HOTP,
    "STEAMTOTP": OtpType.STEAM,
}


def fits(file: Untrusted) -> bool:
    """Whether it is 2FAuth's."""
    app = file.object.get("app")
    return isinstance(app, str) and app.casefold().startswith("2fauth") and "data" in file.object


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account."""
    items = file.object.get("data")
    if not isinstance(items, list):
        raise FileDamaged
    return collected(items, _account, lambda item: item["service"] or item["account"])


def _account(item: Any) -> Imported:
    icon = icon_bytes(item.get("icon_file"))
    if not text_at(item, "secret") and (link := text_at(item, "legacy_uri")):
        found = of_link(link, issuer=text_at(item, "service"), account=text_at(item, "account"))
        return Imported(found.account, icon)
    return imported(
        secret=text_at(item, "secret"),
        kind=kind_named(_KINDS, text_at(item, "otp_type")),
        issuer=text_at(item, "service"),
        account=text_at(item, "account"),
        algorithm=text_at(item, "algorithm"),
        digits=item.get("digits"),
        period=item.get("period"),
        counter=item.get("counter"),
        untrusted_icon=icon,
    )


FORMAT = Format(
    id="2fauth",
    name="2FAuth",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In 2FAuth: Manage > select the accounts > Export. Choose the 2FAuth format."),
)
