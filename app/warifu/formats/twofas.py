"""2FAS: its backup file of schema 1 to 4, plain or encrypted. Source: its Android app's BackupContent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.formats import kdf, twofas_writing
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.decoding import kind_named
from warifu.formats.entries import collected, consumed, imported, text_at, whole
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.holds import Holds
from warifu.formats.opening import base64_bytes, opened
from warifu.formats.twofas_writing import ROUNDS
from warifu.formats.untrusted import load_json
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

_TYPES: Final = {"": OtpType.TOTP, "TOTP": OtpType.TOTP, "HOTP": OtpType.HOTP, "STEAM": OtpType.STEAM}
_NEWEST: Final = 4
_LAST: Final = 2**31  # behind every place that is told


def fits(file: Untrusted) -> bool:
    """Whether it tells its schema and has services, in clear or not."""
    return "schemaVersion" in file.object and not file.object.keys().isdisjoint(
        ("services", "servicesEncrypted")
    )


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every service in the app's order, its group as a tag. Raises FormatError."""
    backup = file.taken_object()
    if _version(backup) > _NEWEST:
        raise NotSupported(
            "This file is of a newer 2FAS than Warifu knows.", hint="Get a newer Warifu, and try again."
        )
    services = backup.get("services")
    if sealed := backup.get("servicesEncrypted"):
        services = _decrypted(sealed, backup.get("reference"), keys)
    if not isinstance(services, list):
        raise FileDamaged
    groups = _groups(backup.get("groups"))
    services.sort(key=_place)
    return collected(consumed(services), lambda service: _service(service, groups), _name)


def _service(service: Any, groups: dict[str, str]) -> Imported:
    otp = service.get("otp") or {}
    name, issuer = text_at(service, "name"), text_at(otp, "issuer")
    kind = kind_named(_TYPES, text_at(otp, "tokenType"))
    return imported(
        secret=text_at(service, "secret"),
        kind=kind,
        issuer=issuer or name,
        title=name,
        account=text_at(otp, "account") or _label(otp, issuer or name),
        algorithm=text_at(otp, "algorithm"),
        digits=otp.get("digits"),
        period=otp.get("period"),
        counter=otp.get("counter"),
        tags=[
            groups[group] for group in (service.get("groupId"),) if isinstance(group, str) and group in groups
        ],
    )


def _label(otp: dict[str, Any], issuer: str) -> str:
    """The label, which held the issuer as well before schema 4."""
    label = text_at(otp, "label")
    prefix, colon, rest = label.partition(":")
    return rest.strip() if colon and prefix.strip() == issuer else label


def _groups(untrusted: Any) -> dict[str, str]:
    return {
        group["id"]: group["name"]
        for group in (untrusted if isinstance(untrusted, list) else [])
        if isinstance(group, dict) and isinstance(group.get("id"), str) and isinstance(group.get("name"), str)
    }


def _place(service: Any) -> int:
    order = service.get("order") if isinstance(service, dict) else None
    place = order.get("position") if isinstance(order, dict) else None
    return place if isinstance(place, int) else _LAST


def _decrypted(services: Any, reference: Any, keys: Keys) -> Any:
    """The list of services; the reference tells a wrong password from changed bytes."""
    sealed = _parts(services)
    known = _parts(reference) if reference else None

    def attempt(password: bytes) -> bytes:
        try:
            return _open(sealed, password)
        except Forged:
            if known is not None and _opens(known, password):
                raise FileDamaged from None
            raise

    try:
        return load_json(opened(keys, attempt).decode())
    except UnicodeDecodeError:
        raise FileDamaged from None


def _open(parts: tuple[bytes, bytes, bytes], password: bytes) -> bytes:
    data, salt, nonce = parts
    return foreign.aes_gcm_open(kdf.pbkdf2(kdf.Hash.SHA256, password, salt, ROUNDS), nonce, data)


def _opens(parts: tuple[bytes, bytes, bytes], password: bytes) -> bool:
    try:
        _open(parts, password)
    except Forged:
        return False
    return True


def _parts(untrusted: Any) -> tuple[bytes, bytes, bytes]:
    """Ciphertext with its tag, salt (of 256 bytes on Android, of 32 on iOS) and nonce."""
    parts = untrusted.split(":") if isinstance(untrusted, str) else []
    if len(parts) != 3:
        raise FileDamaged
    data, salt, nonce = map(base64_bytes, parts)
    return data, salt, nonce


def _version(backup: dict[str, Any]) -> int:
    try:
        return whole(backup.get("schemaVersion")) or 1
    except BadText:
        raise FileDamaged from None


def _name(service: Any) -> str:
    return text_at(service, "name")


FORMAT = Format(
    id="2fas",
    name="2FAS",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In 2FAS: Settings > 2FAS Backup > Export to file."),
    writer=Writer(
        twofas_writing.write,
        Form.PLAIN | Form.ENCRYPTED,
        Holds(
            frozenset((OtpType.TOTP, OtpType.HOTP, OtpType.STEAM)),
            digits=range(5, 9),
            max_counter=2**31 - 1,
            title=True,
            tags=1,
        ),
        ".2fas",
    ),
)
