"""The question to a time server and its answer (SNTP version 4, RFC 4330; RFC 5905, section 7.3).

No socket: bytes in, bytes out. The question holds nothing but 64 random bits where others put their time, so
that it tells nothing of the clock that asks and no answer can be made without having seen it.
"""

from __future__ import annotations

import secrets
import struct
from dataclasses import dataclass
from enum import Enum, auto

SIZE = 48  # bytes of either packet, without the extensions that an answer may have
_CLIENT, _SERVER, _VERSION = 3, 4, 4
_UNSYNCHRONISED, _HIGHEST_STRATUM = 3, 15
_TO_UNIX = 2_208_988_800  # seconds from 1900 to 1970
_ERA = 1 << 32  # seconds
_WORST = 1.0  # seconds of root delay and dispersion that RFC 4330 allows


class Flaw(Enum):
    """Why an answer is of no use."""

    NOT_OURS = auto()  # too short, of another kind, or to another question
    REFUSED = auto()  # kiss of death: the server wants to be left alone
    UNSURE = auto()  # the server does not know the time itself
    IMPOSSIBLE = auto()  # its times contradict each other


class Unusable(Exception):
    """An answer that tells no time."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.name)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer says. ``offset`` is positive where our clock is slow; both are seconds."""

    offset: float
    delay: float


def question() -> bytes:
    """The 48 bytes to send; the last 8 come back in the answer."""
    return struct.pack("!B39x", _VERSION << 3 | _CLIENT) + secrets.token_bytes(8)


def reading(asked: bytes, untrusted_answer: bytes, sent: float, received: float) -> Reading:
    """The offset by RFC 4330, section 5; times are Unix seconds of our clock. Raises Unusable."""
    if len(untrusted_answer) < SIZE or untrusted_answer[24:32] != asked[40:48]:
        raise Unusable(Flaw.NOT_OURS)
    first, stratum, root_delay, dispersion, arrived, left = struct.unpack(
        "!BBxxiI12x8x8s8s", untrusted_answer[:SIZE]
    )
    if first & 7 != _SERVER or not 1 <= first >> 3 & 7 <= _VERSION:
        raise Unusable(Flaw.NOT_OURS)
    if stratum == 0:
        raise Unusable(Flaw.REFUSED)
    unsure = first >> 6 == _UNSYNCHRONISED or stratum > _HIGHEST_STRATUM
    if unsure or abs(root_delay) / 65536 >= _WORST or dispersion / 65536 >= _WORST or left == bytes(8):
        raise Unusable(Flaw.UNSURE)
    return _from_four(sent, unix_time(arrived), unix_time(left), received)


def _from_four(sent: float, arrived: float, left: float, received: float) -> Reading:
    delay = (received - sent) - (left - arrived)
    if left < arrived or delay < -0.01 or received < sent:  # a hundredth: clocks tick coarsely
        raise Unusable(Flaw.IMPOSSIBLE)
    return Reading(((arrived - sent) + (left - received)) / 2, max(delay, 0.0))


def unix_time(stamp: bytes) -> float:
    """Unix seconds of an NTP time stamp; from 2036 on the highest bit is 0 (RFC 4330, section 3)."""
    seconds, fraction = struct.unpack("!II", stamp)
    if not seconds & 0x8000_0000:
        seconds += _ERA
    return float(seconds - _TO_UNIX + fraction / _ERA)
