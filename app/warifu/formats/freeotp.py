"""FreeOTP 1 (its Android preferences) and FreeOTP+ (JSON): files of the same tokens."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import Account, OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.core.uri import is_link
from warifu.formats.base import Form, Format, Imported, Keys, Writer
from warifu.formats.decoding import kind_named, signed_bytes
from warifu.formats.entries import collected, consumed, imported, of_link, text_at, whole
from warifu.formats.errors import FileDamaged
from warifu.formats.holds import Holds
from warifu.formats.markup import preferences
from warifu.formats.untrusted import load_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.formats.base import Contents
    from warifu.formats.untrusted import Untrusted

STEAM: Final = "Steam"  # the issuer is all that makes a token one of Steam
_KINDS = {"TOTP": OtpType.TOTP, "HOTP": OtpType.HOTP}
_ORDER: Final = "tokenOrder"
_TOKEN: Final = re.compile(r'(?:&quot;|")secret(?:&quot;|"):\s*\[|">\s*otpauth://')  # links are of the oldest


def token(item: Any, secret: Secret) -> Imported:
    """The account of a token. Its counter is that of the next code, or one less for a token never used."""
    kind = kind_named(_KINDS, text_at(item, "type", "TOTP"))
    issuer = text_at(item, "issuerAlt") or text_at(item, "issuerExt") or text_at(item, "issuerInt")
    steam = kind is OtpType.TOTP and text_at(item, "issuerExt", issuer) == STEAM
    counter = whole(item.get("counter"))
    return imported(
        secret=secret,
        kind=OtpType.STEAM if steam else kind,
        issuer=issuer,
        account=text_at(item, "labelAlt") or text_at(item, "label"),
        algorithm=text_at(item, "algo"),
        digits=None if steam else item.get("digits"),
        period=item.get("period"),
        counter=None if counter is None else max(0, counter),
    )


def _token(item: Any) -> Imported:
    try:
        secret = Secret(signed_bytes(item.get("secret")))
    except FileDamaged:
        raise BadText("It holds no secret.") from None
    return token(item, secret)


def _name(item: Any) -> str:
    return text_at(item, "issuerExt") or text_at(item, "label")


def _token_id(item: Any) -> str:
    """What the order of the tokens names a token by."""
    if not isinstance(item, dict):
        return ""
    issuer = item.get("issuerInt") or item.get("issuerExt")
    return f"{issuer}:{item.get('label')}" if issuer else str(item.get("label"))


def _places(order: Any) -> dict[str, int]:
    return (
        {each: place for place, each in enumerate(order) if isinstance(each, str)}
        if isinstance(order, list)
        else {}
    )


def _fits_plus(file: Untrusted) -> bool:
    """Some others leave out the order; the secret as numbers says enough then."""
    tokens = file.object.get("tokens")
    if not isinstance(tokens, list):
        return False
    return _ORDER in file.object or any(
        isinstance(each, dict) and isinstance(each.get("secret"), list) for each in tokens[:10]
    )


def _read_plus(file: Untrusted, _keys: Keys) -> Contents:
    found = file.taken_object()
    items = found.get("tokens")
    if not isinstance(items, list):
        raise FileDamaged
    _sort(items, found.pop(_ORDER, None))
    return collected(consumed(items), _token, _name)


def _sort(items: list[Any], order: Any) -> None:
    places = _places(order)
    items.sort(key=lambda item: places.get(_token_id(item), len(places)))


def _write(accounts: Sequence[Account], _password: str) -> bytes:
    tokens = [_written(account) for account in accounts]
    order = [_token_id(each) for each in tokens]
    return json.dumps({_ORDER: order, "tokens": tokens}, ensure_ascii=False, separators=(",", ":")).encode()


def _written(account: Account) -> dict[str, Any]:
    otp, issuer = account.otp, account.issuer or account.title
    if otp.type is OtpType.STEAM:
        issuer = STEAM
    hotp = otp.type is OtpType.HOTP
    return {
        "algo": otp.algorithm.value,
        "counter": account.counter,
        "digits": otp.digits,
        "issuerExt": issuer,
        "issuerInt": issuer,
        "label": account.account,
        "period": 30 if hotp else otp.period,
        "secret": [byte - 256 if byte > 127 else byte for byte in otp.secret.reveal()],
        "type": "HOTP" if hotp else "TOTP",
    }


def _fits_preferences(file: Untrusted) -> bool:
    if not file.start.startswith("<") or "<map" not in file.start or file.text is None:
        return False
    return f'name="{_ORDER}"' in file.text or _TOKEN.search(file.text) is not None


def _read_preferences(file: Untrusted, _keys: Keys) -> Contents:
    found = preferences(file.data)
    places = _places(_loaded(found.pop(_ORDER, "[]")))
    items = sorted(found.items(), key=lambda item: places.get(item[0], len(places)))
    return collected(items, lambda item: _preference(item[1]), lambda item: item[0])


def _preference(text: str) -> Imported:
    """JSON, or in the oldest versions a link."""
    return of_link(text) if is_link(text) else _token(load_json(text))


def _loaded(text: str) -> Any:
    try:
        return load_json(text)
    except FileDamaged:
        return None


FREEOTP = Format(
    id="freeotp",
    name="FreeOTP 1",
    fits=_fits_preferences,
    read=_read_preferences,
    forms=Form.PLAIN,
    steps=Text(
        "FreeOTP 1 has no export. Where the phone lets you read an app’s own files, take "
        "“shared_prefs/tokens.xml” of org.fedorahosted.freeotp."
    ),
)
FREEOTP_PLUS = Format(
    id="freeotp-plus",
    name="FreeOTP+",
    fits=_fits_plus,
    read=_read_plus,
    forms=Form.PLAIN,
    steps=Text("In FreeOTP+: menu > Export > Export as JSON."),
    writer=Writer(
        _write,
        Form.PLAIN,
        Holds(
            frozenset((OtpType.TOTP, OtpType.HOTP, OtpType.STEAM)),
            digits=range(5, 9),
            steam_issuer=True,
        ),
        ".json",
    ),
)
