"""WinAuth for Windows: its exported text in a zip, and winauth.xml, where it keeps everything itself."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats import links
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, whole
from warifu.formats.errors import FileDamaged, FileTooBig, NeedsPassword
from warifu.formats.markup import parse_xml, text_in
from warifu.formats.tries import Tries
from warifu.formats.untrusted import Untrusted
from warifu.formats.winauth_layers import NotHere, opened, sealed_by

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from warifu.formats.base import Imported, Keys

_ISSUERS: Final = {
    "BattleNetAuthenticator": "Battle.net",
    "SteamAuthenticator": "Steam",
    "MicrosoftAuthenticator": "Microsoft",
    "TrionAuthenticator": "Trion",
    "OktaVerifyAuthenticator": "Okta",
}
_ICON: Final = "base64:"


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account. Raises NeedsPassword, WrongFilePassword, NotSupported, FileDamaged."""
    if file.archive is not None:
        name = next((name for name in file.archive.names if _is_list(name)), "")
        return links.read(Untrusted(file.archive.read(name, keys.passwords)), keys)
    tries = Tries(keys.passwords)
    found = _authenticators(parse_xml(file.data), tries)
    if not keys.passwords and any(sealed_by(data) == "y" for each in found for data in _sealed_parts(each)):
        raise NeedsPassword
    away: list[Element] = []

    def account(element: Element) -> Imported:
        try:
            return _account(element, tries)
        except NotHere as error:
            away.append(element)
            raise BadText(error.title, hint=error.hint) from None

    contents = collected(found, account, lambda element: text_in(element, "name"))
    tries.check()
    if away and len(away) == len(found):
        raise NotHere
    return contents


def _authenticators(root: Element, tries: Tries) -> list[Element]:
    """Every authenticator, also those in a ``data`` that is encrypted as a whole."""
    found = []
    for element in root:
        name = element.tag
        if name in {"WinAuthAuthenticator", "authenticator"}:
            found.append(element)
        elif name == "data" and sealed_by(element):
            try:
                inner = opened(element, tries)
            except BadText:
                tries.check()
                raise FileDamaged from None
            found += _authenticators(parse_xml(inner), tries)
        elif name in {"data", "config"}:
            found += _authenticators(element, tries)
    return found


def _sealed_parts(element: Element) -> list[Element]:
    return [
        part for part in element.iter() if part.tag in {"authenticatordata", "secretdata"} and sealed_by(part)
    ]


def _account(element: Element, tries: Tries) -> Imported:
    holder = element.find("authenticatordata")
    if holder is None:
        holder = element
    if sealed_by(holder):
        holder = _parsed(opened(holder, tries))
    data = holder.find("secretdata")
    if data is None:
        raise BadText("It holds no secret.")
    text = _secret_text(opened(data, tries)) if sealed_by(data) else (data.text or "").strip()
    name = text_in(element, "name")
    made = _of_data(text, (element.get("type") or "").rpartition(".")[2], name)
    created = whole(text_in(element, "created")) or 0
    return replace(
        made,
        account=replace(made.account, created=max(0, created // 1000)),
        untrusted_icon=_icon(text_in(element, "skin")),
    )


def _of_data(text: str, kind: str, name: str) -> Imported:
    """The account of ``key, digits, hash, period`` between tabs, and what each kind has behind a bar."""
    front, *extra = text.split("|")
    key, digits, hash_, period = (*front.split("\t"), "", "", "", "")[:4]
    issuer, account = _names(kind, name)
    counter = None
    if kind == "HOTPAuthenticator":
        # It adds one and then calculates, so what it keeps is the counter of the code shown last.
        counter = (whole(extra[0]) or 0) + 1 if extra else 1
    steam = kind == "SteamAuthenticator"
    return imported(
        secret=_key(key),
        kind=OtpType.STEAM if steam else OtpType.TOTP if counter is None else OtpType.HOTP,
        issuer=issuer,
        account=account,
        title=name if name != account else "",
        algorithm=hash_,
        digits=5 if steam else digits or (8 if kind == "BattleNetAuthenticator" else 6),
        period=period,
        counter=counter,
    )


def _names(kind: str, name: str) -> tuple[str, str]:
    prefix, colon, rest = (part.strip() for part in name.partition(":"))
    if kind in _ISSUERS:
        return _ISSUERS[kind], rest if colon else name
    return (prefix, rest) if colon else (name, "")


def _key(text: str) -> Secret:
    try:
        return Secret(bytes.fromhex(text.strip()))
    except ValueError:
        raise BadText("Its secret is not written in hexadecimal digits.") from None


def _secret_text(data: bytes) -> str:
    """What version 2 encrypts: the text of the secret, or the bytes of its key alone."""
    try:
        text = data.decode("ascii")
        bytes.fromhex(text.partition("|")[0].partition("\t")[0])
    except (UnicodeDecodeError, ValueError):
        return data.hex()
    return text


def _parsed(data: bytes) -> Element:
    """XML that came out of a layer. Raises BadText: one entry is not to stop the others."""
    try:
        return parse_xml(data)
    except (FileDamaged, FileTooBig):
        raise BadText("This entry is damaged.") from None


def _icon(skin: str) -> bytes:
    if not skin.startswith(_ICON):
        return b""
    try:
        return base64.b64decode("".join(skin[len(_ICON) :].split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _is_list(name: str) -> bool:
    return name.casefold().endswith((".txt", ".text"))


def _is_archive(file: Untrusted) -> bool:
    """A zip with a list in it and nothing else."""
    names = () if file.archive is None else file.archive.names
    return bool(names) and all(_is_list(name) for name in names)


def _fits(file: Untrusted) -> bool:
    return file.start.startswith("<") and "<WinAuth" in file.start


_STEPS: Final = Text(
    "In WinAuth: the gear at the lower right > Export, as a text file or as a zip with a password. "
    "Or choose winauth.xml itself."
)
ARCHIVE = Format("winauth-zip", "WinAuth (zip)", _is_archive, read, Form.PLAIN | Form.ENCRYPTED, _STEPS)
XML = Format("winauth", "WinAuth", _fits, read, Form.PLAIN | Form.ENCRYPTED, _STEPS)
