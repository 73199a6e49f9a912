"""Which two consecutive codes a person is in the middle of typing. No Qt here.

A site that asks for "MFA code 1" and "MFA code 2" wants neighbours. So the pair on screen rolls with the
clock only until the person takes one of its codes; from then on it stands still until its second code is
over, and a fresh pair begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.account import OtpType
from warifu.core.otp import code_at, codes_around
from warifu.services.copying import Which

if TYPE_CHECKING:
    from warifu.core.account import Account, Otp
    from warifu.core.otp import Code


class Half(Enum):
    """One of the two codes."""

    FIRST = auto()
    SECOND = auto()


class Moment(Enum):
    """Where a code stands in time."""

    COMING = auto()
    NOW = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two consecutive codes of one account; ``held`` while a person is entering them."""

    otp: Otp
    counter: int  # HOTP: of the first code
    first: Code
    second: Code
    held: bool = False
    copied: frozenset[Half] = frozenset()

    def code(self, half: Half) -> Code:
        """The code of one half."""
        return self.first if half is Half.FIRST else self.second


def fresh_pair(account: Account, now: float) -> Pair:
    """The current code and the one after it."""
    if account.otp.type is OtpType.HOTP:
        later = replace(account, counter=account.counter + 1)
        return Pair(account.otp, account.counter, code_at(account, now), code_at(later, now))
    codes = codes_around(account, now)
    return Pair(account.otp, account.counter, codes.current, codes.next)


def pair_now(pair: Pair | None, account: Account, now: float) -> Pair:
    """The pair to show: the old one while it is held and not over, else a fresh one."""
    if pair is not None and pair.held and pair.otp == account.otp and _still_good(pair, account, now):
        return pair
    return fresh_pair(account, now)


def hold(pair: Pair) -> Pair:
    """The pair, kept from rolling away."""
    return replace(pair, held=True)


def with_copied(pair: Pair, half: Half) -> Pair:
    """The pair with one half marked as copied, and held."""
    return replace(pair, held=True, copied=pair.copied | {half})


def moment(pair: Pair, half: Half, account: Account, now: float) -> Moment:
    """Where a half stands: by the clock, or for HOTP by the counter."""
    if account.otp.type is OtpType.HOTP:
        ahead = _counter(pair, half) - account.counter
        return Moment.NOW if ahead == 0 else Moment.COMING if ahead > 0 else Moment.OVER
    code = pair.code(half)
    if now < code.valid_from:
        return Moment.COMING
    return Moment.NOW if code.valid_until is None or now < code.valid_until else Moment.OVER


def which_to_copy(pair: Pair, half: Half, account: Account, now: float) -> Which | None:
    """What the clipboard service calls this half, or None when it is over."""
    match moment(pair, half, account, now):
        case Moment.NOW:
            return Which.CURRENT
        case Moment.COMING if half is Half.SECOND:
            return Which.NEXT
        case _:
            return None


def half_of_current(pair: Pair, account: Account, now: float) -> Half | None:
    """The half that is the account's current code, if either is."""
    halves = (half for half in Half if moment(pair, half, account, now) is Moment.NOW)
    return next(halves, None)


def _counter(pair: Pair, half: Half) -> int:
    return pair.counter + (half is Half.SECOND)


def _still_good(pair: Pair, account: Account, now: float) -> bool:
    if account.otp.type is OtpType.HOTP:
        return 0 <= account.counter - pair.counter <= len(Half)
    until = pair.second.valid_until
    return pair.first.valid_from <= now and (until is None or now < until)
