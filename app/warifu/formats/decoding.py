"""What lies in other apps' files in ways of their own: bytes as numbers, secrets as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.errors import FileDamaged, NeedsPassword, WrongFilePassword
from warifu.formats.opening import base64_bytes
from warifu.formats.untrusted import load_json
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from warifu.core.account import OtpType
    from warifu.formats.base import Keys

    _Opened = TypeVar("_Opened")


def with_password(keys: Keys, open_: Callable[[str], _Opened]) -> _Opened:
    """What the first fitting password opens; ``open_`` raises Forged for one that does not fit.

    Raises NeedsPassword, WrongFilePassword, and whatever else ``open_`` raises.
    """
    if not keys.passwords:
        raise NeedsPassword
    for password in keys.passwords:
        try:
            return open_(password)
        except (Forged, UnicodeEncodeError):
            continue
    raise WrongFilePassword


def signed_bytes(untrusted: Any) -> bytes:
    """The bytes of a JSON array of numbers from -128 to 255, as in Java and Dart. Raises FileDamaged."""
    if not isinstance(untrusted, list):
        raise FileDamaged
    try:
        return bytes([number & 0xFF for number in untrusted if -128 <= number <= 255 or _wrong()])
    except TypeError:
        raise FileDamaged from None


def json_object(data: bytes) -> dict[str, Any]:
    """The JSON object in decrypted bytes; NUL bytes behind it are left out. Raises FileDamaged."""
    value = json_in(data)
    if not isinstance(value, dict):
        raise FileDamaged
    return value


def json_in(data: bytes) -> Any:
    """The JSON in decrypted bytes; NUL bytes behind it are left out. Raises FileDamaged."""
    try:
        return load_json(data.rstrip(b"\0").decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileDamaged from None


def icon_bytes(untrusted: Any) -> bytes:
    """A picture in base64, or none: an account without its picture is better than none."""
    try:
        return base64_bytes(untrusted) if untrusted else b""
    except FileDamaged:
        return b""


def kind_named(kinds: Mapping[str, OtpType], untrusted: str) -> OtpType:
    """The kind of code by its name in a format, whose names are in upper case. Raises BadText."""
    if (kind := kinds.get(untrusted.strip().upper())) is None:
        raise BadText("Warifu cannot make this kind of code.")
    return kind


def motp_secret(untrusted: str) -> Secret:
    """The secret of mOTP where an app keeps it as text: its lower-case hexadecimal digits. Raises BadText.

    Anything else would give other codes than in that app, which makes them of the text as it is.
    """
    text = untrusted.strip()
    try:
        secret = Secret(bytes.fromhex(text))
    except ValueError:
        secret = Secret(b"")
    if not len(secret) or secret.reveal().hex() != text:
        raise BadText(Text("Its mOTP secret is not written in lower-case hexadecimal digits."))
    return secret


def _wrong() -> bool:
    raise FileDamaged
