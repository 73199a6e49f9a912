"""What an app's file has a place for, and so what gets lost of an account that is written into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from warifu.core.account import MAX_TITLE, Account, Algorithm, OtpType
from warifu.core.base32 import MAX_SECRET
from warifu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_ANY_DIGITS: Final = range(1, 11)
_ANY_PERIOD: Final = range(1, 1 << 40)
_SIMPLE: Final = (Algorithm.SHA1, 6)
_SHA: Final = frozenset((Algorithm.SHA1, Algorithm.SHA256, Algorithm.SHA512))


@dataclass(frozen=True, slots=True)
class Holds:
    """The places of a format. ``tags``: how many of one account, 50 for all. Periods in seconds.

    ``max_secret`` and ``max_name`` in bytes of the key and of an issuer or account name in UTF-8.
    ``pin_of``: the types whose PIN has a place where ``pin`` says that others have none.
    """

    types: frozenset[OtpType]
    algorithms: frozenset[Algorithm] = _SHA
    digits: Container[int] = _ANY_DIGITS
    period: Container[int] = _ANY_PERIOD
    max_counter: int = 2**63 - 1
    max_secret: int = MAX_SECRET
    max_name: int = 4 * MAX_TITLE
    pin: bool = True
    pin_of: frozenset[OtpType] = frozenset()
    title: bool = False  # besides the issuer
    note: bool = False
    tags: int = 0
    icon: bool = False
    pinned: bool = False
    steam_issuer: bool = False  # codes of Steam are known by the issuer “Steam” alone
    simple_hotp: bool = False  # counters with SHA-1 and six digits alone


def refusal(account: Account, holds: Holds) -> Text | None:
    """Why the account cannot be written at all, so that it would give wrong codes; None where it can."""
    otp = account.otp
    if otp.type not in holds.types:
        return Text("That app cannot make this kind of code.")
    if otp.type in {OtpType.TOTP, OtpType.HOTP} and otp.algorithm not in holds.algorithms:
        return Text("That app cannot calculate with {algorithm}.", algorithm=otp.algorithm.value)
    if otp.digits not in holds.digits and otp.type in {OtpType.TOTP, OtpType.HOTP}:
        return Text("That app cannot show {digits} digits.", digits=otp.digits)
    if otp.type is OtpType.HOTP and holds.simple_hotp and (otp.algorithm, otp.digits) != _SIMPLE:
        return Text("That app makes codes of a counter with SHA-1 and six digits alone.")
    if otp.type is OtpType.TOTP and otp.period not in holds.period:
        return Text("That app cannot renew codes every {period} seconds.", period=otp.period)
    if otp.type is OtpType.HOTP and account.counter > holds.max_counter:
        return Text("The counter is too large for that app.")
    if len(otp.secret) > holds.max_secret:
        return Text("Its secret is too long for that app.")
    return None


def losses(account: Account, holds: Holds) -> tuple[Text, ...]:
    """What becomes of an account that can be written: nothing that changes its codes."""
    return tuple(_losses(account, holds))


def _losses(account: Account, holds: Holds) -> Iterator[Text]:
    if account.otp.pin and not holds.pin and account.otp.type not in holds.pin_of:
        yield Text("Its PIN is not written; type it in that app.")
    if account.title and account.issuer and account.title != account.issuer and not holds.title:
        yield Text("Its title is lost; the name of the site stays.")
    if account.otp.type is OtpType.STEAM and holds.steam_issuer and account.issuer != "Steam":
        yield Text("Its issuer becomes “Steam”, by which that app knows what kind it is.")
    if (
        max(len(name.encode()) for name in (account.issuer or account.title, account.account))
        > holds.max_name
    ):
        yield Text("Its long name is shortened.")
    if account.note and not holds.note:
        yield Text("Its note is lost.")
    if len(account.tags) > holds.tags:
        yield Text("Its tags are lost.") if not holds.tags else Text("Only its first tag is kept.")
    if account.icon.image and not holds.icon:
        yield Text("Its picture is lost.")
    if account.pinned and not holds.pinned:
        yield Text("That it is pinned is lost.")
