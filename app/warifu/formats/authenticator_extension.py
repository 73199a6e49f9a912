"""The browser extension Authenticator (authenticator.cc): its backups, plain or encrypted in two ways."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.authenticator_extension_keys import Passphrases
from warifu.formats.base import Form, Format, Imported
from warifu.formats.decoding import kind_named
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

ENCRYPTED: Final = "EncOTPStorage"
_KINDS = {
    "TOTP": OtpType.TOTP,
    "HOTP": OtpType.HOTP,
    "BATTLE": OtpType.TOTP,
    "STEAM": OtpType.STEAM,
    "HEX": OtpType.TOTP,
    "HHEX": OtpType.HOTP,
}
_NUMBERED_TYPES = ("", "totp", "hotp", "battle", "steam", "hex", "hhex")
_NUMBERED_ALGORITHMS = ("", "SHA1", "SHA256", "SHA512", "GOST3411_2012_256", "GOST3411_2012_512")
_BASE32 = re.compile(r"[a-z2-7]+=*", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]+", re.IGNORECASE)
_PREFIXES = {"blz-": "battle", "bliz-": "battle", "stm-": "steam"}
_MARKS: Final = frozenset(("type", "encrypted", "hash", "dataType", "issuer", "account"))
_BATTLE_DIGITS: Final = 8


def fits(file: Untrusted) -> bool:
    """Whether it is an object whose values are entries of the extension."""
    return any(_is_entry(value) for value in list(file.object.values())[:50])


def _is_entry(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    if value.get("dataType") == ENCRYPTED:
        return isinstance(value.get("data"), str)
    return isinstance(value.get("secret"), str) and bool(_MARKS & value.keys())


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every entry in the extension's order, opened with the first password that fits."""
    items = [value for value in file.object.values() if _is_entry(value)]
    if not items:
        raise FileDamaged
    phrases = Passphrases(file.object, items, keys)
    items.sort(key=_index)
    return collected(items, lambda item: _account(phrases.opened(item)), lambda item: _name(phrases, item))


def _index(item: dict[str, Any]) -> float:
    index = item.get("index")
    return index if isinstance(index, int | float) else 0


def _name(phrases: Passphrases, item: Any) -> str:
    with suppress(BadText):  # the name may lie in clear, beside the secret
        item = phrases.opened(item)
    return _site(text_at(item, "issuer")) or text_at(item, "account")


def _site(issuer: str) -> str:
    """The name without the host behind it that the extension shows the code for."""
    return issuer.partition("::")[0]


def _account(item: Any) -> Imported:
    named, secret = _kind(item)
    kind = kind_named(_KINDS, named)
    battle, steam = named == "battle", kind is OtpType.STEAM
    return imported(
        secret=_of_hex(secret) if named in {"hex", "hhex"} else secret,
        kind=kind,
        issuer=_site(text_at(item, "issuer")),
        account=text_at(item, "account"),
        algorithm=_numbered(item.get("algorithm"), _NUMBERED_ALGORITHMS),
        digits=_BATTLE_DIGITS if battle else None if steam else item.get("digits") or None,
        period=item.get("period") or None,
        counter=item.get("counter"),
        pinned=item.get("pinned") is True,
    )


def _kind(item: Any) -> tuple[str, str]:
    """The extension's name of the kind, and the secret: old entries say the one in front of the other."""
    named = _numbered(item.get("type"), _NUMBERED_TYPES).casefold() or "totp"
    secret = "".join(text_at(item, "secret").split())
    for prefix, kind in _PREFIXES.items():
        if secret.startswith(prefix):
            return kind, secret.removeprefix(prefix)
    if named in {"totp", "hotp"} and not _BASE32.fullmatch(secret) and _HEX.fullmatch(secret):
        return ("hex" if named == "totp" else "hhex"), secret
    return named, secret


def _numbered(untrusted: Any, names: tuple[str, ...]) -> str:
    """A name, which some versions wrote as a number."""
    if isinstance(untrusted, str) and not untrusted.isdecimal():
        return untrusted
    number = whole(untrusted) or 0
    if not 0 <= number < len(names):
        raise BadText("Warifu cannot make this kind of code.")
    return names[number]


def _of_hex(digits: str) -> Secret:
    """Half a byte at the end is filled up with zeros, or left out where it is one."""
    if len(digits) % 2:
        digits = digits[:-1] if digits.endswith("0") else f"{digits}0"
    try:
        return Secret(bytes.fromhex(digits))
    except ValueError:
        raise BadText("Its secret is not written in hexadecimal digits.") from None


FORMAT = Format(
    id="authenticator-extension",
    name="Authenticator (browser extension)",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In the extension: the gear > Backup > Download backup file, with or without a password."),
)
