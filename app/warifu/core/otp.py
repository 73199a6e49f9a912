"""Codes from secrets: RFC 4226 and RFC 6238, Steam, mOTP and Yandex.

HMAC and truncation are pyotp's; the time step is whole-number arithmetic on Unix seconds, so no calendar,
time zone or float is involved.
"""

from __future__ import annotations

import hashlib
import hmac
import math
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from warifu.core.account import Account, Algorithm, Otp, OtpType

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DIGITS = 10
MAX_COUNTER = 2**64 - 1  # RFC 4226 section 5.2: eight bytes
STEAM_LETTERS = "23456789BCDFGHJKMNPQRTVWXY"
_YANDEX_SECRET = 16  # bytes; what follows in a longer secret is a checksum


@dataclass(frozen=True, slots=True)
class Code:
    """One code and the Unix seconds from which, and before which, it is valid.

    ``valid_until`` is None for HOTP, whose codes wait for the next press instead of the clock.
    """

    value: str = field(repr=False)
    valid_from: int
    valid_until: int | None

    def seconds_left(self, now: float) -> int:
        """Whole seconds until the code is over, rounded up; 0 when it is, or when it knows no end."""
        if self.valid_until is None:
            return 0
        return max(0, math.ceil(self.valid_until - now))


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes around one reading of the clock; there is nothing before step 0."""

    previous: Code | None
    current: Code
    next: Code


def code_at(account: Account, time: float) -> Code:
    """The code at Unix ``time`` in seconds; for HOTP the one of the account's counter, whatever the time."""
    return _code_of_step(account.otp, _step(account, time))


def codes_around(account: Account, time: float) -> Codes:
    """The previous, current and next code, all from one ``time`` in Unix seconds (HOTP: counters)."""
    otp, step = account.otp, _step(account, time)
    return Codes(
        previous=_code_of_step(otp, step - 1) if step > 0 else None,
        current=_code_of_step(otp, step),
        next=_code_of_step(otp, min(step + 1, MAX_COUNTER)),
    )


def grouped(value: str) -> str:
    """A code as people read it: digits in threes from the right, eight letters in fours, five as they are."""
    if len(value) > 5 and (value.isdigit() or len(value) == 6):
        head = len(value) % 3
        parts = [value[:head]] if head else []
        return " ".join(parts + [value[at : at + 3] for at in range(head, len(value), 3)])
    return f"{value[:4]} {value[4:]}" if len(value) == 8 else value


def _step(account: Account, time: float) -> int:
    if account.otp.type is OtpType.HOTP:
        return account.counter
    return max(0, math.floor(time)) // account.otp.period


def _code_of_step(otp: Otp, step: int) -> Code:
    value = _MAKERS[otp.type](otp, step)
    if otp.type is OtpType.HOTP:
        return Code(value, 0, None)
    return Code(value, step * otp.period, (step + 1) * otp.period)


def _truncated(otp: Otp, counter: int) -> str:
    """The 31 bits of RFC 4226 section 5.3 in decimal, ten digits with leading zeros."""
    return str(_raw_key_otp()(otp.secret.reveal(), _digest(otp.algorithm)).generate_otp(counter))


def _decimal(otp: Otp, counter: int) -> str:
    return _truncated(otp, counter)[-otp.digits :]


def _steam(otp: Otp, counter: int) -> str:
    number = int(_truncated(otp, counter))
    letters = []
    for _ in range(otp.digits):
        number, at = divmod(number, len(STEAM_LETTERS))
        letters.append(STEAM_LETTERS[at])
    return "".join(letters)


def _motp(otp: Otp, step: int) -> str:
    """MOTP (motp.sourceforge.net): MD5 over the ten-second step, the secret in hex and the PIN."""
    text = f"{step}{otp.secret.reveal().hex()}{otp.pin}"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[: otp.digits]


def _yandex(otp: Otp, step: int) -> str:
    key = hashlib.sha256(otp.pin.encode() + otp.secret.reveal()[:_YANDEX_SECRET]).digest()
    mac = hmac.digest(key[1:] if key[0] == 0 else key, step.to_bytes(8, "big"), "sha256")
    at = mac[-1] & 15
    number = int.from_bytes(mac[at : at + 8], "big") & (2**63 - 1)
    letters = []
    for _ in range(otp.digits):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("a") + letter))
    return "".join(reversed(letters))


def _digest(algorithm: Algorithm) -> Callable[..., Any]:
    return {
        Algorithm.SHA1: hashlib.sha1,
        Algorithm.SHA256: hashlib.sha256,
        Algorithm.SHA512: hashlib.sha512,
        Algorithm.MD5: hashlib.md5,
    }[algorithm]


@cache
def _raw_key_otp() -> Callable[[bytes, Callable[..., Any]], Any]:
    """Make pyotp's OTP take key bytes: its own constructor refuses the short secrets that sites issue."""
    import pyotp

    class RawKeyOtp(pyotp.OTP):
        def __init__(self, key: bytes, digest: Callable[..., Any]) -> None:
            self.digits = MAX_DIGITS
            self.digest = digest
            self._key = key

        def byte_secret(self) -> bytes:
            return self._key

    return RawKeyOtp


_MAKERS: dict[OtpType, Callable[[Otp, int], str]] = {
    OtpType.TOTP: _decimal,
    OtpType.HOTP: _decimal,
    OtpType.STEAM: _steam,
    OtpType.MOTP: _motp,
    OtpType.YANDEX: _yandex,
}
