"""Where KeePass and its relatives keep what codes are made of, in the order in which KeePassXC looks."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from warifu.core.account import MAX_TITLE, OtpType
from warifu.core.base32 import decode_secret
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.uri import is_link
from warifu.formats.base import Imported
from warifu.formats.entries import imported, of_link, of_link_or_secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warifu.formats.kdbx_xml import Entry

_LINK_KEY: Final = re.compile(r"otp(?:_(\d{1,4}))?")
_PARTS: Final = ("Secret", "Secret-Hex", "Secret-Base32", "Secret-Base64")
_NATIVE: Final = ("TimeOtp", "HmacOtp")
_PARAMETERS: Final = ("Algorithm", "Length", "Period", "Counter")
_FIELDS: Final = frozenset(("Title", "UserName", "Notes", "TOTP Seed", "TOTP Settings")).union(
    f"{kind}-{part}" for kind in _NATIVE for part in (*_PARTS, *_PARAMETERS)
)
_KINDS: Final = {"totp": OtpType.TOTP, "hotp": OtpType.HOTP, "steam": OtpType.STEAM}


class Place(NamedTuple):
    """One place of an entry in which there is something."""

    entry: Entry
    key: str


def is_wanted(key: str) -> bool:
    """Whether a string of that name is read at all."""
    return key in _FIELDS or _LINK_KEY.fullmatch(key) is not None


def places(entry: Entry) -> Iterator[Place]:
    """Where this entry has secrets, the most telling first."""
    links = [(int(match[1] or 0), key) for key in entry.strings if (match := _LINK_KEY.fullmatch(key))]
    for _number, key in sorted(links):
        yield Place(entry, key)
    for kind in _NATIVE:
        if any(f"{kind}-{part}" in entry.strings for part in _PARTS):
            yield Place(entry, kind)
    if "TOTP Seed" in entry.strings:
        yield Place(entry, "TOTP Seed")


def account_at(place: Place) -> Imported:
    """The account with the names, tags and note of its entry. Raises BadText."""
    entry = place.entry
    reader = _READERS.get(place.key, _of_link)
    found = reader(entry.strings, place.key)
    account = found.account
    user = clean_line(entry.strings.get("UserName", ""), MAX_TITLE)
    title = clean_line(entry.strings.get("Title", ""), MAX_TITLE)
    name = account.account or user
    if name == "none" and not user:  # KeePassXC writes that into links of entries without one
        name = ""
    groups = [group.name for group in entry.path[1:]]
    return replace(
        found,
        account=replace(
            account,
            issuer=account.issuer or title,
            title=title or account.issuer,
            account=name,
            tags=clean_tags([*groups, *re.split("[;,\t]", entry.tags), *account.tags]),
            note=clean_note(entry.strings.get("Notes", "")) or account.note,
        ),
    )


def _of_link(strings: dict[str, str], key: str) -> Imported:
    text = strings[key].strip()
    if not is_link(text) and re.search("(?:^|&)key=", text, re.IGNORECASE):
        return _of_keeotp(text)
    return of_link_or_secret(text)


def _of_keeotp(text: str) -> Imported:
    """KeeOtp and KeeOtp2: ``key=BASE32&size=8&step=25&otpHashMode=Sha256&type=Hotp&counter=3``."""
    values = {
        key.strip().casefold(): unquote(value)
        for key, _, value in (pair.partition("=") for pair in text.split("&"))
    }
    kind = _KINDS.get(values.get("type", "totp").casefold() or "totp")
    decode = _ENCODINGS.get(values.get("encoding", "").casefold())
    if kind is None or decode is None:
        raise BadText("This entry asks for a kind of code that does not exist.")
    return imported(
        secret=decode(values["key"]),
        kind=kind,
        algorithm=values.get("otphashmode", ""),
        digits=values.get("size") if kind is not OtpType.STEAM else None,
        period=values.get("step"),
        counter=values.get("counter"),
    )


def _of_native(strings: dict[str, str], kind: str) -> Imported:
    """KeePass 2.47 and later."""
    part = next(part for part in _PARTS if f"{kind}-{part}" in strings)
    decode = _ENCODINGS[part.partition("-")[2].casefold() or "utf8"]
    return imported(
        secret=decode(strings[f"{kind}-{part}"]),
        kind=OtpType.TOTP if kind == "TimeOtp" else OtpType.HOTP,
        algorithm=strings.get(f"{kind}-Algorithm", ""),
        digits=strings.get(f"{kind}-Length"),
        period=strings.get(f"{kind}-Period"),
        counter=strings.get(f"{kind}-Counter"),
    )


def _of_seed(strings: dict[str, str], key: str) -> Imported:
    """KeeTrayTOTP, and KeePassXC in its early days: ``30;6``, or ``30;S`` for Steam, then perhaps more."""
    seed, settings = strings[key], strings.get("TOTP Settings", "").split(";")
    if is_link(seed):
        return of_link(seed)
    if len(settings) < 2:
        return imported(secret=seed)
    period, digits = settings[0], settings[1].strip()
    if digits.upper() == "S":
        return imported(secret=seed, kind=OtpType.STEAM, period=period)
    return imported(secret=seed, digits=digits, period=period)


_READERS: Final[dict[str, Callable[[dict[str, str], str], Imported]]] = {
    "TimeOtp": _of_native,
    "HmacOtp": _of_native,
    "TOTP Seed": _of_seed,
}


def _hex(text: str) -> Secret:
    try:
        return Secret(bytes.fromhex(text.replace("-", "").removeprefix("0x")))
    except ValueError:
        raise _not_written() from None


def _base64(text: str) -> Secret:
    try:
        return Secret(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        raise _not_written() from None


def _not_written() -> BadText:
    return BadText("Its secret is not written as the entry says.")


_ENCODINGS: Final[dict[str, Callable[[str], Secret]]] = {
    "": decode_secret,
    "base32": decode_secret,
    "base64": _base64,
    "hex": _hex,
    "utf8": lambda text: Secret(text.encode()),
}
