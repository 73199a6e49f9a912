"""andOTP: its backups, plain, encrypted, and as it encrypted them before 0.6.3; those of GNOME's old app.

Source: its Entry.java, EncryptionHelper.java and wiki, and legacy.rs of GNOME's Authenticator.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.base32 import decode_secret
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats import kdf, openpgp
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.decoding import kind_named, motp_secret
from warifu.formats.entries import collected, consumed, imported, text_at, whole
from warifu.formats.errors import FileDamaged
from warifu.formats.holds import Holds
from warifu.formats.opening import opened
from warifu.formats.untrusted import load_json
from warifu.vault import foreign
from warifu.vault.aead import NONCE_BYTES, TAG_BYTES, Forged, random_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted

_TYPES: Final = {
    "": OtpType.TOTP,
    "OTP": OtpType.TOTP,  # GNOME's old app
    "TOTP": OtpType.TOTP,
    "HOTP": OtpType.HOTP,
    "STEAM": OtpType.STEAM,
    "MOTP": OtpType.MOTP,
}
_OTHERS: Final = ("uri", "otpGenerator", "kind", "encryptedSecret", "decryptedSecret", "secretSeed")
_USED: Final = ("last_used", "used_frequency")  # the second is younger
_ROUNDS: Final = 160_000  # of PBKDF2, the most that andOTP takes
_USUAL_ROUNDS: Final = range(140_000, 160_001)  # others may be chance, where a database is as likely
_MAX_ROUNDS: Final = 10_000_000
_SALT_BYTES: Final = 12
_GLANCE: Final = 10  # entries
_INT_BYTES: Final = 4
_LEAST: Final = NONCE_BYTES + TAG_BYTES + 2  # bytes: what an empty list takes
_MOST: Final = 8 * 1024 * 1024  # bytes of an old backup, far more than anybody has
_PAGE: Final = (
    1024  # bytes; files of whole pages are databases, those of Authenticator Plus encrypted as well
)
_PACKED: Final = (  # what looks random and is not encrypted, or not by andOTP
    b"\x1f\x8b", b"7z\xbc\xaf", b"\xfd7zXZ", b"BZh", b"Rar!", b"(\xb5/\xfd", b"PK", b"\x03\xd9\xa2\x9a",
    b"\xff\xd8",
)  # fmt: skip
_MOST_UNEVEN: Final = 420  # chi-squared of bytes at 255 degrees of freedom: one file in a billion is above


def fits(file: Untrusted) -> bool:
    """Whether it is an array of its entries, or starts with a number of rounds."""
    if file.array:
        return any(map(_is_entry, file.array[:_GLANCE]))
    rounds = _rounds(file.data) if file.text is None else None
    if rounds is None or (not len(file.data) % _PAGE and rounds not in _USUAL_ROUNDS):
        return False
    return _looks_encrypted(file.data[_INT_BYTES:])


def fits_old(file: Untrusted) -> bool:
    """Whether it may be an old encrypted backup, which nothing marks: bytes that all look random."""
    if file.text is not None or not _LEAST <= len(file.data) <= _MOST or not len(file.data) % _PAGE:
        return False
    return not file.data.startswith(_PACKED) and b"\0\0\0\0" not in file.data and _looks_encrypted(file.data)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every entry, with its tags. Raises FormatError."""
    if openpgp.fits(file):
        openpgp.read(file, keys)
    entries = file.taken()
    if file.text is None:
        try:
            entries = load_json(opened(keys, lambda password: _decrypted(file.data, password)).decode())
        except UnicodeDecodeError:
            raise FileDamaged from None
    if not isinstance(entries, list):
        raise FileDamaged
    gnome = not any(isinstance(entry, dict) and any(map(entry.get, _USED)) for entry in entries)
    return collected(
        consumed(entries),
        lambda entry: _entry(entry, gnome=gnome),
        lambda entry: text_at(entry, "issuer") or text_at(entry, "label"),
    )


def write(accounts: Sequence[Account], password: str) -> bytes:
    """The array, or the file that it is encrypted into."""
    plain = json.dumps([_written(account) for account in accounts], ensure_ascii=False).encode()
    if not password:
        return plain
    salt, nonce = random_bytes(_SALT_BYTES), random_bytes(NONCE_BYTES)
    key = kdf.pbkdf2(kdf.Hash.SHA1, password.encode(), salt, _ROUNDS)
    return _ROUNDS.to_bytes(_INT_BYTES, "big") + salt + nonce + foreign.aes_gcm_seal(key, nonce, plain)


def _entry(entry: Any, *, gnome: bool) -> Imported:
    kind = kind_named(_TYPES, text_at(entry, "type"))
    tags = [str(tag) for tag in entry.get("tags") or []]
    issuer, account = text_at(entry, "issuer"), text_at(entry, "label")
    if "issuer" not in entry:
        issuer, account, tags = _without_issuer(account, tags, gnome=gnome and _USED[1] not in entry)
    secret = text_at(entry, "secret")
    return imported(
        secret=motp_secret(_text_of(secret)) if kind is OtpType.MOTP else secret,
        kind=kind,
        issuer=issuer,
        account=account,
        algorithm=text_at(entry, "algorithm"),
        digits=None if kind is OtpType.MOTP else entry.get("digits"),
        period=None if kind is OtpType.MOTP else entry.get("period"),
        counter=entry.get("counter"),
        tags=tags,
        uses=whole(entry.get("used_frequency")) or 0,
        last_used=(whole(entry.get("last_used")) or 0) // 1000,
    )


def _without_issuer(label: str, tags: list[str], *, gnome: bool) -> tuple[str, str, list[str]]:
    """Issuer, account and tags: andOTP wrote both into the label once, GNOME's app a tag for the issuer.

    GNOME's never told of uses; andOTP leaves out an issuer that its user did not name.
    """
    prefix, dash, name = label.partition(" - ")
    if dash:
        return prefix, name, tags
    return (tags[0], label, tags[1:]) if tags and gnome else ("", label, tags)


def _text_of(untrusted: str) -> str:
    """The text that is mOTP's secret to andOTP, which writes it in base32 as other secrets."""
    return decode_secret(untrusted).reveal().decode("latin-1")


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("secret"), str)
        and isinstance(entry.get("label"), str)
        and entry.keys().isdisjoint(_OTHERS)
    )


def _rounds(data: bytes) -> int | None:
    """What a new encrypted file starts with; None for what is none."""
    rounds = int.from_bytes(data[:_INT_BYTES], "big")
    return rounds if 1 <= rounds <= _MAX_ROUNDS and len(data) >= _INT_BYTES + _SALT_BYTES + _LEAST else None


def _decrypted(data: bytes, password: bytes) -> bytes:
    """Tried as a new file where it may be one, and then as an old one. Raises Forged."""
    if (rounds := _rounds(data)) is not None:
        salt, sealed = data[_INT_BYTES:][:_SALT_BYTES], data[_INT_BYTES + _SALT_BYTES :]
        try:
            return _open(kdf.pbkdf2(kdf.Hash.SHA1, password, salt, rounds), sealed)
        except Forged:
            pass
    return _open(hashlib.sha256(password).digest(), data)


def _open(key: bytes, sealed: bytes) -> bytes:
    return foreign.aes_gcm_open(key, sealed[:NONCE_BYTES], sealed[NONCE_BYTES:])


def _looks_encrypted(data: bytes) -> bool:
    """Whether no byte is much more frequent than others, by Pearson's chi-squared test."""
    sample = data[: 1 << 16]
    expected = len(sample) / 256
    uneven = sum((count - expected) ** 2 for count in Counter(sample).values())
    missing = 256 - len(set(sample))
    return (uneven + missing * expected**2) / expected <= _MOST_UNEVEN


def _written(account: Account) -> dict[str, Any]:
    otp = account.otp
    secret = Secret(otp.secret.reveal().hex().encode()) if otp.type is OtpType.MOTP else otp.secret
    return {
        "secret": secret.base32(),
        "issuer": account.issuer or account.title,
        "label": account.account,
        "digits": otp.digits,
        "type": otp.type.value.upper(),
        "algorithm": "SHA1" if otp.type is OtpType.MOTP else otp.algorithm.value,
        "thumbnail": "Default",
        "last_used": account.last_used * 1000,
        "used_frequency": account.uses,
        **({"counter": account.counter} if otp.type is OtpType.HOTP else {"period": otp.period}),
        "tags": list(account.tags),
    }


_STEPS: Final = Text("In andOTP: the menu > Backup. Choose a plain or an encrypted backup.")
FORMAT = Format(
    id="andotp",
    name="andOTP",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=_STEPS,
    writer=Writer(
        write,
        Form.PLAIN | Form.ENCRYPTED,
        Holds(
            frozenset((OtpType.TOTP, OtpType.HOTP, OtpType.STEAM, OtpType.MOTP)),
            pin=False,
            tags=50,
        ),
        ".json",
    ),
)
OLD_FORMAT = Format(
    id="andotp-old",
    name="andOTP (before 0.6.3)",
    fits=fits_old,
    read=read,
    forms=Form.ENCRYPTED,
    steps=_STEPS,
)
