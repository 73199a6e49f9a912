"""Ente Auth: its list of links, plain or encrypted, and its page for the browser.

Source: its app's export_widget.dart, code_display.dart and html_export.dart.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.intake import links_in
from warifu.core.text import Text
from warifu.core.uri import account_of, format_uri
from warifu.core.uri_parts import labelled, split_link
from warifu.formats import ente_page, kdf, links
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.entries import collected, consumed, whole
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.holds import Holds
from warifu.formats.opening import base64_bytes, base64_text, opened
from warifu.vault import foreign
from warifu.vault.aead import random_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted

_MARK: Final = "codedisplay="
_VERSION: Final = 1
_SALT_BYTES: Final = 16
_MEMORY: Final = (
    256 * 1024 * 1024
)  # bytes: as Ente on phones with little memory; elsewhere it takes four times
_PASSES: Final = 16  # and a quarter of the passes, which is the same work
_WRAPPERS: Final = " \t\"'"


def fits(file: Untrusted) -> bool:
    """Whether it is an encrypted export, a page, or a list of links as Ente Auth writes them."""
    if {"kdfParams", "encryptedData"} <= file.object.keys() or ente_page.fits(file):
        return True
    return links.fits(file) and _MARK in (file.text or "").casefold()


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every link, with what is shown of it; those in the bin are marked. Raises FormatError."""
    if file.start[:1] == "<":
        return ente_page.read(file)
    if file.object:
        return _of_list(_decrypted(file.object, keys))
    if file.text is None:
        raise FileDamaged
    return _of_list(file.text)


def write(accounts: Sequence[Account], password: str) -> bytes:
    """The list of links, or the export that it is encrypted into."""
    text = "".join(f"{_link(account, place)}\n" for place, account in enumerate(accounts)).encode()
    if not password:
        return text
    salt = random_bytes(_SALT_BYTES)
    header, sealed = foreign.secretstream_seal(_key(password.encode(), salt, _MEMORY, _PASSES), text)
    export = {
        "version": _VERSION,
        "kdfParams": {"memLimit": _MEMORY, "opsLimit": _PASSES, "salt": base64_text(salt)},
        "encryptedData": base64_text(sealed),
        "encryptionNonce": base64_text(header),
    }
    return json.dumps(export).encode()


def _of_list(text: str) -> Contents:
    """The accounts in the app's order, which links tell that are not sorted by it."""
    places: list[int] = []

    def entry(link: str) -> Imported:
        parts = split_link(link)
        made = Imported(account_of(parts), binned=parts.display.trashed)
        places.append(parts.display.position)
        return made

    links_found = consumed([part for _, part in links_in(text)])
    contents = collected((link.strip(_WRAPPERS) for link in links_found), entry, _name)
    order = sorted(range(len(places)), key=places.__getitem__)
    return replace(contents, entries=tuple(contents.entries[place] for place in order))


def _name(link: str) -> str:
    parts = split_link(link)
    if parts.scheme != "otpauth":
        return ""
    return " ".join(labelled(parts.path.removeprefix("/"), parts.query.get("issuer", "")))


def _decrypted(export: dict[str, Any], keys: Keys) -> str:
    params = export.get("kdfParams")
    if not isinstance(params, dict):
        raise FileDamaged
    try:
        version, memory = whole(export.get("version")) or _VERSION, whole(params.get("memLimit")) or 0
    except BadText:
        raise FileDamaged from None
    if version > _VERSION:
        raise NotSupported(
            "This file is of a newer Ente Auth than Warifu knows.", hint="Get a newer Warifu, and try again."
        )
    salt, sealed = base64_bytes(params.get("salt")), base64_bytes(export.get("encryptedData"))
    header, passes = base64_bytes(export.get("encryptionNonce")), params.get("opsLimit")
    plain = opened(
        keys,
        lambda password: foreign.secretstream_open(_key(password, salt, memory, passes), header, sealed),
    )
    try:
        return plain.decode()
    except UnicodeDecodeError:
        raise FileDamaged from None


def _key(password: bytes, salt: bytes, memory: int, passes: Any) -> bytes:
    """libsodium's crypto_pwhash; ``memory`` in bytes."""
    return kdf.argon2(kdf.Argon.ID, password, salt, memory_kib=memory // 1024, passes=passes, lanes=1)


def _link(account: Account, place: int) -> str:
    display = {
        "pinned": account.pinned,
        "trashed": False,
        "lastUsedAt": account.last_used * 1_000_000,
        "tapCount": account.uses,
        "tags": list(account.tags),
        "note": account.note,
        "position": place,
    }
    named = replace(account, issuer=account.issuer or account.title)
    shown = json.dumps(display, ensure_ascii=False)
    shown = shown.replace("%", "\\u0025")  # Ente takes %2C in it for a comma
    return f"{format_uri(named)}&codeDisplay={quote(shown, safe='')}"


FORMAT = Format(
    id="ente",
    name="Ente Auth",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In Ente Auth: Settings > Data > Export codes. Choose Encrypted or Plain text."),
    writer=Writer(
        write,
        Form.PLAIN | Form.ENCRYPTED,
        Holds(
            frozenset((OtpType.TOTP, OtpType.HOTP, OtpType.STEAM)),
            note=True,
            tags=50,
            pinned=True,
        ),
        ".txt",
    ),
)
