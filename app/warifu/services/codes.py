"""What a row, a panel or a page shows of an account's code at one moment, and when that changes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warifu.core.account import Account, OtpType
from warifu.core.otp import code_at, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.otp import Code


@dataclass(frozen=True, slots=True)
class VisibleCode:
    """A code as it is shown: ``text`` and ``next_text`` are grouped for the eye, ``value`` is what gets
    copied.

    ``seconds_left`` and ``share`` (of the period that is still to come, 1 to 0) are None for HOTP. A hidden
    code has dots for a text and no value; ``next_text`` is empty unless it is time to show it.
    """

    text: str
    value: str = field(default="", repr=False)
    seconds_left: int | None = None
    share: float | None = None
    next_text: str = field(default="", repr=False)


def visible_code(account: Account, now: float, hide: bool = False, show_next: int = 0) -> VisibleCode:
    """What to show at ``now``, ``show_next`` in seconds before the change."""
    code = code_at(account, now)
    if code.valid_until is None:
        return VisibleCode(_dots(code)) if hide else VisibleCode(grouped(code.value), code.value)
    left = code.seconds_left(now)
    share = min(1.0, max(0.0, (code.valid_until - now) / (code.valid_until - code.valid_from)))
    if hide:
        return VisibleCode(_dots(code), "", left, share)
    following = grouped(code_at(account, code.valid_until).value) if left <= show_next else ""
    return VisibleCode(grouped(code.value), code.value, left, share, following)


def next_boundary(accounts: Iterable[Account], now: float) -> float:
    """The Unix time at which the first of these codes is replaced; infinity when none of them ever is."""
    periods = {account.otp.period for account in accounts if account.otp.type is not OtpType.HOTP}
    return min(((now // period + 1) * period for period in periods), default=math.inf)


def _dots(code: Code) -> str:
    return grouped("•" * len(code.value))
