"""OTP Auth for iOS (Roland Moers): backups .otpauthdb (1.0, 1.1) and single accounts .otpauth (1.1, 1.2).

The outer layer is AES under a key that everybody knows; the inner one is the password's: AES-CBC under one
hash in the older versions, RNCryptor 3 in the newer.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import Algorithm, OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged, NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.kdf import Hash
from warifu.formats.keyed_archive import unarchived
from warifu.vault.aead import Forged
from warifu.vault.foreign import aes_cbc_blocks, aes_cbc_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_OUTER: Final = (hashlib.sha256(b"Authenticator").digest(), hashlib.sha256(b"OTPAuth").digest())
_PLIST: Final = b"bplist00"
_RN: Final = b"\x03\x01"  # version 3, from a password
_RN_ROUNDS: Final = 10_000
_RN_HEAD: Final = 34  # version, options, two salts of 8, IV of 16
_RN_MAC: Final = 32
_NEWEST: Final = 1.2
_TYPES: Final = {0: OtpType.TOTP, 1: OtpType.HOTP, 2: OtpType.TOTP}
_ALGORITHMS: Final = {0: Algorithm.SHA1, 1: Algorithm.SHA1, 2: Algorithm.SHA256, 3: Algorithm.SHA512}


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account, with its folder as a tag. Raises what ``Format`` says."""
    outer = _outer(file)
    sealed = next((outer[key] for key in ("WrappedData", "Data") if isinstance(outer.get(key), bytes)), b"")
    if not sealed:
        version = outer.get("Version")
        if isinstance(version, int | float) and version > _NEWEST:
            raise NotSupported(
                "This file was written by a newer version of its app than Warifu knows.",
                hint="In OTP Auth, show the QR code of each account and scan it.",
            )
        raise FileDamaged
    if not keys.passwords:
        raise NeedsPassword
    for password in keys.passwords:
        if (plain := _inner(outer, sealed, password)) is None:
            continue
        try:
            found = unarchived(plain)
        except FileDamaged:
            if sealed.startswith(_RN):
                raise
            continue  # there is no tag: a wrong password passes the padding one time in 256
        return collected(_accounts(found), _account, lambda pair: text_at(pair[0], "issuer"))
    raise WrongFilePassword


def _outer(file: Untrusted) -> dict[str, Any]:
    for key in _OUTER:
        try:
            plain = aes_cbc_open(key, bytes(16), file.data)
        except Forged:
            continue
        if plain.startswith(_PLIST) and isinstance(found := unarchived(plain), dict):
            return found
    raise FileDamaged


def _inner(outer: dict[str, Any], sealed: bytes, password: str) -> bytes | None:
    salt, iv = _bytes(outer.get("Salt")), _bytes(outer.get("IV"))
    if sealed.startswith(_RN):
        plain = _rncryptor(sealed, password)
        if plain is not None or not salt or not iv:
            return plain
    key = hashlib.sha256(salt + b"-" + password.encode()).digest()
    try:
        return aes_cbc_open(key, hashlib.sha1(iv).digest()[:16], sealed)  # noqa: S324 - the app's own
    except Forged:
        return None


def _rncryptor(sealed: bytes, password: str) -> bytes | None:
    """RNCryptor, version 3 (github.com/RNCryptor/RNCryptor-Spec): the tag is over everything before it."""
    if len(sealed) < _RN_HEAD + 16 + _RN_MAC:
        raise FileDamaged
    head, body, tag = sealed[:_RN_HEAD], sealed[_RN_HEAD:-_RN_MAC], sealed[-_RN_MAC:]
    mac_key = kdf.pbkdf2(Hash.SHA1, password.encode(), head[10:18], _RN_ROUNDS)
    if not hmac.compare_digest(hmac.digest(mac_key, head + body, "sha256"), tag):
        return None
    try:
        return aes_cbc_open(kdf.pbkdf2(Hash.SHA1, password.encode(), head[2:10], _RN_ROUNDS), head[18:], body)
    except Forged:
        raise FileDamaged from None


def _accounts(found: Any) -> Iterator[tuple[Any, str]]:
    """Accounts with the names of their folders; a single account is the whole archive."""
    if not isinstance(found, dict):
        raise FileDamaged
    if not isinstance(folders := found.get("Folders"), list):
        yield found, ""
        return
    for folder in folders:
        if isinstance(folder, dict):
            accounts = folder.get("accounts")
            name = folder.get("name") if len(folders) > 1 else ""  # one folder alone tells nothing
            for account in accounts if isinstance(accounts, list) else ():
                yield account, name if isinstance(name, str) else ""


def _account(pair: tuple[Any, str]) -> Imported:
    item, folder = pair
    algorithm = _ALGORITHMS.get(whole(item.get("algorithm")) or 0)
    if algorithm is None:
        raise BadText(
            "The algorithm of this entry is not supported.",
            hint="Warifu makes codes with SHA-1, SHA-256 and SHA-512.",
        )
    return imported(
        secret=Secret(_bytes(item.get("secret"))),
        kind=_TYPES[whole(item.get("type")) or 0],
        issuer=text_at(item, "issuer"),
        account=text_at(item, "label"),
        algorithm=algorithm,
        digits=item.get("digits") or None,  # 0 is the usual, here and in the period
        period=item.get("period") or None,
        counter=item.get("counter"),
        tags=(folder,),
        untrusted_icon=icon if isinstance(icon := item.get("icon"), bytes) else b"",
    )


def _bytes(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""


def _fits(file: Untrusted) -> bool:
    if not file.data or len(file.data) % 16:
        return False
    return any(aes_cbc_blocks(key, bytes(16), file.data[:16]).startswith(_PLIST) for key in _OUTER)


FORMAT = Format(
    id="otp-auth",
    name="OTP Auth",
    fits=_fits,
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text("In OTP Auth: Settings > Backups > Create New Backup, or share one account as a file."),
)
